"""The rules and the permitted formulas as plain text at 80 columns: the catalogue and their manual pages."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable, Sequence

from lkj_xlsx.model.declare import Rule, Source, Variant
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.template import TEMPLATE

WIDTH = 80
CONFIDENCE = {
    "T": "teks aturan dilihat",
    "S": "dari sumber kedua",
    "R": "dari ingatan, belum diverifikasi",
    "D": "diturunkan dari perhitungan",
}


def catalogue(rules: Iterable[Rule], variants: Iterable[Variant] = ()) -> str:
    """One line a rule in the order of codes: code, level, title; the options with their formulas; how to read one."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    lines = [_hang(f"{rule.code}  {rule.level.word:<8} ", rule.title) for rule in ordered]
    options = [line for key, group in by_option(variants).items() for line in ("", *_option(key, group))]
    return "\n".join(["Kode    Tingkat  Aturan", *lines, *options, "", "Halaman satu aturan: lkj-xlsx explain KODE"])


def _option(key: str, group: Sequence[Variant]) -> list[str]:
    """An option and its formulas, the one that holds without a choice marked."""
    width = max(len(item.code) for item in group)
    told = [_hang(f"  {item.code:<{width}}  ", item.label + (" (bawaan)" if item.default else "")) for item in group]
    return [_hang(f"{key}  ", _heading(key)), *told]


def _heading(key: str) -> str:
    """What the template calls an option."""
    fields = (field for sheet in TEMPLATE.sheets for field in sheet.fields)
    return next((field.header for field in fields if field.option == key), key)


def pages(rules: Sequence[Rule], variants: Sequence[Variant], code: str) -> tuple[str, ...]:
    """The page of a rule; else those of the formulas of this code (two options may share one) or of this option."""
    rule = find(rules, code)
    if rule is not None:
        return (page(rule),)
    wanted = code.strip().casefold()
    return tuple(variant_page(item) for item in variants if wanted in (item.code.casefold(), item.option.casefold()))


def variant_page(item: Variant) -> str:
    """One permitted formula's page: its option, what it computes, and its source."""
    head = f"{item.code} {item.label.removeprefix(item.code).strip()}"
    parts = [_hang("", head), "=" * min(WIDTH, len(head)), f"Pilihan: {_heading(item.option)} ({item.option})"]
    parts += ["Dipakai bila tidak ada yang dipilih."] if item.default else []
    parts += ["", *(_paragraph(text) + "\n" for text in item.page.split("\n\n"))]
    return "\n".join([*parts, _hang("Sumber: ", source_line(item.source))])


def page(rule: Rule) -> str:
    """One rule's manual page with its source and how sure that source is."""
    head = f"{rule.code} {rule.name}"
    parts = [head, "=" * len(head), rule.title, "", f"Tingkat: {rule.level.word}", ""]
    parts += [_paragraph(text) + "\n" for text in rule.page.split("\n\n")]
    return "\n".join([*parts, _hang("Sumber: ", source_line(rule.source))])


def source_line(source: Source) -> str:
    """A citation, the years it holds, and the word for its confidence."""
    bounds = [f" {word} {year}" for word, year in (("sejak", source.since), ("sampai", source.until)) if year]
    years = f", berlaku{''.join(bounds)}" if bounds else ""
    return f"{source.text} ({source.id}{years}; {CONFIDENCE[source.confidence]})"


def find(rules: Iterable[Rule], code: str) -> Rule | None:
    """The rule of a code or a name, without regard to case."""
    wanted = code.strip().casefold()
    return next((rule for rule in rules if wanted in (rule.code.casefold(), rule.name.casefold())), None)


def nearest(rules: Iterable[Rule], code: str, count: int = 3, variants: Iterable[Variant] = ()) -> tuple[str, ...]:
    """The codes most like a mistyped code or name, the likeliest first."""
    words = {item.code.casefold(): item.code for item in variants}
    words |= {word: rule.code for rule in rules for word in (rule.code.casefold(), rule.name.casefold())}
    close = difflib.get_close_matches(code.strip().casefold(), words, n=2 * count, cutoff=0)
    return tuple(dict.fromkeys(words[word] for word in close))[:count]


def _paragraph(text: str) -> str:
    """A paragraph wrapped; lines that begin a part of their own (`Contoh ...`, `- ...`) stay apart."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and not line.startswith(("Contoh ", "- ")):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return "\n".join(textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in lines)


def _hang(head: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False)
