"""The sheet Petunjuk, made from the same declarations as the sheets it explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkj_xlsx.spec.field import Field, Kind, Role, Sheet, Template, Years
from lkj_xlsx.writers.ours import TEMPLATE
from lkj_xlsx.writers.template_columns import INDENT
from lkj_xlsx.writers.xlsx.fit import rough_lines
from lkj_xlsx.writers.xlsx.page import set_form
from lkj_xlsx.writers.xlsx.pen import Pen, join, place, put, put_link, put_text
from lkj_xlsx.writers.xlsx.style import (
    BOX,
    BOX_CENTRE,
    GUIDE,
    INK,
    NOTE,
    ROLE_BODY,
    SHUT,
    TITLE,
    Look,
    Styles,
    role_head,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (30, 12, 34, 64)
TAB = "#C0392B"
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


def _line(pen: Pen, text: str, look: Look, points: float) -> None:
    """One line over the whole width."""
    style = pen.styles.get(look)
    for column in range(len(WIDTHS)):
        put(pen.sheet, pen.row, column, None if column else text, style)
    pen.end(points)


def _section(pen: Pen, text: str) -> None:
    pen.row += 1
    _line(pen, text, SECTION, 24)


def _row(pen: Pen, texts: tuple[str, ...], looks: tuple[Look, ...], starts: tuple[int, ...] = (0, 1, 2, 3)) -> None:
    """One row of texts, each from its start column up to the next one's, as high as the longest needs."""
    high = 1
    for text, look, start, stop in zip(texts, looks, starts, (*starts[1:], len(WIDTHS)), strict=True):
        style = pen.styles.get(look)
        join(pen.sheet, (pen.row, start, pen.row, stop - 1), style)
        put_text(pen.sheet, pen.row, start, text, style)
        high = max(high, rough_lines(text, sum(WIDTHS[start:stop]) - INDENT))
    pen.end(15.75 * high + 4)


def _paragraph(pen: Pen, text: str) -> None:
    _row(pen, (text,), (TEXT,), (0,))


def write_guide(sheet: Worksheet, template: Template, years: Years, styles: Styles) -> None:
    """Draw Petunjuk: purpose, steps, colours, ways of typing, all sheets, and every field of each."""
    pen = Pen(sheet, styles, WIDTHS)
    _line(pen, "Petunjuk Pengisian", TITLE, 30)
    _line(
        pen,
        f"Template LKj tahun {years.tahun} · Renstra {years.awal}–{years.akhir} · versi template {template.version}",
        GUIDE,
        18,
    )
    _section(pen, "Kegunaan")
    _paragraph(pen, PURPOSE)
    _section(pen, "Langkah")
    for number, text in enumerate(STEPS, start=1):
        _paragraph(pen, f"{number}.  {text}")
    _legend(pen)
    _section(pen, "Cara mengetik")
    for example, text in TYPING:
        _row(pen, (example, text), ({**NOTE, "num_format": "@"}, NOTE), (0, 1))
    _section(pen, "Baris, kolom, dan sel gabungan")
    for text in FREEDOM:
        _paragraph(pen, text)
    _sheets(pen, template)
    for spec in template.sheets:
        _fields(pen, spec, years)
    sheet.ignore_errors({"number_stored_as_text": f"A1:D{pen.row}"})
    sheet.set_tab_color(TAB)
    set_form(sheet, False, TEMPLATE)


def _legend(pen: Pen) -> None:
    _section(pen, "Arti warna")
    for role, name, text in (
        (Role.LABEL, "Keterangan baris", "Nomor tabel, sasaran, kode, nama: menyebut baris itu tentang apa."),
        (Role.MASUKAN, "Isian", "Angka atau pilihan yang diisi oleh perangkat daerah."),
        (Role.HITUNGAN, "Hitungan", "Boleh dikosongkan, alat yang menghitung. Bila diisi, angkanya diperiksa."),
    ):
        _row(
            pen,
            (f"Judul {name.lower()}", "", text),
            (role_head(role), {**BOX, "bg_color": ROLE_BODY[role]}, NOTE),
            (0, 1, 2),
        )
    _row(
        pen,
        ("Garis merah di bawah judul", "Kolom itu wajib diisi pada setiap baris yang dipakai."),
        (role_head(Role.LABEL, required=True), NOTE),
        (0, 1),
    )


def _sheets(pen: Pen, template: Template) -> None:
    _section(pen, "Daftar lembar")
    _heading(pen, ("Lembar", "Perlu", "Tabel LKj", "Isi"))
    link: Look = {**NOTE, "font_color": "#1F5FA8", "underline": 1}
    for spec in template.sheets:
        row = pen.row
        _row(
            pen,
            (spec.title, "Wajib" if spec.required else "Opsional", spec.tables or "-", spec.guide),
            (link, BOX_CENTRE, BOX_CENTRE, NOTE),
        )
        put_link(pen.sheet, row, 0, place(spec.title), spec.title, pen.styles.get(link))


def _fields(pen: Pen, spec: Sheet, years: Years) -> None:
    _section(pen, f"Lembar {spec.title}")
    _heading(pen, ("Isian" if spec.form else "Kolom", "Wajib", "Bentuk isian", "Penjelasan"))
    for field in spec.fields:
        fill = {**NOTE, "bg_color": ROLE_BODY[field.role]}
        _row(
            pen,
            (_heading_of(field, years), "Ya" if field.required else "", kind_in_words(field), field.help),
            (fill, BOX_CENTRE, NOTE, NOTE),
        )


def _heading(pen: Pen, texts: tuple[str, ...]) -> None:
    _row(pen, texts, (role_head(Role.LABEL),) * len(texts))


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
