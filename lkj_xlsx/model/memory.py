"""Work that makes a great many objects and no cycles among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 20_000_000, 50, 100  # as `gc.set_threshold` takes them


@contextmanager
def undisturbed() -> Iterator[None]:
    """The collector looks for cycles some less often meanwhile."""
    thresholds = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
