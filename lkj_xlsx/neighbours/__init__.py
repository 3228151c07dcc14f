"""Formulas beside each other on a sheet: which is unlike the rest, which sum misses a row, which result is old."""
