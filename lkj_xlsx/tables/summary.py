"""What was checked, what agreed, what could not be checked and why, and which variants were used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lkj_xlsx.measures.capaian_words import is_word
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import Variant
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.model.report import NotChecked, Summary
from lkj_xlsx.model.spelling import says_nothing
from lkj_xlsx.spec.field import Role
from lkj_xlsx.spec.sources import cited
from lkj_xlsx.spec.template import TEMPLATE

ROW = "realisasi"  # of the year, on every sheet of an indicator
UNREAD = frozenset({Reason.STRIP, Reason.TAK_TERBACA})


def summary(findings: Iterable[Finding], ledger: Ledger) -> Summary:
    """Counts of what was checked, what agreed, and what could not be checked with its reason.

    A figure agrees where its recomputation does and no finding says that it is wrong or stated otherwise elsewhere.
    """
    levels = {level.word: 0 for level in reversed(Level)}
    accepted, wrong = 0, set()
    for finding in findings:
        if finding.accepted:
            accepted += 1
            continue
        levels[finding.level.word] += 1
        if finding.level >= Level.BEDA and finding.where is not None:
            wrong.add(finding.where)
    return Summary(
        sum(entry.verdict.checked for entry in ledger.entries),
        sum(entry.verdict.agrees and entry.where not in wrong for entry in ledger.entries),
        levels,
        tuple(not_checked(entry) for entry in unchecked(ledger)),
        accepted,
    )


def unchecked(ledger: Ledger) -> Iterator[Judged]:
    """The figures that were to be checked or filled and could not be."""
    return (entry for entry in ledger.entries if entry.verdict is Verdict.TIDAK_DIPERIKSA and _due(entry))


def not_checked(entry: Judged) -> NotChecked:
    """A figure that could not be checked, as it is told."""
    return NotChecked(say("{0}: {1}", entry.computed.subjek, entry.computed.label), _reason(entry), entry.where)


def _due(entry: Judged) -> bool:
    """Whether a figure is stated there, or the tool was to fill the cell and could not.

    In the row of a predikat without a score a dash leaves the cell to the tool, as a blank does.
    """
    computed = entry.computed
    if (
        not isinstance(computed.result, Missing)
        and says_nothing(computed.value.text)
        and is_word(computed.record.get(ROW))
    ):
        return False
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
