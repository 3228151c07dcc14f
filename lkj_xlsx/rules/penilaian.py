"""Words that judge: rating words against the scale, AKIP letters against their scores."""

from __future__ import annotations

from collections.abc import Iterator

from lkj_xlsx.measures import skala_predikat
from lkj_xlsx.measures.skala import scale_of
from lkj_xlsx.measures.verdict import normal_word
from lkj_xlsx.model.cell import Value
from lkj_xlsx.model.computed import Judged, Ledger, Verdict
from lkj_xlsx.model.declare import rule
from lkj_xlsx.model.fact import Book
from lkj_xlsx.model.finding import Finding, Level
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, show
from lkj_xlsx.model.record import Record
from lkj_xlsx.rules.wording import judged_finding, named, of_entry, of_fact
from lkj_xlsx.spec import sources
from lkj_xlsx.spec.letters import LETTERS, letter_of
from lkj_xlsx.spec.template import TEMPLATE

PREDIKAT = "LKJ331", "predikat-salah"
ISTILAH = "LKJ332", "predikat-di-luar-skala"
HURUF = "LKJ333", "huruf-akip"
HURUF_BEDA = "LKJ334", "huruf-akip-berbeda"
CELAH = "LKJ335", "celah-skala"


def _rated(ledger: Ledger) -> Iterator[Judged]:
    """The rating words of a book."""
    return (entry for entry in ledger.entries if entry.measure is skala_predikat.predikat)


