"""Who imports whom, as a graph, and the circles in it. Imports inside functions and for annotations only count too."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

Graph = Mapping[str, frozenset[str]]  # by name, the names it leads to


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything imported, also inside functions; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(root: Path, packages: Iterable[str]) -> dict[str, ast.Module]:
    """Every module of the packages under `root`, by dotted name; a package is its `__init__`."""
    trees = {}
    for path in (path for package in packages for path in (root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        trees[name] = parsed(path)
    return trees


@cache
def parsed(path: Path) -> ast.Module:
    """A module as it is written, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def module_graph(trees: Mapping[str, ast.Module]) -> Graph:
    """The modules that each module imports; a name inside a module leads to the module."""
    return {
        name: frozenset(known for each in imported(tree) if (known := _module(each, trees)) not in (None, name))
        for name, tree in trees.items()
    }


def _module(name: str, known: Mapping[str, ast.Module]) -> str | None:
    while name not in known:
        name = name.rpartition(".")[0]
        if not name:
            return None
    return name


def room_graph(graph: Graph) -> Graph:
    """The same among neighbours: an import leads from one part of a package to another part of the same package.

    Parts are sub-packages, with all that is in them, and modules beside them.
    """
    edges: dict[str, set[str]] = {}
    for start, ends in graph.items():
        for end in ends:
            one, other = _parts(start, end)
            edges.setdefault(one, set()).add(other)
    return {name: frozenset(ends) for name, ends in edges.items()}


def _parts(one: str, other: str) -> tuple[str, str]:
    """The first names by which two modules differ, under the package they share."""
    a, b = [*one.split("."), "__init__"], [*other.split("."), "__init__"]
    shared = next(n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)
    return ".".join(a[: shared + 1]), ".".join(b[: shared + 1])


def circle(graph: Graph) -> list[str]:
    """A way through the graph that comes back to where it began, empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        return list(fault.args[1])
    return []
