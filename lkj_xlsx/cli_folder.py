"""`audit` of many files, and `diff` of two versions: options → folder → writers → exit code.

Exit codes of many files: 3 where none could be used; else 1 where one has findings at or above --fail-on or could not
be used; else 0.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lkj_xlsx.cli_files import FILE, few, tell_open, today
from lkj_xlsx.model.limits import limited
from lkj_xlsx.model.message import say
from lkj_xlsx.usage import Command, bounds_option, day, printed, spoken, tell

if TYPE_CHECKING:
    import datetime

    from lkj_xlsx.folder.unit import Task
    from lkj_xlsx.model.outcome import Outcome

LOCAL = "lokal"
UNUSABLE = 3


@dataclass(frozen=True, slots=True)
class Many:
    """What `audit` was asked to do with many files."""

    rekap: Path | None
    resume: bool
    pekerja: int | None
    cluster: str | None

    @property
    def asked(self) -> bool:
        return self.rekap is not None or self.resume or self.pekerja is not None or self.cluster is not None


def folder_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of `audit` that belong to many files."""
    options = (
        click.option("--rekap", type=FILE, metavar="BERKAS", help="Rekap semua berkas: .xlsx, .csv, .parquet, .json."),
        click.option("--resume", is_flag=True, help="Lewati berkas yang sudah ada dalam rekap dan belum berubah."),
        click.option(
            "--pekerja",
            "--workers",
            "pekerja",
            type=click.IntRange(1, 256),
            help="Proses bersamaan; bawaan: semua inti.",
        ),
        click.option(
            "--cluster",
            is_flag=False,
            flag_value=LOCAL,
            metavar="[tcp://...]",
            help="Kerjakan di kluster Dask; tanpa alamat: kluster di komputer ini.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def audit_many(paths: Sequence[str], many: Many, task: Task, no_workbook: bool, style: str, bar: int | None) -> int:
    """Audit every workbook meant by `paths` and say what came of it; `bar` is the level that fails, None for never."""
    from lkj_xlsx.folder.find import listing
    from lkj_xlsx.folder.gather import edition, known, tasks_for
    from lkj_xlsx.folder.unit import remote
    from lkj_xlsx.writers import folder as writer

    _check(paths, many, style)
    files = listing(paths)
    if not no_workbook and any(remote(item.source) for item in files.workbooks):
        raise click.UsageError(say("hasil tidak ditulis ke penyimpanan jauh: tambahkan --no-workbook."))
    if files.results:
        tell(say("Dilewati, hasil alat ini: {0}.", few(files.results)))
    listed = many.rekap is not None and many.rekap.suffix.lower() == ".xlsx"  # only there findings have a sheet
    tasks = tasks_for(files.workbooks, replace(task, listed=listed, edition=edition()), not no_workbook)
    kept, left = known(tasks, _earlier(many, task.force))
    with writer.progress(len(left)) as seen, closing(_fresh(left, many)) as fresh:
        outcomes = _gathered(kept, fresh, seen, many)
    printed(writer.folder_text(outcomes, spoken()) if style == "text" else _json(outcomes))
    tell_open(*(Path(item.source) for item in files.workbooks if not remote(item.source)))
    return code_of(outcomes, bar)


def code_of(outcomes: Sequence[Outcome], bar: int | None) -> int:
    """The exit code of many files."""
    from lkj_xlsx.model.finding import Level

    if not any(outcome.audited for outcome in outcomes):
        return UNUSABLE
    words = [level.word for level in Level if bar is not None and level >= bar]
    return int(any(outcome.error or any(outcome.open(word) for word in words) for outcome in outcomes))


def _check(paths: Sequence[str], many: Many, style: str) -> None:
    from lkj_xlsx.folder.unit import remote

    if style not in ("text", "json"):
        raise click.UsageError(say("untuk banyak berkas, --format adalah text atau json."))
    if many.resume and many.rekap is None:
        raise click.UsageError(say("--resume memerlukan --rekap: di sanalah tercatat apa yang sudah diperiksa."))
    if many.cluster is not None and many.cluster != LOCAL and "://" not in many.cluster:
        raise click.UsageError(
            say(
                "--cluster {0}: tulis alamat seperti tcp://10.0.0.1:8786, atau letakkan --cluster sesudah nama berkas.",
                many.cluster,
            )
        )
    if not all(path.removeprefix("file://") for path in paths):  # an empty path is the current folder to the system
        raise click.UsageError(
            say("nama berkas atau folder kosong. Untuk folder yang sedang dibuka, tulis titik: lkj-xlsx audit .")
        )
    if not any(remote(path) or os.path.lexists(path) for path in paths):  # a link to nowhere is told in a row
        raise click.UsageError(
            say("tidak ditemukan: {0}. Nama berkas yang berspasi diberi tanda kutip.", ", ".join(paths))
        )


def _earlier(many: Many, force: bool) -> tuple[Outcome, ...]:
    """The outcomes that an earlier recap holds; the recap's place is looked at before any work is done."""
    if many.rekap is None:
        return ()
    from lkj_xlsx.writers.recap import believed, read_recap, refuse_foreign

    refuse_foreign(many.rekap, force)
    earlier = read_recap(many.rekap) if many.resume and os.path.exists(many.rekap) else ()
    kept = believed(earlier, many.rekap)
    if changed := [outcome.path for outcome in earlier if outcome.seal and outcome not in kept]:
        tell(say("Berbeda dari yang ditulis alat ini di dalam rekap, diperiksa lagi: {0}.", few(changed)))
    return kept


def _fresh(tasks: Sequence[Task], many: Many) -> Generator[Outcome, None, None]:
    from lkj_xlsx.folder.run import cores, run

    workers = many.pekerja or cores()
    if many.cluster is None:
        return run(tasks, workers)
    from lkj_xlsx.folder.cluster import run_on_cluster

    return run_on_cluster(tasks, many.cluster, workers)


def _gathered(
    kept: Sequence[Outcome], fresh: Iterator[Outcome], seen: Callable[[Outcome], None], many: Many
) -> tuple[Outcome, ...]:
    from lkj_xlsx.folder.gather import gather

    def keep(outcomes: Sequence[Outcome]) -> None:
        if many.rekap is not None:
            from lkj_xlsx.writers.recap import write_recap

            write_recap(outcomes, many.rekap)

    outcomes = gather(kept, fresh, seen, keep)
    keep(outcomes)
    return outcomes


def _json(outcomes: Sequence[Outcome]) -> str:
    from lkj_xlsx.model.outcome import ranked
    from lkj_xlsx.writers.recap import recap_json

    return recap_json(ranked(outcomes))


@click.command(cls=Command)
@click.argument("old", type=FILE, metavar="LAMA.xlsx")
@click.argument("new", type=FILE, metavar="BARU.xlsx")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran.")
@click.option(
    "--tanggal", type=day, metavar="HARI", help="Hari berlakunya Pengecualian, contoh 2025-03-31; bawaan: hari ini."
)
@bounds_option
def diff(old: Path, new: Path, style: str, tanggal: datetime.date | None, batas: tuple[tuple[str, int], ...]) -> int:
    """Bandingkan dua versi template terisi.

    Isian yang berubah, sel demi sel, serta temuan yang baru, hilang, dan tetap. Kode keluar 1 bila ada galat baru.
    """
    from lkj_xlsx.versions import compare
    from lkj_xlsx.writers.difference import difference_json, difference_text

    difference = compare(old, new, tanggal or today(), limited(batas))
    write = difference_json if style == "json" else difference_text
    printed(write(difference, spoken()))
    tell_open(old, new)
    return int(difference.worse)
