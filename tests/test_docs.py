"""The documents are true: every command and option is named, each printed line can be typed, each link resolves."""

from __future__ import annotations

import os
import re
import shlex
import struct
import subprocess
import sys
import textwrap
from operator import attrgetter
from pathlib import Path, PureWindowsPath

import click
import pytest

import lkj_xlsx
from lkj_xlsx import __version__
from lkj_xlsx.cli import commands
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import RulePage
from lkj_xlsx.model.finding import Level

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(sh|powershell)\n(.*?)```", re.DOTALL)
PAGES = sorted([*ROOT.glob("*.md"), ROOT / "samples" / "README.md", *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def printed_lines(text: str = README) -> list[list[str]]:
    """Arguments of each `lkj-xlsx` command in a code block, however it is reached."""
    lines = []
    for shell, block in BLOCK.findall(textwrap.dedent(text)):
        for part in re.split(r"&&|;|\n", block):
            words = shlex.split(part.partition(" > ")[0], posix=shell == "sh")
            if words and PureWindowsPath(words[0]).name == "lkj-xlsx":
                lines.append(words[1:])
    return lines


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchors(path: Path) -> set[str]:
    """What a link may name after `#`: its headings as GitHub does, in small letters with dashes."""
    headings = re.findall(r"^#+ (.+)$", text(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def options(command: click.Command) -> list[str]:
    return [name for option in command.params if isinstance(option, click.Option) for name in option.opts]


COMMON = set.intersection(*(set(options(command)) for command in commands.commands.values()))


@pytest.mark.parametrize("name, command", commands.commands.items())
def test_every_command_and_option_is_in_the_readme(name, command):
    row = next((line for line in README.splitlines() if line.startswith(f"| `{name}` |")), "")
    assert row
    assert [option for option in options(command) if option not in COMMON and f"`{option}`" not in row] == []


def test_what_every_command_takes_is_told_once():
    assert "--lang" in COMMON
    assert [option for option in COMMON if f"`{option}" not in README] == []


def test_every_choice_is_in_the_readme():
    choices = [
        choice
        for command in commands.commands.values()
        for option in command.params
        if isinstance(option.type, click.Choice)
        for choice in option.type.choices
    ]
    assert "tidak-pernah" in choices
    assert [choice for choice in choices if f"`{choice}`" not in README] == []


@pytest.mark.parametrize("words", [words for page in PAGES for words in printed_lines(text(page))], ids=" ".join)
def test_every_printed_line_parses(words):
    name, *arguments = words
    if name in options(commands) or name in commands.get_help_option_names(click.Context(commands)):
        return
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    command.make_context(name, arguments)  # parses and checks, runs nothing


def test_the_printed_lines_are_found():
    names = {words[0] for words in printed_lines()}
    assert names == set(commands.commands)
    assert sum(words[:1] == ["audit"] for words in printed_lines()) >= 4  # shell, PowerShell, the guide, JSON


def test_the_two_lines_for_a_bare_machine_hold_what_they_need():
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv .venv && ")]
    assert [line.rpartition(" && ")[2] for line in lines] == [
        ".venv/bin/lkj-xlsx audit samples/lkj-batubara-2024.xlsx",
        ".venv/bin/pytest",
    ]
    assert (ROOT / "samples" / "lkj-batubara-2024.xlsx").is_file()


def test_the_guide_prints_every_step():
    names = {words[0] for words in printed_lines(text(ROOT / "docs" / "panduan.md")) if words}
    assert {"template", "audit", "explain", "diff"} <= names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    broken = []
    for _, _, link in LINK.findall(text(page)):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if "://" not in link and not (target.exists() and (not anchor or anchor in anchors(target))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_that_developers_are_sent_to_is_there(name):
    named = set(re.findall(r"`((?:\w[\w.]*/)+[\w.]*)`", text(ROOT / name)))
    assert named
    assert [path for path in sorted(named) if "NAME" not in path and not (ROOT / path).exists()] == []


def test_each_recipe_has_five_steps_and_a_commit_as_its_example():
    _, _, recipes = text(ROOT / "CONTRIBUTING.md").partition("\n## How to add\n")
    parts = dict(re.findall(r"^### An? (\w+)\n(.*?)(?=^### |\Z)", recipes, re.MULTILINE | re.DOTALL))
    assert list(parts) == ["rule", "measure", "cause", "variant", "table", "output"]
    for part in parts.values():
        assert re.findall(r"^(\d)\.", part, re.MULTILINE) == list("12345")
        assert re.search(r"As in [0-9a-f]{7}\b", part)


def test_the_readme_leads_to_the_documents_and_they_to_each_other():
    assert "LICENSE" in [link for _, _, link in LINK.findall(README)]
    assert "docs/index.md" in [link for _, _, link in LINK.findall(README)]
    listed = {link for _, _, link in LINK.findall(text(ROOT / "docs" / "index.md"))}
    written = {path.name for path in (ROOT / "docs").iterdir() if path.suffix in (".md", ".json")}
    assert written - listed == {"index.md"}


def test_pictures_are_small_described_and_used():
    shown = [
        (words, (page.parent / link).resolve())
        for page in PAGES
        for mark, words, link in LINK.findall(text(page))
        if mark
    ]
    assert {path for _, path in shown} == set((ROOT / "docs" / "img").iterdir())
    assert [path for words, path in shown if not words.strip()] == []
    for _, path in shown:
        data = path.read_bytes()
        width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
        assert (depth, kind) == (8, 3), path  # a palette
        assert len(data) < 200_000, path
        assert width > 600 and height > 150, path


def test_the_python_page_runs_as_it_is_printed(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    page = text(ROOT / "docs" / "python.md")
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(compile(block, "python.md", "exec"), names)  # what the reader would type
    printed = capsys.readouterr().out
    assert "galat Efisiensi!L5 LKJ301 Tertulis 0,31, hasil hitung ulang 0,32" in printed
    assert re.search(r"^lkj-batubara-2024 +beda +\d+$", printed, re.MULTILINE)


def test_the_python_page_names_what_there_is():
    page = text(ROOT / "docs" / "python.md")
    report = lkj_xlsx.audit(ROOT / "samples" / "lkj-batubara-2024.xlsx")
    rows = re.search(r"\| attribute \| holds \|\n(.*?)\n\n", page, re.DOTALL)
    assert rows is not None
    named = [name for row in rows[1].splitlines()[1:] for name in re.findall(r"`([\w.()]+)`", row.split("|")[1])]
    assert "summary.not_checked" in named
    for name in named:
        attrgetter(name.removesuffix("()"))(report)
    fields = re.search(r"A finding has (.*?)\. Figures", page, re.DOTALL)
    assert fields is not None
    assert [name for name in re.findall(r"`(\w+)`", fields[1]) if not hasattr(report.findings[0], name)] == []
    columns = re.search(r"^Columns: (.*?)\. Every", page, re.DOTALL | re.MULTILINE)
    assert columns is not None
    assert re.findall(r"`(\w+)`", columns[1]) == list(lkj_xlsx.findings_frame(report).columns)


def test_the_commands_of_the_completion_page_exist():
    block = re.search(r"```powershell\n(.*?)```", text(ROOT / "docs" / "melengkapi-perintah.md"), re.DOTALL)
    assert block is not None
    assert re.findall(r"'([a-z]+)'", block[1]) == sorted(commands.commands)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_answers_as_the_page_says(shell):
    assert f"_LKJ_XLSX_COMPLETE={shell}_source lkj-xlsx" in text(ROOT / "docs" / "melengkapi-perintah.md")
    asked = {"_LKJ_XLSX_COMPLETE": f"{shell}_complete", "COMP_WORDS": "lkj-xlsx au", "COMP_CWORD": "au"}
    asked |= {"COMP_CWORD": "1"} if shell != "fish" else {}
    run = subprocess.run(
        [sys.executable, "-m", "lkj_xlsx"],
        env=os.environ | asked,
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    assert re.split(r"[,\n\t]", run.stdout)[:2] == ["plain", "audit"]


def test_the_pre_commit_hook_audits_changed_templates():
    hook = dict(re.findall(r"^[- ] (\w+): (.+?)(?:  #.*)?$", text(ROOT / ".pre-commit-hooks.yaml"), re.MULTILINE))
    assert hook["id"] == "lkj-xlsx-audit"
    assert f"- id: {hook['id']}" in text(ROOT / "docs" / "python.md")
    program, name, *arguments = shlex.split(hook["entry"])
    assert program == "lkj-xlsx"
    context = commands.commands[name].make_context(name, [*arguments, "--fail-on", "beda", "a.xlsx", "b.xlsx"])
    assert context.params["files"] == ("a.xlsx", "b.xlsx")
    assert context.params["no_workbook"] is True
    names = ["lkj.xlsx", "laporan/lkj 2024.xlsx", "laporan/~$lkj.xlsx", "~$lkj.xlsx", "lkj-hasil.xlsx", "lkj.xlsx.md"]
    taken = [name for name in names if re.search(hook["files"], name) and not re.search(hook["exclude"], name)]
    assert taken == ["lkj.xlsx", "laporan/lkj 2024.xlsx"]


def test_hosted_checks_are_those_of_one_machine_on_every_promised_python():
    hosted = text(ROOT / ".github" / "workflows" / "ci.yml")
    promised = re.findall(r"Python :: (3\.\d+)$", text(ROOT / "setup.cfg"), re.MULTILINE)
    pythons = re.search(r"^ +python: \[(.+)\]$", hosted, re.MULTILINE)
    assert pythons is not None
    assert re.findall(r"3\.\d+", pythons[1]) == promised
    here = re.findall(r"^\.venv/bin/(.+)$", text(ROOT / ".ci" / "run"), re.MULTILINE)
    assert "mypy" in here
    assert [line for line in here if f"python -m {line.removeprefix('python -m ')}\n" not in hosted] == []


def test_hooks_before_a_commit_run_what_is_there():
    lines = re.findall(r"^ +entry: python -m (.+)$", text(ROOT / ".pre-commit-config.yaml"), re.MULTILINE)
    assert [line.split()[0] for line in lines] == ["ruff", "ruff", "mypy", "pytest"]
    assert [word for word in lines[-1].split() if word.endswith(".py") and not (ROOT / word).is_file()] == []


def test_every_level_is_explained():
    assert [level.word for level in Level if f"| {level.word} |" not in README] == []


def test_rule_codes_in_the_readme_exist():
    codes = {rule.code for rule in collect("lkj_xlsx.rules", RulePage)}
    assert set(re.findall(r"LKJ\d{3}", README)) <= codes


def test_every_dependency_has_its_reason():
    config = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    required = re.search(r"install_requires =\n((?: {4}.+\n)+)", config)
    assert required is not None
    names = re.findall(r"^ {4}([a-z0-9_-]+)", required[1], re.MULTILINE)
    assert "openpyxl" in names
    assert [name for name in names if f"\n| {name} |" not in README] == []


def test_the_changelog_tells_this_version():
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
