"""What cells and results mean inside a formula: as an operand, a condition, a text, or in a comparison."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext

from lkj_xlsx.model.cell import Origin, Where
from lkj_xlsx.model.formula import Fault
from lkj_xlsx.model.held import Held
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason, decimal_of

Result = Decimal | str | bool | Fault | Missing | None  # None is a blank cell

DIVIDED, WRONG_KIND, NO_NUMBER = Fault("#DIV/0!"), Fault("#VALUE!"), Fault("#NUM!")
ZERO, ONE = Decimal(0), Decimal(1)
_FIGURES, _CERTAIN = (int, float), (Origin.KETIKAN, Origin.RUMUS)
_SHOWN_DIGITS = 15  # a spreadsheet compares no more


def content_of(held: Held, sheet: str, row: int, column: int) -> Result:
    """What a cell holds, as a formula takes it."""
    raw, _, origin, formula = held
    if type(raw) in _FIGURES and origin in _CERTAIN:
        return decimal_of(raw)  # type: ignore[arg-type]  # the usual case first
    if origin is Origin.GALAT:
        return Fault(str(raw))
    if origin is Origin.TANPA_HASIL:
        return Missing(Reason.TANPA_HASIL, str(Where(sheet, row, column)))
    if raw is None:
        return "" if formula is not None else None  # a saved empty text is no blank
    if isinstance(raw, bool | str):
        return raw
    return decimal_of(raw) if isinstance(raw, int | float) else Missing(Reason.TANGGAL, str(Where(sheet, row, column)))


def amount(result: Result) -> Decimal | Fault | Missing:
    """A result as an operand of arithmetic; a text depends on the computer's own signs and is not turned."""
    if isinstance(result, bool):
        return ONE if result else ZERO
    if isinstance(result, str):
        return Missing(Reason.TAK_TERBACA, say('teks "{0}"', result)) if result.strip() else WRONG_KIND
    return ZERO if result is None else result


def truth(result: Result) -> bool | Fault | Missing:
    """A result as a condition."""
    if isinstance(result, bool | Fault | Missing):
        return result
    if isinstance(result, str):
        return WRONG_KIND
    return bool(result)


def joined(left: Result, right: Result) -> Result:
    """Two results as one text; a number with decimals would be written with the computer's own sign."""
    text = ""
    for result in (left, right):
        if isinstance(result, Fault | Missing):
            return result
        if isinstance(result, Decimal) and (result.adjusted() > _SHOWN_DIGITS or result != result.to_integral_value()):
            return Missing(Reason.TAK_TERBACA, say("desimal dalam teks"))
        if isinstance(result, bool):
            return Missing(Reason.TAK_TERBACA, say("benar atau salah dalam teks"))
        text += "" if result is None else f"{result:f}" if isinstance(result, Decimal) else result
    return text


def compared(operator: str, left: Result, right: Result) -> Result:
    """A comparison: a number is less than a text, a text less than a truth; capitals do not count."""
    for result in (left, right):
        if isinstance(result, Fault | Missing):
            return result
    a, b = _ranked(left, right), _ranked(right, left)
    return COMPARE[operator]((a > b) - (a < b))


def _ranked(result: Result, other: Result) -> tuple[int, Decimal, str]:
    if result is None:  # a blank takes the kind of what it is compared with
        result = "" if isinstance(other, str) else False if isinstance(other, bool) else ZERO
    if isinstance(result, bool):
        return 2, Decimal(result), ""
    if isinstance(result, Decimal):
        with localcontext() as context:
            context.prec = _SHOWN_DIGITS
            return 0, +result, ""
    return 1, ZERO, str(result).casefold()


def power(base: Decimal, exponent: Decimal) -> Result:
    if not base:
        return NO_NUMBER if not exponent else DIVIDED if exponent < 0 else ZERO
    if base < 0 and exponent != exponent.to_integral_value():
        return NO_NUMBER
    return base**exponent


COMPARE: Mapping[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}
