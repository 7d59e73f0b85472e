"""A question, understood without a language model."""
