"""A body that a question names by a part of its name, or by its council's with it: "the Harbour's agenda"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rag.computed.told import Request
from rag.models import Notice, NoticeKind
from rag.understanding.bodies import Body, body_stems, body_words
from rag.understanding.held import SORTS
from rag.understanding.when import read_spans
from rag.understanding.words import stem

_WORD = r"[^\W\d_][\w’'-]*"
_PAPERS = r"(?:meetings?|agendas?|minutes|business|sessions?|sittings?|members|councillors)"
# Where a body is told as a place: "at Saltmere's harbour scrutiny", "the business of the harbour panel".
_AT = re.compile(
    rf"(?<!look )(?<!looked )(?<!looking )\b(?:at|before|{_PAPERS}\s+(?:of|for|at))\s+(?:the\s+|our\s+|their\s+)?"
    rf"(?P<name>{_WORD}(?:\s+(?:{_WORD}|&)){{0,8}})",
    re.IGNORECASE,
)
_OF = re.compile(rf"(?P<name>(?:(?:{_WORD}|&)\s+){{1,8}}){_PAPERS}\b", re.IGNORECASE)
# Where it is told as acting: "the motions that the Harbour sent on", "decisions made by the Harbour in May".
_ACTING = re.compile(
    rf"\b(?:by|did|has|have|had|that|which)\s+(?:the|our|their)\s+(?P<name>{_WORD}(?:\s+(?:{_WORD}|&)){{0,8}})",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:adopt|agree|approv|decid|resolv|defer|refer|send|sent|forward|pass|reject|refus|discuss|consider|debat|make|"
    r"made|take|took|hold|held|meet|met|note|receiv|vot|support|oppos|call|writ|wrote|deal)\w*",
    re.IGNORECASE,
)
_EVERY = frozenset((stem("council"), stem("committee")))
_SMALL = frozenset("and of for the & s".split())


def with_body(request: Request) -> tuple[Request, tuple[Notice, ...]]:
    """The request with the one body held that is named so, and what was assumed; as it was where none is."""
    asked = request.asked
    if asked.held or asked.bodies or not any(pattern.search(asked.text) for pattern in (_AT, _OF, _ACTING)):
        return request, ()
    vocabularies = _vocabularies(request)
    for run in _runs(read_spans(asked.text)[1], frozenset().union(*vocabularies.values())):
        said = frozenset(map(stem, body_words(run)))
        names = {name: body_stems(name) for name, stems in vocabularies.items() if said <= stems}
        fitting = [name for name, own in names.items() if said & own and _tells(said, own)]
        least = min(fitting, key=lambda name: len(names[name]), default="")
        if fitting and all(names[least] <= names[name] for name in fitting):
            body = Body(run, said, (least,))
            bound = replace(request, asked=replace(asked, bodies=(body,)))
            same = run.casefold() == least.casefold()
            text = f"“{run}” was read as {least}."
            return bound, () if same else (Notice(NoticeKind.ASSUMED, text),)
    return request, ()


def _tells(said: frozenset[str], own: frozenset[str]) -> bool:
    """Whether words tell a body by more than that it is one; a panel or a board, where it is the only one, by that."""
    return bool(said & own - SORTS) or said == own or not said & _EVERY


def _vocabularies(request: Request) -> dict[str, frozenset[str]]:
    """For each body held, the stems of its own words and of its councils'."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for meeting in request.library.meetings(request.filters):
        if meeting.body:
            found[meeting.body] |= body_stems(f"{meeting.body} {meeting.council or ''}")
    return found


def _runs(text: str, known: frozenset[str]) -> Iterator[str]:
    """The runs of words, each of some body's name, that stand where a body is told as a place."""
    for pattern, from_end in ((_AT, False), (_OF, True), (_ACTING, False)):
        for match in pattern.finditer(text):
            words = match["name"].split()
            words = words[::-1] if from_end else words
            kept: list[str] = []
            for word in words:
                bare = re.sub(r"[’']s?$", "", word)
                if bare.casefold() not in _SMALL and not frozenset(map(stem, body_words(bare))) & known:
                    break
                kept.append(bare)
            ended = len(kept) == len(words) or from_end or _ends(words[len(kept)])
            ended = ended or (pattern is _ACTING and _ACTS.fullmatch(words[len(kept)]) is not None)
            while kept and kept[-1].casefold() in _SMALL:
                kept.pop()
            if kept and ended:
                yield " ".join(kept[::-1] if from_end else kept)


def _ends(word: str) -> bool:
    """Whether the word after a name says no more of what is named."""
    return re.fullmatch(rf"{_PAPERS}|on|in|at|during|for|from|to|that|which|who|when", word, re.I) is not None
