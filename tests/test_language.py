"""The command in English: what people read changes, what machines read and the workbook do not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lkj_xlsx import cli

SAMPLE = str(Path(__file__).parents[1] / "samples" / "lkj-batubara-2024.xlsx")
READ = ("message", "cause", "consequence", "step")  # parts of a finding that people read


@pytest.fixture
def said(capsys, monkeypatch):
    """What a command prints to both streams, on one line each word apart."""
    monkeypatch.delenv("LKJ_LANG", raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        captured = capsys.readouterr()
        return code, " ".join(captured.out.split()), " ".join(captured.err.split())

    return run


def audited(said, *arguments: str) -> str:
    return said("audit", SAMPLE, "--no-workbook", "--tanggal", "2025-03-31", *arguments)[1]


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "en", "audit", "--help"], ["--lang=en", "audit", "--help"], ["audit", "--help", "--lang", "en"]],
    ids=" ".join,
)
def test_help_in_english_wherever_the_language_is_named(said, arguments):
    code, out, _ = said(*arguments)
    assert code == 0
    assert out.startswith("Usage: lkj-xlsx audit [OPTIONS] FILE.xlsx|FOLDER... Examine a filled template")
    assert "--no-workbook Do not write a finished workbook." in out
    assert "Pilihan" not in out


def test_the_environment_names_the_language_and_the_option_comes_before_it(said, monkeypatch):
    monkeypatch.setenv("LKJ_LANG", "en")
    assert said("--help")[1].startswith("Usage: lkj-xlsx [OPTIONS] COMMAND ...")
    assert said("--lang", "id", "--help")[1].startswith("Pemakaian: lkj-xlsx [PILIHAN] PERINTAH ...")


def test_indonesian_unless_asked(said):
    assert said("--help")[1].startswith("Pemakaian: lkj-xlsx [PILIHAN] PERINTAH ... Memeriksa hitungan")


def test_a_language_that_is_not_there_is_refused(said, monkeypatch):
    code, _, fault = said("--lang", "de", "explain")
    assert (code, "nilai untuk --lang (LKJ_LANG) tidak dapat dipakai. Yang boleh: id, en." in fault) == (2, True)
    monkeypatch.setenv("LKJ_LANG", "de")
    assert said("explain")[0] == 2


@pytest.mark.parametrize(
    "arguments, fault",
    [
        (["audit"], "The command is not right yet: FILE.xlsx|FOLDER... is missing."),
        (["ubah"], "the command ubah is not known. There are: audit, diff, explain, fill, inspect, template."),
        (["audit", "a.xlsx", "--bentuk"], "the option --bentuk is not known."),
        (["audit", "a.xlsx", "--format", "pdf"], "the value for --format cannot be used. Allowed: text, json"),
        (["explain", "LKJ999"], "there is no rule LKJ999. The nearest are: "),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_faults_of_usage_in_english(said, arguments, fault):
    code, _, err = said("--lang", "en", *arguments)
    assert code == 2
    assert fault in err
    assert err.endswith("--help` for help.")


def test_faults_of_files_in_english(said, tmp_path):
    code, _, err = said("--lang", "en", "inspect", str(tmp_path / "a.xlsx"))
    assert (code, err) == (3, f"{tmp_path / 'a.xlsx'}: the file was not found. Check its name and folder.")
    (tmp_path / "b.xlsx").write_bytes(b"%PDF-1.7")
    assert "this is a PDF file, not an Excel workbook." in said("--lang", "en", "audit", str(tmp_path / "b.xlsx"))[2]


def test_json_keeps_its_keys_codes_places_and_figures(said):
    one, other = (json.loads(audited(said, "--format", "json", "--lang", code)) for code in ("id", "en"))
    pairs = list(zip(one.pop("findings"), other.pop("findings"), strict=True))
    for a, b in pairs:
        assert a["message"] != b["message"]
        assert {key: value for key, value in a.items() if key not in READ} == {
            key: value for key, value in b.items() if key not in READ
        }
    first = next(b for _, b in pairs if b["code"] == "LKJ302")
    assert first["cause"].startswith("computed from ")
    assert first["step"].startswith("Replace ")
    assert one["summary"]["by_level"] == other["summary"]["by_level"]


def test_the_terminal_in_english_keeps_what_the_workbook_says(said):
    out = audited(said, "--lang", "en")
    assert "Table 3.3 Capaian Indikator Kinerja Utama Tahun 2024" in out
    assert "Persentase Koperasi Berkualitas Berdasarkan Aset Koperasi: capaian 31,82 was computed from figures" in out
    assert " galat (errors), " in out
    assert out.endswith("First correct what is marked GALAT in your file, then check again.")


def test_other_forms_in_english(said):
    page = audited(said, "--format", "html", "--lang", "en")
    assert '<html lang="en">' in page
    assert '<table lang="id">' in page  # the report's own tables
    assert "<dt>Should be</dt>" in page
    assert "Showing {n} of {all} findings." in page
    assert "| Level | Cell | About | Stated | Should be | Cause or step |" in audited(
        said, "--format", "markdown", "--lang", "en"
    )
    driver = json.loads(audited(said, "--format", "sarif", "--lang", "en"))["runs"][0]["tool"]["driver"]
    assert driver["language"] == "en"
    rule = next(rule for rule in driver["rules"] if rule["id"] == "LKJ301")
    assert rule["shortDescription"]["text"] == "A figure differs from its recomputation"
    assert rule["help"]["text"].startswith("What is checked: every stated figure that can be computed")


def test_the_pages_of_rules_and_formulas_in_english(said):
    page = said("explain", "LKJ301", "--lang", "en")[1]
    assert "Level: galat (error: cannot be right) What is checked: every stated figure" in page
    assert "How to fix: check what it is computed from" in page
    assert (
        "Option: Rumus Efisiensi: Formula of efficiency (rumus_efisiensi)"
        in said("explain", "EFF-1", "--lang", "en")[1]
    )
    assert "LKJ301 galat A figure differs from its recomputation" in said("explain", "--lang", "en")[1]


def test_the_workbook_is_the_same_in_every_language(said, tmp_path):
    contents = []
    for code in ("id", "en"):
        path = tmp_path / f"{code}.xlsx"
        said("audit", SAMPLE, "-o", str(path), "--tanggal", "2025-03-31", "--lang", code)
        contents.append(path.read_bytes())
    assert contents[0] == contents[1]
