"""Why a figure is wrong: one function a kind of mistake, none claimed that does not reproduce the stated value.

May import: model, spec, formulas, measures, neighbours, relations.

Modules, each below those it imports:

cell_formulas   Mistakes in the formula that stands in the cell: read there, not guessed from the figure.
likelihood      Whether a supposed mistake reproduces a stated value, and how unlikely it is that it does so by chance.
copies          Copied from somewhere else: the row above, the parent row, the next column, another table's cell, last
                year.
rank            The likeliest of the mistakes that reproduce a stated value: the less a match can be chance, the
                earlier.
renstra_sums    A realisasi up to this year that adds the wrong years.
rounding        Rounded inputs: no mistake of calculation, but another basis.
sums            Sums that miss, double or mix rows.
typing          Slips of the finger: a digit, two digits swapped, the decimal mark, the sign, the unit.
wrong_formulas  The right inputs put together wrongly.
wrong_inputs    The right formula with a wrong input: another target, base, rate, budget or year.
"""
