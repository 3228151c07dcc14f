"""Fill the template from a data file: cells exactly as they would be typed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lkj_xlsx.errors import DataError
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.message import joined, say
from lkj_xlsx.spec.field import Template, Years, period
from lkj_xlsx.writers.fill_check import problems
from lkj_xlsx.writers.template import write_template

_EARLIEST, _LATEST = 1990, 2100


def load_data(path: Path) -> Mapping[str, Any]:
    """The content of a JSON data file (UTF-8, with or without a mark at its start).

    Errors: `DataError` where it is missing, not JSON (with line and column), or names a key twice in one object.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise DataError(
            say(
                "{path} bukan teks UTF-8 (byte ke-{place}). Simpan ulang berkasnya dengan pengodean UTF-8.",
                path=path,
                place=fault.start + 1,
            )
        ) from fault
    except OSError as fault:
        raise DataError(
            say(
                "Berkas data {path} tidak dapat dibaca ({reason}). Periksa nama dan foldernya.",
                path=path,
                reason=fault.strerror or fault,
            )
        ) from fault
    data = _parsed(text, path)
    if not isinstance(data, Mapping):
        raise DataError(say("{path}: isi berkas harus sebuah objek {{ ... }}.", path=path))
    return data


def _parsed(text: str, path: Path) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as fault:
        raise DataError(
            say(
                "{path} bukan JSON yang benar: baris {line}, kolom {column} ({reason}). Periksa koma, kutip, dan "
                "kurung di sekitarnya.",
                path=path,
                line=fault.lineno,
                column=fault.colno,
                reason=fault.msg,
            )
        ) from fault
    except (ValueError, RecursionError) as fault:  # a number of thousands of digits, or thousands of nested brackets
        raise DataError(
            say("{path} tidak dapat dibaca sebagai berkas data: {reason}.", path=path, reason=fault)
        ) from fault


def fill(
    data: Mapping[str, Any], path: Path, template: Template, variants: Sequence[Variant], force: bool = False
) -> None:
    """Write the template filled with `data` to `path`; `force` as in `write_whole`.

    Errors: `DataError` with every problem of the data, each with its JSON path; `OutputError`.
    """
    years = years_of(data)
    faults = list(problems(data, template, years))
    if faults:
        head = say("Berkas data belum sesuai dengan template ({0} hal):", len(faults))
        end = say("Bentuk yang benar: lkj-xlsx fill --schema")
        raise DataError(joined((head, *(say("- {0}", problem) for problem in faults), end), "\n"))
    write_template(path, template, years, variants, data, force)


def years_of(data: Mapping[str, Any]) -> Years:
    """The report's year and Renstra period; a period that is not given is the usual one of the year."""
    form = data.get("identitas")
    entries = form if isinstance(form, Mapping) else {}
    tahun = _year(entries.get("tahun"))
    if tahun is None:
        raise DataError(
            say(
                "$.identitas.tahun: tahun laporan harus ada, empat angka antara {first} dan {last}, contoh 2024.",
                first=_EARLIEST,
                last=_LATEST,
            )
        )
    usual = period(tahun)
    awal, akhir = _year(entries.get("awal")) or usual.awal, _year(entries.get("akhir")) or usual.akhir
    if akhir < awal:
        raise DataError(
            say(
                "$.identitas.akhir: tahun akhir Renstra ({akhir}) mendahului awalnya ({awal}). Periksa keduanya.",
                akhir=akhir,
                awal=awal,
            )
        )
    return Years(tahun, awal, akhir)


def _year(entry: object) -> int | None:
    """A year however it is stored, None where it is none that a report can have."""
    if isinstance(entry, bool):
        return None
    text = str(entry).strip()
    return int(text) if text.isascii() and text.isdecimal() and _EARLIEST <= int(text) <= _LATEST else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys differ: of two entries for one cell, the first would be lost without a word."""
    entries = dict(pairs)
    if len(entries) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise DataError(say('Kunci "{key}" ditulis dua kali dalam satu objek. Hapus salah satunya.', key=twice))
    return entries


def _no_constant(name: str) -> float:
    raise DataError(say("{name} bukan angka JSON. Tulis null untuk sel kosong.", name=name))
