"""The right formula with a wrong input: another target, base, rate, budget or year."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.causes.likelihood import reproduces
from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.capaian import best_realisasi
from lkj_xlsx.measures.capaian_variants import goals, way
from lkj_xlsx.measures.data_dasar import kind_of, level_bases, owners, target_data
from lkj_xlsx.measures.efisiensi import FORMULAS, efisiensi
from lkj_xlsx.measures.realisasi import pertumbuhan
from lkj_xlsx.measures.serapan import absorbed
from lkj_xlsx.measures.serapan_anggaran import serapan
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Base, Judged, Ledger
from lkj_xlsx.model.declare import cause
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Cause
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, show
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.relations.methods import LAST_YEAR, OTHER, REST, methods_of


@cause("target-keliru", "Memakai target lain", 25)
def target_keliru(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Capaian dihitung terhadap target akhir Renstra atau target tahun lalu, bukan target tahun ini."""
    indikator = book.indikator_of(entry.record)
    if indikator is None or not entry.measure.against_target:
        return None
    settings = book.settings
    right = settings.akhir if entry.measure.inputs is Inputs.TARGET_AKHIR else settings.tahun
    years = [year for year in (settings.akhir, settings.tahun, settings.tahun - 1) if year != right]
    sure, said, _ = best_realisasi(book, indikator, settings.tahun)
    for tahun in years:
        goal = target_of(book, indikator.kode, tahun)
        aims = goals(goal, settings) if goal is not None else None
        if goal is None or aims is None or isinstance(aims, Missing):
            continue
        for item in (*sure, *said):
            chosen = way(indikator, settings, goal)
            if reproduces(entry, evaluate(chosen.formula, [*(i.value for i in aims), item.value])):
                label = say("target akhir Renstra") if tahun == settings.akhir else say("target {0}", tahun)
                return Cause(
                    "target-keliru",
                    say("dihitung terhadap {apa} {angka} ({sel})", apa=label, angka=goal.shown, sel=goal.where),
                    4,
                )
    return None


