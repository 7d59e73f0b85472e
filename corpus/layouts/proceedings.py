"""Minutes in the proposed, seconded and resolved style: a numbered heading, what was said, "And Resolved:" and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from corpus.layouts.sitting import read_sitting
from corpus.models import (
    AgendaItem,
    Decision,
    Document,
    MarkKind,
    Meeting,
    Paper,
    PaperKind,
    Section,
    SectionKind,
)
from corpus.parts.councils import in_title_case
from corpus.parts.counting import Opening, choose_openings
from corpus.parts.headings import OPENING
from corpus.parts.lines import Line, split_lines, trim
from corpus.parts.numbers import clean_number
from corpus.parts.settled import Settled, find_settled

_PROPOSED = re.compile(
    r"\bproposed\s+by\b.{0,200}?\bseconded\s+by\b|^(?:Proposed|Seconded)\b.{0,12}\bby\b|on\s+the\s+proposal\s+of\b|PRESENT\s+IN\s+THE\s+CHAIR",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:PRESENT\s+)?IN\s+THE\s+CHAIR\b|(?:MEMBERS|Members)\s+(?:PRESENT|Present)\b")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:\s?\([a-z]\)(?=[\s.:]|$))?)(?:\s?(?P<mark>[.:;,])(?!\d)\s*|\s+|$)(?P<title>\S.*)?$"
)
_ITEM = re.compile(
    r"(?:Agenda\s+)?Item\s+(?:No\.?\s*)?(?P<number>\d{1,3}(?:\s?\([a-z]\))?)\s*(?P<mark>[:.;–—-]{1,2}|$)\s*(?P<title>\S.*)?$",
    re.IGNORECASE,
)
_SUBMITTED = re.compile(
    r".{0,3}?(?:Q?uestions?|Notices?\s+of\s+Motion|Motion)\s+(?:submitted\s+)?(?:by|from)\s+(?:Councillor|Cllr|Cmhlr)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:QUESTIONS?|NOTICES?\s+OF\s+MOTIONS?|MOTIONS?|AGENDA|DEPUTATIONS?|PART\s+\w+)\s*:?$", re.IGNORECASE
)
_CLOSING = re.compile(r"(?:Signed|SIGNED|Minutes\s+Signed|Minutes\s+signed|Sinithe|SÍNITHE)\b", re.IGNORECASE)
_CONCLUDED = re.compile(
    r"(?:This|The\s+meeting|That)\s+(?:then\s+)?(?:concluded|ended|closed|finished)\b|CRÍOCH|Conclusion\s*:?$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"[“\"‘(|!/\\]|I\s+will\b|REPLY|Reply|Proposed|Seconded|And\s+Resolved|Circulated\b|(?:Signed|Dated?)\b|(?:Councillors?|Cllrs?|Cmhlr)\b|(?:For|FOR|Against|AGAINST|In\s+Favour|IN\s+FAVOUR|Abst\w+|ABST\w+)\b|.{0,60}\b(?:[Pp]roposed|[Ss]econded)\s+by\b|That\b|[•*]|Page\b|\W+$"
)
_ALONE = re.compile(
    r"(?:Votes?\s+of\s+\w+|Expressions?\s+of\s+\w+|Any\s+Other\s+Business|A\.?O\.?B\.?|Correspondence|(?:Date|Time)\s+of\s+(?:the\s+)?Next\s+Meeting|Next\s+Meeting|"
    r"Suspension\s+of\s+Standing\s+Orders?|(?:Get\s+Well|Good)\s+Wishes|Condolences|Congratulations|Disclosures?\s+of\s+Interests?|Declarations?\s+of\s+Interests?|"
    r"Adjournment(?:\s+of\s+(?:the\s+)?Meeting)?|Sympath(?:y|ies)|Minute[’']?s?\s+Silence|Adoption\s+of\s+Minutes)\b.{0,60}$",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"(?:To\s+(?:consider|receive|note|review|discuss|approve|adopt|agree|confirm|elect|appoint|fix|set|hear|examine)|Questions?\s+(?:submitted|by|from)|Notices?\s+of\s+Motion|"
    r"Motions?\s+(?:submitted|by)|Adoption|Confirmation|Minutes|Apologies|Matters\s+Arising|Correspondence|Any\s+Other|A\.?O\.?B)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:Special|Annual|Adjourned|Ordinary|Monthly|Budget|Statutory|Inaugural|Draft|Budgetary|Plan)\s+){0,4}Meeting\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_TITLE = 300


def looks_like_proceedings(lines: Sequence[Line]) -> bool:
    """Minutes of a meeting whose motions are proposed and seconded, or whose head lists who chaired and came."""
    head = lines[:40]
    if not OPENING.search(" ".join(line.text for line in head[:30])):
        return False
    return any(_LISTED.match(line.text) for line in head) or any(
        _PROPOSED.search(line.text) for line in lines
    )


def read_proceedings(document: Document) -> Paper:
    """Read a paper of minutes in this style, one meeting. What it does not plainly say is None, with a warning."""
    lines = split_lines(document.text)
    bold = {mark.start for mark in document.marks if mark.kind is MarkKind.HEADING}
    numbered = choose_openings(_candidates(lines, bold))
    meeting, behind = read_sitting(document, lines[: numbered[0].at if numbered else len(lines)])
    openings = _openings(lines, bold, numbered, behind)
    end = _closing(lines, openings[-1].at + 1 if openings else behind)
    items = []
    for opening, following in pairwise([*openings, Opening(None, "", end, 0)]):
        stop = following.at
        while stop > opening.at + opening.used and _GROUP.match(lines[stop - 1].text):
            stop -= 1
        items.append(_read_item(document, lines[opening.at : stop], opening, bold))
    before = lines[behind : openings[0].at] if openings else []
    said = [Section(SectionKind.DISCUSSION, document.span(before[0].start, before[-1].end))] if before else []
    if not items and end > behind:
        items = [_whole(document, lines, behind, end, bold)]
        behind = end
    meeting = replace(meeting, items=tuple(items), sections=(*meeting.sections, *said))
    return Paper(document, PaperKind.MINUTES, (meeting,), tuple(_warnings(meeting)))


def _candidates(lines: Sequence[Line], bold: Set[int]) -> list[Opening]:
    """Lines that a number opens, each weighed by how much it looks like the heading of an item; and lines that
    open a question or a motion, whose number may have been lost."""
    matches = [
        _NUMBERED.match(line.text)
        if line.text[0].isdigit()
        else _ITEM.match(line.text)
        if line.text[0] in "IiAa"
        else None
        for line in lines
    ]
    found = []
    for at, match in enumerate(matches):
        if match is None:
            if _SUBMITTED.match(lines[at].text) and len(lines[at].text) < 120:
                found.append(Opening(None, _title(lines[at].text), at, 1, 2.0))
            continue
        title, used = match["title"], 1
        if (
            not title
            and at + 1 < len(lines)
            and matches[at + 1] is None
            and not _NO_TITLE.match(lines[at + 1].text)
        ):
            title, used = lines[at + 1].text, 2
        weight = _weight(title or "", lines[at].start in bold or (used == 2 and lines[at + 1].start in bold))
        in_list = any(0 <= near < len(lines) and matches[near] is not None for near in (at - 1, at + 1))
        weight += 3 if match.re is _ITEM else {".": 0.0, None: -1.5}.get(match["mark"], -0.5)
        number = clean_number(re.sub(r"[\s()]", "", match["number"]))
        if number[0] != "0":
            found.append(Opening(number, _title(title or ""), at, used, weight - 1.5 * in_list))
    return found


def _weight(title: str, is_bold: bool) -> float:
    """How much words look like a heading: bold, one of the usual ones, short, in title case, no sentence."""
    if not title:
        return 0.2
    weight = 2.5 if is_bold else 0.0
    words = _WORD.findall(title)
    if _MATTER.match(title) or _SUBMITTED.match(title):
        return weight + 2
    if words and sum(word[0].isupper() for word in words) > 0.7 * len(words):
        return weight + (2 if len(title) < 90 else 1)
    if len(title) > 160:
        return weight - 2
    if title[-1] in ".;,?!" or title[0].islower() or title[0] in "€£$":
        return weight - 1
    return weight + (1.5 if len(title) < 90 else 0.5)


def _title(text: str) -> str:
    return text[:_LONGEST_TITLE].rstrip(" :–-")


def _openings(lines: Sequence[Line], bold: Set[int], numbered: list[Opening], behind: int) -> list[Opening]:
    """Where items open: unnumbered headings before the first number and behind the last, and the numbers."""
    if not numbered:
        return [_unnumbered(lines, at) for at in range(behind, len(lines)) if _is_heading(lines, at, bold)]
    before = [_unnumbered(lines, at) for at in range(behind, numbered[0].at) if _is_heading(lines, at, bold)]
    last = numbered[-1].at + numbered[-1].used
    after = [
        _unnumbered(lines, at)
        for at in range(last, len(lines))
        if _ALONE.match(lines[at].text) and len(lines[at].text) < 90 and lines[at].text[-1] != "."
    ]
    return [*before, *numbered, *after]


def _unnumbered(lines: Sequence[Line], at: int) -> Opening:
    return Opening(None, _title(lines[at].text), at, 1)


def _is_heading(lines: Sequence[Line], at: int, bold: Set[int]) -> bool:
    """A line set apart by bold print or capitals, or in title case above a sentence."""
    text = lines[at].text
    if (
        len(text) > 150
        or _NO_TITLE.match(text)
        or _GROUP.match(text)
        or _CONCLUDED.match(text)
        or _CLOSING.match(text)
    ):
        return False
    if at + 1 == len(lines) or text[-1] in ".;," or lines[at].is_row:
        return False
    words = _WORD.findall(text)
    if not words:
        return False
    if lines[at].start in bold or (text.isupper() and len(text) > 5) or _ALONE.match(text):
        return True
    after = lines[at + 1].text
    return (
        len(text) < 90
        and all(word[0].isupper() for word in words)
        and len(words) > 1
        and len(after) > len(text)
        and after[-1] in ".:"
    )


def _closing(lines: Sequence[Line], start: int) -> int:
    """Index of the line behind the business: signatures and their dates are none of it."""
    last = len(lines)
    for at in range(len(lines) - 1, max(start, len(lines) - 12) - 1, -1):
        if _CLOSING.match(lines[at].text) or _CONCLUDED.match(lines[at].text):
            last = at
    return last


def _read_item(document: Document, lines: Sequence[Line], opening: Opening, bold: Set[int]) -> AgendaItem:
    heading, body = lines[: opening.used], lines[opening.used :]
    sections = (
        [Section(SectionKind.AGENDA, document.span(heading[0].start, heading[-1].end), "Title")]
        if heading
        else []
    )
    decisions = []
    at = heading[-1].end if heading else lines[0].start
    below = [
        line
        for line in body
        if line.start in bold and len(line.text) < 150 and not _NO_TITLE.match(line.text)
    ]
    end = lines[-1].end
    for settled in [*find_settled(document.text, body), Settled(end, end)]:
        sections += _discussed(document, at, settled.start, below)
        if settled.start < settled.end:
            span = document.span(settled.start, settled.end)
            decisions.append(Decision(None, document.slice(span), span))
            sections.append(Section(SectionKind.DECISION, span))
        at = settled.end
    return AgendaItem(opening.number, None, opening.title, document.span(lines[0].start, end), tuple(decisions),
                      tuple(sections))  # fmt: skip


def _whole(document: Document, lines: Sequence[Line], behind: int, end: int, bold: Set[int]) -> AgendaItem:
    """Minutes of one matter without a heading: what the meeting calls itself is the title."""
    head = " ".join(line.text for line in lines[:behind])
    called = _CALLED.search(head)
    title = in_title_case(called.group()) if called else _title(lines[behind].text)
    return _read_item(document, lines[behind:end], Opening(None, title, behind, 0), bold)


def _discussed(document: Document, start: int, end: int, below: Sequence[Line]) -> list[Section]:
    """What was said from `start` to `end`, parted where a heading within the item stands."""
    inside = [line for line in below if start <= line.start < end]
    found = []
    for (first, heading), (last, _) in pairwise(
        [(start, None), *((line.start, line.text) for line in inside), (end, None)]
    ):
        lo, hi = trim(document.text, first, last)
        if lo < hi:
            found.append(Section(SectionKind.DISCUSSION, document.span(lo, hi), heading))
    return found


def _warnings(meeting: Meeting) -> list[str]:
    found = []
    if not meeting.items:
        found.append("No items were recognised in these minutes.")
    if meeting.body is None or meeting.date is None:
        found.append(
            "These minutes do not plainly say which body met, or when; what is missing is left unknown."
        )
    return found
