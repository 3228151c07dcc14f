"""The command `lkj-xlsx`: options → pipeline → writer → exit code. It parses and prints, nothing more.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 unusable file or output, 70 our fault.
What a command needs is imported inside it, so that --help and --version stay light.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkj_xlsx import __version__
from lkj_xlsx.cli_files import FILE, fill, inspect, refuse_same, template, today
from lkj_xlsx.errors import LkjError
from lkj_xlsx.model.limits import limited
from lkj_xlsx.model.message import printable
from lkj_xlsx.usage import Group, bounds_option, day, explain_fault, force_option, speak_utf8
from lkj_xlsx.writers.documents import DOCUMENTS

if TYPE_CHECKING:
    import datetime

FINDINGS, UNEXPECTED = 1, 70
NEVER = "tidak-pernah"


@click.group(cls=Group, invoke_without_command=True)
@click.version_option(__version__, prog_name="lkj-xlsx", message="%(prog)s %(version)s", help="Tampilkan versi.")
@click.pass_context
def commands(context: click.Context) -> None:
    """Memeriksa hitungan Laporan Kinerja (LKj) dalam template Excel."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)


for command in (template, fill, inspect):
    commands.add_command(command)


@commands.command()
@click.argument("file", type=FILE, metavar="BERKAS.xlsx")
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
@click.option(
    "--tanggal", type=day, metavar="HARI", help="Hari berlakunya Pengecualian, contoh 2025-03-31; bawaan: hari ini."
)
def audit(
    file: Path,
    output: Path | None,
    no_workbook: bool,
    style: str,
    fail_on: str,
    tanggal: datetime.date | None,
    force: bool,
    batas: tuple[tuple[str, int], ...],
) -> int:
    """Periksa template terisi, tulis hasilnya.

    Berkas aslinya tidak pernah diubah.
    """
    from lkj_xlsx import pipeline
    from lkj_xlsx.model.finding import Level

    if no_workbook and output is not None:
        raise click.UsageError("-o dan --no-workbook tidak dapat dipakai bersama.")
    path = output or file.with_name(f"{file.stem}-hasil.xlsx")
    refuse_same(file, path)
    report = pipeline.audit(file, tanggal or today(), limited(batas))
    if style == "text":
        from lkj_xlsx.writers.terminal import print_report

        print_report(report)
    else:
        click.echo(DOCUMENTS[style](report, pipeline.rules()))
    if not no_workbook:
        from lkj_xlsx.writers.workbook import write_workbook

        write_workbook(report, path, force=force)
        click.echo(f"Buku kerja hasil: {path}", err=True)
    worst = report.worst()
    return FINDINGS if fail_on != NEVER and worst is not None and worst >= Level.of(fail_on) else 0


@commands.command()
@click.argument("code", required=False, metavar="[KODE]")
def explain(code: str | None) -> None:
    """Jelaskan aturan pemeriksaan dan pilihan rumus.

    Tanpa KODE: daftarnya. Dengan KODE, contoh LKJ201, EFF-1, atau rumus_turun: halamannya.
    """
    from lkj_xlsx import pipeline
    from lkj_xlsx.writers import explain as writer

    rules, variants = pipeline.rules(), pipeline.variants()
    if code is None:
        click.echo(writer.catalogue(rules, variants))
        return
    pages = writer.pages(rules, variants, code)
    if not pages:
        near = ", ".join(writer.nearest(rules, code, variants=variants))
        raise click.UsageError(f"aturan {code} tidak ada. Yang terdekat: {near}.")
    click.echo("\n\n".join(pages))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; no fault a user can mend ends in a traceback."""
    speak_utf8()
    try:
        code = commands.main(args=arguments, prog_name="lkj-xlsx", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as fault:
        click.echo(explain_fault(fault), err=True)
        return fault.exit_code
    except LkjError as fault:
        click.echo(printable(str(fault)), err=True)
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan.", err=True)
        return 130
    except Exception as fault:  # the last net: a sentence instead of a traceback
        if os.environ.get("LKJ_DEBUG") == "1":
            traceback.print_exc()
        click.echo(
            f"Alat ini gagal karena kesalahan di dalamnya ({type(fault).__name__}: {fault}). Berkas Anda tidak "
            "diubah. Jalankan lagi dengan LKJ_DEBUG=1 dan kirimkan pesannya kepada pembuat alat.",
            err=True,
        )
        return UNEXPECTED
