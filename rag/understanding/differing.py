"""What an asker says of papers that differ, beside the question: it helps to find nothing, and is left aside.

"How many had a child under five? I've seen two numbers." asks how many; no paper speaks of numbers seen.
"""

from __future__ import annotations

import re

_SEEN = r"(?:see|seen|seeing|saw|hear|heard|hearing|find|found|finding|read|reading|get|getting|got|given|giving|told)"
_SEVERAL = (
    r"(?:two|three|several|different|differing|conflicting|contradictory|various|both|another|other|mixed)"
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
_SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]*\s*")
# When they are of, which the question means as well: "different numbers for summer 2019".
_WHEN = re.compile(
    r"\b(?:of|in|for|from)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?\d{4}\b(?:\s+(?:papers|minutes|reports?|pack)\b)?"
)
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
