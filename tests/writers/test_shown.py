"""No sign that steers or hides leaves by any way, and each that stood there is seen."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from dataclasses import replace
from decimal import Decimal

import pandas
import pytest

from lkj_xlsx.model.branch import Branch
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.collect import collect
from lkj_xlsx.model.declare import RulePage
from lkj_xlsx.model.difference import Change, ChangeKind, Difference
from lkj_xlsx.model.finding import Finding
from lkj_xlsx.model.inspection import Counts, Inspection, SheetFacts
from lkj_xlsx.model.language import INDONESIAN
from lkj_xlsx.model.message import Message, printable
from lkj_xlsx.model.outcome import FindingLine, Outcome
from lkj_xlsx.model.report import Narrative, Report
from lkj_xlsx.writers.as_html import _environment
from lkj_xlsx.writers.as_markdown import MENTION
from lkj_xlsx.writers.difference import difference_json, difference_text
from lkj_xlsx.writers.documents import DOCUMENTS
from lkj_xlsx.writers.folder import folder_text
from lkj_xlsx.writers.inspection import inspection_json, inspection_text
from lkj_xlsx.writers.recap import FORMS, write_recap
from lkj_xlsx.writers.shown import dumped, shown
from lkj_xlsx.writers.terminal import print_report
from lkj_xlsx.writers.workbook import write_workbook
from tests.writers.small_reports import GALAT, GENERAL, NOTE, TABLE, report

MARK = "\N{REPLACEMENT CHARACTER}"
STEERING = [
    *map(chr, (*range(0, 9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))),  # C0 but tab and line break, DEL, C1
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",  # direction
    *"\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\uffa0\u180e\u2028\u2029",  # not seen
    "\ud800",
    "\udcff",
    "\U000e0041",
    "\U000e0100",
]
NASTY = "a\x1b[31m\x9b2J\x7f\u202eb\u200bc\udcffd"
SIGNS = frozenset("".join(STEERING)) - {"\u2060"} | {"\x1b", "\t", "\r"}


@pytest.mark.parametrize("sign", STEERING, ids=lambda sign: f"{ord(sign):04x}")
def test_a_sign_that_steers_or_hides_is_a_mark(sign):
    assert printable(f"a{sign}b") == f"a{MARK}b"


def test_no_sign_of_the_hidden_classes_passes():
    every = "".join(map(chr, range(0x110000)))
    left = set(printable(every)) - {"\n"}
    assert {s for s in left if unicodedata.category(s) in ("Cc", "Cf", "Cs", "Zl", "Zp")} == set()


@pytest.mark.parametrize(
    "text", ["Rp 1.250.000,- ± “baik” ≥ é", "a\u00a0b", "baris\nlain", "✔\ufe0f 😀", "\uf0b7 butir"]
)
def test_what_is_seen_stays(text):
    assert printable(text) == text


def test_ends_of_lines_and_tabs_are_plain():
    assert printable("a\r\nb\tc\rd") == f"a\nb c{MARK}d"


def test_a_document_is_shown_in_keys_and_values():
    text = dumped({NASTY: [NASTY, {"x": (NASTY, 1, None, True)}]})
    assert not SIGNS & set(text) and "\\u" not in text
    assert json.loads(text) == {shown(NASTY): [shown(NASTY), {"x": [shown(NASTY), 1, None, True]}]}


def spoiled(value):
    """The same value with `NASTY` in every text of it that may come from a cell or a name."""
    if isinstance(value, Message):
        return Message(
            value.template, tuple(map(spoiled, value.figures)), {k: spoiled(v) for k, v in value.values.items()}
        )
    if isinstance(value, str) and type(value) is str:
        return value + NASTY
    if isinstance(value, Where):
        return Where(value.sheet + NASTY, value.row, value.column)
    return value


def finding(given: Finding) -> Finding:
    return replace(
        given,
        message=spoiled(given.message),
        where=spoiled(given.where),
        tabel=given.tabel + NASTY,
        subject=given.subject + NASTY,
        stated=NASTY,
        step=spoiled(given.step),
        related=tuple(map(spoiled, given.related)),
        label=given.label + NASTY,
    )


def nasty_report() -> Report:
    rows = tuple(
        row._replace(items={k: i._replace(value=spoiled(i.value), note=spoiled(i.note)) for k, i in row.items.items()})
        for row in TABLE.rows
    )
    table = replace(TABLE, number=TABLE.number + NASTY, title=TABLE.title + NASTY, rows=rows, notes=(NASTY,))
    plain = report(GALAT, NOTE, GENERAL)
    found = tuple(Branch(finding(each)) for each in (GALAT, NOTE, GENERAL))
    return replace(
        plain,
        source={"path": f"lkj{NASTY}.xlsx", "sha256": "ab" * 32},
        identity={key: value + NASTY for key, value in plain.identity.items()},
        tables=(table, *plain.tables[1:]),
        tree=found,
        narratives=(Narrative(f"3.9{NASTY}", NASTY, (NASTY,)),),
    )


def clean(text: str) -> None:
    assert not SIGNS & set(text), sorted(f"{ord(sign):04x}" for sign in SIGNS & set(text))
    assert shown(NASTY) in text or MARK in text


@pytest.mark.parametrize("form", DOCUMENTS)
def test_documents_are_shown(form):
    text = DOCUMENTS[form](nasty_report(), collect("lkj_xlsx.rules", RulePage))
    clean(text)
    assert "\\u00" not in text and "\u2060" not in text.replace(MENTION, "")
    if form in ("json", "sarif"):
        json.loads(text)


def test_the_terminal_is_steered_by_nothing_but_our_own_looks(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    stream = io.StringIO()
    print_report(nasty_report(), stream=stream, console_width=80)
    clean(stream.getvalue())


def test_every_part_of_a_workbook_is_shown(tmp_path):
    path = tmp_path / "hasil.xlsx"
    write_workbook(nasty_report(), path)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert not (SIGNS - {"\r", "\t"}) & set(text), name
            escaped = {f"_X{ord(sign):04X}_" for sign in SIGNS if not name.endswith(".vml")}  # it names its shapes so
            assert not any(sign in text.upper() for sign in escaped), name
        assert MARK in archive.read("xl/sharedStrings.xml").decode()


LINE = FindingLine("LKJ301", "galat", "3.9", NASTY, "A1", NASTY, NASTY, NASTY, NASTY, NASTY, NASTY)
NAMES = {"opd": NASTY, "kabupaten": NASTY, "table": NASTY, "error": NASTY}
OUTCOME = Outcome(f"{NASTY}\n.xlsx", "ab", "1", "x", tahun="2024", galat=1, rupiah=Decimal(5), lines=(LINE,), **NAMES)


@pytest.mark.parametrize("form", [form for form in FORMS if form != ".parquet"])
def test_recaps_are_shown(tmp_path, form):
    path = tmp_path / f"rekap{form}"
    write_recap((OUTCOME,), path)
    if form == ".xlsx":
        frame = pandas.read_excel(path, sheet_name=None, header=None, dtype=str, keep_default_na=False)
        clean("".join(str(cell) for sheet in frame.values() for cell in sheet.to_numpy().ravel()))
    else:
        clean(path.read_text(encoding="utf-8"))


def test_a_folder_is_told_on_one_line_a_file():
    text = folder_text((replace(OUTCOME, error=""),))
    clean(text)
    assert len(text.splitlines()) == 4


def test_inspections_are_shown():
    sheet = SheetFacts(NASTY, counts=Counts(errors=1), codes={NASTY: 1}, places={"errors": ("A1",)})
    seen = Inspection(NASTY, "ab", 5, NASTY, True, True, True, (NASTY,), {NASTY: 1}, (NASTY,), (NASTY,), (sheet,))
    clean(inspection_text(seen))
    clean(inspection_json(seen))
    assert "\\u00" not in inspection_json(seen)


def test_differences_are_shown():
    change = Change(ChangeKind.TAMBAH, NASTY, NASTY, NASTY, NASTY, NASTY, NASTY, Where(NASTY, 1, 1), None)
    found = finding(GALAT)
    difference = Difference(NASTY, NASTY, (change,), (found,), (found,), (found,))
    clean(difference_text(difference))
    clean(difference_json(difference))
    assert "\\u00" not in difference_json(difference)


@pytest.mark.parametrize("name", ["page.css.j2", "page.js.j2"])
def test_the_page_s_own_style_and_script_pass_unchanged(name):
    """Their hashes stand in the page's policy."""
    text = _environment(INDONESIAN).get_template(name).render()
    assert shown(text) == text
