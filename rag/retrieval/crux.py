"""The words that decide a question: a sentence without them answers another one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.models import Passage
from rag.retrieval.counting import MONEY
from rag.retrieval.fitting import OPENS_WITH_PERSON, VOTED
from rag.understanding.acts import Act, leave_out_times, presumed, tells
from rag.understanding.asking import read_office, read_split
from rag.understanding.lexicon import PLAIN, Term
from rag.understanding.persons import NAMED
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.when import are_apart, read_years
from rag.understanding.words import ACTS, plain, stem, stems

NAME_WEIGHT = 0.5  # of a term, from which a name is not of the council itself or of half its papers
ATTRIBUTE_MET = 0.5  # credit from which a sentence speaks of the attribute asked for
CRUX = stems(
    """vote voted against cost price salary paid resign resigned sacked dismissed fined sued banned forecast profit
    won win winner sold sell borrowed borrow replace replaced succeed next"""
)
# What a question asks for in so many words: "what reasons did she give" is answered without the word.
_NO_ATTRIBUTE = stems(
    """reasons grounds points concerns questions comments views actions steps changes issues arguments feedback
    advice assurances recommendations suggestions things kinds sorts types
    sum sums amount amounts total totals quantity promise promises pledge pledges commitment assurance undertaking
    excuse explanation justification warning warnings complaint complaints criticism criticisms answer answers remark
    numbers figures data information details facts statistics evidence documents papers
    portfolio role job post position office capacity"""
)
_WHICH = re.compile(r"\W*(?:(?:so|and|but|please|ok|hi|hello)\s+)?which\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(?:what(?:'s| is| was| are| were)?|which|tell me|give me)\s+(?:(?:the|its|their|his|her|[\w’']+['’]s?)\s+){0,2}"
    r"(?P<attribute>(?:home\s+|private\s+|marital\s+)?"
    r"(?:address|status|birthday|salary|pay|wages?|religion|nationality|password|e-?mail|height|weight))\b"
    r"|^\W*who(?:'s| is| was| are| were) (?:the |our |your )(?P<office>[a-z]+) (?:of|for)\b",
    re.IGNORECASE,
)
_ACTED = (
    "agreed|approved|decided|resolved|adopted|rejected|refused|voted|set|objected|granted|said|told|reported|asked|wrote"
    "|confirmed|carried|opened|built|bought|sold|spent|has|have|had|was|were|is|are"
)
_VOTE = stems("vote voted")
_COST = stems("cost price paid")  # a sum of money answers for them
_HOW_OLD = re.compile(r"\bhow old\b|\bwhat age\b", re.IGNORECASE)
_COMING = re.compile(  # "when is the next local election"; of meetings, `resolve` knows
    r"\bwhen\b[^?.;]*?\bnext (?:[\w’'-]+ ){0,2}?(?P<what>[a-z]{4,})(?=\W*$| (?:due|held|to|going|be)\b)",
    re.IGNORECASE,
)
_ASKS_AGAINST = re.compile(
    r"\bwho(?:\s+else)?\s+(?:(?:was|were|is|are|spoke|argued|stood|came\s+out)\s+(?:\w+\s+)?against"
    r"|objected|disagreed|complained|protested)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(  # how minutes tell that somebody was
    r"\b(?:against|oppos\w+|object(?:s|ed|ions?|ors?)|disagree\w*|dissent\w*|unhappy|uneasy|unfair\w*|concern\w*|worr\w+"
    r"|sorry|doubt\w*|fear\w*|warn\w*|critici\w+|protest\w*|refus\w+|reject\w*|wrong|mistake|complained"
    r"|disappoint\w*|regret\w*|(?:not|never)\s+(?:be\s+)?(?:support|agree|accept|want|think|approve|in\s+favour)\w*)\b"
    r"|n['’]t\s+(?:support|agree|accept|want|think)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y)\b")
_AGE = re.compile(
    r"\baged?\b|\byears?[ -]old\b|\byears of age\b|\b\d+ years\b"
    r"|\b(?:built|opened|founded|established|since|dates? (?:back|from))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Forename:
    """Of a person named in full, and the surname with its initial, as minutes write it: "Ash (J)", "J. Ash"."""

    stem: str
    initialled: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Crux:
    """What a sentence must have to answer one question; numbers are places of the question's terms."""

    unheld: bool  # it names what no paper names
    here: tuple[int, ...]  # to be met by the sentence itself
    cost: tuple[int, ...]  # by it, or by a sum of money
    near: tuple[int, ...]  # by it or its neighbours
    speaking: tuple[int, ...]  # of these, who speaks: of a motion in the first person, its title tells it
    plain: tuple[int, ...]  # of these, what nothing but its word tells: an address, a salary
    sort: tuple[int, ...]  # likewise, though "which rounds" may be told as waves
    vote: tuple[int, ...]  # by it, or by how a vote is told
    act: Act | None  # to be told of by them
    years: frozenset[str]  # "2018/19": a sentence about years apart from them is about something else
    how_old: bool
    against: bool  # who was against it is asked: told where somebody was
    names: tuple[Term, ...]  # of people and places, to be met by the passage
    asks_decision: bool
    speaker: frozenset[str]  # stems of the name of whoever is asked what they said
    office: frozenset[str]  # likewise of the office
    forename: Forename | None
    acting: (
        re.Pattern[str] | None
    )  # that a council whose papers are not held did something, when that is asked
    coming: re.Pattern[str] | None = (
        None  # what it is asked when there is next: to elect a chair is no election
    )
    places: tuple[frozenset[str], ...] = ()  # stems of such councils' places: what is told of them names them

    def names_all(self, passage: Passage, matter: frozenset[str]) -> bool:
        """Whether a passage has whom and what is named, in it or, by the stems in `matter`, in its item; a decision
        leaves names to the rest of its item."""
        if not self.names or (self.asks_decision and passage.kind is SectionKind.DECISION):
            return True
        words = matter | stems(passage.heading) | stems(passage.text) | stems(passage.council or "")
        unmet = {term.word.stem for term in self.names if term.credit(words) < PLAIN}
        if unmet and self.forename and self.forename.initialled.search(passage.text):
            unmet.discard(self.forename.stem)
        return not unmet

    def holds_office(self, passage: Passage, matter: frozenset[str]) -> bool:
        """Whether the office whose holder's words are asked for is named in a passage, or, by the stems in `matter`, in
        its item."""
        return self.office <= matter | stems(passage.heading) | stems(passage.text)

    def is_acted_in(self, passage: Passage) -> bool:
        """Whether a passage tells what a council did whose papers are not held, when that is asked."""
        return self.acting is None or self.acting.search(passage.text) is not None

    def is_of_other_years(self, text: str, passage: Passage) -> bool:
        """Whether a sentence that names no years stands in a passage of other years than the question's."""
        return bool(self.years) and not read_years(text) and are_apart(self.years, read_years(passage.text))

    def _is_said_by_another(self, text: str) -> bool:
        """Whether a sentence opens with somebody else's name: "Councillor Ash said" is not what Mrs Quay said."""
        opens = OPENS_WITH_PERSON.match(text) if self.speaker else None
        return opens is not None and not stems(opens.group()) & self.speaker

    def _to_meet(self, text: str, around: str) -> Sequence[int]:
        """What a sentence and its neighbours are to have: who says "I" in a motion need not be named in it."""
        spoken = self.speaking and _FIRST_PERSON.search(text) and stems(around) & self.speaker
        return [at for at in self.near if at not in self.speaking] if spoken else self.near

    def is_doubtful(self, own: Sequence[float], beside: Sequence[float], text: str) -> bool:
        """Whether a sentence lacks a word that decides the question, though it may say it in another way."""
        return (
            any(own[at] < PLAIN for at in self.here)
            or any(max(own[at], beside[at]) < ATTRIBUTE_MET for at in self.sort)
            or (not MONEY.search(text) and any(own[at] < PLAIN for at in self.cost))
            or (self.how_old and not _AGE.search(text))
        )

    def is_lacking(self, own: Sequence[float], beside: Sequence[float], text: str, around: str) -> bool:
        """Whether a sentence lacks what the question is about: it answers another one. `own` and `beside` say how well
        it and its neighbours meet each term; `around` is its text with theirs."""
        told, certain = self._to_meet(text, around), (*self.speaking, *self.plain)
        return (
            self.unheld
            or (bool(self.years) and are_apart(self.years, read_years(text)))
            or any(max(own[at], beside[at]) < ATTRIBUTE_MET for at in told if at in certain)
            or (any(own[at] < PLAIN for at in self.vote) and not VOTED.search(text))
            or self._is_said_by_another(text)
            or (self.act is not None and not tells(self.act, around))
            or (self.coming is not None and not self.coming.search(around))
            or (self.against and not _AGAINST.search(text))
            or not all(place <= stems(around) for place in self.places)
        )

    def seems_lacking(self, own: Sequence[float], beside: Sequence[float], text: str, around: str) -> bool:
        """Whether it has no word for what is asked of something, though it may say it in others: "a negative trend"
        for what is going wrong."""
        told = self._to_meet(text, around)
        certain = (*self.speaking, *self.plain)
        return any(max(own[at], beside[at]) < ATTRIBUTE_MET for at in told if at not in certain)


