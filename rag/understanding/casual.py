"""Words as they are typed in haste or by ear, where it is plain what they stand for: "wot", "hi needs"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rag.understanding.contractions import contraction
from rag.understanding.english import frequencies
from rag.understanding.words import STOP

Together = Callable[[str, str], bool]  # whether the papers have two words side by side

# Short for other words, though some are words themselves. Never mended where the papers use them.
CASUAL = {
    # what is asked
    "wat": "what", "wot": "what", "whot": "what", "wots": "what's", "wats": "what's", "wotever": "whatever",
    "wen": "when", "wenn": "when", "whn": "when", "wher": "where", "whare": "where", "wair": "where", "wich": "which",
    "whitch": "which", "whoo": "who", "hoos": "who's", 
    "howmany": "how many", "howmuch": "how much", "howlong": "how long", "meny": "many", "menny": "many",
    "mutch": "much", "moch": "much", "wy": "why", "whi": "why", "wether": "whether", "wot's": "what's",
    # small words
    "hav": "have", "havin": "having", "tha": "the", "thay": "they", "ther": "there", "thear": "there", "thair": "their",
    "thier": "their", "thees": "these", "thoes": "those", "abt": "about", "abowt": "about", "abot": "about",
    "abaht": "about",
    "cos": "because", "coz": "because", "cuz": "because", "bcos": "because", "becos": "because", "becoz": "because",
    "becuz": "because", "wos": "was", "woz": "was", "wer": "were", "cud": "could", "shud": "should", "wud": "would",
    "whould": "would", "sed": "said", "sez": "says", "eny": "any", "enny": "any", "evry": "every",
    "evrything": "everything", "evryone": "everyone",
    "enything": "anything", "enyone": "anyone", "sumthing": "something", "sumone": "someone",
    "sumwhere": "somewhere", "nuthing": "nothing", "agen": "again", "agenst": "against", "befor": "before",
    "beefore": "before", "sinse": "since", "untill": "until", "til": "until", "frum": "from", "ov": "of", "iz": "is",
    "wiv": "with", "wif": "with", "wivout": "without", "thru": "through", "thro": "through", "ur": "your", "u": "you",
    "cudnt": "couldn't", "shudnt": "shouldn't", "wudnt": "wouldn't", "wil": "will", "wit": "with",
    "didn": "didn't", "dint": "didn't", "dosent": "doesn't", "dosnt": "doesn't",
    "dun": "done", "duz": "does", "dus": "does", "giv": "give", "gav": "gave",
    "sevral": "several", "alot": "a lot", "tho": "though", "altho": "although", "thort": "thought", "bort": "bought",
    "infront": "in front", "aswell": "as well", "incase": "in case",
    "wanna": "want to", "gonna": "going to", "dunno": "don't know",
    # others
    "pls": "please", "plz": "please", "thx": "thanks", "ppl": "people", "dept": "department", "govt": "government",
    "cttee": "committee", "ctte": "committee", "mtg": "meeting", "mtgs": "meetings", "yrs": "years", "yeer": "year",
    "yeers": "years", "munth": "month", "munths": "months", "enuf": "enough", "nite": "night", "skool": "school",
    "skools": "schools", "fone": "phone", "kidz": "kids", "skul": "school", "libry": "library",
    "libery": "library", "liberry": "library", "persent": "percent",
}  # fmt: skip

MUCH_MORE = 50  # times
_OPENS = r"(?:^|(?<=[,;:?.] )|(?<=\band )|(?<=\bor )|(?<=\bbut ))"
_ASKING = r"(?: (?:is|are|was|were|did|does|do|will|can|could|would|should|has|have)\b)"
_ACTING = r" (?:is|was|were|are|did|does|has|had|will|sai?e?d|chaire?d|spoke|moved|prop|second|asked|raise|voted|wrote)"
_NO_NOUN = (  # behind which an article never stands
    r"(?:did|do|does|has|had|have|was|were|is|are|will|would|can|could|should)(?:n['’]?t)?|what|whats|who|whose|when|where"
    r"|why|how|which|if|whether|the|they|he|she|it (?:is|was|did|does|has|will|would)|we"
    r"|their|his|her|its|that|this|these|those|there|then|also|not"
)
_SOUNDS_LIKE = re.compile(  # English words that stand for what they sound like
    r"(?:(?<=\bthe )|(?<=\bour )|(?<=\bcity )|(?<=\bcounty )|(?<=\btown )|(?<=\bparish )|(?<=\bborough )"
    r"|(?<=\bdistrict ))"
    r"(?P<body>counsel)\b(?!['’]s (?:advice|opinion|view)| (?:for|to) the\b| (?:advi[sc]|opini))"
    r"|\b(?P<person>counsellors?)(?= (?-i:[A-Z][a-z]))"
    rf"|{_OPENS}(?P<where>we(?:ar|re)){_ASKING}"
    rf"|{_OPENS}(?P<which>witch)(?= [^\W\d_])"
    rf"|{_OPENS}(?P<who>(?-i:hoo)(?= )|hoo(?={_ACTING}))"
    r"|(?:(?<=\band )|(?<=\bwhere did )|(?<=\bdid )|(?<=\bthat )|(?<=\bhave )|(?<=\bdo ))(?P<some>sum)(?= of th)"
    r"|\b(?P<lead>(?:did|does|do|to|will|would|can|could)(?: [\w'’.]+){0,4}? )(?<! a )(?<! the )(?<! last )"
    r"(?P<write>rite)(?= (?:about|to|in|back|down|that|off|again|the|a)\b|[?,.]|$)"
    r"|\b(?P<high>hi)(?= (?P<next>[^\W\d_]{3,}))"
    rf"|(?-i:\b(?P<and>an) (?=(?:{_NO_NOUN})\b))",
    re.IGNORECASE,
)
_MEANT = {
    "and": "and",
    "where": "where",
    "which": "which",
    "who": "who",
    "some": "some",
    "write": "write",
    "high": "high",
}


def mend_heard(
    text: str, held: Mapping[str, int], together: Together
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """ "Did the counsel agree?", where the papers speak of a council and hardly of counsel; "hi needs", where they have
    high needs. `held` says of words in how many passages they are."""
    mended: dict[str, str] = {}

    def mend(match: re.Match[str]) -> str:
        name = next(name for name in (*_MEANT, "body", "person") if match[name])
        said, at = match[name], match.start(name) - match.start()
        right = _MEANT.get(name) or _council(said)
        if name == "high":
            is_meant = together("high", match["next"].casefold())
        elif name in _MEANT:
            is_meant = said.casefold() in STOP or said.casefold() not in held
        else:
            is_meant = held.get(right.casefold(), 0) >= MUCH_MORE * max(1, held.get(said.casefold(), 0))
        if not is_meant:
            return match.group()
        mended[said] = right = (right[0].upper() if said[0].isupper() else right[0]) + right[1:]
        return match.group()[:at] + right + match.group()[at + len(said) :]

    return _SOUNDS_LIKE.sub(mend, text), tuple(mended.items())


def _council(said: str) -> str:
    return said.casefold().replace("nsel", "ncil")


def plainly_meant(word: str) -> str | None:
    """What a lower-case word stands for that is no word, or hardly one: "wot", "waht", "doin"."""
    return CASUAL.get(word) or contraction(word) or swapped(word) or _with_its_g(word)


def swapped(word: str) -> str | None:
    """The small word that this one is with two letters exchanged: "waht", "adn"."""
    if len(word) < 3 or word in frequencies():
        return None
    swaps = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return next((other for other in swaps if other in STOP), None)


def _with_its_g(word: str) -> str | None:
    """ "Doin" is "doing", "raisin" no "raising"."""
    counts = frequencies()
    whole = word + "g"
    is_form = word.endswith("in") and len(word) > 3 and whole in counts
    return whole if is_form and counts[whole] > 1000 * max(1000, counts.get(word, 0)) else None
