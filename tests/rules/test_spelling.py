"""Rules on the content of numeric cells."""

from __future__ import annotations

import pytest

from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.fact import Remark
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.reader.values import read
from lkj_xlsx.rules import spelling
from lkj_xlsx.spec import remarks
from lkj_xlsx.spec.template import TEMPLATE
from tests.rules.remarked_book import IKU, book

TARGET, REALISASI, CAPAIAN = Where(IKU, 7, 4), Where(IKU, 7, 5), Where(IKU, 7, 6)


def ask(rule, *given: Remark) -> list[Finding]:
    return list(rule.check(book(*given), Ledger()))


@pytest.mark.parametrize(
    "rule, kind, where, detail, level, said",
    [
        (
            spelling.tak_terbaca,
            remarks.TAK_TERBACA,
            REALISASI,
            "",
            Level.GALAT,
            'Realisasi 2024 di CAPAIAN IKU!E7 berisi "98,1o", yang tidak terbaca',
        ),
        (spelling.tanggal, remarks.TANGGAL, TARGET, "2024-08-01", Level.GALAT, "berisi tanggal (2024-08-01)"),
        (spelling.tanggal, remarks.JAM, TARGET, "13:30", Level.GALAT, "berisi jam (13:30), bukan angka"),
        (spelling.tanggal, remarks.LAMA, TARGET, "36:30", Level.GALAT, "berisi lama waktu (36:30), bukan angka"),
        (spelling.tak_terbaca, remarks.TAK_TERBACA, TARGET, "9" * 400, Level.GALAT, f'berisi "{"9" * 59}…", yang'),
        (spelling.logika, remarks.LOGIKA, TARGET, "TRUE", Level.GALAT, "berisi TRUE, bukan angka"),
        (spelling.galat_sel, remarks.GALAT_SEL, CAPAIAN, "#DIV/0!", Level.GALAT, "menampilkan #DIV/0!"),
        (spelling.tanpa_hasil, remarks.TANPA_HASIL, CAPAIAN, "=E7/D7", Level.GALAT, "hasilnya tidak tersimpan"),
        (
            spelling.tanda_baca,
            remarks.TANDA_BACA,
            CAPAIAN,
            "",
            Level.CATATAN,
            'Capaian 2024 (%) di CAPAIAN IKU!F7 tertulis "3,50, %": ada tanda baca berlebih; dibaca sebagai 3,50',
        ),
        (
            spelling.titik_desimal,
            remarks.TITIK_DESIMAL,
            CAPAIAN,
            "4.5 %",
            Level.CATATAN,
            'titik sebagai tanda desimal: "4.5 %"',
        ),
        (
            spelling.persen_campur,
            remarks.PERSEN_CAMPUR,
            CAPAIAN,
            "0,9810",
            Level.PERIKSA,
            "tampak sebagai pecahan (0,9810)",
        ),
    ],
    ids=lambda given: getattr(given, "name", None),
)
def test_each_remark_becomes_a_finding_at_its_cell(rule, kind, where, detail, level, said):
    (finding,) = ask(rule, Remark(kind, where, detail))
    assert (finding.code, finding.rule, finding.level) == (rule.code, rule.name, level)
    assert finding.where == where
    assert finding.tabel == "3.3"
    assert finding.title.startswith("Pertumbuhan usaha mikro: ")
    assert said in str(finding.message)
    assert str(finding.step)
    assert ask(rule) == []


def test_formulas_without_results_are_one_finding_a_sheet():
    given = [Remark(remarks.TANPA_HASIL, where, "=1") for where in (TARGET, CAPAIAN)]
    other = Remark(remarks.TANPA_HASIL, Where("Renstra", 5, 3), "=1")
    first, second = ask(spelling.tanpa_hasil, *given, other)
    assert (first.where, first.related) == (TARGET, (CAPAIAN,))
    assert "dan 1 sel lain" in str(first.message)
    assert "Buka dan simpan" in str(first.step)
    assert (second.where, second.related) == (Where("Renstra", 5, 3), ())


def test_decimal_dots_are_one_note_a_column():
    below = Where(IKU, 9, 6)
    given = [Remark(remarks.TITIK_DESIMAL, where, "4.5") for where in (CAPAIAN, TARGET, below)]
    first, second = ask(spelling.titik_desimal, *given)
    assert (first.where, first.related) == (CAPAIAN, (below,))
    assert (second.where, second.related) == (TARGET, ())


def test_a_place_outside_every_known_row_still_speaks():
    (finding,) = ask(spelling.tak_terbaca, Remark(remarks.TAK_TERBACA, Where("Lain", 3, 2), "abc"))
    assert 'B3 di Lain!B3 berisi "abc"' in str(finding.message)


@pytest.mark.parametrize("key", ["capaian", "kemajuan", "serapan", "efisiensi", "sisa"])
@pytest.mark.parametrize("text", ["100,00 s.d. 105,00", "100,00 - 105,00", "100 s/d 105"])
def test_a_range_is_no_computed_figure(key: str, text: str) -> None:
    sheet = next(sheet for sheet in TEMPLATE.sheets if sheet.has(key))
    value = read(Cell(REALISASI, text, origin=Origin.KETIKAN), sheet.field(key).kind)
    assert (value.known, value.remarks) == (None, (remarks.RENTANG,))
    (finding,) = ask(spelling.tak_terbaca, Remark(remarks.RENTANG, CAPAIAN, text))
    assert f'berisi rentang "{text}"' in str(finding.message)
    assert str(finding.step) == "Ketik satu angka di CAPAIAN IKU!F7, atau kosongkan agar dihitung alat."


@pytest.mark.parametrize(
    "text, step",
    [
        ("2,5 miliar", "Ketik angka lengkapnya di CAPAIAN IKU!E7, tanpa kata miliar: 2,5 juta menjadi 2500000."),
        ("sekitar 80", "Ketik angkanya saja di CAPAIAN IKU!E7; satuannya cukup di kolom Satuan lembar Indikator."),
        ("12 m3/det*", "Ketik angkanya saja di CAPAIAN IKU!E7; satuannya cukup di kolom Satuan lembar Indikator."),
        ("1.23.456", "Ketik ulang angkanya di CAPAIAN IKU!E7; koma untuk desimal, titik untuk ribuan."),
    ],
)
def test_where_words_are_the_trouble_the_step_says_so(text: str, step: str) -> None:
    (finding,) = ask(spelling.tak_terbaca, Remark(remarks.TAK_TERBACA, REALISASI, text))
    assert str(finding.step) == step


def test_a_formula_that_met_text_is_sent_to_that_cell() -> None:
    (finding,) = ask(spelling.galat_sel, Remark(remarks.GALAT_SEL, CAPAIAN, "#VALUE!"))
    assert "angka yang diketik bersama satuannya" in str(finding.step)
