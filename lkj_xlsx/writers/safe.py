"""Whole files or none: a result is written beside its target and moved there in one step."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from lkj_xlsx.errors import OutputError
from lkj_xlsx.model.message import Message, say


def write_whole(path: Path, make: Callable[[Path], None]) -> None:
    """Let `make` write a temporary file in the target's folder, then put it in the target's place.

    A target that is a link is followed. After any failure the folder is as it was before, the old file included.
    Errors: `OutputError` where the file system refuses; whatever else `make` raises passes through.
    """
    target = Path(os.path.realpath(path))
    _ready(target, path)
    temporary = target.with_name(f".{target.stem}-{secrets.token_hex(6)}{target.suffix}")
    try:
        make(temporary)
        os.replace(temporary, target)
    except Exception as fault:
        refusal = next(_refusals(fault), None)
        if refusal is None:
            raise
        raise OutputError(str(_explain(refusal, path, target))) from fault
    finally:
        temporary.unlink(missing_ok=True)


def _ready(target: Path, path: Path) -> None:
    """Refuse early what would surely fail, so that no work is done in vain."""
    if not target.parent.is_dir():
        raise OutputError(
            str(
                say(
                    "Folder {folder} tidak ditemukan. Buat dahulu foldernya, atau pilih tempat lain dengan -o.",
                    folder=target.parent,
                )
            )
        )
    if target.is_dir():
        raise OutputError(
            str(
                say(
                    "{path} adalah folder. Tulis juga nama berkasnya, misalnya {example}.",
                    path=path,
                    example=path / "hasil.xlsx",
                )
            )
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(
            str(
                say(
                    "{path} ditandai hanya-baca. Hapus tanda itu pada properti berkas, atau pilih nama lain dengan -o.",
                    path=path,
                )
            )
        )


def _refusals(fault: BaseException) -> Iterator[OSError]:
    """The file system's own refusal, also where a library has wrapped it in an exception of its own."""
    for item in (fault, *fault.args, fault.__cause__, fault.__context__):
        if isinstance(item, OSError):
            yield item


def _explain(refusal: OSError, path: Path, target: Path) -> Message:
    if isinstance(refusal, PermissionError) and target.exists():
        return say(
            "{path} tidak dapat diganti: mungkin sedang dibuka di Excel. Tutup berkas itu lalu ulangi, "
            "atau pilih nama lain dengan -o.",
            path=path,
        )
    if isinstance(refusal, PermissionError) or refusal.errno == errno.EROFS:
        return say("Folder {folder} tidak boleh ditulisi. Pilih folder lain dengan -o.", folder=target.parent)
    if refusal.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("{path} tidak dapat ditulis: ruang penyimpanan habis. Kosongkan sebagian, lalu ulangi.", path=path)
    if refusal.errno == errno.ENAMETOOLONG:
        return say("Nama berkas {path} terlalu panjang. Pilih nama yang lebih pendek dengan -o.", path=path)
    return say(
        "{path} tidak dapat ditulis ({reason}). Periksa nama dan foldernya, lalu ulangi.",
        path=path,
        reason=refusal.strerror or refusal,
    )
