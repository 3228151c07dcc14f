"""What a predikat or an opinion counts for where a figure is due: its score, or its rank."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.declare import variant
from lkj_xlsx.model.expression import DASH
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.letters import LETTERS, OPINIONS, RANKS

OPTION = "rumus_predikat"


def _rank(best_first: Sequence[str]) -> str:
    """The live place of a word from the worst up."""
    listed = ",".join(f'"{word}"' for word in reversed(best_first))
    return f"MATCH(UPPER(TRIM({{x}})),{{{{{listed}}}}},0)"


@variant(
    OPTION,
    "SKOR",
    "Dari skornya bila tertulis",
    sources.PREDIKAT_SKOR,
    default=True,
    order=1,
    excel=f"IF(ISNUMBER({{x}}),{{x}},{DASH})",
)
def predikat_skor(value: Value) -> Decimal | Missing:
    """Predikat tanpa skor tidak diberi persen capaian; yang sama dengan targetnya (WTP dari WTP) bernilai 100."""
    return value.known if value.known is not None else _no_score(value)


@variant(
    OPTION,
    "ORDINAL",
    "Dari urutan predikatnya bila tanpa skor",
    sources.PREDIKAT_ORDINAL,
    order=2,
    excel=f"IF(ISNUMBER({{x}}),{{x}},IFERROR({_rank(LETTERS)},IFERROR({_rank(OPINIONS)},{DASH})))",
)
def predikat_ordinal(value: Value) -> Decimal | Missing:
    """WTP 4 sampai TMP 1; AA 7 sampai D 1; skor tetap dipakai bila tertulis."""
    if value.known is not None:
        return value.known
    word = value.text.strip().upper()
    rank = RANKS.get(word)
    return Decimal(rank) if rank else _no_score(value)


def _no_score(value: Value) -> Missing:
    """A predikat without its score, or what stands there instead of a figure (`-`, `n/a`, an error)."""
    said = value.number
    if isinstance(said, Missing) and said.reason is not Reason.TAK_TERBACA:
        return said
    return Missing(Reason.TANPA_SKOR, value.text)


PREDIKAT = {item.code: item for item in (predikat_skor, predikat_ordinal)}


def is_word(value: Value) -> bool:
    """Whether a cell states a predikat or an opinion without a score (`WTP`)."""
    return value.known is None and value.letter is not None


def counted(value: Value, way: str) -> Decimal | Missing:
    """What the word counts for under the chosen way ("" the usual one)."""
    number: Decimal | Missing = PREDIKAT[way or predikat_skor.code].apply(value)
    return number
