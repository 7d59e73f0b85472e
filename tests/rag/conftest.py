"""Small passages, evidence and libraries made by hand, and the sample council's papers, ingested once."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.models import SectionKind, SourceSpan
from index.ingest import ingest
from index.models import Coverage, Filters, Hit, MeetingRecord, Passage, TermRecord
from index.passages import LABELS
from index.reranker import Rerankers
from rag.answering.refuse import REFUSAL
from rag.assistant import Assistant
from rag.models import Answer, Citation, Refusal
from rag.retrieval.evidence import Evidence
from rag.retrieval.retrieve import Candidate
from rag.understanding.held import Held
from rag.understanding.question import Question, read_question
from rag.understanding.resolve import resolve
from rag.writing.verify import stands

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
BODY = "Harbour Scrutiny Committee"
DATE = dt.date(2019, 7, 17)


def passage(text: str, kind: SectionKind = SectionKind.DISCUSSION, **more: object) -> Passage:
    """A passage of item 27 of 17 July 2019 in july.txt, unless told otherwise; `start` and `section` place it."""
    start, section = more.pop("start", 0), more.pop("section", "")
    document = more.pop("document", "july.txt")
    title = more.get("title", "Ferries")
    heading = f"{BODY}, 17 July 2019 | {title} | {LABELS[kind]}: {section}"
    made = Passage(
        0, SourceSpan(str(document), None, start, start + len(text)), text, heading, kind, "Quayside Council", BODY,
        DATE, "27", "5", "Ferries", None, f"{document}#1.1", None, False,
    )  # fmt: skip
    return replace(made, **more)


def evidence(text: str, kind: SectionKind = SectionKind.DISCUSSION, **more: object) -> Evidence:
    """Evidence that is a whole passage, or the part of `passage` that says `text`."""
    scores = {
        "coverage": 0.8, "titled": 0.0, "fits": True, "lacks_crux": False, "score": 1.0, "ruled_out": False,
        "relevance": 0.0, "by_words": False,
    }  # fmt: skip
    scores |= {name: more.pop(name) for name in list(more) if name in scores}
    given, fused = more.pop("passage", None), float(str(more.pop("fused", 0.1)))
    of = given if isinstance(given, Passage) else passage(text, kind, **more)
    start = of.span.start + of.text.index(text)
    return Evidence(Candidate(of, 0.5, fused), start, start + len(text), text, **scores)  # type: ignore[arg-type]


def citation(quote: str, n: int = 1, kind: SectionKind = SectionKind.DISCUSSION, **more: object) -> Citation:
    span = SourceSpan("july.txt", None, 0, len(quote))
    made = Citation(
        n, "july.txt", "Quayside Council", BODY, DATE, "27", "Ferries", None, kind, None, quote, span
    )
    return replace(made, **more)


@dataclass
class FakeLibrary:
    """Words counted by hand, or passages searched by looking for their words."""

    counts: dict[str, int]
    held: Sequence[Passage] = ()
    bodies: tuple[str, ...] = (BODY,)
    councils: tuple[str, ...] = ("Quayside Council",)
    terms: tuple[TermRecord, ...] = ()

    @property
    def store(self) -> "FakeLibrary":
        return self

    def words(self) -> dict[str, int]:
        return self.counts

    def has_together(self, one: str, other: str) -> bool:
        return any(f"{one} {other}" in each.text.casefold() for each in self.held)

    def glossary(self) -> tuple[TermRecord, ...]:
        return self.terms

    def coverage(self, filters: Filters = Filters()) -> Coverage:
        held = [each for each in self.held if filters.body is None or filters.body in (each.body or "")]
        dates = [each.date for each in held if each.date]
        documents = len({each.span.document_id for each in held})
        first, last = min(dates, default=None), max(dates, default=None)
        return Coverage(
            documents, len(set(dates)), self.bodies, self.councils, first, last, 0, len(held) or 100
        )

    def items(self, filters: Filters = Filters()) -> list[Passage]:
        return [each for each in self.held if filters.item in (None, each.item, each.agenda_number)]

    def passages(self, *, item_key: str | None = None, document: str | None = None) -> list[Passage]:
        fitting = [each for each in self.held if item_key in (None, each.item_key)]
        return [each for each in fitting if document in (None, each.span.document_id)]

    def titles(self, filters: Filters = Filters()) -> list[tuple[str, str]]:
        return [(each.item_key or "", each.title or "") for each in self.held]

    def matters_of(self, keys: Sequence[str]) -> list[SimpleNamespace]:
        """Matters of one paper or of several whose passages say that they are the same."""
        found = [each for each in self.held if each.item_key in keys]
        return [
            SimpleNamespace(
                body=each.body,
                date=each.date,
                number=each.item,
                agenda_number=each.agenda_number,
                papers=[
                    SimpleNamespace(item=SimpleNamespace(key=other.item_key))
                    for other in self.held
                    if other.item_key == each.item_key or (each.matter and other.matter == each.matter)
                ],
            )
            for each in found
        ]

    def decisions(self, item_keys: Sequence[str]) -> list[Passage]:
        return [
            each for each in self.held if each.kind is SectionKind.DECISION and each.item_key in item_keys
        ]

    def meetings(self, filters: Filters = Filters()) -> list[MeetingRecord]:
        first, last = filters.date_from or dt.date.min, filters.date_to or dt.date.max
        return [
            MeetingRecord(
                each.span.document_id,
                "minutes",
                each.council,
                each.body,
                each.date,
                None,
                None,
                None,
                (),
                (),
                None,
            )
            for each in self.held
            if each.date and first <= each.date <= last
        ]

    def matching(self, words: Sequence[str], k: int, filters: Filters) -> list[Hit]:
        found = [each for each in self.held if any(word.casefold() in each.text.casefold() for word in words)]
        return [Hit(each, 1.0, rank) for rank, each in enumerate(found[:k], start=1)]

    def nearest(self, vector: object, k: int, filters: Filters) -> list[Hit]:
        return [Hit(each, 0.5 - rank / 10, rank) for rank, each in enumerate(self.held[:k], start=1)]


class FakeMatcher:
    """Finds a question met as well as it was told of a word in the text; else not at all."""

    def __init__(self, met: Mapping[str, float]) -> None:
        self._met = met

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        return [max((met for word, met in self._met.items() if word in text), default=0.0) for text in texts]


class FakeReranker:
    """A sentence answers as far as it says the question's words of four letters and more; keeps what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[str]]] = []

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        self.asked.append((question, list(texts)))
        words = set(re.findall(r"\w{4,}", question.lower()))
        said = [set(re.findall(r"\w{4,}", text.lower())) for text in texts]
        return [len(words & each) / (len(words) or 1) for each in said]


