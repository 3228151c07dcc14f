"""The law's words as the project uses them: one word per idea, in code, texts and documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the regulations or of the template.

    word    as an identifier      label  as printed        gloss   what it means, in English
    unit    of its figures ("" for none)                   source  id of the rule it comes from
    """

    word: str
    label: str
    gloss: str
    unit: str = ""
    source: str = ""


GLOSSARY = (
    Word("sasaran", "Sasaran strategis", "strategic objective that indicators measure", "", "LKJ-2"),
    Word("indikator", "Indikator kinerja", "performance indicator", "", "LKJ-2"),
    Word("satuan", "Satuan", "unit of an indicator's figures", "", "LKJ-2"),
    Word("target", "Target", "the value promised for the year; taken as exact", "satuan", "LKJ-5"),
    Word("realisasi", "Realisasi", "the value reached (performance) or spent (budget)", "satuan, Rp", "LKJ-2"),
    Word("capaian", "Capaian", "realisasi compared with target", "%", "CAP-1"),
    Word("arah", "Arah", "what is better: larger (naik), smaller (turun), within a range (rentang)", "", "CAP-2"),
    Word("pertumbuhan", "Pertumbuhan", "change against last year, relative to last year", "%", "GRO-1"),
    Word("kemajuan", "Kemajuan Renstra", "realisasi compared with the target of the Renstra's last year", "%", "REN-2"),
    Word("pagu", "Pagu", "budget ceiling of a programme", "Rp", "BUD-2"),
    Word("anggaran", "Anggaran", "budget after its change in the year", "Rp", "BUD-1"),
    Word("serapan", "Serapan anggaran", "budget spent, relative to anggaran", "%", "BUD-1"),
    Word("sisa", "Sisa anggaran", "anggaran less realisasi", "Rp", "BUD-4"),
    Word("efisiensi", "Efisiensi", "capaian against serapan, by the formula the office chose", "", "EFF-1"),
    Word("predikat", "Predikat", "the word or letter a figure earns on a scale", "", "SCALE-1"),
    Word("skala", "Skala nilai", "the scale that turns capaian into a predikat", "", "SCALE-1"),
    Word("triwulan", "Triwulan", "quarter of the year", "", "LKJ-5a"),
    Word("tahun", "Tahun", "the year a figure belongs to", "", "LKJ-2"),
    Word("bidang", "Bidang", "division of the office that carries out a programme", "", "LKJ-7"),
    Word("program", "Program", "budget programme, divided into kegiatan", "", "BUD-2"),
    Word("kegiatan", "Kegiatan", "activity of a programme, divided into sub kegiatan", "", "BUD-2"),
    Word("pembilang", "Pembilang", "numerator of an indicator's formula", "", "GRO-5"),
    Word("penyebut", "Penyebut", "denominator of an indicator's formula", "", "GRO-5"),
    Word("renstra", "Renstra", "the office's medium-term plan", "", "REN-1"),
)

# Other words for the same ideas: rejected in names, so that one idea keeps one word.
SYNONYMS: Mapping[str, str] = {
    "absorption": "serapan",
    "achievement": "capaian",
    "achievements": "capaian",
    "achieved": "capaian",
    "attainment": "capaian",
    "budget": "anggaran",
    "budgets": "anggaran",
    "ceiling": "pagu",
    "denominator": "penyebut",
    "efficiency": "efisiensi",
    "growth": "pertumbuhan",
    "indicator": "indikator",
    "indicators": "indikator",
    "leftover": "sisa",
    "numerator": "pembilang",
    "objective": "sasaran",
    "objectives": "sasaran",
    "programme": "program",
    "quarter": "triwulan",
    "quarters": "triwulan",
    "quarterly": "triwulan",
    "rating": "predikat",
    "ratings": "predikat",
    "realisation": "realisasi",
    "realization": "realisasi",
    "remainder": "sisa",
    "spending": "realisasi",
}


def as_markdown() -> str:
    """The glossary as the table printed in the documents."""
    rows = [f"| {w.word} | {w.label} | {w.gloss} | {w.unit} | {w.source} |" for w in GLOSSARY]
    return "\n".join(["| word | label | meaning | unit | source |", "|---|---|---|---|---|", *rows, ""])
