"""The command `lkj-xlsx`: options → pipeline → writer → exit code. It parses and prints, nothing more.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 unusable file or output, 70 our fault.
What a command needs is imported inside it, so that --help and --version stay light.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lkj_xlsx.cli_files import FILE, explain, fill, inspect, refuse_same, tell_open, template, today
from lkj_xlsx.cli_folder import Many, audit_many, diff, folder_options
from lkj_xlsx.errors import LkjError
from lkj_xlsx.model.limits import limited
from lkj_xlsx.model.memory import SELDOM
from lkj_xlsx.model.message import say
from lkj_xlsx.usage import (
    Group,
    asked_for,
    bounds_option,
    complain,
    day,
    explain_error,
    explain_fault,
    force_option,
    output,
    printed,
    show,
    speak_utf8,
    spoken,
    tell,
)
from lkj_xlsx.writers.documents import DOCUMENTS

if TYPE_CHECKING:
    import datetime

    from lkj_xlsx.model.report import Report
from lkj_xlsx.release import VERSION

FINDINGS, UNEXPECTED = 1, 70
NEVER = "tidak-pernah"


@click.group(cls=Group, invoke_without_command=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show(f"lkj-xlsx {VERSION}"),
    help="Tampilkan versi.",
)
@click.pass_context
def commands(context: click.Context) -> None:
    """Memeriksa hitungan Laporan Kinerja (LKj) dalam template Excel."""
    if context.invoked_subcommand is None:
        printed(context.get_help())
        context.exit(2)


for command in (template, fill, inspect, diff, explain):
    commands.add_command(command)


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="BERKAS.xlsx|FOLDER...")
@click.option("-o", "--output", type=FILE, help="Buku kerja hasil; bawaan: NAMA-hasil.xlsx di samping berkas.")
@click.option("--no-workbook", is_flag=True, help="Jangan tulis buku kerja hasil.")
@click.option("--format", "style", type=click.Choice(["text", *DOCUMENTS]), default="text", help="Bentuk laporan.")
@click.option(
    "--fail-on",
    type=click.Choice(["galat", "beda", "periksa", "catatan", NEVER]),
    default="galat",
    help="Tingkat temuan yang membuat kode keluar 1; bawaan: galat.",
)
@force_option
@bounds_option
@click.option("--tahun-lalu", "lalu", type=FILE, metavar="BERKAS", help="Template terisi tahun lalu, pembandingnya.")
@folder_options
@click.option(
    "--tanggal", type=day, metavar="HARI", help="Hari berlakunya Pengecualian, contoh 2025-03-31; bawaan: hari ini."
)
def audit(
    files: tuple[str, ...],
    output: Path | None,
    no_workbook: bool,
    style: str,
    fail_on: str,
    tanggal: datetime.date | None,
    force: bool,
    batas: tuple[tuple[str, int], ...],
    lalu: Path | None,
    **many: Any,
) -> int:
    """Periksa template terisi, tulis hasilnya.

    Beberapa berkas atau satu folder diperiksa sekaligus. Berkas aslinya tidak pernah diubah.
    """
    from lkj_xlsx import pipeline
    from lkj_xlsx.model.finding import Level

    if no_workbook and output is not None:
        raise click.UsageError(say("-o dan --no-workbook tidak dapat dipakai bersama."))
    bar = Level.of(fail_on) if fail_on != NEVER else None
    day_of, limits = tanggal or today(), limited(batas)
    if Many(**many).asked or _several(files):
        from lkj_xlsx.folder.unit import Task

        if output is not None or lalu is not None:
            raise click.UsageError(say("-o dan --tahun-lalu hanya untuk satu berkas."))
        return audit_many(files, Many(**many), Task("", "", "", day_of, limits, force), no_workbook, style, bar)
    file = Path(files[0])
    path = output or file.with_name(f"{file.stem}-hasil.xlsx")
    refuse_same(file, path)
    if lalu is not None:
        refuse_same(lalu, path)
    report = pipeline.audit(file, day_of, limits, lalu, drawn=not no_workbook or style == "html")
    try:
        _print(report, style)
    finally:  # also where nobody reads what is printed
        if not no_workbook:
            _write(report, path, force)
    tell_open(file)
    worst = report.worst()
    return FINDINGS if bar is not None and worst is not None and worst >= bar else 0


def _several(files: tuple[str, ...]) -> bool:
    if len(files) == 1 and os.path.isfile(files[0]):
        return False
    from lkj_xlsx.folder.find import several

    return several(files)


def _write(report: Report, path: Path, force: bool) -> None:
    from lkj_xlsx.writers.workbook import write_workbook

    write_workbook(report, path, force=force)
    tell(say("Buku kerja hasil: {0}", path))


def _print(report: Report, style: str) -> None:
    """The report on standard output, in the form asked for."""
    if style == "text":
        from lkj_xlsx.writers.terminal import print_report

        with output():
            print_report(report, spoken())
    else:
        from lkj_xlsx import pipeline

        printed(DOCUMENTS[style](report, pipeline.pages(), spoken()))


def run() -> None:
    """`main` as a process of its own: little is looked through for cycles, and nothing once more before it ends."""
    gc.set_threshold(*SELDOM)
    code = main()
    gc.freeze()
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; no fault a user can mend ends in a traceback."""
    speak_utf8()
    language = asked_for(sys.argv[1:] if arguments is None else arguments, os.environ)
    try:
        code = commands.main(args=arguments, prog_name="lkj-xlsx", standalone_mode=False, obj=language)
        return code if isinstance(code, int) else 0
    except click.ClickException as fault:
        complain(explain_fault(fault, language))
        return fault.exit_code
    except LkjError as fault:
        complain(explain_error(fault, language))
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain(language.message(say("Dihentikan.")))
        return 130
    except Exception as fault:  # the last net: a sentence instead of a traceback
        if os.environ.get("LKJ_DEBUG") == "1":
            traceback.print_exc()
        message = say(
            "Alat ini gagal karena kesalahan di dalamnya ({0}). Berkas Anda tidak diubah. Jalankan lagi dengan "
            "LKJ_DEBUG=1 dan kirimkan pesannya kepada pembuat alat.",
            f"{type(fault).__name__}: {fault}",
        )
        complain(language.message(message))
        return UNEXPECTED
