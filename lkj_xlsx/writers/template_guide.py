"""The sheet Petunjuk, made from the same declarations as the sheets it explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, Template, Years
from lkj_xlsx.writers.template_columns import INDENT
from lkj_xlsx.writers.template_style import (
    BODY_FILL,
    BOX,
    CENTRE,
    GUIDE,
    HEAD,
    HEAD_FILL,
    INK,
    NOTE,
    PROTECTION,
    REQUIRED,
    SHUT,
    TAB_GUIDE,
    TITLE,
    Look,
    Styles,
    lines,
    page,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (30, 12, 34, 64)
SECTION: Look = {**SHUT, "bold": True, "font_size": 13, "font_color": "#17365D", "bottom": 2, "bottom_color": "#17365D"}
TEXT: Look = {**SHUT, "font_color": INK, "text_wrap": True, "valign": "vcenter"}

PURPOSE = (
    "Buku kerja ini menampung angka dan keterangan tabel Laporan Kinerja (LKj) perangkat daerah. Isilah seperti "
    "menyusun tabel laporan; alat lkj-xlsx kemudian menghitung ulang capaian, pertumbuhan, efisiensi, serapan, dan "
    "jumlahnya, menunjukkan sel yang berbeda, lalu menulis tabel laporan yang siap dilampirkan."
)
STEPS = (
    "Isi lembar Identitas dan Pengaturan, lalu Daftar Tabel dan Indikator. Lembar lain merujuk pada kode di sana.",
    "Isi lembar lain sesuai laporan. Lembar yang tidak diperlukan boleh dibiarkan kosong.",
    "Simpan berkas ini, lalu jalankan: lkj-xlsx audit NAMA-BERKAS.xlsx",
    "Buka berkas hasil (NAMA-BERKAS-hasil.xlsx). Lembar Temuan menunjukkan setiap sel yang perlu dilihat dan sebabnya. "
    "Berkas isian Anda tidak diubah.",
    "Perbaiki isian, simpan, dan ulangi audit sampai tidak ada lagi temuan galat.",
    "Lampirkan berkas hasil pada laporan.",
)
TYPING = (
    (
        "1.852.053.286,50",
        "Titik memisahkan ribuan, koma memisahkan desimal. Jangan menulis Rp, satuan, atau ,- di dalam sel angka.",
    ),
    ("31,82 atau 31,82%", "Persen boleh dengan atau tanpa tanda %. Pakailah satu cara dalam satu kolom."),
    (
        "98,10",
        "Tulis desimal sebanyak yang tercetak dalam laporan. Bila nol di belakang hilang, atur jumlah desimal "
        "pada format sel.",
    ),
    ("BB (76,80)", "Predikat beserta nilainya. Predikat saja (BB, WTP) juga boleh."),
    ("6,5 - 7,5", "Target rentang: batas bawah, tanda hubung, batas atas."),
    ("-", "Tidak ada angka. Sel kosong berarti belum diisi; keduanya tidak sama dengan 0."),
    ("1.1; 1.2", "Beberapa kode dalam satu sel dipisah titik koma."),
)
FREEDOM = (
    "Baris boleh ditambah, disisipkan, dihapus, diurutkan, dan disaring; jumlahnya tidak dibatasi. Kolom boleh "
    "disembunyikan atau ditambah. Jangan mengubah nama lembar, judul kolom, dan lembar tersembunyi Daftar Pilihan.",
    "Sel yang nilainya sama dengan sel di atasnya (sasaran, satu anggaran untuk beberapa indikator) boleh dikosongkan "
    "atau digabung. Untuk menggabungkan sel atau memindahkan kolom, buka dahulu proteksinya: menu Tinjau (Review), "
    "Buka Proteksi Lembar (Unprotect Sheet). Proteksi ini tidak memakai kata sandi; gunanya hanya agar judul tidak "
    "terhapus tanpa sengaja.",
    "Saat menempel dari berkas lain, pilih Tempel Khusus, Nilai (Paste Special, Values) agar daftar pilihan dan "
    "warnanya tidak hilang. Audit tetap memeriksa isinya.",
)
WORDS = {
    Kind.TEKS: "teks",
    Kind.KODE: "kode",
    Kind.TABEL: "nomor tabel",
    Kind.PILIHAN: "pilihan dari daftar",
    Kind.TAHUN: "tahun, empat angka",
    Kind.TANGGAL: "tanggal",
    Kind.RUPIAH: "angka rupiah",
    Kind.JUMLAH: "angka",
    Kind.PERSEN: "persen",
    Kind.RASIO: "angka",
    Kind.NILAI: "angka, persen, rentang, atau predikat",
    Kind.PREDIKAT: "kriteria atau predikat",
    Kind.INTERVAL: "batas nilai",
}


class _Pen:
    """Writes downwards, one block after another, and knows the next free row."""

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.sheet, self.styles, self.row = sheet, styles, 0

    def line(self, text: str, look: Look, height: float) -> None:
        """One line over the whole width."""
        self.sheet.set_row(self.row, height)
        for column in range(len(WIDTHS)):
            self.sheet.write_blank(self.row, column, None, self.styles.get(look))
        self.sheet.write_string(self.row, 0, text, self.styles.get(look))
        self.row += 1

    def section(self, text: str) -> None:
        self.row += 1
        self.line(text, SECTION, 24)

    def paragraph(self, text: str) -> None:
        self.row_of((text,), (TEXT,), (0,))

    def row_of(self, texts: tuple[str, ...], looks: tuple[Look, ...], starts: tuple[int, ...]) -> None:
        """One row of texts, each from its start column up to the next one's, as high as the longest needs."""
        high = 1
        for text, look, start, stop in zip(texts, looks, starts, (*starts[1:], len(WIDTHS)), strict=True):
            form = self.styles.get(look)
            if stop - start > 1:
                self.sheet.merge_range(self.row, start, self.row, stop - 1, "", form)
            self.sheet.write_string(self.row, start, text, form)
            high = max(high, lines(text, sum(WIDTHS[start:stop]) - INDENT))
        self.sheet.set_row(self.row, 15.75 * high + 4)
        self.row += 1


