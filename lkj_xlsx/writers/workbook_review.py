"""The sheet Kertas Kerja Reviu: what was examined and how, what was not, the checklist, and room to sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Applied, Report
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.readiness import file_name, office, readiness
from lkj_xlsx.writers.xlsx import style as look
from lkj_xlsx.writers.xlsx.page import Page, page_breaks, set_page
from lkj_xlsx.writers.xlsx.pen import Pen, put

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lkj_xlsx.writers.xlsx.style import Styles

WIDTHS = (13, 46, 60, 13, 20)
NOT_THIS = (
    "Lembar ini memeriksa hitungan, kecocokan angka antar tabel, dan kelengkapan isian buku kerja. Ini bukan reviu "
    "Inspektorat, bukan audit, bukan evaluasi SAKIP, dan tidak menilai kebenaran data sumber maupun mutu analisis."
)
WORDING = (
    "Bunyi butir daftar periksa menurut ingatan atas PermenPANRB 53/2014 Lampiran III: perlu diperiksa ulang dengan "
    "teks peraturannya. Kolom Fakta dari berkas diisi alat; kolom Jawaban dan Catatan diisi pereviu."
)
SIGNERS = ("Disusun oleh (perangkat daerah)", "Direviu oleh (Inspektorat)")
BLANK_LINE = "(                                        )"


def draw_review(sheet: Worksheet, report: Report, styles: Styles, page: Page) -> None:
    """Everything a reviewer asks of the file, in the order in which it is asked."""
    pen = Pen(sheet, styles, WIDTHS, {**look.CELL, "valign": "top"}, centred=(0, 3), labels=2, spare=2, sized=False)
    pen.wide("Kertas Kerja Reviu Laporan Kinerja", bold=True, font_size=14, align="center")
    pen.wide(NOT_THIS, italic=True)
    _examined(pen, report)
    _checked(pen, report)
    _not_checked(pen, report)
    fresh = pen.row + 1  # a reviewer takes these pages to hand
    _checklist(pen, report)
    _signatures(pen, report)
    sheet.freeze_panes(1, 0)
    set_page(sheet, page, wide=True, repeat=(0, 0), area=(0, 0, pen.row - 1, pen.last_column))
    sheet.set_h_pagebreaks(page_breaks(pen.starts, pen.heights, pen.row - 1, WIDTHS, wide=True, fresh=(fresh,)))


def _examined(pen: Pen, report: Report) -> None:
    pen.section("Berkas yang diperiksa")
    identity = report.identity
    pen.pair("Perangkat daerah", " ".join(part for part in office(report) if part))
    pen.pair("Tahun laporan", identity.get("tahun", ""))
    pen.pair("Nama berkas", file_name(report))
    pen.pair("SHA-256", report.source.get("sha256", ""))
    pen.pair("Alat", f"{report.tool.get('name', '')} {report.tool.get('version', '')}".strip())
    pen.pair("Versi template", report.template.get("version", str(TEMPLATE.version)))
    pen.pair("Keadaan", str(readiness(report).sentence))


def _checked(pen: Pen, report: Report) -> None:
    result = say("{agree} dari {checked} sesuai.", agree=report.summary.agree, checked=report.summary.checked)
    pen.section("Rumus dan skala yang dipakai")
    for label, chosen, citation in report.options:
        pen.pair(label, f"{chosen or 'belum dipilih'}. {citation}".strip())
    pen.section("Angka yang dihitung ulang")
    pen.line(("Kode", "Rumus", "Sumber", "Angka", ""), bold=True, bg_color=look.HEAD_FILL)
    _applied(pen, report.review.formulas)
    pen.pair("Hasil", str(result))
    pen.section("Aturan yang diterapkan")
    pen.line(("Kode", "Yang diperiksa", "Sumber", "Temuan terbuka", "Tingkat"), bold=True, bg_color=look.HEAD_FILL)
    _applied(pen, report.review.applied)


def _applied(pen: Pen, items: Iterable[Applied]) -> None:
    for item in items:
        pen.line((item.code, item.title, item.source, str(item.count), item.level))


def _not_checked(pen: Pen, report: Report) -> None:
    pen.section("Yang tidak diperiksa, dan sebabnya")
    for item in report.summary.not_checked:
        pen.line(("", item.what, item.reason, "", str(item.where) if item.where else ""))
    if not report.summary.not_checked:
        pen.wide("Semua angka hitungan dapat diperiksa.", **look.BORDERED)
    pen.section("Penyimpangan yang diterima")
    accepted = [finding for finding in report.findings if finding.accepted]
    for finding in accepted:
        pen.line((finding.code, str(finding.message), finding.accepted, finding.tabel, str(finding.where or "")))
    if not accepted:
        pen.wide("Tidak ada.", **look.BORDERED)


def _checklist(pen: Pen, report: Report) -> None:
    pen.section("Daftar periksa reviu")
    pen.wide(WORDING, italic=True, font_size=9)
    pen.line(("No", "Butir", "Fakta dari berkas", "Jawaban", "Catatan pereviu"), bold=True, bg_color=look.HEAD_FILL)
    part = ""
    for check in report.review.checks:
        if check.part != part:
            if part:
                pen.starts.append(pen.row)
            part = check.part
            pen.wide(part, bold=True, **look.BORDERED, bg_color=look.BAND_FILL)
        pen.line((check.number, check.text, check.answer, "", ""))


def _signatures(pen: Pen, report: Report) -> None:
    pen.row += 1
    pen.starts.append(pen.row)
    style = pen.styles.get(align="center", valign="top", text_wrap=True)
    identity = report.identity
    head = tuple(identity.get(key, "").strip() for key in ("jabatan", "pejabat", "nip"))
    for index, signer, (post, name, nip) in zip((1, 2), SIGNERS, (head, ("", "", "")), strict=True):
        text = f"{signer}\n{post}\n\n\n\n{name or BLANK_LINE}\n{f'NIP {nip}'.strip()}\nTanggal"
        put(pen.sheet, pen.row, index, text, style)
    pen.end(112.0)
