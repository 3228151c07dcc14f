"""How the command speaks: the words click says by itself, in Indonesian, and the streams it says them on."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import click

from lkj_xlsx.model.limits import NAMES, USUAL, limit

_HEADINGS = {"Options": "Pilihan", "Commands": "Perintah"}


class Formatter(click.HelpFormatter):
    """Help pages under Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


def day(text: str) -> date:
    """A day, as `2025-03-31` or as `31/03/2025`."""
    return date.fromisoformat("-".join(reversed(text.split("/"))))


def force_option(command: Any) -> Any:
    """`--force` for a command that writes a workbook."""
    text = "Timpa juga berkas yang bukan hasil alat ini atau yang sudah diubah sejak ditulis."
    return click.option("--force", is_flag=True, help=text)(command)


def bounds_option(command: Any) -> Any:
    """`--batas` for a command that reads a stranger's workbook; it may stand several times."""
    text = "Batas saat membaca, boleh berulang; bawaan: "
    usual = ", ".join(f"{name}={getattr(USUAL, bound)}" for name, bound in NAMES.items())
    option = click.option("--batas", type=limit, multiple=True, metavar="NAMA=BILANGAN", help=f"{text}{usual}.")
    return option(command)


class Context(click.Context):
    """A context whose help is drawn by `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command with Indonesian help."""

    context_class = Context

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **{"options_metavar": "[PILIHAN]", **settings})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan bantuan ini."
        return option


class Group(Command, click.Group):
    """A group with Indonesian help; its commands are `Command`s."""

    command_class = Command

    def __init__(self, name: str | None = None, **settings: Any) -> None:
        super().__init__(name, **{"subcommand_metavar": "PERINTAH ...", **settings})

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.fail(f"perintah {args[0]} tidak dikenal. Yang ada: {', '.join(self.list_commands(ctx))}.")
        return super().resolve_command(ctx, args)


def speak_utf8() -> None:
    """Windows consoles and pipes may default to a code page without the signs × and –."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def explain_fault(fault: click.ClickException) -> str:
    """A fault of usage for stderr: the usage line where it is known, what is wrong, where help is."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    text = f"Perintah belum tepat: {_sentence(fault)}"
    if context is None:
        return text
    return f"{context.get_usage()}\n\n{text}\nKetik `{context.command_path} --help` untuk bantuan."


def _sentence(fault: click.ClickException) -> str:
    if isinstance(fault, click.NoSuchOption):
        near = f" Mungkin maksudnya {' atau '.join(fault.possibilities)}." if fault.possibilities else ""
        return f"pilihan {fault.option_name} tidak dikenal.{near}"
    if isinstance(fault, click.BadOptionUsage):
        return f"pilihan {fault.option_name} tidak ditulis dengan benar (nilainya belum ada atau berlebih)."
    if isinstance(fault, click.MissingParameter):
        return f"{_name(fault)} belum diisi."
    if isinstance(fault, click.BadParameter):
        return f"nilai untuk {_name(fault)} tidak dapat dipakai. {_allowed(fault)}"
    if fault.message.startswith("Got unexpected extra argument"):
        extra = fault.message.partition("(")[2].rstrip(")")
        return f"ada isian berlebih: {extra}. Nama berkas yang berspasi diberi tanda kutip."
    return fault.format_message()


def _allowed(fault: click.BadParameter) -> str:
    kind = fault.param.type if fault.param is not None else None
    if isinstance(kind, click.Choice):
        return f"Yang boleh: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.types.FuncParamType) and kind.func is limit:
        return f"Tulis NAMA=BILANGAN, contoh sel=5000000; namanya: {', '.join(NAMES)}."
    if isinstance(kind, click.types.FuncParamType):  # the other is `day`
        return "Tulis seperti 2025-03-31."
    if isinstance(kind, click.IntRange):
        return f"Yang boleh: bilangan {kind.min} sampai {kind.max}."
    return fault.message


def _name(fault: click.BadParameter) -> str:
    if fault.param is None:
        return "isian"
    return fault.param.opts[0] if isinstance(fault.param, click.Option) else fault.param.human_readable_name
