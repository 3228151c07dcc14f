"""The arithmetic of a clean report in fractions, written apart from the tool so that the two can be held together."""

from __future__ import annotations

from fractions import Fraction

HUNDRED = Fraction(100)
CAPS = {"MAKS-100": Fraction(100), "MAKS-120": Fraction(120), "MAKS-150": Fraction(150)}
WORDS = {
    "LEMBAR": ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"),
    "A": ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"),
    "B": ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"),
    "C": ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"),
    "D": ("Memuaskan", "Sangat Baik", "Baik", "Cukup Baik", "Agak Kurang", "Kurang"),
    "E": ("Melebihi Target", "Tercapai", "Tidak Tercapai"),
}
_UPPERS = {"D": (85, 75, 65, 50, 30)}
_USUAL = (90, 75, 65, 50)
_AKIP = (("AA", 90), ("A", 80), ("BB", 70), ("B", 60), ("CC", 50), ("C", 30))


def rounded(x: Fraction, places: int) -> Fraction:
    """`x` at `places` decimals, halves away from zero."""
    scaled = abs(x) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if x >= 0 else -whole, 10**places)


def indonesian(x: Fraction, places: int, grouped: bool = False) -> str:
    """`x` rounded half up and written with a decimal comma: 1234.5 with 2 places is `1234,50`, grouped `1.234,50`."""
    digits = abs(rounded(x, places)) * 10**places
    whole, rest = divmod(int(digits), 10**places)
    head = f"{whole:,}".replace(",", ".") if grouped else str(whole)
    tail = f",{rest:0{places}d}" if places else ""
    return ("-" if x < 0 and digits else "") + head + tail


def capped(x: Fraction, batas: str) -> Fraction:
    """The capaian that is acknowledged under a cap."""
    if batas == "LONJAK-120":
        return Fraction(120) if x > 110 else x
    return min(x, CAPS[batas]) if batas in CAPS else x


def capaian(arah: str, target: tuple[Fraction, ...], realisasi: Fraction, options: dict[str, str]) -> Fraction:
    """The capaian in percent, uncapped; `target` is one figure or the two bounds of a range."""
    low, high = target[0], target[-1]
    if arah == "Rentang":
        if low <= realisasi <= high:
            return HUNDRED
        if realisasi < low:
            return realisasi / low * 100
        return (
            (2 * high - realisasi) / high * 100 if options["rumus_rentang"] == "RENTANG-1" else high / realisasi * 100
        )
    if arah != "Turun":
        return realisasi / low * 100
    if low == 0:
        return HUNDRED  # only made with a realisasi of 0
    match options["rumus_turun"]:
        case "TURUN-2":
            return low / realisasi * 100
        case "TURUN-3":
            return (low - realisasi) / low * 100
        case "TURUN-1-NOL":
            return max(Fraction(0), (2 * low - realisasi) / low * 100)
        case _:
            return (2 * low - realisasi) / low * 100


def efisiensi(code: str, achieved: Fraction, absorbed: Fraction) -> Fraction:
    """The efficiency of a capaian and an absorption, both in percent."""
    return {
        "EFF-1": lambda: achieved / absorbed,
        "EFF-2": lambda: achieved - absorbed,
        "EFF-4": lambda: 100 - absorbed,
        "EFF-5": lambda: 100 - absorbed / achieved * 100,
        "EFF-7": lambda: absorbed / achieved,
    }[code]()


def rating(skala: str, x: Fraction) -> str:
    """The word for a capaian, by the upper bounds of the scale."""
    words = WORDS[skala]
    if skala == "E":
        return words[0] if x > 100 else words[1] if x == 100 else words[2]
    return next((word for word, upper in zip(words, _UPPERS.get(skala, _USUAL), strict=False) if x > upper), words[-1])


def akip(score: Fraction) -> str:
    """The AKIP letter of a score: lower bounds open."""
    return next((letter for letter, above in _AKIP if score > above), "D")
