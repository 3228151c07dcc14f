"""The finished workbook of every sample: opened by another program, recomputed, changed, and compared part by part."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from benchmarks.draft import Size
from benchmarks.generate import generate
from lkj_xlsx import pipeline
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.expression import Place
from lkj_xlsx.model.report import KeyFigure, Report
from lkj_xlsx.writers.workbook import _plan, write_workbook
from tests.libreoffice import Cells, close, differences, recalculated, values
from tests.workbook_case import SAMPLES, Typed, changed, load, row_of, write

NAMES = ("lkj-batubara-2024", "lkj-batubara-2024-benar", "lkj-contoh-lengkap-2025")
RANDOM = {"acak-1": (1, 6, 140), "acak-8": (8, 9, 60)}  # seed, indicators, budget rows; one with means as percents
GOLDEN = Path(__file__).parent / "golden"


@cache
def audited(name: str) -> Report:
    return pipeline.audit(SAMPLES / f"{name}.xlsx")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The finished workbook of every sample, to be read only."""
    folder = tmp_path_factory.mktemp("hasil")
    for name in NAMES:
        write_workbook(audited(name), folder / f"{name}.xlsx")
    return {name: folder / f"{name}.xlsx" for name in NAMES}


@pytest.fixture
def finished(name: str, written: dict[str, Path]) -> Path:
    return written[name]


def formulas(path: Path) -> dict[tuple[str, str], str]:
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        return {
            (sheet.title, cell.coordinate): str(cell.value)
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        }


@pytest.fixture(scope="module")
def random_books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The finished workbooks of reports made from a seed, to be read only."""
    folder = tmp_path_factory.mktemp("acak")
    for name, (seed, *size) in RANDOM.items():
        write(generate(seed, Size(*size)).data, folder / "isi.xlsx")
        write_workbook(pipeline.audit(folder / "isi.xlsx"), folder / f"{name}.xlsx")
    return {name: folder / f"{name}.xlsx" for name in RANDOM}


@pytest.fixture(scope="module")
def recomputed(
    tmp_path_factory: pytest.TempPathFactory, written: dict[str, Path], random_books: dict[str, Path]
) -> dict[str, Cells]:
    """The finished workbooks of all samples as they are, and with each change typed in: one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("hitung")
    paths = written | random_books
    for change in CHANGES:
        paths[str(change)] = folder / f"{len(paths)}.xlsx"
        retype(paths[change.name], paths[str(change)], change)
    return recalculated(paths, folder)


def test_every_cell_recomputed_equals_its_saved_value(name, finished, recomputed):
    assert differences(values(finished), recomputed[name]) == []


@pytest.mark.parametrize("name", RANDOM)
def test_every_cell_of_a_random_report_recomputed_equals_its_saved_value(name, recomputed, random_books):
    assert differences(values(random_books[name]), recomputed[name]) == []


def test_formulas_name_only_functions_that_both_programs_know(finished):
    known = {
        "SUM",
        "IF",
        "IFERROR",
        "ROUND",
        "INDEX",
        "MATCH",
        "COUNT",
        "COUNTIF",
        "MIN",
        "MAX",
        "AVERAGE",
        "ABS",
        "AND",
        "OR",
        "ISNUMBER",
        "TRUE",
        "UPPER",
        "TRIM",
    }
    used = {function for formula in formulas(finished).values() for function in re.findall(r"([A-Z]+)\(", formula)}
    assert used <= known
    assert {"SUM", "IF", "INDEX", "MATCH", "COUNTIF"} <= used


def test_no_saved_value_is_an_error_or_missing(finished):
    saved = values(finished)
    lacking = [place for place in formulas(finished) if place not in saved or str(saved[place]).startswith("#")]
    assert lacking == []


def test_no_links_to_other_files_no_macros(finished):
    with zipfile.ZipFile(finished) as parts:
        names = parts.namelist()
        relations = [parts.read(part).decode() for part in names if part.endswith(".rels")]
    assert [part for part in names if "externalLink" in part or "vba" in part] == []
    assert [text for text in relations if 'TargetMode="External"' in text] == []


