"""What each decision carries: its outcome, who moved and seconded it, and its vote, from its words and those around it.

An item's text is parted at its decisions. A decision looks into its own words, into the words between the
decision before and itself, and at how the words behind it start: never across another decision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import AgendaItem, Decision, Document, Mark, MarkKind, Paper, Vote
from corpus.parts.attribution import Room, is_list_mark, is_of_same_vote, proposal_of, read_aside, vote_of
from corpus.parts.movers import find_seconder
from corpus.parts.outcomes import outcome_of
from corpus.parts.votes import find_votes


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
    lead = ""  # the words that lead to a resolution, and so to each of its parts
    for place, at in enumerate(order):
        decision = item.decisions[at]
        before = (
            read_aside(document.text, item.decisions[order[place - 1]].span.end) if place else item.span.start
        )
        is_last = place + 1 == len(order)
        after = item.span.end if is_last else item.decisions[order[place + 1]].span.start
        between = document.text[before : decision.span.start]
        lead = lead if place and is_list_mark(between) else between
        room = Room(
            document.slice(decision.span),
            lead,
            document.text[decision.span.end : after],
            is_last,
        )
        completed[at] = found = _carried(decision, room)
        if inherited and room.is_resolution and found.vote is None:
            completed[at] = found = replace(found, vote=inherited)
        inherited = found.vote if is_of_same_vote(room.text) else None
    return replace(item, decisions=tuple(_with_tables(document, item, completed, tables)))


def _carried(decision: Decision, room: Room) -> Decision:
    proposal = proposal_of(room)
    return replace(
        decision,
        outcome=decision.outcome or outcome_of(room.text, room.before, room.after),
        mover=decision.mover or (proposal.mover if proposal else None),
        seconder=decision.seconder or (proposal.seconder if proposal else find_seconder(room.text)),
        vote=decision.vote or vote_of(room),
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
