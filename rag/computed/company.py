"""Who was at a meeting besides its members: the parts of a list of who attended that name officers and others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.parts.lines import trim
from index.models import Passage
from rag.answering.compose import Quote


class Part(StrEnum):
    """Whom a part of a list names."""

    MEMBERS = "members"
    OFFICERS = "officers"
    OTHERS = "others"  # in attendance, by invitation
    AWAY = "away"


_SAYS = (
    (Part.AWAY, re.compile(r"\bapolog|\babsen|\bnot present\b", re.IGNORECASE)),
    (Part.OFFICERS, re.compile(r"\b(?:officers?|officials?|staff)\b", re.IGNORECASE)),
    (Part.MEMBERS, re.compile(r"\b(?:members?|councillors|cllrs|chair\w*|representatives|reps)\b", re.I)),
    (Part.OTHERS, re.compile(r"\b(?:attendance|attending|also|guests?|advis[eo]rs|press|visitors)\b", re.I)),
    (Part.MEMBERS, re.compile(r"\bpresent\b", re.IGNORECASE)),
)
_LABEL = re.compile(
    r"^[^\S\n]*(?:(?P<label>[^\n:(),;]{3,60}):|(?P<bare>(?:(?:also|members?|officials?|officers?|councillors)\s+)?"
    r"(?:present|in attendance|apologies|absent|officers|officials)"
    r"(?:\s+(?:virtually|remotely|online|for absence|present|in attendance))?)[^\S\n]*$|(?P<away>(?:an\s+)?apolog))",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_MEMBERS = re.compile(
    r"\b(?:not|n[’']t|besides|apart from|aside from|other than|except(?:ing|\s+for)?|in addition to)\s+"
    r"(?:an?\s+|the\s+|any\s+)?(?:[\w’'-]+\s+)?(?:members?|councillors?|cllrs?)\b(?!\s+[A-Z])|\bnon-?(?:members|councillors)\b",
)
_OFFICERS = re.compile(r"\b(?:officers?|officials?|(?:council )?staff|employees)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:members|councillors|cllrs)\b", re.IGNORECASE)
# "Besides the chairman, who was there?": the list is given whole all the same.
_BUT_FOR = re.compile(
    r"\b(?:besides|apart from|aside from|other than|except(?:ing|\s+for)?|excluding|in addition to|as well as)\s+"
    r"(?:(?!(?:on|at|in|was|were|who|which|how|did|came|attended|present|there)\b)[\w.’'()-]+\s*){1,7},?",
    re.IGNORECASE,
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Canon|Sir|Dame)\b\.?"
_TITLED = re.compile(rf"\b{_TITLE}\s*[^\W\d_a-z]")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_ROLE = re.compile(
    r"\b(?:director|head|manager|officer|engineer|executive|leader?|chief|treasurer|solicitor|counsel|secretary|"
    r"analyst|accountant|planner|lead|services?|public|acting|interim|assistant|team|finance|strategic|of|for|the)\b",
    re.IGNORECASE,
)
_SEPARATE = re.compile(r"[,;\n]|\band\b|&")
_HONOUR = re.compile(r"\W*(?:[A-Z]{2,5}\b\W*)*$")
_HEADING = re.compile(r"\n[^\S\n]*[A-Z][A-Z ]{5,40}\s*$")


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of one part of a list, under its label."""

    part: Part
    quote: Quote


def leave_out_named(text: str) -> str:
    """A question without those whom it knows to have been there: "besides the Mayor"."""
    return _BUT_FOR.sub(" ", text)


def known_to_be_there(text: str) -> list[str]:
    """The words of a question that only leave_out_named leaves out."""
    return _BUT_FOR.findall(text)


def asks_besides(text: str) -> frozenset[Part]:
    """Which part of a list a question asks for, where that is not its members: officers, or all others."""
    if _NOT_MEMBERS.search(text):
        return frozenset((Part.OFFICERS, Part.OTHERS))
    return frozenset((Part.OFFICERS,)) if _OFFICERS.search(text) and not _ALL.search(text) else frozenset()


def parts_of(passages: Sequence[Passage]) -> list[Listed]:
    """The list in parts, in the order printed; a part that goes on in the next passage is there again."""
    found: list[Listed] = []
    part = Part.MEMBERS
    for passage in passages:
        text, start = passage.text, 0
        for at, following in _labelled(text):
            found += _listed(part, passage, start, at)
            part, start = following, at
        found += _listed(part, passage, start, len(text))
    return found


def _labelled(text: str) -> Iterator[tuple[int, Part]]:
    for match in _LABEL.finditer(text):
        words = match["label"] or match["bare"] or match["away"]
        part = next((part for part, says in _SAYS if says.search(words)), None)
        if part is not None:
            yield match.start(), part


def _listed(part: Part, passage: Passage, start: int, end: int) -> Iterator[Listed]:
    lo, hi = trim(passage.text, start, end)
    if heading := _HEADING.search(passage.text, lo, hi):  # "UNRESTRICTED ITEMS": what comes next
        lo, hi = trim(passage.text, lo, heading.start())
    if lo < hi:
        yield Listed(part, Quote(passage, passage.span.start + lo, passage.span.start + hi))


def besides_members(passages: Sequence[Passage], wanted: frozenset[Part]) -> list[Quote]:
    """The words that name those wanted; those in attendance, where the list has no officers apart."""
    listed = parts_of(passages)
    found = [each.quote for each in listed if each.part in wanted]
    found = found or [each.quote for each in listed if each.part is Part.OTHERS]
    naming = [each for each in found if _TITLED.search(each.text) or _LABEL.match(each.text)]
    return naming if any(_TITLED.search(each.text) for each in naming) else found


def count_named(quotes: Sequence[Quote]) -> int | None:
    """How many people the words name; None where a name without a title makes that uncertain."""
    text = "\n\n".join(re.sub(r"(?m)^[^\n:(),;]{3,60}:", "", quote.text) for quote in quotes)
    if re.search(r"\bMessrs\b", text):
        return None
    within = sum(len(_TITLED.findall(each)) for each in _BRACKETED.findall(text))
    outside = _BRACKETED.sub(" ", text)
    if not _TITLED.search(outside):
        nameless = (each for each in _BRACKETED.findall(text) if not _TITLED.search(each))
        return within if within and all(map(_is_role, nameless)) else None
    entries = [each for each in _SEPARATE.split(_joined(outside)) if re.search(r"\w", each)]
    counts = [len(_TITLED.findall(each)) for each in entries]
    unnamed = (each for each, count in zip(entries, counts, strict=True) if not count)
    if within or max(counts) > 1 or not all(_HONOUR.fullmatch(each) or _is_role(each) for each in unnamed):
        return None
    return sum(counts)


def _joined(text: str) -> str:
    """The text with its lines joined, where no name ends."""
    return re.sub(r"[^\S\n]*\n(?!\s*\n)[^\S\n]*", " ", text)


def _is_role(text: str) -> bool:
    return _ROLE.search(text) is not None or "," in text
