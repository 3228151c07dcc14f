"""The whole result: report tables, charts, findings and what was examined. Writers only draw it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import Expression, Span
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message


def natural(number: str) -> tuple[int, ...]:
    """A table number as a sorting key: `3.9` comes before `3.10`."""
    return tuple(int(part) for part in re.findall(r"\d+", number))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a report table, known by its key.

    kind     teks | angka | persen | rupiah | rasio | predikat
    group    a heading above several columns (`Kinerja`, `Anggaran`), "" for none
    merge    equal neighbours in this column are drawn as one merged cell
    level    the worst open finding about the heading, None where there is none
    note     what was found there
    sources  the cells of the examined workbook that the heading shows (the year in `Target Akhir Renstra (2026)`)
    """

    key: str
    title: str
    kind: str = "teks"
    width: int = 14
    group: str = ""
    merge: bool = False
    computed: bool = False
    level: Level | None = None
    note: str = ""
    sources: tuple[Where, ...] = ()


class Item(NamedTuple):
    """A cell of a report table.

    value    what is shown: the recomputed figure in computed columns, else what was typed
    places   decimals shown
    note     a remark for the reader (`Tertulis 97,94 ...`)
    level    the worst finding at this cell, None where there is none
    source   the cell of the examined workbook it comes from
    filled   True where the tool filled an empty computed cell
    shared   joined to the cell above (one budget for several indicators)
    unit     what stands behind the number where the cell says so itself (`%` for a typed `3,50 %`)
    formula  how a spreadsheet program reaches `value` again from other cells, None where it stands for itself
    """

    value: Decimal | str | None = None
    places: int = 0
    note: str = ""
    level: Level | None = None
    source: Where | None = None
    filled: bool = False
    shared: bool = False
    unit: str = ""
    formula: Expression | None = None


NOTHING = Item()


class Row(NamedTuple):
    """A row of a report table; `style` is data | jumlah | program | kegiatan | subkegiatan."""

    items: Mapping[str, Item]
    style: str = "data"

    def item(self, key: str) -> Item:
        """The cell of a column; one that holds nothing where the row has none."""
        return self.items.get(key, NOTHING)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the LKJ: its number (`3.9`), title, columns and rows."""

    number: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def worst(self) -> Level | None:
        """The worst level that any of its cells or headings is marked with."""
        marked: list[Item | Column] = [*self.columns, *(item for row in self.rows for item in row.items.values())]
        return max((each.level for each in marked if each.level), default=None)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure for the summary page, with how it was reached."""

    label: str
    value: Decimal | str | None
    kind: str = "teks"
    places: int = 0
    words: str = ""
    formula: Expression | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the report's own, found by its key: the working paper, or the figures behind the charts."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures in a chart. `style` is kolom | garis | titik; `name` is told in the legend.

    labels  the number format of the values written beside it, "" for none
    """

    name: str
    values: Span
    style: str = "kolom"
    labels: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, declared by the cells it shows.

    kind   kolom (upright bars) | batang (lying bars) | garis (lines)
    axis   what the value axis counts, `rupiah` in a chart of rupiah; it begins at 0 where `from_zero`
    half   it needs no more than half the width of a page
    """

    title: str
    kind: str
    categories: Span
    series: tuple[Series, ...]
    axis: str = ""
    from_zero: bool = True
    half: bool = False


@dataclass(frozen=True, slots=True)
class Narrative:
    """Sentences that state the figures of one table, ready to be pasted into the report."""

    tabel: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """An item of the reviewer's checklist. `answer` holds facts; "" where only a person can look. Never a tick."""

    part: str
    number: str
    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule that was put to the file: what it looks at, where it comes from, and its open findings."""

    code: str
    title: str
    level: str
    source: str
    count: int


@dataclass(frozen=True, slots=True)
class Review:
    """What the reviewer's working paper needs beside the report itself."""

    checks: tuple[Check, ...] = ()
    applied: tuple[Applied, ...] = ()
    formulas: tuple[Applied, ...] = ()


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that could not be checked, and why: silence is never approval."""

    what: str
    reason: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What would change under another permitted variant of an option: `changed` of `total` words (`kata`) that judge.

    option   the heading of the option where it is chosen
    kata     predikat | efisien
    message  the whole sentence, with the indicators whose word would change
    """

    option: str
    variant: str
    kata: str
    changed: int
    total: int
    message: Message


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of the run; `by_level` counts open findings, `accepted` the others.

    missing  what the report needs and lacks before it can be attached, whatever the findings say
    """

    checked: int = 0
    agree: int = 0
    by_level: Mapping[str, int] = field(default_factory=dict)
    not_checked: tuple[NotChecked, ...] = ()
    accepted: int = 0
    missing: tuple[NotChecked, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one audit. `tree` holds every finding once, each under its root; all outputs follow its order."""

    tool: Mapping[str, str]
    source: Mapping[str, str]
    template: Mapping[str, str]
    identity: Mapping[str, str]
    summary: Summary
    tree: tuple[Branch, ...]
    tables: tuple[Table, ...]
    figures: tuple[KeyFigure, ...] = ()
    options: tuple[tuple[str, str, str], ...] = ()  # (label, chosen, citation)
    sensitivity: tuple[Sensitivity, ...] = ()
    worksheet: tuple[Section, ...] = ()
    charts: tuple[Chart, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    review: Review = field(default_factory=Review)

    def open(self, level: Level) -> int:
        """How many findings of a level were not accepted."""
        return sum(finding.level is level and not finding.accepted for finding in self.findings)

    def accepted(self) -> int:
        return sum(bool(finding.accepted) for finding in self.findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the tree."""
        return tuple(finding for branch in self.tree for _, finding in branch.walk())

    def worst(self) -> Level | None:
        """The worst level among findings that were not accepted."""
        levels = [finding.level for finding in self.findings if not finding.accepted]
        return max(levels) if levels else None
