"""Answers computed from the catalogue rather than found by likeness: complete lists, counts, who was there."""
