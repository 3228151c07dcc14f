"""What two versions of one filled template have apart: cells in the template's own words, and findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level


class ChangeKind(StrEnum):
    """What happened to a cell or to a whole row."""

    UBAH = "diubah"
    TAMBAH = "baris ditambah"
    HAPUS = "baris dihapus"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. For a row that came or went `column` is "" and its content is told in `after` or `before`.

    sheet    the sheet's title in the template
    tabel    the report table, "" where there is none
    row      what the row is called: the indicator, the programme, the series
    column   the column's heading
    old, new its place in either version, None where it is not there
    """

    kind: ChangeKind
    sheet: str
    tabel: str
    row: str
    column: str = ""
    before: str = ""
    after: str = ""
    old: Where | None = None
    new: Where | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """The whole comparison. A finding whose level changed has gone at the one level and appeared at the other."""

    old: str
    new: str
    changes: tuple[Change, ...] = ()
    appeared: tuple[Finding, ...] = ()
    went: tuple[Finding, ...] = ()
    stayed: tuple[Finding, ...] = ()

    @property
    def worse(self) -> bool:
        """Whether there is a new galat that nobody has accepted."""
        return any(finding.level is Level.GALAT and not finding.accepted for finding in self.appeared)
