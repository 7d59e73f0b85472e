"""Who was present, who sent apologies and who took the chair, from an attendance block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.parts.lines import trim

_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Canon|Sir|Dame|Lord|Lady|Baroness)\.?"
_LETTERS = r"[A-ZÀ-Þ][A-Za-zÀ-ÿ’'‘‟\-]"
_WORD = rf"(?!{_HONORIFIC}\s)(?:(?:[A-Z]\.){{2,3}}|{_LETTERS}*\.?|de|van|von|der)"
# "Sheahan (J)": councils tell members of one name apart so
_NAME = rf"(?:{_WORD}\s+|[A-Z]\.){{0,3}}(?!{_HONORIFIC}\s){_LETTERS}+(?:\s\([A-Z][a-z]?\))?"
_ROLE = re.compile(
    r"\b(?:Members?|Executive|Representatives?|Chair(?:man|woman|person)?|Vice|Leader|Deputy|Governors?|Parent|"
    r"Officers?|Directors?|Head|Co-opted|Cabinet|Teachers?|Diocese|Sector|Lead|Strategic|Manager|Committee|Panel|"
    r"Scrutiny|Board|Council|Subgroup|OBE|MBE|CBE|JP|for|of|the)\b"
)
_STYLE = r"(?:Councillors?|Cllrs?\.?|Cmhlr\.?|Ald(?:erman|\.)?)"
_COUNCILLORS = re.compile(
    rf"(?:\b|(?<=Cathaoirleach)){_STYLE}\s*[:,–-]?\s*"
    rf"(?P<names>{_NAME}(?:\s*(?:,\s*and|,|and|&)\s+(?:{_STYLE}\s*)?{_NAME})*)"
)
_OFFICE = re.compile(
    r",?\s?\((?:(?:Vice|Deputy|Leas)[\s-])?(?:Chair\w*|Ch?athaoirleach|Mayor)\)", re.IGNORECASE
)
_STYLED = re.compile(rf"^{_STYLE}\s+")
_NEXT_TITLED = re.compile(rf"\s+(?={_HONORIFIC}\s)")
_ONLY_TITLE = re.compile(_HONORIFIC)
_AND = re.compile(r"\band\b|&")
_TITLED = re.compile(rf"\b(?P<name>{_HONORIFIC}\s+{_NAME})")
_IN_THE_CHAIR = re.compile(
    r"\bin the chair\b|\((?:in )?the chair\)|\(chair(?:man|woman|person)?\)", re.IGNORECASE
)
_BREAK = re.compile(
    r"\bIN ATTENDANCE\b|[–—-]? ?\(?\bin the chair\b\)?|\(?\b(?:as )?(?:a )?substitut\w+ for [^();]{1,60}\)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:also |members? )?(?:present|in attendance|apologies|absent|officers?|invited|venue|contact|co-opted)\b"
    r"[^\n:]{0,50}:",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST = 120  # characters before "in the chair" that may name who is


def split_attendance(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of an attendance block, one for each label ("Present:", "Apologies:") with the names under it."""
    labels = (match.start() for match in _LABEL.finditer(text, start, end))
    for first, last in pairwise([start, *(label for label in labels if label > start), end]):
        lo, hi = trim(text, first, last)
        if lo < hi:
            yield lo, hi


def find_people(block: str) -> tuple[str, ...]:
    """Names in the order printed: "Councillor Reid", "Mrs J Miles". Roles are left out."""
    text = _flatten(block)
    people = _councillors(text)
    taken = {name.split()[-1] for _, name in people}
    for match in _TITLED.finditer(text):
        name = match["name"]
        if cut := _ROLE.search(name):
            name = name[: cut.start()].strip()
        if len(name.split()) > 1 and name.split()[-1] not in taken:
            people.append((match.start(), name))
    return tuple(dict.fromkeys(name for _, name in sorted(people, key=lambda each: each[0])))


def find_chair(block: str) -> str | None:
    """Who "in the Chair" or "(Chair)" is printed beside; None when nobody is."""
    flat = " ".join(block.split())
    mark = _IN_THE_CHAIR.search(flat)
    if not mark:
        return None
    before = flat[max(0, mark.start() - _LONGEST) : mark.start()].rstrip(" (–—-,")
    who = re.split(r"[,;:]", before)[-1]
    who = re.sub(r"^\s*(?:Present|Membership|Councillors? –)", "", who, flags=re.IGNORECASE).strip(" –-:")
    people = find_people(who)
    return people[-1] if people else (who or None)


def _flatten(block: str) -> str:
    """One line, with " ; " where a name cannot go on: at a blank line, a new label, the chair's mark."""
    paragraphs: list[list[str]] = [[]]
    for line in block.splitlines():
        if words := line.split():
            paragraphs[-1] += words
        elif paragraphs[-1]:
            paragraphs.append([])
    flat = " ; ".join(" ".join(words) for words in paragraphs)
    return _BREAK.sub(" ; ", _OFFICE.sub("", flat))


def _councillors(text: str) -> list[tuple[int, str]]:
    found = []
    for match in _COUNCILLORS.finditer(text):
        for name in _names(match["names"]):
            # "Councillors Reid Mrs J Miles": a person with a title starts a new entry
            name = _STYLED.sub("", _NEXT_TITLED.split(name.strip())[0])
            if name and not _ONLY_TITLE.fullmatch(name):
                found.append((match.start(), f"Councillor {name}"))
    return found


def _names(listed: str) -> Iterator[str]:
    """Names of a list up to the first role or body: "Hill, Executive Member for ...", "Reid, Health Panel"."""
    for part in listed.split(","):
        if _ROLE.search(part):
            return
        yield from (name for name in _AND.split(part) if name.strip())
