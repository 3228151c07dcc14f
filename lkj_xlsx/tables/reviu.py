"""What the reviewer's working paper needs: the checklist with the facts a program can give, rules and formulas used.

No item is ever ticked here: the answer is the reviewer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lkj_xlsx.model.computed import Ledger
from lkj_xlsx.model.declare import Measure, RulePage
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.number import Missing
from lkj_xlsx.model.report import Applied, Check, Review
from lkj_xlsx.spec.sources import cited
from lkj_xlsx.tables.anggaran import totals
from lkj_xlsx.tables.summary import summary

FORMAT, MECHANISM, SUBSTANCE = "I. Format", "II. Mekanisme penyusunan", "III. Substansi"
Facts = Callable[[Book, Ledger, tuple[Finding, ...]], str]


def review(
    book: Book, ledger: Ledger, findings: tuple[Finding, ...], rules: Sequence[RulePage], measures: Sequence[Measure]
) -> Review:
    """The checklist, the rules that were put to the file and the formulas that recomputed it."""
    checks = tuple(
        Check(part, number, text, facts(book, ledger, findings) if facts is not None else "")
        for part, number, text, facts in _ITEMS
    )
    return Review(checks, tuple(_applied(book, findings, rules)), tuple(_formulas(ledger, measures)))


def _applied(book: Book, findings: tuple[Finding, ...], rules: Iterable[RulePage]) -> Iterable[Applied]:
    for rule in rules:
        if rule.source.holds(book.settings.tahun):
            count = sum(1 for finding in findings if finding.code == rule.code and not finding.accepted)
            yield Applied(rule.code, rule.title, rule.level.word, cited(rule.source), count)


def _formulas(ledger: Ledger, measures: Iterable[Measure]) -> Iterable[Applied]:
    for measure in sorted(measures, key=lambda item: item.code):
        count = sum(1 for entry in ledger.entries if entry.measure is measure)
        if count:
            yield Applied(measure.code, measure.label, "", cited(measure.source), count)


def _stated(sheet: str, key: str, what: str) -> Facts:
    """How many indicators have this figure in a table."""

    def sentence(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
        having = {
            kode for record in book.records(sheet) if not record.get(key).blank for kode in record.indikator
        } & set(book.indikator)
        lacking = [kode for kode in book.indikator if kode not in having]
        tail = f" Belum ada: {', '.join(lacking)}." if lacking else ""
        return f"{what} tertulis untuk {len(having)} dari {len(book.indikator)} indikator.{tail}"

    return sentence


def _capaian(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
    parts = [
        _stated("capaian_iku", key, what)(book, ledger, findings)
        for key, what in (("realisasi", "Realisasi"), ("capaian", "Capaian"))
    ]
    return " ".join(parts)


def _money(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
    records = book.records("realisasi_anggaran")
    if not records:
        return "Tabel realisasi anggaran tidak diisi."
    total = totals(records)
    known = not isinstance(total.anggaran, Missing) and not isinstance(total.realisasi, Missing)
    reached = "total anggaran, realisasi, dan persennya dapat dihitung" if known else "totalnya belum dapat dihitung"
    return f"Tabel realisasi anggaran berisi {len(records)} baris; {reached}."


def _sources(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
    filled = sum(1 for item in book.indikator.values() if item.record.text("pengumpulan"))
    return f"Teknik pengumpulan data diisi untuk {filled} dari {len(book.indikator)} indikator."


def _reliable(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
    counts = summary(findings, ledger)
    galat, beda = (counts.by_level[level.word] for level in (Level.GALAT, Level.BEDA))
    return (
        f"{counts.agree} dari {counts.checked} angka yang dihitung ulang sesuai; "
        f"terbuka {galat} galat dan {beda} beda. Keandalan sumber datanya tidak dapat dinilai alat ini."
    )


def _against(key: str, what: str) -> Facts:
    """Whether names and targets agree with another document, as far as the workbook holds it."""

    def sentence(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
        records = book.records(key)
        if not records:
            return f"{what} tidak ada dalam buku kerja."
        shared = {kode for record in records for kode in record.indikator} & set(book.indikator)
        title = records[0].title
        count = sum(
            1
            for finding in findings
            if not finding.accepted
            and any(where is not None and where.sheet == title for where in (finding.where, *finding.related))
        )
        return (
            f"{len(shared)} dari {len(book.indikator)} indikator ada pada {what}; "
            f"{count} temuan terbuka menyangkut lembar itu."
        )

    return sentence


def _comparison(book: Book, ledger: Ledger, findings: tuple[Finding, ...]) -> str:
    documents = [
        f"{what} {'ada' if book.records(key) else 'tidak ada'}"
        for key, what in (
            ("target_realisasi", "target dan realisasi"),
            ("tahun_lalu", "tahun lalu"),
            ("renstra", "target akhir Renstra"),
        )
    ]
    return f"Pembandingan: {', '.join(documents)}. Standar nasional tidak termasuk buku kerja ini."


_ITEMS: tuple[tuple[str, str, str, Facts | None], ...] = (
    (FORMAT, "1", "LKj menampilkan data penting instansi.", None),
    (FORMAT, "2", "LKj menyajikan informasi target kinerja.", _stated("perjanjian", "target", "Target")),
    (FORMAT, "3", "LKj menyajikan capaian kinerja secara memadai.", _capaian),
    (FORMAT, "4", "Lampiran mendukung isi laporan.", None),
    (FORMAT, "5", "LKj menyajikan upaya perbaikan ke depan.", None),
    (FORMAT, "6", "LKj menyajikan akuntabilitas keuangan.", _money),
    (MECHANISM, "1", "LKj disusun oleh unit yang memiliki tugas itu.", None),
    (MECHANISM, "2", "Informasi dalam LKj didukung data yang memadai.", _sources),
    (MECHANISM, "3", "Ada mekanisme penyampaian data dari unit kerja ke penyusun LKj.", None),
    (MECHANISM, "4", "Penanggung jawab pengumpulan data di tiap unit telah ditetapkan.", None),
    (MECHANISM, "5", "Data dan informasi dalam LKj diyakini keandalannya.", _reliable),
    (MECHANISM, "6", "Analisis dalam LKj diketahui unit kerja terkait.", None),
    (MECHANISM, "7", "LKj unit yang lebih tinggi merupakan gabungan unit di bawahnya.", None),
    (SUBSTANCE, "1", "Tujuan/sasaran sesuai dengan Perjanjian Kinerja.", _against("perjanjian", "Perjanjian Kinerja")),
    (SUBSTANCE, "2", "Tujuan/sasaran selaras dengan Renstra.", _against("renstra", "tabel Renstra")),
    (SUBSTANCE, "3", "Bila tidak selaras, ada alasannya.", None),
    (
        SUBSTANCE,
        "4",
        "Tujuan/sasaran sesuai dengan Indikator Kinerja Utama.",
        _against("capaian_iku", "tabel Capaian IKU"),
    ),
    (SUBSTANCE, "5", "Bila tidak sesuai, ada alasannya.", None),
    (SUBSTANCE, "6", "IKU dan indikator cukup untuk mengukur tujuan/sasaran.", None),
    (SUBSTANCE, "7", "Bila belum cukup, ada alasannya.", None),
    (SUBSTANCE, "8", "Ada pembandingan dengan tahun lalu, standar nasional, dan lainnya yang bermanfaat.", _comparison),
    (SUBSTANCE, "9", "IKU dan indikator memenuhi kriteria SMART.", None),
)
