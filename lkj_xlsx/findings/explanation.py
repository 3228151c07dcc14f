"""Which figure a finding accuses, and its likeliest cause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.causes.rank import likeliest
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Base, Basis, Computed, Judged, Ledger, Verdict
from lkj_xlsx.model.declare import CauseKind, Measure
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Ukuran
from lkj_xlsx.relations.data_culprits import owner

UNJUDGED = frozenset({"LKJ311", "LKJ312"})  # figures that other tables contradict, without a measure of their own
SUSPECT = "LKJ324"


def explained(findings: Iterable[Finding], kinds: Sequence[CauseKind], book: Book, ledger: Ledger) -> list[Finding]:
    """Each finding with its likeliest cause, where one reproduces the stated value.

    A figure that follows from a root has no cause of its own, unless it was visibly copied from another row. A cell
    that is suspected although no finger slipped there is left out where the other figure's mistake is known.
    """
    copies = tuple(kind for kind in kinds if kind.follows)
    with_causes: list[Finding] = []
    for finding in findings:
        entry = _entry(finding, book, ledger)
        usable = copies if finding.root not in (None, finding.where) and finding.code != SUSPECT else kinds
        cause = likeliest(usable, entry, book, ledger) if entry is not None else finding.cause
        unsure = finding.code == SUSPECT and cause is not None
        with_causes.append(
            replace(finding, cause=replace(cause, sure=False) if unsure and cause is not None else cause)
        )
    known = {finding.where for finding in with_causes if finding.cause is not None and finding.cause.sure}
    loose = {suspect.where for suspect in ledger.suspects if not suspect.slipped and suspect.root in known}
    return _doubted([finding for finding in with_causes if finding.code != SUSPECT or finding.where not in loose])


def _doubted(findings: list[Finding]) -> list[Finding]:
    """A figure that another cell may be to blame for is not to be replaced before both were looked up."""
    rivals: dict[Where | None, list[Where]] = {}
    for finding in findings:
        if finding.code == SUSPECT and finding.where is not None:
            rivals.setdefault(finding.root, []).append(finding.where)
    doubted: list[Finding] = []
    for finding in findings:
        if finding.where in rivals and finding.root is None:
            others = ", ".join(map(str, rivals[finding.where]))
            step = say(
                "Cocokkan {sel} dan {lain} dengan sumbernya; salah satunya keliru.", sel=finding.where, lain=others
            )
            cause = replace(finding.cause, sure=False) if finding.cause is not None else None
            finding = replace(finding, cause=cause, step=step)
        doubted.append(finding)
    return doubted


def _entry(finding: Finding, book: Book, ledger: Ledger) -> Judged | None:
    if finding.level < Level.BEDA:
        return None
    if finding.code == SUSPECT:
        return suspected(finding, book)
    judged = next((entry for entry in speaks(finding, ledger) if entry.verdict.mistaken), None)
    return judged or (accused(finding, book) if finding.code in UNJUDGED else None)


def speaks(finding: Finding, ledger: Ledger) -> tuple[Judged, ...]:
    """The judged figures a finding is about: a cell may hold another quantity beside them (`1,51 % (233 Unit)`)."""
    at = ledger.at(finding.where) if finding.where is not None else ()
    return tuple(entry for entry in at if finding.stated in (entry.computed.value.known, entry.computed.value.text))


def accused(finding: Finding, book: Book) -> Judged | None:
    """The finding as a figure whose cause can be looked for; None where it is no figure of a fact."""
    fact = next(iter(book.facts.at(finding.where)), None) if finding.where is not None else None
    if fact is None or fact.value.known != finding.stated:
        return None
    return _as_judged(finding, fact.ukuran, fact.record, fact.field, fact.value)


def suspected(finding: Finding, book: Book) -> Judged | None:
    """The same for a cell that is only suspected, which may be of any table."""
    there = owner(book, finding.where) if finding.where is not None else None
    return _as_judged(finding, there[1].partition("@")[0], *there) if there is not None else None


def _measure(ukuran: str) -> Ukuran:
    """The measure that the facts of a role or the figures of a field are of."""
    code = ukuran.upper()
    declared = (*collect("lkj_xlsx.measures", Measure), *collect("lkj_xlsx.relations", Measure))
    return next((item for item in declared if item.code == code), Ukuran(code=code, label=ukuran))


def _as_judged(finding: Finding, ukuran: str, record: Record, field: str, value: Value) -> Judged | None:
    right = finding.recomputed
    if not isinstance(right, Decimal):
        return None
    basis = Basis(Base.EKSAK, Interval.point(right), str(finding.message), finding.related)
    computed = Computed(_measure(ukuran), ukuran, record, field, value, right, (basis,), places=value.places)
    return Judged(computed, Verdict.SELISIH, basis, None, finding.difference)
