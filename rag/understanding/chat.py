"""What is no question to the record: greetings, "anything new?", wishes for an opinion or for other words. Each has its
reply."""

from __future__ import annotations

import re

from rag.understanding.framing import PLAINLY

ASK = (
    "Ask what was decided, said, reported or planned, or who was there, and name a subject, a body, a date or an item: "
    "“What was decided about school places in July 2019?”"
)
NO_OPINION = "The papers tell what was said and decided; they give no advice and no opinion."
NOT_FOLLOWED = "A question is read for what it asks of the papers; instructions in it are not followed."

IN_OTHER_WORDS = (
    "Answers are given in the papers' own words, with their acronyms explained; ask about a part of one to be told it "
    "alone."
)

_IN_OTHER_WORDS = re.compile(
    r"(?:(?:and|but|ok|sorry|so)[ ,]+)*(?:(?:can|could|would|will) you )?(?:please )?"
    r"(?:(?:say|put|explain|write|summari[sz]e|simplify|rephrase|reword|shorten|(?:tell|give) me)"
    r"(?: (?:it|that|this|them))?"
    rf"(?: again)?(?: to me)?(?: {PLAINLY}| simply| like i['’]?m (?:five|5)| more simply| shorter| briefly)?|{PLAINLY}"
    r"|(?:i )?(?:do not|don['’]?t|didn['’]?t) (?:understand|get it|follow)(?: (?:it|that|this))?"
    r"|(?:that|it) makes no sense|tl;?dr|eli5)(?: please)?[ .!?]*",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|thanks?|thank you|cheers|ok(?:ay)?|please|so|well"
    r"|yes|no|bye|goodbye|help|help me|test|testing|are you there|how are you|who are you|what are you"
    r"|what(?:'s| is) (?:this|new|up|happening|going on|the latest|the news)|anything new|any (?:news|updates?)|news"
    r"|updates?|latest|what can (?:you|i) (?:do|ask)|how do(?:es)? (?:you|this|it) work|what do you (?:know|do)"
    r"|what should i ask|tell me (?:something|anything|everything|more)|surprise me|more|go on"
    r"|and|why|what|who|when|how)"
    r"(?:\s+(?:there|please|mate|all|again|today|now|everyone|you lot|council|here|you))?[\s,.!?…]*){1,4}",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:councillors?|cllr|mr|mrs|ms|miss|dr|(?:lord |lady )?mayor|leader|chair\w*|members?|officers?|council"
    r"|directors?)"
)
_OPINION = re.compile(
    r"\b(?:who|which party|which councillor|what party) (?:should|shall|would|do|must|can) (?:i|we|you) "
    r"(?:vote|support|trust|believe|elect|choose)\b"
    r"|\b(?:should|shall) (?:i|we) vote\b"
    r"|\bdo(?:n't)? you (?:\w+ )?(?:think|like|believe|feel|prefer|recommend|reckon|agree|hate|love)\b"
    r"|\b(?:in )?your (?:honest |own |personal )?(?:opinion|view|favourite|advice)\b"
    r"|\bwho(?:'s| is) the (?:best|worst|nicest|smartest)\b"
    rf"|\b(?:is|are|was|were|isn't|aren't)\s+(?:all |the |that |our )?{_PERSON}\.?\s+(?:[\w’'-]+\s+){{0,4}}?"
    r"(?:(?:corrupt|honest|dishonest|liars?|lying|trustworthy|crooks?|crooked|stupid|idiots?|incompetent|useless|lazy"
    r"|racists?|sexists?|ugly|clueless|bent)\b|(?:(?:a |any |the )?(?:good|bad|mad|drunk|liar|crook|best|worst))\W*$)",
    re.IGNORECASE,
)


def turn_away(text: str) -> str | None:
    """What to say to somebody who asks nothing that a record could tell; None to a question."""
    if _VAGUE.fullmatch(text):
        return ASK
    if _IN_OTHER_WORDS.fullmatch(text):
        return IN_OTHER_WORDS
    return NO_OPINION if _OPINION.search(text) else None
