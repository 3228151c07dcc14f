"""The glance at a long budget sheet against reading every row: the same findings and counts, whatever is wrong."""

import json
import re
import zipfile
from fractions import Fraction
from random import Random

import openpyxl
import pytest

from benchmarks.arithmetic import indonesian
from benchmarks.workbooks import budget_data
from lkj_xlsx import pipeline
from lkj_xlsx.model.glance import Glance
from lkj_xlsx.reader import glance
from lkj_xlsx.relations.glance import settled
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.fill import fill

SHEET_PART = "xl/worksheets/sheet15.xml"
TITLE, FIRST = "Realisasi Anggaran", 5
KODE, TINGKAT, URAIAN, ANGGARAN, REALISASI, SERAPAN, SISA = 4, 5, 6, 7, 8, 9, 10


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    path = tmp_path_factory.mktemp("sekilas") / "anggaran.xlsx"
    fill(budget_data(130), path, TEMPLATE, pipeline.variants())
    return path


@pytest.fixture(autouse=True)
def short_sheets_too(monkeypatch):
    monkeypatch.setattr(glance, "ENOUGH", 20)


def rows_of(sheet, groups):
    return [
        row
        for row in range(FIRST, sheet.max_row + 1)
        if isinstance(code := sheet.cell(row, KODE).value, str) and code.count(".") + 1 == groups
    ]


def changed(clean, tmp_path, change):
    """A copy with something changed on the budget sheet. Percents and remainders are typed there: the library that
    writes the copy saves no results of formulas.
    """
    saved = openpyxl.load_workbook(clean, data_only=True)[TITLE]
    book = openpyxl.load_workbook(clean)
    for row in range(FIRST, saved.max_row + 1):
        if saved.cell(row, SERAPAN).value is None:
            continue  # a row made ready to be filled in
        book[TITLE].cell(row, SISA).value = saved.cell(row, SISA).value
        percent = book[TITLE].cell(row, SERAPAN)
        percent.value, percent.number_format = round(saved.cell(row, SERAPAN).value, 2), "0.00"
    for merged in list(book[TITLE].merged_cells.ranges):
        if merged.min_row >= FIRST:
            book[TITLE].unmerge_cells(str(merged))
    change(book[TITLE])
    path = tmp_path / "diubah.xlsx"
    book.save(path)
    return path


def both(path):
    """(whether the glance settled rows, what the audit tells, what it tells when every row is read)."""
    seen = pipeline.read(path, glance=Glance(settled))
    audit = pipeline.audit(path, drawn=False)
    book = pipeline.read(path)
    assert book.settled is None
    _, findings = pipeline.examine(book)
    told = [(f.code, f.level, f.where, f.message, f.root, f.related) for f in findings]
    whole = pipeline.audit(path)
    assert [(f.code, f.level, f.where, f.message, f.root, f.related) for f in whole.findings] == told
    return seen.settled is not None, audit, whole


def same(path):
    seen, quick, whole = both(path)
    assert quick.findings == whole.findings
    assert (quick.summary.checked, quick.summary.agree) == (whole.summary.checked, whole.summary.agree)
    assert quick.sensitivity == whole.sensitivity
    return seen, quick


def test_a_clean_sheet_is_settled_and_counted_in_full(clean):
    seen, report = same(clean)
    assert seen
    assert report.findings == ()
    assert report.summary.checked > 250


def test_typed_figures_are_settled_as_the_template_keeps_them(tmp_path):
    path = tmp_path / "ketikan.xlsx"
    fill(budget_data(130, formulas=False), path, TEMPLATE, pipeline.variants())
    seen, report = same(path)
    assert seen
    assert (report.findings, report.summary.checked > 250) == ((), True)


def test_rows_below_programmes_are_no_records(clean):
    book = pipeline.read(clean, glance=Glance(settled))
    whole = pipeline.read(clean)
    left = {record.row for record in book.records("realisasi_anggaran")}
    assert left == {r.row for r in whole.records("realisasi_anggaran") if r.row not in book.settled.rows}
    assert {r.text("kode_rekening").count(".") for r in book.records("realisasi_anggaran")} == {0, 2}


def formulas_kept(clean, tmp_path):
    return clean


def typed(clean, tmp_path):
    return changed(clean, tmp_path, lambda sheet: None)


