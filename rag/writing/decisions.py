"""What a decision does, however it is put: "That the ferry be sold", "to sell the ferry", "agreed to sell the ferry".

A reading of a decision is its words without the words that say that it is one, with the verb before what it is of.
Two sentences decide the same if they share a reading. Nothing else of the sentence is left out or put in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rag.writing.canon import COMMA
from rag.writing.frames import BODIES, behind_taker, unframed
from rag.writing.turns import Words, is_participle

# What a meeting does by saying so: "to note the report", so "the report was noted". To buy is not to have bought.
_DONE_BY_SAYING = frozenset(
    """note approve agree endorse adopt receive accept recommend request ask thank support welcome confirm appoint elect
    delegate authorise refer defer refuse reject rescind reaffirm commend congratulate invite nominate grant uphold
    dismiss ratify""".split()
)
_IRREGULAR = {"referred": "refer", "deferred": "defer", "upheld": "uphold", "ratified": "ratify"}
_PAST = _IRREGULAR | {
    verb + ("d" if verb[-1] == "e" else "ed"): verb for verb in _DONE_BY_SAYING - {*_IRREGULAR.values()}
}
_BASE = _PAST | dict(
    pair.split()
    for pair in """sold sell|bought buy|held hold|made make|given give|sent send|kept keep|found find|told tell
    |paid pay|spent spend|built build|brought bring|taken take|seen see|written write|chosen choose|shown show
    |drawn draw|led lead|lent lend|met meet|sought seek|got get|begun begin|withdrawn withdraw|left leave
    """.split("|")
)
# "be" as a resolution says it, and as it may be said of one that was taken; longer ones first.
_BEING = (
    "will not be|shall not be|should not be|would not be|is not to be|are not to be|not be|be not|"
    "will be|shall be|should be|would be|is to be|are to be|be".split("|")
)
_BEING_WORDS = [(tuple(each.split()), "not be" if each == "be not" else each) for each in _BEING]
_NOT_BARE = frozenset("to may might must can could not".split())
_MODALS = frozenset("will would should shall".split())
_CLAUSES = frozenset(
    """to who whom whose which what where when why how if unless until before after because while whether as than so and
    or but not no never say says said note notes noted""".split()
)
DO = "¶do"  # before the verb of a reading that has it first; no word of any sentence
# What may be said (first) for what is quoted.
OF_WHAT_IS_DECIDED = (
    ("will be", "be"), ("shall be", "be"), ("is to be", "be"), ("are to be", "be"), ("will not be", "not be"),
    ("shall not be", "not be"), ("is not to be", "not be"), ("are not to be", "not be"),
)  # fmt: skip
OF_WHAT_IS_ADVISED = (("should be", "be"), ("should not be", "not be"))
OF_WHAT_IS_AGREED = (*OF_WHAT_IS_DECIDED, *OF_WHAT_IS_ADVISED, ("would be", "be"), ("would not be", "not be"))


def quoted_readings(words: Words, by: frozenset[Words]) -> set[Words]:
    """What a quoted decision decides, in each way it can be read: as it stands, and with DO and the verb put first.

    `by` is how whoever decides may be called.
    """
    found: set[Words] = set()
    for said in (_merged(words), _without_to(_merged(words))):
        rest, framed = unframed(said, by)
        deeds = [*_deeds(rest, ("be", "not be")), *_was_done(rest)]
        deeds += behind_taker(rest, by) if framed else []
        deeds += [deed[:at] + deed[at + 1 :] for deed in deeds if (at := _advised_to(deed))]
        found |= {rest, *map(_keyed, deeds)}
    return found


def told_readings(
    words: Words, by: frozenset[Words], passing: Sequence[tuple[str, str]], *, is_flat: bool
) -> Iterator[Words]:
    """What a sentence somebody wrote says was decided, likewise.

    `passing` holds what may be said (first) for what is quoted. `is_flat`: what is quoted has no clause within, so that
    a second verb can only be the meeting's.
    """
    said = _merged(words)
    rest, framed = unframed(said, by)
    yield rest
    if framed and (at := _only_modal(rest)):
        yield rest[:at] + rest[at + 1 :]
    deeds = [*_deeds(rest, ("be", "not be", *(told for told, _ in passing))), *_was_done(rest)]
    deeds += behind_taker(rest, by) if framed else []
    for did in behind_taker(said, by):  # "the committee noted the report", "the committee agreed the rates"
        deeds += _done(did, is_flat)
    yield from map(_keyed, deeds)


def alike(told: Words, quoted: Words, passing: Sequence[tuple[str, str]]) -> bool:
    """Whether two readings are the same; `passing` holds of what is resolved itself, not of what is asked or noted."""
    pairs = passing if quoted[:1] not in ((DO,), ("to",)) else ()
    return len(told) == len(quoted) and all(
        mine == its or (mine, its) in pairs for mine, its in zip(told, quoted, strict=True)
    )


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


def _done(did: Words, is_flat: bool) -> Iterator[Words]:
    """ "(the committee) noted report and asked"; "did not accept report"."""
    if did[:2] == ("did", "not") and did[2:3] and did[2] in _DONE_BY_SAYING:
        yield ("not", *did[2:])
    if did[:1] and did[0] in _PAST:
        yield did
        if is_flat and "to" not in did[: _last(did, "and")]:
            behind = zip(("and", *did), did, strict=False)
            yield tuple(
                _PAST.get(word, word) if before in ("and", COMMA) else word for before, word in behind
            )


def _was_done(merged: Words) -> Iterator[Words]:
    """ "report was noted"; "report was not accepted"; where no other "was" could be taken for it."""
    places = _was_said_done(merged)
    if places == _places(merged, ("was", "were")) and len(places) == 1 and places[0]:
        (at,) = places
        verb = at + 1 + (merged[at + 1] == "not")
        if not _places(merged, _BEING):
            yield (*merged[at + 1 : verb], merged[verb], *merged[:at], *merged[verb + 1 :])


def _places(merged: Words, sought: Sequence[str]) -> list[int]:
    """Where these stand, but for "to be", "may be" and one that ends the sentence."""
    return [
        at
        for at, word in enumerate(merged[:-1])
        if word in sought and not (word in ("be", "not be") and at and merged[at - 1] in _NOT_BARE)
    ]


def _was_said_done(merged: Words) -> list[int]:
    """Where "was noted" and "was not noted" stand."""
    found = []
    for at in _places(merged, ("was", "were")):
        verb = at + 1 + (merged[at + 1] == "not")
        found += [at] if merged[verb : verb + 1] and merged[verb] in _PAST else []
    return found


def _only_modal(merged: Words) -> int:
    """Where the one "would" stands in "that the club would open", for "that the club open"; 0 when there is none, or
    another clause begins before it."""
    places = [at for at, word in enumerate(merged) if word in _MODALS]
    alone = len(places) == 1 and not any(word in _BEING for word in merged)
    return places[0] if alone and _CLAUSES.isdisjoint(merged[: places[0]]) else 0


def _advised_to(deed: Words) -> int:
    """Where "to" stands in "recommend Cabinet to make", for "recommend that Cabinet make"; 0 when it does not."""
    at = deed.index("to") if "to" in deed else 0
    is_advice = deed[:1] in (("recommend",), ("recommended",)) and at > 1
    return at if is_advice and deed[at - 1] in BODIES and deed[at + 1 : at + 2] != ("full",) else 0


def _merged(words: Words) -> Words:
    """With "will be", "be not" and the like as one word."""
    made: list[str] = []
    at = 0
    while at < len(words):
        word, step = next(
            ((name, len(parts)) for parts, name in _BEING_WORDS if words[at : at + len(parts)] == parts),
            (words[at], 1),
        )
        made.append(word)
        at += step
    return tuple(made)


def _without_to(merged: Words) -> Words:
    """Without "to" where a list of what is done goes on: "to note it and to thank Reed"; not within what is asked."""
    kept: list[str] = []
    for word in merged:
        goes_on = word == "to" and kept[-1:] in (["and"], [COMMA]) and kept.count("to") <= 1
        kept += [] if goes_on else [word]
    return tuple(kept)


def _last(words: Words, sought: str) -> int:
    return max((at for at, word in enumerate(words) if word == sought), default=0)


def _keyed(deed: Words) -> Words:
    """The verb by what its forms share: "increased" and "increase", "sold" and "sell"."""
    at = 1 if deed[:1] == ("not",) else 0
    return (DO, *deed[:at], *map(_root, deed[at : at + 1]), *deed[at + 1 :])


def _root(verb: str) -> str:
    base = _BASE.get(verb, verb)
    if base.endswith("ied"):
        base = base[:-3] + "y"
    elif base.endswith("ed") and not base.endswith("eed"):
        base = base[:-2]
    base = base.removesuffix("e")
    return base[:-1] if base[-2:-1] == base[-1:] else base
