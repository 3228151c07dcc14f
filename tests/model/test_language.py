"""A message in another language: its template, the messages inside it, and what stays as it is."""

from __future__ import annotations

import pickle

import pytest

from lkj_xlsx.model.language import CODES, INDONESIAN, Language, language
from lkj_xlsx.model.message import joined, say

WORDS = {
    "Target menjadi {kata}.": "The target becomes {kata}.",
    "tercapai": "met",
    "{0} sel lain": "{0} other cells",
    "total": "sum",
    "{apa:A} salah.": "Wrong: {apa:a}.",
    "Satu.\nDua.": "One.",
}
ENGLISH = Language("en", lambda text: WORDS.get(text, text))


def test_the_template_is_translated_before_it_is_filled():
    message = say("Target menjadi {kata}.", kata="Tinggi")
    assert (ENGLISH.message(message), str(message)) == ("The target becomes Tinggi.", "Target menjadi Tinggi.")


def test_messages_inside_are_translated_and_other_values_are_not():
    assert ENGLISH.message(say("Target menjadi {kata}.", kata=say("tercapai"))) == "The target becomes met."
    assert ENGLISH.message(say("Target menjadi {kata}.", kata="tercapai")) == "The target becomes tercapai."


def test_parts_that_are_joined_are_translated_each():
    assert ENGLISH.message(joined(["G5", say("{0} sel lain", 3)], ", ")) == "G5, 3 other cells"


def test_a_hole_may_say_how_its_value_begins():
    message = say("{apa:A} salah.", apa=say("total"))
    assert (str(message), ENGLISH.message(message)) == ("Total salah.", "Wrong: sum.")


def test_text_from_a_file_is_not_translated():
    assert ENGLISH.message("tercapai") == "tercapai"
    assert ENGLISH.text("tercapai") == "met"


def test_a_page_is_translated_by_paragraphs():
    assert ENGLISH.page("Satu.\nDua.\n\ntotal") == "One.\n\nsum"


def test_braces_in_a_value_are_no_holes():
    assert ENGLISH.message(say("Target menjadi {kata}.", kata="{x}")) == "The target becomes {x}."


def test_a_message_keeps_its_parts_on_its_way_to_another_process():
    message = pickle.loads(pickle.dumps(say("{0} sel lain", 3)))
    assert (str(message), ENGLISH.message(message)) == ("3 sel lain", "3 other cells")


def test_indonesian_needs_no_catalogue_and_an_unknown_language_has_none():
    assert language(CODES[0]) is INDONESIAN
    assert language("en").message(say("tercapai")) == "met"
    with pytest.raises(FileNotFoundError):
        language("xx")
