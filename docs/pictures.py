"""The pictures of the guide, taken from real outputs: sheets through LibreOffice and pdftoppm, the page in Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl

from docs.png import Pixels, cropped, read_png, read_ppm, write_png
from lkj_xlsx import pipeline
from lkj_xlsx.writers.as_html import report_html
from lkj_xlsx.writers.workbook import write_workbook

IMAGES = Path(__file__).parent / "img"
SAMPLE = Path(__file__).parents[1] / "samples" / "lkj-batubara-2024.xlsx"
DAY = date(2025, 3, 31)
SECONDS = 300
RESOLUTION = 110
WIDTH, BELOW = 1280, 12  # of the page in the browser; what is seen below its first finding
EXPORT = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """The upper part of one sheet, at most `height` pixels of it."""

    name: str
    sheet: str
    height: int


FILLED = (Shot("isian", "Capaian IKU", 380), Shot("pengaturan", "Identitas dan Pengaturan", 1000))
FINISHED = (
    Shot("hasil", "Tabel 3.9", 1000),
    Shot("temuan", "Temuan", 900),
    Shot("ringkasan", "Ringkasan", 815),
    Shot("grafik", "Grafik", 1030),
    Shot("kertas-kerja", "Kertas Kerja", 710),
    Shot("narasi", "Narasi", 700),
)


def missing() -> tuple[str, ...]:
    """The programs that are needed and not there."""
    needed = {"LibreOffice (soffice)": _office(), "pdftoppm": shutil.which("pdftoppm"), "Chromium": _browser()}
    return tuple(name for name, path in needed.items() if path is None)


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _browser() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def take() -> None:
    """Make every picture anew."""
    report = pipeline.audit(SAMPLE, DAY)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workbook(report, folder / "hasil.xlsx")
        shutil.copyfile(SAMPLE, folder / "isian.xlsx")
        _sheets(folder / "isian.xlsx", FILLED, folder)
        _sheets(folder / "hasil.xlsx", FINISHED, folder)
        page = folder / "hasil.html"
        page.write_text(report_html(report), encoding="utf-8")
        write_png(IMAGES / "halaman.png", _page(page))


def _sheets(book: Path, shots: Iterable[Shot], folder: Path) -> None:
    """Each sheet as one page of a PDF, in tab order."""
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    office = [str(_office()), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    run([*office, "--convert-to", EXPORT, "--outdir", str(folder), str(book)])
    names = openpyxl.load_workbook(book, read_only=True).sheetnames
    for shot in shots:
        page = str(names.index(shot.sheet) + 1)
        run(
            [
                "pdftoppm",
                "-r",
                str(RESOLUTION),
                "-f",
                page,
                "-l",
                page,
                "-singlefile",
                str(book.with_suffix(".pdf")),
                str(folder / shot.name),
            ]
        )
        pixels = read_ppm((folder / f"{shot.name}.ppm").read_bytes())
        write_png(IMAGES / f"{shot.name}.png", cropped(pixels, shot.height))


def _page(path: Path) -> Pixels:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 1200})
        page.goto(path.as_uri())
        box = page.locator("#temuan-1").bounding_box()
        assert box is not None
        height = box["y"] + box["height"] + BELOW
        shot = page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": height}, full_page=True)
        browser.close()
    return read_png(shot)


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
