"""Figures tied to each other: sums, percents, copies; which of them is wrong, and what follows from it."""
