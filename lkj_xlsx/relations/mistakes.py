"""Mistakes that would explain many wrong figures at once: cells, rows or columns exchanged, a column moved.

Each is only a supposition with the book as it would be without it; whether it explains anything is tried elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import combinations

from lkj_xlsx.measures.serapan import SPENT, states_share
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.corrected import rewritten
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec.field import Kind
from lkj_xlsx.spec.template import TEMPLATE, heading

FEWEST = 3  # rows of a column before it is said to be exchanged or moved
MOST_PAIRED = 60  # wrong figures of a column that are held against each other
FIGURES = frozenset((Kind.RUPIAH, Kind.JUMLAH, Kind.PERSEN, Kind.RASIO, Kind.NILAI))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that may be behind several findings.

    where     the cell at which it is told; `cells` all that it touches
    book      the book with the mistake put right; None where what is right cannot be known
    least     how many findings it has to explain at least
    explains  the cells that are wrong because of it, where no book tells
    guessed   tried although nothing points to it but that figures are wrong
    cause     how it came about, where that is seen
    """

    where: Where
    cells: tuple[Where, ...]
    message: Message
    step: Message
    book: Callable[[], Book] | None
    least: int = 2
    tabel: str = ""
    subject: str = ""
    explains: frozenset[Where] = frozenset()
    guessed: bool = False
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is told of the cells: what each should be, those where more is spent than given, and all of them."""

    book: Book
    right: Mapping[Where, Decimal]
    excess: Set[Where | None]
    places: Set[Where]

    def told(self, rows: Iterable[Record]) -> list[Record]:
        """Those of some rows in which something is told."""
        places = {(where.sheet, where.row) for where in self.places}
        return [record for record in rows if (record.title, record.row) in places]

    def belongs(self, place: Value, other: Value) -> bool:
        """Whether what should stand in one cell is what stands in another."""
        right, says = self.right.get(place.where), other.interval
        return right is not None and says is not None and says.holds(right) and place.known != other.known


def exchanged_or_moved(wrong: Wrong) -> Iterator[Mistake]:
    """Columns, rows and cells that may stand in each other's place, the greatest first."""
    tables = list(_tables(wrong.book))
    told = [wrong.told(rows) for rows in tables]
    for rows, wrong_rows in zip(tables, told, strict=True):
        yield from _columns(rows, wrong_rows, wrong)
        yield from _moved(rows, wrong_rows, wrong)
    for wrong_rows in told:
        yield from _exchanged_rows(wrong_rows, wrong)
        for record in wrong_rows:
            yield from _exchanged_cells(record, wrong)


def _tables(book: Book) -> Iterator[tuple[Record, ...]]:
    """The rows of each table, in their order."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in book.all_records:
        groups[record.title, record.tabel].append(record)
    yield from (tuple(rows) for rows in groups.values())


def _own(record: Record, key: str) -> Value | None:
    """A figure in a cell of the row itself."""
    value = record.get(key)
    return value if value.known is not None and value.upper is None and value.where.row == record.row else None


def _keys(rows: Sequence[Record]) -> list[str]:
    """The columns of figures of a table."""
    sheet = TEMPLATE.sheet(rows[0].sheet)
    names = [key for key in rows[0].values if sheet.has(key.partition("@")[0])]
    return [key for key in names if sheet.field(key.partition("@")[0]).kind in FIGURES]


def _swap(pairs: Iterable[tuple[Value, Value]]) -> dict[Where, Value]:
    right: dict[Where, Value] = {}
    for one, other in pairs:
        right[one.where], right[other.where] = other, one
    return right


def _exchange(
    pairs: Sequence[tuple[Value, Value]], book: Book, message: Message, step: Message, record: Record, least: int = 2
) -> Mistake:
    cells = tuple(value.where for pair in pairs for value in pair)
    right = _swap(pairs)
    return Mistake(cells[0], cells, message, step, partial(rewritten, book, right), least, record.tabel)


def _exchanged_cells(record: Record, wrong: Wrong) -> Iterator[Mistake]:
    """Two figures of one row in each other's cell."""
    keys = _keys([record])
    spent = SPENT.get(record.sheet)
    for a, b in combinations(keys, 2):
        one, other = _own(record, a), _own(record, b)
        if one is None or other is None or one.known == other.known:
            continue
        over = {a, b} == {"anggaran", spent} and other.where in wrong.excess
        if not over and not (wrong.belongs(one, other) and wrong.belongs(other, one)):
            continue
        names = heading(record.sheet, a, wrong.book.settings), heading(record.sheet, b, wrong.book.settings)
        yield _exchange(
            [(one, other)],
            wrong.book,
            say(
                "{satu} dan {dua} di baris ini tampaknya tertukar: tertulis {a} dan {b}.",
                satu=names[0],
                dua=names[1],
                a=one.shown,
                b=other.shown,
            ),
            say("Tukar isi {a} dan {b}.", a=one.where, b=other.where),
            record,
        )


