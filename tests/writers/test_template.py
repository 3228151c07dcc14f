"""The empty template, looked at as a file: what stands where, what may be typed, how it prints."""

from __future__ import annotations

import re
import zipfile

import openpyxl
import pytest

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.field import Kind, Role, period
from lkj_xlsx.spec.template import GUIDE_TITLE, LISTS_TITLE, TEMPLATE
from lkj_xlsx.writers.template import write_template
from lkj_xlsx.writers.template_columns import columns
from lkj_xlsx.writers.xlsx.style import ROLE_BODY
from tests.writers.fake_variants import fake_variants

YEARS = period(2024)
TABLES = [sheet for sheet in TEMPLATE.sheets if not sheet.form]
FORM = next(sheet for sheet in TEMPLATE.sheets if sheet.form)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    template = tmp_path_factory.mktemp("template") / "template.xlsx"
    write_template(template, TEMPLATE, YEARS, fake_variants())
    return template


@pytest.fixture(scope="module")
def book(path):
    return openpyxl.load_workbook(path)


def validations(sheet):
    """Validations by the cells they cover."""
    return {str(item.sqref): item for item in sheet.data_validations.dataValidation}


def named_words(book, name):
    """The words that a defined name covers."""
    [(title, cells)] = list(book.defined_names[name].destinations)
    return [cell.value for row in book[title][cells] for cell in row]


def test_sheets_stand_in_the_order_of_the_spec(book):
    assert book.sheetnames == [GUIDE_TITLE, *(sheet.title for sheet in TEMPLATE.sheets), LISTS_TITLE]
    assert book[LISTS_TITLE].sheet_state == "hidden"


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.key)
def test_a_table_has_title_guide_and_the_headings_of_the_spec(book, spec):
    sheet = book[spec.title]
    assert sheet["A1"].value == spec.title
    assert sheet["A2"].value.startswith(spec.guide)
    assert {cell.value for cell in sheet[3]} == {None}
    assert [cell.value for cell in sheet[4]] == [column.heading for column in columns(spec, YEARS)]
    assert sheet.max_row == 44
    assert all(cell.value is None for row in sheet.iter_rows(min_row=5) for cell in row)


def test_a_repeating_field_has_a_column_for_each_year(book):
    headings = [cell.value for cell in book["Data Dasar"][4]]
    assert [text for text in headings if re.fullmatch(r"Realisasi \d{4}", text)] == [
        "Realisasi 2023",
        "Realisasi 2024",
        "Realisasi 2025",
        "Realisasi 2026",
    ]


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.key)
def test_labels_are_locked_and_prepared_rows_are_open(book, spec):
    sheet = book[spec.title]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not any(
        (
            sheet.protection.insertRows,
            sheet.protection.deleteRows,
            sheet.protection.formatCells,
            sheet.protection.sort,
            sheet.protection.autoFilter,
        )
    )
    for place, _ in enumerate(columns(spec, YEARS), start=1):
        assert sheet.cell(1, place).protection.locked
        assert sheet.cell(4, place).protection.locked
        assert not sheet.cell(5, place).protection.locked
        assert not sheet.cell(44, place).protection.locked


def test_cells_outside_the_prepared_ones_are_open_so_that_rows_can_be_added_and_deleted(path):
    with zipfile.ZipFile(path) as parts:
        styles = parts.read("xl/styles.xml").decode("utf-8")
        sheet = parts.read("xl/worksheets/sheet8.xml").decode("utf-8")
    [formats] = re.findall(r"<cellXfs[^>]*>(.*)</cellXfs>", styles)
    shapes = re.findall(r"<xf [^>]*?/>|<xf .*?</xf>", formats)
    columns_used = [int(number) for number in re.findall(r'<col [^>]*style="(\d+)"', sheet)]
    assert len(columns_used) >= 5
    for number in (0, *columns_used):  # 0 is the style of a cell that nobody formatted
        assert 'locked="0"' in shapes[number]
    assert '<dimension ref="A1:J44"/>' in sheet  # no reader is led across 16,384 columns


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.key)
def test_each_column_has_its_message_down_to_the_last_row(book, spec):
    sheet = book[spec.title]
    by_range = validations(sheet)
    for place, column in enumerate(columns(spec, YEARS), start=1):
        letter = openpyxl.utils.get_column_letter(place)
        item = by_range[f"{letter}5:{letter}1048576"]
        assert item.prompt.startswith(column.field.help[:250])
        assert column.heading.startswith(item.promptTitle.rstrip("…"))
        assert ("Wajib diisi." in item.prompt) == column.field.required
        assert len(item.promptTitle) <= 32
        assert len(item.prompt) <= 255


def test_fixed_choices_and_variants_are_drop_down_lists(book):
    groups = by_option(fake_variants())
    for spec in TEMPLATE.sheets:
        by_title = {item.promptTitle: item for item in book[spec.title].data_validations.dataValidation}
        for field in spec.fields:
            if not (field.choices or field.option):
                continue
            item = by_title[field.header[:32]]
            words = list(field.choices) or [variant.label for variant in groups[field.option]]
            assert (item.type, item.errorStyle or "stop") == ("list", "stop")
            assert named_words(book, item.formula1) == words


def test_many_long_labels_still_make_a_list(tmp_path):
    path = tmp_path / "t.xlsx"
    write_template(path, TEMPLATE, YEARS, fake_variants(60))
    book = openpyxl.load_workbook(path)
    assert named_words(book, "pilihan_rumus_efisiensi")[-1] == "Cara 60 untuk rumus_efisiensi"


