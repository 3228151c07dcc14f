"""Input messages, drop-down lists and gentle number checks of one column or one line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from lkj_xlsx.model.cell import letters
from lkj_xlsx.spec.field import Field, Kind, Sheet
from lkj_xlsx.writers.template_lists import list_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE, _MESSAGE = 32, 255  # the longest that a spreadsheet program shows
_FIGURES = frozenset({Kind.RUPIAH, Kind.JUMLAH, Kind.PERSEN, Kind.RASIO})


def add_check(
    sheet: Worksheet,
    spec: Sheet,
    field: Field,
    heading: str,
    lists: frozenset[str],
    first: int,
    last: int,
    column: int,
) -> None:
    """Put the field's message and check on rows `first` to `last` of `column`, all counted from 0."""
    options = _message(field, heading) | _check(spec, field, lists, f"{letters(column + 1)}{first + 1}")
    sheet.data_validation(first, column, last, column, options)


def _message(field: Field, heading: str) -> dict[str, Any]:
    text = field.help + (" Wajib diisi." if field.required else "")
    return {"input_title": _cut(heading, _TITLE), "input_message": _cut(text, _MESSAGE)}


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _listed(name: str, open_ended: bool) -> dict[str, Any]:
    """A choice from a list: codes of another sheet only inform, fixed words stop."""
    if open_ended:
        return {
            "validate": "list",
            "source": f"={name}",
            "error_type": "information",
            "error_title": "Kode belum terdaftar",
            "error_message": "Kode ini belum ada pada daftarnya. Bila sel memuat beberapa kode yang dipisah titik "
            "koma, atau kodenya akan didaftarkan nanti, pilih OK.",
        }
    return {
        "validate": "list",
        "source": f"={name}",
        "error_type": "stop",
        "error_title": "Pilih dari daftar",
        "error_message": "Klik tanda panah di kanan sel, lalu pilih salah satu isinya.",
    }


def _check(spec: Sheet, field: Field, lists: frozenset[str], cell: str) -> dict[str, Any]:
    """Only a fixed list stops; anything else asks, since reports do print `-`, `BB (75)` or two codes in one cell."""
    name = list_name(spec, field)
    if name in lists:
        return _listed(name, bool(field.refers))
    if field.kind is Kind.TAHUN:
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": 1990,
            "maximum": 2100,
            "error_type": "warning",
            "error_title": "Tahun",
            "error_message": "Tahun ditulis dengan empat angka, contoh 2024. Tetap simpan?",
        }
    if field.kind is Kind.TANGGAL:
        return {
            "validate": "date",
            "criteria": ">=",
            "value": date(2000, 1, 1),
            "error_type": "warning",
            "error_title": "Tanggal",
            "error_message": "Tanggal ditulis hari/bulan/tahun, contoh 31/01/2025. Tetap simpan?",
        }
    if field.kind in _FIGURES:
        return {
            "validate": "custom",
            "value": f'=OR(ISNUMBER({cell}),TRIM({cell})="-")',
            "error_type": "warning",
            "error_title": "Bukan angka",
            "error_message": "Isian ini terbaca sebagai teks, bukan angka. Contoh penulisan: 1.234.567,50 atau "
            "31,82%. Tetap simpan?",
        }
    return {"validate": "any"}
