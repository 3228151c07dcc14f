"""LibreOffice as an independent calculator: a workbook opened, everything recomputed, and saved again."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

SECONDS = 180
# 0 means always: without it LibreOffice trusts the saved results of a file that names Excel as its program.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""
Cells = Mapping[tuple[str, str], object]


def program() -> str:
    """The program's path; skips the test where there is none, which must not happen in CI."""
    path = shutil.which("soffice") or shutil.which("libreoffice")
    if path is None:
        assert not os.environ.get("CI"), "LibreOffice is missing: install libreoffice-calc"
        pytest.skip("LibreOffice is not installed, so nothing recomputes the workbook")
    return path


def recalculated(paths: Mapping[str, Path], folder: Path, locale: str = "id-ID") -> dict[str, Cells]:
    """Every cell of each workbook after LibreOffice recomputed it, in one run. The files stay as they are."""
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE.format(locale=locale), encoding="utf-8")
    (folder / "masuk").mkdir()
    sources = {}
    for number, (name, path) in enumerate(paths.items()):
        sources[name] = folder / "masuk" / f"buku{number}.xlsx"
        shutil.copyfile(path, sources[name])
    results = {name: folder / "keluar" / source.name for name, source in sources.items()}
    subprocess.run(
        [
            program(),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "keluar"),
            *map(str, sources.values()),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    lacking = [name for name, result in results.items() if not result.exists()]
    assert lacking == [], "LibreOffice could not open these workbooks"  # it ends with 0 even then
    return {name: values(result) for name, result in results.items()}


def values(path: Path) -> Cells:
    """The saved content of every cell that has some, by sheet and address."""
    with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
        return {
            (sheet.title, cell.coordinate): cell.value
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value not in (None, "")
        }


def differences(saved: Cells, computed: Cells) -> list[tuple[str, str, object, object]]:
    """Cells whose content differs; numbers may differ by the noise of binary fractions."""
    return list(_unequal(saved, computed))


def _unequal(saved: Cells, computed: Cells) -> Iterator[tuple[str, str, object, object]]:
    for place in sorted({*saved, *computed}):
        one, other = saved.get(place), computed.get(place)
        if not (one == other or close(one, other)):
            yield *place, one, other


def close(one: object, other: object) -> bool:
    """Whether two contents are one number but for binary noise."""
    if not isinstance(one, (int, float)) or not isinstance(other, (int, float)):
        return False
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))
