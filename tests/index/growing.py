"""Papers of one matter, and a library that they come to and go from one at a time."""

from __future__ import annotations

from pathlib import Path

from corpus.models import Publication
from corpus.publication import write_publications
from index.ingest import ingest, remove
from index.library import Library
from index.models import Filters, MatterRecord

BODY, DAY = "Harbour Panel", "2021-05-04"
HEAD = f"Council: Saltmere Borough Council\nBody: {BODY}\nDate: {DAY}\n"
TALK = "Members asked why the lamps of the outer quay went dark in March."
MORE = "The harbour master answered that salt had reached the cables."
DECIDED = "! 1 To renew the cables before winter."
PAGE = f"{HEAD}Kind: agenda_and_minutes\n# 51 Lamps of the Quay\n{TALK}\n...\n"
SERVICE = f"{HEAD}Kind: agenda_and_minutes\n# 51 (2) Lamps of the Quay\n{TALK}\n{MORE}\n{DECIDED}\n"
PRINTED = f"{HEAD}# 51 (2) Lamps of the quay\n{TALK.upper()}\n{MORE}\n{DECIDED}\n"
PACK = f"{HEAD}Kind: reports_pack\n# 2 (2) Lamps of the Quay\n$ A lamp costs ninety pounds.\n"
DRAFT = f"{HEAD}State: draft\n# 51 (2) Lamps of the Quay\n{TALK}\nA clerk's note that was struck out.\n{DECIDED}\n"
LIST = f"{HEAD}Kind: decisions\n# 2 Lamps of the Quay\n{DECIDED}\n"


class Growing:
    """A library that papers come to and go from, one at a time."""

    def __init__(self, folder: Path, embedder: object) -> None:
        self.folder, self.embedder = folder, embedder
        self.papers = folder / "papers"
        self.papers.mkdir()

    def add(self, name: str, text: str, published: Publication | None = None) -> None:
        path = self.papers / f"{name}.txt"
        path.write_text(text)
        if published:
            write_publications(self.papers, {path.name: published})
        report = ingest(self.folder / "library", [path], embedder=self.embedder)  # type: ignore[arg-type]
        assert [paper.status for paper in report.papers] in (["added"], ["replaced"]), report.papers

    def remove(self, name: str) -> None:
        remove(self.folder / "library", [f"{name}.txt"])

    def open(self) -> Library:
        return Library.open(self.folder / "library", self.embedder)  # type: ignore[arg-type]

    def matters(self, filters: Filters = Filters()) -> list[MatterRecord]:
        with self.open() as library:
            return library.matters(filters)

    def found(self, filters: Filters = Filters()) -> dict[str, set[str]]:
        """By document, the words that both searches find; they find the same."""
        with self.open() as library:
            near = library.store.nearest(self.embedder.embed_query("lamps"), 1000, filters)  # type: ignore[attr-defined]
            words = sorted(library.words())
            by_words = {
                hit.passage.id
                for at in range(0, len(words), 40)
                for hit in library.store.matching(words[at : at + 40], 1000, filters)
            }
            assert by_words == {hit.passage.id for hit in near}
            held: dict[str, set[str]] = {}
            for hit in near:
                if hit.passage.item_key:
                    held.setdefault(hit.passage.span.document_id.removesuffix(".txt"), set()).add(
                        hit.passage.text
                    )
            return held

    def state(self) -> object:
        """All that a reader sees, without what tells when it came."""
        with self.open() as library:
            passages = [
                (p.span, p.text, p.council, p.matter, p.truncated, p.set_aside, p.numbers)
                for p in library.passages()
            ]
            meetings = [(m.document, m.council, m.sitting) for m in library.meetings()]
            return passages, meetings, library.matters(), library.coverage()
