"""What a look at a workbook shows: the page for people and the document for machines."""

from __future__ import annotations

import json

from lkj_xlsx.model.inspection import Counts, Inspection, SheetFacts, SheetKind, Visibility
from lkj_xlsx.writers.inspection import inspection_json, inspection_text

FIRST = SheetFacts(
    "Capaian IKU",
    counts=Counts(numbers=1_200, percents=40, texts=9, text_numbers=7, errors=3, formulas=5, unsaved=2, merges=4),
    codes={"#DIV/0!": 2, "#N/A": 1},
    places={"errors": ("C2", "C3", "D9"), "text_numbers": ("A1", "A2", "A3", "A4", "A5"), "unsaved": ("F1", "F2")},
)
CHART = SheetFacts("Grafik", SheetKind.GRAFIK)
HIDDEN = SheetFacts(
    "Gudang", visibility=Visibility.SANGAT_TERSEMBUNYI, counts=Counts(numbers=1, errors=1), codes={"#N/A": 1}
)


def inspected(**more):
    given = {
        "name": "kiriman.xlsx", "sha256": "ab" * 32, "size": 12_345, "application": "Microsoft Excel 16.0300",
        "strict": False, "from_1904": False, "macros": False, "links": (), "outside": {}, "names": (),
        "broken_names": (), "sheets": (FIRST, CHART, HIDDEN), **more,
    }  # fmt: skip
    return Inspection(**given)


def test_the_page_tells_the_file_then_what_to_know_then_each_sheet():
    lines = inspection_text(inspected()).splitlines()
    assert lines[:2] == ["kiriman.xlsx · 12.345 bita · SHA-256", "  " + "ab" * 32]
    assert lines[2:4] == ["Disimpan terakhir oleh: Microsoft Excel 16.0300", "Lembar: 3, 1 tersembunyi"]
    assert "- Sel galat: 4 (#DIV/0! 2, #N/A 2)." in lines
    assert [line for line in lines if line.endswith(")") and not line.startswith("-")] == [
        "Capaian IKU (lembar kerja)",
        "Grafik (lembar grafik)",
        "Gudang (lembar kerja, sangat tersembunyi)",
    ]


def test_a_sheet_lists_its_counts_with_the_first_cells():
    text = inspection_text(inspected())
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "  1214 sel terisi\n" in text
    assert "     1200 angka\n           40 di antaranya persen\n" in text
    assert "tersimpan sebagai teks: A1, A2, A3, A4, A5, ..." in " ".join(text.split())
    assert "rumus tanpa hasil tersimpan: F1, F2\n" in text
    assert "komentar" not in text, "what is not there is not listed"


def test_each_oddity_of_the_file_has_its_line():
    text = inspection_text(inspected(
        macros=True, links=("anggaran.xlsx",), outside={"hyperlink": 2}, from_1904=True, strict=True,
        names=("_xlnm.Print_Area", "nilai", "hilang"), broken_names=("hilang",), application="",
    ))  # fmt: skip
    for words in (
        "memuat makro. Makro tidak dijalankan", "merujuk berkas lain, yang tidak dibuka: anggaran.xlsx",
        "tidak dibuka: hyperlink (2)", "dihitung sejak 1904", "Strict Open XML", "Nama terdefinisi: 2 (nilai, hilang)",
        "(#REF!): hilang", "Disimpan terakhir oleh: tidak disebut",
    ):  # fmt: skip
        assert words in text


def test_a_clean_file_has_no_list_of_oddities():
    assert "Yang perlu diketahui" not in inspection_text(
        inspected(sheets=(SheetFacts("Isi", counts=Counts(numbers=1)),))
    )


def test_signs_that_steer_a_terminal_do_not_pass():
    text = inspection_text(inspected(sheets=(SheetFacts("a\x1b[31m\u202eb\nc"),), links=("x\x9by",)))
    assert "a\ufffd[31m\ufffdb c (lembar kerja)" in text
    assert "\x9b" not in text


def test_many_names_are_cut_in_the_page_and_whole_in_the_document():
    inspection = inspected(names=tuple(f"nama{n}" for n in range(30)))
    assert "nama19 dan 10 lagi" in inspection_text(inspection)
    assert len(json.loads(inspection_json(inspection))["names"]) == 30


def test_the_document_holds_every_count_as_a_number():
    printed = json.loads(inspection_json(inspected()))
    assert printed["source"] == {"path": "kiriman.xlsx", "sha256": "ab" * 32, "size": 12_345}
    assert (printed["date_system"], printed["macros"], printed["external_links"]) == (1900, False, [])
    totals = printed["totals"]
    assert (totals["sheets"], totals["hidden_sheets"], totals["other_sheets"]) == (3, 1, 1)
    assert (totals["cells"], totals["numbers"], totals["errors"], totals["unsaved"]) == (1216, 1201, 4, 2)
    assert totals["error_codes"] == {"#DIV/0!": 2, "#N/A": 2}
    first = printed["sheets"][0]
    assert (first["kind"], first["visibility"], first["cells"]) == ("worksheet", "visible", 1214)
    assert first["first_cells"]["errors"] == ["C2", "C3", "D9"]
    assert printed["sheets"][2]["visibility"] == "very hidden"


def test_the_document_holds_no_sign_that_steers():
    assert "\x7f" not in inspection_json(inspected(sheets=(SheetFacts("a\x7fb"),)))


def test_formats_that_the_file_lacks_are_told_with_the_first_cell():
    bare = SheetFacts("Isi", counts=Counts(numbers=1), places={"unformatted": ("B7",)})
    text = " ".join(inspection_text(inspected(sheets=(bare,))).split())
    assert "Format angka tidak ada di dalam berkas (mulai Isi!B7); persen dan tanggal tampak angka biasa." in text
    assert "Format angka" not in inspection_text(inspected())
