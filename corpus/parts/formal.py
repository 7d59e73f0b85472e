"""What is no talk though it stands among it: who stayed away, and the interests that members declare.

Minutes tell both under headings of their own ("Apologies for Absence", "Declarations of Interest"), and an interest
also in a paragraph of the item that it concerns. Whatever was decided there stays a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.models import AgendaItem, Document, Paper, Section, SectionKind
from corpus.parts.lines import Line, split_lines

_WORD = re.compile(r"[^\W_]+")
_JOINING = frozenset("a an and any for from if in of on or the this to by s".split())
_ABSENCE = frozenset("apology apologies absence absences absent attendance substitute substitutes substitution "
                     "substitutions sederunt leithscéal leithscéalta".split())  # fmt: skip
_BESIDE_ABSENCE = _JOINING | frozenset(
    "member members notification notifications receive record note".split()
)
_INTEREST = frozenset("interest interests".split())
_BESIDE_INTEREST = _JOINING | frozenset(
    "declaration declarations declare declared disclosure disclosures disclose disclosable pecuniary personal "
    "prejudicial private registrable other member members councillor councillors officer officers item items matter "
    "matters agenda business meeting notification notifications register receive record note dispensation "
    "dispensations party whip whips whipping".split()
)
_WHO = (
    r"(?:Councillors?|Cllrs?\.?|Cmhlr\.?|Members?|Mayor|(?:The\s+)?(?:Chair\w*|Cathaoirleach)|Mr|Mrs|Ms|Miss|Dr|Prof|Sir"
    r"|Dame|Lord|Lady)"
)
_DECLARES = re.compile(  # a paragraph of its own: "Councillor Ash declared an interest in this item"
    rf"[\[(]?{_WHO}\b[^.:;]{{1,160}}?\b(?:declared|disclosed)\s+(?:(?!that\b)[\w-]+,?\s+){{0,7}}interests?\b"
)


def tell_formal(paper: Paper) -> Paper:
    """The paper with what was said of absence told as attendance, and of interests as interests declared."""
    meetings = tuple(
        replace(meeting, items=tuple(_told(paper.document, item) for item in meeting.items))
        for meeting in paper.meetings
    )
    return replace(paper, meetings=meetings)


def _told(document: Document, item: AgendaItem) -> AgendaItem:
    kind = kind_under(item.title)
    found: list[Section] = []
    for section in item.sections:
        if section.kind is not SectionKind.DISCUSSION:
            found.append(section)
        elif kind is not None:
            found.append(replace(section, kind=kind))
        elif "interest" in document.slice(section.span):
            found += _parted(document, section)
        else:
            found.append(section)
    return replace(item, sections=tuple(found))


def kind_under(title: str) -> SectionKind | None:
    """What is said under a title that names nothing but absence, or nothing but interests; None under any other."""
    words = {word.casefold() for word in _WORD.findall(title)}
    if words & _INTEREST and words <= _INTEREST | _BESIDE_INTEREST:
        return SectionKind.INTEREST
    if words & _ABSENCE and words <= _ABSENCE | _BESIDE_ABSENCE:
        return SectionKind.ATTENDANCE
    return None


def _parted(document: Document, section: Section) -> Iterator[Section]:
    """A run of talk, parted where a paragraph declares an interest."""
    lines = split_lines(document.text, section.span.start, section.span.end)
    run: list[Line] = []
    kind = section.kind
    for line in lines:
        opens = line.gap or line is lines[0]
        own = SectionKind.INTEREST if opens and _DECLARES.match(line.text) else section.kind
        if run and opens and own is not kind:
            yield replace(section, kind=kind, span=document.span(run[0].start, run[-1].end))
            run = []
        kind = own if opens else kind
        run.append(line)
    if run:
        yield replace(section, kind=kind, span=document.span(run[0].start, run[-1].end))
