"""The finished workbook, read back with another library."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import Place, Span, express
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import (
    Applied,
    Chart,
    Check,
    Column,
    Item,
    Narrative,
    Review,
    Row,
    Section,
    Sensitivity,
    Series,
    Table,
)
from lkj_xlsx.writers.workbook import sheet_names, write_workbook
from tests.writers.small_reports import GALAT, GENERAL, NOTE, SHEET, TABLE, WRONG, lacking, report


def written(path, whole):
    write_workbook(whole, path / "hasil.xlsx")
    return openpyxl.load_workbook(path / "hasil.xlsx")


@pytest.fixture
def table(tmp_path):
    return written(tmp_path, report(GALAT, NOTE, GENERAL))["Tabel 3.9"]


def texts(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def beside(sheet, label):
    """The cell to the right of a label."""
    return next(row[index + 1] for row in sheet.iter_rows() for index, cell in enumerate(row) if cell.value == label)


def test_sheets_in_reading_order(tmp_path):
    assert written(tmp_path, report(GALAT)).sheetnames == ["Ringkasan", "Indeks", "Temuan", "Tabel 3.2", "Tabel 3.9"]


def test_the_same_report_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(report(GALAT, NOTE), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_nothing_becomes_a_formula_or_a_link_outside(tmp_path):
    write_workbook(report(replace(GALAT, subject="+cmd|x", stated="=1+1"), NOTE), tmp_path / "hasil.xlsx")
    with zipfile.ZipFile(tmp_path / "hasil.xlsx") as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert [name for name in parts.namelist() if "externalLink" in name or "vba" in name] == []
        relations = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")]
    assert [sheet for sheet in sheets if re.search(r"<f[ >]", sheet)] == []
    assert [text for text in relations if 'TargetMode="External"' in text] == []


def test_a_table_is_titled_headed_and_grouped_as_in_the_report(table):
    assert (table["A1"].value, table["A2"].value) == ("Tabel 3.9", "Perbandingan Capaian dan Anggaran")
    assert [cell.value for cell in table[4]] == [
        "Sasaran Strategis",
        "Indikator Kinerja",
        "Kinerja",
        None,
        "Anggaran",
        "Penilaian",
    ]
    assert [cell.value for cell in table[5]] == [None, None, "Target", "Capaian (%)", "Anggaran (Rp)", None]
    joined = {str(area) for area in table.merged_cells.ranges}
    assert {"A1:F1", "A2:F2", "A4:A5", "B4:B5", "C4:D4", "F4:F5"} <= joined


def test_joined_sasaran_and_shared_budget_are_one_cell(table):
    joined = {str(area) for area in table.merged_cells.ranges}
    assert {"A6:A7", "E6:E7"} <= joined
    assert (table["A6"].value, table["E6"].value) == ("Koperasi maju", 3901964176)


def test_equal_figures_of_two_rows_are_not_joined(tmp_path):
    rows = tuple(Row({"anggaran": Item(Decimal(5), source=Where("Efisiensi", row, 9))}) for row in (5, 6))
    lone = Table("3.9", "Judul", (Column("anggaran", "Anggaran", "rupiah"),), rows)
    sheet = written(tmp_path, report(tables=(lone,)))["Tabel 3.9"]
    assert [sheet["A5"].value, sheet["A6"].value] == [5, 5]


def test_numbers_are_numbers_and_typed_text_stays_text(table):
    assert (table["C6"].value, table["C6"].number_format) == (11, '#,##0" %"')
    assert (table["C7"].value, table["C7"].data_type) == ("BB (76,8)", "s")
    assert (table["D6"].value, table["D6"].number_format) == (31.82, "0.00")
    assert table["E6"].number_format == "#,##0"
    assert [(table[cell].value, table[cell].data_type) for cell in ("B6", "B7")] == [
        ('=HYPERLINK("x")', "s"),
        ("@SUM(A1)", "s"),
    ]


def test_a_flagged_cell_has_colour_a_mark_and_a_comment(table):
    wrong = table["D7"]
    assert wrong.value == 97.5369
    assert wrong.number_format == '0.00" ‼"'
    assert wrong.fill.fgColor.rgb == "FFFFC7CE"
    assert wrong.comment.text == "Tertulis 97,94; hasil hitung ulang 97,54."
    assert wrong.comment.author == "lkj-xlsx"


def test_a_rating_has_its_own_mark_beside_the_word(table):
    assert (table["F6"].value, table["F6"].number_format) == ("Sangat Rendah", '"▼ "@')
    assert table["F7"].number_format == '"▲ "@" ?"'


def test_what_the_tool_filled_is_italic_and_said_so(table):
    assert table["F7"].font.italic
    assert not table["D7"].font.italic
    assert any(str(text).startswith("Angka miring dihitung oleh alat") for text in texts(table))


def test_a_total_is_bold_and_its_label_covers_the_empty_cells(table):
    assert "A8:B8" in {str(area) for area in table.merged_cells.ranges}
    assert (table["A8"].value, table["A8"].font.bold, table["E8"].font.bold) == ("Jumlah", True, True)


def test_notes_and_the_legend_stand_under_the_table(table):
    below = [table.cell(row, 1).value for row in range(10, 15)]
    assert below[0] == "Tanda pada sel: ‼ galat · ? periksa. Rinciannya di lembar Temuan."
    assert below[3] == "Efisiensi: capaian ÷ serapan."
    assert below[4] == "← Indeks"


def test_pages_are_a4_one_page_wide_with_repeated_headings_and_numbers(table):
    assert table.page_setup.paperSize == 9
    assert (table.sheet_properties.pageSetUpPr.fitToPage, table.page_setup.fitToHeight) == (True, 0)
    assert table.print_title_rows == "$4:$5"
    assert "&P" in table.oddFooter.center.text
    assert table.oddFooter.left.text.endswith("Dinas Contoh && Rekan")
    assert (table.oddHeader.center.text, table.oddFooter.right.text) == (None, None)  # it becomes part of the report
    assert table.freeze_panes == "A6"


@pytest.mark.parametrize(
    "whole, said",
    [
        (report(NOTE), "Siap dilampirkan"),
        (report(GALAT, GENERAL), "BELUM SIAP DILAMPIRKAN – 1 galat, 1 beda"),
        (lacking(report()), "BELUM LENGKAP – 1 hal"),
    ],
)
def test_pages_that_are_not_attached_say_whether_the_report_may_be(tmp_path, whole, said):
    book = written(tmp_path, whole)
    own = [sheet for sheet in book.worksheets if not sheet.title.startswith("Tabel ")]
    assert {sheet.oddHeader.center.text for sheet in own} == {said}
    assert {sheet.oddFooter.right.text for sheet in own} == {"Diperiksa dari lkj contoh.xlsx"}


def test_the_index_leads_to_every_sheet(tmp_path):
    book = written(tmp_path, report(GALAT))
    links = {cell.value: cell.hyperlink.location for cell in book["Indeks"]["B"] if cell.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in book.sheetnames}
    assert beside(book["Indeks"], "Perbandingan Capaian dan Anggaran").value == "‼ galat"


def test_a_live_cell_has_its_formula_and_its_value(tmp_path):
    row = TABLE.rows[1]
    live = row.items["capaian"]._replace(
        formula=express("{t}/{a}*100", {"t": Where(SHEET, 5, 6), "a": Where(SHEET, 5, 9)})
    )
    enlivened = replace(TABLE, rows=(*TABLE.rows[:1], row._replace(items={**row.items, "capaian": live})))
    write_workbook(report(tables=(enlivened,)), tmp_path / "hasil.xlsx")
    formula, value = (
        openpyxl.load_workbook(tmp_path / "hasil.xlsx", data_only=saved)["Tabel 3.9"]["D7"].value
        for saved in (False, True)
    )
    assert (formula, value) == ("=C6/E6*100", 97.5369)


def test_a_formula_over_a_cell_that_is_not_drawn_is_left_out(tmp_path):
    row = TABLE.rows[0]
    asking = row.items["capaian"]._replace(formula=express("{x}*2", {"x": Where(SHEET, 99, 1)}))
    lone = row._replace(items={**row.items, "capaian": asking})
    assert written(tmp_path, report(tables=(replace(TABLE, rows=(lone,)),)))["Tabel 3.9"]["D6"].value == 31.82


HEADS = (Column("kode", "Kode", width=7), Column("sel", "Sel"), Column("nilai", "Nilai", "angka"))
PAPER = Section(
    "capaian",
    "Capaian",
    HEADS,
    (
        Row({"kode": Item("1.1"), "sel": Item("Efisiensi!H6", source=WRONG), "nilai": Item(Decimal("97.5369"), 2)}),
        Row(
            {
                "kode": Item("1.2"),
                "nilai": Item(Decimal("195.0738"), 2, formula=express("{a}*2", {"a": Place("capaian", 0, "nilai")})),
            }
        ),
    ),
)


def test_the_working_paper_and_the_tables_lead_to_each_other(tmp_path):
    book = written(tmp_path, report(GALAT, worksheet=(PAPER,)))
    sheet = book["Kertas Kerja"]
    assert [cell.value for cell in sheet[5]] == ["Kode", "Sel", "Nilai"]
    assert sheet["B6"].hyperlink.location == "'Tabel 3.9'!D7"
    assert book["Tabel 3.9"]["D7"].hyperlink.location == "'Kertas Kerja'!A6"
    assert (sheet["C6"].value, sheet["C7"].value) == (97.5369, "=C6*2")


def test_sentences_and_the_checklist_have_their_sheets(tmp_path):
    review = Review(
        (
            Check("I. Format", "2", "Menyajikan target.", "Target tertulis untuk 2 dari 2 indikator."),
            Check("I. Format", "4", "Lampiran mendukung."),
        ),
        (Applied("LKJ301", "Angka berbeda", "galat", "TOL-1", 3),),
    )
    book = written(tmp_path, report(narratives=(Narrative("3.9", "Judul", ("Satu.", "=Dua.")),), review=review))
    assert [cell.value for cell in book["Narasi"][4]] == ["3.9", "Judul", "Satu. =Dua."]
    rows = list(book["Kertas Kerja Reviu"].iter_rows(values_only=True))
    assert ("LKJ301", "Angka berbeda", "TOL-1", "3", "galat") in rows
    assert ("2", "Menyajikan target.", "Target tertulis untuk 2 dari 2 indikator.", None, None) in rows
    assert ("4", "Lampiran mendukung.", None, None, None) in rows  # nothing is answered for the reviewer
    first_cells = [row[0] for row in rows if row[0]]
    assert any("bukan reviu Inspektorat" in text for text in first_cells)
    assert any("perlu diperiksa ulang" in text for text in first_cells)


def test_a_chart_shows_the_cells_of_its_section(tmp_path):
    values = Span(Place("grafik_x", 0, "nilai"), Place("grafik_x", 1, "nilai"))
    chart = Chart(
        "Capaian",
        "kolom",
        Span(Place("grafik_x", 0, "kode"), Place("grafik_x", 1, "kode")),
        (Series("Capaian", values), Series("Batas", values, "garis")),
    )
    whole = report(worksheet=(replace(PAPER, key="grafik_x"),), charts=(chart,))
    write_workbook(whole, tmp_path / "hasil.xlsx")
    with zipfile.ZipFile(tmp_path / "hasil.xlsx") as parts:
        drawn = parts.read("xl/charts/chart1.xml").decode()
    assert re.findall(r"<c:f>([^<]*)</c:f>", drawn) == ["'Grafik'!$A$28:$A$29", "'Grafik'!$C$28:$C$29"] * 2
    assert ("<a:pattFill" in drawn or "<a:solidFill" in drawn, "lineChart" in drawn, "barChart" in drawn) == (True,) * 3


def test_a_narrow_table_is_upright_and_a_wide_one_lies(tmp_path):
    wide = Table(
        "3.8",
        "Lebar",
        tuple(Column(f"k{n}", "Anggaran (Rp)", "rupiah") for n in range(12)),
        (Row({f"k{n}": Item(Decimal(10**12)) for n in range(12)}),),
    )
    book = written(tmp_path, report(tables=(TABLE, wide)))
    assert book["Tabel 3.8"].page_setup.orientation == "landscape"
    narrow = replace(TABLE, columns=TABLE.columns[:2])
    assert written(tmp_path, report(tables=(narrow,)))["Tabel 3.9"].page_setup.orientation == "portrait"


def test_long_text_gets_a_higher_row(tmp_path):
    long_row = TABLE.rows[0]._replace(items={**TABLE.rows[0].items, "indikator": Item("kata panjang " * 30)})
    sheet = written(tmp_path, report(tables=(replace(TABLE, rows=(long_row,)),)))["Tabel 3.9"]
    assert sheet.row_dimensions[6].height > 150
    assert sheet.column_dimensions["B"].width < 40


def test_findings_are_rows_that_filter_and_link_to_their_cell(tmp_path):
    sheet = written(tmp_path, report(NOTE, GALAT, GENERAL))["Temuan"]
    assert [cell.value for cell in sheet[3]] == [
        "No",
        "Tingkat",
        "Kode",
        "Tabel",
        "Tempat",
        "Perihal",
        "Tertulis",
        "Seharusnya",
        "Selisih",
        "Penjelasan dan langkah",
        "Kemungkinan sebab",
        "Akibat",
        "Tanggapan",
        "Penanggung Jawab",
        "Status",
    ]
    assert [cell.value for cell in sheet[4]] == [
        1,
        "‼ galat",
        "LKJ301",
        "3.9",
        "Efisiensi!H6",
        "Rapat: capaian",
        97.94,
        97.5369,
        0.4031,
        "Tertulis 97,94, hasil hitung ulang 97,54.\n→ Ganti 97,94 dengan 97,54.",
        "Angka 5 tertulis 9.",
        "Predikat berubah dari Tinggi menjadi Sedang.",
        None,
        None,
        None,
    ]
    assert sheet["E4"].hyperlink.location == "'Tabel 3.9'!D7"
    assert [sheet.cell(row, 2).value for row in (5, 6)] == ["≠ beda", "• catatan"]
    assert sheet["E5"].hyperlink is None
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A3:O6", "A4")


def test_a_finding_at_a_joined_cell_links_to_its_first_row(tmp_path):
    sheet = written(tmp_path, report(replace(GALAT, where=Where("Efisiensi", 6, 2))))["Temuan"]
    assert sheet["E4"].hyperlink.location == "'Tabel 3.9'!A6"


def test_a_finding_whose_cell_is_not_drawn_links_to_its_table(tmp_path):
    sheet = written(tmp_path, report(replace(GALAT, where=Where("Efisiensi", 6, 99))))["Temuan"]
    assert sheet["E4"].hyperlink.location == "'Tabel 3.9'!A1"


def test_years_are_not_grouped_like_amounts(tmp_path):
    year = replace(GALAT, stated=Decimal(2024), recomputed=Decimal(2026), difference=None, places=0)
    sheet = written(tmp_path, report(year, replace(GALAT, stated=Decimal(15731), places=0)))["Temuan"]
    formats = {sheet.cell(row, 7).value: sheet.cell(row, 7).number_format for row in (4, 5)}
    assert formats == {2024: "0_)", 15731: "#,##0_)"}


def test_no_findings_is_said(tmp_path):
    assert "Tidak ada temuan." in texts(written(tmp_path, report())["Temuan"])


def test_the_summary_says_whether_the_workbook_is_ready(tmp_path):
    def sentence(*findings):
        return written(tmp_path, report(*findings))["Ringkasan"]["A4"].value

    assert sentence(GALAT, NOTE) == "‼ BELUM SIAP dilampirkan: masih ada 1 temuan galat."
    assert sentence(replace(GALAT, accepted="Disetujui.")) == (
        "✓ SIAP dilampirkan: tidak ada temuan galat atau beda, dan tidak ada yang kurang."
    )
    assert sentence(GENERAL) == "‼ BELUM SIAP dilampirkan: masih ada 1 temuan beda."


def test_the_summary_lists_what_is_missing(tmp_path):
    sheet = written(tmp_path, lacking(report()))["Ringkasan"]
    assert sheet["A4"].value == "‼ BELUM LENGKAP: 1 hal belum ada atau belum dapat diperiksa."
    assert "Belum lengkap" in texts(sheet)
    assert beside(sheet, "SHU: predikat").value == "Capaian IKU!J5"


def test_the_summary_holds_figures_counts_source_and_what_was_not_checked(tmp_path):
    sheet = written(tmp_path, report(GALAT, NOTE))["Ringkasan"]
    total = beside(sheet, "Total anggaran")
    assert (total.value, total.number_format) == (11567255701, '"Rp "#,##0')
    assert beside(sheet, "Serapan anggaran").number_format == '0.00" %"'
    assert [beside(sheet, label).value for label in ("‼ galat", "≠ beda", "• catatan")] == [1, 0, 1]
    assert beside(sheet, "SHA-256 berkas").value == "ab" * 32
    assert beside(sheet, "Nama berkas").value == "lkj contoh.xlsx"
    assert beside(sheet, "Alat").value == "lkj-xlsx 9.9"
    assert beside(sheet, "Efisiensi 3.16").value == "Efisiensi!L9"
    assert beside(sheet, "Rumus Efisiensi").value == "Capaian dibagi serapan"
    assert beside(sheet, "Tabel 3.9").value == "‼ 1 galat"
    assert any("bukan nilai atau predikat resmi evaluasi SAKIP" in str(text) for text in texts(sheet))


def test_accepted_findings_are_counted_apart_and_stay_in_the_list(tmp_path):
    book = written(tmp_path, report(replace(GALAT, accepted="Disetujui (Sekretaris, 12/01/2025)"), NOTE))
    assert [beside(book["Ringkasan"], label).value for label in ("‼ galat", "Diterima", "Tabel 3.9")] == [
        0,
        1,
        "tidak ada temuan",
    ]
    row = next(row for row in book["Temuan"].iter_rows(values_only=True) if "LKJ301" in row)
    assert "‼ galat (diterima)" in row
    assert "Tertulis 97,94, hasil hitung ulang 97,54. Diterima: Disetujui (Sekretaris, 12/01/2025)" in row


def test_the_office_replies_beside_each_finding(tmp_path):
    sheet = written(tmp_path, report(GALAT, NOTE))["Temuan"]
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("O4:O5", '"Belum,Proses,Selesai,Ditolak"')


def test_a_follow_on_is_listed_under_its_root(tmp_path):
    follows = replace(NOTE, where=Where("Efisiensi", 6, 12), root=GALAT.where)
    rows = written(tmp_path, report(GENERAL, follows, GALAT))["Temuan"].iter_rows(min_row=4, values_only=True)
    assert [row[2] for row in rows] == ["LKJ301", "LKJ212", "LKJ101"]


def test_the_summary_tells_what_rival_formulas_would_change(tmp_path):
    sentence = "Bila rumus turun TURUN-2 yang dipakai: 1 dari 8 predikat berubah (1.3 Tinggi → Sangat Tinggi)."
    whole = report(
        sensitivity=(
            Sensitivity("Rumus Turun", "TURUN-2", "predikat", 1, 8, say("{a}", a=sentence)),
            Sensitivity("Batas Capaian", "MAKS-100", "predikat", 0, 8, say("0")),
        )
    )
    sheet = written(tmp_path, whole)["Ringkasan"]
    place = beside(sheet, "Rumus Turun")
    assert (place.value, sheet.cell(place.row, place.column + 1).value) == ("TURUN-2: 1 dari 8", sentence)
    assert "Tidak mengubah apa pun: MAKS-100." in texts(sheet)
    assert "Bila rumus lain yang dipakai" not in texts(written(tmp_path, report())["Ringkasan"])


def test_a_windows_path_is_shown_without_its_folders(tmp_path):
    whole = report(source={"path": "C:\\Dinas\\lkj.xlsx", "sha256": ""})
    assert beside(written(tmp_path, whole)["Ringkasan"], "Nama berkas").value == "lkj.xlsx"


def test_sheet_names_are_permitted_and_unique():
    def named(number, title=""):
        return Table(number, title, (), ())

    long = "Faktor Pendorong dan Penghambat Kinerja"
    names = sheet_names(
        [
            named("3.9"),
            named("3.9"),
            named("", "Temuan"),
            named("", "a/b:c*[d]?"),
            named("", long),
            named("", long.upper()),
            named("", "'"),
        ]
    )
    assert names == (
        "Tabel 3.9",
        "Tabel 3.9 (2)",
        "Temuan (2)",
        "a b c  d",
        "Faktor Pendorong dan Penghambat",
        "FAKTOR PENDORONG DAN PENGHA (2)",
        "Tabel",
    )


def test_a_tab_tells_where_the_errors_are(tmp_path):
    book = written(tmp_path, report(GALAT))
    assert book["Tabel 3.9"].sheet_properties.tabColor.rgb != book["Tabel 3.2"].sheet_properties.tabColor.rgb
    assert Level.GALAT in {item.level for row in TABLE.rows for item in row.items.values()}


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(OutputError, match="tidak ditemukan"):
        write_workbook(report(), tmp_path / "tidak-ada" / "hasil.xlsx")


def test_a_marked_heading_has_colour_a_mark_and_a_comment(tmp_path):
    year = Where("Data Dasar", 5, 8)
    properties = {"level": Level.BEDA, "note": "Renstra berakhir 2026.", "sources": (year,)}
    column = Column("target", "Target Akhir (2024)", "angka", **properties)
    marked = Table("3.4", "Data", (Column("uraian", "Uraian"), column), (Row({"target": Item(Decimal(1))}),))
    finding = replace(GALAT, level=Level.BEDA, where=year, tabel="3.4")
    book = written(tmp_path, report(finding, tables=(marked,)))
    cell = book["Tabel 3.4"]["B4"]
    assert (cell.value, cell.number_format) == ("Target Akhir (2024)", '@" ≠"')
    assert (cell.fill.start_color.rgb, cell.comment.text) == ("FFFFE699", "Renstra berakhir 2026.")
    assert "Tanda pada sel: ≠ beda. Rinciannya di lembar Temuan." in texts(book["Tabel 3.4"])
    assert book["Temuan"]["E4"].hyperlink.location == "'Tabel 3.4'!B4"
    assert book["Indeks"]["D7"].value == "≠ beda"


def test_temuan_shows_figures_as_typed_and_a_small_difference_in_full(tmp_path):
    small = replace(GALAT, stated=Decimal("10.0"), recomputed=Decimal("9.9996"), difference=Decimal("0.0004"))
    sheet = written(tmp_path, report(small))["Temuan"]
    assert [sheet.cell(4, column).number_format for column in (7, 8, 9)] == ["#,##0.0_)", "#,##0.00_)", "#,##0.0000_)"]


def test_temuan_has_room_for_the_longest_amount(tmp_path):
    large = replace(GALAT, stated=Decimal(1405183265160), recomputed=Decimal(1405183265161), places=0)
    sheet = written(tmp_path, report(large))["Temuan"]
    assert sheet.column_dimensions["G"].width > len("1.405.183.265.160")
    assert written(tmp_path, report(GALAT))["Temuan"].column_dimensions["G"].width < 15


def test_a_follow_on_keeps_its_own_cause_and_a_doubtful_one_says_so(tmp_path):
    child = replace(GALAT, where=Where(SHEET, 6, 9), root=WRONG, cause=replace(GALAT.cause, sure=False))
    sheet = written(tmp_path, report(GALAT, child))["Temuan"]
    assert sheet["K4"].value == "Angka 5 tertulis 9."
    assert sheet["K5"].value == "Ikut salah karena Efisiensi!H6.\nmungkin Angka 5 tertulis 9."


def test_very_many_sentences_stand_in_several_rows(tmp_path):
    sentences = tuple(f"Indikator {n} pada tahun 2024 terealisasi 3,50 % dari target 11 %." for n in range(90))
    many = Narrative("3.3", "Capaian", sentences)
    sheet = written(tmp_path, report(narratives=(many, Narrative("3.4", "Data", ("Satu.",)))))["Narasi"]
    rows = [(row[0].value, row[2].value) for row in sheet.iter_rows(min_row=4)]
    assert [number for number, _ in rows] == ["3.3"] * (len(rows) - 1) + ["3.4"] and len(rows) > 2
    assert " ".join(text for _, text in rows[:-1]) == " ".join(sentences)
    assert all(sheet.row_dimensions[place].height < 400 for place in range(4, 4 + len(rows)))
