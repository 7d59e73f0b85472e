"""How an election between candidates went: who stood, who voted for whom, and who was declared elected."""

from __future__ import annotations

import re

from rag.answering.compose import Quote
from rag.computed.exact import Words, found
from rag.computed.rooms import Room, find_rooms, sought_words
from rag.computed.saying import MOST
from rag.computed.scope import OF_MEETINGS, scope_of
from rag.computed.told import Request, Silence, Told
from rag.understanding.content import Word
from rag.understanding.question import Question
from rag.understanding.words import stems

_OFFICE = (
    r"\b(?:chair(?:man|woman|person)?|mayor\w*|leader\w*|convener|provost|president|cathaoirleach|trustee)\b"
)
_WON = re.compile(
    r"\bbeat\b|\bwho\b.*\b(?:won|stood|lost|defeated|was elected|got elected|voted in|got in)\b"
    r"|\bhow (?:many (?:people |members |councillors )?vot(?:es|ed)|(?:was|were) the votes?|close)\b"
    r"|\bby how (?:many|much)\b|\bmargin\b|\bwhat was the vote\b"
    r"|\bhow did (?:the|they|members|councillors|each|every\w*)\b.*\bvot(?:e|es|ing)\b"
    r"|\b(?:what|which) way\b.*\bvot(?:e|es|ing)\b|\bvot(?:es|ing)\b.*\b(?:for|did|each|every|candidates?)\b"
    r"|\bvoted for (?:who|whom|each)\b|\bwho voted for\b|\bvoting (?:figures?|numbers?|record)\b|\bvotes cast\b"
    r"|\b(?:result|count|outcome|split|tally)\b.*\b(?:election|vote|contest|ballot)\b"
    r"|\b(?:election|vote|contest|ballot)\b.*\b(?:result|go|went|split|tally)\b",
    re.IGNORECASE,
)
_STYLE = r"(?:Councillor|Cllr|Cmhlr|Alderman|Ald|Mr|Mrs|Ms|Miss|Dr)\b\.?"
_FOR = re.compile(
    rf"\bFor\s+(?P<candidate>{_STYLE}\s+[^\n:|\t(]{{2,40}}?)[\s:|*_]+(?:Councillors?|Cllrs?|{_STYLE})\s[^()]{{1,1500}}"
    r"(?:\([A-Z]\w?\)[^()]{0,400}){0,12}\(\s*(?P<votes>\d{1,3})\s*\)"
)
_ABSTAINED = re.compile(
    r"\s*\S{0,3}abst\w+[\s:*_|]+[^()]{1,600}(?:\([A-Z]\w?\)[^()]{0,200}){0,6}\(\s*\d{1,3}\s*\)", re.I
)
_TOLD = re.compile(
    rf"{_STYLE}\s[^.\n]{{2,60}}?\b(?:received|polled|obtained)\s+\w+\s+votes?\b", re.IGNORECASE
)
_IDLE = OF_MEETINGS | stems(
    "beat won win stood lost defeated elected election vote votes voted voting contest contested ballot result outcome "
    "count split tally margin close many much post position role seat got get going went go appointed appointment "
    "nominated became become abstained abstentions against candidate candidates"
)


def tell_election(request: Request) -> Told | Silence | None:
    """The votes for each candidate of the election asked about; None for any other question, or where none is found."""
    asked = request.asked
    if not (_WON.search(asked.text) and re.search(_OFFICE, asked.text, re.IGNORECASE)):
        return None
    words = _matter(asked)
    scope = scope_of(request)
    if isinstance(scope, Silence) or not words:
        return None
    rooms = find_rooms(request.library, sought_words(asked, words, request.lexicon), scope.places)
    read = Words(request.library)
    quotes = [quote for room in rooms if (span := _votes(room.text)) for quote in _told(room, read, *span)]
    return Told(found(quotes)[:MOST]) if quotes else None


def _matter(asked: Question) -> list[Word]:
    return [word for word in asked.content if word.stem not in _IDLE | asked.named]


def _votes(text: str) -> tuple[int, int] | None:
    """Where the votes for the candidates stand, and the abstentions after them; None where fewer than two stood."""
    cast = list(_FOR.finditer(text)) or list(_TOLD.finditer(text))
    if len(cast) < 2:
        return None
    after = _ABSTAINED.match(text, cast[-1].end())
    return cast[0].start(), after.end() if after else cast[-1].end()


def _told(room: Room, read: Words, start: int, end: int) -> tuple[Quote, Quote]:
    return room.words(read, start, end), room.quote
