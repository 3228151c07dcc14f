"""The Markdown document: short, whole, and never markup from the workbook."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.report import Report
from lkj_xlsx.writers.as_markdown import escaped, report_markdown
from tests.writers.small_reports import GALAT, GENERAL, NOTE, WRONG, report

HEAD = [
    "| Tingkat | Sel | Perihal | Tertulis | Seharusnya | Sebab atau langkah |",
    "| --- | --- | --- | --- | --- | --- |",
]


def test_the_whole_document():
    assert report_markdown(report(NOTE, GALAT, GENERAL)).splitlines() == [
        "## Dinas Contoh \\& Rekan Kabupaten Contoh 2024",
        "",
        "**BELUM SIAP dilampirkan: masih ada 1 temuan galat dan 1 temuan beda.**",
        "",
        "12 angka diperiksa, 10 sesuai. Temuan: 1 galat, 1 beda, 0 periksa, 1 catatan.",
        "",
        "### Umum",
        "",
        *HEAD,
        "| ≠ beda | Triwulan |  |  |  | Lembar hilang. |",
        "",
        "### Tabel 3.9 Perbandingan Capaian dan Anggaran",
        "",
        *HEAD,
        "| ‼ galat | Efisiensi!H6 | Rapat: capaian | 97,94 | 97,54 | Angka 5 tertulis 9. "
        "Predikat berubah dari Tinggi menjadi Sedang. |",
        "",
        "Tidak dapat diperiksa: 1 hal; rinciannya di buku kerja hasil.",
        "",
        "Perbaiki yang bertanda GALAT di berkas Anda lebih dahulu, lalu periksa lagi.",
        "",
        f"Berkas: lkj contoh.xlsx, SHA-256 `{'ab' * 32}`. Alat: lkj-xlsx 9.9. Ini hasil pemeriksaan hitungan dan "
        "kecocokan angka, bukan nilai atau predikat resmi evaluasi SAKIP, dan bukan pengganti reviu.",
    ]


def test_without_findings_it_is_ready_and_has_no_table():
    text = report_markdown(report())
    assert "**SIAP dilampirkan: tidak ada temuan galat atau beda, dan tidak ada yang kurang.**" in text
    assert "| Tingkat |" not in text


def test_what_follows_from_a_root_says_so_and_accepted_findings_are_only_counted():
    follows = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG, subject="SHU", label="")
    accepted = replace(GALAT, accepted="Ya.", where=Where("Efisiensi", 9, 8))
    text = report_markdown(report(follows, accepted, GALAT))
    assert "| ‼ galat | Efisiensi!L6 | SHU | 97,94 | 97,54 | Ikut salah karena Efisiensi!H6. |" in text
    assert "Efisiensi!H9 |" not in text
    assert "Diterima: 1." in text


def test_what_stands_above_an_open_finding_is_shown_whatever_it_is():
    follows = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG)
    places = [line.split("|")[1:3] for line in _rows(report(follows, replace(GALAT, accepted="Ya.")))]
    assert places == [[" ‼ galat (diterima) ", " Efisiensi!H6 "], [" ‼ galat ", " Efisiensi!L6 "]]
    light = [line.split("|")[1:3] for line in _rows(report(follows, replace(GALAT, level=Level.PERIKSA)))]
    assert [place for _, place in light] == [" Efisiensi!H6 ", " Efisiensi!L6 "]


def _rows(whole: Report) -> list[str]:
    return [line for line in report_markdown(whole).splitlines() if "Efisiensi!" in line]


def test_the_step_stands_where_no_cause_is_known():
    plain = replace(GALAT, cause=None, flips=(), level=Level.BEDA)
    assert "| 97,54 | Ganti 97,94 dengan 97,54. |" in report_markdown(report(plain))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a|b", "a\\|b"),
        ("dua\nbaris\r\n| x |", "dua baris \\| x \\|"),
        ('=HYPERLINK("x")', '\\=HYPERLINK("x")'),
        ("+cmd|' /C calc'!A0", "\\+cmd\\|' /C calc'!A0"),
        ("-", "\\-"),
        ("@SUM(A1)", "\\@\u2060SUM(A1)"),
        ("rapat @semua", "rapat @\u2060semua"),
        ("# judul", "\\# judul"),
        ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"),
        ("[klik](https://contoh.id)", "\\[klik\\](https:\\//contoh.id)"),
        ("*tebal* _miring_ `kode` ~coret~", "\\*tebal\\* \\_miring\\_ \\`kode\\` \\~coret\\~"),
        ("\\|", "\\\\\\|"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("3.901.964.176 (10 %)", "3.901.964.176 (10 %)"),
    ],
)
def test_text_stays_text(text, expected):
    assert escaped(text) == expected


def test_no_name_breaks_out_of_its_cell():
    odd = replace(GALAT, label="", subject="a | b\n| c", stated="=1|2", tabel="3.9", cause=None, flips=())
    (row,) = [line for line in report_markdown(report(odd)).splitlines() if line.startswith("| ‼")]
    assert len(re.findall(r"(?<!\\)\|", row)) == 7
