"""What the measures' live formulas have in common: blank is not zero, lists may be long, means leave out what is none.

Where a measure has no result the cell shows a dash.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lkj_xlsx.measures.serapan import dari_jumlah
from lkj_xlsx.model.expression import DASH, Expression, Ref, Span, express

MOST_ARGUMENTS = 200  # of one function; a spreadsheet program takes 255


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
    template = f"IF(OR(COUNT({{t}},{{r}})<2,{{t}}=0),{DASH},{dari_jumlah.excel})"
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
    counts = "+".join(f"COUNT({','.join(part)})" for part in parts)
    return counts if len(parts) == 1 else f"({counts})"


def mean(refs: Sequence[Ref], each: str = "{x}") -> Expression:
    """The mean of the figures there are, `each` of them (`{x}`) as it is counted."""
    if each == "{x}" and len(refs) <= MOST_ARGUMENTS:
        average = listed("AVERAGE", refs)
        return Expression(f"IFERROR({average.template},{DASH})", average.refs)
    marks = [f"{{{place}}}" for place in range(len(refs))]
    parts = "+".join(f"IF(ISNUMBER({mark}),{each.replace('{x}', mark)},0)" for mark in marks)
    count = _counted(marks)
    return Expression(f"IF({count}=0,{DASH},({parts})/{count})", tuple(refs))
