"""`minutebook fetch`: bring a council's papers from its ModernGov site into the library, and keep them up to date."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from ui.commands.common import Commands, UsageError, declare, say

if TYPE_CHECKING:
    from corpus.moderngov.models import Body
    from corpus.moderngov.polite import Manners
    from corpus.moderngov.walk import Fetched
    from index.reports import IngestReport

CONTACT = "minutebook: set MINUTEBOOK_CONTACT to your e-mail or web address, so that the site can tell who is fetching"


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(
        commands, everywhere, "fetch", run, "Fetch a council's papers from its ModernGov site",
        "Run it again to keep them up to date: what is unchanged is not fetched again.",
    )  # fmt: skip
    parser.add_argument(
        "site", metavar="SITE", help="the site's host or address, or that of any of its pages"
    )
    parser.add_argument(
        "--body", action="append", default=[], metavar="NAME", help="a body by name, part of its name or number; "
        "may be given again (default: all)",
    )  # fmt: skip
    parser.add_argument("--since", metavar="DATE", help="only meetings on or after this day, month or year")
    parser.add_argument("--until", metavar="DATE", help="only meetings up to this day, month or year")
    parser.add_argument(
        "--again", action="store_true", help="look at old, settled meetings too: was a paper closed since?"
    )
    parser.add_argument("--list", action="store_true", help="print the site's bodies and fetch nothing")
    parser.add_argument(
        "--council", metavar="NAME", help="the council's name, where the site does not say it"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    try:
        return _fetch(args)
    except KeyboardInterrupt:
        say("minutebook: stopped; what came is kept: run the same command again to go on")
        return 130


def _fetch(args: argparse.Namespace) -> int:
    since, until = _day(args.since, 0), _day(args.until, 1)
    if since and until and since > until:
        raise UsageError("--since is later than --until; swap them")
    from corpus.moderngov.address import read_site
    from corpus.moderngov.polite import Visitor
    from corpus.moderngov.walk import Walk

    try:
        site = read_site(args.site)
    except ValueError as error:
        raise UsageError(str(error)) from None
    manners, started = _manners(), monotonic()
    if not manners.contact:
        say(CONTACT)
    with Visitor(site, manners, say=_tell) as visitor:
        walk = Walk(site, visitor, _tell, dt.date.today())
        bodies = walk.bodies()
        if args.list:
            _print_bodies(bodies, args.json)
            return 0
        chosen = _chosen(bodies, args.body)
        done = walk.fetch(args.library, chosen, since, until, args.council, again=args.again)
    held = _index(args.library, done)
    seconds = round(monotonic() - started, 1)
    if args.json:
        _print_json(site.root, done, held, visitor.requests, seconds)
    else:
        print(_report(done, held), flush=True)
    _name_unread(held)
    return _complain(done)


def _day(typed: str | None, edge: int) -> dt.date | None:
    from ui.dates import read_days

    try:
        return read_days(typed)[edge] if typed else None
    except ValueError as error:
        raise UsageError(str(error)) from None


def _manners() -> Manners:
    """The settings of the environment."""
    from importlib.metadata import PackageNotFoundError, version

    from corpus.moderngov.polite import Manners

    try:
        of = version("minutebook")
    except PackageNotFoundError:  # run from a checkout that is not installed
        of = "0"
    contact = " ".join(os.environ.get("MINUTEBOOK_CONTACT", "").split()) or None
    if contact and not (contact.isascii() and contact.isprintable() and not set(contact) & set("()")):
        raise UsageError("MINUTEBOOK_CONTACT is not an e-mail or web address; set it to one")
    return Manners(
        version=of,
        contact=contact,
        pause=_seconds("MINUTEBOOK_PAUSE", 1.0, 0.0),
        timeout=_seconds("MINUTEBOOK_TIMEOUT", 90.0, 0.1),
        allow_private=os.environ.get("MINUTEBOOK_ALLOW_PRIVATE") == "1",
    )


def _seconds(name: str, otherwise: float, least: float) -> float:
    typed = os.environ.get(name, "").strip()
    try:
        seconds = float(typed) if typed else otherwise
    except ValueError:
        seconds = -1.0
    if not least <= seconds <= 86_400:
        raise UsageError(f"{name} is {typed[:40]!r}, not a number of seconds from {least:g} to 86400")
    return seconds


def _tell(said: str) -> None:
    from ui.present import on_one_line

    say(on_one_line(said))


def _chosen(bodies: Sequence[Body], wanted: Sequence[str]) -> list[Body]:
    """The bodies named, or all that hold meetings. Raises UsageError for a name of none or of several."""
    from index.names import matching_names

    if not wanted:
        return [body for body in bodies if body.holds_meetings]
    found: dict[int, Body] = {}
    for named in wanted:
        these = [body for body in bodies if str(body.id) == named.strip()]
        names = matching_names(named, [body.name for body in bodies])
        these = these or [body for body in bodies if body.name in names]
        if len({body.name for body in these}) > 1:
            some = ", ".join(f"{body.name} ({body.id})" for body in these[:5])
            raise UsageError(f"--body {named!r} could be {some}; give its number")
        if not these:
            raise UsageError(
                f"the site has no body {named!r}{_nearest(named, bodies)}; see them all with --list"
            )
        found |= {body.id: body for body in these}
    return list(found.values())


def _nearest(named: str, bodies: Sequence[Body]) -> str:
    from index.names import nearest_names

    near = nearest_names(named, dict.fromkeys(body.name for body in bodies))
    return f"; the nearest: {', '.join(near)}" if near else ""


def _print_bodies(bodies: Sequence[Body], as_json: bool) -> None:
    from ui.present import table

    if as_json:
        said = [{"id": body.id, "name": body.name, "expired": body.expired} for body in bodies]
        print(json.dumps({"bodies": said}, ensure_ascii=False))
        return
    rows = [(body.id, body.name, "expired" if body.expired else "") for body in bodies]
    print(table(("id", "body", ""), rows), flush=True)


def _index(library: Path, done: Fetched) -> IngestReport | None:
    """Takes what is gone out of the library and reads what came; None when there is nothing to read."""
    from index.ingest import ingest, remove
    from index.library import Library
    from index.schema import DATABASE
    from ui.commands.progress import show_progress

    if done.dropped and (library / DATABASE).exists():
        gone = {str(path.resolve()) for path in done.dropped}
        with Library.open(library) as opened:
            held = [document.id for document in opened.documents() if document.source in gone]
        if held:
            remove(library, held)
    if not any(path.is_dir() for path in done.folder.glob("*")):
        return None
    with show_progress(sys.stderr) as progress:
        return ingest(library, [done.folder], progress=progress)


def _report(done: Fetched, held: IngestReport | None) -> str:
    from ui.commands.ingest import counts_text
    from ui.present import table

    head = ("body", "meetings", "new", "changed", "unchanged", "not open to the public", "failed")
    rows = [
        (each.name, each.meetings, each.new, each.changed, each.unchanged, each.withheld, each.failed)
        for each in done.bodies
    ]
    counts = counts_text(held) if held else "nothing to read"
    return "\n".join([table(head, rows), "", *_of_earlier(done, held), counts])


def _of_earlier(done: Fetched, held: IngestReport | None) -> list[str]:
    """A line on what was read though it did not come now: an earlier fetch was stopped, or the reader has changed."""
    from ui.present import count

    came = sum(each.new + each.changed for each in done.bodies)
    read = held.count("added") + held.count("replaced") if held else 0
    were = "was" if read - came == 1 else "were"
    return [f"{count(read - came, 'paper')} of earlier fetches {were} read too"] if read > came else []


def _print_json(site: str, done: Fetched, held: IngestReport | None, requests: int, seconds: float) -> None:
    names = ("id", "name", "meetings", "new", "changed", "unchanged", "withheld", "failed")
    said = {
        "site": site,
        "bodies": [{name: getattr(each, name) for name in names} for each in done.bodies],
        "failures": [{"url": each.url, "reason": each.reason} for each in done.failures],
        "requests": requests,
        "documents": held.documents if held else 0,
        "passages": held.passages if held else 0,
        "seconds": seconds,
    }
    print(json.dumps(said, ensure_ascii=False), flush=True)


def _name_unread(held: IngestReport | None) -> None:
    """Names the papers that were had but cannot be read. They fail nothing: fetching again would not mend them."""
    for paper in held.papers if held else ():
        if paper.status == "failed":
            _tell(f"minutebook: {paper.document}: {paper.reason}")


def _complain(done: Fetched) -> int:
    """Says what could not be had; the exit status."""
    for each in done.failures:
        _tell(f"minutebook: {each.url}: {each.reason}")
    if not done.failures:
        return 0
    from ui.present import count

    things = count(len(done.failures), "thing")
    say(
        f"minutebook: {things} could not be had; the rest is kept, and the same command takes up where it stopped"
    )
    return 1
