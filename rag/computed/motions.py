"""Motions and questions by who gave notice of them, and by where they were sent: each with the words it asks in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from corpus.parts.people import find_people
from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.entries import Entry, entries_in
from rag.computed.exact import Words, found
from rag.computed.loosely import with_body
from rag.computed.people import Person, names_of, people_in
from rag.computed.saying import count_of, say_found, shown
from rag.computed.scope import OF_MEETINGS, Scope, scope_of
from rag.computed.tabled import BUT_FOR, is_question
from rag.computed.told import Request, Told
from rag.computed.topics import Topic, read_topic
from rag.models import Computed
from rag.understanding.question import Question, understand
from rag.understanding.words import stems

_MANY = re.compile(
    r"\b(?:which|what|how many|number of|list|all|every|each|show|give|name|any)\b(?:(?![.?!;]\s).)*?\b"
    r"(?P<what>motions|questions|notices of (?:motion|question))\b"
    r"|\b(?:which|what)\s+(?:notices? of\s+)?(?P<one>motion|question)\b",
    re.IGNORECASE,
)
_WHAT_CAME = re.compile(
    r"\b(?:outcome|results?|came of|come of|happened|bec[ao]me|fate|votes?|voted|discussed|"
    r"repl(?:y|ies)|answers?|response)\b",
    re.IGNORECASE,
)
_PUT = r"(?:submit\w*|tabl\w+|put(?:ting)?\b(?: down| forward| in)?|lodg\w+|brought|bring|g[ai]ve notice)"
_MOVED = re.compile(r"\b(?:propos|second|mov(?:ed?|ing)\b)", re.IGNORECASE)
_BY = re.compile(rf"\b{_PUT}|\b(?:by|from|of)\b|[’'](?:s\b|(?=\s))", re.IGNORECASE)
_SENT = r"(?:refer(?:red)?|sen[dt]|forwarded|passed|remitted|transferred|brought)"
_SENT_TO = re.compile(
    rf"\b{_SENT}\b(?:\s+(?:on|over|back|away|it|them|this|these|off))*\s+(?:to|before|for consideration by)\s+"
    r"(?:the\s+|an?\s+)?"
    r"(?P<where>(?:(?!(?:at|on|in|by|from|with|when|during|and what)\b)[^\s?.!,;]+[\s]*){1,8})",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:refer(?:red)?|sent|forwarded|remitted|transferred|passed on|brought)\b[^.;]{0,80}?"
    r"\b(?:to|before|for consideration by)\b",
    re.IGNORECASE,
)
_NOT_SENT = re.compile(
    r"\b(?:referr(?:ed|ing) to (?:the|an?) (?:need|fact|issue|lack)|not (?:be )?(?:refer|forward))", re.I
)
_ELSEWHERE = stems(
    "other another body bodies committee committees elsewhere somewhere else strategic policy spc spcs"
)
_NOTICE = re.compile(r"notices? of\b.{0,25}\bby\s+(?:councillor|cllr|cmhlr|alderman)", re.IGNORECASE)
_IDLE = OF_MEETINGS | stems(
    "motion motions question questions notice notices agenda submit submitted submits table tabled put down forward "
    "lodge lodged bring brought gave give given move moved propose proposed refer referred sent send forwarded passed "
    "remitted transferred consideration list name title titles ask asked asks asking called call calls number numbers "
    "want wanted say said seek sought councillor total separate different"
)

_Shows = Callable[[Entry, Sequence[Passage]], Quote | None]


def tell_motions(request: Request) -> Told | None:
    """Every motion or question of which somebody gave notice, or that was sent on to a body; None for any other
    question, or where the titles and minutes show none."""
    asked = request.asked
    text = BUT_FOR.sub(" ", asked.text)
    match = _MANY.search(text)
    if match is None or _WHAT_CAME.search(text):
        return None
    of_questions = "question" in (match["what"] or match["one"]).casefold()
    people = people_in(text)
    if sent := _SENT_TO.search(text):
        return _tell_sent(request, sent["where"].strip(), of_questions)
    if len(people) != 1 or not _BY.search(text) or _MOVED.search(text):
        return None
    return tell_notices(request, people[0], of_questions)


def tell_notices(request: Request, person: Person, of_questions: bool = False) -> Told | None:
    """Those of which somebody gave notice, by their titles."""
    asked = request.asked
    if _is_left_over(asked, stems(person.words)):
        return None
    scope = scope_of(request)
    if not isinstance(scope, Scope):
        return None
    of_sort = [each for each in entries_in(request.library, scope.places) if _is_notice(each, of_questions)]
    mine = [each for each in of_sort if _names(person, each.matter.title)]
    what = f"{'questions' if of_questions else 'motions'} of {person.words}"
    return _told(request, mine, what, lambda entry, passages: None)


def _is_left_over(asked: Question, said: frozenset[str]) -> bool:
    return any(word.stem not in _IDLE | said | asked.named for word in asked.content)


def _is_notice(entry: Entry, of_questions: bool) -> bool:
    title = entry.matter.title
    if of_questions:
        return is_question(title)
    return not is_question(title) and ("motion" in stems(title) or _NOTICE.match(title) is not None)


def _names(person: Person, title: str) -> bool:
    """Whether a title says that it is by somebody: "Notice of Motion submitted by Councillors P. Ash and T. Birch"."""
    by = re.search(
        r"\b(?:by|from|of|name of)\s+(?=(?:Councillors?|Cllrs?|Cmhlr|Alderm[ae]n|Mr|Mrs|Ms|Dr)\b)", title
    )
    return by is not None and bool(names_of(person, find_people(title[by.end() :])))


def _tell_sent(request: Request, where: str, of_questions: bool) -> Told | None:
    """Those that were sent on to a body, by their titles or by what the minutes say of them."""
    asked = request.asked
    read = understand(where)
    elsewhere = {word.stem for word in read.words} <= _ELSEWHERE
    plain = tuple(replace(word, is_frame=False) for word in read.words)
    target = None if elsewhere else read_topic(replace(read, words=plain, bodies=()), request.lexicon)
    if target is None and not elsewhere:
        return None
    kept = tuple(body for body in asked.bodies if body.words.casefold() not in where.casefold())
    rest = replace(asked, text=asked.text.replace(where, " "), bodies=kept)
    bound, _ = with_body(replace(request, asked=rest))
    if _is_left_over(bound.asked, stems(where) | read.named):
        return None
    scope = scope_of(bound)
    if not isinstance(scope, Scope):
        return None
    entries = [each for each in entries_in(request.library, scope.places) if _is_notice(each, of_questions)]
    what = f"{'questions' if of_questions else 'motions'} sent on to {'another body' if elsewhere else where}"
    return _told(
        request, entries, what, lambda entry, passages: _sending(entry, passages, target), only_shown=True
    )


def _sending(entry: Entry, passages: Sequence[Passage], target: Topic | None) -> Quote | None:
    """The words that say that it was sent to the body: of the decisions and minutes, else of the title."""
    for passage in passages:
        if passage.kind not in (SectionKind.DECISION, SectionKind.DISCUSSION, SectionKind.AGENDA):
            continue
        for start, end in split_sentences(passage.text, 0, len(passage.text)):
            said = passage.text[start:end]
            if (
                _SENDS.search(said)
                and not _NOT_SENT.search(said)
                and (target is None or target.said_by(said))
            ):
                return Quote(passage, passage.span.start + start, passage.span.start + end)
    return None


def _told(
    request: Request, entries: Sequence[Entry], what: str, shows: _Shows, *, only_shown: bool = False
) -> Told | None:
    """Each with its title, the words it asks in, and those that show what is said of it."""
    library, words = request.library, Words(request.library)
    of_item: dict[str, list[Passage]] = {}
    for each in library.passages_of_items({item.key for entry in entries for item in entry.items}):
        of_item.setdefault(each.item_key or "", []).append(each)
    members: list[tuple[Entry, list[Quote]]] = []
    for entry in entries:
        passages = [each for item in entry.items for each in of_item.get(item.key, ())]
        passages.sort(
            key=lambda each: (each.kind is not SectionKind.DECISION, each.kind is SectionKind.AGENDA)
        )
        showing = shows(entry, passages)
        if showing is None and only_shown:
            continue
        title = next((quote for item in entry.items if (quote := words.title(item))), None)
        members.append((entry, [each for each in (title, _asking(passages), showing) if each]))
    if not members:
        return None
    kept, partial = shown(members)
    matters = [entry.matter for entry, _ in members]
    meetings = {entry.sitting for entry, _ in members if entry.matter.date}
    noun, _, rest = what.partition(" ")
    sentence = say_found(
        f"{count_of(len(members), noun)} {rest}",
        len(meetings),
        [matter.date for matter in matters if matter.date],
        sum(matter.date is None for matter in matters),
    )
    quotes = found(quote for _, told in kept for quote in told)
    return Told(quotes, Computed(sentence, len(members), noun), partial) if quotes else None


def _asking(passages: Sequence[Passage]) -> Quote | None:
    """The first paragraph of what is printed under the title: the motion itself."""
    first = min(
        (each for each in passages if each.kind is SectionKind.DISCUSSION),
        key=lambda each: (each.set_aside, each.span.start),
        default=None,
    )
    if first is None:
        return None
    end = first.text.find("\n\n")
    return Quote(first, first.span.start, first.span.start + (end if end > 0 else len(first.text)))
