"""One cell of a report table: what was typed, what was recomputed, and what was found there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkj_xlsx.measures.data_dasar import kind_of
from lkj_xlsx.measures.verdict import normal_word
from lkj_xlsx.model.cell import Origin, Value, Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason, places_of, round_half_up, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.report import Item
from lkj_xlsx.model.spelling import says_nothing
from lkj_xlsx.neighbours.columns import percent_format
from lkj_xlsx.spec.field import Field, Kind

WHOLE = frozenset({Kind.RUPIAH, Kind.JUMLAH})
_BARE_NUMBER = re.compile(r"-?[\d.,]+")  # text that says a number and nothing else


@dataclass(frozen=True, slots=True)
class Evidence:
    """Judged figures by (record, field) and findings by place: looked up once for every cell."""

    ledger: Ledger
    findings: Mapping[Where, tuple[Finding, ...]]

    @classmethod
    def of(cls, ledger: Ledger, findings: Iterable[Finding]) -> Evidence:
        places: dict[Where, list[Finding]] = {}
        for finding in findings:
            if finding.where is not None:
                places.setdefault(finding.where, []).append(finding)
        return cls(ledger, {where: tuple(group) for where, group in places.items()})

    def of_record(self, record: Record, key: str) -> Judged | None:
        return self.ledger.of_record(record, key)

    def at(self, where: Where) -> tuple[Finding, ...]:
        """Findings at a cell; none for a place that is not a cell."""
        return self.findings.get(where, ()) if where.column and where.row else ()


def derived(record: Record, value: Value) -> bool:
    """Whether a blank cell is the tool's to fill although its column is typed: a total or an increase of base data."""
    return value.blank and record.sheet == "data_dasar" and kind_of(record) in ("jumlah", "kenaikan")


def typed_item(value: Value, field: Field, evidence: Evidence) -> Item:
    """The cell as the office typed it, with what was found there."""
    findings = evidence.at(value.where)
    content, places, unit = _content(value, field)
    source = value.where if value.where.column else None
    if not findings:
        return Item(content, places, "", None, source, unit=unit)
    return Item(content, places, note=note_of(findings), level=worst(findings), source=source, unit=unit)


def computed_item(value: Value, field: Field, judged: Judged | None, evidence: Evidence) -> Item:
    """The recomputed figure where the typed one is absent or differs, else the typed one."""
    item = typed_item(value, field, evidence)
    if value.known is not None and value.letter is None and value.upper is None:
        item = item._replace(value=value.known, places=value.places, unit="")
    if judged is None:
        return item
    if isinstance(judged.computed.result, Missing):
        doubted = judged.computed.result.reason is Reason.BEDA_SKALA
        note = _lines((str(judged.computed.result.words), item.note))
        return item._replace(value=say("perlu diperiksa"), places=0, unit="", note=note) if doubted else item
    result = judged.computed.result
    if value.blank or says_nothing(value.text) or value.cell.origin in (Origin.TANPA_HASIL, Origin.GALAT):
        places = _filled_places(field, result, judged.computed.places)
        return item._replace(value=result, places=places, unit="", filled=True)
    if not _differs(judged, result):
        return item
    if judged.against is not None and isinstance(result, Decimal):
        result = judged.against.value  # of several permitted readings the one the findings speak of
    findings = evidence.at(value.where)
    places = _telling_places(value, result)
    recomputed = result if isinstance(result, str) else show(result, places)
    sentence = str(
        say("Tertulis {stated}; hasil hitung ulang {recomputed}.", stated=value.shown.strip(), recomputed=recomputed)
    )
    if any(finding.accepted for finding in findings):
        return item._replace(note=_lines((sentence, item.note)))
    others = (_remark(finding) for finding in findings if finding.recomputed is None)
    note = _lines((sentence, *(_because(finding) for finding in findings), *others))
    return item._replace(value=result, places=places, unit="", note=note)


def _content(value: Value, field: Field) -> tuple[Decimal | str | None, int, str]:
    """What is shown, its decimals and its unit: text stays text unless it says a plain number."""
    if value.blank:
        return None, 0, ""
    text = value.text.strip()
    if not field.kind.numeric or field.kind is Kind.TAHUN or value.known is None:
        return text, 0, ""
    plain = not (value.remarks or value.letter or value.upper is not None) and _BARE_NUMBER.fullmatch(text)
    if isinstance(value.cell.raw, str) and not plain:
        return text, 0, ""
    percent = field.kind is Kind.NILAI and percent_format(value.cell.number_format)
    return value.known, value.places, "%" if percent else ""


def _differs(judged: Judged, result: Decimal | str) -> bool:
    """Whether the table must show another content than the typed one.

    A word may agree with the typed figure and yet not with the recomputed one that stands beside it now.
    """
    if isinstance(result, str):
        return normal_word(judged.computed.value.text) != normal_word(result)
    return judged.verdict.replaced


def kept(item: Item, judged: Judged) -> bool:
    """Whether the typed content stands although another was computed: its deviation was accepted."""
    if item.filled or not deviates(judged):
        return False
    value = judged.computed.value
    return item.value == (value.text.strip() if isinstance(judged.computed.result, str) else value.known)


def deviates(judged: Judged) -> bool:
    """Whether a typed content and a computed one stand against each other."""
    value, result = judged.computed.value, judged.computed.result
    return not value.blank and not isinstance(result, Missing) and _differs(judged, result)


def _filled_places(field: Field, result: Decimal | str, places: int) -> int:
    """Decimals of a figure nobody typed: the report's standard, none for whole quantities, no idle zeros for values."""
    if isinstance(result, str) or field.kind in WHOLE:
        return 0
    return places_of(round_half_up(result, places)) if field.kind is Kind.NILAI else places


def _telling_places(value: Value, result: Decimal | str) -> int:
    """The stated places, or the few more that are needed to tell the two figures apart."""
    if isinstance(result, str) or value.known is None:
        return value.places
    return next(
        (
            places
            for places in range(value.places, value.places + 3)
            if show(result, places) != show(value.known, places)
        ),
        value.places,
    )


def note_of(findings: Iterable[Finding]) -> str:
    """What was found at a cell, in lines."""
    return _lines(_remark(finding) for finding in findings)


def worst(findings: Iterable[Finding]) -> Level | None:
    """The worst open level."""
    return max((finding.level for finding in findings if not finding.accepted), default=None)


def _remark(finding: Finding) -> str:
    if finding.accepted:
        return str(
            say("{message} Penyimpangan ini diterima: {reason}", message=finding.message, reason=finding.accepted)
        )
    return _lines((str(finding.message), _because(finding)))


def _because(finding: Finding) -> str:
    if finding.root is not None:
        return str(say("Ikut salah karena {root}.", root=finding.root))
    return str(finding.cause.words) if finding.cause else ""


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))