def told_by_tingkat(clean, tmp_path):
    return changed(clean, tmp_path, levelled)


@pytest.mark.parametrize("made", [formulas_kept, typed, told_by_tingkat])
def test_all_that_is_drawn_is_the_same_as_when_every_row_is_read(clean, tmp_path, monkeypatch, made):
    path = made(clean, tmp_path)
    assert pipeline.read(path, glance=Glance(settled, keep=True)).settled is not None
    settled_first = pipeline.audit(path)
    monkeypatch.setattr(glance, "ENOUGH", 10**9)
    assert pipeline.read(path, glance=Glance(settled, keep=True)).settled is None
    row_by_row = pipeline.audit(path)
    (angka,) = (section for section in settled_first.worksheet if section.key == "angka")
    assert len([row for row in angka.rows if "Realisasi Anggaran!" in row.items["sel"].value]) > 250
    assert settled_first == row_by_row


@pytest.mark.parametrize("formulas", [True, False])
def test_percents_with_fewer_decimals_in_other_tables_are_told_as_when_every_row_is_read(tmp_path, formulas):
    data = budget_data(90, formulas=formulas)
    above = {}
    for line in data["lembar"]["efisiensi"]:  # each row for itself: they are more than the programmes
        above |= {key: value for key, value in line.items() if isinstance(value, str)}
        given, spent = (int(above[key].replace(".", "")) for key in ("anggaran", "realisasi_anggaran"))
        line |= {key: above[key] for key in ("anggaran", "realisasi_anggaran")}
        line["serapan"] = indonesian(Fraction(spent, given) * 100, 1)
    path = tmp_path / "desimal.xlsx"
    fill(data, path, TEMPLATE, pipeline.variants())
    seen, report = same(path)
    assert seen
    assert ("LKJ305" in {finding.code for finding in report.findings}) is not formulas  # these have no number format


def test_an_unchanged_copy_is_settled(clean, tmp_path):
    seen, report = same(changed(clean, tmp_path, lambda sheet: None))
    assert seen
    assert report.findings == ()


def add(column, amount, place=0, groups=6):
    def change(sheet):
        cell = sheet.cell(rows_of(sheet, groups)[place], column)
        cell.value += amount

    return change


def put(column, value, place=0, groups=6):
    def change(sheet):
        sheet.cell(rows_of(sheet, groups)[place], column).value = value

    return change


def swapped(sheet):
    row, other = rows_of(sheet, 6)[3:5]
    for column in (ANGGARAN, REALISASI):
        one, two = sheet.cell(row, column), sheet.cell(other, column)
        one.value, two.value = two.value, one.value


def deleted(sheet):
    sheet.delete_rows(rows_of(sheet, 6)[2])


def formatted(sheet):
    sheet.cell(rows_of(sheet, 6)[4], SERAPAN).number_format = "0.00%"


def rounded_away(sheet):
    for row in range(FIRST, sheet.max_row + 1):
        sheet.cell(row, SERAPAN).number_format = "0"


def summed(sheet):
    head = rows_of(sheet, 5)[1]
    sheet.cell(head, ANGGARAN).value = f"=SUM(G{head + 1}:G{head + 2})"


def referred(sheet):
    sheet.cell(rows_of(sheet, 3)[0], 12).value = f"=G{rows_of(sheet, 6)[0]}*2"


def remarked_beside(sheet):
    sheet.cell(rows_of(sheet, 6)[0], 12).value = "sudah dicek"


def spaced(sheet):
    cell = sheet.cell(rows_of(sheet, 6)[0], URAIAN)
    cell.value = cell.value.replace(" ", "  ", 1)


def repeated(sheet):
    row, other = rows_of(sheet, 6)[:2]
    sheet.cell(other, KODE).value = sheet.cell(row, KODE).value


