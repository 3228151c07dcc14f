"""The report as one page for a browser: self-contained, searchable, with links between findings and tables.

Whatever comes from the workbook is only ever text: it reaches the page through the template's own escaping, and the
page's policy runs no script but the one whose hash it names.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.report import KeyFigure, Report, natural
from lkj_xlsx.writers.figures import difference, right, stated
from lkj_xlsx.writers.marks import MARKS
from lkj_xlsx.writers.page_tables import cell_names, page_tables
from lkj_xlsx.writers.readiness import MEANINGS, NOT_A_SCORE, file_name, office, readiness
from lkj_xlsx.writers.shown import shown
from lkj_xlsx.writers.terminal import table_name
from lkj_xlsx.writers.unchecked import ALIKE, beside, unchecked

if TYPE_CHECKING:
    from jinja2 import Environment

GENERAL = "umum"  # the filter's word for findings that belong to no table


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the examined workbook and where the page shows it, "" where it does not."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the page shows it, with those that follow from it."""

    number: int
    finding: Finding
    table: str
    table_key: str
    table_target: str
    where: Link
    stated: str
    right: str
    right_label: str
    difference: str
    related: tuple[Link, ...]
    root: Link | None
    follows: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many open findings of a level there are."""

    word: str
    mark: str
    count: int
    meaning: str


def report_html(report: Report, language: Language = INDONESIAN) -> str:
    """The page as text, ending without a line break; the same report gives the same text."""
    environment = _environment(language)
    style = environment.get_template("page.css.j2").render()
    script = environment.get_template("page.js.j2").render()
    cards, numbers = _cards(report)
    state = readiness(report)
    page = environment.get_template("page.html.j2").render(
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        report=report,
        office=office(report),
        year=report.identity.get("tahun") or report.template.get("tahun", ""),
        file=file_name(report),
        ready=state.ready,
        sentence=state.sentence,
        step=state.step,
        missing=list(unchecked(state.missing, language, ALIKE)),
        others=beside(report.summary.not_checked, state.missing),
        counts=_counts(report),
        accepted=report.accepted(),
        figures=[
            (language.message(figure.label), language.message(_figure(figure)), language.message(figure.words))
            for figure in report.figures
        ],
        cards=cards,
        choices=_choices(report),
        tables=page_tables(report, numbers),
        marks={level.word: MARKS[level] for level in Level},
        moved=[item for item in report.sensitivity if item.changed],
        quiet=list(dict.fromkeys(item.variant for item in report.sensitivity if not item.changed)),
        not_a_score=NOT_A_SCORE,
    )
    return shown(page)


def _environment(language: Language) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("lkj_xlsx", "writers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        language=language, t=lambda text, **values: language.message(say(text, **values)), m=language.message
    )
    return environment


def _hash(text: str) -> str:
    """The source expression by which a content security policy knows an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _cards(report: Report) -> tuple[tuple[Card, ...], dict[Where, list[tuple[int, Level]]]]:
    """The cards in reading order, and the numbers of the findings at each cell of the examined workbook."""
    order = report.findings
    numbers = {id(finding): number for number, finding in enumerate(order, start=1)}
    cells: dict[Where, list[tuple[int, Level]]] = {}
    for number, finding in enumerate(order, start=1):
        if finding.where is not None:
            cells.setdefault(finding.where, []).append((number, finding.level))
    names = cell_names(report.tables)
    tables = {natural(table.number): f"tabel-{n}" for n, table in enumerate(report.tables, 1) if table.number}
    return tuple(_card(branch, numbers, names, tables) for branch in report.tree), cells


def _card(
    branch: Branch, numbers: Mapping[int, int], names: Mapping[Where, str], tables: Mapping[tuple[int, ...], str]
) -> Card:
    finding = branch.finding
    return Card(
        number=numbers[id(finding)],
        finding=finding,
        table=say("Tabel {0}", finding.tabel) if finding.tabel else "",
        table_key=finding.tabel or GENERAL,
        table_target=tables.get(natural(finding.tabel), "") if finding.tabel else "",
        where=_link(finding.where, names) if finding.where else Link(""),
        stated=stated(finding),
        right=right(finding),
        right_label=say("Seharusnya") if finding.level is Level.GALAT else say("Pembanding"),
        difference=difference(finding),
        related=tuple(_link(where, names) for where in dict.fromkeys(finding.related)),
        root=_link(finding.root, names) if finding.root else None,
        follows=tuple(_card(each, numbers, names, tables) for each in branch.follows),
    )


def _link(where: Where, names: Mapping[Where, str]) -> Link:
    return Link(str(where), names.get(where, ""))


def _counts(report: Report) -> list[Count]:
    return [
        Count(level.word, MARKS[level], report.open(level), MEANINGS[level]) for level in sorted(Level, reverse=True)
    ]


def _choices(report: Report) -> list[tuple[str, str]]:
    """The tables that have findings, for the filter: its word and its name, in the order of the numbers."""
    keys = sorted({finding.tabel for finding in report.findings}, key=lambda key: (natural(key), key))
    return [(key, table_name(report, key)) if key else (GENERAL, say("Umum (di luar tabel)")) for key in keys]


def _figure(figure: KeyFigure) -> str:
    if not isinstance(figure.value, Decimal):
        return figure.value or "-"
    text = show(figure.value, figure.places)
    return {"rupiah": f"Rp {text}", "persen": f"{text} %"}.get(figure.kind, text)
