"""Pictures are cropped at a line, never through a row, and keep their colours in a palette."""

from __future__ import annotations

import struct
import zlib

import numpy as np

from docs.png import SIGNATURE, cropped, read_png, read_ppm, write_png

WHITE, BLACK, RED = (255, 255, 255), (0, 0, 0), (200, 0, 0)


def page(*rows: tuple[int, int, int], width: int = 10) -> np.ndarray:
    return np.array([[row] * width for row in rows], np.uint8)


def test_a_crop_ends_at_the_ruled_line_above_the_limit():
    pixels = page(RED, RED, BLACK, RED, RED, RED, BLACK, RED)
    pixels[3:6, 4] = WHITE  # a letter
    kept = cropped(pixels, 5, margin=0)
    assert [tuple(row[0]) for row in kept] == [RED, RED, BLACK]


def test_a_crop_ends_at_a_blank_row_and_leaves_blank_edges_out():
    pixels = page(WHITE, WHITE, WHITE, WHITE, WHITE)
    pixels[1, 3:6] = pixels[3:, 2:5] = RED  # a line of text and, across the limit, the next one
    kept = cropped(pixels, 4, margin=2)
    assert kept.shape == (5, 7, 3)
    assert (kept[2, 2:-2] == RED).all()
    assert (kept[[0, 1, 3, 4]] == 255).all()


def test_a_lower_page_is_kept_whole():
    assert cropped(page(RED, BLACK, RED), 10, margin=0).shape == (3, 10, 3)


def test_a_ppm_is_read():
    assert read_ppm(b"P6\n2 1\n255\n" + bytes([9, 10, 32, 1, 2, 3])).tolist() == [[[9, 10, 32], [1, 2, 3]]]


def test_every_filter_of_a_browser_s_png_is_read():
    rows = [
        [0, 10, 20, 30, 11, 22, 33],
        [1, 5, 5, 5, 1, 1, 1],
        [2, 1, 1, 1, 1, 1, 1],
        [3, 10, 10, 10, 1, 1, 1],
        [4, 1, 1, 1, 1, 1, 1],
    ]
    chunk = zlib.compress(b"".join(map(bytes, rows)))
    head = struct.pack(">I4sIIBBBBB", 13, b"IHDR", 2, 5, 8, 2, 0, 0, 0) + b"\0" * 4
    data = SIGNATURE + head + struct.pack(">I4s", len(chunk), b"IDAT") + chunk + b"\0" * 4
    assert read_png(data).tolist() == [
        [[10, 20, 30], [11, 22, 33]],
        [[5, 5, 5], [6, 6, 6]],
        [[6, 6, 6], [7, 7, 7]],
        [[13, 13, 13], [11, 11, 11]],
        [[14, 14, 14], [12, 12, 12]],
    ]


def test_a_picture_keeps_its_frequent_colours(tmp_path):
    path = tmp_path / "a.png"
    write_png(path, page(WHITE, RED, BLACK, width=2))
    data = path.read_bytes()
    assert struct.unpack(">IIBB", data[16:26]) == (2, 3, 8, 3)
    size, name = struct.unpack(">I4s", data[33:41])
    palette = [tuple(data[41 + place : 44 + place]) for place in range(0, size, 3)]
    assert (name, sorted(palette)) == (b"PLTE", sorted([WHITE, RED, BLACK]))
    packed = data[data.index(b"IDAT") + 4 : -16]
    raw = zlib.decompress(packed)
    assert [palette[raw[place + 1]] for place in range(0, 9, 3)] == [WHITE, RED, BLACK]
