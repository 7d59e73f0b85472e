"""Read: a file becomes text with offsets, and text becomes meetings, agenda items and decisions."""
