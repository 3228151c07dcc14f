"""Every stated figure beside its recomputed one: the long section of the working paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.computed import Judged, Ledger
from lkj_xlsx.model.expression import Expression, Place, express
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.number import Missing, round_half_up
from lkj_xlsx.model.report import Column, Item, Row, Section, Table
from lkj_xlsx.spec.field import Role
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.tables.chains import reaching, shown_of
from lkj_xlsx.tables.efisiensi_paper import figures
from lkj_xlsx.tables.references import Sources

Live = Mapping[Where, Decimal | str | None]  # what the cells with a formula in the tables show

SECTION = "angka"
MOST_PLACES = 6
HALF, DOUBT = Decimal("0.5"), Decimal("0.05")
LARGE = Decimal(10) ** 6  # the binary fractions of a spreadsheet leave such figures two sure decimals


def stated_figures(
    ledger: Ledger, findings: Iterable[Finding], tables: Iterable[Table], sources: Sources
) -> Section | None:
    """One row for every figure that was stated and could be recomputed, in the order of the file."""
    columns = (
        Column("no", "No", width=7),
        Column("perihal", "Perihal", width=34),
        Column("tabel", "Tabel", width=11),
        Column("sel", "Sel berkas asal", width=22),
        *figures(("tertulis", "Tertulis"), ("hasil", "Hasil hitung ulang"), ("selisih", "Selisih")),
        Column("putusan", "Putusan", width=15),
        Column("dasar", "Dasar", width=15),
        Column("cara", "Cara menghitung", width=30),
    )
    live = {
        item.source: item.value
        for table in tables
        for row in table.rows
        for item in row.items.values()
        if item.source is not None and item.formula is not None
    }
    levels = _levels(findings)
    rows: list[Row] = []
    for entry in ledger.entries:
        if not entry.computed.value.blank and entry.where.column and not isinstance(entry.computed.result, Missing):
            rows.append(_row(entry, len(rows), sources, live, levels))
    if not rows:
        return None
    note = (
        "Hasil hitung ulang memakai rumus hidup: mengikuti sel tabel dan bagian di atas. Dasar eksak: dari data yang "
        "tidak dibulatkan; tertulis: dari angka di baris yang sama; selang: dari angka beserta pembulatannya."
    )
    return Section(SECTION, "Angka tertulis dan hasil hitung ulang", columns, tuple(rows), (note,))


def _levels(findings: Iterable[Finding]) -> dict[Where, Level]:
    levels: dict[Where, Level] = {}
    for finding in findings:
        if finding.where is not None and not finding.accepted:
            levels[finding.where] = max(finding.level, levels.get(finding.where, Level.CATATAN))
    return levels


def _row(entry: Judged, place: int, sources: Sources, live: Live, levels: Mapping[Where, Level]) -> Row:
    computed, value, wanted = entry.computed, entry.computed.value, shown_of(entry)
    places = min(MOST_PLACES, max(value.places, computed.places if isinstance(wanted, Decimal) else 0))
    drawn = value.where in live and _computed(entry)
    formula: Expression | None = None
    if wanted is not None and not (drawn and live[value.where] == wanted):
        formula, wanted = reaching(sources.of(computed), wanted, places) or (None, wanted)
    if drawn:
        formula = Expression("{0}", (value.where,), words=isinstance(wanted, str))
    said: Decimal | str = value.known if value.known is not None and value.letter is None else value.text.strip()
    gap = said - wanted if isinstance(said, Decimal) and isinstance(wanted, Decimal) else None
    fine = _fine(gap, 2 if isinstance(said, Decimal) and abs(said) >= LARGE else MOST_PLACES)
    gap = None if gap is None else round_half_up(gap, fine)
    here = {"s": Place(SECTION, place, "tertulis"), "h": Place(SECTION, place, "hasil")}
    basis = entry.against or next(iter(computed.bases), None)
    cara = computed.formula if basis is None or isinstance(wanted, str) else basis.words or computed.formula
    return Row(
        {
            "no": Item(str(place + 1)),
            "perihal": Item(f"{computed.subjek}: {computed.label}".strip(": ")),
            "tabel": Item(computed.record.tabel or None),
            "sel": Item(str(value.where), source=value.where),
            "tertulis": Item(said, value.places, level=levels.get(value.where)),
            "hasil": Item(wanted, places, formula=formula),
            "selisih": Item(gap, places, formula=None if gap is None else express("{s}-{h}", dict(here)).rounded(fine)),
            "putusan": Item(entry.verdict.value),
            "dasar": Item(basis.base.value if basis is not None else None),
            "cara": Item(cara or None),
        }
    )


def _fine(gap: Decimal | None, places: int) -> int:
    """Decimals at which a difference is rounded alike by us and in binary fractions: never nearly half a unit."""
    while gap is not None and places > 0 and abs(abs(gap).scaleb(places) % 1 - HALF) < DOUBT:
        places -= 1
    return places


def _computed(entry: Judged) -> bool:
    """Whether the figure's own cell in the tables holds the recomputed figure, not the typed one."""
    field = TEMPLATE.sheet(entry.record.sheet).field(entry.field)
    return field.role is Role.HITUNGAN
