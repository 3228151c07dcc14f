"""The HTML page as text: nothing from outside, only text from the workbook, everything there without a script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Column, Item, Row, Sensitivity, Table
from lkj_xlsx.writers.as_html import report_html
from tests.writers.small_reports import GALAT, GENERAL, NOTE, SCALE, TABLE, WRONG, report

CHILD = replace(GALAT, where=Where("Efisiensi", 6, 12), root=WRONG, subject="Rapat", label="efisiensi")
VOID = {"meta", "input", "br", "link", "img"}
ATTACK = "</script><img src=x onerror=\"alert('1')\"><b>&amp;"


class Page(HTMLParser):
    """The elements of a page in order, each (tag, attributes, own text), and whether every element was closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.open: list[int] = []
        self.declared = ""
        self.feed(text)
        self.close()

    def handle_decl(self, decl):
        self.declared = decl

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag):
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data):
        for place in self.open:
            self.elements[place][2].append(data)

    def find(self, tag=None, **wanted):
        """Attributes and whole text of the elements with these attributes; `of` stands for `class`."""
        names = {"class" if name == "of" else name.replace("_", "-"): value for name, value in wanted.items()}
        return [
            (attributes, " ".join("".join(text).split()))
            for kind, attributes, text in self.elements
            if tag in (None, kind) and all(attributes.get(name) == value for name, value in names.items())
        ]

    def text(self, **wanted):
        return [text for _, text in self.find(**wanted)]


def page(*findings, **more):
    return Page(report_html(report(*findings, **more)))


def test_it_is_a_whole_page_in_indonesian():
    html = page(GALAT, NOTE, GENERAL)
    assert (html.declared, html.open) == ("DOCTYPE html", [])
    assert html.find("html")[0][0] == {"lang": "id"}
    assert html.text(tag="title") == ["Pemeriksaan LKj 2024 Dinas Contoh & Rekan"]
    assert html.text(tag="h1") == ["Dinas Contoh & Rekan"]


def test_names_are_unique_and_every_link_leads_somewhere():
    html = page(GALAT, CHILD, NOTE, GENERAL)
    names = [attributes["id"] for _, attributes, _ in html.elements if "id" in attributes]
    assert len(names) == len(set(names))
    links = [attributes["href"] for attributes, _ in html.find("a")]
    assert "#temuan-1" in links
    assert [link for link in links if link[1:] not in names or link[0] != "#"] == []


def test_nothing_is_asked_from_outside_and_the_policy_says_so():
    text = report_html(report(GALAT))
    html = Page(text)
    (style,), (script,) = (re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL) for tag in ("style", "script"))
    style_hash, script_hash = (
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)
    )
    assert html.find("meta", http_equiv="Content-Security-Policy")[0][0]["content"] == (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"https?:|url\(|@import|\bsrc=|\bon[a-z]+=|<link", text) == []
    assert [attributes for _, attributes, _ in html.elements if "style" in attributes] == []


def test_it_says_whether_it_is_ready_and_what_it_is_not():
    closed, opened = page(NOTE), page(GALAT)
    assert closed.text(of="status siap") == [
        "✓ SIAP dilampirkan: tidak ada temuan galat atau beda, dan tidak ada yang kurang. "
        "Tidak ada angka yang salah. Baca dahulu yang bertanda PERIKSA dan "
        "CATATAN sebelum dilampirkan."
    ]
    assert opened.text(of="kalimat") == ["‼ BELUM SIAP dilampirkan: masih ada 1 temuan galat."]
    assert all("bukan nilai atau predikat resmi evaluasi SAKIP" in text for text in opened.text(of="bukan"))
    assert len(opened.text(of="bukan")) == 2


def test_counts_by_level_leave_out_the_accepted():
    html = page(GALAT, replace(CHILD, accepted="Ya."), NOTE)
    assert [text.split()[0] for text in html.text(tag="button", type="button")] == ["1", "0", "0", "1"]
    assert "1 temuan diterima lewat lembar Pengecualian" in html.text(of="hitungan")[0]


