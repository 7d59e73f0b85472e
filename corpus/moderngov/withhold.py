"""Telling what is not open to the public: by the site's own flags, and by what titles say.

Titles are read with care in both directions. What says that it is exempt is never asked for; what merely
speaks of exemptions ("Council Tax exemptions") or comes in parts ("Local Plan Part 2") is open.
"""

from __future__ import annotations

import re

NOTICE = "Not open to the public"  # all that is kept in the place of words that are withheld

_SORT = r"(?:exempt|confidential|restricted)"
_THING = (
    r"(?:appendi(?:x|ces)|annexe?s?|reports?|minutes?|items?|papers?|schedules?|business|sessions?|agendas?|"
    r"supplements?|enclosures?|documents?|addend(?:um|a)|cover|category|part|section|version|briefing|notes?|plans?)"
)
_NOT = r"(?<!non-)(?<!non )(?<!not )(?<!un)"
_SAYS_SO = re.compile(
    rf"\b(?:not for (?:public )?(?:publication|disclosure|release)\b"
    rf"|not (?:to be )?open to (?:the )?(?:press|public)\b"
    rf"|not (?:to be published|publicly available)\b"
    rf"|(?:press and )?public (?:are |is )?excluded\b"
    rf"|(?:contains?|containing) (?:exempt|confidential) information\b"
    rf"|{_NOT}{_SORT}\s+{_THING}\b)"
    rf"|[(\[]\s*{_SORT}\b"
    rf"|^{_SORT}(?:\s+(?:and|&|or)\s+{_SORT})*(?:\s+information)?\s*(?:[-–—:]|$)"
    rf"|[-–—:,]\s*{_SORT}(?:\s+information)?\s*$"
    rf"|\b(?:appendix|annexe?)\s+\w{{1,4}}\s+{_SORT}\s*$"
    rf"|^{_SORT}\s+{_THING}\b",
    re.IGNORECASE,
)
_PART_TWO = re.compile(
    r"^part\s+(?:2|ii)\s*(?:[-–—:]?\s*(?:exempt|confidential|private|closed|restricted)\b.*)?$"
    r"|^part\s+(?:2|ii)\s+(?:reports?|minutes?|items?|business|agenda|appendi(?:x|ces)|annexe?s?|papers?)\b"
    r"|\bpart\s+(?:2|ii)\s+(?:reports?|minutes?|items?|business|agenda)\s*$"
    r"|[(\[]\s*part\s+(?:2|ii)\s*[)\]]\s*$",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\bexclu(?:sion|de|ding)\b.{0,40}\b(?:press|public)\b|\baccess to information\b", re.IGNORECASE
)
_CLOSED_APPENDIX = re.compile(
    rf"(?<=\w)\W+(?:[a-z]+\s+){{0,2}}{_SORT}\s+(?:appendi(?:x|ces)|annexe?s?)\b[^()\[\]]*[)\]]?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\bschedule\s+12A\b", re.IGNORECASE)
_OPEN_AGAIN = re.compile(
    r"\b(?:un|non-?)restricted\b|\bpart\s+(?:1|i)\b|\bopen (?:items?|business|session)\b|\bpublic items?\b",
    re.IGNORECASE,
)
_LONGEST = 500  # characters of a title that are looked at


def is_withheld(title: str, *, of_item: bool = False) -> bool:
    """Whether a title says that what it names is not open to the public.

    The motion to exclude the public is itself public, and so is an item of which only an appendix is closed.
    """
    said = " ".join(title[:_LONGEST].split())
    if _MOTION.search(said):
        return False
    if of_item:
        said = _CLOSED_APPENDIX.sub("", said)
    return bool(_SAYS_SO.search(said) or _PART_TWO.search(said) or _REFERENCE.search(said))


def ends_withheld(heading: str) -> bool:
    """Whether a heading among the items opens the public part again: "Part 1", "UNRESTRICTED ITEMS"."""
    return _OPEN_AGAIN.search(heading) is not None