def write_guide(sheet: Worksheet, template: Template, years: Years, styles: Styles) -> None:
    """Draw Petunjuk: purpose, steps, colours, ways of typing, all sheets, and every field of each."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    pen = _Pen(sheet, styles)
    pen.line("Petunjuk Pengisian", TITLE, 30)
    pen.line(
        f"Template LKj tahun {years.tahun} · Renstra {years.awal}–{years.akhir} · versi template {template.version}",
        GUIDE,
        18,
    )
    pen.section("Kegunaan")
    pen.paragraph(PURPOSE)
    pen.section("Langkah")
    for number, text in enumerate(STEPS, start=1):
        pen.paragraph(f"{number}.  {text}")
    _legend(pen)
    pen.section("Cara mengetik")
    for example, text in TYPING:
        pen.row_of((example, text), ({**NOTE, "num_format": "@"}, NOTE), (0, 1))
    pen.section("Baris, kolom, dan sel gabungan")
    for text in FREEDOM:
        pen.paragraph(text)
    _sheets(pen, template)
    for spec in template.sheets:
        _fields(pen, spec, years)
    sheet.ignore_errors({"number_stored_as_text": f"A1:D{pen.row}"})
    sheet.set_tab_color(TAB_GUIDE)
    page(sheet, False, "Template LKj")
    sheet.protect("", PROTECTION)


def _legend(pen: _Pen) -> None:
    pen.section("Arti warna")
    for role, name, text in (
        (Role.LABEL, "Keterangan baris", "Nomor tabel, sasaran, kode, nama: menyebut baris itu tentang apa."),
        (Role.MASUKAN, "Isian", "Angka atau pilihan yang diisi oleh perangkat daerah."),
        (Role.HITUNGAN, "Hitungan", "Boleh dikosongkan, alat yang menghitung. Bila diisi, angkanya diperiksa."),
    ):
        pen.row_of(
            (f"Judul {name.lower()}", "", text),
            ({**HEAD, "bg_color": HEAD_FILL[role]}, {**BOX, "bg_color": BODY_FILL[role]}, NOTE),
            (0, 1, 2),
        )
    pen.row_of(
        ("Garis merah di bawah judul", "Kolom itu wajib diisi pada setiap baris yang dipakai."),
        ({**HEAD, "bg_color": HEAD_FILL[Role.LABEL], **REQUIRED}, NOTE),
        (0, 1),
    )


def _sheets(pen: _Pen, template: Template) -> None:
    pen.section("Daftar lembar")
    _heading(pen, ("Lembar", "Perlu", "Tabel LKj", "Isi"))
    link: Look = {**NOTE, "font_color": "#1F5FA8", "underline": 1}
    for spec in template.sheets:
        row = pen.row
        pen.row_of(
            (spec.title, "Wajib" if spec.required else "Opsional", spec.tables or "-", spec.guide),
            (link, CENTRE, CENTRE, NOTE),
            (0, 1, 2, 3),
        )
        pen.sheet.write_url(row, 0, f"internal:'{spec.title}'!A1", pen.styles.get(link), spec.title)


def _fields(pen: _Pen, spec: Sheet, years: Years) -> None:
    pen.section(f"Lembar {spec.title}")
    _heading(pen, ("Isian" if spec.form else "Kolom", "Wajib", "Bentuk isian", "Penjelasan"))
    for field in spec.fields:
        fill = {**NOTE, "bg_color": BODY_FILL[field.role]}
        pen.row_of(
            (_heading_of(field, years), "Ya" if field.required else "", kind_in_words(field), field.help),
            (fill, CENTRE, NOTE, NOTE),
            (0, 1, 2, 3),
        )


def _heading(pen: _Pen, texts: tuple[str, ...]) -> None:
    look: Look = {**HEAD, "bg_color": HEAD_FILL[Role.LABEL]}
    pen.row_of(texts, (look,) * len(texts), (0, 1, 2, 3))


def _heading_of(field: Field, years: Years) -> str:
    """The heading; of a column that repeats, its first and last year."""
    if not field.repeats:
        return field.heading(years)
    series = years.series()
    return f"{field.heading(years, series[0])} sampai {series[-1]}"


def kind_in_words(field: Field) -> str:
    """What may be typed, for people who do not know our kinds."""
    if field.choices:
        return "pilihan: " + ", ".join(field.choices)
    words = WORDS[field.kind]
    return f"{words}; beberapa dipisah titik koma" if field.refers and field.kind is Kind.KODE else words
