"""How a resolution is told from other words, and the words that say no more than that it was taken, and by whom."""

from __future__ import annotations

import re

from rag.writing.canon import COMMA, canon
from rag.writing.turns import Words

BODIES = frozenset(
    "cabinet committee subcommittee panel board subgroup group council forum executive commission assembly".split()
)
_PUT = re.compile(
    r"(?:That|To)\b|It (?:was|is) (?:agreed|resolved|decided|recommended) (?:to|that)\b"
    r"|(?:The )?(?:[A-Z][\w’'-]* (?:and |of |for )?){1,8}(?:agreed?|resolved?|decided?) (?:to|that)\b"
)
_HEADED = re.compile(
    r"(?:RESOLVED|AGREED|DECIDED)\b[\s:,–—-]*|(?:Resolved|Agreed|Decided)(?=\s*[:–—-]|,? (?:to|that)\b)[\s:,–—-]*"
)
_BARE_BE = re.compile(
    r"(?<!\bto )(?<!\bmay )(?<!\bmight )(?<!\bwill )(?<!\bwould )(?<!\bshould )(?<!\bmust )\bbe\b"
)


def without_heading(text: str) -> str:
    """ "RESOLVED: That ..." as "It was agreed That ..."."""
    heading = _HEADED.match(text)
    return f"It was agreed {text[heading.end() :]}" if heading and heading.end() < len(text) else text


def is_put_as_one(quote: str) -> bool:
    """Whether the words stand as a resolution does: "That ...", "To ...", "... be ...", not "Against:" or "LOST:"."""
    return bool(_PUT.match(quote) or _HEADED.match(quote)) or (
        quote[:1].islower() and _BARE_BE.search(quote) is not None
    )


def takers(body: str | None) -> frozenset[Words]:
    """How whoever decides may be called: the meeting, its members, the body by its name or the end of it."""
    name = tuple(word.plain for word in canon(re.sub(r"\(.*?\)", " ", body or "")))
    ends = {name[at:] for at in range(len(name)) if len(name) - at > 1 or name[at] in BODIES}
    return frozenset({("members",), ("meeting",), *ends})


def unframed(words: Words, by: frozenset[Words]) -> tuple[Words, bool]:
    """The words behind "it was agreed that", "the committee decided to"; and whether there was such a lead."""
    rest, framed = words, False
    while lead := _lead(rest, by):
        rest, framed = rest[lead:], True
    return rest, framed


def behind_taker(words: Words, by: frozenset[Words]) -> list[Words]:
    """What stands behind the name of whoever decides, once for each name that fits."""
    rests = [words[len(taker) :] for taker in by if words[: len(taker)] == taker]
    return [rest[1:] if rest[:1] == (COMMA,) else rest for rest in rests]


def _lead(words: Words, by: frozenset[Words]) -> int:
    """How many words say no more than that it was decided, and by whom."""
    if words[:2] == ("it", "was") and words[2:3] and words[2] in ("agreed", "resolved", "decided"):
        return 3
    for taker in by:
        if words[: len(taker)] == taker:
            at = len(taker) + (words[len(taker) : len(taker) + 1] in (("has",), ("have",)))
            if words[at : at + 1] and words[at] in ("agreed", "agree", "resolved", "decided"):
                return at + 1
    return 0
