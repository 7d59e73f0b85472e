"""What an asker says of papers that differ, beside the question: it helps to find nothing, and is left aside.

"How many had a child under five? I've seen two numbers." asks how many; no paper speaks of numbers seen.
"""

from __future__ import annotations

import re

from corpus.parts.dates import MONTHS
from rag.understanding.days import find_times

_MONTH = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in MONTHS)})\b")
_SEEN = r"(?:see|seen|seeing|saw|hear|heard|hearing|find|found|finding|read|reading|get|getting|got|given|giving|told)"
_SEVERAL = (
    r"(?:two|three|several|different|differing|conflicting|contradictory|various|both|another|other|mixed"
    r"|more\s+than\s+one)"
)
_THINGS = (
    r"(?:numbers?|figures?|dates?|days?|amounts?|sums?|totals?|answers?|versions?|accounts?|names?|titles?|years?|months?"
    r"|values?|spellings?|things)"
)
_SOURCES = (
    r"(?:(?:the|two|these|both|our|my|different)\s+){0,2}(?:[\w’'-]+\s+){0,2}?"
    r"(?:minutes|papers|reports?|documents?|sources?|packs?|agendas?|speeches|records?)"
)
_DIFFER = (
    r"(?:(?:do|does|did)(?:\s+not|n['’]t)\s+(?:seem\s+to\s+)?(?:agree|match|tally)|(?:seem\s+to\s+)?(?:differ|disagree)"
    r"|(?:seem\s+to\s+)?(?:say|give|have)\s+(?:both|two|different)|contradict\s+each\s+other)"
)
_ASIDE = re.compile(
    # "I've seen two numbers", "and keep seeing different figures"
    rf"(?:(?:\b(?:but|and|as|because|since)\s+)?(?:\b(?:I|we)(?:['’]ve)?\s+)(?:(?:have|am|are|keep|kept|also|been|was|were)\s+){{0,3}}"
    rf"|\b(?:but|and)\s+(?:keep|kept)\s+){_SEEN}\s+(?:about\s+|of\s+)?{_SEVERAL}(?:\s+[\w’'-]+)?\s+{_THINGS}\b"
    # "the minutes seem to say both", "the two speeches don't seem to agree"
    rf"|(?<![\w’'-])(?:{_SOURCES})(?:\s+of\s+[\w’' -]{{1,40}}?)?\s+{_DIFFER}\b"
    # "one set of minutes says spring, the other summer"
    r"|(?P<values>\bone\s+(?:set|paper|report|page|document|version|source|of\s+the\s+[\w’'-]+)\b[^.?!]{0,80}?,?\s+"
    r"(?:and\s+|but\s+)?(?:the\s+other|another)\b)",
    re.IGNORECASE,
)
_SEEMS = r"(?:(?:seem|appear|look)s?\s+(?:to\s+)?)"
_NOT = r"(?:(?:do|does|did|is|are|was|were)(?:\s+not|n['’]t)|never)"
_ONE = r"(?:two|three|both|several|different|differing|conflicting|contradictory|various|another|more\s+than\s+one)"
# A sentence of its own that says no more than that papers differ, in whatever words it names them.
_DIFFERS = re.compile(
    rf"\b{_NOT}\s+(?:all\s+|quite\s+|really\s+)?{_SEEMS}?(?:agree|match|tally|add\s+up|tie\s+up|square|line\s+up|correspond"
    r"|(?:be\s+)?(?:consistent|the\s+same|identical)|(?:say|give|call|use|show|print|spell|read|look|tell|have)\b[^.?!]{0,40}?\bthe\s+same)\b"
    rf"|\b{_SEEMS}?(?:(?:differ|disagree|conflict|clash|vary)s?\b(?!\s+(?:with|over|about|on)\b)|contradicts?\s+each\s+other)"
    rf"|\b{_SEEMS}?(?:give|say|have|show|print|use|list|mention|name)s?\s+{_ONE}\b"
    rf"|\b(?:{_SEEMS}|is\s+|are\s+)(?:inconsistent|at\s+odds|contradictory|different|muddled)\b"
    rf"|\b{_ONE}\s+(?:[\w’'-]+\s+)?{_THINGS}\s+(?:are|is|seem\s+to\s+be)\s+(?:going\s+(?:round|around)|about|given|quoted|floating)"
    rf"|\b{_SEEN}\s+(?:about\s+|of\s+)?{_ONE}\b",
    re.IGNORECASE,
)
_SEES = re.compile(rf"\b{_SEEN}\s+(?:about\s+|of\s+)?{_ONE}\b", re.IGNORECASE)
_OPENS_ASKING = re.compile(
    r"\W*(?:(?:and|so|but)\s+)?(?:what|which|who|whom|whose|when|where|why|how|did|do|does|is|are|was|were|has|have|had|can|could"
    r"|will|would|should|list|name|give|tell|please)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]*\s*")
