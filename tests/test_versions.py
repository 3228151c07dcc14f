"""Two versions of one workbook: the cells that changed and what became of the findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lkj_xlsx.model.difference import ChangeKind, Difference
from lkj_xlsx.versions import compare
from tests.workbook_case import TWIN, Typed, changed, load, write

ASET = "Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi"
WRONG = Typed("capaian_iku", "1.1", "capaian", "41,79")
OLDER = Typed("renstra", "1.1", "kemajuan", "12,34 %")


def version(folder: Path, name: str, *typed: Typed, turn: bool = False) -> Path:
    data = changed(load(TWIN), typed)
    if turn:
        data["lembar"]["daftar_tabel"].reverse()
    write(data, folder / name)
    return folder / name


@pytest.fixture
def between(tmp_path):
    """The difference between the clean sample with some cells typed otherwise and the same with others."""

    def make(old: tuple[Typed, ...], new: tuple[Typed, ...], turn: bool = False) -> Difference:
        return compare(version(tmp_path, "lama.xlsx", *old), version(tmp_path, "baru.xlsx", *new, turn=turn))

    return make


def changes_of(difference: Difference) -> list[tuple[str, str, str, str, str, str, str]]:
    return [(c.sheet, c.tabel, c.row, c.column, c.before, c.after, str(c.new)) for c in difference.changes]


def test_the_same_content_has_no_difference(between):
    difference = between((WRONG,), (WRONG,))
    assert (difference.changes, difference.appeared, difference.went) == ((), (), ())
    assert [(f.code, str(f.where)) for f in difference.stayed if f.root is None] == [("LKJ301", "Capaian IKU!I5")]
    assert not difference.worse


def test_a_new_mistake_is_told_in_the_words_of_the_template(between):
    difference = between((), (WRONG,))
    assert changes_of(difference) == [
        ("Capaian IKU", "3.3", ASET, "Capaian 2024 (%)", "31,79", "41,79", "Capaian IKU!I5"),
    ]
    assert "LKJ301" in {f.code for f in difference.appeared if str(f.where) == "Capaian IKU!I5"}
    assert (difference.went, difference.stayed) == ((), ())
    assert difference.worse


def test_a_mended_mistake_went_and_the_other_stayed(between):
    difference = between((WRONG, OLDER), (OLDER,))
    assert {str(f.where) for f in difference.went} == {"Capaian IKU!I5"}
    assert {str(f.where) for f in difference.stayed} == {"Renstra!I5"}
    assert difference.appeared == () and not difference.worse


def test_rows_in_another_order_are_no_change(between):
    assert between((), (), turn=True).changes == ()


def test_an_identity_cell_is_called_by_its_line(between):
    difference = between((), (Typed("identitas", "", "opd", "Dinas Lain"),))
    office = "Dinas Koperasi dan Usaha Kecil dan Menengah"
    assert changes_of(difference)[0][:6] == (
        "Identitas dan Pengaturan",
        "",
        "Perangkat Daerah",
        "Nilai",
        office,
        "Dinas Lain",
    )


def test_rows_that_came_and_went_are_told_with_their_content(tmp_path):
    old, new = load(TWIN), load(TWIN)
    gone = old["lembar"]["daftar_tabel"].pop(0)
    write(old, tmp_path / "lama.xlsx")
    write(new, tmp_path / "baru.xlsx")
    (came,) = compare(tmp_path / "lama.xlsx", tmp_path / "baru.xlsx").changes
    assert (came.kind, came.row, came.old) == (ChangeKind.TAMBAH, gone["judul"], None)
    assert gone["nomor"] in came.after and str(came.new).startswith("Daftar Tabel!")
    (went,) = compare(tmp_path / "baru.xlsx", tmp_path / "lama.xlsx").changes
    assert (went.kind, went.before, went.new) == (ChangeKind.HAPUS, came.after, None)


def test_an_accepted_galat_is_not_worse(between):
    difference = between((), (WRONG,))
    assert not replace(difference, appeared=tuple(replace(f, accepted="disetujui") for f in difference.appeared)).worse
