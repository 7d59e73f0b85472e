"""Times that only tell where a matter comes from: what was asked for in May 2018, where its outcome is asked."""

from __future__ import annotations

import re

from rag.understanding.days import find_times

_PUT = (
    r"(?:asked(?:\s+for)?|requested|agreed|promised|approved|recommended|decided|raised|called\s+for|proposed|suggested"
    r"|demanded|sought|wanted|made|voted|resolved|ordered|commissioned|announced|reported|said|pledged|undertaken|undertook"
    r"|referred|submitted|tabled|set|launched|discussed|considered|brought|put|noted|adopted|begun|began|started|planned|passed|carried"
    r"|moved|given|opened|closed|reviewed)"
)
_AT = r"(?:\s+[\w’'-]+){0,14}?\s+(?:back\s+)?(?:in|on|at|during|from|since)\s+(?:the\s+)?$"
_TELLS = re.compile(rf"\b{_PUT}\b{_AT}", re.IGNORECASE)
_OF_WHICH = re.compile(rf"\b(?:that|which|who|whom)\s+(?:[\w’'-]+\s+){{0,6}}?{_PUT}\b{_AT}", re.IGNORECASE)
_MADE_THEN = re.compile(
    rf"(?<!has )(?<!have )(?<!had )\b{_PUT}\s+(?:[\w’'-]+\s+){{0,3}}?(?:back\s+)?(?:in|on|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "has it been done", "was it ever built"
_WHETHER = re.compile(
    r"^\W*(?:(?:so|and|but|please|tell me(?: whether| if)?|do (?:we|you) know (?:whether|if))[\s,]+)*"
    r"(?:has|have|had|is|are|was|were|did|does|do)(?:n['’]t)?\b",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"\bwhat(?:['’]s|\s+has|\s+had)?\s+(?:ever\s+)?(?:happened|became|become|came|come)\s+(?:to|of|about|with)\b"
    r"|\bwhere\s+(?:did|do|does|has|have)\b[^.?!]*\b(?:end(?:ed)?\s+up|stand|got(?:ten)?\s+to|get\s+to)\b"
    r"|\b(?:progress|news|update|word)\s+(?:on|of|about|with)\b|\bhow\s+far\s+(?:has|have|did|is|are)\b"
    r"|\bhow\s+(?:do|does)\b[^.?!]*\bstand\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:since|ever|yet|still|now|current(?:ly)?|latest|newest|most\s+recent(?:ly)?|eventually|finally|in\s+the\s+end|later"
    r"|these\s+days|so\s+far|today)\b|\b(?:has|have)(?:n['’]t)?\s+(?:[\w’'-]+\s+){0,8}?(?:been|happened|come|gone|done|made)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\s,]*(?:[\w’'-]+\s+){0,5}?(?:been|yet|now|still|ever|happened|come|gone|finished|done)\b",
    re.IGNORECASE,
)
# "In May 2018 the panel asked for a report. Has it come?"
_OPENS = re.compile(r"\W*(?:back\s+)?(?:in|on|at)\s+(?:the\s+)?", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_ASKS = re.compile(r"\?|^\W*(?:what|which|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)


def only_tells_past(text: str) -> bool:
    """Whether a question names times, and all of them only tell when the matter was put that it asks the outcome of:
    later papers may answer it."""
    places = find_times(text)
    return bool(places) and all(_tells_past(text, start, end) for start, end, *_ in places)


def _tells_past(text: str, start: int, end: int) -> bool:
    sentences = list(_SENTENCE.finditer(text))
    at = next((n for n, each in enumerate(sentences) if each.start() <= start < each.end()), 0)
    own = sentences[at].group() if sentences else text
    before, after = text[sentences[at].start() : start], text[end : sentences[at].end()]
    if not _ASKS.search(own) and not _WHETHER.search(own):
        later = "".join(each.group() for each in sentences[at + 1 :])
        asked = _STANDS.search(later) or _BECAME.search(later)
        return asked is not None and (_TELLS.search(before) or _OPENS.fullmatch(before)) is not None
    if _OF_WHICH.search(before):
        return (_WHETHER.search(own) or _BECAME.search(own)) is not None
    if _MADE_THEN.search(before):
        return (_BECAME.search(own) or (_WHETHER.search(own) and _GOES_ON.match(after))) is not None
    return False
