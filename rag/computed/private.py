"""Items taken in private: those whose title or minutes say so, and those for which the public was sent out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.entries import Entry, entries_in, locate, rulings_of
from rag.computed.exact import Words, found
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import OF_MEETINGS, Scope, scope_of
from rag.computed.told import Request, Told
from rag.models import Computed
from rag.understanding.question import Question
from rag.understanding.words import stems

_PART = r"part (?:2|ii|two|b)\b"
_PRIVATE = (
    rf"(?:in private|in secret|in camera|privately|behind closed doors|in closed session|{_PART}|exempt|confidential"
    r"|not (?:open )?(?:to|for) (?:the )?(?:press|public(?:ation)?)|(?:without|excluded|excluding) the (?:press|public)"
    r"|(?:press|public)\b(?: and (?:the )?(?:press|public))? (?:was|were|being|had been) "
    r"(?:excluded|asked to leave|sent out))"
)
_ASKED = re.compile(
    r"\b(?:which|what|how many|number of|list|all|every|show|give|name)\b.*?\b(?:items?|matters|subjects|topics|reports"
    rf"|business|things)\b.*\b{_PRIVATE}"
    r"|\b(?:which|what|how many|number of|list|all|every|show|give|name)\b(?: \w+){0,3}? "
    r"(?:private|secret|exempt|confidential|part (?:2|ii|two|b)) (?:items?|matters|business|reports)\b"
    r"|\b(?:which|what) (?:items?|business|matters)\b.*\b(?:was|were|is|are|had) (?:the )?(?:press|public)\b"
    r".*\bexcluded\b"
    r"|\bwhat (?:was|has been|did \w+(?: \w+){0,6}?|have \w+(?: \w+){0,6}?) "
    r"(?:deal\w*|dealt|discuss\w*|consider\w*|taken?)"
    rf" (?:with )?{_PRIVATE}",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"\((?:{_PART}|exempt|confidential|private|restricted|closed|not for publication)[^)]*\)?|\bnot for publication\b"
    r"|\b(?:exempt|confidential) (?:item|report|annex|appendix|minutes?)\b|\bin private\b|\bclosed session\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:the )?minutes? of this item (?:is|are) (?:exempt|confidential|not (?:open|for))"
    r"|\bthis (?:item|report|minute) (?:is|was) (?:exempt|confidential|not for publication"
    r"|(?:taken|considered|dealt with|heard) in (?:private|closed session))",
    re.IGNORECASE,
)
_SENT_OUT = re.compile(
    r"\bexclusion of (?:the )?(?:press|public)\b|\bexclu\w+ (?:the )?(?:press|public)\b", re.IGNORECASE
)
_ALL_AFTER = re.compile(
    r"\b(?:following|remaining|below|next) items\b|\b(?:items|business) below\b|\b(?:remainder|rest) of the\b",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:items?|minutes?)\s+((?:[\w/.]*\d[\w/.]*(?:\s*(?:,|and|to|&)\s*)?)+)", re.IGNORECASE
)
_IDLE = OF_MEETINGS | stems(
    "private privately secret camera closed door session part two exempt confidential open press public publication "
    "excluded excluding exclude exclusion asked leave sent out item items matter matters subject subjects topic topics "
    "report reports business thing things deal dealt discuss discussed consider considered take taken took hear heard "
    "list name total count counted number agenda paper papers hold held title titles not for behind without 2 ii"
)


def tell_private(request: Request) -> Told | None:
    """Every item that was not taken in public; None for any other question, or where no paper shows one."""
    asked = request.asked
    if not _ASKED.search(asked.text) or _is_left_over(asked):
        return None
    scope = scope_of(request)
    if not isinstance(scope, Scope):
        return None
    entries = entries_in(request.library, scope.places)
    words = Words(request.library)
    printed = _printed(request, entries)
    sent_out = _behind_closed_doors(request, words, entries)
    members: list[tuple[Entry, list[Quote]]] = []
    for entry in entries:
        if _SENT_OUT.search(entry.matter.title):
            continue
        said = next(iter(_saying(printed[entry.matter.id])), None)
        why = said or sent_out.get(entry.matter.id)
        if why or _TITLE.search(entry.matter.title) or entry.matter.restricted:
            title = next((quote for item in entry.items if (quote := words.title(item))), None)
            members.append((entry, [each for each in (title, why) if each]))
    return _told(members)


def _is_left_over(asked: Question) -> bool:
    return any(word.stem not in _IDLE | asked.named for word in asked.content)


def _printed(request: Request, entries: Sequence[Entry]) -> dict[str, list[Passage]]:
    of_item = {item.key: entry.matter.id for entry in entries for item in entry.items}
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in request.library.passages_of_items(of_item):
        found[of_item[passage.item_key or ""]].append(passage)
    return found


def _saying(passages: Sequence[Passage]) -> Iterator[Quote]:
    """The words by which the minutes of an item say that they are not public."""
    for passage in passages:
        for line in re.finditer(r"[^\n]+", passage.text):
            if _SAID.search(line.group()):
                yield Quote(passage, passage.span.start + line.start(), passage.span.start + line.end())


def _behind_closed_doors(request: Request, words: Words, entries: Sequence[Entry]) -> dict[str, Quote]:
    """The items for which the public was sent out, each with the decision that did so."""
    doors = [entry for entry in entries if entry.deciding and _SENT_OUT.search(entry.matter.title)]
    rulings = rulings_of(doors)
    found: dict[str, Quote] = {}
    for ruling, quote in zip(rulings, locate(request.library, words, rulings), strict=True):
        if quote is None or "exclu" not in quote.text.casefold():
            continue
        after = sorted(
            (item.start, entry)
            for entry in entries
            for item in entry.items
            if item.document == ruling.item.document
            and item.sitting == ruling.item.sitting
            and item.start > ruling.item.start
        )
        for entry in _meant(quote.text, [entry for _, entry in after]):
            found.setdefault(entry.matter.id, quote)
    return found


def _meant(decision: str, after: Sequence[Entry]) -> list[Entry]:
    """Those of the items after it that a decision to send the public out is of."""
    numbers = {
        number for match in _NUMBERED.finditer(decision) for number in re.findall(r"[\w/.]*\d", match[1])
    }
    if named := [each for each in after if {each.matter.number, each.matter.agenda_number} & numbers]:
        return named
    return list(after) if _ALL_AFTER.search(decision) else list(after[:1])


def _told(members: Sequence[tuple[Entry, list[Quote]]]) -> Told | None:
    kept, partial = shown(members)
    quotes = found(quote for _, told in kept for quote in told)
    if not quotes:
        return None
    matters = [entry.matter for entry, _ in members]
    meetings = {entry.sitting for entry, _ in members if entry.matter.date}
    dates = [matter.date for matter in matters if matter.date]
    undated = sum(matter.date is None for matter in matters)
    sentence = say_found(
        f"{count_of(len(members), 'items')} not taken in public", len(meetings), dates, undated
    )
    return Told(quotes, Computed(sentence, len(members), "items"), partial)