def test_a_whole_finding():
    ((attributes, text),) = page(GALAT).find("article")
    assert attributes == {
        "class": "temuan galat",
        "id": "temuan-1",
        "data-level": "galat",
        "data-table": "3.9",
        "data-state": "terbuka",
    }
    assert text == (
        "1 ‼ galat Efisiensi!H6Tabel 3.9 LKJ301 Rapat: capaian Tertulis97,94→Seharusnya97,54Selisih0,40 "
        "Tertulis 97,94, hasil hitung ulang 97,54. SebabAngka 5 tertulis 9."
        "AkibatPredikat berubah dari Tinggi menjadi Sedang.LangkahGanti 97,94 dengan 97,54.TerkaitEfisiensi!F6, Renstra"
    )


def test_without_a_script_every_finding_is_there_and_the_filter_is_not():
    html = page(GALAT, CHILD, NOTE, GENERAL)
    assert [attributes["id"] for attributes, _ in html.find("article")] == [f"temuan-{n}" for n in (1, 2, 3, 4)]
    assert [attributes for attributes, _ in html.find("article") if "hidden" in attributes] == []
    assert "hidden" in html.find("form")[0][0]
    assert all("disabled" in attributes for attributes, _ in html.find("button", type="button"))


def test_what_follows_is_inside_its_root():
    (_, root), (_, child), *_ = page(GALAT, CHILD, NOTE).find("article")
    assert "1 temuan ikut salah karena sel ini" in root
    assert child in root
    assert "AkarIkut salah karena Efisiensi!H6." in child


def test_a_finding_leads_to_its_cell_and_the_cell_back():
    html = page(GALAT)
    ((place, _),) = [link for link in html.find("a") if link[1] == "Efisiensi!H6"]
    ((attributes, text),) = html.find("td", id=place["href"][1:])
    assert text == "97,54 ‼1"
    assert attributes["class"] == "galat angka"
    assert attributes["title"] == "Tertulis 97,94; hasil hitung ulang 97,54."
    ((back, _),) = html.find("a", of="rujukan galat")
    assert (back["href"], back["aria-label"]) == ("#temuan-1", "temuan 1, galat")


def test_a_flagged_cell_without_a_finding_is_marked_without_a_link():
    cells = [text for _, text in page().find("td")]
    assert "97,54 ‼" in cells
    assert page().find("a", of="rujukan galat") == []


def test_a_finding_about_a_heading_leads_to_it_and_the_heading_back():
    year = Where("Data Dasar", 5, 8)
    columns = (
        Column("uraian", "Uraian"),
        Column("target", "Target (2024)", "angka", level=Level.BEDA, note="Akhirnya 2026.", sources=(year,)),
        Column("awal", "Data Awal", "angka", level=Level.CATATAN),
    )
    html = page(replace(GALAT, level=Level.BEDA, where=year), tables=(Table("3.4", "Data", columns, (Row({}),)),))
    ((place, _),) = [link for link in html.find("a") if link[1] == "Data Dasar!H5"]
    ((attributes, text),) = html.find("th", id=place["href"][1:])
    assert (text, attributes["class"], attributes["title"]) == ("Target (2024) ≠1", "beda", "Akhirnya 2026.")
    assert [text for a, text in html.find("th", of="catatan")] == ["Data Awal •"]


def test_joined_cells_and_groups_of_headings():
    html = page()
    assert [(attributes.get("rowspan"), text) for attributes, text in html.find("td") if "rowspan" in attributes] == [
        ("2", "Koperasi maju"),
        ("2", "3.901.964.176"),
    ]
    assert [(a.get("rowspan"), a.get("colspan"), text) for a, text in html.find("th")][1:] == [
        ("2", None, "Sasaran Strategis"),
        ("2", None, "Indikator Kinerja"),
        (None, "2", "Kinerja"),
        (None, None, "Anggaran"),
        ("2", None, "Penilaian"),
        (None, None, "Target"),
        (None, None, "Capaian (%)"),
        (None, None, "Anggaran (Rp)"),
    ]


def test_a_joined_cell_is_found_from_every_row_it_stands_for():
    below = replace(GALAT, where=Where("Efisiensi", 6, 2))  # the second row of the joined sasaran
    html = page(below)
    ((place, _),) = [link for link in html.find("a") if link[1] == "Efisiensi!B6"]
    assert html.find("td", id=place["href"][1:])[0][1] == "Koperasi maju ‼1"


