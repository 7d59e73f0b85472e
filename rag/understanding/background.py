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
# "got approval in principle in 2015", "that didn't happen on 9 January", "was at 54 in 2019"
_TOLD = re.compile(
    rf"\b(?:got|had|was|were|did(?:n['’]t)?|could(?:n['’]t)?|would|went|came|stood|gave|fell|rose|lost|won|held|built|left|[a-z]{{3,}}ed)\b{_AT}",
    re.IGNORECASE,
)
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
# "The pier toll set in 2016 - is it still charged?"
_TURN = re.compile(
    r"(?:\s+[–—-]+|[:;,])\s+(?=(?:(?:and|but|so)\s+)?(?:has|have|had|is|are|was|were|did|does|do|what|where|how)(?:n['’]t)?\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?|^\W*(?:what|which|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)

# "Who runs the pier now? It was Mr Ash in 2015."
_WAS = re.compile(
    r"\W*(?:(?:i\s+(?:know|see|think|thought)\s+(?:that\s+)?)?(?:it|that|he|she|they|this|there)(?:\s+(?:was|were|had|used\s+to)\b|['’]d\b)"
    r"|(?:back\s+)?in\s+[\w ]{3,20},?\s+(?:it|he|she|they)\s+(?:was|were|had)\b)",
    re.IGNORECASE,
)


def leave_out_then(text: str) -> str:
    """The question without what it says behind how things stood once, where it asks how they stand now."""
    sentences = [match.group() for match in _SENTENCE.finditer(text)]
    if len(sentences) < 2 or not (_ASKS.search(sentences[0]) and _STANDS.search(sentences[0])):
        return text
    told = [each for each in sentences[1:] if _WAS.match(each) and "?" not in each and find_times(each)]
    return "".join(each for each in sentences if each not in told).strip() if told else text


def leave_out_past(text: str) -> str | None:
    """The question without what only tells when the matter was put that it asks the outcome of; None where a time that
    it names tells anything else, or it names none. What is asked of it, later papers may answer."""
    places = find_times(text)
    asides = [_aside(text, start, end) for start, end, *_ in places]
    told = [aside for aside in asides if aside is not None]
    if not told or len(told) < len(places):
        return None
    kept, at = "", 0
    for start, end in sorted(told):
        kept += text[at:start]
        at = max(at, end)
    return " ".join(f"{kept.rstrip(' ,')} {text[at:]}".split())


def _aside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that tell when the matter was put, with the time in them; None when it tells more."""
    own = next(each for each in _SENTENCE.finditer(text) if each.start() <= start < each.end())
    turn = _TURN.search(text, end, own.end())
    first, last = own.start(), turn.end() if turn else own.end()
    before, after = text[first:start], text[end : own.end()]
    if not _ASKS.search(text[first:last]) and not _WHETHER.search(text[first:last]):
        later = text[last:]
        asked = _STANDS.search(later) or _BECAME.search(later)
        told = _TELLS.search(before) or _OPENS.fullmatch(before) or _TOLD.search(before)
        return (first, last) if asked and told else None
    whether, became = _WHETHER.search(own.group()), _BECAME.search(own.group())
    if told := _OF_WHICH.search(before):
        return (own.start() + told.start(), end) if whether or became else None
    if told := _MADE_THEN.search(before):
        goes_on = became or (whether and _GOES_ON.match(after))
        return (own.start() + told.start(), end) if goes_on else None
    return None
