"""Elements of a part as they end, however long the part is: what was seen is let go at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import IO
from xml.etree.ElementTree import Element, iterparse

DEEPEST = 100  # elements within elements; a workbook's parts have some twenty


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def ended(source: IO[bytes], whole: Collection[str] = ()) -> Iterator[Element]:
    """Every element outside those of the tags `whole`, and these with all they hold.

    Raises `ParseError` for XML that is not well-formed and `ValueError` for elements nested without end.
    """
    above: list[Element] = []
    inside = 0
    for event, element in iterparse(source, events=("start", "end")):
        if event == "start":
            above.append(element)
            if len(above) > DEEPEST:
                raise ValueError(DEEPEST)
            inside += element.tag in whole
            continue
        above.pop()
        inside -= element.tag in whole
        if inside:
            continue
        yield element
        element.clear()
        if above:
            above[-1].remove(element)
