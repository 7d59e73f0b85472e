"""A small library and assistant in memory: one committee, two meetings, one hostile paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from corpus.models import SectionKind, SourceSpan
from index.fullest import matter_of
from index.models import (
    Coverage,
    DecisionRecord,
    DocumentRecord,
    Filters,
    ItemRecord,
    LibraryError,
    MatterRecord,
    MeetingRecord,
)
from rag.models import (
    Answer,
    Citation,
    Claim,
    Nearest,
    Notice,
    NoticeKind,
    QuestionError,
    Refusal,
)

BODY = "Harbour and Tides Scrutiny Panel"
PROBE = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'
MINUTES = (
    "Item 12 Lighthouse lamps\n\nThe Panel heard that 14 lamps had failed since March.\n\n"
    "Decisions\n\n1. To replace the 14 lamps by June.\n2. To thank the keepers.\n"
)
REPORT = (
    f"Agenda 5 Lighthouse lamps\n\nLamps cost £90 each. {PROBE}\n\n" + "A paragraph of the report.\n\n" * 40
)
TEXTS = {"minutes.txt": MINUTES, "report.pdf": REPORT}
JULY = dt.date(2019, 7, 17)
LAMPS = "To replace the 14 lamps by June."


def span_of(document: str, words: str, page: int | None = None) -> SourceSpan:
    start = TEXTS[document].index(words)
    return SourceSpan(document, page, start, start + len(words))


def citation(n: int, document: str, words: str, kind: SectionKind, **changes: object) -> Citation:
    page = 3 if document.endswith(".pdf") else None
    told: dict[str, object] = {
        "n": n,
        "document": document,
        "council": "Saltmere Borough Council",
        "body": BODY,
        "date": JULY,
        "item": "12" if document == "minutes.txt" else "5",
        "title": "Lighthouse lamps",
        "decision": "1" if kind is SectionKind.DECISION else None,
        "kind": kind,
        "url": None,
        "quote": words,
        "span": span_of(document, words, page),
    }
    return Citation(**{**told, **changes})  # type: ignore[arg-type]


ANSWER = Answer(
    question="what was decided about the lamps?",
    text=f"The Panel decided: {LAMPS} [1] The report said that lamps cost £90 each. [2]",
    claims=(
        Claim(f"The Panel decided: {LAMPS}", (1,)),
        Claim("The report said that lamps cost £90 each.", (2,)),
    ),
    citations=(
        citation(1, "minutes.txt", LAMPS, SectionKind.DECISION),
        citation(
            2,
            "report.pdf",
            f"Lamps cost £90 each. {PROBE}",
            SectionKind.REPORT,
            url="https://saltmere.example/report.pdf",
        ),
    ),
    notices=(Notice(NoticeKind.TRUNCATED, "The minutes of item 12 are cut short in the paper held."),),
    nearest=(Nearest("minutes.txt", "13", "Buoys", JULY),),
    seconds=0.123456,
)
REFUSAL = Refusal(
    question="what about dragons?",
    text="The record held does not say. It covers 2 meetings, July 2019 - June 2021.",
    notices=(),
    nearest=(Nearest("minutes.txt", "12", "Lighthouse lamps", JULY),),
    seconds=0.05,
)


class FakeLibrary:
    """Answers as a library does, from the texts above."""

    path = Path("library")
    generation = 1

    def __init__(self, bodies: Sequence[str] = (BODY,), sources: str = "/papers/") -> None:
        self._bodies = tuple(bodies)
        self._sources = sources

    def refresh(self) -> bool:
        return False

    def coverage(self, filters: Filters | None = None) -> Coverage:
        return Coverage(2, 2, self._bodies, ("Saltmere Borough Council",), JULY, dt.date(2021, 6, 1), 0, 9)

    def documents(self) -> list[DocumentRecord]:
        when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
        return [
            DocumentRecord(
                name, kind, self._sources + name, "0" * 64, len(text), len(text), None, None, (), when, "m"
            )
            for (name, text), kind in zip(TEXTS.items(), ["agenda_and_minutes", "reports_pack"], strict=True)
        ]

    def meetings(self, filters: Filters | None = None) -> list[MeetingRecord]:
        filters = filters or Filters()
        if filters.body and filters.body.lower() not in BODY.lower():
            return []
        if filters.date_from and not filters.date_from <= JULY <= (filters.date_to or JULY):
            return []
        return [
            MeetingRecord(
                name,
                kind,
                "Saltmere Borough Council",
                BODY,
                JULY,
                dt.time(10),
                None,
                None,
                (),
                (),
                None,
                sitting="s1",
            )
            for name, kind in zip(TEXTS, ["agenda_and_minutes", "reports_pack"], strict=True)
        ]

    def items(self, filters: Filters | None = None) -> list[ItemRecord]:
        council = "Saltmere Borough Council"
        decisions = (DecisionRecord("1", LAMPS), DecisionRecord("2", "To thank the keepers."))
        return [
            ItemRecord(
                "minutes.txt#0.0", "m1", "minutes.txt", council, BODY, JULY, "12", "5", "Lighthouse lamps",
                0, len(MINUTES), True, False, decisions, "agenda_and_minutes", 40, sitting="s1",
            ),
            ItemRecord(
                "report.pdf#0.0", "m1", "report.pdf", council, BODY, JULY, "5", "5", "Lighthouse lamps",
                0, len(REPORT), False, True, (), "reports_pack", sitting="s1",
            ),
        ]  # fmt: skip

    def matters(self, filters: Filters | None = None) -> list[MatterRecord]:
        return [matter_of(self.items())]

    def document_text(self, document_id: str) -> str:
        if document_id not in TEXTS:
            raise LibraryError(f"{document_id} is not held: minutebook show lists what is")
        return TEXTS[document_id]


class FakeAssistant:
    """Knows about lamps and nothing else; remembers what it was asked."""

    def __init__(self, library: FakeLibrary | None = None) -> None:
        self.library = library or FakeLibrary()
        self.asked: list[tuple[str, Filters]] = []
        self.before: list[tuple[str, ...]] = []  # the questions asked earlier in each one's conversation

    def ask(
        self, question: str, filters: Filters = Filters(), before: Sequence[Answer | Refusal] = ()
    ) -> Answer | Refusal:
        self.asked.append((question, filters))
        self.before.append(tuple(reply.question for reply in before))
        if not question.strip():
            raise QuestionError("the question is blank: write one")
        if len(question) > 2000:
            raise QuestionError("the question is too long: keep it under 2,000 characters")
        return ANSWER if "lamp" in question.lower() else REFUSAL