@cause("target-tahun-lain", "Target tahun lain", 6)
def target_tahun_lain(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Target akhir Renstra berisi target tahun berjalan, atau target tahun ini yang tahun lalu."""
    if entry.computed.measure is not target_data:
        return _other_years_target(entry, book)
    if entry.against is None:
        return None
    record = entry.record
    for indikator in owners(record, book):
        for basis in level_bases(record, book, indikator):
            if basis.variant != entry.against.variant and abs(basis.value - (entry.computed.value.known or 0)) <= 1:
                return Cause(
                    "target-tahun-lain",
                    say(
                        "{angka} adalah target {tahun} ({cara})",
                        angka=entry.computed.value.shown,
                        tahun=basis.variant,
                        cara=basis.words,
                    ),
                    1,
                )
    return None


def _other_years_target(entry: Judged, book: Book) -> Cause | None:
    """A target typed where that of another year belongs."""
    record, settings, field = entry.computed.record, book.settings, entry.computed.field
    own = {"target": settings.tahun, "target_lalu": settings.tahun - 1, "target_akhir": settings.akhir}
    indikator = book.indikator_of(record)
    if field not in own or record.sheet == "data_dasar" or indikator is None:
        return None
    labels = {settings.akhir: say("target akhir Renstra"), settings.tahun - 1: say("target tahun lalu")}
    for tahun in dict.fromkeys((settings.tahun, settings.akhir, settings.tahun - 1)):
        goal = target_of(book, indikator.kode, tahun) if tahun != own[field] else None
        if goal is not None and goal.known is not None and goal.known == entry.computed.value.known:
            label = say("target tahun ini") if tahun == settings.tahun else labels[tahun]
            evidence = say("{angka} adalah {apa} ({sel})", angka=goal.shown, apa=label, sel=goal.where)
            return Cause("target-tahun-lain", evidence, 2)
    return None


@cause("dasar-keliru", "Memakai dasar lain", 26)
def dasar_keliru(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Bagian dihitung dari data lain: seluruh UMKM, bukan usaha mikro, atau sisanya."""
    way = next((way for way in methods_of(entry, book) if way.kind in (REST, OTHER)), None)
    return Cause("dasar-keliru", way.words, way.tried) if way is not None else None


@cause("tahun-dasar-lain", "Memakai data tahun lain", 23)
def tahun_dasar_lain(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Penyebut atau pembilang tahun lalu, atau pertumbuhan terhadap dua tahun sebelumnya."""
    way = next((way for way in methods_of(entry, book) if way.kind == LAST_YEAR), None)
    return Cause("tahun-dasar-lain", way.words, way.tried) if way is not None else None


@cause("persen-lain", "Memakai persen lain", 27)
def persen_lain(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Target rupiah dihitung dengan persen lain: 5.296.391.693 adalah 10 %, bukan 11 %."""
    known = entry.computed.value.known
    if entry.measure is not target_data or known is None:
        return None
    for indikator in book.indikator.values():
        for basis in level_bases(entry.record, book, indikator):
            base = next((fact.known for fact in _cells(book, basis.inputs[:1])), None)
            if not base:
                continue
            grown = kind_of(entry.record) == "rincian" and indikator.rumus == pertumbuhan.code
            rate = (known / base - 1) * 100 if grown else known / base * 100
            near = round(rate * 2) / Decimal(2)  # whole and half percents, as targets are set
            if abs(rate - near) * base <= 100 and rate > 0:  # one rupiah or unit either way
                words = say("{angka} adalah {dasar} naik {p} %") if grown else say("{angka} adalah {p} % dari {dasar}")
                evidence = say(words, angka=entry.computed.value.shown, p=show(near), dasar=show(base, 0))
                return Cause("persen-lain", evidence, 20)
    return None


def _cells(book: Book, places: tuple[Where, ...]) -> list[Value]:
    return [v for r in book.records("data_dasar") for v in r.values.values() if v.where in places]


@cause("anggaran-lain", "Memakai anggaran indikator lain", 28)
def anggaran_lain(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Serapan atau efisiensi dihitung dengan anggaran indikator atau program lain."""
    record, measure = entry.record, entry.measure
    if measure not in (serapan, efisiensi) or record.sheet != "efisiensi":
        return None
    own = (record.place("anggaran"), record.place("realisasi_anggaran"))
    rows = {(r.place("anggaran"), r.place("realisasi_anggaran")): r for r in book.records("efisiensi")}
    others = {cells: row for cells, row in rows.items() if cells != own}
    tops = [b.value for e in ledger.at(record.place("capaian")) for b in e.computed.bases if b.base is not Base.SELANG]
    for row in others.values():
        given, spent = row.known("anggaran"), row.known("realisasi_anggaran")
        used = absorbed(given, spent) if given is not None and spent is not None else None
        formula = FORMULAS.get(entry.computed.variant)
        results = (
            [used]
            if measure is serapan
            else [
                evaluate(formula.apply, [top, used])
                for top in tops
                if formula is not None and isinstance(used, Decimal)
            ]
        )
        if any(reproduces(entry, x) for x in results):
            return Cause(
                "anggaran-lain", say("memakai anggaran pada {sel}", sel=row.place("anggaran")), 2 * len(others)
            )
    return None


@cause("tanpa-pengurangan", "Bukan angka yang diminta", 29)
def bukan_yang_diminta(entry: Judged, book: Book, ledger: Ledger) -> Cause | None:
    """Sisa, selisih, atau kebalikan dari 100 tertulis di tempat persen: 2,46 untuk 97,54."""
    if not entry.measure.percent:
        return None
    for basis in entry.computed.bases:
        if basis.base is not Base.SELANG and reproduces(entry, 100 - basis.value):
            return Cause(
                "tanpa-pengurangan",
                say("{angka} adalah 100 − {benar}", angka=entry.computed.value.shown, benar=show(basis.value, 2)),
                1,
            )
    return None
