"""The cover of a report: whose it is, which meeting it goes to, what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.parts.lines import Line

COVER = re.compile(r".{0,80}?\bCouncil\s+Report for \w+|Report to\s*:", re.IGNORECASE)
COVER_FIELD = re.compile(
    r"(?P<name>Report to|Subject|Report of|Report author|Purpose)\s*(?::\s*)?(?<=\s)(?P<value>[^/\s].*)$",
    re.IGNORECASE,
)
_LETTER_FIELD = re.compile(r"(?P<name>From|To|Subject)\s*:\s*(?P<value>\S.*)$")  # as in a letter
_LABELLED = re.compile(r"[A-Z][\w() ]{1,40}:")
_REACH = 20  # lines that a cover may take


def has_cover(lines: Sequence[Line]) -> bool:
    """Whether a report's cover opens these lines."""
    head = lines[:15]
    letter = {match["name"] for line in head if (match := _LETTER_FIELD.match(line.text))}
    return any(COVER.match(line.text) for line in head) or letter >= {"To", "Subject"}


def read_cover(lines: Sequence[Line]) -> dict[str, str]:
    """Fields of the cover that opens these lines, by lower-case name: "to", "subject", "report of"."""
    fields: dict[str, str] = {}
    open_field = ""  # a letter's field, which may take several lines
    for line in lines[:_REACH]:
        if match := COVER_FIELD.match(line.text) or _LETTER_FIELD.match(line.text):
            name = match["name"].lower().replace("report to", "to")
            fields.setdefault(name, match["value"].strip())
            open_field = name if "from" in fields else ""
        elif line.gap or _LABELLED.match(line.text):
            open_field = ""
        elif open_field:
            fields[open_field] += " " + line.text
    return fields


def cover_starts(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines that open a report: "... Council Report for Information", else "Report to:"."""
    starts: list[int] = []
    for index, line in enumerate(lines):
        if ("eport" in line.text or "EPORT" in line.text) and COVER.match(line.text):
            is_field = line.text.lower().startswith("report to")
            if starts and is_field and line.start - lines[starts[-1]].start < 300:
                continue  # the second line of a cover that is already open
            starts.append(index)
    return starts
