"""Words as two sentences are compared by them: what may be written two ways is made one.

"Cllr Reed's 1,200 lamps didn't start on the 3rd of May, 5 per cent" and "Councillor Reed's 1200 lamps did not begin
on 3 May, 5%" are the same words here. Nothing that could change what is said is lost: every other word, figure,
unit and comma stays in its place, and so does whatever is no word at all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.parts.lines import fold

MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {month[:3]: month for month in MONTHS if month != "may"} | {"sept": "september"}
_MONTH = rf"(?:{'|'.join([*MONTHS, *_SHORT])})"
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_LETTER = r"\(([a-z]|[ivx]{2,4}|\d{1,2})\)"
COMMA = ","  # whatever parts: a comma, semicolon, colon, dash or bracket

# An official word and the plain one: either may stand for the other wherever both can stand.
_PLAIN = dict(
    pair.split()
    for pair in """stated said|states says|informed told|commenced began|commence begin|started began|start begin
    |purchase buy|purchased bought|purchasing buying|approximately about|roughly about|obtain get|obtained got
    |additional extra|whilst while|amongst among|upon on|regarding about|concerning about|utilise use|utilised used
    |sufficient enough|assist help|assisted helped|assistance help|percent %|cllr councillor|cllrs councillors
    |& and""".split("|")
)
_REWRITTEN = [
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in [
        (r"[’‘`´]", "'"),
        (r"[“”\"]", ""),
        (r"\bcannot\b", "can not"),
        (r"\bcan't\b", "can not"),
        (r"\bwon't\b", "will not"),
        (r"n't\b", " not"),
        (r"(?<=\w)'s\b", " 's"),
        (r"(?<!\w)'(?!s\b)|'(?!\w)", ""),
        (r"\b([ap])\.m\b\.?", r"\1m"),
        (r"\bper cent\b", "%"),
        (r"\bper annum\b|\bper year\b", "a year"),
        (r"\bprior to\b", "before"),
        (r"\bin order to\b", "to"),
        (r"\b(?:in relation to|with regard to|in regard to|in respect of|with respect to)\b", "about"),
        (r"(?<!\bthe )\bfollowing the\b", "after the"),
        (r"\b12 noon\b", "noon"),
        (r"\bqueried (?=why|how|when|what|who|if|whether)", "asked "),
        (r"\bqueried\b", "asked about"),
        (r"\bcompared to\b", "compared with"),
        (r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day), (?=\d)", r"\1 "),
        (r",(?: and)? not\b", " and not"),
        (r"(?<=£)(\d[\d,.]*)m\b", r"\1 million"),
        (r"(?<=£)(\d[\d,.]*)bn\b", r"\1 billion"),
        (rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? ({_MONTH})\b\.?", r"\1 \2"),
        (rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:, | )(\d{{4}})\b", r"\2 \1 \3"),
        # The letter of a part, where a part may begin
        (rf"(?:(?<=^)|(?<=[,;:] )|(?<=\band )|(?<=\bor )|(?<=\bto )|(?<=\bthat )){_LETTER}(?= )", r"¶\1"),
        (_LETTER, r" §\1"),
        (r"(?<=\s)[-–—]+(?=\s)", ","),
        (r"(?<![\w)])[-–−](?=[£\d])", "minus "),
        (r"(?<=\d)[–—](?=\d)", "-"),
        (r"(?<=[^\W\d_])-(?=[^\W\d_])", " "),
        (r"[;:()—–]", ","),
    ]
]  # fmt: skip
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:[./:]\d+)*(?:(?:st|nd|rd|th)\b)?|[¶§]\w+|'s|[^\W\d_]+|\S")
_STOP = re.compile(r"[.!,\s]+$")
_ARTICLES = frozenset(("the", "a", "an", "that"))
# What "a", "the" and their absence tell apart: a few, few; the number, a number; the only.
_TELLING = frozenset(
    "few little number majority minority most least only other lot bit great good hundred thousand million".split()
)


class Word(NamedTuple):
    """A word as it is compared, and as it was written."""

    plain: str
    raw: str


def canon(text: str) -> tuple[Word, ...]:
    """The words of one sentence, in order; articles and "that" left out where they tell nothing apart."""
    said = fold(text)
    for pattern, by in _REWRITTEN:
        said = pattern.sub(by, said)
    words = [Word(_plain(raw), raw) for raw in _TOKEN.findall(_STOP.sub("", said)) if raw != "."]
    return _without_articles(_compounds(words))


def _plain(raw: str) -> str:
    word = raw.casefold()
    if word[:1].isascii() and word[:1].isdigit():
        return word.replace(",", "")
    if word in _UNITS:
        return str(_UNITS.index(word))
    word = _SHORT.get(word, word) if raw[:1].isupper() else word
    return _PLAIN.get(word, word)


def _compounds(words: list[Word]) -> list[Word]:
    """ "twenty one" is 21; commas that follow one another are one."""
    made: list[Word] = []
    for word in words:
        if made and made[-1].plain in _TENS and word.raw.casefold() in _UNITS[1:10]:
            made[-1] = Word(str(_TENS[made[-1].plain] + int(word.plain)), word.raw)
        elif not (word.plain == COMMA and (not made or made[-1].plain == COMMA)):
            made.append(word)
    while made and made[-1].plain == COMMA:
        made.pop()
    return [Word(str(_TENS.get(word.plain, word.plain)), word.raw) for word in made]


def _without_articles(words: list[Word]) -> tuple[Word, ...]:
    behind = [word.plain for word in (*words[1:], Word("", ""))]
    return tuple(
        word
        for at, (word, follows) in enumerate(zip(words, behind, strict=False))
        if word.plain not in _ARTICLES
        or (word.plain != "that" and follows in _TELLING)
        or (word.raw == "A" and at)  # "Option A"
    )
