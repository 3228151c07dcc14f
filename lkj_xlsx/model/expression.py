"""Live formulas without addresses: what is computed, from which cells; a writer that knows the places writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lkj_xlsx.model.cell import Where

_NAME = re.compile(r"(?<!\{)\{(\w+)\}")
DASH = '"-"'  # what a formula shows where its measure has no result
EXACT = 9  # decimals at which two figures count as equal: binary fractions are not decimal ones
_RESULT = re.compile(r"\[([^\[\]]*)\]")
HEADING = -1  # as the row of a `Place`: the column's heading


class Place(NamedTuple):
    """A cell of one of the report's own sections: the section's key, the row counted from 0, the column's key."""

    section: str
    row: int
    column: str


# A cell of the finished workbook: the one that shows a cell of the examined workbook, or one of a section.
Ref = Where | Place


class Span(NamedTuple):
    """All cells between two that stand in one row or one column of one sheet, both included."""

    first: Ref
    last: Ref


class Expression(NamedTuple):
    """A formula in the functions that Excel and LibreOffice share, with `{0}`, `{1}` ... for its cells.

    words  its cells may hold text; else cells of the examined workbook must hold numbers
    """

    template: str
    refs: tuple[Ref | Span, ...]
    words: bool = False

    def cells(self) -> Iterator[Ref]:
        """Every cell named, the ends of ranges included."""
        for ref in self.refs:
            if isinstance(ref, Span):
                yield ref.first
                yield ref.last
            else:
                yield ref

    def rounded(self, places: int) -> Expression:
        """The same, rounded to so many decimals."""
        return self._replace(template=f"ROUND({self.template},{places})")


def each_result(template: str, around: str = "{x}") -> str:
    """The template with `around` put about every result, for which `{x}` stands there; brackets mark the results."""
    return _RESULT.sub(lambda match: around.replace("{x}", match[1]), template)


def express(template: str, names: Mapping[str, Ref | Span], words: bool = False) -> Expression:
    """An expression from a template with named cells: `{r}/{t}*100`."""
    text, used = _numbered(template, tuple(names))
    return Expression(text, tuple(names[name] for name in used), words)


@lru_cache(maxsize=1024)  # the rows of a table share one template
def _numbered(template: str, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The template with numbers for names, and the names used in their order."""
    used = tuple(name for name in dict.fromkeys(_NAME.findall(template)) if name in names)
    numbered = {name: f"{{{place}}}" for place, name in enumerate(used)}
    return _NAME.sub(lambda match: numbered[match[1]], template), used