def test_an_option_without_variants_is_a_plain_cell(tmp_path):
    path = tmp_path / "t.xlsx"
    write_template(path, TEMPLATE, YEARS, ())
    by_range = validations(openpyxl.load_workbook(path)[FORM.title])
    assert {item.type for item in by_range.values() if item.promptTitle == "Rumus Efisiensi"} == {None}


def test_codes_are_offered_from_their_sheet_but_others_may_be_typed(book):
    item = validations(book["Program Pendukung"])["C5:C1048576"]
    assert (item.type, item.errorStyle, item.formula1) == ("list", "information", "kode_indikator")
    assert book.defined_names["kode_indikator"].value == (
        "'Indikator'!$A$5:INDEX('Indikator'!$A$5:$A$1048576,MAX(1,COUNTA('Indikator'!$A$5:$A$1048576),"
        "IFERROR(MATCH(\"zzzz\",'Indikator'!$A$5:$A$1048576,1),0)))"
    )
    assert book.defined_names["kode_data_dasar"].value.startswith("'Data Dasar'!$B$5:INDEX(")


def test_figures_are_checked_gently_and_indicator_values_not_at_all(book):
    by_range = validations(book["Efisiensi"])
    rupiah, nilai = by_range["I5:I1048576"], by_range["F5:F1048576"]
    assert (rupiah.type, rupiah.errorStyle) == ("custom", "warning")
    assert rupiah.formula1 == 'OR(ISNUMBER(I5),TRIM(I5)="-")'
    assert nilai.type is None


@pytest.mark.parametrize(
    "kind, number_format",
    [
        (Kind.NILAI, "General"),
        (Kind.PERSEN, "General"),
        (Kind.RASIO, "General"),
        (Kind.RUPIAH, "#,##0"),
        (Kind.KODE, "@"),
        (Kind.TABEL, "@"),
        (Kind.TEKS, "@"),
        (Kind.INTERVAL, "@"),
        (Kind.TANGGAL, "dd/mm/yyyy"),
    ],
)
def test_formats_claim_no_places_and_keep_codes(book, kind, number_format):
    seen = {
        book[spec.title].cell(row, place).number_format
        for spec in TABLES
        for place, column in enumerate(columns(spec, YEARS), start=1)
        if column.field.kind is kind
        for row in (5, 44)
    }
    assert seen == {number_format}


def test_colours_tell_the_roles_apart(book):
    for spec in TABLES:
        for place, column in enumerate(columns(spec, YEARS), start=1):
            colour = book[spec.title].cell(5, place).fill.fgColor.rgb
            assert colour == "FF" + ROLE_BODY[column.field.role].lstrip("#")
    assert len(set(ROLE_BODY.values())) == len(Role)


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.key)
def test_it_prints_on_a4_one_page_wide_with_repeated_headings(path, book, spec):
    sheet, place = book[spec.title], book.sheetnames.index(spec.title) + 1
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$4:$4"
    with zipfile.ZipFile(path) as parts:
        assert "Halaman &amp;P dari &amp;N" in parts.read(f"xl/worksheets/sheet{place}.xml").decode("utf-8")
    assert sheet.freeze_panes == "A5"
    wide = sum(column.width for column in columns(spec, YEARS)) > 95
    assert sheet.page_setup.orientation == ("landscape" if wide else "portrait")


def test_every_guide_line_fits_above_its_columns():
    for spec in TABLES:
        assert len(spec.guide) <= sum(column.width for column in columns(spec, YEARS))


def test_the_form_has_a_line_for_each_field_with_its_proposal(book):
    sheet = book[FORM.title]
    assert [cell.value for cell in sheet[4]] == ["Isian", "Nilai", "Keterangan"]
    lines = {row[0].value: row for row in sheet.iter_rows(min_row=5) if row[2].value}
    assert list(lines) == [field.header for field in FORM.fields]
    values = {field.key: lines[field.header][1].value for field in FORM.fields}
    assert (values["versi"], values["tahun"], values["awal"], values["akhir"]) == ("1", 2024, 2024, 2026)
    assert (values["nama_laporan"], values["opd"], values["rumus_efisiensi"]) == ("LKj", None, None)
    assert values["batas_capaian"] == "Cara 1 untuk batas_capaian"
    assert lines["Versi Template"][1].protection.locked
    assert not lines["Perangkat Daerah"][1].protection.locked


def test_headings_inside_the_form_answer_nothing(book):
    rows = [row for row in book[FORM.title].iter_rows(min_row=5) if not row[2].value]
    assert [(row[0].value, row[1].value) for row in rows] == [
        ("Identitas laporan", None),
        ("Pengaturan perhitungan", None),
    ]


def test_petunjuk_names_every_sheet_and_field(book):
    sheet = book[GUIDE_TITLE]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("versi template 1" in text for text in texts)
    assert any("lkj-xlsx audit" in text for text in texts)
    links = {link.location for link in (cell.hyperlink for row in sheet.iter_rows() for cell in row) if link}
    for spec in TEMPLATE.sheets:
        assert f"Lembar {spec.title}" in texts
        assert f"'{spec.title}'!A1" in links
        assert {field.help for field in spec.fields} <= set(texts)


def test_the_same_call_gives_the_same_bytes(path, tmp_path):
    again = tmp_path / "lagi.xlsx"
    write_template(again, TEMPLATE, YEARS, fake_variants())
    assert again.read_bytes() == path.read_bytes()


def test_no_cell_of_the_template_is_a_formula(book):
    assert [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ] == []


def test_a_place_that_cannot_be_written_is_explained(tmp_path):
    with pytest.raises(OutputError, match="tidak ditemukan"):
        write_template(tmp_path / "tidak" / "t.xlsx", TEMPLATE, YEARS, ())
