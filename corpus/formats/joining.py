"""Whether a printed line goes on in the next one, when nothing but the lines themselves can tell."""

from __future__ import annotations

import re
from typing import Protocol

_MARKER = re.compile(r"(?:\d{1,3}\.|\(?(?:[a-zA-Z]|[ivxIVX]{1,5})\)|[•·▪◦●○*+–-])$")  # alone on its line
_VALUE = re.compile(r"[(−–-]?[€£$]?\s?[(−–-]?\d[\d,.]{0,20}\s?(?:%|m|k)?\)?$|[€£$]\s?-?$|-$")
_OPENS = re.compile(
    r"(?:[•·▪◦●○]\s?|[*+–-]\s|(?:[¢»©>]{1,2}|e|o|eo)\s(?=[A-Z])|\d{1,3}[.)](?:\s|$)|\d{1,2}\.(?=[A-Z]{3})|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)(?:\s|$)"
    r"|(?:Proposed|Seconded)\b|(?:And|and|AND)\s(?:Resolved|resolved|RESOLVED)\b|Resolved|RESOLVED|REPLY\b|Reply:"
    r"|(?:AND|And),?\s(?:THAT|That)\b|Signed\b|SIGNED\b|Dated?\s?:|(?:Item|ITEM)\s+\d|Circulated\b|Apolog|APOLOG"
    r"|To\s(?:consider|receive|note|review|discuss|approve|adopt|agree|confirm|elect|appoint|fix|set|hear|examine)\b"
    r"|[I|/!l1]\swill\s(?:ask|move)\b"  # a machine reads a capital I as one of these
    r"|PRESENT$|On the proposal of\b)"
)
_WHO = re.compile(r"[^:]{0,50}\b(?:PRESENT|ATTENDANCE|Present|Attendance)\b[^:]{0,20}:")  # was there
_NEW_SENTENCE = re.compile(r"(?:The|Mr|Mrs|Ms|Dr|An?|In|It|He|She|They|At|On|Members|Following|There|This)\b")
_NAMED = re.compile(r"(?:Councillors?|Cllrs?|Cmhlr)\b")
_SMALL = frozenset(  # words that no sentence ends with
    "of the and at in to for on by with a an or from that which was were is be as their its this it into under per "
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Cllr Cllr. Cllrs Cllrs. Councillor Councillors No. Nos. St. Fr. Co. CO. Section "
    "Part Article OF THE AND AT IN ON HELD FOR TO".split()
)
_CAPITAL_SMALL = frozenset("OF THE AND AT IN ON HELD FOR TO".split())
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}$")
_QUOTES = "”’\"')]*"
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CAPITALS = 1.35  # how much wider than small letters they print


class PrintedLine(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def bold(self) -> bool: ...
    @property
    def gap(self) -> bool: ...
    @property
    def page(self) -> int: ...


def joins(before: PrintedLine, line: PrintedLine, width: int, wide: bool) -> bool:
    """Whether `line` goes on with the words of `before`, in print `width` characters wide.

    `wide` tells that the open paragraph has filled a line already: then a short one is justified print.
    """
    first, last = line.text, before.text
    if len(last) < 8 and is_marker(last):
        return not is_marker(first)  # "1.", then its title; "•", then its words
    if line.gap and line.page == before.page and not _is_cut(last, first, width):
        return False
    if _may_be_value(first):
        if _VALUE.match(first) and not is_marker(first) and not (last[-1] == "." and first.isdigit()):
            return len(last) < width * 0.6 or wide or goes_on(last)
        if is_marker(first):
            return False
    if _OPENS.match(first) or (":" in first and _WHO.match(first)):
        return False
    ends = _ends(last)
    if before.bold != line.bold and not (first[0].islower() and not ends):
        return False
    if first[0].islower() or first[0] in "(&" or first.partition(" ")[0] in _CAPITAL_SMALL:
        return not ends or (first[0].islower() and last[-1] not in ".:")
    if goes_on(last):
        return True
    if ends:
        fills = len(last) + 1 + len(first.partition(" ")[0]) > width * 0.96
        prose = len(first) > width * 0.6 or first[-1] in ".,;"
        return fills and prose and not before.bold and last[-1] not in ":;" and line.page == before.page
    if _is_title(last) and not (wide or before.bold) and (first[0] in '“"‘' or not _is_title(first)):
        return False
    filled = len(last) * (_CAPITALS if last.isupper() else 1) / width
    if filled < 0.8 and _NEW_SENTENCE.match(first):
        return False
    if filled >= 0.5:
        return True
    if last.isupper() and first.isupper():
        return len(last) > 20 or " " not in last  # a heading over several lines
    return wide and " " not in last and len(last) > 2 and not _NAMED.match(first)


def _is_cut(last: str, first: str, width: int) -> bool:
    """Whether a line that fills the width breaks off within a sentence: a machine sees gaps where there are none."""
    if last.rpartition(" ")[2] in _SMALL and " " in last:
        return not last.isupper()
    return first[0].islower() and first[1:2].isalpha() and not _ends(last) and len(last) > width * 0.8


def is_marker(text: str) -> bool:
    """Whether a line is nothing but what counts or marks the words behind it: "1.", "(a)", "•"."""
    return len(text) < 8 and _MARKER.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether a line ends where no sentence does: in a small word, an initial, a comma, a hyphen."""
    word = text.rpartition(" ")[2].lstrip("(")
    return word in _SMALL or text[-1] in ",&–-" or (text[-1] == "." and _INITIALS.match(word) is not None)


def _ends(text: str) -> bool:
    """Whether a line ends as a sentence or a quotation does."""
    if text[-1].isalnum():
        return False
    bare = text.rstrip(_QUOTES)
    return bare[-1:] in (".", ":", ";", "?", "!") or text.rstrip(".,;")[-1:] in ("”", '"')


def _is_title(text: str) -> bool:
    """Words that open with capitals, as in a heading; capitals throughout are no sign of one."""
    if text[-1] == "," or text.isupper():
        return False
    words = _LONG_WORD.findall(text)
    return bool(words) and all(word[0].isupper() for word in words)


def _may_be_value(text: str) -> bool:
    return text[0].isdigit() or text[0] in "€£$(-−–"


_CELL = 60  # characters that the first cell of a row may take


def separator(last: str, first: str) -> str:
    """What stands between two joined lines: nothing behind a hyphen, a tab before a figure, else a blank."""
    if last[-1] == "-" and last[-2:-1].isalnum():
        return ""
    if (
        _may_be_value(first)
        and _VALUE.match(first)
        and not goes_on(last)
        and not is_marker(last)
        and len(last) < _CELL
    ):
        return "\t"
    return " "
