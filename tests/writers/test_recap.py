"""The recap in its four forms: what it holds, that it reads back, and whose file it replaces."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.outcome import FindingLine, Outcome, ranked
from lkj_xlsx.writers import recap
from lkj_xlsx.writers.ours import result_of_ours
from lkj_xlsx.writers.recap import FORMS, believed, read_recap, refuse_foreign, write_recap
from lkj_xlsx.writers.recap_columns import recap_frame

LINES = (
    FindingLine(
        "LKJ301", "galat", "3.3", "Capaian IKU", "I7", "Aset: capaian", "93,72", "83,72", "Tertulis =1+1.", "", ""
    ),
    FindingLine("LKJ302", "beda"),
)
OUTCOMES = (
    Outcome("kab-a/bersih.xlsx", "1" * 64, "0.1.0", "e1", "Dinas Bersih", "Kabupaten A", "2024"),
    Outcome(
        "kab-a/galat.xlsx",
        "0012",
        "0.1.0",
        "e1",
        '=HYPERLINK("x")',
        "Kabupaten A",
        "2024",
        12,
        6,
        5,
        8,
        2,
        3,
        1,
        4,
        Decimal("1234567890123456789"),
        "3.10",
        "",
        LINES,
        7,
    ),
    Outcome("rusak.xlsx", "", "0.1.0", "e1", error='Berkas, "rusak".', audited=False),
    Outcome("'-aneh.xlsx", "2" * 64, "0.1.0", "e1", "-", "", "2024", rupiah=Decimal(5)),
)
ORDER = ["rusak.xlsx", "kab-a/galat.xlsx", "'-aneh.xlsx", "kab-a/bersih.xlsx"]


@pytest.fixture(params=FORMS)
def path(request, tmp_path):
    if request.param == ".parquet" and not os.environ.get("CI"):  # there it must be installed
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'lkj-xlsx[parquet]'")
    return tmp_path / f"rekap{request.param}"


def test_every_form_reads_back_ranked(path):
    write_recap(OUTCOMES, path)
    outcomes = read_recap(path)
    assert [outcome.path for outcome in outcomes] == ORDER
    expected = list(ranked(OUTCOMES))
    if path.suffix != ".xlsx":
        expected = [replace(outcome, lines=(), more=0) for outcome in expected]
    else:  # a spreadsheet keeps 15 digits
        expected[1] = replace(expected[1], rupiah=Decimal("1234567890123460000"))
    assert list(outcomes) == expected


def test_the_same_outcomes_give_the_same_bytes(path):
    write_recap(OUTCOMES, path)
    before = path.read_bytes()
    write_recap(tuple(reversed(OUTCOMES)), path)
    assert path.read_bytes() == before


def test_every_outcome_is_believed_as_it_was_written(path):
    odd = replace(OUTCOMES[1], opd="a\r\nb\t\u202e", rupiah=Decimal("0.1") * 3 * 10**9, path=" \udcff\n.xlsx", more=0)
    write_recap((*OUTCOMES, odd), path)
    outcomes = read_recap(path)
    assert len(believed(outcomes, path)) == len(outcomes) == 5


@pytest.mark.parametrize(
    "change",
    [
        {"galat": 0},
        {"beda": 7},
        {"opd": "Dinas Lain"},
        {"sha256": "f" * 64},
        {"rupiah": Decimal(6)},
        {"edition": "e2"},
        {"path": "lain.xlsx"},
        {"error": "x"},
        {"seal": ""},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_outcome_with_a_cell_changed_is_not_believed(path, change):
    write_recap(OUTCOMES, path)
    outcomes = [replace(o, **change) if o.path == "kab-a/galat.xlsx" else o for o in read_recap(path)]
    assert [o.path for o in believed(outcomes, path)] == [name for name in ORDER if name != "kab-a/galat.xlsx"]


def test_in_a_workbook_the_findings_are_sealed_as_well(tmp_path):
    path = tmp_path / "r.xlsx"
    write_recap(OUTCOMES, path)
    outcomes = [replace(o, lines=o.lines[1:]) for o in read_recap(path)]
    assert "kab-a/galat.xlsx" not in [o.path for o in believed(outcomes, path)]


@pytest.mark.parametrize("form", [".csv", ".json"])
def test_a_recap_that_somebody_changed_is_not_replaced_without_force(tmp_path, form):
    path = tmp_path / f"r{form}"
    write_recap(OUTCOMES, path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Kabupaten A", "Kabupaten B"), encoding="utf-8")
    with pytest.raises(OutputError, match="sudah diubah sejak ditulis"):
        refuse_foreign(path, force=False)
    refuse_foreign(path, force=True)


def test_a_recap_of_an_earlier_edition_is_ours_and_not_believed(tmp_path):
    path = tmp_path / "r.csv"
    write_recap(OUTCOMES, path)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row[:-1] for row in csv.reader(stream)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    refuse_foreign(path, force=False)
    assert believed(read_recap(path), path) == ()


def test_an_empty_recap_reads_back(path):
    write_recap((), path)
    assert read_recap(path) == ()


def test_only_a_recap_of_ours_is_replaced_without_force(path):
    refuse_foreign(path, force=False)
    write_recap(OUTCOMES, path)
    refuse_foreign(path, force=False)
    path.write_bytes(b"nama,nilai\n")
    with pytest.raises(OutputError, match="bukan rekap alat ini"):
        refuse_foreign(path, force=False)
    refuse_foreign(path, force=True)
    with pytest.raises(OutputError, match="Ulangi tanpa --resume"):
        read_recap(path)


def test_a_recap_with_a_column_of_somebody_s_own_loses_nothing(tmp_path):
    path = tmp_path / "rekap.csv"
    write_recap(OUTCOMES, path)
    text = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(f"{line},catatan saya" for line in text), encoding="utf-8")
    with pytest.raises(OutputError, match="bukan rekap alat ini"):
        refuse_foreign(path, force=False)


def test_text_never_becomes_a_formula(tmp_path):
    write_recap(OUTCOMES, tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["berkas"]: row for row in csv.DictReader(stream)}
    assert rows["kab-a/galat.xlsx"]["opd"] == '\'=HYPERLINK("x")'
    assert (rows["kab-a/galat.xlsx"]["peringkat"], rows["kab-a/galat.xlsx"]["dampak_rupiah"]) == (
        "2",
        "1234567890123456789",
    )
    write_recap(OUTCOMES, tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}


def test_the_workbook_has_summary_rows_findings_and_charts(tmp_path):
    path = tmp_path / "r.xlsx"
    write_recap(OUTCOMES, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Ringkasan", "Rekap", "Temuan"]
    facts = {row[0].value: row[1].value for row in book["Ringkasan"].iter_rows(min_row=4, max_row=15)}
    assert (facts["Berkas"], facts["Tidak dapat diperiksa"], facts["Tanpa galat"]) == (4, 1, 2)
    assert (facts["Temuan galat"], facts["Predikat yang berubah"]) == (12, 3)
    assert len(book["Ringkasan"]._charts) == 2
    headings = [cell.value for cell in book["Rekap"][4]]
    assert headings[:6] == ["Peringkat", "Berkas", "Perangkat Daerah", "Kabupaten/Kota", "Tahun", "Galat"]
    rows = [[cell.value for cell in row][:9] for row in book["Temuan"].iter_rows(min_row=5)]
    assert rows[0] == [
        "kab-a/galat.xlsx",
        "LKJ301",
        "galat",
        "3.3",
        "Capaian IKU",
        "I7",
        "Aset: capaian",
        "93,72",
        "83,72",
    ]
    assert book["Temuan"]["J7"].value == "dan 7 temuan lain dalam berkas ini"
    assert result_of_ours(path)


def test_json_is_one_document(tmp_path):
    write_recap(OUTCOMES, tmp_path / "r.json")
    document = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [(row["peringkat"], row["berkas"]) for row in document["rows"]] == list(enumerate(ORDER, start=1))
    assert document["rows"][1]["dampak_rupiah"] == "1234567890123456789"


def test_the_frame_has_whole_numbers_and_decimals():
    frame = recap_frame(OUTCOMES)
    assert list(frame["galat"].fillna(-1)) == [0, 12, -1, 0] and str(frame["galat"].dtype) == "Int64"
    assert frame["dampak_rupiah"][1] == Decimal("1234567890123456789")
    assert list(frame[frame["terperiksa"]]["berkas"]) == [o.path for o in OUTCOMES if o.audited]


def test_another_ending_and_a_missing_library_are_said(tmp_path, monkeypatch):
    with pytest.raises(OutputError, match=r"\.xlsx, \.csv, \.parquet, \.json"):
        refuse_foreign(tmp_path / "rekap.txt", force=False)
    monkeypatch.setattr(recap, "find_spec", lambda name: None)
    with pytest.raises(OutputError, match=r"pip install 'lkj-xlsx\[parquet\]'"):
        refuse_foreign(tmp_path / "rekap.parquet", force=False)


def test_what_was_not_audited_has_no_counts(tmp_path):
    write_recap(OUTCOMES, tmp_path / "r.csv")
    first = (tmp_path / "r.csv").read_text(encoding="utf-8").splitlines()[1]
    assert first.startswith("1,rusak.xlsx,,,,,,,,,,,,,,tidak,")
    write_recap(OUTCOMES, tmp_path / "r.xlsx")
    row = openpyxl.load_workbook(tmp_path / "r.xlsx")["Rekap"][5]
    assert [cell.value for cell in row][:16] == [1, "rusak.xlsx", *[None] * 13, "tidak"]
    write_recap(OUTCOMES, tmp_path / "r.json")
    (lost, *_) = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["rows"]
    assert (lost["galat"], lost["dampak_rupiah"]) == (None, None)
