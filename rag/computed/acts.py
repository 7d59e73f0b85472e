"""How many things were decided at once: the parts of a resolution, or each disposal, lease and appointment passed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.computed.entries import Entry, Ruling, by_decision, entries_in, locate, rulings_of
from rag.computed.exact import Words, found
from rag.computed.listed import cut_short
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import OF_MEETINGS, Scope, at_any_time, scope_of
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.understanding.question import understand
from rag.understanding.when import says_date
from rag.understanding.words import stems

_APART = r"(?:separate|distinct|different|individual|numbered|lettered)"
_DECIDED = (
    r"\b(?:resolv|agree|decid|approv|pass|made|make|adopt|endors|authoris|authoriz|grant|consent|sanction|sign|went "
    r"through|take|took|taken)\w*"
)
_PARTS = r"(?:points|parts|things|elements|limbs|clauses|sub-?paragraphs)"
_OF_ONE = re.compile(
    rf"\b{_PARTS}\b", re.IGNORECASE
)  # rather than decisions: the lettered parts of a resolution
_POINTS = re.compile(
    rf"\b(?:how many|number of)\s+(?:(?:{_APART}\s+)?{_PARTS}|"
    rf"{_APART}\s+(?:resolutions|decisions|recommendations))\b(?=.*{_DECIDED})",
    re.IGNORECASE,
)
_ACTS = re.compile(
    rf"\b(?:how many|number of)\s+(?P<kind>(?:[\w’'-]+\s+){{0,5}}?)(?P<act>disposals|acquisitions|appointments|leases|"
    rf"lettings|licen[cs]es|loans|transfers|extinguishments|purchases|nominations)\b(?P<rest>.*{_DECIDED}.*)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:under|within|as part of)\s+(?:the\s+)?(?:item\s+|heading\s+)?(?P<title>[^?.!,;]+)", re.I
)
_IDLE = OF_MEETINGS | stems(
    "resolve resolved agree agreed decide decided approve approved approval pass passed made make adopt adopted "
    "endorse endorsed authorise authorised grant granted consent consented sanction sanctioned sign signed went "
    "through take took taken separate distinct different individual numbered lettered point points part parts "
    "thing things element "
    "elements limb limbs clause clauses resolution resolutions recommendation recommendations report item heading off"
)

# What is disposed of, let or bought is one of these, whether its decision says so or gives its address.
_LAND = stems(
    "land lands property properties site sites premises plot plots house houses asset assets estate"
)


def tell_acts(request: Request) -> Told | Silence | None:
    """A count of the decisions of one item, or of those of a meeting that are each such an act; None for any other
    question, or where no item or decision is plainly meant."""
    if _POINTS.search(request.asked.text):
        return _tell_points(request)
    if match := _ACTS.search(request.asked.text):
        return _tell_acts(request, match)
    return None


def _tell_points(request: Request) -> Told | Silence | None:
    entry = _item_meant(request)
    rulings = rulings_of([entry]) if entry else []
    if not rulings:
        return None
    parts = _OF_ONE.search(request.asked.text) and any(ruling.lettered for ruling in rulings)
    what = "points decided" if parts else "decisions"
    return _told(request, rulings, f"{what} on “{rulings[0].entry.matter.title}”")


def _item_meant(request: Request) -> Entry | None:
    """The one item with decisions whose title says all the words of the matter, or that is named by its number."""
    asked = request.asked
    matter = {word.stem for word in asked.content} - _IDLE - asked.named
    scope = scope_of(request) if asked.items else at_any_time(request)
    if not isinstance(scope, Scope) or not (matter or asked.items):
        return None
    entries = [
        each
        for each in entries_in(request.library, scope.places)
        if each.deciding and matter <= stems(each.matter.title)
    ]
    if asked.dates:
        titled = [each for each in entries if any(says_date(each.matter.title, span) for span in asked.dates)]
        dated = [
            each
            for each in entries
            if each.matter.date and any(span.first <= each.matter.date <= span.last for span in asked.dates)
        ]
        entries = dated or titled
    return entries[0] if len(entries) == 1 else None


def _tell_acts(request: Request, match: re.Match[str]) -> Told | Silence | None:
    asked, scope = request.asked, scope_of(request)
    if not isinstance(scope, Scope) or not (asked.dates or asked.items):
        return None
    under = _UNDER.search(match["rest"])
    title = {word.stem for word in understand(under["title"]).content} - asked.named if under else set()
    kind = {word.stem for word in understand(match["kind"]).content} if match["kind"].strip() else set()
    kind -= _IDLE | _LAND
    act = stems(match["act"])
    rest = {word.stem for word in asked.content} - _IDLE - asked.named - kind - act - title - _LAND
    either = re.search(r"\b(?:or|and)\b", match["kind"], re.IGNORECASE) is not None
    rulings = []
    for ruling in rulings_of(entries_in(request.library, scope.places)):
        told, of = stems(ruling.decision.text), stems(ruling.entry.matter.title)
        is_kind = bool(kind & (told | of)) if either and kind else kind <= told | of
        if act <= told and is_kind and rest <= told and title <= of:
            rulings.append(ruling)
    return _told(request, rulings, f"decisions on {match['act'].casefold()}") if rulings else None


def _told(request: Request, rulings: Sequence[Ruling], what: str) -> Told | None:
    noun, _, of = what.partition(" ")
    counted = by_decision(rulings) if noun == "decisions" else [(ruling,) for ruling in rulings]
    kept, partial = shown(counted)
    quotes = found(
        locate(request.library, Words(request.library), [part for parts in kept for part in parts])
    )
    if not quotes:
        return None
    matters = [parts[0].entry.matter for parts in counted]
    meetings = {ruling.entry.sitting for ruling in rulings if ruling.entry.matter.date}
    said = f"{count_of(len(counted), noun)} {of}"
    dates = [matter.date for matter in matters if matter.date]
    sentence = say_found(said, len(meetings), dates, sum(matter.date is None for matter in matters))
    entries = list({ruling.entry.matter.id: ruling.entry for ruling in rulings}.values())
    return Told(quotes, Computed(sentence, len(counted), noun), (*partial, *cut_short(entries)))
