"""The rules as plain text at 80 columns: the catalogue and one rule's manual page."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable

from lkj_xlsx.model.declare import Rule, Source

WIDTH = 80
CONFIDENCE = {
    "T": "teks aturan dilihat",
    "S": "dari sumber kedua",
    "R": "dari ingatan, belum diverifikasi",
    "D": "diturunkan dari perhitungan",
}


def catalogue(rules: Iterable[Rule]) -> str:
    """One line a rule in the order of codes: code, level, title; and how to read one page."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    lines = [_hang(f"{rule.code}  {rule.level.word:<8} ", rule.title) for rule in ordered]
    return "\n".join(["Kode    Tingkat  Aturan", *lines, "", "Halaman satu aturan: lkj-xlsx explain KODE"])


def page(rule: Rule) -> str:
    """One rule's manual page with its source and how sure that source is."""
    head = f"{rule.code} {rule.name}"
    parts = [head, "=" * len(head), rule.title, "", f"Tingkat: {rule.level.word}", ""]
    parts += [_paragraph(text) + "\n" for text in rule.page.split("\n\n")]
    return "\n".join([*parts, _hang("Sumber: ", source_line(rule.source))])


def source_line(source: Source) -> str:
    """A citation, the years it holds, and the word for its confidence."""
    years = ""
    if source.since is not None or source.until is not None:
        years = f", berlaku {source.since or '...'}-{source.until or 'kini'}"
    return f"{source.text} ({source.id}{years}; {CONFIDENCE[source.confidence]})"


def find(rules: Iterable[Rule], code: str) -> Rule | None:
    """The rule of a code or a name, without regard to case."""
    wanted = code.strip().casefold()
    return next((rule for rule in rules if wanted in (rule.code.casefold(), rule.name.casefold())), None)


def nearest(rules: Iterable[Rule], code: str, count: int = 3) -> tuple[str, ...]:
    """The codes most like a mistyped code or name, the likeliest first."""
    words = {word: rule.code for rule in rules for word in (rule.code.casefold(), rule.name.casefold())}
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
