"""One agenda item whose parts are marked: its numbers, title, agenda, minutes, decisions, votes, papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.models import AgendaItem, Decision, Document, Mark, MarkKind, Section, SectionKind
from corpus.parts.decisions import cut_at, read_block
from corpus.parts.lines import Line, fold, split_lines, trim
from corpus.parts.resolutions import Block, says_decision, split_decision, split_minutes

_VOTE = "Recorded Vote"
_WORD = re.compile(r"\w+")
_ALIKE = 0.7  # share of a decision's runs of three words that a decision printed before repeats


@dataclass(slots=True)
class _Found:
    """What is gathered for one item."""

    decisions: list[Decision] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    triples: set[tuple[str, ...]] = field(default_factory=set)  # of the decisions in its decision block
    decided: str = ""  # the words of its decision block, blanks between and around them
    left_out: list[int] = field(default_factory=list)  # where words stand that the decision block says too
    truncated: bool = False


def read_item(document: Document, item: Mark, parts: Sequence[Mark]) -> AgendaItem:
    """Read the item at `item` from the marks within it.

    The decision block comes first: a resolution that the minutes print again is discussion, not a second one, and
    is in no section when the block has it word for word.
    """
    found = _Found()
    for mark in _apart(parts, MarkKind.DECISION):
        _add_blocks(document, split_decision(document.text, _lines(document, mark)), found)
        found.decided += _words(document.text[mark.start : mark.end])
    for decision in found.decisions:
        found.triples |= _triples(decision.text)
    for mark in _apart(parts, MarkKind.MINUTES):
        _add_blocks(document, split_minutes(document.text, _lines(document, mark)), found)
    for mark in _apart(parts, MarkKind.TITLE, MarkKind.AGENDA, MarkKind.VOTE):
        kind = SectionKind.DISCUSSION if mark.kind is MarkKind.VOTE else SectionKind.AGENDA
        heading = {MarkKind.TITLE: "Title", MarkKind.VOTE: _VOTE}.get(mark.kind)
        _add_section(document, kind, mark.start, mark.end, heading, found)
    title = next((mark for mark in parts if mark.kind is MarkKind.TITLE), None)
    withheld = [mark for mark in parts if mark.kind is MarkKind.WITHHELD]
    if title is None and withheld:
        title = withheld[0]
        _add_section(document, SectionKind.AGENDA, title.start, title.end, "Title", found)
    return AgendaItem(
        number=_value(parts, MarkKind.NUMBER),
        agenda_number=_value(parts, MarkKind.AGENDA_NUMBER),
        title=fold(document.text[title.start : title.end]) if title else "",
        span=document.span(item.start, item.end),
        decisions=tuple(sorted(found.decisions, key=lambda decision: decision.span.start)),
        sections=tuple(sorted(found.sections, key=lambda section: section.span.start)),
        truncated=found.truncated,
        has_report=any(mark.kind is MarkKind.PAPER for mark in parts),
        restricted=any(mark.value == "item" for mark in withheld),
        withheld=sum(mark.value == "paper" for mark in withheld),
    )


def _value(parts: Sequence[Mark], kind: MarkKind) -> str | None:
    return next((mark.value for mark in parts if mark.kind is kind), None)


def _apart(parts: Sequence[Mark], *kinds: MarkKind) -> list[Mark]:
    """The marks of these kinds, less any that begins within one before it (a page may nest what it should not)."""
    found: list[Mark] = []
    end = 0
    for mark in parts:
        if mark.kind in _TEXTS and mark.start >= end:
            end = mark.end
            if mark.kind in kinds:
                found.append(mark)
    return found


_TEXTS = (MarkKind.TITLE, MarkKind.AGENDA, MarkKind.MINUTES, MarkKind.DECISION, MarkKind.VOTE)


def _lines(document: Document, mark: Mark) -> list[Line]:
    return split_lines(document.text, mark.start, mark.end)


def _add_blocks(document: Document, blocks: Sequence[Block], found: _Found) -> None:
    before = len(found.sections)
    for kind, run in blocks:
        if kind is not SectionKind.DECISION:
            if (
                says_decision(run[0].text)
                and _words(document.text[run[0].start : run[-1].end]) in found.decided
            ):
                found.left_out.append(run[0].start)  # "RESOLVED that:" above what is said too
                continue
            _add_section(document, kind, run[0].start, run[-1].end, None, found)
            continue
        decisions, sections = read_block(document, run)
        found.truncated |= any(decision.truncated for decision in decisions)
        again = [decision for decision in decisions if _is_again(decision, found)]
        found.decisions += [decision for decision in decisions if decision not in again]
        for each in sections:
            own = [
                decision for decision in decisions if each.span.start <= decision.span.start < each.span.end
            ]
            if each.kind is not SectionKind.DECISION or any(decision not in again for decision in own):
                found.sections.append(each)
            elif _words(document.slice(each.span)) in found.decided:
                found.left_out.append(each.span.start)
            else:
                found.sections.append(Section(SectionKind.DISCUSSION, each.span))
        if not decisions and not sections:  # cut before its first word
            found.truncated |= cut_at(document.text[run[0].start : run[-1].end]) is not None
    found.sections[before:] = _joined(document, found.sections[before:], found.left_out)


def _joined(document: Document, sections: Sequence[Section], left_out: Sequence[int]) -> list[Section]:
    """What was said, in one section as far as nothing else stands between."""
    joined: list[Section] = []
    for each in sections:
        last = joined[-1] if joined else None
        is_parted = last and any(last.span.end <= at < each.span.start for at in left_out)
        if last and not is_parted and each.kind is last.kind is SectionKind.DISCUSSION:
            joined[-1] = Section(each.kind, document.span(last.span.start, each.span.end))
        else:
            joined.append(each)
    return joined


def _add_section(
    document: Document, kind: SectionKind, start: int, end: int, heading: str | None, found: _Found
) -> None:
    cut = cut_at(document.text[start:end])
    if cut is not None:
        found.truncated |= kind is not SectionKind.AGENDA  # what the meeting was asked may be cut short too
        start, end = trim(document.text, start, start + cut)
    if start < end:
        found.sections.append(Section(kind, document.span(start, end), heading))


def _words(text: str) -> str:
    """The words of a text in lower case, blanks between and around them."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _is_again(decision: Decision, found: _Found) -> bool:
    """Whether the item's decision block says the same: minutes print it once more, now and then in other words."""
    triples = _triples(decision.text.partition("\n")[0])
    return bool(found.triples) and len(triples & found.triples) >= len(triples) * _ALIKE


def _triples(text: str) -> set[tuple[str, ...]]:
    """Runs of three words, from after "RESOLVED" on; of a shorter text, its words as one run."""
    words = _WORD.findall(text.lower())
    if "resolved" in words[:6]:
        words = words[words.index("resolved") + 1 :]
    if words[:1] == ["that"]:
        words = words[1:]
    return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))}
