"""Prose by a language model, and the verification every claim passes."""
