"""A small folder of workbooks as an inspectorate gets them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

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


def fill(folder: Path) -> Path:
    """Two offices with findings and one without, a broken file, a lock, a hidden file, and other formats."""
    (folder / "kab-b").mkdir(parents=True)
    (folder / "kab-a.xlsx").write_bytes(office("Dinas A", WRONG))
    (folder / "kab-b" / "bersih.xlsx").write_bytes(office("Dinas B"))
    (folder / "kab-b" / "makro.XLSM").write_bytes(office("Dinas C", WRONG))
    (folder / "kab-b" / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    for name in ("~$kab-a.xlsx", ".tersembunyi.xlsx", "catatan.txt", "lama.xls"):
        (folder / name).write_bytes(b"")
    return folder


NAMES = ["kab-a.xlsx", "kab-b/bersih.xlsx", "kab-b/makro.XLSM", "kab-b/rusak.xlsx"]


def told(outcomes: Iterable[Outcome]) -> list[tuple[str, str, int, int, bool]]:
    return [(o.path, o.opd, o.galat, o.predikat, o.audited) for o in outcomes]
