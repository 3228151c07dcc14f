"""Changes inside a filled template that must be told, or must not: each with its findings, listed in hostile.toml.

python -m benchmarks.hostile                 # every change
python -m benchmarks.hostile --only "satuan" # those whose name holds the word
"""

from __future__ import annotations

import argparse
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.counting import told
from benchmarks.legitimate import written
from lkj_xlsx.errors import LkjError
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.pipeline import examine, read

LIST = Path(__file__).with_suffix(".toml")
ANY = "*"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the filled template, and what must be said of it.

    base    the clean file that is changed
    set     contents by cell; "" empties it; a text that begins with `=` is a formula without a result
    format  number formats by cell
    rename  sheets by their old name; `drop` sheets taken out; `twice` sheets copied within the workbook
    hide    rows of sheets; `merge` ranges; `delete` rows taken out; `insert` empty rows put in
    tell    `LKJ301 Capaian IKU!I5` or `* Capaian IKU!I5`: a finding of at least `periksa` that names the cell
    refuse  a word of the message with which the file is refused as a whole
    """

    name: str
    base: str = "lkj-contoh-lengkap-2025"
    set: Mapping[str, Any] = field(default_factory=dict)
    format: Mapping[str, str] = field(default_factory=dict)
    rename: Mapping[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    hide: Mapping[str, int] = field(default_factory=dict)
    merge: tuple[str, ...] = ()
    delete: Mapping[str, int] = field(default_factory=dict)
    insert: Mapping[str, int] = field(default_factory=dict)
    tell: tuple[str, ...] = ()
    refuse: str = ""

    @property
    def silent(self) -> bool:
        """Whether nothing may be said of it."""
        return not self.tell and not self.refuse


def listed(path: Path = LIST) -> tuple[Change, ...]:
    """Every change of the list."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["change"]
    return tuple(Change(**{key: tuple(v) if isinstance(v, list) else v for key, v in row.items()}) for row in rows)


def findings_of(change: Change) -> tuple[Finding, ...]:
    """What the audit says of the changed workbook. Errors: those of `pipeline.read`."""
    book = openpyxl.load_workbook(io.BytesIO(written(change.base)))
    _rearrange(change, book)
    for place, content in change.set.items():
        _cell(book, place).value = content if content != "" else None
    for place, number_format in change.format.items():
        _cell(book, place).number_format = number_format
    for old, new in change.rename.items():
        book[old].title = new
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lkj.xlsx"
        book.save(path)
        return examine(read(path))[1]


def _rearrange(change: Change, book: Workbook) -> None:
    for title in change.twice:
        book.copy_worksheet(book[title])
    for title in change.drop:
        del book[title]
    for title, row in change.hide.items():
        book[title].row_dimensions[row].hidden = True
    for place in change.merge:
        title, _, cells = place.partition("!")
        book[title].merge_cells(cells)
    for title, row in change.delete.items():
        _apart(book[title]).delete_rows(row)
    for title, row in change.insert.items():
        _apart(book[title]).insert_rows(row)


def _cell(book: Workbook, place: str) -> Any:
    title, _, cell = place.partition("!")
    sheet = book[title]
    for merged in [each for each in sheet.merged_cells.ranges if cell in each and each.start_cell.coordinate != cell]:
        sheet.unmerge_cells(str(merged))
    return sheet[cell]


def _apart(sheet: Worksheet) -> Worksheet:
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    return sheet


def faults(change: Change) -> list[str]:
    """What is not said of a change, or said although nothing may be."""
    try:
        findings = [finding for finding in findings_of(change) if finding.level >= Level.PERIKSA]
    except LkjError as error:
        return [] if change.refuse and change.refuse in str(error) else [f"ditolak: {error}"]
    if change.refuse:
        return [f"tidak ditolak: {change.refuse}"]
    if change.silent:
        return [f"tidak perlu: {told(finding)}" for finding in findings]
    return [f"tidak disebut: {wanted}" for wanted in change.tell if not any(_says(f, wanted) for f in findings)]


def _says(finding: Finding, wanted: str) -> bool:
    code, _, place = wanted.partition(" ")
    named = {str(where) for where in (finding.where, *finding.related) if where is not None}
    return code in (ANY, finding.code) and place in named


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is missing; the exit code is 1 where anything is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORD")
    given = parser.parse_args(arguments)
    chosen = [change for change in listed() if given.only in change.name]
    wrong = [(change.name, found) for change in chosen if (found := faults(change))]
    for name, found in wrong:
        print(f"{name}: {'; '.join(found)}")
    print(f"{len(chosen)} perubahan, {len(wrong)} tidak seperti seharusnya")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
