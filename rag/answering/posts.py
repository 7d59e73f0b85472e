"""The titles that papers give one person: asked for somebody's job, each that is found beside the name is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.parts.lines import fold
from rag.answering.choose import Choice
from rag.models import Claim, Notice, NoticeKind
from rag.retrieval.evidence import Evidence
from rag.understanding.persons import POST
from rag.understanding.question import Question

MOST = 3  # titles that are told besides those of the best evidence
LONGEST = 300  # characters of a sentence that is told whole: of more, the name and the title
_JOB = r"(?:job(?:\s+title)?|(?:official\s+)?title|role|post|position|rank|designation)"
_NAME = r"(?:[A-Z][\w’'.-]*\s+){0,3}[A-Z][\w’'-]*?\w"
_ASKED = re.compile(
    rf"(?P<whose>{_NAME})(?:['’]s?)\s+(?:[a-z]+\s+){{0,2}}{_JOB}\b"
    rf"|\b{_JOB}\s+(?:of|for|does|did|has|had|is|was)\s+(?P<of>{_NAME})\b"
)
_NO_NAMES = frozenset("Councillor Cllr Mr Mrs Ms Miss Dr Prof Professor What Is Was And But So Tell".split())
_WORD = r"(?:[A-Z][\w’'&/-]*|and|of|for|the|to|with|in|&)"
_POST = re.compile(rf"(?P<post>[A-Z][\w’'&/-]*(?:(?:,|\s[–-])?[^\S\t]+{_WORD}){{0,12}})")
_ENDS = re.compile(
    r"\s+(?:E-?mail|Tel\w*|Name|Title|Phone)\b.*|(?:,|\s+(?:and|of|for|the|to|with|in|&))+$", re.S
)
_GOES_ON = re.compile(r"\s*(?:,|and\b|of\b|for\b|&)")


@dataclass(frozen=True, slots=True)
class _Told:
    """A title beside a name, and where both stand in a sentence."""

    post: str
    start: int
    end: int


def with_posts(question: Question, weighed: Sequence[Evidence], choice: Choice) -> Choice:
    """The choice, with every other title that is found beside the name of whoever's job is asked for."""
    named = _named(question.text)
    if named is None or not choice.evidence:
        return choice
    told = [each.post for one in choice.evidence for each in _posts(named, one.text)]
    added: list[Evidence] = []
    for one in weighed:
        for each in _posts(named, one.text):
            if len(added) < MOST and not any(_is_same(each.post, post) for post in told):
                told.append(each.post)
                added.append(_clipped(one, each))
    return replace(choice, evidence=(*choice.evidence, *added), also=(*choice.also, *((),) * len(added)))


def posts_notices(question: Question, choice: Choice, claims: Sequence[Claim]) -> tuple[Notice, ...]:
    """That papers give somebody more than one title, when that is so."""
    named = _named(question.text)
    first: dict[str, int] = {}
    for one, claim in zip(choice.evidence, claims, strict=False) if named else ():
        for each in _posts(named, one.text) if named else ():
            if not any(_is_same(each.post, post) for post in first):
                first[each.post] = claim.citations[0]
    if len(set(first.values())) < 2:
        return ()
    said = " and ".join(f"“{post}” [{n}]" for post, n in list(first.items())[: MOST + 1])
    return (Notice(NoticeKind.CONFLICT, f"The papers give more than one title: {said}."),)


def _named(text: str) -> re.Pattern[str] | None:
    """How papers write the name of the person whose job is asked for; None when no job is, or nobody is named."""
    found = _ASKED.search(text)
    if found is None:
        return None
    words = re.findall(r"[\w’'-]+", found["whose"] or found["of"])
    names = [word for word in words if re.split("['’]s?$", word)[0] not in _NO_NAMES]
    is_place = len(names) == len(words) == 1 and "job" not in found.group().lower()  # "Quayside's role in it"
    if not names or is_place:
        return None
    *fore, surname = map(re.escape, names)
    first = fore[0] if fore else ""
    before = {0: r"[A-Z][\w’'-]*", 1: rf"{first}[\w’'-]*"}.get(len(first), rf"(?:{first}|{first[:1]})")
    return re.compile(
        rf"\b{before}\.?\s+(?:[A-Z]\.?\s+)?{surname}\b\s*[(,:\t–—-]?\s*(?:(?:Job\s+)?Title:?\s*)?(?:[Tt]he\s+)?"
    )


def _posts(named: re.Pattern[str], text: str) -> Iterator[_Told]:
    for match in named.finditer(text):
        found = _POST.match(text, match.end())
        post = _ENDS.sub("", found["post"]) if found else ""
        if re.search(rf"\b{POST}\b", post):
            yield _Told(" ".join(fold(post).split()), match.start(), match.end() + len(post))


def _is_same(one: str, other: str) -> bool:
    """Whether two titles are one, be it with another name printed behind it."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long.startswith(short) and not _GOES_ON.match(long, len(short))


def _clipped(one: Evidence, told: _Told) -> Evidence:
    if len(one.text) <= LONGEST:
        return one
    start, end = one.start + told.start, one.start + told.end
    return replace(one, start=start, end=end, text=one.text[told.start : told.end])
