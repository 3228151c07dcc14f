"""Mean capaian of a sasaran: unweighted, with or without a cap at 100."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkj_xlsx.model.declare import variant
from lkj_xlsx.model.message import say
from lkj_xlsx.model.number import Missing, Reason
from lkj_xlsx.spec import sources

OPTION = "rata_sasaran"


@variant(OPTION, "RATA", "Rata-rata tanpa bobot", sources.CAP_RATA, default=True, order=1, excel="{x}")
def rata(results: Sequence[Decimal]) -> Decimal | Missing:
    """Capaian indikator dijumlah lalu dibagi banyaknya; yang tidak dapat dihitung tidak ikut."""
    if not results:
        return Missing(Reason.MASUKAN, say("tidak ada capaian yang dapat dihitung"))
    return sum(results, Decimal(0)) / len(results)


@variant(
    OPTION,
    "RATA-100",
    "Rata-rata, tiap capaian paling tinggi 100",
    sources.CAP_RATA,
    order=2,
    excel="MIN(100,{x})",
    bound=Decimal(100),
)
def rata_100(results: Sequence[Decimal]) -> Decimal | Missing:
    """Capaian di atas 100 dihitung 100 sebelum dirata-ratakan."""
    mean: Decimal | Missing = rata.apply([min(result, Decimal(100)) for result in results])
    return mean


RATA = {item.code: item for item in (rata, rata_100)}
