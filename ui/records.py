"""What a library holds, for people and for scripts: papers, items and the words of one item."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.models import AgendaItem
from index.models import ItemRecord, MeetingRecord
from ui.present import JSON, clean, coverage_line, day, on_one_line, table

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


def items_text(documents: Sequence[str], items: Iterable[ItemRecord]) -> str:
    """Each paper, its meetings, and their items with the decisions taken."""
    of_paper: dict[str, list[ItemRecord]] = {document: [] for document in documents}
    for item in items:
        of_paper.setdefault(item.document, []).append(item)
    return "\n\n".join(_paper_text(document, own) for document, own in of_paper.items())


def _paper_text(document: str, items: Sequence[ItemRecord]) -> str:
    lines = [on_one_line(document)] + ([] if items else ["  no agenda items found"])
    meeting: tuple[str | None, dt.date | None] | None = None
    for item in items:
        if (item.body, item.date) != meeting:
            meeting = (item.body, item.date)
            lines.append(f"  {on_one_line(item.body or 'body not stated')}, {day(item.date)}")
        lines.append(f"    {item_heading(item)}")
        lines += [f"        {numbered(each.number, each.text)}" for each in item.decisions]
    return "\n".join(lines)


def item_heading(item: ItemRecord | AgendaItem) -> str:
    """ "27 (agenda 5)  Title [report, minutes cut short]", on one line."""
    agenda = f" (agenda {item.agenda_number})" if item.agenda_number not in (None, item.number) else ""
    marks = [word for word, so in [("report", item.has_report), ("minutes cut short", item.truncated)] if so]
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
        "decisions": [{"number": each.number, "text": each.text} for each in item.decisions],
        "truncated": item.truncated,
        "has_report": item.has_report,
        "start": item.start,
        "end": item.end,
    }


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
