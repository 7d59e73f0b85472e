"""How councils number items and decisions: 27. · 21/50 · CYP/19/21 · YPC/OSG/15/02 · 84. (Item 1)."""

from __future__ import annotations

import re

REFERENCE = r"[A-Z]{2,8}(?:/[A-Z]{2,8})*/\d{2,4}/\d{1,4}"
REFERENCE_LINE = re.compile(rf"(?P<number>{REFERENCE})(?:[ \t\u00a0]+(?P<title>\S.*))?$")
NUMBER_ALONE = re.compile(
    rf"(?P<number>\d{{1,4}}\.|\d{{2}}/\d{{1,4}}|\d{{1,3}}\.\d{{1,2}}|{REFERENCE}|\d{{1,4}})\.?$"
)
PRINTED_LINE = re.compile(r"(?P<number>\d{1,4})\.[ \t\u00a0]+(?P<title>\S.*)$")
AGENDA_REFERENCE = re.compile(r"\((?:Agenda\s+)?Item\s+(?P<number>\d{1,3}[A-Za-z]?)\.?\)", re.IGNORECASE)


def clean_number(number: str) -> str:
    """A number as people say it: without the trailing dot, letters in capitals."""
    return number.strip().rstrip(".").upper()


def printed_number(text: str) -> str:
    """A number as printed, without the dots and brackets around or in it: "5.", "3(a)" -> "5", "3a". "" for 0."""
    number = "".join(text.split()).strip(".()[]:").replace("(", "").replace(")", "")
    return "" if set(number) <= {"0", "."} else number
