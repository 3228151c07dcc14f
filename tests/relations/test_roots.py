"""Which finding is the root of which: wrong inputs, miscoded rows, and the nearest of several culprits."""

from __future__ import annotations

from decimal import Decimal

from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged, Verdict
from lkj_xlsx.model.fact import Book
from lkj_xlsx.relations import roots as module
from lkj_xlsx.relations.amounts import suspects
from lkj_xlsx.relations.roots import follow_ons, with_data_culprits
from tests import book_builder
from tests.book_builder import MEASURES, place

BUDGET, IKU = "realisasi_anggaran", "capaian_iku"
KEYS = ("tingkat", "uraian", "anggaran", "realisasi", "serapan")


def roots(book: Book) -> dict[Where, Where]:
    """The cells of a book that follow from others, each with its root."""
    measures = tuple(MEASURES.values())
    return follow_ons(book, with_data_culprits(book, recompute(book, measures), measures), measures)


def budget(*rows: tuple[str, str, str, str, str], **options: str) -> Book:
    return book_builder.make({BUDGET: [dict(zip(KEYS, row, strict=True)) for row in rows]}, options=options)


def test_a_percent_follows_from_the_amount_of_its_row() -> None:
    book = budget(
        ("Kegiatan", "Pembinaan", "600", "540", "90,00"),
        ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
        ("Sub Kegiatan", "Pendampingan", "200", "910", "95,00"),
    )
    assert roots(book) == {place(BUDGET, 3, "serapan"): place(BUDGET, 3, "realisasi")}


def test_of_two_culprits_the_one_that_a_figure_is_computed_from_is_its_root() -> None:
    """A percent is declared the mean of the percents below, level by level: the budget beside it is no input of it."""
    book = budget(
        ("Program", "PROGRAM KOPERASI", "1.000", "905", "91,25"),
        ("Kegiatan", "Pembinaan", "660", "540", "91,25"),
        ("Sub Kegiatan", "Pelatihan", "400", "350", "87,50"),
        ("Sub Kegiatan", "Pendampingan", "200", "910", "95,00"),
        ("Kegiatan", "Pengawasan", "400", "365", "91,25"),
        persen_induk="RATA",
    )
    assert place(BUDGET, 2, "anggaran") in suspects(book)
    assert roots(book)[place(BUDGET, 2, "serapan")] == place(BUDGET, 4, "realisasi")
    assert roots(book)[place(BUDGET, 1, "serapan")] == place(BUDGET, 4, "realisasi")


def test_the_nearest_root_is_an_input_then_of_the_same_row_then_any() -> None:
    book = budget(("Kegiatan", "Pembinaan", "600", "540", "91,00"), ("Kegiatan", "Pengawasan", "400", "365", ""))
    entry = book_builder.judged(book, "SERAPAN", BUDGET, "serapan")
    far, beside, own = place(BUDGET, 2, "anggaran"), place(BUDGET, 1, "sisa"), place(BUDGET, 1, "realisasi")
    assert nearest(entry, far, beside, own) == own
    assert nearest(entry, far, beside) == beside
    assert nearest(entry, far) == far


def nearest(entry: Judged, *culprits: Where) -> Where:
    return module._nearest(entry, dict.fromkeys(culprits, Decimal(1)))


def test_what_is_wrong_in_a_row_under_another_indicators_code_follows_from_that_code() -> None:
    """The row of Omzet stands under the code of Aset: held against the base data of Aset it cannot agree."""
    indikator = [
        {"kode": "1.1", "indikator": "Aset", "rumus": "DATA", "pembilang": "A"},
        {"kode": "1.2", "indikator": "Omzet", "rumus": "DATA", "pembilang": "B"},
    ]
    sheets = {
        "perjanjian": [{"kode": "1.1", "target": "10"}, {"kode": "1.2", "target": "4"}],
        "data_dasar": [
            {"kode_data": "A", "jenis": "Rincian", "realisasi@2024": "8"},
            {"kode_data": "B", "jenis": "Rincian", "realisasi@2024": "5"},
        ],
        "target_realisasi": [{"kode": "1.1", "realisasi": "8", "capaian": "80,00"}],
        IKU: [{"kode": "1.1", "indikator": "Omzet", "target": "4", "realisasi": "5", "capaian": "125,00"}],
    }
    book = book_builder.make(sheets, indikator)
    assert book_builder.judged(book, "REALISASI", IKU, "realisasi").verdict is Verdict.SELISIH
    kode, realisasi, capaian = (place(IKU, 1, key) for key in ("kode", "realisasi", "capaian"))
    assert roots(book) == {realisasi: kode, capaian: realisasi}
    rightly = {**sheets, IKU: [{**sheets[IKU][0], "kode": "1.2"}]}
    assert roots(book_builder.make(rightly, indikator)) == {}


def test_an_amount_that_is_named_with_doubt_is_no_root() -> None:
    """Either the budget or one of the two pagu is wrong; the efficiency agrees with one of these readings."""
    pendukung = [
        {"kode": "1", "program": "Program Koperasi", "pagu": "600"},
        {"kode": "1", "program": "Program UMKM", "pagu": "400"},
    ]
    row = {"target": "10", "realisasi": "10", "anggaran": "1.080", "realisasi_anggaran": "905", "efisiensi": "1,1050"}
    sheets = {"program_pendukung": pendukung, "efisiensi": [row]}
    book = book_builder.make(sheets, options={"rumus_efisiensi": "EFF-1"})
    assert book_builder.judged(book, "EFISIENSI", "efisiensi", "efisiensi").verdict is Verdict.SELISIH
    assert [(one.where, one.sure) for one in suspects(book).values()] == [(place("efisiensi", 1, "anggaran"), False)]
    assert roots(book) == {}


def test_a_base_figure_that_its_own_sum_contradicts_is_accused_once() -> None:
    rows = [
        {"kode_data": "A", "jenis": "Rincian", "realisasi@2024": "40"},
        {"kode_data": "B", "jenis": "Rincian", "realisasi@2024": "60"},
        {"kode_data": "AB", "jenis": "Jumlah", "asal": "A; B", "realisasi@2024": "110"},
    ]
    sheets = {"data_dasar": rows, IKU: [{"realisasi": "100"}], "target_realisasi": [{"realisasi": "100"}]}
    book = book_builder.make(sheets, [{"satuan": "Unit", "rumus": "DATA", "pembilang": "AB"}])
    measures = tuple(MEASURES.values())
    ledger = with_data_culprits(book, recompute(book, measures), measures)
    total = place("data_dasar", 3, "realisasi@2024")
    assert [entry.computed.measure.code for entry in ledger.at(total)] == ["JUMLAH-DATA"]
    assert follow_ons(book, ledger, measures) == {
        place(IKU, 1, "realisasi"): total,
        place("target_realisasi", 1, "realisasi"): total,
    }
