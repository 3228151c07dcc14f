"""The worked cases of `tests/cases`: recomputed figures, verdicts and bases as cited, readable without Python.

A case with `masukan` puts numbers to one variant's formula. A case with `isi` fills sheets of the template and asks for
one cell. `hasil` is the figure at the places written there, a rating word, or the reason why there is none; `putusan`
the verdict; `dasar` the basis it speaks of; `cocok` the weaker basis that the stated figure does agree with.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Missing, show
from lkj_xlsx.model.spelling import spell
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE
from tests import book_builder

FOLDER = Path(__file__).parents[1] / "cases"
Case = Mapping[str, Any]


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        shared = {key: value for key, value in content.items() if key != "kasus"}
        for case in content.get("kasus", ()):  # lists of another shape beside them have a test of their own
            yield pytest.param({**shared, **case}, id=f"{path.stem}: {case['nama']}")


def number(text: str) -> Decimal:
    found = spell(text, whole="," not in text).number
    assert isinstance(found, Decimal), f"{text} is no number"
    return found


def told(result: Decimal | str | bool | Missing, like: str) -> str:
    """A result as a case writes it: figures at the places of the expected text, a condition as ya or tidak."""
    if isinstance(result, bool):
        return "ya" if result else "tidak"
    if isinstance(result, Missing):
        return result.reason.value
    return result if isinstance(result, str) else show(result, spell(like, whole=True).places)


def of_formula(case: Case) -> str:
    """The result of one variant's formula."""
    chosen = next(v for v in book_builder.VARIANTS if (v.option, v.code) == (case["pilihan"], case["varian"]))
    numbers = [number(text) for text in case["masukan"]]
    takes_list = case["pilihan"] == "rata_sasaran"
    result = chosen.apply(numbers) if takes_list else evaluate(chosen.apply, numbers)
    return told(result, case["hasil"])


def rows(content: Any) -> Sequence[Mapping[str, str]]:
    return content if isinstance(content, list) else [content]


def book_of(case: Case) -> Book:
    years = Years(*case["tahun"]) if "tahun" in case else book_builder.YEARS  # report, first and last of the Renstra
    return book_builder.make(
        {sheet: rows(content) for sheet, content in case["isi"].items()},
        rows(case.get("indikator", {})),
        case.get("pengaturan", {}),
        years,
    )


def chosen(case: Case) -> set[tuple[str, str]]:
    """The variants that a case names: the one it puts numbers to, those of its settings and of its indicators."""
    options = {field.key: field.option for field in TEMPLATE.sheet("indikator").fields if field.option}
    of_rows = {
        (options[key], code) for row in rows(case.get("indikator", {})) for key, code in row.items() if key in options
    }
    return {(case.get("pilihan", ""), case.get("varian", "")), *case.get("pengaturan", {}).items(), *of_rows}


def test_every_measure_and_every_variant_has_a_case() -> None:
    told_of = [param.values[0] for param in cases()]
    named = set().union(*(chosen(case) for case in told_of))
    assert [v.code for v in book_builder.VARIANTS if (v.option, v.code) not in named] == []
    assert set(book_builder.MEASURES) - {case.get("ukuran") for case in told_of} == set()


@pytest.mark.parametrize("case", tuple(cases()))
def test_case(case: Case) -> None:
    assert case["sumber"]
    if "masukan" in case:
        assert of_formula(case) == case["hasil"]
        return
    entry = book_builder.judged(book_of(case), case["ukuran"], case["lembar"], case["kolom"], case.get("baris", 1))
    assert told(entry.computed.result, case["hasil"]) == case["hasil"]
    if "putusan" in case:
        assert entry.verdict.value == case["putusan"]
    if "dasar" in case:
        assert entry.against is not None and entry.against.base.value == case["dasar"]
    if "cocok" in case:
        assert entry.met is not None and entry.met.base.value == case["cocok"]
    if "rumus" in case:
        assert entry.variant == case["rumus"]


def test_every_case_asks_for_something_known() -> None:
    """A misspelt key would leave a case without its question."""
    keys = {
        "nama",
        "sumber",
        "pilihan",
        "varian",
        "masukan",
        "hasil",
        "isi",
        "indikator",
        "pengaturan",
        "tahun",
        "ukuran",
        "lembar",
        "kolom",
        "baris",
        "putusan",
        "dasar",
        "cocok",
        "rumus",
    }
    for param in cases():
        assert set(param.values[0]) <= keys, param.id
