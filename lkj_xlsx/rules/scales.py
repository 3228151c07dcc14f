"""Figures on two scales, and shares that are added up over years: results that nobody may conclude from."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.capaian import best_realisasi
from lkj_xlsx.measures.plausible import KODE, UNFIT, anggaran_gap, scale_gap, scales
from lkj_xlsx.measures.renstra import kumulatif, so_far
from lkj_xlsx.measures.serapan import SPENT
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Source, rule
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.relations.amounts import suspects
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.same_units import unit_kind

SKALA = KODE, "beda-skala"
KUMULATIF = "LKJ346", "kumulatif-atas-persen"
SUMBER = Source("NUM-7", "Target dan realisasi satu indikator ditulis dalam satu skala", "D")


@rule(*SKALA, Level.BEDA, "Target dan realisasi berbeda skala", SUMBER)
def beda_skala(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: target dan realisasi (tahun ini, tahun lalu, akhir Renstra), juga anggaran dan realisasinya,
    yang jaraknya hanya dapat dijelaskan oleh dua skala, atau hasilnya di luar batas apa pun.

    Mengapa penting: dari 0,82 dan 64 tidak ada capaian yang dapat disimpulkan. Sampai jelas, angkanya tidak dicetak
    dalam tabel jadi, narasi, grafik, dan angka tertinggi atau terendah.

    Contoh yang ditemukan: target indeks 0,82, realisasi 64; anggaran 4.194,55 (juta) dengan realisasi 4.053.802.262.
    Contoh yang lolos: capaian 462 %; 1 dokumen dari target 100.

    Cara memperbaiki: tulis keduanya dalam skala yang sama. Bila memang demikian, catat di lembar Pengecualian.
    """
    settings = book.settings
    for indikator in book.indikator.values():
        for tahun in dict.fromkeys((settings.tahun, settings.tahun - 1, settings.akhir)):
            yield from _of_target(book, indikator, tahun)
    told = suspects(book).keys()  # LKJ321 says which amount it is, and what it should be
    for record in (*book.records("efisiensi"), *book.records("realisasi_anggaran")):
        amounts = record.known("anggaran"), record.known(SPENT[record.sheet])
        power = anggaran_gap(amounts[0], amounts[1]) if amounts[0] and amounts[1] else None
        if power is None:
            continue
        given, spent = record.get("anggaran"), record.get(SPENT[record.sheet])
        if given.where.row == record.row and not {given.where, spent.where} & told:
            name = record.text("uraian") or record.text("indikator")
            yield _finding(given, spent, power, (say("Anggaran"), say("realisasi anggaran")), name, record.tabel)


def _of_target(book: Book, indikator: Indikator, tahun: int) -> Iterator[Finding]:
    goal = target_of(book, indikator.kode, tahun)
    if goal is None or goal.known is None or goal.upper is not None or goal.ratio:
        return
    last = tahun == book.settings.akhir and tahun != book.settings.tahun
    if last:
        sure, said, _ = so_far(book, indikator, None)
        inputs = [*(row[0] for row in sure if len(row) == 1), *(row[0] for row in said if len(row) == 1)]
        proven = bool(sure)
    else:
        exact, typed, _ = best_realisasi(book, indikator, tahun)
        inputs, proven = [*exact, *typed], bool(exact)
    power = scale_gap(goal.known, inputs[0].value, indikator.satuan, proven) if inputs else None
    if power is None:
        return
    facts = book.stated(indikator.kode, "realisasi", book.settings.tahun if last else tahun)
    said_at = next((fact.value for fact in facts if fact.value.known == inputs[0].value), None)
    said_at = said_at or next((fact.value for fact in facts if fact.value.known is not None), None)
    if said_at is not None:
        tabel = next((f.tabel for f in book.stated(indikator.kode, "target", tahun) if f.value.where == goal.where), "")
        words = say("Target akhir Renstra") if last else say("Target {0}", tahun), say("realisasi")
        yield _finding(goal, said_at, power, words, indikator.nama, tabel)


def _finding(goal: Value, said: Value, power: int, words: tuple[Message, Message], name: str, tabel: str) -> Finding:
    first, second = words
    far = (
        say("jauh di luar batas yang masuk akal")
        if power == UNFIT
        else say("tampak berbeda skala ({0})", scales(power))
    )
    return Finding(
        *SKALA,
        Level.PERIKSA if power == UNFIT else Level.BEDA,
        say(
            "{satu} {target} di {sel} dan {dua} {angka} di {lain} {jauh}; hasilnya tidak dapat disimpulkan.",
            satu=first,
            target=goal.shown,
            sel=goal.where,
            dua=second,
            angka=said.shown,
            lain=said.where,
            jauh=far,
        ),
        goal.where,
        tabel,
        subject=name,
        label=say("skala"),
        stated=goal.said,
        related=_other(said.where),
        step=say(
            "Tulis {sel} dan {lain} dalam skala yang sama. Bila memang demikian, catat {kode} di lembar Pengecualian.",
            sel=goal.where,
            lain=said.where,
            kode=KODE,
        ),
    )


def _other(where: Where) -> tuple[Where, ...]:
    return (where,) if where.column else ()


@rule(*KUMULATIF, Level.PERIKSA, "Persen atau nilai yang dijumlah antar tahun", sources.RENSTRA_RASIO)
def kumulatif_atas_persen(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: Sifat Kemajuan Renstra "Kumulatif" pada indikator bersatuan %, Nilai, atau Indeks.

    Mengapa penting: 5 % tahun lalu dan 7 % tahun ini bukan 12 %; nilai dan indeks tidak dijumlah antar tahun. Yang
    dapat dijumlah adalah benda, orang, rupiah, dan bagian pekerjaan.

    Contoh yang ditemukan: Indeks Kepuasan Masyarakat dengan sifat Kumulatif.
    Contoh yang lolos: jumlah orang yang dilatih dengan sifat Kumulatif; persentase dengan sifat lain.

    Cara memperbaiki: pilih "Tidak kumulatif: realisasi terakhir", atau jelaskan bila persen itu bagian pekerjaan.
    """
    for indikator in book.indikator.values():
        if indikator.sifat != kumulatif.code or unit_kind(indikator.satuan) not in ("persen", "skor"):
            continue
        place = indikator.record.get("sifat").where
        yield Finding(
            *KUMULATIF,
            Level.PERIKSA,
            say(
                "Sifat Kumulatif menjumlahkan {satuan} antar tahun, padahal persen, nilai, dan indeks tidak dijumlah.",
                satuan=indikator.satuan,
            ),
            place,
            indikator.record.tabel,
            subject=indikator.nama,
            label=say("sifat kemajuan"),
            stated=indikator.record.text("sifat"),
            step=say(
                "Pilih Tidak kumulatif di {sel}, atau jelaskan bila yang dijumlah bagian dari satu pekerjaan.",
                sel=place,
            ),
        )
