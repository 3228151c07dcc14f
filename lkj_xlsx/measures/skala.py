"""Rating scales as data: presets and the scale printed in the document, classified by upper bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lkj_xlsx.model.declare import Source, Variant, variant
from lkj_xlsx.model.expression import EXACT
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
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
    open_lower: bool = False  # the printed lower bound itself does not belong to this row (`> 85`)

    def below(self, x: Decimal) -> bool:
        """Whether the row ends below `x`."""
        return self.upper is not None and (x > self.upper or (x == self.upper and self.open_upper))

    def above(self, x: Decimal) -> bool:
        """Whether the row, as printed, begins above `x`."""
        return self.lower is not None and (x < self.lower or (x == self.lower and self.open_lower))


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale, the best row first."""

    name: str
    steps: tuple[Step, ...]

    def rate(self, x: Decimal) -> str:
        """The label of a capaian by upper bounds: gaps between printed bounds belong to the row above them."""
        for step in reversed(self.steps):
            if not step.below(x):
                return step.label
        return self.steps[0].label

    def between(self, x: Decimal) -> tuple[str, ...]:
        """The labels of the two rows whose printed bounds leave `x` out; () where a row holds it."""
        for higher, lower in pairwise(self.steps):
            if lower.below(x) and higher.above(x):
                return higher.label, lower.label
        return ()

    def in_gap(self, x: Decimal) -> bool:
        """Whether no printed row holds `x`, so that either neighbouring word may be meant."""
        return bool(self.between(x))

    def meant(self, x: Decimal) -> tuple[str, ...]:
        """Every word that can be defended for `x`: by upper bounds, by a gap's neighbours, by rows that overlap."""
        top = self.steps[0]  # holds whatever lies above the scale
        holding = (
            step.label
            for step in self.steps
            if step.lower is not None and not step.above(x) and (step is top or not step.below(x))
        )
        return tuple(dict.fromkeys((self.rate(x), *self.between(x), *holding)))


LOOKUP = f"INDEX({{kata}},MATCH(ROUND({{c}},{EXACT}),{{batas}},-1))"  # the rows from the highest bound down
_FIVE = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")
_GOOD = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")


def _scale(name: str, labels: Sequence[str], uppers: Sequence[str], lowers: Sequence[str]) -> Scale:
    tops = [None, *(Decimal(text) for text in uppers)]
    floors = [*(Decimal(text) for text in lowers), None]
    return Scale(name, tuple(Step(label, top, floor) for label, top, floor in zip(labels, tops, floors, strict=True)))


_SIX = Scale(  # printed: > 85–100, > 75–< 85, > 65–75, > 50–65, > 30–50, 0–30; exactly 85 stands in no row
    "D",
    (
        Step("Memuaskan", None, Decimal(85), open_lower=True),
        Step("Sangat Baik", Decimal(85), Decimal(75), open_upper=True, open_lower=True),
        Step("Baik", Decimal(75), Decimal(65), open_lower=True),
        Step("Cukup Baik", Decimal(65), Decimal(50), open_lower=True),
        Step("Agak Kurang", Decimal(50), Decimal(30), open_lower=True),
        Step("Kurang", Decimal(30), Decimal(0)),
    ),
)


def _preset(code: str, label: str, scale: Scale, source: Source, order: int, default: bool = False) -> Variant:
    def apply(book: Book) -> Scale:
        return scale

    apply.__doc__ = "Batas atas " + ", ".join(f"{s.label}: {s.upper}" for s in scale.steps if s.upper is not None) + "."
    preset: Variant = variant("skala", code, label, source, default, order, excel=LOOKUP)(apply)
    return preset


