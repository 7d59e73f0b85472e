"""Files to text: one module per format."""
