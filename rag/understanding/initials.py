"""Acronyms that the papers only spell out: names whose words begin with their letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.parts.acronyms import is_acronym, singular
from corpus.parts.glossary import gist
from corpus.parts.lines import fold
from index.models import Passage, TermRecord

_MANY, _BY_FAR = 3, 3  # papers that print a name, and against how often others are
_LEAST, _MOST = 3, 8  # letters: of two, too many names have them
_LINK = r"(?:(?:of|and|for|the|in|on|to|&)\s+){0,2}"


def names_spelling(acronym: str, passages: Iterable[Passage]) -> tuple[TermRecord, ...]:
    """Who prints the one name that an acronym may be short for, in capitals: "Harbour Watch Scheme" for "HWS"; of
    several, the one of most papers by far. () when no name has those letters, or it is not plain which is meant."""
    letters = singular(acronym)
    if not (
        _LEAST <= len(letters) <= _MOST and letters.isalpha() and letters.isupper() and is_acronym(letters)
    ):
        return ()
    words = [rf"{letter}[a-z][\w’'-]*" for letter in letters]
    spelt = rf"\s+{_LINK}".join(words)
    name = re.compile(rf"(?<![\w’'-]){spelt}(?![\w’'-])")
    found: dict[str, list[TermRecord]] = {}
    for passage in passages:
        for match in name.finditer(passage.text):
            start = passage.span.start + match.start()
            long = fold(match.group())
            record = TermRecord(letters, long, passage, start, start + len(match.group()))
            found.setdefault(gist(long), []).append(record)
    return _plainest(list(found.values()))


def _plainest(names: Sequence[list[TermRecord]]) -> tuple[TermRecord, ...]:
    papers = [len({record.passage.span.document_id for record in told}) for told in names]
    first, *others = sorted(papers, reverse=True) or [0]
    plain = len(names) == 1 or (first >= _MANY and all(first >= _BY_FAR * other for other in others))
    return tuple(names[papers.index(first)]) if names and plain else ()
