"""The words that a question is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.parts.dates import MONTHS
from rag.understanding.words import ACTS, FRAME, STOP, plain, stem

_TOKEN = re.compile(r"[^\W_]+(?:['’./,-][^\W_]+)*%?|£\d[\d,.]*")
_ACTED = frozenset(map(stem, ACTS))
_PERSON = re.compile(  # whose name is one, also where every word has a capital
    r"\b(?:Councillor|Cllr|Alderman|Deputy|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Canon|Rev|Sir|Dame)\.?\s+(?!Leader|Mayor|Chair|Director|Chief|Head)"
    r"((?:[A-Z][\w’'-]+\s+){0,2}[A-Z][\w’'-]+)(?=\s+[a-z])"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the question."""

    plain: str  # lower case
    stem: str
    is_name: bool  # written with a capital inside the sentence, or all in capitals
    is_frame: bool  # "committee", "decided": what is asked for rather than what about


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, each once, in order."""
    found: dict[str, Word] = {}
    titled = _is_titled(text)
    people = (
        frozenset(stem(plain(name)) for match in _PERSON.finditer(text) for name in match[1].split()) - _ACTED
    )
    for position, match in enumerate(_TOKEN.finditer(text)):
        raw = match.group()
        for part in raw.split("-") if raw[0].isdigit() or raw[0] == "£" else re.split(r"[-/.,]", raw):
            word = plain(part)
            if not word or word in STOP or (len(word) == 1 and not word.isdigit()):
                continue
            capital = part[0].isupper() and (position > 0 or part.isupper())
            capital = capital and (not titled or (stem(word) in people and not text.isupper()))
            is_month = word in MONTHS
            found.setdefault(
                stem(word), Word(word, stem(word), capital and not is_month, word in FRAME or is_month)
            )
    return tuple(found.values())


def _is_titled(text: str) -> bool:
    """Whether every word that says something has a capital, as in a title: then a capital makes no name."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in STOP]
    return text.isupper() or (len(words) > 1 and all(word[0].isupper() for word in words))
