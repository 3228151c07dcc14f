"""The command line: what it loads, what it writes, what it refuses, and the codes it ends with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lkj_xlsx import __version__, cli, pipeline
from lkj_xlsx.errors import UnreadableWorkbook
from lkj_xlsx.findings.tree import grown
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Report, Summary
from lkj_xlsx.spec.field import Years
from lkj_xlsx.spec.template import TEMPLATE

ROOT = Path(__file__).parents[1]
HEAVY = ("openpyxl", "xlsxwriter", "jinja2", "pandas", "numpy")
EMPTY = Report(
    tool={"name": "lkj-xlsx", "version": __version__},
    source={"path": "lkj.xlsx", "sha256": "0" * 64},
    template={"version": "1"},
    identity={"opd": "Dinas Contoh"},
    summary=Summary(),
    tree=(),
    tables=(),
)


def finding(level: Level, accepted: str = "") -> Finding:
    return Finding(
        "LKJ201",
        "isian-wajib",
        level,
        say("Realisasi belum diisi."),
        Where("Capaian IKU", 9, 7),
        "3.3",
        accepted=accepted,
    )


@pytest.fixture
def with_findings(monkeypatch, tmp_path):
    """`audit` of any path gives a report with these findings; returns the path of a stand-in workbook."""

    def give(*findings: Finding) -> Path:
        levels = {level.word: sum(f.level is level for f in findings) for level in Level}
        report = replace(EMPTY, tree=grown(findings), summary=Summary(by_level=levels))
        monkeypatch.setattr(pipeline, "audit", lambda path, *given, **how: report)
        path = tmp_path / "lkj.xlsx"
        path.write_bytes(b"the user's own")
        return path

    return give


@pytest.fixture(scope="module")
def template(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("template") / "kosong.xlsx"
    assert cli.main(["template", "--tahun", "2024", "-o", str(path)]) == 0
    return path


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as a shell runs it."""
    return subprocess.run(
        [sys.executable, "-m", "lkj_xlsx", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["audit", "--help"],
        ["fill", "--help"],
        ["template", "--help"],
        ["explain", "--help"],
        ["inspect", "--help"],
    ],
    ids=" ".join,
)
def test_help_and_version_load_no_heavy_library(arguments):
    code = (
        "import sys; from lkj_xlsx.cli import main; code = main(sys.argv[1:]); "
        f"sys.exit(code or [name for name in {HEAVY} if name in sys.modules] or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Pemakaian" in done.stdout or __version__ in done.stdout


def test_version():
    assert run("--version").stdout.strip() == f"lkj-xlsx {__version__}"


def test_help_is_indonesian(capsys):
    assert cli.main(["audit", "--help"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Pemakaian: lkj-xlsx audit [PILIHAN] BERKAS.xlsx|FOLDER...")
    assert "Tampilkan bantuan ini." in text
    assert "Options:" not in text


def test_no_command_shows_the_help_and_is_wrong_usage(capsys):
    assert cli.main([]) == 2
    assert "Perintah:" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["audt"], "perintah audt tidak dikenal. Yang ada: audit, diff, explain, fill, inspect, template."),
        (["audit"], "BERKAS.xlsx|FOLDER... belum diisi"),
        (["audit", "--formt", "json"], "pilihan --formt tidak dikenal. Mungkin maksudnya --format"),
        (["audit", "a.xlsx", "--format", "xml"], "Yang boleh: text, json, html, sarif, markdown."),
        (["audit", "a.xlsx", "--format"], "pilihan --format"),
        (["audit", "a.xlsx", "--batas", "sel=banyak"], "Tulis NAMA=BILANGAN, contoh sel=5000000"),
        (["inspect", "a.xlsx", "--batas", "kolom=3"], "namanya: entri, bagian, total, rasio, sel, teks."),
        (["inspect"], "BERKAS.xlsx belum diisi"),
        (
            ["audit", "a.xlsx", "--tanggal", "besok"],
            "nilai untuk --tanggal tidak dapat dipakai. Tulis seperti 2025-03-31.",
        ),
        (["audit", "Laporan", "Kinerja.xlsx"], "Nama berkas yang berspasi diberi tanda kutip"),
        (["inspect", "Laporan", "Kinerja.xlsx"], "ada isian berlebih: Kinerja.xlsx"),
        (["audit", "a.xlsx", "-o", "b.xlsx", "--no-workbook"], "tidak dapat dipakai bersama"),
        (["fill", "a.json"], "sebutkan berkas data dan berkas hasil"),
        (["template", "--tahun", "24"], "Yang boleh: bilangan 2000 sampai 2100."),
        (["template", "--tahun", "2024", "--renstra", "2025-2029"], "2024 harus di dalamnya"),
        (["template", "--tahun", "2024", "--renstra", "2024"], "ditulis seperti 2024-2026"),
        (["explain", "LKJ20l"], "aturan LKJ20l tidak ada. Yang terdekat: LKJ2"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else None,
)
def test_wrong_usage_is_told_in_indonesian(arguments, said, capsys):
    assert cli.main(arguments) == 2
    streams = capsys.readouterr()
    assert "Perintah belum tepat: " in streams.err
    assert said in streams.err
    assert streams.out == ""


@pytest.mark.parametrize(
    "worst, fail_on, code",
    [
        (None, "catatan", 0),
        (Level.CATATAN, "periksa", 0),
        (Level.CATATAN, "catatan", 1),
        (Level.PERIKSA, "beda", 0),
        (Level.BEDA, "beda", 1),
        (Level.BEDA, "galat", 0),
        (Level.GALAT, "galat", 1),
        (Level.GALAT, "beda", 1),
        (Level.GALAT, "tidak-pernah", 0),
    ],
)
def test_exit_code_follows_the_worst_finding(with_findings, worst, fail_on, code):
    path = with_findings(*([finding(worst)] if worst else []))
    assert cli.main(["audit", str(path), "--no-workbook", "--fail-on", fail_on]) == code


@pytest.mark.parametrize("typed, day", [("2025-03-31", date(2025, 3, 31)), ("31/03/2025", date(2025, 3, 31))])
def test_the_day_for_exceptions_is_handed_down(monkeypatch, tmp_path, typed, day):
    asked = []
    monkeypatch.setattr(pipeline, "audit", lambda path, today, *given, **how: asked.append(today) or EMPTY)
    assert cli.main(["audit", str(tmp_path / "lkj.xlsx"), "--no-workbook", "--tanggal", typed]) == 0
    assert cli.main(["audit", str(tmp_path / "lkj.xlsx"), "--no-workbook"]) == 0
    assert asked[0] == day
    assert isinstance(asked[1], date)  # the clock's, where nobody names one


def test_galat_fails_by_default_and_beda_does_not(with_findings):
    assert cli.main(["audit", str(with_findings(finding(Level.GALAT))), "--no-workbook"]) == 1
    assert cli.main(["audit", str(with_findings(finding(Level.BEDA))), "--no-workbook"]) == 0


def test_an_accepted_finding_does_not_fail(with_findings):
    path = with_findings(finding(Level.GALAT, accepted="disetujui Inspektorat"))
    assert cli.main(["audit", str(path), "--no-workbook"]) == 0


def test_output_stands_beside_the_input_and_the_input_stays(with_findings, capsys):
    path = with_findings(finding(Level.GALAT))
    assert cli.main(["audit", str(path)]) == 1
    assert sorted(p.name for p in path.parent.iterdir()) == ["lkj-hasil.xlsx", "lkj.xlsx"]
    assert path.read_bytes() == b"the user's own"
    assert path.with_name("lkj-hasil.xlsx").read_bytes()[:2] == b"PK"
    assert "lkj-hasil.xlsx" in capsys.readouterr().err


def test_no_workbook_writes_nothing(with_findings):
    path = with_findings(finding(Level.GALAT))
    cli.main(["audit", str(path), "--no-workbook"])
    assert [p.name for p in path.parent.iterdir()] == ["lkj.xlsx"]


def test_json_is_all_there_is_on_standard_output(with_findings, capsys):
    path = with_findings(finding(Level.GALAT))
    assert cli.main(["audit", str(path), "--format", "json", "-o", str(path.with_name("h.xlsx"))]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert [(f["code"], f["sheet"], f["cell"]) for f in printed["findings"]] == [("LKJ201", "Capaian IKU", "G9")]


def same_name(path: Path) -> Path:
    return path


def by_another_way(path: Path) -> Path:
    return path.parent / ".." / path.parent.name / path.name


def by_symlink(path: Path) -> Path:
    link = path.with_name("link.xlsx")
    try:
        link.symlink_to(path)
    except OSError:  # Windows without the right to make links
        shutil.copy(path, link)
        link.unlink()
        os.link(path, link)
    return link


def by_hard_link(path: Path) -> Path:
    os.link(path, path.with_name("hard.xlsx"))
    return path.with_name("hard.xlsx")


def in_other_case(path: Path) -> Path:
    return path.with_name("LKJ.XLSX")


@pytest.mark.parametrize("way", [same_name, by_another_way, by_symlink, by_hard_link, in_other_case])
def test_the_input_is_never_the_output(with_findings, way, capsys):
    path = with_findings(finding(Level.GALAT))
    assert cli.main(["audit", str(path), "-o", str(way(path))]) == 3
    assert "tidak boleh ditimpa" in capsys.readouterr().err
    assert path.read_bytes() == b"the user's own"


def test_fill_never_writes_over_its_data(tmp_path):
    data = tmp_path / "data.json"
    data.write_text("{}", encoding="utf-8")
    assert cli.main(["fill", str(data), "-o", str(data)]) == 3
    assert data.read_text(encoding="utf-8") == "{}"


def test_a_fault_we_know_is_its_message_and_code_3(with_findings, monkeypatch, capsys):
    path = with_findings()

    def refuse(*given: object, **how: object) -> Report:
        raise UnreadableWorkbook("Berkas ini terkunci kata sandi. Buka kuncinya lalu simpan ulang.")

    monkeypatch.setattr(pipeline, "audit", refuse)
    assert cli.main(["audit", str(path)]) == 3
    assert capsys.readouterr().err == "Berkas ini terkunci kata sandi. Buka kuncinya lalu simpan ulang.\n"


def test_a_fault_we_do_not_know_is_short_unless_asked(with_findings, monkeypatch, capsys):
    path = with_findings()

    def crash(*given: object, **how: object) -> Report:
        raise RuntimeError("tabel habis")

    monkeypatch.setattr(pipeline, "audit", crash)
    monkeypatch.delenv("LKJ_DEBUG", raising=False)
    assert cli.main(["audit", str(path)]) == 70
    err = capsys.readouterr().err
    assert "RuntimeError: tabel habis" in err
    assert "Traceback" not in err
    monkeypatch.setenv("LKJ_DEBUG", "1")
    assert cli.main(["audit", str(path)]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"", b"bukan buku kerja", b"PK\x03\x04rusak", b"%PDF-1.7"])
def test_an_unusable_file_is_code_3_without_a_traceback(tmp_path, content):
    path = tmp_path / "lkj.xlsx"
    if content is not None:
        path.write_bytes(content)
    done = run("audit", str(path))
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not path.with_name("lkj-hasil.xlsx").exists()


def test_inspect_prints_a_page_or_one_json_document(template, capsys):
    assert cli.main(["inspect", str(template)]) == 0
    page = capsys.readouterr().out
    assert "Capaian IKU (lembar kerja)" in page
    assert cli.main(["inspect", str(template), "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["source"]["path"] == "kosong.xlsx"
    assert "Capaian IKU" in [sheet["title"] for sheet in printed["sheets"]]


@pytest.mark.parametrize("command", [["audit", "--no-workbook"], ["inspect"]], ids=lambda words: words[0])
def test_limits_are_handed_down(template, command, capsys):
    assert cli.main([*command, str(template), "--batas", "entri=3"]) == 3
    assert "--batas entri=3" in capsys.readouterr().err


def test_cells_are_limited_in_an_audit(template, capsys):
    assert cli.main(["audit", str(template), "--no-workbook", "--batas", "sel=5"]) == 3
    assert "lebih dari 5 sel terisi" in capsys.readouterr().err


def test_a_stranger_s_file_is_replaced_only_by_force(with_findings, capsys):
    path = with_findings(finding(Level.GALAT))
    other = path.with_name("kerjaan.xlsx")
    other.write_bytes(b"kerja orang")
    assert cli.main(["audit", str(path), "-o", str(other)]) == 3
    assert other.read_bytes() == b"kerja orang"
    assert "--force" in capsys.readouterr().err
    assert cli.main(["audit", str(path), "-o", str(other), "--force"]) == 1
    assert other.read_bytes()[:2] == b"PK"
    assert cli.main(["audit", str(path), "-o", str(other)]) == 1, "what we wrote may be written again"


def test_signs_that_steer_a_terminal_are_not_said_from_a_file_name(capsys):
    assert cli.main(["inspect", "lkj\x1b[31m.xlsx"]) == 3
    assert "\x1b" not in capsys.readouterr().err


def test_an_output_folder_that_does_not_exist_is_code_3(with_findings, capsys):
    path = with_findings()
    assert cli.main(["audit", str(path), "-o", str(path.parent / "tidak ada" / "h.xlsx")]) == 3
    assert "tidak ada" in capsys.readouterr().err


def test_template_takes_year_and_plan_period(monkeypatch, tmp_path):
    from lkj_xlsx.writers import template as writer

    asked = []
    monkeypatch.setattr(writer, "write_template", lambda *given, **more: asked.append(given))
    out = tmp_path / "t.xlsx"
    assert cli.main(["template", "--tahun", "2027", "-o", str(out)]) == 0
    assert cli.main(["template", "--tahun", "2024", "--renstra", "2021-2026", "-o", str(out)]) == 0
    assert [given[:3] for given in asked] == [
        (out, TEMPLATE, Years(2027, 2025, 2029)),
        (out, TEMPLATE, Years(2024, 2021, 2026)),
    ]


def test_template_without_a_name_never_overwrites(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    filled = tmp_path / "template-lkj-2024.xlsx"
    filled.write_bytes(b"sudah diisi")
    assert cli.main(["template", "--tahun", "2024"]) == 3
    assert filled.read_bytes() == b"sudah diisi"
    assert "Sebutkan nama lain dengan -o" in capsys.readouterr().err


def test_the_empty_template_can_be_audited(template):
    """What `template` writes, `audit` knows: it asks for what is blank instead of refusing the file."""
    done = run("audit", str(template), "--no-workbook", "--format", "json")
    assert done.returncode == 1
    printed = json.loads(done.stdout)
    assert printed["tool"] == {"name": "lkj-xlsx", "version": __version__}
    codes = {f["code"] for f in printed["findings"]}
    assert {"LKJ108", "LKJ201"} <= codes  # sheets without rows, identity without an office
    assert codes.isdisjoint({"LKJ101", "LKJ102", "LKJ103", "LKJ104", "LKJ105", "LKJ106", "LKJ107"})  # nothing odd


def test_schema_of_the_data_file(capsys):
    assert cli.main(["fill", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert {"template", "identitas", "lembar"} <= set(schema["properties"])


def test_fill_writes_the_workbook(tmp_path):
    out = tmp_path / "terisi.xlsx"
    assert cli.main(["fill", str(ROOT / "samples" / "lkj-batubara-2024.json"), "-o", str(out)]) == 0
    assert out.read_bytes()[:2] == b"PK"


def test_fill_tells_what_is_wrong_with_its_data(tmp_path, capsys):
    data = tmp_path / "data.json"
    data.write_text("{bukan json", encoding="utf-8")
    assert cli.main(["fill", str(data), "-o", str(tmp_path / "x.xlsx")]) == 3
    assert "data.json" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()


def test_explain_lists_and_prints_pages(capsys):
    assert cli.main(["explain"]) == 0
    assert "LKJ201  galat    Isian wajib kosong" in capsys.readouterr().out
    assert cli.main(["explain", "lkj201"]) == 0
    assert "kosong bukan nol" in capsys.readouterr().out


def test_explain_knows_the_permitted_formulas(capsys):
    assert cli.main(["explain"]) == 0
    assert "\n  TURUN-2      Target ÷ realisasi × 100\n" in capsys.readouterr().out
    assert cli.main(["explain", "eff-5"]) == 0
    page = " ".join(capsys.readouterr().out.split())
    assert page.startswith("EFF-5 ") and "Pilihan: Rumus Efisiensi (rumus_efisiensi)" in page
    assert "berlaku sejak 2011; dari ingatan, belum diverifikasi" in page


def test_signs_outside_ascii_reach_a_pipe_under_any_code_page():
    done = subprocess.run(
        [sys.executable, "-m", "lkj_xlsx", "explain"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0
    assert "LKJ201" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes")
def test_a_reader_that_closes_early_is_no_fault():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "lkj_xlsx", "explain"],
        cwd=ROOT,
        stdout=writer,
        check=False,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def process(template, *arguments: str, **streams: object) -> subprocess.CompletedProcess[str]:
    given = {"stderr": subprocess.PIPE, **streams}
    command = [sys.executable, "-m", "lkj_xlsx", *arguments]
    return subprocess.run(
        command, cwd=template.parent, check=False, text=True, encoding="utf-8", env=ENVIRONMENT, **given
    )


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
PRINTING = [
    ["--help"],
    ["audit", "--help"],
    ["--version"],
    ["explain"],
    ["explain", "LKJ201"],
    ["fill", "--schema"],
    ["inspect", "t.xlsx"],
    ["inspect", "t.xlsx", "--format", "json"],
    ["audit", "t.xlsx", "--no-workbook"],
    ["audit", "t.xlsx", "--no-workbook", "--format", "html"],
    ["audit", ".", "--no-workbook"],
    ["diff", "t.xlsx", "t.xlsx"],
]


@pytest.fixture
def lone(template, tmp_path) -> Path:
    return Path(shutil.copy(template, tmp_path / "t.xlsx"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_an_output_that_is_full_is_one_sentence_and_code_3(lone, arguments):
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = process(lone, *arguments, stdout=full)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith("Laporan tidak dapat dicetak: ruang penyimpanan habis. Cetak ke layar")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the stream")
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_an_output_that_is_closed_is_one_sentence_and_code_3(lone, arguments):
    command = ["sh", "-c", '"$0" -m lkj_xlsx "$@" >&-', sys.executable, *arguments]
    done = subprocess.run(command, cwd=lone.parent, check=False, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith("Laporan tidak dapat dicetak: keluarannya tertutup.")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the stream")
def test_a_command_that_prints_nothing_needs_no_output(tmp_path):
    command = ["sh", "-c", '"$0" -m lkj_xlsx template -o a.xlsx >&-', sys.executable]
    done = subprocess.run(command, cwd=tmp_path, check=False, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert (done.returncode, done.stderr) == (0, "Template ditulis: a.xlsx\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes")
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_reader_that_has_gone_ends_every_command_quietly(lone, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    done = process(lone, *arguments, stdout=writer)
    os.close(writer)
    heard = process(lone, *arguments, stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (heard.returncode, heard.stderr)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes")
def test_the_result_is_written_also_where_nobody_reads_what_is_printed(lone):
    reader, writer = os.pipe()
    os.close(reader)
    done = process(lone, "audit", "t.xlsx", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "Buku kerja hasil: t-hasil.xlsx\n")
    assert lone.with_name("t-hasil.xlsx").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_the_result_is_written_also_where_nothing_can_be_printed(lone):
    with open("/dev/full", "w", encoding="utf-8") as full:
        assert process(lone, "audit", "t.xlsx", stdout=full).returncode == 3
        assert lone.with_name("t-hasil.xlsx").is_file()
        assert process(lone, "audit", "t.xlsx", "--no-workbook", stdout=subprocess.PIPE, stderr=full).returncode == 1


ODD_NAMES = [b"buruk-\xff\xfe.xlsx", b"dua\nbaris.xlsx", b"esc-\x1b[31m.xlsx", "arah-\u202e.xlsx".encode()]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
@pytest.mark.parametrize("name", ODD_NAMES, ids=repr)
@pytest.mark.parametrize("arguments", [[], *(["--format", name] for name in ("json", "html", "sarif", "markdown"))])
def test_a_file_name_that_is_no_text_stops_nothing(template, tmp_path, name, arguments, capfd):
    path = tmp_path / os.fsdecode(name)
    shutil.copy(template, path)
    assert cli.main(["audit", str(path), *arguments]) == 1
    assert path.with_name(f"{path.stem}-hasil.xlsx").is_file()
    said = "".join(capfd.readouterr())
    assert not set(said) & set("\x1b\u202e\udcff") and "Alat ini gagal" not in said


LONG = "n" * 245 + ".xlsx"


def test_a_name_too_long_for_its_result_is_told_after_the_report(template, tmp_path, capsys):
    path = tmp_path / LONG
    shutil.copy(template, path)
    assert cli.main(["audit", str(path)]) == 3
    said = capsys.readouterr()
    assert "angka diperiksa" in said.out
    assert "Nama berkas hasil terlalu panjang" in said.err and "Pendekkan nama berkas asalnya" in said.err
    assert cli.main(["audit", str(path), "--no-workbook"]) == 1


@pytest.mark.parametrize("name", ["n" * 300 + ".xlsx", "x/" * 3_000 + "a.xlsx"])
def test_a_name_that_no_file_can_have_is_an_unusable_file(name, capsys):
    assert cli.main(["audit", name]) == 3
    assert cli.main(["inspect", name]) == 3
    assert cli.main(["audit", name, name]) in (2, 3)
    assert "kesalahan di dalamnya" not in capsys.readouterr().err


@pytest.mark.parametrize("lock", ["~$t.xlsx", ".~lock.t.xlsx#"])
@pytest.mark.parametrize("arguments", [["audit", "--no-workbook"], ["inspect"]])
def test_a_workbook_that_is_open_elsewhere_is_told_calmly(lone, lock, arguments, capsys):
    quiet = cli.main([*arguments, str(lone)])
    assert "dibuka" not in capsys.readouterr().err
    lone.with_name(lock).write_bytes(b"x")
    assert cli.main([*arguments, str(lone)]) == quiet
    assert capsys.readouterr().err == (
        "Tampaknya sedang dibuka di Excel atau LibreOffice: t.xlsx. Perubahan yang belum disimpan tidak ikut dibaca.\n"
    )


def test_the_package_gives_audit_on_first_use():
    code = (
        "import sys, lkj_xlsx; assert 'lkj_xlsx.pipeline' not in sys.modules; "
        "from lkj_xlsx.pipeline import audit; assert lkj_xlsx.audit is audit"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_link_that_leads_to_itself_is_an_unusable_file(tmp_path, capsys):
    loop = tmp_path / "lingkar.xlsx"
    try:
        loop.symlink_to(loop)
    except OSError:
        pytest.skip("no links here")
    assert cli.main(["audit", str(loop)]) == 3
    assert str(loop.name) in capsys.readouterr().err


@pytest.mark.parametrize("command", ["inspect", "fill"])
def test_a_file_without_permission_is_left_to_the_reader(template, command, monkeypatch, capsys):
    def refused(self, *rest, **named):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(os, "access", lambda *rest, **named: False)
    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "read_bytes", refused)
    monkeypatch.setattr(Path, "read_text", refused)
    given = ["inspect", str(template)] if command == "inspect" else ["fill", str(template), "-o", "x.xlsx"]
    assert cli.main(given) == 3
    assert "Path" not in capsys.readouterr().err
