"""What a question takes for granted, where the record says the contrary about the same thing.

"Why did the number fall?" takes for granted that it fell. Where the sentences about that number say that it rose, and
none says that it fell, no sentence can be the answer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from rag.retrieval.evidence import Evidence
from rag.understanding.granted import granted
from rag.understanding.lexicon import PLAIN, Term
from rag.understanding.opposites import Stance, gives_up, is_view, read_stances
from rag.understanding.question import Question
from rag.understanding.words import ACTS, stem, stems, tokens

ABOUT = 0.5  # share of what the question is about that a sentence and its surroundings must meet
REACH = 8  # words from a pole within which stands what it is said of, in the question
NEAR = 14  # likewise in the record, whose sentences are longer
LEADING = 6  # sentences, best first, of whose items a decision that says little of what is asked may be
NEXT = 4  # words from a pole within which stands the very thing, in the question
AS_NEARLY = 0.15  # how much less of it a sentence may say that is as sure as another
BEFORE = 300  # characters before a sentence that goes on about what they say
TELLING = 0.3  # weight of a term, from which a decision that has it is of what was asked

_BODY = re.compile(
    r"\b(?:the|our|full|did|does|do|has|have|by)\s+(?:[\w’'-]+\s+){0,5}?(?:council|councillors|members"
    r"|panel|cabinet|committee"
    r"|sub-?\s?committee|sub-?\s?group|board|scrutiny|authority|spc)\b",
    re.IGNORECASE,
)
_TOLD = stems(  # how it is told, and by what sort of reason: they are not what it is about
    """warn warning criticise criticised complain complained claim claimed find found conclude concluded blame blamed
    praise praised argue argued insist admit admitted fear worry worried reckon decide choose chose vote
    want wanted give given reasons reason grounds basis justification explanation excuse evidence rationale cause caused
    lead led justify defend briefing note mr mrs ms miss dr cllr councillor"""
)
_ACTS = ACTS - set("cost costs price pay money sum fund funding funded spending work works support".split())
_PERSON = re.compile(
    r"\b(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Prof\w*|Sir"
    r"|Dame)\.?\s+((?:[A-Z][\w’'-]*\s*){1,3})"
)
# What was meant, or settled at first, may be asked about whatever became of it.
_MEANT = re.compile(
    r"\b(?:agree\w*|decid\w+|decision|vot(?:e|ed|ing)|plan\w*|propos\w+|want\w*|intend\w*|recommend\w*|consider\w*"
    r"|threat\w*|tr(?:y|ied|ying)|hop(?:e|ed|ing)|seek|sought|ask\w*|call\w*|suggest\w*|originally|at first|initially"
    r"|in principle)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(  # a decision of what its item is about, in no word of its own
    r"\b(?:the|this|that|its|their) (?:\w+ )?(?:motion|recommendations?|proposals?|report|request|application"
    r"|amendment|petition|scheme|plan|offer|bid)\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"\b(?:in|of|at|for|on|within|across|under|from)(?:\s+[\w’'-]+){1,5}?\s+(?:is|are|was|were|be|been|being|has|have|had)"
    r"\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want\w*|wish\w*|ask(?:ed|ing|s)?|call(?:ed|ing|s)? for|urg(?:e|ed|ing)|suggest\w*|propos\w+|recommend\w*"
    r"|threat\w*|fear\w*|campaign\w*|press(?:ed|ing)? for|consider\w*|argu\w+)\b",
    re.IGNORECASE,
)
_FOR_GOOD = re.compile(r"\b(?:for good|permanent\w*|for ever|forever|outright|altogether)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*(?:this|that|it|these|those|they|he|she|there|the (?:plan|report|figure|number|motion|amendment|proposal"
    r"|recommendation|application|request|petition))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Gainsaid:
    """That the record says the contrary of what a question takes for granted, and where it says so for certain."""

    by: Evidence | None


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that speaks of what the question takes for granted, one way or the other."""

    evidence: Evidence
    stance: Stance
    by: int  # 2 where the very thing that the pole is said of stands by it, 1 where it is a decision of the matter
    share: float  # of what the question is about, met by the sentence itself

    @property
    def is_decided(self) -> bool:
        return self.evidence.passage.kind is SectionKind.DECISION

    @property
    def is_put_forward(self) -> bool:
        return self.evidence.passage.kind is SectionKind.RECOMMENDATION

    @property
    def is_firm(self) -> bool:
        """Whether it says so outright: what a decision asks of others is decided."""
        return not self.stance.perhaps or (self.is_decided and not self.stance.as_yet)

    @property
    def day(self) -> dt.date:
        return self.evidence.passage.date or dt.date.min

    @property
    def worth(self) -> tuple[int, float, float]:
        return self.by, self.share, self.evidence.score


