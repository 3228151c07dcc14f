"""Time and memory of an audit from 100 to 100,000 budget rows, drawn as a small picture, and what a row more takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path

from benchmarks.measuring import Command, Run, turns
from benchmarks.workbooks import FORMULAS, budget_workbook

ROWS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
LONGER = (250, 2_500, 20_000)
WIDTH, HEIGHT, LEFT, TOP, PLOT_W, PLOT_H = 720, 320, 56, 40, 260, 220
INK, MUTED, TIME, MEMORY = "#222", "#777", "#0b6e4f", "#8a4f00"


@dataclass(frozen=True, slots=True)
class Point:
    """One size of the sheet, and what its audit took."""

    rows: int
    run: Run


def growth(
    command: Callable[[Path], list[str]], folder: Path, kind: str = FORMULAS, sizes: Sequence[int] = ROWS
) -> list[Point]:
    """Three runs of each size."""
    found = turns({str(rows): Command(command(budget_workbook(rows, kind)), 3) for rows in sizes}, folder)
    return [Point(rows, Run.median(found[str(rows)])) for rows in sizes]


def steepness(command: Callable[[Path], list[str]], folder: Path, kind: str) -> tuple[float, float]:
    """What a row more takes up to the longest of three sheets in what it takes up to the middle one: 1 is linear.

    In elapsed time and in that of the processor. What every audit takes whatever its rows does not count.
    """
    points = growth(command, folder, kind, LONGER)
    return (
        _per_row(points, [point.run.elapsed for point in points]),
        _per_row(points, [point.run.worked for point in points]),
    )


def _per_row(points: Sequence[Point], seconds: Sequence[float]) -> float:
    (short, middle, long), (first, second, third) = (point.rows for point in points), seconds
    return (third - first) / (long - short) / ((second - first) / (middle - short))


def drawn(points: Sequence[Point]) -> str:
    """Both curves on logarithmic scales; the dashed line grows in step with the rows."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="11">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        *_plot(LEFT, "elapsed, s", [(point.rows, point.run.elapsed) for point in points], TIME),
        *_plot(LEFT + 360, "memory, MiB", [(point.rows, point.run.memory) for point in points], MEMORY),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _plot(left: int, title: str, pairs: Sequence[tuple[int, float]], colour: str) -> list[str]:
    low, high = log10(min(y for _, y in pairs)) - 0.1, log10(max(y for _, y in pairs)) + 0.1
    first, last = log10(pairs[0][0]), log10(pairs[-1][0])

    def at(rows: float, y: float) -> tuple[float, float]:
        across = left + (log10(rows) - first) / (last - first) * PLOT_W
        return across, TOP + PLOT_H - (log10(y) - low) / (high - low) * PLOT_H

    rows, y = pairs[-1]
    start = max(pairs[0][0], rows * 10**low / y)  # the dashed line leaves the picture below
    dashed = [at(start, y * start / rows), at(rows, y)]
    text = [
        f'<text x="{left}" y="{TOP - 16}" font-size="13" fill="{INK}">{title}</text>',
        f'<path d="M{left} {TOP}V{TOP + PLOT_H}H{left + PLOT_W}" fill="none" stroke="{MUTED}"/>',
        _line(dashed, MUTED, ' stroke-dasharray="4 4"'),
        _line([at(*pair) for pair in pairs], colour, ' stroke-width="2"'),
    ]
    for rows, y in pairs:
        x, place = at(rows, y)
        text.append(f'<circle cx="{x:.1f}" cy="{place:.1f}" r="3" fill="{colour}"/>')
        text.append(f'<text x="{x:.1f}" y="{place - 8:.1f}" text-anchor="middle" fill="{INK}">{y:.3g}</text>')
        text.append(
            f'<text x="{x:.1f}" y="{TOP + PLOT_H + 16}" text-anchor="middle" fill="{MUTED}">{_short(rows)}</text>'
        )
    return text


def _line(places: Sequence[tuple[float, float]], colour: str, more: str) -> str:
    told = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline points="{told}" fill="none" stroke="{colour}"{more}/>'


def _short(rows: int) -> str:
    return f"{rows // 1000}k" if rows >= 1000 else str(rows)
