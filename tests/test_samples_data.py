"""The data files of the samples: their keys fit the template, the printed mistakes are kept, the twin is right."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from lkj_xlsx.model.spelling import spell
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE

SAMPLES = Path(__file__).parents[1] / "samples"
PRINTED, TWIN, FULL = "lkj-batubara-2024", "lkj-batubara-2024-benar", "lkj-contoh-lengkap-2025"
NAMES = (PRINTED, TWIN, FULL)
MERGED = {"gabung": "atas"}
Row = dict[str, Any]


def load(name: str) -> Row:
    data: Row = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return data


def rows(name: str, sheet: str) -> list[Row]:
    lines: list[Row] = load(name)["lembar"][sheet]
    return lines


def row(name: str, sheet: str, **match: str) -> Row:
    """The only row of a sheet with these cells."""
    (line,) = [r for r in rows(name, sheet) if all(r.get(key) == value for key, value in match.items())]
    return line


def number(cell: object, whole: bool = False) -> Decimal:
    spelling = spell(str(cell), whole)
    assert isinstance(spelling.number, Decimal), cell
    return spelling.number


def rounded(x: Decimal) -> Decimal:
    return x.quantize(Decimal("0.01"), ROUND_HALF_UP)


def down(table: list[Row], key: str) -> Iterator[tuple[Row, Any]]:
    """Rows with a column's cell, merged cells taking the value above."""
    above = None
    for r in table:
        above = above if r.get(key) == MERGED else r.get(key)
        yield r, above


def cells(r: Row) -> Iterator[tuple[str, Any]]:
    """The cells of a row by key, a year's cell as `key@year`."""
    for key, value in r.items():
        if isinstance(value, dict) and value != MERGED:
            yield from ((f"{key}@{year}", cell) for year, cell in value.items())
        else:
            yield key, value


@pytest.mark.parametrize("name", NAMES)
def test_only_known_sheets_and_fields(name: str) -> None:
    data = load(name)
    identitas = data["identitas"]
    years = Years(identitas["tahun"], identitas["awal"], identitas["akhir"])
    assert set(data) == {"template", "identitas", "lembar"} and data["template"] == TEMPLATE.version
    assert set(identitas) | {"versi"} == {field.key for field in TEMPLATE.sheet("identitas").fields}
    assert set(data["lembar"]) == {sheet.key for sheet in TEMPLATE.sheets if not sheet.form}
    for key, table in data["lembar"].items():
        fields = {field.key: field for field in TEMPLATE.sheet(key).fields}
        for r in table:
            assert set(r) <= set(fields), (key, r)
            for cell, value in r.items():
                if fields[cell].repeats:
                    assert {int(year) for year in value} <= set(years.series()), (key, r)


@pytest.mark.parametrize("name", NAMES)
def test_required_cells_are_filled_and_choices_are_offered(name: str) -> None:
    for key, table in load(name)["lembar"].items():
        for r in table:
            for field in TEMPLATE.sheet(key).fields:
                assert not field.required or r.get(field.key) not in (None, ""), (key, field.key, r)
                if field.choices and r.get(field.key) is not None:
                    assert r[field.key] in field.choices, (key, r)


@pytest.mark.parametrize("name", NAMES)
def test_codes_and_tables_are_declared(name: str) -> None:
    lembar = load(name)["lembar"]
    known = {
        "indikator": {r["kode"] for r in lembar["indikator"]},
        "data_dasar": {r["kode_data"] for r in lembar["data_dasar"]},
    }
    tables = {r["nomor"] for r in lembar["daftar_tabel"]}
    for key, table in lembar.items():
        for r in table:
            assert r.get("tabel") in {None, *tables}, (key, r)
            for field in TEMPLATE.sheet(key).fields:
                cell = r.get(field.key)
                if field.refers and isinstance(cell, str):
                    assert {part.strip() for part in cell.split(";")} <= known[field.refers], (key, r)


@pytest.mark.parametrize("name", NAMES)
def test_a_merged_cell_has_a_cell_above_in_the_same_table(name: str) -> None:
    for key, table in load(name)["lembar"].items():
        for n, r in enumerate(table):
            for cell, value in r.items():
                if value == MERGED:
                    assert n > 0 and table[n - 1].get("tabel") == r.get("tabel"), (key, r)
                    assert table[n - 1].get(cell) is not None, (key, r)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_named(name: str) -> None:
    identitas = load(name)["identitas"]
    assert (identitas["pejabat"], identitas["nip"]) == ("(nama kepala dinas)", "(NIP)")
    text = (SAMPLES / f"{name}.json").read_text(encoding="utf-8")
    assert not re.search(r"\d{8} ?\d{6} ?\d ?\d{3}\b", text)


