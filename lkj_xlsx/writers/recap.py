"""The recap of many audits: one row a file, the worst first, as a workbook, CSV, Parquet or JSON, and read back.

Reading it back is what `--resume` rests on, so that every form holds every column.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import decimal_of, plain
from lkj_xlsx.model.outcome import FindingLine, Outcome, ranked
from lkj_xlsx.writers.ours import RECAP, untouched
from lkj_xlsx.writers.recap_columns import COLUMNS, NO, SEAL, YES, as_written, cell_of, recap_frame, sealed
from lkj_xlsx.writers.safe import refuse_irregular, write_whole
from lkj_xlsx.writers.shown import dumped

if TYPE_CHECKING:
    import pandas

XLSX, CSV, PARQUET, JSON = ".xlsx", ".csv", ".parquet", ".json"
FORMS = (XLSX, CSV, PARQUET, JSON)
SCHEMA = 1


def form_of(path: Path) -> str:
    """The form a file name asks for. Raises `OutputError` for any other, and where Parquet has no library."""
    form = path.suffix.lower()
    if form not in FORMS:
        raise OutputError(
            say("Rekap {path}: pakai nama yang berakhir dengan {forms}.", path=path, forms=", ".join(FORMS))
        )
    if form == PARQUET and find_spec("pyarrow") is None:
        raise OutputError(
            say("Rekap .parquet memerlukan paket tambahan: pip install 'lkj-xlsx[parquet]'. Tanpanya pakai .csv.")
        )
    return form


def refuse_foreign(path: Path, force: bool) -> None:
    """Raise `OutputError` before any work is done, where the recap could not take the place of what is there."""
    form = form_of(path)
    refuse_irregular(path)
    if os.path.exists(path) and not force and not (untouched(path, RECAP) if form == XLSX else _recap_of_ours(path)):
        raise OutputError(
            say(
                "{path} sudah ada dan bukan rekap alat ini, atau sudah diubah sejak ditulis. Pilih nama lain, atau "
                "tambahkan --force bila memang boleh ditimpa.",
                path=path,
            )
        )


def write_recap(outcomes: Sequence[Outcome], path: Path) -> None:
    """Write the recap, whole or not at all. Ask `refuse_foreign` first. Errors: `OutputError`."""
    form = form_of(path)
    rows = [sealed(outcome, form == XLSX) for outcome in ranked(outcomes)]
    write_whole(path, lambda target: _WRITERS[form](rows, target), force=True)


def _workbook(rows: Sequence[Outcome], path: Path) -> None:
    from lkj_xlsx.writers.recap_workbook import make_recap

    make_recap(rows, path)


def _csv(rows: Sequence[Outcome], path: Path) -> None:
    frame = recap_frame(rows)
    for column in COLUMNS:
        if column.kind == "teks":  # a name that begins like a formula stays text where the CSV is opened in Excel
            frame[column.key] = [f"'{text}" if text.startswith(_FORMULA) else text for text in frame[column.key]]
        if column.kind == "rupiah":
            frame[column.key] = ["" if amount is None else plain(amount) for amount in frame[column.key]]
        if column.kind == "ya":
            frame[column.key] = [YES if there else NO for there in frame[column.key]]
    frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def _parquet(rows: Sequence[Outcome], path: Path) -> None:
    import pyarrow

    frame = recap_frame(rows)
    words = {"teks": pyarrow.string(), "angka": pyarrow.int64(), "ya": pyarrow.bool_()}
    amount = pyarrow.decimal128(38, 0)
    fields = [("peringkat", pyarrow.int64()), *((c.key, words.get(c.kind, amount)) for c in COLUMNS)]
    frame.to_parquet(path, index=False, engine="pyarrow", schema=pyarrow.schema(fields))


def _json(rows: Sequence[Outcome], path: Path) -> None:
    path.write_text(recap_json(rows), encoding="utf-8", newline="\n")


def recap_json(outcomes: Sequence[Outcome]) -> str:
    """The recap as a JSON document; rupiah is text with a decimal point, as in every JSON of ours."""
    rows = [
        {"peringkat": number, **{c.key: _jsonable(cell_of(outcome, c)) for c in COLUMNS}}
        for number, outcome in enumerate((sealed(each, listed=False) for each in outcomes), start=1)
    ]
    return dumped({"schema": SCHEMA, "tool": "lkj-xlsx", "rows": rows})


def _jsonable(value: object) -> object:
    return plain(value) if isinstance(value, Decimal) else value


_WRITERS: Mapping[str, Callable[[Sequence[Outcome], Path], None]] = MappingProxyType(
    {XLSX: _workbook, CSV: _csv, PARQUET: _parquet, JSON: _json}
)


def read_recap(path: Path) -> tuple[Outcome, ...]:
    """The outcomes of a recap of ours. Raises `OutputError` where the file is none."""
    form = form_of(path)
    try:
        return tuple(_READERS[form](path))
    except Exception as fault:  # each form has faults of its own
        text = say(
            "{path} tidak terbaca sebagai rekap alat ini. Ulangi tanpa --resume, atau pilih nama lain.", path=path
        )
        raise OutputError(text) from fault


def believed(outcomes: Sequence[Outcome], path: Path) -> tuple[Outcome, ...]:
    """Those of a recap's outcomes that stand there as they were written; who changed one has made it his own."""
    return tuple(outcome for outcome in outcomes if as_written(outcome, form_of(path) == XLSX))


