"""Does each stated figure agree with its recomputation, judged by the places its author wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lkj_xlsx.measures.capaian import RASIO_N
from lkj_xlsx.measures.data_dasar import level_bases, owners, target_data
from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import round_half_up, show
from lkj_xlsx.model.ukuran import Ukuran
from lkj_xlsx.rules.conflicts import untrusted
from lkj_xlsx.rules.wording import figure, heading_cell, judged_finding, right_figure, way
from lkj_xlsx.spec import sources

SELISIH = "LKJ301", "selisih"
BEDA_BASIS = "LKJ302", "beda-basis"
SELISIH_PEMBULATAN = "LKJ303", "selisih-pembulatan"
PEMOTONGAN = "LKJ304", "pemotongan"
KURANG_TELITI = "LKJ305", "kurang-teliti"
RUMUS_BERBEDA = "LKJ306", "rumus-berbeda"


def of_verdict(ledger: Ledger, *kinds: Verdict) -> Iterator[Judged]:
    """Judged figures with one of these verdicts; ratings and budget sums are left to their own rules."""
    return (e for e in ledger.entries if e.verdict in kinds and not e.measure.apart)


@rule(*SELISIH, Level.GALAT, "Angka tidak sama dengan hasil hitung ulang", sources.PEMBULATAN)
def selisih(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: setiap angka hitungan yang tertulis dibandingkan dengan hasil hitung ulangnya.

    Mengapa penting: angka ini tidak mungkin benar dengan pembulatan apa pun; tabel, predikat, atau jumlah lain
    dapat ikut salah.

    Contoh yang ditemukan: 5.940.000 dari 6.090.000 ditulis 97,94 %; yang benar 97,54 %.
    Contoh yang lolos: 32 % untuk 31,82 (pembulatan); 83,72 dari 233 ÷ 15.461.

    Cara memperbaiki: periksa masukannya, lalu ganti angka itu dengan hasil hitung ulang.
    """
    for entry in of_verdict(ledger, Verdict.SELISIH):
        yield judged_finding(
            SELISIH,
            Level.GALAT,
            entry,
            book,
            say(
                "Tertulis {tertulis}, hasil hitung ulang {benar} ({cara}){lain}.",
                tertulis=figure(entry),
                benar=right_figure(entry),
                cara=way(entry.against) if entry.against else "",
                lain=_others(entry, book),
            ),
        )


def _others(entry: Judged, book: Book) -> Message | str:
    """What the target of another year would be, where a target amount is wrong: the office decides which is meant."""
    if entry.measure is not target_data:
        return ""
    record = entry.record
    readings = dict.fromkeys(b for item in owners(record, book) for b in level_bases(record, book, item))
    others = [b for b in readings if entry.against is not None and b.variant != entry.against.variant]
    wordings = [say("{0} ({1}, target {2})", show(b.value, 0), b.words, b.variant) for b in others[:2]]
    return say("; bukan pula {0}", joined(wordings)) if wordings else ""


