"""Lists and counts of decisions, items and motions: complete, each member cited, with what they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Outcome, PaperKind
from index.library import Library
from rag.answering.compose import Quote
from rag.computed.ballots import other_votes
from rag.computed.entries import Entry, Ruling, by_decision, entries_in, locate, rulings_of
from rag.computed.exact import Words, found
from rag.computed.met import tell_meetings
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import Scope, asks_last, at_any_time, nothing_held, scope_of
from rag.computed.selection import Selection, Sort, read_selection
from rag.computed.showing import Member, is_of, show_entries
from rag.computed.tabled import holds_questions, is_question
from rag.computed.told import Request, Silence, Told
from rag.computed.topics import OF_DECISION, RULE, About, Topic, find_about, read_topic, say_rule
from rag.models import Computed, Notice, NoticeKind
from rag.understanding.words import stems

_OF_DECISIONS = (Sort.DECISIONS, Sort.AMENDMENTS, Sort.VOTES)
_SAID_AS = {
    Outcome.DEFERRED: "deferred",
    Outcome.REFUSED: "lost or refused",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.NOTED: "noted",
    Outcome.APPROVED: "approved",
}
# "Notice of Motion submitted by Councillor Ash", though a machine misread the middle of it.
_NOTICE = re.compile(r"notices? of\b.{0,25}\bby\s+(?:councillor|cllr|cmhlr|alderman)", re.IGNORECASE)
_PACK = PaperKind.REPORTS_PACK.value
_MOTION = stems("motion amendment proposal proposition")
_PLAIN = 4  # words of a topic; what more of them say no title or passage need say
_NAMED = 6  # items that are cut short, told by their numbers


def tell_list(request: Request) -> Told | Silence | None:
    """A list or a count of what the catalogue holds; None when the question asks for none."""
    selection = read_selection(request.asked)
    if selection is None:
        return None
    topic = read_topic(selection.topic, request.lexicon) if selection.topic else None
    scope = scope_of(request, selection.topic)
    if isinstance(scope, Silence):
        return scope
    abouts = [find_about(request.library, topic, place) for place in scope.places] if topic else []
    if selection.sort is Sort.MEETINGS:
        return tell_meetings(request, selection, scope, topic, abouts)
    return _tell_entries(request, selection, scope, topic, abouts)


def _tell_entries(
    request: Request, selection: Selection, scope: Scope, topic: Topic | None, abouts: Sequence[About]
) -> Told | Silence | None:
    library, words = request.library, Words(request.library)
    deciding = selection.sort in _OF_DECISIONS or bool(selection.outcomes) or selection.ruled
    told_of = selection.sort is Sort.VOTES and not selection.outcomes  # of these a sentence may tell as well
    among = _among(request, selection, scope, abouts) if topic or (deciding and not told_of) else None
    entries = entries_in(library, scope.places, among)
    cut: tuple[Notice, ...] = ()
    if selection.sort is Sort.ITEMS and _is_yet_to_be(request, entries):
        entries = _of_last_minuted(request, among)
        cut = (Notice(NoticeKind.ASSUMED, "The last meeting of which minutes are held is told."),)
    if deciding:
        rulings = [each for each in rulings_of(entries) if _fits(each, selection)]
        members = _decided(library, words, rulings, selection, abouts)
        if told_of:
            members += other_votes(library, scope.places, entries, topic, abouts)
            members.sort(key=lambda member: (member.entry.matter.date is None, member.entry.matter.date or 0))
        cut = cut_short(entries)
    else:
        if selection.sort is Sort.QUESTIONS and any(holds_questions(each.matter.title) for each in entries):
            return None  # how many such an item holds is not known
        held = [_by_agenda(each, request) for each in entries if _is_of_sort(each, selection.sort)]
        kept = show_entries(library, words, shown(held)[0], topic, abouts)
        members = [*(Member(each, ()) for each in held[: len(held) - len(kept)]), *kept]
    if not members:
        if not any(map(library.meetings, scope.places)):
            if selection.topic and any(
                body.stems <= stems(selection.topic.text) for body in request.asked.bodies
            ):
                return None  # the body is part of what it is about: "setting up the Panel again"
            return Silence(nothing_held(request, scope))
        return _none(selection, topic, cut)
    return _told(selection, topic, members, abouts, cut)


def _is_yet_to_be(request: Request, entries: Sequence[Entry]) -> bool:
    """Whether the last meeting is asked about, and nothing written after it is held."""
    text = request.asked.text
    return asks_last(text) and "agenda" not in text.casefold() and not any(entry.minuted for entry in entries)


def _of_last_minuted(request: Request, among: frozenset[str] | None) -> list[Entry]:
    """The items of the last meeting of which minutes are held."""
    scope = at_any_time(request)
    if isinstance(scope, Silence):
        return []
    entries = [each for each in entries_in(request.library, scope.places, among) if each.matter.date]
    days = [entry.matter.date for entry in entries if entry.minuted and entry.matter.date]
    return [entry for entry in entries if days and entry.matter.date == max(days)]


def _among(request: Request, selection: Selection, scope: Scope, abouts: Sequence[About]) -> frozenset[str]:
    """Keys of the items that may have what is asked for: those about the topic; else those that decided something,
    and those of which it is not known."""
    if abouts:
        return frozenset().union(*(about.items for about in abouts))
    voted = selection.sort is Sort.VOTES
    deciding = (
        request.library.items_deciding(place, selection.outcomes, voted=voted) for place in scope.places
    )
    return frozenset().union(*deciding, *map(request.library.items_cut_short, scope.places))


def _told(
    selection: Selection,
    topic: Topic | None,
    members: Sequence[Member],
    abouts: Sequence[About],
    cut: tuple[Notice, ...],
) -> Told:
    kept, partial = shown(members)
    matters = [member.entry.matter for member in members]
    meetings = {member.entry.sitting for member in members if member.entry.matter.date}
    further = say_rule(abouts) if topic and selection.sort not in _OF_DECISIONS else ""
    if topic and selection.sort is Sort.DECISIONS:
        further = OF_DECISION
    sentence = say_found(
        _what(selection, topic, len(members)),
        len(meetings),
        [matter.date for matter in matters if matter.date],
        sum(matter.date is None for matter in matters),
        further,
    )
    return Told(
        found(quote for member in kept for quote in member.quotes),
        Computed(sentence, len(members), selection.sort.value),
        (*partial, *cut),
    )


def _what(selection: Selection, topic: Topic | None, number: int) -> str:
    """ "4 decisions about “exclusions” deferred"."""
    what = count_of(number, selection.sort.value)
    if topic:
        what += f" about “{topic.words}”"
    if len(selection.outcomes) == 1 and (said := _SAID_AS.get(*selection.outcomes)):
        what += f" {said}"
    return f"{what} on which something was decided" if selection.ruled and not selection.outcomes else what


def _none(selection: Selection, topic: Topic | None, cut: Sequence[Notice]) -> Silence | None:
    if selection.sort is Sort.QUESTIONS or (
        topic and selection.sort is Sort.DECISIONS and not selection.counted
    ):
        return None  # the best sentences may still tell what was decided
    if topic and len(topic.ways) > _PLAIN:
        return None
    if topic and not selection.outcomes:
        return Silence(f"No item held is about “{topic.words}”. {RULE}")
    said = _what(selection, topic, 0).removeprefix("0 ")
    reason = f"The papers held record no {said}."
    if selection.sort is Sort.VOTES and not selection.outcomes:
        reason = "The papers held print the numbers or the names of no such vote."
    if selection.sort is Sort.REPORTS and not topic:
        reason = "The papers held mark no such item as one with a report."
    return Silence(" ".join((reason, *(notice.text for notice in cut))))


def _fits(ruling: Ruling, selection: Selection) -> bool:
    decision = ruling.decision
    if selection.outcomes and decision.outcome not in selection.outcomes:
        return False
    if selection.sort is Sort.VOTES:
        return decision.vote is not None
    if selection.sort is Sort.AMENDMENTS:
        return "amend" in stems(decision.text)
    if selection.sort is Sort.MOTIONS:
        said = stems(decision.text) | stems(ruling.entry.matter.title)
        return bool(said & _MOTION) or (bool(selection.outcomes) and decision.vote is not None)
    return True


def _by_agenda(entry: Entry, request: Request) -> Entry:
    """The entry told from its agenda rather than its minutes, where the agenda is what is asked of."""
    if "agenda" not in request.asked.text.casefold():
        return entry
    return replace(entry, items=tuple(sorted(entry.items, key=lambda item: item.kind != _PACK)))


def _is_of_sort(entry: Entry, sort: Sort) -> bool:
    """Whether an item is one with a report, which the minutes of the last meeting are not; or a motion by its title."""
    title = entry.matter.title
    if sort is Sort.QUESTIONS:
        return is_question(title)
    if sort is Sort.REPORTS:
        return entry.matter.has_report and not title.casefold().startswith("minutes")
    return sort is Sort.ITEMS or "motion" in stems(title) or _NOTICE.match(title) is not None


def _decided(
    library: Library, words: Words, rulings: Sequence[Ruling], selection: Selection, abouts: Sequence[About]
) -> list[Member]:
    """A member for each decision that is about the topic, if there is one; for each item, with all of its decisions,
    where items are asked for. Only those that are shown have their words looked up."""
    decisions = by_decision(rulings)
    kept = decisions if abouts else shown(decisions)[0]
    members = [Member(parts[0].entry, ()) for parts in decisions[: len(decisions) - len(kept)]]
    quotes = iter(locate(library, words, [part for parts in kept for part in parts]))
    for parts in kept:
        told = [(part, quote) for part, quote in zip(parts, quotes, strict=False) if quote]
        if abouts:
            told = [(part, quote) for part, quote in told if _is_about(part, quote, abouts)]
        if told or not abouts:
            members.append(Member(parts[0].entry, tuple(quote for _, quote in told)))
    return _by_item(members) if selection.sort is Sort.ITEMS else members


def _is_about(ruling: Ruling, quote: Quote, abouts: Sequence[About]) -> bool:
    key, id = quote.passage.item_key or "", quote.passage.id
    says = any(id in about.headed.get(key, ()) or id in about.decided.get(key, ()) for about in abouts)
    return says or any(is_of(item, abouts) for item in ruling.entry.items)


def _by_item(members: Sequence[Member]) -> list[Member]:
    groups: dict[str, Member] = {}
    for member in members:
        before = groups.get(member.entry.matter.id, Member(member.entry, ()))
        groups[member.entry.matter.id] = replace(before, quotes=(*before.quotes, *member.quotes))
    return list(groups.values())


def cut_short(entries: Sequence[Entry]) -> tuple[Notice, ...]:
    """What is said of items whose minutes may hold decisions that the papers held do not print."""
    cut = [entry.matter for entry in entries if entry.matter.truncated]
    if not cut:
        return ()
    named = ", ".join(dict.fromkeys(matter.number or matter.title for matter in cut[:_NAMED]))
    more = f" and {len(cut) - _NAMED} more" if len(cut) > _NAMED else ""
    items = count_of(len(cut), "items")
    text = (
        f"The minutes of {items} ({named}{more}) are cut short in the papers held: decisions may be missing."
    )
    return (Notice(NoticeKind.TRUNCATED, text),)
