"""The table of a run and its misses in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.scoring import Outcome, Verdicts
from lkj_xlsx.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Count:
    """One row of the table."""

    name: str
    planted: int
    visible: int
    found: int
    beside: int
    right: int
    false: int
    accused: int


def counted(name: str, verdicts: Sequence[Verdicts]) -> Count:
    """One row: the plantings of a family, or of several."""
    seen = [outcome for item in verdicts for outcome in item.outcomes if outcome.visible]
    return Count(
        name,
        sum(len(item.outcomes) for item in verdicts),
        len(seen),
        sum(outcome.found for outcome in seen),
        sum(outcome.beside for outcome in seen),
        sum(outcome.right for outcome in seen),
        sum(len(item.false) for item in verdicts),
        sum(len(item.accused) for item in verdicts),
    )


def table(verdicts: Sequence[Verdicts], names: Iterable[str]) -> str:
    """The table of a run: a row for each family, then all derived figures, all inputs, and everything."""
    rows = [counted(name, [v for v in verdicts if v.family == name]) for name in names]
    parts = [("hitungan", False), ("masukan", True)]
    rows += [counted(f"SEMUA {name}", [v for v in verdicts if v.input is flag]) for name, flag in parts]
    rows.append(counted("SEMUA rumus di lembar", [v for v in verdicts if v.sheet]))
    rows.append(counted("SEMUA", verdicts))
    head = f"{'keluarga':42}{'tanam':>7}{'tampak':>7}{'temu':>6}{'temu %':>8}{'berdua':>8}"
    head += f"{'sebab benar %':>15}{'palsu':>7}{'dituduh':>9}"
    return "\n".join([head, *(_line(row) for row in rows)])


def _line(row: Count) -> str:
    rate = f"{100 * row.found / row.visible:.1f}" if row.visible else "-"
    right = f"{100 * row.right / row.found:.1f}" if row.found else "-"
    counts = f"{row.name:42}{row.planted:>7}{row.visible:>7}{row.found:>6}{rate:>8}{row.beside:>8}"
    return counts + f"{right:>15}{row.false:>7}{row.accused:>9}"


def beside(verdicts: Sequence[Verdicts]) -> str:
    """How many findings at other cells hang under a planted one, and how many stand by themselves."""
    others = [(item, finding) for item in verdicts for finding in item.elsewhere]
    folded = sum(finding.root in {outcome.where for outcome in item.outcomes} for item, finding in others)
    false = sum(len(item.false) for item in verdicts)
    alone = len(others) - folded - false
    return f"temuan di sel lain: {folded} terlipat, {alone} ikut berubah tetapi berdiri sendiri, {false} palsu"


def misses(verdicts: Iterable[Verdicts]) -> Iterator[str]:
    """Every visible mistake that was not found or not explained rightly, and every false finding, in words."""
    for item in verdicts:
        for outcome in item.outcomes:
            if outcome.visible and not (outcome.found and outcome.right):
                yield _miss(item, outcome)
        hits = ", ".join(f"{o.where} {o.before} → {o.after}" for o in item.outcomes)
        for word, findings in (("PALSU", item.false), ("DITUDUH", item.accused)):
            yield from (f"{word} {item.base} | {item.family} | {hits} | {told(finding)}" for finding in findings)


def _miss(item: Verdicts, outcome: Outcome) -> str:
    kind = "SEBAB" if outcome.found else "LEWAT"
    said = "; ".join(told(finding) for finding in outcome.said) or "tidak ada temuan di sel ini"
    if not outcome.found and item.elsewhere:
        said += "; di sel lain: " + "; ".join(told(finding) for finding in item.elsewhere[:3])
    place = f"{outcome.where} ({outcome.key})"
    return f"{kind} {item.base} | {item.family} | {place} {outcome.before} → {outcome.after} | {said}"


def told(finding: Finding) -> str:
    """A finding in one line."""
    cause = f" [{finding.cause.kind}: {finding.cause.evidence}]" if finding.cause else " [tanpa sebab]"
    root = f" <akar {finding.root}>" if finding.root else ""
    return f"{finding.code} {finding.level.word} {finding.where}: {finding.message}{cause}{root}"
