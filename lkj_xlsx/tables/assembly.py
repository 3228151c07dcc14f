"""All that a report shows of a book: live tables, the working paper, key figures, charts and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkj_xlsx.measures.sasaran_means import RATA
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Measure, RulePage
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.report import Chart, KeyFigure, Narrative, Review, Section, Table
from lkj_xlsx.tables.all_tables import build_tables
from lkj_xlsx.tables.chains import enlivened, pruned
from lkj_xlsx.tables.charts import charts
from lkj_xlsx.tables.key_figures import key_figures
from lkj_xlsx.tables.narrative import narratives
from lkj_xlsx.tables.references import Sources
from lkj_xlsx.tables.reviu import review
from lkj_xlsx.tables.spines import spine
from lkj_xlsx.tables.stated_figures import stated_figures
from lkj_xlsx.tables.working_paper import sections


@dataclass(frozen=True, slots=True)
class View:
    """What writers draw."""

    tables: tuple[Table, ...]
    worksheet: tuple[Section, ...]
    figures: tuple[KeyFigure, ...]
    charts: tuple[Chart, ...]
    narratives: tuple[Narrative, ...]
    review: Review


def shown(
    book: Book,
    ledger: Ledger,
    findings: tuple[Finding, ...],
    rules: Sequence[RulePage] = (),
    measures: Sequence[Measure] = (),
) -> View:
    """Everything a report shows of a book."""
    sources = Sources(book, spine(book, ledger))
    tables = enlivened(build_tables(book, ledger, findings), sources, ledger)
    stated = stated_figures(ledger, findings, tables, sources)
    behind, drawings = charts(book, sources.spine)
    paper = (*sections(book, sources.spine), *([stated] if stated else []), *behind)
    tables, paper, drawn = pruned(tables, paper)
    figures = key_figures(book, ledger, RATA.get(book.settings.option("rata_sasaran")), sources.spine)
    return View(
        tables,
        paper,
        tuple(figure if drawn.reaches(figure.formula) else replace(figure, formula=None) for figure in figures),
        drawings,
        narratives(book, tables, sources.spine),
        review(book, ledger, findings, rules, measures),
    )
