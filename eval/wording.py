"""How words of an answer and words of the record are compared: folded first, then by whole words."""

from __future__ import annotations

import calendar
import re
import unicodedata

from rag.models import Citation

_PLAIN = str.maketrans("‘’‚‛“”„‟‐‑‒–—―−\ufffe", "''''\"\"\"\"--------", "\u00ad\u200b\ufeff")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_FOLDS = (
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),  # 1,250 -> 1250
    (re.compile(r"(?<=\d)\s*(?:per\s?cent\b|%)"), "%"),
    (re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?:\s+of\b(?=\s+" + _MONTH + r"\b))?"), r"\1"),
    (re.compile(r"\b0(\d)(?=\s+" + _MONTH + r"\b)"), r"\1"),  # 02 July -> 2 July
    (re.compile(r"(\b" + _MONTH + r"\b),(?=\s*\d{4}\b)"), r"\1"),  # July, 2019 -> July 2019
    (re.compile(r"\s+"), " "),
)
_ISO_DATE = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(\d{2})\b")
_MARKER = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_SPELT = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPELT_WORD = re.compile(r"\b(" + "|".join(_SPELT) + r")\b")


def fold(text: str) -> str:
    """`text` as it is compared: NFKC, case folded, quotes and dashes plain, white space single, numbers
    without thousands separators, "per cent" as %, days and dates as in "17 july 2019"."""
    folded = unicodedata.normalize("NFKC", text).translate(_PLAIN).casefold()
    folded = _ISO_DATE.sub(_long_date, folded)
    for pattern, replacement in _FOLDS:
        folded = pattern.sub(replacement, folded)
    return folded.strip()


def _long_date(iso: re.Match[str]) -> str:
    return f"{iso[3]} {calendar.month_name[int(iso[2])].casefold()} {iso[1]}"


def holds(folded: str, words: str) -> bool:
    """Whether folded text holds `words` (unfolded) as whole words: "3" is not in "13", "17.3" or "3/19"."""
    wanted = fold(words)
    before = r"(?<!\w)" + (r"(?<!\d[.,/])" if wanted[:1].isdigit() else "")
    after = r"(?!\w)" + (r"(?![.,/]\d)" if wanted[-1:].isdigit() else "")
    return bool(wanted) and re.search(before + re.escape(wanted) + after, folded) is not None


def without_markers(text: str) -> str:
    """`text` without its [1] or [1, 2] citation markers."""
    return _MARKER.sub("", text)


def numbers(text: str) -> set[str]:
    """The numbers of a text, decimals whole and without leading noughts; "two" to "twelve" as digits."""
    folded = _SPELT_WORD.sub(lambda word: str(_SPELT.index(word[1]) + 2), fold(text))
    return {found.lstrip("0") or "0" for found in _NUMBER.findall(folded)}


def shown(citation: Citation) -> str:
    """The words a reader sees at a citation, but for the item's title."""
    date = f"{citation.date:%-d %B %Y}" if citation.date else None
    item = f"item {citation.item}" if citation.item else None
    decision = f"decision {citation.decision}" if citation.decision else None
    return "\n".join(filter(None, (citation.quote, item, decision, date, citation.body)))
