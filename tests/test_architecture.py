"""The law of the house: who may import whom, where libraries live, and how large things may grow."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from lkj_xlsx.declared import measures, variants
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.computed import Verdict
from lkj_xlsx.model.declare import CauseKind, Measure, RulePage
from tests.import_graph import circle, imported, module_graph, modules, parsed, room_graph

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lkj_xlsx"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Imports go one way. A part is a sub-package or a module beside them; it always sees itself.
ALLOWED = {
    "errors": set(),
    "release": set(),
    "model": set(),
    "spec": {"model"},
    "formulas": {"model"},
    "reader": {"model", "spec", "formulas", "errors"},
    "measures": {"model", "spec"},
    "neighbours": {"model", "spec", "formulas", "measures"},
    "relations": {"model", "spec", "measures"},
    "rules": {"model", "spec", "formulas", "measures", "neighbours", "relations"},
    "causes": {"model", "spec", "formulas", "measures", "neighbours", "relations"},
    "findings": {"model", "spec", "relations", "rules", "causes"},
    "tables": {"model", "spec", "formulas", "measures", "neighbours", "relations"},
    "writers": {"model", "spec", "errors"},
    "declared": {"model"},  # finds what the parts declare, by the name of the package
    "pipeline": {
        "release",
        "declared",
        "model",
        "spec",
        "errors",
        "reader",
        "measures",
        "relations",
        "findings",
        "tables",
    },
    # One file is the pipeline's; many files and two versions are made of it and of what is written for each file.
    "folder": {"model", "errors", "release", "pipeline", "writers"},
    "versions": {"model", "spec", "pipeline"},
    "usage": {"model", "errors"},
    "cli_files": {"model", "spec", "errors", "pipeline", "writers", "usage"},
    "cli_folder": {"model", "pipeline", "folder", "versions", "writers", "usage", "cli_files"},
    "cli": {
        "release",
        "model",
        "spec",
        "errors",
        "pipeline",
        "folder",
        "writers",
        "usage",
        "cli_files",
        "cli_folder",
    },
    "__init__": {"release", "pipeline", "writers"},
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
# Who may put something into a worksheet, and who may make a format: one pen and one style for all workbooks.
PEN, SHEET, STYLE = "writers/xlsx/pen.py", "writers/xlsx/sheet.py", "writers/xlsx/style.py"
STROKES = {
    **dict.fromkeys(("write_string", "write_number", "write_blank", "write_formula", "write_url"), (PEN, SHEET)),
    **dict.fromkeys(("write_comment", "merge_range", "write_boolean", "write_rich_string"), (PEN,)),
    "add_format": (STYLE,),
}
# Who may send a text out: everything else goes through these, where signs that steer or hide become visible.
DOOR = "writers/shown.py"
WAYS_OUT = {
    "dumps": (DOOR,),  # of JSON
    "echo": ("usage.py", "writers/terminal.py"),
    "to_csv": ("writers/recap.py",),
}
PLAIN = {"str", "int", "float", "bool", "bytes", "Decimal", "tuple"}  # what a cache with a bound may be asked by
# Where a float may be made: the file's own numbers as they are stored, and output; a judged figure is a Decimal.
FLOATS = {"model/number.py", "reader/parser.py"}


def part(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


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


def hoarding(tree: ast.AST) -> list[str]:
    """Functions whose cache has no bound, or keeps what is more than a few plain values: it would outlive its book."""
    hoarders = []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for decorator in function.decorator_list:
            call = decorator.func if isinstance(decorator, ast.Call) else decorator
            name = ast.unparse(call).rpartition(".")[2]
            bounded = re.search(r"maxsize=\d", ast.unparse(decorator)) is not None
            given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
            words = {word for arg in given for word in _names(arg.annotation)}
            if name in {"cache", "lru_cache"} and not (bounded and words <= PLAIN):
                hoarders.append(function.name)
    return hoarders


def _names(annotation: ast.AST | None) -> set[str]:
    """The names in an annotation, "" where there is none: such a parameter may be anything."""
    return {n.id for n in ast.walk(annotation) if isinstance(n, ast.Name)} if annotation is not None else {""}


def kept_by_the_module(tree: ast.Module) -> list[int]:
    """Lines where a module makes room to keep something in, or a function takes hold of a module's name."""
    rooms = (
        node.lineno
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and _fillable(node.value)
    )
    return [*rooms, *(node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global))]


