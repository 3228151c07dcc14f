"""Which base figure is the wrong one: a cell of Data Dasar that many other figures speak against.

A base figure is trusted until its own correction mends at least two figures that do not agree with it, or one that
cannot be explained better.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkj_xlsx.measures.data_dasar import kind_of, origins
from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.model.cell import Value, Where
from lkj_xlsx.model.computed import Judged, Ledger, Suspect, Verdict
from lkj_xlsx.model.corrected import corrected
from lkj_xlsx.model.declare import Measure
from lkj_xlsx.model.fact import Book, Indikator
from lkj_xlsx.model.record import Record
from lkj_xlsx.model.ukuran import Inputs
from lkj_xlsx.relations.corrections import candidates, elsewhere
from lkj_xlsx.relations.input_culprits import lone_inputs, solved_inputs
from lkj_xlsx.relations.methods import methods_of
from lkj_xlsx.relations.repair import wrong_inputs
from lkj_xlsx.relations.slips import slip_of
from lkj_xlsx.relations.witnesses import Culprit

FAR = 3  # times
MOST = 5  # wrong base figures looked for in one book


@dataclass(frozen=True, slots=True)
class Trial:
    """A correction that was tried: how many wrong figures it mends, and what else speaks for it.

    stated   another cell states this very figure for the same year
    slipped  one slip of the finger makes the difference
    apart    the cell stands apart from the other years of its row, and the correction would bring it back among them
    better   the cell is a better suspect than the one figure that disagrees with it
    """

    where: Where
    right: Decimal
    gain: int
    stated: bool
    slipped: bool
    apart: bool
    better: bool
    mended: tuple[Where, ...]

    @property
    def strength(self) -> tuple[int, bool, bool, bool]:
        return self.gain, self.stated, self.slipped, self.apart

    @property
    def accuses(self) -> bool:
        return self.gain >= 2 or self.better or self.stated


def data_culprits(
    book: Book, ledger: Ledger, measures: Iterable[Measure]
) -> tuple[tuple[Culprit, ...], tuple[Suspect, ...]]:
    """The inputs most likely wrong, each with its right value and the cells that speak for it; then the suspects.

    Where several cells are accused alike, none is named as the culprit: all of them are suspects.
    """
    measures, culprits = tuple(measures), []
    doubtful: list[Trial] = []
    trials = _trials(book, ledger, measures)
    for _ in range(MOST):
        undecided = {where for trial in doubtful for where in trial.mended}
        accused = [trial for trial in trials if trial.accuses and not undecided & set(trial.mended)]
        if not accused:
            break
        best = max(trial.strength for trial in accused)
        leaders = [trial for trial in accused if trial.strength == best]
        if len({trial.where for trial in leaders}) > 1:
            doubtful += leaders
            continue
        culprits.append(Culprit(leaders[0].where, leaders[0].right, (), leaders[0].mended))
        book = corrected(book, {leaders[0].where: leaders[0].right})
        ledger = recompute(book, measures)
        trials = _trials(book, ledger, measures)
    undecided = {where for trial in doubtful for where in trial.mended}
    likely = [trial for trial in trials if (trial.slipped or trial.stated) and not undecided & set(trial.mended)]
    named, follows = {culprit.where for culprit in culprits}, _following(book, ledger, measures)
    suspects = _suspects([*doubtful, *likely], book, ledger)
    return tuple(culprits), tuple(one for one in suspects if one.where not in named and one.root not in follows)


def _following(book: Book, ledger: Ledger, measures: tuple[Measure, ...]) -> set[Where]:
    """Figures that are only wrong because a base figure is, which is judged by itself."""
    inputs = wrong_inputs(ledger)
    after = recompute(corrected(book, inputs), measures) if inputs else ledger
    wrong = (entry for entry in ledger.entries if entry.verdict.wrong and entry.where not in inputs)
    return {entry.where for entry in wrong if not _still(entry, after)}


def _suspects(trials: Sequence[Trial], book: Book, ledger: Ledger) -> tuple[Suspect, ...]:
    """The cells of the trials, each under the wrong figure it would mend, and inputs that fit without a slip."""
    suspects: dict[Where, Suspect] = {}
    for trial in trials:
        if trial.mended:
            suspects.setdefault(trial.where, Suspect(trial.where, trial.right, trial.mended[0]))
    explained = {suspect.root for suspect in suspects.values()}
    for entry in ledger.entries:
        if entry.verdict is Verdict.SELISIH and entry.where not in explained and not _slipped(entry):
            for value, right in solved_inputs(entry, book):
                suspects.setdefault(value.where, Suspect(value.where, right, entry.where, slipped=False))
    return tuple(suspect for where, suspect in suspects.items() if where != suspect.root)


def _trials(book: Book, ledger: Ledger, measures: tuple[Measure, ...]) -> list[Trial]:
    """Every correction worth trying that mends more than it spoils."""
    cells = {v.where: v for r in book.records("data_dasar") for v in r.values.values() if v.known is not None}
    cells |= {f.value.where: f.value for f in book.facts.measuring("target") if f.value.known is not None}
    cells |= {lone.value.where: lone.value for entry in ledger.entries for lone in lone_inputs(entry, book)}
    parts: dict[Where, tuple[Book, Ledger]] = {}
    trials: list[Trial] = []
    for where, right in dict.fromkeys(candidates(book, ledger, cells)):
        if where not in parts:
            part = related(book, cells, where)
            parts[where] = part, recompute(part, measures)
        trial = _tried(where, right, *parts[where], cells[where], measures)
        trials += [trial] if trial is not None and not _method(trial, book, ledger) else []
    return trials


def _method(trial: Trial, book: Book, ledger: Ledger) -> bool:
    """Whether what a base figure would mend are figures that one wrong way to compute gives to the last place: then
    nothing speaks against the base figure, unless another cell states the very figure that it should be."""
    wrong = [e for where in trial.mended for e in ledger.at(where) if e.verdict.wrong]
    made = [e for e in wrong if e.computed.measure.inputs in (Inputs.DATA, Inputs.SUM, Inputs.LEVEL)]
    ways = [{way.words for way in methods_of(entry, book) if way.unlikely(entry.computed.value)} for entry in made]
    based = any(trial.where in basis.inputs for entry in made for basis in entry.computed.bases)
    return based and not trial.stated and bool(set.intersection(*ways))


def _tried(
    where: Where, right: Decimal, part: Book, before: Ledger, value: Value, measures: tuple[Measure, ...]
) -> Trial | None:
    after = recompute(corrected(part, {where: right}), measures)
    gain = _wrong(before) + _strained(before) - _wrong(after) - _strained(after)
    if gain < 1 or _wrong(after, where):
        return None
    stated = right in elsewhere(part, where, same_year=True)
    slipped = slip_of(value.known or right, right, value.places) is not None
    mended = tuple(e.where for e in before.entries if e.verdict.wrong and not _still(e, after))
    better = _better(part, before, where, measures, slipped or right in elsewhere(part, where))
    return Trial(where, right, gain, stated, slipped, _apart(part, where, right), better, mended)


def _apart(book: Book, where: Where, right: Decimal) -> bool:
    """Whether a base figure is `FAR` times any other year of its row, or as many times less, and `right` is not."""
    there = owner(book, where)
    if there is None or there[0].sheet != "data_dasar":
        return False
    years = [v.known for key, v in there[0].values.items() if key.startswith("realisasi@") and v.where != where]
    others = [number for number in years if number is not None and number > 0]

    def far(x: Decimal | None) -> bool:
        return x is not None and all(x * FAR < other or x > other * FAR for other in others)

    return bool(others) and far(there[2].known) and not far(right)


def _wrong(ledger: Ledger, where: Where | None = None) -> int:
    return sum(1 for e in ledger.entries if e.verdict.wrong and (where is None or e.where == where))


def _strained(ledger: Ledger) -> int:
    """Figures that agree with a weaker reading only, though the strongest one says otherwise."""
    agreeing = (e for e in ledger.entries if e.verdict is Verdict.SESUAI and e.computed.bases)
    return sum(1 for e in agreeing if (says := e.computed.value.interval) and not says.holds(e.computed.bases[0].value))


def _still(entry: Judged, after: Ledger) -> bool:
    return any(o.verdict.wrong and o.field == entry.field for o in after.at(entry.where))


def _better(part: Book, ledger: Ledger, where: Where, measures: tuple[Measure, ...], likely: bool) -> bool:
    """Whether the base figure is a better suspect than the one figure that disagrees with it.

    It is, if it is likely and that one is no slip itself, or if other figures agree with that one as it stands.
    """
    wrong = [e for e in ledger.entries if e.verdict.wrong and e.where != where]
    if len(wrong) != 1 or wrong[0].against is None:
        return False
    if likely and not _slipped(wrong[0]):
        return True
    after = recompute(corrected(part, {wrong[0].where: wrong[0].against.value}), measures)
    return _wrong(after) >= _wrong(ledger)


def _slipped(entry: Judged) -> bool:
    said, against = entry.computed.value.known, entry.against
    return said is None or against is None or slip_of(said, against.value, entry.computed.value.places) is not None


def related(book: Book, cells: Mapping[Where, Value], where: Where) -> Book:
    """The part of a book that a base figure, a target or a realisasi can touch: its indicators and their base data."""
    there = owner(book, where)
    names = {there[0].text("kode_data").upper()} - {""} if there is not None else set()
    series = _family(book, names)
    codes = {fact.subjek for fact in book.facts.at(where)}
    codes |= {kode for kode, item in book.indikator.items() if {item.pembilang.upper(), item.penyebut.upper()} & series}
    series |= {each.upper() for kode in codes & set(book.indikator) for each in _made_from(book.indikator[kode])}
    tables = {book.data[name].tabel for name in _family(book, series) if name in book.data}
    kept = tuple(record for record in book.all_records if _touched(record, tables, codes))
    return replace(book, all_records=kept)


def _touched(record: Record, tables: set[str], codes: set[str]) -> bool:
    if record.sheet == "data_dasar":
        return record.tabel in tables
    return record.sheet != "realisasi_anggaran" and not codes.isdisjoint(record.indikator)


def _made_from(indikator: Indikator) -> tuple[str, ...]:
    return tuple(name for name in (indikator.pembilang, indikator.penyebut) if name)


def _family(book: Book, names: set[str]) -> set[str]:
    """The series, those it is made from, and those made from them (totals, increases)."""
    family = names | {
        r.text("asal").upper() for r in book.records("data_dasar") if r.text("kode_data").upper() in names
    }
    for record in book.records("data_dasar"):  # a total stands below its details
        parts = origins(record, book) if kind_of(record) in ("jumlah", "kenaikan") else ()
        if family & {part.text("kode_data").upper() for part in parts}:
            family.add(record.text("kode_data").upper())
    return family - {""}


def owner(book: Book, where: Where) -> tuple[Record, str, Value] | None:
    """The row, field and value of a base figure or a target."""
    for record in book.all_records:
        if (record.title, record.row) != (where.sheet, where.row):
            continue
        for key, value in record.values.items():
            if value.where == where:
                return record, key, value
    return None
