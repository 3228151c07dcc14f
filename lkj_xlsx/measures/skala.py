"""Rating scales as data: presets and the scale printed in the document, classified by upper bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.capaian import capaian_bases
from lkj_xlsx.model.computed import Basis, Computed
from lkj_xlsx.model.declare import Source, Variant, measure, variant
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.spelling import spell
from lkj_xlsx.spec import sources


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a scale. `upper` is None for the top row; `lower` is only what is printed."""

    label: str
    upper: Decimal | None
    lower: Decimal | None = None
    open_upper: bool = False  # the upper bound itself belongs to the next row (`< 85`)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale, the best row first."""

    name: str
    steps: tuple[Step, ...]

    def rate(self, x: Decimal) -> str:
        """The label of a capaian by upper bounds: gaps between printed bounds belong to the row above them."""
        for step in reversed(self.steps):
            if step.upper is None or x < step.upper or (x == step.upper and not step.open_upper):
                return step.label
        return self.steps[0].label

    def in_gap(self, x: Decimal) -> bool:
        """Whether no printed row holds `x`, so that either neighbouring word may be meant."""
        held = any(
            (step.lower is None or x >= step.lower) and (step.upper is None or x <= step.upper) for step in self.steps
        )
        lowest = min((step.lower for step in self.steps if step.lower is not None), default=None)
        return not held and lowest is not None and x > lowest


_FIVE = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
_GOOD = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")


def _scale(name: str, labels: Sequence[str], uppers: Sequence[str], lowers: Sequence[str]) -> Scale:
    tops = [None, *(Decimal(text) for text in uppers)]
    floors = [*(Decimal(text) for text in lowers), None]
    return Scale(name, tuple(Step(label, top, floor) for label, top, floor in zip(labels, tops, floors, strict=True)))


def _preset(code: str, label: str, scale: Scale, source: Source, order: int, default: bool = False) -> Variant:
    def apply(book: Book) -> Scale:
        return scale

    apply.__doc__ = "Batas atas " + ", ".join(f"{s.label}: {s.upper}" for s in scale.steps if s.upper is not None) + "."
    made: Variant = variant("skala", code, label, source, default, order)(apply)
    return made


SKALA_A = _preset("A", "Sangat Tinggi–Sangat Rendah, 90,1 ke atas", _scale(
    "A", _FIVE, ("90", "75", "65", "50"), ("90.1", "75.1", "65.1", "50.1")), sources.SKALA, 2)
SKALA_B = _preset("B", "Sangat Tinggi–Sangat Rendah, 91 ke atas", _scale(
    "B", _FIVE, ("90", "75", "65", "50"), ("91", "76", "66", "51")), sources.SKALA, 3)
SKALA_C = _preset("C", "Sangat Baik–Sangat Kurang, 91 ke atas", _scale(
    "C", _GOOD, ("90", "75", "65", "50"), ("91", "76", "66", "51")), sources.SKALA_SAMPANG, 4)
SKALA_D = _preset("D", "Memuaskan–Kurang, enam tingkat", _scale(
    "D", ("Memuaskan", "Sangat Baik", "Baik", "Cukup Baik", "Agak Kurang", "Kurang"),
    ("85", "75", "65", "50", "30"), ("85", "75", "65", "50", "30")), sources.SKALA_ENAM, 5)
SKALA_E = _preset("E", "Melebihi Target, Tercapai, Tidak Tercapai", Scale("E", (
    Step("Melebihi Target", None, Decimal(100)), Step("Tercapai", Decimal(100), Decimal(100)),
    Step("Tidak Tercapai", Decimal(100), None, open_upper=True))), sources.SKALA, 6)

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_ROWS = (
    (re.compile(rf"^(?:>=|≥|>)\s*{_NUMBER}$|^{_NUMBER}\s*(?:>=|≥)$|^{_NUMBER}\s*ke atas$"), "top"),
    (re.compile(rf"^(?:<=|≤|<|s\s*/?\s*d|s\.d\.)\s*{_NUMBER}$|^{_NUMBER}\s*ke bawah$"), "bottom"),
    (re.compile(rf"^(?:>=|≥|>)?\s*{_NUMBER}\s*(?:<=|≤|<|-|–|—|s\s*/?\s*d|s\.d\.|sampai)\s*(?:<=|≤|<)?\s*{_NUMBER}$"), "both"),
)


