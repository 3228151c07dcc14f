"""Find declared objects in a package, so that adding one means writing it and nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


@lru_cache(maxsize=16)  # the packages in which something is declared
def _modules(package: str) -> tuple[ModuleType, ...]:
    parent = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(parent.__path__))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)


def collect(package: str, kind: type[T]) -> tuple[T, ...]:
    """Every object of `kind` declared in the modules of `package`, in module and definition order."""
    declared: list[T] = []
    for module in _modules(package):
        for item in vars(module).values():
            if isinstance(item, kind) and not any(item is other for other in declared):
                declared.append(item)
    return tuple(declared)
