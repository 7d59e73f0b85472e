"""What a text says that has a contrary: "rose" and "fell", "sound" and "unsound", "not agreed"; see `contraries`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.understanding.contraries import ADJECTIVE, POLES, PREFIX, PREFIXED, SHAPES, WAS_DROPPED

Axis = int | str  # the place of an axis in POLES, or an adjective that a prefix may deny

_SCOPE = 8  # words before a pole that may deny it
_LOOKED_BACK = 160  # characters


def _read_axes() -> Iterator[tuple[re.Pattern[str], ...]]:
    for axis in re.split(r"\n(?! )", POLES.strip()):
        yield tuple(_one_of(pole.split(",")) for pole in axis.split("<>"))


def _one_of(words: Sequence[str]) -> re.Pattern[str]:
    said = (_shape(" ".join(word.split())) for word in words if word.strip())
    return re.compile(rf"(?<!non-)\b(?:{'|'.join(said)})\b", re.IGNORECASE)


def _shape(word: str) -> str:
    if word.startswith("{"):
        return f"(?:{SHAPES[word.strip('{}')]})"
    word = re.escape(word).replace(r"\*", r"\w*")
    return word.replace(r"……\ ", r"(?:[\w’'-]+ ){0,7}?").replace(r"…\ ", r"(?:\w+ ){0,3}?")


_AXES = tuple(_read_axes())
_ENDING = next(at for at, poles in enumerate(_AXES) if poles[-1].search("scrapped"))
_VIEWS = frozenset(
    at for at, poles in enumerate(_AXES) if poles[-1].search("objected") or poles[-1].search("criticised")
)
_NOT = re.compile(
    r"\b(?:no(?! doubt)|not(?! (?:only|just|least|merely)\b)|never|nobody|none|nor|neither|without"
    r"|cannot|rather than"
    r"|instead of|far from|fail(?:ed|s|ing)? to|(?:refus|declin)(?:e|ed|es|ing) to|ruled out"
    r"|decid(?:e|ed|ing) against|no longer)\b|n['’]t\b",
    re.IGNORECASE,
)
_THEN_NOT = re.compile(
    r"\W+(?:\w+\s+)?(?:was|were|is|are|had|has|have|will|would|did|does|do)(?:\s+not\b"
    r"|n['’]t\b)",
    re.IGNORECASE,
)
# What is given up does not come to pass: "dropped the proposal to close it", "the closure was set aside".
_GIVES_UP = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|abandon\w*|withdr[ae]w\w*|rescind\w*|revok\w*|overturn\w*|revers(?:e|ed|ing)"
    r"|reject\w*|scrap(?:s|ped|ping)?|set(?:ting)? aside|call(?:ed|ing) off|turn(?:ed|ing)? down|thr[eo]w\w* out)\b",
    re.IGNORECASE,
)
_IS_GIVEN_UP = re.compile(
    r"\W+(?:[\w’'-]+\s+){0,6}?(?:be|been|was|were|is|are|being|got)\s+(?:dropped|withdrawn|abandoned|rejected"
    r"|refused|set aside|deferred|postponed|lost|defeated|scrapped|turned down|thrown out|voted down|overturned"
    r"|reversed|rescinded|revoked|called off|ruled out|cancelled|halted|averted)\b",
    re.IGNORECASE,
)
# To end an end is to keep: "dropped the closure" says nothing against keeping it open.
_AN_END = re.compile(
    r"\b(?:clos\w+|shut\w*|scrap\w*|cuts?|cutting|reduc\w+|remov\w+|end|ending|demoli\w+|sale|sell\w*|disposal"
    r"|withdraw\w*|bans?|charges?|charging|fees?|abolition|merger|outsourc\w+|privatis\w+|restrict\w+)\b",
    re.IGNORECASE,
)
_WAS_DROPPED = re.compile(rf"\b{WAS_DROPPED}\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:,.!?]|\b(?:but|although|though|while|whereas|because|which|who|and|that|as)\b", re.IGNORECASE
)
_PERHAPS = re.compile(
    r"\b(?:if|whether|unless|should|could|might|may|were to|asked|suggest\w*|option|request\w*"
    r"|consider\w*|threat\w*|fear\w*)\b",
    re.IGNORECASE,
)
_PUT_FORWARD = re.compile(
    r"\b(?:recommend\w*|propos\w+|suggest\w*|urged|possibility|alternatively)\b[^;:.!?]*\Z", re.IGNORECASE
)
_AS_YET = re.compile(r"(?:\b(?:if|whether|unless|should)\b)[^;.!?]*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stance:
    """One pole that a text says, or denies."""

    axis: Axis
    pole: int
    denied: bool
    perhaps: bool  # said to be possible, or asked for
    as_yet: bool  # under a condition
    given_up: bool  # denied by what became of it: "the closure was dropped"
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


def read_stances(text: str, axes: frozenset[Axis] | None = None) -> list[Stance]:
    """What a text says that has a contrary; of some axes only, if they are named."""
    found = [
        _stance(text, axis, pole, match.start(), match.end())
        for axis, poles in enumerate(_AXES)
        if axes is None or axis in axes
        for pole, pattern in enumerate(poles)
        for match in pattern.finditer(text)
    ]
    dropped = [match.span("done") for match in _WAS_DROPPED.finditer(text)]
    found = [
        each
        for each in found
        if (not _is_of_an_end(text, each) if each.axis == _ENDING else (each.start, each.end) not in dropped)
    ]
    return found + _read_adjectives(text, axes)


def is_view(stance: Stance) -> bool:
    """Whether it tells what somebody thinks of something, not what became of it."""
    return stance.axis in _VIEWS


def gives_up(text: str, stance: Stance) -> bool:
    """Whether a text says anywhere that something was given up, apart from the stance itself, or that an end was: "was
    its closure dropped"."""
    given_up = list(_GIVES_UP.finditer(text))
    ends = [each.span() for each in _AN_END.finditer(text)]
    apart = any(each.end() <= stance.start or stance.end <= each.start() for each in given_up)
    return apart or any(each.span() != end for each in given_up for end in ends)


