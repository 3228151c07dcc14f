"""Sentences for people, kept as a template and its values so that they can be shown in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from string import Formatter
from typing import Any


class Message(str):
    """An Indonesian sentence that remembers how it was made: its template, and the words and figures in its holes.

    It is its own Indonesian text, so it may stand wherever text stands. A value that is itself a message can be told
    in another language as well; any other value (a name, a cell, a typed figure) is the same in every language.
    """

    __slots__ = ("figures", "template", "values")
    template: str
    figures: tuple[str, ...]
    values: Mapping[str, str]

    def __new__(cls, template: str, figures: tuple[str, ...] = (), values: Mapping[str, str] | None = None) -> Message:
        message = super().__new__(cls, filled(template, figures, values or {}))
        message.template, message.figures, message.values = template, figures, values or {}
        return message


class _Filler(Formatter):
    """`{x:A}` begins the value with a capital letter, `{x:a}` with a small one."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in ("A", "a"):
            first = value[:1].upper() if format_spec == "A" else value[:1].lower()
            return f"{first}{value[1:]}"
        return str(super().format_field(value, format_spec))


_FILLER = _Filler()
_CAPITAL = (":A}", ":a}")


def filled(template: str, figures: Iterable[str], values: Mapping[str, str]) -> str:
    """The template with its holes filled; without figures and values it stands as it is, braces and all."""
    listed = tuple(figures)
    if not listed and not values:
        return template
    if any(mark in template for mark in _CAPITAL):
        return _FILLER.vformat(template, listed, values)
    return template.format(*listed, **values)  # the same at a tenth of the time


def say(template: str, *figures: object, **values: object) -> Message:
    """Build a `Message`; every value that is not one itself is turned into text at once."""
    return Message(str(template), tuple(map(_text, figures)), {key: _text(value) for key, value in values.items()})


def joined(parts: Iterable[object], mark: str = ", ") -> Message:
    """The parts one after another; each keeps its own template."""
    listed = tuple(parts)
    return say(mark.join(f"{{{place}}}" for place in range(len(listed))), *listed)


def remade(text: str, change: Callable[[str], str]) -> str:
    """The text with `change` applied to whatever came into it: the values of a message, or all of a plain text."""
    if not isinstance(text, Message):
        return change(text)
    values = {key: remade(value, change) for key, value in text.values.items()}
    return Message(text.template, tuple(remade(value, change) for value in text.figures), values)


def _text(value: object) -> str:
    return value if isinstance(value, Message) else str(value)


# Signs that steer (C0, C1, DEL, the direction of reading), that no text holds (halves of pairs) or that nobody sees.
_STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def printable(text: str) -> str:
    """Text from a stranger's file with a visible mark for every sign that steers or hides; line breaks stay, and a tab
    is a blank.
    """
    if text.isascii() and text.isprintable():
        return text
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\t", " "))