def gainsay(question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> Gainsaid | None:
    """What gainsays a question of these terms, of evidence sorted best first; None where nothing does for certain."""
    text = granted(question.text)
    if text is None:
        return None
    found, words, whole = read_stances(text), words_of_matters(weighed), read_stances(question.text)
    leading = {each.passage.item_key for each in weighed[:LEADING]}
    for stance in found:
        if (
            _is_wished(text, stance, found)
            or gives_up(text, stance)
            or any(other.gainsays(stance) for other in whole)
        ):
            continue  # it speaks of both itself
        about = _About(terms, text, found, stance, words, leading)
        told = [said for each in weighed for said in about.told_by(each)]
        denials = [each for each in told if each.stance.gainsays(stance) and about.may_deny(each)]
        denials = [each for each in denials if each.by or each.share >= ABOUT]
        affirmed = [each for each in told if each.stance.affirms(stance) and about.may_affirm(each)]
        if _FOR_GOOD.search(text):
            affirmed = [each for each in affirmed if each.is_decided or _FOR_GOOD.search(each.evidence.text)]
        if not (stance.perhaps or _MEANT.search(text[: stance.start])):
            affirmed = _standing(affirmed, denials)
        if not denials or _outweigh(affirmed, denials):
            continue
        firm = [each for each in denials if each.is_firm]
        if firm or not affirmed:
            return Gainsaid(_best(firm).evidence if firm else None)
    return None


def _is_wished(text: str, stance: Stance, found: Sequence[Stance]) -> bool:
    """Whether it is only what somebody was for or against, or what was given up: that need not have come to pass."""
    before = text[: stance.start]
    views = [each for each in found if each.end <= stance.start and is_view(each)]
    return stance.given_up or (bool(views) and not stance.denied) or _WISHED.search(before) is not None


def _standing(affirmed: Sequence[_Said], denials: Sequence[_Said]) -> list[_Said]:
    """What is affirmed, but for what was given up later, and what was only put forward where a decision denies it."""
    settled = [each for each in denials if each.is_decided and each.is_firm]
    if settled:
        affirmed = [each for each in affirmed if each.is_firm and not each.is_put_forward]
    given_up = [each.day for each in settled if each.stance.given_up]
    return [each for each in affirmed if not given_up or each.day > max(given_up)]


def _outweigh(affirmed: Sequence[_Said], denials: Sequence[_Said]) -> bool:
    """Whether what is affirmed is as sure as what denies it: by a decision, whatever another decided, or as nearly."""
    if any(each.is_decided and each.is_firm and each.by for each in affirmed):
        return True
    best, denial = (max(each, key=lambda one: one.worth, default=None) for each in (affirmed, denials))
    if best is None or denial is None:
        return best is not None
    slack = 0.0 if denial.is_decided else AS_NEARLY
    return (best.by, best.share + slack) >= (denial.by, denial.share)


def _best(told: Sequence[_Said]) -> _Said:
    return max(told, key=lambda each: each.worth)


def words_of_matters(weighed: Sequence[Evidence]) -> dict[str, frozenset[str]]:
    """Stems in all that was found of each item: a decision leaves to the rest of it what it is about."""
    found: dict[str, set[str]] = {}
    for passage in {each.passage.span: each.passage for each in weighed}.values():
        found.setdefault(passage.item_key or "", set()).update(stems(passage.text))
    return {key: frozenset(words) for key, words in found.items() if key}


def _head(before: str) -> str:
    """What a pole is said of, where something is said of that between: "the cost | of the new pier is" high."""
    match = _OF_WHAT.search(before[-BEFORE:])
    return " ".join(before[-BEFORE:][: match.start()].split()[-2:]) if match else ""


class _About:
    """What the question is about, to tell which sentences speak of the same."""

    def __init__(
        self,
        terms: Sequence[Term],
        text: str,
        said: Sequence[Stance],
        stance: Stance,
        matters: Mapping[str, frozenset[str]],
        leading: Collection[str | None],
    ) -> None:
        aside = [
            each for each in said if each == stance or (isinstance(each.axis, int) and not is_view(stance))
        ]
        words = (text[each.start : each.end].split() for each in aside)
        apart = _TOLD | stems(" ".join(" ".join(each[: 1 if len(each) > 2 else 2]) for each in words))
        people = stems(" ".join(_PERSON.findall(text)))
        kept = stems(text)
        keys = [term for term in terms if not term.word.is_frame and term.word.plain not in _ACTS]
        keys = [term for term in keys if term.word.stem in kept]
        self._keys = [term for term in keys if term.word.stem not in apart]
        self._stance, self._matters, self._leading = stance, matters, leading
        self._axes = frozenset((stance.axis,))
        before = [stem(word) for word in tokens(text[: stance.start])[-REACH:]]
        after = [stem(word) for word in tokens(text[stance.end :])[:REACH]]
        things = [term for term in self._keys if term.word.stem not in people]
        self._near = [term for term in things if term.word.stem in {*before, *after}]
        beside = {*before[-NEXT:], *after[:NEXT], *stems(_head(text[: stance.start]))}
        self._next = [term for term in things if term.word.stem in beside]
        self._actors = [term for term in self._keys if term.word.stem in before]
        self._of_body = _BODY.search(text[: stance.end]) is not None
        self._is_view = is_view(stance)

    def told_by(self, evidence: Evidence) -> list[_Said]:
        """What a sentence says of it."""
        text, passage = evidence.text, evidence.passage
        found = read_stances(text, self._axes)
        if not found or not self._keys:
            return []
        decided = passage.kind is SectionKind.DECISION
        around = stems(passage.text) | stems(passage.heading) | stems(passage.title or "")
        if self._share(around | self._matters.get(passage.item_key or "", frozenset())) < ABOUT:
            return []
        if self._share(around) < ABOUT and passage.item_key not in self._leading:
            return []
        own = stems(text)
        decided = decided and (
            _REFERS.search(text) is not None
            or any(term.weight >= TELLING and term.credit(own) >= PLAIN for term in self._keys)
        )
        if not decided and self._share(around) < ABOUT:
            return []
        share = self._share(own)
        return [
            _Said(evidence, each, 2 if self._is_by(each, evidence, self._next) else int(decided), share)
            for each in found
            if decided or self._is_by(each, evidence, self._near)
        ]

    def may_deny(self, said: _Said) -> bool:
        """Whether it is the same who is for it, or against it: a body's decision is not what its residents think."""
        if said.stance.pole == self._stance.pole or not self._is_view:
            return True
        words = stems(said.evidence.text)
        if self._of_body:
            return said.evidence.passage.kind is SectionKind.DECISION
        return any(term.credit(words) >= PLAIN for term in self._actors)

    def may_affirm(self, said: _Said) -> bool:
        """Whether it may be the one asked about: a member's view is not the body's."""
        one = _PERSON.search(said.evidence.text[: said.stance.start])
        return not (self._is_view and self._of_body and one and not _BODY.search(said.evidence.text))

    def _share(self, words: frozenset[str]) -> float:
        met = sum(term.weight * term.credit(words) for term in self._keys)
        return met / (sum(term.weight for term in self._keys) or 1.0)

    def _is_by(self, stance: Stance, evidence: Evidence, things: Sequence[Term]) -> bool:
        """Whether what it is said of stands by the pole, or in the sentence before one that goes on about it."""
        text = evidence.text
        before, after = tokens(text[: stance.start])[-NEAR:], tokens(text[stance.end :])[:NEAR]
        words = stems(" ".join((*before, *after)))
        if _GOES_ON.match(text):
            at = evidence.start - evidence.passage.span.start
            words |= stems(evidence.passage.text[max(0, at - BEFORE) : at]) | stems(
                evidence.passage.title or ""
            )
        return any(term.credit(words) >= PLAIN for term in things)
