"""What sort of answer a question wants, told from its telling words."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Wanted(StrEnum):
    """What sort of answer a question wants."""

    DECISION = "decision"
    WHEN = "when"
    WHO = "who"
    HOW_MANY = "how_many"
    MONEY = "money"
    WHERE = "where"
    MEETING_PLACE = "meeting_place"
    CONTACT = "contact"
    PLANNED = "planned"
    FOLLOW_UP = "follow_up"
    INTEREST = "interest"
    PRESENT = "present"
    SAID = "said"  # by a person named
    VOTE = "vote"  # how a vote went
    MOVER = "mover"  # who proposed or seconded it
    RECOMMENDATION = "recommendation"  # of a report: not decided
    ANYTHING = "anything"


# What may be told at any length, rather than as one date, figure or name.
OPEN_ENDED = frozenset((Wanted.ANYTHING, Wanted.DECISION, Wanted.SAID, Wanted.RECOMMENDATION))

_ASKING = r"(?:^|[,;:.?!] ?|\band )"  # at the start of a clause: "kids who grew up" asks for nobody
_WHO = rf"(?:{_ASKING}|\b(?:or|by|to|from|about|of|for|with|me|know|say) )(?:who|whom|whose)(?:'s)?\b"
_SOMEBODY = (  # whose name may be asked for, rather than that of a road or a scheme
    r"(?:councillors?|cllrs?|members?|officers?|directors?|chair\w*|mayors?|leaders?|heads?|head ?teachers?|person"
    r"|people|m[ae]n|wom[ae]n|speakers?|authors?|facilitators?|architects?|engineers?|inspectors?|superintendents?|peers?|leads?"
    r"|governors?|candidates?|winners?|firms?|compan(?:y|ies)|contractors?|consultants?|developers?|bod(?:y|ies)"
    r"|organisations?|partners?|charit(?:y|ies)|suppliers?|bidders?|managers?|clerks?|secretar(?:y|ies)"
    r"|representatives?|co-?optees?|guests?|witness(?:es)?|solicitors?|chief|ministers?|senators?)"
)
# Who speaks, by name: "Councillor Ash", "Mrs J Quay".
PERSON = (
    r"(?:councillor|cllr|alderman|mr|mrs|ms|miss|dr|prof(?:essor)?|canon|rev(?:erend)?|sir|dame|lady|lord)\.?\s+"
    r"(?:(?-i:[A-Z])[\w’'.-]*(?:\s+(?-i:[A-Z])[\w’'.-]*){0,3}|[\w’'-]+)"
)
_SAYS = (
    r"(?:say|said|tell|told|(?:ask|raise|report|explain|suggest|argue|want|call|request|comment|answer|respond|query"
    r"|advise|propose)(?:e?d)?|queried|repl(?:y|ied)|th(?:ink|ought))"
)
_OF_A_BODY = r"(?:(?:from|of|at|for)\s+(?:[\w’'&-]+\s+){1,7}?)"  # "Dr Ash of Quayside Harbours told"
# Who settles things: what others asked for was not decided.
_SETTLING = (
    r"(?:committee|sub-?group|panel|council|cabinet|board|forum|executive|authority|members?|councillors?|meeting"
    r"|they|we|you|it)"
)
_SETTLES = r"(?:decide|agree|resolve|approve|sa(?:y|id)|ask|think|thought|tell|told)"
_WHAT_DID = r"(?:\bwhat\s+(?:did|does|do|was|were|is|are)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?)?"
# What becomes of a recommendation, rather than what it is.
_TAKEN_UP = (
    r"accept\w*|reject\w*|agreed?|approv\w*|adopt\w*|endors\w*|decid\w*|completed?|outstanding|followed up"
    r"|implemented"
    r"|acted on|happened|became"
)
_DOES = r"(?:is|are|was|were|did|does|do|will|would|should|has|have|had)"
_WHAT_IS = r"\bwhat(?:['’]s| was| is| were| are)?\s+(?:the )?(?:\w+ ){0,4}"
# What is held at some place beside meetings.
_EVENT = (
    r"(?:seminar|conference|workshop|exhibition|fair|festival|launch|parade|ceremony|course|training|event|drop-?in"
    r"|interview|hearing|count|class|lesson|concert|competition|tournament|reception|celebration|show)"
)
_MATTER = r"(?:proposal|motion|idea|plan|amendment|suggestion|request|petition|bid|application|recommendation|scheme)"
_COME_TO = r"[^?.,]{0,80}?\b(?:(?:got(?:ten)?|get)\s+(?:to|with)|stand\s+(?:on|with))\b"
_NO_END = (  # asks how it ended, or how far it has come: "where had the works got to?"
    rf"(?! {_DOES} [^?.]{{0,60}}?{_MATTER} end(?:ed)? up\b)(?!(?: {_DOES})?\b{_COME_TO})"
)
_PATTERNS: dict[Wanted, tuple[str, ...]] = {
    Wanted.MOVER: (
        rf"{_WHO} (?:\w+ )?(?:proposed|seconded|moved|tabled|put forward)\b(?! (?:in|to|from|into|out|up|on)\b)",
        r"\b(?:proposer|seconder|mover)\b",
    ),
    Wanted.VOTE: (
        r"\bhow (?:did|was|were)\b.*\bvot(?:e|ed|es|ing)\b",
        r"\bhow many\b.*\b(?:vot(?:e|ed|es|ing)|abstain\w*|abstentions?)\b",
        rf"{_WHO} (?:\w+ )?(?:voted|abstained|opposed)\b",
        r"\bhow many (?:[\w’'-]+ ){0,2}(?:backed|opposed|(?:was|were) (?:for|against|in favour))\b",
        r"\b(?:result|outcome) of the vote\b|\b(?:recorded|casting) vote\b|\bput to (?:the|a) vote\b",
        r"\bwhat (?:was|were) the (?:\w+ )?votes?\b",
        r"\bwas (?:there a vote|it unanimous|\w+ (?:\w+ )?unanimous)\b",
    ),
    Wanted.INTEREST: (
        rf"(?:{_WHO}|\bwhich \w+\b).*\bdeclar\w*\b.*\b(?:interests?|anything)\b",
        r"\binterests?\b.*\bdeclar",
        r"\bdeclar\w*\b.*\b(?:interests?|anything)\b",
        r"\bconflicts? of interest",
    ),
    Wanted.PRESENT: (
        rf"(?:{_WHO}|\bwhich\b).*\b(?:dialled in|join(?:ed|ing)?|took part|participat\w+)\b"
        r".*\b(?:online|remotely|virtually)\b",
        rf"(?:{_WHO}|\b(?:which|was|were|did)\b).*\b(?:present|attend(?:ed|ing|ance)?|absent|turn(?:ed)? up)\b",
        rf"(?:{_WHO}|\b(?:which|was|were|did)\b).*\bapolog(?:y|ies|is\w+)\b",
        rf"(?:{_WHO}|\bwhich \w+\b).*\b(?:chair(?:ed|ing|s)?|chairman|chairwoman|chairperson)\b(?! of)",
        r"\bwho (?:was|were) (?:at|in) the\b",
        r"\bwho sent\b",
    ),
    Wanted.MEETING_PLACE: (
        rf"\bwhere\b(?! {_DOES} (?:(?!meeting)[\w’'-]+ ){{1,4}}?{_EVENT}s?\b)(?!.*\bend(?:ed|s)? up\b){_NO_END}"
        r".*\b(?:meeting|meet|met|held|sit|sat|session)\b",
        r"\b(?:which|what) (?:venue|place|room|building|hall|location)\b.*\b(?:meet|met|held|sit|sat|session)",
        r"\bvenue\b",
    ),
    Wanted.PLANNED: (
        r"\bwhat(?:'s| is| was) (?:next )?on the agenda for\b",
        r"\b(?:reports?|items?|topics?|matters?)\b.*\b(?:lined up|coming up|due|down for|planned|scheduled)\b",
        r"\b(?:reports?|items?|topics?|matters?) (?:is|are|comes?) next\b",
        r"\b(?:work|forward) (?:programme|plan)\b",
    ),
    Wanted.FOLLOW_UP: (
        r"\bwhat (?:has |had )?(?:happened|became|came) (?:to|of) (?:[\w’'-]+ ){0,4}(?:recommendation|request)",
        r"\b(?:recommendation|request)s?\b.*\b(?:completed?|outstanding|followed up|implemented|acted on)\b",
    ),
    Wanted.CONTACT: (
        r"\b(?:what|which|whose) (?:phone |telephone )?number\b.*\b(?:ring|call|phone|dial)\b",
        r"\b(?:phone|telephone|e-?mail|contact) (?:number|address|details|officer)\b",
        r"\bwho (?:do|should|can) (?:i|we) (?:contact|ring|call|phone|e-?mail|ask|speak|write)\b",
        r"\bget in touch\b",
    ),
    Wanted.MONEY: (
        r"\bhow (?:much|many (?:pounds|euros?|quid))\b.*\b(?:costs?|spen[dt]\w*|pa(?:id|y)\w*|money|fund\w*|budget\w*"
        r"|pounds?|worth|price)\b",
        r"\bhow (?:much|many (?:pounds|euros?|quid))\b.*\b(?:sav(?:e|ed|ing|ings)|charge\w*|grant|invest\w*)\b",
        rf"\bwhat (?:was|is|were|will|would)\b(?:(?! {_SETTLES}).)*\b(?:costs?|budget|price|fee|salary|bill|value)\b",
        rf"\bwhat (?:did|does|do)\b(?:(?! {_SETTLES}).)*\b(?:costs?|price)\b",
        r"\bwhat (?:is|was|are|were|will)\b(?:\s+[\w’'-]+){1,5}?\s+(?:pay(?:ing)?|paid|charged?|charging|worth)\b",
        r"\bhow much\b(?:\s+[\w’'-]+){0,8}?\s+worth\b",
        r"\b(?:cost|price|budget|fee|salary) of\b",
        r"\b(?:what|which|at what|for what) (?:[\w’'-]+ ){0,2}(?:price|rent|fee|fine|toll|salary|wage"
        r"|sums?|sum of money|amount of money)"
        rf"(?=\W*[?.,;]|\W*$| (?:{_DOES}|the|he|she|they|it|we|to|for|per|a|came|went|got|can|could|must|may"
        rf"|might|applies"
        r"|applied|[a-z]{3,}ed)\b)",
        r"\b(?:and|at|for) what cost\b",
        r"£",
    ),
    Wanted.RECOMMENDATION: (
        rf"{_WHAT_DID}\b(?:reports?|papers?|officers?|directors?|heads? of \w+(?: \w+)?|treasurer)\s+"
        r"(?:\w+\s+)?recommend\w*\b",
        rf"{_WHAT_DID}\brecommend(?:ed|ations?)\s+(?:by|in|of|from)\s+(?:the\s+|its\s+)?(?:[\w’'-]+\s+){{0,4}}?"
        r"(?:officers?|reports?|papers?|directors?)\b",
        rf"{_WHAT_DID}\b(?:officers?['’]?|report['’]s)\s+recommend",
        r"\b(?:what|which)\b.*\b(?:was|were|is|are)\s+recommended\b",
        r"\bwhat (?:was|were|is|are) (?:the\s+)?(?:[\w’'-]+\s+){0,4}?(?:recommended|asked|invited)"
        r" to (?:do|agree|approve|note)\b",
        r"\bwhat\b(?:\s+[\w’'-]+){0,16}?\s+(?:reports?|papers?)\s+(?:ask|asks|asked|asking|invite[sd]?)\b",
        r"\bwhat\b(?:\s+[\w’'-]+){0,8}?\s+(?:recommend(?:ed|s)?|advised?)\b(?! by\b)",
        r"\bwhat (?:does|did|do|is|was)\b[^?.;]{0,100}?\b(?:reports?|papers?)\b[^?.;]{0,120}?"
        r"\s(?:recommend|propose|seek)\w*",
        r"\bwhat\b(?:[,\s]+[\w’'-]+){0,10}?\s+recommend(?:ed|s)?\b(?! by\b)",
        r"\bwhat (?:was|were|is|are) (?:[\w’'-]+\s+){0,5}?(?:asked|invited|requested|urged|recommended) to\b"
        r"[^?.;]{0,160}?\b(?:reports?|papers?)\b",
        r"\bwhat(?: (?:is|was)(?: [\w’'-]+){0,6}?)? advice\b",
        r"\b(?:what|which)(?: (?:is|was|are|were))?(?: the| its)?(?: \w+)? recommendations?\b"
        rf"(?!.*\b(?:{_TAKEN_UP})\b)",
        r"\b(?:would|will|does|do|did) (?:the|its|their) (?:report['’]s )?recommendations?\b",
    ),
    Wanted.SAID: (
        rf"\b(?:did|does|has|have|had)\s+(?:the\s+)?{PERSON}\s+{_OF_A_BODY}?(?:\w+\s+)?{_SAYS}\b",
        rf"\b{_SAYS}\s+by\s+{PERSON}",
        rf"\bwhat (?:did|does|do|has|have|had)\s+(?:the\s+)?(?:(?!{_SETTLING}\b)[\w’'-]+\s+){{1,5}}{_SAYS}\b",
        r"\bwhat (?:was|were|has been) (?:said|asked|raised|argued|suggested|answered)\b",
        rf"\b{PERSON}(?:['’]s)?\s+(?:views?|questions?|points?|comments?|concerns?|reply|answer)\b",
    ),
    Wanted.HOW_MANY: (
        r"\bhow (?:many|much|big|large|high|low|old|long|often|far|fast|quickly)\b",
        rf"{_WHAT_IS}(?:percentage|proportion|number|rate|total)\b",
        rf"{_WHAT_IS}(?:share|average|size|ratio|per ?cent|figures?)\b",
        rf"{_WHAT_IS}(?:caseloads?|score|target)\b",
        r"\bpercentage\b",
        rf"{_ASKING}(?:(?:the )?(?:average|total|overall) )?(?:number|proportion|ratio) of\b",
        rf"{_ASKING}(?:the )?average (?!of\b)\w+",
        # "Plans requested in the year to 31 March": of things done in a year their number is told.
        rf"^\W*(?!(?:what|which|who|how|the|any|{_DOES})\b)(?:[\w’'-]+ ){{0,4}}?[\w’'-]+s "
        rf"(?!{_SETTLES}|{_TAKEN_UP}|not|discuss|pass|vot|refus|defer)[a-z]+ed (?:in|during|over|for) (?:the )?"
        r"(?:year (?:to|ending|ended|from)\b|(?:19|20)\d\d[/–-]\d\d)",
    ),
    Wanted.WHEN: (
        rf"(?:{_ASKING}|\bfrom |\buntil |\bby )when\b",
        rf"\bwhen {_DOES}\b",
        r"\b(?:what|which) (?:dates?|days?|month|year|time)\b",
        r"\b(?:by what date|how soon|deadline|due date)\b",
    ),
    Wanted.WHO: (
        _WHO,
        r"\bwhich (?:\w+ )?(?:officer|councillor|member|director|person|company|organisation|firm)\b",
        rf"\b(?:his|her|whose|by) names?\b|\bnames? of (?:[\w’'-]+ ){{0,4}}?{_SOMEBODY}\b|\bnames? please\b",
        rf"{_ASKING}name (?:[\w’'-]+ ){{0,4}}?{_SOMEBODY}\b",
    ),
    Wanted.DECISION: (
        r"\bwhat (?:has |had )?(?:happened|become|became|came)\b",
        rf"\bwhere {_DOES} [^?.]{{0,60}}?{_MATTER} end(?:ed)? up\b",
        rf"\b{_DOES} (?:the |our )?(?:[\w’']+ ){{0,5}}(?:back(?:ed)?|support(?:ed)?|accept(?:ed)?)\b",
        rf"\b{_DOES} (?:the |our )?(?:[\w’']+ ){{0,5}}(?:do|done) (?:with|about)\b",
        r"\b(?:decid\w*|decisions?|resol[uv]\w*|agree[ds]?|approv\w*|vot(?:e|ed|es|ing)|outcomes?|conclusion)\b",
        r"\b(?:reject\w*|refus\w*|turn(?:ed)? down|endors\w*|noted|defer\w*|sign(?:ed)? off|adopt(?:ed)?)\b",
        r"\b(?:respond(?:ed)?|position|request(?:ed)?)\b",
        r"\bask(?:ed)? for\b",
    ),
    Wanted.WHERE: (
        rf"{_ASKING}where\b{_NO_END}",
        rf"\bwhere {_DOES}\b{_NO_END}",
        r"\b(?:what|which) (?:venue|place|room|building|location|address)\b",
    ),
}
_COMPILED = [(wanted, re.compile("|".join(parts), re.IGNORECASE)) for wanted, parts in _PATTERNS.items()]


# Why it was recommended, or was not, what is recommended does not tell.
_WHY = re.compile(r"\W*(?:(?:and|so|but|ok|please|also)\W+)*(?:why|how come)\b", re.IGNORECASE)
# "When Irish Water briefed them, what did they say" does not ask when.
_SETTING = re.compile(
    rf"^\W*when\s+(?!{_DOES}\b)[^,?]+,\s*(?=(?:what|who|which|how|where|why|did|was|were)\b)", re.IGNORECASE
)
# "What affects how many pupils there are" asks for no number.
_DRIVEN = re.compile(
    r"\b((?:what|which)\s(?:[\w’'-]+\s){0,8}?(?:affect|influence|drive|determine|decide|govern|control|shape"
    r"|feed into|depend on"
    r"|bear on)s?)\s+how\s+(?:many|much|long|often|big|large|far|high)\b",
    re.IGNORECASE,
)
# "Which roads did she name as the worst" asks for roads.
_NAMED = re.compile(
    r"\b((?:did|does|do)\s(?:[\w’'.-]+\s){0,5}?"
    r"(?!(?:the|an?|any|no|new|his|her|its|their|first|last|full|[\w-]+['’]s)\s)[\w’'.-]+\s)name\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"(?:\band|[,;:?.]|\s[-–])\s+(?:also\s+)?(?=(?:what|who|whom|which|how|where|when|why|by|did|was)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\b(?:what|which|who|whom|whose|how|where|when|why|whether|{_DOES}|was|can|could|any|give|tell|list|name|show"
    r"|explain|describe|summar\w+|please|need|want|remind|say|anything|look(?:ing)? for)\b",
    re.IGNORECASE,
)


def read_wanted(text: str) -> Wanted:
    """What the first telling words ask for: "where did they meet when ..." asks where."""
    text = _NAMED.sub(r"\1mention", _DRIVEN.sub(r"\1", _SETTING.sub("", text)))
    first = _wanted_of(_FURTHER.split(text)[0])
    return _wanted_of(text) if first is Wanted.ANYTHING else first


def _wanted_of(text: str) -> Wanted:
    found = [
        (match.start(), order, wanted)
        for order, (wanted, pattern) in enumerate(_COMPILED)
        if (match := pattern.search(text)) and not (wanted is Wanted.RECOMMENDATION and _WHY.match(text))
    ]
    return min(found)[2] if found else Wanted.ANYTHING


@lru_cache(maxsize=256)
def also_wanted(text: str) -> tuple[Wanted, ...]:
    """What each further question in one sentence asks for: "how many came and who paid for it"."""
    return tuple(dict.fromkeys(map(read_wanted, further_questions(text))))


def further_questions(text: str) -> list[str]:
    """The questions in one sentence after its first: "what it would cost" of "who wrote it and what it would cost"."""
    return [part.strip() for part in _FURTHER.split(_SETTING.sub("", text))[1:]]


@lru_cache(maxsize=256)
def read_asks(text: str) -> tuple[tuple[str, Wanted], ...]:
    """Each question in one sentence, with what it asks for: one of "Staff and desks: what was the ratio", whose first
    words ask nothing."""
    first, *further = _FURTHER.split(_SETTING.sub("", text))
    asks_first = not further or _ASKS.search(first) or _wanted_of(first) is not Wanted.ANYTHING
    return tuple((part.strip(), read_wanted(part)) for part in ((first, *further) if asks_first else further))
