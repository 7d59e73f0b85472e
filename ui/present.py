"""An answer as others see it: JSON for scripts, text for a terminal. Pure functions, no printing.

Words of papers are untrusted. In JSON they are exact; on a terminal, characters that could drive it
(escape sequences, direction overrides) are replaced one for one.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from corpus.models import Decision, Vote
from index.models import Coverage, DecisionRecord
from rag.answering.compose import cited_by
from rag.answering.places import SAID
from rag.models import Answer, Citation, Claim, Computed, Nearest, Notice, NoticeKind, Refusal, Term

JSON = dict[str, Any]

# C0 but white space, DEL, C1, and the marks that reorder text.
_DRIVING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = str.maketrans({"\r": " ", "\x0b": " ", "\x0c": " ", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_LINE_BREAKS = {0x7F: "\\u007f", 0x2028: "\\u2028", 0x2029: "\\u2029"} | {
    code: f"\\u{code:04x}" for code in range(0x80, 0xA0)
}


def to_json(said: Answer | Refusal) -> JSON:
    """The stable object of `minutebook ask --json`: key order kept, dates ISO, unknown null."""
    claims = said.claims if isinstance(said, Answer) else ()
    citations = said.citations if isinstance(said, Answer) else ()
    terms = said.terms if isinstance(said, Answer) else ()
    return {
        "question": said.question,
        "status": said.status,
        "answer": said.text,
        "claims": [{"text": claim.text, "citations": list(claim.citations)} for claim in claims],
        "citations": [_citation_json(citation) for citation in citations],
        "notices": [{"kind": notice.kind.value, "text": notice.text} for notice in said.notices],
        "nearest": [_nearest_json(near) for near in said.nearest],
        "seconds": round(said.seconds, 3),
        "terms": [_term_json(term) for term in terms],
        "computed": _computed_json(said.computed if isinstance(said, Answer) else None, claims),
    }


def _computed_json(computed: Computed | None, claims: Sequence[Claim]) -> JSON | None:
    """What was counted or listed, with all that it is told from; None of an answer that was found."""
    if computed is None:
        return None
    told = {"sentence": computed.sentence, "count": computed.count, "of": computed.of}
    return told | {"citations": cited_by(claims)}


def _citation_json(citation: Citation) -> JSON:
    """Words that a machine read from a picture are marked; of all others nothing is said of it."""
    told: JSON = {
        "n": citation.n,
        "document": citation.document,
        "council": citation.council,
        "body": citation.body,
        "date": _iso(citation.date),
        "item": citation.item,
        "title": citation.title,
        "decision": citation.decision,
        "kind": citation.kind.value,
        "page": citation.span.page,
        "url": citation.url,
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
    }
    return told | {"ocr": True} if citation.ocr else told


def _term_json(term: Term) -> JSON:
    return {"short": term.short, "long": term.long, "citation": term.citation}


def _nearest_json(near: Nearest) -> JSON:
    return {"document": near.document, "item": near.item, "title": near.title, "date": _iso(near.date)}


def decision_json(decision: Decision | DecisionRecord) -> JSON:
    """A decision with what it carries; null where its paper does not say."""
    return {
        "number": decision.number,
        "text": decision.text,
        "outcome": decision.outcome.value if decision.outcome else None,
        "mover": decision.mover,
        "seconder": decision.seconder,
        "votes": _vote_json(decision.vote) if decision.vote else None,
    }


def _vote_json(vote: Vote) -> JSON:
    return {
        "for": vote.in_favour,
        "against": vote.against,
        "abstained": vote.abstained,
        "named": {
            "for": list(vote.named_in_favour),
            "against": list(vote.named_against),
            "abstained": list(vote.named_abstained),
        },
    }


def json_line(value: JSON | list[JSON]) -> str:
    """One line of JSON whatever the text holds: no raw control character or Unicode line break."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_BREAKS)


def clean(text: str) -> str:
    """`text` with every character that could drive a terminal replaced, one for one."""
    return _DRIVING.sub("\ufffd", text).translate(_SPACES)


def on_one_line(text: str) -> str:
    return " ".join(clean(text).split())


def day(date: dt.date | None) -> str:
    """A date as printed in prose, "17 July 2019"; "undated" when unknown."""
    return f"{date.day} {date:%B %Y}" if date else "undated"


def kind_words(citation: Citation) -> str:
    """ "Decided (2)", "Discussed", "Reported"... what the cited words are evidence of."""
    words = "Headings of the table" if citation.titles else SAID[citation.kind]
    return f"{words} ({citation.decision})" if citation.decision else words


