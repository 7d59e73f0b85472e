"""Words about the asking rather than the matter: "for a briefing:", "I've seen two numbers", "dates please"."""

from __future__ import annotations

import re

PLAINLY = (  # how it is to be told
    r"(?:in|using|with) (?:more )?(?:plain(?:er)?|simpler?|everyday|ordinary|normal|easy|easier|layman['’]?s) "
    r"(?:english|words|terms|language)"
)
_PLAINLY = re.compile(rf"^\W*{PLAINLY}\b(?: please)?\W*|\W+{PLAINLY}(?: please)?(?=\W*$)", re.IGNORECASE)
_PURPOSES = (
    r"(?:briefings?|newsletters?|press release|articles?|blogs?|posts?|essays?|dissertation|thesis|presentation|speech"
    r"|e-?mail|letter|leaflet|notes?|files?|summary|write-?up|piece|story|column|research|report|records?)"
)
_SMALL = (
    r"(?:an?|the|my|our|this|that|it|me|us|to|of|in|on|for|exact|precise|actual|right|correct|quick|short|simple|little"
    r"|wording|words|figures?|numbers?|dates?|facts?|details?|ward|residents?|constituents?|write|put|check|know|please"
    r"|one|question|query|ask)"
)
_LEADING = re.compile(
    rf"^\W*(?:i(?:['’]m| am)?\s+|we(?:['’]re| are)?\s+)?"
    r"(?:need|want|for|after|writing|drafting|preparing|checking|doing|quick|just|one|question|query)\b"
    rf"(?:\s+(?:{_SMALL}|{_PURPOSES})\b){{0,10}}\s*(?:[:–—]|\s-|,(?=\s+(?:wh|how\b|did\b|was\b|were\b|is\b|are\b)))\s*",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"^\W*for\s+(?:the|a|my|our|this)\s+(?:[\w’'-]+\s+){{0,2}}{_PURPOSES}\s*(?::|\s[-–—])\s+", re.IGNORECASE
)
_ASIDES = re.compile(
    r"(?:(?<=[.?!;,)])|\s[–—-])\s*"
    r"(?:(?:i|we|people|they|some)?(?:['’]ve|\s+have)?\s*(?:seen|heard|got|found|read|had|say|been\s+(?:told|given|quoted))\s+"
    r"(?:two|three|both|several|different|differing|various|conflicting|contradictory|mixed|other|more than one)\s*"
    r"(?:different\s+|conflicting\s+)?"
    r"(?:numbers?|figures?|dates?|versions?|answers?|stories|accounts?|names?|totals?|amounts?|sums?|things|spellings)"
    r"|(?:i\s+|we\s+)?(?:want|need)\s+(?:all\s+of\s+them|them\s+all|the\s+lot|every\s+one|the\s+exact\s+\w+)"
    r"|(?:exact\s+)?(?:dates?|names?|figures?|numbers?|wording|words|sources?|references?)(?:\s+and\s+\w+)?\s+please"
    r"|please|thanks?(?:\s+you)?|cheers|ta|just\s+(?:checking|curious|wondering)|asking\s+for\s+a\s+friend)"
    r"\W*$",
    re.IGNORECASE,
)
_IN_THE_END = re.compile(
    r"\bwhen\s+all\s+(?:(?:the|that|this|their)\s+)?[\w’'-]+(?:\s+and\s+\w+)?\s+(?:was|were|is|had\s+been|has\s+been)\s+"
    r"(?:over|done|finished|settled|counted|complete[d]?|through)(?:\s+with)?\b"
    r"|\bwhen\s+all\s+(?:was|is|had\s+been|has\s+been)\s+said\s+and\s+done\b|\bat\s+the\s+end\s+of\s+the\s+day\b"
    r"|\b(?:when|once|after)\s+the\s+(?:dust|smoke)\s+(?:had\s+|has\s+)?(?:settled|cleared)\b"
    r"|\bwhen\s+(?:it\s+)?(?:all\s+)?(?:came|comes)\s+(?:right\s+)?down\s+to\s+it\b",
    re.IGNORECASE,
)
_IN_THE_BOX = re.compile(  # of a table: "what goes in the box for 2029?"
    r"\b(?:in|on|under|down|at)\s+the\s+(?:box|cell|square|field|row|column|line|entry|heading)\s+"
    r"(?:for|of|under|headed|marked|labelled|called)\b",
    re.IGNORECASE,
)


def leave_out_framing(text: str) -> str:
    """A question without what only says why or how it is asked. A text of nothing else comes back as it was."""
    rest = _ASIDES.sub("", _FOR.sub("", _LEADING.sub("", _PLAINLY.sub("", text), count=1), count=1))
    rest = _IN_THE_BOX.sub("for", _IN_THE_END.sub(" ", rest))
    return rest if re.search(r"\w", rest) else text


def asks_for_the_end(text: str) -> bool:
    """Whether a text asks how it ended in so many words: "when all the arguing was done"."""
    return _IN_THE_END.search(text) is not None
