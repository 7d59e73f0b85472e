"""One paper as its reader found it, for scripts and for people. Pure functions, no printing."""

from __future__ import annotations

from corpus.models import AgendaItem, Decision, Meeting, Paper, Vote
from ui.present import JSON, day, decision_json, on_one_line
from ui.records import item_heading, numbered


def paper_json(paper: Paper) -> JSON:
    """The stable object of `minutebook parse --json`. Times are "10:00"; offsets count extracted text."""
    return {
        "document": paper.document.id,
        "kind": paper.kind.value,
        "meetings": [_meeting_json(meeting) for meeting in paper.meetings],
        "warnings": list(paper.warnings),
    }


def _meeting_json(meeting: Meeting) -> JSON:
    return {
        "council": meeting.council,
        "body": meeting.body,
        "date": meeting.date.isoformat() if meeting.date else None,
        "time": meeting.time.strftime("%H:%M") if meeting.time else None,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "present": list(meeting.present),
        "apologies": list(meeting.apologies),
        "draft": meeting.draft,
        "cancelled": meeting.cancelled,
        "items": [_item_json(item) for item in meeting.items],
    }


def _item_json(item: AgendaItem) -> JSON:
    return {
        "number": item.number,
        "agenda_number": item.agenda_number,
        "title": item.title,
        "decisions": [decision_json(decision) for decision in item.decisions],
        "truncated": item.truncated,
        "has_report": item.has_report,
        "restricted": item.restricted,
        "withheld": item.withheld,
        "start": item.span.start,
        "end": item.span.end,
    }


def paper_text(paper: Paper) -> str:
    """Meetings, their items and decisions, and what the reader was unsure of, for a terminal."""
    lines = [f"{on_one_line(paper.document.id)}: {paper.kind.value.replace('_', ' ')}"]
    for meeting in paper.meetings:
        lines += ["", *_meeting_lines(meeting)]
        for item in meeting.items:
            lines += _item_lines(item)
    warnings = [f"warning: {on_one_line(warning)}" for warning in paper.warnings]
    return "\n".join([*lines, "", *warnings] if warnings else lines)


def _meeting_lines(meeting: Meeting) -> list[str]:
    time = f", {meeting.time:%H:%M}" if meeting.time else ""
    facts = {
        "council": meeting.council,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "present": ", ".join(meeting.present),
        "apologies": ", ".join(meeting.apologies),
    }
    state = "".join(f", {name}" for name in ("draft", "cancelled") if getattr(meeting, name))
    heading = f"{meeting.body or 'body not stated'}, {day(meeting.date)}{time}{state}"
    return [on_one_line(heading), *(f"  {name}: {on_one_line(said)}" for name, said in facts.items() if said)]


def _item_lines(item: AgendaItem) -> list[str]:
    lines = [f"  {item_heading(item)}"]
    if item.restricted:
        lines.append("      not open to the public")
    elif item.withheld:
        lines.append(
            f"      {item.withheld} {'paper' if item.withheld == 1 else 'papers'} not open to the public"
        )
    for decision in item.decisions:
        lines.append(f"      {numbered(decision.number, decision.text)}")
        if carried := decision_words(decision):
            lines.append(f"        ({carried})")
    return lines


def decision_words(decision: Decision) -> str:
    """What a decision carries: "approved; proposed by ..., seconded by ...; 13 for, 2 against, 6 abstained"."""
    people = [f"proposed by {decision.mover}"] if decision.mover else []
    people += [f"seconded by {decision.seconder}"] if decision.seconder else []
    parts = [
        decision.outcome.value if decision.outcome else "",
        ", ".join(people),
        _vote_words(decision.vote),
    ]
    return on_one_line("; ".join(filter(None, parts)))


def _vote_words(vote: Vote | None) -> str:
    if vote is None:
        return ""
    counts = (("for", vote.in_favour), ("against", vote.against), ("abstained", vote.abstained))
    return ", ".join(f"{count} {side}" for side, count in counts if count is not None)
