"""A small seeded run of the benchmark, and proof that its short ways are as good as the long ones."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from random import Random

import pytest

from benchmarks.bases import CLEAN, base, offices
from benchmarks.family import Hit, strong
from benchmarks.mutations import false_alarms, families, results
from benchmarks.offices import OFFICES
from benchmarks.planting import changed, planted, reread
from benchmarks.scoring import Verdicts, score
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import decimal_of
from lkj_xlsx.neighbours.results import cell_at
from lkj_xlsx.neighbours.results import results as results_of
from lkj_xlsx.pipeline import examine

SMALL = 2  # the two smallest sizes of generated files
GENERATED = ("acak-0-7000", "acak-1-7001", "acak-1-7002")


def lines_of(findings: Iterable[Finding]) -> list[tuple[str, ...]]:
    return sorted(
        (f.code, str(f.where), str(f.message), f.cause.kind if f.cause else "", str(f.root)) for f in findings
    )


@pytest.mark.parametrize("name", [*CLEAN, *GENERATED[:2]])
def test_planting_in_the_book_is_the_same_as_filling_and_reading_a_workbook(name: str) -> None:
    clean, compared = base(name), 0
    for family in [each for each in families().values() if not each.written and not each.shape][
        :: 2 if name in CLEAN else 4
    ]:
        hits = family.plant(Random(f"{name} {family.name}"), clean)
        changes = {hit.site.place: hit.entry for hit in hits}
        if changes:
            short, long = planted(clean, changes), reread(changed(clean.data, changes))
            assert lines_of(examine(short)[1]) == lines_of(examine(long)[1]), (family.name, changes)
            compared += 1
    assert compared >= 6


@pytest.mark.parametrize("name", [*GENERATED, *offices(7)[::2]])
def test_the_tool_and_the_generator_compute_the_same_figures(name: str) -> None:
    clean = base(name)
    places = {site.place: site for site in clean.sites}
    for place, right in clean.truth.items():
        entry = clean.judged(places[place])
        assert entry is not None, place
        scale = 100 if place[2] == "efisiensi" and entry.computed.variant in ("EFF-1", "EFF-7") else 1
        exact = [Decimal(right.numerator) / right.denominator * each for each in {1, scale}]
        assert any(abs(x - y) < Decimal("1e-18") * (1 + abs(y)) for x in strong(entry) for y in exact), place


@pytest.mark.parametrize("name", GENERATED)
def test_the_tool_computes_the_formulas_of_a_workbook_as_the_generator_does(name: str) -> None:
    clean = base(f"rumus-{name}")
    current = dict(results_of(clean.book))
    assert len(clean.sheets.formulas) > 20
    assert set(clean.sheets.formulas) == set(current)
    assert {where for where, now in current.items() if now != decimal_of(cell_at(clean.book, where).raw)} == set()


def test_right_formulas_are_never_told() -> None:
    """Among them parents whose percent is the mean of the rows below, as their document declares."""
    told_of = [base(f"rumus-{name}") for name in (*CLEAN, *GENERATED)]
    assert "RATA" in {clean.book.settings.option("persen_induk") for clean in told_of}
    assert [f for clean in told_of for f in clean.findings if f.code.startswith("LKJ7")] == []


def test_wrong_formulas_change_the_results_of_all_that_use_them() -> None:
    """A programme's sum that misses a kegiatan: its percent, its remainder and the total are saved anew."""
    clean = base("rumus-lkj-contoh-lengkap-2025")
    (hit,) = families()["rumus: jumlah melewatkan baris"].plant(Random(2), clean)
    assert {key for (_, _, key), _ in hit.along} >= {"serapan", "sisa"}
    book = reread(changed(clean.data, {**dict(hit.along), hit.site.place: hit.entry}))
    assert "LKJ704" in {f.code for f in examine(book)[1] if f.where == hit.site.where}
    assert "LKJ707" not in {f.code for f in examine(book)[1]}


def test_clean_files_give_neither_galat_nor_beda() -> None:
    assert [name for name, _ in false_alarms(7, SMALL)] == []


# What nothing tells yet, or not in every base.
UNTOLD = {"pembilang atau penyebut lain", "pilihan rumus keliru"}


def test_planted_mistakes_are_found_and_explained_without_false_findings() -> None:
    verdicts = results(7, len(families()), processes=1, largest=SMALL)
    assert {item.family for item in verdicts} == set(families())
    seen = [(v, each) for v in verdicts if v.family not in UNTOLD for each in v.outcomes if each.visible]
    assert [(v.base, v.family, o.where) for v, o in seen if not o.found] == []
    assert [finding for item in verdicts if item.family not in UNTOLD for finding in item.false] == []
    assert sum(outcome.right for _, outcome in seen) >= 0.85 * len(seen)


def test_several_mistakes_in_one_workbook_are_each_found() -> None:
    verdicts = results(7, len(families()), several=3, processes=1, largest=SMALL)
    seen = [(item, each) for item in verdicts for each in item.outcomes if each.visible and not item.input]
    assert len(seen) >= 10
    assert len({item.base for item in verdicts if item.base.startswith("rumus-")}) > 1
    assert [(v.base, v.family, o.where) for v, o in seen if not o.found and v.family not in UNTOLD] == []


def test_further_offices_choose_otherwise() -> None:
    options = [tuple(sorted(office.options.items())) for office in OFFICES.values()]
    assert len(set(options)) == len(OFFICES) >= 5
    settings = [base(name).book.settings for name in offices(7)[::2]]
    for key in ("rumus_efisiensi", "rumus_turun", "batas_capaian", "skala", "rumus_predikat", "persen_induk"):
        assert len({each.option(key) for each in settings}) > 1, key
    assert any(not base(name).book.data for name in offices(7)[::2])


def told_of_a_direction(*findings: Finding) -> Verdicts:
    """What counts of these findings where a direction was planted."""
    clean, family = base(CLEAN[1]), families()["arah keliru"]
    hits = family.plant(Random(3), clean)
    (verdicts,) = score(clean, [(family, hits)], clean.book, clean.ledger, findings)
    assert isinstance(hits[0], Hit)
    return verdicts


def finding(code: str, message: str, related: tuple[Where, ...] = (), root: Where | None = None) -> Finding:
    return Finding(code, "x", Level.BEDA, say(message), Where("Renstra", 8, 9), related=related, root=root)


def test_what_calls_a_right_cell_wrong_is_counted_by_itself() -> None:
    clean = base(CLEAN[1])
    planted_at = families()["arah keliru"].plant(Random(3), clean)[0].site.where
    for fine in (
        finding("LKJ301", "Tertulis 1.", root=planted_at),
        finding("LKJ324", "Mungkin sel ini."),
        finding("LKJ321", "Belum dapat dipastikan yang salah."),
        finding("LKJ326", "Arah keliru.", (planted_at,)),
    ):
        assert told_of_a_direction(fine).accused == (), fine.code
    accusing = finding("LKJ301", "Tertulis 1.")
    assert told_of_a_direction(accusing).accused == told_of_a_direction(accusing).false == (accusing,)


def test_one_finding_that_names_a_planted_cell_finds_a_mistake_of_many() -> None:
    clean = base(CLEAN[1])
    planted_at = families()["arah keliru"].plant(Random(3), clean)[0].site.where
    (outcome,) = told_of_a_direction(finding("LKJ326", "Arah keliru.", (planted_at,))).outcomes
    assert outcome.found and outcome.right and outcome.visible
    assert not told_of_a_direction(finding("LKJ326", "Arah keliru.")).outcomes[0].found
