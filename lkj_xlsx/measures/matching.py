"""The same programme under slightly different names: pairs rows of supporting programmes with rows of the budget."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkj_xlsx.measures.tree import Node, programs
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.field import plain_title

ALIKE = 86  # rapidfuzz ratio from which two programme names are taken as one, if no other name comes near
MARGIN = 4


def plain_name(text: str) -> str:
    """A programme name for comparison: lower case, letters and digits, without the word program."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return " ".join(words[1:] if words[:1] == ["program"] else words)


@per_book
def linked_programs(book: Book) -> Mapping[Record, Node]:
    """Each supporting-programme row with the budget row of the same programme, where exactly one fits."""
    nodes = programs(book)
    names = [plain_name(node.record.text("uraian")) for node in nodes]
    links: dict[Record, Node] = {}
    for row in book.records("program_pendukung"):
        place = best_match(plain_name(row.text("program")), names)
        if place is not None:
            links[row] = nodes[place]
    return links


@per_book
def miscoded(book: Book) -> Mapping[Record, str]:
    """Rows whose code names one indicator while their text is exactly the name of another, with that one's code."""
    codes = {plain_title(item.nama): kode for kode, item in book.indikator.items()}
    rows: dict[Record, str] = {}
    for record in book.all_records:
        meant = codes.get(plain_title(record.text("indikator"))) if len(record.indikator) == 1 else None
        if meant is not None and meant != record.indikator[0] and record.sheet != "indikator":
            rows[record] = meant
    return rows


def best_match(name: str, names: list[str]) -> int | None:
    """The place of the one name that fits: equal, or clearly the most alike; None where none or several fit."""
    equal = [place for place, other in enumerate(names) if other == name]
    if equal or not name:
        return equal[0] if len(equal) == 1 else None
    from rapidfuzz import fuzz  # only where names differ

    scores = sorted(((fuzz.ratio(name, other), place) for place, other in enumerate(names)), reverse=True)
    if not scores or scores[0][0] < ALIKE or (len(scores) > 1 and scores[0][0] - scores[1][0] < MARGIN):
        return None
    return scores[0][1]
