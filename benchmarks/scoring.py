"""What an audit made of a planting: visible or not, found at its cell, explained rightly, anything said falsely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.families_copy import COPIES
from benchmarks.family import ANY, Family, Hit
from benchmarks.planting import Base, value_of
from benchmarks.planting import planted as again
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Base as Strength
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.number import Interval, unit
from lkj_xlsx.pipeline import examine
from lkj_xlsx.relations.ties import amounts, every_tie

CONFLICTS = ("LKJ311", "LKJ312", "LKJ334", "LKJ343")  # findings that name every cell of one fact
HEADED = "LKJ343"  # one that names the year printed over one of two statements as well
CUT = "LKJ304"
SUSPECT = "LKJ324"
ONE = "LKJ326"  # one mistake behind many findings: names all its cells
UNDECIDED = ("Belum dapat dipastikan", "Salah satu triwulan keliru", "Salah satunya keliru")
FORMULAS = "LKJ7"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One wrong cell and what was said of it.

    cause   the first-ranked kind, or the rule's code, or ""
    beside  not found at its cell, but the one cell that contradicts it is named and points to it
    """

    where: Where
    key: str
    before: str
    after: str
    visible: bool
    found: bool
    cause: str
    right: bool
    beside: bool
    said: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The outcomes of one planting, the findings that are false, and all new `galat` and `beda` at other cells.

    accused  of those the ones that call a right cell wrong: roots of their own, not said as undecided
    """

    base: str
    family: str
    input: bool
    outcomes: tuple[Outcome, ...]
    false: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...] = ()
    accused: tuple[Finding, ...] = ()
    sheet: bool = False


def score(
    base: Base,
    planted: Sequence[tuple[Family, tuple[Hit, ...]]],
    book: Book,
    ledger: Ledger,
    findings: Iterable[Finding],
) -> list[Verdicts]:
    """Every planting of one mutated book; false findings are counted at the first of several."""
    new = _new(base, findings, min(family.least for family, _ in planted))
    hits = [hit for _, group in planted for hit in group]
    cells = _touched(base, hits)
    elsewhere = tuple(f for f in new if f.where not in cells and f.level >= Level.BEDA)
    false = tuple(f for f in elsewhere if _is_false(f, base, cells, ledger))
    accused = tuple(f for f in elsewhere if _accuses(f, cells))
    verdicts = []
    for place, (family, group) in enumerate(planted):
        alone = ledger
        if family.input and len(planted) > 1:
            alone, _ = examine(again(base, {hit.site.place: hit.entry for hit in group}))
        outcomes = _outcomes(base, family, group, alone, new)
        others = (false, elsewhere, accused) if place == 0 else ((), (), ())
        verdicts.append(Verdicts(base.name, family.name, family.input, outcomes, *others, sheet=family.sheet))
    return verdicts


def _new(base: Base, findings: Iterable[Finding], least: Level) -> list[Finding]:
    before = {(f.code, f.where) for f in base.findings}
    heard = (f for f in findings if f.level >= least or f.code == CUT or f.code.startswith(FORMULAS))
    return [f for f in heard if (f.code, f.where) not in before]


def _outcomes(
    base: Base, family: Family, group: Sequence[Hit], alone: Ledger, new: list[Finding]
) -> tuple[Outcome, ...]:
    if not family.whole:
        return tuple(_outcome(base, family, hit, alone, new) for hit in group)
    cells = _touched(base, group)
    said = [f for f in new if f.root is None and _names(f, cells) and f.level >= family.least]
    said.sort(key=lambda finding: finding.code not in family.accepted)
    first, cause = group[0], _cause(tuple(said), family)
    after = value_of(first.site, first.entry, base.book)
    visible = any(hit.sure or _visible(base, hit, value_of(hit.site, hit.entry, base.book)) for hit in group)
    right = _right(cause, tuple(said), family, first)
    shown = first.site.value.shown, after.shown
    return (Outcome(first.site.where, first.site.key, *shown, visible, bool(said), cause, right, False, tuple(said)),)


def _names(finding: Finding, cells: set[Where]) -> bool:
    return finding.where in cells or bool(cells & {*finding.related})


def _outcome(base: Base, family: Family, hit: Hit, alone: Ledger, new: list[Finding]) -> Outcome:
    """`alone` is the ledger with this mistake as the only one."""
    site, after = hit.site, value_of(hit.site, hit.entry, base.book)
    here = [f for f in new if f.where == site.where]
    pair = [f for f in new if _other(f) == site.where]
    open_ = [f for f in new if site.where in f.related and (_undecided(f) or family.least < Level.BEDA)]
    said = tuple(here or pair or open_)
    if family.sheet:  # one finding may name all rows with the same fault
        said = tuple(f for f in new if f.code in family.accepted and site.where in (f.where, *f.related)) or said
    visible = family.sheet or hit.sure
    if not visible:
        visible = _input_visible(base, hit, after, alone) if family.input else _visible(base, hit, after)
    cause = _cause(said, family)
    right = _right(cause, said, family, hit)
    others = {f.where for f in new if f.where != site.where}
    beside = not said and len(others) == 1 and any(site.where in f.related for f in new)
    before = site.value.shown
    return Outcome(site.where, site.key, before, after.shown, visible, bool(said), cause, right, beside, said)


def _other(finding: Finding) -> Where | None:
    """Of two statements of one fact, the one that the finding does not stand at."""
    two = finding.code in CONFLICTS and (len(finding.related) == 1 or finding.code == HEADED)
    return finding.related[0] if two else None


def _visible(base: Base, hit: Hit, after: Value) -> bool:
    """Whether the newly stated range no longer holds the right figure (or leaves its range, where that is all)."""
    entry, says = base.judged(hit.site), after.interval
    if says is None or entry is None:
        return after.shown != hit.site.value.shown
    exact = [b for b in entry.computed.bases if b.base is Strength.EKSAK]
    points = exact or [b for b in entry.computed.bases if b.base is Strength.TERTULIS]
    if entry.computed.exact_places is not None:
        slack = unit(entry.computed.exact_places)
        says = Interval(says.low - slack, says.high + slack)
    if any(says.holds(basis.value) for basis in points):
        return False
    ranges = [b for b in entry.computed.bases if b.base is Strength.SELANG]
    return bool(exact) or not any(says.meets(basis.result) for basis in ranges)


def _input_visible(base: Base, hit: Hit, after: Value, ledger: Ledger) -> bool:
    """Whether some other statement now contradicts the cell: a figure computed from it, a sum, or the same fact."""
    site = hit.site
    if site.key == "predikat":
        return True
    if _breaks(base, site.where, after):
        return True
    for fact in base.book.facts.at(site.where):
        exact = fact.ukuran == "target"
        for other in base.book.stated(fact.subjek, fact.ukuran, fact.tahun, fact.sampai):
            if other.value.where != site.where and _contradict(after, other.value, exact):
                return True
    return any(entry.verdict.wrong and not _was_wrong(base, entry) for entry in ledger.entries)


def _contradict(one: Value, other: Value, exact: bool) -> bool:
    if one.known is None or other.known is None:
        return False
    if exact or one.interval is None or other.interval is None:
        return one.known != other.known
    return not one.interval.meets(other.interval)


def _breaks(base: Base, where: Where, after: Value) -> bool:
    known = amounts(base.book)
    if where not in known or after.known is None:
        return False
    mutated = {**known, where: after.known}
    ties = every_tie(base.book)
    return any(where in (tie.total, *tie.parts) and tie.holds(known) and not tie.holds(mutated) for tie in ties)


def _was_wrong(base: Base, entry: Judged) -> bool:
    return any(e.computed.field == entry.computed.field and e.verdict.wrong for e in base.ledger.at(entry.where))


def _cause(said: tuple[Finding, ...], family: Family) -> str:
    if said and ANY in family.accepted:
        return ANY
    if any(finding.code in family.accepted for finding in said):
        return next(finding.code for finding in said if finding.code in family.accepted)
    return next((finding.cause.kind for finding in said if finding.cause is not None), "")


def _right(cause: str, said: tuple[Finding, ...], family: Family, hit: Hit) -> bool:
    if cause in hit.also or (cause in family.accepted and cause not in COPIES):
        return True
    first = next((finding.cause for finding in said if finding.cause is not None), None)
    if first is None or first.kind not in COPIES or not hit.sources:
        return False
    return any(str(where) in str(first.evidence) for where in hit.sources)  # a copy counts when it names its origin


def _touched(base: Base, hits: Iterable[Hit]) -> set[Where]:
    """The planted cells, and those whose formulas give another result because of them."""
    places = {site.place: site.where for site in base.sites}
    listed = list(hits)
    along = {places[place] for hit in listed for place, _ in hit.along if place in places}
    return {hit.site.where for hit in listed} | along


def _is_false(finding: Finding, base: Base, cells: set[Where], ledger: Ledger) -> bool:
    """A finding at an untouched cell that neither hangs under a planted one nor tells of a figure changed by it."""
    if finding.root in cells or (finding.code == ONE and _names(finding, cells)):
        return False
    if finding.code == SUSPECT:  # marked beside the planted cell as just as likely a cause of the same contradiction
        return not (_suspected(ledger, finding.root) & cells)
    if _undecided(finding) and (_names(finding, cells) or _suspected(ledger, finding.where) & cells):
        return False
    if finding.code in CONFLICTS:  # of two statements either may be wrong; of three or more the odd one is
        return _other(finding) not in cells
    return not _changed(base, ledger, finding)


def _accuses(finding: Finding, cells: set[Where]) -> bool:
    """Whether it calls a cell wrong that is right, by itself and without doubt."""
    if finding.root is not None or _undecided(finding):
        return False
    return not (finding.code == ONE and _names(finding, cells))


def _undecided(finding: Finding) -> bool:
    """Whether it says that either of several cells may be the wrong one."""
    said = finding.message + (finding.step or "")
    return finding.code == SUSPECT or any(words in said for words in UNDECIDED)


def _suspected(ledger: Ledger, root: Where | None) -> set[Where]:
    """All cells that are suspected of one contradiction."""
    return {suspect.where for suspect in ledger.suspects if suspect.root == root}


def _changed(base: Base, ledger: Ledger, finding: Finding) -> bool:
    """Whether the right value of the cell, from its strongest basis, is another than before the planting."""
    where = finding.where or Where("")
    for entry in ledger.at(where):
        for old in base.ledger.at(where):
            same = old.computed.measure is entry.computed.measure and old.computed.field == entry.computed.field
            if same and entry.verdict.wrong and old.computed.result != entry.computed.result:
                return True
    return False
