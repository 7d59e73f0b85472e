"""What the head of minutes plainly says and their layout did not find: the body, the day. Nothing found is changed."""

from __future__ import annotations

from dataclasses import replace

from corpus.models import Paper, PaperKind
from corpus.parts.bodies import find_body
from corpus.parts.lines import split_lines
from corpus.parts.sat import date_of_sitting


def fill_from_head(paper: Paper) -> Paper:
    """Minutes of one meeting with the body and the day that the lines above who was present name."""
    if paper.kind is not PaperKind.MINUTES or len(paper.meetings) != 1:
        return paper
    meeting = paper.meetings[0]
    if meeting.body and meeting.date:
        return paper
    end = meeting.items[0].span.start if meeting.items else meeting.span.end
    head = split_lines(paper.document.text, meeting.span.start, end)
    council, body = find_body(head)
    filled = replace(
        meeting,
        council=meeting.council or council,
        body=meeting.body or body,
        date=meeting.date or date_of_sitting(head),
    )
    is_whole = filled.body is not None and filled.date is not None
    warnings = tuple(each for each in paper.warnings if not (is_whole and "which body met" in each))
    return replace(paper, meetings=(filled,), warnings=warnings)
