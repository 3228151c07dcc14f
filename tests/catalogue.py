"""The texts that a person may read in another language, gathered from the package, and the catalogues made of them.

`python -m tests.catalogue` brings `lkj_xlsx/locale` up to date after a text was added or changed: new texts stand in
the `.po` file without a translation (a test names them), old ones leave it, and the `.mo` file is made from it.
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from lkj_xlsx import pipeline
from lkj_xlsx.cli import commands
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import CauseKind, Measure, RulePage, Variant
from lkj_xlsx.model.language import CODES, DOMAIN, LOCALE, Language
from lkj_xlsx.model.number import Reason
from lkj_xlsx.spec.template import TEMPLATE

PACKAGE = Path(pipeline.__file__).parent
HOLE = re.compile(r"\{(\w*)(?::[Aa])?\}")
IN_PAGE = re.compile(r"""\bt\("([^"]+)\"""")
DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same texts give the same file
OTHERS = CODES[1:]


def texts() -> dict[str, str]:
    """Every text that must have an entry, with the place it comes from; what holds no word needs none."""
    places: dict[str, str] = {}
    for place, text in (*_said(), *_pages(), *_declared(), *_helped()):
        if any(sign.isalpha() for sign in HOLE.sub("", text)):
            places.setdefault(text, place)
    return places


def _said() -> Iterator[tuple[str, str]]:
    """Templates given to `say`, written out where they are said."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                for each in ast.walk(node.args[0]) if isinstance(node.args[0], ast.IfExp) else [node.args[0]]:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield _named(path), each.value


def _pages() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.j2")):
        for text in IN_PAGE.findall(path.read_text(encoding="utf-8")):
            yield _named(path), text


def _declared() -> Iterator[tuple[str, str]]:
    """Titles, labels, manual pages by paragraph, citations, headings of options, and reasons for a missing number."""
    kinds: tuple[tuple[str, type, str, str], ...] = (
        ("rules", RulePage, "title", "code"),
        ("measures", Measure, "label", "code"),
        ("relations", Measure, "label", "code"),
        ("measures", Variant, "label", "code"),
        ("causes", CauseKind, "label", "name"),
    )
    for package, kind, title, code in kinds:
        for item in collect(f"lkj_xlsx.{package}", kind):
            place = f"{package}: {getattr(item, code)}"
            source = [item.source.text] if hasattr(item, "source") else []
            yield from ((place, text) for text in (getattr(item, title), *item.page.split("\n\n"), *source))
    for sheet in TEMPLATE.sheets:
        yield from ((f"spec: {sheet.key}", field.header) for field in sheet.fields if field.option)
    yield from (("model/number.py", reason.value) for reason in Reason)


def _helped() -> Iterator[tuple[str, str]]:
    """What the help pages and the usage lines ask a language for."""
    asked: list[str] = []

    def remember(text: str) -> str:
        asked.append(text)
        return text

    language = Language("", remember)
    with click.Context(commands, info_name="lkj-xlsx", obj=language) as top:
        contexts = [commands.context_class(commands, info_name="lkj-xlsx", obj=language)]
        for name in commands.list_commands(top):
            command = commands.get_command(top, name)
            assert command is not None
            contexts.append(command.context_class(command, parent=contexts[0], info_name=name))
    for context in contexts:
        context.get_help()
    yield from (("help", text) for text in asked)


def _named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def holes(text: str) -> set[str]:
    """The names of the holes in a template."""
    return set(HOLE.findall(text))


def po_path(code: str) -> Path:
    return LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(code: str) -> Catalog:
    """The catalogue as translators write it."""
    with po_path(code).open("rb") as stream:
        return read_po(stream, locale=code, domain=DOMAIN)


def refreshed(code: str) -> Catalog:
    """The catalogue with exactly the texts of the package, translations kept."""
    old = read(code) if po_path(code).exists() else Catalog()
    catalogue = Catalog(
        locale=code,
        domain=DOMAIN,
        project="lkj-xlsx",
        version="1",
        header_comment="# Texts of lkj-xlsx.",
        creation_date=DATE,
        revision_date=DATE,
        last_translator="The lkj-xlsx authors",
        language_team="lkj-xlsx",
        msgid_bugs_address="see README.md",
        fuzzy=False,
    )
    for text, place in texts().items():
        entry = old.get(text)
        catalogue.add(text, entry.string if entry is not None else "", locations=[(place, 0)])
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def written(catalogue: Catalog) -> bytes:
    """The catalogue as text."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, include_lineno=False)
    return stream.getvalue()


def refresh() -> None:
    """Bring every catalogue up to date."""
    for code in OTHERS:
        catalogue = refreshed(code)
        po_path(code).write_bytes(written(catalogue))
        po_path(code).with_suffix(".mo").write_bytes(compiled(catalogue))


if __name__ == "__main__":
    refresh()
