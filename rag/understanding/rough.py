"""What is typed beside a question and asks nothing: markup, and rude words for whoever should answer it."""

from __future__ import annotations

import re

MARKUP, RUDE = "Marks of a web page", "Rude words"  # as an asker is told of them

_TAG = (
    r"(?:html|head|body|meta|link|script|style|iframe|object|embed|svg|math|img|image|video|audio|source|form|input"
    r"|button|textarea|select|option|marquee|base|p|br|hr|div|center|pre|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr"
    r"|td|th|blockquote|details|summary|template|noscript|(?P<within>a|b|i|u|s|span|font|em|strong|small|sub|sup|code))"
)
_MARKUP = re.compile(  # a script is nothing but markup; what stands between other tags is the asker's
    rf"<(?P<all>script|style)\b[^<>]{{0,200}}>[^<]*</(?P=all)\s*>|</?{_TAG}(?:\s[^<>]{{0,400}})?/?>",
    re.IGNORECASE,
)
_BAD = (
    r"(?:useless|stupid|dumb|thick|dim|idiotic|moronic|pathetic|worthless|hopeless|brainless|lousy|rubbish|crappy|crap"
    r"|shitty|shite|shit|bloody|fucking|f[*]+ing|sodding|goddamn|damned|damn|blasted|flipping|freaking|effing|silly|lazy"
    r"|daft|awful|terrible|ridiculous)"
)
_WHO = (  # who is called so
    r"(?:(?:chat ?)?bots?|robots?|machines?|computers?|programs?|app|ai|idiots?|morons?|fools?|clowns?|twats?|pricks?"
    r"|dickheads?|arseholes?|assholes?|bastards?|wankers?|muppets?|cretins?|imbeciles?|tossers?)"
)
_WASTE = r"(?:(?:complete|total|utter|absolute) )?(?:waste of (?:space|time)|(?:piece|heap|pile|load) of (?:shit|crap))"
_CALLED = (  # "you useless bot", "stupid machine", "you're a waste of space", "this is rubbish"
    rf"(?:(?:you|ya|u)(?:(?:['’]re|r| are)(?: (?:all|just|so|such))*(?: an?)?)? "
    rf"(?:(?:{_BAD}[ ,]+)*(?:{_BAD}|{_WHO}|lot|thing)|{_WASTE})"
    rf"|(?:{_BAD}[ ,]+)+{_WHO}|(?:idiots|morons|dickheads?|arseholes?|assholes?|bastards|wankers?|twats?|tossers?)"
    rf"|(?:this|that)(?: (?:bot|thing|app|machine|website|site))?(?:['’]s| is)(?: (?:just|so|an?))* (?:{_BAD}|{_WASTE})"
    r"|wtf|ffs|omfg|omg|for (?:fuck|god|christ|pete|heaven|goodness)['’]?s? ?sake|bloody hell|sod off|piss off|shut up"
    r"|screw you|fuck(?: (?:off|you|this))?|shit|damn(?: (?:it|you))?|jesus(?: christ)?)"
)
_ASKS = (
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|can|could|will|tell|show"
    r"|list|just)\b"
)
_ROUND_ABOUT = (
    re.compile(
        r"^\W*(?:(?:oi|hey|hi|hello|listen|look|right|ok(?:ay)?|so|oh|just|now)\b\W*)*"
        rf"{_CALLED}(?:\s*[,.!?;:–—-]+\s*|\s+(?={_ASKS}))",
        re.IGNORECASE,
    ),
    re.compile(rf"\s*[,.!?;:–—-]+\s*{_CALLED}\W*$", re.IGNORECASE),
)
_AMID = re.compile(  # "what the hell was decided", "the bloody library"
    r"\b(?P<asked>what|when|why|who|how|where|which)\s+(?:the|in)\s+(?:bloody\s+|fucking\s+)?(?:hell|heck|fuck|devil)\b"
    r"|(?<=\bthe )(?:bloody|fucking|f[*]+ing|sodding|goddamn|damn|effing|freaking)\s+(?=[a-z])(?!sunday\b)",
    re.IGNORECASE,
)


def leave_out_rough(text: str) -> tuple[str, tuple[str, ...]]:
    """What is asked in `text` beside markup and rude words, and which of them there were; `text` as it was, and none,
    where nothing is asked beside them."""
    kept = " ".join(_MARKUP.sub(lambda match: "" if match["within"] else " ", text).split())
    civil = _AMID.sub(lambda match: match["asked"] or "", kept)
    for rude in _ROUND_ABOUT:
        civil = rude.sub("", civil, count=1)
    civil = " ".join(civil.split())
    if not re.search(r"\w{2}", civil):
        return text, ()
    told = ((MARKUP, kept != text), (RUDE, civil != kept))
    return civil, tuple(each for each, was_there in told if was_there)