def test_the_same_report_gives_the_same_bytes(name, finished, tmp_path):
    write_workbook(pipeline.audit(SAMPLES / f"{name}.xlsx"), tmp_path / "lagi.xlsx")
    assert (tmp_path / "lagi.xlsx").read_bytes() == finished.read_bytes()


# Looks (`s`) and texts (numbers of shared strings) hang on every other sheet; texts are put in their place.
GOLDEN_PARTS = ("xl/workbook.xml", "xl/worksheets/sheet13.xml", "xl/comments6.xml", "xl/charts/chart1.xml")


def plain_part(path: Path, part: str) -> str:
    """A part as text, one element a line, with what is volatile blanked by name."""
    with zipfile.ZipFile(path) as parts:
        text, shared = parts.read(part).decode(), parts.read("xl/sharedStrings.xml").decode()
    strings = [
        "".join(re.findall(r"<t[^>]*>([^<]*)</t>", item)) for item in re.findall(r"<si>(.*?)</si>", shared, re.S)
    ]
    text = re.sub(r'( t="s")><v>(\d+)</v>', lambda match: f"{match[1]}><v>{strings[int(match[2])]}</v>", text)
    text = re.sub(r'(<c r="[A-Z]+\d+") s="\d+"', r"\1", text)
    text = re.sub(r' (customWidth|rupBuild|lowestEdited|lastEdited)="[^"]*"', "", text)
    lengths = r"((?:Ringkasan|Temuan|'Kertas Kerja(?: Reviu)?')![$:A-Z0-9]*[$])\d+<"  # as many as findings and rules
    text = re.sub(lengths, r"\1n<", text)
    return text.replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("part", GOLDEN_PARTS)
def test_the_flagged_table_and_its_chart_are_as_kept(part, tmp_path):
    """Tabel 3.9 of the printed report, with its comments. `LKJ_GOLDEN=1` keeps them anew: look at the difference."""
    write_workbook(audited("lkj-batubara-2024"), tmp_path / "hasil.xlsx")
    drawn, kept = plain_part(tmp_path / "hasil.xlsx", part), GOLDEN / part.rpartition("/")[2]
    if os.environ.get("LKJ_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8", newline="\n")
    assert drawn == kept.read_text(encoding="utf-8")


# --- a changed figure flows as far as the tool itself would carry it -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of the finished workbook typed otherwise, and the cells of the input that state the same."""

    name: str
    cell: Typed
    also: tuple[Typed, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} {self.cell.row} {self.cell.key}"


def everywhere(kode: str, text: str, *sheets: str) -> tuple[Typed, ...]:
    """A realisasi typed in every table that states it."""
    return tuple(Typed(sheet, kode, "realisasi", text) for sheet in sheets)


def spent(rows: str, delta: int, *names: str) -> tuple[Typed, ...]:
    """Amounts that grow with one of them."""
    data = load(rows)
    return tuple(
        Typed("realisasi_anggaran", name, "realisasi", _plus(row_of(data, "realisasi_anggaran", name), delta))
        for name in names
    )


def _plus(row, delta):
    return f"{int(row['realisasi'].replace('.', '')) + delta:,}".replace(",", ".")


