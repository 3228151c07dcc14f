"""Which kinds of findings are checks, and which are only told of by what knows more than a book."""

from __future__ import annotations

from lkj_xlsx import pipeline


def test_kinds_without_a_check_have_a_page_and_are_not_asked():
    asked = {rule.code for rule in pipeline.rules()}
    assert {page.code for page in pipeline.pages()} - asked == {"LKJ326", "LKJ801", "LKJ802", "LKJ901"}
    assert asked < {page.code for page in pipeline.pages()}
