"""The door of all texts that leave: what came from a cell or a file's name is shown, and steers nothing.

Signs that move a cursor, turn the direction of reading or cannot be seen stand as `�`; line breaks stay. Every form of
every report passes here: texts for people by `shown`, documents for machines by `dumped`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lkj_xlsx.model.message import printable


def shown(text: str) -> str:
    """Text as it may be written anywhere."""
    return printable(text)


def dumped(document: Mapping[str, Any]) -> str:
    """A JSON document whose texts are shown: as text, ending without a line break."""
    return json.dumps(_plain(document), ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {printable(key): _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
