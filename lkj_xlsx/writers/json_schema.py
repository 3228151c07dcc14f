"""The JSON Schema of the document that `audit --format json` prints; run as a module it prints the published file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.flip import Conclusion
from lkj_xlsx.writers.as_json import SCHEMA
from lkj_xlsx.writers.readiness import State
from lkj_xlsx.writers.shown import dumped

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_FIGURE = r"^-?[0-9]+(\.[0-9]+)?$"


def audit_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) as plain JSON values.

    It requires every key printed today and forbids no other: a later version may add keys under the same number.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Hasil pemeriksaan lkj-xlsx, bentuk {SCHEMA}",
        "description": "Yang dicetak oleh: lkj-xlsx audit BERKAS.xlsx --format json.",
        **_shape(
            {
                "schema": {"const": SCHEMA, "description": "Nomor bentuk dokumen ini; naik bila suatu kunci berubah."},
                "tool": {**_shape({"name": _TEXT, "version": _TEXT}), "description": "Alat yang memeriksa."},
                "source": _source(),
                "template": {
                    **_shape({"version": _TEXT}),
                    "properties": {"version": _TEXT, "tahun": {"type": "string", "pattern": "^[0-9]{4}$"}},
                    "description": "Versi template dan tahun laporan.",
                },
                "summary": {"$ref": "#/$defs/summary"},
                "readiness": {"$ref": "#/$defs/readiness"},
                "findings": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/finding"},
                    "description": "Yang terberat lebih dahulu; yang ikut salah langsung sesudah akarnya.",
                },
                "sensitivity": {"type": "array", "items": {"$ref": "#/$defs/sensitivity"}},
            }
        ),
        "$defs": {
            "summary": _summary(),
            "readiness": _readiness(),
            "finding": _finding(),
            "flip": _flip(),
            "sensitivity": _sensitivity(),
            "place": {
                **_shape({"sheet": _TEXT, "cell": _or_null("Sel (B7), baris (7:7), atau null untuk seluruh lembar.")}),
                "description": "Tempat di buku kerja yang diperiksa.",
            },
            "level": {"enum": [level.word for level in sorted(Level, reverse=True)]},
        },
    }


def published() -> str:
    """The schema as the text of the published file."""
    return dumped(audit_schema()) + "\n"


def _source() -> dict[str, Any]:
    return {
        **_shape({"path": _TEXT, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}),
        "description": "Nama dan sidik berkas yang diperiksa.",
    }


def _summary() -> dict[str, Any]:
    return _shape(
        {
            "checked": {**_COUNT, "description": "Banyaknya angka yang dihitung ulang."},
            "agree": {**_COUNT, "description": "Di antaranya yang sesuai."},
            "by_level": {
                **_shape({level.word: _COUNT for level in sorted(Level, reverse=True)}),
                "description": "Banyaknya temuan yang belum diterima menurut tingkat.",
            },
            "accepted": {**_COUNT, "description": "Banyaknya temuan yang diterima lewat lembar Pengecualian."},
            "not_checked": {
                "type": "array",
                "items": _shape({"what": _TEXT, "reason": _TEXT}),
                "description": "Yang tidak dapat diperiksa, dan sebabnya.",
            },
        }
    )


def _readiness() -> dict[str, Any]:
    missing = _shape({"what": _TEXT, "reason": _TEXT, "sheet": _or_null("Lembarnya."), "cell": _or_null("Selnya.")})
    return {
        **_shape(
            {
                "state": {"enum": [state.value for state in State]},
                "sentence": {**_TEXT, "description": "Keadaan itu dalam satu kalimat."},
                "missing": {
                    "type": "array",
                    "items": missing,
                    "description": "Yang harus ada atau diperiksa dahulu, beserta sebabnya; dapat terisi pada semua "
                    "keadaan selain siap.",
                },
            }
        ),
        "description": "Apakah laporan siap dilampirkan: tidak ada galat atau beda terbuka dan tidak ada yang kurang. "
        "Kode keluar mengikuti --fail-on saja.",
    }


def _finding() -> dict[str, Any]:
    return _shape(
        {
            "code": {"type": "string", "pattern": "^LKJ[0-9]{3}$", "description": "Kode aturan; lihat explain."},
            "level": {"$ref": "#/$defs/level"},
            "rule": {**_TEXT, "description": "Nama aturan."},
            "sheet": _or_null("Lembar; null bila temuan menyangkut seluruh berkas."),
            "cell": _or_null("Sel (B7) atau baris (7:7); null bila bukan satu sel."),
            "table": _or_null("Nomor tabel LKj."),
            "subject": _or_null("Indikator atau baris, dan ukurannya."),
            "stated": _or_null("Yang tertulis: angka dengan titik desimal, atau teks."),
            "recomputed": _or_null("Hasil hitung ulang yang belum dibulatkan, atau teks."),
            "difference": _or_null("Tertulis dikurangi hasil hitung ulang.", pattern=_FIGURE),
            "message": {**_TEXT, "description": "Penjelasan dalam bahasa Indonesia."},
            "cause": _or_null("Kemungkinan sebab beserta buktinya."),
            "consequence": _or_null("Yang ikut berubah karenanya."),
            "related": {"type": "array", "items": {"$ref": "#/$defs/place"}, "description": "Sel yang terkait."},
            "basis": _or_null("Dasar hitung ulang: eksak, tertulis, atau selang."),
            "root": {
                "anyOf": [{"$ref": "#/$defs/place"}, {"type": "null"}],
                "description": "Sel yang membuat angka ini ikut salah.",
            },
            "step": _or_null("Langkah berikutnya."),
            "accepted": _or_null("Alasan dan penyetuju bila temuan diterima; null bila belum."),
            "name": _or_null("Indikator, program, atau baris, tanpa ukurannya."),
            "measure": _or_null("Kode ukurannya, misalnya CAPAIAN atau TARGET."),
            "year": {"type": ["integer", "null"], "description": "Tahun angkanya."},
            "flips": {
                "type": "array",
                "items": {"$ref": "#/$defs/flip"},
                "description": "Kesimpulan yang berubah bila angkanya dibetulkan.",
            },
        }
    )


def _flip() -> dict[str, Any]:
    return {
        **_shape(
            {
                "conclusion": {"enum": [each.value for each in Conclusion], "description": "Yang disimpulkan."},
                "of": _or_null("Indikator atau jumlah yang disimpulkan; null bila milik temuannya sendiri."),
                "from": {**_TEXT, "description": "Kesimpulan dari angka yang tertulis: kata, atau angka."},
                "to": {**_TEXT, "description": "Kesimpulan dari angka yang benar."},
                "sure": {"type": "boolean", "description": "false bila belum pasti angka ini yang salah."},
            }
        ),
        "description": "Satu kesimpulan yang berubah.",
    }


def _sensitivity() -> dict[str, Any]:
    return {
        **_shape(
            {
                "option": {**_TEXT, "description": "Pilihan pada Identitas dan Pengaturan."},
                "variant": {**_TEXT, "description": "Kode rumus lain yang dicoba."},
                "word": {**_TEXT, "description": "Kesimpulan yang dibandingkan: predikat atau efisien."},
                "changed": {**_COUNT, "description": "Banyaknya kesimpulan yang berubah."},
                "of": {**_COUNT, "description": "Dari sekian kesimpulan."},
                "message": {**_TEXT, "description": "Kalimat lengkapnya."},
            }
        ),
        "description": "Yang berubah bila rumus lain yang diperbolehkan dipakai.",
    }


def _shape(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": dict(properties)}


def _or_null(description: str, pattern: str = "") -> dict[str, Any]:
    return {"type": ["string", "null"], **({"pattern": pattern} if pattern else {}), "description": description}


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(published().encode())
