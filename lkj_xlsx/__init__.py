"""Audit of the yearly performance report (LKj) of Indonesian regional offices.

`lkj_xlsx.audit(path)` reads a filled template and returns a `Report`; everything else is the command `lkj-xlsx`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lkj_xlsx.pipeline import audit

__version__ = "0.1.0"
__all__ = ["__version__", "audit"]


def __getattr__(name: str) -> Any:
    """`audit` on first use, so that importing the package does not load the workbook reader."""
    if name == "audit":
        from lkj_xlsx.pipeline import audit

        return audit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
