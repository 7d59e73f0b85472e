"""Which words are English, and how common each is: the word list that symspellpy carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from index.embed import bundled_file
from index.words import word_table

_COMMON = 1_000_000  # of 542 thousand million words counted: the 22,000 commonest
_MODERN = frozenset(  # younger than the list, or of these islands
    """
    airbnb aldi app apps asbo asbos brexit byelaw byelaws cctv cllr cllrs coronavirus covid crowdfund crowdfunding
    dail ebike ebikes eircode escooter escooters facebook fracking gaeltacht garda gardai hmo hmos holyrood influencer
    influencers ipad iphone lidl lockdown lockdowns luas microplastics netflix netzero ofcom ofgem ofsted ofwat
    oireachtas pcso pcsos pickleball podcast podcasts quango quangos rewild rewilded rewilding seanad selfie selfies
    senedd skatepark skateparks staycation stormont tanaiste taoiseach tesco tiktok tweet tweets twitter uber upcycle
    upcycling vape vaped vapes vaping webinar webinars wellbeing whatsapp wifi windfarm windfarms youtube zumba
    """.split()
)

_FOUL = re.compile(r"fuck|cunt|shit|twat|slut|whore|bitch|piss")

_AMERICAN = (  # how words are spelt there, and here
    (re.compile(r"iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "is"),
    (re.compile(r"yz(?=(?:e|ed|es|ing)$)"), "ys"),
    (re.compile(r"(?<=[a-z]{2})or(?=(?:s|ed|ing|able|ite|hood|hoods)?$)"), "our"),
    (re.compile(r"(?<=[a-z]t)er(?=s?$)"), "re"),
    (re.compile(r"(?<=fib|lit)er(?=s?$)"), "re"),
    (re.compile(r"(?<=[aeiou])l(?=(?:ed|ing|or|ors|er|ers)$)"), "ll"),
    (re.compile(r"og(?=s?$)"), "ogue"),
    (re.compile(r"ense(?=s?$)"), "ence"),
    (re.compile(r"(?<=gr)am(?=s?$)"), "amme"),
    (re.compile(r"(?<=m)old(?=s?$|y$)"), "ould"),
)


@cache
def frequencies() -> dict[str, int]:
    """Word -> how often it was counted. About 83,000 words, American and British; read once, in 50 ms.

    Raises LibraryError when the package is incomplete.
    """
    path = bundled_file("symspellpy", "frequency_dictionary_en_82_765.txt")
    parts = path.read_text(encoding="utf-8-sig").split()
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


@cache
def total() -> int:
    return sum(frequencies().values())


@cache
def common_words() -> tuple[str, ...]:
    """Those of four letters and more that a misspelling may well stand for. Nobody is told they meant a foul one."""
    return tuple(
        word
        for word, count in frequencies().items()
        if count >= _COMMON and len(word) > 3 and not _FOUL.match(word)
    )


def is_english(word: str) -> bool:
    """Whether a lower-case word, or what it is a form of, is English: "bins" is no misspelling of "bias"."""
    if _is_listed(word):
        return True
    plurals = [word[: -len(end)] for end in ("s", "es") if word.endswith(end)]
    plurals += [f"{word[:-3]}y"] if word.endswith("ies") else []
    others = [word[: -len(end)] for end in ("ed", "ing", "er") if word.endswith(end) and _takes(word, end)]
    others += [word[:-2]] if word.endswith("ly") else []
    bases = [*(base for base in plurals if len(base) > 3), *(base for base in others if len(base) > 4)]
    bases += [word[:-3]] if word.endswith("ing") and len(word) > 5 and _takes(word, "ing") else []  # "mowing"
    return any(map(_is_listed, bases)) or any(
        word_table().is_common(base) for base in plurals if len(base) == 3
    )


def is_ordinary(word: str) -> bool:
    """Whether an English lower-case word is met so often that it is hardly another that was misspelt."""
    return word in _MODERN or word_table().is_word(word) or frequencies().get(word, 0) >= _COMMON


def _takes(word: str, end: str) -> bool:
    """Whether a word may be formed so: "raceing" keeps an e that it should not, and "props" takes no "ed"."""
    base = word[: -len(end)]
    if base.endswith("e"):
        return base[-2:-1] in "eoyg"  # "seeing", "canoeing", "dyeing", "ageing"
    return not (base.endswith("s") and not base.endswith("ss") and _is_listed(base[:-1]))


def _is_listed(word: str) -> bool:
    return word in _MODERN or word in frequencies() or word_table().is_word(word)


def british(word: str) -> Iterator[str]:
    """What may be the British spelling of a lower-case word spelt as in America: "organization", "color"."""
    return (spelt for pattern, here in _AMERICAN if (spelt := pattern.sub(here, word)) != word)
