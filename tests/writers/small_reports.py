"""A small report: one table with a group, joined cells, a wrong figure, a filled one and a total."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkj_xlsx.findings.tree import grown
from lkj_xlsx.model.cell import Where
from lkj_xlsx.model.finding import Cause, Finding, Level
from lkj_xlsx.model.flip import Conclusion, Flip
from lkj_xlsx.model.message import say
from lkj_xlsx.model.report import Column, Item, KeyFigure, NotChecked, Report, Row, Summary, Table

SHEET = "Efisiensi"
WRONG = Where(SHEET, 6, 8)

COLUMNS = (
    Column("sasaran", "Sasaran Strategis", width=30, merge=True),
    Column("indikator", "Indikator Kinerja", width=30),
    Column("target", "Target", "angka", group="Kinerja"),
    Column("capaian", "Capaian (%)", "persen", group="Kinerja", computed=True),
    Column("anggaran", "Anggaran (Rp)", "rupiah", group="Anggaran"),
    Column("predikat", "Penilaian", "predikat", computed=True),
)


def item(value: Decimal | str | None, column: int, row: int = 5, **more: object) -> Item:
    return Item(value, source=Where(SHEET, row, column))._replace(**more)


ROWS = (
    Row(
        {
            "sasaran": item("Koperasi maju", 2),
            "indikator": item('=HYPERLINK("x")', 4),
            "target": item(Decimal(11), 6, unit="%"),
            "capaian": item(Decimal("31.82"), 8, places=2),
            "anggaran": item(Decimal(3901964176), 9),
            "predikat": item("Sangat Rendah", 10),
        }
    ),
    Row(
        {
            "sasaran": item("Koperasi maju", 2, 6),
            "indikator": item("@SUM(A1)", 4, 6),
            "target": item("BB (76,8)", 6, 6),
            "capaian": item(
                Decimal("97.5369"), 8, 6, places=2, level=Level.GALAT, note="Tertulis 97,94; hasil hitung ulang 97,54."
            ),
            "anggaran": item(Decimal(3901964176), 9, 5, shared=True),
            "predikat": item("Sangat Tinggi", 10, 6, level=Level.PERIKSA, filled=True),
        }
    ),
    Row({"indikator": Item("Jumlah", filled=True), "anggaran": Item(Decimal(3901964176), filled=True)}, "jumlah"),
)
TABLE = Table("3.9", "Perbandingan Capaian dan Anggaran", COLUMNS, ROWS, ("Efisiensi: capaian ÷ serapan.",))
SCALE = Table(
    "3.2",
    "Skala Nilai",
    (Column("kriteria", "Kriteria"),),
    tuple(Row({"kriteria": Item(word)}) for word in ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")),
)

GALAT = Finding(
    "LKJ301",
    "selisih",
    Level.GALAT,
    say("Tertulis {a}, hasil hitung ulang {b}.", a="97,94", b="97,54"),
    WRONG,
    "3.9",
    "Rapat",
    Decimal("97.94"),
    Decimal("97.5369"),
    Decimal("0.4031"),
    cause=Cause("angka tertukar", say("Angka 5 tertulis 9.")),
    flips=(Flip(Conclusion.PREDIKAT, "Tinggi", "Sedang"),),
    related=(Where(SHEET, 6, 6), Where("Renstra")),
    basis="eksak",
    step=say("Ganti 97,94 dengan 97,54."),
    label="capaian",
    measure="CAPAIAN",
    year=2024,
)
NOTE = Finding(
    "LKJ212",
    "titik",
    Level.CATATAN,
    say("Memakai [titik] sebagai tanda desimal."),
    Where("Capaian IKU", 5, 7),
    "3.10",
    "SHU",
    "4.5 %",
)
GENERAL = Finding("LKJ101", "lembar", Level.BEDA, say("Lembar hilang."), Where("Triwulan"))


LACKING = NotChecked(say("{0}: {1}", "SHU", "predikat"), say("tertulis {0}", "-"), Where("Capaian IKU", 5, 10))


def lacking(whole: Report) -> Report:
    """The same report with something missing."""
    return replace(whole, summary=replace(whole.summary, missing=(LACKING,)))


def report(*findings: Finding, **more: object) -> Report:
    counts = {level.word: sum(1 for finding in findings if finding.level is level) for level in Level}
    whole = Report(
        tool={"name": "lkj-xlsx", "version": "9.9"},
        source={"path": "berkas/lkj contoh.xlsx", "sha256": "ab" * 32},
        template={"version": "1"},
        identity={
            "opd": "Dinas Contoh & Rekan",
            "kabupaten": "Kabupaten Contoh",
            "tahun": "2024",
            "rumus_efisiensi": "Capaian dibagi serapan",
        },
        summary=Summary(12, 10, counts, (NotChecked("Efisiensi 3.16", "rumus belum dipilih", Where(SHEET, 9, 12)),)),
        tree=grown(findings),
        tables=(SCALE, TABLE),
        figures=(
            KeyFigure("Total anggaran", Decimal(11567255701), "rupiah", 0, "Jumlah 6 program."),
            KeyFigure("Serapan anggaran", Decimal("96.18"), "persen", 2, "Dari total."),
        ),
    )
    return replace(whole, **more)
