"""Figures tied to each other: sums, percents, copies; which of them is wrong, and what follows from it.

May import: model, spec, measures.

Modules, each below those it imports:

closing_totals      Totals that close a table, each with the amounts it adds.
methods             Wrong ways to compute a realisasi: with another year's figures, with the rest as divisor, with
                    another series.
mistakes            Mistakes that would explain many wrong figures at once: cells, rows or columns exchanged, a column
                    moved.
base_data_mistakes  Base data of this year that are still last year's, or stand in another year's or row's cell.
moved_totals        What moves with an amount of rupiah: totals it is or is added to, the absorption of its row, the
                    word efisien.
relation            One tie of amounts: what it says, whether it holds, and what would make it hold.
followers           Amounts that follow from others because a formula computes them.
repair              Figures that are judged wrong, and the base figures among them with what would be right.
shared_anggaran     Budgets of the efficiency tables: which programmes pay for a row, and rows that several indicators
                    share.
slips               How two figures differ if one is a slip of the finger of the other: a digit, two digits swapped, a
                    shifted mark.
input_culprits      What the inputs of a capaian or a progress figure would have to be, where they are stated in one
                    cell only.
corrections         Corrections worth trying: what an input would have to be for a figure computed from it to be as
                    stated.
ties                Amounts of rupiah tied together: by a sum, a percentage, a remainder, or because another table
                    states the same.
absent              Amounts of rupiah where a sign stands for a figure, and what the others say they are.
triwulan_culprits   Which quarter is the wrong one, where the quarters do not make up the year's figure that other
                    tables state.
witnesses           Which rupiah figure is the wrong one: every sum, percentage and other table is a witness for or
                    against a cell.
amounts             Amounts of rupiah that others speak for or against: sums of the budget tables, the same budget
                    elsewhere.
data_culprits       Which base figure is the wrong one: a cell of Data Dasar that many other figures speak against.
roots               Roots and what follows from them: the book with its culprits corrected shows which figures would
                    agree.
wrong_settings      Settings of an indicator that its figures speak against: direction, numerator, denominator, or the
                    code of a row.
"""
