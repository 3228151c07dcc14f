"""Formulas of capaian: directions, ranges, zero targets, caps."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures import capaian_words
from lkj_xlsx.measures.basis import Calculation, Input, exact, in_unit, target
from lkj_xlsx.measures.ways import Way, of_parts
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.declare import Variant, variant
from lkj_xlsx.model.expression import DASH, EXACT
from lkj_xlsx.model.fact import Indikator, Settings
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.spec import sources

HUNDRED = Decimal(100)
NAIK = f"IF({{t}}=0,{DASH},IF({{t}}<0,[(1+({{r}}-{{t}})/ABS({{t}}))*100],[{{r}}/{{t}}*100]))"  # `naik`, live
_OUTSIDE = "IF(AND({r}>={t},{r}<={u}),[100],IF({r}>{u}," + "%s," + NAIK + "))"


def naik(t: Decimal, r: Decimal) -> Decimal | Missing:
    """R ÷ T × 100, for indicators that should rise; a negative target is held against its size (CAP-9)."""
    if t == 0:
        return Missing(Reason.PEMBAGI_NOL, say("target bernilai 0"))
    return (1 + (r - t) / abs(t)) * HUNDRED if t < 0 else r / t * HUNDRED


def _no_target(t: Decimal) -> Missing | None:
    """Why a falling indicator cannot be held against this target; a quotient by a negative one would mislead."""
    if t == 0:
        return Missing(Reason.PEMBAGI_NOL, say("target bernilai 0"))
    return Missing(Reason.PEMBAGI_NEGATIF, say("target negatif")) if t < 0 else None


@variant(
    "rumus_turun",
    "TURUN-1",
    "(2 × target − realisasi) ÷ target × 100",
    sources.CAP_TURUN_1,
    default=True,
    order=1,
    words="(2 × {0} − {1}) ÷ {0} × 100",
    excel=f"IF({{t}}<=0,{DASH},[(2*{{t}}-{{r}})/{{t}}*100])",
)
def turun_1(t: Decimal, r: Decimal) -> Decimal | Missing:
    """Bentuk yang paling umum; realisasi lebih dari dua kali target memberi angka negatif."""
    return _no_target(t) or (2 * t - r) / t * HUNDRED


@variant(
    "rumus_turun",
    "TURUN-1-NOL",
    "(2 × target − realisasi) ÷ target × 100, paling rendah 0",
    sources.CAP_TURUN_1,
    order=2,
    words="(2 × {0} − {1}) ÷ {0} × 100",
    excel=f"IF({{t}}<=0,{DASH},[MAX(0,(2*{{t}}-{{r}})/{{t}}*100)])",
)
def turun_1_nol(t: Decimal, r: Decimal) -> Decimal | Missing:
    """Seperti TURUN-1, tetapi angka negatif menjadi 0."""
    result = turun_1.apply(t, r)
    return result if isinstance(result, Missing) else max(Decimal(0), result)


@variant(
    "rumus_turun",
    "TURUN-2",
    "Target ÷ realisasi × 100",
    sources.CAP_TURUN_2,
    order=3,
    words="{0} ÷ {1} × 100",
    excel=f"IF(OR({{t}}<0,{{r}}<=0),{DASH},[{{t}}/{{r}}*100])",
)
def turun_2(t: Decimal, r: Decimal) -> Decimal | Missing:
    """Target dibagi realisasi."""
    if r == 0:
        return Missing(Reason.PEMBAGI_NOL, say("realisasi bernilai 0"))
    return (
        t / r * HUNDRED if t >= 0 and r > 0 else Missing(Reason.PEMBAGI_NEGATIF, say("target atau realisasi negatif"))
    )


@variant(
    "rumus_turun",
    "TURUN-3",
    "(Target − realisasi) ÷ target × 100 (laju penurunan)",
    sources.CAP_TURUN_3,
    order=4,
    words="({0} − {1}) ÷ {0} × 100",
    excel=f"IF({{t}}<=0,{DASH},[({{t}}-{{r}})/{{t}}*100])",
)
def turun_3(t: Decimal, r: Decimal) -> Decimal | Missing:
    """Laju penurunan terhadap target; sebagian daerah menyebutnya capaian."""
    return _no_target(t) or (t - r) / t * HUNDRED


@variant(
    "rumus_rentang",
    "RENTANG-1",
    "Dalam rentang 100; di luar dikurangi sebesar selisihnya",
    sources.CAP_RENTANG,
    default=True,
    order=1,
    excel=_OUTSIDE % turun_1.excel.replace("{t}", "{u}"),
)
def rentang_1(low: Decimal, high: Decimal, r: Decimal) -> Decimal | Missing:
    """Di atas: (2 × batas atas − R) ÷ batas atas; di bawah: R ÷ batas bawah; dikali 100."""
    if low <= r <= high:
        return HUNDRED
    return turun_1.apply(high, r) if r > high else naik(low, r)


@variant(
    "rumus_rentang",
    "RENTANG-2",
    "Dalam rentang 100; di luar dibandingkan batas terdekat",
    sources.CAP_RENTANG,
    order=2,
    excel=_OUTSIDE % turun_2.excel.replace("{t}", "{u}"),
)
def rentang_2(low: Decimal, high: Decimal, r: Decimal) -> Decimal | Missing:
    """Di atas: batas atas ÷ R; di bawah: R ÷ batas bawah; dikali 100."""
    if low <= r <= high:
        return HUNDRED
    return turun_2.apply(high, r) if r > high else naik(low, r)


def _limit(code: str, label: str, top: Decimal | None, order: int, default: bool = False) -> Variant:
    def apply(x: Decimal) -> Decimal:
        return x if top is None else min(x, top)

    apply.__doc__ = "Capaian dicantumkan apa adanya." if top is None else f"Capaian di atas {top} ditulis {top}."
    live = "{x}" if top is None else f"MIN({top},{{x}})"
    limit: Variant = variant("batas_capaian", code, label, sources.CAP_BATAS, default, order, excel=live, bound=top)(
        apply
    )
    return limit


TANPA = _limit("TANPA", "Tanpa batas", None, 1, default=True)
MAKS_100 = _limit("MAKS-100", "Paling tinggi 100", Decimal(100), 2)
MAKS_120 = _limit("MAKS-120", "Paling tinggi 120", Decimal(120), 3)
MAKS_150 = _limit("MAKS-150", "Paling tinggi 150", Decimal(150), 4)


@variant(
    "batas_capaian",
    "LONJAK-120",
    "Di atas 110 menjadi 120",
    sources.CAP_BATAS,
    order=5,
    excel=f"IF(ROUND({{x}},{EXACT})>110,120,{{x}})",
    bound=Decimal(120),
)
def lonjak_120(x: Decimal) -> Decimal:
    """Capaian di atas 110 ditulis 120."""
    return Decimal(120) if x > 110 else x


@variant(
    "target_nol",
    "NOL-100",
    "Realisasi 0 berarti 100; selain itu tidak dihitung",
    sources.CAP_NOL,
    default=True,
    order=1,
    excel=f"IF({{r}}=0,[100],{DASH})",
)
def nol_100(r: Decimal) -> Decimal | Missing:
    """Untuk indikator turun dengan target 0."""
    return HUNDRED if r == 0 else Missing(Reason.PEMBAGI_NOL, say("target bernilai 0 dan realisasi bukan 0"))


@variant(
    "target_nol",
    "NOL-0",
    "Realisasi 0 berarti 100; selain itu 0",
    sources.CAP_NOL,
    order=2,
    excel="IF({r}=0,[100],[0])",
)
def nol_0(r: Decimal) -> Decimal | Missing:
    """Untuk indikator turun dengan target 0; setiap kejadian membuat capaian 0."""
    return HUNDRED if r == 0 else Decimal(0)


@variant("target_nol", "NOL-KOSONG", "Tidak dihitung", sources.CAP_NOL, order=3, excel=DASH)
def nol_kosong(r: Decimal) -> Decimal | Missing:
    """Capaian tidak dihitung bila target 0."""
    return Missing(Reason.PEMBAGI_NOL, say("target bernilai 0"))


TURUN = {item.code: item for item in (turun_1, turun_1_nol, turun_2, turun_3)}
RENTANG = {item.code: item for item in (rentang_1, rentang_2)}
BATAS = {item.code: item for item in (TANPA, MAKS_100, MAKS_120, MAKS_150, lonjak_120)}
NOL = {item.code: item for item in (nol_100, nol_0, nol_kosong)}


def way(
    indikator: Indikator,
    settings: Settings,
    goal: Value,
    turun: str = "",
    rentang: str = "",
    batas: str = "",
    parts: bool = False,
) -> Way:
    """The one capaian formula for an indicator: its direction, the chosen variants, zero targets and the cap.

    A rising ratio `1 : N` is 1/N, a falling one is N, which is how offices mean it; with `parts` both are 1/N.
    """
    words: str
    names: tuple[str, ...] = ("target", "realisasi")
    limit = BATAS[batas or settings.option("batas_capaian") or TANPA.code]
    zero = NOL[settings.option("target_nol") or nol_100.code]
    arah = indikator.arah.casefold()
    if arah == "rentang" or goal.upper is not None:
        ranged = RENTANG[rentang or settings.option("rumus_rentang") or rentang_1.code]
        base: Calculation = ranged.apply
        words, code, live = say("{1} terhadap {0}"), ranged.code, ranged.excel
        if goal.upper is not None:
            words, names = say("{2} terhadap rentang {0} – {1}"), (say("batas bawah"), say("batas atas"), "realisasi")
        else:  # one figure: a range whose bounds are the same
            live = live.replace("{u}", "{t}")
    elif arah == "turun":
        falling = TURUN[turun or settings.option("rumus_turun") or turun_1.code]
        base, words, code = falling.apply, falling.words, falling.code
        live = f"IF({{t}}=0,{zero.excel},{falling.excel})"
    else:
        base, words, code, live = naik, "{1} ÷ {0} × 100", "NAIK", NAIK

    def formula(*numbers: Decimal) -> Decimal | Missing:
        if arah == "turun" and len(numbers) == 2 and numbers[0] == 0:
            result: Decimal | Missing = zero.apply(numbers[1])
        elif code in RENTANG and len(numbers) == 2:
            result = base(numbers[0], *numbers)
        else:
            result = base(*numbers)
        return result if isinstance(result, Missing) else limit.apply(result)

    chosen = Way(formula, words, code, live, limit.excel, names)
    return of_parts(chosen) if goal.ratio and (parts or code == "NAIK") else chosen


def goals(goal: Value, settings: Settings) -> tuple[Input, ...] | Missing:
    """A target as inputs: one figure, or the two bounds of a range."""
    one = target(goal)
    if one is None:
        number = capaian_words.counted(goal, settings.option(capaian_words.OPTION))
        if isinstance(number, Missing):
            return number if goal.text else Missing(Reason.MASUKAN, say("target belum diisi"))
        return (exact(number, goal.text, goal.where),)
    if goal.upper is not None:
        return one, exact(goal.upper, "", goal.where)
    return (one,)


def result_of(value: Value, indikator: Indikator, settings: Settings) -> Input | Missing:
    """A typed realisasi as input; exact where its unit counts things."""
    item = in_unit(value, indikator.satuan)
    if item is not None:
        return item
    number = capaian_words.counted(value, settings.option(capaian_words.OPTION))
    if isinstance(number, Missing):
        return number if value.text else Missing(Reason.MASUKAN, say("realisasi belum diisi"))
    return exact(number, value.text, value.where)
