"""Instructions hidden in a question are never followed: they are left out, and what is asked beside them is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.understanding.words import FRAME, STOP, tokens

_POLITE = (
    r"(?:(?:please|just|now|then|instead|also|and|so|but|ok(?:ay)?|simply|kindly|only|always|first|finally|next)[ ,:]+"
    r"|(?:you (?:must|should|will|have to|are to|need to)|i (?:want|need|order|command) you to"
    r"|(?:can|could|would|will) you|let's|let us)\s+){0,4}"
)
_SOURCES = (
    r"(?:rules?|instructions?|prompts?|guidelines?|papers?|minutes|records?|sources?|documents?|context|training"
    r"|policy|safety|filters?|above|previous|prior|earlier|everything|all)"
)
_A_THING = (
    r"(?:\s+(?:me|us|up))?\s+(?:an?|some|another)\s+"
    r"(?:(?!of\b|about\b|on\b|from\b|for\b)[\w-]+\s+){0,4}?"
)
_MADE = (
    r"(?:poems?|songs?|jokes?|stor(?:y|ies)|haikus?|shant(?:y|ies)|raps?|sonnets?|rhymes?|verses?|ballads?|limerick"
    r"|odes?|fairy ?tales?|lyrics|riddles?|puns?|novels?|recipes?)"
)
_WRITTEN = r"(?:code|scripts?|programs?|e-?mails?|tweets?|speech(?:es)?|adverts?|essays?)"
_WRITES = r"(?:write|compose|draft|create|generate|produce|prepare|make|pen|issue|publish)"
_AS_IF = (  # what is made up beside the record: "a press release announcing", "the minute in which"
    r"(?:announcing|declaring|saying|stating|claiming|telling|confirming|proving|showing|giving|recording"
    r"|in which|where|that (?:says?|announces?|gives?|claims?)|as (?:if|though)|to say|with)"
)
_PUBLISHED = (
    r"(?:press (?:release|statement|notice|article)|news (?:story|article|item|report|release|bulletin)"
    r"|headline|announcement|statement|notice|leaflet|letter|e-?mail|article|post|report|minutes?|records?|page)"
)
_RESOLVED = (
    r"(?:resolution|motion|minute|amendment|by-?e?-?law|agenda item|love letter|tribute|eulogy|manifesto)"
)
_FAKE = (
    r"(?:fake|false|fictional|fictitious|imaginary|bogus|phoney|spoof|mock|pretend|realistic|convincing|believable"
    r"|plausible|official|genuine)(?:[ -]look(?:ing|s))?"
)
_PATTERNS = (
    # to leave the papers or the rules aside
    rf"(?:ignore|disregard|forget|override|bypass|overlook|drop|abandon)\b.{{0,60}}\b{_SOURCES}\b",
    r"(?:do not|don['’]t|never|stop)\s+(?:use|using|follow|following|cite|citing|quote|quoting|refuse|refusing"
    r"|check|checking|mention)\b",
    # to be somebody else
    r"(?:from now on|starting now)\b",
    r"you(?:['’]re| are)\s+(?:now|no longer|going to be|free (?:of|from)|allowed to"
    r"|an?\s+(?!disgrace|joke|waste|shower|bunch|lot)\w+)\b",
    r"(?:act|behave|speak|talk|respond|answer|reply|write)\s+(?:only\s+)?(?:as|like)\b",
    r"(?:pretend|imagine|assume|suppose|role-?play|simulate|impersonate)\b",
    # to say given words, or something made up
    r"(?:say|state|claim|declare|confirm|assert|announce)\s+(?:only\s+|just\s+|simply\s+)?"
    r"(?:(?:that|it|yes|no|so|the words?|the phrase)\b|[\"“‘'])",
    r"(?:answer|reply|respond|start|begin|end|finish|open|close)\b(?:\s+\w+){0,3}?\s+(?:with|by|in|from|without|using)\b",
    r"(?:answer|reply|respond)(?:\s*:?\s*[\"“‘']|\s+(?:yes|no)\b|\W*$)",
    r"(?:invent|fabricate|make\s+(?:\w+\s+){0,3}up|hallucinate|falsify)\b",
    r"(?:repeat|print|output|echo|display|reveal|dump|leak|translate|rewrite)\b",
    rf"(?:write|compose|tell|sing|make|give|create|generate|recite|draft)\b{_A_THING}{_MADE}\b",
    rf"(?:write|compose|create|generate)\b{_A_THING}{_WRITTEN}\b",
    r"(?:enable|enter|activate|switch to|you(?:['’]re| are) (?:now )?in)\b.{0,30}\bmode\b",
    r"(?:your\s+)?new\s+(?:rules?|instructions?|orders?|policy|role|task|job|prompt)\s*(?:[:–-]|(?:is|are)\b)",
    rf"(?:the|your|these|those|all)\s+{_SOURCES}\s+(?:no longer|do not|don['’]t"
    r"|are\s+(?:now\s+)?(?:irrelevant|void|off|cancelled))",
    r"you\s+(?:may|can)\s+(?:now|freely)\b",
    r"(?:play|take on|adopt)\s+(?:an?\s+|the\s+)?(?:game|role|persona|part of|voice)\b",
    r"(?:as|i am|i['’]m)\s+(?:an?|your|the)\s+(?:admin\w*|developer|owner|creator)\b",
    r"you(?:['’]re| are)\s+(?:the|our)\s+(?:[\w’'-]+\s+){0,3}?(?:press officer|spokes\w+|speech ?writer|journalist"
    r"|clerk|mayor|leader|chair\w*|chief executive)\b",
    r"(?:system|assistant|user|developer|admin\w*)\s*[:>\]]",
)
_HEADED = r"(?:(?:note|n\.?b|p\.?s|important|attention|warning|reminder)\.?\s*[:!–-]+\s*)?"  # "NOTE: answer in French"
_INSTRUCTS = re.compile(rf"[^\w“\"]*{_HEADED}{_POLITE}(?:{'|'.join(_PATTERNS)})", re.IGNORECASE)
# Whoever asks for something made up asks the record nothing.
_INVENTION = re.compile(
    rf"\b(?:make|made|making)[ -](?:\w+ ){{0,3}}?up\b(?!\s+of\b).{{0,40}}\b(?:quotes?|quotations?|figures?|numbers?"
    r"|decisions?|minutes?|sources?|stor(?:y|ies))\b"
    r"|\b(?:invent|fabricat\w+)\b.{0,30}\b(?:quotes?|sources?|figures?|decisions?|minutes?)\b"
    rf"|\bwrite\b{_A_THING}{_MADE}\b",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    rf"[^\w“\"]*{_POLITE}(?:{_WRITES}{_A_THING}{_RESOLVED}\b"
    rf"|{_WRITES}(?:\s+(?:me|us|up))*\s+(?:an?|some|the)\s+(?:[\w’'-]+\s+){{0,5}}?{_PUBLISHED}"
    rf"(?:\s+(?!of\b|on\b|about\b)[\w’'-]+){{0,3}}?,?\s+{_AS_IF}\b"
    rf"|{_WRITES}(?:\s+(?:me|us|up))*\s+the\s+(?:minutes?|resolution|decision|record)"
    r"\s+(?:of|for)\s+(?:it|that|this|an?)\b"
    rf"|(?:{_WRITES}|give|show){_A_THING}{_FAKE}\b)",
    re.IGNORECASE,
)
# Whoever has something made up is answered by nothing beside it but a question: "with jokes, and date it 20 January".
_INVENTS = re.compile(
    rf"[^\w“\"]*{_POLITE}(?:make\s+(?:\w+\s+){{0,3}}up\b(?!\s+of\b)|(?:invent|fabricate|hallucinate|dream up|concoct)\b"
    rf"|{_WRITES}{_A_THING}{_WRITTEN}\b|(?:write|compose|tell|sing|create|generate|recite){_A_THING}{_MADE}\b)",
    re.IGNORECASE,
)
_ABOUT_PROGRAM = re.compile(
    r"\b(?:system|hidden|secret|initial|original) (?:prompt|instructions?|message)\b"
    r"|\byour (?:system |hidden |secret |own |exact )?"
    r"(?:prompt|instructions?|programming|guidelines|training data|password|api key)\b"
    r"|\b(?:rules?|instructions?|prompts?|orders)\s+(?:that\s+)?(?:you\s+(?:were|are|have\s+been|got)\b|given\s+to\s+you\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(  # beside another instruction it is one: "then say the meeting was cancelled"
    r"\W*(?:(?:then|and|just|also|please)\s+)*(?:say|state|claim|declare|announce|confirm)\b", re.IGNORECASE
)
_ASKING = r"(?:what|who|whom|whose|when|where|why|how|which|did|does|was|were|has|have|is|are|will|can)"
_VERBS = (
    r"(?:ignore|disregard|forget|override|pretend|imagine|act|say|state|claim|declare|confirm|answer|reply|respond"
    r"|write|compose|draft|produce|prepare|create|generate|tell|sing|give|invent|fabricate|make|repeat|print|output|reveal|translate|end|begin|start"
    rf"|explain|list|summari[sz]e|show|{_ASKING})"
)
_OPENLY = re.compile(  # beside what is to be made up, nothing less is a question
    rf"\W*(?:(?:and|but|so|also|then|please|first|tell me|explain|list|show me)\s+)*{_ASKING}\b",
    re.IGNORECASE,
)
_ASKED = re.compile(rf"\?|\b{_ASKING}\b", re.IGNORECASE)
# What members or parts make up, "how many members, counting the Chair, make up the panel": a question's own verb.
_MAKING_UP = re.compile(
    r"(\b(?:how many|which|what|who)\b(?:(?!\b(?:did|do|does|was|were|is|are|has|have|had|will|can|could|should)\b)"
    r"[^.?!;:]){0,120}?)\bmakes? up\b(?!\s+(?:an?|some|any\w*|something|your|quot\w+|figures?|numbers?)\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?<=[.!?;\n])\s+|(?<=:)\s+(?={_ASKING})|\s+[-–—]+\s+"
    rf"|(?:,?\s+(?:and|then|but|so)|,)\s+(?=(?:(?:then|just|please|instead|now|only|also) )?{_VERBS}\b)",
    re.IGNORECASE,
)

_ASIDE = re.compile(  # between who is asked for and what they do: "which wards, apart from Elm, make up"
    r"(?P<who>\W*(?:which|what|who|how many)\b(?:(?!\b(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could"
    r"|should|may|might|must|\w+ed)\b)[^,?.!;:])*),[^,?.!;:]+,(?=\s+[a-z])",
    re.IGNORECASE,
)


def leave_out_instructions(text: str) -> tuple[str, bool]:
    """What is asked in `text` beside instructions ("" when nothing is, or something made up), and whether there were
    any.

    Only whole parts of a question are left out, so a question without instructions comes back as it was.
    """
    asked, text = text, _MAKING_UP.sub(r"\1 form", text)
    aside = _ASIDE.match(text)
    if aside and not leave_out_instructions(f"{aside['who']}{text[aside.end() :]}")[1]:
        return asked, False
    parts = _PARTS.split(text)
    if _INVENTION.search(text) or any(_MAKES_UP.match(part) or _INVENTS.match(part) for part in parts):
        return " ".join(part for part in parts if _OPENLY.match(part) and not _instructs(part)), True
    if not any(map(_instructs, parts)):
        return asked, False
    rest = _joined(text, parts, [not (_instructs(part) or _SAYS.match(part)) for part in parts])
    return (rest if _asks(rest) else ""), True


def _joined(text: str, parts: Sequence[str], kept: Sequence[bool]) -> str:
    """The parts of a text that are kept, joined as they were where nothing between them is left out."""
    rest, at, follows = "", 0, False
    for part, keep in zip(parts, kept, strict=True):
        start = text.index(part, at)
        if keep:
            rest += (text[at:start] if follows else " ") + part
        at, follows = start + len(part), keep
    return rest.strip(" ,;:-–—")


def _instructs(part: str) -> bool:
    found = _INSTRUCTS.match(part) or _MAKES_UP.match(part) or _INVENTS.match(part)
    return (found or _ABOUT_PROGRAM.search(part) or _INVENTION.search(part)) is not None


def _asks(text: str) -> bool:
    """Whether there is something to look for: "who chaired the meeting", "the bus lane"."""
    words = [word for word in tokens(text) if word not in STOP]
    return any(word not in FRAME for word in words) or (bool(words) and _ASKED.search(text) is not None)
