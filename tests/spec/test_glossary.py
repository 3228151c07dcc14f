"""One word per idea: names in the code use the law's words, and the documents print them all."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from lkj_xlsx.spec.glossary import GLOSSARY, SYNONYMS, as_markdown

ROOT = Path(__file__).parents[2]


def names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name a module gives: functions, classes, arguments, variables, attributes it sets, import aliases."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname, 0


def words(name: str) -> list[str]:
    """`budgetTotal`, `budget_total`, `BUDGET` → their lower-case words."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def rejected(source: str) -> list[tuple[str, str]]:
    return [(name, SYNONYMS[word]) for name, _ in names(ast.parse(source)) for word in words(name) if word in SYNONYMS]


def test_synonyms_are_found_in_every_kind_of_name():
    source = (
        "import x as growth\nclass BudgetTotal:\n  realization_rate: int = 0\n"
        "def achievement(indicator):\n  self.efficiency = indicator\n"
    )
    assert sorted(rejected(source)) == [
        ("BudgetTotal", "anggaran"),
        ("achievement", "capaian"),
        ("efficiency", "efisiensi"),
        ("growth", "pertumbuhan"),
        ("indicator", "indikator"),
        ("realization_rate", "realisasi"),
    ]


def test_the_law_words_themselves_pass():
    assert rejected("def capaian(target, realisasi):\n  pertumbuhan = target\n") == []


def test_no_synonym_names_anything_in_the_package():
    synonyms = {
        f"{path.relative_to(ROOT)}: {name} → {word}"
        for path in sorted((ROOT / "lkj_xlsx").rglob("*.py"))
        for name, word in [*rejected(path.read_text(encoding="utf-8")), *rejected(f"{path.stem} = 0")]
        if path.stem.isidentifier()
    }
    assert synonyms == set()


def test_every_synonym_leads_to_a_word_of_the_glossary():
    assert set(SYNONYMS.values()) <= {word.word for word in GLOSSARY}
    assert not {word.word for word in GLOSSARY} & set(SYNONYMS)


def test_the_printed_glossary_is_the_declared_one():
    printed = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert as_markdown() in printed
