"""Every way in which a data file departs from the template, each with its JSON path and what to do."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lkj_xlsx.model.message import Message, say
from lkj_xlsx.spec.field import Field, Sheet, Template, Years

TOP = ("template", "identitas", "lembar")
_LONGEST = 32_767  # characters that one cell can hold
_DEEPEST = 1_048_570  # rows that one sheet can hold under its header


def problems(data: object, template: Template, years: Years) -> Iterator[Message]:
    """All problems in file order; nothing where `data` can be filled in as it is."""
    if not isinstance(data, Mapping):
        yield say("$: isi berkas harus sebuah objek dengan kunci template, identitas, dan lembar.")
        return
    yield from _unknown("$", data, TOP)
    if data.get("template") != template.version or isinstance(data.get("template"), bool):
        yield say("$.template: tulis {version}, versi template yang dikenal alat ini.", version=template.version)
    form = next(sheet for sheet in template.sheets if sheet.form)
    yield from _form(data.get(form.key), form)
    tables = {sheet.key: sheet for sheet in template.sheets if not sheet.form}
    rows = data.get("lembar", {})
    if not isinstance(rows, Mapping):
        yield say("$.lembar: harus sebuah objek dengan nama lembar sebagai kunci.")
        return
    yield from _unknown("$.lembar", rows, tables)
    for key, sheet in tables.items():
        if key in rows:
            yield from _table(f"$.lembar.{key}", rows[key], sheet, years)


def _form(entries: object, form: Sheet) -> Iterator[Message]:
    path = f"$.{form.key}"
    if not isinstance(entries, Mapping):
        yield say("{path}: harus ada dan berupa objek; paling sedikit berisi tahun.", path=path)
        return
    yield from _unknown(path, entries, [field.key for field in form.fields])
    for field in form.fields:
        if field.key in entries:
            yield from _cell(f"{path}.{field.key}", entries[field.key], above=False)


def _table(path: str, rows: object, sheet: Sheet, years: Years) -> Iterator[Message]:
    if not isinstance(rows, list):
        yield say("{path}: harus berupa daftar baris [ ... ].", path=path)
        return
    if len(rows) > _DEEPEST:
        yield say(
            "{path}: {count} baris tidak muat dalam satu lembar; paling banyak {most}.",
            path=path,
            count=len(rows),
            most=_DEEPEST,
        )
    keys = [field.key for field in sheet.fields]
    for number, row in enumerate(rows):
        place = f"{path}[{number}]"
        if not isinstance(row, Mapping):
            yield say("{path}: tiap baris harus berupa objek dengan nama kolom sebagai kunci.", path=place)
            continue
        yield from _unknown(place, row, keys)
        for field in sheet.fields:
            if field.key in row:
                yield from _entry(f"{place}.{field.key}", row[field.key], field, years, above=number > 0)


def _entry(path: str, entry: object, field: Field, years: Years, above: bool) -> Iterator[Message]:
    """The content of one field, by year where it repeats."""
    if not field.repeats:
        yield from _cell(path, entry, above)
        return
    if entry is None:
        return
    if not isinstance(entry, Mapping):
        yield say(
            '{path}: kolom ini berulang tiap tahun; tulis sebagai objek, contoh {{"{year}": "..."}}.',
            path=path,
            year=years.tahun,
        )
        return
    known = [str(year) for year in years.series()]
    for year, value in entry.items():
        if year not in known:
            yield say(
                "{path}.{year}: tidak ada kolom tahun itu; yang ada {first} sampai {last}. Periksa tahun, awal, "
                "dan akhir pada identitas.",
                path=path,
                year=year,
                first=known[0],
                last=known[-1],
            )
        else:
            yield from _cell(f"{path}.{year}", value, above)


def _cell(path: str, entry: object, above: bool) -> Iterator[Message]:
    if isinstance(entry, bool | list):
        yield say("{path}: isi sel harus teks, angka, null, atau salah satu bentuk objek.", path=path)
    elif isinstance(entry, str):
        yield from _text(path, entry)
    elif isinstance(entry, int | float):
        yield from _number(path, entry)
    elif isinstance(entry, Mapping):
        yield from _shape(path, entry, above)


def _shape(path: str, entry: Mapping[str, Any], above: bool) -> Iterator[Message]:
    """One of the object forms: merged with the cell above, a formula, or text whatever the kind."""
    keys = set(entry)
    if keys == {"gabung"} and entry["gabung"] == "atas":
        if not above:
            yield say("{path}: tidak ada sel di atasnya untuk digabung; tulis isinya di sini.", path=path)
    elif keys == {"teks"} and isinstance(entry["teks"], str):
        yield from _text(f"{path}.teks", entry["teks"])
    elif keys in ({"rumus"}, {"rumus", "nilai"}) and isinstance(entry["rumus"], str):
        if not entry["rumus"].startswith("=") or len(entry["rumus"]) < 2:
            yield say('{path}.rumus: rumus harus diawali tanda =, contoh "=SUM(G5:G9)".', path=path)
        yield from _text(f"{path}.rumus", entry["rumus"])
        if isinstance(entry.get("nilai"), Mapping | list):
            yield say("{path}.nilai: hasil rumus harus berupa angka atau teks.", path=path)
        elif isinstance(entry.get("nilai"), int | float):
            yield from _number(f"{path}.nilai", entry["nilai"])
    else:
        yield say(
            '{path}: bentuk objek yang dikenal hanya {{"gabung": "atas"}}, {{"rumus": "=...", "nilai": ...}}, '
            'dan {{"teks": "..."}}.',
            path=path,
        )


def _text(path: str, text: str) -> Iterator[Message]:
    if len(text) > _LONGEST:
        yield say(
            "{path}: teks sepanjang {length} huruf tidak muat dalam satu sel; paling banyak {most}.",
            path=path,
            length=len(text),
            most=_LONGEST,
        )
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        yield say("{path}: ada huruf yang rusak (separuh pasangan Unicode). Ketik ulang teksnya.", path=path)


def _number(path: str, number: int | float) -> Iterator[Message]:
    try:
        fits = math.isfinite(float(number))
    except OverflowError:
        fits = False
    if not fits:
        yield say("{path}: angka terlalu besar untuk sebuah sel.", path=path)


def _unknown(path: str, entries: Mapping[str, Any], known: Iterable[str]) -> Iterator[Message]:
    names = list(known)
    for key in entries:
        if key in names:
            continue
        near = difflib.get_close_matches(key, names, n=1)
        if near:
            yield say(
                "{path}.{key}: kunci ini tidak dikenal; mungkin maksudnya {near}.", path=path, key=key, near=near[0]
            )
        else:
            yield say(
                "{path}.{key}: kunci ini tidak dikenal. Yang dikenal: {known}.",
                path=path,
                key=key,
                known=", ".join(names),
            )
