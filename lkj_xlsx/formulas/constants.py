"""Figures typed inside a formula: an amount added by hand, a factor nobody can see in the table.

Left in peace: 0, 1, 2, powers of ten, places of a rounding, thresholds and caps, exponents, and a divisor that counts
what is divided (`(F5+G5)/2`, quarters, months).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.formulas.contents import COMPARE
from lkj_xlsx.model.formula import Area, Binary, Call, CellRef, Formula, Number, Term, Unary, walk
from lkj_xlsx.model.number import show

ADDED, FACTOR, ALONE = "tambah", "kali", "isi"
_PERIODS = (Decimal(4), Decimal(12))
_TWO = Decimal(2)
_FIRST_ONLY = frozenset(("ROUND", "ROUNDUP", "ROUNDDOWN", "IFERROR", "ABS"))
_LISTS = frozenset(("SUM", "AVERAGE"))


@dataclass(frozen=True, slots=True)
class Constants:
    """The typed figures of a formula (11 for `11%`), and the formula without them where each was added or a factor."""

    figures: tuple[str, ...]
    without: Term | None


def constants(formula: Formula) -> Constants | None:
    """Figures typed inside the formula; None where there are none to speak of."""
    walk = _ConstantWalk(formula)
    without = walk.visit(formula.root, ALONE)
    if not walk.figures:
        return None
    return Constants(tuple(walk.figures), without if walk.removable else None)


class _ConstantWalk:
    """One walk through a formula that gathers the figures and leaves them out of its copy."""

    def __init__(self, formula: Formula) -> None:
        self.formula = formula
        self.figures: list[str] = []
        self.removable = True

    def visit(self, node: Term, role: str) -> Term:
        match node:
            case Number(value):
                return node if _usual(value, role) else self.note(show(value), role)
            case Unary("%", Number(value)):
                return node if value == 100 else self.note(f"{show(value)}%", role)
            case Unary(sign, operand):
                return Unary(sign, self.visit(operand, role))
            case Binary(operator, left, right):
                return self.binary(operator, left, right)
            case Call(name, arguments):
                return self.call(name, arguments, role)
        return node

    def note(self, figure: str, role: str) -> Term:
        self.figures.append(figure)
        self.removable = self.removable and role != ALONE
        return Number(Decimal(0 if role == ADDED else 1))

    def binary(self, operator: str, left: Term, right: Term) -> Term:
        if operator in COMPARE:
            return Binary(operator, left, right)
        if operator == "^":
            return Binary(operator, self.visit(left, FACTOR), right)
        role = ADDED if operator in "+-" else FACTOR
        if operator == "/" and isinstance(right, Number) and right.value == self.terms(left):
            return Binary(operator, self.visit(left, role), right)
        return Binary(operator, self.visit(left, role), self.visit(right, role))

    def call(self, name: str, arguments: Sequence[Term], role: str) -> Term:
        if name in _FIRST_ONLY and arguments:
            return Call(name, (self.visit(arguments[0], role), *arguments[1:]))
        if name in _LISTS:
            return Call(name, tuple(self.visit(each, ADDED) for each in arguments))
        if name == "IF" and len(arguments) > 1:
            capped = {part.value for part in walk(arguments[0]) if isinstance(part, Number)}
            branches = (
                each if isinstance(each, Number) and each.value in capped else self.visit(each, role)
                for each in arguments[1:]
            )
            return Call(name, (arguments[0], *branches))
        return Call(name, tuple(arguments))

    def terms(self, node: Term) -> int:
        """How many things are added."""
        match node:
            case Binary("+", left, right):
                return self.terms(left) + self.terms(right)
            case Call("SUM", arguments):
                return sum(self.terms(each) for each in arguments)
            case Area():
                _, rows, across = node.box(self.formula.where)
                return len(rows) * len(across)
        return 1


def _usual(value: Decimal, role: str) -> bool:
    if value.normalize().as_tuple().digits in ((0,), (1,)):
        return True  # 0, 1, 100, 0.01
    return role == FACTOR and (value == _TWO or value in _PERIODS)


def refers(formula: Formula) -> bool:
    """Whether a formula looks at any cell."""
    return any(isinstance(part, CellRef | Area) for part in walk(formula.root))
