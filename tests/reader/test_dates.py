"""Days as people write them."""

# ruff: noqa: DTZ001 - dates in a workbook have no zone

from __future__ import annotations

from datetime import datetime, time

import pytest

from lkj_xlsx.reader.dates import iso, shown


@pytest.mark.parametrize(
    "raw, expected",
    [
        (datetime(2024, 12, 31, 8), "2024-12-31"),
        ("2024-12-31", "2024-12-31"),
        ("31/12/2024", "2024-12-31"),
        ("1-8-2024", "2024-08-01"),
        ("31 Desember 2024", "2024-12-31"),
        ("5 agu 2024", "2024-08-05"),
        ("30 Februari 2024", None),
        ("12/31/2024", None),
        ("5 ma 2024", None),
        ("akhir tahun", None),
        (45657, None),
    ],
)
def test_iso(raw, expected):
    assert iso(raw) == expected


def test_shown_leaves_the_day_out_where_the_format_does():
    assert shown(datetime(2025, 1, 1), "mmm-yy") == "Januari 2025"
    assert shown(datetime(2024, 8, 1), "dd/mm/yyyy") == "1 Agustus 2024"
    assert shown(time(3, 10)) == "03:10:00"
