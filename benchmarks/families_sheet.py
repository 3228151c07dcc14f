"""Mistakes in the formulas of a spreadsheet; each cell keeps the result that its formula gives, as Excel saves it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from benchmarks.arithmetic import indonesian, rounded
from benchmarks.family import Hit, family, shuffled
from benchmarks.planting import Base, Site
from benchmarks.sheets import CellFormula, Sheets, entry, percent, places_of, total
from lkj_xlsx.measures.tree import nodes
from lkj_xlsx.model.cell import Where, letters

SAME = "rumus-di-sel"  # the cause named at a wrong figure whose own formula is at fault


def _hit(sheets: Sheets, site: Site, formula: CellFormula, saved: Any = ...) -> tuple[Hit, ...]:
    """One wrong formula, with the results of all cells that use it; `saved` another result than it gives."""
    changes = sheets.entries({site.where: formula})
    own = changes.pop(site.where)
    shown = (
        own if saved is ... else {"rumus": formula.text} if saved is None else {"rumus": formula.text, "nilai": saved}
    )
    along = () if saved is not ... else tuple(places_of(sheets.base, changes).items())
    return (Hit(site, shown, also=frozenset({SAME}), along=along),)


def _percents(sheets: Sheets) -> list[tuple[Site, CellFormula]]:
    """Percentages of a row's own two amounts (a parent's may be the mean of those below it)."""
    rows = sheets.rows("serapan")
    return [(site, formula) for site, formula in rows if {each.row for each in formula.uses} == {site.where.row}]


def _sums(random: Random, sheets: Sheets, least: int = 2) -> Iterator[tuple[Site, CellFormula]]:
    """Sums of the budget table with at least so many parts."""
    rows = [pair for key in ("anggaran", "realisasi") for pair in sheets.rows(key) if len(pair[1].uses) >= least]
    yield from shuffled(random, rows)


def _sheets(base: Base) -> Sheets:
    assert isinstance(base.sheets, Sheets)
    return base.sheets


@family("rumus: lain sendiri", "LKJ701", sheet=True)
def odd(random: Random, base: Base) -> tuple[Hit, ...]:
    """Multiplied where the other rows divide; another row's budget; a fraction among percents."""
    sheets = _sheets(base)
    rows = _percents(sheets)
    for site, formula in shuffled(random, rows):
        spent, given = formula.uses
        other = random.choice(rows)[1].uses[1]
        ways = [
            CellFormula(f"={spent.cell}*{given.cell}/100", formula.uses, lambda n: n[0] * n[1] / 100),
            CellFormula(f"={spent.cell}/{given.cell}", formula.uses, lambda n: n[0] / n[1]),
            *([percent(spent, other)] if other != given else []),
        ]
        return _hit(sheets, site, random.choice(ways))
    return ()


@family("rumus: angka ketikan di dalam", "LKJ702", sheet=True)
def constant(random: Random, base: Base) -> tuple[Hit, ...]:
    """=G6+G9+5000000."""
    sheets = _sheets(base)
    for site, formula in _sums(random, sheets):
        more = random.choice((5_000_000, 250_000, -1_750_000))
        return _hit(
            sheets,
            site,
            CellFormula(f"{formula.text}{more:+d}", formula.uses, lambda n, m=formula, x=more: m.gives(n) + x),
        )
    return ()


@family("rumus: tertimpa ketikan", "LKJ703", sheet=True)
def typed_over(random: Random, base: Base) -> tuple[Hit, ...]:
    """97,94 typed where the rows around hold formulas; every third time the figure is right today."""
    sheets = _sheets(base)
    for site, _ in shuffled(random, [*_percents(sheets), *sheets.rows("sisa")]):
        places = 2 if site.key == "serapan" else 0
        off = random.choice((Fraction(0), Fraction(4, 10**places), Fraction(-30, 10**places)))
        return (Hit(site, indonesian(Fraction(site.number) + off, places, not places)),)
    return ()


@family("rumus: jumlah melewatkan baris", "LKJ704", sheet=True)
def missing(random: Random, base: Base) -> tuple[Hit, ...]:
    """A range that stops a row early, or a row left out of a sum."""
    sheets = _sheets(base)
    for site, formula in _sums(random, sheets, 3):
        cells, run = list(formula.uses), formula.text.startswith("=SUM")
        cells.pop(random.choice((0, -1)) if run else random.randrange(len(cells)))
        short = total(cells)
        text = f"=SUM({cells[0].cell}:{cells[-1].cell})" if run else short.text
        return _hit(sheets, site, CellFormula(text, short.uses, short.gives))
    return ()


@family("rumus: baris terhitung dua kali", "LKJ705", sheet=True)
def double(random: Random, base: Base) -> tuple[Hit, ...]:
    """=SUM(G6:G9)+G9."""
    sheets = _sheets(base)
    for site, formula in _sums(random, sheets):
        again = random.choice(formula.uses)
        uses = (*formula.uses, again)
        return _hit(sheets, site, CellFormula(f"{formula.text}+{again.cell}", uses, lambda n: sum(n, Fraction(0))))
    return ()


