"""Strict Open XML read as transitional: the same tables under other namespaces."""

from __future__ import annotations

import io
from typing import IO

STRICT = "http://purl.oclc.org/ooxml/"
_OLD = b"http://schemas.openxmlformats.org/"
_SAME = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _OLD + b"spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OLD + b"officeDocument/2006/relationships"),
)
_ENDS = (b'"', b"'", b">")  # a namespace never holds one, so that none is cut in two behind it
_LONGEST = 65_536  # held back while looking for one


class Transitional(io.BufferedIOBase):
    """A part's bytes with the strict namespaces replaced, in blocks as they are asked for.

    Parts in UTF-16 pass unchanged; the reader then finds no sheets in them and says so.
    """

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Some bytes (their number may differ from `size`), b"" at the end."""
        while True:
            block = self._source.read(-1 if size is None else size)
            data = self._rest + block
            whole = max(map(data.rfind, _ENDS)) + 1
            if not block or size is None or size < 0 or len(data) - whole > _LONGEST:
                whole = len(data)
            ready, self._rest = data[:whole], data[whole:]
            if ready or not block:
                for strict, usual in _SAME:
                    ready = ready.replace(strict, usual)
                return ready

    def close(self) -> None:
        self._source.close()
        super().close()
