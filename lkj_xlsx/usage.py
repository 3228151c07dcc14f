"""How the command speaks: the language asked for, the words click says by itself, and the streams it says them on."""

from __future__ import annotations

import errno
import inspect
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from itertools import pairwise
from typing import Any, TextIO

import click

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.language import CODES, INDONESIAN, Language, language
from lkj_xlsx.model.limits import NAMES, USUAL, limit
from lkj_xlsx.model.message import Message, joined, printable, say

LANG, LKJ_LANG = "--lang", "LKJ_LANG"
_HEADINGS = {"Options": say("Pilihan"), "Commands": say("Perintah")}


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language named by `--lang`, else by `LKJ_LANG`, else Indonesian; known before anything else is understood,
    so that help and faults of usage are told in it. A language that does not exist is refused later, as any choice.
    """
    named = [after for word, after in pairwise(arguments) if word == LANG]
    named += [word.partition("=")[2] for word in arguments if word.startswith(f"{LANG}=")]
    code = named[-1] if named else environment.get(LKJ_LANG, "")
    return language(code) if code in CODES else INDONESIAN


def spoken() -> Language:
    """The language of the running command."""
    context = click.get_current_context(silent=True)
    return context.find_object(Language) or INDONESIAN if context is not None else INDONESIAN


def tell(message: Message) -> None:
    """A word on the side, on standard error."""
    complain(spoken().message(message))


def complain(text: str) -> None:
    """Text on standard error; where that takes none there is nobody left to tell."""
    try:
        click.echo(printable(text), err=True)
    except OSError:
        _let_go(sys.stderr)


def printed(text: str) -> None:
    """A whole document on standard output, as it is shown. Errors: as `output`."""
    with output():
        click.echo(printable(text))


@contextmanager
def output() -> Iterator[None]:
    """Around what is printed on standard output, and nothing else. A reader that has gone (`| head`) is let go quietly.

    Raises `OutputError` where the output takes no more.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError as fault:
        _let_go(sys.stdout)
        raise OutputError(say(_UNPRINTED, _reason(fault))) from fault


_UNPRINTED = say("Laporan tidak dapat dicetak: {0}. Cetak ke layar atau ke berkas di tempat lain, lalu ulangi.")


def _reason(fault: OSError) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("ruang penyimpanan habis")
    return say("keluarannya tertutup") if fault.errno == errno.EBADF else fault.strerror or str(fault)


