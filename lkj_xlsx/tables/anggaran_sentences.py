"""Sentences on money: efisiensi, supporting programmes, and the whole budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.conclusions import reached
from lkj_xlsx.measures.efisiensi import FORMULAS, OPTION, judged_efficient
from lkj_xlsx.measures.serapan import absorbed
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.number import Missing, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Row
from lkj_xlsx.tables.anggaran import PROGRAM, level_of, totals
from lkj_xlsx.tables.realisasi_anggaran import name_of_rest

LACKING = " karena target kinerjanya belum tercapai"


def _number(row: Row, key: str) -> Decimal | None:
    value = row.item(key).value
    return value if isinstance(value, Decimal) else None


def efisiensi(book: Book, lines: Sequence[tuple[Row, Record]]) -> Iterator[str]:
    """Capaian beside serapan, and whether that may be called efisien under the chosen formula.

    A budget that several indicators share is told once, with all of them.
    """
    shared: dict[tuple[Decimal, ...], list[tuple[Row, Record]]] = {}
    for row, record in lines:
        amounts = [_number(row, key) for key in ("anggaran", "realisasi_anggaran")]
        known = tuple(amount for amount in amounts if amount is not None)
        lacking = _number(row, "capaian") is None or _number(row, "serapan") is None
        if len(known) == len(amounts) and not lacking:
            shared.setdefault(known, []).append((row, record))
    for (anggaran, spent), members in shared.items():
        serapan = _number(members[0][0], "serapan") or Decimal(0)
        names = [record.text("indikator") for _, record in members]
        money = f"sebesar Rp {show(anggaran)} terserap Rp {show(spent)} atau {show(serapan, 2)} %"
        each = [f"{show(_number(row, 'capaian') or Decimal(0), 2)} %" for row, _ in members]
        if len(members) == 1:
            yield f"Anggaran yang mendukung {names[0]} {money}, sedangkan capaian kinerjanya {each[0]}."
        else:
            reached_by = "; ".join(f"{name} {number}" for name, number in zip(names, each, strict=True))
            together = f"Anggaran yang mendukung {len(members)} indikator bersama-sama {money}"
            yield f"{together}. Capaian kinerjanya: {reached_by}."
        yield from _judged(book, members)


def _judged(book: Book, members: Sequence[tuple[Row, Record]]) -> Iterator[str]:
    """Whether each may be called efisien, named where there are several."""
    code = book.settings.option(OPTION)
    for row, record in members:
        number, efficient = _number(row, "efisiensi"), judged_efficient(record, book)
        if number is None or efficient is None:
            continue
        because = "" if efficient or reached(_number(row, "capaian") or Decimal(0)) else LACKING
        word = "efisien" if efficient else "belum dapat disebut efisien"
        whose = "nilainya" if len(members) == 1 else f"nilai {record.text('indikator')}"
        yield f"Menurut rumus {FORMULAS[code].label}, {whose} {show(number, 2)}: {word}{because}."


def support(lines: Sequence[tuple[str, Row]]) -> Iterator[str]:
    """How many programmes support an indicator, told by its name, with how much."""
    groups: dict[str, list[Decimal | None]] = {}
    for name, row in lines:
        groups.setdefault(name, []).append(_number(row, "pagu"))
    for name, amounts in groups.items():
        known = [amount for amount in amounts if amount is not None]
        if name and len(known) == len(amounts):
            total = sum(known, Decimal(0))
            yield f"{name} didukung {len(known)} program dengan pagu Rp {show(total)}."


def anggaran_seluruhnya(book: Book, records: Sequence[Record]) -> Iterator[str]:
    """Total anggaran, realisasi, percent and rest; the programmes that spent most and least of theirs."""
    total = totals(records)
    if isinstance(total.anggaran, Missing) or isinstance(total.realisasi, Missing):
        return
    rest, used = total.sisa, total.serapan
    if isinstance(rest, Missing) or isinstance(used, Missing):
        return
    name = name_of_rest(book)
    name = name.lower() if name[1:].islower() else name
    yield (
        f"Anggaran tahun {book.settings.tahun} seluruhnya Rp {show(total.anggaran)}, terealisasi "
        f"Rp {show(total.realisasi)} atau {show(used, 2)} %, dengan "
        f"{name} Rp {show(rest)}."
    )
    spent = sorted(_programs(records), key=lambda pair: pair[0])
    if len(spent) > 1:
        (least, low), (most, high) = spent[0], spent[-1]
        yield (
            f"Dari {len(spent)} program, serapan tertinggi pada {high} ({show(most, 2)} %) "
            f"dan terendah pada {low} ({show(least, 2)} %)."
        )


def _programs(records: Sequence[Record]) -> Iterator[tuple[Decimal, str]]:
    for record in records:
        anggaran, spent = record.known("anggaran"), record.known("realisasi")
        if level_of(record) == PROGRAM and anggaran is not None and spent is not None:
            used = evaluate(absorbed, (anggaran, spent))
            if isinstance(used, Decimal):
                yield used, record.text("uraian")
