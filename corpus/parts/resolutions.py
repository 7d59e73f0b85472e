"""Resolutions among what was said: where one opens in minutes, and how far it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import SectionKind
from corpus.parts.decisions import BARE, is_interest
from corpus.parts.lines import BULLET, LIST_NUMBER, Line

Block = tuple[SectionKind, list[Line]]
_BY = r"(?:unanimously|therefore|also|then|further|accordingly|duly)"
_WAS = rf"(?:(?:And|Be\s+it|Therefore|Accordingly|Whereupon),?\s+)?(?:it\s+was\s+)?(?:{_BY},?\s+)?"
# "RESOLVED that", "2. RESOLVED", "Therefore, it was RESOLVED to", "Resolved:", "AGREED - that"
_OPENS = re.compile(
    rf"(?:\d{{1,2}}[.)]\s+)?(?i:{_WAS})(?:RESOLVED\b|[Rr]esolved(?=\s*$|\s*[:(–—-]|\s+(?:that|to|{_BY})\b)"
    r"|(?:AGREED|ORDERED|RECOMMENDED|NOTED|APPROVED|ENDORSED)(?=\s*[:–—-]|\s+(?:that|to)\b))"
)
_CAPITALS = re.compile(r"\bRESOLVED\b")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
# Words that only lead in the parts below them: "It was RESOLVED (unanimously) that:", "That Cabinet:"
_NAME = r"(?:the\s+)?[A-Z]\w*(?:\s+[A-Z]\w*){0,3}"
_ONLY_LEADS = re.compile(
    rf"(?i:{_WAS}(?:resolved|agreed|ordered|recommended|noted|approved|endorsed)(?:\s*\(?{_BY}\)?)?"
    rf"\s*[:,–—-]?\s*(?:that|to)?)(?:\s+{_NAME})?\s*[:–—-]?$|[Tt]hat\s+{_NAME}\s*[:–—-]$"
)
_HEADING = re.compile(r"(?:The\s+)?Decisions?(?:\s+(?:made|taken))?\s*:?$", re.IGNORECASE)
_INLINE = re.compile(r"(?:The\s+)?Decisions?(?:\s+(?:made|taken))?\s*[:–—-]\s+(?=\S)", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:reasons?\s+for\s|(?:details\s+of\s+)?(?:any\s+)?(?:alternatives?|other|rejected)\s+(?:\w+\s+){0,2}options?\b"
    r"|(?:options?|alternatives?)\s+considered|call-in\b)[^.]{0,80}$",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:there\s+(?:were|was|are)\s+(?:none|no\s[^.]{1,60})|none|nil|n/?a|not applicable)\W*$", re.IGNORECASE
)
_NOTE = re.compile(r"\(?\s*(?:notes?|nb|n\.b\.)\s*[:–—-]|\[", re.IGNORECASE)
_VOTE = re.compile(
    r"\(?(?:(?:recorded\s+)?vot(?:ing|es?)\b\W|(?:votes?\s+)?(?:for|against|in\s+favour|abst(?:ain|ent)\w+)\W*\d"
    r"|(?:votes?\s+)?(?:for|against|in\s+favour|abst(?:ain|ent)\w+)\s*[:–—-]|(?:carried|lost|unanimous(?:ly)?)\b.{0,60}$"
    r"|\d{1,3}\s+(?:votes?\s+)?(?:for|in\s+favour|against)\b)",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?:[:,–—-]|\b(?:that|to|and))\s*$")
_LETTERED = re.compile(r"\(?(?:[A-Za-z]|[ivxIVX]{1,5})[:.)]\s+\S")
_FIRST_WORD = re.compile(r"\W*(?P<word>\w+)")


def split_minutes(text: str, lines: Sequence[Line]) -> list[Block]:
    """Minutes in runs: what was said, decisions as `read_block` takes them, interests declared.

    A resolution is the paragraph that says so from that sentence on, its numbered or lettered parts, and the
    vote printed below them. What stands under a heading "Decision" is one to the end.
    """
    return _split(text, lines, is_block=False)


def split_decision(text: str, lines: Sequence[Line]) -> list[Block]:
    """A decision block in runs. Where it says "RESOLVED", what stands before is not the decision; reasons and
    rejected options that stand below are not either."""
    return _split(text, lines, is_block=True)


def _split(text: str, lines: Sequence[Line], *, is_block: bool) -> list[Block]:
    to_the_end = is_block and not any(says_decision(line.text) for line in lines)
    blocks: list[Block] = [(SectionKind.DECISION if to_the_end else SectionKind.DISCUSSION, [])]
    for line in lines:
        kind, run = blocks[-1]
        at = _find_opening(line.text)
        if is_interest(line.text):
            blocks.append((SectionKind.INTEREST, [line]))
            to_the_end = False
        elif at is not None:
            if at:
                blocks.append((SectionKind.DISCUSSION, [_cut(line, 0, at)]))
            to_the_end = to_the_end or is_block
            blocks.append((SectionKind.DECISION, [_cut(line, at, len(line.text))]))
        elif _HEADING.match(line.text):
            blocks.append((SectionKind.DECISION, []))
            to_the_end = True
        elif inline := _INLINE.match(line.text):
            blocks.append((SectionKind.DECISION, [_cut(line, inline.end(), len(line.text))]))
            to_the_end = True
        elif BARE.match(line.text):
            blocks.append((SectionKind.DECISION, [line]))
        elif _NONE.match(line.text):
            blocks.append((SectionKind.DISCUSSION, [line]))
        elif _ASIDE.match(line.text) or (kind is SectionKind.DECISION and _NOTE.match(line.text)):
            blocks.append((SectionKind.DISCUSSION, [line]))
            to_the_end = False
        elif kind is SectionKind.DECISION and run and _VOTE.match(line.text):
            run[-1] = Line(run[-1].start, line.end, text[run[-1].start : line.end], run[-1].gap)
        elif kind is SectionKind.INTEREST or (
            kind is SectionKind.DECISION and not to_the_end and not _goes_on(run, line)
        ):
            blocks.append((SectionKind.DISCUSSION, [line]))
        else:
            run.append(line)
    return [block for kind, run in blocks if run for block in _part_leads(kind, run)]


def says_decision(paragraph: str) -> bool:
    """Whether a paragraph opens, labels or is a decision: "RESOLVED that", "Decision:", NOTED."""
    return _find_opening(paragraph) is not None or any(
        label.match(paragraph) for label in (_HEADING, _INLINE, BARE)
    )


def _find_opening(paragraph: str) -> int | None:
    """Where the sentence begins that says what was resolved; None in any other paragraph."""
    if _OPENS.match(paragraph):
        return 0
    capitals = _CAPITALS.search(paragraph)
    if capitals is None:
        return None
    ends = [end.end() for end in _SENTENCE.finditer(paragraph, 0, capitals.start())]
    return ends[-1] if ends else 0


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    """Whether a line is a part of the resolution that a run holds so far."""
    last, words = run[-1].text, line.text
    if _LEADS_ON.search(last) or _only_leads(last) or words[0].islower() or not line.gap:
        return True
    if number := LIST_NUMBER.match(words):
        own = LIST_NUMBER.match(
            run[0].text
        )  # "2. RESOLVED that ...", "3. Mr Ash said": paragraphs are numbered
        return not (own and int(number[1]) == int(own[1]) + 1 and last.endswith("."))
    if BULLET.match(words) or _LETTERED.match(words):
        return True
    first, here = _FIRST_WORD.match(run[1].text if len(run) > 1 else ""), _FIRST_WORD.match(words)
    return bool(first and here and first["word"] == here["word"])  # "That ...", "That ..."


def _only_leads(paragraph: str) -> bool:
    """Whether a paragraph says nothing without the parts below it. NOTED alone says all there is."""
    is_whole = BARE.match(paragraph) is not None and not paragraph.endswith(":")
    return not is_whole and _ONLY_LEADS.match(paragraph) is not None


def _part_leads(kind: SectionKind, run: list[Line]) -> list[Block]:
    """A decision without the lines above it that say no more than "RESOLVED that:"."""
    leads = 0
    if kind is SectionKind.DECISION:
        while leads + 1 < len(run) and _only_leads(run[leads].text):
            leads += 1
    return [(SectionKind.DISCUSSION, run[:leads]), (kind, run[leads:])] if leads else [(kind, run)]


def _cut(line: Line, start: int, end: int) -> Line:
    words = line.text[start:end].rstrip()
    return Line(line.start + start, line.start + start + len(words), words, line.gap)