MADE, TABLES = "lkj-contoh-lengkap-2025", ("target_realisasi", "tahun_lalu", "renstra", "efisiensi")
LEAF = "Penyusunan Dokumen Perencanaan Perangkat Daerah"
ABOVE = (
    "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
    "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
    "JUMLAH",
)
CHANGES = (
    Change(
        "lkj-batubara-2024",
        Typed("data_dasar", "ASET", "realisasi@2024", "58.000.000.000"),
        (Typed("data_dasar", "KENAIKAN-ASET", "realisasi@2024", "5.036.083.069"),),
    ),
    Change(
        "lkj-batubara-2024-benar",
        Typed("data_dasar", "SHU", "realisasi@2024", "3.500.000.000"),
        (Typed("data_dasar", "KENAIKAN-SHU", "realisasi@2024", "27.660.085"),),
    ),
    Change(
        "lkj-batubara-2024-benar",
        Typed("data_dasar", "NAIK-KELAS", "realisasi@2024", "120"),
        tuple(Typed("renstra", "1.3", key, "14,13") for key in ("kemajuan", "kemajuan_sd")),
    ),
    Change(
        MADE,
        Typed("data_dasar", "VOLUME", "realisasi@2025", "49.000.000.000"),
        (Typed("data_dasar", "KENAIKAN-VOLUME", "realisasi@2025", "750.000.000"),),
    ),
    Change(
        MADE,
        Typed("data_dasar", "BELUM-BERIZIN", "realisasi@2025", "12.000"),
        (Typed("data_dasar", "MIKRO", "realisasi@2025", "16.318"),),
    ),
    Change(MADE, Typed("capaian_iku", "2.1", "realisasi", "9,4"), everywhere("2.1", "9,4", *TABLES)),
    Change(MADE, Typed("capaian_iku", "2.2", "realisasi", "8,6"), everywhere("2.2", "8,6", *TABLES)),
    Change(
        MADE,
        Typed("realisasi_anggaran", LEAF, "realisasi", "8.125.000"),
        (*spent(MADE, -10_000_000, *ABOVE), Typed("efisiensi", "3.1", "realisasi_anggaran", "3.465.540.199")),
    ),
)


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_changed_figure_reaches_what_the_tool_computes_for_the_changed_file(change, recomputed, tmp_path):
    before, after = audited(change.name), audited_with(change, tmp_path)
    reached = recomputed[str(change)]
    expected = dict(followed(before, after))
    wrong = [
        (place, expected[place], reached.get(place))
        for place in expected
        if not same(expected[place], reached.get(place))
    ]
    assert wrong == []
    saved = dict(followed(before, before))
    assert len([place for place in expected if expected[place] != saved[place]]) >= 4


def where_of(change: Change) -> Where:
    """The cell of the sample that is typed otherwise."""
    book = pipeline.read(SAMPLES / f"{change.name}.xlsx")
    key, _, year = change.cell.key.partition("@")
    names = ("kode", "kode_data", "uraian", "indikator")
    record = next(r for r in book.records(change.cell.sheet) if change.cell.row in [r.text(n) for n in names])
    return (record.get(key, int(year)) if year else record.get(key)).where


def audited_with(change: Change, folder: Path) -> Report:
    """The audit of the sample's file with the change typed in."""
    write(changed(load(change.name), (change.cell, *change.also)), folder / "diubah.xlsx")
    return pipeline.audit(folder / "diubah.xlsx")


def retype(path: Path, target: Path, change: Change) -> None:
    """The finished workbook with the figure typed into the cell that shows it."""
    place = _plan(audited(change.name)).addresses.of(where_of(change))
    figure = change.cell.cell.replace(".", "").replace(",", ".")
    cell = rf'(<c r="{place.cell}"(?: s="\d+")?>)<v>[^<]*</v>'  # a typed figure, neither a text nor a formula
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        titles = re.findall(r'<sheet name="([^"]*)"', old.read("xl/workbook.xml").decode())
        sheet = f"xl/worksheets/sheet{titles.index(place.sheet) + 1}.xml"
        for part in old.namelist():
            content = old.read(part)
            if part == sheet:
                text, count = re.subn(cell, rf"\g<1><v>{figure}</v>", content.decode())
                assert count == 1
                content = text.encode()
            new.writestr(part, content)


def followed(before: Report, after: Report) -> Iterator[tuple[tuple[str, str], Decimal | str | None]]:
    """What every computed cell must show, at its place in the workbook that was finished before."""
    addresses = _plan(before).addresses
    for old, new in zip(before.tables, after.tables, strict=True):
        computed = [column.key for column in old.columns if column.computed]
        for one, other in zip(old.rows, new.rows, strict=True):
            for key in computed:
                if one.items[key].formula is not None and one.items[key].source is not None:
                    place = addresses.of(one.items[key].source)
                    yield (place.sheet, place.cell), other.items[key].value
    for old, new in zip(before.worksheet, after.worksheet, strict=True):
        for row, (one, other) in enumerate(zip(old.rows, new.rows, strict=True)) if old.key != "angka" else ():
            for key, item in one.items.items():
                if item.formula is not None:
                    place = addresses.of(Place(old.key, row, key))
                    yield (place.sheet, place.cell), other.items[key].value
    yield from ringkasan(before, after)


