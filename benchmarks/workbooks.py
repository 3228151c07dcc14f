"""Filled templates of any length, kept in a temporary folder: the full sample with a longer budget sheet.

Programmes, kegiatan and sub kegiatan are added until the sheet has the rows asked for. Sums are right, percents and
remainders are formulas with saved results or typed, and the total stands at the end: a sheet as offices have it, only
longer. Other kinds have wrong amounts, wrong codes, or neither codes nor Tingkat (`CHANGES`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.arithmetic import indonesian
from benchmarks.generate_budget import OBJECTS, SUBJECTS

SAMPLES = Path(__file__).parents[1] / "samples"
BASE, SHEET, TABLE = "lkj-contoh-lengkap-2025", "realisasi_anggaran", "3.23"
FORMULAS, TYPED, WRONG, MANY_WRONG, CELLS = "rumus", "ketikan", "salah", "banyak-salah", "sel"
WRONG_CODES, UNTOLD, UNTOLD_WRONG, NO_SUMS = "kode-salah", "tanpa-kode", "tanpa-kode-salah", "tanpa-jumlah"
OFTEN, OFTEN_CODED = 30, 5  # one row in so many has a wrong amount, a wrong code
ELSEWHERE = 100  # so many rows above stands another programme: the longest has 71
FIRST_ROW = 5
KEGIATAN, SUB_KEGIATAN = 7, 9  # below each programme, below each kegiatan
FOLDER = Path(tempfile.gettempdir()) / "lkj-xlsx-benchmarks"

Row = dict[str, Any]


def budget_workbook(rows: int, kind: str = FORMULAS) -> Path:
    """The workbook with `rows` budget rows, made once. `kind` is a key of `CHANGES`.

    In a process of its own: one that is measured would count the memory of the process that started it.
    """
    path = FOLDER / f"anggaran-{rows}{f'-{kind}' if kind != FORMULAS else ''}.xlsx"
    if not path.exists():
        _elsewhere(kind, str(rows), path)
    return path


def finished_cells(path: Path) -> Path:
    """Every cell of the finished workbook of an audit, as the bare writing script takes them; made once, elsewhere."""
    made = path.with_suffix(".cells.json")
    if not made.exists():
        _elsewhere(CELLS, str(path), made)
    return made


def _elsewhere(what: str, given: str, path: Path) -> None:
    FOLDER.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "benchmarks.workbooks", what, given, str(path)]
    subprocess.run(words, check=True, cwd=Path(__file__).parents[1])


def _make_budget(rows: int, path: Path, kind: str) -> None:
    from lkj_xlsx import pipeline
    from lkj_xlsx.spec.template import TEMPLATE
    from lkj_xlsx.writers.fill import fill

    data = budget_data(rows, formulas=False)
    change(data["lembar"][SHEET], kind)
    fill(data, path, TEMPLATE, pipeline.variants())


def budget_data(rows: int, formulas: bool = True) -> dict[str, Any]:
    """The data file behind it, percents and remainders as formulas or typed. The same number of rows, the same data."""
    data: dict[str, Any] = json.loads((SAMPLES / f"{BASE}.json").read_text(encoding="utf-8"))
    *own, _ = data["lembar"][SHEET]
    lines = [*own, *islice(_programmes(Random(rows), rows - len(own) - 1), rows - len(own) - 1)]
    given = sum(_amount(row, "anggaran") for row in lines if row.get("kode_rekening", "").count(".") == 2)
    spent = sum(_amount(row, "realisasi") for row in lines if row.get("kode_rekening", "").count(".") == 2)
    lines.append(_row("", "JUMLAH", given, spent) | {"tingkat": "Jumlah", "kode_rekening": None})
    if formulas:
        _compute(lines)
    data["lembar"][SHEET] = lines
    return data


def _programmes(random: Random, rows: int) -> Iterator[Row]:
    """Rows of whole programmes, the last of them as long as there are rows left."""
    number, left = 0, rows
    while left > 0:
        number += 1
        programme = list(_programme(random, number, left))
        left -= len(programme)
        yield from programme


def _programme(random: Random, number: int, most: int) -> Iterator[Row]:
    code = f"3.{10 + number // 90}.{10 + number % 90}"  # one digit, two, two: else each code would be a finding
    name = f"{SUBJECTS[number % 10]} {OBJECTS[number // 10 % 8]} {number}"
    kegiatan: list[tuple[Row, list[Row]]] = []
    left = most - 1
    for place in range(1, KEGIATAN + 1):
        if left <= 0:
            break
        below = [
            _leaf(random, f"{code}.2.{place:02d}.{at:04d}", f"Pelaksanaan {at} pada {name} bagian {place}")
            for at in range(1, min(SUB_KEGIATAN, left - 1) + 1)
        ]
        head = _leaf(random, f"{code}.2.{place:02d}", f"{name} bagian {place}")
        kegiatan.append((_sum(head, below) if below else head, below))
        left -= 1 + len(below)
    first = _row(code, f"PROGRAM {name.upper()}", 1_000_000, 900_000)
    yield _sum(first, [head for head, _ in kegiatan]) if kegiatan else first
    for head, below in kegiatan:
        yield head
        yield from below


def _leaf(random: Random, code: str, name: str) -> Row:
    given = random.randint(4, 900) * 250_000
    return _row(code, name, given, given * random.randint(7000, 10_000) // 10_000)


def _sum(row: Row, below: list[Row]) -> Row:
    given, spent = (sum(_amount(each, key) for each in below) for key in ("anggaran", "realisasi"))
    return _row(row["kode_rekening"], row["uraian"], given, spent)


def _row(code: str, name: str, given: int, spent: int) -> Row:
    return {"tabel": TABLE, "kode_rekening": code, "uraian": name} | _amounts(given, spent)


def _amounts(given: int, spent: int) -> Row:
    return {
        "anggaran": _rupiah(given),
        "realisasi": _rupiah(spent),
        "serapan": indonesian(Fraction(spent, given) * 100, 2),
        "sisa": _rupiah(given - spent),
    }


def change(lines: list[Row], kind: str) -> None:
    """Make a sheet of typed rows one of a kind."""
    for step in CHANGES[kind]:
        step(lines)


def _compute(lines: list[Row]) -> None:
    """Percents and remainders as formulas, with the results of the amounts as they are now."""
    for at, line in enumerate(lines, FIRST_ROW):
        given, spent = _amount(line, "anggaran"), _amount(line, "realisasi")
        line["serapan"] = {"rumus": f"=H{at}/G{at}*100", "nilai": spent / given * 100}
        line["sisa"] = {"rumus": f"=G{at}-H{at}", "nilai": given - spent}


def _spoil_one(lines: list[Row]) -> None:
    _spoil(lines[len(lines) // 2])


def _spoil_many(lines: list[Row]) -> None:
    for line in lines[OFTEN:-1:OFTEN]:
        _spoil(line)


def _spoil(line: Row) -> None:
    line["anggaran"] = _rupiah(_amount(line, "anggaran") + 27_000)


def _miscode(lines: list[Row]) -> None:
    """By turns a digit too many at the end of a code, and the code of another programme at its start."""
    codes = [line["kode_rekening"] for line in lines]
    for at in range(0, len(lines) - 1, OFTEN_CODED):
        own = codes[at].split(".")
        other = codes[at - ELSEWHERE].split(".")[:3]
        lines[at]["kode_rekening"] = ".".join([*other, *own[3:]] if at % 2 else [*own[:-1], own[-1] + "1"])


def _untell(lines: list[Row]) -> None:
    """Nothing but capitals (`PROGRAM ...`, `JUMLAH`) tells what a row is."""
    for line in lines:
        line["kode_rekening"], line["tingkat"] = None, None


def _unsum(lines: list[Row]) -> None:
    """One or two rupiah more in each row, by turns: no rows add up to the one above them."""
    for at, line in enumerate(lines):
        given, spent = (_amount(line, key) + 1 + at % 2 for key in ("anggaran", "realisasi"))
        line |= _amounts(given, spent)


def _amount(row: Row, key: str) -> int:
    return int(row[key].replace(".", ""))


def _rupiah(amount: int) -> str:
    return indonesian(Fraction(amount), 0, True)


CHANGES: Mapping[str, tuple[Callable[[list[Row]], None], ...]] = {
    FORMULAS: (_compute,),
    TYPED: (),
    WRONG: (_compute, _spoil_one),  # the results of the formulas stay as they were
    MANY_WRONG: (_compute, _spoil_many),
    WRONG_CODES: (_miscode, _compute),
    UNTOLD: (_untell, _compute),
    UNTOLD_WRONG: (_untell, _compute, _spoil_one),
    NO_SUMS: (_untell, _unsum, _compute),
}


def _list_cells(path: Path, made: Path) -> None:
    from openpyxl import load_workbook

    from lkj_xlsx import pipeline
    from lkj_xlsx.writers.workbook import write_workbook

    target = path.with_name("hasil-sel.xlsx")
    write_workbook(pipeline.audit(path), target, force=True)
    formulas, values = load_workbook(target, read_only=True), load_workbook(target, read_only=True, data_only=True)
    sheets = [
        (
            title,
            [
                _listed(one, two)
                for pair in zip(formulas[title], values[title], strict=True)
                for one, two in zip(*pair, strict=True)
                if hasattr(one, "column")
            ],
        )
        for title in formulas.sheetnames
        if hasattr(formulas[title], "iter_rows")
    ]
    made.write_text(json.dumps(sheets), encoding="utf-8")


def _listed(cell: Any, saved: Any) -> tuple[int, int, str, Any, str, str]:
    """(row, column, kind, value, number format, formula), rows and columns from 0."""
    at = (cell.row - 1, cell.column - 1)
    if cell.data_type == "f":
        value = saved.value
        value = value if isinstance(value, int | float | str) else ""
        return (*at, "f", value, cell.number_format, str(cell.value))
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return (*at, "n", cell.value, cell.number_format, "")
    if cell.value is None:
        return (*at, "b", None, cell.number_format, "")
    return (*at, "s", str(cell.value), cell.number_format, "")


if __name__ == "__main__":
    if sys.argv[1] == CELLS:
        _list_cells(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        _make_budget(int(sys.argv[2]), Path(sys.argv[3]), sys.argv[1])
