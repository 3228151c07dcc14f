"""Texts come out as the library itself writes them."""

from __future__ import annotations

import io
import zipfile

from hypothesis import example, given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from lkj_xlsx.writers.ours import BORN
from lkj_xlsx.writers.xlsx.file import File


def parts(kind: type[Workbook], texts: list[str]) -> dict[str, bytes]:
    stream = io.BytesIO()
    with kind(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": BORN})
        sheet = book.add_worksheet()
        for row, text in enumerate(texts):
            sheet.write_string(row, 0, text)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=10) | st.sampled_from(
    [
        "",
        " awal",
        "akhir ",
        "tab\t",
        "baris\nbaru",
        "\u00a0",
        "a & b",
        "<b>",
        "3 > 2",
        "_x0041_",
        "_x",
        "\x01",
        "\ufffe",
        "÷ ×",
    ]
)


@given(st.lists(TEXTS, max_size=12))
@example([])
def test_the_table_of_texts_is_that_of_the_library(texts):
    assert parts(File, texts) == parts(Workbook, texts)


def test_a_text_stands_in_it_once():
    assert parts(File, ["sama", "sama"])["xl/sharedStrings.xml"].count(b"<si><t>sama</t></si>") == 1
