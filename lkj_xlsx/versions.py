"""Two versions of one filled template: both are examined, and what came of it is laid side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from lkj_xlsx import pipeline
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.difference import Change, ChangeKind, Difference
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.limits import USUAL, Limits
from lkj_xlsx.model.number import show
from lkj_xlsx.model.pairing import Pairs, name_of, pair
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.field import Sheet, Years
from lkj_xlsx.spec.template import TEMPLATE

PairedCell = tuple[str, int, str]  # sheet, number of the pair of rows, field: one cell in both versions
Known = tuple[str, int, bool, object]


def compare(old: Path, new: Path, today: date | None = None, limits: Limits = USUAL) -> Difference:
    """What changed from `old` to `new`. Reads only. Errors: `UnreadableWorkbook`, `UnknownTemplate`."""
    one, other = pipeline.read(old, limits), pipeline.read(new, limits)
    before, after = pipeline.examine(one, today)[1], pipeline.examine(other, today)[1]
    pairs = {
        sheet.key: _form(one, other) if sheet.form else pair(one.records(sheet.key), other.records(sheet.key))
        for sheet in TEMPLATE.sheets
    }
    changes = tuple(change for sheet in TEMPLATE.sheets for change in _changes(sheet, pairs[sheet.key], one, other))
    was, now = _places(pairs)
    stayed, appeared = _sorted_out(after, now, [_known(finding, was) for finding in before])
    _, went = _sorted_out(before, was, [_known(finding, now) for finding in after])
    return Difference(old.name, new.name, changes, appeared, went, stayed)


def _form(old: Book, new: Book) -> Pairs:
    """The form sheet is one row in either version."""
    one, other = old.settings.record, new.settings.record
    both = ((one, other),) if one is not None and other is not None else ()
    return Pairs(both, (), ())


def _changes(sheet: Sheet, pairs: Pairs, old: Book, new: Book) -> Iterator[Change]:
    for one, other in pairs.both:
        yield from _cells(sheet, one, other, old, new)
    for record in pairs.added:
        here = Where(record.title, record.row)
        yield Change(ChangeKind.TAMBAH, sheet.title, record.tabel, name_of(record), after=_content(record), new=here)
    for record in pairs.removed:
        here = Where(record.title, record.row)
        yield Change(ChangeKind.HAPUS, sheet.title, record.tabel, name_of(record), before=_content(record), old=here)


def _cells(sheet: Sheet, one: Record, other: Record, old: Book, new: Book) -> Iterator[Change]:
    years = Years(new.settings.tahun, new.settings.awal, new.settings.akhir)
    for key in dict.fromkeys((*other.values, *one.values)):
        before, after = one.get(key), other.get(key)
        if not (_own(before, one) or _own(after, other)):  # joined to the row above in both: told there
            continue
        was, now = _shown(before, after), _shown(after, before)
        if was == now:
            continue
        year = key.partition("@")[2]
        heading = sheet.field(key).heading(years, int(year) if year else None)
        yield Change(
            ChangeKind.UBAH,
            sheet.title,
            other.tabel if not sheet.form else "",
            heading if sheet.form else name_of(other),
            "Nilai" if sheet.form else heading,
            was,
            now,
            _where(before),
            _where(after),
        )


def _own(value: Value, record: Record) -> bool:
    """Whether the cell is the row's own, not merged with or taken from one above; a form's cells stand anywhere."""
    return value.where.column > 0 and (record.row == value.where.row or record.sheet == "identitas")


def _where(value: Value) -> Where | None:
    return value.where if value.where.column else None


def _shown(value: Value, beside: Value) -> str:
    """A cell's content as a person sees it; the whole figure or the formula where only that tells it from the other."""
    if value.cell.formula != beside.cell.formula and value.cell.formula:
        return f"{value.cell.formula} → {value.text}" if value.text else value.cell.formula
    if value.text == beside.text and value.known is not None and value.known != beside.known:
        return show(value.known)
    return value.text


def _content(record: Record) -> str:
    return "; ".join(value.text for value in record.values.values() if value.text and value.where.row == record.row)


def _places(pairs: Mapping[str, Pairs]) -> tuple[dict[Where, PairedCell], dict[Where, PairedCell]]:
    """For the old and the new version: what a cell that is in both is called in either of them."""
    sides: tuple[dict[Where, PairedCell], dict[Where, PairedCell]] = ({}, {})
    for sheet, group in pairs.items():
        for number, couple in enumerate(group.both):
            for places, record in zip(sides, couple, strict=True):
                places.update(
                    (value.where, (sheet, number, key)) for key, value in record.values.items() if _own(value, record)
                )
    return sides


def _known(finding: Finding, places: Mapping[Where, PairedCell]) -> Known:
    """What makes a finding the same in both versions: its rule, its level, its cell; without a cell its subject."""
    where = finding.where
    place: object = places.get(where) if where is not None else None
    if place is None:
        at = where if where is not None and where.row == 0 else None  # a whole sheet, by its title
        place = (at.sheet if at is not None else "", finding.tabel, finding.title)
    return finding.code, int(finding.level), bool(finding.accepted), place


def _sorted_out(
    findings: Iterable[Finding], places: Mapping[Where, PairedCell], others: Iterable[Known]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that are among the others as well, and those that are not; each other one answers for one finding."""
    left = Counter(others)
    shared: list[Finding] = []
    own: list[Finding] = []
    for finding in findings:
        key = _known(finding, places)
        (shared if left[key] > 0 else own).append(finding)
        left[key] -= 1
    return tuple(shared), tuple(own)
