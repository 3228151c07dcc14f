"""Names of what the reader may notice; the rules put them into words."""

from __future__ import annotations

# about a spelling
TANDA_BACA = "tanda baca"  # `3,50, %`
TITIK_DESIMAL = "titik desimal"  # `4.5 %` in an Indonesian report
AMBIGU = "ambigu"  # `12.500` where dots may group or mark decimals
TAK_TERBACA = "tak terbaca"  # nothing numeric can be made of the text
RENTANG = "rentang"  # two bounds where one figure is due: a computed percent or an amount
TANGGAL = "tanggal"  # a date where a number is due (`1/8`, `1,5` turned by a spreadsheet program)
JAM = "jam"  # a time of day where a number is due
LAMA = "lama waktu"  # hours gone by where a number is due
LOGIKA = "logika"  # TRUE or FALSE where a number is due
GALAT_SEL = "galat sel"  # `#DIV/0!`
TANPA_HASIL = "tanpa hasil"  # a formula whose result was never saved
PERSEN_CAMPUR = "persen campur"  # some cells of a percent column are fractions without a percent format

# about structure
LEMBAR_HILANG = "lembar hilang"
LEMBAR_LAIN_NAMA = "lembar lain nama"  # a sheet of the template under another name, known by its headings
LEMBAR_ASING = "lembar asing"
LEMBAR_TERSEMBUNYI = "lembar tersembunyi"
LEMBAR_GANDA = "lembar ganda"
KOLOM_HILANG = "kolom hilang"
KOLOM_ASING = "kolom asing"
KOLOM_TAHUN_LAIN = "kolom tahun lain"  # a heading of the template that names another year
KOLOM_GANDA = "kolom ganda"
JUDUL_ULANG = "judul ulang"  # a second heading row over rows that stand above already
KODE_GANDA = "kode ganda"
RUJUKAN = "rujukan"  # a code or name that no row declares
PILIHAN = "pilihan"  # a word that is not in the list
WAJIB = "wajib"  # a required cell left blank

# about the file
MAKRO = "makro"  # it carries a program, which is neither run nor read
TAUTAN_LUAR = "tautan luar"  # its formulas refer to another file, which is not opened
TAUTAN_PROGRAM = "tautan program"  # its formulas ask another program for data, which is not started

# about what a spreadsheet program does not show of it
ISI_GANDA = "isi ganda"  # a cell that the file holds twice, with unlike contents
TERTUTUP = "tertutup"  # a content under a merged range
BARIS_TERSEMBUNYI = "baris tersembunyi"  # hidden rows that belong to a table
KOLOM_TERSEMBUNYI = "kolom tersembunyi"
TANPA_FORMAT = "tanpa format"  # cells whose number formats the file lacks
