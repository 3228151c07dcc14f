"""Days as people write them."""

# ruff: noqa: DTZ001 - dates in a workbook have no zone

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from lkj_xlsx.reader.dates import iso, part_of, shown


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
        ("٣١/١٢/٢٠٢٤", None),
    ],
)
def test_iso(raw, expected):
    assert iso(raw) == expected


def test_shown_leaves_the_day_out_where_the_format_does():
    assert shown(datetime(2025, 1, 1), "mmm-yy") == "Januari 2025"
    assert shown(datetime(2024, 8, 1), "dd/mm/yyyy") == "1 Agustus 2024"


@pytest.mark.parametrize(
    "raw, number_format, part, text",
    [
        (timedelta(hours=36, minutes=30), "[h]:mm", "lama", "36:30"),
        (timedelta(days=-1, hours=22), "[h]:mm:ss", "lama", "-2:00"),
        (timedelta(minutes=5, seconds=7), "[mm]:ss", "lama", "0:05:07"),
        (time(3, 10), "h:mm", "jam", "03:10"),
        (datetime(1900, 2, 14, 13, 30), "hh:mm", "jam", "13:30"),
        (datetime(1900, 2, 14, 13, 30, 5), "h:mm:ss AM/PM", "jam", "13:30:05"),
        (datetime(1900, 2, 14, 13, 30), '[$-421]h:mm" pukul"', "jam", "13:30"),
        (datetime(2024, 8, 1, 13, 30), "dd/mm/yyyy hh:mm", "tanggal", "1 Agustus 2024"),
        (datetime(2024, 8, 1), "mmmm", "tanggal", "Agustus 2024"),
        (datetime(2024, 8, 1), "", "tanggal", "1 Agustus 2024"),
    ],
)
def test_times_are_called_what_they_are(raw, number_format, part, text):
    assert (part_of(raw, number_format), shown(raw, number_format)) == (part, text)
