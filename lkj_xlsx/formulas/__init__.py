"""Formulas of a spreadsheet: taken apart, evaluated, put in words; one at a time and without any report.

May import: model.

Modules, each below those it imports:

contents   What cells and results mean inside a formula: as an operand, a condition, a text, or in a comparison.
constants  Figures typed inside a formula: an amount added by hand, a factor nobody can see in the table.
evaluate   What a formula gives now: the common part of a spreadsheet's arithmetic, in decimals, from the cells as
           saved.
runs       Formulas that add cells of their own column: which rows they add, and how often.
tokens     The tokens of a formula, as the spreadsheet library tells them.
parse      From a formula's text to its tree: tokens by `tokens`, precedence by the rules of spreadsheets.
shared     Shared formulas: typed once, filled over many cells, told at each of its places.
"""
