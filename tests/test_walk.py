"""The walk of one typed cell, as `docs/architecture.md` tells it, held against a real audit.

`Renstra!H5` of the sample states 10,0 where 3,50 is right. While the sample is audited and its finished workbook is
drawn, every call into the package that takes or gives the cell, its value, row, fact, figure or finding is noted.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from lkj_xlsx import pipeline
from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.cell import Cell, Value, Where
from lkj_xlsx.model.computed import Computed, Judged
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.record import Fact, Record
from lkj_xlsx.model.report import Item
from lkj_xlsx.writers.workbook import write_workbook
from tests.architecture_page import names, section, table

ROOT = Path(__file__).parents[1]
PACKAGE = Path(pipeline.__file__).parent
CELL = Where("Renstra", 5, 8)
SPOKEN = {"model"}  # the values themselves: every room speaks in them
DRIVERS = {"pipeline"}
FACES = {  # of each kind of value, the place it stands in
    Where: lambda it: it,
    Cell: lambda it: it.where,
    Value: lambda it: it.cell.where,
    Record: lambda it: Where(it.title, it.row, CELL.column),
    Fact: lambda it: it.value.where,
    Computed: lambda it: it.value.where,
    Judged: lambda it: it.computed.value.where,
    Finding: lambda it: it.where,
    Branch: lambda it: it.finding.where,
    Item: lambda it: it.source,
}


@dataclass(frozen=True)
class Step:
    """One call that took or gave the cell: the rooms that asked each other for it, and the module and the function."""

    rooms: tuple[str, ...]
    module: str
    function: str

    @property
    def room(self) -> str:
        return self.rooms[-1]


def of_the_cell(it: object) -> bool:
    face = FACES.get(type(it))
    return face is not None and face(it) == CELL


def module_of(code: CodeType) -> str | None:
    """The module of the package that this code stands in, as `reader/grid`; None for other code."""
    path = Path(code.co_filename)
    return path.relative_to(PACKAGE).with_suffix("").as_posix() if path.is_relative_to(PACKAGE) else None


def walked(tmp_path: Path) -> Iterator[Step]:
    """Every step of the cell, from the file to the drawn workbook."""
    modules: dict[CodeType, str | None] = {}
    steps: list[Step] = []

    def module(code: CodeType) -> str | None:
        if code not in modules:
            modules[code] = module_of(code)
        return modules[code]

    def watch(frame: FrameType, event: str, given: Any) -> None:
        code = frame.f_code
        if event not in ("call", "return") or (name := module(code)) is None:
            return
        if event == "return":
            seen = of_the_cell(given)
        else:
            taken = frame.f_locals
            arguments = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
            seen = any(of_the_cell(taken.get(each)) for each in arguments)
        if seen:
            steps.append(Step(_rooms(frame, module), name, code.co_name))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        report = pipeline.audit(ROOT / "samples" / "lkj-batubara-2024.xlsx")
        write_workbook(report, tmp_path / "hasil.xlsx")
    finally:
        sys.setprofile(before)
    yield from (step for step in steps if step.rooms)


def _rooms(frame: FrameType | None, module: Any) -> tuple[str, ...]:
    """The rooms on the way to this call, the asking before the asked; none where only the values speak."""
    names = []
    while frame is not None:
        name = module(frame.f_code)
        room = name.partition("/")[0] if name else ""
        if room and room not in SPOKEN | DRIVERS:
            names.append(room)
        frame = frame.f_back
    return tuple(room for room, _ in groupby(reversed(names)))


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> tuple[Step, ...]:
    return tuple(walked(tmp_path_factory.mktemp("walk")))


@dataclass(frozen=True)
class WalkRow:
    """A row of the document's table."""

    room: str
    modules: tuple[str, ...]
    asks: tuple[str, ...]


WALK = [
    WalkRow(names(room)[0], names(modules), names(asks)) for _, room, modules, _, asks in table("The walk of one cell")
]


def test_the_rooms_first_see_the_cell_in_this_order(steps):
    assert list(dict.fromkeys(step.room for step in steps)) == [each.room for each in WALK]


def test_the_pipeline_hands_it_on_and_never_goes_back(steps):
    """The rooms that others ask stand in the walk, but are not handed anything by the pipeline."""
    asked = {asked for each in WALK for asked in each.asks}
    handed = [room for room, _ in groupby(step.rooms[0] for step in steps)]
    assert handed == [each.room for each in WALK if each.room in handed]
    assert {each.room for each in WALK} - set(handed) <= asked


def test_who_asks_whom_about_it_is_told(steps):
    asks: Mapping[str, set[str]] = {each.room: set() for each in WALK}
    for step in steps:
        for one, other in pairwise(step.rooms):
            asks[one].add(other)
    assert {room: sorted(others) for room, others in asks.items()} == {each.room: sorted(each.asks) for each in WALK}


@pytest.mark.parametrize("row", WALK, ids=lambda row: row.room)
def test_the_modules_that_are_named_touch_it_in_this_order(row, steps):
    touched = list(dict.fromkeys(step.module for step in steps if step.room == row.room))
    named = [f"{row.room}/{name}" for name in row.modules]
    assert [name for name in touched if name in named] == named


def test_it_is_judged_again_where_the_document_says_so(steps):
    judging = dict.fromkeys(step.rooms[0] for step in steps if step.function == "judge")
    assert list(judging) == re.findall(r"^- `(\w+)`: judged", section("Ways back"), re.MULTILINE)
