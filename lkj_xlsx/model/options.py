"""The declared variants, found by option: what a drop-down offers and what a chosen label means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkj_xlsx.model.declare import Variant


def by_option(variants: Iterable[Variant]) -> Mapping[str, tuple[Variant, ...]]:
    """Variants grouped by option, each group in its declared order."""
    groups: dict[str, list[Variant]] = {}
    for item in variants:
        groups.setdefault(item.option, []).append(item)
    return {key: tuple(sorted(group, key=lambda item: item.order)) for key, group in groups.items()}


def resolve(text: str, group: Iterable[Variant]) -> str | None:
    """The code a cell's text chooses: by label or by code, without regard to case and spaces; None if neither."""
    wanted = " ".join(text.casefold().split())
    for item in group:
        if wanted in (" ".join(item.label.casefold().split()), item.code.casefold()):
            return item.code
    return None


def default(group: Iterable[Variant]) -> str:
    """The code that holds where nothing was chosen, "" where the office must choose."""
    return next((item.code for item in group if item.default), "")
