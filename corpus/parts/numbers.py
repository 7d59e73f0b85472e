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
_LONGEST = 40  # characters of a number as printed
_LETTERS = 4  # of a number that is none of digits: "B", "viii"


def clean_number(number: str) -> str:
    """A number as people say it: without the trailing dot, letters in capitals."""
    return number.strip().rstrip(".").upper()


def printed_number(text: str) -> str:
    """A number as printed, without the dots and brackets around or in it: "5.", "3(a)" -> "5", "3a".

    "" for 0, which stands for none, and for words.
    """
    if len(text) > _LONGEST:
        return ""
    number = "".join(text.split()).strip(".()[]:").replace("(", "").replace(")", "")
    is_none = set(number) <= {"0", "."} or not (len(number) <= _LETTERS or any(map(str.isdigit, number)))
    return "" if is_none else number
