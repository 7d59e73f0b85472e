"""What a question takes for granted was said or found, where the record tells that nothing was: no reply had come, the
guest was only greeted, no impact was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.premise import Gainsaid, words_of_matters
from rag.retrieval.evidence import Evidence
from rag.understanding.granted import granted
from rag.understanding.lexicon import PLAIN, Term
from rag.understanding.question import Question
from rag.understanding.words import stem, stems, tokens

LOOKED_AT = 12  # sentences, for whether anything was found
ABOUT = 0.4  # share of what is asked that a sentence and its surroundings must meet
NAMING = 6  # words between a name and what its bearer did

_SAID = stems(
    """said says stated told asked addressed spoke thanked welcomed advised outlined informed confirmed noted replied
    responded answered presented gave referred highlighted explained expressed suggested proposed called urged wrote
    agreed indicated acknowledged assured pointed paid congratulated reported commented felt believed"""
)
_ANSWERS = (
    r"(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?|wr[io]te? back"
    r"|(?:say|said) (?:\w+ ){0,3}?(?:reply|response|return))"
)
_REPLY = r"(?:repl(?:y|ies)|responses?|answers?|acknowledge?ments?)"
_ASKS_REPLY = re.compile(
    rf"\bwhat (?:did|has|have|had) (?:the )?(?P<who>[^?;]{{1,80}}?) {_ANSWERS}\b"
    rf"|\b(?:what|which) (?:\w+ )?{_REPLY} (?:did|has|have|had) (?P<other>[^?;]{{1,80}}?)"
    r" (?:give|gave|make|made|send|sent)\b"
    rf"|\b(?:what|which) (?:\w+ )?{_REPLY} (?:did|has|have|had|was|were|came) [^?;]{{0,60}}?"
    r"\bfrom (?:the )?(?P<sender>[^?;,]{1,60})"
    rf"|\bwhat (?:was|were|is) (?:the )?(?P<owner>[^?;]{{1,80}}?)['’]s? {_REPLY}\b"
    rf"|\bwhat (?:was|were|is) the {_REPLY} (?:of|from|by) (?:the )?(?P<author>[^?;,]{{1,60}})",
    re.IGNORECASE,
)
_ANSWERED = re.compile(  # taken for granted to have been answered: "what reasons did she give for refusing"
    r"\b(?:did|has|have|had)\s+(?:the )?(?P<who>[^?;]{1,80}?)\s+(?:giv\w+|gave|refus\w+|reject\w*|turn\w* down|agree\w*"
    r"|say no|said no|declin\w+|promis\w+|accept\w*)\b",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    r"\b(?:minist(?:er|ry)|department|government|secretary of state|taoiseach|tánaiste|prime minister|mps?|tds?"
    r"|commission(?:er)?|agency|authority|inspector(?:ate)?|ombudsman|company|plc|ltd|hse|nta|tii|nhs|treasury)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:wr[io]te|written|writing|letters?|e-?mail(?:ed)?|correspond\w+)\b", re.IGNORECASE
)
_NO_REPLY = re.compile(
    rf"\bno (?:\w+ )?{_REPLY}\b|\b(?:await\w*|pending)\b(?: [\w’'-]+){{0,4}} {_REPLY}\b"
    rf"|\b{_REPLY}\b(?: [\w’'-]+){{0,4}} (?:was|were|is|are|had|has|have)(?: \w+){{0,2}}?"
    r" (?:yet to|not|await\w*|outstanding|pending)\b"
    r"|\byet to (?:repl\w+|respond\w*|answer|receive a (?:reply|response|answer)|hear)\b"
    r"|\b(?:not|never|n['’]t) (?:yet )?(?:been )?(?:repl\w+|respond\w*|answered"
    r"|received (?:a|any) (?:reply|response|answer))\b",
    re.IGNORECASE,
)
_ASKS_WORDS = re.compile(
    r"\bwhat (?:did|has|have|had) (?P<who>[^?;]{1,80}?) (?:say|said|tell|told|announce|announced|argue|argued|speak)\b",
    re.IGNORECASE,
)
_OFFICES = stems(
    "minister state deputy senator secretary mayor councillor cllr td mp commissioner department"
)
_NONE = re.compile(
    r"\b(?:no|not (?:\w+ ){0,3}?any|n['’]t (?:\w+ ){0,2}?any|nor any|without any)\b(?P<what>(?: [\w’'-]+){1,3})",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"[“\"'‘\W]*(?:(?:dear\s+)?(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'.-]*(?:\s+and\s+(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'.-]*)?,\s*){2,}"
    r"[^.;]{0,160}\b(?:ladies and gentlemen|colleagues?|fellow|friends|guests|executives|members)\b",
)
_BAD = (
    r"(?:objections?|concerns?|impacts?|effects?|risks?|problems?|faults?|failings?|failures?|weakness(?:es)?|breach(?:es)?"
    r"|errors?|complaints?|criticisms?|defects?|shortcomings?|irregularit(?:y|ies)|discrepanc(?:y|ies)|issues?|mistakes?)"
)
_FOUND = (
    r"(?:find|found|identif\w+|uncover\w*|rais\w+|receiv\w+|discover\w*|detect\w*|report\w*|reveal\w*|record\w*|lodg\w+"
    r"|com\w+ forward|flag\w*|highlight\w*|show\w*|note|noted|have|there)"
)
_ASKS_FOUND = re.compile(
    rf"\b(?:which|what)\s+(?:[\w’'-]+\s+){{0,4}}?(?P<found>{_BAD})\b(?:\s[^?.;]{{1,80}}?)?"
    rf"\s(?:did|does|was|were|has|have|had)\b[^?.;]{{0,100}}?\b{_FOUND}\b",
    re.IGNORECASE,
)


def find_unsaid(question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> Gainsaid | None:
    """What tells that nothing was said or found, of evidence sorted best first; None where nothing does for certain."""
    asked = _Asked(question, terms, weighed)
    return _no_reply(asked) or _only_written(asked) or _only_greeted(asked) or _none_found(asked)


class _Asked:
    """What the question is about, and what was found of each item."""

    def __init__(self, question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> None:
        self.question, self.weighed = question, weighed
        self._terms = [term for term in terms if not term.word.is_frame]
        self._matters = words_of_matters(weighed)

    def is_of_it(self, evidence: Evidence, but: frozenset[str] = frozenset()) -> bool:
        """Whether a sentence and what surrounds it are about what is asked, leaving some words of the question out."""
        words = self.around(evidence)
        kept = [term for term in self._terms if term.word.stem not in but]
        met = sum(term.weight * term.credit(words) for term in kept)
        return met >= ABOUT * sum(term.weight for term in kept)

    def around(self, evidence: Evidence) -> frozenset[str]:
        passage = evidence.passage
        near = stems(f"{passage.text} {passage.heading} {passage.title or ''}")
        return near | self._matters.get(passage.item_key or "", frozenset())

    def named(self, *patterns: re.Pattern[str]) -> Term | None:
        """The word that tells best who is taken for granted to have spoken: a person's surname, else the office."""
        who = next(filter(None, (pattern.search(self.question.text) for pattern in patterns)), None)
        words = [stem(word) for word in tokens(next(filter(None, who.groups())))] if who else []
        found = [term for stem_ in words for term in self._terms if term.word.stem == stem_]
        names = [term for term in found if term.word.is_name and term.word.stem not in _OFFICES]
        told = names or found
        return told[-1] if told else None

    def answered_by(self, name: Term) -> bool:
        """Whether any sentence of the matter tells what they said, or what came from them."""
        told = (each for each in self.weighed if self.is_of_it(each) and not _NO_REPLY.search(_flat(each)))
        return any(_tells_of(name, each) for each in told)


