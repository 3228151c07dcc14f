"""The law of the house: who may import whom, where libraries live, and how large things may grow."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from lkj_xlsx.declared import measures, variants
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.model.declare import CauseKind, Measure, Rule

PACKAGE = Path(__file__).parents[1] / "lkj_xlsx"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Imports go one way. A part is a sub-package or a module beside them; it always sees itself.
ALLOWED = {
    "errors": set(),
    "model": set(),
    "spec": {"model"},
    "formulas": {"model"},
    "reader": {"model", "spec", "formulas", "errors"},
    "measures": {"model", "spec"},
    "neighbours": {"model", "spec", "formulas", "measures"},
    "relations": {"model", "spec", "measures"},
    "rules": {"model", "spec", "formulas", "measures", "neighbours", "relations"},
    "causes": {"model", "spec", "formulas", "measures", "neighbours", "relations"},
    "tables": {"model", "spec", "formulas", "measures", "neighbours", "relations"},
    "writers": {"model", "spec", "errors"},
    "declared": {"model"},  # finds what the parts declare, by the name of the package
    "pipeline": {
        "declared",
        "model",
        "spec",
        "errors",
        "reader",
        "measures",
        "relations",
        "rules",
        "causes",
        "tables",
        "__init__",
    },
    # One file is the pipeline's; many files and two versions are made of it and of what is written for each file.
    "folder": {"model", "errors", "pipeline", "writers", "__init__"},
    "versions": {"model", "spec", "pipeline"},
    "usage": {"model"},
    "cli_files": {"model", "spec", "errors", "pipeline", "writers", "usage", "__init__"},
    "cli_folder": {"model", "pipeline", "folder", "versions", "writers", "usage", "cli_files"},
    "cli": {
        "model",
        "spec",
        "errors",
        "pipeline",
        "folder",
        "writers",
        "usage",
        "cli_files",
        "cli_folder",
        "__init__",
    },
    "__init__": {"pipeline", "writers"},
    "__main__": {"cli"},
}
# A library has a home; whatever is not named here does not come in.
HOMES = {
    "openpyxl": {"reader", "formulas"},
    "xlsxwriter": {"writers"},
    "jinja2": {"writers"},
    "pandas": {"writers"},
    "pyarrow": {"writers"},  # optional: Parquet
    "dask": {"folder"},  # optional: a cluster of machines
    "distributed": {"folder"},
    "fsspec": {"folder"},  # optional: files in a storage
    "rapidfuzz": {"reader", "measures", "rules", "causes"},
    "click": {"cli", "cli_files", "cli_folder", "usage", "writers"},
}
MODULE_LINES = {"cli": 200, "cli_files": 200, "cli_folder": 200, "pipeline": 150, "spec": 500}
FUNCTION_LINES = 40
# Where a float may be made: the file's own numbers as they are stored, and output; a judged figure is a Decimal.
FLOATS = {"model/number.py", "reader/parser.py"}


def part(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything imported, also inside functions; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_part(name: str) -> str | None:
    """The part of the package a dotted name belongs to, None for a library."""
    first, *rest = name.split(".")
    if first != "lkj_xlsx":
        return None
    return rest[0] if rest and rest[0] in ALLOWED else "__init__"


def foreign(name: str, home: str) -> bool:
    """An import that the two tables do not allow."""
    own = own_part(name)
    if own is not None:
        return own != home and own not in ALLOWED[home]
    library = name.split(".")[0]
    return library not in sys.stdlib_module_names and home not in HOMES.get(library, set())


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        total -= (first.end_lineno or first.lineno) - first.lineno + 1
    return total


def calls(tree: ast.AST, name: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


@pytest.fixture(params=MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name, home, expected",
    [
        ("lkj_xlsx.reader.workbook.read", "rules", True),
        ("lkj_xlsx.rules.entries", "measures", True),
        ("lkj_xlsx.measures.capaian", "writers", True),
        ("lkj_xlsx.measures.capaian", "rules", False),
        ("lkj_xlsx.model.cell.Where", "spec", False),
        ("lkj_xlsx.spec", "model", True),
        ("openpyxl.cell", "rules", True),
        ("openpyxl.cell", "reader", False),
        ("pandas", "tables", True),
        ("requests", "reader", True),
        ("decimal.Decimal", "model", False),
    ],
)
def test_the_tables_forbid_and_allow(name, home, expected):
    assert foreign(name, home) is expected


def test_every_part_has_its_line_in_the_table():
    assert {part(path) for path in MODULES} <= set(ALLOWED)


def test_imports_go_one_way_and_libraries_stay_home(path, tree):
    assert [name for name in imported(tree) if foreign(name, part(path))] == []


def test_modules_stay_small(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MODULE_LINES.get(part(path), 300)


def test_functions_stay_small(tree):
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {f.name: body_lines(f) for f in functions if body_lines(f) > FUNCTION_LINES} == {}


def test_modules_are_named_for_a_subject_and_say_it(path, tree):
    assert path.stem.strip("_") not in {"utils", "util", "helpers", "helper", "misc", "common"}
    assert ast.get_docstring(tree)


def test_no_binary_floats_on_figures(path, tree):
    if part(path) != "writers" and path.relative_to(PACKAGE).as_posix() not in FLOATS:
        assert calls(tree, "float") == []


def test_only_the_edges_speak(path, tree):
    if part(path) not in {"cli", "writers"}:
        assert calls(tree, "print") == []


@pytest.mark.parametrize(
    "package, kind, name",
    [
        ("lkj_xlsx.rules", Rule, "code"),
        ("lkj_xlsx.rules", Rule, "name"),
        ("lkj_xlsx.measures", Measure, "code"),
        ("lkj_xlsx.relations", Measure, "code"),
        ("lkj_xlsx.causes", CauseKind, "name"),
    ],
)
def test_declared_names_are_unique_and_have_their_page(package, kind, name):
    declared = collect(package, kind)
    assert declared
    assert [item for item, n in Counter(getattr(item, name) for item in declared).items() if n > 1] == []
    assert [getattr(item, name) for item in declared if not item.page] == []


@pytest.mark.parametrize(
    "words",
    ["Apa yang diperiksa:", "Mengapa penting:", "Contoh yang ditemukan:", "Contoh yang lolos:", "Cara memperbaiki:"],
)
def test_every_rule_page_has_its_parts(words):
    assert [rule.code for rule in collect("lkj_xlsx.rules", Rule) if words not in rule.page] == []


def strings(node: ast.AST) -> list[str]:
    """Every text written out in the code; what is told in a docstring is a longer text."""
    return [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def test_a_measure_is_an_object_whose_code_only_its_declaration_writes():
    codes = Counter(text for path in MODULES for text in strings(ast.parse(path.read_text(encoding="utf-8"))))
    assert {item.code: codes[item.code] for item in measures() if codes[item.code] != 1} == {}


def test_a_variant_is_an_object_whose_code_only_its_declaration_writes():
    """A letter may mean anything; sources have ids of their own in `spec`."""
    rooms = {path: set(strings(ast.parse(path.read_text(encoding="utf-8")))) for path in MODULES}
    codes = {item.code for item in variants() if len(item.code) > 1}
    elsewhere = {
        (path.relative_to(PACKAGE).as_posix(), code)
        for path, texts in rooms.items()
        for code in texts & codes
        if part(path) not in {"measures", "spec"}
    }
    assert elsewhere == set()
    marked = {code for code in codes if "-" in code}
    written = Counter(code for path, texts in rooms.items() if part(path) != "spec" for code in texts & marked)
    assert {code: written[code] for code in marked if written[code] != 1} == {}


def test_no_verdict_is_compared_as_a_word(tree):
    compared = {text for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.Match) for text in strings(node)}
    assert not compared & {verdict.value for verdict in Verdict}
