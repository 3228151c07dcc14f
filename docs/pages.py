"""The pages that are made from the declarations of the package: rules, options, measures, causes, template, sources.

A page is the text a person reads; nothing here decides what is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkj_xlsx import pipeline
from lkj_xlsx.model.declare import Source, Variant
from lkj_xlsx.model.options import by_option
from lkj_xlsx.spec.field import Field, Kind, Role
from lkj_xlsx.spec.glossary import as_markdown
from lkj_xlsx.spec.template import TEMPLATE
from lkj_xlsx.writers.explain import source_line

MADE = "Halaman ini dibuat dari kode (`python -m docs.build`); sebuah uji menjaganya tetap sama."
PARTS = ("Contoh ", "- ")  # lines of a manual page that begin a part of their own
YEARS = {
    "tahun": "(tahun)",
    "tahun_lalu": "(tahun lalu)",
    "awal": "(awal Renstra)",
    "akhir": "(akhir Renstra)",
    "setiap": "(tiap tahun)",
}
ROLES = {Role.LABEL: "label baris", Role.MASUKAN: "diisi", Role.HITUNGAN: "boleh kosong, dihitung alat"}
KINDS = {
    Kind.NILAI: "nilai menurut satuan barisnya",
    Kind.JUMLAH: "bilangan bulat",
    Kind.PERSEN: "persen",
    Kind.PILIHAN: "pilihan",
}
CONFIDENCE = """\
Kata di ujung tiap sumber menyatakan seberapa pasti sumber itu: *teks aturan dilihat*, *dari sumber kedua*,
*dari ingatan, belum diverifikasi*, atau *diturunkan dari perhitungan*. Tidak ada pasal yang dinyatakan terverifikasi.
"""


def rules() -> str:
    """The catalogue of rules and the manual page of each."""
    declared = pipeline.pages()
    rows = [
        (f"[{rule.code}](#{rule.code.lower()})", rule.level.word, plain(rule.title), period(rule.source))
        for rule in declared
    ]
    parts = [
        title(
            "Aturan pemeriksaan",
            "Setiap temuan membawa kode. Carilah kodenya di sini, atau ketik "
            "`lkj-xlsx explain KODE` (dalam bahasa Inggris: tambahkan `--lang en`).",
        ),
        "Yang diperiksa hanya aturan yang berlaku untuk tahun laporannya. Arti tingkatnya: *galat* tidak mungkin benar "
        "dengan\npembulatan apa pun, *beda* satu fakta tertulis dengan dua angka, *periksa* mungkin benar tetapi tidak "
        "lazim, *catatan*\ncara penulisan.\n",
        CONFIDENCE,
        table(("kode", "tingkat", "aturan", "berlaku"), rows),
    ]
    for rule in declared:
        parts.append(f"## {rule.code}\n\n**{plain(rule.title)}** (`{rule.name}`), tingkat *{rule.level.word}*\n")
        parts.append(manual(rule.page))
        parts.append(cited(rule.source))
    return "\n".join(parts)


def options() -> str:
    """Every option with its permitted formulas and where each comes from."""
    groups = by_option(pipeline.variants())
    places = {field.option: (sheet, field) for sheet in TEMPLATE.sheets for field in sheet.fields if field.option}
    parts = [
        title(
            "Pilihan rumus",
            "Daerah memakai rumus yang berbeda-beda. Pilihan kantor Anda menentukan rumus yang "
            "dipakai\nmemeriksa; rumus lain yang diperbolehkan disebut sebagai pilihan, bukan sebagai kesalahan.",
        ),
        CONFIDENCE,
        table(
            ("pilihan", "diisi di", "kunci"),
            [
                (f"[{field.header}](#{slug(field.header)})", sheet.title, f"`{key}`")
                for key, (sheet, field) in places.items()
            ],
        ),
    ]
    for key, (sheet, field) in places.items():
        place = f"Diisi di lembar *{sheet.title}*; kuncinya `{key}`."
        parts.append(f"## {field.header}\n\n{plain(field.help)}\n\n{place}\n")
        parts += [_variant(item) for item in groups[key]]
    return "\n".join(parts)


def _variant(item: Variant) -> str:
    label = plain(item.label.removeprefix(item.code).strip())
    usual = "Berlaku bila tidak ada yang dipilih.\n\n" if item.default else ""
    return f"### {item.code}\n\n**{label}**\n\n{usual}{manual(item.page)}\n{cited(item.source)}"


def measures() -> str:
    """What is recomputed, by which formula, for which columns."""
    parts = [
        title("Yang dihitung ulang", "Ukuran yang dihitung alat ini, rumusnya, dan kolom yang diperiksa dengannya."),
        CONFIDENCE,
    ]
    for item in pipeline.measures():
        columns = [_column(sheet, field) for sheet, field in item.fills]
        parts.append(f"## {plain(item.label)}\n\nKode `{item.code}`.\n\n{manual(item.page)}")
        parts.append("Kolom yang diperiksa:\n\n" + "".join(f"- {column}\n" for column in columns))
        parts.append(cited(item.source))
    return "\n".join(parts)


def causes() -> str:
    """The kinds of mistake that can be recognised, the likeliest first."""
    parts = [
        title(
            "Sebab yang dikenali",
            "Untuk angka yang tidak cocok, alat ini mencari kesalahan yang persis "
            "menghasilkan angka tertulis itu.\nBila lebih dari satu yang cocok, yang paling kecil kemungkinannya "
            "kebetulan didahulukan; bila sama, urutan di bawah\nyang menentukan.",
        ),
        table(
            ("sebab", "nama dalam keluaran", "penjelasan dan contoh"),
            [(plain(kind.label), f"`{kind.name}`", " ".join(plain(kind.page).split())) for kind in pipeline.causes()],
        ),
    ]
    return "\n".join(parts)


def template() -> str:
    """Sheets and columns of the template."""
    parts = [
        title(
            "Lembar dan kolom template",
            f"Template versi {TEMPLATE.version}. Lembar *Petunjuk* di dalam template memuat keterangan yang sama.",
        ),
        "Kunci lembar dan kolom dipakai dalam [berkas data](data.schema.json) dan keluaran JSON. Tanda \\* berarti "
        "wajib diisi.\n",
        table(
            ("lembar", "tabel LKj", "kunci"),
            [(f"[{sheet.title}](#{slug(sheet.title)})", sheet.tables, f"`{sheet.key}`") for sheet in TEMPLATE.sheets],
        ),
    ]
    for sheet in TEMPLATE.sheets:
        parts.append(f"## {sheet.title}\n\n{plain(sheet.guide)}\n")
        head = ("isian" if sheet.form else "kolom", "kunci", "bentuk", "pengisian", "keterangan")
        parts.append(table(head, [_field(field) for field in sheet.fields]))
    return "\n".join(parts)


def _field(field: Field) -> tuple[str, ...]:
    parts = [plain(field.help)]
    parts += [f"Pilihan: {', '.join(map(plain, field.choices))}."] if field.choices else []
    parts += [f"[Pilihan rumus](pilihan.md#{slug(field.header)})."] if field.option else []
    parts += ["Sel kosong mengikuti baris di atasnya."] if field.inherits else []
    star = r" \*" if field.required else ""
    kind = KINDS.get(field.kind, field.kind.value)
    return f"{heading(field)}{star}", f"`{field.key}`", kind, ROLES[field.role], " ".join(filter(None, parts))


def sources() -> str:
    """Every source cited by a rule, an option or a measure, with what cites it."""
    users: dict[tuple[str, str], list[str]] = {}
    by_key: dict[tuple[str, str], Source] = {}
    rows = [
        *((rule.code, rule.source) for rule in pipeline.pages()),
        *((item.code, item.source) for item in pipeline.measures()),
        *((f"`{item.option}` {item.code}", item.source) for item in pipeline.variants()),
    ]
    for code, source in rows:
        key = (source.id, source.text)
        by_key[key] = source
        users.setdefault(key, []).append(code)
    lines = [
        (plain(source_line(source)), ", ".join(dict.fromkeys(users[key]))) for key, source in sorted(by_key.items())
    ]
    head = title("Sumber", "Peraturan, bentuk laporan, dan perhitungan yang menjadi dasar aturan dan rumus.")
    return "\n".join([head, CONFIDENCE, table(("sumber", "dipakai oleh"), lines)])


def glossary() -> str:
    """The words of the project."""
    return (
        "# Glossary\n\n"
        "The words of the regulations and of the template, as code, texts and documents use them. English is used only "
        "for what\nthe project invented. Made from `lkj_xlsx/spec/glossary.py`; a test holds the two equal.\n\n"
        f"{as_markdown()}"
    )


def title(text: str, about: str) -> str:
    return f"# {text}\n\n{about}\n\n{MADE}\n"


def manual(page: str) -> str:
    """A manual page: its paragraphs, with lines that begin a part of their own as a list."""
    return "\n".join(f"{_paragraph(text)}\n" for text in page.split("\n\n"))


def _paragraph(text: str) -> str:
    lines: list[str] = []
    for line in plain(text).splitlines():
        if line.startswith(PARTS):
            lines.append(f"- {line.removeprefix('- ').strip()}")
        elif lines and lines[-1].startswith("- "):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    first = next((place for place, line in enumerate(lines) if line.startswith("- ")), 0)
    if first:
        lines.insert(first, "")
    return re.sub(r"^(Apa yang diperiksa|Mengapa penting|Cara memperbaiki):", r"**\1:**", "\n".join(lines))


def cited(source: Source) -> str:
    return f"*Sumber:* {plain(source_line(source))}.\n"


def period(source: Source) -> str:
    """The years of report a source applies to."""
    if source.since and source.until:
        return f"{source.since}–{source.until}"
    return f"sejak {source.since}" if source.since else f"sampai {source.until}" if source.until else "semua tahun"


def heading(field: Field) -> str:
    """A column's heading with its years in words, since a page serves every year."""
    return plain(field.header.format(**YEARS))


def _column(sheet: str, field: str) -> str:
    spec = TEMPLATE.sheet(sheet)
    return f"*{spec.title}*: {heading(spec.field(field))}"


def plain(text: str) -> str:
    """Text in which no sign means anything to Markdown."""
    return re.sub(r"([\\`*<|\[\]])", r"\\\1", text)


def slug(text: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_lines(head, rows)) + "\n"


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    yield from (f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)
