"""Whose proposal and whose vote: which of those printed around a decision are of that decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Vote
from corpus.parts.elections import is_election, nominated_by
from corpus.parts.movers import Proposal, find_parts, find_proposals, pair
from corpus.parts.tallies import CastVote
from corpus.parts.votes import find_votes

_LEADS = re.compile(
    r"[\s;:,.)\]*_–-]*(?:(?:and|it|was|is|be|that|unanimously|duly|hereby|further|then|accordingly|the|following|"
    r"resolution|resolutions|adopted|resolved|agreed|decided|ordered|put|carried|as|follows|to|a|vote)[\s:;,.*_–-]+)*"
    r"[\s“\"‘'*_(\[]*$",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"[\W_]*(?:it\s+was\s+|be\s+it\s+)?(?:\d{1,2}[.)]\s+)?resolved\b|[\s*_]*[“\"‘„]", re.IGNORECASE
)
_RESOLVING = re.compile(r"[\s;:,.)\]*_–-]*(?:and\s+)?(?:that|it\s+was|resolved|agreed)\b", re.IGNORECASE)
_RESOLVES = re.compile(r"\bresolved\b[^.;]{0,60}(?:\(?\w{1,3}[.)]\s*)?$", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"[\W_]*(?:and\s+)?(?:(?:this|same)\s+was\b|it\s+was\s+(?:unanimously\s+|duly\s+)?(?:agreed|carried|approved)\W*$)",
    re.IGNORECASE,
)
_NAMES_MOTION = re.compile(
    r"\b(?:the|this|that|said|amended|original|substantive|above)\s+(?:\w+\s+)?(?:motion|proposal|recommendation)s?\b"
    r"(?!\s+(?:of|by)\b)",
    re.IGNORECASE,
)
_SETTLES_MOTION = re.compile(
    r"(?<!which )\b(?:motion|proposal|recommendation|amendment)s?\b[^.;]{0,120}?\b(?:carried|agreed|adopted|approved|"
    r"defeated|lost|accepted|passed|rejected|withdrawn|supported)\b|\b(?:supported|agreed|approved|rejected)\s+"
    r"(?:the|this)\s+(?:amended\s+)?(?:motion|proposal|amendment)\b",
    re.IGNORECASE,
)
_SETTLES_ITSELF = re.compile(
    r"[\W_]*(?:[^.,;]{0,60},\s+)?it\s+was\s+(?:also\s+|further\s+|unanimously\s+)?agreed\s+(?:to|that)\b"
    r"(?![^.;]{0,60}\bwas\s+(?:carried|adopted|defeated|lost)\b)",
    re.IGNORECASE,
)  # "it was agreed to refer the motion": that was nobody's proposal
_OWNED = re.compile(r"(?P<who>\w+)(?:\s\(\w\))?[’']s\s+(?:proposal|motion|amendment)\b", re.IGNORECASE)
_ASKED_OF = re.compile(r"\b(?:requested|asked|suggested)\s+that\s+(?:the|this)\s+motion\b", re.IGNORECASE)
_NAMES_AMENDMENT = re.compile(r"\b(?:amendments?|amended|counter-?proposals?)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"[\s.,;:”\"’)(*_\[–-]*(?:(?:this|the\s+(?:motion|proposal|resolution|recommendation))\s+(?:was|being)\s+)?",
    re.IGNORECASE,
)
_FORM_BEHIND = re.compile(rf"{_BEHIND.pattern}(?:propos|move|on\s|in\s)", re.IGNORECASE)
_LABEL = re.compile(
    r"[\s.,;:”\"’)(*_\[–-]*(?:(?:recorded|named|the)?\s*vot(?:e|es|ing)(?:\s+(?:was|were|is))?(?:\s+(?:recorded|as\s+follows))*)?"
    r"[\s:(*_–-]*",
    re.IGNORECASE,
)
_VOTE_BEHIND = re.compile(  # how a vote or the first row of one opens
    rf"{_LABEL.pattern}(?:in\s+favo|for\b|against\b|abst|yes\b|no|not\s+voting\b|by\s|\d|nil\b|[otfsenz]\w+\s|[^\t\n]{{3,62}}\t)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[\s.”\"’]*[(\[](?:[^()\[\]\n]|\([A-Z]\)){3,250}[)\]]")
_LIST_MARK = re.compile(r"[\s;,.]*(?:and\s+)?\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.):]\s*", re.IGNORECASE)
_LOST = re.compile(r"\b(?:defeated|lost|not\s+(?:carried|agreed|adopted)|rejected|fell)\b", re.IGNORECASE)
_SAME = re.compile(r"\bsame\s+(?:vote|voting|division)\b|\bby\s+this\s+vote\b", re.IGNORECASE)
_DECLARED = re.compile(r"\b(?:declared|carried|defeated|was\s+lost)\b", re.IGNORECASE)
_HOW_TO_VOTE = re.compile(r"\bto\s+(?:take|hold|have)\s+an?\s+(?:[\w-]+\s+){0,2}vote\b", re.IGNORECASE)
_CALLED = re.compile(r"\bvote\s+(?:\w+\s+){1,3}taken\s+on\b[^.;]*$", re.IGNORECASE)
_ON_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|declared|carried|adopted|motion|proposal|proposed|moved|seconded|resolved|abst\w+|majority|against)\b",
    re.IGNORECASE,
)
_PART_END = re.compile(r"[.;:]\s|\n\s*\n")
_LEAD = 150  # characters before a decision that may say that it is a resolution
_HEAD = 400  # characters of a decision into which the names of the last side may run
_FEW = 4  # words of a heading or a page's foot; more are a sentence


@dataclass(frozen=True, slots=True)
class Room:
    """A decision with the words before it and behind it that belong to no other."""

    text: str
    before: str
    after: str
    is_last: bool

    @property
    def is_resolution(self) -> bool:
        """Whether it is a resolution in its own words, and not a sentence about one."""
        if _RESOLVED.match(self.text):
            return True
        return _RESOLVES.search(self.before, max(0, len(self.before) - _LEAD)) is not None


def read_aside(text: str, end: int) -> int:
    """Where a decision that ends at `end` has ended with its bracketed "(Proposed: Cllr Adams ...)", if it has one."""
    aside = _ASIDE.match(text, end)
    return aside.end() if aside and _ON_VOTE.search(aside.group()) else end


def is_list_mark(between: str) -> bool:
    """Whether nothing but "and (b)" stands between two decisions: parts of one resolution."""
    return _LIST_MARK.fullmatch(between) is not None


def says_how_to_vote(text: str) -> bool:
    """Whether a decision is one to vote: what it was about stands before it."""
    return _HOW_TO_VOTE.search(text) is not None


def is_declared(text: str) -> bool:
    """Whether a decision is what the chair declared of a vote."""
    return _DECLARED.search(text) is not None and "declared" in text


def is_of_same_vote(text: str) -> bool:
    """Whether a sentence says that what follows was adopted by the vote just taken."""
    return _SAME.search(text) is not None


def proposal_of(room: Room) -> Proposal | None:
    """Who moved and seconded it: as it says itself, else as the words that lead to it say, else those behind it.

    Who was elected was moved by whoever nominated them.
    """
    if is_election(room.text):
        nominated = nominated_by(room.text, room.before, find_proposals(room.before))
        return nominated or next((each for each in find_proposals(room.text) if each.by_form), None)
    whole, edge = room.before + room.text, len(room.before)
    moves, seconds = find_parts(whole)
    if not moves:
        return _said_behind(room)
    own = pair(
        whole,
        [each for each in moves if each.start >= edge],
        [each for each in seconds if each.start >= edge],
    )
    own = [each for each in own if each.by_form or each.seconder]
    if not own and (across := _seconded_here(pair(whole, moves, seconds), edge)):
        return across
    before = pair(
        room.before,
        [each for each in moves if each.end <= edge],
        [each for each in seconds if each.end <= edge],
    )
    led = before[-1] if before and not before[-1].fell and _LEADS.match(room.before, before[-1].end) else None
    if led and room.is_resolution:
        return led
    if own:
        return own[0]
    return led or _spoken_of(room, before) or _said_behind(room)


def _seconded_here(near: Sequence[Proposal], edge: int) -> Proposal | None:
    """What was proposed before and is seconded by the decision's own words: "This was seconded by X and agreed"."""
    return next((each for each in near if each.start < edge < each.end), None)