# When they are of, which the question means as well: "different numbers for summer 2019".
_WHEN = re.compile(
    r"\b(?:of|in|for|from)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?\d{4}\b(?:\s+(?:[\w’'-]+\s+)?(?:papers|minutes|reports?|pack)\b)?"
)
_BETWEEN = re.compile(
    r"\b(?:between|from)\s+(?:[\w’'-]+\s+){0,2}?\d{4}\s+(?:and|to)\s+(?:[\w’'-]+\s+){0,2}?\d{4}\b",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(?:report|paper|item|decision)\s+(?=\S*\d)(?=\S*/)[\w/-]+", re.IGNORECASE)
_ASKS = re.compile(
    r"\?|\b(?:what|which|who|whom|whose|when|where|why|how|did|does|is|are|was|were|has|have)\b",
    re.IGNORECASE,
)


def leave_out_differing(text: str) -> str:
    """The question without what is said, in a sentence of its own or at the end of one, of papers that differ; as it
    stands where nothing would be left to ask."""
    kept: list[str] = []
    times: list[str] = []
    for sentence in _SENTENCE.findall(text):
        if _only_says_so(sentence):
            if _ASKS.search("".join(kept)):
                times += _times_of(sentence)
                continue
            if not _SEES.search(sentence):
                kept.append(sentence)
                continue
        aside = _ASIDE.search(sentence)
        if aside is None:
            kept.append(sentence)
            continue
        if before := sentence[: aside.start()].rstrip(" ,;:–-"):
            kept.append(f"{before}{'?' if _ASKS.search(before) else '.'} ")
        if aside["values"] is None:
            times += [match.group() for match in _WHEN.finditer(sentence, aside.start())]
    left = "".join(kept).strip()
    if not _ASKS.search(left) or left == text.strip():
        return text
    asked = left.rstrip("?. ")
    return f"{' '.join([asked, *times])}{left[len(asked) :]}"


def _only_says_so(sentence: str) -> bool:
    """Whether a sentence asks nothing and says that papers differ, but for what each says."""
    aside = _ASIDE.search(sentence)
    if "?" in sentence or _OPENS_ASKING.match(sentence) or (aside and aside["values"]):
        return False
    return _DIFFERS.search(sentence) is not None


def _times_of(sentence: str) -> list[str]:
    """The times that the sentence names the papers by, "of June 2019"; none where it names some without their year."""
    said = _DIFFERS.search(sentence)
    named = sentence[: said.start()] if said else sentence
    if " and " in named and len(find_times(named)) < 2:
        return []  # one of the two papers may be of another
    if match := _BETWEEN.search(sentence):
        return [match.group()]
    if found := [match.group() for match in (*_WHEN.finditer(sentence), *_REPORT.finditer(sentence))]:
        return found
    places = find_times(sentence)
    beside = sentence
    for start, end, *_ in reversed(places):
        beside = f"{beside[:start]}{beside[end:]}"
    return [] if _MONTH.search(beside) else [f"of {sentence[start:end]}" for start, end, *_ in places]