def _exchanged_rows(rows: Sequence[Record], wrong: Wrong) -> Iterator[Mistake]:
    """The figures of two rows in each other's row, in one column or in several."""
    pairs: dict[tuple[Record, Record], list[tuple[Value, Value]]] = defaultdict(list)
    for key in _keys(rows) if rows else ():
        named = [(record, value) for record in rows if (value := _own(record, key)) and value.where in wrong.right]
        for (one, a), (other, b) in combinations(named[:MOST_PAIRED], 2):
            if wrong.belongs(a, b) and wrong.belongs(b, a):
                pairs[one, other].append((a, b))
    for (one, other), cells in pairs.items():
        columns = ", ".join(f"{a.where.cell} dan {b.where.cell}" for a, b in cells)
        yield _exchange(
            cells,
            wrong.book,
            say("Angka baris {a} dan baris {b} tampaknya tertukar ({sel}).", a=one.row, b=other.row, sel=columns),
            say("Tukar isi {sel} pada lembar {lembar}.", sel=columns, lembar=one.title),
            one,
        )


def _both(rows: Iterable[Record], a: str, b: str) -> list[tuple[Record, Value, Value]]:
    """The rows with a figure of their own in both columns."""
    return [(r, one, other) for r in rows if (one := _own(r, a)) and (other := _own(r, b))]


def _columns(rows: Sequence[Record], told: Sequence[Record], wrong: Wrong) -> Iterator[Mistake]:
    """Two columns in each other's place, over the whole table."""
    for a, b in combinations(_keys(rows), 2) if len(rows) >= FEWEST and told else ():
        telling = [
            one
            for _, one, other in _both(told, a, b)
            if one.known != other.known
            if wrong.belongs(one, other) or wrong.belongs(other, one) or other.where in wrong.excess
        ]
        both = _both(rows, a, b) if telling else []
        unlike = sum(one.known != other.known for _, one, other in both)
        if unlike < FEWEST or len(telling) * 2 < unlike:
            continue
        names = heading(rows[0].sheet, a, wrong.book.settings), heading(rows[0].sheet, b, wrong.book.settings)
        first, last = both[0], both[-1]
        yield _exchange(
            [(one, other) for _, one, other in both],
            wrong.book,
            say(
                "Kolom {satu} dan {dua} tampaknya tertukar di seluruh tabel, baris {awal} sampai {akhir}.",
                satu=names[0],
                dua=names[1],
                awal=first[0].row,
                akhir=last[0].row,
            ),
            say(
                "Tukar isi kolom {satu} ({a}) dan {dua} ({b}) pada lembar {lembar}.",
                satu=names[0],
                a=first[1].where.cell,
                dua=names[1],
                b=first[2].where.cell,
                lembar=rows[0].title,
            ),
            rows[0],
            3,
        )


def _moved(rows: Sequence[Record], told: Sequence[Record], wrong: Wrong) -> Iterator[Mistake]:
    """A column whose figures stand one row too low or too high."""
    for key in _keys(rows) if len(rows) >= FEWEST and told else ():
        if len(told) * 10 < sum(record.known(key) is not None for record in rows) * 6:
            continue  # something is told in every row where the figure is another's
        cells = [(record, value) for record in rows if (value := _own(record, key))]
        for step in (1, -1):
            shifted = [cells[(place + step) % len(cells)][1] for place in range(len(cells))]
            fits = sum(
                wrong.belongs(value, other) or _percent_fits(record, key, other)
                for (record, value), other in zip(cells, shifted, strict=True)
            )
            if len(cells) < FEWEST or fits * 10 < len(cells) * 6:
                continue
            right = {value.where: other for (_, value), other in zip(cells, shifted, strict=True)}
            places = tuple(right)
            down = say("ke bawah") if step > 0 else say("ke atas")
            name = heading(rows[0].sheet, key, wrong.book.settings)
            yield Mistake(
                places[0],
                places,
                say(
                    "Kolom {kolom} tampaknya bergeser satu baris {arah}, baris {awal} sampai {akhir}.",
                    kolom=name,
                    arah=down,
                    awal=cells[0][0].row,
                    akhir=cells[-1][0].row,
                ),
                say("Kembalikan isi kolom {kolom} ke barisnya, mulai {sel}.", kolom=name, sel=places[0]),
                partial(rewritten, wrong.book, right),
                3,
                rows[0].tabel,
            )


def _percent_fits(record: Record, key: str, other: Value) -> bool:
    """Whether the percent typed in a row is that of its budget and the amount of another row, and not of its own."""
    spent = SPENT.get(record.sheet)
    if spent is None or key not in ("anggaran", spent):
        return False
    percent, given, used = record.get("serapan"), record.known("anggaran"), record.known(spent)
    moved = (other.known, used) if key == "anggaran" else (given, other.known)
    return states_share(percent, *moved) and not states_share(percent, given, used)
