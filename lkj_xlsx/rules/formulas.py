"""Formulas beside their neighbours: the odd one, figures typed inside or over a formula, a locked divisor."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.formulas.constants import Constants, constants, refers
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import show
from lkj_xlsx.neighbours.columns import Spot, calculator, columns, groups
from lkj_xlsx.neighbours.locks import Locked, locked
from lkj_xlsx.neighbours.meaning import Odd, Senses, given, odd_formulas, prevailing
from lkj_xlsx.neighbours.sums import right_sum, sum_faults, typed_sums
from lkj_xlsx.neighbours.units import unit_faults
from lkj_xlsx.rules.formula_wording import (
    RUMUS,
    agrees,
    digits,
    disagrees,
    effect,
    formula_finding,
    place,
    short,
    sum_text,
)
from lkj_xlsx.rules.wording import cells
from lkj_xlsx.spec.field import Role

GANJIL = "LKJ701", "rumus-ganjil"
TETAPAN = "LKJ702", "tetapan-dalam-rumus"
KETIKAN = "LKJ703", "ketikan-menimpa-rumus"
TERKUNCI = "LKJ708", "pembagi-terkunci"


@rule(*GANJIL, Level.GALAT, "Rumus berbeda dari rumus di sekitarnya", RUMUS)
def ganjil(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus yang artinya lain dari rumus baris-baris sejenis di kolom yang sama. Rumus yang
    bentuknya lain tetapi hasilnya selalu sama (dengan ROUND, IF, IFERROR, atau format persen) dianggap sama.

    Mengapa penting: satu rumus yang lain sendiri hampir selalu salah salin, dan dari angkanya saja sulit terlihat.
    Bila hasilnya kini kebetulan benar, temuannya "periksa".

    Contoh yang ditemukan: =H7*G7/100 di antara =H6/G6*100 dan =H8/G8*100; =H7/G6*100 yang membaca baris lain.
    Contoh yang lolos: =IF(G7=0;0;H7/G7*100); =ROUND(H7/G7*100;2); =H7/G7 dengan format persen.

    Cara memperbaiki: salin rumus dari baris lain di kolom itu.
    """
    skip = _reported_elsewhere(book)
    wrong: dict[int, bool] = {}  # by the group of formulas that prevails, which many odd ones are held against
    for where, odd in odd_formulas(book).items():
        group = id(odd.fellows)
        if group not in wrong:
            wrong[group] = any(disagrees(ledger, fellow.where) for fellow in odd.fellows)
        if where not in skip and not (wrong[group] and agrees(ledger, where)):
            yield _odd(book, ledger, odd)


def _reported_elsewhere(book: Book) -> set[Where]:
    """Cells whose formulas another rule explains better."""
    explained = {fault.spot.where for fault in sum_faults(book)} | {fault.spot.where for fault in unit_faults(book)}
    explained |= {where for each in locked(book) for where in each.places}
    return explained | {spot.where for spot, _ in _constants(book)}


def _odd(book: Book, ledger: Ledger, odd: Odd) -> Finding:
    spot, usual = odd.spot, odd.nearest.formula
    if usual is None or spot.formula is None:
        raise ValueError("only formulas are held against each other")
    right = given(book, odd.nearest, spot)
    interval, now = spot.value.interval, spot.value.known
    wrong = right is not None and interval is not None and not interval.holds(right) and not agrees(ledger, spot.where)
    if right is None or now is None:
        outcome = say("Hasilnya menurut rumus itu belum dapat dihitung.")
    elif interval is not None and interval.holds(right):
        outcome = say("Hasilnya kini sama, tetapi akan salah bila isian berubah.")
    else:
        places = digits(spot, now, right)
        outcome = say(
            "Menurut rumus itu hasilnya {0}, bukan {1} (selisih {2}).",
            show(right, places),
            show(now, places),
            effect(spot, now - right),
        )
    return formula_finding(
        book,
        GANJIL,
        Level.GALAT if wrong else Level.PERIKSA,
        spot,
        say(
            "Rumus {rumus} berbeda dari {jumlah} rumus lain di kolom {judul}, seperti {contoh} di {sel}. {hasil}",
            rumus=short(spot.formula.shown),
            jumlah=len(odd.fellows),
            judul=place(book, spot.where).heading,
            contoh=short(usual.shown),
            sel=odd.nearest.where.cell,
            hasil=outcome,
        ),
        say("Samakan rumus di {sel}: {rumus}", sel=spot.where, rumus=short(usual.filled(spot.where).shown)),
        right,
        related=odd.examples(3),
    )