def read_crux(question: Question, terms: Sequence[Term]) -> Crux:
    """The crux of a question: a word of CRUX, what is asked of something or somebody, a name that no
    paper knows, what it takes for granted was done, the years that it names."""
    main = stems(leave_out_times(question.text))
    act = presumed(question.text)
    deciding = [at for at, term in enumerate(terms) if term.word.stem in CRUX & main]
    attributes: set[str | None] = set()
    sort: set[str | None] = set()
    if question.wanted in (Wanted.ANYTHING, Wanted.WHO) and question.attribute not in _NO_ATTRIBUTE:
        (sort if _WHICH.match(question.text) else attributes).add(question.attribute)
    match = _ATTRIBUTE.search(question.text)
    named = stems(match["attribute"] or match["office"]) if match else frozenset()
    attributes |= named
    attributes |= question.speaker
    near = [at for at, term in enumerate(terms) if term.word.stem in attributes]
    split = read_split(question.text)
    apart = [at for at, term in enumerate(terms) if term.word.stem in split and not term.word.is_name]
    near += sorted(apart, key=lambda at: -terms[at].weight)[:1]
    return Crux(
        unheld=any(term.word.is_name and not term.credits and not term.word.is_frame for term in terms),
        here=tuple(at for at in deciding if terms[at].word.stem not in _VOTE | _COST),
        cost=tuple(at for at in deciding if terms[at].word.stem in _COST),
        near=tuple(near),
        speaking=tuple(at for at in near if terms[at].word.stem in question.speaker),
        plain=tuple(at for at in near if terms[at].word.stem in named),
        sort=tuple(at for at, term in enumerate(terms) if term.word.stem in sort),
        vote=()
        if question.wanted is Wanted.MOVER
        else tuple(at for at in deciding if terms[at].word.stem in _VOTE),
        act=None if act is Act.APPROVED else act,
        years=_years(question),
        how_old=_HOW_OLD.search(question.text) is not None,
        against=_ASKS_AGAINST.search(question.text) is not None,
        names=tuple(
            term
            for term in terms
            if term.word.is_name
            and not term.word.is_frame
            and term.weight >= NAME_WEIGHT
            and not (term.credits and _is_acronym(term.word.plain, question.text))
        ),
        asks_decision=question.wanted is Wanted.DECISION,
        speaker=question.speaker,
        office=read_office(question.text),
        forename=_forename(question.text),
        acting=_acting(question),
        coming=_coming(question),
        places=tuple(council.stems for council in question.councils if not council.held),
    )


