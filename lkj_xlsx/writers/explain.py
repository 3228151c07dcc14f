"""The rules and the permitted formulas as plain text at 80 columns: the catalogue and their manual pages."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable, Sequence

from lkj_xlsx.model.declare import RulePage, Source, Variant
from lkj_xlsx.model.finding import Level
from lkj_xlsx.model.language import INDONESIAN, Language
from lkj_xlsx.model.message import joined, say
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.sources import CONFIDENCE
from lkj_xlsx.spec.template import TEMPLATE

WIDTH = 80
PARTS = ("Contoh ", "Example ", "- ")  # lines that begin a part of their own, in every language
LEVELS = {
    Level.GALAT: say("Tingkat: galat"),
    Level.BEDA: say("Tingkat: beda"),
    Level.PERIKSA: say("Tingkat: periksa"),
    Level.CATATAN: say("Tingkat: catatan"),
}


def catalogue(rules: Iterable[RulePage], variants: Iterable[Variant] = (), language: Language = INDONESIAN) -> str:
    """One line a rule in the order of codes: code, level, title; the options with their formulas; how to read one."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    lines = [_hang(f"{rule.code}  {rule.level.word:<8} ", language.text(rule.title)) for rule in ordered]
    options = [line for key, group in by_option(variants).items() for line in ("", *_option(key, group, language))]
    head, more = say("Kode    Tingkat  Aturan"), say("Halaman satu aturan: lkj-xlsx explain KODE")
    return "\n".join([language.message(head), *lines, *options, "", language.message(more)])


def _option(key: str, group: Sequence[Variant], language: Language) -> list[str]:
    """An option and its formulas, the one that holds without a choice marked."""
    width = max(len(item.code) for item in group)
    usual = language.message(say(" (bawaan)"))
    lines = [
        _hang(f"  {item.code:<{width}}  ", language.text(item.label) + (usual if item.default else ""))
        for item in group
    ]
    return [_hang(f"{key}  ", _heading(key, language)), *lines]


def _heading(key: str, language: Language) -> str:
    """What the template calls an option."""
    fields = (field for sheet in TEMPLATE.sheets for field in sheet.fields)
    header = next((field.header for field in fields if field.option == key), key)
    return header if language is INDONESIAN else language.message(say("{0}: {1}", header, say(header)))


def pages(
    rules: Sequence[RulePage], variants: Sequence[Variant], code: str, language: Language = INDONESIAN
) -> tuple[str, ...]:
    """The page of a rule; else those of the formulas of this code (two options may share one) or of this option."""
    rule = find(rules, code)
    if rule is not None:
        return (page(rule, language),)
    wanted = code.strip().casefold()
    return tuple(
        variant_page(item, language) for item in variants if wanted in (item.code.casefold(), item.option.casefold())
    )


def variant_page(item: Variant, language: Language = INDONESIAN) -> str:
    """One permitted formula's page: its option, what it computes, and its source."""
    head = f"{item.code} {language.text(item.label).removeprefix(item.code).strip()}"
    option = say("Pilihan: {0} ({1})", _heading(item.option, language), item.option)
    parts = [_hang("", head), "=" * min(WIDTH, len(head)), language.message(option)]
    parts += [language.message(say("Dipakai bila tidak ada yang dipilih."))] if item.default else []
    parts += ["", *(_paragraph(text) + "\n" for text in language.page(item.page).split("\n\n"))]
    return "\n".join([*parts, _source(item.source, language)])


def page(rule: RulePage, language: Language = INDONESIAN) -> str:
    """One rule's manual page with its source and how sure that source is."""
    head = f"{rule.code} {rule.name}"
    parts = [head, "=" * len(head), language.text(rule.title), "", language.message(LEVELS[rule.level]), ""]
    parts += [_paragraph(text) + "\n" for text in language.page(rule.page).split("\n\n")]
    return "\n".join([*parts, _source(rule.source, language)])


def _source(source: Source, language: Language) -> str:
    return _hang(language.message(say("Sumber: ")), language.message(source_line(source, language)))


def source_line(source: Source, language: Language = INDONESIAN) -> str:
    """A citation, the years it holds, and the word for its confidence."""
    since, until = say("sejak {0}", source.since), say("sampai {0}", source.until)
    bounds = [words for words, year in ((since, source.since), (until, source.until)) if year]
    years = say(", berlaku {0}", joined(bounds, " ")) if bounds else ""
    return language.message(say("{0} ({1}{2}; {3})", say(source.text), source.id, years, CONFIDENCE[source.confidence]))


def find(rules: Iterable[RulePage], code: str) -> RulePage | None:
    """The rule of a code or a name, without regard to case."""
    wanted = code.strip().casefold()
    return next((rule for rule in rules if wanted in (rule.code.casefold(), rule.name.casefold())), None)


def nearest(rules: Iterable[RulePage], code: str, count: int = 3, variants: Iterable[Variant] = ()) -> tuple[str, ...]:
    """The codes most like a mistyped code or name, the likeliest first."""
    words = {item.code.casefold(): item.code for item in variants}
    words |= {word: rule.code for rule in rules for word in (rule.code.casefold(), rule.name.casefold())}
    close = difflib.get_close_matches(code.strip().casefold(), words, n=2 * count, cutoff=0)
    return tuple(dict.fromkeys(words[word] for word in close))[:count]


def _paragraph(text: str) -> str:
    """A paragraph wrapped; lines that begin a part of their own (`Contoh ...`, `- ...`) stay apart."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and not line.startswith(PARTS):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return "\n".join(textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in lines)


def _hang(head: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False)
