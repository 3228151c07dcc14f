"""What the command says of many files: a bar while it works, a line for each file, and the sum."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import show
from lkj_xlsx.model.outcome import FolderTotals, Outcome
from lkj_xlsx.writers.readiness import COUNTS
from lkj_xlsx.writers.shown import shown

LEVELS = ("galat", "beda", "periksa", "catatan")


@contextmanager
def progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """A bar on standard error, only on a terminal; told of each outcome as it is ready."""
    if not sys.stderr.isatty():
        yield lambda outcome: None
        return
    with click.progressbar(length=total, file=sys.stderr, show_pos=True, item_show_func=_shown) as bar:
        yield lambda outcome: bar.update(1, outcome)


def _shown(outcome: Outcome | None) -> str | None:
    """The file that was ready last."""
    return _named(outcome)[-40:] if outcome is not None else None


def folder_text(outcomes: Sequence[Outcome], language: Language = INDONESIAN) -> str:
    """One line a file in the order given, then the sum of all."""
    lines = [" ".join(f"{word:>7}" for word in LEVELS) + f"  {language.message(say('berkas'))}"]
    for outcome in outcomes:
        counts = " ".join(f"{outcome.open(word):>7}" if outcome.audited else f"{'-':>7}" for word in LEVELS)
        lines.append(f"{counts}  {_named(outcome)}" + (f", {outcome.opd}" if outcome.opd else ""))
        if outcome.error:
            lines.append(f"{'':>33}{language.message(outcome.error)}")
    lines += ["", language.message(_sum(outcomes))]
    return shown("\n".join(lines))


def _named(outcome: Outcome) -> str:
    """The file's name on one line: it may hold a line break."""
    return " ".join(shown(outcome.path).split("\n"))


def _sum(outcomes: Sequence[Outcome]) -> Message:
    totals = FolderTotals.of(outcomes)
    return say(
        "{n} berkas, {bad} tidak dapat diperiksa. Temuan: {levels}. Predikat berubah: {predikat}. Dampak: Rp {amount}.",
        n=totals.files,
        bad=totals.unread,
        levels=joined(say(COUNTS[level], totals.levels[level.word]) for level in sorted(Level, reverse=True)),
        predikat=totals.predikat,
        amount=show(totals.rupiah, 0),
    )
