"""Claims as they are being reworded: each of their sentences as quoted, or as a verified sentence tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from rag.answering.places import SAID
from rag.models import Citation, Claim
from rag.writing.frames import is_put_as_one
from rag.writing.prose import says_the_same
from rag.writing.reply import Sentence, Shown

# What is told in sentences. Rows of tables, lists of names and the like stay as they are printed.
IN_SENTENCES = frozenset(
    {
        SectionKind.DECISION,
        SectionKind.RECOMMENDATION,
        SectionKind.DISCUSSION,
        SectionKind.INTEREST,
        SectionKind.REPORT,
    }
)
MOST_SHOWN = 8_000  # characters of passages put before a model; what goes beyond stays as quoted
_CUT = " …"
_STOPS = ".,;:"


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence of a claim: offsets into its text."""

    claim: int
    start: int
    end: int


class Page:
    """What is shown: at first the claims as quoted; a sentence that `take` keeps stands where the one it tells stood.

    Nothing of a claim is ever left out: what no sentence tells stays.
    """

    def __init__(self, claims: Sequence[Claim], citations: Sequence[Citation]) -> None:
        self._claims = tuple(claims)
        self._leads = [citations[claim.citations[0] - 1] for claim in claims]
        self._told: dict[_Unit, str] = {}
        room = MOST_SHOWN
        self._open: list[int] = []
        for at, (claim, lead) in enumerate(zip(claims, self._leads, strict=True)):
            room -= len(claim.text)
            if room >= 0 and lead.kind in IN_SENTENCES and not {"|", "\t"} & {*claim.text, *lead.quote}:
                self._open.append(at)
        self._units = [unit for at in self._open for unit in _units(at, claims[at].text)]

    @property
    def passages(self) -> list[Shown]:
        """What may be reworded, as a model is shown it; empty when nothing may."""
        return [
            Shown(self._leads[at].n, SAID[self._leads[at].kind], self._claims[at].text.removesuffix(_CUT))
            for at in self._open
        ]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims as they stand now, in their order, each with its citations."""
        return tuple(
            replace(claim, text=self._text(at)) if at in self._open else claim
            for at, claim in enumerate(self._claims)
        )

    @property
    def is_full(self) -> bool:
        """Whether every sentence that may be reworded is told."""
        return len(self._told) == len(self._units)

    def take(self, sentence: Sentence) -> bool:
        """Keep the sentence if a passage that it cites says the same; whether it was kept."""
        for unit in self._units:
            if unit in self._told or self._claims[unit.claim].citations[0] not in self._cited_by(sentence):
                continue
            lead, text = self._leads[unit.claim], self._claims[unit.claim].text
            quote = text[unit.start : unit.end]
            if says_the_same(
                sentence.text, quote, lead.kind, lead.body, settled=self._is_settled(unit.claim)
            ):
                self._told[unit] = _ended_like(quote, sentence.text)
                return True
        return False

    def _cited_by(self, sentence: Sentence) -> set[int]:
        """The first citation of each claim that the sentence cites: the same words may be cited in two papers."""
        return {claim.citations[0] for claim in self._claims if {*claim.citations} & {*sentence.cited}}

    def _is_settled(self, at: int) -> bool:
        """Whether all of a decision's sentences stand as resolutions: none says that the others were lost."""
        text = self._claims[at].text
        return all(is_put_as_one(text[unit.start : unit.end]) for unit in _units(at, text))

    def _text(self, at: int) -> str:
        text, said, end = self._claims[at].text, "", 0
        for unit in self._units:
            if unit.claim == at:
                said += text[end : unit.start] + self._told.get(unit, text[unit.start : unit.end])
                end = unit.end
        return said + text[end:]


def _ended_like(quote: str, sentence: str) -> str:
    """The sentence with the stop that the quote ends with, if any."""
    return sentence.rstrip(_STOPS) + quote[len(quote.rstrip(_STOPS)) :]


def _units(at: int, text: str) -> list[_Unit]:
    """The sentences of a claim's text; of one that is cut short, not the last."""
    units = [_Unit(at, start, end) for start, end in split_sentences(text, 0, len(text))]
    return units[:-1] if text.endswith(_CUT) else units
