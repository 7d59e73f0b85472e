"""The items, decisions, paragraphs and recommendations that a question names by number, however they are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.parts.numbers import REFERENCE, printed_number

_OFFICER = r"\d{2}[/-]\d{5}"  # "24-00096": an officer's or a member's decision
_NUMBER = rf"(?:{REFERENCE}|{_OFFICER}|\d{{2}}/\d{{1,4}}|\d{{1,4}}(?:\.\d{{1,2}})?(?:\([a-z]\)|[a-z]\b)?)"
_NO_UNIT = r"(?<=[\w)])(?!\w)(?![/.]\d|\s*(?:minutes?|hours?|days?|weeks?|months?|years?|per|%))"
_ITEM = re.compile(
    rf"\b(?:agenda\s+)?(?:items?|minute|min\.|question|motion)\s*(?:nos?\.?|numbers?|refs?\.?|references?|#)?\s*"
    rf"(?P<numbers>(?<!s\s){_NUMBER}|(?<=s\s){_NUMBER}(?:(?:\s*,|\s+and|\s+or|\s*&)+\s*{_NUMBER})*){_NO_UNIT}"
    rf"|(?<![\w/-])(?P<alone>{REFERENCE}|{_OFFICER}|\d{{2}}/\d{{1,4}})\b(?![/-])"
    r"|(?<![\w./-])(?P<lettered>\d{1,2}\([a-z]\))(?![\w(]|[./-]\w)",  # "disposal 2(c)"
    re.IGNORECASE,
)
# What else is numbered so: "section 38(a) of the Act".
_NO_ITEM = re.compile(
    r"\b(?:sections?|ss?\.?|subsections?|regulations?|reg\.?|articles?|rules?|schedules?|paragraphs?|para\.?|clauses?"
    r"|parts?|orders?|acts?|decisions?|resolutions?|recommendations?|rec\.?|options?|appendix|annex|figure|table|note)"
    r"\s*(?:nos?\.?|numbers?)?\s*$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?P<sort>decision|resolution|recommendation|rec\.|paragraph|para\.?)\s*(?:nos?\.?|numbers?|#)?\s*"
    rf"(?P<number>\(?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\)?(?:\([a-z]\)|[a-z]\b)?){_NO_UNIT}",
    re.IGNORECASE,
)
_LETTERED_PART = re.compile(  # "recommendation C"; what is all in capitals writes "a" so too
    r"\b(?i:(?P<sort>recommendation|rec\.))\s*(?P<number>\([A-Ha-h]\)|[A-H])(?![\w’'/])"
)
# "section 3 of the report"; not "section 106", nor that of an act.
_PAPER = r"(?:reports?|papers?|plan|strategy|document|policy|statement|review|framework)"
_SECTION = re.compile(
    rf"\b(?:section|chapter)\s+(?P<number>\d{{1,2}})(?![\w.]*\d)(?=,?\s+(?:of|in)\s+(?:[\w’'/-]+\s+){{0,6}}?{_PAPER}\b)"
    rf"|\b{_PAPER}['’]?s?,?\s+(?:say\s+|says\s+)?(?:in\s+|at\s+)?(?:its\s+)?(?:section|chapter)\s+(?P<of>\d{{1,2}})(?![\w.]*\d)",
    re.IGNORECASE,
)
_SECTION_WORD = re.compile(r"\b(?:section|chapter)\s+\d{1,2}\b", re.IGNORECASE)


class PartKind(StrEnum):
    """What sort of numbered part of an item is named."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    LETTER = "letter"  # "(c)" of item 2, which "item 2(c)" names where that is no item of its own


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of an item: "decision 2", "paragraph 2.6"."""

    kind: PartKind
    number: str  # without brackets: "2", "2.6", "3a"


_KINDS = {
    "decision": PartKind.DECISION,
    "resolution": PartKind.DECISION,
    "recommendation": PartKind.RECOMMENDATION,
    "rec.": PartKind.RECOMMENDATION,
}


def read_items(text: str) -> tuple[tuple[str, ...], str]:
    """The items a text names, and the text without them. "24/7" and "18/19" alone are no items.

    "3(a)" is "3A", and "24-00096" is "24/00096".
    """
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match["alone"] and _is_no_item(match["alone"]):
            return match.group()
        if match["lettered"] and _NO_ITEM.search(text[: match.start()]):
            return match.group()
        said = match["numbers"] or match["alone"] or match["lettered"]
        numbers = re.findall(_NUMBER, said, re.IGNORECASE)
        found.extend(printed_number(each).upper().replace("-", "/") for each in numbers)
        return " "

    rest = _ITEM.sub(take, text)
    return tuple(dict.fromkeys(found)), rest


def read_part(text: str) -> tuple[Part | None, str]:
    """The numbered part of an item that a text names, and the text without it."""
    match = _PART.search(text) or (None if text.isupper() else _LETTERED_PART.search(text))
    if match is None:
        section = _SECTION.search(text)
        if section is None:
            return None, text
        at, end = section.span("number" if section["number"] else "of")
        return Part(PartKind.SECTION, text[at:end]), _SECTION_WORD.sub(" ", text, count=1)
    kind = _KINDS.get(match["sort"].lower(), PartKind.PARAGRAPH)
    if kind is not PartKind.PARAGRAPH and "." in match["number"]:
        return None, text  # "the decision 2.5 miles away"
    return Part(kind, printed_number(match["number"])), f"{text[: match.start()]} {text[match.end() :]}"


def _is_no_item(number: str) -> bool:
    """Round the clock, half and half, or a year from one to the next ("18/19")."""
    if number in ("24/7", "50/50"):
        return True
    first, _, second = number.rpartition("/")
    return first.isdecimal() and len(second) == 2 and int(second) == int(first) + 1
