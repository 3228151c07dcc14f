"""The README is true: it names every command and option, and each line it prints can be typed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path, PureWindowsPath

import click
import pytest

from lkj_xlsx import __version__
from lkj_xlsx.cli import commands
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import Rule
from lkj_xlsx.model.finding import Level

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|powershell)\n(.*?)```", README, re.DOTALL)


def printed_lines() -> list[list[str]]:
    """Arguments of each `lkj-xlsx` command in a code block, however it is reached."""
    found = []
    for shell, block in BLOCKS:
        for part in re.split(r"&&|;|\n", block):
            words = shlex.split(part.partition(" > ")[0], posix=shell == "sh")
            if words and PureWindowsPath(words[0]).name == "lkj-xlsx":
                found.append(words[1:])
    return found


def options(command: click.Command) -> list[str]:
    return [name for option in command.params if isinstance(option, click.Option) for name in option.opts]


@pytest.mark.parametrize("name, command", commands.commands.items())
def test_every_command_and_option_is_in_the_readme(name, command):
    row = next((line for line in README.splitlines() if line.startswith(f"| `{name}` |")), "")
    assert row
    assert [option for option in options(command) if f"`{option}`" not in row] == []


def test_every_choice_is_in_the_readme():
    choices = [choice for command in commands.commands.values() for option in command.params
               if isinstance(option.type, click.Choice) for choice in option.type.choices]
    assert "tidak-pernah" in choices
    assert [choice for choice in choices if f"`{choice}`" not in README] == []


@pytest.mark.parametrize("words", printed_lines(), ids=" ".join)
def test_every_printed_line_parses(words):
    name, *arguments = words
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
        ".venv/bin/lkj-xlsx audit samples/lkj-batubara-2024.xlsx", ".venv/bin/pytest",
    ]
    assert (ROOT / "samples" / "lkj-batubara-2024.xlsx").is_file()


def test_files_the_readme_shows_exist():
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "LICENSE" in linked
    assert [name for name in linked if not (ROOT / name).is_file()] == []


def test_every_level_is_explained():
    assert [level.word for level in Level if f"| {level.word} |" not in README] == []


def test_rule_codes_in_the_readme_exist():
    codes = {rule.code for rule in collect("lkj_xlsx.rules", Rule)}
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