def asked(question: str, library: object) -> Question:
    """A question, read and put to a library."""
    return resolve(read_question(question), Held(library)).question  # type: ignore[arg-type]


def hold(assistant: Assistant, reply: Answer | Refusal, filters: Filters = Filters()) -> None:
    """What holds of every reply."""
    if isinstance(reply, Refusal):
        assert reply.status == "refused"
        assert reply.text.startswith(REFUSAL)
        assert re.search(r"Held: \d[\d,]* (?:meetings?|papers?)\b", reply.text)
        return
    assert reply.status == "answered" and reply.claims and reply.citations
    assert [each.n for each in reply.citations] == list(range(1, len(reply.citations) + 1))
    for each in reply.citations:
        text = assistant.library.document_text(each.document)
        assert each.quote == text[each.span.start : each.span.end] != ""
        assert each.span.document_id == each.document
        assert filters.document in (None, each.document)
        assert filters.body is None or filters.body in (each.body or "").lower()
        assert not (filters.date_from or filters.date_to) or each.date is not None
        assert filters.date_from is None or each.date >= filters.date_from
        assert filters.date_to is None or each.date <= filters.date_to
    for claim in reply.claims:
        cited = [reply.citations[n - 1] for n in claim.citations]
        assert cited
        assert stands(claim, cited)
        assert digits(claim.text) <= digits(" ".join(each.quote for each in cited))
        assert "\n" not in claim.text
        (line,) = {
            line
            for line in unexplained(reply).splitlines()
            if f": {claim.text} [{claim.citations[0]}]" in line
        }
        assert line.startswith("• Decided:") == (cited[0].kind is SectionKind.DECISION)
    for term in reply.terms:
        words = " ".join(reply.citations[term.citation - 1].quote.split())
        assert term.long in words and re.search(rf"(?<!\w){term.short.rstrip('s')}", words)
        assert re.search(
            rf"{term.short.rstrip('s')}s? {re.escape(f'[{term.long}][{term.citation}]')}", reply.text
        )
    told = {n for claim in reply.claims for n in claim.citations} | {term.citation for term in reply.terms}
    assert told == {each.n for each in reply.citations}
    assert all(notice.text.endswith((".", "…")) for notice in reply.notices)


def unexplained(reply: Answer) -> str:
    """The text without what it explains in brackets."""
    text = reply.text
    for term in reply.terms:
        text = text.replace(f" [{term.long}][{term.citation}]", "")
    return text


def digits(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


@pytest.fixture(scope="session")
def invariants() -> Callable[..., None]:
    """Asserts what holds of every reply to a question under filters."""
    return hold


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """Makers: passage, evidence, citation, library, rerankers; asked, a question put to a library."""
    return SimpleNamespace(
        passage=passage,
        evidence=evidence,
        citation=citation,
        library=FakeLibrary,
        rerankers=lambda **met: Rerankers(FakeReranker(), FakeReranker(), FakeMatcher(met)),
        asked=asked,
    )


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the whole sample council, read with the bundled model."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    ingest(folder, [SAMPLE])
    assistant = Assistant.open(folder)
    yield assistant
    assistant.library.close()
