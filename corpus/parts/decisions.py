"""Decision blocks: where one starts, what its numbered lines are, where the text is cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.models import Decision, Document, Section, SectionKind
from corpus.parts.lines import LIST_NUMBER, Line, trim

HEADING = re.compile(
    r"(?:The\s+)?Decisions?(?:\s+(?:made|taken))?\s*:?$|Resolved\s*:?$|Resolutions?\s*:?$", re.IGNORECASE
)
BARE = re.compile(
    r"(?:NOTED|AGREED|APPROVED|DEFERRED|WITHDRAWN|REFUSED|ORDERED|ENDORSED)(?:\s+(?:as follows|accordingly))?[.:]?$"
)
RESOLVED = re.compile(r"(?:\d{1,2}[.)]\s+)?(?:RESOLVED|AGREED|ORDERED)\b(?!\s*$)")
_CUT = re.compile(
    r"(?:\.\.\.|…)\s*view the full (?:minutes|decisions?|agenda)?\s*text for item\s+\S+[ \t\u00a0]*$",
    re.MULTILINE,
)
_LETTER = re.compile(r"\(?([A-Za-z])[.):][ \t\u00a0]+(?=\S)")
_RESOLVES = re.compile(  # "RESOLVED that permission be refused for the following reasons:" is whole with them
    r"\bbe\s+\w.{0,200}\b(?:reasons?|conditions?|grounds)\b[^.:]{0,60}:$", re.IGNORECASE | re.DOTALL
)
_DECLARED = re.compile(r"\bdeclar(?:ed?|es|ing|ation)\b", re.IGNORECASE)
_INTEREST = re.compile(r"\binterest", re.IGNORECASE)


def cut_at(text: str) -> int | None:
    """Where "...  view the full minutes text" begins in a text; None when the text is whole."""
    match = _CUT.search(text)
    return len(text[: match.start()].rstrip()) if match else None


def is_interest(text: str) -> bool:
    """A bracketed note that a member declared an interest: recorded, but not a decision."""
    declared = _DECLARED.search(text) if text.startswith("[") else None
    return declared is not None and _INTEREST.search(text, declared.end()) is not None


def read_block(document: Document, lines: Sequence[Line]) -> tuple[list[Decision], list[Section]]:
    """Decisions and sections, in order, of the lines below a "Decision" heading.

    Numbered lines are one decision each, in order; without numbers each paragraph is one. A list that
    counts every line as 1 (a numbered list that lost its count) is numbered by its order. A line that
    goes on in lower case, or a bullet, belongs to the decision before it; a block that opens with "(a)" is
    numbered by letters.
    """
    entries, interests = _split_block(document, lines)
    lead = None
    if len(entries) > 1 and entries[0].number is None and document.text[entries[0].end - 1] == ":":
        if _RESOLVES.search(document.text, entries[0].start, entries[0].end):
            entries = [_Entry(None, entries[0].start, entries[-1].end)]
        else:
            lead = entries.pop(0)  # "RESOLVED that:" says nothing by itself
    printed = [entry.number for entry in entries if entry.number]
    by_order = len(printed) > 1 and len(set(printed)) < len(printed)
    decisions = []
    for order, entry in enumerate(entries, start=1):
        number = str(order) if by_order and entry.number else entry.number
        decision = _decision(document, number, entry.start, entry.end)
        if decision.text:
            decisions.append(decision)
    sections = [*interests, *_decision_sections(document, lead, decisions, bool(interests))]
    return decisions, sorted(sections, key=lambda section: section.span.start)


def _decision_sections(
    document: Document, lead: _Entry | None, decisions: Sequence[Decision], is_broken: bool
) -> Iterator[Section]:
    """A section for each decision; the lettered parts of one resolution are read together with its lead,
    because "(b) to build a crossing" alone does not say of what. A block that something breaks is not joined."""
    lettered = all(decision.number and decision.number.isalpha() for decision in decisions)
    if lead and decisions and lettered and not is_broken:
        yield Section(SectionKind.DECISION, document.span(lead.start, decisions[-1].span.end))
        return
    if lead:
        yield Section(SectionKind.DISCUSSION, document.span(lead.start, lead.end))
    for decision in decisions:
        yield Section(SectionKind.DECISION, decision.span, decision=decision.number)


@dataclass(slots=True)
class _Entry:
    number: str | None
    start: int
    end: int


def _split_block(document: Document, lines: Sequence[Line]) -> tuple[list[_Entry], list[Section]]:
    """Entries of a block, and the interests recorded among them. Nothing goes on across an interest."""
    entries: list[_Entry] = []
    interests: list[Section] = []
    numbers = _find_numbers(lines)
    may_go_on = False
    for at, line in enumerate(lines):
        if is_interest(line.text):
            interests.append(Section(SectionKind.INTEREST, document.span(line.start, line.end)))
            may_go_on = False
            continue
        number = numbers.get(at)
        goes_on = bool(numbers) or not line.gap or line.is_bullet or line.text[0].islower()
        if number:
            # "4. RESOLVED that": the number is the paragraph's, not the decision's
            printed = None if RESOLVED.match(line.text) else number[1]
            entries.append(_Entry(printed, line.start + number.end(), line.end))
        elif may_go_on and goes_on:
            entries[-1].end = line.end
        else:
            entries.append(_Entry(None, line.start, line.end))
        may_go_on = True
    return entries, interests


def _find_numbers(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """The lines that open a decision of their own: "1." but not the "(1)" below it; "(1)" where they start so;
    "(a)", "(b)" in a block that opens with "(a)", or in which it stands below "4. RESOLVED to agree:"."""
    found = {at: number for at, line in enumerate(lines) if (number := LIST_NUMBER.match(line.text))}
    paragraphs = {at: number for at, number in found.items() if RESOLVED.match(lines[at].text)}
    if parts := {at: number for at, number in found.items() if at not in paragraphs}:
        is_bracketed = next(iter(parts.values())).group().startswith("(")
        same = {at: number for at, number in parts.items() if number.group().startswith("(") == is_bracketed}
        return paragraphs | same
    return paragraphs | _find_letters(lines)


def _find_letters(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    letters: dict[int, re.Match[str]] = {}
    wanted = "a"
    for at, line in enumerate(lines):
        letter = _LETTER.match(line.text)
        may_open = bool(letters) or at == 0 or lines[at - 1].text.endswith(":")
        if letter and may_open and letter[1].lower() == wanted:
            letters[at] = letter
            wanted = chr(ord(wanted) + 1)
    return letters


def _decision(document: Document, number: str | None, start: int, end: int) -> Decision:
    cut = cut_at(document.text[start:end])
    start, end = trim(document.text, start, end if cut is None else start + cut)
    return Decision(number, document.text[start:end], document.span(start, end), truncated=cut is not None)
