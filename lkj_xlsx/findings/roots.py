"""Which findings follow from the mistake at another cell.

A rule names the root where it alone knows it (a code that is unknown in many places, a cell that is only suspected).
Of all other findings it is told here: by the book with its wrong cells put right, and by a wrong year of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from lkj_xlsx.findings.explanation import speaks
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.relations.roots import follow_ons
from lkj_xlsx.rules.empty_template import TEMPLATE_KOSONG, empty_from
from lkj_xlsx.rules.hundredths import hundredths
from lkj_xlsx.rules.tahun_laporan import wrong_year

STRUCTURE = ("LKJ105", "LKJ106")  # columns not found: because of the year where the heading prints one
FORMULAS = ("LKJ701", "LKJ702", "LKJ704", "LKJ705", "LKJ706", "LKJ708")  # the formula of the cell is wrong
FIGURES = ("LKJ3", "LKJ219")  # judged under the wrong year
TARGET = "LKJ312"  # another target than the one agreed upon
FILLED = say("Periksa lagi setelah template diisi.")


def rooted(findings: Iterable[Finding], book: Book, ledger: Ledger, measures: Iterable[Measure]) -> list[Finding]:
    """The findings, each with the cell it follows from, where there is one that is told of.

    A figure is wrong because of its own cell where the formula in it is told to be: one mistake, told once. The
    step of one that follows is to look again once the root is mended. A wrong year of the report outweighs every other
    root: until it is right nothing else can be judged. In an empty template everything follows from that.
    """
    findings, year, empty = list(findings), wrong_year(book), empty_from(book)
    if empty is not None:
        return [f if f.code == TEMPLATE_KOSONG[0] else replace(f, root=empty, step=FILLED) for f in findings]
    figures, places = follow_ons(book, ledger, measures), {finding.where for finding in findings}
    figures |= {where: column.heading for column in hundredths(book, ledger) for where in column.cells}
    figures |= {f.where: f.where for f in findings if _explains(f) and f.where is not None and f.where not in figures}
    targets = {f.where for f in findings if f.code == TARGET}
    figures = _of_targets(ledger, targets) | figures
    return [
        _under(finding, year)
        if year is not None and _of_the_year(finding, year)
        else _computed(finding, ledger, figures, places)
        for finding in findings
    ]


def _of_targets(ledger: Ledger, targets: Set[Where | None]) -> dict[Where, Where]:
    """Figures that are right for the wrong target typed in their row, each with that target."""
    rows = {(target.sheet, target.row): target for target in targets if target is not None}
    beside = ((entry, rows.get((entry.where.sheet, entry.where.row))) for entry in ledger.entries if rows)
    return {
        entry.where: target
        for entry, target in beside
        if target is not None and entry.met is not None and target in entry.met.inputs
    }


def _computed(finding: Finding, ledger: Ledger, figures: Mapping[Where, Where], places: Set[Where | None]) -> Finding:
    """A judged figure under the wrong cell it is computed from, unless its rule names another root."""
    root = figures.get(finding.where) if finding.where is not None else None
    if root is None or root not in places or finding.root is not None or finding.level < Level.BEDA:
        return finding
    if not speaks(finding, ledger) or _explains(finding):
        return finding
    return _under(finding, root)


def _explains(finding: Finding) -> bool:
    """Whether a finding tells of the formula that makes the figure of its cell wrong."""
    return finding.code.startswith(FORMULAS) and finding.level is Level.GALAT


def _of_the_year(finding: Finding, year: Where) -> bool:
    """Whether a finding may only come from the wrong year of the report that is typed in the cell `year`."""
    dated = finding.code.startswith(STRUCTURE) and finding.year is not None
    return finding.where != year and (dated or finding.code.startswith(FIGURES))


def _under(finding: Finding, root: Where) -> Finding:
    step = say("Periksa lagi setelah {sel} dibetulkan.", sel=root)
    if root == finding.where:
        step = say("Periksa lagi setelah rumus di {sel} dibetulkan.", sel=root)
    return replace(finding, root=root, step=step)
