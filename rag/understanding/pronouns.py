"""Words that stand for what was said before: "it", "that", "they", "she"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.understanding.words import ACTS, FRAME, STOP, tokens

_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those)\b", re.IGNORECASE
)
_HE = frozenset(("he", "him", "his", "she", "her", "hers"))
# Whom "he" may stand for in the same question; a title or a name, with its capital, is told without.
_SOMEBODY = re.compile(
    r"\b(?:[a-z]+(?:er|or|ist|ian|man|woman|ant|ent|ee|person)|chair|mayor|head|lead|leader|member|child|boy|girl|mother"
    r"|father|son|daughter|wife|husband|tenant|pupil|witness|garda|guard|cathaoirleach|priest|who|whom|whose|someone"
    r"|somebody|anyone|anybody|everyone|mr|mrs|ms|miss|dr|cllr)s?\b"
    r"|(?<=[\w,] )(?-i:[A-Z])",
    re.IGNORECASE,
)
_THAT_ONE = re.compile(
    r"\b(?:that|this)\s+one\b(?!\s+(?:of|that|which|who|in|on|at|about|for|from)\b)", re.IGNORECASE
)
_DEMONSTRATIVE = frozenset(("this", "that", "these", "those"))
_AUXILIARY = frozenset(
    "is are was were be been did does do has have had will would can could should may might must cost mean happen "
    "happened means go come".split()
)
# "it" that stands for nothing: "is it true that", "how long does it take to".
_SO = "true|possible|legal|likely|right|ok|okay|clear|necessary|allowed|agreed|decided|resolved|noted|said"
_NOTHING = re.compile(
    rf"\b(?:it (?:is |was |be )?|(?:is|was) it )(?:{_SO}) (?:that|to|for|if|whether)\b"
    r"|\bit (?:takes?|costs?|took) (?:\w+ ){1,6}to\b|\b(?:does|did|will|would) it (?:cost|take) (?:\w+ ){0,6}to\b"
    r"|\bit(?:'s| is| was) (?:who|that)\b|\bit (?:rain|snow)\w*|\bso that\b",
    re.IGNORECASE,
)


def find_pronoun(text: str) -> re.Match[str] | None:
    """The first word that stands for something said before: not for a noun of the same question, nor for nothing."""
    if _NOTHING.search(text):
        return None
    for match in _PRONOUN.finditer(text):
        word = match.group().lower()
        before, after = tokens(text[: match.start()]), tokens(text[match.end() :])
        if that := _THAT_ONE.match(text, match.start()):
            return that
        if word in _DEMONSTRATIVE and not _stands_alone(before, after):
            continue
        if word in _HE and not _SOMEBODY.search(text[: match.start()]):
            return match
        if not any(_is_noun(each) for each in before):
            return match
    return None


def _stands_alone(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "that" is a pronoun here: not "that lane", "the lane that", "agreed that parking"."""
    follows = not before or before[-1] in STOP or before[-1] in ACTS or not after
    return follows and (
        not after or after[0] in _AUXILIARY or after[0] in ACTS or (after[0] in STOP and after[0] != "the")
    )


def _is_noun(word: str) -> bool:
    return word not in STOP and word not in ACTS and word not in FRAME
