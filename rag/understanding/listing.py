"""Does a question ask for all of something, or for several things: "list all the ...", "which roads were ..."?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.understanding.words import plain, stem, stems

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_ALL = re.compile(
    r"^\W*(?:(?:and|so|please|now|can you|could you|would you|i need you to|for a briefing)\W+){0,3}"
    r"(?:list|name|enumerate|itemise|itemize)\b(?! of)"
    r"|\b(?:list|name|give|tell|show|send|get|want|need|see|set out|run through|spell out)\b(?:\s+[\w’'-]+){0,3}?"
    r"\s+(?:all|every|each|everything|the (?:full |complete |whole )?(?:list|names) of)\b"
    r"|\ball (?:of (?:them|it|these|those)|please)\b|\b(?:them|those|these) all\b|\ball the [\w’'-]+s\b"
    r"|\b(?:full|complete|whole|entire) (?:list|set)\b|\b(?:list|name) (?:them|each|all)\b"
    r"|\beverything\b|\b(?:each|every)(?: single)? one\b|\b(?:each|every one) of (?:them|the)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b(?:what|which|name|list|give|tell)\b(?:\s+(?:are|were|me|us|of))?(?:\s+the|\s+its|\s+their|\s+our)?\s+{_NUMBER}\s+"
    r"(?!per\b|years?\b|months?\b|weeks?\b|days?\b)[\w’'-]+",
    re.IGNORECASE,
)
_BE = r"(?:is|was|did|does|do|has|had|have|will|would|could|should|can|may|might|happened|about|if|it|this|that|they)"
_MANY = r"(?P<{0}>[\w’'-]{{2,}}(?:[^\Wsui]s|us[e]s|ies)|children|people|men|women|business)"
_PLURAL = re.compile(
    rf"\b(?:which|what)\s+(?:(?!{_BE}\b|are\b|were\b)[\w’'-]+\s+){{0,4}}?(?!{_BE}\b){_MANY.format('one')}\b"
    rf"|\b(?:what|who|which)\s+(?:are|were)\s+(?:[\w’'-]+\s+){{0,4}}?{_MANY.format('other')}\b",
    re.IGNORECASE,
)
# Words that ask for a list, and say nothing of what is listed.
LISTING = stems(
    "list name give show tell all every each everything them full complete whole enumerate itemise please need want "
    "one two three four five six seven eight nine ten eleven twelve number numbers section bullet point points"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a question asks to have listed."""

    all: bool  # all of it: part of a list is no answer
    noun: str | None  # stem of what there are several of, where it says so: "road" of "which roads"


def read_listing(text: str) -> Listing | None:
    """None when a question asks for one thing, or how many there are."""
    if re.search(r"\bhow (?:many|much)\b", text, re.IGNORECASE):
        return None
    match = _PLURAL.search(text)
    noun = stem(plain(match["one"] or match["other"])) if match else None
    if _ALL.search(text) or _NUMBERED.search(text):
        return Listing(True, noun)
    return Listing(False, noun) if noun else None
