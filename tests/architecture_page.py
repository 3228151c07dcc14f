"""The tables of `docs/architecture.md`, for the tests that hold them against the code."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = (Path(__file__).parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading."""
    rows = re.search(r"((?:^\|.*\n)+)", section(heading), re.MULTILINE)
    assert rows is not None, heading
    return [[cell.strip() for cell in row[1:-1].split("|")] for row in rows[1].splitlines()[2:]]


def section(heading: str) -> str:
    """What stands below a heading."""
    _, _, below = PAGE.partition(f" {heading}\n")
    assert below, heading
    return below


def names(text: str) -> tuple[str, ...]:
    """What is set in code."""
    return tuple(re.findall(r"`(\w+)`", text))
