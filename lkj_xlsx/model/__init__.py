"""Plain frozen values that every other package speaks in. Standard library only.

May import: nothing of ours.

Modules, each below those it imports:

collect        Find declared objects in a package, so that adding one means writing it and nothing else.
inspection     What a workbook holds, whoever made it: what a reviewer wants to know before trusting it.
limits         How far a workbook may swell while it is read: the guard against files made to fill a computer.
memory         Work that makes a great many objects and no cycles among them.
message        Sentences for people, kept as a template and its values so that they can be shown in another language.
language       The language a person reads: Indonesian as written in the code, or another by its gettext catalogue.
number         The one door for numbers: decimals from cells, stated places, intervals, rounding, absence.
cell           Where a figure stands, what the file holds there, and what it means.
expression     Live formulas without addresses: what is computed, from which cells; a writer that knows the places
               writes them.
flip           Conclusions that turn over with the right figure, as values; their words are made when they are shown.
finding        What the audit says: levels, findings and their likely causes.
branch         Findings as a tree: each root mistake with the findings that are wrong only because of it.
difference     What two versions of one filled template have apart: cells in the template's own words, and findings.
held           What a file holds in the cells of one sheet, row by row.
formula        A formula taken apart: what it adds, divides and refers to, without any workbook library.
outcome        What the audit of one file among many leaves behind: small, plain, and the same on whatever machine it
               was made.
places         Places as files write them: `AB12` as row and column.
report         The whole result: report tables, charts, findings and what was examined. Writers only draw it.
spelling       Numbers as people in Indonesian offices type them: the only parser of numeric text.
values_by_key  The values of one row by field key, as a record asks for them.
record         Records (filled rows) and facts (single statements), as they were read.
pairing        Which rows of two versions are the same row: by their codes and names, never by their place on the sheet.
statements     What records state: facts by what they measure, by what they tell and by cell, made when somebody asks.
fact           What was read: what was seen and remarked, indicators, settings, and the book that holds all of it.
corrected      A book with some of its cells put right, to see what would agree then.
ukuran         What a figure is: what it follows from, which formulas it may follow, how its quotient is made.
computed       Recomputed figures: the bases they rest on, how a stated figure compares, and the ledger of all of them.
declare        Declarations that sit on functions: a measure, a variant of it, a rule, a cause.
options        The declared variants, found by option: what a drop-down offers and what a chosen label means.
"""
