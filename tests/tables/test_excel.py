"""The spreadsheet's formulas against the measures: every variant, on a grid of values, computed by another program."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
import xlsxwriter

from lkj_xlsx import pipeline
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.capaian_variants import MAKS_100, turun_3, way
from lkj_xlsx.measures.capaian_words import predikat_ordinal, predikat_skor
from lkj_xlsx.measures.efisiensi import template
from lkj_xlsx.measures.sasaran_means import rata, rata_100
from lkj_xlsx.measures.skala import SCALES
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.expression import Expression, each_result, express
from lkj_xlsx.model.fact import Settings
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.letters import RANKS
from lkj_xlsx.tables import excel
from lkj_xlsx.tables.working_paper import _bound
from tests.libreoffice import close, recalculated

VARIANTS = by_option(pipeline.variants())
TARGETS = ("11", "-4", "0", "0.5", "100")
RESULTS = ("0", "3.5", "-2", "12.1", "11", "200", "0.55")
PERCENTS = ("0", "45", "90", "100", "102.4", "63.5")


def test_every_variant_has_its_formula():
    assert [item.code for item in pipeline.variants() if not item.excel] == []


class Sheet:
    """A sheet of inputs and formulas, and what each formula must give."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, list[str], str]] = []
        self.expected: list[Decimal | str] = []

    def add(self, template: str, names: dict[str, str], expected: object) -> None:
        """A formula over named inputs; what cannot be computed must read as a dash."""
        expression = express(template, {name: Where("x", 1, place) for place, name in enumerate(names, 1)})
        self.rows.append((expression.template, [names[_name(names, ref)] for ref in expression.refs], ""))
        self.expected.append("-" if isinstance(expected, Missing) else expected)

    def computed(self, folder: Path) -> list[object]:
        path = folder / "rumus.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("x")
            for row, (template, inputs, _) in enumerate(self.rows):
                cells = []
                for column, text in enumerate(inputs):
                    cells.append(f"{chr(66 + column)}{row + 1}")
                    if text.lstrip("-").replace(".", "").isdigit():
                        sheet.write_number(row, 1 + column, float(text))
                    else:
                        sheet.write_string(row, 1 + column, text)
                sheet.write_formula(row, 0, "=" + template.format(*cells), None, "belum")
        results = recalculated({"x": path}, folder)["x"]
        return [results.get(("x", f"A{row + 1}")) for row in range(len(self.rows))]


def _name(names: dict[str, str], ref: object) -> str:
    return list(names)[ref.column - 1]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, list[object]]:
    filled = Sheet()
    for fill in (capaian, efficiency, quarters, realisasi, predicates):
        fill(filled)
    return filled, filled.computed(tmp_path_factory.mktemp("rumus"))


def value_of(text: str, upper: str = "") -> Value:
    cell = Cell(Where("x", 1, 1), text, origin=Origin.KETIKAN)
    return Value(cell, Decimal(text), text=text, upper=Decimal(upper) if upper else None)


class Indicator:
    """The two fields that choose a formula."""

    def __init__(self, arah: str) -> None:
        self.arah = arah


def capaian(target_sheet: Sheet) -> None:
    """Every direction with every variant, cap and treatment of a zero target."""
    codes = {option: [item.code for item in group] for option, group in VARIANTS.items()}
    ways = {("naik", codes["rumus_turun"][0], codes["rumus_rentang"][0])}
    ways |= {("turun", code, codes["rumus_rentang"][0]) for code in codes["rumus_turun"]}
    ways |= {("rentang", codes["rumus_turun"][0], code) for code in codes["rumus_rentang"]}
    for (arah, turun, rentang), batas, nol in product(sorted(ways), codes["batas_capaian"], codes["target_nol"]):
        if nol != codes["target_nol"][0] and (arah != "turun" or batas != codes["batas_capaian"][0]):
            continue
        chosen = {"rumus_turun": turun, "rumus_rentang": rentang, "batas_capaian": batas, "target_nol": nol}
        for low, result in product(TARGETS, RESULTS):
            for upper in ("", "15") if arah == "rentang" else ("",):
                chosen_way = way(Indicator(arah), Settings(options=chosen), value_of(low, upper))
                bounds = [Decimal(low), *([Decimal(upper)] if upper else [])]
                names = {"t": low, "r": result} | ({"u": upper} if upper else {})
                target_sheet.add(chosen_way.excel, names, evaluate(chosen_way.formula, [*bounds, Decimal(result)]))


def efficiency(target_sheet: Sheet) -> None:
    for item in VARIANTS["rumus_efisiensi"]:
        for c, s in product(PERCENTS, PERCENTS):
            result = evaluate(item.apply, [Decimal(c), Decimal(s)])
            for times in (1, 100) if item.ratio else (1,):
                shown = result * times if isinstance(result, Decimal) else result
                target_sheet.add(template(item, times), {"c": c, "s": s}, shown)