def _recap_of_ours(path: Path) -> bool:
    """Whether a recap is ours and unchanged. Those of earlier editions have no seals."""
    try:
        outcomes = read_recap(path)
    except OutputError:
        return False
    return len(believed(outcomes, path)) == len(outcomes) or not any(outcome.seal for outcome in outcomes)


def _outcome(row: Mapping[str, Any], lines: tuple[FindingLine, ...] = (), more: int = 0) -> Outcome:
    """An outcome from a row by keys. Raises where a column is missing."""
    given = {c.field: _READ[c.kind](row.get(c.key) if c.field == SEAL else row[c.key]) for c in COLUMNS}
    return Outcome(**given, lines=lines, more=more)


def _text(value: Any) -> str:
    if value is None or value != value:  # a blank cell is not a number
        return ""
    return str(value)


_READ: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "teks": _text,
        "angka": lambda value: int(_text(value) or 0),
        "rupiah": lambda value: decimal_of(value if isinstance(value, int | float | Decimal) else _text(value) or "0"),
        "ya": lambda value: value if isinstance(value, bool) else {YES: True, NO: False}[_text(value)],
    }
)


def _from_csv(path: Path) -> list[Outcome]:
    import pandas

    rows = _rows(pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8"))
    return [_outcome({str(key): _unquoted(value) for key, value in row.items()}) for row in rows]


def _rows(frame: pandas.DataFrame) -> list[dict[Any, Any]]:
    """The rows of a frame that has our columns and no others: a column of somebody's own would be lost."""
    known = ["peringkat", *(column.key for column in COLUMNS)]
    if list(frame.columns) not in (known, known[:-1]):  # those of earlier editions have no seals
        raise ValueError(list(frame.columns))
    return frame.to_dict("records")


def _unquoted(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _from_parquet(path: Path) -> list[Outcome]:
    import pandas

    frame = pandas.read_parquet(path, engine="pyarrow").astype(object)
    rows = _rows(frame.where(frame.notna(), None))
    return [_outcome({str(key): _python(value) for key, value in row.items()}) for row in rows]


def _python(value: Any) -> Any:
    """A value of numpy's as Python's own."""
    return value.item() if hasattr(value, "item") else value


def _from_json(path: Path) -> list[Outcome]:
    document = json.loads(path.read_text(encoding="utf-8"))
    if document["tool"] != "lkj-xlsx" or document["schema"] != SCHEMA:
        raise ValueError(document["schema"])
    return [_outcome(row) for row in document["rows"]]


def _from_workbook(path: Path) -> list[Outcome]:
    from lkj_xlsx.writers.recap_workbook import read_lines, read_rows

    lines = read_lines(path)
    rows = read_rows(path)
    return [_outcome(row, *lines.get(row["berkas"], ((), 0))) for row in rows]


_READERS: Mapping[str, Callable[[Path], list[Outcome]]] = MappingProxyType(
    {XLSX: _from_workbook, CSV: _from_csv, PARQUET: _from_parquet, JSON: _from_json}
)
