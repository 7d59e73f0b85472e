"""Words that say the contrary of each other, and which of them a text says: "rose" and "fell", "sound" and "unsound".

An axis has two poles or more; whatever is at one of them is at none of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SCOPE = 8  # words before a pole that may deny it
_LOOKED_BACK = 160  # characters
_POLES = """
increas*, rise, rises, risen, rose, rising, grow, grows, grown, grew, growing, growth, climb*,
    soar*, doubled, higher than, gone up, going up, goes up, go up, went up, is up, are up, was up,
    were up, got up, put up, raised by, raised to, raised from, rais* … tax*, rais* … rate,
    rais* … rates, rais* … fee*, rais* … fare*, rais* … rent, rais* … rents, rais* … charge*,
    rais* … price* <> decreas*, fall, falls, fallen, fell, falling, drop, drops, dropped, dropping,
    reduc*, shrink*, shrank, shrunk, lowered, lowering, slash*, cut, cuts, cutting, cutback*,
    decline in, decline of, declining, has declined, had declined, have declined, gone down,
    going down, goes down, go down, went down, come down, came down, coming down, brought down,
    bring down, is down, are down, was down, were down, lower than, fewer than, halved <> freez*,
    froze, frozen, unchanged, remain* the same, stay* the same, held at, held steady
overspen*, overbudget, over budget, deficit*, shortfall* <> underspen*, under budget, surplus*,
    broke even, balanced budget
improv*, get better, getting better, got better <> worsen*, deteriorat*, get worse, getting worse,
    got worse
stable, stability, stabilis*, steady <> unstable, instability, destabilis*, volatil*, precarious
strong*, strength, strengths, robust* <> weak, weaker, weakly, weakness*, flimsy
above … average*, above … target*, above … limit* <> below … average*, below … target*,
    below … limit*
supported, supports, supporting, did support, to support, not support, would support, fully support,
    in favour, endors*, welcom*, backed, backs, backing, no objections, unanim*, without dissent,
    nem con, nem. con, agreed, approv* <> object, objects, objected, objecting, objection,
    objections, oppos*, against, hostile, disagreed, disapprov*, reject*, refus*, dissent*,
    turn* … down, threw … out, throw* … out
open, opens, opened, opening, reopen* <> close, closed, closes, closing, closure*, shut, shuts,
    shutting
retain*, retention, keep *ing, kept *ing, keep the, keeping the, kept the, continue, continues,
    continued, continuing, reinstat*, introduc*, launch* <> withdraw*, withdrew, scrap, scrapped, scrapping, aboli*,
    abandon*, discontinu*, axe, axed, axing, disband*, revok*, ceas*
compulsory, mandatory, obligatory <> voluntary, optional
need, needs, needed, require, required, requires, necessary <> unneeded, unnecessary
win, won, wins, winning <> lose, loses, lost, losing, defeat*
in-house, in house, inhouse <> outsourc*, privatis*, private compan*, private firm*,
    private contractor*, contracted out
permanent*, for good, indefinite* <> temporar*, for the morning, for the day, trial, one-month,
    two-month, three-month, six-month
demolish*, demolition, knock* … down, pull* … down <> preserv*, restor*, refurbish*, renovat*
buy, buys, buying, bought, purchas*, acquir*, acquisition <> sell, sells, selling, sold, dispos*
allow*, permit, permits, permitted, permitting <> ban, bans, banned, banning, prohibit*, forbid*,
    forbade, outlaw*
extend*, extension, lengthen*, widen* <> shorten*, curtail*, narrowed, narrowing
merg*, amalgamat* <> split, splits, splitting, separated, separating, separation
ahead of schedule, ahead of time, on time, on schedule, on track <> late, behind schedule, overdue,
    off track, delay*
in private, behind closed doors, in camera <> in public, in open session
daily <> weekly <> fortnightly <> monthly <> quarterly <> termly <> six-monthly <> annually, yearly,
    once a year
rated … outstanding, as outstanding, is outstanding, was outstanding <> rated … good, judged … good,
    as good, is good, was good <> requir* improvement <> inadequate
