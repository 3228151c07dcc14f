"""Every package says what it may import and has a map of all its modules; the document tells the same rooms."""

from __future__ import annotations

import ast
import re

import pytest

from docs import rooms
from tests.architecture_page import names, table
from tests.test_architecture import ALLOWED

HEADS = pytest.mark.parametrize("head", list(rooms.heads()), ids=lambda head: head.parent.name)


@HEADS
def test_a_map_is_what_the_command_makes(head):
    assert head.read_text(encoding="utf-8") == rooms.with_map(head), "python -m docs.build"


@HEADS
def test_every_module_stands_in_the_map_once(head):
    listed = re.findall(r"^(\w+) {2,}\S", ast.get_docstring(ast.parse(head.read_text(encoding="utf-8"))), re.MULTILINE)
    modules = {path.stem for path in head.parent.glob("*.py")} | {
        path.parent.name for path in head.parent.glob("*/*.py")
    }
    assert sorted(listed) == sorted(modules - {"__init__"})


@HEADS
def test_a_head_names_what_the_room_may_import(head):
    if head.parent.parent == rooms.PACKAGE:  # a package inside a room is of the room
        said = re.search(r"^May import: (.+)\.$", head.read_text(encoding="utf-8"), re.MULTILINE)
        assert said is not None
        assert {name for name in said[1].split(", ") if name in ALLOWED} == ALLOWED[head.parent.name]


def test_the_document_tells_the_rooms_of_the_law():
    may_import = {names(room)[0]: set(names(may)) for room, _, may in table("Rooms")}
    assert may_import == ALLOWED
    assert list(may_import) == list(ALLOWED)


@pytest.mark.parametrize(
    "imports, expected",
    [
        ({"a": {"b"}, "b": set(), "c": set()}, ["b", "a", "c"]),
        ({"z": set(), "a": {"z"}, "b": {"a"}}, ["z", "a", "b"]),
    ],
)
def test_what_a_module_imports_stands_above_it(imports, expected):
    assert list(rooms.in_order(imports)) == expected


def test_a_map_is_made_anew_below_what_is_said(tmp_path, monkeypatch):
    room = tmp_path / "ours" / "room"
    room.mkdir(parents=True)
    monkeypatch.setattr(rooms, "PACKAGE", tmp_path / "ours")
    (room / "a.py").write_text('"""Asks b.\n\nMore."""\nfrom ours.room.b import x\n', encoding="utf-8")
    (room / "b.py").write_text('"""Answers."""\n', encoding="utf-8")
    head = room / "__init__.py"
    head.write_text(f'"""A room.\n\nMay import: c.\n\n{rooms.HEADING}\n\nold  gone\n"""\nx = 1\n', encoding="utf-8")
    made = f'"""A room.\n\nMay import: c.\n\n{rooms.HEADING}\n\nb  Answers.\na  Asks b.\n"""\nx = 1\n'
    assert rooms.with_map(head) == made
