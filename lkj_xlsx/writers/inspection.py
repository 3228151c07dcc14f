"""What a workbook holds, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from lkj_xlsx.model.inspection import Inspection, SheetFacts, SheetKind, Visibility
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.writers.shown import dumped, shown

SCHEMA = 1
WIDTH = 80
_KINDS = {
    SheetKind.LEMBAR: say("lembar kerja"),
    SheetKind.GRAFIK: say("lembar grafik"),
    SheetKind.MAKRO: say("lembar makro"),
    SheetKind.DIALOG: say("lembar dialog"),
    SheetKind.LAIN: say("jenis lain"),
}
_SEEN = {
    Visibility.TAMPAK: "",
    Visibility.TERSEMBUNYI: say("tersembunyi"),
    Visibility.SANGAT_TERSEMBUNYI: say("sangat tersembunyi"),
}
_WORDS = {
    "numbers": say("angka"),
    "percents": say("di antaranya persen"),
    "dates": say("tanggal dan waktu"),
    "texts": say("teks"),
    "text_numbers": say("di antaranya angka yang tersimpan sebagai teks"),
    "empty_texts": say("teks kosong"),
    "booleans": "TRUE/FALSE",
    "errors": say("galat"),
    "formulas": say("berisi rumus"),
    "unsaved": say("rumus tanpa hasil tersimpan"),
    "merges": say("rentang gabungan"),
    "hidden_rows": say("baris tersembunyi"),
    "hidden_columns": say("kolom tersembunyi"),
    "validations": say("aturan isian (validasi)"),
    "comments": say("komentar"),
}
_PARTS = frozenset(("percents", "text_numbers"))  # of the count before them
_OWN_NAMES = "_xlnm."  # print areas and filters, which a spreadsheet program names by itself
_SHOWN = 20  # names and links of which more would hide the rest


def inspection_json(inspection: Inspection) -> str:
    """One JSON document, ending without a line break; counts are numbers."""
    totals = dict(inspection.totals.items())
    document = {
        "schema": SCHEMA,
        "source": {"path": inspection.name, "sha256": inspection.sha256, "size": inspection.size},
        "application": inspection.application or None,
        "strict": inspection.strict,
        "date_system": 1904 if inspection.from_1904 else 1900,
        "macros": inspection.macros,
        "external_links": list(inspection.links),
        "outside": dict(inspection.outside),
        "names": list(inspection.names),
        "broken_names": list(inspection.broken_names),
        "totals": {
            "sheets": len(inspection.sheets),
            "hidden_sheets": sum(sheet.visibility is not Visibility.TAMPAK for sheet in inspection.sheets),
            "other_sheets": sum(sheet.kind is not SheetKind.LEMBAR for sheet in inspection.sheets),
            **totals,
            "error_codes": inspection.codes,
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
            for sheet in inspection.sheets
        ],
    }
    return dumped(document)


def inspection_text(inspection: Inspection, language: Language = INDONESIAN) -> str:
    """A page: the file, what to know before trusting it, then each sheet."""
    return "\n".join(
        part for line in _lines(inspection) for part in _wrapped(shown(language.message(line)).replace("\n", " "))
    )


def _wrapped(text: str) -> list[str]:
    """Lines that a narrow terminal holds; what goes on stands below its own beginning."""
    indent = " " * (len(text) - len(text.lstrip()) + 2)
    lines = wrap(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return lines or [""]


def _lines(inspection: Inspection) -> Iterator[str]:
    yield say(
        "{0} · {1} bita · SHA-256 {2}", inspection.name, f"{inspection.size:,}".replace(",", "."), inspection.sha256
    )
    yield say("Disimpan terakhir oleh: {0}", inspection.application or say("tidak disebut"))
    hidden = sum(sheet.visibility is not Visibility.TAMPAK for sheet in inspection.sheets)
    sheets = say("Lembar: {0}", len(inspection.sheets))
    yield say("{0}, {1} tersembunyi", sheets, hidden) if hidden else sheets
    notes = list(_notes(inspection))
    if notes:
        yield ""
        yield say("Yang perlu diketahui:")
        yield from (say("- {0}", note) for note in notes)
    for sheet in inspection.sheets:
        yield ""
        yield from _sheet(sheet)


def _notes(inspection: Inspection) -> Iterator[str]:
    if inspection.macros:
        yield say("Berkas memuat makro. Makro tidak dijalankan dan tidak dibaca.")
    if inspection.links:
        yield say("Rumus merujuk berkas lain, yang tidak dibuka: {0}.", _some(inspection.links))
    if inspection.outside:
        kinds = ", ".join(f"{kind} ({count})" for kind, count in inspection.outside.items())
        yield say("Ada tautan ke luar berkas, yang tidak dibuka: {0}.", kinds)
    if inspection.from_1904:
        yield say("Tanggal dihitung sejak 1904; menyalin tanggal ke berkas lain dapat menggesernya empat tahun.")
    if inspection.strict:
        yield say("Disimpan sebagai Strict Open XML; beberapa program tidak dapat membukanya.")
    names = [name for name in inspection.names if not name.startswith(_OWN_NAMES)]
    if names:
        yield say("Nama terdefinisi: {0} ({1}).", len(names), _some(names))
    if inspection.broken_names:
        yield say("Nama yang rujukannya hilang (#REF!): {0}.", _some(inspection.broken_names))
    bare = [f"{sheet.title}!{cell}" for sheet in inspection.sheets for cell in sheet.places.get("unformatted", ())]
    if bare:
        where = _some(bare)
        yield say("Format angka tidak ada di dalam berkas (mulai {0}); persen dan tanggal tampak angka biasa.", where)
    totals = inspection.totals
    if totals.errors:
        codes = ", ".join(f"{code} {count}" for code, count in inspection.codes.items())
        yield say("Sel galat: {0} ({1}).", totals.errors, codes)
    if totals.unsaved:
        yield say(
            "Rumus tanpa hasil tersimpan: {0}. Buka dan simpan sekali dengan Excel atau LibreOffice.", totals.unsaved
        )
    if totals.text_numbers:
        yield say("Angka yang tersimpan sebagai teks: {0}. Rumus melewatinya.", totals.text_numbers)


def _sheet(sheet: SheetFacts) -> Iterator[str]:
    about = joined(word for word in (_KINDS[sheet.kind], _SEEN[sheet.visibility]) if word)
    yield say("{0} ({1})", sheet.title, about)
    if sheet.kind is not SheetKind.LEMBAR:
        yield say("  tidak memuat tabel, tidak dibaca")
        return
    yield say("  {0} sel terisi", sheet.counts.cells)
    for name, count in sheet.counts.items():
        if count and name in _WORDS:
            cells = sheet.places.get(name, ())
            more = ", ..." if len(cells) < count else ""
            width = 11 if name in _PARTS else 7
            line = say("  {0} {1}", f"{count:>{width}}", _WORDS[name])
            yield say("{0}: {1}", line, f"{', '.join(cells)}{more}") if cells else line


def _some(names: Sequence[str]) -> Message:
    rest = len(names) - _SHOWN
    listed = ", ".join(names[:_SHOWN])
    return say("{0} dan {1} lagi", listed, rest) if rest > 0 else say("{0}", listed)
