"""What two scales give is printed nowhere: not in a table, a sentence or a key figure."""

from __future__ import annotations

import pytest

from lkj_xlsx.declared import measures
from lkj_xlsx.measures.recompute import recompute
from lkj_xlsx.model.report import Item
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.tables.items import Evidence, computed_item
from lkj_xlsx.tables.key_figures import key_figures
from tests.book_builder import make


@pytest.mark.parametrize("typed", ["", "7.804,88"])
def test_a_result_of_two_scales_is_withheld(typed: str) -> None:
    book = make({"capaian_iku": [{"target": "0,82", "realisasi": "64", "capaian": typed}]}, [{"satuan": "Indeks"}])
    ledger = recompute(book, measures())
    (record,) = book.records("capaian_iku")
    field = TEMPLATE.sheet("capaian_iku").field("capaian")
    evidence = Evidence.of(ledger, ())
    item: Item = computed_item(record.get("capaian"), field, evidence.of_record(record, "capaian"), evidence)
    assert (str(item.value), str(item.note)) == ("perlu diperiksa", "skala masukannya berbeda: 0–1 dan 0–100")
    assert not [figure for figure in key_figures(book, ledger) if figure.kind == "persen"]
