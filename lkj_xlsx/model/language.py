"""The language a person reads: Indonesian as written in the code, or another by its gettext catalogue.

A catalogue lies in `lkj_xlsx/locale/CODE/LC_MESSAGES`. A text that it lacks stays Indonesian.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lkj_xlsx.model.message import Message, filled

LOCALE = Path(__file__).parents[1] / "locale"
DOMAIN = "lkj_xlsx"
CODES = ("id", "en")  # the first is the one used where none is asked for


def _unchanged(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code, and how a text of this package reads in it."""

    code: str = CODES[0]
    translate: Callable[[str], str] = _unchanged

    def text(self, text: str) -> str:
        """A text of this package that has no holes: a title, a label, a heading."""
        return self.translate(text) if text else text

    def message(self, message: str) -> str:
        """A message with all messages inside it; text that is no message comes from a file and stays as it is."""
        if not isinstance(message, Message):
            return message
        values = {key: self.message(value) for key, value in message.values.items()}
        return filled(self.text(message.template), map(self.message, message.figures), values)

    def page(self, page: str) -> str:
        """A manual page, paragraph by paragraph."""
        return "\n\n".join(map(self.text, page.split("\n\n")))


INDONESIAN = Language()


def language(code: str) -> Language:
    """The language of one of `CODES`. Raises `FileNotFoundError` where its catalogue is not installed."""
    if code == INDONESIAN.code:
        return INDONESIAN
    import gettext  # only who asks for another language waits for it

    catalogue = gettext.translation(DOMAIN, LOCALE, [code])
    return Language(code, catalogue.gettext)
