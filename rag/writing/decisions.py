"""What a decision does, however it is put: "That the ferry be sold", "to sell the ferry", "agreed to sell the ferry".

A reading of a decision is its words without the words that say that it is one, with the verb before what it is of.
Two sentences decide the same if they share a reading. Nothing else of the sentence is left out or put in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from rag.understanding.words import stem
from rag.writing.canon import COMMA, canon
from rag.writing.turns import Words, is_participle

# What a meeting does by saying so: "to note the report", so "the report was noted". To buy is not to have bought.
_DONE_BY_SAYING = frozenset(
    """note approve agree endorse adopt receive accept recommend request ask thank support welcome confirm appoint elect
    delegate authorise refer defer refuse reject rescind reaffirm commend congratulate invite nominate""".split()
)
_PAST = {
    **{verb + ("d" if verb[-1] == "e" else "ed"): verb for verb in _DONE_BY_SAYING - {"refer", "defer"}},
    "referred": "refer",
    "deferred": "defer",
}
_BASE = dict(
    pair.split()
    for pair in """sold sell|bought buy|held hold|made make|given give|sent send|kept keep|found find|told tell
    |paid pay|spent spend|built build|brought bring|taken take|seen see|written write|chosen choose|shown show
    |drawn draw|led lead|lent lend|met meet|sought seek|got get|begun begin|withdrawn withdraw|left leave""".split(
        "|"
    )
)
_BODIES = frozenset(
    "cabinet committee subcommittee panel board subgroup group council forum executive commission assembly".split()
)
# "be" as a resolution says it, and as it may be said of one that was taken; longer ones first.
_BEING = (
    "will not be|shall not be|should not be|would not be|is not to be|are not to be|not be|be not|"
    "will be|shall be|should be|would be|is to be|are to be|be".split("|")
)
_BEING_WORDS = [(tuple(each.split()), "not be" if each == "be not" else each) for each in _BEING]
_NOT_BARE = frozenset("to may might must can could not".split())
# What may be said (first) for what is quoted.
OF_WHAT_IS_DECIDED = (
    ("will be", "be"), ("shall be", "be"), ("is to be", "be"), ("are to be", "be"), ("will not be", "not be"),
    ("shall not be", "not be"), ("is not to be", "not be"), ("are not to be", "not be"),
)  # fmt: skip
OF_WHAT_IS_ADVISED = (("should be", "be"), ("should not be", "not be"))
OF_WHAT_IS_AGREED = (*OF_WHAT_IS_DECIDED, *OF_WHAT_IS_ADVISED, ("would be", "be"), ("would not be", "not be"))
_PUT = re.compile(
    r"(?:That|To)\b|It (?:was|is) (?:agreed|resolved|decided|recommended) (?:to|that)\b"
    r"|(?:The )?(?:[A-Z][\w’'-]* (?:and |of |for )?){1,8}(?:agreed?|resolved?|decided?) (?:to|that)\b"
)
_HEADED = re.compile(
    r"(?:RESOLVED|AGREED|DECIDED)\b[\s:,–—-]*|(?:Resolved|Agreed|Decided)(?=\s*[:–—-]|,? (?:to|that)\b)[\s:,–—-]*"
)


def without_heading(text: str) -> str:
    """ "RESOLVED: That ..." as "It was agreed that ..."."""
    heading = _HEADED.match(text)
    return f"It was agreed {text[heading.end() :]}" if heading and heading.end() < len(text) else text


def is_put_as_one(quote: str) -> bool:
    """Whether the words stand as a resolution does: "That ...", "To ...", "... be ...", not "Against:" or "LOST:"."""
    words = tuple(word.plain for word in canon(quote))
    return bool(_PUT.match(quote) or _HEADED.match(quote)) or (quote[:1].islower() and "be" in _merged(words))


def takers(body: str | None) -> frozenset[Words]:
    """How whoever decides may be called: the meeting, its members, the body by its name or the end of it."""
    name = tuple(word.plain for word in canon(re.sub(r"\(.*?\)", " ", body or "")))
    ends = {name[at:] for at in range(len(name)) if len(name) - at > 1 or name[at] in _BODIES}
    return frozenset({("members",), ("meeting",), *ends})


def unframed(words: Words, by: frozenset[Words]) -> tuple[Words, bool]:
    """The words behind "it was agreed that", "the committee decided to"; and whether there was such a lead."""
    rest, framed = words, False
    while lead := _lead(rest, by):
        rest, framed = rest[lead:], True
    return rest, framed


def _lead(words: Words, by: frozenset[Words]) -> int:
    """How many words say no more than that it was decided, and by whom."""
    if words[:2] == ("it", "was") and words[2:3] and words[2] in ("agreed", "resolved", "decided"):
        return 3
    for taker in by:
        at = len(taker)
        if words[:at] == taker:
            at += words[at : at + 1] in (("has",), ("have",))
            if words[at : at + 1] == (COMMA,):
                return at + 1
            if words[at : at + 1] and words[at] in ("agreed", "agree", "resolved", "decided"):
                return at + 1
    return 0


def readings(words: Words, by: frozenset[Words], passing: Sequence[tuple[str, str]] = ()) -> Iterator[Words]:
    """What the words decide, in each way they can be read: as they stand, and with "do" and the verb put first.

    `passing` holds what may be said (first) for what is quoted; nothing for the quote itself.
    """
    rest, framed = unframed(words, by)
    merged = _merged(rest)
    yield merged
    deeds = [*_deeds(merged, {"be", "not be", *(said for said, _ in passing)}), *_was_done(merged)]
    deeds += [merged] if framed else []
    for taker in by:
        if rest[: len(taker)] == taker:
            deeds += _done(merged[len(taker) :], framed)
    for deed in deeds:
        yield _keyed(deed)
        if not passing and (at := _advised_to(deed)):
            yield _keyed((*deed[:at], *deed[at + 1 :]))


def _advised_to(deed: Words) -> int:
    """Where "to" stands in "recommend Cabinet to make", for "recommend that Cabinet make"; 0 when it does not."""
    at = deed.index("to") if "to" in deed else 0
    is_advice = deed[:1] in (("recommend",), ("recommended",)) and at > 1
    return at if is_advice and deed[at - 1] in _BODIES and deed[at + 1 : at + 2] != ("full",) else 0


def _keyed(deed: Words) -> Words:
    """The verb by what all its forms share: "increased" and "increase", "sold" and "sell"."""
    at = 1 if deed[:1] == ("not",) else 0
    return ("do", *deed[:at], *(stem(_BASE.get(verb, verb)) for verb in deed[at : at + 1]), *deed[at + 1 :])


def _deeds(merged: Words, resolving: Collection[str]) -> Iterator[Words]:
    """ "to sell ferry"; "ferry be sold", where no other clause could be taken for the one that decides."""
    if merged[:1] == ("to",):
        yield merged[1:]
    if merged[:2] == ("not", "to"):
        yield ("not", *merged[2:])
    beings = _places(merged, _BEING)
    if len(beings) == 1 and beings[0] and merged[0] not in ("to", "not") and not _was_said_done(merged):
        (at,) = beings
        if merged[at] in resolving and is_participle(merged[at + 1]):
            denied = ("not",) if "not" in merged[at] else ()
            yield (*denied, merged[at + 1], *merged[:at], *merged[at + 2 :])


def _places(merged: Words, sought: Sequence[str]) -> list[int]:
    """Where these stand, but for "to be", "may be" and one that ends the sentence."""
    return [
        at
        for at, word in enumerate(merged[:-1])
        if word in sought and not (word in ("be", "not be") and at and merged[at - 1] in _NOT_BARE)
    ]


def _was_said_done(merged: Words) -> list[int]:
    """Where "was noted" and the like stand."""
    return [
        at
        for at in _places(merged, ("was", "were"))
        if {*merged[at + 1 : at + 2], *(merged[at + 2 : at + 3] if merged[at + 1] == "not" else ())}
        & _PAST.keys()
    ]


def _done(merged: Words, framed: bool) -> Iterator[Words]:
    """ "(the committee) noted report and asked"; "did not accept report"; behind "resolved that": "note report"."""
    if merged[:2] == ("did", "not") and merged[2:3] and merged[2] in _DONE_BY_SAYING:
        yield ("not", *merged[2:])
    if merged[:1] and merged[0] in _PAST:
        yield merged
        pairs = zip(("and", *merged), merged, strict=False)
        yield tuple(_PAST.get(word, word) if before in ("and", COMMA) else word for before, word in pairs)
    if framed:
        yield merged


def _was_done(merged: Words) -> Iterator[Words]:
    """ "report was noted"; "report was not accepted"."""
    places = _was_said_done(merged)
    if (
        len(places) == 1
        and places[0]
        and len(_places(merged, ("was", "were"))) == 1
        and not _places(merged, _BEING)
    ):
        (at,) = places
        denied = ("not",) if merged[at + 1] == "not" else ()
        verb = at + 1 + len(denied)
        yield (*denied, merged[verb], *merged[:at], *merged[verb + 1 :])


def _merged(words: Words) -> Words:
    """With "will be", "be not" and the like as one word, and without "to" where a list goes on: "and to ask"."""
    made: list[str] = []
    at = 0
    while at < len(words):
        word, step = next(
            ((name, len(parts)) for parts, name in _BEING_WORDS if words[at : at + len(parts)] == parts),
            (words[at], 1),
        )
        if not (word == "to" and made and made[-1] in ("and", COMMA)):
            made.append(word)
        at += step
    return tuple(made)
