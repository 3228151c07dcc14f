"""Plausible but unusual figures, and printed years that do not fit the period."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.measures.capaian import capaian
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Ledger, Verdict
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.record import Record
from lkj_xlsx.rules.wording import figure, of_entry
from lkj_xlsx.spec import sources

LUAR_BIASA = "LKJ341", "capaian-luar-biasa"
TAHUN_TARGET = "LKJ342", "tahun-target-tercetak"
TAHUN_AWAL = "LKJ343", "tahun-data-awal-tercetak"
TANPA_HITUNGAN = "LKJ344", "angka-tanpa-hitungan"
UNDIVIDED = frozenset({Reason.PEMBAGI_NOL, Reason.PEMBAGI_NEGATIF})
HIGH = Decimal(200)
JUDUL = Source("LKJ-5", "Label tahun harus sama dengan periode dokumennya", "D")


@rule(*LUAR_BIASA, Level.PERIKSA, "Capaian di luar kebiasaan", sources.CAP_NAIK)
def luar_biasa(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: capaian tahun laporan di atas 200 % atau di bawah 0 %, walaupun hitungannya benar.

    Mengapa penting: biasanya target terlalu rendah, satuan target dan realisasi berlainan, atau arah terbalik.

    Contoh yang ditemukan: capaian 462,86 %.
    Contoh yang lolos: capaian 150 %; capaian tahun lalu, yang sudah terbit dalam laporan lain.

    Cara memperbaiki: periksa target, satuan, dan arah indikator; jelaskan dalam analisis bila memang demikian.
    """
    for entry in ledger.entries:
        if entry.measure is not capaian or entry.record.sheet != "capaian_iku":
            continue
        known = entry.value.known
        if isinstance(entry.computed.result, Missing) and entry.computed.result.reason is Reason.BEDA_SKALA:
            continue  # told by LKJ345
        if entry.verdict is not Verdict.SELISIH and known is not None and (known > HIGH or known < 0):
            yield Finding(
                *LUAR_BIASA,
                Level.PERIKSA,
                say("Capaian {angka} di luar kebiasaan.", angka=figure(entry)),
                entry.where,
                entry.record.tabel,
                stated=entry.value.said,
                related=entry.against.inputs if entry.against is not None else (),
                step=say("Periksa target, satuan, dan arah indikator di lembar Indikator."),
                **of_entry(entry, book),
            )


@rule(*TANPA_HITUNGAN, Level.PERIKSA, "Angka tertulis yang tidak dapat dihitung", sources.CAP_NOL)
def tanpa_hitungan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: capaian, kemajuan, serapan, efisiensi, dan realisasi yang tertulis, padahal pembaginya 0 atau
    negatif.

    Mengapa penting: dari pembagi 0 tidak ada hasil yang dapat diperiksa; angka yang tertulis adalah keputusan penyusun
    dan perlu disebut alasannya.

    Contoh yang ditemukan: target 0 untuk indikator yang makin besar makin baik, capaian tertulis 100.
    Contoh yang lolos: target 0 dan capaian kosong atau "-"; indikator yang makin kecil makin baik dengan aturan target
    0 yang dipilih.

    Cara memperbaiki: periksa target dan arahnya; kosongkan angka itu, atau jelaskan dan catat di lembar Pengecualian.
    """
    for entry in ledger.entries:
        if entry.verdict is not Verdict.TIDAK_DIPERIKSA:
            continue
        computed, result = entry.computed, entry.computed.result
        if not isinstance(result, Missing) or result.reason not in UNDIVIDED or computed.value.known is None:
            continue
        yield Finding(
            *TANPA_HITUNGAN,
            Level.PERIKSA,
            say("{angka} tertulis, padahal tidak dapat dihitung: {sebab}.", angka=figure(entry), sebab=result.words),
            entry.where,
            computed.record.tabel,
            stated=computed.value.said,
            step=say("Periksa target dan arahnya, atau jelaskan angka di {sel}.", sel=entry.where),
            **of_entry(entry, book),
        )


@rule(*TAHUN_TARGET, Level.BEDA, "Tahun pada judul target bukan akhir Renstra", JUDUL)
def tahun_target(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: tahun yang tercetak pada judul kolom Target Akhir Renstra sama dengan tahun akhir Renstra.

    Mengapa penting: target tahun berjalan mudah tertukar dengan target akhir, dan kemajuan Renstra ikut keliru.

    Contoh yang ditemukan: "Target Akhir Tahun Renstra (2024)" pada Renstra 2024–2026.
    Contoh yang lolos: tahun tidak dicetak; 2026.

    Cara memperbaiki: betulkan judul kolomnya, atau ganti angkanya dengan target akhir Renstra.
    """
    for rows in _by_table(book).values():
        odd = [r for r in rows if (y := r.known("tahun_target")) is not None and y != book.settings.akhir]
        if odd and book.settings.akhir:
            value = odd[0].get("tahun_target")
            yield Finding(
                *TAHUN_TARGET,
                Level.BEDA,
                say(
                    "Judul menyebut target akhir Renstra {lama}, sedangkan Renstra berakhir {baru}.",
                    lama=value.text,
                    baru=book.settings.akhir,
                ),
                value.where,
                odd[0].tabel,
                odd[0].text("uraian"),
                stated=value.text,
                recomputed=str(book.settings.akhir),
                related=tuple(r.place("tahun_target") for r in odd[1:]),
                step=say(
                    "Isi target akhir Renstra {baru}; bila angkanya sudah benar, betulkan tahunnya di {sel}.",
                    sel=value.where,
                    baru=book.settings.akhir,
                ),
                label=say("tahun target"),
            )


