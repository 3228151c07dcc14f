"""Two versions side by side, as text and as JSON."""

from __future__ import annotations

import json

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.difference import Change, ChangeKind, Difference
from lkj_xlsx.writers.difference import difference_json, difference_text
from tests.writers.small_reports import GALAT, NOTE

CELL = Where("Capaian IKU", 5, 9)
FOUND = Difference(
    "lama.xlsx",
    "baru.xlsx",
    (
        Change(ChangeKind.UBAH, "Capaian IKU", "3.3", "Aset", "Capaian 2024 (%)", "31,82", "", CELL, CELL),
        Change(ChangeKind.TAMBAH, "Program Pendukung", "3.10", "Program X", after="Program X; 5", new=Where("P", 9)),
        Change(ChangeKind.HAPUS, "Program Pendukung", "3.10", "Program Y", before="Program Y", old=Where("P", 8)),
    ),
    appeared=(GALAT,),
    stayed=(NOTE,),
)


def test_text_names_sheet_table_row_column_and_both_contents():
    lines = difference_text(FOUND).splitlines()
    assert lines[0] == "Dari lama.xlsx ke baru.xlsx"
    assert lines[2:8] == [
        "Isian yang berubah: 3",
        "  Capaian IKU, Tabel 3.3",
        "    I5 Aset, Capaian 2024 (%): 31,82 → (kosong)",
        "  Program Pendukung, Tabel 3.10",
        "    + baris ditambah (9:9): Program X; 5",
        "    − baris dihapus (8:8): Program Y",
    ]
    assert [line for line in lines if line.startswith("Temuan")] == [
        "Temuan baru: 1",
        "Temuan yang hilang: 0",
        "Temuan yang tetap: 1",
    ]
    finding_line = "  GALAT Efisiensi!H6 LKJ301 Rapat: capaian: Tertulis 97,94, hasil hitung ulang 97,54."
    assert (
        finding_line.split()
        == " ".join(lines[lines.index("Temuan baru: 1") + 1 :]).split()[: len(finding_line.split())]
    )
    assert all(len(line) <= 80 for line in lines)


def test_json_has_both_places_and_findings_as_the_audit_writes_them():
    document = json.loads(difference_json(FOUND))
    assert (document["old"], document["new"]) == ("lama.xlsx", "baru.xlsx")
    changed, came, went = document["changes"]
    assert changed == {
        "kind": "ubah",
        "sheet": "Capaian IKU",
        "table": "3.3",
        "row": "Aset",
        "column": "Capaian 2024 (%)",
        "before": "31,82",
        "after": None,
        "old": {"sheet": "Capaian IKU", "cell": "I5"},
        "new": {"sheet": "Capaian IKU", "cell": "I5"},
    }
    assert (came["kind"], came["old"], went["kind"], went["new"]) == ("tambah", None, "hapus", None)
    assert [(f["code"], f["cell"]) for f in document["findings"]["appeared"]] == [("LKJ301", "H6")]
    assert [f["code"] for f in document["findings"]["stayed"]] == [NOTE.code]
