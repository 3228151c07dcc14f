"""Every rule asked, none allowed to fail in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.rules.failed_rule import failed


def asked(rules: Iterable[Rule], book: Book, ledger: Ledger) -> Iterator[Finding]:
    """What the rules of the report's year find; a rule that raises becomes a finding that names it."""
    for rule in rules:
        if rule.source.holds(book.settings.tahun):
            yield from _answer(rule, book, ledger)


def _answer(rule: Rule, book: Book, ledger: Ledger) -> list[Finding]:
    try:
        return list(rule.check(book, ledger))
    except Exception as fault:  # any fault of one rule must not hide the others' findings
        return [failed(rule.code, fault)]