def _flat(evidence: Evidence) -> str:
    return " ".join(evidence.text.split())


def _tells_of(name: Term, evidence: Evidence) -> bool:
    words = [stem(word) for word in tokens(evidence.text)]
    for at, word in enumerate(words):
        before, after = words[max(0, at - NAMING) : at], words[at + 1 : at + 1 + NAMING]
        if name.credit(frozenset((word,))) < PLAIN or _GREETING.match(_flat(evidence)):
            continue
        if ("to" not in before and _SAID & set(after)) or "from" in before or "by" in before[-4:]:
            return True
    return False


def _no_reply(asked: _Asked) -> Gainsaid | None:
    """A sentence that says that they have not answered, where none tells that they have."""
    name = asked.named(_ASKS_REPLY, *((_ANSWERED,) if granted(asked.question.text) else ()))
    if name is None:
        return None
    none = [
        each
        for each in asked.weighed
        if _NO_REPLY.search(_flat(each)) and asked.is_of_it(each) and name.credit(asked.around(each)) >= PLAIN
    ]
    return Gainsaid(none[0]) if none and not asked.answered_by(name) else None


def _only_written(asked: _Asked) -> Gainsaid | None:
    """The sentence that tells of a letter to somebody outside, whose reply is asked for and told nowhere."""
    text = asked.question.text
    name = asked.named(_ASKS_REPLY)
    if name is None or not (_WRITTEN.search(text) or _OUTSIDER.search(text)):
        return None
    written = [
        each
        for each in asked.weighed
        if _WRITTEN.search(each.text) and asked.is_of_it(each) and name.credit(stems(each.text)) >= PLAIN
    ]
    return Gainsaid(written[0]) if written and not asked.answered_by(name) else None


def _only_greeted(asked: _Asked) -> Gainsaid | None:
    """Whoever is asked what they said is named in greetings alone."""
    name = asked.named(_ASKS_WORDS)
    if name is None or not name.word.is_name:
        return None
    naming = [each for each in asked.weighed if name.credit(stems(each.text)) >= PLAIN]
    greeted = any(_GREETING.match(_flat(each)) for each in naming)
    return Gainsaid(None) if greeted and not any(_tells_of(name, each) for each in naming) else None


def _none_found(asked: _Asked) -> Gainsaid | None:
    """The sentence that says that there were none of what is taken for granted to have been found, where no better one
    tells of any."""
    match = _ASKS_FOUND.search(asked.question.text)
    if match is None:
        return None
    what = stem(match["found"].lower())
    for each in asked.weighed[:LOOKED_AT]:
        if what in stems(each.text) and asked.is_of_it(each, frozenset((what,))):
            denied = _NONE.search(_flat(each))
            return Gainsaid(each) if denied and what in stems(denied["what"]) else None
    return None
