"""Lists and counts of meetings: those held of a body or in a time, and those at which something was discussed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from rag.computed.entries import Entry, entries_in
from rag.computed.exact import Words, found, meeting_quotes
from rag.computed.saying import count_of, say_when, shown
from rag.computed.scope import Scope, asks_first, asks_last, nothing_held
from rag.computed.selection import Selection
from rag.computed.showing import show_entries
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Silence, Told
from rag.computed.topics import RULE, About, Topic, say_rule
from rag.models import Computed, Notice, NoticeKind

Day = tuple[dt.date, str]  # and the sitting

_ONLY_LAST = re.compile(r"\b(?:last|latest|most recently)\b", re.IGNORECASE)
_ONLY_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)


def tell_meetings(
    request: Request, selection: Selection, scope: Scope, topic: Topic | None, abouts: Sequence[About]
) -> Told | Silence | None:
    """The meetings within the scope; with a topic, those at which it was discussed."""
    if topic is not None:
        return _tell_discussed(request, selection, scope, topic, abouts)
    if not (
        scope.named
        or selection.counted
        or re.search(r"\bmeetings\b|sessions\b|sittings\b", request.asked.text)
    ):
        return None
    return _tell_held(request, scope)


def _tell_held(request: Request, scope: Scope) -> Told | Silence:
    everything = sittings(request.library, scope.places)
    held = _asked_for(request, [each for each in everything if each.minuted and not each.cancelled])
    off = sum(each.cancelled for each in everything)
    only_papers = [each for each in everything if not each.minuted and not each.cancelled]
    if not held:
        return Silence(_only_papers(only_papers).strip() or nothing_held(request, scope))
    kept, partial = shown(held)
    further = _only_papers(only_papers) if len(held) > 1 else ""
    further += f" {count_of(off, 'more meetings')} {'was' if off == 1 else 'were'} called off." if off else ""
    of_body = f" of {held[0].body}" if held[0].body and len({each.body for each in held}) == 1 else ""
    dates = say_when([each.date for each in held])
    sentence = f"{count_of(len(held), 'meetings')}{of_body}, {dates}; counted in the papers held.{further}"
    quotes = tuple(meeting_quotes(request.library, kept))
    return Told(quotes, Computed(sentence, len(held), "meetings"), (*scope.notices, *partial))


def _only_papers(papers: Sequence[Sitting]) -> str:
    """What is said of meetings of which nothing written afterwards is held."""
    if not papers:
        return ""
    days = say_when([each.date for each in papers])
    before = "it" if len(papers) == 1 else "them"
    return (
        f" Of {count_of(len(papers), 'more meetings')} ({days}) only papers written before {before} are held."
    )


def _asked_for(request: Request, held: Sequence[Sitting]) -> list[Sitting]:
    """All, or only the last or the first where the question asks for that one."""
    text = request.asked.text
    if held and (asks_last(text) or _ONLY_LAST.search(text)):
        return [each for each in held if each.date == held[-1].date]
    if held and (asks_first(text) or _ONLY_FIRST.search(text)):
        return [each for each in held if each.date == held[0].date]
    return list(held)


def _tell_discussed(
    request: Request, selection: Selection, scope: Scope, topic: Topic, abouts: Sequence[About]
) -> Told | Silence | None:
    keys = frozenset().union(*(about.items for about in abouts))
    if selection.mentions:
        keys |= frozenset().union(*(about.mentioned for about in abouts))
    entries = entries_in(request.library, scope.places, keys)
    told = [entry for entry in entries if entry.matter.date and entry.minuted]
    if not told:
        return _nowhere(topic, entries) if selection.counted or entries else None
    groups = _by_meeting(told)
    days = sorted(groups)
    text = request.asked.text
    if _ONLY_LAST.search(text) or _ONLY_FIRST.search(text):
        day = days[-1] if _ONLY_LAST.search(text) else days[0]
        days = [each for each in days if each[0] == day[0]]
    kept, partial = shown(days)
    chosen = [entry for day in kept for entry in groups[day]]
    members = show_entries(request.library, Words(request.library), chosen, topic, abouts)
    verb = "mentioned" if selection.mentions else "discussed"
    what = f"{count_of(len(days), 'meetings')} at which “{topic.words}” was {verb}"
    dates = say_when([date for date, _ in days])
    further = "" if selection.mentions else f" {say_rule(abouts)}"
    sentence = f"{what}, {dates}; counted in the minutes held.{further}"
    return Told(
        found(quote for member in members for quote in member.quotes),
        Computed(sentence, len(days), "meetings"),
        (*scope.notices, *partial, *_unminuted(topic, entries)),
    )


def _by_meeting(entries: Sequence[Entry]) -> dict[Day, list[Entry]]:
    groups: dict[Day, list[Entry]] = {}
    for entry in entries:
        if entry.matter.date:
            groups.setdefault((entry.matter.date, entry.sitting), []).append(entry)
    return groups


def _unminuted(topic: Topic, entries: Sequence[Entry]) -> tuple[Notice, ...]:
    """What is said of items about the topic that no dated minutes tell of."""
    undated = list(dict.fromkeys(each.item.document for each in entries if each.matter.date is None))
    before = [each.matter.date for each in entries if each.matter.date and not each.minuted]
    found = []
    if undated:
        text = (
            f"{', '.join(undated)} is about “{topic.words}” too, and does not say when its meeting was held."
        )
        found.append(Notice(NoticeKind.UNDATED, text))
    if before:
        text = f"“{topic.words}” was also on the agenda ({say_when(before)}) of meetings whose minutes are not held."
        found.append(Notice(NoticeKind.PARTIAL, text))
    return tuple(found)


def _nowhere(topic: Topic, entries: Sequence[Entry]) -> Silence:
    notices = _unminuted(topic, entries)
    if notices:
        return Silence(" ".join(notice.text for notice in notices))
    return Silence(f"No minutes held are about “{topic.words}”. {RULE}")
