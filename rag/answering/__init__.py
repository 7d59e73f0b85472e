"""Evidence chosen and told, or refused, with what must be said of it."""
