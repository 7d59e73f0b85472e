"""A list of decisions, printed soon after a meeting: each item's number, its title and what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.layouts.listed_head import read_head
from corpus.models import AgendaItem, Decision, Document, Paper, PaperKind, Section, SectionKind
from corpus.parts.dates import DATE
from corpus.parts.decisions import read_block
from corpus.parts.lines import Line, fold, split_lines
from corpus.parts.numbers import AGENDA_REFERENCE, REFERENCE, printed_number
from corpus.parts.resolutions import Block, says_decision, split_decision

_NUMBER = rf"(?:{REFERENCE}|\d{{2}}/\d{{1,4}}|[A-Z]?\d{{1,4}}[a-z]?|\d{{1,3}}\.\d{{1,2}})"
_ITEM = re.compile(
    rf"(?:(?:Agenda\s+)?Item\s+(?:No\.?\s*)?)?(?P<number>{_NUMBER})(?:[.:)]|\b)(?:[\s–—-]+(?P<title>\S.*))?$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:draft|printed|published|executive|cabinet|committee|council|public|formal)\s+)*"
    r"(?:(?:record|list|summary|notice|schedule|statement|minute)s?\s+of\s+(?:the\s+)?)?(?:\w+\s+){0,2}?decisions?"
    r"(?:\s+(?:list|notice|sheet|record|statement|summary|schedule|digest))?(?:\s+(?:taken|made|agreed|published)\b.{0,120}|\s*[-–—:].{0,120})?",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"\bdecisions?\b.{0,60}\b(?:taken|made|agreed|reached|published)\b.{0,60}\b(?:at|following|by)\b.{0,40}\b"
    r"(?:meeting|cabinet|committee|council|executive|board|panel)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:draft )?minutes\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:key|forthcoming|future|intended|delegated)\s+decisions?\b|\bforward plan\b", re.IGNORECASE
)
_PART = re.compile(r"(?i:that|to)\s|the\s+[a-z]|.*(?:[;.]|;\s*and)$", re.DOTALL)
_HEAD = 25  # lines in which a list says what it is
_WIDE = 60  # characters of a title that may go on below


@dataclass(frozen=True, slots=True)
class _Opening:
    at: int  # index of its first line
    used: int  # lines that its number and title take
    number: str
    agenda_number: str | None
    title: str
    rest: Line | None  # what was decided, where a table has it in the same row


def looks_like_decisions(lines: Sequence[Line]) -> bool:
    """Whether a paper calls itself a list of decisions and has numbered items with decisions."""
    head = lines[:_HEAD]
    if any(_MINUTES.match(line.text) for line in head[:6]):
        return False
    if any(_TO_COME.search(line.text) for line in head[:12]):
        return False
    says_so = any(len(line.text) < 160 and _TITLE.fullmatch(line.text) for line in head[:12])
    if not says_so and not _INTRO.search(" ".join(line.text for line in head)):
        return False
    return bool(_openings(lines)) and any(_decides(line) for line in lines)


def _decides(line: Line) -> bool:
    return any(says_decision(cell.strip()) for cell in line.text.split("\t"))


def read_decisions(document: Document) -> Paper:
    """Read a list of decisions. What stands under an item is its decision; where any item says "RESOLVED" or
    "Decision", only what follows such words is."""
    lines = split_lines(document.text)
    openings = _openings(lines)
    first = openings[0].at if openings else len(lines)
    labelled = any(_decides(line) for line in lines[first:])
    ends = [opening.at for opening in openings[1:]] + [len(lines)]
    items = tuple(
        _read_item(document, opening, lines[opening.at : end], labelled)
        for opening, end in zip(openings, ends, strict=True)
    )
    meeting = replace(read_head(document, lines[:first]), items=items)
    warnings = []
    if meeting.body is None or meeting.date is None:
        warnings.append(
            "The list does not plainly say which body met, or when; what is missing is left unknown."
        )
    return Paper(document, PaperKind.DECISIONS, (meeting,), tuple(warnings))


def _openings(lines: Sequence[Line]) -> list[_Opening]:
    """Where items open: numbers that go up, each with a title that is no part of a resolution."""
    found: list[_Opening] = []
    for at in range(len(lines)):
        opening = _opening_at(lines, at)
        if opening is None or (found and at < found[-1].at + found[-1].used):
            continue
        if not found or _follows(found[-1].number, opening.number):
            found.append(opening)
    return found


def _follows(before: str, number: str) -> bool:
    """Whether an item's number goes on from the one before: 54, 55; 5a, 5b; A1, A2; 21/07, 21/08."""
    one, other = (re.findall(r"\d+|[a-z]+", each.lower()) for each in (before, number))
    if one[:-1] == other[:-1] and one[-1].isdigit() and other[-1].isdigit():
        return 0 < int(other[-1]) - int(one[-1]) <= 10
    if one and other and one[0].isdigit() and other[0].isdigit():
        return 0 <= int(other[0]) - int(one[0]) <= 10 and one != other
    return one != other