def _fillable(value: ast.expr) -> bool:
    """An empty list, dict or set, or one that fills itself."""
    if isinstance(value, ast.Call):
        name = ast.unparse(value.func).rpartition(".")[2]
        return name in {"defaultdict", "Counter", "WeakKeyDictionary", "WeakValueDictionary"} or (
            name in {"dict", "list", "set", "deque"} and not value.args and not value.keywords
        )
    return (isinstance(value, ast.List) and not value.elts) or (isinstance(value, ast.Dict) and not value.keys)


def declared_types(tree: ast.Module) -> list[str]:
    """Names of classes and of type aliases, without the underscore of private ones."""
    classes = [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    targets = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    ]
    aliases = [name for name in targets if name.lstrip("_")[:1].isupper() and not name.isupper()]
    return [name.lstrip("_") for name in (*classes, *aliases)]


def twice(trees: Mapping[str, ast.Module]) -> dict[str, list[str]]:
    """Names of types that are declared more than once, with the modules that do."""
    places: dict[str, list[str]] = {}
    for module, tree in trees.items():
        for name in declared_types(tree):
            places.setdefault(name, []).append(module)
    return {name: lines for name, lines in places.items() if len(lines) > 1}


@pytest.fixture(params=MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def path(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def tree(path: Path) -> ast.Module:
    return parsed(path)


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


def test_the_table_allows_no_circle():
    assert circle(ALLOWED) == []


def test_imports_go_one_way_and_libraries_stay_home(path, tree):
    assert [name for name in imported(tree) if foreign(name, part(path))] == []


@pytest.mark.parametrize(
    "graph, expected",
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, set()),
        ({"a": {"b", "c"}, "b": {"c"}, "c": set()}, set()),  # two ways to one end are no circle
        ({"a": {"b"}, "b": {"a"}}, {"a", "b"}),
        ({"z": {"a"}, "a": {"b"}, "b": {"c"}, "c": {"a"}}, {"a", "b", "c"}),
    ],
)
def test_the_finder_finds_a_circle(graph, expected):
    assert set(circle(graph)) == expected


def test_an_import_counts_wherever_it_stands():
    trees = {
        "p": ast.parse("from p.q import x"),
        "p.q": ast.parse("if TYPE_CHECKING:\n    from p.r.s import T"),
        "p.r": ast.parse(""),
        "p.r.s": ast.parse("def f():\n    import p.r.t"),
        "p.r.t": ast.parse("import json, p.q"),
    }
    graph = module_graph(trees)
    assert graph == {"p": {"p.q"}, "p.q": {"p.r.s"}, "p.r": set(), "p.r.s": {"p.r.t"}, "p.r.t": {"p.q"}}
    assert set(circle(graph)) == {"p.q", "p.r.s", "p.r.t"}


def test_rooms_may_run_in_a_circle_where_modules_do_not():
    graph = {"p.a.one": {"p.b.one"}, "p.b.two": {"p.a.two"}, "p.a.two": set(), "p.b.one": set()}
    assert circle(graph) == []
    assert room_graph(graph) == {"p.a": {"p.b"}, "p.b": {"p.a"}}
    assert set(circle(room_graph(graph))) == {"p.a", "p.b"}


@pytest.mark.parametrize("packages", [("lkj_xlsx",), ("lkj_xlsx", "benchmarks", "docs", "tests")], ids=len)
def test_no_module_and_no_room_runs_in_a_circle(packages):
    graph = module_graph(modules(ROOT, packages))
    assert circle(graph) == []
    assert circle(room_graph(graph)) == []


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


