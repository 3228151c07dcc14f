"""Formulas of a spreadsheet: taken apart, evaluated, put in words; one at a time and without any report."""
