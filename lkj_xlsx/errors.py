"""The few faults that end a run. Everything else a user typed becomes a finding."""

from __future__ import annotations


class LkjError(Exception):
    """Base of every fault the tool reports itself; `exit_code` is what the shell sees.

    The message is Indonesian, says where, and what to do next.
    """

    exit_code = 3


class UnreadableWorkbook(LkjError):
    """The file is not a workbook that can be read (missing, encrypted, broken, another format)."""


class UnknownTemplate(LkjError):
    """A workbook, but not this template or not a version of it that this program knows."""


class DataError(LkjError):
    """A data file for `fill` that does not follow the template's JSON Schema."""


class OutputError(LkjError):
    """The result could not be written; nothing half-written is left behind."""
