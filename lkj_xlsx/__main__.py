"""`python -m lkj_xlsx` is the command `lkj-xlsx`."""

from __future__ import annotations

import sys

from lkj_xlsx.cli import main

if __name__ == "__main__":
    sys.exit(main())
