"""Audit of the yearly performance report (LKj) of Indonesian regional offices.

`lkj_xlsx.audit(path)` reads a filled template and returns a `Report`; `lkj_xlsx.findings_frame(report)` gives its
findings as a pandas DataFrame. Everything else is the command `lkj-xlsx`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lkj_xlsx.release import VERSION as __version__

if TYPE_CHECKING:
    from lkj_xlsx.pipeline import audit
    from lkj_xlsx.writers.frame import findings_frame

__all__ = ["__version__", "audit", "findings_frame"]


def __getattr__(name: str) -> Any:
    """What is offered, on first use, so that importing the package loads neither the workbook reader nor pandas."""
    if name == "audit":
        from lkj_xlsx.pipeline import audit

        return audit
    if name == "findings_frame":
        from lkj_xlsx.writers.frame import findings_frame

        return findings_frame
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
