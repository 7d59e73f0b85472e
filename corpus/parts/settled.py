"""Decisions in minutes that have no decision blocks: what was resolved, and sentences that settle something.

Two sorts are told. (a) The words behind "And Resolved:", a quotation or else the paragraph. (b) A sentence
that records what the meeting as a body agreed, adopted, noted, deferred or rejected: "it was agreed to ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.parts.lines import BULLET, Line, split_sentences, trim

_RESOLVED_LINE = re.compile(
    r"(?:(?:and|agus|it\s+was|was|were|be\s+it|unanimously|duly|accordingly|[,;&])\s+|^\W{0,3}){1,4}"
    r"(?:unanimously\s+)?(?:resolved|glacadh\s+leis)\s*(?:as\s+follows)?\s*[:;.,–-]{0,3}\s*(?=[“\"‘']|$)",
    re.IGNORECASE,
)
_RESOLVED_THAT = re.compile(
    r"(?:(?:And|AND|It\s+was|IT\s+WAS|Be\s+it|BE\s+IT)\s+)?(?:RESOLVED|Resolved)\b[\s:,–-]{1,3}(?=\S)"
)
_QUOTE = '“"‘„«'
_CLOSED = re.compile(r"[”\"»](?:\s?[.,;])?$|[’'](?:\s?[.,;])?$|\.''$")
_BREAK = re.compile(
    r"(?:Proposed|Seconded|REPLY|Reply|Signed|Circulated|And\s+Resolved|\d{1,3}\.\s)|(?:It was )?(?:On the proposal|proposed by)",
)
_LONGEST = 12  # paragraphs that a quoted resolution may take

_ACT = (
    r"(?:agreed|adopted|approved|decided|noted|deferred|rejected|carried|defeated|passed|accepted|ratified|confirmed|"
    r"lost|withdrawn|adjourned|endorsed|resolved)"
)
_HINT = re.compile(
    r"agreed|adopted|approved|decided|noted|deferred|rejected|carried|defeated|passed|accepted|ratified|lost|endorsed"
    r"|resolved|adjourned",
    re.IGNORECASE,
)
_MANNER = r"(?:(?:also|then|unanimously|duly|further|subsequently|therefore|formally|generally|accordingly|finally|again|all|put\s+and|declared|not|hereby|collectively),?\s+)"
_BODY_IT = r"(?:(?:the\s+|all\s+|elected\s+|those\s+)*(?:members?(?:\s+present)?|meeting|committee|council(?:lors)?|board|spc|panel|district|cabinet|assembly)(?:\s+of\s+the\s+\w+(?:\s+\w+)?)?)"
_IT_WAS = re.compile(
    rf"\bit\s+was\s+{_MANNER}{{0,3}}(?:(?:proposed|seconded)\b.{{0,300}}?\band\s+{_MANNER}{{0,2}})?(?P<act>agreed|decided|resolved|approved|adopted)\b",
    re.IGNORECASE | re.DOTALL,
)
_BODY_DID = re.compile(
    rf"^\W{{0,4}}(?:\(?[a-z0-9]{{1,3}}[.)]\s+)?(?:[^.]{{0,90}}?,\s+)?{_BODY_IT}\s+(?:[^.,]{{0,120}}?\band\s+)?{_MANNER}{{0,3}}"
    rf"(?P<act>agreed|decided|resolved|approved|adopted|noted|deferred|rejected|endorsed|ratified|accepted)\b(?P<rest>.{{0,40}})",
    re.IGNORECASE | re.DOTALL,
)
_MATTER = (
    r"(?:minutes|reports?|motions?|items?|proposals?|amendments?|plans?|programme|schedules?|schemes?|budget(?:ary\s+plan)?|policy|policies|"
    r"bye-?laws|recommendations?|resolutions?|matter|this|these|same|it|standing\s+orders|nominations?|suggestion|correspondence|"
    r"statement|strategy|variation|disposal|presentation|update|request|deferral|questions?|meeting|dates?|allocations?|list|terms\s+of\s+reference|protocol|charter|draft)"
)
_WAS_DONE = re.compile(
    rf"\b{_MATTER}\b(?P<between>[^.]{{0,250}}?)\b(?:was|were)\s+(?:(?:proposed|seconded|put)\b.{{0,250}}?\band\s+)?{_MANNER}{{0,3}}(?P<act>{_ACT})\b(?P<rest>.{{0,80}})",
    re.IGNORECASE | re.DOTALL,
)
_PROPOSED_AND = re.compile(
    rf"^\W{{0,4}}(?:(?:it\s+was\s+)?proposed|on\s+the\s+proposal)\b.{{0,400}}?\band\s+{_MANNER}{{0,3}}(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(
    rf"^\W{{0,4}}(?:{_MANNER}{{0,2}}(?:agreed|noted|approved|adopted|carried|deferred))(?:\s+(?:unanimously|by\s+(?:all|the)\s+\w+))?\W{{0,3}}$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:stated|said|outlined|informed|advised|explained|confirmed|added|reported|queried|asked|suggested|requested|"
    r"pointed\s+out|referred|replied|reminded|responded|indicated|enquired|felt|hoped|clarified|recalled|"
    r"if|when|once|which|until|should|would|who|had\s+been|as)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"^\s*(?:at|by|in|on|under|from)\s+(?:the\s+|its\s+|their\s+|a\s+|an\s+)?(?:last|previous|earlier|department|minister|government|an\s+bord|bord|chief|director|"
    r"manager|oireachtas|irish|transport|national|h\.?s\.?e|nra|tii|opw|20\d\d|19\d\d|\w+\s+20\d\d|(?:special\s+|council\s+|\w+\s+)?meeting\s+(?:of|held|on)|department)",
    re.IGNORECASE,
)
_WITH = re.compile(r"^\s+(?:with|by\s+the\s+chief|in\s+principle\s+with)\b", re.IGNORECASE)
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Settled:
    """Characters `start` to `end` of the text are one decision."""

    start: int
    end: int


def find_settled(text: str, lines: Sequence[Line]) -> list[Settled]:
    """Decisions among the lines of an item, in order, not overlapping."""
    found: list[Settled] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if "esolved" in line.text or "ESOLVED" in line.text or "glacadh leis" in line.text:
            taken = _resolution(text, lines, at)
            if taken is not None:
                settled, at = taken
                found += settled
                continue
        if line.text[0] not in _QUOTE and _HINT.search(line.text):
            found += _sentences(text, line)
        at += 1
    return found


def _resolution(text: str, lines: Sequence[Line], at: int) -> tuple[list[Settled], int] | None:
    """The resolution that a line leads in, and the index of the line behind it; None when it leads in none."""
    line = lines[at]
    lead = _RESOLVED_LINE.search(line.text)
    if lead is None:
        if opening := _RESOLVED_THAT.match(line.text):
            end = _end_of_list(lines, at)
            return [
                Settled(
                    line.start if not opening.group().rstrip().endswith(":") else line.start + opening.end(),
                    lines[end - 1].end,
                )
            ], end
        return None
    if lead.end() < len(line.text):  # its words begin on the same line
        return _quotation(text, lines, at, line.start + lead.end())
    if at + 1 == len(lines) or _BREAK.match(lines[at + 1].text):
        return None
    after = lines[at + 1]
    if after.text[0] in _QUOTE:
        return _quotation(text, lines, at + 1, after.start)
    end = _end_of_list(lines, at + 1)
    return [Settled(after.start, lines[end - 1].end)], end


def _quotation(text: str, lines: Sequence[Line], first: int, start: int) -> tuple[list[Settled], int]:
    """From the opening mark to the paragraph that closes it; one paragraph where none does."""
    for at in range(first, min(first + _LONGEST, len(lines))):
        if at > first and _BREAK.match(lines[at].text):
            break
        if _CLOSED.search(lines[at].text) and lines[at].end > start + 2:
            return [Settled(start, lines[at].end)], at + 1
    end = _end_of_list(lines, first)
    return [Settled(start, lines[end - 1].end)], end


def _end_of_list(lines: Sequence[Line], first: int) -> int:
    """Index behind a paragraph and, when it ends in a colon, the list that it leads in."""
    end = first + 1
    while end < len(lines) and lines[end - 1].text[-1] in ":;" and BULLET.match(lines[end].text):
        end += 1
    return end


def _sentences(text: str, line: Line) -> Iterator[Settled]:
    for start, end in split_sentences(text, line.start, line.end):
        if end - start <= _LONGEST_SENTENCE and settles(text[start:end]):
            lo, hi = trim(text, start, end)
            yield Settled(lo, hi)


def settles(sentence: str) -> bool:
    """Whether a sentence records that the meeting as a body settled something."""
    if not _HINT.search(sentence):
        return False
    if _BARE.match(sentence):
        return True
    for pattern in (_IT_WAS, _PROPOSED_AND, _BODY_DID, _WAS_DONE):
        match = pattern.search(sentence)
        if match is None or _SAID.search(sentence[: match.start()]):
            continue
        rest = sentence[match.end("act") :]
        if _PAST.match(rest) or _WITH.match(rest):
            continue
        if match["act"].lower() == "noted" and re.match(
            r"\s*[,]?\s*(?:that|how|from|the\s+(?:need|importance|concerns?))\b", rest
        ):
            continue
        if pattern is _WAS_DONE and _SAID.search(match["between"]):
            continue
        return True
    return False