def _opening_at(lines: Sequence[Line], at: int) -> _Opening | None:
    line = lines[at]
    cells = line.text.split("\t")
    match = _ITEM.fullmatch(cells[0].strip()) if len(cells) > 1 else _ITEM.match(line.text)
    if match is None or DATE.match(line.text):
        return None
    number = printed_number(match["number"])
    if not number:
        return None
    if len(cells) > 1 and not match["title"]:
        return _row(at, line, cells, number)
    title, used = match["title"] or "", 1
    if not title:
        below = _ITEM.match(lines[at + 1].text) if at + 1 < len(lines) else None
        is_alone = line.gap or not line.text.isdigit()
        if at + 1 == len(lines) or not is_alone or (below and not below["title"]):
            return None
        title, used = lines[at + 1].text, 2
    named = line.text.lower().startswith(("item", "agenda"))
    if not (_is_title(title) or (named and title[0].isdigit())):
        return None
    while at + used < len(lines) and _title_goes_on(title, lines[at + used]):
        title += " " + lines[at + used].text
        used += 1
    return _named(at, used, number, title, None)


def _row(at: int, line: Line, cells: Sequence[str], number: str) -> _Opening | None:
    """A row of a table: number, topic, decision."""
    title = cells[1].strip()
    if not title or not _is_title(title):
        return None
    start = line.start + len(cells[0]) + len(cells[1]) + 2
    words = "\t".join(cells[2:]).strip()
    start += len("\t".join(cells[2:])) - len("\t".join(cells[2:]).lstrip())
    rest = Line(start, start + len(words), words, True) if words else None
    return _named(at, 1, number, title, rest)


def _is_title(title: str) -> bool:
    return title[0].isupper() and not _PART.match(title) and not _decides(Line(0, 0, title, True))


def _title_goes_on(title: str, line: Line) -> bool:
    if line.gap or _decides(line) or _ITEM.match(line.text):
        return False
    return line.text[0].islower() or line.text.startswith("(") or (len(title) > _WIDE and len(line.text) < 40)


def _named(at: int, used: int, number: str, title: str, rest: Line | None) -> _Opening:
    agenda = AGENDA_REFERENCE.search(title)
    name = fold(title[: agenda.start()] if agenda else title).strip(" -–—:")
    return _Opening(at, used, number, printed_number(agenda["number"]) if agenda else None, name, rest)


def _read_item(document: Document, opening: _Opening, lines: Sequence[Line], labelled: bool) -> AgendaItem:
    titled = lines[: opening.used]
    title_end = opening.rest.start if opening.rest else titled[-1].end
    title_end = len(document.text[:title_end].rstrip())
    body = [*([opening.rest] if opening.rest else []), *lines[opening.used :]]
    decisions: list[Decision] = []
    sections = [Section(SectionKind.AGENDA, document.span(lines[0].start, title_end), "Title")]
    for kind, run in _blocks(document, body, labelled):
        if kind is SectionKind.DECISION:
            found, parts = read_block(document, run)
            decisions += found
            sections += parts
        else:
            sections.append(Section(kind, document.span(run[0].start, run[-1].end)))
    return AgendaItem(
        opening.number,
        opening.agenda_number,
        opening.title,
        document.span(lines[0].start, lines[-1].end),
        tuple(decisions),
        tuple(sections),
        truncated=any(decision.truncated for decision in decisions),
    )


def _blocks(document: Document, body: Sequence[Line], labelled: bool) -> list[Block]:
    if not body:
        return []
    if labelled and not any(_decides(line) for line in body):
        return [(SectionKind.DISCUSSION, list(body))]
    return split_decision(document.text, body)
