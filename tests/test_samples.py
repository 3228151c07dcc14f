"""The samples as they are audited: what is found on the printed report, and that the right ones are left in peace."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lkj_xlsx.rules.structure import KOLOM_ASING
from lkj_xlsx.rules.unseen import TERSEMBUNYI
from tests.moved_workbook import Moves, move
from tests.workbook_case import FULL, MERGED, PRINTED, SAMPLES, TWIN, Audit, audited, examined, line, load, read

CASES = Path(__file__).parent / "cases" / "batubara-2024.toml"
# table, sheet, row, key: figures of the printed report that are right as they stand
RIGHT = [
    ("3.6", "Target dan Realisasi!G5", "32"),
    ("3.7", "Tahun Lalu!I5", "32"),
    ("3.7", "Tahun Lalu!G6", "100,75"),
    ("3.14", "Tahun Lalu!G7", "462,86"),
    ("3.5", "Data Dasar!G7", "18.537.370.925"),
    ("3.9", "Efisiensi!K5", "98,10"),
    ("3.16", "Efisiensi!K7", "99,49"),
]

Case = tuple[str, str, str, str, str, str, str, str]


def cases_of(audit: Audit) -> set[Case]:
    """Table, cell, code, level, stated, right, cause and root of every finding."""
    cases: set[Case] = set()
    for finding in audit.findings:
        code, level, cell, stated, right = line(finding)
        cause, root = finding.cause.kind if finding.cause else "", str(finding.root or "")
        cases.add((finding.tabel, cell, code, level, stated, right, cause, root))
    return cases


def test_the_printed_report_has_exactly_these_findings():
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["temuan"]
    keys = ("tabel", "sel", "kode", "tingkat", "tertulis", "benar", "sebab", "mengikuti")
    assert all(set(case) <= set(keys) for case in cases)
    assert cases_of(audited(base=PRINTED)) == {tuple(case.get(key, "") for key in keys) for case in cases}
    assert len(audited(base=PRINTED).findings) == len(cases)


@pytest.mark.parametrize("name", [TWIN, FULL])
def test_the_corrected_twin_and_the_second_office_are_clean(name: str):
    assert cases_of(audited(base=name)) == set()


@pytest.mark.parametrize(("tabel", "cell", "shown"), RIGHT)
def test_right_figures_are_never_called_wrong(tabel: str, cell: str, shown: str):
    audit = audited(base=PRINTED)
    values = {str(v.where): (v.shown, r.tabel) for r in audit.book.all_records for v in r.values.values()}
    assert values[cell] == (shown, tabel)
    assert [f.code for f in audit.findings if str(f.where) == cell] == []


def test_a_share_and_its_rounding_are_told_as_one_fact_with_both_origins():
    finding = audited(base=PRINTED).at("Efisiensi!H7")
    origin = "Asalnya: 83,72 dari 1,507018 ÷ 1,8 × 100, dengan 1,507018 = 233 ÷ 15.461"
    assert finding.code == "LKJ311" and origin in str(finding.message)
    assert "83,89 dari 1,51 ÷ 1,8" in str(finding.message)


def test_every_stated_mistake_of_the_corrections_is_found():
    """The table of corrections names table and typed figure; each stands in a finding or hangs on one."""
    lines = (SAMPLES / "KOREKSI.md").read_text(encoding="utf-8").split("## 3.")[0].splitlines()
    rows = [[cell.strip() for cell in text.strip("|").split("|")] for text in lines if text.startswith("| 3.")]
    audit = audited(base=PRINTED)
    told_by_table = {(f.tabel, str(shown)) for f in audit.findings for shown in _stated(audit, f)}
    missing = [(tabel, stated) for tabel, _, _, stated, *_ in rows if (tabel, stated.rstrip(" %")) not in told_by_table]
    # its own column is right for the year that is printed above it, and that year is what is told
    assert missing == [("3.4", "58.789.947.793")]


def _stated(audit: Audit, finding: Any) -> set[str]:
    """A finding's own cell and its related ones as they are written."""
    values = {
        v.where: v.text.rstrip(" %") if v.known is None else v.shown
        for r in audit.book.all_records
        for v in r.values.values()
    }
    years = {v.where: v.text for r in audit.book.all_records for k, v in r.values.items() if k.startswith("tahun_")}
    cells = (finding.where, *finding.related)
    return {values[cell] for cell in cells if cell in values} | {years[cell] for cell in cells if cell in years}


