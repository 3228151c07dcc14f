"""The map at the head of each package: its modules, each with the first line of its own docstring."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "lkj_xlsx"
HEADING = "Modules, each below those it imports:"
WIDTH = 120


def heads() -> Iterator[Path]:
    """The `__init__` of every package inside ours."""
    yield from sorted(path for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)


def with_map(head: Path) -> str:
    """The text of a package's `__init__` with its map as it is today; what is written above the map stays."""
    text = head.read_text(encoding="utf-8")
    _, said, rest = text.split('"""', 2)
    own = said.partition(HEADING)[0].rstrip()
    return f'"""{own}\n\n{HEADING}\n\n{_listed(head.parent)}\n"""{rest}'


def summary(path: Path) -> str:
    """The first line of a module's docstring, or of a package's."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0]


def _listed(package: Path) -> str:
    modules = {path.stem: path for path in package.glob("*.py") if path.stem != "__init__"}
    modules |= {path.parent.name: path for path in package.glob("*/__init__.py")}
    column = max(map(len, modules)) + 2
    lines: list[str] = []
    for name in in_order({name: _imports(path, package, modules) for name, path in modules.items()}):
        lines += textwrap.wrap(
            f"{name:{column}}{summary(modules[name])}", WIDTH, subsequent_indent=" " * column, break_on_hyphens=False
        )
    return "\n".join(lines)


def in_order(imports: dict[str, set[str]]) -> Iterator[str]:
    """Names in reading order: what a module imports stands above it, else by the alphabet."""
    sorter = TopologicalSorter(imports)
    sorter.prepare()
    ready = list(sorter.get_ready())
    while ready:
        ready.sort(reverse=True)
        name = ready.pop()
        yield name
        sorter.done(name)
        ready += sorter.get_ready()


def _imports(path: Path, package: Path, names: Iterable[str]) -> set[str]:
    """Which of the package's modules a module (or a package in it) imports, wherever in its code."""
    dotted = ".".join(package.relative_to(PACKAGE.parent).parts)
    imported: set[str] = set()
    for file in path.parent.glob("*.py") if path.stem == "__init__" else [path]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported |= {f"{node.module}.{alias.name}" for alias in node.names}
    own = path.parent.name if path.stem == "__init__" else path.stem
    return {name for name in names if any(f"{each}.".startswith(f"{dotted}.{name}.") for each in imported)} - {own}
