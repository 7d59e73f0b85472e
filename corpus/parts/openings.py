"""Lines that open an item in minutes as people type them: numbered in several styles, or headings without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from corpus.parts.counting import Opening
from corpus.parts.lines import Line

LONGEST_TITLE = 300
_SHORT_LINE, _LONG_LINE, _LEAST_TITLE = 40, 150, 15  # characters
_BULLETS = "•¢»©>«*®°"  # and what a machine makes of them
_NUMBERED = re.compile(
    r"(?P<number>\d{1,3}(?:[A-Z](?=[.:])|\s?\([a-z]\)(?=[\s.:]|$))?)(?:\s?(?P<mark>[.:;,)])(?!\d)\s*|\s+|$)(?P<title>\S.*)?$"
)
_ITEM = re.compile(
    r"(?:Agenda\s+)?Item\s+(?:No\.?\s*|Number\s+)?(?P<number>\d{1,3}(?:\s?\([a-z]\))?)"
    r"\s*(?P<mark>[:.;–—-]{1,2}|$)?\s*(?P<title>\S.*)?$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\d{1,2}\s+will\s+(?:ask|move)\b")  # a machine reads a capital I as 1
_ASKED = re.compile(r"[“\"‘']?(?:[I|/!l1]{1,2}|We)\s+(?:will\s+)?(?:ask|move|call)\b")
_OWN_WORDS = re.compile(
    r"\s+[“\"‘']?(?:I|We)\s+(?:will\s+)?(?:ask|move|call|propose)\b"
)  # of a motion, behind its heading
_BUSINESS = re.compile(  # a sentence that a heading is joined to
    r"\s(?:\([a-z]\)\s?)?(?=(?:Circulated|Councillor|Cllr|Cmhlr|Members|At\s+the|On\s+the|It\s+was|Following|In\s+response|"
    r"The\s+(?:Members?|Mayor|Deputy|Cathaoirleach|Chair\w*|Chief|Director|A/|Acting|Senior|Head|Council|Meetings?|Report))\b)"
    r"|\s(?=“)"
)
_ANSWERED = re.compile(r"(?:REPLY|Reply)\b")
SUBMITTED = re.compile(
    r"(?P<lost>.{0,4}?)\b(?:Q?uestions?|Notices?\s+of\s+Motion|Motion)\s+(?:(?:submitted|received|tabled)\s+)?(?:by|from)\s+(?:Councillor|Cllr|Cmhlr)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\d{1,3}[A-Z]?(?:\s?\([a-z]\))?\s?[.:)]\s*[^\W\d_]")  # "3. Roads"
_LOST_NUMBER = re.compile(
    r"(?![eo¢»©>•*–-]\s)(?:[A-Za-z]{1,2}|[^\w\s])[.,:;]?\s+(?=[A-Z][a-z])"
)  # "Ss. Roads" was "5. Roads"
_SEVERAL = re.compile(r"(?:Questions|Notices|Motions)\b", re.IGNORECASE)
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
_ALONE = re.compile(
    r"(?P<lost>.{0,5}?)\b(?:Votes?\s+of\s+\w+|Expressions?\s+of\s+\w+|Any\s+Other\s+(?:Competent\s+)?Business|A\.?O\.?B\.?|Correspondence|"
    r"(?:Date|Time)\s+of\s+(?:the\s+)?Next\s+Meeting|Next\s+Meeting|Suspension\s+of\s+Standing\s+Orders?|"
    r"(?:Get\s+Well|Good)\s+Wishes|Condolences|Congratulations|(?:Disclosures?|Declarations?)\s+of\s+Interests?|"
    r"Adjournment(?:\s+of\s+(?:the\s+)?Meeting)?|Sympath(?:y|ies)|Minute[’']?s?\s+Silence|Adoption\s+of\s+Minutes|"
    r"Matters\s+Arising)\b.{0,60}$",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"(?:Requests?\s+(?:to|for|from)\b|To\s+(?:consider|receive|note|review|discuss|approve|adopt|agree|confirm|elect|appoint|fix|set|hear|examine)|"
    r"Notices?\s+of\s+Motion|Motions?\s+submitted|Adoption|Confirm(?:ation)?|Minutes|Apologies|Matters\s+Arising|"
    r"Correspondence|Any\s+Other|A\.?O\.?B)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_VOWEL = re.compile(r"[aeiouáéíóú]", re.IGNORECASE)


def count_candidates(
    lines: Sequence[Line], bold: Set[int], quoted: Set[int], scanned: bool = False
) -> list[Opening]:
    """Lines that a number opens ("3.", "3)", "Item 3:", "3(a)"), each weighed by how much it looks like the heading
    of an item; and lines that open a question or a motion, whose number may have been lost.

    `bold` holds the offsets of bold lines, `quoted` the indexes of lines within a quotation; `scanned` tells that
    a machine read the paper from pictures, and may have lost numbers.
    """
    matches = [_number(line.text) for line in lines]
    found = []
    for at, match in enumerate(matches):
        if match is None:
            if scanned and (lost := _LOST_NUMBER.match(lines[at].text)) and lines[at].text[-1] not in ".,;":
                title = lines[at].text[lost.end() :]
                if len(title) < 80 and is_title(title) and not NO_TITLE.match(title):
                    found.append(Opening(None, title_of(title), at, 1, 1.9))
                    continue
            if submitted := SUBMITTED.match(lines[at].text):
                leads = at + 1 < len(lines) and matches[at + 1] is not None
                several = leads and _SEVERAL.match(lines[at].text)
                if len(lines[at].text) < 120 and not several:
                    title = title_of(lines[at].text[submitted.end("lost") :])
                    sure = scanned or is_group(lines[max(at - 1, 0)])
                    weight = 3.0 if scanned and not leads else 2.0 if sure else 1.0
                    found.append(Opening(None, title, at, 1, weight))
            continue
        found.append(_numbered(lines, at, matches, bold, quoted, scanned))
    return [each for each in found if each.number is None or each.number[0] != "0"]


def _numbered(
    lines: Sequence[Line],
    at: int,
    matches: Sequence[re.Match[str] | None],
    bold: Set[int],
    quoted: Set[int],
    scanned: bool,
) -> Opening:
    """What the number on line `at` opens; with the line above, where that says whose question it is."""
    match = matches[at]
    assert match is not None
    title, used = match["title"] or "", 1
    if not title and at + 1 < len(lines) and matches[at + 1] is None and _may_head(lines[at + 1].text):
        title, used = lines[at + 1].text, 2
    shown = title_of(title)
    weight = _weight(
        shown if is_title(shown) else title,
        lines[at].start in bold or (used == 2 and lines[at + 1].start in bold),
    )
    if scanned and title[:1].islower() and len(title) < 60 and title[-1] not in ".;,":
        weight += 1.2  # the first letter of what is underlined is often lost
    below = lines[at + used].text if at + used < len(lines) else ""
    asked = _ASKED.match(below) or _ASKS.match(below) or _OWN_WORDS.search(title)
    weight += 1.5 if asked else 0  # "I will ask at the next meeting ...": a question or a motion
    answered = _is_answered(lines, matches, at)
    weight += 2.5 if answered else 0
    if match.re is _ITEM:
        weight += 0.5 if match["mark"] is None and title else 3
    else:
        weight += {".": 0.0, ")": -0.2, None: -1.5}.get(match["mark"], -0.5)
        weight -= 1.5 * _in_list(matches, at) + 6.0 * (at in quoted)
    if scanned and match["mark"] is None and (usual := _ALONE.match(title)) and usual.end("lost"):
        return Opening(
            None, title_of(title[usual.end("lost") :]), at, 1, 2.0
        )  # of "1." something else was read
    first = at
    if at and title and matches[at - 1] is None and _says_whose(lines[at - 1].text):
        first, used, weight = at - 1, used + 1, weight + 1
    number = re.sub(r"[\s()]", "", match["number"]).upper()
    sure = (asked and SUBMITTED.match(title)) or (answered and _ASKED.match(title) and match["mark"])
    return Opening(number, title_of(title), first, used, weight, bool(sure) and at not in quoted)


def _may_head(text: str) -> bool:
    """Whether a line may be the heading of the number above it; a title may stand in quotation marks."""
    quoted = text[0] == "“" and text[-1] == "”" and len(text) < 80 and is_title(text)
    return quoted or not NO_TITLE.match(text)


def _says_whose(text: str) -> bool:
    return len(text) < 120 and SUBMITTED.match(text) is not None


def _is_answered(lines: Sequence[Line], matches: Sequence[re.Match[str] | None], at: int) -> bool:
    """Whether a reply stands just below, and no other number before it: the line asks something."""
    for below in range(at + 1, min(at + 4, len(lines))):
        if _ANSWERED.match(lines[below].text):
            return True
        if matches[below] is not None:
            return False
    return False


def _number(text: str) -> re.Match[str] | None:
    if text[0].isdigit():
        return None if _ASKS.match(text) else _NUMBERED.match(text)
    return _ITEM.match(text) if text[0] in "IiAa" else None


def _in_list(matches: Sequence[re.Match[str] | None], at: int) -> bool:
    """Whether the line before or behind is numbered as well: rows of a list stand close together."""
    near = (matches[index] for index in (at - 1, at + 1) if 0 <= index < len(matches))
    return any(match is not None and match["mark"] is not None and match["title"] for match in near)


def _weight(title: str, is_bold: bool) -> float:
    """How much words look like a heading: bold, one of the usual ones, short, in title case, no sentence."""
    if not title:
        return 0.2
    weight = 2.5 if is_bold else 0.0
    if _MATTER.match(title) or SUBMITTED.match(title):
        return weight + 2
    if _ASKED.match(title):
        return weight + 1
    if is_title(title):
        return weight + (2 if len(title) < 90 or title.isupper() else 1)
    if len(title) > 160:
        return weight - 2
    if title[-1] in ".;,?!" or title[0].islower() or title[0] in "€£$":
        return weight - 1
    return weight + (1.5 if len(title) < 90 else 0.5)


def is_title(text: str) -> bool:
    """Whether most longer words open with a capital, as in a heading."""
    words = _WORD.findall(text)
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def title_of(text: str) -> str:
    """A heading as it is shown: without the motion that it is joined to, nor a colon, and cut to a length."""
    end = None
    if SUBMITTED.search(text):
        end = _OWN_WORDS.search(text)
    elif len(text) > _LONG_LINE and not _ASKED.match(text):
        end = _BUSINESS.search(text, _LEAST_TITLE)
    return text[: min(LONGEST_TITLE, end.start() if end else LONGEST_TITLE)].rstrip(" :–-*")


def unnumbered(lines: Sequence[Line], at: int) -> Opening:
    """An item that the line opens; with the number that is printed, though it does not count on."""
    match = _NUMBERED.match(lines[at].text)
    if match and match["mark"] and match["title"]:
        return Opening(re.sub(r"[\s()]", "", match["number"]).upper(), title_of(match["title"]), at, 1)
    alone = _ALONE.match(lines[at].text) or SUBMITTED.match(lines[at].text)
    return Opening(None, title_of(lines[at].text[alone.end("lost") if alone else 0 :]), at, 1)


def is_group(line: Line) -> bool:
    """A heading that only groups items: QUESTIONS, NOTICES OF MOTION."""
    return _GROUP.match(line.text) is not None


def is_alone(line: Line) -> bool:
    """A heading that councils print without a number: "Votes of Sympathy", "Any Other Business"."""
    text = line.text
    return (
        len(text) < 90
        and text[-1] not in ".,"
        and _ALONE.match(text) is not None
        and not NO_TITLE.match(text)
    )


def is_heading(lines: Sequence[Line], at: int, bold: Set[int]) -> bool:
    """A line set apart by bold print or capitals, or in title case above a sentence."""
    text = lines[at].text
    if len(text) > 150 or at + 1 == len(lines) or lines[at].is_row or text[0].islower() or "€" in text:
        return False
    if text[-1] in ';,”"’' or (text[-1] == "." and not (lines[at].start in bold and _MATTER.match(text))):
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
    asked = SUBMITTED.match(last.title) or _ASKED.match(last.title)
    answered = any(_ANSWERED.match(line.text) for line in lines[behind : behind + 3])
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
    return not listed and len(lines[at + 1].text) > _SHORT_LINE
