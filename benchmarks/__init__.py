"""Benchmarks of the audit: planted mistakes and what became of them."""