def _spoken_of(room: Room, before: Sequence[Proposal]) -> Proposal | None:
    """The proposal that a decision speaks of ("The motion was carried"), or that a resolution came of.

    None where it may be one of several.
    """
    moved = [each for each in before if each.seconder and not each.fell]
    if not moved:
        return None
    if owned := _OWNED.search(room.text):
        moved = [each for each in moved if owned["who"] in each.mover]
    if not moved or _ASKED_OF.search(room.text):
        return None
    if _POINTS_BACK.match(room.text):
        return moved[-1]
    amends = _NAMES_AMENDMENT.search(room.text) is not None
    speaks = _SETTLES_MOTION.search(room.text) and not _SETTLES_ITSELF.match(room.text)
    if not (speaks or room.is_resolution):
        return None
    fitting = [each for each in moved if each.amends == amends] or ([] if amends else moved)
    same = {(each.mover, each.seconder) for each in fitting}
    if len(same) == 1 or (len(same) > 1 and _DECLARED.search(room.text) and _is_called(room, fitting)):
        return fitting[-1]
    return None


def _is_called(room: Room, fitting: Sequence[Proposal]) -> bool:
    """Whether the last of several proposals is the one called for a vote: "a vote be taken on ...", named again."""
    last = fitting[-1]
    again = any((each.mover, each.seconder) == (last.mover, last.seconder) for each in fitting[:-1])
    return again or _CALLED.search(room.before, max(0, last.start - _LEAD), last.start) is not None


