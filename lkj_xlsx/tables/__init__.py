"""The tables of the report, one module each: how the rows of a template sheet appear in the LKJ.

May import: model, spec, formulas, measures, neighbours, relations.

Modules, each below those it imports:

all_tables          Every table of the report, found by its number in the records; adding one needs no line here.
anggaran            Levels and totals of the budget: what the table of Realisasi Anggaran and the key figures both need.
excel               What the measures' live formulas have in common: blank is not zero, lists may be long, means leave
                    out what is none.
items               One cell of a report table: what was typed, what was recomputed, and what was found there.
layout              From the specification of a sheet to a report table: what the tables of the report have in common.
indikator           How the data of each indicator are gathered and watched (usually Tabel 3.1).
outline             Tables in outline: number, title, and the amounts of rupiah that findings stand at.
printed_tables      The tables that are printed as their sheet is typed: each is one declaration of what it shows.
sensitivity         How much the conclusions hang on the chosen formulas: the words that judge, under every rival
                    variant.
spines              The spine: one row an indicator, from target and realisasi to capaian, predikat and progress, each
                    with its formula.
efisiensi_paper     The working paper's section on efisiensi: may the word efisien be used, and from which figures.
charts              Charts, declared by the cells they show, and the figures behind them.
live_figures        Key figures that follow from the spine: counted and averaged by the spreadsheet program itself.
references          From which cells a figure of the report follows: every formula that may stand in its cell, with what
                    it gives.
chains              Formulas put into the report's tables, and only those that a spreadsheet program can follow.
realisasi_anggaran  Budget and what was spent of it, by program, kegiatan and sub kegiatan (usually Tabel 3.22).
anggaran_sentences  Sentences on money: efisiensi, supporting programmes, and the whole budget.
key_figures         The figures that the report's text needs and often leaves blank: totals, counts, averages, extremes.
narrative           Sentences that state the figures of each table, for the office to paste; the figures are those the
                    tables show.
stated_figures      Every stated figure beside its recomputed one: the long section of the working paper.
summary             What was checked, what agreed, what could not be checked and why, and which variants were used.
gaps                What a report still lacks: figures and ratings of the year that are not there, or that could not be
                    checked.
reviu               What the reviewer's working paper needs: the checklist with the facts a program can give, rules and
                    formulas used.
working_paper       The working paper: the spine of every indicator, and every stated figure beside its recomputed one.
assembly            All that a report shows of a book: live tables, the working paper, key figures, charts and
                    sentences.
"""