def quarters(target_sheet: Sheet) -> None:
    for item in VARIANTS["agregasi"]:
        numbers = ("4", "7.5", "3", "6")
        target_sheet.add(
            item.excel,
            dict(zip("abcd", numbers, strict=True)),
            item.apply(*(Decimal(number) for number in numbers)),
        )


def realisasi(target_sheet: Sheet) -> None:
    from lkj_xlsx.measures.realisasi import data, itself, persentase, pertumbuhan, rasio, ratio, share, tumbuh

    for item, formula in ((pertumbuhan, tumbuh), (persentase, share), (rasio, ratio)):
        for a, b in product(RESULTS, RESULTS):
            target_sheet.add(item.excel, {"a": a, "b": b}, evaluate(formula, [Decimal(a), Decimal(b)]))
    target_sheet.add(data.excel, {"a": "262"}, itself(Decimal(262)))


def predicates(target_sheet: Sheet) -> None:
    for word, place in RANKS.items():
        target_sheet.add(predikat_ordinal.excel, {"x": word}, Decimal(place))
        target_sheet.add(predikat_skor.excel, {"x": word}, "-")
    target_sheet.add(predikat_ordinal.excel, {"x": "76.8"}, Decimal("76.8"))
    target_sheet.add(predikat_ordinal.excel, {"x": "baik"}, "-")


def test_every_formula_gives_what_the_measure_gives(sheet):
    filled, results = sheet
    wrong = [
        (template, inputs, expected, result)
        for (template, inputs, _), expected, result in zip(filled.rows, filled.expected, results, strict=True)
        if not (expected == result or (isinstance(expected, Decimal) and close(float(expected), result)))
    ]
    assert wrong == []
    assert len(results) > 500


@pytest.mark.parametrize("code", [code for code in SCALES if code != "LEMBAR"])
def test_a_search_by_bounds_finds_the_row_that_the_scale_gives(code):
    """What MATCH with -1 does: the last row, from the highest down, whose bound is not below the figure."""
    scale = SCALES[code].apply(None)
    bounds = [_bound(scale, place) for place in range(len(scale.steps))]
    assert bounds == sorted(bounds, reverse=True)
    for text in (
        "-3",
        "0",
        "30",
        "49.99",
        "50",
        "50.1",
        "65",
        "75",
        "84.9",
        "85",
        "90",
        "90.05",
        "99.99",
        "100",
        "180",
    ):
        place = max(n for n, bound in enumerate(bounds) if bound >= Decimal(text))
        assert scale.steps[place].label == scale.rate(Decimal(text)), text


def test_a_cap_is_put_around_every_result():
    assert each_result(turun_3.excel, MAKS_100.excel) == 'IF({t}<=0,"-",MIN(100,({t}-{r})/{t}*100))'


def test_blank_is_not_zero():
    expression = excel.guarded("{t}-{r}", {"t": Where("x", 1, 1), "r": Where("x", 1, 2)})
    assert expression == Expression('IF(COUNT({0},{1})<2,"-",{0}-{1})', (Where("x", 1, 1), Where("x", 1, 2)))


def test_a_long_list_is_given_in_portions():
    expression = excel.listed("SUM", [Where("x", row, 1) for row in range(1, 403)])
    assert expression.template.count("SUM(") == 4
    assert expression.template.endswith("SUM({400},{401}))")


@pytest.mark.parametrize(
    "item, template",
    [
        (rata, 'IFERROR(AVERAGE({0},{1}),"-")'),
        (
            rata_100,
            'IF(COUNT({0},{1})=0,"-",(IF(ISNUMBER({0}),MIN(100,{0}),0)+IF(ISNUMBER({1}),MIN(100,{1}),0))'
            "/COUNT({0},{1}))",
        ),
    ],
)
def test_means(item, template):
    refs = (Where("x", 1, 1), Where("x", 2, 1))
    assert excel.mean(refs, item.excel) == Expression(template, refs)


def test_a_mean_of_very_many_cells_is_no_mean_of_means():
    formula = excel.mean([Where("x", row, 1) for row in range(1, 402)]).template
    assert "AVERAGE" not in formula
    assert formula.count("COUNT(") == 2 * 3 and "/(COUNT({0}," in formula


def test_a_mean_of_absorptions_is_made_of_rupiah():
    t, r = Where("x", 1, 1), Where("x", 1, 2)
    assert excel.mean_serapan([(t, r), (t, r)]) == Expression(
        'IF(COUNT({0},{1},{2},{3})<4,"-",IFERROR(({1}/{0}*100+{3}/{2}*100)/2,"-"))', (t, r, t, r)
    )
