"""What is said of many files."""

from __future__ import annotations

import io
import sys
from decimal import Decimal

from lkj_xlsx.model.outcome import Outcome
from lkj_xlsx.writers.folder import folder_text, progress

OUTCOMES = (
    Outcome("a.xlsx", opd="Dinas\x1b[31m A", galat=12, beda=3, predikat=1, rupiah=Decimal(7_463_700)),
    Outcome("b.xlsx", error="Berkas terkunci kata sandi.", audited=False),
)


def test_a_line_for_each_file_and_the_sum():
    lines = folder_text(OUTCOMES).splitlines()
    assert lines[0].split() == ["galat", "beda", "periksa", "catatan", "berkas"]
    assert lines[1] == "     12       3       0       0  a.xlsx, Dinas\N{REPLACEMENT CHARACTER}[31m A"
    assert lines[2].split() == ["-", "-", "-", "-", "b.xlsx"]
    assert lines[3].strip() == "Berkas terkunci kata sandi."
    assert lines[5] == (
        "2 berkas, 1 tidak dapat diperiksa. Temuan: 12 galat, 3 beda, 0 periksa, 0 catatan. Predikat berubah: 1. "
        "Dampak: Rp 7.463.700."
    )


def test_no_bar_without_a_terminal(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(2) as seen:
        seen(OUTCOMES[0])
    assert stream.getvalue() == ""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress(2) as seen:
        seen(OUTCOMES[1])
    assert "1/2" in stream.getvalue() and "b.xlsx" in stream.getvalue()
