"""One file in, one outcome out, whatever the file is."""

from __future__ import annotations

import hashlib
import pickle
from datetime import date

import pytest

from lkj_xlsx import __version__, pipeline
from lkj_xlsx.folder.unit import Task, digest, examine_file, failed, local_copy
from lkj_xlsx.model.limits import Limits
from tests.folder.many import WRONG, excused, office, pipe


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "kantor.xlsx"
    path.write_bytes(office("Dinas A", WRONG))
    return path


def test_an_outcome_tells_office_hash_edition_and_findings(path):
    outcome = examine_file(Task(str(path), "kab/kantor.xlsx", edition="e1"))
    assert (outcome.path, outcome.opd, outcome.kabupaten, outcome.tahun) == (
        "kab/kantor.xlsx",
        "Dinas A",
        "Kabupaten Batu Bara",
        "2024",
    )
    assert outcome.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (outcome.tool, outcome.edition) == (__version__, "e1")
    assert (outcome.galat, outcome.predikat, outcome.table, outcome.error, outcome.audited) == (1, 1, "3.3", "", True)
    assert [(line.code, line.sheet, line.cell, line.stated) for line in outcome.lines] == [
        ("LKJ301", "Capaian IKU", "I7", "93,72"),
    ]
    assert examine_file(Task(str(path), "kab/kantor.xlsx", listed=False)).lines == ()


def test_the_finished_workbook_is_written_where_it_is_wanted(path):
    output = path.with_name("hasil.xlsx")
    assert examine_file(Task(str(path), "k", str(output))).error == ""
    assert output.read_bytes()[:2] == b"PK"


def test_a_result_that_cannot_be_written_keeps_the_audit(path):
    other = path.with_name("orang.xlsx")
    other.write_bytes(b"kerja orang")
    outcome = examine_file(Task(str(path), "k", str(other)))
    assert (outcome.galat, outcome.audited) == (1, True) and "bukan hasil alat ini" in outcome.error
    assert other.read_bytes() == b"kerja orang"


def test_an_unusable_file_is_an_outcome_under_its_own_name(path):
    path.write_bytes(b"bukan buku kerja")
    outcome = examine_file(Task(str(path), "kab/kantor.xlsx"))
    assert not outcome.audited and outcome.error.startswith("kab/kantor.xlsx: ")
    assert str(path) not in outcome.error and "\n" not in outcome.error
    assert outcome.sha256 == hashlib.sha256(b"bukan buku kerja").hexdigest()


def test_a_fault_of_ours_is_an_outcome_too(path, monkeypatch):
    def crash(*given: object, **how: object) -> None:
        raise RecursionError("terlalu dalam")

    monkeypatch.setattr(pipeline, "audit", crash)
    assert "RecursionError: terlalu dalam" in examine_file(Task(str(path), "k")).error


def test_day_and_limits_reach_the_audit(path, monkeypatch):
    asked = []
    monkeypatch.setattr(pipeline, "audit", lambda *given, **how: asked.append(given))
    task = Task(str(path), "k", today=date(2025, 3, 31), limits=Limits(cells=5))
    examine_file(task)
    assert asked == [(path, date(2025, 3, 31), Limits(cells=5))]


@pytest.mark.parametrize(
    "today, edition, galat, accepted",
    [
        (date(2025, 5, 31), "e1@2025-05-31", 0, 1),
        (date(2025, 6, 1), "e1@2025-06-01", 1, 0),
        (None, "e1@", 0, 1),
    ],
    ids=str,
)
def test_an_outcome_that_depends_on_the_day_names_it(path, today, edition, galat, accepted):
    path.write_bytes(excused("Dinas A", "2025-05-31"))
    outcome = examine_file(Task(str(path), "k", today=today, edition="e1"))
    assert (outcome.edition, outcome.galat, outcome.accepted) == (edition, galat, accepted)
    path.write_bytes(office("Dinas A", WRONG))
    assert examine_file(Task(str(path), "k", today=today, edition="e1")).edition == "e1"


def test_a_pipe_is_an_outcome_and_not_waited_for(path):
    path.unlink()
    with pipe(path):
        assert digest(path) == ""
        outcome = examine_file(Task(str(path), "k"))
    assert not outcome.audited and "bukan berkas biasa" in outcome.error


def test_tasks_and_outcomes_travel(path):
    task = Task(str(path), "k", today=date(2025, 3, 31))
    outcome = examine_file(pickle.loads(pickle.dumps(task)))
    assert pickle.loads(pickle.dumps(outcome)) == outcome
    assert not pickle.loads(pickle.dumps(failed(task, "berhenti"))).audited


def test_a_file_in_a_storage_is_copied_for_its_audit_only(path):
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://wadah/kantor.xlsx", "wb") as stream:
        stream.write(path.read_bytes())
    with local_copy("memory://wadah/kantor.xlsx") as copy:
        assert copy.name == "kantor.xlsx" and copy.read_bytes() == path.read_bytes()
    assert not copy.exists()
    outcome = examine_file(Task("memory://wadah/kantor.xlsx", "kantor.xlsx"))
    assert (outcome.opd, outcome.galat) == ("Dinas A", 1)
    assert "tidak-ada" in examine_file(Task("memory://wadah/tidak-ada.xlsx", "x")).error
