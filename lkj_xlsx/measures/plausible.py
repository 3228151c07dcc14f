"""Two figures that cannot be of one scale: 0,82 beside 64, millions beside rupiah. What they give is no result.

A result of such two is withheld with its reason until the office settles it: by mending a cell, or by an entry of
the sheet Pengecualian for the finding at the target.
"""

from __future__ import annotations

from collections.abc import Set
from decimal import Decimal

from lkj_xlsx.measures.basis import Input
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.fact import Book, per_book
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.spec.field import plain_title
from lkj_xlsx.spec.units import is_whole

KODE = "LKJ345"
BOUND, WHOLE_BOUND = 30, 300  # times the target: beyond them no result is told; counts start from small targets
SPENT_BOUND = 100  # times the budget
SMALL = Decimal(20)  # a target of at least so much beside a result of at most 1 is on the scale 0 to 100
POWERS = (2, 3, 6, 9)  # 0-1 and 0-100, thousands, millions, milliards
UNFIT = 0  # beyond the bound, and of no power


def scale_gap(goal: Decimal, said: Decimal, satuan: str, proven: bool = False) -> int | None:
    """The power of ten that lies between a target and a result (`UNFIT` where none fits), None where they may be.

    proven  the result follows from the base data, so that only a wide gap tells of two scales
    """
    if not goal or not said:
        return None
    ratio = abs(said / goal)
    whole = is_whole(satuan)
    if ratio >= (WHOLE_BOUND if whole or (proven and abs(goal) > 1) else BOUND):
        return next((power for power in POWERS if Decimal("0.25") <= ratio.scaleb(-power) <= 4), UNFIT)
    fraction = abs(said) <= 1 and abs(goal) >= SMALL and Decimal("0.5") <= ratio * 100 <= Decimal("1.6")
    if fraction and not whole and not proven:
        return POWERS[0]
    if proven or said < 0 or goal < 0:
        return None
    lower = (power for power in (POWERS[2:] if whole else POWERS[1:]) if goal.adjusted() >= power)
    return next((power for power in lower if Decimal("0.5") <= ratio.scaleb(power) <= 2), None)


def anggaran_gap(anggaran: Decimal, realisasi: Decimal) -> int | None:
    """The same of a budget and what was spent of it, both in rupiah."""
    if anggaran <= 0 or realisasi <= 0:
        return None
    ratio = realisasi / anggaran
    if ratio >= SPENT_BOUND:
        return next((power for power in POWERS[1:] if Decimal("0.1") <= ratio.scaleb(-power) <= 3), UNFIT)
    return next((power for power in POWERS[2:] if Decimal("0.1") <= ratio.scaleb(power) <= Decimal("1.2")), None)


def withheld(power: int) -> Missing:
    """No result, and why."""
    return Missing(Reason.BEDA_SKALA, scales(power))


def scales(power: int) -> Message | str:
    """The two scales that a power of ten lies between."""
    words = {
        2: say("0–1 dan 0–100"),
        3: say("ribuan dan satuan"),
        6: say("juta dan satuan"),
        9: say("miliar dan satuan"),
    }
    return words.get(power, "")


def doubt(book: Book, satuan: str, goal: Value, said: Input | None, proven: bool = False) -> Missing | None:
    """Why a result is not held against its target, None where it is: two scales, unless the office stands by them."""
    if said is None or goal.known is None or goal.upper is not None or goal.ratio:
        return None
    power = scale_gap(goal.known, said.value, satuan, proven)
    if power is None or (plain_title(goal.where.sheet), goal.where.cell) in _stood_by(book):
        return None
    return withheld(power)


@per_book
def _stood_by(book: Book) -> Set[tuple[str, str]]:
    """Cells of targets whose scale the sheet Pengecualian answers for, each by its sheet and address."""
    records = (r for r in book.records("pengecualian") if r.text("kode_temuan").upper() == KODE)
    return {(plain_title(r.text("lembar")), "".join(r.text("sel").split()).replace("$", "").upper()) for r in records}