def place(citation: Citation) -> list[str]:
    """Where the words stand, most telling first: body, date, item and title."""
    item = f"item {citation.item}" if citation.item else "item without a number" if citation.title else None
    named = ": ".join(part for part in (item, citation.title) if part)
    return [
        on_one_line(part) for part in (citation.body or "body not stated", day(citation.date), named) if part
    ]


def paper_place(citation: Citation) -> str:
    """The paper and page: "reports.pdf, page 12"; and whether a machine read the words from a picture."""
    page = f", page {citation.span.page}" if citation.span.page else ""
    return on_one_line(citation.document) + page + (", read by OCR" if citation.ocr else "")


def near_place(near: Nearest) -> str:
    item = f"Item {near.item}: " if near.item else ""
    return on_one_line(f"{item}{near.title}, {day(near.date)} ({near.document})")


def not_cited(answer: Answer) -> list[Nearest]:
    """The nearest items that the answer does not cite already."""
    cited = {(citation.document, citation.item, citation.title) for citation in answer.citations}
    return [near for near in answer.nearest if (near.document, near.item, near.title) not in cited]


def parted(notices: Sequence[Notice]) -> tuple[list[Notice], list[Notice]]:
    """Notices to read before an answer (how it was understood, that nothing was decided), and the others."""
    leading = [notice for notice in notices if notice.kind in (NoticeKind.ASSUMED, NoticeKind.NOT_DECIDED)]
    return leading, [notice for notice in notices if notice not in leading]


def coverage_line(coverage: Coverage) -> str:
    """What a library holds: "14 meetings, 3 bodies, 2018-2024"."""
    parts = [count(coverage.meetings, "meeting"), count(len(coverage.bodies), "body", "bodies")]
    if coverage.first and coverage.last:
        first, last = coverage.first.year, coverage.last.year
        parts.append(str(first) if first == last else f"{first}\u2013{last}")
    if coverage.undated:
        parts.append(f"and {count(coverage.undated, 'undated paper')}")
    return ", ".join(parts)


def to_text(said: Answer | Refusal, width: int = 80) -> str:
    """An answer for a person: the words among their notices, then each source with its exact quoted words."""
    leading, other = parted(said.notices)
    blocks = [_wrap(f"! {notice.text}", width, "  ") for notice in leading]
    blocks.append(_answer_text(said.text, width))
    blocks += [_wrap(f"! {notice.text}", width, "  ") for notice in other]
    if isinstance(said, Answer):
        blocks += [_source_text(citation, width) for citation in said.citations]
    nearest = not_cited(said) if isinstance(said, Answer) else said.nearest
    if nearest:
        heading = "See also:" if isinstance(said, Answer) else "Nearest items:"
        lines = [_wrap(f"  - {near_place(near)}", width, "    ") for near in nearest]
        blocks.append("\n".join([heading, *lines]))
    return "\n\n".join(blocks)


def _source_text(citation: Citation, width: int) -> str:
    where = " | ".join([*place(citation), kind_words(citation)])
    found = paper_place(citation) + (f" <{on_one_line(citation.url)}>" if citation.url else "")
    quote = _wrap(f"\u201c{citation.quote.strip()}\u201d", width, "    ", first="    ")
    return "\n".join([_wrap(f"[{citation.n}] {where}", width, "    "), f"    {found}", quote])


def _answer_text(text: str, width: int) -> str:
    """The answer's own lines: a place, and under it what was said there, behind bullets."""
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = [_wrap(line, width, "  " if line.startswith("\u2022") else "") for line in lines]
    gaps = ["" if line.startswith("\u2022") else "\n" for line in lines]
    return "\n".join(gap + each for gap, each in zip(gaps, wrapped, strict=True)).lstrip("\n")


def _wrap(text: str, width: int, later: str = "", first: str = "") -> str:
    """Paragraphs kept, blank lines dropped, every line at most `width` columns where words allow."""
    lines: list[str] = []
    for line in filter(str.strip, clean(text).split("\n")):
        indent = later if lines else first + " " * (len(line) - len(line.lstrip()))
        lines += textwrap.wrap(line.strip(), max(width, 20), initial_indent=indent, subsequent_indent=later)
    return "\n".join(lines)


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Columns of text; every cell on one line, the last column free to run on."""
    cells = [[on_one_line(str(cell)) for cell in row] for row in [head, *rows]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in cells
    )


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 paper", "1,200 papers"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