def _read_adjectives(text: str, axes: frozenset[Axis] | None) -> list[Stance]:
    """The adjectives that a prefix may deny, and those that one denies: "unmanageable" is "manageable", denied."""
    if axes is None:
        matches = [*PREFIXED.finditer(text), *ADJECTIVE.finditer(text)]
        prefixed = {match["base"].lower() for match in matches}
        axes = frozenset(prefixed)
    bases = [re.escape(axis) for axis in axes if isinstance(axis, str)]
    if not bases:
        return []
    pattern = re.compile(rf"\b(?P<prefix>{PREFIX})?(?P<base>{'|'.join(sorted(bases))})\b", re.IGNORECASE)
    found = []
    for match in pattern.finditer(text):
        plain = _stance(text, match["base"].lower(), 0, match.start(), match.end())
        denied = plain.denied != (match["prefix"] is not None)
        found.append(replace(plain, denied=denied))
    return found


def _stance(text: str, axis: Axis, pole: int, start: int, end: int) -> Stance:
    earlier = text[max(0, start - _LOOKED_BACK) : start]
    before = " ".join(_CLAUSE.split(earlier)[-1].split()[-_SCOPE:])
    given_up = _GIVES_UP.search(before) is not None or _IS_GIVEN_UP.match(text, end) is not None
    denied = _NOT.search(before) is not None or _THEN_NOT.match(text, end) is not None
    as_yet = _AS_YET.search(earlier) is not None
    perhaps = as_yet or bool(_PERHAPS.search(before) or _PUT_FORWARD.search(earlier))
    return Stance(axis, pole, denied != given_up, perhaps, as_yet, given_up, start, end)


def _is_of_an_end(text: str, stance: Stance) -> bool:
    """Whether what is kept or ended is itself an end of something."""
    after = _CLAUSE.split(text[stance.end : stance.end + _LOOKED_BACK])[0].split()[:_SCOPE]
    before = _CLAUSE.split(text[max(0, stance.start - _LOOKED_BACK) : stance.start])[-1].split()[-_SCOPE:]
    return _AN_END.search(" ".join(after)) is not None or _AN_END.search(" ".join(before)) is not None
