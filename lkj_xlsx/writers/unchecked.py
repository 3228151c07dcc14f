"""What was not checked, in few lines: a short list as it is, a long one by what was to be computed and why it was not.

The finished workbook and the JSON hold every entry of its own; this is for a reader at a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.language import Language
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.report import NotChecked

MANY = 12  # so many entries, and so many cells of one entry, are told as they are
ALIKE = 3  # so many entries that differ only in their subject keep it
MOST_ENTRIES = 30  # in a long list
MOST_PLACES = 6  # cells or ranges of an entry with many cells
SUBJECT_AND_LABEL = "{0}: {1}"
FULL_LIST = say("Daftar lengkapnya ada di lembar Ringkasan buku kerja hasil dan di --format json.")


@dataclass(slots=True)
class Notice:
    """Words that are told once, the number of figures they are about, and where these stand."""

    words: str
    reason: str = ""
    count: int = 0
    places: list[Where] = field(default_factory=list)

    def add(self, count: int, places: Iterable[Where]) -> None:
        self.count += count
        self.places += places


def beside(items: Iterable[NotChecked], told: Iterable[NotChecked]) -> tuple[NotChecked, ...]:
    """The entries that are not among those told already."""
    seen = set(told)
    return tuple(item for item in items if item not in seen)


def unchecked(items: Iterable[NotChecked], language: Language, most: int = MANY) -> Iterator[str]:
    """The entries to print; where something was left out, the last one says where all of them are. With more than
    `most` entries those that differ only in their subject are one."""
    entries, groups = _entries(items, language)
    notices = list(entries.values())
    if len(notices) > most:
        notices = _grouped(entries, groups, language)
    for entry in notices[:MOST_ENTRIES]:
        places = ", ".join(map(str, entry.places)) if len(entry.places) <= MANY else _shortened(entry.places, language)
        yield f"{entry.words} ({places})" if places else entry.words
    rest = notices[MOST_ENTRIES:]
    if rest:
        yield language.message(say("… dan {n} angka lain.", n=_number(sum(entry.count for entry in rest))))
    if len(notices) < len(entries) or rest or any(len(entry.places) > MANY for entry in notices):
        yield language.message(FULL_LIST)


def _entries(
    items: Iterable[NotChecked], language: Language
) -> tuple[dict[str, Notice], dict[tuple[str, str], list[str]]]:
    """Each entry once by its words, and which words are alike: by what was to be computed and the reason."""
    entries: dict[str, Notice] = {}
    groups: dict[tuple[str, str], list[str]] = {}
    for item in items:
        reason = language.message(item.reason)
        words = f"{language.message(item.what)}: {reason}"
        if words not in entries:
            entries[words] = Notice(words, reason)
            groups.setdefault((language.message(_label(item.what)), _template(item.reason)), []).append(words)
        entries[words].add(1, [item.where] if item.where else [])
    return entries, groups


def _label(what: str) -> str:
    """What was to be computed, without whose figure it is."""
    return what.figures[1] if isinstance(what, Message) and what.template == SUBJECT_AND_LABEL else what


def _template(reason: str) -> str:
    """The reason without the names and figures in it, as far as it was made of a template."""
    return reason.template if isinstance(reason, Message) else reason


def _grouped(entries: dict[str, Notice], groups: dict[tuple[str, str], list[str]], language: Language) -> list[Notice]:
    """Entries with those that differ only in their subject as one, in the order of the first of them."""
    notices: list[Notice] = []
    for (label, _), words in groups.items():
        alike = [entries[each] for each in words]
        notices += alike if len(alike) <= ALIKE else [_together(label, alike, language)]
    return notices


def _together(label: str, alike: list[Notice], language: Language) -> Notice:
    reasons = list(dict.fromkeys(entry.reason for entry in alike))
    reason = reasons[0]
    if len(reasons) > 1:
        reason = say("{0}, dan {1} alasan yang serupa", reason, _number(len(reasons) - 1))
    count = sum(entry.count for entry in alike)
    words = say("{hal}: {sebab}: {n} angka", hal=label, sebab=reason, n=_number(count))
    return Notice(language.message(words), reason, count, [place for entry in alike for place in entry.places])


def _shortened(places: Iterable[Where], language: Language) -> str:
    """The first cells as ranges, each sheet named once, and how many more there are."""
    sheets = {sheet: at for at, sheet in enumerate(dict.fromkeys(place.sheet for place in places))}
    cells = sorted(dict.fromkeys(places), key=lambda place: (sheets[place.sheet], place.column, place.row))
    runs = _runs(cells)
    ranges: list[str] = []
    for at, run in enumerate(runs[:MOST_PLACES]):
        first = run[0].cell if at and runs[at - 1][0].sheet == run[0].sheet else str(run[0])
        ranges.append(f"{first}:{run[-1].cell}" if len(run) > 1 else first)
    rest = sum(len(run) for run in runs[MOST_PLACES:])
    listed = ", ".join(ranges)
    return language.message(say("{sel}, … dan {n} sel lain", sel=listed, n=_number(rest))) if rest else listed


def _runs(cells: Iterable[Where]) -> list[list[Where]]:
    """Sorted cells in runs that follow each other down a column."""
    runs: list[list[Where]] = []
    for cell in cells:
        if runs and runs[-1][-1] == cell._replace(row=cell.row - 1):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs


def _number(count: int) -> str:
    return show(Decimal(count), 0)
