"""Efficiency: capaian held against absorption. The formula differs between regions and must be chosen."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.basis import Input, evaluate, exact, ladder, point, span, strongest_first, typed
from lkj_xlsx.measures.capaian import capaian_bases
from lkj_xlsx.measures.only_percents import only_percents
from lkj_xlsx.measures.serapan import serapan_bases
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Base, Basis, Computed
from lkj_xlsx.model.declare import Mended, Variant, measure, variant
from lkj_xlsx.model.expression import DASH, EXACT, each_result
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.flip import Conclusion, Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Interval, Missing, Reason, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

OPTION = "rumus_efisiensi"
SHOWN = 4


@variant(
    OPTION,
    "EFF-1",
    "EFF-1 Capaian ÷ serapan",
    sources.EFF_1,
    order=1,
    words="{0} ÷ {1}",
    excel=f"IF({{s}}=0,{DASH},[{{c}}/{{s}}])",
    neutral=Decimal(1),
    ratio=True,
)
def eff_1(capaian: Decimal, serapan: Decimal) -> Decimal | Missing:
    """Rasio; di atas 1 berarti capaian melampaui serapan."""
    return Missing(Reason.PEMBAGI_NOL, say("serapan bernilai 0")) if serapan == 0 else capaian / serapan


@variant(
    OPTION,
    "EFF-2",
    "EFF-2 Capaian − serapan (poin persen)",
    sources.EFF_2,
    order=2,
    words="{0} − {1}",
    excel="{c}-{s}",
    neutral=Decimal(0),
)
def eff_2(capaian: Decimal, serapan: Decimal) -> Decimal | Missing:
    """Selisih dalam poin persen; di atas 0 berarti capaian melampaui serapan."""
    return capaian - serapan


@variant(
    OPTION,
    "EFF-4",
    "EFF-4 100 − serapan",
    sources.EFF_4,
    order=3,
    words="100 − {1}",
    excel="100-{s}",
    neutral=Decimal(0),
)
def eff_4(capaian: Decimal, serapan: Decimal) -> Decimal | Missing:
    """Bagian anggaran yang tersisa, dalam persen; hanya bermakna bila target tercapai."""
    return 100 - serapan


@variant(
    OPTION,
    "EFF-5",
    "EFF-5 (anggaran × capaian − realisasi) ÷ (anggaran × capaian) × 100",
    sources.EFF_5,
    order=4,
    words="100 − {1} ÷ {0} × 100",
    excel=f"IF({{c}}=0,{DASH},100-{{s}}/{{c}}*100)",
    neutral=Decimal(0),
)
def eff_5(capaian: Decimal, serapan: Decimal) -> Decimal | Missing:
    """Bentuk PMK untuk satu keluaran, sama dengan 100 − serapan ÷ capaian × 100."""
    return Missing(Reason.PEMBAGI_NOL, say("capaian bernilai 0")) if capaian == 0 else 100 - serapan / capaian * 100


@variant(
    OPTION,
    "EFF-7",
    "EFF-7 Serapan ÷ capaian",
    sources.EFF_7,
    order=5,
    words="{1} ÷ {0}",
    excel=f"IF({{c}}=0,{DASH},[{{s}}/{{c}}])",
    neutral=Decimal(1),
    below=True,
    ratio=True,
)
def eff_7(capaian: Decimal, serapan: Decimal) -> Decimal | Missing:
    """Biaya per kinerja; di bawah 1 berarti hemat."""
    return Missing(Reason.PEMBAGI_NOL, say("capaian bernilai 0")) if capaian == 0 else serapan / capaian


FORMULAS = {item.code: item for item in (eff_1, eff_2, eff_4, eff_5, eff_7)}


@variant(
    "syarat_efisien",
    "CAPAIAN-100",
    "Hanya bila capaian mencapai 100",
    sources.EFF_SYARAT,
    default=True,
    order=1,
    excel=f"ROUND({{c}},{EXACT})>=100",
)
def capaian_100(capaian: Decimal) -> bool:
    """Anggaran yang tersisa pada target yang tidak tercapai bukan efisiensi."""
    return capaian >= 100


@variant("syarat_efisien", "TANPA", "Tanpa syarat", sources.EFF_SYARAT, order=2, excel="TRUE")
def tanpa_syarat(capaian: Decimal) -> bool:
    """Kata efisien ditentukan angka efisiensinya saja."""
    return True


SYARAT = {item.code: item for item in (capaian_100, tanpa_syarat)}


def efficient(efisiensi: Decimal, capaian: Decimal, formula: str, syarat: str) -> bool:
    """Whether the word efisien may be used: the figure beyond the neutral value, and the precondition met."""
    return FORMULAS[formula].good(efisiensi) and bool(SYARAT[syarat or capaian_100.code].apply(capaian))


def turned(said: Decimal, right: Decimal, capaian: Decimal, book: Book) -> tuple[Flip, ...]:
    """Whether the word efisien is another one between two efficiencies of one capaian, under the chosen formula."""
    code, syarat = book.settings.option(OPTION), book.settings.option("syarat_efisien")
    before, after = (efficient(number, capaian, code, syarat) for number in (said, right))
    words = {True: say("efisien"), False: say("tidak efisien")}
    return () if before == after else (Flip(Conclusion.EFISIEN, words[before], words[after]),)


def of_efisiensi(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """What another efficiency concludes."""
    indikator = mended.indikator
    bases = capaian_bases(book, indikator, book.settings.tahun)[0] if indikator is not None else ()
    return turned(mended.said, mended.right, bases[0].value, book) if bases else ()


def of_serapan(mended: Mended, book: Book) -> tuple[Flip, ...]:
    """What another absorption (percent) concludes of a row of the efficiency table, and of no other."""
    indikator, code = book.indikator_of(mended.record), book.settings.option(OPTION)
    if mended.record.sheet != "efisiensi" or indikator is None or code not in FORMULAS:
        return ()
    bases, _, _ = capaian_bases(book, indikator, book.settings.tahun)
    if not bases:
        return ()
    formula, number = FORMULAS[code].apply, bases[0].value
    said, right = (evaluate(formula, (number, serapan)) for serapan in (mended.said, mended.right))
    if isinstance(said, Missing) or isinstance(right, Missing):
        return ()
    return turned(said, right, number, book)


def parts(
    record: Record, book: Book, indikator: Indikator
) -> tuple[tuple[Basis, ...], tuple[Basis, ...], Missing | None]:
    """Bases of the capaian and of the absorption behind one row, and why either is lacking."""
    of_capaian, _, reason = capaian_bases(
        book, indikator, book.settings.tahun, record.get("realisasi"), record.get("target")
    )
    of_serapan, lacking = serapan_bases(record.get("anggaran"), record.get("realisasi_anggaran"))
    said = typed(record.get("serapan"))
    if not of_serapan and said is not None and only_percents(record, book):
        of_serapan, lacking = ladder(lambda serapan: serapan, "{0}", (), [[said]])
    return of_capaian, of_serapan, reason or lacking


def judged_efficient(record: Record, book: Book) -> bool | None:
    """Whether the row may be called efisien under the chosen formula; None where that cannot be told."""
    indikator, code = book.indikator_of(record), book.settings.option(OPTION)
    if indikator is None or code not in FORMULAS:
        return None
    capaian, serapan, _ = parts(record, book, indikator)
    if not capaian or not serapan:
        return None
    number = evaluate(FORMULAS[code].apply, (capaian[0].value, serapan[0].value))
    if isinstance(number, Missing):
        return None
    return efficient(number, capaian[0].value, code, book.settings.option("syarat_efisien"))


def _as_input(basis: Basis) -> Input:
    return exact(basis.value, show(basis.value, SHOWN), *basis.inputs)


def _weaker(one: Basis, other: Basis) -> Base:
    return max(one.base, other.base, key=list(Base).index)


def bases_of(code: str, record: Record, capaian: tuple[Basis, ...], serapan: tuple[Basis, ...]) -> tuple[Basis, ...]:
    """From the strongest results down to the percents typed in the row, and those with their rounding."""
    formula, words = FORMULAS[code].apply, FORMULAS[code].words
    said = [typed(record.get("capaian")), typed(record.get("serapan"))]
    points = [basis for basis in capaian if basis.base is not Base.SELANG]
    weaker = max((serapan[0].base, Base.EKSAK), key=list(Base).index)
    bases = [
        point(
            max((basis.base, weaker), key=list(Base).index),
            formula,
            [_as_input(basis), _as_input(serapan[0])],
            words,
            code,
        )
        for basis in points
    ]
    rows = [(said[0], _as_input(serapan[0])), (said[0], said[1]), (_as_input(capaian[0]), said[1])]
    ready = [[one, other] for one, other in rows if one is not None and other is not None]
    bases += [point(Base.TERTULIS, formula, row, words, code) for row in ready]
    ranged = [span(formula, row, words, code) for row in ready]
    return strongest_first(basis for basis in (*bases, *ranged) if isinstance(basis, Basis))


def factor(item: Variant, value: Value) -> int:
    """What the formula's result is multiplied by to be shown as the cell does: 100 for a ratio in percent."""
    return 100 if item.ratio and value.text.endswith("%") else 1


