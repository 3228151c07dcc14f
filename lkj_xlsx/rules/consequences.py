"""What a wrong figure changes: predikat, tercapai, efisien, totals. A finding that flips one of them comes first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkj_xlsx.measures import capaian, efisiensi, realisasi, renstra, serapan
from lkj_xlsx.measures.agreement import target_of
from lkj_xlsx.measures.basis import evaluate
from lkj_xlsx.measures.capaian import agreed_realisasi, capaian_bases, reached
from lkj_xlsx.measures.capaian_variants import goals, result_of, way
from lkj_xlsx.measures.efisiensi import FORMULAS, OPTION, efficient
from lkj_xlsx.measures.renstra import sifat_of
from lkj_xlsx.measures.serapan import SPENT, absorbed, serapan_bases
from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.measures.tree import JUMLAH, NAMES, PROGRAM, nodes, programs, trees
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Judged
from lkj_xlsx.model.fact import Book, Fact, Indikator, Record
from lkj_xlsx.model.message import Message, joined, say
from lkj_xlsx.model.number import Missing, Reason, show
from lkj_xlsx.relations import amounts
from lkj_xlsx.relations.amounts import suspects
from lkj_xlsx.relations.repair import corrected

PLACES = 2


def consequence(entry: Judged, book: Book) -> Message | None:
    """What changes with the right figure, None where nothing does."""
    said, result = entry.computed.value.known, entry.against.value if entry.against is not None else None
    if said is None or result is None:
        return None
    computed = entry.computed
    indikator = book.indikator_of(computed.record)
    tahun = book.settings.year_of(computed.field)
    if computed.measure is capaian.capaian:
        return of_capaian(said, result, book)
    if computed.measure is realisasi.realisasi and indikator is not None:
        return of_realisasi(said, result, indikator, tahun, book)
    if computed.measure is renstra.kemajuan:
        return of_kemajuan(said, result)
    if computed.measure is efisiensi.efisiensi:
        return _of_efisiensi(entry, said, result, book)
    if computed.measure is serapan.serapan:
        return _of_word(computed.record, said, result, book)
    if computed.measure is amounts.rupiah:
        return _of_rupiah(entry, said, result, book)
    return _of_data(entry, result, book) if computed.record.sheet == "data_dasar" else None


def of_capaian(said: Decimal, result: Decimal, book: Book) -> Message | None:
    """Whether the predikat flips, else whether tercapai does; both figures are capaian in percent."""
    scale = scale_of(book)
    if not isinstance(scale, Missing) and scale.rate(said) != scale.rate(result):
        return say("Predikat berubah dari {lama} menjadi {baru}.", lama=scale.rate(said), baru=scale.rate(result))
    if reached(said) != reached(result):
        return say("Target menjadi {kata}.", kata=say("tercapai") if reached(result) else say("tidak tercapai"))
    return None


def of_kemajuan(said: Decimal, result: Decimal) -> Message | None:
    """Whether the Renstra's target becomes reached or no longer is."""
    if reached(said) == reached(result):
        return None
    return say(
        "Target akhir Renstra menjadi {kata}.", kata=say("tercapai") if reached(result) else say("belum tercapai")
    )


def of_realisasi(said: Decimal, result: Decimal, indikator: Indikator, tahun: int, book: Book) -> Message | None:
    """What the capaian of either realisasi says."""
    goal = target_of(book, indikator.kode, tahun)
    one, other = (_capaian_of(goal, number, indikator, book) for number in (said, result))
    return of_capaian(one, other, book) if one is not None and other is not None else None


def of_target(said: Value, right: Value, indikator: Indikator, tahun: int, book: Book) -> Message | None:
    """What the realisasi says under either target: of the report's year, or at the end of the Renstra."""
    settings = book.settings
    value = agreed_realisasi(book, indikator, settings.tahun)
    number = result_of(value, indikator, settings) if value is not None else Missing(Reason.MASUKAN)
    if tahun not in (settings.tahun, settings.akhir) or isinstance(number, Missing):
        return None
    if tahun != settings.tahun and sifat_of(indikator) != renstra.non_kumulatif.code:
        return None  # the realisasi up to now is another figure
    one, other = (_capaian_of(goal, number.value, indikator, book) for goal in (said, right))
    if one is None or other is None:
        return None
    return of_capaian(one, other, book) if tahun == settings.tahun else of_kemajuan(one, other)


def of_fact(fact: Fact, right: Decimal | None, book: Book) -> Message | None:
    """What one statement of a fact says otherwise than the figure to trust."""
    said, indikator = fact.value.known, book.indikator.get(fact.subjek)
    if said is None or right is None or indikator is None:
        return None
    if fact.ukuran == "realisasi" and not fact.sampai:
        return of_realisasi(said, right, indikator, fact.tahun, book)
    return {"capaian": of_capaian(said, right, book), "kemajuan": of_kemajuan(said, right)}.get(fact.ukuran)