"""
_PREFIXED = """
un: able acceptable affordable aware balanced clear consistent fair fit founded happy healthy helpful justified
    lawful likely limited occupied popular reasonable reliable restricted safe satisfactory sound successful suitable
    sustainable viable willing
in: adequate appropriate complete correct effective efficient sufficient valid
non-: compliant statutory
il: legal
im: possible practicable
dis: satisfied honest advantaged proportionate
ir: regular responsible reversible
"""


def _read_axes() -> Iterator[tuple[re.Pattern[str], ...]]:
    """The poles of each axis: one a line, indented where it goes on; "*" is the rest of a word, "…" a few words."""
    for axis in re.split(r"\n(?! )", _POLES.strip()):
        yield tuple(_one_of(pole.split(",")) for pole in axis.split("<>"))
    for line in re.split(r"\n(?! )", _PREFIXED.strip()):
        prefix, bases = line.split(":")
        for base in bases.split():
            yield _one_of([base]), _one_of([prefix + base])


def _one_of(words: Sequence[str]) -> re.Pattern[str]:
    said = [re.escape(" ".join(word.split())) for word in words if word.strip()]
    said = [word.replace(r"\*", r"\w*").replace(r"…\ ", r"(?:\w+ ){0,3}?") for word in said]
    return re.compile(rf"(?<!non-)\b(?:{'|'.join(said)})\b", re.IGNORECASE)


_AXES = tuple(_read_axes())
_NOT = re.compile(
    r"\b(?:no(?! doubt)|not(?! (?:only|just|least|merely)\b)|never|nobody|none|nor|neither|without"
    r"|cannot|rather than"
    r"|instead of|far from|fail(?:ed|s|ing)? to|(?:refus|declin)(?:e|ed|es|ing) to|ruled out)\b|n['’]t\b",
    re.IGNORECASE,
)
_THEN_NOT = re.compile(
    r"\W+(?:\w+\s+)?(?:was|were|is|are|had|has|have|will|would|did|does|do)(?:\s+not\b"
    r"|n['’]t\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:,.!?]|\b(?:but|although|though|while|whereas|because|which|who|and|that|as)\b", re.IGNORECASE
)
_PERHAPS = re.compile(
    r"\b(?:if|whether|unless|should|could|might|may|were to|asked|suggest\w*|option|request\w*"
    r"|consider\w*)\b",
    re.IGNORECASE,
)
_AS_YET = re.compile(r"(?:\b(?:if|whether|unless|should)\b)[^;.!?]*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stance:
    """One pole that a text says, or denies."""

    axis: int
    pole: int
    denied: bool
    perhaps: bool  # said to be possible, or asked for
    start: int
    end: int

    def affirms(self, other: Stance) -> bool:
        """Whether both say the same of one axis."""
        if self.axis != other.axis:
            return False
        if other.denied:
            return self.denied if self.pole == other.pole else not self.denied
        return self.pole == other.pole and not self.denied

    def gainsays(self, other: Stance) -> bool:
        """Whether this says the contrary of the other."""
        if self.axis != other.axis:
            return False
        if other.denied:
            return self.pole == other.pole and not self.denied
        return self.denied if self.pole == other.pole else not self.denied


def read_stances(text: str, axes: frozenset[int] | None = None) -> list[Stance]:
    """What a text says that has a contrary; of some axes only, if they are named."""
    return [
        _stance(text, axis, pole, match.start(), match.end())
        for axis, poles in enumerate(_AXES)
        if axes is None or axis in axes
        for pole, pattern in enumerate(poles)
        for match in pattern.finditer(text)
    ]


def _stance(text: str, axis: int, pole: int, start: int, end: int) -> Stance:
    earlier = text[max(0, start - _LOOKED_BACK) : start]
    before = _CLAUSE.split(earlier)[-1].split()[-_SCOPE:]
    denied = _NOT.search(" ".join(before)) is not None or _THEN_NOT.match(text, end) is not None
    perhaps = _PERHAPS.search(" ".join(before)) is not None or _AS_YET.search(earlier) is not None
    return Stance(axis, pole, denied, perhaps, start, end)
