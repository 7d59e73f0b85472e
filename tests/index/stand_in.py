"""A reader and an embedder small enough to reason about, for tests of the library alone.

A paper is lines: `Council:`, `Body:`, `Date:`, `Time:`, `Kind:`, `State: draft` or `State: cancelled`, then
`# NUMBER (AGENDA) Title` for each item (`-` for no number), `! NUMBER words` for a decision, `$ words` for a report,
`...` alone where the minutes are cut short, `x` alone for an item not open to the public, `x 2` for two such papers,
and anything else for discussion. `Unreadable` anywhere makes the paper fail.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.layouts.published import fill
from corpus.models import (
    AgendaItem,
    CorpusError,
    Decision,
    Document,
    Meeting,
    Paper,
    PaperKind,
    Publication,
    Section,
    SectionKind,
)
from index.models import Passage, Vectors

DIMENSIONS = 32


class HashedWords:
    """Vectors of hashed words: the same text gives the same vector, shared words bring texts closer."""

    dimensions = DIMENSIONS

    def __init__(self, model: str = "hashed-words") -> None:
        self.model = model
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        vector = np.full(DIMENSIONS, 1e-3, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            vector[int(hashlib.md5(word.encode(), usedforsecurity=False).hexdigest(), 16) % DIMENSIONS] += 1
        return vector / np.linalg.norm(vector)


def extract(path: Path, document_id: str, published: Publication | None = None) -> Document:
    text = path.read_text(encoding="utf-8")
    if not text or "Unreadable" in text:
        raise CorpusError("it is unreadable; save it again")
    url = published.url if published else f"https://council.example/{document_id}"
    return Document(document_id, text, page_starts=(0,), url=url, published=published)


def read_paper(document: Document) -> Paper:
    text = document.text
    facts = dict(re.findall(r"^(Council|Body|Date|Time|Kind|State): (.*)$", text, re.M))
    heads = list(re.finditer(r"^# (\S+) (?:\((\S+)\) ?)?(.*)$", text, re.M))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    items = tuple(_item(document, head, end) for head, end in zip(heads, ends, strict=True))
    front = Section(SectionKind.ATTENDANCE, document.span(0, heads[0].start() if heads else len(text)))
    meeting = Meeting(
        facts.get("Council"), facts.get("Body"), dt.date.fromisoformat(facts["Date"]) if "Date" in facts else None,
        dt.time.fromisoformat(facts["Time"]) if "Time" in facts else None,
        None, None, ("Councillor Ash",), (), items, document.span(0, len(text)), (front,),
        facts.get("State") == "draft", facts.get("State") == "cancelled",
    )  # fmt: skip
    warnings = () if meeting.date else ("It states no date.",)
    kind = PaperKind(facts.get("Kind", "minutes")) if items else PaperKind.UNKNOWN
    return fill(Paper(document, kind, (meeting,), warnings))


def _item(document: Document, head: re.Match[str], end: int) -> AgendaItem:
    sections, decisions = [], []
    facts: dict[str, int] = {}
    for line in re.finditer(r"^(! (\S+) |\$ )?(.+)$", document.text[head.end() : end], re.M):
        if line[0] == "..." or (line[0][0] == "x" and line[0][1:].strip().isdecimal()) or line[0] == "x":
            facts[line[0][0]] = int(line[0][1:].strip() or 0) if line[0] != "..." else 1
            continue
        span = document.span(head.end() + line.start(3), head.end() + line.end(3))
        kind = SectionKind.DECISION if line[2] else SectionKind.REPORT if line[1] else SectionKind.DISCUSSION
        sections.append(Section(kind, span, decision=line[2]))
        if line[2]:
            decisions.append(Decision(line[2], line[3], span))
    span = document.span(head.start(), end)
    has_report = any(section.kind is SectionKind.REPORT for section in sections)
    return AgendaItem(
        head[1] if head[1] != "-" else None, head[2], head[3], span, tuple(decisions), tuple(sections),
        "." in facts, has_report, facts.get("x") == 0, facts.get("x", 0),
    )  # fmt: skip


def passages_of(paper: Paper) -> list[Passage]:
    meeting = paper.meetings[0]
    placed: list[tuple[AgendaItem | None, str | None, Section]] = [
        (None, None, one) for one in meeting.sections
    ]
    for position, item in enumerate(meeting.items, 1):
        placed += [(item, f"{paper.document.id}#1.{position}", section) for section in item.sections]
    return [
        Passage(
            0, section.span, paper.document.slice(section.span),
            f"{meeting.body}, {meeting.date} | {item.title if item else 'Attendance'}", section.kind,
            meeting.council, meeting.body, meeting.date, item.number if item else None,
            item.agenda_number if item else None, item.title if item else None, section.decision, key, None, False,
        )
        for item, key, section in placed
    ]  # fmt: skip


def install() -> None:
    """Puts the stand-in reader in the place of the real one, in this process."""
    import corpus.extract
    import corpus.read
    import index.passages
    import index.reading
    import index.writing

    corpus.extract.extract = extract  # type: ignore[assignment]
    corpus.read.read_paper = read_paper
    index.passages.passages_of = passages_of
    index.reading.reader_version = index.writing.reader_version = lambda: "stand-in"


def paper_text(body: str, date: str | None, *items: str, council: str = "Northfold City Council") -> str:
    head = [f"Council: {council}", f"Body: {body}", *([f"Date: {date}"] if date else [])]
    return "\n".join([*head, *items]) + "\n"
