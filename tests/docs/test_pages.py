"""The pages hold what the package declares, and text in them means nothing to Markdown."""

from __future__ import annotations

import pytest

from docs import pages
from lkj_xlsx import pipeline
from lkj_xlsx.model.declare import Source
from lkj_xlsx.spec.template import TEMPLATE


def section(page: str, heading: str) -> str:
    """The text under a heading, up to the next heading of any rank."""
    _, _, rest = page.partition(f"\n{heading}\n")
    assert rest, heading
    return rest.partition("\n#")[0]


def test_a_rule_has_its_manual_page_level_source_and_confidence():
    page = section(pages.rules(), "## LKJ201")
    assert "**Isian wajib kosong** (`isian-wajib`), tingkat *galat*" in page
    assert "**Apa yang diperiksa:** sel wajib yang dibiarkan kosong pada baris yang sudah diisi." in page
    assert "\n- Contoh yang ditemukan: indikator tertulis, tetapi Realisasi 2024 kosong.\n" in page
    assert page.rstrip().endswith("PermenPANRB 53/2014 Lampiran II (LKJ-2; teks aturan dilihat).")


def test_the_catalogue_tells_from_which_year_a_rule_applies():
    rows = pages.rules().splitlines()
    assert "| [LKJ333](#lkj333) | galat | Huruf AKIP tidak sesuai skor | sejak 2015 |" in rows
    assert "| [LKJ201](#lkj201) | galat | Isian wajib kosong | semua tahun |" in rows


def test_every_rule_option_measure_and_cause_stands_on_its_page():
    assert [rule.code for rule in pipeline.pages() if f"\n## {rule.code}\n" not in pages.rules()] == []
    for item in pipeline.variants():
        assert f"\n### {item.code}\n" in pages.options()
    assert [item.code for item in pipeline.measures() if f"`{item.code}`" not in pages.measures()] == []
    assert [kind.name for kind in pipeline.causes() if f"`{kind.name}`" not in pages.causes()] == []


def test_an_option_tells_its_formula_its_default_and_its_source():
    page = section(pages.options(), "### TURUN-1")
    assert "**(2 × target − realisasi) ÷ target × 100**" in page
    assert "Berlaku bila tidak ada yang dipilih." in page
    assert "(CAP-2; dari sumber kedua)" in page
    assert "Berlaku bila" not in section(pages.options(), "### TURUN-2")


def test_a_column_tells_its_form_and_who_fills_it():
    page = section(pages.template(), "## Capaian IKU")
    target, capaian = (next(line for line in page.splitlines() if f"`{key}`" in line) for key in ("target", "capaian"))
    assert target.startswith(r"| Target (tahun) \* | `target` | nilai menurut satuan barisnya | diisi |")
    assert capaian.startswith("| Capaian (tahun) (%) | `capaian` | persen | boleh kosong, dihitung alat |")


@pytest.mark.parametrize("sheet", TEMPLATE.sheets, ids=lambda sheet: sheet.key)
def test_every_column_stands_under_its_sheet(sheet):
    page = section(pages.template(), f"## {sheet.title}")
    assert [field.key for field in sheet.fields if f"| `{field.key}` |" not in page] == []


def test_a_source_names_who_cites_it():
    line = next(line for line in pages.sources().splitlines() if "(AKIP-1," in line)
    assert line.endswith("| LKJ333, LKJ334 |")


@pytest.mark.parametrize(
    "since, until, expected",
    [
        (None, None, "semua tahun"),
        (2015, None, "sejak 2015"),
        (None, 2020, "sampai 2020"),
        (2015, 2020, "2015–2020"),
    ],
)
def test_the_years_of_a_source(since, until, expected):
    assert pages.period(Source("X-1", "contoh", "D", since, until)) == expected


def test_signs_of_markdown_are_escaped():
    assert pages.plain("=A1*B1 <b> a|b [c] `d`") == r"=A1\*B1 \<b> a\|b \[c\] \`d\`"


def test_parts_of_a_manual_page_become_a_list_and_lines_join():
    page = "Mengapa penting: satu\ndua.\n\nAwal:\n- a\n  b\nContoh yang lolos: c"
    assert pages.manual(page) == "**Mengapa penting:** satu\ndua.\n\nAwal:\n\n- a b\n- Contoh yang lolos: c\n"
