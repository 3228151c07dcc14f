"""The order of work: what happens between the rules and the report."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lkj_xlsx import __version__, pipeline
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.record import Record
from tests.workbook_case import FULL, PRINTED, SAMPLES, TWIN, Typed, audited, changed, line, load, write

SDM = "Peningkatan Pemahaman dan Pengetahuan Perkoperasian serta Kapasitas dan Kompetensi SDM Koperasi"


def workbook(folder: Path, *typed: Typed, base: str = TWIN) -> Path:
    path = folder / "laporan.xlsx"
    write(changed(load(base), typed), path)
    return path


def breaking(rule: Rule) -> Rule:
    """The rule with a fault after its first finding."""

    def check(book: Book, ledger: Ledger) -> Iterator[Finding]:
        yield from list(rule.check(book, ledger))[:1]
        raise KeyError("kolom")

    return replace(rule, check=check)


def test_a_rule_that_raises_becomes_a_finding_and_the_others_survive(monkeypatch: pytest.MonkeyPatch):
    whole = audited(base=PRINTED)
    rules = [breaking(rule) if rule.code == "LKJ311" else rule for rule in pipeline.rules()]
    monkeypatch.setattr(pipeline, "rules", lambda: tuple(rules))
    _, findings = pipeline.examine(whole.book)
    lines = {line(finding) for finding in findings}
    assert lines - {line(finding) for finding in whole.findings} == {("LKJ901", "galat", "", "", "")}
    assert {line(finding) for finding in whole.findings} - lines == whole.of("LKJ311") != set()
    (failed,) = [finding for finding in findings if finding.code == "LKJ901"]
    assert "LKJ311" in str(failed.message) and "KeyError" in str(failed.message)


def test_the_percent_of_a_row_whose_amount_is_wrong_is_folded_under_it():
    audit = audited(Typed("realisasi_anggaran", SDM, "realisasi", "518.762.200"))
    percent = audit.at("Realisasi Anggaran!I44")
    assert percent.root == audit.at("Realisasi Anggaran!H44").where
    assert percent.level is Level.GALAT and percent.cause is not None
    assert str(percent.cause.evidence) == "99,43 adalah serapan anggaran baris induknya (Realisasi Anggaran!I43)"
    assert str(percent.step) == "Periksa lagi setelah Realisasi Anggaran!H44 dibetulkan."


def test_a_percent_that_stays_wrong_with_the_right_amount_is_not_folded():
    audit = audited(
        Typed("realisasi_anggaran", SDM, "realisasi", "518.762.200"),
        Typed("realisasi_anggaran", SDM, "serapan", "93,43"),
    )
    assert audit.at("Realisasi Anggaran!I44").root is None


def test_a_remark_on_the_writing_of_a_folded_figure_stays_by_itself():
    audit = audited(
        Typed("efisiensi", "1.3", "anggaran", "2.330.213.500"),
        Typed("efisiensi", "1.3", "serapan", "99,49, %", text=True),
    )
    roots = {finding.code: finding.root for finding in audit.findings if str(finding.where) == "Efisiensi!K7"}
    assert roots == {"LKJ211": None, "LKJ301": audit.at("Efisiensi!I7").where}


def test_a_cause_belongs_to_the_figure_it_explains():
    audit = audited(Typed("renstra", "1.3", "realisasi", "1,52 % (223 Unit)"))
    causes = {finding.code: finding.cause.kind if finding.cause else None for finding in audit.findings}
    assert causes == {"LKJ301": "salah-satu-angka", "LKJ354": None}


def test_the_worst_comes_first_then_what_changes_a_conclusion_then_the_table_each_with_what_follows_from_it():
    audit = audited(
        Typed("efisiensi", "1.3", "anggaran", "2.330.213.500"),
        Typed("target_realisasi", "2.1", "indikator", "Nilai AKIP OPD"),
        Typed("capaian_iku", "1.1", "capaian", "31,82"),
        Typed("capaian_iku", "2.1", "capaian", "92,40"),
        Typed("capaian_iku", "1.3", "capaian", "73,72"),
        Typed("renstra", "1.1", "kemajuan", "12,34 %"),
        Typed("renstra", "1.2", "kemajuan", "32 %"),
    )
    assert [(f.level.word, str(f.where)) for f in audit.findings] == [
        ("galat", "Capaian IKU!I7"),  # these change a word or a percent
        ("galat", "Capaian IKU!I8"),
        ("galat", "Efisiensi!I7"),
        ("galat", "Efisiensi!K7"),  # what follows from it
        ("beda", "Efisiensi!L7"),
        ("galat", "Renstra!I5"),  # this changes nothing else
        ("beda", "Capaian IKU!I5"),
        ("periksa", "Target dan Realisasi!D8"),
        ("catatan", "Renstra!I4"),
    ]


def test_findings_come_in_one_order_whatever_order_the_rules_have(monkeypatch: pytest.MonkeyPatch):
    whole = audited(base=PRINTED)
    turned = tuple(reversed(pipeline.rules()))
    monkeypatch.setattr(pipeline, "rules", lambda: turned)
    assert [line(f) for f in pipeline.examine(whole.book)[1]] == [line(f) for f in whole.findings]


def test_an_audit_tells_tool_source_template_and_office(tmp_path: Path):
    path = workbook(tmp_path)
    before = path.read_bytes()
    report = pipeline.audit(path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["laporan.xlsx"]
    assert report.tool == {"name": "lkj-xlsx", "version": __version__}
    assert report.source == {"path": "laporan.xlsx", "sha256": hashlib.sha256(before).hexdigest()}
    assert report.template == {"version": "1", "tahun": "2024"}
    assert report.identity["opd"] == "Dinas Koperasi dan Usaha Kecil dan Menengah"
    assert report.findings == () and report.worst() is None


def test_the_summary_counts_what_was_checked_what_agreed_and_each_level(tmp_path: Path):
    clean = pipeline.audit(workbook(tmp_path)).summary
    assert clean.checked == clean.agree > 100
    assert clean.by_level == {"galat": 0, "beda": 0, "periksa": 0, "catatan": 0}
    wrong = pipeline.audit(
        workbook(
            tmp_path,
            Typed("capaian_iku", "1.2", "capaian", "100,75"),
            Typed("efisiensi", "1.3", "capaian", "83,89"),
            Typed("renstra", "1.1", "kemajuan", None),
            Typed("target_realisasi", "2.1", "indikator", "Nilai AKIP OPD"),
        )
    ).summary
    assert wrong.by_level == {"galat": 1, "beda": 1, "periksa": 1, "catatan": 0}
    assert (wrong.checked, wrong.agree) == (clean.checked - 1, clean.agree - 3)  # one cell left to the tool


def test_what_could_not_be_checked_is_listed_with_its_reason(tmp_path: Path):
    items = pipeline.audit(workbook(tmp_path)).summary.not_checked
    reasons = {str(item.where): (item.what, item.reason) for item in items}
    assert "target" in reasons["Tahun Lalu!G5"][1]
    assert reasons["Tahun Lalu!F5"] == (
        "Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi: realisasi",
        "realisasi 2022 untuk ASET tidak ada di Data Dasar",
    )
    assert set(reasons) == {f"Tahun Lalu!{column}{row}" for column in "FG" for row in (5, 6, 7)}


def test_an_efficiency_without_a_chosen_formula_is_not_passed_over(tmp_path: Path):
    path = workbook(tmp_path, Typed("identitas", "", "rumus_efisiensi", None), base=FULL)
    items = pipeline.audit(path).summary.not_checked
    reasons = {str(item.where): item.reason for item in items if item.what.endswith(": efisiensi")}
    assert "rumus belum dipilih" in reasons["Efisiensi!L5"]
    assert {"Efisiensi!L5", "Efisiensi!L6", "Efisiensi!L7", "Efisiensi!L11"} <= set(reasons)


def records_alive() -> list[Record]:
    return [each for each in gc.get_objects() if isinstance(each, Record)]


@pytest.mark.parametrize("lalu", [None, SAMPLES / f"{FULL}.xlsx"], ids=["alone", "beside-last-year"])
@pytest.mark.parametrize("drawn", [False, True], ids=["outlined", "drawn"])
def test_an_audit_leaves_no_records_behind_that_only_the_collector_would_find(drawn: bool, lalu: Path | None):
    gc.collect()
    gc.disable()
    try:
        before = records_alive()  # of other tests; held here, so that no new record can have the identity of one
        pipeline.audit(SAMPLES / f"{PRINTED}.xlsx", lalu=lalu, drawn=drawn)
        known = set(map(id, before))
        assert [each for each in records_alive() if id(each) not in known] == []
    finally:
        gc.enable()
