"""Whether a question takes something for granted, and in which of its words: "why did it close", "what made them back
it", "who voted against it"; "did it close?" does not."""

from __future__ import annotations

import re

from rag.understanding.acts import asks_why, leave_out_times

_REASON = (
    r"(?:reasons?|reasoning|grounds|basis|justifications?|rationale|explanations?|excuses?|arguments?|causes?|motives?"
    r"|logic|thinking|case)"
)
_BE_DO = r"(?:is|are|was|were|be|did|does|do|has|have|had|'s)"
_GRANTED = re.compile(
    r"\b(?:why|how come|what for)\b"
    r"|\bhow (?:did|does|do|could|can|was|were|is|are)\b[^?.;]{0,80}\b(?:justif|defend|explain|excuse|account for)\w*"
    r"|\b(?:by )?how (?:much|far|sharply|badly|steeply|quickly|fast|strongly) (?:did|has|have|had|is"
    r"|was|were)\b"
    r"|\bwh(?:o|ich (?:[\w’'-]+ ){1,7}?)(?:had |has |have )?(?:voted|spoke|objected|opposed|dissented|argued"
    r"|stood (?:up )?against|was against|were against|refused|rejected)\b"
    r"|\bwhat (?:[\w’'-]+ ){0,2}?(?:explanation|excuse|justification|defence|arguments?|objections?|rationale"
    r"|is behind|lies behind|lay behind|was behind|were behind"
    r"|explains|explained|drove|caused|is causing|is driving)\b"
    rf"|\bwhat {_BE_DO}[^?.;]{{0,80}}?\b{_REASON}\b"
    rf"|\b(?:what|which|any|the|their|its|his|her|your|our|[\w’']+['’]s) (?:[\w’'-]+ ){{0,2}}?{_REASON}\b"
    r"(?: [\w’'-]+){0,6}? (?:for|behind|why|that|of|given|gave|give|gives)\b"
    r"|\bwhat (?:\w+ )?(?:made|makes|led|leads|persuaded|convinced|prompted|possessed|forced|pushed|induced"
    r"|motivated|stopped|moved|encouraged|inspired|triggered|brought about|swayed)\b"
    r"|\bwhat did (?:[\w’'-]+ ){1,8}?(?:have against|object to|dislike about|find wrong with)\b"
    r"|\b(?:explain|account for|justify) (?!how\b)(?:the|their|its|his|her|why|this|that)\b"
    r"|^\W*(?:on (?:what|which) (?:day|date)|when(?: exactly)?|in (?:what|which) (?:year|month)) (?:was|were|did)\b"
    r"|\bwh(?:o|(?:at|ich)(?: [\w’'-]+){1,5}?) (?:stood|ran|was standing) against\b"
    r"|\bthat (?:the |our )?(?:[\w’'-]+ ){0,5}?(?:council|councillors|members|panel|cabinet|committee|board) "
    r"(?:has |have |had )?(?:passed|agreed|approved|adopted|carried|backed|accepted|voted|rejected|refused"
    r"|scrapped|dropped|closed)\b"
    r"|\bwho (?:is|was) to blame\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(  # who asked why, and was told that it was not so
    r"\b(?:ask|asks|asked|asking|quer(?:y|ied|ies)|question(?:ed|s)?|wonder(?:ed|s)?)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:why|how come|what (?:the )?reasons?)\b",
    re.IGNORECASE,
)
_WHY_NOT = re.compile(r"\bwhy (?:ca|do|wo|should|would|could|does|is|are)n?['’]?t\b", re.IGNORECASE)
# "What reasons did he give when he refused" takes the refusal for granted.
_REASON_WHEN = re.compile(
    rf"\b({_REASON}[^?.;]{{0,60}}?\b(?:gave|give|gives|given|offer\w*|cit\w+|put forward|had|have))\s+"
    r"(?:when|while|after|as)\b",
    re.IGNORECASE,
)
_RATHER = re.compile(r"\b(?:instead of|rather than|as opposed to)\b[^,?;.]*", re.IGNORECASE)


def granted(question: str) -> str | None:
    """The words of a question that may take something for granted; None where it takes nothing for granted."""
    if _WHY_NOT.search(question) or _HEARSAY.search(question):
        return None
    if not (asks_why(question) or _GRANTED.search(question)):
        return None
    return _RATHER.sub(" ", leave_out_times(_REASON_WHEN.sub(r"\1 for", question)))
