"""The forms of the report that are printed as one document, by the name given to `--format`.

Nothing heavy is imported until a form is asked for, so that the names alone cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from lkj_xlsx.model.language import INDONESIAN, Language

if TYPE_CHECKING:
    from lkj_xlsx.model.declare import RulePage
    from lkj_xlsx.model.report import Report


def _json(report: Report, rules: Sequence[RulePage], language: Language = INDONESIAN) -> str:
    from lkj_xlsx.writers.as_json import report_json

    return report_json(report, language)


def _html(report: Report, rules: Sequence[RulePage], language: Language = INDONESIAN) -> str:
    from lkj_xlsx.writers.as_html import report_html

    return report_html(report, language)


def _sarif(report: Report, rules: Sequence[RulePage], language: Language = INDONESIAN) -> str:
    from lkj_xlsx.writers.as_sarif import report_sarif

    return report_sarif(report, rules, language)


def _markdown(report: Report, rules: Sequence[RulePage], language: Language = INDONESIAN) -> str:
    from lkj_xlsx.writers.as_markdown import report_markdown

    return report_markdown(report, language)


DOCUMENTS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {"json": _json, "html": _html, "sarif": _sarif, "markdown": _markdown}
)