@pytest.mark.parametrize(
    "change",
    [
        add(ANGGARAN, 1_000),
        add(REALISASI, -27_000, 5),
        add(ANGGARAN, 90_000, 1, 5),
        add(REALISASI, 9, 0, 3),
        add(SERAPAN, 1),
        add(SERAPAN, 0.02, 7),
        add(SISA, 1, 4),
        add(SISA, 1_000_000, 0, 5),
        put(REALISASI, 10**12),
        put(ANGGARAN, 0),
        put(ANGGARAN, None),
        put(REALISASI, "1.250.000"),
        put(SERAPAN, "97,5"),
        put(KODE, "2.17.3.2.01.0001"),
        put(KODE, "2.17.01.1.01.0001"),
        put(KODE, "2.17.01.2.01.04"),
        put(KODE, None),
        put(KODE, 2.17),
        put(URAIAN, None),
        put(URAIAN, "Jumlah"),
        put(URAIAN, "  Nama dengan spasi "),
        put(TINGKAT, "Program"),
        put(TINGKAT, "Sub Kegiatan"),
        put(TINGKAT, "Bagian"),
        put(1, "3.99"),
        put(3, "Sasaran lain"),
        put(SISA, -5),
        put(SERAPAN, "#DIV/0!"),
        put(ANGGARAN, 1.5),
        put(SERAPAN, None),
        put(SISA, "-"),
        swapped,
        deleted,
        formatted,
        rounded_away,
        summed,
        referred,
        repeated,
        remarked_beside,
        spaced,
        put(2, 7),
        put(2, "a"),
        put(TINGKAT, 3),
    ],
    ids=lambda change: getattr(change, "__name__", ""),
)
def test_whatever_is_changed_is_told_as_when_every_row_is_read(clean, tmp_path, change):
    same(changed(clean, tmp_path, change))


def levelled(sheet):
    """Rows told by their Tingkat instead of their code."""
    for row in range(FIRST, sheet.max_row + 1):
        code, word = sheet.cell(row, KODE), sheet.cell(row, TINGKAT)
        if isinstance(code.value, str):
            word.value = word.value or {2: "Program", 4: "Kegiatan", 5: "Sub Kegiatan"}.get(code.value.count("."))
            code.value = None


def without_kegiatan(sheet):
    sheet.cell(rows_of(sheet, 5)[0], TINGKAT).value = "Sub Kegiatan"


def one_code_left(sheet):
    sheet.cell(rows_of(sheet, 6)[0], KODE).value = 2.17


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: None,
        add(ANGGARAN, 1_000),
        add(REALISASI, 9, 0, 3),
        add(REALISASI, 90_000, 1, 5),
        add(SERAPAN, 1),
        add(SISA, 1, 4),
        put(TINGKAT, "Program"),
        put(TINGKAT, "Kegiatan"),
        put(TINGKAT, "Bagian"),
        put(TINGKAT, "Jumlah"),
        put(URAIAN, "Jumlah"),
        without_kegiatan,
        one_code_left,
        swapped,
        deleted,
    ],
    ids=lambda change: getattr(change, "__name__", ""),
)
def test_rows_without_codes_are_told_of_as_when_every_row_is_read(clean, tmp_path, change):
    def both_changes(sheet):
        change(sheet)
        levelled(sheet)

    same(changed(clean, tmp_path, both_changes))


def test_rows_told_by_their_tingkat_are_settled(clean, tmp_path):
    seen, report = same(changed(clean, tmp_path, levelled))
    assert seen
    assert report.findings == ()


def test_typed_figures_may_be_spelled_with_and_without_marks_for_thousands(clean, tmp_path):
    def nothing_left(sheet):
        row = rows_of(sheet, 6)[0]
        sheet.cell(row, SISA).number_format = "0"
        sheet.cell(row + 1, SISA).number_format = "#,##0"

    seen, report = same(changed(clean, tmp_path, nothing_left))
    assert seen
    assert report.findings == ()