@rule(*PREDIKAT, Level.GALAT, "Predikat tidak sesuai skala", sources.SKALA_BATAS)
def predikat(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kata predikat dibandingkan dengan Skala Nilai, menurut batas atas tiap baris.

    Mengapa penting: predikat adalah kesimpulan yang dibaca lebih dulu. Dinyatakan salah hanya bila tidak cocok dengan
    capaian tertulis maupun capaian hasil hitung ulang.

    Contoh yang ditemukan: capaian 83,72 dengan "Sangat Tinggi"; skalanya Tinggi.
    Contoh yang lolos: capaian 90,05 dengan "Tinggi" atau "Sangat Tinggi", karena jatuh di celah skala yang tercetak.

    Cara memperbaiki: ganti katanya menurut Skala Nilai.
    """
    scale = scale_of(book)
    if isinstance(scale, Missing):
        return
    labels = {normal_word(step.label) for step in scale.steps}
    for entry in _rated(ledger):
        value = entry.computed.value
        if entry.verdict is not Verdict.SELISIH or not value.text.strip("- "):
            continue
        if normal_word(value.text) not in labels:
            continue
        said = entry.record.get("capaian")
        yield judged_finding(
            PREDIKAT,
            Level.GALAT,
            entry,
            book,
            say(
                "Tertulis {lama}, padahal capaian {angka} menurut Skala Nilai adalah {baru}.",
                lama=value.text,
                angka=said.shown if said.known is not None else say("hasil hitung ulang"),
                baru=entry.computed.result,
            ),
            (said.where,) if said.known is not None else (),
        )


@rule(*ISTILAH, Level.PERIKSA, "Istilah predikat tidak ada dalam skala", sources.SKALA)
def istilah(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: kata pada kolom predikat adalah salah satu kriteria pada Skala Nilai.

    Mengapa penting: kata di luar skala tidak dapat dinilai benar atau salah.

    Contoh yang ditemukan: "Baik sekali" ketika skala memakai Sangat Tinggi sampai Sangat Rendah.
    Contoh yang lolos: "sangat tinggi (ST)"; huruf besar, spasi, dan kode dalam kurung tidak dibedakan.

    Cara memperbaiki: pakai kata dari Skala Nilai.
    """
    scale = scale_of(book)
    if isinstance(scale, Missing):
        return
    labels = {normal_word(step.label) for step in scale.steps}
    for entry in _rated(ledger):
        value = entry.computed.value
        word = normal_word(value.text)
        if not word.strip("-") or word in labels or value.blank:
            continue
        yield Finding(
            *ISTILAH,
            Level.PERIKSA,
            say(
                "{kata} tidak ada dalam Skala Nilai ({skala}).",
                kata=value.text,
                skala=", ".join(step.label for step in scale.steps),
            ),
            value.where,
            entry.record.tabel,
            stated=value.text,
            recomputed=entry.computed.result if isinstance(entry.computed.result, str) else None,
            step=say("Pakai kata dari Skala Nilai di {sel}.", sel=value.where),
            **of_entry(entry, book),
        )


@rule(*CELAH, Level.CATATAN, "Capaian jatuh di celah skala", sources.SKALA_BATAS)
def celah(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: capaian yang tidak termuat di baris mana pun dari skala yang tercetak.

    Mengapa penting: skala tercetak sering berlubang (90 sampai 90,1). Kedua kata di tepinya dapat dibela, jadi ini
    hanya catatan.

    Contoh yang ditemukan: capaian 90,05 pada skala dengan baris "≥ 90,1" dan "75,1 ≤ 90".
    Contoh yang lolos: capaian 90 atau 90,1.

    Cara memperbaiki: sebutkan pembulatan yang dipakai untuk predikat.
    """
    scale = scale_of(book)
    if isinstance(scale, Missing):
        return
    for entry in _rated(ledger):
        said = entry.record.known("capaian")
        if said is None or not scale.in_gap(said):
            continue
        value = entry.computed.value
        yield Finding(
            *CELAH,
            Level.CATATAN,
            say(
                "Capaian {angka} jatuh di celah skala tercetak; menurut batas atas: {kata}.",
                angka=show(said),
                kata=scale.rate(said),
            ),
            value.where,
            entry.record.tabel,
            stated=value.text,
            recomputed=scale.rate(said),
            step=say("Sebutkan pembulatan yang dipakai untuk predikat di {sel}.", sel=value.where),
            **of_entry(entry, book),
        )


@rule(*HURUF, Level.GALAT, "Huruf AKIP tidak sesuai skor", sources.AKIP)
def huruf(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: huruf dan skor dalam satu sel, misalnya BB (76,8), menurut kategori AKIP.

    Mengapa penting: huruf tanpa skor yang sesuai menyesatkan pembaca dan evaluator.

    Contoh yang ditemukan: A (95); 95 adalah AA.
    Contoh yang lolos: BB (75); BB (76,8); A (90).

    Cara memperbaiki: cocokkan dengan lembar hasil evaluasi.
    """
    for record, value in _spelled(book):
        if value.letter is not None and value.known is not None and value.letter in LETTERS:
            right = letter_of(value.known)
            if right != value.letter and value.where.row == record.row:
                yield Finding(
                    *HURUF,
                    Level.GALAT,
                    say(
                        "Skor {skor} termasuk {benar}, bukan {lama}.",
                        skor=show(value.known, value.places),
                        benar=right,
                        lama=value.letter,
                    ),
                    value.where,
                    record.tabel,
                    record.text("indikator") or record.text("uraian"),
                    stated=value.text,
                    recomputed=right,
                    step=say("Cocokkan {sel} dengan hasil evaluasi AKIP.", sel=value.where),
                )


def _spelled(book: Book) -> Iterator[tuple[Record, Value]]:
    """The texts in columns that hold figures, which may be written with a letter beside them."""
    columns: dict[tuple[str, ...], list[str]] = {}  # rows of one sheet have the same
    for record in book.all_records:
        keys = (record.sheet, *record.values)
        if keys not in columns:
            sheet = TEMPLATE.sheet(record.sheet)
            columns[keys] = [key for key in record.values if sheet.field(key).kind.numeric]
        yield from ((record, record.get(key)) for key in columns[keys] if isinstance(record.raw(key), str))


@rule(*HURUF_BEDA, Level.BEDA, "Huruf AKIP berbeda antar tabel", sources.AKIP)
def huruf_berbeda(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """Apa yang diperiksa: huruf AKIP satu tahun sama di semua tabel, tertulis sendiri atau bersama skornya.

    Mengapa penting: huruf sering ditulis sendiri pada tabel data dan bersama skor pada tabel capaian.

    Contoh yang ditemukan: Tabel 3.18 menulis B; Tabel 3.19 menulis BB (76,80).
    Contoh yang lolos: BB di satu tabel dan BB (76,80) di tabel lain.

    Cara memperbaiki: samakan dengan lembar hasil evaluasi.
    """
    for key in dict.fromkeys((f.subjek, f.ukuran, f.tahun, f.sampai) for f in book.facts.measuring("realisasi")):
        letters = [(fact, letter) for fact in book.stated(*key) if (letter := _letter(fact.value)) is not None]
        if not letters:
            continue
        scored = [letter for fact, letter in letters if fact.value.known is not None]
        right = max(
            scored or [letter for _, letter in letters], key=(scored or [letter for _, letter in letters]).count
        )
        for fact, letter in letters:
            if letter != right:
                yield Finding(
                    *HURUF_BEDA,
                    Level.BEDA,
                    say("Tertulis {lama}, tabel lain menulis {baru}.", lama=letter, baru=right),
                    fact.value.where,
                    fact.tabel,
                    stated=letter,
                    recomputed=right,
                    related=tuple(other.value.where for other, same in letters if same == right),
                    step=say("Samakan {sel} dengan hasil evaluasi AKIP.", sel=fact.value.where),
                    **of_fact(fact, named(book, fact.subjek), fact.ukuran),
                )


def _letter(value: Value) -> str | None:
    """The AKIP letter a cell states; None where it states none, or one that its own score contradicts."""
    letter = value.letter or value.text.strip().upper()
    if letter not in LETTERS or (value.known is not None and letter_of(value.known) != letter):
        return None
    return letter
