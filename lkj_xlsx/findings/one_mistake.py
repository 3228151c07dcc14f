"""One mistake behind many findings: what would be told if it were put right, and what hangs under it.

Nothing is claimed that was not tried: the book with the correction is examined anew. It counts where the findings it is
to explain are gone and no new one has come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations

from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.corrected import rewritten
from lkj_xlsx.model.fact import Book, Indikator, Record
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.rules.one_mistake import SATU
from lkj_xlsx.spec.field import Kind, Years
from lkj_xlsx.spec.template import TEMPLATE

Examined = Callable[[Book], Iterable[Finding]]
Place = tuple[str, Where | None]

EXCESS = "LKJ322"  # more spent than given
APART = ("LKJ1", "LKJ2", "LKJ7", "LKJ8", "LKJ9")  # what was read and typed formulas: not made by a wrong figure
MOST_TRIED = 24  # corrections examined in one book
LARGE = 3_000  # rows from which only a few are
MOST_SERIES = 12  # base data that are each tried in an indicator's formula
MOST_ROOTS = 3
FEWEST = 3  # rows of a column before it is said to be exchanged or moved
FIGURES = frozenset((Kind.RUPIAH, Kind.JUMLAH, Kind.PERSEN, Kind.RASIO, Kind.NILAI))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that may be behind several findings.

    where  the cell at which it is told; `cells` all that it touches
    book   the book with the mistake put right
    least  how many findings it has to explain at least
    """

    where: Where
    cells: tuple[Where, ...]
    message: Message
    step: Message
    book: Callable[[], Book]
    least: int = 2
    tabel: str = ""
    subject: str = ""
    related: tuple[Where, ...] = field(default=())


def under_one(findings: Sequence[Finding], book: Book, ledger: Ledger, examined: Examined) -> list[Finding]:
    """The findings, those that one mistake explains under it."""
    told = list(findings)
    left = MOST_TRIED if len(book.all_records) < LARGE else 3
    for _ in range(MOST_ROOTS):
        open_ = [finding for finding in told if _counts(finding) and not _placed(finding, told)]
        if not open_:
            break
        tried = list(_mistakes(open_, told, book, ledger))[:left]
        left -= len(tried)
        best: tuple[int, Mistake, set[Place]] | None = None
        for mistake in tried:
            after = {_place(finding) for finding in examined(mistake.book()) if _counts(finding)}
            before = {_place(finding) for finding in told if _counts(finding)}
            gone = {_place(finding) for finding in open_} - after
            if len(gone) >= mistake.least and not after - before and (best is None or len(gone) > best[0]):
                best = len(gone), mistake, before - after
        if best is None:
            break
        _, mistake, gone = best
        told = [
            replace(f, root=mistake.where, step=say("Periksa lagi setelah {sel} dibetulkan.", sel=mistake.where))
            if _place(f) in gone or (f.code == EXCESS and f.where in mistake.cells)
            else f
            for f in told
        ]
        told.append(
            Finding(
                *SATU,
                Level.GALAT,
                mistake.message,
                mistake.where,
                mistake.tabel,
                mistake.subject,
                related=tuple(cell for cell in mistake.cells if cell != mistake.where),
                step=mistake.step,
            )
        )
    return told


def _counts(finding: Finding) -> bool:
    return finding.level >= Level.BEDA and not finding.code.startswith(APART)


def _placed(finding: Finding, told: Iterable[Finding]) -> bool:
    """Whether a finding already hangs under one mistake."""
    return finding.root in {each.where for each in told if each.code == SATU[0]}


def _place(finding: Finding) -> Place:
    return finding.code, finding.where


class _Seen:
    """What the findings say of each cell, for looking a mistake up."""

    def __init__(self, findings: Iterable[Finding], told: Iterable[Finding], book: Book) -> None:
        self.book = book
        self.right: dict[Where, Decimal] = {}
        self.flagged: set[Where] = set()
        for finding in findings:
            if finding.where is not None:
                self.flagged.add(finding.where)
                if isinstance(finding.recomputed, Decimal):
                    self.right.setdefault(finding.where, finding.recomputed)
        self.excess = {finding.where for finding in told if finding.code == EXCESS}

    def belongs(self, place: Value, other: Value) -> bool:
        """Whether what should stand in one cell is what stands in another."""
        right, says = self.right.get(place.where), other.interval
        return right is not None and says is not None and says.holds(right) and place.known != other.known


