"""`python -m lkj_xlsx` is the command `lkj-xlsx`."""

from __future__ import annotations

from lkj_xlsx.cli import run

if __name__ == "__main__":
    run()