@pytest.mark.parametrize(
    ("sheet", "match", "key", "typed"),
    [
        ("perjanjian", {"kode": "1.1"}, "target", "11%"),
        ("perjanjian", {"kode": "2.1"}, "target", "BB (75)"),
        ("capaian_iku", {"kode": "1.1"}, "capaian", "31,82"),
        ("capaian_iku", {"kode": "2.1"}, "no", "2.1."),
        ("data_dasar", {"kode_data": "SHU"}, "target_akhir", "4.824.118.586"),
        ("data_dasar", {"kode_data": "JUMLAH-UMKM"}, "target_akhir", "15.731"),
        ("target_realisasi", {"kode": "1.2"}, "target", "4.5 %"),
        ("target_realisasi", {"kode": "1.3"}, "predikat", "Sangat Tinggi"),
        ("tahun_lalu", {"kode": "1.1"}, "realisasi", "3,50, %"),
        ("renstra", {"kode": "1.1"}, "realisasi_sd", "10,0 %"),
        ("renstra", {"kode": "1.3"}, "realisasi", "1,51 % (233 Unit)"),
        ("renstra", {"kode": "1.3"}, "kemajuan", "27,43 %"),
        ("efisiensi", {"kode": "1.2"}, "anggaran", MERGED),
        ("efisiensi", {"kode": "1.3"}, "capaian", "83,89"),
        ("efisiensi", {"kode": "2.1"}, "efisiensi", "1,01"),
        ("realisasi_anggaran", {"anggaran": "6.090.000"}, "serapan", "97,94"),
        ("realisasi_anggaran", {"realisasi": "518.762.200"}, "serapan", "99,43"),
        (
            "realisasi_anggaran",
            {"realisasi": "3.225.249.000", "tingkat": "Program"},
            "uraian",
            "PROGRAM PEMBERDAYAAN DAN PERLIDUNGAN KOPERASI",
        ),
    ],
)
def test_the_printed_cells_are_kept(sheet: str, match: dict[str, str], key: str, typed: object) -> None:
    assert row(PRINTED, sheet, **match)[key] == typed


def budget(name: str) -> dict[str, list[Row]]:
    """Budget rows by the name of the parent line; programmes stand under an empty name."""
    children: dict[str, list[Row]] = {"": []}
    above = {"Program": "", "Kegiatan": "", "Sub Kegiatan": ""}
    for r in rows(name, "realisasi_anggaran"):
        parent = {"Program": "", "Kegiatan": above["Program"], "Sub Kegiatan": above["Kegiatan"]}[r["tingkat"]]
        above[r["tingkat"]] = r["uraian"]
        children.setdefault(parent, []).append(r)
    return children


def wrong_sums(name: str) -> list[tuple[str, str, Decimal]]:
    children = budget(name)
    lines = {r["uraian"]: r for r in rows(name, "realisasi_anggaran")}
    sums = [
        (parent, key, sum((number(r[key], True) for r in parts), Decimal(0)))
        for parent, parts in children.items()
        if parent
        for key in ("anggaran", "realisasi")
    ]
    return [(parent, key, total) for parent, key, total in sums if number(lines[parent][key], True) != total]


def test_budget_sums() -> None:
    kegiatan = "Pendidikan dan Latihan Perkoperasian Bagi Koperasi yang Wilayah Keanggotaan dalam Daerah Kabupaten/Kota"
    assert wrong_sums(PRINTED) == [(kegiatan, "realisasi", Decimal(518762200))]
    assert wrong_sums(TWIN) == []
    programs = budget(TWIN)[""]
    assert sum(number(r["anggaran"], True) for r in programs) == Decimal(11567255701)
    assert sum(number(r["realisasi"], True) for r in programs) == Decimal(11125309855)


@pytest.mark.parametrize(("name", "wrong"), [(PRINTED, ["97,94", "99,43"]), (TWIN, []), (FULL, [])])
def test_budget_percents(name: str, wrong: list[str]) -> None:
    percents = [
        r["serapan"]
        for r in rows(name, "realisasi_anggaran")
        if rounded(number(r["realisasi"], True) / number(r["anggaran"], True) * 100) != number(r["serapan"])
    ]
    assert percents == wrong