@family("rumus: induk ikut dijumlah", "LKJ705", sheet=True)
def parents(random: Random, base: Base) -> tuple[Hit, ...]:
    """=SUM(G6:G12) over kegiatan and their sub kegiatan alike."""
    sheets, tree = _sheets(base), nodes(base.book)
    for site, _ in _sums(random, sheets, 1):
        node = tree.get(site.record)
        if node is None or not any(child.children for child in node.children):
            continue
        last = node.children[-1]
        while last.children:
            last = last.children[-1]
        first, end = node.children[0].record.row, last.record.row
        cells = [Where(site.where.sheet, row, site.where.column) for row in range(first, end + 1)]
        if all(cell in base.at for cell in cells):
            text = f"=SUM({cells[0].cell}:{cells[-1].cell})"
            return _hit(sheets, site, CellFormula(text, tuple(cells), lambda n: sum(n, Fraction(0))))
    return ()


@family("rumus: persen ditambah ke rupiah", "LKJ706", sheet=True)
def mixed(random: Random, base: Base) -> tuple[Hit, ...]:
    """=G6+G9+I5; =G5-H5+I5."""
    sheets = _sheets(base)
    percents = {site.where.row: site.where for site, _ in sheets.rows("serapan")}
    for site, formula in shuffled(random, [*_sums(random, sheets, 1), *sheets.rows("sisa")]):
        other = percents.get(site.where.row)
        if other is not None:
            uses = (*formula.uses, other)
            text = f"{formula.text}+{other.cell}"
            return _hit_beside(sheets, site, CellFormula(text, uses, lambda n, m=formula: m.gives(n[:-1]) + n[-1]))
    return ()


def _hit_beside(sheets: Sheets, site: Site, formula: CellFormula) -> tuple[Hit, ...]:
    """A formula that uses a percent made from its own cell: the percent keeps the result it had (no circle)."""
    numbers = [Fraction(sheets.base.at[cell].number) for cell in formula.uses]
    result = formula.gives(numbers)
    changes = sheets.entries({site.where: CellFormula("", (), lambda _: result)})
    changes.pop(site.where)
    along = tuple(places_of(sheets.base, changes).items())
    return (Hit(site, entry(formula, result), also=frozenset({SAME}), along=along),)


@family("rumus: nilai galat", "LKJ209", sheet=True)
def fault(random: Random, base: Base) -> tuple[Hit, ...]:
    """#DIV/0! from an empty row, #REF! after a row was deleted."""
    sheets = _sheets(base)
    for site, formula in shuffled(random, _percents(sheets)):
        spent, given = formula.uses
        text, code = random.choice(
            (
                (f"=ROUND({spent.cell}/{letters(given.column)}{given.row + 5000}*100,2)", "#DIV/0!"),
                (f"=ROUND({spent.cell}/#REF!*100,2)", "#REF!"),
            )
        )
        return (Hit(site, {"rumus": text, "nilai": code}),)
    return ()


@family("rumus: hasil basi", "LKJ707", sheet=True)
def stale(random: Random, base: Base) -> tuple[Hit, ...]:
    """The result saved before the inputs were changed."""
    sheets = _sheets(base)
    for site, formula in shuffled(random, [*sheets.rows("serapan"), *sheets.rows("sisa"), *sheets.rows("anggaran")]):
        before = rounded(Fraction(site.number) * random.choice((96, 99, 101)) / 100, 2 if site.key == "serapan" else 0)
        if before != Fraction(site.number):
            return _hit(sheets, site, formula, float(before))
    return ()


@family("rumus: tanpa hasil", "LKJ210", sheet=True)
def unsaved(random: Random, base: Base) -> tuple[Hit, ...]:
    """A formula that no spreadsheet program has computed yet."""
    sheets = _sheets(base)
    for site, formula in shuffled(random, _percents(sheets)):
        return _hit(sheets, site, formula, None)
    return ()


@family("rumus: pembagi terkunci", "LKJ708", "pembagi-tetap", SAME, sheet=True)
def locked(random: Random, base: Base) -> tuple[Hit, ...]:
    """=ROUND(H7/$G$6*100,2) filled down three to six rows."""
    sheets = _sheets(base)
    rows = _percents(sheets)
    count = random.randint(3, 6)
    if len(rows) < 2 * count + 2:
        return ()
    start = random.randrange(1, len(rows) - count)
    anchor = rows[start - 1][1].uses[1]
    fixed = f"${letters(anchor.column)}${anchor.row}"
    hits: list[Hit] = []
    for site, formula in rows[start : start + count]:
        wrong = CellFormula(
            f"=ROUND({formula.uses[0].cell}/{fixed}*100,2)", (formula.uses[0], anchor), percent(*formula.uses).gives
        )
        hits += _hit(sheets, site, wrong)
    return tuple(hits)
