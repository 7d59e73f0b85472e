"""Which of the bodies held a question's words stand for: by name, part of a name, acronym, or misspelt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from index.words import word_table
from rag.understanding.bodies import Body, body_stems, body_words
from rag.understanding.held import GENERIC, SORTS, Held, HeldBody
from rag.understanding.thesaurus import thesaurus
from rag.understanding.words import edits_apart, stem

_MIDDLING, _LONG = 6, 8  # letters of a word in which two may be wrong, or one though it is English
_RUN = 3  # letters from which the beginning of an acronym stands for a body
_REGION = 2  # words that tell a body from others, from which it may be told without saying what it is


@dataclass(frozen=True, slots=True)
class Bound:
    """A body of a question with the names held that it stands for, and whether that had to be assumed."""

    body: Body
    assumed: bool = False


def bind(body: Body, held: Held) -> Bound:
    """A body that a question surely names, with what it stands for; `held` is () when nothing held is so called.

    A body is called by its whole name, by a part of it, with its place before it; failing these by another sort
    ("the Harbour committee" for a panel), and with misspelt words.
    """
    if "full" in body.stems and body.sort == "council":
        return Bound(replace(body, held=tuple(each.name for each in held.bodies if each.sort == "council")))
    if exact := [each for each in held.bodies if each.stems == body.stems]:
        return _bound(body, _with_variants(exact, held), False)
    words = _without_place(body, held)
    if found := [each for each in held.bodies if _is_called(words, each)]:
        found = [each for each in found if each.sort == body.sort] or found
        return _bound(body, found, len(found) > 1)
    if words and all(stem(word) in GENERIC for word in words) and (found := _of_place(body, held)):
        return _bound(body, found, True)
    untold = [word for word in words if stem(word) not in SORTS]
    if found := [each for each in held.bodies if _is_called(untold, each)] if body.sort in _LIKE else []:
        return _bound(body, found, True)
    for told in (words, untold) if body.sort in _LIKE else (words,):
        if found := [each for each in held.bodies if _is_called(told, each, _says_plainly)]:
            return _bound(body, [each for each in found if each.sort == body.sort] or found, True)
    mended = [_mend(word, held) for word in words]
    if mended != words and (found := [each for each in held.bodies if _is_called(mended, each)]):
        return _bound(body, [each for each in found if each.sort == body.sort] or found, True)
    return Bound(body)


_LIKE = frozenset(
    map(stem, ("committee", "panel", "board", "subgroup", "subcommittee"))
)  # taken for one another


def guess(body: Body, held: Held) -> Bound | None:
    """What may be a body, with what it stands for; None when it stands for nothing held, or for all of it."""
    if body.sort:  # "the Panel"
        found = [each for each in held.bodies if each.sort == body.sort]
    elif body.words.isupper():
        found = _of_acronym(body, held)
    elif body.stems == {stem("scrutiny")}:
        found = [each for each in held.bodies if body.stems <= each.stems]
    else:
        rest = frozenset(map(stem, _without_place(body, held)))
        found = [each for each in held.bodies if _is_region(body.stems, each)]
        found = found or [each for each in held.bodies if _is_region(rest, each)]
    if not found or len(found) == len(held.bodies):
        return None
    if body.acts and not body.words.isupper():  # a place is not named as a body by being told of
        body = replace(body, stems=frozenset().union(*(each.stems for each in found)))
    return _bound(body, found, True)


def full_names(text: str, held: Held, *, councils: bool = False) -> list[Body]:
    """The bodies held whose whole names stand in a text, longer names first; a name within another is not told. They
    are those that are no council themselves, or those that are."""
    said = [stem(word) for word in body_words(text)]
    found: list[Body] = []
    for each in sorted(held.bodies, key=lambda body: -len(body.ordered)):
        length = len(each.ordered)
        at = next(
            (at for at in range(len(said) - length + 1) if tuple(said[at : at + length]) == each.ordered),
            None,
        )
        if at is not None and length > 1 and (each.name in held.councils) is councils:
            said[at : at + length] = [""] * length
            names = tuple(one.name for one in _with_variants([each], held))
            found.append(Body(each.name, each.stems, names, each.sort))
    return found


def _bound(body: Body, found: Iterable[HeldBody], assumed: bool) -> Bound:
    return Bound(replace(body, held=tuple(each.name for each in found)), assumed)


def _with_variants(found: Sequence[HeldBody], held: Held) -> list[HeldBody]:
    """Those found, and held bodies whose names differ from theirs in their council's place alone."""
    places = body_stems(" ".join(held.councils))
    told = {each.stems - places for each in found}
    return [each for each in held.bodies if each in found or (each.stems - places) in told - {frozenset()}]


