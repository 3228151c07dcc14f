"""Questions to a book, one function each; `collect` finds them.

May import: model, spec, formulas, measures, neighbours, relations.

Modules, each below those it imports:

across_tables    References between sheets: names as in the agreement, indicators present everywhere, units and counts
                 alike.
codes            Is every row under the code of the indicator it names.
consequences     Which conclusions turn over with the right figure, asked of the measure whose figure it is.
dates            Dated choices: a formula that an office chose must hold in the report's year.
failed_rule      About the tool itself: a rule that failed is said aloud, never passed over.
file             What the file carries beside its tables: programs and ties to other files.
one_mistake      One mistake behind many findings: cells or columns exchanged, a column moved, a wrong setting of an
                 indicator.
outside_tree     Rows of the budget that stand below no programme, so that no sum contains them.
pengaturan       Are the formula and the scale chosen that the filled tables need.
pengecualian     The sheet Pengecualian: its entries, each with what it speaks of, who answers for it, and until when.
places           What a place in the book is called: its sheet, heading, table and subject, for rules that start from a
                 remark.
entries          Is everything filled in that must be, and does every word and code mean something.
formula_wording  Findings at formulas: where they stand, what they are called, and their effect in rupiah or points.
repeated_codes   Codes of the budget that stand twice in a table, or under a head they do not belong to.
spelling         Can every figure be read, and only one way: the content of numeric cells.
stale_results    Is the saved result of a formula still what the formula gives, and which formulas could not be computed
                 again.
structure        Is the workbook built like the template: its sheets and its columns.
suspects         Cells that may be the wrong one, where nothing in the book tells which of several is.
unseen           What the file holds and a spreadsheet program does not show: it is read, and told.
wording          Findings from judged figures: subject, wording of figures, and the next step.
absent           A sign in place of a figure: is it told elsewhere what the figure is.
anggaran         Rupiah: do sums add up, is the same budget the same everywhere, is more spent than was given.
conflicts        One fact, several cells: do all tables state the same figure, and which one is to be trusted.
arithmetic       Does each stated figure agree with its recomputation, judged by the places its author wrote.
formula_sums     Sums typed as formulas: rows left out, rows added twice, percents among rupiah.
formulas         Formulas beside their neighbours: the odd one, figures typed inside or over a formula, a locked
                 divisor.
nomenklatur      Codes of the budget nomenclature: their shape, their level, and whether they are a regency's.
penilaian        Words that judge: rating words against the scale, AKIP letters against their scores.
plausibility     Plausible but unusual figures, and printed years that do not fit the period.
tahun_lalu       Year on year: what this report says of earlier years against what was published there.
tahun_laporan    The year of the report against the years that the headings print.
triwulan         Quarters against the year's figure that other tables state.
"""
