"""What the template is, as data: sheets, fields, words. Template, reader, instructions and JSON Schema follow.

May import: model.

Modules, each below those it imports:

field        The vocabulary of the specification: kinds of content, fields and sheets.
closing      The words by which a row closes a table: a total, a mean, or the names of those who sign below it.
columns      Columns that several sheets share, declared once.
anggaran     Sheets of resources: efficiency, supporting programmes, budget realisation.
companions   Sheets beside the figures: analysis and accepted deviations.
data_dasar   The sheet of base data that realisasi and targets are computed from.
glossary     The law's words as the project uses them: one word per idea, in code, texts and documents.
kinerja      Sheets of performance: achievement, comparisons with last year and with the Renstra, AKIP, quarters.
letters      Words that stand for a score: the letters of AKIP with their bounds, and the opinions of the auditors
             (BPK).
perencanaan  Sheets of planning: identity and chosen variants, list of tables, indicators, agreement (PK), rating scale.
remarks      Names of what the reader may notice; the rules put them into words.
sources      Where rules and formulas come from. A regulation is a label here; no article is claimed as verified.
template     The template: all sheets in tab order, and its version.
units        Units of figures as the field writes them: what counts whole things, what is a fraction, what is told in
             words.
same_units   Whether two units mean the same: spellings and synonyms do, a percent beside people does not.
"""