@rule(*TAHUN_AWAL, Level.BEDA, "Data awal tidak sama dengan realisasi tahun yang tercetak", JUDUL)
def tahun_awal(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: data awal sama dengan realisasi tahun yang tercetak pada judul kolomnya.

    Mengapa penting: dasar perhitungan target Renstra bergantung pada tahun data awalnya.

    Contoh yang ditemukan: data awal "2024" 52.963.916.931, padahal itu realisasi 2023 dan realisasi 2024 berbeda.
    Contoh yang lolos: data awal 2023 yang sama dengan realisasi 2023.

    Cara memperbaiki: betulkan tahunnya, atau ganti angkanya.
    """
    wrong = {entry.where for entry in ledger.entries if entry.verdict is Verdict.SELISIH}
    for rows in _by_table(book).values():
        odd = [row for row in rows if _differs(row)]
        older = [row for row in odd if _is_older(row)]
        if older:
            yield _older(older)
        for row in odd:
            there = row.get("realisasi", int(row.known("tahun_awal") or 0))
            if row not in older and not {row.place("data_awal"), there.where} & wrong:
                yield _unlike(row, there)


def _older(rows: list[Record]) -> Finding:
    """Base data that are the realisasi of the year before the printed one: the heading of the table is wrong."""
    value, tahun = rows[0].get("data_awal"), int(rows[0].known("tahun_awal") or 0)
    there, place = rows[0].get("realisasi", tahun), rows[0].place("tahun_awal")
    return Finding(
        *TAHUN_AWAL,
        Level.BEDA,
        say(
            "Data awal {tahun} tertulis {lama}, sedangkan realisasi {tahun} {baru}. {lama} adalah realisasi {lalu}.",
            tahun=tahun,
            lama=value.shown,
            baru=there.shown,
            lalu=tahun - 1,
        ),
        place,
        rows[0].tabel,
        rows[0].text("uraian"),
        stated=str(tahun),
        recomputed=str(tahun - 1),
        related=(*(row.place("tahun_awal") for row in rows[1:]), value.where, there.where),
        step=say("Betulkan tahun data awal di {sel}.", sel=place),
        label=say("tahun data awal"),
    )


def _unlike(row: Record, there: Value) -> Finding:
    """Base data that differ from the realisasi of their year."""
    value, tahun = row.get("data_awal"), row.get("tahun_awal")
    return Finding(
        *TAHUN_AWAL,
        Level.BEDA,
        say(
            "Data awal {tahun} tertulis {lama}, sedangkan realisasi {tahun} {baru}.",
            tahun=tahun.text,
            lama=value.shown,
            baru=there.shown,
        ),
        value.where,
        row.tabel,
        row.text("uraian"),
        stated=value.said,
        recomputed=there.known,
        places=0,
        related=(there.where, tahun.where),
        step=say("Samakan {a} dan {b}, atau betulkan tahunnya di {c}.", a=value.where, b=there.where, c=tahun.where),
        label=say("data awal"),
    )


def _is_older(row: Record) -> bool:
    before = row.get("realisasi", int(row.known("tahun_awal") or 0) - 1)
    return before.known == row.known("data_awal")


def _differs(row: Record) -> bool:
    tahun, value = row.known("tahun_awal"), row.known("data_awal")
    there = row.get("realisasi", int(tahun)).known if tahun is not None else None
    return value is not None and there is not None and value != there


def _by_table(book: Book) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = {}
    for record in book.records("data_dasar"):
        groups.setdefault(record.tabel, []).append(record)
    return groups
