"""Whom a question or a sentence of the record names: by title and name, by name alone, or by office."""

from __future__ import annotations

import re

_SPACE = (
    r"(?:[^\S\n]+|[^\S\n]*\n(?!\s*\n)[^\S\n]*)"  # within a line, or over its end: not into another paragraph
)
_NAME = r"[A-Z][\w’'-]+"
NAMED = re.compile(
    rf"\b(?:Councillors?|Cllr|Mr|Mrs|Ms|Miss|Dr|Prof|Canon|Rev|Sir|Dame)\.?(?:{_SPACE}[A-Z]\.)*"
    rf"(?:{_SPACE}(?!Councillors?\b|Cllr\b){_NAME}){{1,3}}"
)
_SORTS = (
    "Council|Committee|Sub-?[Cc]ommittee|Panel|Board|Cabinet|Forum|Group|Trust|Association|Company|Police|School"
    "|Academy"
)
_FULL = rf"(?P<name>{_NAME}(?: {_NAME})+)"
_NO_BODY = rf"(?!(?:{_NAME} )*(?:{_SORTS})\b)"
_WHO_IS = re.compile(rf"\b(?i:who (?:is|was)) {_FULL}")
_TOLD_BY = re.compile(  # "what did Ada Ash say of the lido?"
    rf"\b(?i:did|does|has|had|will) {_NO_BODY}{_FULL}"
    r"(?= (?:say|said|tell|told|report|reported|ask|asked|propose|explain|want)\b)"
)
_OFFICE = (
    "(?:Cabinet Member|Portfolio Holder|Leader|Mayor|Chair|Cathaoirleach|Head|Director|Manager|Chief Executive"
    "|Officer)"
)
_OF_OFFICE = rf"(?:{_NAME} ){{0,3}}{_OFFICE}(?: (?:for|of) {_NAME}(?:(?:,| and|,? &)? {_NAME})*)?"
_NAMED_IN_OFFICE = re.compile(rf"\b{_OF_OFFICE}, (?P<name>{_NAME}(?: {_NAME})+)")
_BY_OFFICE = re.compile(rf"\b(?P<article>[Tt]he )(?P<name>{_OF_OFFICE})\b")


def person_named(question: str) -> str | None:
    """Whom a question names."""
    if match := NAMED.search(question):
        return match.group()
    told = _WHO_IS.search(question) or _TOLD_BY.search(question)
    return told["name"] if told else None


def person_told(quote: str) -> str | None:
    """Whom words of the record name first; an office when they name nobody: "the Cabinet Member for Schools"."""
    named = sorted(
        filter(None, (NAMED.search(quote), _NAMED_IN_OFFICE.search(quote))), key=lambda each: each.start()
    )
    if named:
        return " ".join((named[0].groupdict().get("name") or named[0].group()).split())
    office = _BY_OFFICE.search(quote)
    return f"the {office['name']}" if office else None
