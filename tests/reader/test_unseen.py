"""What a sheet holds and no program shows of it."""

from __future__ import annotations

import pytest

from benchmarks.damage import packed, unpacked
from lkj_xlsx.reader.unseen import runs
from lkj_xlsx.spec import remarks
from tests.reader.small_workbooks import Look, build, noted, read

ROWS = [{"tabel": "3.3", "kode": "1.1", "target": 80 + n, "realisasi": 60 + n} for n in range(4)]


def sheet_part(parts) -> str:
    """The part of the sheet Capaian IKU: the one that holds the last target."""
    names = [name for name in parts if name.startswith("xl/worksheets/sheet")]
    return next(name for name in names if b"<v>83</v>" in parts[name])


def changed(tmp_path, change):
    """The book of a workbook whose sheet Capaian IKU (rows 5 to 8) went through `change`."""
    path = build(tmp_path / "a.xlsx", rows={"capaian_iku": ROWS})
    parts = unpacked(path.read_bytes())
    name = sheet_part(parts)
    after = change(parts[name])
    assert after != parts[name]
    parts[name] = after
    path.write_bytes(packed(parts))
    return read(path)


def place(book, key: str, row: int) -> str:
    (record,) = [r for r in book.records("capaian_iku") if r.row == row]
    return record.values[key].where.cell


def test_an_ordinary_workbook_hides_nothing(tmp_path):
    book = read(build(tmp_path / "a.xlsx", rows={"capaian_iku": ROWS}))
    kinds = {remark.kind for remark in book.remarks}
    assert kinds.isdisjoint(
        (
            remarks.ISI_GANDA,
            remarks.TERTUTUP,
            remarks.BARIS_TERSEMBUNYI,
            remarks.KOLOM_TERSEMBUNYI,
            remarks.TANPA_FORMAT,
        )
    )


def test_hidden_rows_of_a_table_are_told_and_empty_ones_are_not(tmp_path):
    book = changed(
        tmp_path,
        lambda xml: (
            xml.replace(b'<row r="5"', b'<row hidden="1" r="5"')
            .replace(b'<row r="7"', b'<row hidden="1" r="7"')
            .replace(b'<row r="8"', b'<row hidden="1" r="8"')
            .replace(b"</sheetData>", b'<row r="99" hidden="1"/></sheetData>')
        ),
    )
    assert noted(book, remarks.BARIS_TERSEMBUNYI) == [("Capaian IKU!5:5", "5, 7–8")]
    assert [record.row for record in book.records("capaian_iku")] == [5, 6, 7, 8], "they are read all the same"


def test_hidden_columns_of_a_table_are_told_where_they_hold_something(tmp_path):
    path = build(tmp_path / "a.xlsx", rows={"capaian_iku": ROWS}, looks={"capaian_iku": Look(hide_columns=True)})
    book = read(path)
    ((where, detail),) = noted(book, remarks.KOLOM_TERSEMBUNYI)
    wanted = [place(book, key, 5).rstrip("5") for key in ("tabel", "kode", "target", "realisasi")]
    assert (where, detail.split(", ")) == ("Capaian IKU!4:4", sorted(wanted, key=lambda each: (len(each), each)))


def merge(first: str, last: str):
    def change(xml: bytes) -> bytes:
        merges = f'<mergeCells count="1"><mergeCell ref="{first}:{last}"/></mergeCells>'
        return xml.replace(b"</sheetData>", b"</sheetData>" + merges.encode())

    return change


def test_a_figure_under_a_merged_range_is_told_with_what_is_shown_instead(tmp_path):
    first = place(read(build(tmp_path / "b.xlsx", rows={"capaian_iku": ROWS})), "target", 5)
    column = first.rstrip("5")
    book = changed(tmp_path, merge(first, f"{column}7"))
    assert noted(book, remarks.TERTUTUP) == [(f"Capaian IKU!{column}6", "80"), (f"Capaian IKU!{column}7", "80")]


def test_under_a_merged_range_the_same_content_and_none_are_nothing_odd(tmp_path):
    column = place(read(build(tmp_path / "b.xlsx", rows={"capaian_iku": ROWS})), "kode", 5).rstrip("5")
    assert noted(changed(tmp_path, merge(f"{column}5", f"{column}8")), remarks.TERTUTUP) == []
    assert noted(changed(tmp_path, merge("A1", "F1")), remarks.TERTUTUP) == []


def test_a_cell_told_twice_is_told_with_the_content_that_counts(tmp_path):
    cell = place(read(build(tmp_path / "b.xlsx", rows={"capaian_iku": ROWS})), "target", 5).encode()
    again = b'<row r="5"><c r="' + cell + b'"><v>99</v></c></row></sheetData>'
    book = changed(tmp_path, lambda xml: xml.replace(b"</sheetData>", again))
    assert noted(book, remarks.ISI_GANDA) == [(f"Capaian IKU!{cell.decode()}", "99")]


def test_formats_that_the_file_lacks_are_told_once_a_sheet(tmp_path):
    path = build(tmp_path / "a.xlsx", rows={"capaian_iku": ROWS})
    parts = unpacked(path.read_bytes())
    name = sheet_part(parts)
    parts[name] = parts[name].replace(b'<c r="', b'<c s="7" r="')
    del parts["xl/styles.xml"]
    path.write_bytes(packed(parts))
    assert noted(read(path), remarks.TANPA_FORMAT) == [("Capaian IKU!A1", "")]


@pytest.mark.parametrize("numbers, text", [([], ""), ([7], "7"), ([7, 8, 9, 12], "7–9, 12"), ([1, 3, 4], "1, 3–4")])
def test_runs(numbers, text):
    assert runs(numbers) == text
