"""Conclusions that turn over with the right figure, as values; their words are made when they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import show

PLACES = 2  # decimals of a percent in a sentence


class Conclusion(StrEnum):
    """What is concluded from a figure, or added up from it."""

    PREDIKAT = "predikat"
    TERCAPAI = "tercapai"  # the year's target
    RENSTRA = "tercapai-renstra"  # the target at the end of the Renstra
    EFISIEN = "efisien"
    TOTAL = "total"  # rupiah
    SERAPAN = "serapan"  # percent


@dataclass(frozen=True, slots=True)
class Flip:
    """One conclusion that is another with the right figure.

    before, after  a word, or an amount unrounded
    subject        the indicator or total it speaks of, "" where that is the finding's own
    sure           False where it is not known that this figure is the wrong one
    """

    conclusion: Conclusion
    before: Decimal | str
    after: Decimal | str
    subject: str = ""
    sure: bool = True


def words(flips: Iterable[Flip]) -> Message | None:
    """The conclusions in sentences, None where none turns over."""
    listed = tuple(flips)
    if not listed:
        return None
    text = joined((_sentence(flip) for flip in listed), " ")
    return text if all(flip.sure for flip in listed) else say("Bila angka ini yang salah: {akibat:a}", akibat=text)


def _sentence(flip: Flip) -> Message:
    if flip.conclusion is Conclusion.TOTAL:
        before, after = _shown(flip.before, 0), _shown(flip.after, 0)
        return say("{apa} berubah dari Rp {lama} menjadi Rp {baru}.", apa=flip.subject, lama=before, baru=after)
    turn = _turn(flip)
    return say("{indikator}: {akibat}", indikator=flip.subject, akibat=turn) if flip.subject else turn


def _turn(flip: Flip) -> Message:
    before, after = _shown(flip.before, PLACES), _shown(flip.after, PLACES)
    match flip.conclusion:
        case Conclusion.PREDIKAT:
            return say("Predikat berubah dari {lama} menjadi {baru}.", lama=before, baru=after)
        case Conclusion.TERCAPAI:
            return say("Target menjadi {kata}.", kata=after)
        case Conclusion.RENSTRA:
            return say("Target akhir Renstra menjadi {kata}.", kata=after)
        case Conclusion.EFISIEN:
            return say("Kesimpulan berubah menjadi {kata}.", kata=after)
    return say("Serapan berubah dari {lama} menjadi {baru}.", lama=before, baru=after)


def _shown(value: Decimal | str, places: int) -> str:
    return show(value, places) if isinstance(value, Decimal) else value
