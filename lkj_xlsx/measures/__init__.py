"""Formulas of the field: one module a measure, every permitted variant beside it with its source."""
