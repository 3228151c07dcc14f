"""Accepted deviations: what an entry must say, what it may answer for, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.findings.acceptance import accepted
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.rules.entries import wajib
from lkj_xlsx.rules.pengecualian import tidak_lengkap
from tests.book_builder import make
from tests.workbook_case import TWIN, Typed, changed, load, read, write

ENTRY = {
    "kode_temuan": "LKJ301",
    "lembar": "Capaian IKU",
    "sel": "I5",
    "alasan": "Dibahas bersama Inspektorat",
    "penyetuju": "Sekretaris",
    "tanggal": "2025-01-12",
    "berlaku": "2025-12-31",
}
SDM = "Peningkatan Pemahaman dan Pengetahuan Perkoperasian serta Kapasitas dan Kompetensi SDM Koperasi"
WHY = "Dibahas bersama Inspektorat (Sekretaris, 12/01/2025)"
WRONG = Finding("LKJ301", "selisih", Level.GALAT, say("Tertulis 32."), Where("CAPAIAN IKU", 5, 9), "3.3")


def book(*rows: dict[str, str], **changes: str):
    return make({"pengecualian": rows or [{**ENTRY, **changes}]})


def told(findings) -> list[tuple[str, str, str]]:
    return [(f.code, str(f.where), f.accepted) for f in findings]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"sel": "$I$5"},
        {"sel": "i5"},
        {"lembar": "capaian  iku"},
        {"kode_temuan": "lkj301"},
        {"berlaku": ""},
        {"berlaku": "2025-06-30"},
        {"tanggal": "12/01/2025"},
    ],
    ids=str,
)
def test_a_complete_entry_that_names_the_finding_accepts_it(changes):
    assert told(accepted([WRONG], book(**changes), date(2025, 6, 30))) == [("LKJ301", "CAPAIAN IKU!I5", WHY)]


@pytest.mark.parametrize("changes", [{"sel": "I6"}, {"lembar": "Efisiensi"}, {"kode_temuan": "LKJ302"}], ids=str)
def test_an_entry_beside_the_finding_accepts_nothing_and_is_told(changes):
    found = accepted([WRONG], book(**changes))
    assert told(found) == [("LKJ301", "CAPAIAN IKU!I5", ""), ("LKJ802", "Pengecualian!A5", "")]
    assert found[1].level is Level.PERIKSA
    assert str(found[1].message).startswith(f"Tidak ada temuan {changes.get('kode_temuan', 'LKJ301')} di ")


def test_the_day_after_the_last_one_the_finding_counts_again():
    found = accepted([WRONG], book(berlaku="2025-06-30"), date(2025, 7, 1))
    assert told(found) == [("LKJ301", "CAPAIAN IKU!I5", ""), ("LKJ801", "Pengecualian!A5", "")]
    assert str(found[1].message) == (
        "Pengecualian LKJ301 di Capaian IKU!I5 berlaku sampai 30/06/2025. Temuannya dihitung kembali."
    )


def test_without_a_day_nothing_has_run_out():
    assert told(accepted([WRONG], book(berlaku="2000-01-01"))) == [("LKJ301", "CAPAIAN IKU!I5", WHY)]


def test_a_renewed_entry_replaces_the_expired_one():
    rows = ({**ENTRY, "berlaku": "2024-12-31"}, {**ENTRY, "penyetuju": "Kepala Dinas"})
    found = accepted([WRONG], book(*rows), date(2025, 6, 30))
    assert told(found) == [("LKJ301", "CAPAIAN IKU!I5", "Dibahas bersama Inspektorat (Kepala Dinas, 12/01/2025)")]


def test_an_expired_entry_without_its_finding_is_left_over():
    assert told(accepted([], book(berlaku="2024-12-31"), date(2025, 6, 30))) == [("LKJ802", "Pengecualian!A5", "")]


@pytest.mark.parametrize("code", ["LKJ101", "LKJ901", "LKJ801"])
def test_structure_and_failed_rules_cannot_be_accepted(code):
    where = None if code == "LKJ901" else Where("Capaian IKU", 5, 9)
    finding = Finding(code, "aturan", Level.GALAT, say("Ada yang salah."), where)
    found = accepted([finding], book(kode_temuan=code))
    assert told(found) == [(code, str(where), ""), ("LKJ802", "Pengecualian!A5", "")]
    assert str(found[1].message) == f"Temuan {code} tidak dapat dikecualikan; baris ini tidak berlaku."


@pytest.mark.parametrize(
    "changes, lacking",
    [
        ({"alasan": ""}, "alasan"),
        ({"penyetuju": ""}, "penyetuju"),
        ({"tanggal": ""}, "tanggal"),
        ({"alasan": "", "penyetuju": ""}, "alasan, penyetuju"),
        ({"sel": ""}, "sel"),
        ({"tanggal": "awal tahun"}, "tanggal yang terbaca"),
        ({"berlaku": "selamanya"}, "masa berlaku yang terbaca"),
    ],
    ids=str,
)
def test_an_incomplete_entry_accepts_nothing_and_says_what_it_lacks(changes, lacking):
    made = book(**changes)
    assert told(accepted([WRONG], made)) == [("LKJ301", "CAPAIAN IKU!I5", "")]
    (finding,) = tidak_lengkap.check(made, Ledger())
    assert (finding.code, finding.level, str(finding.where)) == ("LKJ803", Level.PERIKSA, "Pengecualian!A5")
    assert str(finding.message) == f"Baris 5 belum menyebut {lacking}; temuannya tetap dihitung."


def test_a_complete_entry_is_not_called_incomplete():
    assert list(tidak_lengkap.check(book(), Ledger())) == []


def test_an_open_finding_under_an_accepted_root_still_counts(tmp_path):
    amount, percent = "Realisasi Anggaran!H44", "Realisasi Anggaran!I44"
    data = changed(load(TWIN), [Typed("realisasi_anggaran", SDM, "realisasi", "518.762.200")])
    data["lembar"]["pengecualian"] = [
        {**ENTRY, "kode_temuan": "LKJ321", "lembar": "Realisasi Anggaran", "sel": "H44", "berlaku": None}
    ]
    write(data, tmp_path / "lkj.xlsx")
    report = pipeline.audit(tmp_path / "lkj.xlsx", date(2025, 6, 30))
    (branch,) = [branch for branch in report.tree if str(branch.finding.where) == amount]
    assert branch.finding.accepted == WHY
    assert [(depth, str(f.where), f.accepted) for depth, f in branch.walk()][1:] == [(1, percent, "")]
    assert (report.worst(), report.summary.accepted) == (Level.GALAT, 1)


def whole(tmp_path, **changes: str | None):
    data = changed(load(TWIN), [Typed("capaian_iku", "1.1", "capaian", "39,71")])
    data["lembar"]["pengecualian"] = [{**ENTRY, **changes}]
    path = tmp_path / "lkj.xlsx"
    write(data, path)
    return path


def test_the_report_keeps_an_accepted_finding_but_no_longer_counts_it(tmp_path):
    path = whole(tmp_path)
    report = pipeline.audit(path, date(2025, 6, 30))
    assert [(f.code, str(f.where), f.accepted) for f in report.findings] == [("LKJ301", "Capaian IKU!I5", WHY)]
    assert (report.worst(), report.summary.by_level["galat"], report.summary.accepted) == (None, 0, 1)
    table = next(table for table in report.tables if table.number == "3.3")
    item = table.rows[0].items["capaian"]
    assert f"{item.value:.2f}" == "39.71" and item.level is None and WHY in item.note
    late = pipeline.audit(path, date(2026, 1, 1))
    assert (late.worst(), late.summary.accepted) == (Level.GALAT, 0)
    assert {f.code for f in late.findings} == {"LKJ301", "LKJ801"}


def test_a_blank_reason_is_told_once(tmp_path):
    audit = read(whole(tmp_path, alasan=None))
    assert {f.code for f in audit.findings} == {"LKJ301", "LKJ803"}
    assert list(wajib.check(audit.book, audit.ledger)) == []
