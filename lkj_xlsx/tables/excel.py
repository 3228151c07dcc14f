"""The measures' formulas as a spreadsheet program writes them, variant by variant.

`{t}` target or lower bound, `{u}` upper bound, `{r}` realisasi, `{c}` capaian, `{s}` serapan, `{a}` `{b}` base data.
Square brackets mark the results that a cap applies to. Where a measure has no result the cell shows a dash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lkj_xlsx.model.expression import Expression, Ref, Span, express
from lkj_xlsx.spec.letters import LETTERS, OPINIONS

DASH = '"-"'
EXACT = 9  # decimals at which two figures count as equal: binary fractions are not decimal ones
MOST_ARGUMENTS = 200  # of one function; a spreadsheet program takes 255

NAIK = f"IF({{t}}=0,{DASH},IF({{t}}<0,[(1+({{r}}-{{t}})/ABS({{t}}))*100],[{{r}}/{{t}}*100]))"
TURUN = {
    "TURUN-1": f"IF({{t}}<=0,{DASH},[(2*{{t}}-{{r}})/{{t}}*100])",
    "TURUN-1-NOL": f"IF({{t}}<=0,{DASH},[MAX(0,(2*{{t}}-{{r}})/{{t}}*100)])",
    "TURUN-2": f"IF(OR({{t}}<0,{{r}}<=0),{DASH},[{{t}}/{{r}}*100])",
    "TURUN-3": f"IF({{t}}<=0,{DASH},[({{t}}-{{r}})/{{t}}*100])",
}
_OUTSIDE = "IF(AND({r}>={t},{r}<={u}),[100],IF({r}>{u}," + "%s," + NAIK + "))"
RENTANG = {
    "RENTANG-1": _OUTSIDE % TURUN["TURUN-1"].replace("{t}", "{u}"),
    "RENTANG-2": _OUTSIDE % TURUN["TURUN-2"].replace("{t}", "{u}"),
}
NOL = {"NOL-100": f"IF({{r}}=0,[100],{DASH})", "NOL-0": "IF({r}=0,[100],[0])", "NOL-KOSONG": DASH}
BATAS = {
    "TANPA": "{x}",
    "MAKS-100": "MIN(100,{x})",
    "MAKS-120": "MIN(120,{x})",
    "MAKS-150": "MIN(150,{x})",
    "LONJAK-120": f"IF(ROUND({{x}},{EXACT})>110,120,{{x}})",
}


def _rank(best_first: Sequence[str]) -> str:
    """The place of a word from the worst up."""
    listed = ",".join(f'"{word}"' for word in reversed(best_first))
    return f"MATCH(UPPER(TRIM({{x}})),{{{{{listed}}}}},0)"


PREDIKAT = {
    "SKOR": f"IF(ISNUMBER({{x}}),{{x}},{DASH})",
    "ORDINAL": f"IF(ISNUMBER({{x}}),{{x}},IFERROR({_rank(LETTERS)},IFERROR({_rank(OPINIONS)},{DASH})))",
}
EFISIENSI = {
    "EFF-1": f"IF({{s}}=0,{DASH},{{c}}/{{s}})",
    "EFF-2": "{c}-{s}",
    "EFF-4": "100-{s}",
    "EFF-5": f"IF({{c}}=0,{DASH},100-{{s}}/{{c}}*100)",
    "EFF-7": f"IF({{c}}=0,{DASH},{{s}}/{{c}})",
}
BEYOND = {"EFF-1": "{e}>1", "EFF-2": "{e}>0", "EFF-4": "{e}>0", "EFF-5": "{e}>0", "EFF-7": "{e}<1"}
SYARAT = {"CAPAIAN-100": f"ROUND({{c}},{EXACT})>=100", "TANPA": "TRUE"}
REALISASI = {
    "PERTUMBUHAN": f"IF({{b}}<=0,{DASH},({{a}}-{{b}})/{{b}}*100)",
    "PERSENTASE": f"IF({{b}}=0,{DASH},{{a}}/{{b}}*100)",
    "RASIO": f"IF({{b}}=0,{DASH},{{a}}/{{b}})",
    "DATA": "{a}",
    "LANGSUNG": "{a}",
}
AGREGASI = {
    "AKHIR": "{d}",
    "JUMLAH": "{a}+{b}+{c}+{d}",
    "RATA": "({a}+{b}+{c}+{d})/4",
    "TERTINGGI": "MAX({a},{b},{c},{d})",
}
SIFAT = {  # how progress follows from the target at the end; "" is the indicator's own capaian formula
    "NON-KUMULATIF": "",
    "KUMULATIF": NAIK,
    "REPETITIF": "",
    "PROGRES-POSITIF": NAIK,
    "PROGRES-NEGATIF": TURUN["TURUN-1"],
}
INDUK = {"JUMLAH": "{r}/{t}*100", "RATA": "AVERAGE({all})"}
RATA = {"RATA": "{x}", "RATA-100": "MIN(100,{x})"}
SKALA = f"INDEX({{kata}},MATCH(ROUND({{c}},{EXACT}),{{batas}},-1))"  # bounds from the highest down
SCALES = ("LEMBAR", "A", "B", "C", "D", "E")

WRITTEN = {
    "rumus_turun": frozenset(TURUN),
    "rumus_rentang": frozenset(RENTANG),
    "batas_capaian": frozenset(BATAS),
    "target_nol": frozenset(NOL),
    "rumus_predikat": frozenset(PREDIKAT),
    "rumus_efisiensi": frozenset(EFISIENSI),
    "syarat_efisien": frozenset(SYARAT),
    "rumus_realisasi": frozenset(REALISASI),
    "agregasi": frozenset(AGREGASI),
    "sifat_renstra": frozenset(SIFAT),
    "persen_induk": frozenset(INDUK),
    "rata_sasaran": frozenset(RATA),
    "skala": frozenset(SCALES),
}


def capped(template: str, batas: str) -> str:
    """The template with the cap put around every result."""
    return re.sub(r"\[([^\[\]]*)\]", lambda found: BATAS[batas].replace("{x}", found[1]), template)


def capaian(arah: str, turun: str, rentang: str, nol: str, batas: str, ranged: bool) -> str:
    """The one formula of an indicator's capaian; `ranged` where its target has two bounds."""
    if arah == "rentang" or ranged:
        made = RENTANG[rentang] if ranged else RENTANG[rentang].replace("{u}", "{t}")
    elif arah == "turun":
        made = TURUN[turun]
    else:
        made = NAIK
    if arah == "turun" and not ranged:
        made = f"IF({{t}}=0,{NOL[nol]},{made})"
    return capped(made, batas)


