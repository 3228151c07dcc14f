"""The absorption that a row states, from its rupiah or by the declared mean of the percents below it, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkj_xlsx.measures.basis import Input, exact, ladder, plus, strongest_first, typed
from lkj_xlsx.measures.efisiensi import of_serapan
from lkj_xlsx.measures.parent_amounts import amount
from lkj_xlsx.measures.serapan import INDUK, SPENT, absorbed_bases, dari_jumlah, name_of, rata_rata, remaining
from lkj_xlsx.measures.tree import JUMLAH, Node, nodes, parts
from lkj_xlsx.model.computed import Basis, Computed, Verdict
from lkj_xlsx.model.declare import measure
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason, half_unit, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.spec import sources

PLAINLY = 15  # powers of ten; larger amounts need more digits than are computed with here


def _plain_percent(record: Record, field: str, book: Book) -> Verdict | None:
    """A percent well inside its bounds, held against the rupiah of its own row."""
    if record.closing is not None and not record.closing.total:
        return None
    if record.sheet != "realisasi_anggaran" or book.settings.option("persen_induk") == rata_rata.code:
        return None
    value, anggaran = record.get(field), record.known("anggaran")
    realisasi = record.known("realisasi")
    if not anggaran or realisasi is None or anggaran < 0 or anggaran.adjusted() > PLAINLY:
        return None
    if realisasi > anggaran * 10 or realisasi * 10000 < anggaran:  # of one scale?
        return None
    if value.blank or not value.where.column:
        return Verdict.DIISI
    stated = value.known
    if stated is None or abs(stated * anggaran - realisasi * 100) >= half_unit(value.places) * anggaran:
        return None
    return Verdict.SESUAI


def _fraction(record: Record, field: str) -> tuple[str, str]:
    """What was spent and its budget, as typed in the row."""
    return SPENT[record.sheet], "anggaran"


@measure(
    "SERAPAN",
    "Serapan anggaran",
    (("efisiensi", "serapan"), ("realisasi_anggaran", "serapan")),
    sources.SERAPAN,
    of_serapan,
    _plain_percent,
    percent=True,
    choices=tuple(INDUK.values()),
    fraction=_fraction,
)
def serapan(record: Record, field: str, book: Book) -> Computed | None:
    """Realisasi anggaran dibagi anggaran, dikali 100."""
    value = record.get(field)
    if record.closing is not None and not (record.closing.total and record.sheet == "realisasi_anggaran"):
        return None  # the closing row of a table
    if value.where.row not in (record.row, 0) and not value.blank and record.sheet == "efisiensi":
        return None  # a shared cell, judged once where it stands
    if book.settings.option("persen_induk") == rata_rata.code and parts(book).get(record):
        return mean_of_children(record, field, book)
    bases, reason = own_bases(record, book)
    result = bases[0].value if bases else reason or Missing(Reason.MASUKAN)
    return Computed(
        serapan,
        "serapan anggaran",
        record,
        field,
        value,
        result,
        bases,
        "realisasi anggaran ÷ anggaran × 100",
        dari_jumlah.code,
        name_of(record, book),
    )


def own_bases(record: Record, book: Book) -> tuple[tuple[Basis, ...], Missing | None]:
    """The bases of a row's absorption from its rupiah, typed or derived from the rows below it."""
    return absorbed_bases(amount(record, "anggaran", book), amount(record, SPENT[record.sheet], book))


def mean_of_children(record: Record, field: str, book: Book) -> Computed:
    """A parent's percent under the declared method "mean of the percents below".

    The mean of the percents as printed and that of the unrounded ones are both right. A total of all programmes may
    also state what was spent of its own budget.
    """
    below, name = parts(book)[record], record.text("uraian")
    percents = [pair for node in below if (pair := _percents(node, book)) is not None]
    if len(percents) != len(below):
        return Computed(
            serapan,
            "serapan anggaran",
            record,
            field,
            record.get(field),
            Missing(Reason.MASUKAN, say("ada baris di bawahnya yang belum lengkap")),
            subjek=name,
        )
    said = [typed(node.record.get("serapan")) or pair[0] for node, pair in zip(below, percents, strict=True)]
    words = f"({plus(len(below))}) ÷ {len(below)}"
    unrounded, printed = ([pair[place] for pair in percents] for place in (1, 0))
    bases, _ = ladder(lambda *numbers: rata_rata.apply(numbers), words, [unrounded, printed], [said])
    sums, _ = own_bases(record, book)
    total = nodes(book)[record].level == JUMLAH
    return Computed(
        serapan,
        "serapan anggaran",
        record,
        field,
        record.get(field),
        bases[0].value,
        strongest_first((*bases, *sums)) if total else bases,
        rata_rata.label,
        rata_rata.code,
        name,
        rivals={dari_jumlah.code: sums[0].value} if sums else {},
    )


def _percents(node: Node, book: Book) -> tuple[Input, Input] | None:
    """The percent of a row as printed, where that is right, and without rounding: a mean where rows stand below it."""
    pairs = [_percents(child, book) for child in node.children]
    known = [pair for pair in pairs if pair is not None]
    if len(known) != len(pairs):
        return None
    if known:
        right = [_mean([pair[place] for pair in known]) for place in (0, 1)]
    else:
        right = [exact(b.value, show(b.value, 2), *b.inputs) for b in own_bases(node.record, book)[0][:1]] * 2
    value = node.record.get("serapan")
    says, number = value.interval, value.known
    if right and number is not None and says is not None and any(says.holds(item.value) for item in right):
        right[0] = exact(number, show(number, value.places), value.where)
    return (right[0], right[1]) if right else None


def _mean(items: Sequence[Input]) -> Input:
    mean = sum((item.value for item in items), Decimal(0)) / len(items)
    return exact(mean, show(mean, 2), *(where for item in items for where in item.where))


def _plain_sisa(record: Record, field: str, book: Book) -> Verdict | None:
    """A remainder that is exactly what is left."""
    stated, anggaran, realisasi = record.known(field), record.known("anggaran"), record.known("realisasi")
    if record.closing is not None and not record.closing.total:
        return None
    if anggaran is None or realisasi is None or max(anggaran.adjusted(), realisasi.adjusted()) > PLAINLY:
        return None
    if stated is not None:
        return Verdict.SESUAI if stated == remaining(anggaran, realisasi) else None
    value = record.get(field)
    return Verdict.DIISI if value.blank or not value.where.column else None


@measure("SISA", "Sisa anggaran", (("realisasi_anggaran", "sisa"),), sources.SISA, plainly=_plain_sisa)
def sisa(record: Record, field: str, book: Book) -> Computed | None:
    """Anggaran dikurangi realisasi."""
    if record.closing is not None and not record.closing.total:
        return None
    inputs: list[Input] = []
    for key in ("anggaran", "realisasi"):
        item = amount(record, key, book)
        if item is None:
            return Computed(
                sisa,
                "sisa anggaran",
                record,
                field,
                record.get(field),
                Missing(Reason.MASUKAN, say("anggaran atau realisasi belum diisi")),
                subjek=record.text("uraian"),
            )
        inputs.append(item)
    bases, _ = ladder(remaining, "{0} − {1}", [inputs], [])
    return Computed(
        sisa,
        "sisa anggaran",
        record,
        field,
        record.get(field),
        bases[0].value,
        bases,
        "anggaran − realisasi",
        subjek=record.text("uraian"),
        places=0,
    )
