"""Sentences for people, kept as a template and its values so that they can be shown in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """An Indonesian sentence with named holes; `str()` fills them."""

    template: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format_map(self.values) if self.values else self.template


def printable(text: str) -> str:
    """Text from a stranger's file without the signs that steer a terminal; line breaks stay."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def say(template: str, **values: object) -> Message:
    """Build a `Message`; every value is turned into text at once."""
    return Message(template, {key: str(value) for key, value in values.items()})
