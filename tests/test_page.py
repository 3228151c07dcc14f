"""The HTML page in a real browser: filter, search, links, dark mode, print, a phone, and silence on the network."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.message import say
from lkj_xlsx.pipeline import audit
from lkj_xlsx.writers.as_html import report_html
from tests.writers.small_reports import GALAT, GENERAL, NOTE, TABLE, WRONG, report

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
CHILD = replace(
    GALAT,
    where=Where("Efisiensi", 6, 10),
    root=WRONG,
    subject="Rapat",
    label="penilaian",
    level=NOTE.level,
    message=say("Ikut berubah."),
    cause=None,
    flips=(),
    step=None,
)
ACCEPTED = replace(GENERAL, where=Where("Triwulan", 5, 2), accepted="Disetujui.", subject="Beras <b>merah</b>")
CONTRAST = """
() => {
  const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = (s) => s.match(/[\\d.]+/g).map(Number);
  const ground = (node) => {
    for (let box = node; box; box = box.parentElement) {
      const c = parse(getComputedStyle(box).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = Array.from(node.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !node.getClientRects().length || node.matches("script, style, option")) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push([node.className, node.textContent.trim().slice(0, 30), ratio.toFixed(2)]);
  }
  return poor;
}
"""


def missing(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} tidak ada; di CI halaman harus diuji")
    pytest.skip(f"{what} tidak ada")


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        missing("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("halaman")


@pytest.fixture(scope="module")
def small(folder) -> Path:
    path = folder / "small.html"
    path.write_text(report_html(report(GALAT, CHILD, NOTE, GENERAL, ACCEPTED)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def sample(folder) -> Path:
    path = folder / "sample.html"
    whole = audit(ROOT / "samples" / "lkj-batubara-2024.xlsx", date(2025, 3, 31))
    path.write_text(report_html(whole), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser, small):
    """Open a page with context options; at the end nothing may have been complained of or asked from elsewhere."""
    heard: list[str] = []
    contexts = []

    def opened(path: Path = small, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda fault: heard.append(str(fault)))
        page.on("dialog", lambda dialog: heard.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: heard.append(request.url) if request.url != uri else None)
        uri = path.as_uri()
        page.goto(uri)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert heard == []


def seen(page) -> list[str]:
    """The numbers of the findings that are shown, without those that only stand there for what follows from them."""
    return page.eval_on_selector_all(
        "article.temuan",
        "all => all.filter(a => a.checkVisibility() && !a.classList.contains('konteks'))"
        ".map(a => a.querySelector('.nomor').textContent)",
    )


def test_all_findings_are_shown_at_first(visit):
    page = visit()
    assert seen(page) == ["1", "2", "3", "4", "5"]
    assert page.locator("#keterangan").inner_text() == "5 temuan, yang terberat lebih dahulu."


def test_a_tile_filters_by_its_level_and_again_lets_go(visit):
    page = visit()
    tile = page.get_by_role("button", name="beda")
    tile.click()
    assert seen(page) == ["3", "5"]
    assert tile.get_attribute("aria-pressed") == "true"
    assert page.locator("#keterangan").inner_text() == "Menampilkan 2 dari 5 temuan."
    tile.click()
    assert seen(page) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "label, choice, expected",
    [
        ("Tingkat", "galat", ["1"]),
        ("Tabel", "3.10", ["4"]),
        ("Tabel", "umum", ["3", "5"]),
        ("Status", "diterima", ["5"]),
        ("Status", "terbuka", ["1", "2", "3", "4"]),
    ],
)
def test_the_lists_filter(visit, label, choice, expected):
    page = visit()
    page.get_by_label(label, exact=True).select_option(choice)
    assert seen(page) == expected


def test_filters_work_together_and_are_cleared_together(visit):
    page = visit()
    page.get_by_label("Tabel", exact=True).select_option("3.9")
    page.get_by_label("Cari").fill("ikut   BERUBAH")
    assert seen(page) == ["2"]
    assert page.locator("#temuan-1").is_visible()  # the root of what was found stays, paler
    assert "konteks" in page.locator("#temuan-1").get_attribute("class")
    page.get_by_label("Cari").fill("tidak ada di mana pun")
    assert seen(page) == []
    assert page.locator("#kosong").is_visible()
    page.get_by_role("button", name="Bersihkan").click()
    page.locator("article[hidden]").first.wait_for(state="detached")
    assert seen(page) == ["1", "2", "3", "4", "5"]


def test_search_finds_places_and_names(visit):
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("triwulan!b5 <b>merah")
    assert seen(page) == ["5"]


def test_a_link_leads_to_the_marked_cell_and_back(visit):
    page = visit()
    page.locator("#temuan-1").get_by_role("link", name="Efisiensi!H6", exact=True).first.click()
    cell = page.locator("td:target")
    assert cell.inner_text().split() == ["97,54", "‼1"]
    assert cell.evaluate("c => getComputedStyle(c).outlineStyle") == "solid"
    for _ in range(100):  # the page's policy lets no waiting script in
        if cell.evaluate(
            "c => { const b = c.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight"
            " && b.left >= 0 && b.right <= innerWidth; }"
        ):
            break
        page.wait_for_timeout(20)
    else:
        pytest.fail("the cell is not brought into view")
    cell.get_by_role("link", name="temuan 1, galat").click()
    assert page.locator("article:target").get_attribute("id") == "temuan-1"


def test_a_link_to_a_hidden_finding_shows_it_again(visit):
    page = visit()
    page.get_by_label("Tingkat", exact=True).select_option("catatan")
    page.locator("article#temuan-1 > details").evaluate("d => { d.open = false; }")
    page.get_by_label("Tingkat", exact=True).select_option("beda")
    page.evaluate("location.hash = 'temuan-2'")
    page.locator("#temuan-2").wait_for(state="visible")
    assert seen(page) == ["1", "2", "3", "4", "5"]


def test_the_keyboard_reaches_everything(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke temuan"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "cari"
    page.get_by_role("button", name="galat").focus()
    page.keyboard.press("Space")
    assert seen(page) == ["1"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["small", "sample"])
def test_every_text_is_easily_read(visit, request, name, scheme):
    page = visit(request.getfixturevalue(name), color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(244, 246, 248)", "dark": "rgb(17, 22, 28)"}[scheme]
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_never_scrolls_sideways(visit, sample, width):
    page = visit(sample, viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("location.hash = 'tabel'")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_a_script_everything_is_there(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("article.temuan").count() == 5
    assert all(page.locator(f"#temuan-{n}").is_visible() for n in (1, 2, 3, 4, 5))
    assert not page.locator("form.saring").is_visible()


def test_print_is_light_whole_and_without_controls(visit):
    page = visit(color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator("form.saring").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.locator("#temuan-5").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("Array.from(document.querySelectorAll('details')).every(d => d.open)")
    assert page.evaluate("getComputedStyle(document.querySelector('.gulir')).overflowX") == "visible"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_names_from_the_workbook_run_nothing(visit, tmp_path):
    attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    odd = replace(GALAT, subject=attack, label="", message=say("{x}", x=attack), accepted=attack, stated=attack)
    hostile = report(odd, tables=(replace(TABLE, title=attack, notes=(attack,)),))
    path = tmp_path / "hostile.html"
    path.write_text(report_html(hostile), encoding="utf-8")
    page = visit(path)
    assert page.locator("#temuan-1 h3").inner_text() == attack
    assert page.locator("img").count() == 0


def test_the_policy_stops_a_script_that_is_not_the_page_s_own(browser, small, tmp_path):
    spoiled = tmp_path / "spoiled.html"
    spoiled.write_text(
        small.read_text(encoding="utf-8").replace(
            "</main>", "</main><script>document.title = 'lain'</script><img src='x' onerror=\"document.title='lain'\">"
        ),
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(spoiled.as_uri())
    assert page.title() == "Pemeriksaan LKj 2024 Dinas Contoh & Rekan"
    page.close()
