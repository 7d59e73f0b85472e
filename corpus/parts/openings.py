"""Headings of items in minutes as people type them: the usual words, what a title may be, headings without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from corpus.parts.counting import Opening
from corpus.parts.lines import Line

LONGEST_TITLE = 300
SHORT_LINE, _LONG_LINE, _LEAST_TITLE = 40, 150, 15  # characters
_BULLETS = "•¢»©>«*®°"  # and what a machine makes of them
NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:[A-Z](?=[.:])|\s?\([a-z]\)(?=[\s.:]|$))?)(?:\s?(?P<mark>[.:;,)])(?!\d)\s*|\s+|$)(?P<title>\S.*)?$"
)
ASKED = re.compile(r"[“\"‘']?(?:[I|/!l1]{1,2}|We)\s+(?:will\s+)?(?:ask|move|call)\b")
OWN_WORDS = re.compile(
    r"\s+[“\"‘']?(?:I|We)\s+(?:will\s+)?(?:ask|move|call|propose)\b"
)  # of a motion, behind its heading
_BUSINESS = re.compile(  # a sentence that a heading is joined to
    r"\s(?:\([a-z]\)\s?)?(?=(?:Circulated|Councillor|Cllr|Cmhlr|Members|At\s+the|On\s+the|It\s+was|Following|In\s+response|"
    r"The\s+(?:Members?|Mayor|Deputy|Cathaoirleach|Chair\w*|Chief|Director|A/|Acting|Senior|Head|Council|Meetings?|Report))\b)"
    r"|\s(?=“)"
)
ANSWERED = re.compile(r"(?:REPLY|Reply)\b")
SUBMITTED = re.compile(
    r"(?P<lost>.{0,4}?)\b(?:Q?uestions?|Notices?\s+of\s+Motion|Motion)\s+(?:(?:submitted|received|tabled)\s+)?(?:by|from)\s+(?:Councillor|Cllr|Cmhlr)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\d{1,3}[A-Z]?(?:\s?\([a-z]\))?\s?[.:)]\s*[^\W\d_]")  # "3. Roads"
_GROUP = re.compile(
    r"(?:QUESTIONS?|NOTICES?\s+OF\s+MOTIONS?|MOTIONS?|AGENDA|DEPUTATIONS?|PART\s+\w+|DRAFT)\s*:?$",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"[“\"‘(|!/\\•*]|I\s+will\b|REPLY|Proposed|Seconded|And\s+Resolved|Circulated\b|(?:Signed|Dated?)\b|Page\b|\W+$|That\b|"
    r"(?:Councillors?|Cllrs?|Cmhlr|Mr|Mrs|Ms)\b|(?:For(?!\s+[a-z]{4})|Against|In\s+Favour|Abst\w+)\b|.{0,60}\b(?:proposed|seconded)\s+by\b|"
    r"(?:(?:An|Deputy|Leas)[\s-]+)?(?:Ch?athaoirleach|Mayor|Chair(?:man|woman|person)?|Provost|Convener)\W*$|"
    r"(?:.{0,40}\s)?(?:PRESENT|(?:IN\s+)?ATTENDANCE)\b\W*$|"
    r"(?:This|That|The\s+meeting)\s.{0,20}\b(?:concluded|ended|closed)|CRÍOCH|Conclusion\W*$|.*\b(?:was|were|is|are)\b",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"(?P<lost>.{0,5}?)\b(?:Votes?\s+of\s+\w+|Expressions?\s+of\s+\w+|Any\s+Other\s+(?:Competent\s+)?Business|A\.?O\.?B\.?|Correspondence|"
    r"(?:Date|Time)\s+of\s+(?:the\s+)?Next\s+Meeting|Next\s+Meeting|Suspension\s+of\s+Standing\s+Orders?|"
    r"(?:Get\s+Well|Good)\s+Wishes|Condolences|Congratulations|(?:Disclosures?|Declarations?)\s+of\s+Interests?|"
    r"Adjournment(?:\s+of\s+(?:the\s+)?Meeting)?|Sympath(?:y|ies)|Minute[’']?s?\s+Silence|Adoption\s+of\s+Minutes|"
    r"Matters\s+Arising)\b.{0,60}$",
    re.IGNORECASE,
)
MATTER = re.compile(
    r"(?:Requests?\s+(?:to|for|from)\b|To\s+(?:consider|receive|note|review|discuss|approve|adopt|agree|confirm|elect|appoint|fix|set|hear|examine)|"
    r"Notices?\s+of\s+Motion|Motions?\s+submitted|Adoption|Confirm(?:ation)?|Minutes|Apologies|Matters\s+Arising|"
    r"Correspondence|Any\s+Other|A\.?O\.?B)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWEL = re.compile(r"[aeiouáéíóú]", re.IGNORECASE)


def is_title(text: str) -> bool:
    """Whether most longer words open with a capital, as in a heading."""
    words = _WORD.findall(text)
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def title_of(text: str) -> str:
    """A heading as it is shown: without the motion that it is joined to, nor a colon, and cut to a length."""
    end = None
    if SUBMITTED.search(text):
        end = OWN_WORDS.search(text)
    elif len(text) > _LONG_LINE and not ASKED.match(text):
        end = _BUSINESS.search(text, _LEAST_TITLE)
    return text[: min(LONGEST_TITLE, end.start() if end else LONGEST_TITLE)].rstrip(" :–-*")


def unnumbered(lines: Sequence[Line], at: int) -> Opening:
    """An item that the line opens; with the number that is printed, though it does not count on."""
    match = NUMBERED.match(lines[at].text)
    if match and match["mark"] and match["title"]:
        return Opening(re.sub(r"[\s()]", "", match["number"]).upper(), title_of(match["title"]), at, 1)
    alone = ALONE.match(lines[at].text) or SUBMITTED.match(lines[at].text)
    return Opening(None, title_of(lines[at].text[alone.end("lost") if alone else 0 :]), at, 1)


def is_group(line: Line) -> bool:
    """A heading that only groups items: QUESTIONS, NOTICES OF MOTION."""
    return _GROUP.match(line.text) is not None


def stretches(
    lines: Sequence[Line], openings: Sequence[Opening], end: int
) -> Iterator[tuple[Opening, Sequence[Line]]]:
    """Each opening with its lines, the last up to line `end`. Headings that group items belong to none."""
    for opening, following in pairwise([*openings, Opening(None, "", end, 0)]):
        stop = max(following.at, opening.at + opening.used)
        while stop > opening.at + opening.used and is_group(lines[stop - 1]):
            stop -= 1
        yield opening, lines[opening.at : stop]


def is_alone(line: Line) -> bool:
    """A heading that councils print without a number: "Votes of Sympathy", "Any Other Business"."""
    text = line.text
    return (
        len(text) < 90
        and (text[-1] not in ".," or text.upper().endswith("O.B."))
        and ALONE.match(text) is not None
        and not NO_TITLE.match(text)
    )


def is_heading(lines: Sequence[Line], at: int, bold: Set[int]) -> bool:
    """A line set apart by bold print or capitals, or in title case above a sentence."""
    text = lines[at].text
    if len(text) > 150 or at + 1 == len(lines) or lines[at].is_row or text[0].islower() or "€" in text:
        return False
    if text[-1] in ';,”"’' or (text[-1] == "." and not (lines[at].start in bold and MATTER.match(text))):
        return False
    if NO_TITLE.match(text) or _GROUP.match(text) or (text[0].isdigit() and not _HEADED.match(text)):
        return False
    words = _WORD.findall(text)
    if not words or sum(_VOWEL.search(word) is not None for word in words) * 2 < len(words):
        return False
    if lines[at].start in bold or is_alone(lines[at]):
        return True
    if text.isupper():
        return len(text) > 5
    after, before = lines[at + 1].text, lines[at - 1].text if at else ""
    if before and len(before) < 60 and before[-1] in ".,;" and is_title(before):
        return False  # the last of a list of names
    return (
        len(text) < 90
        and len(words) > 1
        and is_title(text)
        and len(after) > 80
        and after.rstrip('”"’')[-1:] in (".", ":")
    )


def openings_behind(lines: Sequence[Line], counted: Sequence[Opening], bold: Set[int]) -> list[Opening]:
    """Unnumbered headings behind the last number: the usual ones and those in capitals.

    A question or a motion has no headings of its own, so behind one each line set apart opens an item.
    """
    last, behind = counted[-1], counted[-1].at + counted[-1].used
    asked = SUBMITTED.match(last.title) or ASKED.match(last.title)
    answered = any(ANSWERED.match(line.text) for line in lines[behind : behind + 3])
    return [
        unnumbered(lines, at)
        for at in range(behind, len(lines))
        if is_alone(lines[at])
        or (
            (asked or answered or lines[at].text.isupper())
            and is_heading(lines, at, bold)
            and _is_free(lines, at)
        )
    ]


def _is_free(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading opens business: it is no bullet, no head of a table, and words stand below it."""
    listed = lines[at].text[0] in _BULLETS or lines[at - 1].text[-1] == ":"
    return not listed and len(lines[at + 1].text) > SHORT_LINE