def _let_go(stream: TextIO) -> None:
    """Let what is still to come, also at the very end, go nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Closed(io.TextIOBase):
    """Standard output that was closed before the command began."""

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if text:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return 0


class Formatter(click.HelpFormatter):
    """Help pages in the language of the command, whose own texts are Indonesian."""

    language = INDONESIAN

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, self._words(args), self.language.message(say("Pemakaian: ")))

    def write_heading(self, heading: str) -> None:
        super().write_heading(self.language.message(_HEADINGS.get(heading, heading)))

    def write_text(self, text: str) -> None:
        super().write_text(self.language.page(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(self._words(name), self._about(text)) for name, text in rows], col_max, col_spacing)

    def _words(self, text: str) -> str:
        """Names of arguments and values, which are written in capitals."""
        return " ".join(self.language.text(word) if word != word.lower() else word for word in text.split(" "))

    def _about(self, text: str) -> str:
        """What an option is for; click itself adds its bounds in brackets."""
        purpose, mark, bounds = text.partition("  [")
        return f"{self.language.text(purpose)}{mark}{bounds}"


def day(text: str) -> date:
    """A day, as `2025-03-31` or as `31/03/2025`."""
    return date.fromisoformat("-".join(reversed(text.split("/"))))


def show(text: str = "") -> Callable[[click.Context, click.Parameter, bool], None]:
    """What an option does that prints something, without a text the help page, and ends the command."""

    def told(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            printed(text or context.get_help())
            context.exit()

    return told


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

    def make_formatter(self) -> click.HelpFormatter:
        formatter = super().make_formatter()
        if isinstance(formatter, Formatter):
            formatter.language = self.find_object(Language) or INDONESIAN
        return formatter


class Command(click.Command):
    """A command that speaks Indonesian or, with `--lang`, another language."""

    context_class = Context

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **{"options_metavar": "[PILIHAN]", **settings})
        text = f"Bahasa pesan dan bantuan; bawaan: isi {LKJ_LANG}, atau {CODES[0]}."
        self.params.append(
            click.Option([LANG], type=click.Choice(CODES), envvar=LKJ_LANG, expose_value=False, help=text)
        )

    def get_short_help_str(self, limit: int = 45) -> str:
        return inspect.cleandoc(self.help or "").partition("\n\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help, option.callback = "Tampilkan bantuan ini.", show()
        return option


class Group(Command, click.Group):
    """A group whose commands are `Command`s."""

    command_class = Command

    def __init__(self, name: str | None = None, **settings: Any) -> None:
        super().__init__(name, **{"subcommand_metavar": "PERINTAH ...", **settings})

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.fail(say("perintah {0} tidak dikenal. Yang ada: {1}.", args[0], ", ".join(self.list_commands(ctx))))
        return super().resolve_command(ctx, args)


def speak_utf8() -> None:
    """Windows consoles and pipes may default to a code page without the signs × and –."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def explain_fault(fault: click.ClickException, language: Language) -> str:
    """A fault of usage for stderr: the usage line where it is known, what is wrong, where help is."""
    context = fault.ctx if isinstance(fault, click.UsageError) else None
    text = language.message(say("Perintah belum tepat: {0}", _sentence(fault)))
    if context is None:
        return text
    more = language.message(say("Ketik `{0} --help` untuk bantuan.", context.command_path))
    return f"{context.get_usage()}\n\n{text}\n{more}"


def explain_error(fault: Exception, language: Language) -> str:
    """A fault that ends a run, as its message tells it."""
    return language.message(fault.args[0]) if fault.args and isinstance(fault.args[0], str) else str(fault)


def _sentence(fault: click.ClickException) -> str:
    if isinstance(fault, click.NoSuchOption):
        near = joined(fault.possibilities or (), say(" atau "))
        unknown = say("pilihan {0} tidak dikenal.", fault.option_name)
        return joined((unknown, say("Mungkin maksudnya {0}.", near)), " ") if fault.possibilities else unknown
    if isinstance(fault, click.BadOptionUsage):
        return say("pilihan {0} tidak ditulis dengan benar (nilainya belum ada atau berlebih).", fault.option_name)
    if isinstance(fault, click.MissingParameter):
        return say("{0} belum diisi.", _name(fault))
    if isinstance(fault, click.BadParameter):
        return say("nilai untuk {0} tidak dapat dipakai. {1}", _name(fault), _allowed(fault))
    if fault.message.startswith("Got unexpected extra argument"):
        extra = fault.message.partition("(")[2].rstrip(")")
        return say("ada isian berlebih: {0}. Nama berkas yang berspasi diberi tanda kutip.", extra)
    return fault.message


def _allowed(fault: click.BadParameter) -> str:
    kind = fault.param.type if fault.param is not None else None
    if isinstance(kind, click.Choice):
        return say("Yang boleh: {0}.", ", ".join(map(str, kind.choices)))
    if isinstance(kind, click.types.FuncParamType) and kind.func is limit:
        return say("Tulis NAMA=BILANGAN, contoh sel=5000000; namanya: {0}.", ", ".join(NAMES))
    if isinstance(kind, click.types.FuncParamType):  # the other is `day`
        return say("Tulis seperti 2025-03-31.")
    if isinstance(kind, click.IntRange):
        return say("Yang boleh: bilangan {0} sampai {1}.", kind.min, kind.max)
    return fault.message


def _name(fault: click.BadParameter) -> str:
    if fault.param is None:
        return say("isian")
    if not isinstance(fault.param, click.Option):
        return say("{0}", say(fault.param.human_readable_name))
    option, variable = fault.param.opts[0], fault.param.envvar
    return say("{0} ({1})", option, variable) if isinstance(variable, str) else say("{0}", option)