@rule(*TETAPAN, Level.PERIKSA, "Angka ketikan di dalam rumus", RUMUS)
def tetapan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang diketik di dalam rumus, selain 0, 1, 2, 100, 1.000 dan sejenisnya, angka
    pembulatan, batas dalam IF, dan pembagi rata-rata. Satu temuan untuk baris-baris yang rumusnya sama.

    Mengapa penting: angka itu tidak terlihat di tabel dan tidak ikut berubah. Temuannya "galat" bila hasil hitung
    ulang juga menyatakan angkanya salah.

    Contoh yang ditemukan: =SUM(G6:G9)+5000000; =98,1 di kolom capaian; =H5*11%.
    Contoh yang lolos: =H5/G5*100; =ROUND(H5/G5*100;2); =(2*G5-H5)/G5*100; =(F5+F6+F7)/3.

    Cara memperbaiki: letakkan angka itu di sel tersendiri yang bernama, atau hapus bila tidak perlu.
    """
    same: dict[tuple[str, int, str], list[tuple[Spot, Constants]]] = {}
    for spot, typed in _constants(book):
        pattern = spot.formula.pattern if spot.formula is not None else ""
        same.setdefault((spot.where.sheet, spot.where.column, pattern), []).append((spot, typed))
    for (spot, typed), *rest in same.values():
        yield _typed_inside(book, ledger, spot, typed, [other.where for other, _ in rest])


def _constants(book: Book) -> Iterator[tuple[Spot, Constants]]:
    """Formulas with typed figures; an input that is typed as an addition (`=1500+250`) is only typing."""
    known: dict[str, Constants | None] = {}
    for column in columns(book):
        for spot in column.spots if column.field.kind.numeric else ():
            formula = spot.pattern.first if spot.pattern is not None else None
            if formula is None or (column.field.role is not Role.HITUNGAN and not refers(formula)):
                continue
            if formula.pattern not in known:
                known[formula.pattern] = constants(formula)
            typed = known[formula.pattern]
            if typed is not None:
                yield spot, typed


def _typed_inside(book: Book, ledger: Ledger, spot: Spot, typed: Constants, rest: list[Where]) -> Finding:
    now = spot.value.known
    result = calculator(book).result(typed.without, spot.where) if typed.without is not None else None
    outcome = say("Angka itu tidak ikut berubah bila isian berubah.")
    if isinstance(result, Decimal) and now is not None:
        bare = spot.meaning(result)
        without = show(bare, digits(spot, now, bare))
        outcome = say("Tanpa angka itu hasilnya {0} (pengaruh {1}).", without, effect(spot, now - bare))
    right = right_sum(book, spot)
    wrong = disagrees(ledger, spot.where) or (right is not None and now is not None and right != now)
    return formula_finding(
        book,
        TETAPAN,
        Level.GALAT if wrong else Level.PERIKSA,
        spot,
        say(
            "Rumus {rumus} di {sel}{lain} memuat angka ketikan {angka}. {hasil}",
            rumus=short(spot.formula.shown if spot.formula is not None else ""),
            sel=spot.where,
            lain=say(" dan {0} sel lain", len(rest)) if rest else "",
            angka=", ".join(typed.figures[:4]),
            hasil=outcome,
        ),
        say("Pindahkan angka itu ke sel tersendiri, atau hapus dari rumus di {sel}.", sel=spot.where),
        right if wrong else None,
        rest,
    )


@rule(*KETIKAN, Level.BEDA, "Angka ketikan menimpa rumus", RUMUS)
def ketikan(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: angka yang diketik di kolom yang baris-baris sejenisnya berisi rumus.

    Mengapa penting: angka itu tidak ikut berubah. Bila berbeda dari hasil rumusnya, temuannya "beda".

    Contoh yang ditemukan: 97,94 diketik di antara =H6/G6*100 dan =H8/G8*100.
    Contoh yang lolos: rincian yang diketik di bawah induk yang berisi SUM; kolom yang separuhnya diketik.

    Cara memperbaiki: salin rumus dari baris lain, atau pastikan angka itu memang diketik.
    """
    senses = Senses()
    reported: set[Where] = set()  # a cell has one formula to be replaced with: that of its neighbours, else its sum
    for column in columns(book):
        for members, neighbours in groups(column) if column.field.kind.numeric else ():
            formulas = [spot for spot in neighbours if senses.across(spot)]
            fellows = prevailing(formulas, senses, sum(_filled(spot) for spot in neighbours) - len(formulas))
            for spot in members if fellows else ():
                right = given(book, fellows[0], spot) if _is_typed(spot) else None
                usual = fellows[0].formula
                if right is not None and usual is not None:
                    reported.add(spot.where)
                    yield _over(book, ledger, spot, right, usual.filled(spot.where).shown, len(fellows))
    for each in typed_sums(book):
        if each.right is not None and each.spot.where not in reported:
            yield _over(book, ledger, each.spot, each.right, sum_text(each.parts), 0)


