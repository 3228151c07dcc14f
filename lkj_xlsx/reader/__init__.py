"""From a workbook to a book of records and facts: the only home of what reads spreadsheets."""
