"""A small folder of workbooks as an inspectorate gets them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lkj_xlsx.model.outcome import Outcome
from tests.workbook_case import TWIN, Typed, changed, load, write

WRONG = Typed("capaian_iku", "1.3", "capaian", "93,72")  # flips a predikat


@cache
def content(*typed: Typed) -> bytes:
    """The bytes of the clean sample with these cells typed otherwise."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        write(changed(load(TWIN), typed), path)
        return path.read_bytes()


def office(name: str, *typed: Typed) -> bytes:
    return content(Typed("identitas", "", "opd", name), *typed)


def excused(name: str, until: str) -> bytes:
    """The same office with a finding that somebody has answered for until that day."""
    entry = {
        "kode_temuan": "LKJ301",
        "lembar": "Capaian IKU",
        "sel": "I7",
        "alasan": "Sudah dibahas",
        "penyetuju": "Sekretaris",
        "tanggal": "2025-01-12",
        "berlaku": until,
    }
    data = changed(load(TWIN), [Typed("identitas", "", "opd", name), WRONG])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.xlsx"
        write({**data, "lembar": {**data["lembar"], "pengecualian": [entry]}}, path)
        return path.read_bytes()


@contextmanager
def pipe(path: Path) -> Iterator[None]:
    """A pipe with a name, into which nobody writes: a test that waits for it is ended, and fails."""

    def end(*given: object) -> None:
        pytest.fail(f"{path.name} was opened")

    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with a name")
    os.mkfifo(path)
    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(30)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def fill(folder: Path) -> Path:
    """Two offices with findings and one without, a broken file, an old one, locks, a hidden file, and no workbook."""
    (folder / "kab-b").mkdir(parents=True)
    (folder / "kab-a.xlsx").write_bytes(office("Dinas A", WRONG))
    (folder / "kab-b" / "bersih.xlsx").write_bytes(office("Dinas B"))
    (folder / "kab-b" / "makro.XLSM").write_bytes(office("Dinas C", WRONG))
    (folder / "kab-b" / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    for name in ("~$kab-a.xlsx", ".~lock.kab-a.ods#", "~$lama.xls", ".tersembunyi.xlsx", "catatan.txt"):
        (folder / name).write_bytes(b"")
    (folder / "lama.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return folder


NAMES = ["kab-a.xlsx", "kab-b/bersih.xlsx", "kab-b/makro.XLSM", "kab-b/rusak.xlsx", "lama.xls"]
UNUSABLE = NAMES[3:]


def rows_of(outcomes: Iterable[Outcome]) -> list[tuple[str, str, int, int, bool]]:
    return [(o.path, o.opd, o.galat, o.predikat, o.audited) for o in outcomes]
