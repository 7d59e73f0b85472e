"""Acronyms that an answer uses, explained at their first use in the words of the papers themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corpus.parts.acronyms import ACRONYM, singular
from corpus.parts.lines import fold
from index.library import Library
from index.models import Filters, TermRecord
from rag.answering.compose import Quote, cite
from rag.models import Answer, Citation, Claim, Term
from rag.understanding.glossary import Glossary, Meaning, is_everyday
from rag.understanding.words import tokens

MOST = 6  # explained in one answer
_USED = re.compile(rf"(?<![\w&/]){ACRONYM}(?![/])")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_SHOUTED = 0.6  # share of capitals among the letters, from which no word can be told for an acronym


def meanings_within(library: Library, glossary: Glossary, filters: Filters, term: str) -> tuple[Meaning, ...]:
    """The meanings of a term that papers within the filters tell."""
    meanings = glossary.meanings(term)
    if not filters or not meanings:
        return meanings
    fitting = {each.id for each in library.saying([[tokens(term)]], filters)}
    told = [[each for each in meaning.told if each.passage.id in fitting] for meaning in meanings]
    return tuple(
        replace(meaning, told=tuple(records))
        for meaning, records in zip(meanings, told, strict=True)
        if records
    )


def explain(
    meanings_of: Callable[[str], Sequence[Meaning]],
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    urls: Mapping[str, str | None],
) -> tuple[tuple[Term, ...], tuple[Citation, ...]]:
    """The acronyms that the claims use without saying what they stand for, in the order met, and all citations: those
    given, then the words that explain.

    One with several meanings is explained only by the very paper that uses it; so is none of another council's.
    """
    by_number = {citation.n: citation for citation in citations}
    told: list[Citation] = list(citations)
    terms: dict[str, Term] = {}
    said = ""
    for claim in claims:
        said += f"\n{fold(claim.text).casefold()}"
        for short in _used(claim.text):
            if singular(short) in terms or len(terms) == MOST:
                continue
            meanings = meanings_of(short)
            if _is_said(meanings, said):
                continue
            record = _record(meanings, [by_number[n] for n in claim.citations if n in by_number])
            if record is not None:
                terms[singular(short)] = Term(record.short, record.long, _number(record, told, urls))
    return tuple(terms.values()), tuple(told)


def cited_by_claims(answer: Answer) -> tuple[Citation, ...]:
    """The citations of an answer without those that only explain its terms, which come last."""
    explaining = {term.citation for term in answer.terms}
    claimed = {n for claim in answer.claims for n in claim.citations}
    return tuple(each for each in answer.citations if each.n in claimed or each.n not in explaining)


def _used(text: str) -> list[str]:
    """The acronyms of a text as printed; not a word of everyday English in the midst of capitals."""
    letters = [char for char in text if char.isalpha()]
    if sum(map(str.isupper, letters)) > _SHOUTED * len(letters):
        return []
    found = []
    for match in _USED.finditer(text):
        beside = (text[: match.start()].split()[-1:], text[match.end() :].split()[:1])
        shouted = any(_CAPITALS.fullmatch(word.strip(".,;:()")) for words in beside for word in words)
        if not (shouted and is_everyday(singular(match.group()).casefold())):
            found.append(match.group())
    return found


def _is_said(meanings: Sequence[Meaning], said: str) -> bool:
    """Whether a claim told so far says in full what it stands for."""
    return any(record.long.casefold() in said for meaning in meanings for record in meaning.told)


def _record(meanings: Sequence[Meaning], cited: Sequence[Citation]) -> TermRecord | None:
    """Who explains the term for a claim: the paper it is told from, else, of one meaning, the latest to say so."""
    papers = {citation.document for citation in cited}
    own = [[each for each in meaning.told if each.passage.span.document_id in papers] for meaning in meanings]
    own = [told for told in own if told]
    if own:
        return own[0][0] if len(own) == 1 else None
    if len(meanings) != 1:
        return None
    councils = {citation.council for citation in cited}
    told = [
        each
        for each in meanings[0].told
        if councils & {None, each.passage.council} or each.passage.council is None
    ]
    return min(told, key=lambda each: each.passage.set_aside, default=None)


def _number(record: TermRecord, told: list[Citation], urls: Mapping[str, str | None]) -> int:
    """The number of the citation of the words that explain, which is added to those told unless it is there."""
    document = record.passage.span.document_id
    for citation in told:
        span = citation.span
        if span.document_id == document and span.start <= record.start and record.end <= span.end:
            return citation.n
    told.append(cite(Quote(record.passage, record.start, record.end), len(told) + 1, urls.get(document)))
    return len(told)