@rule(*BEDA_BASIS, Level.BEDA, "Dihitung dari angka yang sudah dibulatkan", sources.PEMBULATAN)
def beda_basis(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang cocok dengan hitungan dari angka bulat di barisnya, tetapi tidak dengan hitungan
    dari data aslinya.

    Mengapa penting: bukan salah hitung, tetapi satu fakta dapat muncul sebagai dua angka dalam satu laporan.

    Contoh yang ditemukan: 31,82 dari 3,50 ÷ 11; dari rupiahnya 31,79.
    Contoh yang lolos: 83,72 dari 233 ÷ 15.461 tanpa pembulatan.

    Cara memperbaiki: pakai hasil dari data asli di semua tabel.
    """
    elsewhere = untrusted(book, ledger)
    for entry in of_verdict(ledger, Verdict.BEDA_BASIS):
        if entry.where in elsewhere or entry.against is None or entry.met is None:
            continue
        yield judged_finding(
            BEDA_BASIS,
            Level.BEDA,
            entry,
            book,
            say(
                "{tertulis} dihitung dari angka yang sudah dibulatkan ({lemah}); dari data aslinya {benar} ({kuat}).",
                tertulis=figure(entry),
                lemah=way(entry.met),
                benar=right_figure(entry),
                kuat=way(entry.against),
            ),
        )


@rule(*SELISIH_PEMBULATAN, Level.BEDA, "Meleset karena pembulatan bertingkat", sources.PEMBULATAN)
def selisih_pembulatan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang meleset paling banyak dua satuan tempat terakhir dari hasil yang tepat.

    Mengapa penting: tidak mengubah kesimpulan, tetapi pembaca yang menghitung ulang mendapat angka lain.

    Contoh yang ditemukan: 27,43 untuk 233 ÷ 849 = 27,444.
    Contoh yang lolos: 27,44.

    Cara memperbaiki: bulatkan sekali saja, di akhir hitungan.
    """
    elsewhere = untrusted(book, ledger)
    for entry in of_verdict(ledger, Verdict.SELISIH_PEMBULATAN):
        if entry.where in elsewhere or entry.against is None:
            continue
        yield judged_finding(
            SELISIH_PEMBULATAN,
            Level.BEDA,
            entry,
            book,
            say(
                "Tertulis {tertulis}, hasil tepatnya {tepat} ({cara}): selisih karena pembulatan bertingkat.",
                tertulis=figure(entry),
                tepat=show(entry.against.value, entry.computed.value.places + 2),
                cara=way(entry.against),
            ),
        )


@rule(*PEMOTONGAN, Level.CATATAN, "Dipotong, bukan dibulatkan", sources.PEMBULATAN)
def pemotongan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang sama dengan hasil hitung ulang bila desimalnya dipotong.

    Mengapa penting: kebiasaan kantor adalah membulatkan setengah ke atas; potongan selalu lebih kecil.

    Contoh yang ditemukan: 97,53 untuk 97,5369.
    Contoh yang lolos: 97,54.

    Cara memperbaiki: bulatkan.
    """
    for entry in of_verdict(ledger, Verdict.PEMOTONGAN):
        yield judged_finding(
            PEMOTONGAN,
            Level.CATATAN,
            entry,
            book,
            say(
                "{tertulis} adalah hasil yang dipotong; dibulatkan menjadi {benar}.",
                tertulis=figure(entry),
                benar=right_figure(entry),
            ),
        )


@rule(*RUMUS_BERBEDA, Level.BEDA, "Cocok dengan rumus lain yang juga dipakai", sources.CAP_TURUN_1)
def rumus_berbeda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang tidak cocok dengan rumus pilihan, tetapi cocok dengan rumus lain yang diakui.

    Mengapa penting: bukan salah hitung. Rumus pada Identitas dan Pengaturan mungkin belum sesuai dengan yang dipakai
    kantor, atau satu baris memakai rumus lain.

    Contoh yang ditemukan: rumus pilihan capaian ÷ serapan, angka tertulis serapan ÷ capaian.
    Contoh yang lolos: semua baris memakai rumus pilihan.

    Cara memperbaiki: samakan rumusnya, atau ganti pilihan pada Identitas dan Pengaturan.
    """
    for entry in of_verdict(ledger, Verdict.RUMUS_BERBEDA):
        yield judged_finding(
            RUMUS_BERBEDA,
            Level.BEDA,
            entry,
            book,
            say(
                "{tertulis} cocok dengan rumus {lain}, bukan rumus pilihan {dipilih} yang memberi {benar}.",
                tertulis=figure(entry),
                lain=_choice(entry, entry.variant),
                dipilih=_choice(entry, entry.computed.variant),
                benar=right_figure(entry),
            ),
        )


def _choice(entry: Judged, code: str) -> str:
    """A formula as the drop-down lists name it; the code alone where it is none of theirs."""
    item = entry.measure.choice(code)
    if code == RASIO_N:
        return say("realisasi ÷ target × 100 dari N pada 1 : N (makin besar makin baik)")
    return item.label if item is not None else code


def _chosen(cell: Cell) -> bool:
    """Whether somebody chose the decimals: a formula without a number format shows whatever it gives."""
    return cell.origin is not Origin.RUMUS or cell.number_format != "General"


def _decimals(agreeing: Iterable[tuple[Judged, Value]]) -> Mapping[Ukuran, Counter[int]]:
    """How often percents of each measure are written with so many decimals."""
    decimals: dict[Ukuran, Counter[int]] = {}
    for entry, value in agreeing:
        decimals.setdefault(entry.measure, Counter())[value.places] += 1
    return decimals


@rule(*KURANG_TELITI, Level.CATATAN, "Desimal lebih sedikit daripada tabel lain", sources.PEMBULATAN)
def kurang_teliti(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kolom persen yang ditulis dengan desimal lebih sedikit daripada kebanyakan tabel laporan ini.

    Mengapa penting: angkanya benar, tetapi pembaca melihat 32 % di satu tabel dan 31,82 di tabel lain.
    Satu catatan untuk satu kolom, tidak untuk tiap sel.

    Contoh yang ditemukan: 32 % ketika tabel lain memakai dua desimal.
    Contoh yang lolos: seluruh laporan memakai satu desimal.

    Cara memperbaiki: tulis dengan jumlah desimal yang sama.
    """
    agreeing = [
        (entry, value)
        for entry in of_verdict(ledger, Verdict.SESUAI, Verdict.DALAM_BATAS)
        if entry.measure.percent and _chosen((value := entry.value).cell)
    ]
    usual = {
        measure: max(counts, key=lambda places: (counts[places], places))
        for measure, counts in _decimals(agreeing).items()
    }
    columns: dict[tuple[str, int, str], list[Judged]] = {}
    for entry, value in agreeing:
        wanted = usual[entry.measure]
        if value.known is None or value.places >= wanted or entry.against is None:
            continue
        if round_half_up(entry.against.value, wanted) != value.known:
            key = (value.where.sheet, value.where.column, entry.record.tabel)
            columns.setdefault(key, []).append(entry)
    for (sheet, column, tabel), entries in columns.items():
        first = entries[0].computed
        yield Finding(
            *KURANG_TELITI,
            Level.CATATAN,
            say(
                "Kolom ini menulis {contoh}, sedangkan kebanyakan tabel memakai {n} desimal.",
                contoh=", ".join(dict.fromkeys(figure(e) for e in entries)),
                n=usual[first.measure],
            ),
            heading_cell(book, Where(sheet, 0, column)),
            tabel,
            related=tuple(e.where for e in entries),
            step=say("Tulis dengan {n} desimal seperti tabel lain.", n=usual[first.measure]),
            label=first.label,
            measure=first.measure.code,
        )
