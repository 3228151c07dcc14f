"""Which release of the tool this is."""

from __future__ import annotations

VERSION = "0.2.0"
