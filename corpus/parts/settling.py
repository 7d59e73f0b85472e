"""Whether a sentence of minutes records that the meeting, as a body, settled something."""

from __future__ import annotations

import re

_HINTS = (
    "agreed adopted approved decided noted deferred rejected carried defeated passed accepted ratified confirmed lost "
    "endorsed resolved adjourned elected appointed withdrawn co-opted refused"
).split()
_ACT = (
    r"(?:agreed|adopted|approved|decided|noted|deferred|rejected|carried|defeated|passed|accepted|ratified|confirmed|"
    r"lost|withdrawn|adjourned|endorsed|resolved)"
)
_MANNER = (
    r"(?:(?:also|then|unanimously|duly|further|subsequently|therefore|formally|generally|accordingly|finally|again|all|"
    r"put\s+and|declared|not|hereby|collectively),?\s+)"
)
_BODY = (
    r"(?:(?:the\s+|all\s+|elected\s+|those\s+)*(?:members?(?:\s+present)?|meeting|committee|council(?:lors)?|board|spc|panel|"
    r"district|cabinet|assembly)(?:\s+of\s+the\s+\w+(?:\s+\w+)?)?)"
)
_IT_WAS = re.compile(
    rf"\bit\s+was\s+{_MANNER}{{0,3}}(?:(?:proposed|seconded)\b.{{0,300}}?\band\s+{_MANNER}{{0,2}})?"
    r"(?P<act>agreed|decided|resolved|approved|adopted)\b",
    re.IGNORECASE | re.DOTALL,
)
_BODY_DID = re.compile(
    rf"^\W{{0,4}}(?:\(?[a-z0-9]{{1,3}}[.)]\s+)?(?:[^.]{{0,150}}?,\s+|(?:following|after|having)\b[^.,]{{0,80}}?\s)?{_BODY}\s+(?:[^.,]{{0,120}}?\band\s+)?{_MANNER}{{0,3}}"
    r"(?P<act>agreed|decided|resolved|approved|adopted|noted|deferred|rejected|endorsed|ratified|accepted)\b",
    re.IGNORECASE | re.DOTALL,
)
_MATTER = (
    r"(?:minutes|reports?|motions?|items?|proposals?|amendments?|plans?|programme|schedules?|schemes?|"
    r"budget(?:ary\s+plan)?|policy|policies|bye-?laws|recommendations?|resolutions?|matter|this|these|same|it|"
    r"standing\s+orders|nominations?|suggestion|correspondence|statement|strategy|variation|disposal|presentation|"
    r"update|request|deferral|questions?|meeting|dates?|allocations?|list|terms\s+of\s+reference|protocol|charter|"
    r"draft|accounts?|precept|application|vote|initiative|position|charter)"
)
_WAS_DONE = re.compile(
    rf"\b{_MATTER}\b(?P<between>[^.]{{0,250}}?)\b(?:was|were)\s+(?:(?:proposed|seconded|put)\b.{{0,250}}?\band\s+)?"
    rf"{_MANNER}{{0,3}}(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_PROPOSED_AND = re.compile(
    rf"^\W{{0,4}}(?:(?:it\s+was\s+)?proposed|on\s+the\s+proposal)\b.{{0,400}}?\band\s+{_MANNER}{{0,3}}(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_BY_BODY = re.compile(
    rf"\b(?:was|were)\s+(?:\w+\s+and\s+)?{_MANNER}{{0,2}}(?P<act>{_ACT})(?:\s+(?:and|or)\s+\w+)?\s+(?:unanimously\s+)?by\s+{_BODY}\b",
    re.IGNORECASE,
)
_ON_PROPOSAL = re.compile(
    rf"^\W{{0,4}}On\s+the\s+proposal\s+of\b.{{0,500}}?\b(?:was|were)\s+{_MANNER}{{0,3}}(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_AT_LAST = re.compile(
    rf"\b(?:was|were)\s+{_MANNER}{{0,3}}(?P<act>agreed|noted|carried|adopted|defeated)(?:\s+(?:upon|to))?\W*$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\bdeclared\s+(?:that\s+)?the\s+.{3,200}?\b(?P<act>carried|defeated|lost|passed|adopted|approved|accepted)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_LOST = re.compile(r"\b(?:defeated|lost)\W*$", re.IGNORECASE)
_BARE = re.compile(
    rf"^\W{{0,4}}(?:(?:the\s+)?motion\s+(?:was\s+)?)?(?:{_MANNER}{{0,2}}(?:agreed|noted|approved|adopted|carried|deferred|"
    r"defeated|lost|refused))(?:\s+(?:unanimously|nem\.?\s+con|by\s+(?:all|the)\s+\w+))?\W{0,3}$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:stated|said|outlined|informed|advised|explained|confirmed|added|reported|queried|asked|suggested|requested|"
    r"pointed\s+out|referred|replied|reminded|responded|indicated|enquired|felt|hoped|clarified|recalled|noted|"
    r"if|when|once|which|until|should|would|who|had\s+been|before|after\s+which|that)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"(?:\band(?:\s+(?:therefore|accordingly|consequently|subsequently|also))?|[;,]|\bbut|\bwhere"
    r"|\b(?:and|,)\s+(?:following|after|with|at|in)\b[^.,;]{0,120})\s*$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:stated|said|informed|advised|explained|confirmed|added|reported|reminded|recalled|outlined|clarified|noted|"
    r"pointed\s+out|indicated|replied|referred)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\s*(?:at|by|in|on|under|from)\s+(?:the\s+|that\s+|its\s+|their\s+|a\s+|an\s+)?(?:last|previous|earlier|spc|department|minister|"
    r"government|an\s+bord|bord|chief|director|manager|oireachtas|irish|transport|national|h\.?s\.?e|nra|tii|opw|"
    r"20\d\d|19\d\d|\w+\s+20\d\d|(?:special\s+|council\s+|\w+\s+)?meeting\s+(?:of|held|on))",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\s+with\b(?!\s+(?:the\s+|this\s+|these\s+)?(?:recommendations?|proposals?|motion|approach|suggestion))",
    re.IGNORECASE,
)
_BY_ONE = re.compile(r"\s+(?:that|by)\b", re.IGNORECASE)  # a fact was confirmed; a member withdrew a motion
_ONLY_NOTED = re.compile(
    r"\s*,?\s*(?:by\s+(?:the\s+)?(?:members?|committee|council|meeting)\s+)?"
    r"(?:that|how|from|the\s+(?:need|importance|concerns?))\b",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\bdeclared\b.{3,160}\b(?:elected|appointed|co-opted)\b|\bwas\s+(?:duly\s+|unanimously\s+|declared\s+){1,3}elected\b",
    re.IGNORECASE | re.DOTALL,
)
_LEADS_IN = re.compile(
    r"\bfollowing\s+(?:\w+\s+)?(?:motions?|resolutions?|amendments?|recommendations?|proposals?|wording|terms)\b|:\s*$|\bas\s+follows\W*$",
    re.IGNORECASE,
)


# A pattern, and what may not be said before it
_PATTERNS = (
    (_IT_WAS, _REPORTED),
    *(
        (pattern, _SAID)
        for pattern in (_PROPOSED_AND, _ON_PROPOSAL, _BODY_DID, _BY_BODY, _WAS_DONE, _AT_LAST)
    ),
)
_MEETING = re.compile(r"\b(?:proposal\s+of|proposed\s+by|seconded|Members|permission|Motion|Meeting)\b")


def hints(text: str) -> bool:
    """Whether a text holds a word that might settle something: a quick look before the slow ones."""
    small = text.lower()
    return any(word in small for word in _HINTS)


def settles(sentence: str) -> bool:
    """ "It was agreed to ...", "The Members noted the report", "The Motion was carried"; not what was said to have
    been settled elsewhere, nor "it was noted that"."""
    if _BARE.match(sentence):
        return True
    for pattern, said in _PATTERNS:
        match = pattern.search(sentence)
        if match is None or not _stands(sentence, match):
            continue
        before = sentence[: match.start()]
        if said.search(before) and not _COORDINATED.search(before):
            continue
        if pattern is not _WAS_DONE or not _SAID.search(match["between"]):
            return True
    return _DECLARED.search(sentence) is not None and _LOST.search(sentence) is not None


def by_members(sentence: str) -> bool:
    """Whether a sentence plainly tells of the meeting, though it stands behind the text of an officer's reply."""
    return _MEETING.search(sentence) is not None


def elects(sentence: str) -> bool:
    """ "The Mayor declared Councillor Ash elected", "declared the Motion carried": the end of a vote."""
    match = _ELECTED.search(sentence) or _DECLARED.search(sentence)
    return match is not None and _SAID.search(sentence, 0, match.start()) is None


def leads_in(sentence: str) -> bool:
    """Whether the words that were settled stand behind the sentence: "the following Motion was agreed:"."""
    return _LEADS_IN.search(sentence) is not None


def _stands(sentence: str, match: re.Match[str]) -> bool:
    """Whether what was done was done here and now, and settles more than that something is so."""
    end = match.end("act")
    if _PAST.match(sentence, end) or _WITH.match(sentence, end):
        return False
    if match["act"].lower() in ("confirmed", "withdrawn") and _BY_ONE.match(sentence, end):
        return False
    return match["act"].lower() != "noted" or not _ONLY_NOTED.match(sentence, end)
