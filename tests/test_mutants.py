"""The list of mutants: read, held against the code, and made in a copy only."""

from __future__ import annotations

import sys

import pytest

from benchmarks import mutants
from benchmarks.mutants import FAILED, KILLED, PASSED, SURVIVED, Mutant, faults, listed, mirrored, tried

CODE = "LIMIT = 2\nOTHER = 2 + 2\n"
TEST = "tests/rules/test_x.py"


@pytest.fixture
def root(tmp_path):
    """A tree with one module of rules and its test."""
    for path, text in (("lkj_xlsx/rules/x.py", CODE), (TEST, "")):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def mutant(old: str, new: str = "", module: str = "rules/x.py", tests: tuple[str, ...] = (TEST,)) -> Mutant:
    return Mutant("name", module, old, new, tests)


def test_a_module_is_mirrored_by_its_test_file():
    assert mirrored("rules/conflicts.py") == "tests/rules/test_conflicts.py"
    assert mirrored("pipeline.py") == "tests/test_pipeline.py"


def test_the_tests_of_an_edit_come_before_those_of_its_module():
    text = """
        [[module]]
        path = "model/number.py"
        tests = ["b", "c"]
        [[module.edit]]
        name = "n"
        old = "x"
        new = "y"
        tests = ["a", "b"]
    """
    assert list(listed(text)) == [
        Mutant("n", "model/number.py", "x", "y", ("a", "b", "tests/model/test_number.py", "c")),
    ]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (mutant("LIMIT = 2"), []),
        (mutant("LIMIT = 4"), ["rules/x.py: name: its text is no longer found"]),
        (mutant("2"), ["rules/x.py: name: its text stands there 3 times"]),
        (mutant("LIMIT = 2", "LIMIT = 2"), ["rules/x.py: name: it changes nothing"]),
        (mutant("x", module="rules/y.py"), ["rules/y.py: name: there is no such module"]),
        (mutant("LIMIT = 2", tests=("tests/z.py",)), ["rules/x.py: there is no tests/z.py"]),
        (mutant("LIMIT = 2", tests=()), ["rules/x.py: name: no test is named for it"]),
    ],
)
def test_what_no_longer_fits_the_code_is_told(root, one, expected):
    assert list(faults([one], root)) == expected


@pytest.mark.parametrize(("code", "verdict"), [(PASSED, SURVIVED), (FAILED, KILLED), (2, mutants.BROKEN)])
def test_the_edit_is_there_while_the_tests_run_and_gone_afterwards(root, monkeypatch, code, verdict):
    seen = []

    def run(folder, tests):
        seen.append((folder, tests, (folder / "lkj_xlsx/rules/x.py").read_text(encoding="utf-8")))
        return code, "a test"

    monkeypatch.setattr(mutants, "tested", run)
    outcome = tried(mutant("LIMIT = 2", "LIMIT = 3"), root, whole=False)
    assert (outcome.verdict, outcome.test) == (verdict, "a test")
    assert seen == [(root, (TEST,), CODE.replace("LIMIT = 2", "LIMIT = 3"))]
    assert (root / "lkj_xlsx/rules/x.py").read_text(encoding="utf-8") == CODE


def test_a_list_that_no_longer_fits_ends_with_exit_code_1(tmp_path, monkeypatch, capsys):
    wrong = tmp_path / "list.toml"
    wrong.write_text(
        '[[module]]\npath = "rules/plausibility.py"\n[[module.edit]]\nname = "n"\nold = "no such text"\nnew = ""\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(mutants, "LIST", wrong)
    monkeypatch.setattr(sys, "argv", ["mutants", "--check"])
    assert mutants.main() == 1
    assert capsys.readouterr().out == "rules/plausibility.py: n: its text is no longer found\n"
