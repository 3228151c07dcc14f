"""The nearest declared name to one that was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkj_xlsx.spec.field import plain_title

HINT = 75  # near enough to ask "did you mean"
SAME = 90  # near enough to be taken for the same indicator, if no other is


def nearest(text: str, names: Iterable[str], cutoff: float = HINT) -> str:
    """The declared name most like `text` (both compared in plain form), "" where none is near."""
    from rapidfuzz import fuzz, process  # only when something is unknown

    plain = {plain_title(name): name for name in names}
    match = process.extractOne(plain_title(text), list(plain), scorer=fuzz.ratio, score_cutoff=cutoff)
    return plain[match[0]] if match else ""


class Lookup:
    """Codes by name: exact after normalisation, else one single name that is nearly the same.

    Each name is looked up once; a sheet repeats the same few thousands of times.
    """

    def __init__(self, codes_by_name: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        self._twice: set[str] = set()
        for name, code in codes_by_name:
            plain = plain_title(name)
            if self._exact.setdefault(plain, code) != code:
                self._twice.add(plain)
        self._seen: dict[str, str] = {}

    @property
    def names(self) -> Mapping[str, str]:
        """Codes by plain name."""
        return self._exact

    def code(self, name: str) -> str:
        """The code the name stands for, "" where none or more than one could be meant."""
        if name not in self._seen:
            self._seen[name] = self._find(plain_title(name))
        return self._seen[name]

    def _find(self, plain: str) -> str:
        if plain in self._twice:
            return ""
        if not plain or plain in self._exact:
            return self._exact.get(plain, "")
        from rapidfuzz import fuzz, process

        near = process.extract(plain, list(self._exact), scorer=fuzz.ratio, score_cutoff=SAME, limit=2)
        return self._exact[near[0][0]] if len(near) == 1 and near[0][0] not in self._twice else ""