@pytest.mark.parametrize(
    ("sheet", "kode", "expected"),
    [
        ("capaian_iku", "1.1", {"capaian": "31,79", "predikat": "Sangat Rendah"}),
        ("capaian_iku", "1.2", {"capaian": "99,33", "predikat": "Sangat Tinggi"}),
        ("capaian_iku", "1.3", {"capaian": "83,72", "predikat": "Tinggi"}),
        ("target_realisasi", "1.3", {"capaian": "83,72%", "predikat": "Tinggi"}),
        ("tahun_lalu", "1.1", {"realisasi": "3,50 %", "capaian": "31,79 %", "capaian_lalu": "87 %"}),
        ("renstra", "1.1", {"realisasi_sd": "3,50 %", "kemajuan": "9,99 %"}),
        ("renstra", "1.2", {"realisasi_sd": "4,47 %", "kemajuan": "31,93 %"}),
        ("renstra", "1.3", {"kemajuan": "27,44 %", "kemajuan_sd": "27,44 %"}),
        ("efisiensi", "1.1", {"capaian": "31,79", "efisiensi": "0,32"}),
        ("efisiensi", "1.2", {"capaian": "99,33", "efisiensi": "1,01"}),
        ("efisiensi", "1.3", {"capaian": "83,72", "efisiensi": "0,84"}),
        ("efisiensi", "2.1", {"capaian": "102,40", "efisiensi": "1,10"}),
    ],
)
def test_the_twin_holds_the_worked_figures(sheet: str, kode: str, expected: dict[str, str]) -> None:
    line = row(TWIN, sheet, kode=kode)
    assert {key: line[key] for key in expected} == expected


def test_the_twin_follows_its_base_data() -> None:
    data = {r["kode_data"]: r for r in rows(TWIN, "data_dasar")}
    aset, shu = ([number(data[kode]["realisasi"][year], True) for year in ("2023", "2024")] for kode in ("ASET", "SHU"))
    assert rounded((aset[1] - aset[0]) / aset[0] * 100 / 11 * 100) == Decimal("31.79")
    assert rounded((shu[1] - shu[0]) / shu[0] * 100 / Decimal("4.5") * 100) == Decimal("99.33")
    assert number(data["KENAIKAN-ASET"]["realisasi"]["2024"], True) == aset[1] - aset[0]
    assert number(data["KENAIKAN-SHU"]["realisasi"]["2024"], True) == shu[1] - shu[0]
    for kode, base, goal in (("ASET", aset[0], 35), ("SHU", shu[0], 14)):
        level, rise = number(data[kode]["target_akhir"], True), number(data[f"KENAIKAN-{kode}"]["target_akhir"], True)
        assert abs(level - base * (100 + goal) / 100) <= 1 and abs(rise - base * goal / 100) <= 1
        assert (data[kode]["tahun_target"], data[kode]["tahun_awal"]) == ("2026", "2023")
    parts = [number(data[kode]["target_akhir"], True) for kode in ("MIKRO", "KECIL", "MENENGAH")]
    assert sum(parts) == number(data["JUMLAH-UMKM"]["target_akhir"], True) == Decimal(15497)


def test_the_twin_uses_the_names_of_the_agreement() -> None:
    names = {r["kode"]: (sasaran, r["indikator"]) for r, sasaran in down(rows(TWIN, "perjanjian"), "sasaran")}
    for sheet in ("indikator", "capaian_iku", "target_realisasi", "tahun_lalu", "renstra", "efisiensi"):
        for r, sasaran in down(rows(TWIN, sheet), "sasaran"):
            assert (sasaran, r["indikator"]) == names[r["kode"]], (sheet, r)
    programs = {r["program"].upper(): r["pagu"] for r in rows(TWIN, "program_pendukung")}
    assert programs == {r["uraian"]: r["anggaran"] for r in budget(TWIN)[""]}


def test_every_correction_is_listed() -> None:
    changed: Counter[tuple[str, str, str]] = Counter()
    for sheet, table in load(PRINTED)["lembar"].items():
        for old, new in zip(table, rows(TWIN, sheet), strict=True):
            before, after = dict(cells(old)), dict(cells(new))
            assert set(before) == set(after)
            changed.update((old["tabel"], before[key], after[key]) for key in before if before[key] != after[key])
    text = (SAMPLES / "KOREKSI.md").read_text(encoding="utf-8")
    listed: Counter[tuple[str, str, str]] = Counter()
    for line in re.findall(r"^\| (\d\.\d+ \|.*) \|$", text, re.MULTILINE):
        tabel, _, _, before_, after_, reason = line.split(" | ")
        assert reason
        listed[tabel, before_, after_] += 1
    assert listed == changed


