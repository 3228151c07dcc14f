"""Is the saved result of a formula still what the formula gives, and which formulas could not be computed again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.formulas.contents import Result
from lkj_xlsx.model.cell import Cell, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.formula import Fault, Formula
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, brief, decimal_of, show
from lkj_xlsx.neighbours.columns import Spot, spots_at
from lkj_xlsx.neighbours.results import cell_at, unlike
from lkj_xlsx.rules.formula_wording import RUMUS, digits, effect, formula_finding, place, short

BASI = "LKJ707", "hasil-basi"
TAK_DIHITUNG = "LKJ709", "rumus-tidak-dihitung"
_ONE_BY_ONE = 20  # stale cells of a column that are each told; more are one finding


@rule(*BASI, Level.GALAT, "Hasil rumus yang tersimpan sudah basi", RUMUS)
def basi(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: hasil rumus yang tersimpan di berkas sama dengan yang diberikan rumus itu sekarang.

    Mengapa penting: dengan hitungan manual, atau berkas yang diubah program lain, angka yang terlihat adalah hasil
    lama. Aturan lain memeriksa angka yang tersimpan itu.

    Contoh yang ditemukan: =H7/G7*100 tersimpan 97,94, sedangkan H7 dan G7 sekarang memberi 97,54.
    Contoh yang lolos: beda di belakang desimal yang ditampilkan; rumus dengan fungsi yang tidak dihitung alat ini.

    Cara memperbaiki: di Excel pilih Formulas > Calculation Options > Automatic, tekan Ctrl+Alt+F9, lalu simpan.
    """
    columns: dict[tuple[str, int], list[Where]] = {}
    for where in unlike(book).stale:
        columns.setdefault((where.sheet, where.column), []).append(where)
    for places in columns.values():
        if len(places) > _ONE_BY_ONE:
            yield _stale(book, places[0], places[1:])
        else:
            yield from (_stale(book, where, []) for where in places)


def _stale(book: Book, where: Where, rest: list[Where]) -> Finding:
    spot = spots_at(book).get(where)
    formula, now = book.cells[where.sheet].formulas[where], unlike(book).stale[where]
    cell = cell_at(book, where)
    message = say(
        "Hasil tersimpan di {sel}{lain} adalah {lama}, padahal rumusnya {rumus} sekarang memberi {baru}{selisih}.",
        sel=where,
        lain=say(" (dan {0} sel lain di kolom itu)", len(rest)) if rest else "",
        rumus=short(formula.shown),
        **_figures(cell, now, spot),
    )
    step = say("Hitung ulang di Excel (Ctrl+Alt+F9), simpan, lalu periksa lagi.")
    if spot is None:
        return place(book, where).finding(BASI, Level.GALAT, message, step, related=tuple(rest))
    right = spot.meaning(now) if isinstance(now, Decimal) else None
    return formula_finding(book, BASI, Level.GALAT, spot, message, step, right, rest)


def _figures(cell: Cell, now: Result, spot: Spot | None) -> dict[str, str]:
    """The saved result, the present one and their difference, as a person reads them."""
    raw = cell.raw
    saved = decimal_of(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else None
    if spot is not None and spot.value.known is not None and isinstance(now, Decimal):
        known, right = spot.value.known, spot.meaning(now)
        places = digits(spot, known, right)
        return {
            "lama": show(known, places),
            "baru": show(right, places),
            "selisih": say(" (selisih {0})", effect(spot, known - right)),
        }
    old = show(saved) if saved is not None else f'"{raw if raw is not None else ""}"'
    new = show(now) if isinstance(now, Decimal) else now.code if isinstance(now, Fault) else f'"{now}"'
    return {"lama": old, "baru": new, "selisih": ""}


@rule(*TAK_DIHITUNG, Level.CATATAN, "Rumus yang tidak dihitung ulang", RUMUS)
def tak_dihitung(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: rumus yang tidak dapat dihitung ulang alat ini. Satu catatan untuk tiap lembar.

    Mengapa penting: hasil tersimpannya tetap dipakai, tetapi tidak dicocokkan dengan rumusnya; itu perlu diketahui.

    Contoh yang ditemukan: =VLOOKUP(...); =SUM(G:G); rujukan ke berkas lain; teks yang dihitung sebagai angka.
    Contoh yang lolos: SUM, AVERAGE, MIN, MAX, ROUND, IF, IFERROR, ABS, SUBTOTAL(9), PRODUCT, COUNT, dan hitungan biasa.

    Cara memperbaiki: tidak harus diubah; periksa sendiri rumus yang disebut.
    """
    sheets: dict[str, list[tuple[Formula, Missing]]] = {}
    for where, now in unlike(book).unknown.items():
        sheets.setdefault(where.sheet, []).append((book.cells[where.sheet].formulas[where], now))
    for (formula, now), *rest in sheets.values():
        yield place(book, formula.where).finding(
            TAK_DIHITUNG,
            Level.CATATAN,
            say(
                "Rumus {rumus} di {sel}{lain} tidak dihitung ulang ({sebab}); hasil tersimpannya yang dipakai.",
                rumus=short(formula.shown),
                sel=formula.where,
                lain=say(" dan {0} rumus lain di lembar itu", len(rest)) if rest else "",
                sebab=brief(now.detail) or say(now.reason.value),
            ),
            say("Periksa sendiri rumus itu."),
            related=tuple(other.where for other, _ in rest),
        )
