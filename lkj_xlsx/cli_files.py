"""Commands that need no audit: `template`, `fill`, `inspect` and `explain`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.limits import limited
from lkj_xlsx.model.message import say
from lkj_xlsx.usage import Command, bounds_option, force_option, printed, spoken, tell

if TYPE_CHECKING:
    import datetime

    from lkj_xlsx.spec.field import Years

TOLD = 3  # names said before the rest is only counted
FILE = click.Path(path_type=Path, readable=False)  # what cannot be read the reader tells in its own words


@click.command(cls=Command)
@click.option("-o", "--output", type=FILE, help="Berkas hasil; bawaan: template-lkj-TAHUN.xlsx.")
@click.option("--tahun", type=click.IntRange(2000, 2100), help="Tahun laporan; bawaan: tahun lalu.")
@click.option("--renstra", metavar="AWAL-AKHIR", help="Periode Renstra, contoh 2024-2026; bawaan: periode yang umum.")
@force_option
def template(output: Path | None, tahun: int | None, renstra: str | None, force: bool) -> None:
    """Tulis template Excel kosong."""
    from lkj_xlsx import pipeline
    from lkj_xlsx.spec.template import TEMPLATE
    from lkj_xlsx.writers.template import write_template

    years = _years(tahun or today().year - 1, renstra)  # a report written today is about last year
    path = output or Path(f"template-lkj-{years.tahun}.xlsx")
    if output is None and path.exists() and not force:
        raise OutputError(say("{0} sudah ada dan mungkin sudah diisi. Sebutkan nama lain dengan -o.", path))
    write_template(path, TEMPLATE, years, pipeline.variants(), force=force)
    tell(say("Template ditulis: {0}", path))


@click.command(cls=Command)
@click.argument("data", type=FILE, required=False, metavar="DATA.json")
@click.option("-o", "--output", type=FILE, help="Berkas Excel yang dibuat.")
@click.option("--schema", is_flag=True, help="Cetak JSON Schema berkas data, lalu selesai.")
@force_option
def fill(data: Path | None, output: Path | None, schema: bool, force: bool) -> None:
    """Isi template dari berkas data JSON."""
    from lkj_xlsx import pipeline
    from lkj_xlsx.spec.template import TEMPLATE

    if schema:
        from lkj_xlsx.writers.schema import data_schema
        from lkj_xlsx.writers.shown import dumped

        printed(dumped(data_schema(TEMPLATE, pipeline.variants())))
        return
    if data is None or output is None:
        raise click.UsageError(say("sebutkan berkas data dan berkas hasil: lkj-xlsx fill DATA.json -o BERKAS.xlsx."))
    refuse_same(data, output)
    from lkj_xlsx.writers.fill import fill as write_filled
    from lkj_xlsx.writers.fill import load_data

    write_filled(load_data(data), output, TEMPLATE, pipeline.variants(), force=force)
    tell(say("Buku kerja ditulis: {0}", output))


@click.command(cls=Command)
@click.argument("file", type=FILE, metavar="BERKAS.xlsx")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran.")
@bounds_option
def inspect(file: Path, style: str, batas: tuple[tuple[str, int], ...]) -> None:
    """Lihat isi buku kerja apa pun sebelum dipercaya.

    Lembar, jenis isi sel, rumus tanpa hasil, galat, angka sebagai teks, yang tersembunyi, makro, dan tautan keluar.
    """
    from lkj_xlsx import pipeline
    from lkj_xlsx.writers.inspection import inspection_json, inspection_text

    inspection = pipeline.inspect(file, limited(batas))
    printed(inspection_json(inspection) if style == "json" else inspection_text(inspection, spoken()))
    tell_open(file)


@click.command(cls=Command)
@click.argument("code", required=False, metavar="[KODE]")
def explain(code: str | None) -> None:
    """Jelaskan aturan pemeriksaan dan pilihan rumus.

    Tanpa KODE: daftarnya. Dengan KODE, contoh LKJ201, EFF-1, atau rumus_turun: halamannya.
    """
    from lkj_xlsx import pipeline
    from lkj_xlsx.writers import explain as writer

    rules, variants = pipeline.pages(), pipeline.variants()
    if code is None:
        printed(writer.catalogue(rules, variants, spoken()))
        return
    pages = writer.pages(rules, variants, code, spoken())
    if not pages:
        near = ", ".join(writer.nearest(rules, code, variants=variants))
        raise click.UsageError(say("aturan {0} tidak ada. Yang terdekat: {1}.", code, near))
    printed("\n\n".join(pages))


def today() -> datetime.date:
    """The only look at the clock; a command's option always comes before it."""
    import datetime

    return datetime.datetime.now().astimezone().date()


def refuse_same(source: Path, output: Path) -> None:
    """The input is never written to, whatever name or link leads to it."""
    same = os.path.realpath(output).casefold() == os.path.realpath(source).casefold()
    if same or (os.path.exists(source) and os.path.exists(output) and output.samefile(source)):
        raise OutputError(
            say("{0} adalah berkas masukan dan tidak boleh ditimpa. Sebutkan nama lain dengan -o.", output)
        )


def tell_open(*files: Path) -> None:
    """Say which of these workbooks a spreadsheet program seems to have open: what it has not saved was not read."""
    held = [each for each in files if any(os.path.exists(lock) for lock in _locks(each))]
    if held:
        names = few(each.name for each in held)
        tell(
            say(
                "Tampaknya sedang dibuka di Excel atau LibreOffice: {0}. Perubahan yang belum disimpan tidak ikut "
                "dibaca.",
                names,
            )
        )


def _locks(file: Path) -> tuple[Path, ...]:
    """The files that Excel and LibreOffice keep beside a workbook while they have it open."""
    return file.with_name(f"~${file.name}"), file.with_name(f".~lock.{file.name}#")


def few(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    listed = list(names)
    first, rest = ", ".join(listed[:TOLD]), len(listed) - TOLD
    return say("{0} dan {1} lagi", first, rest) if rest > 0 else first


def _years(tahun: int, renstra: str | None) -> Years:
    from lkj_xlsx.spec.field import Years, period

    if renstra is None:
        return period(tahun)
    first, _, last = renstra.partition("-")
    if not (first.isdecimal() and last.isdecimal() and int(first) <= tahun <= int(last)):
        raise click.UsageError(say("--renstra ditulis seperti 2024-2026, dan {0} harus di dalamnya.", tahun))
    return Years(tahun, int(first), int(last))