def test_ratings_have_a_mark_beside_their_word():
    assert {"▲ Sangat Tinggi", "▼ Sangat Rendah"} <= set(page().text(tag="td"))


def test_the_rest_of_the_report_is_told():
    html = page(
        GALAT,
        options=(("Rumus Efisiensi", "Capaian ÷ serapan", "Dari sebuah laporan"),),
        sensitivity=(
            Sensitivity("Rumus Efisiensi", "EFF-2", "efisien", 1, 4, say("Satu dari empat berubah.")),
            Sensitivity("Rumus Efisiensi", "EFF-3", "efisien", 0, 4, say("Tetap.")),
        ),
    )
    main = html.text(tag="main")[0]
    for words in (
        "Efisiensi 3.16Efisiensi!L9rumus belum dipilih",
        "Rumus EfisiensiCapaian ÷ serapanDari sebuah laporan",
        "EFF-2: 1 dari 4Satu dari empat berubah.",
        "Tidak mengubah apa punEFF-3",
        "ab" * 32,
        "lkj contoh.xlsx",
        "lkj-xlsx 9.9",
        "Total anggaranRp 11.567.255.701",
        "Serapan anggaran96,18 %",
    ):
        assert words in main


def test_the_filter_offers_the_tables_that_have_findings_in_the_order_of_their_numbers():
    html = page(NOTE, GALAT, GENERAL)
    options = [(attributes["value"], text) for attributes, text in html.find("option")]
    assert options[6:10] == [
        ("umum", "Umum (di luar tabel)"),
        ("3.9", "Tabel 3.9 Perbandingan Capaian dan Anggaran"),
        ("3.10", "Tabel 3.10"),
        ("", "Semua"),
    ]


def test_no_findings():
    html = page()
    assert html.text(of="kosong") == ["Tidak ada temuan."]
    assert html.find("form") == []


@pytest.mark.parametrize("attack", [ATTACK, "' onmouseover=alert(1) x='", "{{ 7 * 7 }}", '=HYPERLINK("x")'])
def test_text_from_the_workbook_is_only_text(attack):
    items = {"indikator": Item(attack, note=attack, source=Where(attack, 1, 1))}
    table = replace(TABLE, title=attack, rows=(*TABLE.rows, Row(items)), notes=(attack,))
    finding = replace(
        GALAT,
        where=Where(attack, 1, 1),
        subject=attack,
        stated=attack,
        recomputed=attack,
        tabel=attack,
        message=say("Tertulis {x}.", x=attack),
        accepted=attack,
        step=say("{x}", x=attack),
        related=(Where(attack, 2, 2),),
        root=Where(attack, 3, 3),
    )
    odd = replace(
        report(finding, tables=(SCALE, table)),
        options=((attack, attack, attack),),
        identity={"opd": attack, "kabupaten": attack, "tahun": "2024"},
        source={"path": "x.xlsx", "sha256": attack},
    )
    html = Page(report_html(odd))
    plain = page(
        replace(GALAT, accepted="Ya."),
        options=(("a", "b", "c"),),
        tables=(
            SCALE,
            replace(TABLE, rows=(*TABLE.rows, Row({"indikator": Item("x", note="y", source=Where("Z", 1, 1))}))),
        ),
    )
    kinds = {(tag, name) for tag, attributes, _ in html.elements for name in attributes}
    assert kinds <= {(tag, name) for tag, attributes, _ in plain.elements for name in attributes}
    assert {tag for tag, _, _ in html.elements} <= {tag for tag, _, _ in plain.elements}
    assert html.text(tag="h1") == [" ".join(attack.split())]
    assert attack in html.find("article")[0][1]


def test_a_year_is_no_thousand_and_figures_are_indonesian():
    html = page(replace(GALAT, stated=Decimal(2024), recomputed=Decimal(2026), difference=None, level=Level.BEDA))
    assert "Tertulis2024→Pembanding2026" in html.find("article")[0][1]


def test_the_same_report_gives_the_same_text():
    assert report_html(report(NOTE, GALAT, CHILD)) == report_html(report(CHILD, GALAT, NOTE))
