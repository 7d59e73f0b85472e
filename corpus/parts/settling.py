"""Whether a sentence of minutes records that the meeting, as a body, settled something."""

from __future__ import annotations

import re

_HINTS = (
    "agreed adopted approved decided noted deferred rejected carried defeated passed accepted ratified confirmed lost "
    "endorsed resolved adjourned elected appointed withdrawn co-opted refused suspended agreement requested nominated "
    "selected authorised granted instructed directed"
).split()
_ACT = (
    r"(?:agreed|adopted|approved|decided|noted|deferred|rejected|carried|defeated|passed|accepted|ratified|confirmed|"
    r"lost|withdrawn|adjourned|endorsed|resolved|suspended)"
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
    rf"^\W{{0,4}}(?:\(?[a-z0-9]{{1,3}}[.)]\s+)?(?:[^.]{{0,150}}?,\s+|(?:following|after|having|during)\b[^.,]{{0,80}}?\s)?{_BODY}\s+(?:[^.,]{{0,120}}?\band\s+)?{_MANNER}{{0,3}}"
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
    rf"{_MANNER}{{0,3}}(?:taken\s+as\s+(?:read\s+and\s+)?)?(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_WAS_PROPOSED = re.compile(
    rf"\b(?:was|were)\s+proposed\s+by\b.{{0,200}}?\bseconded\s+by\b.{{0,200}}?\band\s+{_MANNER}{{0,2}}(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_SUSPENDED = re.compile(r"\bstanding\s+orders\s+were\s+(?:\w+\s+){0,2}?(?P<act>suspended)\b", re.IGNORECASE)
_PROPOSED_AND = re.compile(
    rf"^\W{{0,4}}(?:(?:it\s+was\s+)?proposed|on\s+the\s+proposal)\b.{{0,400}}?\band\s+{_MANNER}{{0,3}}(?P<act>{_ACT})\b",
    re.IGNORECASE | re.DOTALL,
)
_BY_BODY = re.compile(
    rf"\b(?:was|were)\s+(?:\w+\s+and\s+)?{_MANNER}{{0,2}}(?P<act>{_ACT})(?:\s+(?:and|or)\s+\w+)?\s+(?:unanimously\s+)?by\s+{_BODY}\b",
    re.IGNORECASE,
)
_BY_PROPOSAL = (
    rf"(?:{_ACT}|requested|(?:re-?)?appointed|(?:re-?)?elected|co-opted|nominated|selected|authorised|granted|instructed"
    r"|directed)"
)
_ON_PROPOSAL = re.compile(
    r"^\W{0,4}On\s+the\s+(?:proposal|motion|proposition)\s+of\b.{0,500}?"
    rf"\b(?:(?:was|were)\s+{_MANNER}{{0,3}}(?P<act>{_BY_PROPOSAL})\b"
    r"|agreement\s+was\s+reached\b)",
    re.IGNORECASE | re.DOTALL,
)
_AT_LAST = re.compile(
    rf"\b(?:was|were)\s+{_MANNER}{{0,3}}(?P<act>agreed|noted|carried|adopted|defeated|deferred)(?:\s+(?:upon|to))?\W*$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\bdeclared\s+(?:that\s+)?(?:the\s+.{3,200}?|(?:it|this|same)\s(?:\w+\s){0,2})"
    r"\b(?P<act>carried|defeated|lost|passed|adopted|approved|accepted)(?P<why>\s+(?:as|because|by|on|with)\b.{0,200}?)?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED_LOST = re.compile(r"\bdeclared\b[^.]{3,200}?\b(?:defeated|lost)\b", re.IGNORECASE)
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
    r"|\b(?:and|,)\s+(?:following|after|with|at|in|on)\b[^.,;]{0,120})\s*$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:stated|said|informed|advised|explained|confirmed|added|reported|reminded|recalled|outlined|clarified|noted|"
    r"pointed\s+out|indicated|replied|referred)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\s*(?:at|by|in|on|under|from)\s+(?:the\s+|that\s+|its\s+|their\s+|a\s+|an\s+)?(?:last|previous|earlier|each|spc|department|minister|"
    r"government|an\s+bord|bord|chief|director|manager|oireachtas|irish|transport|national|h\.?s\.?e|nra|tii|opw|"
    r"20\d\d|19\d\d|\w+\s+20\d\d|(?:special\s+|council\s+|\w+\s+)?meeting\s+(?:of|held|on))",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\s+with\b(?!\s+(?:the\s+|this\s+|these\s+)?(?:recommendations?|proposals?|motion|approach|suggestion))",
    re.IGNORECASE,
)
_BY_ONE = re.compile(
    r"\s+(?:that|by(?!\s+(?:the\s+)?(?:members|meeting|council|committee|district)\b)|as|to)\b", re.IGNORECASE
)  # a fact was confirmed; a member withdrew a motion
_NOTED_PAPER = re.compile(  # a body notes what is before it; the rest that it notes is talk
    r"\bnoted\s+(?:and\s+(?:agreed|approved|adopted|accepted|endorsed)\b|(?:(?!of|to|in|for|on|with|and|that|how)[^\s.,;]+\s+){0,5}?"
    r"(?:reports?|contents?|updates?|proposals?|disposals?|plans?|programmes?|minutes|correspondence|presentations?|"
    r"provisions?|requests?|details?|positions?|allocations?|figures|repl(?:y|ies)|responses?|statements?|schedules?|"
    r"accounts?|orders?|recommendations?|information|documents?|letters?|submissions?|applications?|appointments?|"
    r"nominations?|dates?|drafts?|budgets?|resignations?|lists?|items?|matters?|same|this|it|work|circulars?|"
    r"amendments?|strategy|policy|terms|returns?|register|notices?|briefing|overview)\b)",
    re.IGNORECASE,
)
_OUT = re.compile(r"\s+out\b", re.IGNORECASE)  # works are carried out
_TALK = re.compile(  # what was raised in talk, and is put down as noted
    r"\bfollowing\s+(?:(?:\w+\s+)?(?:points|issues|matters|observations|comments)\s+)?(?:was|were)\s+$"
    r"|\b(?:supported|welcomed)\b.{1,60}\band\s+$",
    re.IGNORECASE | re.DOTALL,
)
_ONCE = re.compile(r"\bhad\b.{1,200}\bwhere\s*$|\bat\s+which\s*$", re.IGNORECASE | re.DOTALL)
_ELSEWHERE = re.compile(
    r"\bat\s+(?:a|the|its|that)\s.{0,40}?\bmeeting\b.{0,80}?\bheld\s+(?:in|on)\b", re.IGNORECASE | re.DOTALL
)
_ONLY_NOTED = re.compile(
    r"\s*,?\s*(?:by\s+(?:the\s+)?(?:members?|committee|council|meeting)\s+)?"
    r"(?:that|how|from|the\s+(?:need|importance|concerns?))\b",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    r"\bdeclared\b.{3,160}\b(?:elected|appointed|co-opted)\b|\bwas\s+(?:duly\s+|unanimously\s+|declared\s+){1,3}elected\b",
    re.IGNORECASE | re.DOTALL,
)
_CIRCULATED = re.compile(r"\W{0,4}(?:\(?[a-z]{1,3}\)\s*)?Circulated\b.*\bwhich\s*$", re.DOTALL)
_READ_OUT = re.compile(r"\bread\s+(?:in)?to\b|\bread\s+out\b", re.IGNORECASE)
_LEADS_IN = re.compile(
    r"\bfollowing\s+(?:\w+\s+)?(?:motions?|resolutions?|amendments?|recommendations?|proposals?|wording|terms)\b|:\s*$|\bas\s+follows\W*$",
    re.IGNORECASE,
)


_DONE = ("was", "were")
_BODIES = "member meeting committee council board spc panel district cabinet assembly".split()
# A pattern, what may not be said before it, and words of which it holds one: quickly looked for
_PATTERNS = (
    (_IT_WAS, _REPORTED, ("was",)),
    (_SUSPENDED, _REPORTED, ("suspended",)),
    (_PROPOSED_AND, _SAID, ("propos",)),
    (_WAS_PROPOSED, _SAID, ("proposed",)),
    (_ON_PROPOSAL, _SAID, ("on the proposal", "on the motion", "on the proposition")),
    (_BODY_DID, _SAID, _BODIES),
    (_BY_BODY, _SAID, _DONE),
    (_WAS_DONE, _SAID, _DONE),
    (_AT_LAST, _SAID, _DONE),
)
_TRIES = 4  # places of a sentence that may match a pattern
_MEETING = re.compile(r"\b(?:proposal\s+of|proposed\s+by|seconded|Members|permission|Motion|Meeting)\b")


def hints(text: str) -> bool:
    """Whether a text holds a word that might settle something: a quick look before the slow ones."""
    small = text.lower()
    return any(map(small.__contains__, _HINTS))


def settles(sentence: str) -> bool:
    """ "It was agreed to ...", "The Members noted the report", "The Motion was carried"; not what was said to have
    been settled elsewhere, nor "it was noted that"."""
    if _BARE.match(sentence):
        return True
    small = sentence.lower()
    for pattern, said, words in _PATTERNS:
        if any(map(small.__contains__, words)) and _tells(sentence, pattern, said):
            return True
    return loses(sentence)


def loses(sentence: str) -> bool:
    """ "The Mayor declared the amendment defeated": no resolution says so."""
    return _DECLARED_LOST.search(sentence) is not None


def _tells(sentence: str, pattern: re.Pattern[str], said: re.Pattern[str]) -> bool:
    """Whether one of the first places that match a pattern tells of something settled, by nobody's report."""
    at = 0
    opens = pattern.pattern.startswith("^")
    for _ in range(1 if opens else _TRIES):
        match = pattern.match(sentence) if opens else pattern.search(sentence, at)
        if match is None:
            return False
        before = sentence[: match.start()]
        reported = said.search(before) is not None and _COORDINATED.search(before) is None
        reported = reported and _CIRCULATED.match(before) is None
        if _is_quoted(before) and _SAID.search(before):
            reported = True
        if pattern is _WAS_DONE and _SAID.search(match["between"]):
            reported = True
        if not reported and _stands(sentence, match):
            return True
        at = match.start() + 1
    return False


def _is_quoted(before: str) -> bool:
    """Whether a quotation is open behind these words: what follows are words that somebody asked for or cited."""
    return before.count("“") > before.count("”") or before.rstrip()[-1:] in ("'", "‘", '"')


def by_members(sentence: str) -> bool:
    """Whether a sentence plainly tells of the meeting, though it stands behind the text of an officer's reply."""
    return _MEETING.search(sentence) is not None


def elects(sentence: str) -> bool:
    """ "The Mayor declared Councillor Ash elected", "declared the Motion carried": the end of a vote."""
    match = _ELECTED.search(sentence) or _DECLARED.search(sentence)
    if match is None:
        return False
    before = sentence[: match.start()]
    return not _SAID.search(before) or _COORDINATED.search(before) is not None


def carries(sentence: str) -> bool:
    """ "Declared the Motion carried": the resolution itself may be printed behind it."""
    return _DECLARED.search(sentence) is not None


def leads_in(sentence: str) -> bool:
    """Whether the words that were settled stand behind the sentence: "the following Motion was agreed:"."""
    return _LEADS_IN.search(sentence) is not None and _READ_OUT.search(sentence) is None


def _stands(sentence: str, match: re.Match[str]) -> bool:
    """Whether what was done was done here and now, and settles more than that something is so."""
    end = match.end("act") if match["act"] else match.end()
    if _PAST.match(sentence, end) or _WITH.match(sentence, end):
        return False
    act = (match["act"] or "agreed").lower()
    if (act in ("accepted", "confirmed", "withdrawn") and _BY_ONE.match(sentence, end)) or _OUT.match(
        sentence, end
    ):
        return False
    if _ONCE.search(sentence, 0, match.start()) or _ELSEWHERE.search(sentence, 0, match.start("act")):
        return False
    if act != "noted":
        return True
    if match.re is _BODY_DID and not _NOTED_PAPER.search(sentence):
        return False
    by_body = _BY_BODY.search(sentence) is not None
    return not _ONLY_NOTED.match(sentence, end) and (
        by_body or not _TALK.search(sentence, 0, match.start("act"))
    )
