"""Text to meetings, items and decisions: one module per paper layout."""
