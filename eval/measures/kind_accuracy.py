"""Kind accuracy: an answer's evidence is of the kind asked for, and nothing undecided is called decided.

Our own measure, a label beside its evidence as in FEVER (J. Thorne et al., NAACL 2018): of the answered
questions with a known kind, the share where (a) a citation in a listed place that carries a fact is of that
kind, a report and its tables counting as one kind; and (b) no claim says "decided" or "resolved" in words
of its own, with neither a decision cited nor a denial ("no recorded decision"). A fact that was counted is carried by
everything that was counted; "4 decisions" calls each of them decided.
"""

from __future__ import annotations

import re

from corpus.models import SectionKind
from eval.models import Asked
from eval.wording import fold, holds, shown
from rag.models import Answer

_REPORTED = {SectionKind.REPORT, SectionKind.TABLE}
_DECIDED = re.compile(r"\b(decided|resolved|decision|decisions)\b")
_DENIED = re.compile(r"\b(no|not|nothing|without|never)\b")


def kind_accuracy(asked: Asked) -> tuple[bool, ...]:
    if asked.answer is None or asked.known.kind is None:
        return ()
    return (asked.known.kind in carrying_kinds(asked) and not overclaims(asked.answer),)


def carrying_kinds(asked: Asked) -> set[SectionKind]:
    """Kinds of the citations in listed places that carry a fact; report and table come together."""
    facts = [words for fact in asked.known.facts for words in fact]
    computed = asked.answer.computed if asked.answer else None
    counted = computed is not None and any(holds(fold(computed.sentence), words) for words in facts)
    kinds = {
        citation.kind
        for citation in asked.citations
        if asked.in_place(citation)
        and (counted or any(holds(fold(shown(citation)), words) for words in facts))
    }
    return kinds | _REPORTED if kinds & _REPORTED else kinds


def overclaims(answer: Answer) -> tuple[str, ...]:
    """Claims that present as decided what no cited decision says."""
    found = []
    if answer.computed and _DECIDED.search(fold(answer.computed.of)):
        explained = {term.citation for term in answer.terms}
        counted = (citation for citation in answer.citations if citation.n not in explained)
        undecided = any(citation.kind is not SectionKind.DECISION for citation in counted)
        found += [answer.computed.sentence] if undecided else []
    for claim in answer.claims:
        cited = [citation for citation in answer.citations if citation.n in claim.citations]
        own_words = fold(claim.text)
        for words in (words for citation in cited for words in (citation.quote, citation.title) if words):
            own_words = own_words.replace(fold(words), " ")
        if (
            _DECIDED.search(own_words)
            and not _DENIED.search(own_words)
            and not any(citation.kind is SectionKind.DECISION for citation in cited)
            and not any(_DECIDED.search(fold(citation.quote)) for citation in cited)  # the record's own word
        ):
            found.append(claim.text)
    return tuple(found)
