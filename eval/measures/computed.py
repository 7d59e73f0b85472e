"""Computed numbers: the numbers of a sentence that was counted out of the catalogue, against the answer itself.

Our own measure. "4 decisions, in 2 meetings, 14 January to 3 March 2015" stands in no paper, so its first clause is
held to what the answer cites: every number must be how many members, meetings or papers are cited, or stand in a
citation's date, number, body, title or quote; of people, no more may be counted than the quoted lists have entries;
of decisions, those that are numbered in one quote count, each being one, and the lettered parts of a resolution, which
are one together; of points, each part counts, and what leads to a printed list is no point of it. What the sentence
says is given besides ("at 1 more meeting it was mentioned") is taken off what is cited.
Where a notice says how many of all that were counted are told, it must give both numbers. What follows the
first clause says what was looked through, which no citation can show. One trial for each different number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from eval.models import Asked
from eval.wording import fold, numbers, shown
from rag.models import Answer, Citation, NoticeKind

_CLAUSE = re.compile(r";|\.\s")
_BESIDES = re.compile(r"\bAt (?P<number>[\d,]+) more meetings?\b.*: given last\b")
_ENTRY = re.compile(r"[\n\t;,]| and ")
_LETTER, _NUMBER = r"(?:[A-Za-z]|[ivx]{1,4})", r"\d{1,2}"
_LETTERED = re.compile(_LETTER)


def _marked(mark: str) -> re.Pattern[str]:
    """What begins a part: "(a) ", "2. "; no "(minute 87) of"."""
    return re.compile(rf"(?:^|\s)\({mark}\)\s(?=\S)|^\s*{mark}[.)]\s(?=\S)", re.MULTILINE)


_PART = {"decisions": _marked(_NUMBER), "points": _marked(f"(?:{_LETTER}|{_NUMBER})")}


def computed_numbers(asked: Asked) -> tuple[bool, ...]:
    if asked.answer is None or asked.answer.computed is None:
        return ()
    stray = miscounted(asked.answer)
    return tuple(number not in stray for number in sorted(numbers(_clause(asked.answer.computed.sentence))))


def miscounted(answer: Answer) -> set[str]:
    """The numbers of the computed sentence that what is cited does not bear out."""
    if answer.computed is None or _told_in_part(answer, answer.computed.count):
        return set()
    stray = numbers(_clause(answer.computed.sentence)) - _written(answer.citations)
    besides = _BESIDES.search(answer.computed.sentence)
    off = int(besides["number"].replace(",", "")) if besides else 0
    return stray - {str(number - off) for number in counts(answer)} - _people(answer) - _parts(answer)


def counts(answer: Answer) -> set[int]:
    """How many claims, quotes, items, decisions, meetings and papers the answer cites, dated or not."""
    cited = answer.citations
    places = [(one.body, one.date) for one in cited]
    return {
        len(answer.claims),
        len({(one.document, one.span.start, one.span.end) for one in cited}),
        len({(one.document, one.item) for one in cited}),
        len({(one.document, one.item, _resolution(one)) for one in cited}),
        len({(one.body, one.date, one.item, fold(one.title or "")) for one in cited}),
        len(set(places)),
        len({place for place in places if place[1]}),
        len({one.date for one in cited}),
        len({one.document for one in cited}),
        len({one.document for one in cited if one.date is None}),
    }


def _told_in_part(answer: Answer, count: int | None) -> bool:
    """Whether a notice says how many of those counted are told, and that is how many are."""
    told = {str(number) for number in counts(answer)}
    return any(
        str(count) in said and said & told
        for notice in answer.notices
        if notice.kind is NoticeKind.PARTIAL and (said := numbers(notice.text))
    )


def _people(answer: Answer) -> set[str]:
    """The count of people, if the lists that are quoted have as many entries."""
    computed = answer.computed
    if computed is None or computed.count is None or computed.of != "people":
        return set()
    entries = sum(bool(one.strip()) for cited in answer.citations for one in _ENTRY.split(cited.quote))
    return {str(computed.count)} if computed.count <= entries else set()


def _resolution(citation: Citation) -> str | None:
    """The decision's number, without the letter of its part."""
    number = citation.decision
    return None if number and _LETTERED.fullmatch(number) else number


def _parts(answer: Answer) -> set[str]:
    """The count of decisions or points, if what is quoted has as many parts."""
    computed = answer.computed
    if computed is None or computed.count is None or computed.of not in _PART:
        return set()
    explained = {term.citation for term in answer.terms}
    quotes = {(one.document, one.span.start): one.quote for one in answer.citations if one.n not in explained}
    if computed.of == "points":
        quotes = {place: quote for place, quote in quotes.items() if not quote.rstrip().endswith(":")}
    parts = sum(max(1, len(_PART[computed.of].findall(quote))) for quote in quotes.values())
    return {str(computed.count)} if computed.count == parts else set()


def _clause(sentence: str) -> str:
    return _CLAUSE.split(sentence, maxsplit=1)[0]


def _written(citations: Iterable[Citation]) -> set[str]:
    written: set[str] = set()
    for one in citations:
        written |= numbers(f"{shown(one)}\n{one.title or ''}")
    return written
