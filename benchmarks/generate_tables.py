"""Tables of performance and resources of a generated file."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby
from typing import Any

from benchmarks.arithmetic import efisiensi, indonesian, rating, rounded
from benchmarks.draft import Draft
from benchmarks.generate_budget import Program
from benchmarks.generate_indicators import Indicator

ABOVE = {"gabung": "atas"}
Entry = Any


def _head(item: Indicator, tabel: str, first: bool) -> dict[str, Entry]:
    return {"tabel": tabel, "sasaran": item.sasaran if first else ABOVE, "kode": item.kode, "indikator": item.nama}


def _result(item: Indicator, tahun: int) -> Entry:
    """Realisasi: as given where it comes from outside, whole where it counts, else exact and to be rounded."""
    if item.kind == "opini":
        return "WTP"
    if tahun in item.typed:
        return item.typed[tahun]
    return indonesian(item.results[tahun], 0, True) if item.whole else item.results[tahun]


def _capaian(item: Indicator, draft: Draft, tahun: int, goal: int | None = None) -> Entry:
    if item.kind == "opini":
        return Fraction(100) if draft.options["rumus_predikat"] == "ORDINAL" else "-"
    return item.achieved(tahun, draft.options, goal)


def _so_far(item: Indicator, draft: Draft) -> Fraction:
    return sum((item.results[year] for year in range(draft.awal, draft.tahun + 1)), Fraction(0))


def _grouped(items: list[Indicator]) -> Iterable[tuple[int, list[Indicator]]]:
    for place, (_, group) in enumerate(groupby(items, key=lambda item: item.sasaran), 1):
        yield place, list(group)


def performance(draft: Draft, items: list[Indicator]) -> None:
    """Capaian IKU, target and realisasi, last year, Renstra, AKIP and quarters."""
    tahun, skala = draft.tahun, draft.options["skala"]
    for group, members in _grouped(items):
        for place, item in enumerate(members):
            first = place == 0
            now, word = _capaian(item, draft, tahun), "-"
            if isinstance(now, Fraction):
                word = rating(skala, now)
            same = {"target": item.target, "realisasi": _result(item, tahun), "capaian": now}
            draft.add("capaian_iku", {**_head(item, "3.2", first), "satuan": item.satuan, **same, "predikat": word})
            draft.add("target_realisasi", {**_head(item, f"6.{group}", first), **same, "predikat": word})
            draft.add(
                "tahun_lalu",
                {
                    **_head(item, f"7.{group}", first),
                    "target_lalu": item.goal_text(tahun - 1),
                    "realisasi_lalu": _result(item, tahun - 1),
                    "capaian_lalu": _capaian(item, draft, tahun - 1),
                    "realisasi": same["realisasi"],
                    "capaian": now,
                },
            )
            _renstra(draft, item, f"8.{group}", first)
            if item.kind == "predikat":
                years = {str(year): item.typed[year] for year in (tahun - 1, tahun)}
                draft.add("nilai_akip", {"tabel": "3.3", "kode": item.kode, "uraian": item.nama, "realisasi": years})
            if item.kind in ("data", "langsung") and draft.random.random() < draft.office.quarters:
                _quarters(draft, item)


def _renstra(draft: Draft, item: Indicator, tabel: str, first: bool) -> None:
    tahun, row = draft.tahun, _head(item, tabel, first)
    row |= {"target_akhir": item.goal_text(item.akhir), "realisasi": _result(item, tahun)}
    if item.sifat == "KUMULATIF":
        goal, total = item.goals[item.akhir][0], _so_far(item, draft)
        row |= {
            "realisasi_sd": indonesian(total, 0, True),
            "kemajuan": item.results[tahun] / goal * 100,
            "kemajuan_sd": total / goal * 100,
        }
    else:
        progress = _capaian(item, draft, tahun, item.akhir)
        row |= {"realisasi_sd": row["realisasi"], "kemajuan": progress, "kemajuan_sd": progress}
    draft.add("renstra", row)


def _quarters(draft: Draft, item: Indicator) -> None:
    """Four quarters whose sum, mean or last is the year's figure; the indicator's aggregation is set to fit."""
    ways = ("AKHIR", "RATA", "TERTINGGI") if draft.office.peaks else ("AKHIR", "RATA")
    how = "JUMLAH" if item.whole else draft.random.choice(ways)
    declared = next(row for row in draft.sheets["indikator"] if row["kode"] == item.kode)
    declared["agregasi"] = item.agregasi = how
    row = {"tabel": "3.4", "kode": item.kode, "indikator": item.nama}
    for key, year in (("target", item.goals[draft.tahun][0]), ("realisasi", item.results[draft.tahun])):
        parts = _parts(draft, how, year, item.places)
        row |= {f"{key}_tw{n}": indonesian(part, item.places, item.whole) for n, part in enumerate(parts, 1)}
        row[key] = indonesian(year, item.places, item.whole)
    draft.add("triwulan", row)


def _parts(draft: Draft, how: str, year: Fraction, places: int) -> list[Fraction]:
    shares = [Fraction(draft.random.randint(15, 30), 100) for _ in range(3)]
    if how == "JUMLAH":
        parts = [rounded(year * share, places) for share in shares]
        return [*parts, year - sum(parts)]
    if how == "TERTINGGI":
        return [*(rounded(year * share, places) for share in shares), year]
    parts = [rounded(year * (1 + share - Fraction(1, 5)), places) for share in shares]
    return [*parts, year] if how == "AKHIR" else [*parts, 4 * year - sum(parts)]


def resources(draft: Draft, items: list[Indicator], spending: list[Program]) -> None:
    """Efficiency and supporting programmes; indicators that share programmes share one budget."""
    tahun, code, names = draft.tahun, draft.options["rumus_efisiensi"], {item.kode: item.nama for item in items}
    seen: set[tuple[str, ...]] = set()
    number = 0
    for place, item in enumerate(items):
        paying = [program for program in spending if item.kode in program.kodes]
        kodes, first = paying[0].kodes, paying[0].kodes not in seen
        number += first
        given, spent = sum(p.given for p in paying), sum(p.spent for p in paying)
        used, now = Fraction(spent, given) * 100, _capaian(item, draft, tahun)
        row = {**_head(item, f"9.{number}", first or items[place - 1].sasaran != item.sasaran), "satuan": item.satuan}
        row |= {"target": item.target, "realisasi": _result(item, tahun), "capaian": now}
        row |= (
            {"anggaran": rupiah(given), "realisasi_anggaran": rupiah(spent), "serapan": used}
            if first
            else {"anggaran": ABOVE, "realisasi_anggaran": ABOVE, "serapan": ABOVE}
        )
        row["efisiensi"] = efisiensi(code, now, used) if isinstance(now, Fraction) else "-"
        draft.add("efisiensi", row)
        for program in paying if first else ():
            draft.add(
                "program_pendukung",
                {
                    "tabel": f"10.{number}",
                    "kode": "; ".join(kodes),
                    "indikator": "; ".join(names[k] for k in kodes),
                    "program": f"Program {program.nama}",
                    "pagu": rupiah(program.given),
                },
            )
        seen.add(kodes)


def rupiah(amount: int) -> str:
    return indonesian(Fraction(amount), 0, True)
