"""The report on a terminal: order, indentation, width, and the last word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import NotChecked, Sensitivity
from lkj_xlsx.writers.terminal import MOST_FINDINGS, print_report
from tests.writers.small_reports import GALAT, GENERAL, NOTE, WRONG, lacking, report


def printed(whole, width=80):
    stream = io.StringIO()
    print_report(whole, console_width=width, stream=stream)
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
        "    Akibat: Predikat berubah dari Tinggi menjadi Sedang.",
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
        "BELUM SIAP dilampirkan: masih ada 1 temuan galat dan 1 temuan beda.",
        "Perbaiki yang bertanda GALAT di berkas Anda lebih dahulu, lalu periksa lagi.",
    ]


def test_a_consequence_is_indented_under_its_root_even_if_it_weighs_more():
    root = replace(GALAT, level=Level.BEDA, cause=None, flips=(), step=None)
    follows = replace(
        GALAT,
        where=Where("Efisiensi", 6, 12),
        root=WRONG,
        cause=None,
        flips=(),
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


def test_what_follows_from_another_table_stands_under_its_root():
    root = replace(GALAT, tabel="3.4", where=Where("Data Dasar", 5, 4))
    lines = printed(report(replace(GALAT, root=root.where), root))
    assert [line for line in lines if "LKJ301" in line or line.startswith("Tabel")] == [
        "Tabel 3.4",
        "  GALAT  Data Dasar!D5  LKJ301",
        "      GALAT  Efisiensi!H6  LKJ301",
    ]


def test_an_accepted_root_is_the_heading_of_an_open_finding():
    follows = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG)
    lines = printed(report(follows, replace(GALAT, accepted="Disetujui.")))
    assert [line for line in lines if "LKJ301" in line] == [
        "  GALAT (diterima)  Efisiensi!H6  LKJ301",
        "      GALAT  Efisiensi!L6  LKJ301",
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width):
    wordy = replace(GALAT, message=say("kata " * 60), subject="Persentase Koperasi Berkualitas Berdasarkan Aset")
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
    "changed, sentence",
    [
        ((), None),
        ((0, 0), None),
        ((0, 2), "Bila TURUN-2: 2 berubah."),
        ((1, 3, 0, 2), "Bila TURUN-3: 3 berubah. 2 pilihan lain juga berpengaruh; lihat Ringkasan."),
    ],
)
def test_one_line_says_what_rival_formulas_would_change(changed, sentence):
    lines = printed(report(sensitivity=sensitive(*changed)), 200)
    calm = printed(report(), 200)
    assert [line for line in lines if line not in calm] == ([sentence] if sentence else [])


def test_an_accepted_deviation_says_so():
    lines = printed(report(replace(GALAT, accepted="Disetujui Kepala Dinas.")))
    assert "  GALAT (diterima)  Efisiensi!H6  LKJ301" in lines
    assert "    Diterima: Disetujui Kepala Dinas." in lines


def not_checked(items: Sequence[NotChecked]) -> list[str]:
    whole = report()
    lines = printed(replace(whole, summary=replace(whole.summary, not_checked=tuple(items))), 500)
    start = lines.index("Tidak diperiksa") + 1
    return lines[start : lines.index("", start)]


def empty(rows: Sequence[int], column: int = 9, label: str = "serapan", sheet: str = "Anggaran") -> list[NotChecked]:
    return [
        NotChecked(say("{0}: {1}", f"Kegiatan {row}", say(label)), "belum diisi", Where(sheet, row, column))
        for row in rows
    ]


FULL_LIST = "  Daftar lengkapnya ada di lembar Ringkasan buku kerja hasil dan di --format json."


def test_a_short_list_of_what_was_not_checked_names_every_subject():
    notices = not_checked([*empty(range(1, 13)), *empty([1])])
    assert notices[0] == "  Kegiatan 1: serapan: belum diisi (Anggaran!I1, Anggaran!I1)"
    assert len(notices) == 12


def test_a_long_list_of_what_was_not_checked_is_told_by_reason():
    odd = NotChecked("Opini: predikat", "predikat tanpa skor", Where("Efisiensi", 3, 4))
    both = [item for row in range(5, 3005, 2) for column in (9, 10) for item in empty([row], column, f"hal {column}")]
    assert not_checked([odd, *both]) == [
        "  Opini: predikat: predikat tanpa skor (Efisiensi!D3)",
        "  hal 9: belum diisi: 1.500 angka (Anggaran!I5, I7, I9, I11, I13, I15, … dan 1.494 sel lain)",
        "  hal 10: belum diisi: 1.500 angka (Anggaran!J5, J7, J9, J11, J13, J15, … dan 1.494 sel lain)",
        FULL_LIST,
    ]


def test_cells_that_follow_each_other_are_ranges_and_each_sheet_is_named_once():
    rows = [*range(5, 15), 20, 30]
    assert not_checked([*empty(rows), *empty(rows, sheet="Efisiensi")])[0] == (
        "  Kegiatan 5: serapan: belum diisi (Anggaran!I5, Efisiensi!I5)"
    )
    notices = not_checked([item for row in range(40, 60) for item in (*empty([row]), *empty([row], sheet="Efisiensi"))])
    assert notices == ["  serapan: belum diisi: 40 angka (Anggaran!I40:I59, Efisiensi!I40:I59)", FULL_LIST]


def test_one_entry_with_many_cells_is_shortened_too():
    same = [NotChecked("Rapat: sisa", "belum diisi", Where("Anggaran", row, 9)) for row in range(1, 41, 2)]
    assert not_checked(same) == [
        "  Rapat: sisa: belum diisi (Anggaran!I1, I3, I5, I7, I9, I11, … dan 14 sel lain)",
        FULL_LIST,
    ]


def test_reasons_that_differ_in_a_name_are_told_together():
    items = [
        NotChecked(say("{0}: {1}", f"Kegiatan {n}", "capaian"), say("tertulis {0}", n), Where("Efisiensi", n, 2))
        for n in range(1, 31)
    ]
    assert not_checked(items) == [
        "  capaian: tertulis 1, dan 29 alasan yang serupa: 30 angka (Efisiensi!B1:B30)",
        FULL_LIST,
    ]


def test_a_long_list_without_anything_alike_is_cut():
    items = [NotChecked(f"Hal {n}", f"sebab {n}") for n in range(1, 101)]
    notices = not_checked(items)
    assert (notices[0], notices[-2:]) == ("  Hal 1: sebab 1", ["  … dan 70 angka lain.", FULL_LIST])
    assert len(notices) == 32


def test_of_a_table_with_very_many_findings_the_first_are_printed_and_the_others_counted():
    many = [replace(GALAT, where=Where("Efisiensi", row, 8)) for row in range(1, MOST_FINDINGS + 1001)]
    lines = printed(report(*many, NOTE), 200)
    heads = [line for line in lines if "LKJ301" in line]
    assert (len(heads), heads[-1]) == (MOST_FINDINGS, f"  GALAT  Efisiensi!H{MOST_FINDINGS}  LKJ301")
    more = "temuan lain di tabel ini; semuanya ada di lembar Temuan buku kerja hasil dan di --format json"
    assert f"  … dan 1.000 {more}" in lines
    assert "  CATATAN  Capaian IKU!G5  LKJ212" in lines
    assert f"{MOST_FINDINGS + 1000} galat" in lines[-3]
    few = printed(report(*many[:MOST_FINDINGS]), 200)
    assert not any("temuan lain" in line for line in few)


def test_notes_of_one_kind_in_several_tables_are_one_line():
    notes = [replace(NOTE, tabel=f"3.{n}", where=Where("Capaian IKU", n, 7)) for n in range(1, 6)]
    lines = printed(report(*notes), 200)
    assert lines[lines.index("Catatan di beberapa tabel") + 1 :][:2] == [
        "  CATATAN  LKJ212",
        "    5 catatan seperti ini (Capaian IKU!G1, Capaian IKU!G2, Capaian IKU!G3, Capaian IKU!G4, Capaian IKU!G5): "
        "Memakai [titik] sebagai tanda desimal.",
    ]
    assert not any(line.startswith("Tabel 3.") for line in lines)


def test_what_is_missing_is_listed_and_told_at_the_end():
    lines = printed(lacking(report()), 200)
    assert lines[lines.index("Belum lengkap") + 1] == "  SHU: predikat: tertulis - (Capaian IKU!J5)"
    assert lines[-2:] == [
        "BELUM LENGKAP: 1 hal belum ada atau belum dapat diperiksa.",
        "Lengkapi yang tercantum pada Belum lengkap di berkas Anda, lalu periksa lagi.",
    ]


def test_a_region_that_the_office_names_already_is_not_repeated():
    regency = {"opd": "Pemerintah Kabupaten Maju", "kabupaten": "Kabupaten Maju", "tahun": "2025"}
    assert printed(report(identity=regency))[0] == "Pemerintah Kabupaten Maju 2025"
