"""`minutebook show`: what the library holds, one paper, one meeting, or one item's words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.commands.common import Commands, UsageError, declare
from ui.dates import read_days

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Filters, ItemRecord, MatterRecord, MeetingRecord


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(
        commands, everywhere, "show", run, "Show what the library holds",
        "With nothing named, lists the papers.",
    )  # fmt: skip
    parser.add_argument(
        "what",
        nargs="?",
        metavar="MEETING|DOCUMENT",
        help="a paper's name, a date, a body or a part of a paper's name",
    )
    parser.add_argument(
        "--item", metavar="N", help="the words of this item, and the other papers on the matter"
    )
    parser.add_argument(
        "--text", action="store_true", help="the extracted text alone, which offsets count into"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    if not (args.what or "").strip() and (args.what is not None or args.item or args.text):
        raise UsageError("name a paper or a meeting first: minutebook show NAME --item N")
    if args.text and args.json:
        raise UsageError("--text and --json exclude each other: leave one out")
    from ui import records
    from ui.commands.opening import open_library
    from ui.present import json_line

    library = open_library(args.library)
    if args.what is None:
        print(
            json_line({"documents": records.held_json(library)}) if args.json else records.held_text(library)
        )
        return 0
    found = find(library, args.what)
    if args.item is not None:
        show_items(library, pick(found, args.item, args.what), args)
    elif args.text:
        if len(found.documents) > 1:
            raise UsageError(
                f"{args.what} is in {len(found.documents)} papers: name one of {some(found.documents)}"
            )
        print_exactly(library.document_text(found.documents[0]))
    elif args.json:
        told = [records.matter_json(matter, found.own(matter)) for matter in found.matters]
        print(json_line({"items": told}))
    elif found.is_paper:
        print(records.paper_text(found.documents[0], found.items, found.meetings))
    else:
        print(records.meetings_text(found.meetings, found.matters))
    return 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a name stands for: one paper, or the meetings of a day or a body."""

    documents: Sequence[str]
    meetings: Sequence[MeetingRecord]
    matters: Sequence[MatterRecord]
    is_paper: bool

    @property
    def items(self) -> list[ItemRecord]:
        """Of each matter the paper's own item, or the fullest paper's."""
        return [self.own(matter) or matter.fullest for matter in self.matters]

    def own(self, matter: MatterRecord) -> ItemRecord | None:
        """The matter's item in the one paper named."""
        own = (paper.item for paper in matter.papers if self.is_paper)
        return next((item for item in own if item.document in self.documents), None)


def show_items(library: Library, items: Sequence[ItemRecord], args: argparse.Namespace) -> None:
    from ui import records
    from ui.present import json_line

    if args.text:
        print_exactly("".join(records.item_words(library, item) for item in items))
    elif args.json:
        print(json_line({"items": [records.item_json(library, item) for item in items]}))
    else:
        print("\n\n".join(records.item_text(library, item) for item in items))


def print_exactly(text: str) -> None:
    """The text and nothing more, so that offsets hold; made harmless only where a terminal shows it."""
    from ui.present import clean

    sys.stdout.write(clean(text) if sys.stdout.isatty() else text)


def find(library: Library, what: str) -> Found:
    """What `what` names: a paper by its whole name, else meetings by date or body, else a paper by a part of its name.

    Raises LibraryError when nothing is meant, or more than one paper.
    """
    from index.models import Filters, LibraryError

    ids = [paper.id for paper in library.documents()]
    wanted = what.strip().casefold()
    named = [id for id in ids if id == what] or [id for id in ids if wanted in _names(id)]
    if not named:
        filters = _days(what) or Filters(body=what)
        if meetings := library.meetings(filters):
            documents = list(dict.fromkeys(meeting.document for meeting in meetings))
            return Found(documents, meetings, library.matters(filters), False)
        named = [id for id in ids if wanted in id.casefold()]
    if len(named) > 1:
        raise LibraryError(f"{what} could be {len(named)} papers: name one of {some(named)}")
    if not named:
        raise LibraryError(f"no paper, date or body called {what!r} is held: minutebook show lists what is")
    filters = Filters(document=named[0])
    return Found(named, library.meetings(filters), library.matters(filters), True)


def _names(id: str) -> tuple[str, str]:
    """A paper's name, and that of its file alone."""
    return id.casefold(), id.casefold().rpartition("/")[2]


def _days(what: str) -> Filters | None:
    from index.models import Filters

    try:
        first, last = read_days(what)
    except ValueError:
        return None
    return Filters(date_from=first, date_to=last)


def pick(found: Found, number: str, what: str) -> list[ItemRecord]:
    """The items with this number, one for each matter: printed so, else on the agenda, else in any paper on it.

    Raises LibraryError when there is none.
    """
    from index.models import LibraryError

    wanted = number.strip().rstrip(".").lower()
    pairs = list(zip(found.matters, found.items, strict=True))
    known = [(item if found.is_paper else matter) for matter, item in pairs]
    by_number = [{(each.number or "").rstrip(".").lower()} for each in known]
    by_agenda = [{(each.agenda_number or "").rstrip(".").lower()} for each in known]
    anywhere = [
        {(n or "").rstrip(".").lower() for p in matter.papers for n in (p.item.number, p.item.agenda_number)}
        for matter, _ in pairs
    ]
    for numbers in (by_number, by_agenda, anywhere):
        items = [item for (_, item), own in zip(pairs, numbers, strict=True) if wanted and wanted in own]
        if items:
            return items
    said = some([each.number or each.agenda_number or "one without a number" for each in known])
    raise LibraryError(f"{what} has no item {number}: it has {said or 'no items'}")


def some(names: Sequence[str], most: int = 12) -> str:
    from ui.present import on_one_line

    return on_one_line(", ".join(names[:most])) + (
        f" and {len(names) - most} more" if len(names) > most else ""
    )
