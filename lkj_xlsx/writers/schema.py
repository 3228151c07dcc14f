"""The JSON Schema of the data file that `fill` reads, made from the specification."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.field import Field, Sheet, Template

_CELL = "#/$defs/sel"
_SINGLE = "#/$defs/selTunggal"


def data_schema(template: Template, variants: Sequence[Variant]) -> dict[str, Any]:
    """A JSON Schema (2020-12) as plain JSON values.

    Lists of choices are examples, not limits: a data file may hold what a report printed, mistakes included.
    """
    form = next(sheet for sheet in template.sheets if sheet.form)
    labels = {option: [item.label for item in group] for option, group in by_option(variants).items()}
    tables = [sheet for sheet in template.sheets if not sheet.form]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Data LKj untuk template versi {template.version}",
        "description": "Isi template lkj-xlsx. Teks ditulis seperti diketik pada Excel Indonesia.",
        "type": "object",
        "additionalProperties": False,
        "required": ["template", form.key],
        "properties": {
            "template": {"const": template.version, "description": "Versi template."},
            form.key: _form(form, labels),
            "lembar": {
                "title": "Lembar",
                "description": "Baris tiap lembar, dari atas ke bawah.",
                "type": "object",
                "additionalProperties": False,
                "properties": {sheet.key: _table(sheet, labels) for sheet in tables},
            },
        },
        "$defs": _definitions(),
    }


def _form(sheet: Sheet, labels: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "description": f"{sheet.guide} Kunci yang tidak ditulis memakai usulan template.",
        "type": "object",
        "additionalProperties": False,
        "required": ["tahun"],
        "properties": {field.key: _field(field, labels, _SINGLE) for field in sheet.fields},
    }


def _table(sheet: Sheet, labels: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "description": f"{sheet.guide} Tabel LKj: {sheet.tables}." if sheet.tables else sheet.guide,
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "properties": {field.key: _field(field, labels, _CELL) for field in sheet.fields},
        },
    }


def _field(field: Field, labels: Mapping[str, list[str]], cell: str) -> dict[str, Any]:
    """One field; a repeating one is an object by year."""
    described: dict[str, Any] = {"title": _title(field), "description": field.help}
    examples = list(field.choices) or labels.get(field.option, [])
    if examples:
        described["examples"] = examples
    if not field.repeats:
        return described | {"$ref": cell}
    return described | {
        "type": ["object", "null"],
        "propertyNames": {"pattern": "^[0-9]{4}$"},
        "additionalProperties": {"$ref": cell},
    }


def _title(field: Field) -> str:
    """The heading with its holes in words, since a schema serves every year."""
    return field.header.format(
        tahun="(tahun)",
        tahun_lalu="(tahun lalu)",
        awal="(awal Renstra)",
        akhir="(akhir Renstra)",
        setiap="(tiap tahun)",
    )


def _definitions() -> dict[str, Any]:
    return {
        "selTunggal": {
            "description": "Isi satu sel.",
            "anyOf": [
                {
                    "type": "string",
                    "maxLength": 32767,
                    "description": "Seperti diketik: angka dan persen biasa menjadi angka, yang lain tetap teks.",
                },
                {"type": "number", "description": "Angka apa adanya, format General."},
                {"type": "null", "description": "Kosong."},
                _shape({"teks": {"type": "string", "maxLength": 32767}}, ["teks"], "Teks, apa pun bentuk kolomnya."),
                _shape(
                    {
                        "rumus": {"type": "string", "pattern": "^=.", "maxLength": 32767},
                        "nilai": {"type": ["number", "string", "boolean", "null"]},
                    },
                    ["rumus"],
                    "Rumus beserta hasil yang tersimpan; tanpa nilai berarti belum pernah dihitung.",
                ),
            ],
        },
        "sel": {
            "description": "Isi satu sel tabel.",
            "anyOf": [
                {"$ref": _SINGLE},
                _shape({"gabung": {"const": "atas"}}, ["gabung"], "Digabung dengan sel di atasnya."),
            ],
        },
    }


def _shape(properties: dict[str, Any], required: list[str], description: str) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": required,
        "description": description,
    }
