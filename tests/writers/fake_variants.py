"""A few variants for tests of the writers, which must not know the real ones."""

from __future__ import annotations

from lkj_xlsx.model.declare import Source, Variant
from lkj_xlsx.spec.template import TEMPLATE

SOURCE = Source("UJI", "Hanya untuk uji", "D")


def fake_variants(each: int = 3) -> tuple[Variant, ...]:
    """`each` variants of every option; the first is the default, but the efficiency formula must be chosen."""
    options = sorted({field.option for sheet in TEMPLATE.sheets for field in sheet.fields if field.option})
    return tuple(
        Variant(
            option,
            f"{option}-{n}",
            f"Cara {n} untuk {option}",
            SOURCE,
            "",
            lambda: None,
            default=n == 1 and option != "rumus_efisiensi",
            order=n,
        )
        for option in options
        for n in range(each, 0, -1)
    )
