"""A question in the record's words: "hidden prejudice" as "unconscious bias", for whoever reads it with a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.understanding.lexicon import EXACT, Reading, Term


def in_the_records_words(text: str, terms: Sequence[Term]) -> str:
    """The question with each phrase, and each word that no paper has, told as the papers tell it; as it was, where
    nothing that a paper says as a whole stands for any."""
    exact = {term.word.stem for term in terms if EXACT in term.credits.values()}
    readings: dict[str, Reading] = {}
    for term in terms:
        for each in term.readings:
            if each.whole and (len(each.own) > 1 or not exact.issuperset(each.own)):
                readings.setdefault(each.asked, each)  # the first is the likeliest
    for asked in sorted(readings, key=len, reverse=True):
        said = readings[asked].said.replace("\\", r"\\")
        text = re.sub(rf"(?<!\w){re.escape(asked)}(?!\w)", said, text, count=1, flags=re.IGNORECASE)
    return text
