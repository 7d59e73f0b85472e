"""Acronyms and terms that a paper explains itself, each with the words that explain it.

Found are "Multi Agency Safeguarding Hub (MASH)", "MASH (Multi Agency Safeguarding Hub)", "CHC – Continuing Health
Care – ...", "SEND: special educational needs", "X stands for ...", what a paper calls something hereafter,
"'looked after child' means ...", and the rows and lines of a glossary. Outside a glossary the words must spell the
acronym (see acronyms.py): whatever else stands in brackets is no explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.parts.acronyms import ACRONYM, SMALL, is_acronym, singular, spells, words_in
from corpus.parts.lines import fold, split_paragraphs, split_sentences
from corpus.parts.listed_terms import entries_of, rows_of

LONGEST = 700  # characters of a sentence that is quoted whole for what it explains
_REACH = 200  # characters that a long form may take

_QUOTE = r"[\"'“”‘’]"
_CALLED = r"(?:referred\s+to\s+as|known\s+as|called|abbreviated\s+(?:to|as)|shortened\s+to)"
_FROM_HERE = r"(?:here(?:in)?after|henceforth)"
_SO_CALLED = (
    rf"(?:(?:(?:{_FROM_HERE}|also|otherwise|often|commonly)\s+)?{_CALLED}|{_FROM_HERE}|or|also|i\.?e\.?)"
)
_SHORT_FOR = r"(?:stands?|(?:is\s+|are\s+)?(?:short|an?\s+(?:abbreviation|acronym)))\s+for"
# What spells the acronym stands before it: "(MASH)", "(the 'LADO')", "(hereafter the EHCP, ...", ", known as MASH".
_SPELT_BEFORE = re.compile(
    rf"\s*(?:\(\s*(?:{_SO_CALLED},?\s+)?(?:the\s+)?{_QUOTE}?(?P<bracketed>{ACRONYM}){_QUOTE}?(?=\s*[),;:])"
    rf"|,?\s(?:{_SO_CALLED})\s+(?:the\s+)?{_QUOTE}?(?P<called>{ACRONYM}){_QUOTE}?(?=[\s).,;:]|$)"
    rf"|\s[–—-]\s+(?P<dashed>{ACRONYM})(?=\s*(?:[).,;:]|$)))"
)
# And behind it: "MASH (Multi Agency ...", "CHC – Continuing ...", "SEND: special ...", "EHCP stands for ...".
_SPELT_BEHIND = re.compile(
    rf"(?<![\w&])(?P<short>{ACRONYM}){_QUOTE}?"
    rf"(?:\s*\(|\s*[–—:=\t]\s*|\s-\s+|,?\s+(?:(?:which|that)\s+)?{_SHORT_FOR}\s+|\s+means\s+)(?:the\s+)?{_QUOTE}?"
)
_BREAK = re.compile(r"[;:.()\t–—!?\"“”‘]|\s-\s|\s['’]")
_PART = re.compile(r"[,\n]")
_ON = re.compile(
    r"\s(?:is|are|was|were|which|who|that|has|have|had|will|would|can|may|should|also|and|or|in|at|on|to|by|from|with)\b"
)
_ALIAS = re.compile(
    rf"[\s,(]+(?:{_FROM_HERE},?\s+(?:{_CALLED}\s+)?|referred\s+to\s+{_FROM_HERE}\s+as\s+){_QUOTE}?"
    rf"(?P<short>(?:the\s+)?{_QUOTE}?[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){{0,3}})"
)
_NAME_WORD = r"(?:[A-Z][\w’'&.-]*|of|and|for|in|the|&)"
_NAME = re.compile(rf"(?!The\s)[A-Z][\w’'&.-]*(?:\s+{_NAME_WORD}){{0,11}}$")
_MEANS = re.compile(
    r"(?<!\w)[\"'“‘](?P<short>[^\W\d_][^\"“”‘\n]{1,60}?)[\"'”’]\s+(?:means|is\s+defined\s+as|refers\s+to)\s+"
    r"(?=(?:an?|the|any(?:one|body)?|all|each|every(?:one|body)?|those|some(?:one|body)|people|persons?)\b)"
)

Range = tuple[int, int]


class Explanation(NamedTuple):
    """`short` stands for `long`, both as printed, on one line; `start` and `end` are of the words that say so."""

    short: str
    long: str
    start: int
    end: int


def read_explanations(text: str, start: int, end: int, heading: str | None = None) -> list[Explanation]:
    """What `text[start:end]`, a run of one section under `heading`, explains: in order, each meaning of a term once."""
    listed = [*rows_of(text, start, end), *entries_of(text, start, end, heading)]
    found = [Explanation(fold(short), fold(long), *place) for short, long, place in listed]
    for first, last in split_paragraphs(text, start, end):
        found += _in_paragraph(text, first, last)
    kept: dict[tuple[str, str], Explanation] = {}
    for each in sorted(found, key=lambda each: each.start):
        kept.setdefault((singular(each.short).casefold(), gist(each.long)), each)
    return list(kept.values())


def gist(long: str) -> str:
    """What two printings of one meaning share: case, small words, hyphens and plurals do not matter."""
    words = [match.group().casefold() for match in words_in(long)]
    return " ".join(word.removesuffix("s") for word in words if word not in SMALL)


def _in_paragraph(text: str, first: int, last: int) -> Iterator[Explanation]:
    paragraph = text[first:last]
    found = [*_spelt(paragraph), *_aliases(paragraph), *_meant(paragraph)]
    sentences = list(split_sentences(text, first, last)) if found else []
    for short, (lo, hi), at in found:
        low, high = first + min(lo, at), first + max(hi, at + len(short))
        around = [each for each in sentences if each[0] < high and low < each[1]]
        whole = (around[0][0], around[-1][1]) if around else (low, high)
        place = whole if whole[1] - whole[0] <= LONGEST else (low, high)
        yield Explanation(fold(short), fold(paragraph[lo:hi]), *place)


def _spelt(paragraph: str) -> Iterator[tuple[str, Range, int]]:
    """Acronyms, the range of the words that spell each, and where it stands."""
    for match in _SPELT_BEFORE.finditer(paragraph):
        name = match.lastgroup or ""
        short = match[name]
        long = _long_before(paragraph, match.start(), short, loosely=name == "bracketed")
        if long and is_acronym(short):
            yield short, long, match.start(name)
    for match in _SPELT_BEHIND.finditer(paragraph):
        short = match["short"]
        if is_acronym(short) and (long := _long_behind(paragraph, match.end(), short)):
            yield short, long, match.start("short")


def _long_before(paragraph: str, end: int, short: str, *, loosely: bool) -> Range | None:
    """The fewest words just before `end` that spell the acronym."""
    at = max(0, end - _REACH)
    at = max([at, *(match.end() for match in _BREAK.finditer(paragraph, at, end))])
    words = words_in(paragraph[at:end])
    for loose in (False, True)[: 1 + loosely]:
        for first in range(len(words) - 2, -1, -1):
            if spells(short, [word.group() for word in words[first:]], loosely=loose):
                return at + words[first].start(), at + words[-1].end()
    return None


def _long_behind(paragraph: str, at: int, short: str) -> Range | None:
    """The words from `at` that spell the acronym: all up to a break, a comma or a line's end; or up to where a sentence
    may go on after a name."""
    stop = min(len(paragraph), at + _REACH)
    stop = next((match.start() for match in _BREAK.finditer(paragraph, at, stop)), stop)
    ends = [stop, *(match.start() for match in _PART.finditer(paragraph, at, stop))]
    further = [match.start() for match in _ON.finditer(paragraph, at, stop)]
    words = words_in(paragraph[at:stop])
    for loose, tried in ((False, ends + further), (True, ends)):
        for end in tried:
            told = [word for word in words if at + word.end() <= end]
            if told and spells(short, [word.group() for word in told], loosely=loose):
                return at + told[0].start(), at + told[-1].end()
    return None


def _aliases(paragraph: str) -> Iterator[tuple[str, Range, int]]:
    """What a paper says it will call something hereafter."""
    for match in _ALIAS.finditer(paragraph):
        short = re.sub(_QUOTE, "", match["short"])
        name = _NAME.search(paragraph, max(0, match.start() - _REACH), match.start())
        if name and not is_acronym(short.removeprefix("the ")):
            yield short, name.span(), match.start("short")


def _meant(paragraph: str) -> Iterator[tuple[str, Range, int]]:
    """Defined terms: "'looked after child' means a child who ..."."""
    for match in _MEANS.finditer(paragraph):
        _, end = next(split_sentences(paragraph, match.end(), len(paragraph)), (0, len(paragraph)))
        if not is_acronym(match["short"]):
            yield match["short"], (match.end(), end), match.start("short")