def guarded(template: str, names: dict[str, Ref | Span]) -> Expression:
    """The formula where all its cells hold numbers, else a dash: blank is not zero."""
    return express(_guard(template, tuple(names)), names)


@lru_cache(maxsize=1024)  # the rows of a table share one template
def _guard(template: str, names: tuple[str, ...]) -> str:
    used = [name for name in names if f"{{{name}}}" in template]
    if template in [f"{{{name}}}" for name in used]:
        return f"IF(ISNUMBER({template}),{template},{DASH})"
    listed = ",".join(f"{{{name}}}" for name in used)
    return f"IF(COUNT({listed})<{len(used)},{DASH},{template})"


def serapan(anggaran: Ref, realisasi: Ref) -> Expression:
    """realisasi ÷ anggaran × 100."""
    template = f"IF(OR(COUNT({{t}},{{r}})<2,{{t}}=0),{DASH},{INDUK['JUMLAH']})"
    return express(template, {"t": anggaran, "r": realisasi})


def sisa(anggaran: Ref, realisasi: Ref) -> Expression:
    """anggaran − realisasi."""
    return guarded("{t}-{r}", {"t": anggaran, "r": realisasi})


def listed(function: str, refs: Sequence[Ref | Span]) -> Expression:
    """A function over any number of cells; a long list is given in portions."""
    marks = [f"{{{place}}}" for place in range(len(refs))]
    if len(marks) <= MOST_ARGUMENTS:
        return Expression(f"{function}({','.join(marks)})", tuple(refs))
    parts = [marks[start : start + MOST_ARGUMENTS] for start in range(0, len(marks), MOST_ARGUMENTS)]
    inner = ",".join(f"{function}({','.join(part)})" for part in parts)
    return Expression(f"{function}({inner})", tuple(refs))


def unit_progress(goal: Ref, used: Sequence[Ref]) -> Expression:
    """Σ realisasi ÷ target akhir × 100, all of them amounts of one unit."""
    total = listed("SUM", [goal, *used]).template.replace("SUM({0},", "SUM(")
    return Expression(f"IF({{0}}=0,{DASH},{total}/{{0}}*100)", (goal, *used))


def mean_serapan(pairs: Sequence[tuple[Ref, Ref]]) -> Expression:
    """The mean of realisasi ÷ anggaran × 100 over pairs of cells (anggaran, realisasi)."""
    refs = tuple(ref for pair in pairs for ref in pair)
    marks = [f"{{{place}}}" for place in range(len(refs))]
    parts = "+".join(f"{r}/{t}*100" for t, r in zip(marks[::2], marks[1::2], strict=True))
    return Expression(f"IF({_counted(marks)}<{len(marks)},{DASH},IFERROR(({parts})/{len(pairs)},{DASH}))", refs)


def _counted(marks: Sequence[str]) -> str:
    """How many of the cells hold numbers; a long list is counted in portions."""
    parts = [marks[start : start + MOST_ARGUMENTS] for start in range(0, len(marks), MOST_ARGUMENTS)]
    made = "+".join(f"COUNT({','.join(part)})" for part in parts)
    return made if len(parts) == 1 else f"({made})"


def mean(refs: Sequence[Ref], way: str) -> Expression:
    """The mean of the figures there are, each as the way says."""
    if way == "RATA" and len(refs) <= MOST_ARGUMENTS:
        made = listed("AVERAGE", refs)
        return Expression(f"IFERROR({made.template},{DASH})", made.refs)
    marks = [f"{{{place}}}" for place in range(len(refs))]
    parts = "+".join(f"IF(ISNUMBER({mark}),{RATA[way].replace('{x}', mark)},0)" for mark in marks)
    count = _counted(marks)
    return Expression(f"IF({count}=0,{DASH},({parts})/{count})", tuple(refs))
