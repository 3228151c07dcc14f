"""The report on a terminal: order, indentation, width, and the last word."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Sensitivity
from lkj_xlsx.writers.terminal import print_report
from tests.writers.small_reports import GALAT, GENERAL, NOTE, WRONG, report


def printed(made, width=80):
    stream = io.StringIO()
    print_report(made, console_width=width, stream=stream)
    return stream.getvalue().splitlines()


def test_the_whole_page():
    assert printed(report(NOTE, GALAT, GENERAL)) == [
        "Dinas Contoh & Rekan Kabupaten Contoh 2024",
        "",
        "Umum",
        "  BEDA  Triwulan  LKJ101",
        "    Lembar hilang.",
        "",
        "Tabel 3.9 Perbandingan Capaian dan Anggaran",
        "  GALAT  Efisiensi!H6  LKJ301",
        "    Rapat: capaian",
        "    Tertulis 97,94, hasil hitung ulang 97,54.",
        "    Sebab: Angka 5 tertulis 9.",
        "    Akibat: Predikat tidak berubah.",
        "    Langkah: Ganti 97,94 dengan 97,54.",
        "",
        "Tabel 3.10",
        "  CATATAN  Capaian IKU!G5  LKJ212",
        "    SHU",
        "    Memakai [titik] sebagai tanda desimal.",
        "",
        "Tidak diperiksa",
        "  Efisiensi 3.16: rumus belum dipilih (Efisiensi!L9)",
        "",
        "12 angka diperiksa, 10 sesuai. Temuan: 1 galat, 1 beda, 0 periksa, 1 catatan.",
        "Perbaiki yang bertanda GALAT di berkas Anda lebih dahulu, lalu periksa lagi.",
    ]


def test_a_consequence_is_indented_under_its_root_even_if_it_weighs_more():
    root = replace(GALAT, level=Level.BEDA, cause=None, consequence=None, step=None)
    follows = replace(
        GALAT,
        where=Where("Efisiensi", 6, 12),
        root=WRONG,
        cause=None,
        consequence=None,
        step=None,
        message=say("Efisiensi ikut salah."),
    )
    lines = printed(report(follows, root))
    assert lines.index("  BEDA  Efisiensi!H6  LKJ301") < lines.index("      GALAT  Efisiensi!L6  LKJ301")
    assert "        Ikut salah karena Efisiensi!H6." in lines


def test_two_findings_that_blame_each_other_are_both_printed_once():
    one = replace(GALAT, root=Where("Efisiensi", 7, 8))
    other = replace(GALAT, where=Where("Efisiensi", 7, 8), root=WRONG)
    heads = [line.split()[1] for line in printed(report(one, other)) if "LKJ301" in line]
    assert sorted(heads) == ["Efisiensi!H6", "Efisiensi!H7"]


def test_a_root_in_another_table_hides_nothing():
    root = replace(GALAT, tabel="3.4", where=Where("Data Dasar", 5, 4))
    lines = printed(report(root, replace(GALAT, root=Where("Data Dasar", 5, 4))))
    assert "  GALAT  Efisiensi!H6  LKJ301" in lines


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width):
    wordy = replace(GALAT, message=say("kata " * 60), subjek="Persentase Koperasi Berkualitas Berdasarkan Aset")
    lines = printed(report(wordy, GENERAL), width)
    assert max(map(len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_no_colour_codes_where_the_stream_is_no_terminal():
    assert "\x1b" not in "\n".join(printed(report(GALAT)))


@pytest.mark.parametrize(
    "findings, last",
    [
        ((), "Tidak ada yang perlu diperbaiki. Buku kerja hasil siap dilampirkan."),
        ((GENERAL,), "Samakan yang bertanda BEDA, atau catat alasannya di lembar Pengecualian, lalu periksa lagi."),
        ((NOTE,), "Tidak ada angka yang salah. Baca dahulu yang bertanda PERIKSA dan CATATAN sebelum dilampirkan."),
        (
            (replace(GALAT, accepted="Disetujui."),),
            "Tidak ada yang perlu diperbaiki. Buku kerja hasil siap dilampirkan.",
        ),
    ],
)
def test_the_last_line_says_what_to_do(findings, last):
    assert printed(report(*findings), 200)[-1] == last


def sensitive(*changed: int):
    return tuple(
        Sensitivity("Rumus Turun", f"TURUN-{n}", "predikat", n, 8, say(f"Bila TURUN-{n}: {n} berubah."))
        for n in changed
    )


@pytest.mark.parametrize(
    "changed, told",
    [
        ((), None),
        ((0, 0), None),
        ((0, 2), "Bila TURUN-2: 2 berubah."),
        ((1, 3, 0, 2), "Bila TURUN-3: 3 berubah. 2 pilihan lain juga berpengaruh; lihat Ringkasan."),
    ],
)
def test_one_line_says_what_rival_formulas_would_change(changed, told):
    lines = printed(report(sensitivity=sensitive(*changed)), 200)
    calm = printed(report(), 200)
    assert [line for line in lines if line not in calm] == ([told] if told else [])


def test_an_accepted_deviation_says_so():
    lines = printed(report(replace(GALAT, accepted="Disetujui Kepala Dinas.")))
    assert "  GALAT (diterima)  Efisiensi!H6  LKJ301" in lines
    assert "    Diterima: Disetujui Kepala Dinas." in lines
