"""Ways to damage a workbook: as a file cut or flipped on its way, and as parts no program would have written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

Parts = dict[str, bytes]

NASTY = (
    b"", b"-1", b"0", b"1", b"1e400", b"-1e400", b"NaN", b"inf", b"999999999999999999999999", b"1.5.5", b"true", b"A0",
    b"XFE1", b"ZZZZ9", b"A1048577", b"$A$1", b"A1:", b"A1:B", b"B2:A1", b"A1:XFD1048576", b"_x0000_", b"_xD800_",
    b"#REF!",
    b"#DIV/0!", b" ", b"1 2", b"inlineStr", b"s", b"str", b"b", b"d", b"e", b"n", b"shared", b"array", b"dataTable",
    b"2024-13-45", b"2024-01-01T25:61:61Z", b"PT1H", b"1/8", b"hidden", b"veryHidden", b"../../../etc/passwd", b"\xff",
    b"rId1", b"rId99", b"0.00%", b"[h]:mm", b"yyyy", b"9" * 5000, b"1:5", b"BB (76,8)", b"6,5 - 7,5", b"\xc2\xb2",
    b"\xd9\xa1",
    b"NaN+1", b"SUM(inf)", b"1e999", b"9" * 400, b"\xd9\xa1\xd9\xa2", b"\xef\xbc\x91", b"h:mm",
    b"a\xe2\x80\xaeb\xe2\x80\x8b",
    b"a\xc2\x9b2J\x7f", b"_x001B_[31m",
    b"=1+1", b"SUM(", b"A1:A1048576", b"'x'!A1", b"[1]x!A1", b"-" * 300, b"(" * 300, b"1.234,56", b"3,50, %",
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'(\s[\w:]+=")([^"]*)(")')
_TEXT = re.compile(rb"(>)([^<>]+)(<)")
_ELEMENT = re.compile(rb"<(\w+)\b[^>]*/>|<(\w+)\b[^>]*>[^<]*</\2>")


def unpacked(content: bytes) -> Parts:
    """The parts of a workbook, in order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """A workbook of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def damaged(content: bytes, random: Random) -> bytes:
    """The workbook with one to four damages of one kind; the same state of `random` gives the same damage."""
    if random.random() < 0.25:
        return _many(content, random, (_cut, _flip, _blot, _repeat))
    parts = unpacked(content)
    for _ in range(random.choice((1, 1, 2, 4))):
        if parts:
            random.choice((_in_part, _in_part, _in_part, _in_part, _lose, _swap, _rename, _folder))(parts, random)
    return _as_packed(packed(parts), random) if random.random() < 0.05 else packed(parts)


def _many(content: bytes, random: Random, ways: tuple[Callable[[bytes, Random], bytes], ...]) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4))):
        content = random.choice(ways)(content, random)
    return content


def _in_part(parts: Parts, random: Random) -> None:
    """Damage inside one part; those that are read are damaged more often than pictures and themes."""
    names = [name for name in parts if "theme" not in name and "drawing" not in name] or list(parts)
    name = random.choice(names)
    ways = (
        *(_attribute, _attribute, _attribute, _text, _text, _drop, _double, _cut, _flip, _nest, _declare),
        *(_other, _move, _split),
    )
    parts[name] = _many(parts[name], random, ways)


def _lose(parts: Parts, random: Random) -> None:
    del parts[random.choice(list(parts))]


def _swap(parts: Parts, random: Random) -> None:
    one, other = random.choice(list(parts)), random.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _rename(parts: Parts, random: Random) -> None:
    name = random.choice(list(parts))
    changed = random.choice(
        (name.upper(), name.replace("/", "\\"), f"/{name}", f"{name}.bak", f"{name}/", name.lower(), f"\u202e{name}")
    )
    parts[changed] = parts.pop(name)


def _folder(parts: Parts, random: Random) -> None:
    """A part beside another, under its name as that of a folder."""
    name = random.choice(list(parts))
    parts[f"{name}/"] = _declare(parts[name], random)


def _as_packed(content: bytes, random: Random) -> bytes:
    """A zip whose part claims to be packed another way."""
    at = content.rfind(b"PK\x01\x02")
    method = random.choice((1, 9, 12, 14, 93, 99)).to_bytes(2, "little")
    return content[: at + 10] + method + content[at + 12 :]


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _flip(content: bytes, random: Random) -> bytes:
    if not content:
        return content
    damaged = bytearray(content)
    for _ in range(random.choice((1, 2, 8, 32))):
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
    return bytes(damaged)


def _blot(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    length = random.choice((1, 16, 512))
    return content[:start] + bytes(length) + content[start + length :]


def _repeat(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    return content[:start] + content[start : start + random.choice((1, 64, 4096))] + content[start:]


def _one(pattern: re.Pattern[bytes], content: bytes, random: Random) -> re.Match[bytes] | None:
    """A match somewhere in the content: the first one behind a place chosen at random."""
    return pattern.search(content, random.randrange(len(content) + 1)) or pattern.search(content)


def _attribute(content: bytes, random: Random) -> bytes:
    match = _one(_ATTRIBUTE, content, random)
    return _put(content, match, random.choice(NASTY)) if match else content


def _text(content: bytes, random: Random) -> bytes:
    match = _one(_TEXT, content, random)
    return _put(content, match, random.choice(NASTY)) if match else content


def _other(content: bytes, random: Random) -> bytes:
    """An element once more with another content: a second value, a cell or a row told twice."""
    match = _one(_ELEMENT, content, random)
    if match is None:
        return content
    again = _TEXT.sub(lambda text: text[1] + random.choice(NASTY) + text[3], match[0], count=1)
    return content[: match.end()] + again + content[match.end() :]


def _move(content: bytes, random: Random) -> bytes:
    """Rows where no program looks for them, or markup inside a value."""
    way = random.choice((b"sheetData", b"v", b"f", b"row"))
    match = re.search(b"<" + way + rb"\b[^>]*>.*?</" + way + b">", content, re.DOTALL)
    if match is None:
        return content
    inside = random.choice(
        (b"<extLst><ext>" + match[0] + b"</ext></extLst>", match[0] + match[0], b"<x>" + match[0] + b"</x>")
    )
    return content[: match.start()] + inside + content[match.end() :]


def _split(content: bytes, random: Random) -> bytes:
    """Markup inside a text, and what a merge or a hidden row lays over a figure."""
    match = _one(_TEXT, content, random)
    if match is None:
        return content
    mark = random.choice((b"<x/>", b"<v>1</v>", b"<!-- a -->", b"<?a b?>", b"</v><v>7"))
    middle = match.start(2) + len(match[2]) // 2
    return content[:middle] + mark + content[middle:]


def _put(content: bytes, match: re.Match[bytes], value: bytes) -> bytes:
    return content[: match.start(2)] + value + content[match.end(2) :]


def _drop(content: bytes, random: Random) -> bytes:
    match = _one(_ELEMENT, content, random)
    return content[: match.start()] + content[match.end() :] if match else content


def _double(content: bytes, random: Random) -> bytes:
    match = _one(_ELEMENT, content, random)
    return (
        content[: match.end()] + match[0] * random.choice((1, 3, 2000)) + content[match.end() :] if match else content
    )


def _nest(content: bytes, random: Random) -> bytes:
    """An element inside itself, many times over."""
    match = _one(_ELEMENT, content, random)
    if match is None:
        return content
    depth, name = random.choice((2, 50, 20_000)), match[1] or match[2]
    inside = b"<" + name + b">"
    return (
        content[: match.start()]
        + inside * depth
        + match[0]
        + inside.replace(b"<", b"</") * depth
        + content[match.end() :]
    )


def _declare(content: bytes, random: Random) -> bytes:
    """What may stand before the root: another encoding, a DTD, a comment."""
    head = random.choice((
        b'<?xml version="1.0" encoding="UTF-16"?>', b'<?xml version="1.0" encoding="cp037"?>',
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<!-- <worksheet> -->", b"\xef\xbb\xbf", b"\xff\xfe", b"x", b'<?xml version="1.1"?>',
    ))  # fmt: skip
    return head + content[content.find(b"?>") + 2 :]
