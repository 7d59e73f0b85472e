"""Passages found, and their sentences weighed as evidence."""
