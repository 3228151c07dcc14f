"""Rows of two versions that are one row, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence

from lkj_xlsx.model.cell import Cell, Origin, Value, Where
from lkj_xlsx.model.pairing import MOST, name_of, pair
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.values_by_key import MadeValues


def rows(*texts: Sequence[str], start: int = 5) -> list[Record]:
    """Records from (tabel, kode, indikator)."""
    records = []
    for line, (tabel, kode, nama) in enumerate(texts, start=start):
        values = {
            key: Value(Cell(Where("Capaian IKU", line, column), text or None, origin=Origin.KETIKAN), text=text)
            for column, (key, text) in enumerate([("kode", kode), ("indikator", nama)], start=1)
        }
        records.append(Record("capaian_iku", "Capaian IKU", line, tabel, MadeValues(values)))
    return records


def paired(old: list[Record], new: list[Record]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    pairs = pair(old, new)
    both = [(one.row, other.row) for one, other in pairs.both]
    return both, [record.row for record in pairs.added], [record.row for record in pairs.removed]


def test_a_row_that_moved_is_the_same_row():
    old = rows(("3.3", "1", "Aset"), ("3.3", "2", "SHU"))
    new = rows(("3.3", "2", "SHU"), ("3.3", "3", "Baru"), ("3.3", "1", "Aset"))
    assert paired(old, new) == ([(6, 5), (5, 7)], [6], [])


def test_a_row_keeps_its_code_under_a_new_name_and_its_name_under_a_new_code():
    old = rows(("3.3", "1", "Aset"), ("3.3", "2", "Nilai Omzet"))
    new = rows(("3.3", "1", "Persentase koperasi"), ("3.3", "2.1", "Nilai  omzet"))
    assert paired(old, new) == ([(5, 5), (6, 6)], [], [])


def test_a_row_follows_its_table_number():
    assert paired(rows(("3.3", "1", "Aset")), rows(("3.4", "1", "Aset"))) == ([(5, 5)], [], [])


def test_a_mended_name_without_a_code_is_the_same_row_and_another_name_is_not():
    old = rows(("3.3", "", "PROGRAM PERLIDUNGAN KOPERASI"), ("3.3", "", "Jalan desa"))
    new = rows(("3.3", "", "PROGRAM PERLINDUNGAN KOPERASI"), ("3.3", "", "Irigasi"))
    assert paired(old, new) == ([(5, 5)], [6], [6])


def test_rows_called_alike_are_paired_in_their_order():
    same = ("3.3", "1", "Aset")
    assert paired(rows(same, same), rows(same, same, same)) == ([(5, 5), (6, 6)], [7], [])


def test_names_are_not_compared_letter_by_letter_among_many():
    old = rows(*(("3.3", "", f"Kegiatan lama nomor {n:05d}") for n in range(MOST + 1)))
    new = rows(*(("3.3", "", f"Kegiatan baru nomor {n:05d}") for n in range(MOST + 1)))
    assert paired(old, new)[0] == []


def test_a_row_without_name_and_code_is_called_by_its_place():
    named, coded, bare = rows(("3.3", "1", "Aset"), ("3.3", "1", ""), ("3.3", "", ""))
    assert [name_of(record) for record in (named, coded, bare)] == ["Aset", "1", "baris 7"]