SKALA_A = _preset(
    "A",
    "Sangat Tinggi–Sangat Rendah, 90,1 ke atas",
    _scale("A", _FIVE, ("90", "75", "65", "50"), ("90.1", "75.1", "65.1", "50.1")),
    sources.SKALA,
    2,
)
SKALA_B = _preset(
    "B",
    "Sangat Tinggi–Sangat Rendah, 91 ke atas",
    _scale("B", _FIVE, ("90", "75", "65", "50"), ("91", "76", "66", "51")),
    sources.SKALA_PERMENDAGRI,
    3,
)
SKALA_C = _preset(
    "C",
    "Sangat Baik–Sangat Kurang, 91 ke atas",
    _scale("C", _GOOD, ("90", "75", "65", "50"), ("91", "76", "66", "51")),
    sources.SKALA_SAMPANG,
    4,
)
SKALA_D = _preset(
    "D",
    "Memuaskan–Kurang, enam tingkat",
    _SIX,
    sources.SKALA_ENAM,
    5,
)
SKALA_E = _preset(
    "E",
    "Melebihi Target, Tercapai, Tidak Tercapai",
    Scale(
        "E",
        (
            Step("Melebihi Target", None, Decimal(100), open_lower=True),
            Step("Tercapai", Decimal(100), Decimal(100)),
            Step("Tidak Tercapai", Decimal(100), None, open_upper=True),
        ),
    ),
    sources.SKALA,
    6,
)

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_ROWS = (
    (re.compile(rf"^(?:>=|≥|>)\s*{_NUMBER}$|^{_NUMBER}\s*(?:>=|≥)$|^{_NUMBER}\s*ke atas$"), "top"),
    (re.compile(rf"^(?:<=|≤|<|s\s*/?\s*d|s\.d\.)\s*{_NUMBER}$|^{_NUMBER}\s*ke bawah$"), "bottom"),
    (
        re.compile(rf"^(?:>=|≥|>)?\s*{_NUMBER}\s*(?:<=|≤|<|-|–|—|s\s*/?\s*d|s\.d\.|sampai)\s*(?:<=|≤|<)?\s*{_NUMBER}$"),
        "both",
    ),
)


def parse_step(label: str, interval: str) -> Step | None:
    """A printed row such as `≥ 90,1`, `75,1 ≤ 90`, `> 65 – 75`, `≤ 50`; None where its form is not known."""
    text = " ".join(interval.replace("%", " ").split())
    for pattern, shape in _ROWS:
        match = pattern.match(text)
        if match is None:
            continue
        numbers = [
            number for number in (spell(g, False).number for g in match.groups() if g) if isinstance(number, Decimal)
        ]
        open_lower = text.startswith(">") and not text.startswith(">=")
        if shape == "top":
            return Step(label, None, numbers[0], open_lower=open_lower)
        open_upper = "<" in text and "<=" not in text
        if shape == "bottom":
            return Step(label, numbers[0], None, open_upper)
        return Step(label, numbers[1], numbers[0], open_upper, open_lower)
    return None


def printed(book: Book) -> Scale | Missing:
    """The scale of the sheet Skala Nilai, or why it cannot be used."""
    rows = book.records("skala")
    if not rows:
        return Missing(Reason.TANPA_SKALA, say("lembar Skala Nilai kosong"))
    steps = [parse_step(row.text("kriteria"), row.text("interval")) for row in rows]
    ready = [step for step in steps if step is not None]
    if len(ready) != len(rows):
        return Missing(Reason.TANPA_SKALA, say("ada interval pada Skala Nilai yang tidak terbaca"))
    ready.sort(key=lambda step: (step.upper is None, step.upper or Decimal(0)), reverse=True)
    if len({step.upper for step in ready}) != len(ready) and not any(step.open_upper for step in ready):
        return Missing(Reason.TANPA_SKALA, say("dua baris Skala Nilai memiliki batas atas yang sama"))
    return Scale("lembar", tuple(ready))


@variant("skala", "LEMBAR", "Sesuai lembar Skala Nilai", sources.SKALA, default=True, order=1, excel=LOOKUP)
def lembar(book: Book) -> Scale | Missing:
    """Skala seperti tercetak dalam dokumen; selalu didahulukan."""
    return printed(book)


SCALES = {item.code: item for item in (lembar, SKALA_A, SKALA_B, SKALA_C, SKALA_D, SKALA_E)}


def chosen_scale(book: Book) -> Variant:
    """The way a scale is found that the document declares."""
    return SCALES[book.settings.option("skala") or lembar.code]


def scale_of(book: Book) -> Scale | Missing:
    """The scale the document uses: the chosen preset, or its own sheet."""
    scale: Scale | Missing = chosen_scale(book).apply(book)
    return scale