def template(item: Variant, times: int = 1) -> str:
    """The live formula, its results multiplied."""
    return each_result(item.excel, "{x}" if times == 1 else f"{{x}}*{times}")


def scaled(basis: Basis, factor: int) -> Basis:
    """A basis for a ratio that is shown as a percent (1,0123 as 101,23 %)."""
    return Basis(
        basis.base,
        Interval(basis.result.low * factor, basis.result.high * factor),
        basis.wording,
        basis.inputs,
        basis.variant,
    )


def _fraction(record: Record, field: str) -> tuple[str, str] | None:
    """The capaian and the serapan typed in the row."""
    return ("capaian", "serapan") if field == "efisiensi" else None


@measure(
    "EFISIENSI",
    "Efisiensi",
    (("efisiensi", "efisiensi"),),
    sources.EFF_1,
    of_efisiensi,
    scale=1,
    choices=tuple(FORMULAS.values()),
    fraction=_fraction,
)
def efisiensi(record: Record, field: str, book: Book) -> Computed | None:
    """Capaian kinerja dibandingkan serapan anggaran menurut rumus yang dipilih."""
    indikator = book.indikator_of(record)
    value = record.get(field)
    if indikator is None:
        return None
    code = book.settings.option(OPTION)
    capaian, serapan, reason = parts(record, book, indikator)

    def answer(
        result: Decimal | Missing, bases: tuple[Basis, ...] = (), rivals: dict[str, Decimal] | None = None
    ) -> Computed:
        formula = FORMULAS[code].words.format("capaian", "serapan") if code else ""
        return Computed(
            efisiensi,
            "efisiensi",
            record,
            field,
            value,
            result,
            bases,
            formula,
            code,
            indikator.nama,
            rivals=rivals or {},
        )

    if code not in FORMULAS:
        return answer(Missing(Reason.RUMUS_BELUM_DIPILIH, say("Rumus Efisiensi pada Identitas dan Pengaturan")))
    if not capaian or not serapan:
        return answer(reason or Missing(Reason.MASUKAN))
    bases = bases_of(code, record, capaian, serapan)
    bases = tuple(scaled(basis, factor(FORMULAS[code], value)) for basis in bases)
    numbers = (capaian[0].value, serapan[0].value)
    others = {item: evaluate(item.apply, numbers) for other, item in FORMULAS.items() if other != code}
    rivals = {item.code: x * factor(item, value) for item, x in others.items() if isinstance(x, Decimal)}
    return answer(bases[0].value if bases else Missing(Reason.MASUKAN), bases, rivals)
