"""Formulas of the field: one module a measure, every permitted variant beside it with its source.

May import: model, spec.

Modules, each below those it imports:

basis             Bases of a recomputation: points from exact or typed figures, ranges from typed figures and their
                  rounding.
agreement         One fact stated in several tables: the figure to compute with, chosen by what the tables agree on.
capaian_words     What a predikat or an opinion counts for where a figure is due: its score, or its rank.
capaian_variants  Formulas of capaian: directions, ranges, zero targets, caps.
sasaran_means     Mean capaian of a sasaran: unweighted, with or without a cap at 100.
serapan           Budget absorption and what is left: always from the rupiah, never from rounded percents.
skala             Rating scales as data: presets and the scale printed in the document, classified by upper bounds.
conclusions       What a capaian lets one conclude, and which conclusions turn over between two figures.
realisasi         Realisasi from its base data: growth, share, ratio, the series itself, or a figure given from outside.
capaian           Capaian: realisasi held against target, from the figures that most tables agree on.
efisiensi         Efficiency: capaian held against absorption. The formula differs between regions and must be chosen.
renstra           Progress towards the Renstra: realisasi up to now, and its share of the target at the end.
data_dasar        Base data: totals, increases, accumulated figures, and target levels held against their percents.
skala_predikat    The rating word of a row against the scale of the document.
tree              The tree of a budget table: which rows are programmes, kegiatan and sub kegiatan, and whose children
                  they are.
matching          The same programme under slightly different names: pairs rows of supporting programmes with rows of
                  the budget.
serapan_anggaran  The absorption that a row states, from its rupiah or by the declared mean of the percents below it,
                  and the rest.
triwulan          Quarters put together into the year, as declared per indicator and never guessed.
verdict           How a stated figure stands to the recomputed one: the table of verdicts, judged by the places the
                  author wrote.
recompute         Every declared measure put to every field it fills: the ledger of judged figures.
"""
