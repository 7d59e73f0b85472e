"""Contractions written without their apostrophe, with it in the wrong place, or as they sound: "werent", "did'nt"."""

from __future__ import annotations

_NOT = "are can could did do does had has have is might must need ought should was were would ai sha"
_SHORT = {
    "ve": "i you we they who there could should would might must",
    "re": "you they what there",
    "s": "he she that there here what who where when how why",
    "ll": "it you they that there who what",
    "d": "they you it that there",
}
# No contraction, though they have its letters: "ill" and "well" are words, "lets" and "its" too.
_WHOLE = (
    "won't",
    *(f"{verb[:-1] if verb == 'can' else verb}n't" for verb in _NOT.split()),
    *(f"{word}'{end}" for end, words in _SHORT.items() for word in words.split()),
)
CONTRACTIONS = {whole.replace("'", ""): whole for whole in _WHOLE}
_BY_EAR = {  # "dident", "wasent"
    whole[:-3] + "ent": whole for whole in _WHOLE if whole.endswith(("dn't", "sn't"))
}


def contraction(word: str) -> str | None:
    """The contraction that a lower-case word stands for, if any."""
    letters = word.replace("'", "").replace("’", "")
    return CONTRACTIONS.get(letters) or _BY_EAR.get(letters)
