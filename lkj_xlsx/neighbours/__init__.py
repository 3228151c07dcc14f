"""Formulas beside each other on a sheet: which is unlike the rest, which sum misses a row, which result is old.

May import: model, spec, formulas, measures.

Modules, each below those it imports:

columns  Formulas beside each other: the columns that hold some, and whose rows may be expected to be alike.
locks    Divisors locked with `$` that should have moved along when the formula was filled down.
meaning  What formulas mean, however they are written, and which of them prevails among neighbours.
results  What every formula of a book gives now, beside the result that was saved with it.
sums     Sums that staff typed as formulas, held against what they should add: children of a budget row, details of a
         total.
units    Units inside a formula: percents added to rupiah, and percents added up as if they were amounts.
"""
