"""Answer: question, evidence, claims, citations, verification; an Answer or a Refusal."""
