"""Declarations that sit on functions: a measure, a variant of it, a rule, a cause.

The decorator puts a frozen description beside the function; `collect` finds it. Nothing else is to be edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from inspect import cleandoc
from typing import Any

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Computed, Judged, Ledger, Plain
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.finding import Cause, Finding, Level
from lkj_xlsx.model.flip import Flip
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Table
from lkj_xlsx.model.ukuran import Ukuran


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or formula comes from: a regulation's label, our id for it, and how sure we are.

    `confidence`: T text seen · S seen second-hand · R remembered · D derived here. No article is claimed as verified.
    `since`, `until`: the first and the last year of report it applies to, None where it has no such bound.
    """

    id: str
    text: str
    confidence: str
    since: int | None = None
    until: int | None = None

    def holds(self, tahun: int) -> bool:
        """Whether it applies to a report of this year; an unknown year (0) leaves nothing out."""
        return not tahun or ((self.since or tahun) <= tahun <= (self.until or tahun))


@dataclass(frozen=True, slots=True)
class Mended:
    """A figure put right: the cell and row it stands in, what it says, what is right, and what it speaks of.

    indikator  the indicator it is a figure of, None where it is of none or of several
    tahun      the year it belongs to
    """

    record: Record
    field: str
    where: Where
    said: Decimal
    right: Decimal
    indikator: Indikator | None
    tahun: int


def _nothing(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """For a measure that nothing is concluded from."""
    return ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Measure(Ukuran):
    """A formula that fills the fields named in `fills` as (sheet key, field key) pairs.

    changes  which conclusions turn over when a figure of it is put right
    plainly  the verdict on a figure where it can be told without working the figure out, or that the measure does not
             speak of it; None where neither is plain. A shortcut that must never tell anything else than the long way
    """

    fills: tuple[tuple[str, str], ...]
    source: Source
    page: str
    compute: Callable[[Record, str, Book], Computed | None]
    changes: Callable[[Mended, Book], tuple[Flip, ...]] = _nothing
    plainly: Callable[[Record, str, Book], Plain] | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One permitted choice of an option (`option` is a key of Identitas dan Pengaturan or of the sheet Indikator).

    apply    the formula
    words    the same in words, `{0}`, `{1}` ... for its figures
    excel    the same as a spreadsheet program computes it, `{t}` target or lower bound, `{u}` upper bound, `{r}`
             realisasi, `{c}` capaian, `{s}` serapan, `{a}` to `{d}` base data or quarters, `{x}` a figure or a word,
             `{own}` the indicator's own formula; brackets mark results that a cap or a percent is put around
    neutral  the result that is neither good nor bad, `below` whether the smaller ones are the good ones
    ratio    a quotient of percents, which may be shown as a percent itself
    bound    the highest result it lets pass
    part     what the one figure left out must be, from the result and the others; None where nothing is put together
    """

    option: str
    code: str
    label: str
    source: Source
    page: str
    apply: Callable[..., Any]
    default: bool = False
    order: int = 0
    words: str = ""
    excel: str = ""
    neutral: Decimal | None = None
    below: bool = False
    ratio: bool = False
    bound: Decimal | None = None
    part: Callable[[Decimal, Sequence[Decimal]], Decimal] | None = None

    def good(self, number: Decimal) -> bool:
        """Whether a result lies on the good side of the neutral value."""
        neutral = self.neutral or Decimal(0)
        return number < neutral if self.below else number > neutral


@dataclass(frozen=True, slots=True)
class RulePage:
    """A kind of finding with its manual page. By itself it is no check: what makes such a finding stands elsewhere."""

    code: str
    name: str
    level: Level
    title: str
    source: Source
    page: str


@dataclass(frozen=True, slots=True)
class Rule(RulePage):
    """A question to a book. The docstring of `check` is its manual page."""

    check: Callable[[Book, Ledger], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class CauseKind:
    """A kind of mistake; `find` returns the evidence where it reproduces the stated value, else None.

    follows    also told of a figure that is only wrong because another is
    computing  a wrong way to compute, as against a slip or a copy: two that explain a figure alike are both told
    typed      a slip of the finger, which a gap of one row of a total (`adding`) may look like: both are told
    adding     a total that misses or doubles a row
    """

    name: str
    label: str
    rank: int
    page: str
    find: Callable[[Judged, Book, Ledger], Cause | None]
    follows: bool = False
    computing: bool = False
    typed: bool = False
    adding: bool = False


@dataclass(frozen=True, slots=True)
class TableKind:
    """How the rows of one template sheet become a report table; called once for each table number found on it.

    `order` breaks ties between tables that have no number or share one; a sheet that is not `numbered` makes one
    table of all its rows.
    """

    sheet: str
    order: int
    build: Callable[[tuple[Record, ...], Book, Ledger, tuple[Finding, ...]], Table]
    numbered: bool = True


def measure(
    code: str,
    label: str,
    fills: Iterable[tuple[str, str]],
    source: Source,
    changes: Callable[[Mended, Book], tuple[Flip, ...]] = _nothing,
    plainly: Callable[[Record, str, Book], Plain] | None = None,
    **more: Any,
) -> Callable[..., Measure]:
    """Declare the decorated function `(record, field, book) -> Computed | None` as a measure.

    more  what else is known of it (`Ukuran`)
    """

    def wrap(function: Callable[[Record, str, Book], Computed | None]) -> Measure:
        page = cleandoc(function.__doc__ or "")
        return Measure(
            code=code,
            label=label,
            fills=tuple(fills),
            source=source,
            page=page,
            compute=function,
            changes=changes,
            plainly=plainly,
            **more,
        )

    return wrap


def variant(
    option: str, code: str, label: str, source: Source, default: bool = False, order: int = 0, **more: Any
) -> Callable[..., Variant]:
    """Declare the decorated function as the choice `code` of `option`.

    more  what else it carries (`Variant`)
    """

    def wrap(function: Callable[..., Any]) -> Variant:
        page = cleandoc(function.__doc__ or "")
        return Variant(option, code, label, source, page, function, default, order, **more)

    return wrap


def page(code: str, name: str, level: Level, title: str, source: Source, text: str) -> RulePage:
    """Declare a kind of finding that no rule asks for; `text` is its manual page, of the same parts as a rule's."""
    return RulePage(code, name, level, title, source, cleandoc(text))


def rule(code: str, name: str, level: Level, title: str, source: Source) -> Callable[..., Rule]:
    """Declare the decorated function `(book, ledger) -> findings` as a rule."""

    def wrap(function: Callable[[Book, Ledger], Iterable[Finding]]) -> Rule:
        return Rule(code, name, level, title, source, cleandoc(function.__doc__ or ""), function)

    return wrap


def cause(name: str, label: str, rank: int, **more: bool) -> Callable[..., CauseKind]:
    """Declare the decorated function `(judged, book, ledger) -> Cause | None` as a kind of mistake.

    `rank` orders kinds whose match is equally unlikely to be chance: the smaller the earlier.

    more  what else is known of the kind (`CauseKind`)
    """

    def wrap(function: Callable[[Judged, Book, Ledger], Cause | None]) -> CauseKind:
        return CauseKind(name, label, rank, cleandoc(function.__doc__ or ""), function, **more)

    return wrap


def table(sheet: str, order: int, numbered: bool = True) -> Callable[..., TableKind]:
    """Declare the decorated function `(records, book, ledger, findings) -> Table` as the table made of a sheet."""

    def wrap(function: Callable[[tuple[Record, ...], Book, Ledger, tuple[Finding, ...]], Table]) -> TableKind:
        return TableKind(sheet, order, function, numbered)

    return wrap
