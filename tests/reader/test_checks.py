"""A cell that is taken as plain without being read has nothing to be remarked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkj_xlsx.model.cell import Cell, Origin, Where
from lkj_xlsx.reader.checks import plain, value_remarks
from lkj_xlsx.reader.values import read
from lkj_xlsx.spec.field import Field, Kind
from lkj_xlsx.spec.template import TEMPLATE

FIELDS = {(f.kind, f.required, f.choices, f.option): f for sheet in TEMPLATE.sheets for f in sheet.fields}
RAW = st.one_of(
    st.integers(),
    st.floats(),
    st.booleans(),
    st.text(max_size=12),
    st.sampled_from(["", " ", "-", "n/a", "83,72 %", "1.234,5", "3,50, %", "98,1o", "#DIV/0!", "_x000D_", "\u00a0"]),
    st.just(datetime(2024, 3, 10, tzinfo=UTC).replace(tzinfo=None)),
    st.none(),
)
FORMATS = st.sampled_from(["General", "0.00%", "#,##0", "0.00", "@", "dd/mm/yyyy"])


UNITS = st.sampled_from(["", "%", "Orang"])


@given(RAW, FORMATS, st.sampled_from(Origin), st.sampled_from(list(FIELDS.values())), UNITS)
def test_what_is_plain_is_never_remarked(raw, number_format, origin, field: Field, satuan):
    held = (raw, number_format, origin, None)
    if plain(held, field):
        value = read(Cell(Where("Lembar", 5, 2), *held), field.kind, satuan)
        assert list(value_remarks(value, field, "Judul", "3.1", {})) == []


@pytest.mark.parametrize("field", list(FIELDS.values()), ids=lambda field: f"{field.key} {field.kind}")
def test_nothing_is_plain_where_it_may_be_left_out(field: Field):
    assert plain(None, field) is not field.required


@pytest.mark.parametrize("raw, kind", [(12, Kind.RUPIAH), (1.5, Kind.PERSEN), ("Aset", Kind.TEKS), (3, Kind.KODE)])
def test_the_usual_cells_are_plain(raw, kind):
    field = next(f for f in FIELDS.values() if f.kind is kind and not f.choices and not f.option)
    assert plain((raw, "General", Origin.KETIKAN, None), field)
