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
    r"|(?<=[\w,] )(?-i:(?!Council\b|Cabinet\b|Committee\b|Panel\b|Board\b|Executive\b)[A-Z])",
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
_BE = frozenset("is are was were isn't aren't wasn't weren't".split())
_DO = frozenset(
    "do does did will would can could should may might don't doesn't didn't won't wouldn't".split()
)
# What is told of "that" when it was asked after: "was that better", "is that the same", "does that compare".
_TOLD_OF = frozenset(
    "better worse more less fewer higher lower cheaper dearer bigger smaller longer shorter larger greater later "
    "earlier sooner good bad high low common normal usual typical fair legal true right wrong possible enough rare new "
    "up down in on part because due different similar alike free likely certain final lawful the a an still so now "
    "correct settled".split()
)
_VERBS = frozenset(
    "average total amount agree compare include "
    "cover work happen mean matter help involve require relate refer represent equal differ "
    "change follow take make leave lead succeed fail pass go come cost apply affect count save last start begin end "
    "stop need pay add bring get give run stand expire finish open close fit sit rise fall break extend become stay "
    "remain serve contain suggest imply prove turn depend look sound reach hold keep sell belong vary continue "
    "benefit hurt worry breach allow prevent replace remove reduce increase improve ensure".split()
)
# A word that may begin another clause, or a noun's own: what comes after it may stand for a noun before it.
_JOINED = re.compile(
    r"[,;:]|\b(?:and|but|or|nor|if|when|while|where|that|which|who|whose|whom|because|as|after|before|since|until|unless"
    r"|whether|though|although|so|than|how|why|what)\b|\bto\s+(?!the\b|an?\b|his\b|her\b|their\b|its\b|[A-Z])[^\W\d_]+\s",
)
_ASKS = re.compile(
    r"\s*(?:and|but|so)?\s*(?:(?:in|at|by|to|for|from|on|of|with|about)\s+)?(?:who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
_SUBJECTS = frozenset(("it", "they", "he", "she"))
_ASKED_FOR = re.compile(  # what is asked for does nothing itself: "on what basis were *they* picked"
    r"\s*(?:(?:and|but|so),?\s+)?(?:(?:in|at|by|to|for|from|on|of|with|under|about)\s+)?(?:what|which|whose|how\s+(?:many|much))\s+"
    r"(?:[\w’'-]+\s+){1,4}?(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\s+",
    re.IGNORECASE,
)
_EARLY = 6  # words before "that" at most, where it is asked after
_ADVERBS = frozenset("first last twice today best most next since".split())
_OBJECTS = frozenset(("it", "them", "him", "that", "this", "these", "those"))
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
        if word in _SUBJECTS and _ASKED_FOR.fullmatch(text, 0, match.start()):
            return match
        if word in _HE and not _SOMEBODY.search(text[: match.start()]):
            return match
        if not any(_is_noun(each) for each in before) or _ends_a_clause(text, match):
            return match
    return None


def _ends_a_clause(text: str, match: re.Match[str]) -> bool:
    """Whether a pronoun is what a question's one clause does something to: "did the Trust agree to that?" asks of
    something else than the Trust, "why was the lane closed and who closed it?" may not."""
    before = _ASKS.sub("", text[: match.start()], count=1)
    after = tokens(text[match.end() :])
    last = not after or after[0] in STOP or after[0] in _ADVERBS or after[0].endswith("ly")
    return match.group().lower() in _OBJECTS and last and not _JOINED.search(before)


def _stands_alone(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "that" is a pronoun here: not "that lane", "the lane that", "agreed that parking"."""
    follows = not before or before[-1] in STOP or before[-1] in ACTS or not after
    if before and after and len(before) <= _EARLY:  # asked after: "was that reversed?"
        told = after[0] in _TOLD_OF or (after[0].endswith("ed") and (len(after) == 1 or after[1] in STOP))
        if (before[-1] in _BE and told) or (before[-1] in _DO and after[0] in _VERBS):
            return True
    return follows and (
        not after or after[0] in _AUXILIARY or after[0] in ACTS or (after[0] in STOP and after[0] != "the")
    )


def _is_noun(word: str) -> bool:
    return word not in STOP and word not in ACTS and word not in FRAME
