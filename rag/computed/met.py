"""Lists and counts of meetings: those held of a body or in a time, and those at which something was discussed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from rag.computed.entries import Entry, entries_in
from rag.computed.exact import Words, found, meeting_quotes
from rag.computed.saying import count_of, say_when, shown
from rag.computed.scope import Scope, asks_first, asks_last, at_any_time, nothing_held
from rag.computed.selection import Selection
from rag.computed.showing import show_entries
from rag.computed.sittings import Sitting, sittings
from rag.computed.told import Request, Silence, Told
from rag.computed.topics import RULE, About, Topic
from rag.models import Computed, Notice, NoticeKind

_MENTIONS = 20  # meetings that mention the topic, given as well

Day = tuple[dt.date, str]  # and the sitting


def tell_meetings(
    request: Request, selection: Selection, scope: Scope, topic: Topic | None, abouts: Sequence[About]
) -> Told | Silence | None:
    """The meetings within the scope; with a topic, those at which it was discussed."""
    if topic is not None:
        return _tell_discussed(request, selection, topic, abouts, scope)
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
    if not held and only_papers and asks_last(request.asked.text) and request.asked.dates:
        anywhen = at_any_time(request)
        return (
            _tell_held(replace(request, asked=replace(request.asked, dates=())), anywhen)
            if isinstance(anywhen, Scope)
            else anywhen
        )
    if not held:
        return Silence(_only_papers(only_papers).strip() or nothing_held(request, scope))
    kept, partial = shown(held)
    further = _only_papers(only_papers) if len(held) > 1 else ""
    further += f" {count_of(off, 'more meetings')} {'was' if off == 1 else 'were'} called off." if off else ""
    of_body = f" of {held[0].body}" if held[0].body and len({each.body for each in held}) == 1 else ""
    dates = say_when([each.date for each in held])
    sentence = f"{count_of(len(held), 'meetings')}{of_body}, {dates}; counted in the papers held.{further}"
    quotes = tuple(meeting_quotes(request.library, kept))
    return Told(quotes, Computed(sentence, len(held), "meetings"), partial)


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
    if held and asks_last(text):
        return [each for each in held if each.date == held[-1].date]
    if held and asks_first(text):
        return [each for each in held if each.date == held[0].date]
    return list(held)


def _tell_discussed(
    request: Request, selection: Selection, topic: Topic, abouts: Sequence[About], scope: Scope
) -> Told | Silence | None:
    """The meetings at which the topic was discussed, then those at which it was mentioned."""
    about = frozenset().union(*(about.items for about in abouts))
    passing = frozenset().union(*(about.mentioned for about in abouts)) - about
    entries = entries_in(request.library, scope.places, about)
    discussed = _by_meeting([entry for entry in entries if entry.minuted])
    mentioned = _by_meeting(
        [entry for entry in entries_in(request.library, scope.places, passing) if entry.minuted]
    )
    if selection.mentions:
        discussed, mentioned = {**mentioned, **discussed}, {}
    mentioned = {day: held for day, held in mentioned.items() if day not in discussed}
    if not discussed:
        return _nowhere(topic, entries) if selection.counted or entries else None
    days, others = _asked_days(request, sorted(discussed), sorted(mentioned))
    kept, partial = shown(days)
    chosen = [entry for day in kept for entry in discussed[day]]
    chosen += [entry for day in others for entry in mentioned[day]] if len(others) <= _MENTIONS else []
    members = show_entries(request.library, Words(request.library), chosen, topic, abouts)
    sentence = _say_discussed(selection, topic, days, others)
    return Told(
        found(quote for member in members for quote in member.quotes),
        Computed(sentence, len(days), "meetings"),
        (*partial, *_unminuted(topic, entries)),
    )


def _asked_days(
    request: Request, days: Sequence[Day], others: Sequence[Day]
) -> tuple[Sequence[Day], Sequence[Day]]:
    """All; or only the last or the first where that is asked for, with the mentions after or before it."""
    text = request.asked.text
    if asks_last(text):
        return [day for day in days if day[0] == days[-1][0]], [day for day in others if day[0] > days[-1][0]]
    if asks_first(text):
        return [day for day in days if day[0] == days[0][0]], [day for day in others if day[0] < days[0][0]]
    return days, others


def _say_discussed(selection: Selection, topic: Topic, days: Sequence[Day], others: Sequence[Day]) -> str:
    verb = "mentioned" if selection.mentions else "discussed"
    what = f"{count_of(len(days), 'meetings')} at which “{topic.words}” was {verb}"
    said = f"{what}, {say_when([date for date, _ in days])}; counted in the minutes held."
    if selection.mentions:
        return said
    if others:
        listed = "given last" if len(others) <= _MENTIONS else "not given"
        more = f"{count_of(len(others), 'more meetings')} ({say_when([date for date, _ in others])})"
        said += f" At {more} it was mentioned in one passage: {listed}."
    return f"{said} {RULE}"


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
        text = f"{', '.join(undated)} is about “{topic.words}” and does not say when its meeting was held."
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
