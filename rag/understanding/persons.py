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
IN_POST = re.compile(  # "the outgoing Mayor Ada Ash"
    r"\b(?:(?:Deputy|Lord|Metropolitan|District|Chief|Outgoing|outgoing|Incoming|incoming|Former|former|Then|then)"
    rf"{_SPACE}){{0,3}}(?:Mayor|Superintendent|Inspector|Sergeant|Sgt|Senator|Alderman|Minister|Professor)"
    rf"(?:{_SPACE}(?!(?:of|for|General|Making|Council|Councillor|Elect)\b){_NAME}){{1,3}}"
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
POST = (  # what the name of a post has in it
    r"(?:[Aa]dvis[eo]r|Director|Head|Manager|Officer|Lead|Leader|Chair\w*|Engineer|Planner|Executive|Inspector|Principal"
    r"|[Tt]eacher|Headteacher|Consultant|Commissioner|Superintendent|Sergeant|Co-?ordinator|Secretary|President"
    r"|Professor|Partner|Solicitor|Representative|Architect|Governor|Analyst|Clerk|Treasurer|Worker|Curator|Lecturer)"
)
_TITLELESS = rf"(?P<name>(?:[A-Z]\.?{_SPACE}){{1,2}}{_NAME}|{_NAME}(?:{_SPACE}{_NAME}){{1,2}})"
_WHO_IT_IS = (  # "Ada Ash, Lamp Adviser for the North", "Ada Ash was elected", "the winner was Ada Ash"
    re.compile(rf"\b{_NO_BODY}{_TITLELESS},? [(–-]?(?:[Tt]he )?(?:[\w’'&-]+ ){{0,4}}?{POST}\b"),
    re.compile(
        rf"\b{_NO_BODY}{_TITLELESS} (?:was|were|is|be|had been|has been)(?: \w+ly)? "
        r"(?:elected|appointed|chosen|invited|nominated|co-?opted|selected|named)\b"
    ),
    re.compile(
        rf"\b(?:elected|appointed|chose|nominated|co-?opted|selected|was|is) {_NO_BODY}{_TITLELESS}\b"
    ),
)
_BY_OFFICE = re.compile(rf"\b(?P<article>[Tt]he )(?P<name>{_OF_OFFICE})\b")


def person_named(question: str) -> str | None:
    """Whom a question names."""
    if match := NAMED.search(question) or IN_POST.search(question):
        return match.group()
    told = _WHO_IS.search(question) or _TOLD_BY.search(question)
    return told["name"] if told else None


def person_who(quote: str) -> str | None:
    """Whom words that say who somebody is name without a title; None when they name nobody so."""
    found = next(filter(None, (pattern.search(quote) for pattern in _WHO_IT_IS)), None)
    return " ".join(found["name"].split()) if found else None


def person_told(quote: str) -> str | None:
    """Whom words of the record name first; an office when they name nobody: "the Cabinet Member for Schools"."""
    named = sorted(
        filter(None, (NAMED.search(quote), _NAMED_IN_OFFICE.search(quote))), key=lambda each: each.start()
    )
    if named:
        return " ".join((named[0].groupdict().get("name") or named[0].group()).split())
    office = _BY_OFFICE.search(quote)
    return f"the {office['name']}" if office else None
