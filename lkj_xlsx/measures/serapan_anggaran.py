"""The absorption that a row states, from its rupiah or by the declared mean of the percents below it, and the rest."""

from __future__ import annotations

from lkj_xlsx.measures.basis import Input, exact, ladder, plus, typed
from lkj_xlsx.measures.efisiensi import of_serapan
from lkj_xlsx.measures.serapan import INDUK, SPENT, dari_jumlah, name_of, rata_rata, remaining, serapan_bases
from lkj_xlsx.measures.tree import Node, nodes
from lkj_xlsx.model.computed import Computed, Verdict
from lkj_xlsx.model.declare import measure
from lkj_xlsx.model.fact import Book, Record
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason, half_unit, show
from lkj_xlsx.spec import sources

PLAINLY = 15  # powers of ten; larger amounts need more digits than are computed with here


def _plain_percent(record: Record, field: str, book: Book) -> Verdict | None:
    """A percent well inside its bounds, held against the rupiah of its own row."""
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
    if value.where.row not in (record.row, 0) and not value.blank and record.sheet == "efisiensi":
        return None  # a shared cell, judged once where it stands
    if book.settings.option("persen_induk") == rata_rata.code and nodes(book).get(record, Node(record, 0)).children:
        return mean_of_children(record, field, book)
    bases, reason = serapan_bases(record.get("anggaran"), record.get(SPENT[record.sheet]))
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


def mean_of_children(record: Record, field: str, book: Book) -> Computed:
    """A parent's percent under the declared method "mean of the percents below"."""
    value, name = record.get(field), record.text("uraian")
    below = [
        serapan_bases(node.record.get("anggaran"), node.record.get("realisasi"))[0]
        for node in nodes(book)[record].children
    ]
    parts = [exact(bases[0].value, show(bases[0].value, 2), *bases[0].inputs) for bases in below if bases]
    if len(parts) != len(below):
        return Computed(
            serapan,
            "serapan anggaran",
            record,
            field,
            value,
            Missing(Reason.MASUKAN, say("ada baris di bawahnya yang belum lengkap")),
            subjek=name,
        )
    sums = serapan_bases(record.get("anggaran"), record.get("realisasi"))[0]
    words = f"({plus(len(parts))}) ÷ {len(parts)}"
    bases, _ = ladder(lambda *percents: rata_rata.apply(percents), words, [parts], [])
    return Computed(
        serapan,
        "serapan anggaran",
        record,
        field,
        value,
        bases[0].value,
        bases,
        rata_rata.label,
        rata_rata.code,
        name,
        rivals={dari_jumlah.code: sums[0].value} if sums else {},
    )


def _plain_sisa(record: Record, field: str, book: Book) -> Verdict | None:
    """A remainder that is exactly what is left."""
    stated, anggaran, realisasi = record.known(field), record.known("anggaran"), record.known("realisasi")
    if anggaran is None or realisasi is None or max(anggaran.adjusted(), realisasi.adjusted()) > PLAINLY:
        return None
    if stated is not None:
        return Verdict.SESUAI if stated == remaining(anggaran, realisasi) else None
    value = record.get(field)
    return Verdict.DIISI if value.blank or not value.where.column else None


@measure("SISA", "Sisa anggaran", (("realisasi_anggaran", "sisa"),), sources.SISA, plainly=_plain_sisa)
def sisa(record: Record, field: str, book: Book) -> Computed | None:
    """Anggaran dikurangi realisasi."""
    inputs: list[Input] = []
    for key in ("anggaran", "realisasi"):
        item = typed(record.get(key), True)
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
