"""What every verdict says of itself: one table instead of sets beside those who ask."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.computed import Verdict

SAYS = {
    Verdict.SESUAI: {"checked", "agrees", "derived"},
    Verdict.DALAM_BATAS: {"checked", "agrees", "derived"},
    Verdict.PEMOTONGAN: {"checked", "derived", "replaced"},
    Verdict.DIRAGUKAN: {"checked"},
    Verdict.BEDA_BASIS: {"checked", "derived", "replaced", "wrong", "mistaken"},
    Verdict.SELISIH_PEMBULATAN: {"checked", "replaced", "wrong", "mistaken"},
    Verdict.SELISIH: {"checked", "replaced", "wrong", "mistaken", "conclusive"},
    Verdict.RUMUS_BERBEDA: {"checked", "replaced", "wrong", "conclusive"},
    Verdict.TIDAK_DIPERIKSA: set(),
    Verdict.DIISI: set(),
}
IDEAS = ("checked", "agrees", "derived", "replaced", "wrong", "mistaken", "conclusive")


@pytest.mark.parametrize("verdict", Verdict)
def test_what_a_verdict_says(verdict: Verdict) -> None:
    assert {idea for idea in IDEAS if getattr(verdict, idea)} == SAYS[verdict]