def ringkasan(before: Report, after: Report) -> Iterator[tuple[tuple[str, str], Decimal | str | None]]:
    """The key figures on the first sheet; a predikat that nobody holds any more counts 0."""
    new = {_named(figure): figure.value for figure in after.figures}
    for row, figure in enumerate(before.figures, 8):
        if figure.formula is not None:
            yield ("Ringkasan", f"B{row}"), new.get(_named(figure), Decimal(0))


def _named(figure: KeyFigure) -> tuple[str, str]:
    """A key figure's label, and which sasaran a mean is of."""
    return figure.label, figure.words.partition(":")[0] if figure.label.startswith("Rata-rata") else ""


def same(expected: Decimal | str | None, shown: object) -> bool:
    if isinstance(expected, Decimal):
        return close(float(expected), shown)
    return (expected or None) == shown


# --- text stays text ----------------------------------------------------------------------------------------------

HOSTILE = ('=HYPERLINK("http://contoh.invalid";"x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)")
PLACES = (
    ("perjanjian", "1.1", "indikator"),
    ("capaian_iku", "1.2", "realisasi"),
    ("realisasi_anggaran", LEAF, "uraian"),
    ("skala", "Tinggi", "kriteria"),
    ("identitas", "", "opd"),
    ("daftar_tabel", "3.9", "judul"),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_formula_stays_text_everywhere(text, tmp_path):
    data = load("lkj-contoh-lengkap-2025")
    for sheet, row, key in PLACES:
        rows = [data["identitas"]] if sheet == "identitas" else data["lembar"][sheet]
        next(r for r in rows if not row or row in r.values())[key] = {"teks": text}
    write(data, tmp_path / "asal.xlsx")
    write_workbook(pipeline.audit(tmp_path / "asal.xlsx"), tmp_path / "hasil.xlsx")
    with closing(openpyxl.load_workbook(tmp_path / "hasil.xlsx", read_only=True)) as book:
        cells = [
            (sheet.title, cell.data_type, str(cell.value))
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
    assert [content for _, kind, content in cells if kind == "f" and text.lstrip("=")[:4] in content] == []
    holding = {(title, kind) for title, kind, content in cells if text in content}
    assert {kind for _, kind in holding} == {"s"}
    assert {"Tabel 2.1", "Tabel 3.2", "Tabel 3.23", "Tabel 3.1", "Ringkasan", "Tabel 3.9"} <= {
        name for name, _ in holding
    }


def test_charts_are_printed_whole_also_where_no_scale_widens_the_figures_below(tmp_path):
    data = load("lkj-batubara-2024-benar")
    data["lembar"]["skala"] = []
    write(data, tmp_path / "asal.xlsx")
    write_workbook(pipeline.audit(tmp_path / "asal.xlsx"), tmp_path / "hasil.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "hasil.xlsx")["Grafik"]
    last = openpyxl.utils.cell.range_boundaries(sheet.print_area.rpartition("!")[2])[2]
    widths = {n: each.width for each in sheet.column_dimensions.values() for n in range(each.min, each.max + 1)}
    pixels = sum(int(7 * widths.get(column, 9)) for column in range(1, last + 1))
    assert pixels >= 1080


def test_the_head_of_the_office_stands_where_the_report_is_signed(tmp_path):
    data = load("lkj-batubara-2024-benar")
    data["identitas"] |= {"pejabat": "Siti Aminah", "nip": "19700101 199503 2 001", "jabatan": "Kepala Dinas"}
    write(data, tmp_path / "asal.xlsx")
    write_workbook(pipeline.audit(tmp_path / "asal.xlsx"), tmp_path / "hasil.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "hasil.xlsx")["Kertas Kerja Reviu"]
    signed = next(str(cell.value) for row in sheet for cell in row if str(cell.value).startswith("Disusun oleh"))
    assert signed.split("\n") == [
        "Disusun oleh (perangkat daerah)",
        "Kepala Dinas",
        "",
        "",
        "",
        "Siti Aminah",
        "NIP 19700101 199503 2 001",
        "Tanggal",
    ]
