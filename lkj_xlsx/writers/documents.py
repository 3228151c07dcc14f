"""The forms of the report that are printed as one document, by the name given to `--format`.

Nothing heavy is imported until a form is asked for, so that the names alone cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkj_xlsx.model.declare import Rule
    from lkj_xlsx.model.report import Report


NOT_A_SCORE = (
    "Ini hasil pemeriksaan hitungan dan kecocokan angka, bukan nilai atau predikat resmi evaluasi SAKIP, dan bukan "
    "pengganti reviu."
)


def _json(report: Report, rules: Sequence[Rule]) -> str:
    from lkj_xlsx.writers.as_json import report_json

    return report_json(report)


def _html(report: Report, rules: Sequence[Rule]) -> str:
    from lkj_xlsx.writers.as_html import report_html

    return report_html(report)


def _sarif(report: Report, rules: Sequence[Rule]) -> str:
    from lkj_xlsx.writers.as_sarif import report_sarif

    return report_sarif(report, rules)


def _markdown(report: Report, rules: Sequence[Rule]) -> str:
    from lkj_xlsx.writers.as_markdown import report_markdown

    return report_markdown(report)


DOCUMENTS: Mapping[str, Callable[[Report, Sequence[Rule]], str]] = MappingProxyType(
    {"json": _json, "html": _html, "sarif": _sarif, "markdown": _markdown}
)
