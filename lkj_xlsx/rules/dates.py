"""Dated choices: a formula that an office chose must hold in the report's year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, Variant, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import joined, say
from lkj_xlsx.model.options import by_option, resolve
from lkj_xlsx.spec.template import TEMPLATE

MASA = "LKJ804", "pilihan-di-luar-masa"
BERTANGGAL = Source("TPL-4", "Aturan dan rumus bertanggal: masing-masing menyebut sejak dan sampai tahun berapa", "D")
Variants = Mapping[str, tuple[Variant, ...]]


@rule(*MASA, Level.PERIKSA, "Rumus yang dipilih tidak berlaku untuk tahun laporan", BERTANGGAL)
def di_luar_masa(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus dan skala yang dipilih berlaku pada tahun laporan, menurut tahun pada sumbernya.

    Mengapa penting: aturan berganti; laporan lama dan baru dapat memakai rumus yang berbeda.

    Contoh yang ditemukan: skala yang baru berlaku sejak 2010 dipilih untuk laporan 2009.
    Contoh yang lolos: pilihan tanpa batas tahun.

    Cara memperbaiki: pilih rumus yang berlaku pada tahun laporan, atau betulkan tahun laporannya.
    """
    groups = by_option(collect("lkj_xlsx.measures", Variant))
    form = book.settings.record
    rows = ([form] if form is not None else []) + [item.record for item in book.indikator.values()]
    for row in rows:
        for field in TEMPLATE.sheet(row.sheet).fields:
            value = row.get(field.key)
            item = _chosen(value, groups.get(field.option, ())) if field.option else None
            if item is not None and not item.source.holds(book.settings.tahun):
                yield _outside(value, item, field.header, book.settings.tahun)


def _chosen(value: Value, group: tuple[Variant, ...]) -> Variant | None:
    code = resolve(value.text, group)
    return next((item for item in group if item.code == code), None)


def _outside(value: Value, item: Variant, heading: str, tahun: int) -> Finding:
    since, until = item.source.since, item.source.until
    years = [say("sejak {0}", since)] if since is not None else []
    years += [say("sampai {0}", until)] if until is not None else []
    return Finding(
        *MASA,
        Level.PERIKSA,
        say(
            "{judul} «{pilihan}» berlaku {masa}, sedangkan laporan ini tahun {tahun} ({sumber}).",
            judul=heading,
            pilihan=item.label,
            masa=joined(years, " "),
            tahun=tahun,
            sumber=say(item.source.text),
        ),
        value.where,
        label=heading,
        stated=value.text,
        step=say("Pilih rumus lain di {sel}, atau betulkan tahun laporannya.", sel=value.where),
    )
