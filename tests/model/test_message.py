"""Sentences keep their template and values apart until they are shown."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.message import say


def test_values_fill_the_holes() -> None:
    message = say("{angka} di {sel} tidak cocok.", angka=Decimal("31.82"), sel=Where("Renstra", 5, 2))
    assert str(message) == "31.82 di Renstra!B5 tidak cocok."
    assert (message.template, message.values["sel"]) == ("{angka} di {sel} tidak cocok.", "Renstra!B5")


def test_braces_that_were_typed_are_no_holes() -> None:
    assert str(say("Tertulis {teks}.", teks="{x}")) == "Tertulis {x}."
    assert str(say("Kurung {} apa adanya")) == "Kurung {} apa adanya"