def _without_place(body: Body, held: Held) -> list[str]:
    """The words of a body without its place before them: a word of a held council's name, or one that no body held
    is called by and the papers know."""
    words = [word for word in body_words(body.words) if stem(word) in body.stems]
    places = body_stems(" ".join(held.councils))
    while words and (stem(words[0]) in places or _is_place(words[0], held)):
        words = words[1:]
    return words


def _of_place(body: Body, held: Held) -> list[HeldBody]:
    """The bodies meant by a place and a sort alone, "the Eastmere panel": those of that sort whose council is of the
    place; failing these, those whose papers say no council and speak of the place."""
    place = body.stems - GENERIC
    of_sort = [each for each in held.bodies if each.sort == body.sort]
    if not place or not of_sort:
        return []
    of_council = held.bodies_of(lambda council: place <= body_stems(council))
    if found := [each for each in of_sort if each.name in of_council]:
        return found
    return [each for each in of_sort if held.speaks_of(each.name, place)]


def _is_place(word: str, held: Held) -> bool:
    return stem(word) not in held.called | SORTS and word in held.words and not _runs(word, held.bodies)


def _says(word: str, body: HeldBody) -> bool:
    """Whether a word is of the body's name, or of its initials."""
    return stem(word) in body.stems or _runs(word, (body,))


def _says_plainly(word: str, body: HeldBody) -> bool:
    """Likewise, or whether a plain word stands for words of it: "kids" for "children"."""
    return _says(word, body) or any(
        body.stems.issuperset(said) for said in thesaurus().get((stem(word),), ())
    )


def _is_called(words: Sequence[str], body: HeldBody, says: Callable[[str, HeldBody], bool] = _says) -> bool:
    """Whether all the words are of the body's name, and one of them tells it from others."""
    told = [word for word in words if stem(word) not in GENERIC]
    return bool(told) and all(says(word, body) for word in words)


def _runs(word: str, bodies: Iterable[HeldBody]) -> bool:
    """Whether a word is an acronym of words that stand together in a body's name: "cyp"."""
    return len(word) >= _RUN and any(word in body.initials for body in bodies)


def _of_acronym(body: Body, held: Held) -> list[HeldBody]:
    """The bodies with this acronym; failing that, if it acts as a body does, those whose acronym begins with it:
    "support for CYP" is for children and young people."""
    letters = body.words.replace("&", "").lower()
    whole = [each for each in held.bodies if each.initials == letters]
    begun = [each for each in held.bodies if each.initials.startswith(letters)]
    return whole or (begun if body.acts and len(letters) >= _RUN else [])


def _is_region(stems: frozenset[str], body: HeldBody) -> bool:
    told = body.stems - GENERIC
    return len(told) >= _REGION and told == stems - GENERIC and stems <= body.stems


def _mend(word: str, held: Held) -> str:
    """The word of a held body's name that a misspelling stands for; the word itself if the papers have it. A word of
    English must be long, and nearly that word: "neighborhoods"."""
    english = word_table().is_word(word)
    if word in held.words or (english and len(word) < _LONG):
        return word
    reach = 1 if english or len(word) < _MIDDLING else 2
    others = {other for body in held.bodies for other in body_words(body.name)}
    edits, best = min(((edits_apart(word, other), other) for other in others), default=(0, word))
    return best if edits <= reach else word
