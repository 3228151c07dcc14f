"""How the parts of a package hang together: its content types, and the relations of one part to others.

Read directly, because what is odd about a part nobody needs is no reason to refuse the figures.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from lkj_xlsx.reader.package import MANIFEST, Archive, plain_name
from lkj_xlsx.reader.stream import ended, local

_MAIN = ("sheet.main+xml", "template.main+xml", "addin.main+xml")
_USUAL = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer from one part to another (`target`: its name in the zip) or, if `external`, out of the file.

    kind     the last word of the relation's type: worksheet, styles, externalLink ...
    """

    kind: str
    target: str
    external: bool = False


def elements(archive: Archive, part: str) -> Iterator[Element]:
    """Every element of a part as it ends, without what it held; nothing where the part is missing."""
    if archive.has(part):
        with archive.open(part) as source:
            yield from ended(source)


def content_types(archive: Archive) -> dict[str, str]:
    """Declared content types by plain part name."""
    types: dict[str, str] = {}
    for element in elements(archive, MANIFEST):
        if local(element) == "Override":
            types.setdefault(plain_name(element.get("PartName", "")), element.get("ContentType", ""))
    return types


def workbook_part(archive: Archive, types: dict[str, str]) -> str:
    """The main part: the one the package points to, as a spreadsheet program opens it; else the one declared as such,
    else where it usually is. A folder's name is never one.
    """
    declared = [part for part, kind in types.items() if kind.endswith(_MAIN)]
    with suppress(ParseError, ValueError):  # a broken list leads nowhere
        declared.insert(0, related(relations(archive, ""), "officeDocument") or "")
    return next((part for part in declared if part and not part.endswith("/") and archive.has(part)), _USUAL)


def relations(archive: Archive, part: str) -> dict[str, Pointer]:
    """What a part points to, by relation id."""
    folder, name = posixpath.split(part)
    pointers: dict[str, Pointer] = {}
    for element in elements(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if local(element) != "Relationship":
            continue
        kind = element.get("Type", "").rpartition("/")[2]
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
        pointers[element.get("Id", "")] = Pointer(kind, target, external)
    return pointers


def related(relations: dict[str, Pointer], kind: str) -> str | None:
    """The part of this kind, None where there is none."""
    return next((each.target for each in relations.values() if each.kind == kind and not each.external), None)
