"""Do two sentences have the same words in the same order, save for the few that may be left out?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rag.writing.canon import COMMA, Word, canon

Words = tuple[str, ...]
Span = tuple[int, int]

_LINKING = frozenset("however furthermore moreover additionally".split())
_WITHIN_NAMES = frozenset("of and the for to in at a".split())
_FRONTING = frozenset("in on at during since by from before after for under until when as".split())
_SCOPE = frozenset("not no never neither nor none without that whether if said told asked says".split())
_PARAGRAPH = re.compile(r"^\d{1,2}(?:\.\d{1,3})+\s+(?=[A-Z])")
_ACRONYM = re.compile(r" \(([A-Z]{2,8})s?\)")
# Who did any of these said so, if not only that.
_TOLD = re.compile(r"\b(?:reported|advised|explained|confirmed|commented|remarked|replied|answered) that\b")
_OPENING = frozenset(
    "and or but nor in on at by for from with of to as who whom whose which that where when".split()
)
_FARTHEST = 10  # words before the comma behind "In the year to March 2022,"


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a quote, and which runs of them may be left out."""

    words: Words
    optional: tuple[Span, ...]


def patterns(quote: str) -> Iterator[Pattern]:
    """The quote as it stands; without what a paragraph is numbered, or an acronym in brackets; with "said that" for
    "explained that"; with a name and its office changed round."""
    text = _PARAGRAPH.sub("", quote)
    short = _ACRONYM.sub(_unless_no_acronym, text)
    for each in dict.fromkeys((quote, text, short, _TOLD.sub("said that", short))):
        words = _without_loose_commas(canon(each))
        yield _pattern(words)
        named = _apposition(words)
        if named:
            first, last = named
            yield _pattern((*words[first + 1 : last], words[first], *words[:first], *words[last:]))


def said(sentence: str) -> Words:
    """The words of a sentence somebody wrote, to be matched."""
    return tuple(word.plain for word in _without_loose_commas(canon(sentence)))


def _pattern(words: tuple[Word, ...]) -> Pattern:
    plain = tuple(word.plain for word in words)
    return Pattern(plain, tuple(_optional(plain, words)))


def matches(words: Words, pattern: Pattern, alike: Collection[tuple[str, str]] = ()) -> bool:
    """Whether the words are the pattern's, every one of them; `alike` holds pairs (said, quoted) that pass as well."""
    quoted, skips = pattern.words, dict.fromkeys(start for start, _ in pattern.optional)

    def reach(at: int) -> set[int]:
        found, new = {at}, [at]
        while new:
            place = new.pop()
            if place in skips:
                ends = {end for start, end in pattern.optional if start == place} - found
                found |= ends
                new += ends
        return found

    places = reach(0)
    for word in words:
        stepped = {
            at + 1
            for at in places
            if at < len(quoted) and (word == quoted[at] or (word, quoted[at]) in alike)
        }
        places = {end for at in stepped for end in reach(at)}
        if not places:
            return False
    return len(quoted) in places


def _optional(plain: Words, words: tuple[Word, ...]) -> Iterator[Span]:
    if plain[:1] and plain[0] in _LINKING:
        yield 0, 2 if plain[1:2] == (COMMA,) else 1
    if plain[:2] == ("in", "addition"):
        yield 0, 3 if plain[2:3] == (COMMA,) else 2
    for at, word in enumerate(plain):
        if word.startswith("¶"):
            leads = at > 1 and plain[at - 1] == COMMA and plain[at - 2] == "to"
            yield (at - 1 if leads else at), at + 1
        if word == "also" and at and plain[at - 1] not in ("not", "only"):
            yield at, at + 1
    named = _apposition(words)
    if named:
        yield named[0], named[1] + 1


def _apposition(words: tuple[Word, ...]) -> Span | None:
    """Where the first two commas are, if all before them is a name and all between an office, or the other way round:
    "Ann Ash, Head of Parks, said"."""
    commas = [at for at, word in enumerate(words) if word.plain == COMMA][:2]
    if len(commas) < 2:
        return None
    first, last = commas
    behind = words[last + 1 : last + 2]
    fits = (
        _is_name(words[:first])
        and _is_name(words[first + 1 : last])
        and behind
        and behind[0].raw[0].islower()
        and behind[0].plain not in _OPENING
    )
    return (first, last) if fits else None


def _unless_no_acronym(found: re.Match[str]) -> str:
    """Nothing, for the first letters of the words before it; "(LOST)" is no such thing and stays."""
    before = [word for word in found.string[: found.start()].split() if word not in _WITHIN_NAMES]
    initials = "".join(word[0].upper() for word in before[-len(found[1]) :])
    return "" if initials == found[1] else found[0]


def _is_name(words: tuple[Word, ...]) -> bool:
    """Whether these are words of a name or an office: with capitals, but for "of" and the like."""
    return (
        0 < len(words) <= 8
        and words[0].raw[0].isupper()
        and all(word.raw[0].isupper() or word.plain in (*_WITHIN_NAMES, "'s") for word in words)
        and not any(word.plain in _SCOPE or (word.raw.isupper() and len(word.raw) > 1) for word in words)
    )


def _without_loose_commas(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Without the commas that some set and some do not: behind "In May", and before "and" in a list."""
    commas = [at for at, word in enumerate(words) if word.plain == COMMA]
    scoped = any(word.plain in _SCOPE for word in words)
    loose = {
        at
        for at in commas
        if words[at + 1 : at + 2]
        and words[at + 1].plain in ("and", "or", "but", "with")
        and (at > commas[0] or not scoped)
    }
    if words and words[0].plain in _FRONTING and commas and commas[0] <= _FARTHEST:
        loose.add(commas[0])
    return tuple(word for at, word in enumerate(words) if at not in loose)
