"""Sums typed as formulas: rows left out, rows added twice, percents among rupiah."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import Message, say
from lkj_xlsx.model.number import show
from lkj_xlsx.neighbours.sums import SumFault, sum_faults
from lkj_xlsx.neighbours.units import UnitFault, unit_faults
from lkj_xlsx.rules.formula_wording import RUMUS, digits, effect, formula_finding, place, short, sum_text
from lkj_xlsx.rules.wording import listed

TERLEWAT = "LKJ704", "jumlah-terlewat"
GANDA = "LKJ705", "jumlah-ganda"
PERSEN = "LKJ706", "persen-dijumlah"
_MOST_NAMED = 5


@rule(*TERLEWAT, Level.GALAT, "Jumlah melewatkan baris", RUMUS)
def terlewat(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus jumlah memuat semua rinciannya: kegiatan di bawah program, sub kegiatan di bawah
    kegiatan, semua program di baris jumlah, rincian Data Dasar.

    Mengapa penting: rentang yang berhenti sebaris terlalu awal membuat jumlah kurang. Bila baris yang terlewat kini
    kosong atau nol, temuannya "periksa": jumlah akan salah begitu baris itu diisi.

    Contoh yang ditemukan: =SUM(G6:G8) padahal rinciannya G6 sampai G9; =G6+G9 padahal ada G12.
    Contoh yang lolos: =SUM(G6:G9); =G6+G7+G8+G9; =G6 untuk program dengan satu kegiatan.

    Cara memperbaiki: perluas rentang atau tambahkan sel yang terlewat.
    """
    for fault in sum_faults(book):
        if fault.missing:
            others = fault.double + fault.strange
            extra = say(", dan ikut menjumlah {0}", _named(others)) if others else ""
            yield _sum(book, TERLEWAT, fault, say("tidak menjumlah {0}{1}", _named(fault.missing), extra))


