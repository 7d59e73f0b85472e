"""What a library holds, for people and for scripts: papers, items and the words of one item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.models import AgendaItem
from index.models import ItemRecord, MatterRecord, MeetingRecord
from ui.present import JSON, clean, coverage_line, day, decision_json, on_one_line, table

if TYPE_CHECKING:
    from index.library import Library


def held_json(library: Library) -> list[JSON]:
    """Every paper with its meetings, what was found in it and what its reader was unsure of."""
    meetings, items = library.meetings(), library.items()
    return [
        {
            "document": paper.id,
            "kind": paper.kind,
            "meetings": [_meeting_json(meeting) for meeting in meetings if meeting.document == paper.id],
            "items": sum(item.document == paper.id for item in items),
            "decisions": sum(len(item.decisions) for item in items if item.document == paper.id),
            "warnings": list(paper.warnings),
        }
        for paper in library.documents()
    ]


def held_text(library: Library) -> str:
    rows = [
        (
            paper["document"],
            paper["kind"].replace("_", " "),
            ", ".join(meeting["date"] or "undated" for meeting in paper["meetings"]) or "-",
            paper["items"],
            paper["decisions"],
            len(paper["warnings"]) or "-",
            "; ".join(dict.fromkeys(meeting["body"] or "not stated" for meeting in paper["meetings"])) or "-",
        )
        for paper in held_json(library)
    ]
    head = ("paper", "kind", "date", "items", "decisions", "warnings", "body")
    return f"{coverage_line(library.coverage())}\n\n{table(head, rows)}"


def meetings_text(meetings: Sequence[MeetingRecord], matters: Iterable[MatterRecord]) -> str:
    """Each meeting, its matters with the decisions taken, and in which papers each of them stands."""
    held: dict[str, list[MatterRecord]] = {}
    for matter in matters:
        held.setdefault(matter.fullest.sitting or matter.fullest.document, []).append(matter)
    sittings: dict[str, list[MeetingRecord]] = {}
    for meeting in meetings:
        sittings.setdefault(meeting.sitting or meeting.document, []).append(meeting)
    return "\n\n".join(_sitting_text(papers, held.get(key, [])) for key, papers in sittings.items())


def _sitting_text(papers: Sequence[MeetingRecord], matters: Sequence[MatterRecord]) -> str:
    first = papers[0]
    lines = [_heading(first.body, first.date, any(paper.cancelled for paper in papers))]
    for matter in matters:
        lines.append(f"  {item_heading(matter)}")
        lines += [f"      {numbered(each.number, each.text)}" for each in matter.decisions]
        lines.append(f"      in {_papers_said(matter)}")
    told = {paper.item.document for matter in matters for paper in matter.papers}
    off = {paper.document for paper in papers if paper.cancelled}
    for document in dict.fromkeys(paper.document for paper in papers if paper.document not in told):
        said = "says that it was cancelled" if document in off else "no agenda items found"
        lines.append(f"  {on_one_line(document)}: {said}")
    return "\n".join(lines)


def _heading(body: str | None, date: dt.date | None, is_off: bool) -> str:
    return f"{on_one_line(body or 'body not stated')}, {day(date)}{' (cancelled)' if is_off else ''}"


def _papers_said(matter: MatterRecord) -> str:
    """ "minutes.html (minutes), pack.pdf (report)", the fullest first."""
    papers = ((paper.item.document, paper.role.value.replace("_", " ")) for paper in matter.papers)
    return on_one_line(", ".join(f"{document} ({role})" for document, role in papers))


def paper_text(document: str, items: Sequence[ItemRecord], meetings: Sequence[MeetingRecord]) -> str:
    """A paper, its meetings, and their items with the decisions taken, as it prints them."""
    lines = [on_one_line(document)]
    off = [(meeting.body, meeting.date) for meeting in meetings if meeting.cancelled]
    told = {(item.body, item.date) for item in items}
    lines += [f"  {_heading(*each, True)}" for each in off if each not in told]
    lines += [] if items or off else ["  no agenda items found"]
    meeting: tuple[str | None, dt.date | None] | None = None
    for item in items:
        if (item.body, item.date) != meeting:
            meeting = (item.body, item.date)
            lines.append(f"  {_heading(*meeting, meeting in off)}")
        lines.append(f"    {item_heading(item)}")
        lines += [f"        {numbered(each.number, each.text)}" for each in item.decisions]
    return "\n".join(lines)


def item_heading(item: ItemRecord | AgendaItem | MatterRecord) -> str:
    """ "27 (agenda 5)  Title [report, minutes cut short]", on one line."""
    agenda = f" (agenda {item.agenda_number})" if item.agenda_number not in (None, item.number) else ""
    said = [("report", item.has_report), ("minutes cut short", item.truncated)]
    if not isinstance(item, AgendaItem):
        said += [("draft", item.draft), ("not open to the public", item.restricted)]
        said.append((f"{item.withheld} not open to the public", bool(item.withheld) and not item.restricted))
    marks = [words for words, so in said if so]
    noted = f" [{', '.join(marks)}]" if marks else ""
    return f"{on_one_line(item.number or '-')}{agenda}  {on_one_line(item.title)}{noted}"


def numbered(number: str | None, words: str) -> str:
    """A decision with its printed number, on one line."""
    return on_one_line(f"{number}. {words}" if number else f"- {words}")


def record_json(item: ItemRecord) -> JSON:
    return {
        "document": item.document,
        "council": item.council,
        "body": item.body,
        "date": item.date.isoformat() if item.date else None,
        "item": item.number,
        "agenda_number": item.agenda_number,
        "title": item.title,
        "decisions": [decision_json(decision) for decision in item.decisions],
        "truncated": item.truncated,
        "has_report": item.has_report,
        "start": item.start,
        "end": item.end,
        "draft": item.draft,
        "restricted": item.restricted,
        "withheld": item.withheld,
    }


def matter_json(matter: MatterRecord, own: ItemRecord | None = None) -> JSON:
    """One matter and its papers, the fullest first: with what all of them know of it, and where the fullest stands;
    or as the paper of `own` alone prints it."""
    facts = record_json(own or matter.fullest)
    if own is None:
        facts |= {
            "item": matter.number,
            "agenda_number": matter.agenda_number,
            "title": matter.title,
            "decisions": [decision_json(decision) for decision in matter.decisions],
            "truncated": matter.truncated,
            "has_report": matter.has_report,
            "restricted": matter.restricted,
            "withheld": matter.withheld,
        }
    papers = [
        {
            "document": paper.item.document,
            "role": paper.role.value,
            "item": paper.item.number,
            "agenda_number": paper.item.agenda_number,
            "start": paper.item.start,
            "end": paper.item.end,
        }
        for paper in matter.papers
    ]
    return facts | {"papers": papers}


def item_words(library: Library, item: ItemRecord) -> str:
    """The item's exact text."""
    return library.document_text(item.document)[item.start : item.end]


def same_matter(library: Library, item: ItemRecord) -> list[ItemRecord]:
    """The other items known to be the same matter, in date order."""
    if item.matter is None:
        return []
    return [other for other in library.items() if other.matter == item.matter and other.key != item.key]


def item_json(library: Library, item: ItemRecord) -> JSON:
    others = [record_json(other) for other in same_matter(library, item)]
    return {**record_json(item), "text": item_words(library, item), "same_matter": others}


def item_text(library: Library, item: ItemRecord) -> str:
    lines = [item_place(item), "", clean(item_words(library, item)).strip()]
    if others := same_matter(library, item):
        lines += ["", "The same matter in other papers:", *(f"  - {item_place(other)}" for other in others)]
    return "\n".join(lines)


def item_place(item: ItemRecord) -> str:
    """ "Item 27: Title, Committee, 17 July 2019 (paper.txt)"."""
    number = f"Item {item.number}: " if item.number else ""
    return on_one_line(
        f"{number}{item.title}, {item.body or 'body not stated'}, {day(item.date)} ({item.document})"
    )


def _meeting_json(meeting: MeetingRecord) -> JSON:
    date = meeting.date.isoformat() if meeting.date else None
    return {"council": meeting.council, "body": meeting.body, "date": date}
