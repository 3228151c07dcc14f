"""Drawing of finished files: templates, workbooks, text, JSON. Writers show, they never compute.

May import: errors, model, spec.

Modules, each below those it imports:

explain             The rules and the permitted formulas as plain text at 80 columns: the catalogue and their manual
                    pages.
figures             The figures of a finding in Indonesian writing, for pages that people read.
fill_check          Every way in which a data file departs from the template, each with its JSON path and what to do.
frame               Findings as a pandas DataFrame, for those who count, filter and compare them.
marks               The marks of levels and predikat, the same in every output. Nothing is told by colour alone.
ours                Is this existing file a workbook just as we wrote it? Only then is nothing lost when it is written
                    again.
readiness           What every output says of a report as a whole: whether it may be attached, and what the levels mean.
schema              The JSON Schema of the data file that `fill` reads, made from the specification.
shown               The door of all texts that leave: what came from a cell or a file's name is shown, and steers
                    nothing.
as_json             The report for machines: one JSON document, numbers as text with a decimal point, the same bytes
                    every time.
as_sarif            The report as SARIF 2.1.0, the exchange format of checking tools: one run, its rules, one result a
                    finding.
folder              What the command says of many files: a bar while it works, a line for each file, and the sum.
inspection          What a workbook holds, for people and for machines.
json_schema         The JSON Schema of the document that `audit --format json` prints; run as a module it prints the
                    published file.
recap_columns       The columns of the recap, the same in every form, and its rows as a table.
temporary           Temporary files beside their target: held while they are written, recognised and removed when they
                    were left over.
safe                Whole files or none: a result is written beside its target, checked, and moved there in one step.
unchecked           What was not checked, in few lines: a short list as it is, a long one by what was to be computed and
                    why it was not.
terminal            The report on a terminal: by table, the worst first, readable at 80 columns and without colour.
as_markdown         The report for a chat or a ticket: what is wrong, where, and what to do, in Markdown tables.
difference          Two versions side by side, as text for people and as JSON for machines.
xlsx                What all workbooks of ours are written with: the file, the pen, the looks, the room that text needs,
                    the page.
page_tables         The report tables as an HTML page shows them: joined cells, marks at flagged cells, and a name for
                    every cell.
as_html             The report as one page for a browser: self-contained, searchable, with links between findings and
                    tables.
documents           The forms of the report that are printed as one document, by the name given to `--format`.
recap_workbook      The recap as a workbook: Ringkasan with charts, Rekap with one row a file, Temuan with what was
                    found in each.
recap               The recap of many audits: one row a file, the worst first, as a workbook, CSV, Parquet or JSON, and
                    read back.
template_entries    Entries of a data file as cells of the template: what an Indonesian Excel makes of what is typed,
                    put into its cell.
template_columns    The columns of a sheet for given years: which field stands where, how wide, and what a data file
                    holds for it.
template_guide      The sheet Petunjuk, made from the same declarations as the sheets it explains.
template_lists      Drop-down lists: a hidden sheet holds their words, defined names hold their places.
template_checks     Input messages, drop-down lists and gentle number checks of one column or one line.
template_table      One sheet of columns: title, guide line, header, prepared rows, and the rows of a data file if there
                    are any.
template_form       The form sheet: one line a field, `Isian | Nilai | Keterangan`.
template            The template workbook, drawn from the specification: empty, or filled with the rows of a data file.
fill                Fill the template from a data file: cells exactly as they would be typed.
workbook_findings   The sheet Temuan: every finding on a row that filters, with a link to its cell in the report's
                    tables.
workbook_index      The sheet Indeks: a link to every sheet, with what it holds.
workbook_narrative  The sheet Narasi: sentences for each table, ready to be pasted into the report.
workbook_review     The sheet Kertas Kerja Reviu: what was examined and how, what was not, the checklist, and room to
                    sign.
workbook_summary    The sheet Ringkasan: is it ready, the key figures, what was found, what was not checked, and what
                    was examined.
workbook_tables     One sheet for each report table, drawn as the LKJ prints it.
workbook_refs       Where everything stands in the finished workbook, and formulas with those addresses.
workbook_paper      The sheet Kertas Kerja: the report's own sections under one another, on one grid of columns.
workbook_charts     The sheet Grafik: native charts, readable without colour, and the figures behind them.
workbook            The finished workbook: Ringkasan, Temuan, one sheet for each table of the report, and the working
                    papers.
"""