def test_what_a_merged_cell_covers_leaves_the_sheet_in_doubt(clean, tmp_path):
    path = changed(clean, tmp_path, lambda sheet: sheet.merge_cells("A5:A40"))
    assert same(path)[0], "nothing is covered"
    covered, found = tmp_path / "tertutup.xlsx", 0
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(covered, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if b'"A5:A40"' in content:
                text = '<c r="A20" t="inlineStr"><is><t>3.99</t></is></c>'
                content, found = re.subn(rb'<c r="A20"[^>]*/>', text.encode(), content)
            new.writestr(name, content)
    assert found == 1
    assert not same(covered)[0]


@pytest.mark.parametrize("number_format", ["0.00%", "0%", '0.00"%"'])
def test_one_percent_in_another_manner_is_told_of_as_when_every_row_is_read(clean, tmp_path, number_format):
    def shaped(sheet):
        cell = sheet.cell(rows_of(sheet, 6)[2], SERAPAN)
        cell.number_format = number_format

    same(changed(clean, tmp_path, shaped))


@pytest.mark.parametrize("seed", range(12))
def test_seeded_changes_of_any_cell(clean, tmp_path, seed):
    random = Random(seed)

    def change(sheet):
        for _ in range(random.choice((1, 1, 2))):
            cell = sheet.cell(random.randrange(FIRST, sheet.max_row + 1), random.randrange(1, 11))
            value = cell.value
            if isinstance(value, int | float):
                cell.value = random.choice((value + 1, value * 10, -value, value // 10, str(value), None))
            else:
                cell.value = random.choice((None, "x", 7, "2.17.01", "Jumlah", f"{value} "))

    same(changed(clean, tmp_path, change))


def test_formulas_that_all_look_alike_are_settled_and_a_stale_one_is_told(clean, tmp_path):
    data = budget_data(130)
    lines = data["lembar"]["realisasi_anggaran"]
    lines[40]["serapan"]["nilai"] += 3
    path = tmp_path / "basi.xlsx"
    fill(json.loads(json.dumps(data)), path, TEMPLATE, pipeline.variants())
    _, report = same(path)
    assert f"{TITLE}!I{FIRST + 40}" in {str(finding.where) for finding in report.findings}


def inserted(clean, tmp_path, row, xml, before=""):
    """A copy with a cell put into a row of the budget sheet, as a program that saves results writes it."""
    with zipfile.ZipFile(clean) as old, zipfile.ZipFile(tmp_path / "sisip.xlsx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == SHEET_PART:
                text = content.decode()
                start = text.index(f'<row r="{row}"')
                end = text.index("</row>", start)
                own = re.search(rf'<c r="{before}{row}"[^>]*?(/>|>.*?</c>)', text[start:end]) if before else None
                line = text[start:end].replace(own[0], xml) if own else text[start:end] + xml
                assert bool(own) is bool(before)
                content = (text[:start] + line + text[end:]).encode()
            new.writestr(name, content)
    return tmp_path / "sisip.xlsx"


@pytest.mark.parametrize(
    ("xml", "before", "code"),
    [
        ('<c r="L9"><f>G9*2</f><v>5</v></c>', "", "LKJ707"),
        ('<c r="L9"><f>L9+1</f><v>1</v></c>', "", "LKJ709"),
        ('<c r="L9"><f>[1]Lain!A1</f><v>1</v></c>', "", "LKJ709"),
        ('<c r="L9"><f>G9*2</f></c>', "", None),
        ('<c r="L9" t="e"><v>#REF!</v></c>', "", None),
        ('<c r="B9"><f>2+1</f><v>99</v></c>', "B", "LKJ707"),
        ('<c r="A9" t="str"><f>"3.23"</f><v>3.99</v></c>', "A", "LKJ707"),
        ('<c r="C9" t="str"><f>"x"</f><v></v></c>', "C", None),
        ('<c r="E9" t="str"><f>"Sub Kegiatan"</f><v>Kegiatan</v></c>', "E", "LKJ707"),
        ('<c r="J9"><f>G9-H9</f><v>1</v></c>', "J", "LKJ707"),
    ],
    ids=str,
)
def test_a_formula_in_a_settled_row_is_told_of_as_when_every_row_is_read(clean, tmp_path, xml, before, code):
    seen, report = same(inserted(clean, tmp_path, 9, xml, before))
    assert not seen, "a formula of another kind leaves the sheet in doubt"
    assert code is None or code in {finding.code for finding in report.findings}


def test_last_year_and_exceptions_are_never_settled(clean):
    assert pipeline.read(clean).settled is None
    assert pipeline.audit(clean, drawn=False, lalu=clean).summary.checked == pipeline.audit(clean).summary.checked


def test_the_region_of_the_codes_must_be_the_report_s_own(clean):
    lines = glance_lines(clean)
    assert settled(lines, "Kabupaten Batu Bara") is not None
    assert settled(lines, "Provinsi Sumatera Utara") is None


def glance_lines(path):
    kept = []

    def keep(lines, daerah):
        kept.extend(lines)

    from lkj_xlsx.reader.book import read_book

    read_book(path, TEMPLATE, pipeline.variants(), glance=Glance(keep))
    return kept