@rule(*GANDA, Level.GALAT, "Jumlah menghitung baris dua kali atau baris lain", RUMUS)
def ganda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus jumlah tidak memuat baris dua kali, tidak menjumlah induk bersama rinciannya, dan
    tidak menjumlah baris di luar kelompoknya atau selnya sendiri.

    Mengapa penting: pagu atau realisasi terhitung lebih besar daripada sebenarnya.

    Contoh yang ditemukan: =SUM(G5:G9) di baris jumlah, padahal G5 sudah jumlah G6 sampai G9; titik dua yang terketik
    untuk titik koma: =SUM(G5:G12), padahal maksudnya =SUM(G5;G12).
    Contoh yang lolos: =SUM(G5;G12); =SUBTOTAL(9;G5:G12) di atas SUBTOTAL lain.

    Cara memperbaiki: jumlahkan induknya saja atau rinciannya saja.
    """
    for fault in sum_faults(book):
        if not fault.missing:
            yield _sum(book, GANDA, fault, _twice(fault))


def _twice(fault: SumFault) -> Message:
    parts = []
    if fault.double and fault.nested:
        parts.append(say("menjumlah induk bersama rinciannya ({0} terhitung dua kali)", _named(fault.double)))
    elif fault.double:
        parts.append(say("menghitung {0} dua kali", _named(fault.double)))
    if fault.spot.where in fault.strange:
        parts.append(say("menjumlah selnya sendiri"))
    others = tuple(where for where in fault.strange if where != fault.spot.where)
    if others:
        parts.append(say("ikut menjumlah {0} di luar kelompoknya", _named(others)))
    return listed(parts)


def _sum(book: Book, rule: tuple[str, str], fault: SumFault, mistake: Message) -> Finding:
    spot, now, right = fault.spot, fault.now, fault.right
    outcome = say("Nilai baris itu kini tidak mengubah jumlah; jumlah akan salah bila barisnya diisi.")
    circular = spot.where in fault.strange
    if circular:
        outcome = say("Rumus melingkar seperti itu tidak dapat dihitung Excel.")
    elif fault.wrong and now is not None and right is not None:
        places = digits(spot, now, right)
        outcome = say(
            "Hasilnya {0}, seharusnya {1} ({2} {3}).",
            show(now, places),
            show(right, places),
            say("lebih") if now > right else say("kurang"),
            effect(spot, now - right),
        )
    elif right is None:
        outcome = say("Jumlah yang benar belum dapat dihitung.")
    return formula_finding(
        book,
        rule,
        Level.GALAT if fault.wrong or circular else Level.PERIKSA,
        spot,
        say(
            "Rumus {rumus} di {sel} {salah}. {hasil}",
            rumus=short(spot.formula.shown if spot.formula is not None else ""),
            sel=spot.where,
            salah=mistake,
            hasil=outcome,
        ),
        _mended(fault),
        right if fault.wrong else None,
        (*fault.missing, *fault.double, *fault.strange),
    )


def _mended(fault: SumFault) -> Message:
    """The sum as it should be, where its parts are told."""
    if not fault.parts:
        return say("Jumlahkan tiap baris satu kali saja di {sel}: induknya atau rinciannya.", sel=fault.spot.where)
    return say("Ganti rumus di {sel} dengan {rumus}", sel=fault.spot.where, rumus=short(sum_text(fault.parts)))


def _named(places: Sequence[Where]) -> Message:
    """Cells of one column for a sentence: `G6 sampai G9` for a run, else each one."""
    cells = list(dict.fromkeys(places))
    if len(cells) > 2 and cells[-1].row - cells[0].row == len(cells) - 1:
        return say("{0} sampai {1}", cells[0].cell, cells[-1].cell)
    names = [where.cell for where in cells[:_MOST_NAMED]]
    return listed([*names, *([say("{0} sel lain", len(cells) - _MOST_NAMED)] if len(cells) > _MOST_NAMED else [])])


@rule(*PERSEN, Level.GALAT, "Persen ikut dijumlah", RUMUS)
def persen(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus yang menambahkan persen ke rupiah, atau menjumlah persen beberapa baris.

    Mengapa penting: persen bukan jumlah; hasilnya tidak berarti, dan selisihnya kecil sehingga mudah terlewat.

    Contoh yang ditemukan: =G5+H5+I5 dengan I kolom persen; =SUM(I5:I9) sebagai capaian jumlah.
    Contoh yang lolos: =H5/G5*100; =AVERAGE(I5:I8); =SUM(I5:I8)/4; =G5*(1+I5).

    Cara memperbaiki: keluarkan kolom persen dari rumus; persen jumlah dihitung dari jumlah rupiahnya.
    """
    for fault in unit_faults(book):
        yield _mixed(book, fault) if fault.mixed else _added(book, fault)


def _mixed(book: Book, fault: UnitFault) -> Finding:
    spot, now, right = fault.spot, fault.now, fault.right
    outcome = say("Sel persennya kini kosong atau nol; hasilnya akan salah begitu diisi.")
    wrong = now is None or right is None or now != right
    if now is not None and right is not None and now != right:
        effect_ = effect(spot, now - right)
        outcome = say("Tanpa persen hasilnya {0}, bukan {1} (selisih {2}).", show(right), show(now), effect_)
    elif wrong:
        outcome = say("Hasilnya tidak berarti.")
    return formula_finding(
        book,
        PERSEN,
        Level.GALAT if wrong else Level.PERIKSA,
        spot,
        say(
            "Rumus {rumus} di {sel} menambahkan persen ({persen}) ke rupiah. {hasil}",
            rumus=short(spot.formula.shown if spot.formula is not None else ""),
            sel=spot.where,
            persen=_named(fault.percents),
            hasil=outcome,
        ),
        say("Keluarkan {persen} dari rumus di {sel}.", persen=_named(fault.percents), sel=spot.where),
        right if now != right else None,
        fault.percents,
    )


def _added(book: Book, fault: UnitFault) -> Finding:
    spot = fault.spot
    return formula_finding(
        book,
        PERSEN,
        Level.GALAT,
        spot,
        say(
            "Rumus {rumus} di {sel} menjumlah persen beberapa baris: {judul} menjadi {hasil}.",
            rumus=short(spot.formula.shown if spot.formula is not None else ""),
            sel=spot.where,
            judul=place(book, spot.where).heading,
            hasil=spot.value.shown,
        ),
        say(
            "Hitung {judul} di {sel} dari jumlah rupiah atau jumlah datanya.",
            judul=place(book, spot.where).heading,
            sel=spot.where,
        ),
        related=fault.percents,
    )