def _mistakes(open_: Sequence[Finding], told: Sequence[Finding], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """What may be behind the findings, the greatest first."""
    seen = _Seen(open_, told, book)
    yield from _settings(open_, book, ledger)
    tables = list(_tables(book))
    for rows in tables:
        yield from _columns(rows, seen)
        yield from _moved(rows, seen)
    for rows in tables:
        yield from _exchanged_rows(rows, seen)
        for record in rows:
            yield from _exchanged_cells(record, seen)


def _tables(book: Book) -> Iterator[tuple[Record, ...]]:
    """The rows of each table, in their order."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in book.all_records:
        groups[record.title, record.tabel].append(record)
    yield from (tuple(rows) for rows in groups.values())


def _own(record: Record, key: str) -> Value | None:
    """A figure in a cell of the row itself."""
    value = record.get(key)
    return value if value.known is not None and value.upper is None and value.where.row == record.row else None


def _keys(rows: Sequence[Record]) -> list[str]:
    """The columns of figures of a table."""
    sheet = TEMPLATE.sheet(rows[0].sheet)
    names = [key for key in rows[0].values if sheet.has(key.partition("@")[0])]
    return [key for key in names if sheet.field(key.partition("@")[0]).kind in FIGURES]


def _heading(record: Record, key: str, book: Book) -> str:
    settings = book.settings
    name, _, year = key.partition("@")
    years = Years(settings.tahun, settings.awal, settings.akhir)
    return TEMPLATE.sheet(record.sheet).field(name).heading(years, int(year) if year else None)


def _swap(pairs: Iterable[tuple[Value, Value]]) -> dict[Where, Value]:
    right: dict[Where, Value] = {}
    for one, other in pairs:
        right[one.where], right[other.where] = other, one
    return right


def _exchange(
    pairs: Sequence[tuple[Value, Value]], book: Book, message: Message, step: Message, record: Record, least: int = 2
) -> Mistake:
    cells = tuple(value.where for pair in pairs for value in pair)
    right = _swap(pairs)
    return Mistake(cells[0], cells, message, step, lambda: rewritten(book, right), least, record.tabel)


def _exchanged_cells(record: Record, seen: _Seen) -> Iterator[Mistake]:
    """Two figures of one row in each other's cell."""
    keys = _keys([record])
    spent = SPENT.get(record.sheet)
    for a, b in combinations(keys, 2):
        one, other = _own(record, a), _own(record, b)
        if one is None or other is None or one.known == other.known:
            continue
        over = {a, b} == {"anggaran", spent} and other.where in seen.excess
        if not over and not (seen.belongs(one, other) and seen.belongs(other, one)):
            continue
        names = _heading(record, a, seen.book), _heading(record, b, seen.book)
        yield _exchange(
            [(one, other)],
            seen.book,
            say(
                "{satu} dan {dua} di baris ini tampaknya tertukar: tertulis {a} dan {b}.",
                satu=names[0],
                dua=names[1],
                a=one.shown,
                b=other.shown,
            ),
            say("Tukar isi {a} dan {b}.", a=one.where, b=other.where),
            record,
        )


def _exchanged_rows(rows: Sequence[Record], seen: _Seen) -> Iterator[Mistake]:
    """The figures of two rows in each other's row, in one column or in several."""
    pairs: dict[tuple[Record, Record], list[tuple[Value, Value]]] = defaultdict(list)
    for key in _keys(rows):
        wrong = [(record, value) for record in rows if (value := _own(record, key)) and value.where in seen.right]
        for (one, a), (other, b) in combinations(wrong[:60], 2):
            if seen.belongs(a, b) and seen.belongs(b, a):
                pairs[one, other].append((a, b))
    for (one, other), cells in pairs.items():
        columns = ", ".join(f"{a.where.cell} dan {b.where.cell}" for a, b in cells)
        yield _exchange(
            cells,
            seen.book,
            say("Angka baris {a} dan baris {b} tampaknya tertukar ({sel}).", a=one.row, b=other.row, sel=columns),
            say("Tukar isi {sel} pada lembar {lembar}.", sel=columns, lembar=one.title),
            one,
        )


def _columns(rows: Sequence[Record], seen: _Seen) -> Iterator[Mistake]:
    """Two columns in each other's place, over the whole table."""
    for a, b in combinations(_keys(rows), 2) if len(rows) >= FEWEST else ():
        both = [(r, one, other) for r in rows if (one := _own(r, a)) and (other := _own(r, b))]
        unlike = [(r, one, other) for r, one, other in both if one.known != other.known]
        telling = [
            one
            for _, one, other in unlike
            if seen.belongs(one, other) or seen.belongs(other, one) or other.where in seen.excess
        ]
        if len(unlike) < FEWEST or len(telling) * 2 < len(unlike):
            continue
        names = _heading(rows[0], a, seen.book), _heading(rows[0], b, seen.book)
        first, last = both[0], both[-1]
        yield _exchange(
            [(one, other) for _, one, other in both],
            seen.book,
            say(
                "Kolom {satu} dan {dua} tampaknya tertukar di seluruh tabel, baris {awal} sampai {akhir}.",
                satu=names[0],
                dua=names[1],
                awal=first[0].row,
                akhir=last[0].row,
            ),
            say(
                "Tukar isi kolom {satu} ({a}) dan {dua} ({b}) pada lembar {lembar}.",
                satu=names[0],
                a=first[1].where.cell,
                dua=names[1],
                b=first[2].where.cell,
                lembar=rows[0].title,
            ),
            rows[0],
            3,
        )


def _moved(rows: Sequence[Record], seen: _Seen) -> Iterator[Mistake]:
    """A column whose figures stand one row too low or too high."""
    for key in _keys(rows) if len(rows) >= FEWEST else ():
        cells = [(record, value) for record in rows if (value := _own(record, key))]
        for step in (1, -1):
            shifted = [cells[(place + step) % len(cells)][1] for place in range(len(cells))]
            fits = sum(
                seen.belongs(value, other) or _percent_fits(record, key, other)
                for (record, value), other in zip(cells, shifted, strict=True)
            )
            if len(cells) < FEWEST or fits * 10 < len(cells) * 6:
                continue
            right = {value.where: other for (_, value), other in zip(cells, shifted, strict=True)}
            places = tuple(right)
            down = say("ke bawah") if step > 0 else say("ke atas")
            name = _heading(rows[0], key, seen.book)
            yield Mistake(
                places[0],
                places,
                say(
                    "Kolom {kolom} tampaknya bergeser satu baris {arah}, baris {awal} sampai {akhir}.",
                    kolom=name,
                    arah=down,
                    awal=cells[0][0].row,
                    akhir=cells[-1][0].row,
                ),
                say("Kembalikan isi kolom {kolom} ke barisnya, mulai {sel}.", kolom=name, sel=places[0]),
                lambda right=right: rewritten(seen.book, right),  # type: ignore[misc]
                3,
                rows[0].tabel,
            )


def _percent_fits(record: Record, key: str, other: Value) -> bool:
    """Whether the percent typed in a row is that of its budget and the amount of another row, and not of its own."""
    says, spent = record.get("serapan").interval, SPENT.get(record.sheet)
    if says is None or spent is None or key not in ("anggaran", spent):
        return False

    def holds(given: Decimal | None, used: Decimal | None) -> bool:
        return given is not None and used is not None and given != 0 and says.holds(used / given * 100)

    given, used = record.get("anggaran").known, record.get(spent).known
    now = holds(given, used)
    return not now and (holds(other.known, used) if key == "anggaran" else holds(given, other.known))


def _settings(open_: Sequence[Finding], book: Book, ledger: Ledger) -> Iterator[Mistake]:
    """A direction, a numerator or a denominator of an indicator that its figures speak against."""
    wrong: Counter[str] = Counter()
    for place in {finding.where for finding in open_ if finding.where is not None}:
        for entry in ledger.at(place):
            wrong.update(entry.computed.record.indikator if entry.verdict.wrong else ())
    for kode, count in wrong.most_common():
        indikator = book.indikator.get(kode)
        if indikator is not None and count >= 2:
            yield from _of_indikator(indikator, book)


def _of_indikator(indikator: Indikator, book: Book) -> Iterator[Mistake]:
    directions = TEMPLATE.sheet("indikator").field("arah").choices
    for arah in directions:
        if arah != indikator.arah:
            yield _setting(
                indikator,
                book,
                "arah",
                replace(indikator, arah=arah),
                say(
                    "Arah {lama} tampaknya keliru: dengan {baru} angka yang tertulis cocok.",
                    lama=indikator.arah,
                    baru=arah,
                ),
                say("Ganti arah di {sel} dengan {baru}.", sel=indikator.record.get("arah").where, baru=arah),
            )
    top, bottom = indikator.pembilang, indikator.penyebut
    if top and bottom:
        yield _setting(
            indikator,
            book,
            "pembilang",
            replace(indikator, pembilang=bottom, penyebut=top),
            say("Pembilang {a} dan penyebut {b} tampaknya tertukar.", a=top, b=bottom),
            say(
                "Tukar isi {a} dan {b}.",
                a=indikator.record.get("pembilang").where,
                b=indikator.record.get("penyebut").where,
            ),
        )
    for kode in book.data if len(book.data) <= MOST_SERIES else ():
        if kode in (top.upper(), bottom.upper()):
            continue
        for key, now, right in (
            ("pembilang", top, replace(indikator, pembilang=kode)),
            ("penyebut", bottom, replace(indikator, penyebut=kode)),
        ):
            where = indikator.record.get(key).where
            if now:
                yield _setting(
                    indikator,
                    book,
                    key,
                    right,
                    say("Kode {lama} tampaknya keliru: dengan {baru} angka yang tertulis cocok.", lama=now, baru=kode),
                    say("Ganti {lama} di {sel} dengan {baru}.", lama=now, sel=where, baru=kode),
                )


def _setting(indikator: Indikator, book: Book, key: str, right: Indikator, message: Message, step: Message) -> Mistake:
    def mended() -> Book:
        return replace(book, indikator={**book.indikator, indikator.kode: right})

    where = indikator.record.get(key).where
    return Mistake(where, (where,), message, step, mended, 2, indikator.record.tabel, indikator.nama)
