"""The head of minutes as printed: which body sat, who was there, and what was said before the first item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import Document, Meeting, Section, SectionKind
from corpus.parts.councils import find_council
from corpus.parts.headings import OPENING, read_heading
from corpus.parts.lines import Line
from corpus.parts.openings import is_alone, is_title
from corpus.parts.people import find_chair, find_people

_LABEL = re.compile(
    r"(?P<label>(?:[A-Z][\w’'&./-]*\s+|(?:the|of|in|and|also|for)\s+){0,4}?"
    r"(?:present|attendance|chair(?:person)?|cathaoirleach|apolog(?:y|ies)|officials?|members?|representatives?|"
    r"reps?|nominations?|absent|officers?|staff|others?|guests?|visitors|press|public)\b[^:.\n]{0,60}:|"
    r"(?:(?:officials|members|officers|staff)\s+)?(?:present|(?:in\s+)?attendance|chairman|apologies|in\s+the\s+chair)$|"
    r"(?:an\s+)?cathaoirleach\s?(?=(?:councillor|cllr|cmhlr)\b)|(?:an\s+)?apolog(?:y|ies)\b)",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:welcomed|stated|said|outlined|thanked|extended|opened|informed|agreed|proposed|congratulated|advised|"
    r"expressed|invited|gave|made|paid|asked|began|commenced|took|wished|referred|confirmed|called|explained|offered|"
    r"was\s+(?:observed|noted|agreed|adjourned|decided|circulated|suggested|requested)|read|submitted|considered|"
    r"discussed|resolved|raised|spoke|addressed)\b",
)
_NAMES = re.compile(
    r"\b(?:Councillors?|Cllrs?|Cmhlr|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Garda|Officer|Engineer|Director)\b|[(;\t]"
)
_OFFICE = re.compile(
    r"\b(?P<name>(?:(?:Deputy\s+)?Mayor|(?:An\s+)?(?:Leas-)?Ch?athaoirleach)\s+[A-ZÁÉÍÓÚ][\w’'.-]*(?:\s+[A-ZÁÉÍÓÚ][\w’'.-]*){0,3})"
)


def read_sitting(document: Document, lines: Sequence[Line]) -> tuple[Meeting, int]:
    """The meeting without items, and the index of the first line behind who was there."""
    opened = next((at for at, line in enumerate(lines) if OPENING.search(line.text)), 0)
    first_label = next((at for at in range(opened, len(lines)) if _LABEL.match(lines[at].text)), None)
    end = _end_of_attendance(lines, first_label if first_label is not None else min(opened + 4, len(lines)))
    title_end = next(
        (
            at
            for at in range(opened + 1, min(opened + 8, len(lines)))
            if at == first_label or _PROSE.search(lines[at].text)
        ),
        min(opened + 8, len(lines)),
    )
    heading = read_heading(" ".join(line.text for line in lines[opened : max(title_end, opened + 1)]))
    blocks = _blocks(document, lines[first_label:end]) if first_label is not None else {}
    chair = _chair(blocks.get("chair", "")) or find_chair(blocks.get("present", ""))
    present = find_people(blocks.get("present", ""))
    span = document.span(lines[0].start, lines[max(end - 1, 0)].end) if lines else document.span(0, 0)
    meeting = Meeting(
        council=heading.council or find_council(lines[: max(title_end, opened + 1)]),
        body=heading.body,
        date=heading.date,
        time=heading.time,
        venue=heading.venue,
        chair=chair,
        present=(chair, *present) if chair and present and chair not in present else present,
        apologies=find_people(blocks.get("apologies", "")),
        items=(),
        span=document.span(0, len(document.text)),
        sections=(Section(SectionKind.ATTENDANCE, span, "Attendance"),) if end else (),
    )
    return meeting, end


def _end_of_attendance(lines: Sequence[Line], start: int) -> int:
    """Index of the first line that tells what happened rather than who came."""
    for at in range(start, len(lines)):
        if at > start and is_alone(lines[at]):
            return at
        if not _LABEL.match(lines[at].text) and _PROSE.search(lines[at].text):
            return at - 1 if at > start and _heads(lines[at - 1].text) else at
    return len(lines)


def _heads(text: str) -> bool:
    """Whether a line is the heading of what follows rather than the last of those who came."""
    return (
        len(text) < 90
        and text[-1] not in ".,;"
        and is_title(text)
        and not _NAMES.search(text)
        and not _LABEL.match(text)
    )


def _blocks(document: Document, lines: Sequence[Line]) -> dict[str, str]:
    """What stands under the labels, by whom it names: chair, present, apologies; others are left out."""
    found: dict[str, str] = {}
    kind = "others"
    for line in lines:
        match = _LABEL.match(line.text)
        if match:
            kind = _kind_of(match["label"].lower())
        rest = line.text[match.end() :] if match else line.text
        found[kind] = found.get(kind, "") + "\n" + rest
    return found


def _kind_of(label: str) -> str:
    if "apolog" in label or "absent" in label:
        return "apologies"
    if "chair" in label or "cathaoirleach" in label:
        return "chair"
    if any(
        word in label
        for word in (
            "offic",
            "attendance",
            "sector",
            "also",
            "staff",
            "garda",
            "nominat",
            "communit",
            "oireachtas",
            "other",
        )
    ):
        return "others"
    return "present"


def _chair(block: str) -> str | None:
    if people := find_people(block):
        return people[0]
    if match := _OFFICE.search(block):
        return match["name"].rstrip(".")
    words = " ".join(block.split()).rstrip(".")
    return words if words and len(words) < 60 and not _PROSE.search(words) and "taken" not in words else None