def _capaian_of(goal: Value | None, realisasi: Decimal, indikator: Indikator, book: Book) -> Decimal | None:
    aims = goals(goal, book.settings) if goal is not None else None
    if goal is None or aims is None or isinstance(aims, Missing):
        return None
    formula = way(indikator, book.settings, goal).formula
    result = evaluate(formula, [*(aim.value for aim in aims), realisasi])
    return result if isinstance(result, Decimal) else None


def _of_data(entry: Judged, result: Decimal, book: Book) -> Message | None:
    """What the indicators computed from a base figure say once it is right."""
    kode = entry.computed.record.text("kode_data").upper()
    uses = [i for i in book.indikator.values() if kode and kode in (i.pembilang.upper(), i.penyebut.upper())]
    after = corrected(book, {entry.where: result}) if uses else book
    for indikator in uses:
        one, other = (capaian_bases(each, indikator, book.settings.tahun)[0] for each in (book, after))
        told = of_capaian(one[0].value, other[0].value, book) if one and other else None
        if told is not None:
            return say("{indikator}: {akibat}", indikator=indikator.nama, akibat=told)
    return None


def _of_efisiensi(entry: Judged, said: Decimal, result: Decimal, book: Book) -> Message | None:
    indikator = book.indikator_of(entry.computed.record)
    if indikator is None:
        return None
    bases, _, _ = capaian_bases(book, indikator, book.settings.tahun)
    if not bases:
        return None
    code, syarat = entry.computed.variant, book.settings.option("syarat_efisien")
    before, after = (efficient(x, bases[0].value, code, syarat) for x in (said, result))
    if before == after:
        return None
    return say("Kesimpulan berubah menjadi {kata}.", kata=say("efisien") if after else say("tidak efisien"))


def _of_word(record: Record, said: Decimal, result: Decimal, book: Book) -> Message | None:
    """Whether the word efisien flips between two absorptions of one row of the efficiency tables."""
    indikator, code = book.indikator_of(record), book.settings.option(OPTION)
    if record.sheet != "efisiensi" or indikator is None or code not in FORMULAS:
        return None
    bases, _, _ = capaian_bases(book, indikator, book.settings.tahun)
    numbers = [evaluate(FORMULAS[code].apply, (bases[0].value, x)) for x in (said, result)] if bases else []
    syarat = book.settings.option("syarat_efisien")
    words = [efficient(x, bases[0].value, code, syarat) for x in numbers if isinstance(x, Decimal)]
    if len(words) != 2 or words[0] == words[1]:
        return None
    return say("Kesimpulan berubah menjadi {kata}.", kata=say("efisien") if words[1] else say("tidak efisien"))


def _of_rupiah(entry: Judged, said: Decimal, result: Decimal, book: Book) -> Message | None:
    parts = [*_totals(entry, said, result, book), *_serapan(entry, result, book)]
    if not parts:
        return None
    text = joined(parts, " ")
    if suspects(book)[entry.where].sure:
        return text
    return say("Bila angka ini yang salah: {akibat:a}", akibat=text)


def _totals(entry: Judged, said: Decimal, result: Decimal, book: Book) -> Iterator[Message]:
    """Totals that the figure is, or that are added from it."""
    node, label = nodes(book).get(entry.computed.record), entry.computed.field
    if node is None:
        return
    whole = say("Total {label} perangkat daerah", label=label)
    if node.level == JUMLAH:
        yield _moved(whole, said, result)
    elif node.children or node.level == PROGRAM:
        name = node.record.text("uraian")
        kind = NAMES.get(node.level, "")
        name = name if name.casefold().startswith(f"{kind} ") else f"{kind} {name}"
        yield _moved(say("Total {label} {nama}", label=label, nama=name), said, result)
    stated = any(other.level == JUMLAH for tree in trees(book) for other in tree)  # a printed total stays as it is
    if node.level == PROGRAM and not stated:
        total = sum((other.record.get(label).known or Decimal(0) for other in programs(book)), Decimal(0))
        yield _moved(whole, total, total - said + result)


def _moved(what: Message, said: Decimal, result: Decimal) -> Message:
    return say("{apa} berubah dari Rp {lama} menjadi Rp {baru}.", apa=what, lama=show(said, 0), baru=show(result, 0))


def _serapan(entry: Judged, result: Decimal, book: Book) -> Iterator[Message]:
    """The absorption of the same row, where it changes at the places that reports print, and the word efisien."""
    record = entry.computed.record
    spent = SPENT.get(record.sheet, "")
    bases, _ = serapan_bases(record.get("anggaran"), record.get(spent)) if spent else ((), None)
    given, used = record.get("anggaran").known, record.get(spent).known if spent else None
    if not bases or given is None or used is None:
        return
    right = absorbed(given, result) if entry.computed.field == spent else absorbed(result, used)
    if isinstance(right, Missing):
        return
    lama, baru = show(bases[0].value, PLACES), show(right, PLACES)
    if lama != baru:
        yield say("Serapan berubah dari {lama} menjadi {baru}.", lama=lama, baru=baru)
    word = _of_word(record, bases[0].value, right, book)
    if word is not None:
        yield word
