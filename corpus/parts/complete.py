"""What each decision carries: its outcome, who moved and seconded it, and its vote, from its words and those around it.

An item's text is parted at its decisions. A decision looks into its own words, into the words between the
decision before and itself, and at how the words behind it start: never across another decision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import AgendaItem, Decision, Document, Mark, MarkKind, Paper, SourceSpan, Vote
from corpus.parts.attribution import (
    Room,
    is_declared,
    is_list_mark,
    is_of_same_vote,
    proposal_of,
    read_aside,
    says_how_to_vote,
    vote_of,
)
from corpus.parts.movers import find_seconder
from corpus.parts.outcomes import outcome_of
from corpus.parts.votes import find_votes

_SAME_WORDS = 40  # characters: two decisions that open alike are one
_REACH = 6000  # characters behind a decision that may speak of it


def complete(paper: Paper) -> Paper:
    """The paper with what its decisions carry; what their readers have found already is kept."""
    tables = [mark for mark in paper.document.marks if mark.kind is MarkKind.VOTE]
    meetings = tuple(
        replace(meeting, items=tuple(_item(paper.document, item, tables) for item in meeting.items))
        for meeting in paper.meetings
    )
    return replace(paper, meetings=meetings)


def _item(document: Document, item: AgendaItem, tables: Sequence[Mark]) -> AgendaItem:
    if not item.decisions:
        return item
    order = sorted(range(len(item.decisions)), key=lambda at: item.decisions[at].span.start)
    completed = list(item.decisions)
    inherited: Vote | None = None  # "the following resolution was adopted by the same voting"
    lead = Room("", "", "", is_last=True)  # what leads to a resolution, and so to each of its parts
    led: Decision | None = None  # what its parts carry by it
    for place, at in enumerate(order):
        room = _room(
            document,
            item,
            [item.decisions[each].span for each in order[max(0, place - 1) : place + 2]],
            place,
        )
        if place and is_declared(room.text):
            room = _over_a_vote(
                document, item, [item.decisions[each] for each in order[max(0, place - 2) : place]], room
            )
        if place and is_list_mark(room.before):
            led = led or _carried(Decision(None, "", item.span), lead)
            found = _with_lead(item.decisions[at], led, room, lead)
        else:
            lead, led = Room("", room.before, "", is_last=True), None
            found = _carried(item.decisions[at], room)
            if inherited and room.is_resolution and found.vote is None:
                found = replace(found, vote=inherited)
        completed[at] = found
        inherited = found.vote if found.vote and is_of_same_vote(room.text) else None
    in_order = [completed[at] for at in order]
    for at, decision in zip(order, _moved_below(document, item, in_order), strict=True):
        completed[at] = decision
    return replace(item, decisions=tuple(_with_tables(document, item, completed, tables)))


def _moved_below(document: Document, item: AgendaItem, decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions in order, those in a block above the minutes with who moved them by the minutes, which end in them."""
    found = list(decisions)
    opening = decisions[0].text[:_SAME_WORDS]
    if any(each.mover or each.seconder for each in decisions) or len(opening) < _SAME_WORDS:
        return found
    start = decisions[-1].span.end
    again = document.text.find(opening, start, item.span.end)
    if again < 0:
        return found
    told = Room(decisions[0].text, document.text[start:again], "", is_last=True)
    proposal = proposal_of(told)
    if proposal is None:
        return found
    for at, decision in enumerate(decisions):
        if at and not is_list_mark(document.text[decisions[at - 1].span.end : decision.span.start]):
            break
        found[at] = replace(decision, mover=proposal.mover, seconder=proposal.seconder)
    return found


def _room(document: Document, item: AgendaItem, near: Sequence[SourceSpan], place: int) -> Room:
    """The words that a decision may look into; `near` holds its span between those of its neighbours."""
    own = near[1 if place else 0]
    start = read_aside(document.text, near[0].end) if place else item.span.start
    is_last = near[-1] is own
    end = min(item.span.end if is_last else near[-1].start, own.end + _REACH)
    return Room(document.slice(own), document.text[start : own.start], document.text[own.end : end], is_last)


def _over_a_vote(document: Document, item: AgendaItem, earlier: Sequence[Decision], room: Room) -> Room:
    """What was declared, with the words above "It was agreed to take a vote", where that is the decision before it."""
    *above, before = earlier
    if not says_how_to_vote(before.text):
        return room
    start = above[-1].span.end if above else item.span.start
    return replace(room, before=document.text[start : before.span.start] + "\n" + room.before)


def _carried(decision: Decision, room: Room) -> Decision:
    proposal = proposal_of(room)
    return replace(
        decision,
        outcome=decision.outcome or outcome_of(room.text, room.before, room.after),
        mover=decision.mover or (proposal.mover if proposal else None),
        seconder=decision.seconder or (proposal.seconder if proposal else find_seconder(room.text)),
        vote=decision.vote or vote_of(room),
    )


def _with_lead(decision: Decision, led: Decision, room: Room, lead: Room) -> Decision:
    """A part of a resolution: its own verb, or that of its lead; who moved the whole, and the vote on it."""
    part = _carried(decision, room)
    moved = part if part.mover or part.seconder else led
    return replace(
        part,
        outcome=decision.outcome or outcome_of(room.text, lead.before, room.after),
        mover=moved.mover,
        seconder=moved.seconder,
        vote=part.vote or led.vote,
    )


def _with_tables(
    document: Document, item: AgendaItem, decisions: Sequence[Decision], tables: Sequence[Mark]
) -> list[Decision]:
    """Decisions with the recorded votes that the paper marks as such: each is of the decisions just before it."""
    found = list(decisions)
    since = item.span.start
    first = bisect_left(tables, item.span.start, key=lambda mark: mark.start)
    last = bisect_left(tables, item.span.end, key=lambda mark: mark.start)
    for mark in tables[first:last]:
        votes = find_votes(document.text[mark.start : mark.end])
        for at, decision in enumerate(found):
            if votes and decision.vote is None and since <= decision.span.start < mark.start:
                found[at] = replace(decision, vote=votes[0].vote)
        since = mark.end
    return found
