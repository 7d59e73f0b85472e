"""Recognising a council or a body by its name, a part of it, or its acronym."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_NEAR = 0.65  # likeness at which one spelling may stand for another


def matching_names(wanted: str, names: Iterable[str]) -> list[str]:
    """Those `names` that `wanted` stands for, in the order given; case and punctuation are ignored.

    A full name stands for itself alone, and so does a whole acronym ("CYPSC"). Otherwise the words of
    `wanted` must occur in order in a name: each is the beginning of a word ("child", "scrutiny") or the
    initials of a run of significant words ("CYP"). Nothing wanted matches nothing.
    """
    names = list(names)
    words = _words(wanted)
    if not words:
        return []
    exact = [name for name in names if _words(name) == words]
    if exact:
        return exact
    letters = "".join(words).upper()
    spelled = [name for name in names if len(letters) > 1 and acronym(name) == letters]
    if spelled:
        return spelled
    significant = [word for word in words if word not in _SMALL]
    return [name for name in names if significant and _occur(significant, _significant(name))]


def nearest_names(wanted: str, names: Iterable[str], most: int = 3) -> list[str]:
    """The names spelt most like `wanted`, the nearest first: "Planing" is near to "Planning Board". [] when none is.

    Likeness is difflib's ratio, 0 to 1: of the whole names, or the mean over the words of `wanted` of each word's
    with the likest word of the name.
    """
    from difflib import SequenceMatcher

    words = _significant(wanted[:200]) or _words(wanted[:200])

    def likeness(name: str) -> float:
        whole = SequenceMatcher(None, wanted[:200].casefold(), name.casefold()).ratio()
        parts = _words(name)
        each = [max(SequenceMatcher(None, word, part).ratio() for part in parts) for word in words if parts]
        return max(whole, sum(each) / len(each) if each else 0.0)

    scored = sorted(((likeness(name), name) for name in names), key=lambda pair: -pair[0])
    return [name for score, name in scored[:most] if score >= _NEAR]


def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name or a title by which two papers are compared: "The Sub-Committee's Fees & Charges" ->
    ("subcommittee", "fee", "charge"). Case, punctuation, small words and plurals do not matter."""
    folded = re.sub(r"['’]s\b", "", name.casefold().replace("&", " and "))
    folded = re.sub(r"\bsub[-\s]+(?=[a-z])", "sub", folded)
    words = (word for word in re.findall(r"[^\W_]+", folded) if word not in _SMALL)
    return tuple(
        word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in words
    )


def acronym(name: str) -> str:
    """Initials of the significant words: "Children and Young People Scrutiny Committee" -> "CYPSC"."""
    return "".join(word[0] for word in _significant(name)).upper()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.casefold()))


def _significant(name: str) -> list[str]:
    return [word for word in _words(name) if word not in _SMALL]


def _occur(wanted: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every wanted word is found in order, as the beginning of a word or as a run of initials."""
    if not wanted:
        return True
    first, rest = wanted[0], wanted[1:]
    initials = "".join(word[0] for word in name)
    for at, word in enumerate(name):
        if word.startswith(first) and _occur(rest, name[at + 1 :]):
            return True
        if len(first) > 1 and initials.startswith(first, at) and _occur(rest, name[at + len(first) :]):
            return True
    return False
