"""The command `lkj-xlsx`: options → pipeline → writer → exit code. It parses and prints, nothing more.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, 3 unusable file or output, 70 our fault.
What a command needs is imported inside it, so that --help and --version stay light.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkj_xlsx import __version__
from lkj_xlsx.errors import LkjError, OutputError
from lkj_xlsx.usage import Group, day, explain_fault, speak_utf8
from lkj_xlsx.writers.documents import DOCUMENTS

if TYPE_CHECKING:
    import datetime

    from lkj_xlsx.spec.field import Years

FINDINGS, UNEXPECTED = 1, 70
NEVER = "tidak-pernah"
FILE = click.Path(path_type=Path)


@click.group(cls=Group, invoke_without_command=True)
@click.version_option(__version__, prog_name="lkj-xlsx", message="%(prog)s %(version)s", help="Tampilkan versi.")
@click.pass_context
def commands(context: click.Context) -> None:
    """Memeriksa hitungan Laporan Kinerja (LKj) dalam template Excel."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(2)


@commands.command()
@click.option("-o", "--output", type=FILE, help="Berkas hasil; bawaan: template-lkj-TAHUN.xlsx.")
@click.option("--tahun", type=click.IntRange(2000, 2100), help="Tahun laporan; bawaan: tahun lalu.")
@click.option("--renstra", metavar="AWAL-AKHIR", help="Periode Renstra, contoh 2024-2026; bawaan: periode yang umum.")
def template(output: Path | None, tahun: int | None, renstra: str | None) -> None:
    """Tulis template Excel kosong."""
    from lkj_xlsx import pipeline
    from lkj_xlsx.spec.template import TEMPLATE
    from lkj_xlsx.writers.template import write_template

    years = _years(tahun or _today().year - 1, renstra)  # a report written today is about last year
    path = output or Path(f"template-lkj-{years.tahun}.xlsx")
    if output is None and path.exists():
        raise OutputError(f"{path} sudah ada dan mungkin sudah diisi. Sebutkan nama lain dengan -o.")
    write_template(path, TEMPLATE, years, pipeline.variants())
    click.echo(f"Template ditulis: {path}", err=True)


@commands.command()
@click.argument("data", type=FILE, required=False, metavar="DATA.json")
@click.option("-o", "--output", type=FILE, help="Berkas Excel yang dibuat.")
@click.option("--schema", is_flag=True, help="Cetak JSON Schema berkas data, lalu selesai.")
def fill(data: Path | None, output: Path | None, schema: bool) -> None:
    """Isi template dari berkas data JSON."""
    from lkj_xlsx import pipeline
    from lkj_xlsx.spec.template import TEMPLATE

    if schema:
        from lkj_xlsx.writers.schema import data_schema

        click.echo(json.dumps(data_schema(TEMPLATE, pipeline.variants()), ensure_ascii=False, indent=2))
        return
    if data is None or output is None:
        raise click.UsageError("sebutkan berkas data dan berkas hasil: lkj-xlsx fill DATA.json -o BERKAS.xlsx.")
    _refuse_same(data, output)
    from lkj_xlsx.writers.fill import fill as write_filled
    from lkj_xlsx.writers.fill import load_data

    write_filled(load_data(data), output, TEMPLATE, pipeline.variants())
    click.echo(f"Buku kerja ditulis: {output}", err=True)


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
@click.option(
    "--tanggal", type=day, metavar="HARI", help="Hari berlakunya Pengecualian, contoh 2025-03-31; bawaan: hari ini."
)
def audit(
    file: Path, output: Path | None, no_workbook: bool, style: str, fail_on: str, tanggal: datetime.date | None
) -> int:
    """Periksa template terisi, tulis hasilnya.

    Berkas aslinya tidak pernah diubah.
    """
    from lkj_xlsx import pipeline
    from lkj_xlsx.model.finding import Level

    if no_workbook and output is not None:
        raise click.UsageError("-o dan --no-workbook tidak dapat dipakai bersama.")
    path = output or file.with_name(f"{file.stem}-hasil.xlsx")
    _refuse_same(file, path)
    report = pipeline.audit(file, tanggal or _today())
    if style == "text":
        from lkj_xlsx.writers.terminal import print_report

        print_report(report)
    else:
        click.echo(DOCUMENTS[style](report, pipeline.rules()))
    if not no_workbook:
        from lkj_xlsx.writers.workbook import write_workbook

        write_workbook(report, path)
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
        click.echo(str(fault), err=True)
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


def _years(tahun: int, renstra: str | None) -> Years:
    from lkj_xlsx.spec.field import Years, period

    if renstra is None:
        return period(tahun)
    first, _, last = renstra.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(first) <= tahun <= int(last)):
        raise click.UsageError(f"--renstra ditulis seperti 2024-2026, dan {tahun} harus di dalamnya.")
    return Years(tahun, int(first), int(last))


def _today() -> datetime.date:
    """The only look at the clock; a command's option always comes before it."""
    import datetime

    return datetime.datetime.now().astimezone().date()


def _refuse_same(source: Path, output: Path) -> None:
    """The input is never written to, whatever name or link leads to it."""
    same = output.resolve() == source.resolve() or str(output.resolve()).casefold() == str(source.resolve()).casefold()
    if same or (source.exists() and output.exists() and output.samefile(source)):
        raise OutputError(f"{output} adalah berkas masukan dan tidak boleh ditimpa. Sebutkan nama lain dengan -o.")
