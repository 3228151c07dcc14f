"""Accepted deviations: which findings an approver has answered for, and entries that answer for nothing.

Validity is judged against a day that the caller names, never against the clock: same input, same output.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.message import say
from lkj_xlsx.rules.pengecualian import KEDALUWARSA, TANPA_TEMUAN, Key, Pengecualian
from lkj_xlsx.spec.field import plain_title

NEVER = ("LKJ1", "LKJ8", "LKJ9")  # the structure, the exceptions themselves, a rule that failed


def accepted(findings: Iterable[Finding], book: Book, today: date | None = None) -> list[Finding]:
    """The findings, those answered for marked as accepted, and with them what is wrong with the entries.

    `today` is the day the entries must still be valid on; None where that is not to be judged.
    """
    findings = list(findings)
    entries = [entry for record in book.records("pengecualian") if not (entry := Pengecualian.of(record)).lacking]
    valid = {entry.key: entry for entry in reversed(entries) if not entry.over(today)}  # the first entry counts
    known = {_key(finding) for finding in findings}
    marked = [
        replace(finding, accepted=valid[_key(finding)].words)
        if _may(finding.code) and _key(finding) in valid
        else finding
        for finding in findings
    ]
    return [
        *marked,
        *(fault for entry in entries if (fault := _entry_fault(entry, known, valid.keys(), today)) is not None),
    ]


def _entry_fault(entry: Pengecualian, known: Iterable[Key], valid: Iterable[Key], today: date | None) -> Finding | None:
    if not _may(entry.kode):
        return entry.finding(
            TANPA_TEMUAN,
            say("Temuan {kode} tidak dapat dikecualikan; baris ini tidak berlaku.", kode=entry.kode),
            say("Selesaikan temuannya, lalu hapus baris {baris} pada lembar Pengecualian.", baris=entry.record.row),
        )
    if entry.key not in known:
        return entry.finding(
            TANPA_TEMUAN,
            say(
                "Tidak ada temuan {kode} di {sel}. Mungkin sudah dibetulkan, atau barisnya bergeser.",
                kode=entry.kode,
                sel=f"{entry.lembar}!{entry.sel}",
            ),
            say("Hapus baris {baris} pada lembar Pengecualian, atau betulkan alamatnya.", baris=entry.record.row),
        )
    if entry.over(today) and entry.key not in valid and entry.until is not None:
        return entry.finding(
            KEDALUWARSA,
            say(
                "Pengecualian {kode} di {sel} berlaku sampai {akhir}. Temuannya dihitung kembali.",
                kode=entry.kode,
                sel=f"{entry.lembar}!{entry.sel}",
                akhir=f"{entry.until:%d/%m/%Y}",
            ),
            say("Betulkan angkanya, atau mintakan persetujuan baru."),
        )
    return None


def _may(kode: str) -> bool:
    """Whether findings of this code can be accepted at all."""
    return not kode.startswith(NEVER)


def _key(finding: Finding) -> Key:
    where = finding.where or Where("")
    return finding.code, plain_title(where.sheet), where.cell
