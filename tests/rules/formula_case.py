"""A right workbook with formulas in every column an office would compute, and changes to single formulas of it.

Results are the corrected sample's own figures, so nothing here depends on the audit's arithmetic. Rows count from 5.
"""

from __future__ import annotations

import copy
from decimal import Decimal
from functools import cache
from typing import Any

from lkj_xlsx.model.finding import Finding
from tests.workbook_case import TWIN, Audit, examined, load

FIRST = 5
LEVELS = {"Program": 1, "Kegiatan": 2, "Sub Kegiatan": 3}
Row = dict[str, Any]
Change = tuple[str, int, str, Any]  # sheet key, row in the workbook, field key, cell


def formula(text: str, result: float | str | None = None) -> dict[str, Any]:
    return {"rumus": text} if result is None else {"rumus": text, "nilai": result}


def amount(text: str) -> int:
    return int(text.replace(".", ""))


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


@cache
def _data() -> dict[str, Any]:
    data = load(TWIN)
    sheets = data["lembar"]
    _budget(sheets["realisasi_anggaran"])
    _capaian(sheets["capaian_iku"])
    _efisiensi(sheets["efisiensi"])
    _data_dasar(sheets["data_dasar"])
    return data


def _budget(rows: list[Row]) -> None:
    levels = [LEVELS[row["tingkat"]] for row in rows]
    totals = dict.fromkeys(("anggaran", "realisasi"), 0)
    plain = [{key: amount(row[key]) for key in totals} for row in rows]
    for place, row in enumerate(rows):
        at = FIRST + place
        end = next((n for n in range(place + 1, len(rows)) if levels[n] <= levels[place]), len(rows))
        children = [n for n in range(place + 1, end) if levels[n] == levels[place] + 1]
        for key, letter in (("anggaran", "G"), ("realisasi", "H")):
            value = plain[place][key]
            cells = [f"{letter}{FIRST + n}" for n in children]
            if levels[place] == 1:
                totals[key] += value
                row[key] = formula("=" + "+".join(cells), value) if cells else row[key]
            elif cells:
                row[key] = formula(f"=SUM({cells[0]}:{cells[-1]})", value)
        row["serapan"] = formula(f"=ROUND(H{at}/G{at}*100,2)", number(row["serapan"]))
        row["sisa"] = formula(f"=G{at}-H{at}", plain[place]["anggaran"] - plain[place]["realisasi"])
    last, tops = FIRST + len(rows), [FIRST + n for n, level in enumerate(levels) if level == 1]
    total = {
        key: formula("=" + "+".join(f"{letter}{row}" for row in tops), totals[key])
        for key, letter in (("anggaran", "G"), ("realisasi", "H"))
    }
    percent = (Decimal(totals["realisasi"]) / totals["anggaran"] * 100).quantize(Decimal("0.01"))
    rows.append(
        {
            "tabel": "3.22",
            "tingkat": "Jumlah",
            "uraian": "JUMLAH",
            **total,
            "serapan": formula(f"=IF(G{last}=0,0,ROUND(H{last}/G{last}*100,2))", float(percent)),
            "sisa": formula(f"=G{last}-H{last}", totals["anggaran"] - totals["realisasi"]),
        }
    )


def _capaian(rows: list[Row]) -> None:
    """Three indicators by formula in three writings that mean the same; the fourth is a predikat and stays typed."""
    # the realisasi are linked to the base data, so that the capaian come from the unrounded figures
    rows[0]["realisasi"] = formula(
        "=('Data Dasar'!L5-'Data Dasar'!K5)/'Data Dasar'!K5*100", (54815970217 - 52963916931) / 52963916931 * 100
    )
    rows[1]["realisasi"] = formula(
        "=('Data Dasar'!L6-'Data Dasar'!K6)/'Data Dasar'!K6*100", (3627555495 - 3472339915) / 3472339915 * 100
    )
    rows[2]["realisasi"] = formula("='Data Dasar'!L10/'Data Dasar'!L9*100", 233 / 15461 * 100)
    for at, row in enumerate(rows[:3], start=FIRST):
        text = (f"=ROUND(H{at}/G{at}*100,2)", f"=IF(G{at}=0,0,H{at}/G{at}*100)", f"=IFERROR(H{at}*100/G{at},0)")
        exact = row["realisasi"]["nilai"] / number(row["target"]) * 100
        row["capaian"] = formula(text[at - FIRST], round(exact, 2) if at == FIRST else exact)


def _efisiensi(rows: list[Row]) -> None:
    """The second row shares budget and percent with the first: its formula looks one row up."""
    own = {0: 5, 1: 5, 2: 7, 3: 8}
    for place, row in enumerate(rows):
        at = FIRST + place
        if place != 1:
            spent, given = amount(row["realisasi_anggaran"]), amount(row["anggaran"])
            row["serapan"] = formula(f"=J{at}/I{at}*100", spent / given * 100)
        row["capaian"] = {0: 31.79, 1: 99.33, 2: 83.72, 3: 102.4}[place]
        row["efisiensi"] = formula(f"=ROUND(H{at}/K{own[place]},2)", number(row["efisiensi"]))


def _data_dasar(rows: list[Row]) -> None:
    for row in rows:
        if row["kode_data"] == "JUMLAH-UMKM":
            row["realisasi"]["2024"] = formula("=SUM(L9:L11)", 15731)
            row["target_akhir"] = formula("=G9+G10+G11", 15497)
            row["data_awal"] = formula("=SUM(I9:I11)", 15731)


def changed(*changes: Change) -> dict[str, Any]:
    """The right workbook with some cells put in otherwise."""
    data = copy.deepcopy(_data())
    for sheet, at, key, cell in changes:
        row = data["lembar"][sheet][at - FIRST]
        name, _, year = key.partition("@")
        if year:
            row[name][year] = cell
        else:
            row[name] = cell
    return data


def audited(*changes: Change) -> Audit:
    return examined(changed(*changes))


def formula_findings(audit: Audit) -> list[Finding]:
    """What the rules on formulas say."""
    return [finding for finding in audit.findings if finding.code.startswith("LKJ7")]


def told(audit: Audit) -> set[tuple[str, str, str]]:
    """Code, level and cell of what the rules on formulas say."""
    return {(f.code, f.level.word, str(f.where)) for f in formula_findings(audit)}


def besides_stale(audit: Audit) -> set[tuple[str, str, str]]:
    """The same without stale results: cells that use a changed one keep the result they were saved with."""
    return {each for each in told(audit) if each[0] != "LKJ707"}
