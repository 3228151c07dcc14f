"""From a workbook to a book of records and facts: the only home of what reads spreadsheets.

May import: errors, model, spec, formulas.

Modules, each below those it imports:

dates            Dates as people in Indonesia write them.
facts            Facts: each figure as a statement about a subject, a measure and a year, so that repeated ones meet.
foreign          What a file is that is no .xlsx workbook, told from its content: its name says nothing.
formats          What a number format says about a figure: percent, grouped thousands, decimals fixed or at most.
grid             The cells of one sheet, held sparsely, with its merged ranges.
names            The nearest declared name to one that was typed.
header           The header row of a sheet and the columns of its fields, wherever they stand.
form             A form sheet: one line a field, its label in one column and the answer in the next.
layout           Which sheet of the file is which sheet of the template, by title alone.
stream           Elements of a part as they end, however long the part is: what was seen is let go at once.
events           A sheet's XML as it passes: one event for each cell, whatever else stands in it, and nothing kept.
strict           Strict Open XML read as transitional: the same tables under other namespaces.
package          Is this file a workbook that can be read safely? Looked at before any library opens it.
parts            How the parts of a package hang together: its content types, and the relations of one part to others.
strings          The workbook's shared texts: each read once, kept once, however many cells show it.
styles           Number formats by style number: the only part of the style sheet that carries meaning here.
parser           What the cells of a sheet hold: formula, saved result and number format of each together, in one pass.
values           From what a cell holds to what it means under its field's kind.
checks           What is remarked about a single value: odd spelling, a required cell left blank, a word outside its
                 list.
row_values       The values of one row, each made from its cell when it is asked for.
rows             The filled rows under a header: which of them are records, and what a blank cell takes from above.
repeated_tables  Tables pasted again below themselves: a second heading row, and the rows under it that stand above
                 already.
settings         The sheet Identitas dan Pengaturan: who reports, for which years, by which formulas.
records          Records of a sheet: its lines with their values checked and the indicators they speak of.
settling         Figures that can be read two ways (`127.433`), settled by what else the book says of the same
                 indicator.
unseen           What a sheet holds and no program shows: hidden parts of a table, contents under merged ranges, cells
                 told twice.
workbook         An open workbook: its sheets by title, each read in one pass when asked for.
finished         From a finished workbook of ours back to the filled template it was made of.
inspect          What any workbook holds, in one pass over each sheet; no template is needed.
renamed          A sheet of the template under another name, known again by its headings.
sheet_cells      The cells of sheets that have formulas, and of those their formulas name.
book             Read a filled template: the one entry to this package.
"""
