"""What a row tells of a value without making it is what the value tells."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.cell import Origin
from lkj_xlsx.reader.row_values import FieldPlaces, RowValues
from lkj_xlsx.spec.template import TEMPLATE

SHEETS = ("realisasi_anggaran", "data_dasar", "capaian_iku", "skala")
TEXTS = (
    "",
    " ",
    "BB (76,8)",
    "12.500",
    "97,5 %",
    " 1,51 % (233 Unit) ",
    "n/a",
    "-",
    "Sub kegiatan",
    "a\u00a0b",
    "2024",
)
RAW = st.one_of(
    st.sampled_from((*TEXTS, None, True, date(2024, 5, 1), 10**30, 1e-30, float("inf"), 0)),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, width=32),
)
FORMATS = st.sampled_from(("General", "0.00", "0.0%", "#,##0", "#,##0;0%", "0.##"))


@given(st.sampled_from(SHEETS), st.lists(st.tuples(RAW, FORMATS, st.sampled_from(Origin)), min_size=1, max_size=12))
def test_what_a_row_tells_is_what_its_values_tell(sheet, cells):
    fields = {field.key: (field, at) for at, field in enumerate(TEMPLATE.sheet(sheet).fields, start=1)}
    held = {at: (raw, form, origin, None) for at, (raw, form, origin) in enumerate(cells, start=1)}
    row = RowValues(FieldPlaces("Lembar", fields), 7, held, "Persen")
    below = RowValues(FieldPlaces("Lembar", fields), 8, {}, "Persen")
    below.given.update(dict.fromkeys(fields, row))
    for values in (row, below):
        for key in fields:
            value = values[key]
            assert (values.known(key), values.text(key), values.place(key)) == (
                value.known,
                value.text.strip(),
                value.where,
            )
            assert values.known(key) == value.known  # a second time