@pytest.mark.parametrize(
    ("kode", "capaian", "predikat"),
    [
        ("1.1", "106,14", "Sangat Tinggi"),  # 3.072.640.500 of 48.250.000.000 against 6 %
        ("1.2", "104,80", "Sangat Tinggi"),  # 262 of 250
        ("1.3", "106,75", "Sangat Tinggi"),  # 4.318 of 12.640 against 32 %
        ("2.1", "111,43", "Sangat Tinggi"),  # (2 × 7 − 6,2) ÷ 7
        ("2.2", "100,00", "Sangat Tinggi"),  # 7,1 within 6,5 - 7,5
        ("2.3", "83,33", "Tinggi"),  # (2 × 12 − 14) ÷ 12
        ("3.1", "105,72", "Sangat Tinggi"),  # 80,35 of 76
        ("3.2", "-", "-"),
    ],
)
def test_the_full_sample_capaian(kode: str, capaian: str, predikat: str) -> None:
    line = row(FULL, "capaian_iku", kode=kode)
    assert (line["capaian"], line["predikat"]) == (capaian, predikat)


@pytest.mark.parametrize(
    ("kode", "lalu", "kemajuan"),
    [
        ("1.1", "96,00", "21,23 %"),
        ("1.2", "105,00", "18,71 %"),
        ("1.3", "98,97", "65,69 %"),
        ("2.1", "105,00", "76,00"),
        ("2.2", "100,00", "100,00"),
        ("2.3", "93,33", "60,00"),
        ("3.1", "99,47", "94,53"),
        ("3.2", "-", "-"),
    ],
)
def test_the_full_sample_last_year_and_renstra(kode: str, lalu: str, kemajuan: str) -> None:
    assert row(FULL, "tahun_lalu", kode=kode)["capaian_lalu"] == lalu
    line = row(FULL, "renstra", kode=kode)
    assert (line["kemajuan"], line["kemajuan_sd"]) == (kemajuan, kemajuan)


def test_the_full_sample_budget_follows_its_codes() -> None:
    *lines, total = rows(FULL, "realisasi_anggaran")
    leaves = [r for r in lines if len(r["kode_rekening"]) == len("2.17.01.2.01.0001")]
    assert {len(r["kode_rekening"]) for r in lines} == {7, 12, 17} and total["tingkat"] == "Jumlah"
    for r in (*lines, total):
        under = [leaf for leaf in leaves if leaf["kode_rekening"].startswith(r.get("kode_rekening", ""))]
        for key in ("anggaran", "realisasi", "sisa"):
            assert sum(number(leaf[key], True) for leaf in under) == number(r[key], True), r
        assert number(r["anggaran"], True) - number(r["realisasi"], True) == number(r["sisa"], True), r
    assert (total["anggaran"], total["sisa"]) == ("5.859.815.000", "166.587.651")


def test_the_full_sample_efficiency() -> None:
    by_kode = {r["kode"]: (budgeted, r["efisiensi"]) for r, budgeted in down(rows(FULL, "efisiensi"), "anggaran")}
    assert by_kode["1.1"] == ("1.118.380.000", "1,09") and by_kode["1.2"] == ("1.002.550.000", "1,07")
    assert by_kode["1.3"] == ("1.002.550.000", "1,09") and by_kode["3.1"] == ("3.578.385.000", "1,09")
    assert [by_kode[kode] for kode in ("2.1", "2.2", "2.3")] == [("160.500.000", None)] * 3


@pytest.mark.parametrize(
    ("kode", "quarters", "year"),
    [
        ("1.2", (48, 71, 69, 74), Decimal(262)),
        ("2.3", (4, 3, 3, 4), Decimal(14)),
    ],
)
def test_the_full_sample_quarters_add_up(kode: str, quarters: tuple[int, ...], year: Decimal) -> None:
    line = row(FULL, "triwulan", kode=kode)
    targets = tuple(int(line[f"target_tw{n}"]) for n in range(1, 5))
    stated = row(FULL, "capaian_iku", kode=kode)
    assert tuple(int(line[f"realisasi_tw{n}"]) for n in range(1, 5)) == quarters
    assert sum(quarters) == year == number(stated["realisasi"])
    assert sum(targets) == number(stated["target"])


def test_the_full_sample_quarters_that_average_or_end_with_the_last() -> None:
    days, permits = row(FULL, "triwulan", kode="2.1"), row(FULL, "triwulan", kode="1.3")
    assert sum((number(days[f"realisasi_tw{n}"]) for n in range(1, 5)), Decimal(0)) / 4 == number(days["realisasi"])
    assert permits["realisasi_tw4"] == permits["realisasi"] == row(FULL, "capaian_iku", kode="1.3")["realisasi"]
