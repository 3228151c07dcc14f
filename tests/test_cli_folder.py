"""`audit` of many files and `diff` on the command line: what is written, said, refused, and the codes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from lkj_xlsx import cli, pipeline
from lkj_xlsx.cli_folder import code_of
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.outcome import Outcome
from tests.folder.many import NAMES, WRONG, excused, fill, office, pipe
from tests.workbook_case import TWIN, Typed, changed, load, write

BAD, CLEAN, LOST = Outcome("a", galat=1), Outcome("b", catatan=3), Outcome("c", error="rusak", audited=False)


@pytest.fixture
def folder(tmp_path) -> Path:
    return fill(tmp_path / "masuk")


@pytest.mark.parametrize(
    "outcomes, bar, code",
    [
        ([CLEAN], Level.GALAT, 0),
        ([CLEAN], Level.CATATAN, 1),
        ([CLEAN, BAD], Level.GALAT, 1),
        ([CLEAN, BAD], None, 0),
        ([CLEAN, LOST], Level.GALAT, 1),
        ([CLEAN, LOST], None, 1),
        ([LOST, LOST], Level.GALAT, 3),
        ([Outcome("d", error="tidak dapat ditulis")], Level.GALAT, 1),
        ([Outcome("e", accepted=4)], Level.CATATAN, 0),
    ],
)
def test_the_exit_code_is_that_of_all(outcomes, bar, code):
    assert code_of(outcomes, bar) == code


def test_a_folder_is_audited_whole_and_leaves_results_beside_the_files(folder, capsys):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert cli.main(["audit", str(folder), "--pekerja", "1"]) == 1
    said = capsys.readouterr()
    lines = [line for line in said.out.splitlines()[1:] if line.startswith(" ") and line[:33].strip()]
    assert [line[33:].split(",")[0] for line in lines] == NAMES
    assert "5 berkas, 2 tidak dapat diperiksa. Temuan: 2 galat" in said.out
    assert "lama.xls: berkas Excel lama (.xls)" in said.out
    assert said.err == (  # a lock lies beside each of them
        "Tampaknya sedang dibuka di Excel atau LibreOffice: kab-a.xlsx, lama.xls. Perubahan yang belum disimpan tidak "
        "ikut dibaca.\n"
    )
    after = {path for path in folder.rglob("*") if path.is_file()}
    assert {path.relative_to(folder).as_posix() for path in after - set(before)} == {
        "kab-a-hasil.xlsx",
        "kab-b/bersih-hasil.xlsx",
        "kab-b/makro-hasil.xlsx",
    }
    assert {path: path.read_bytes() for path in before} == before


def test_json_is_the_recap_on_standard_output(folder, capsys):
    assert cli.main(["audit", str(folder), "--pekerja", "2", "--no-workbook", "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["berkas"] for row in rows] == [NAMES[3], NAMES[4], NAMES[0], NAMES[2], NAMES[1]]


def test_resume_audits_only_what_changed(folder, tmp_path, monkeypatch, capsys):
    recap = tmp_path / "rekap.csv"
    words = ["audit", str(folder), "--no-workbook", "--pekerja", "1", "--rekap", str(recap)]
    assert cli.main(words) == 1
    first = recap.read_bytes()
    asked: list[str] = []
    audit = pipeline.audit

    def noted(path, *given, **how):
        asked.append(path.name)
        return audit(path, *given, **how)

    monkeypatch.setattr(pipeline, "audit", noted)
    assert cli.main([*words, "--resume"]) == 1
    assert asked == ["rusak.xlsx", "lama.xls"]  # what failed is tried again
    assert recap.read_bytes() == first
    (folder / "kab-a.xlsx").write_bytes(office("Dinas A"))
    assert cli.main([*words, "--resume"]) == 1
    assert asked[2:] == ["kab-a.xlsx", "rusak.xlsx", "lama.xls"]
    assert recap.read_bytes() != first


@pytest.mark.parametrize("form", ["csv", "json"])
def test_resume_believes_no_row_that_somebody_changed(folder, tmp_path, form, capsys):
    recap = tmp_path / f"rekap.{form}"
    words = ["audit", str(folder), "--no-workbook", "--pekerja", "1", "--rekap", str(recap)]
    assert cli.main(words) == 1
    first = recap.read_bytes()
    changed = first.replace(b"Dinas A,", b"Dinas X,").replace(b'"Dinas A"', b'"Dinas X"')
    assert changed != first
    recap.write_bytes(changed)
    capsys.readouterr()
    assert cli.main([*words, "--resume"]) == 3
    assert "sudah diubah sejak ditulis" in capsys.readouterr().err
    assert cli.main([*words, "--resume", "--force"]) == 1
    assert "Berbeda dari yang ditulis alat ini di dalam rekap, diperiksa lagi: kab-a.xlsx." in capsys.readouterr().err
    assert recap.read_bytes() == first


def test_resume_audits_again_what_depends_on_a_day_that_differs(tmp_path, monkeypatch):
    folder, recap = tmp_path / "masuk", tmp_path / "r.csv"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(excused("Dinas A", "2025-05-31"))
    (folder / "b.xlsx").write_bytes(office("Dinas B"))
    words = ["audit", str(folder), "--no-workbook", "--pekerja", "1", "--rekap", str(recap), "--tanggal"]
    assert cli.main([*words, "2025-05-31"]) == 0
    first = recap.read_bytes()
    asked: list[str] = []
    audit = pipeline.audit
    monkeypatch.setattr(
        pipeline, "audit", lambda path, *given, **how: asked.append(path.name) or audit(path, *given, **how)
    )
    assert cli.main([*words, "2025-05-31", "--resume"]) == 0
    assert (asked, recap.read_bytes()) == ([], first)
    assert cli.main([*words, "2025-06-01", "--resume"]) == 1
    assert asked == ["a.xlsx"]
    resumed = recap.read_bytes()
    assert cli.main([*words, "2025-06-01"]) == 1
    assert recap.read_bytes() == resumed


def test_a_pipe_and_a_link_to_itself_are_rows_with_their_reason(folder, tmp_path, capsys):
    with pipe(folder / "pipa.xlsx"):
        (folder / "putar.xlsx").symlink_to("putar.xlsx")
        words = ["audit", str(folder), "--no-workbook", "--pekerja", "1", "--rekap", str(tmp_path / "r.json")]
        assert cli.main(words) == 1
        assert cli.main([*words, "--resume"]) == 1
        assert cli.main(["audit", str(folder / "putar.xlsx"), *words[2:]]) == 3
    said = capsys.readouterr().out
    assert "pipa.xlsx: bukan berkas biasa" in said
    assert "putar.xlsx: " in said
    assert "7 berkas, 4 tidak dapat diperiksa." in said


@pytest.mark.parametrize("paths", [[""], ["file://"], ["", "a.xlsx"]], ids=str)
def test_an_empty_path_is_wrong_usage_and_not_the_current_folder(folder, paths, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    monkeypatch.setattr(pipeline, "audit", None)
    assert cli.main(["audit", *paths]) == 2
    assert "nama berkas atau folder kosong" in capsys.readouterr().err


def test_a_stranger_s_file_is_no_recap_and_nothing_is_audited(folder, tmp_path, monkeypatch, capsys):
    other = tmp_path / "catatan.csv"
    other.write_text("nama,nilai\n", encoding="utf-8")
    monkeypatch.setattr(pipeline, "audit", None)
    assert cli.main(["audit", str(folder), "--no-workbook", "--rekap", str(other)]) == 3
    assert "bukan rekap alat ini" in capsys.readouterr().err
    assert other.read_text(encoding="utf-8") == "nama,nilai\n"


def test_one_file_with_a_recap(folder, tmp_path):
    recap = tmp_path / "r.json"
    assert cli.main(["audit", str(folder / "kab-a.xlsx"), "--no-workbook", "--rekap", str(recap)]) == 1
    assert [row["opd"] for row in json.loads(recap.read_text(encoding="utf-8"))["rows"]] == ["Dinas A"]


@pytest.mark.parametrize(
    "more, said",
    [
        (["-o", "h.xlsx"], "hanya untuk satu berkas"),
        (["--tahun-lalu", "l.xlsx"], "hanya untuk satu berkas"),
        (["--format", "html"], "--format adalah text atau json"),
        (["--resume"], "--resume memerlukan --rekap"),
        (["--pekerja", "0"], "Yang boleh: bilangan 1 sampai 256."),
        (["--cluster", "masuk"], "tulis alamat seperti tcp://"),
    ],
)
def test_what_does_not_go_with_many_files_is_wrong_usage(folder, more, said, capsys):
    assert cli.main(["audit", str(folder), *more]) == 2
    assert said in capsys.readouterr().err


def test_results_are_not_written_to_a_storage(folder, capsys):
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://masuk/kab/a.xlsx", "wb") as stream:
        stream.write((folder / "kab-a.xlsx").read_bytes())
    assert cli.main(["audit", "memory://masuk", "--pekerja", "1"]) == 2
    assert "tambahkan --no-workbook" in capsys.readouterr().err
    assert cli.main(["audit", "memory://masuk", "--pekerja", "1", "--no-workbook"]) == 1
    assert "kab/a.xlsx, Dinas A" in capsys.readouterr().out


def test_nothing_found_is_code_3(tmp_path, capsys):
    assert cli.main(["audit", str(tmp_path)]) == 3
    assert "Tidak ada berkas .xlsx" in capsys.readouterr().err


def test_last_year_s_report_is_compared(tmp_path, capsys):
    this, last = tmp_path / "ini.xlsx", tmp_path / "lalu.xlsx"
    write(load(TWIN), this)
    write(changed(load(TWIN), [Typed("identitas", "", "tahun", 2023)]), last)
    words = ["audit", str(this), "--no-workbook", "--format", "json"]
    assert cli.main(words) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert cli.main([*words, "--tahun-lalu", str(last), "--fail-on", "beda"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert ("LKJ372", "Tahun Lalu", "F5", "9.57", "3.50") in {
        (f["code"], f["sheet"], f["cell"], f["stated"], f["recomputed"]) for f in findings
    }
    assert {f["code"] for f in findings} == {"LKJ372"}


def test_last_year_s_file_is_never_written_over(tmp_path, capsys):
    this, last = tmp_path / "ini.xlsx", tmp_path / "lalu.xlsx"
    write(load(TWIN), this)
    shutil.copy(this, last)
    before = last.read_bytes()
    assert cli.main(["audit", str(this), "--tahun-lalu", str(last), "-o", str(last), "--force"]) == 3
    assert last.read_bytes() == before


def test_diff_tells_changes_and_fails_on_a_new_galat(tmp_path, capsys):
    old, new = tmp_path / "lama.xlsx", tmp_path / "baru.xlsx"
    write(load(TWIN), old)
    write(changed(load(TWIN), [WRONG]), new)
    assert cli.main(["diff", str(old), str(new)]) == 1
    assert "Capaian 2024 (%): 83,72 → 93,72" in " ".join(capsys.readouterr().out.split())
    assert cli.main(["diff", str(new), str(old), "--format", "json"]) == 0
    assert [f["cell"] for f in json.loads(capsys.readouterr().out)["findings"]["went"]] == ["I7"]
    assert cli.main(["diff", str(old), str(tmp_path / "tidak-ada.xlsx")]) == 3


def test_one_odd_name_stops_no_folder(folder, tmp_path, capsys):
    good = folder / "kab-a.xlsx"
    shutil.copy(good, folder / ("n" * 245 + ".xlsx"))
    if sys.platform == "linux":
        shutil.copy(good, folder / os.fsdecode(b"buruk-\xff\xfe.xlsx"))
        shutil.copy(good, folder / "dua\nbaris\x1b.xlsx")
    for form in ("xlsx", "csv", "json"):
        recap = tmp_path / f"rekap.{form}"
        for more in ([], ["--resume"]):
            assert cli.main(["audit", str(folder), "--rekap", str(recap), "--pekerja", "2", *more]) == 1
            said = capsys.readouterr()
            assert "Nama berkas hasil terlalu panjang" in said.out
            assert "Alat ini gagal" not in said.out + said.err
            assert not set(said.out) & set("\x1b\udcff")
            lines = [line for line in said.out.splitlines() if "xlsx, Dinas" in line]
            assert len(lines) == (5 if sys.platform == "linux" else 3), said.out
    assert len(list(folder.glob("buruk-*-hasil.xlsx"))) == (sys.platform == "linux")
