"""PNG pictures with a palette of at most 256 colours, which keeps screens with text small."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]  # rows × columns × (red, green, blue)

SIGNATURE = b"\x89PNG\r\n\x1a\n"
WHITE = 255
COLOURS = 256
EXACT = 96  # the most frequent colours are kept; of the others one of each shade, so that rare ones are not lost
SHADES = 4  # bits of a colour that do not tell shades apart
RULED = 0.8  # a row of pixels that differs from the one above in this part begins or ends a ruled line


def read_ppm(data: bytes) -> Pixels:
    """A binary PPM, as `pdftoppm` writes it."""
    _, width, height, *_ = data[:40].split()
    shape = (int(height), int(width), 3)
    return np.frombuffer(data[-shape[0] * shape[1] * 3 :], np.uint8).reshape(shape)


def read_png(data: bytes) -> Pixels:
    """A PNG with 8 bits in each of red, green, blue, and perhaps transparency, as browsers write it."""
    width, height, _, kind = struct.unpack(">IIBB", data[16:26])
    packed, place = b"", len(SIGNATURE)
    while place < len(data):
        size, name = struct.unpack(">I4s", data[place : place + 8])
        packed += data[place + 8 : place + 8 + size] if name == b"IDAT" else b""
        place += size + 12
    step = {2: 3, 6: 4}[kind]
    return _unfiltered(zlib.decompress(packed), width, height, step)[:, :, :3]


def _unfiltered(raw: bytes, width: int, height: int, step: int) -> Pixels:
    stride = width * step
    above = bytearray(stride)
    rows = bytearray()
    for row in range(height):
        start = row * (stride + 1)
        above = _row(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), above, step)
        rows += above
    return np.frombuffer(bytes(rows), np.uint8).reshape(height, width, step)


def _row(kind: int, line: bytearray, above: bytearray, step: int) -> bytearray:
    for place in range(len(line) if kind else 0):
        left = line[place - step] if place >= step else 0
        corner = above[place - step] if place >= step else 0
        guess = (0, left, above[place], (left + above[place]) // 2, _paeth(left, above[place], corner))[kind]
        line[place] = (line[place] + guess) & 255
    return line


def _paeth(left: int, above: int, corner: int) -> int:
    middle = left + above - corner
    return min((left, above, corner), key=lambda value: abs(middle - value))


def cropped(pixels: Pixels, height: int, margin: int = 12) -> Pixels:
    """The upper part on a white margin; it ends at the last ruled line or blank row within `height`."""
    part = pixels[:height]
    if len(pixels) > height:
        ruled = (part[1:] != part[:-1]).any(axis=2).mean(axis=1) > RULED
        blank = (part[:-1] == WHITE).all(axis=(1, 2))
        last = int(np.flatnonzero(ruled | blank)[-1])
        begins = ruled[last] and part[last].mean() >= part[last + 1].mean()
        part = part[: last + 2 if begins else last + 1]
    filled = (part != WHITE).any(axis=2)
    rows, columns = np.flatnonzero(filled.any(axis=1)), np.flatnonzero(filled.any(axis=0))
    part = part[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.pad(part, ((margin, margin), (margin, margin), (0, 0)), constant_values=WHITE)


def write_png(path: Path, pixels: Pixels) -> None:
    """The picture in its most frequent colours; every other colour becomes the nearest of them."""
    flat = pixels.reshape(-1, 3).astype(np.int32)
    colours, place, count = np.unique(flat, axis=0, return_inverse=True, return_counts=True)
    ordered = colours[np.argsort(-count, kind="stable")]
    _, first = np.unique(ordered >> SHADES, axis=0, return_index=True)
    palette = ordered[list(dict.fromkeys([*range(min(EXACT, len(ordered))), *np.sort(first)]))[:COLOURS]]
    nearest = [int(((palette - colour) ** 2).sum(axis=1).argmin()) for colour in colours]
    indexes = np.array(nearest, np.uint8)[place.reshape(-1)].reshape(pixels.shape[:2])
    raw = b"".join(b"\0" + row.tobytes() for row in indexes)
    head = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette.astype(np.uint8).tobytes()), (b"IDAT", zlib.compress(raw, 9)))
    path.write_bytes(SIGNATURE + b"".join(_chunk(name, data) for name, data in (*parts, (b"IEND", b""))))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