def seeded(seed: int) -> Callable[[int, int], int]:
    """A fixed shuffle of a sheet's columns."""

    def place(column: int, width: int) -> int:
        order = list(range(1, width + 1))
        random.Random(seed * 1000 + width).shuffle(order)
        return order[column - 1]

    return place


MOVES = {
    "columns turned round": lambda: Moves(column=lambda column, width: width + 1 - column),
    "columns shuffled": lambda: Moves(column=seeded(1)),
    "rows inserted": lambda: Moves(blank=(4, 6, 8, 13)),
    "sheets in capitals": lambda: Moves(sheet=str.upper),
    "sheets in small letters": lambda: Moves(sheet=lambda title: f" {title.lower()} "),
    "a hidden column": lambda: Moves(hidden=True),
    "numbers typed as text": lambda: Moves(as_text=True),
    "all of it": lambda: Moves(
        sheet=str.swapcase, column=seeded(2), blank=(4, 7), extra="Catatan Bidang", hidden=True, as_text=True
    ),
}


@pytest.mark.parametrize("name", MOVES)
def test_moved_cells_are_found_where_they_are(name: str, tmp_path: Path):
    moves = MOVES[name]()
    move(SAMPLES / f"{PRINTED}.xlsx", tmp_path / "dipindah.xlsx", moves)
    found = cases_of(read(tmp_path / "dipindah.xlsx"))
    after = {case for case in found if case[2] not in (KOLOM_ASING[0], TERSEMBUNYI[0])}
    assert any(case[2] == TERSEMBUNYI[0] for case in found) == moves.hidden
    before = {
        (tabel, moves.at(cell), code, level, stated, right, cause, moves.at(root))
        for tabel, cell, code, level, stated, right, cause, root in cases_of(audited(base=PRINTED))
    }
    assert after == before


def test_a_column_that_nobody_asked_for_is_remarked_and_not_read(tmp_path: Path):
    moves = Moves(extra="Catatan Bidang")
    move(SAMPLES / f"{TWIN}.xlsx", tmp_path / "dipindah.xlsx", moves)
    audit = read(tmp_path / "dipindah.xlsx")
    assert {(f.rule, f.level.word) for f in audit.findings} == {("kolom-asing", "catatan")}
    assert {str(f.where) for f in audit.findings} >= {"Capaian IKU!A4", "Realisasi Anggaran!A4", "Data Dasar!A4"}


def parted(name: str, sheet: str) -> dict[str, Any]:
    """A sample whose rows of a sheet each hold their own cells, so that they can change places."""
    data = load(name)
    above: dict[str, Any] = {}
    for row in data["lembar"][sheet]:
        above = {key: above[key] if cell == MERGED else cell for key, cell in row.items()}
        row.update(above)
    return data


@cache
def unmoved(sheet: str) -> Any:
    """What is told before any row changes its place."""
    return cases_of(examined(parted(PRINTED, sheet)))


def blocks(rows: list[dict[str, Any]], sheet: str) -> list[list[dict[str, Any]]]:
    """The rows that must stay together: a programme with what is below it, else each row alone."""
    groups: list[list[dict[str, Any]]] = []
    for row in rows:
        if sheet == "realisasi_anggaran" and row["tingkat"] != "Program":
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("sheet", "title"),
    [("realisasi_anggaran", "Realisasi Anggaran"), ("capaian_iku", "Capaian IKU"), ("efisiensi", "Efisiensi")],
)
def test_rows_that_change_places_take_their_findings_along(sheet: str, title: str, seed: int):
    data, before = parted(PRINTED, sheet), unmoved(sheet)
    groups = blocks(data["lembar"][sheet], sheet)
    random.Random(seed).shuffle(groups)
    rows = [row for group in groups for row in group]
    places = {id(row): place for place, row in enumerate(rows)}
    moved = [places[id(row)] + 5 for row in data["lembar"][sheet]]
    data["lembar"][sheet] = rows

    def at(cell: str) -> str:
        name, _, address = cell.partition("!")
        row = int("".join(filter(str.isdigit, address)) or 0)
        return f"{name}!{address.rstrip('0123456789')}{moved[row - 5]}" if name == title and row >= 5 else cell

    assert cases_of(examined(data)) == {
        (tabel, at(cell), code, level, stated, right, cause, at(root))
        for tabel, cell, code, level, stated, right, cause, root in before
    }