def _said_behind(room: Room) -> Proposal | None:
    """ "(Proposed: Cllr Adams / Seconded: Cllr Hill)" behind a decision, unless it leads to the next one."""
    aside = _ASIDE.match(room.after)
    if not (aside or _FORM_BEHIND.match(room.after)):
        return None
    found = find_proposals(room.after)
    if not found or not _BEHIND.fullmatch(room.after, 0, found[0].start):
        return None
    if aside and found[0].end <= aside.end():
        return found[0]
    leads_on = _RESOLVING.match(room.after, found[0].end) or (
        not room.is_last and _LEADS.match(room.after, found[0].end)
    )
    return None if leads_on or not found[0].by_form else found[0]


def vote_of(room: Room) -> Vote | None:
    """The vote in its own words, else the one that led to it, else the one printed right behind it."""
    own = find_votes(room.text)
    return own[0].vote if own else _vote_before(room) or _vote_behind(room)


def _vote_before(room: Room) -> Vote | None:
    edge = len(room.before)
    before = [each for each in find_votes(room.before + room.text[:_HEAD]) if each.start < edge]
    return before[-1].vote if before and _led_to(room, before[-1]) else None


def _vote_behind(room: Room) -> Vote | None:
    behind = find_votes(room.after) if _VOTE_BEHIND.match(room.after) else []
    if not behind or behind[0].amends or not _LABEL.fullmatch(room.after, 0, behind[0].start):
        return None
    leads_on = not room.is_last and _LEADS.match(room.after, behind[0].end) is not None
    return behind[0].vote if not leads_on or _ASIDE.match(room.after) else None


def _led_to(room: Room, cast: CastVote) -> bool:
    """Whether a vote printed before a decision is the vote of that decision and not of something else.

    The vote on an amendment is not the vote on the motion; a vote that was lost led to no resolution; one
    that other business or another's proposal stands behind was about something else.
    """
    between = room.before[cast.end :]
    if _SAME.search(between) and room.is_resolution:
        return True
    if not (room.is_resolution or _NAMES_MOTION.search(room.text) or _DECLARED.search(room.text)):
        return False
    speaks_of_amendment = _NAMES_AMENDMENT.search(room.text) is not None
    if speaks_of_amendment and _DECLARED.search(room.text) and not _is_other_business(between):
        return True
    if _LOST.search(between) or cast.amends != speaks_of_amendment or _is_other_business(between):
        return False
    earlier = {each.mover for each in find_proposals(room.before[: cast.start])}
    later = {each.mover for each in find_proposals(between)}
    return not earlier or later <= earlier


def _is_other_business(between: str) -> bool:
    """Whether anything but the announcement of a vote and of who proposed what was voted on stands here."""
    parts = (part for part in _PART_END.split(between) if len(part.split()) > _FEW)
    return any(not _ON_VOTE.search(part) for part in parts)
