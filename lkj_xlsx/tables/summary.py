"""What was checked, what agreed, what could not be checked and why, and which variants were used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.report import NotChecked, Summary
from lkj_xlsx.spec.field import Role
from lkj_xlsx.spec.sources import cited
from lkj_xlsx.spec.template import TEMPLATE

UNREAD = frozenset({Reason.STRIP, Reason.TAK_TERBACA})


def summary(findings: Iterable[Finding], ledger: Ledger) -> Summary:
    """Counts of what was checked, what agreed, and what could not be checked with its reason."""
    unchecked = [entry for entry in ledger.entries if entry.verdict is Verdict.TIDAK_DIPERIKSA and _due(entry)]
    levels = {level.word: 0 for level in reversed(Level)}
    accepted = 0
    for finding in findings:
        if finding.accepted:
            accepted += 1
        else:
            levels[finding.level.word] += 1
    return Summary(
        sum(entry.verdict.checked for entry in ledger.entries),
        sum(entry.verdict.agrees for entry in ledger.entries),
        levels,
        tuple(NotChecked(say("{0}: {1}", e.computed.subjek, e.computed.label), _reason(e), e.where) for e in unchecked),
        accepted,
    )


def _due(entry: Judged) -> bool:
    """Whether a figure is stated there, or the tool was to fill the cell and could not."""
    computed = entry.computed
    sheet = TEMPLATE.sheet(computed.record.sheet)
    fills = sheet.has(computed.field) and sheet.field(computed.field).role is Role.HITUNGAN
    return not computed.value.blank or (fills and computed.value.where.column > 0)


def _reason(entry: Judged) -> str:
    """Why nothing was computed; else what stands in the cell instead of a figure or a word to compare with."""
    computed = entry.computed
    failed = computed.result if isinstance(computed.result, Missing) else computed.value.number
    if not isinstance(failed, Missing):
        return str(failed)
    if failed.reason is Reason.MASUKAN and failed.detail:
        return failed.detail
    said = computed.value.text.strip()
    return say("tertulis {0}", said) if failed.reason in UNREAD and said else failed.words


def chosen_options(book: Book, groups: Mapping[str, tuple[Variant, ...]]) -> tuple[tuple[str, str, str], ...]:
    """(heading, chosen variant, where it comes from) for every option on Identitas dan Pengaturan."""
    options: list[tuple[str, str, str]] = []
    for field in TEMPLATE.sheet("identitas").fields:
        if not field.option:
            continue
        code = book.settings.option(field.option)
        item = next((item for item in groups.get(field.option, ()) if item.code == code), None)
        source = cited(item.source) if item is not None else ""
        options.append((field.header, say(item.label) if item is not None else say("belum dipilih"), source))
    return tuple(options)
