"""Write what is made from the code, documents and maps of packages: `python -m docs.build`, from the root.

`--gambar` also takes the pictures anew; that needs LibreOffice, pdftoppm, Chromium and the packages for development.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from click.testing import CliRunner

from docs import pages, rooms
from lkj_xlsx import pipeline
from lkj_xlsx.cli import commands
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.json_schema import published
from lkj_xlsx.writers.schema import data_schema

DOCS = Path(__file__).parent
SAMPLES = DOCS.parent / "samples"
MADE: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "aturan.md": pages.rules,
        "pilihan.md": pages.options,
        "ukuran.md": pages.measures,
        "sebab.md": pages.causes,
        "template.md": pages.template,
        "sumber.md": pages.sources,
        "glossary.md": pages.glossary,
        "audit.schema.json": published,
        "data.schema.json": lambda: json.dumps(_schema(), ensure_ascii=False, indent=2) + "\n",
        "panduan.md": lambda: with_screens((DOCS / "panduan.md").read_text(encoding="utf-8")),
    }
)
# What `audit` prints on a sample: so many lines of its beginning, so many of its end.
MARK = r"<!-- layar: (?P<sample>\S+), (?P<first>\d+) awal, (?P<last>\d+) akhir -->\n"
SCREEN = re.compile(MARK + r"```text\n.*?```\n", re.DOTALL)


def _schema() -> dict[str, Any]:
    return data_schema(TEMPLATE, pipeline.variants())


def with_screens(text: str) -> str:
    """The guide with what `audit` prints on a sample today; a line of dots stands for what is left out."""

    def screen(match: re.Match[str]) -> str:
        lines = audited(match["sample"])
        first, last = int(match["first"]), int(match["last"])
        cut = ["  ...", ""] if first else []
        shown = [*lines[:first], *cut, *lines[-last:]] if first + last < len(lines) else lines
        return "\n".join([match[0].partition("\n")[0], "```text", *shown, "```", ""])

    return SCREEN.sub(screen, text)


def audited(sample: str) -> list[str]:
    """The lines on the screen for a sample."""
    arguments = ["audit", str(SAMPLES / sample), "--no-workbook", "--tanggal", "2025-03-31", "--lang", "id"]
    result = CliRunner().invoke(commands, arguments, standalone_mode=False, env={"COLUMNS": "80", "NO_COLOR": "1"})
    assert result.exception is None, result.exception
    return [line.rstrip() for line in result.stdout.rstrip().splitlines()]


def build() -> None:
    """Write every page that is made from the code, and the map at the head of every package."""
    for name, page in MADE.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")
    for head in rooms.heads():
        head.write_text(rooms.with_map(head), encoding="utf-8", newline="\n")


def main() -> int:
    build()
    if "--gambar" not in sys.argv[1:]:
        return 0
    from docs import pictures

    lacking = pictures.missing()
    if lacking:
        print(f"Gambar tidak dibuat, belum ada: {', '.join(lacking)}.", file=sys.stderr)
        return 1
    pictures.take()
    return 0


if __name__ == "__main__":
    sys.exit(main())
