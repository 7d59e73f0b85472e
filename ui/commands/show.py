"""`minutebook show`: what the library holds, one paper, one meeting, or one item's words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.commands.common import Commands, UsageError, declare
from ui.dates import read_days

if TYPE_CHECKING:
    from index.library import Library
    from index.models import Filters, ItemRecord


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(
        commands, everywhere, "show", run, "Show what the library holds",
        "With nothing named, lists the papers.",
    )  # fmt: skip
    parser.add_argument(
        "what",
        nargs="?",
        metavar="MEETING|DOCUMENT",
        help="a paper's name (a part will do), a date or a body",
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
    documents, items = find(library, args.what)
    if args.item is not None:
        show_items(library, pick(items, args.item, args.what), args)
    elif args.text:
        if len(documents) > 1:
            raise UsageError(f"{args.what} is in {len(documents)} papers: name one of {some(documents)}")
        print_exactly(library.document_text(documents[0]))
    elif args.json:
        print(json_line({"items": [records.record_json(item) for item in items]}))
    else:
        print(records.items_text(documents, items))
    return 0


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


def find(library: Library, what: str) -> tuple[list[str], list[ItemRecord]]:
    """The papers that `what` names and their items: a paper by name, else meetings by date, else by body.

    Raises LibraryError when nothing is meant, or more than one paper.
    """
    from index.models import Filters, LibraryError

    names = [paper.id for paper in library.documents()]
    named = [name for name in names if name == what] or [n for n in names if what.lower() in n.lower()]
    dated = _days(what)
    if len(named) > 1 and not dated:
        raise LibraryError(f"{what} could be {len(named)} papers: name one of {some(named)}")
    if len(named) == 1:
        return named, [item for item in library.items() if item.document == named[0]]
    filters = dated or Filters(body=what)
    documents = list(dict.fromkeys(meeting.document for meeting in library.meetings(filters)))
    if not documents:
        raise LibraryError(f"no paper, date or body called {what!r} is held: minutebook show lists what is")
    return documents, library.items(filters)


def _days(what: str) -> Filters | None:
    from index.models import Filters

    try:
        first, last = read_days(what)
    except ValueError:
        return None
    return Filters(date_from=first, date_to=last)


def pick(items: Sequence[ItemRecord], number: str, what: str) -> list[ItemRecord]:
    """The items printed with this number, else with this agenda number. Raises LibraryError for neither."""
    from index.models import LibraryError

    wanted = number.strip().rstrip(".").lower()
    found = [item for item in items if (item.number or "").lower() == wanted]
    found = found or [item for item in items if (item.agenda_number or "").lower() == wanted]
    if not found or not wanted:
        numbers = some([item.number or item.agenda_number or "one without a number" for item in items])
        raise LibraryError(f"{what} has no item {number}: it has {numbers or 'no items'}")
    return found


def some(names: Sequence[str], most: int = 12) -> str:
    from ui.present import on_one_line

    return on_one_line(", ".join(names[:most])) + (
        f" and {len(names) - most} more" if len(names) > most else ""
    )
