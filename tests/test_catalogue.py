"""Every text a person may read has its English entry, with the same holes, and the compiled file is the written one."""

from __future__ import annotations

import gettext
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests import catalogue

CODES = pytest.mark.parametrize("code", catalogue.OTHERS)
WORDLESS = {"{0}", "{0} = {1}"}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return catalogue.texts()


@CODES
def test_every_text_has_an_entry(code, texts):
    """Add what is named here to the .po file: `python -m tests.catalogue` puts it there, without its translation."""
    written = catalogue.read(code)
    missing = [text for text in texts if written.get(text) is None or not written.get(text).string]
    assert missing == []


@CODES
def test_no_entry_is_left_over_or_in_doubt(code, texts):
    written = catalogue.read(code)
    assert [entry.id for entry in written if entry.id and entry.id not in texts] == []
    assert [entry.id for entry in written if entry.id and entry.fuzzy] == []


@CODES
def test_translations_keep_the_holes_and_the_blanks_at_their_ends(code):
    entries = [entry for entry in catalogue.read(code) if entry.id]
    assert [entry.id for entry in entries if catalogue.holes(entry.id) != catalogue.holes(entry.string)] == []
    ends = [
        entry.id
        for entry in entries
        if (entry.id[0] == " ", entry.id[-1] == " ") != (entry.string[0] == " ", entry.string[-1] == " ")
    ]
    assert ends == []


@CODES
def test_the_compiled_catalogue_is_the_written_one(code, texts):
    """The header names the tool that wrote it, and is left out."""
    with catalogue.po_path(code).with_suffix(".mo").open("rb") as stream:
        kept = gettext.GNUTranslations(stream)
    compiled = gettext.GNUTranslations(io.BytesIO(catalogue.compiled(catalogue.read(code))))
    assert {text: kept.gettext(text) for text in texts} == {text: compiled.gettext(text) for text in texts}
    assert len(kept._catalog) == len(compiled._catalog)


def test_what_is_gathered_covers_every_kind_of_text(texts):
    assert texts["Angka tidak sama dengan hasil hitung ulang"] == "rules: LKJ301"  # a title
    assert texts["Cara memperbaiki: bulatkan."] == "rules: LKJ304"  # a paragraph of a manual page
    assert texts["Dua angka bertukar tempat"] == "causes: angka-bertukar"
    assert texts["Perbaiki rumus di {sel}; hasilnya seharusnya {baru}."] == "rules/wording.py"
    assert texts["Semua tabel"] == "writers/page.html.j2"
    assert texts["Jangan tulis buku kerja hasil."] == "help"
    assert texts["pembagi nol"] == "model/number.py"
    assert not WORDLESS & set(texts)


def test_reading_a_catalogue_needs_no_babel():
    code = (
        "import sys; from lkj_xlsx.model.language import language; language('en'); "
        "sys.exit(int('babel' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], check=False)
    assert done.returncode == 0
