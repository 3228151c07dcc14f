"""The documents made from the code are what the code makes today."""

from __future__ import annotations

import pytest

from docs.build import DOCS, MADE, SCREEN, audited, with_screens


@pytest.mark.parametrize("name", MADE)
def test_a_page_is_what_the_code_makes(name):
    assert (DOCS / name).read_text(encoding="utf-8") == MADE[name](), "python -m docs.build"


def test_a_screen_is_replaced_by_what_the_command_prints():
    mark = "<!-- layar: lkj-batubara-2024.xlsx, 4 awal, 1 akhir -->\n```text\n"
    text = with_screens(f"Awal.\n\n{mark}lama\nlama\n```\n\nAkhir.\n")
    assert text == (
        f"Awal.\n\n{mark}"
        "Dinas Koperasi dan Usaha Kecil dan Menengah Kabupaten Batu Bara 2024\n\n"
        "Tabel 3.3 Capaian Indikator Kinerja Utama Tahun 2024\n  BEDA  Capaian IKU!I5  LKJ302\n  ...\n\n"
        "Perbaiki yang bertanda GALAT di berkas Anda lebih dahulu, lalu periksa lagi.\n```\n\nAkhir.\n"
    )


def test_a_screen_shows_the_end_alone_or_everything():
    mark = "<!-- layar: lkj-batubara-2024-benar.xlsx, {}, {} akhir -->\n```text\n```\n"
    assert with_screens(mark.format("0 awal", 1)).splitlines()[2:-1] == audited("lkj-batubara-2024-benar.xlsx")[-1:]
    whole = with_screens(mark.format("0 awal", 999)).splitlines()[2:-1]
    assert whole == audited("lkj-batubara-2024-benar.xlsx")


def test_the_guide_shows_screens():
    guide = (DOCS / "panduan.md").read_text(encoding="utf-8")
    assert [match["sample"] for match in SCREEN.finditer(guide)] == [
        "lkj-batubara-2024.xlsx",
        "lkj-batubara-2024-benar.xlsx",
    ]
    assert all(len(line) <= 80 for match in SCREEN.finditer(guide) for line in match[0].splitlines())