def _filled(spot: Spot) -> bool:
    return spot.pattern is not None or spot.value.known is not None


def _is_typed(spot: Spot) -> bool:
    return spot.pattern is None and spot.value.known is not None and spot.value.upper is None


def _over(book: Book, ledger: Ledger, spot: Spot, right: Decimal, formula: str, fellows: int) -> Finding:
    now, interval = spot.value.known or Decimal(0), spot.value.interval
    same = interval is None or interval.holds(right)
    places = digits(spot, now, right)
    differs = say("hasil rumusnya {0}, selisih {1}", show(right, places), effect(spot, now - right))
    return formula_finding(
        book,
        KETIKAN,
        Level.PERIKSA if same or agrees(ledger, spot.where) else Level.BEDA,
        spot,
        say(
            "{isi} diketik di {sel}, padahal {lain} di kolom {judul} berisi rumus; {hasil}.",
            isi=spot.value.shown,
            sel=spot.where,
            lain=say("{0} baris lain", fellows) if fellows else say("induk lain"),
            judul=place(book, spot.where).heading,
            hasil=say("hasilnya kini sama, tetapi tidak ikut berubah") if same else differs,
        ),
        say("Ganti dengan rumus {rumus}, atau pastikan angka ketikan itu yang benar.", rumus=short(formula)),
        None if same else right,
    )


@rule(*TERKUNCI, Level.GALAT, "Beberapa baris membagi dengan satu sel", RUMUS)
def terkunci(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: beberapa baris yang membagi dengan satu sel terkunci ($), padahal tiap baris punya
    pembaginya sendiri di kolom yang sama. Satu temuan untuk tiap sel pembagi.

    Mengapa penting: rumus yang disalin ke bawah dengan $ memakai target atau anggaran baris pertama untuk semua.

    Contoh yang ditemukan: =I6/$J$5, =I7/$J$5, =I8/$J$5, sedangkan J6, J7, dan J8 terisi.
    Contoh yang lolos: =G6/$G$20 (bagian dari jumlah); pembagi yang selnya digabung untuk beberapa baris.

    Cara memperbaiki: hapus tanda $ pada pembagi di baris pertama, lalu salin ke bawah.
    """
    for each in locked(book):
        yield _stuck(book, ledger, each)


def _stuck(book: Book, ledger: Ledger, each: Locked) -> Finding:
    wrong = [row for row in each.rows if row.wrong and not agrees(ledger, row.spot.where)]
    first = (wrong or each.rows)[0]
    now, right, formula = first.spot.value.known, first.right, first.spot.formula
    outcome = say("Hasilnya kini sama, tetapi akan salah bila isian berubah.")
    if wrong and now is not None and right is not None:
        places = digits(first.spot, now, right)
        outcome = say(
            "Dengan {0} hasilnya {1}, bukan {2} (selisih {3}).",
            first.own.cell,
            show(right, places),
            show(now, places),
            effect(first.spot, now - right),
        )
    others = [row.spot.where for row in each.rows if row is not first]
    return formula_finding(
        book,
        TERKUNCI,
        Level.GALAT if wrong else Level.PERIKSA,
        first.spot,
        say(
            "Rumus di {sel} membagi dengan {pembagi} yang terkunci ({rumus}), padahal tiap baris punya {judul} "
            "sendiri. {hasil}",
            rumus=short(formula.shown if formula is not None else ""),
            sel=cells([first.spot.where, *others]),
            pembagi=each.divisor.cell,
            judul=place(book, each.divisor).heading,
            hasil=outcome,
        ),
        say(
            "Ganti pembagi di {sel} dengan {sendiri}, lalu salin ke baris lain.",
            sel=first.spot.where,
            sendiri=first.own.cell,
        ),
        right if wrong else None,
        others,
    )