def _years(question: Question) -> frozenset[str]:
    """The years that a question names: "the 2025-29 plan", and those to which else it asks of it."""
    named = read_years(question.text)
    runs = (f"{span.first.year}/{span.last:%y}" for span in question.dates if not span.is_open)
    return named.union(run for run in runs if run[2:4] != run[5:]) if named else named


def _coming(question: Question) -> re.Pattern[str] | None:
    """How a paper tells of what it is asked when there is next, where nothing else is asked about: by the same word,
    or as what is done next: "they will next be elected"."""
    match = _COMING.search(question.text)
    if match is None or sum(word.plain not in ACTS for word in question.content) != 1:
        return None
    what, root = match["what"].lower().removesuffix("s"), stem(match["what"].lower())
    near = r"(?:\W+\w+){0,3}\W+"
    told = rf"\b{what}(?:e?s)?\b|\bnext{near}{root}\w*|\b{root}\w*{near}next\b"
    return re.compile(told, re.IGNORECASE)


def _forename(text: str) -> Forename | None:
    named = NAMED.search(text)
    words = named.group().split()[1:] if named else []
    if len(words) != 2:
        return None
    first, surname = words[0], re.escape(words[1])
    initialled = rf"\b{surname}\s*\(\s*{first[0]}\b|\b{first[0]}\.?\s+{surname}\b"
    return Forename(stem(plain(first)), re.compile(initialled))


def _is_acronym(word: str, text: str) -> bool:
    """Whether a word stands in capitals: papers spell acronyms out as well."""
    return not text.isupper() and re.search(rf"\b{re.escape(word.upper())}s?\b", text) is not None


def _acting(question: Question) -> re.Pattern[str] | None:
    """How a paper tells that a council did something whose own papers are not held: "Cork City Council had agreed"."""
    for council in question.councils:
        asked = (
            r"\b(?:did|do|does|has|have|had|is|are|was|were|will|would|can)\s+(?:the\s+)?"
            rf"{re.escape(council.words)}"
        )
        if not council.held and re.search(asked, question.text, re.IGNORECASE):
            place = re.escape(council.words.split()[0])
            return re.compile(rf"\b{place}\b(?:\W+\w+){{0,6}}?\W+(?:{_ACTED})\b", re.IGNORECASE)
    return None