@pytest.mark.parametrize(
    "code, expected",
    [
        ("@lru_cache(maxsize=8)\ndef f(text: str, places: int = 0) -> Book: ...", []),
        ("@lru_cache(maxsize=8)\ndef f(names: tuple[str, ...]): ...", []),
        ("@cache\ndef f(text: str): ...", ["f"]),
        ("@functools.lru_cache\ndef f(text: str): ...", ["f"]),
        ("@lru_cache(maxsize=None)\ndef f(text: str): ...", ["f"]),
        ("@lru_cache(maxsize=1)\ndef f(book: Book, sheet: str): ...", ["f"]),
        ("@lru_cache(maxsize=1)\ndef f(cells: tuple[Value, ...]): ...", ["f"]),
        ("@lru_cache(maxsize=1)\ndef f(book): ...", ["f"]),
        ("@per_book\ndef f(book: Book): ...", []),
    ],
)
def test_the_finder_finds_a_cache_that_would_keep_a_book(code, expected):
    assert hoarding(ast.parse(code)) == expected


@pytest.mark.parametrize(
    "code, expected",
    [
        ("SEEN: dict[str, int] = {}", [1]),
        ("SEEN = defaultdict(list)", [1]),
        ("def f():\n    global seen", [2]),
        ("NAMES = {'a': 1}\ndef f():\n    found = {}", []),
    ],
)
def test_the_finder_finds_what_a_module_would_keep(code, expected):
    assert kept_by_the_module(ast.parse(code)) == expected


def test_nothing_is_kept_outside_a_book(tree):
    assert hoarding(tree) == []
    assert kept_by_the_module(tree) == []


def test_one_pen_writes_every_cell(path, tree):
    name = path.relative_to(PACKAGE).as_posix()
    strokes = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")}
    assert {stroke for stroke in strokes if name not in STROKES.get(stroke, {name})} == set()


def test_texts_leave_by_one_door(path, tree):
    name = path.relative_to(PACKAGE).as_posix()
    ways = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and hasattr(node.func, "attr")}
    assert {way for way in ways if name not in WAYS_OUT.get(way, {name})} == set()


def test_only_the_edges_speak(path, tree):
    if part(path) not in {"cli", "writers"}:
        assert calls(tree, "print") == []


def test_the_finder_finds_a_name_that_stands_for_two_things():
    trees = {
        "a": ast.parse("class Row: ...\nNAMES = ()\nT = TypeVar('T')"),
        "b": ast.parse("Row = tuple[str, int]\nNAMES = ()\nT = TypeVar('T')"),
        "c": ast.parse("class _Walk: ...\ndef f():\n    class Walk: ..."),
    }
    assert twice(trees) == {"Row": ["a", "b"], "Walk": ["c", "c"]}


def test_one_word_is_one_idea():
    assert twice(modules(ROOT, ["lkj_xlsx"])) == {}


@pytest.mark.parametrize(
    "package, kind, name",
    [
        ("lkj_xlsx.rules", RulePage, "code"),
        ("lkj_xlsx.rules", RulePage, "name"),
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
    assert [rule.code for rule in collect("lkj_xlsx.rules", RulePage) if words not in rule.page] == []


def strings(node: ast.AST) -> list[str]:
    """Every text written out in the code; what is told in a docstring is a longer text."""
    return [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def test_a_measure_is_an_object_whose_code_only_its_declaration_writes():
    """Findings carry the code, for those who see reports only."""
    judging = [path for path in MODULES if part(path) != "folder"]
    codes = Counter(text for path in judging for text in strings(parsed(path)))
    assert {item.code: codes[item.code] for item in measures() if codes[item.code] != 1} == {}


def test_a_variant_is_an_object_whose_code_only_its_declaration_writes():
    """A letter may mean anything; sources have ids of their own in `spec`."""
    rooms = {path: set(strings(parsed(path))) for path in MODULES}
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
