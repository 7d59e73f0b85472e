"""When a body was set up: the words that say so, or that none do. That it met, or was set up again, does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.parts.lines import split_sentences
from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.exact import found
from rag.computed.scope import OF_MEETINGS
from rag.computed.told import Request, Silence, Told
from rag.understanding.bodies import Body
from rag.understanding.words import stems

_FOUNDED = (
    r"(?<![\w-])(?:set(?:ting)?\s+up|establish(?:ed|ing|ment)?|found(?:ed|ing)|creat(?:e|ed|ing|ion)"
    r"|form(?:ed|ing|ation)|constituted)\b"
)
_ASKED = re.compile(rf"^(?:and |so |but )?(?:when|in what year|what year)\b.*{_FOUNDED}", re.IGNORECASE)
_SAID = re.compile(_FOUNDED, re.IGNORECASE)
_WORDS = (
    "set setting establish established establishing establishment founded founding create created creating creation "
    "formed forming formation constituted"
).split()
_IDLE = OF_MEETINGS | stems(f"{' '.join(_WORDS)} set up first originally initially year date")
_NEAR = 80  # characters from the verb within which the body is named


def tell_founded(request: Request) -> Told | Silence | None:
    """When a body held was set up; None for any other question."""
    asked = request.asked
    bodies = [body for body in asked.bodies if body.held]
    if not _ASKED.search(asked.text) or len(bodies) != 1 or asked.dates:
        return None
    if any(word.stem not in _IDLE | asked.named for word in asked.content):
        return None
    quotes = sorted(_telling(request, bodies[0]), key=lambda each: str(each.passage.date or "9999"))
    if quotes:
        return Told(found(quotes))
    return Silence(f"The papers held do not say when the {bodies[0].words} was set up.", sure=True)


def _telling(request: Request, body: Body) -> Iterator[Quote]:
    """The sentences that say that the body was set up, and not merely again."""
    library = request.library
    wording = [[(word,) for word in _WORDS], *([(word,)] for word in body.words.split())]
    says = [each.id for each in library.saying(wording, request.filters) if each.itself]
    for passage in library.passages_by_id(says).values():
        yield from _sentences(passage, stems(body.words))


def _sentences(passage: Passage, named: frozenset[str]) -> Iterator[Quote]:
    for start, end in split_sentences(passage.text, 0, len(passage.text)):
        sentence = passage.text[start:end]
        for match in _SAID.finditer(sentence):
            near = sentence[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if named <= stems(near):
                yield Quote(passage, passage.span.start + start, passage.span.start + end)
                break
