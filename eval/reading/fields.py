"""Whether a decision's outcome, mover, seconder and vote are read right; None where the truth does not judge."""

from __future__ import annotations

import re
import unicodedata

from corpus.models import Decision, Vote
from eval.reading.truth import Counts, TrueDecision

_TITLES = frozenset("councillor councillors cllr cmhlr comhairleoir mr mrs ms miss dr the an his her".split())
_NAME = re.compile(r"\w+")


def fields_right(true: TrueDecision, read: Decision) -> dict[str, bool | None]:
    return {
        "outcomes": _judged(true.outcomes, (read.outcome and read.outcome.value) in true.outcomes),
        "movers": _judged(true.movers, any(same_name(name, read.mover) for name in true.movers)),
        "seconders": _judged(true.seconders, any(same_name(name, read.seconder) for name in true.seconders)),
        "votes": _judged(true.votes, any(_same_vote(vote, read.vote) for vote in true.votes)),
    }


def _judged(values: tuple[object, ...], right: bool) -> bool | None:
    return right if values else None


def same_name(true: str | None, read: str | None) -> bool:
    """Whether two printed names can be one person's: equal but for titles, and for an initial only one prints."""
    if not true or not read:
        return not true and not read
    (initials, names), (read_initials, read_names) = _name(true), _name(read)
    shared = not initials or not read_initials or bool(initials & read_initials)
    return shared and bool(names & read_names) and (names <= read_names or read_names <= names)


def _name(text: str) -> tuple[set[str], set[str]]:
    """Single letters, and the other words, of a name; marks on letters, apostrophes and titles dropped."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = set(_NAME.findall(re.sub("['’‘‟]", "", plain))) - _TITLES
    return {word for word in words if len(word) == 1}, {word for word in words if len(word) > 1}


def _same_vote(true: Counts | None, read: Vote | None) -> bool:
    """Whether the counts are equal: a vote without a count counts its names, and "no abstentions" may be None."""
    if true is None or read is None:
        return true is None and read is None
    counts = (
        _count(read.in_favour, read.named_in_favour),
        _count(read.against, read.named_against),
        _count(read.abstained, read.named_abstained),
    )
    return all((one or 0) == (other or 0) for one, other in zip(true, counts, strict=True))


def _count(number: int | None, names: tuple[str, ...]) -> int | None:
    return number if number is not None else len(names) or None
