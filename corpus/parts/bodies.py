"""Which body met, by the lines above who was present: only a name that ends as bodies' names do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.parts.councils import find_council, in_title_case, is_council
from corpus.parts.dates import find_dates
from corpus.parts.lines import Line

_SORTS = frozenset(
    "committee sub-committee subcommittee board panel forum cabinet executive commission assembly group party "
    "partnership".split()
)
_WHOLE = frozenset("council authority".split())  # of which a committee is a part
_OTHER_SORTS = frozenset("district spc jpc".split())  # that may stand anywhere in a name
_ALONE = frozenset("cabinet council executive".split())  # names by themselves
_SMALL = frozenset("and of the for in on upon with & or".split())
_GENERIC = frozenset(
    "full annual special parish town community city county district borough the this".split()
)
_NO_NAME = frozenset(
    "draft report chair members present clerk to from date page minutes minute meeting extraordinary ordinary".split()
)
_OF_NOTHING = _GENERIC | _NO_NAME | frozenset("general monthly virtual remote".split())
_LEAD = re.compile(
    r"\b(?:minutes?|meeting|proceedings)\s+(?:of|for|from)\s+(?:an?\s+|the\s+)*(?!proceedings\b|(?:\w+\s+){0,4}meeting\s+(?:of|for)\b)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:meeting|minutes|held|which|on|at|via|by|commencing|convened|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\s[-–—|]\s|[,\s]\s*(?=\d)|[:;.]\s|,\s+(?:held|on|at)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_WHO = re.compile(
    r"(?:\w{1,30}\s{1,3}|\W{1,5}){0,2}(?:present|attendance|sederunt|attendees|apologies|chair(?:man|person)?|cathaoirleach|members|councillors|absent)\b.{0,40}(?::|$)",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"\b(?:minutes?|meeting|held|draft|unrestricted|time|venue|location|website|e-?mail|tel)\b|[:@|]",
    re.IGNORECASE,
)
_LONGEST = 110  # characters of a name
_HEAD = 20  # lines


class Named(NamedTuple):
    council: str | None
    body: str | None


def find_body(lines: Sequence[Line]) -> Named:
    """The council and the body that the head of minutes names; None where it names none, or several.

    Where no committee is named and every line of the head is accounted for, the council itself met.
    """
    head = [part for line in _head(lines) for part in _languages(line)]
    council = next(
        (name for name in (find_council([line]) for line in head) if name and not _is_generic(name)), None
    )
    bodies: dict[str, str] = {}
    wholes: dict[str, str] = {}
    led: set[str] = set()  # by "Minutes of the ..."
    for name, is_led in (name for at in range(len(head)) for name in _names(head, at)):
        if not is_name(name):
            return Named(council, None)  # the minutes of something that is not known for a body
        parts = _OF.split(name)
        for cut in range(1, len(parts)):  # "Policy Committee of Eastbrook District Council"
            first, rest = " of ".join(parts[:cut]), " of ".join(parts[cut:])
            if _sort(first) in _SORTS and _sort(rest) in _WHOLE:
                name, council = first, council or in_title_case(rest)
                break
        shown = in_title_case(name)
        if is_led:
            led.add(shown.casefold())
        (bodies if _sort(name) in _SORTS else wholes).setdefault(shown.casefold(), shown)
    if bodies:
        sure = [bodies[name] for name in bodies if len(bodies) == 1 or name in led]
        return Named(council, sure[0] if len(sure) == 1 else None)
    full = [name for name in wholes.values() if not _is_generic(name)]
    if any(name.casefold() in ("full council", "council") for name in wholes.values()):
        return Named(
            council, next(name for name in wholes.values() if name.casefold() in ("full council", "council"))
        )
    if len(full) != 1 or not all(_accounted(line.text, full[0]) for line in head):
        return Named(council, None)
    return Named(council or full[0], full[0])


def _head(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above who was there."""
    for at, line in enumerate(lines[:_HEAD]):
        if _WHO.match(line.text):
            return lines[:at]
    return lines[:_HEAD]


def _languages(line: Line) -> Iterator[Line]:
    """The parts of a line printed in two languages: "Cyngor Tref Aber / Aber Town Council"."""
    parts = [words.strip() for words in line.text.split(" / ")]
    named = [words for words in parts if is_name(words)]
    for words in named or parts:
        if words:
            yield Line(line.start, line.end, words, line.gap)


def _names(head: Sequence[Line], at: int) -> Iterator[tuple[str, bool]]:
    """A line that is a name, with the line above that it goes on from; or what "Minutes of the ..." are of: True."""
    text = head[at].text
    if text.casefold().startswith(("and ", "& ", "of ")) and at:
        text = f"{head[at - 1].text} {text}"
    if is_name(text):
        yield text, False
        return
    lead = max(_LEAD.finditer(text), key=lambda found: found.start(), default=None)
    name = text[lead.end() :] if lead else ""
    end = _END.search(name)
    name = (name[: end.start()] if end else name).strip(" ,.")
    name = re.sub(
        r"^(?:full|extraordinary|ordinary|annual|special)\s+(?=\w+\s+\w+)", "", name, flags=re.IGNORECASE
    )
    words = name.casefold().split()
    told = len(words) > 1 and name[0].isupper() and not _OF_NOTHING.issuperset(words)
    if told or is_name(name):
        yield name, True


def is_name(text: str) -> bool:
    """Whether words are a body's name and nothing else: capitals, and the sort of body at the end."""
    if not 5 < len(text) <= _LONGEST or any(sign in text for sign in ":\t/|()") or text.count(",") > 4:
        return False
    words = [word.strip(",.") for word in text.split()]
    sort = words[-1].casefold()
    if sort not in _SORTS and sort not in _WHOLE:
        return False
    if len(words) == 1:
        return sort in _ALONE and text[0].isupper()
    if words[0].casefold() in _NO_NAME or words[0].casefold() in _SMALL:
        return False
    named = all(word[:1].isupper() or word.casefold() in _SMALL for word in words)
    return named and (sort in _WHOLE or not _is_generic(text))


def is_body(name: str) -> bool:
    """Whether a name read elsewhere is plainly a body's: not a sort of council alone, nor with a date behind it."""
    words = {word.casefold() for word in name.split()}
    is_clean = name[:1].isupper() and len(name) <= _LONGEST and not any(map(str.isdigit, name))
    return is_clean and not _is_generic(name) and bool(words & (_SORTS | _WHOLE | _OTHER_SORTS))


def _sort(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""


def _is_generic(name: str) -> bool:
    """ "Parish Council", "The Full Council": says which sort, not which one."""
    return all(word.casefold() in _GENERIC for word in name.split()[:-1])


def _accounted(text: str, council: str) -> bool:
    """Whether a line of the head can be no other body's name."""
    if any(word.strip(",.").casefold() in _SORTS for word in text.split()):
        return False
    if is_council(text) or council.casefold() in text.casefold() or _EXPLAINED.search(text):
        return True
    return bool(find_dates(text, slashes=True)) or len(text.split()) > 12 or not text[0].isupper()