def parse_step(label: str, interval: str) -> Step | None:
    """A printed row such as `≥ 90,1`, `75,1 ≤ 90`, `> 65 – 75`, `≤ 50`; None where its form is not known."""
    text = " ".join(interval.replace("%", " ").split())
    for pattern, shape in _ROWS:
        found = pattern.match(text)
        if found is None:
            continue
        numbers = [number for number in (spell(g, False).number for g in found.groups() if g) if isinstance(number, Decimal)]
        if shape == "top":
            return Step(label, None, numbers[0])
        open_upper = "<" in text and "<=" not in text
        if shape == "bottom":
            return Step(label, numbers[0], None, open_upper)
        return Step(label, numbers[1], numbers[0], open_upper)
    return None


def printed(book: Book) -> Scale | Missing:
    """The scale of the sheet Skala Nilai, or why it cannot be used."""
    rows = book.records("skala")
    if not rows:
        return Missing(Reason.TANPA_SKALA, "lembar Skala Nilai kosong")
    steps = [parse_step(row.text("kriteria"), row.text("interval")) for row in rows]
    ready = [step for step in steps if step is not None]
    if len(ready) != len(rows):
        return Missing(Reason.TANPA_SKALA, "ada interval pada Skala Nilai yang tidak terbaca")
    ready.sort(key=lambda step: (step.upper is None, step.upper or Decimal(0)), reverse=True)
    if len({step.upper for step in ready}) != len(ready) and not any(step.open_upper for step in ready):
        return Missing(Reason.TANPA_SKALA, "dua baris Skala Nilai memiliki batas atas yang sama")
    return Scale("lembar", tuple(ready))


@variant("skala", "LEMBAR", "Sesuai lembar Skala Nilai", sources.SKALA, default=True, order=1)
def lembar(book: Book) -> Scale | Missing:
    """Skala seperti tercetak dalam dokumen; selalu didahulukan."""
    return printed(book)


SCALES = {item.code: item for item in (lembar, SKALA_A, SKALA_B, SKALA_C, SKALA_D, SKALA_E)}


def scale_of(book: Book) -> Scale | Missing:
    """The scale the document uses: the chosen preset, or its own sheet."""
    found: Scale | Missing = SCALES[book.settings.option("skala") or lembar.code].apply(book)
    return found


@measure("PREDIKAT", "Predikat", (("capaian_iku", "predikat"), ("target_realisasi", "predikat")), sources.SKALA_BATAS)
def predikat(record: Record, field: str, book: Book) -> Computed | None:
    """Kata predikat menurut skala; benar bila cocok dengan capaian tertulis atau capaian hasil hitung ulang."""
    indikator = book.indikator.get(record.indikator[0]) if len(record.indikator) == 1 else None
    value = record.get(field)
    if indikator is None:
        return None
    scale = scale_of(book)
    if isinstance(scale, Missing):
        return Computed("PREDIKAT", "predikat", record, field, value, scale, subjek=indikator.nama)
    bases, _, reason = capaian_bases(
        book, indikator, book.settings.tahun, record.get("realisasi"), record.get("target"))
    said = record.get("capaian")
    if not bases:
        result: str | Missing = scale.rate(said.known) if said.known is not None else reason or Missing(Reason.MASUKAN)
        return Computed("PREDIKAT", "predikat", record, field, value, result, subjek=indikator.nama)
    numbers = [bases[0].value, *(basis.value for basis in bases), *([said.known] if said.known is not None else [])]
    words = tuple(Basis(bases[0].base, bases[0].result, scale.rate(x), bases[0].inputs) for x in numbers)
    if any(scale.in_gap(x) for x in numbers):  # either neighbour may be meant: never an error
        words += tuple(Basis(bases[0].base, bases[0].result, step.label, ()) for step in scale.steps)
    return Computed("PREDIKAT", "predikat", record, field, value, scale.rate(bases[0].value), words,
                    "menurut batas atas Skala Nilai", scale.name, indikator.nama)
