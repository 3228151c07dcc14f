"""What a workbook holds, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from lkj_xlsx.model.inspection import Inspection, SheetFacts, SheetKind, Visibility
from lkj_xlsx.model.message import printable

SCHEMA = 1
_KINDS = {
    SheetKind.LEMBAR: "lembar kerja",
    SheetKind.GRAFIK: "lembar grafik",
    SheetKind.MAKRO: "lembar makro",
    SheetKind.DIALOG: "lembar dialog",
    SheetKind.LAIN: "jenis lain",
}
_SEEN = {
    Visibility.TAMPAK: "",
    Visibility.TERSEMBUNYI: "tersembunyi",
    Visibility.SANGAT_TERSEMBUNYI: "sangat tersembunyi",
}
_WORDS = {
    "numbers": "angka",
    "percents": "di antaranya persen",
    "dates": "tanggal",
    "texts": "teks",
    "text_numbers": "di antaranya angka yang tersimpan sebagai teks",
    "empty_texts": "teks kosong",
    "booleans": "TRUE/FALSE",
    "errors": "galat",
    "formulas": "berisi rumus",
    "unsaved": "rumus tanpa hasil tersimpan",
    "merges": "rentang gabungan",
    "hidden_rows": "baris tersembunyi",
    "hidden_columns": "kolom tersembunyi",
    "validations": "aturan isian (validasi)",
    "comments": "komentar",
}
_PARTS = frozenset(("percents", "text_numbers"))  # of the count before them
_OWN_NAMES = "_xlnm."  # print areas and filters, which a spreadsheet program names by itself
_SHOWN = 20  # names and links of which more would hide the rest


def inspection_json(found: Inspection) -> str:
    """One JSON document, ending without a line break; counts are numbers."""
    totals = dict(found.totals.items())
    document = {
        "schema": SCHEMA,
        "source": {"path": found.name, "sha256": found.sha256, "size": found.size},
        "application": found.application or None,
        "strict": found.strict,
        "date_system": 1904 if found.from_1904 else 1900,
        "macros": found.macros,
        "external_links": list(found.links),
        "outside": dict(found.outside),
        "names": list(found.names),
        "broken_names": list(found.broken_names),
        "totals": {
            "sheets": len(found.sheets),
            "hidden_sheets": sum(sheet.visibility is not Visibility.TAMPAK for sheet in found.sheets),
            "other_sheets": sum(sheet.kind is not SheetKind.LEMBAR for sheet in found.sheets),
            **totals,
            "error_codes": found.codes,
        },
        "sheets": [
            {
                "title": sheet.title,
                "kind": sheet.kind.value,
                "visibility": sheet.visibility.value,
                **dict(sheet.counts.items()),
                "error_codes": dict(sheet.codes),
                "first_cells": {name: list(cells) for name, cells in sheet.places.items()},
            }
            for sheet in found.sheets
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).replace("\x7f", "\\u007f")


def inspection_text(found: Inspection) -> str:
    """A page in Indonesian: the file, what to know before trusting it, then each sheet."""
    return "\n".join(printable(line).replace("\n", " ") for line in _lines(found))


def _lines(found: Inspection) -> Iterator[str]:
    yield f"{found.name} · {found.size:,} bita".replace(",", ".") + f" · SHA-256 {found.sha256}"
    yield f"Disimpan terakhir oleh: {found.application or 'tidak disebut'}"
    hidden = sum(sheet.visibility is not Visibility.TAMPAK for sheet in found.sheets)
    yield f"Lembar: {len(found.sheets)}" + (f", {hidden} tersembunyi" if hidden else "")
    notes = list(_notes(found))
    if notes:
        yield ""
        yield "Yang perlu diketahui:"
        yield from (f"- {note}" for note in notes)
    for sheet in found.sheets:
        yield ""
        yield from _sheet(sheet)


def _notes(found: Inspection) -> Iterator[str]:
    if found.macros:
        yield "Berkas memuat makro. Makro tidak dijalankan dan tidak dibaca."
    if found.links:
        yield f"Rumus merujuk berkas lain, yang tidak dibuka: {_some(found.links)}."
    if found.outside:
        kinds = ", ".join(f"{kind} ({count})" for kind, count in found.outside.items())
        yield f"Ada tautan ke luar berkas, yang tidak dibuka: {kinds}."
    if found.from_1904:
        yield "Tanggal dihitung sejak 1904; menyalin tanggal ke berkas lain dapat menggesernya empat tahun."
    if found.strict:
        yield "Disimpan sebagai Strict Open XML; beberapa program tidak dapat membukanya."
    names = [name for name in found.names if not name.startswith(_OWN_NAMES)]
    if names:
        yield f"Nama terdefinisi: {len(names)} ({_some(names)})."
    if found.broken_names:
        yield f"Nama yang rujukannya hilang (#REF!): {_some(found.broken_names)}."
    totals = found.totals
    if totals.errors:
        codes = ", ".join(f"{code} {count}" for code, count in found.codes.items())
        yield f"Sel galat: {totals.errors} ({codes})."
    if totals.unsaved:
        yield f"Rumus tanpa hasil tersimpan: {totals.unsaved}. Buka dan simpan sekali dengan Excel atau LibreOffice."
    if totals.text_numbers:
        yield f"Angka yang tersimpan sebagai teks: {totals.text_numbers}. Rumus melewatinya."


def _sheet(sheet: SheetFacts) -> Iterator[str]:
    about = ", ".join(word for word in (_KINDS[sheet.kind], _SEEN[sheet.visibility]) if word)
    yield f"{sheet.title} ({about})"
    if sheet.kind is not SheetKind.LEMBAR:
        yield "  tidak memuat tabel, tidak dibaca"
        return
    yield f"  {sheet.counts.cells} sel terisi"
    for name, count in sheet.counts.items():
        if count and name in _WORDS:
            cells = sheet.places.get(name, ())
            more = ", ..." if len(cells) < count else ""
            width = 11 if name in _PARTS else 7
            yield f"  {count:>{width}} {_WORDS[name]}" + (f": {', '.join(cells)}{more}" if cells else "")


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" dan {rest} lagi" if rest > 0 else "")
