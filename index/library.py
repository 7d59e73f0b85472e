"""A library: one folder that holds what was ingested, opened for asking."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from corpus.models import Document, Outcome, SectionKind
from index.catalogue import Catalogue
from index.deciding import Moved, items_cut_short, items_deciding, moved
from index.embed import chosen_model, load
from index.local import LocalStore
from index.models import (
    Coverage,
    DocumentRecord,
    Embedder,
    Filters,
    ItemRecord,
    LibraryError,
    MatterRecord,
    MeetingRecord,
    Passage,
    Store,
    TermRecord,
)
from index.saying import Saying, Wording, passages_among, saying
from index.terms import read_terms


class Library:
    """What was ingested, as of one moment; `refresh` moves on to the newest. Usable from several threads."""

    def __init__(self, catalogue: Catalogue, embedder: Embedder) -> None:
        self.path = catalogue.path
        self.embedder = embedder
        self._catalogue = catalogue
        self.store: Store = LocalStore(catalogue)
        self._state = catalogue.state

    @classmethod
    def open(cls, path: Path, embedder: Embedder | None = None) -> Library:
        """Opens the library at `path`.

        Raises LibraryError when it is absent, damaged, of another version, or made with another model
        than `embedder`'s or the one that MINUTEBOOK_MODEL names.
        """
        catalogue = Catalogue(Path(path))
        try:
            made_with = catalogue.meta["model"]
            asked = embedder.model if embedder else chosen_model()
            if asked is not None and asked != made_with:
                raise other_model(catalogue.path, made_with, asked)
            return cls(catalogue, embedder or load(made_with))
        except BaseException:
            catalogue.close()
            raise

    def refresh(self) -> bool:
        """Reloads when another process has ingested; True when it did."""
        self._catalogue.renew()
        if self._catalogue.state == self._state:
            return False
        made_with = self._catalogue.meta["model"]
        if made_with != self.embedder.model:
            raise other_model(self.path, made_with, self.embedder.model)
        self.store = LocalStore(self._catalogue)
        self._state = self._catalogue.state
        return True

    @property
    def generation(self) -> int:
        """How many times what is held has changed."""
        return int(self._catalogue.meta["generation"])

    def close(self) -> None:
        self._catalogue.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def coverage(self, filters: Filters = Filters()) -> Coverage:
        return self._catalogue.coverage(filters)

    def documents(self) -> list[DocumentRecord]:
        """By id."""
        return self._catalogue.documents()

    def meetings(self, filters: Filters = Filters()) -> list[MeetingRecord]:
        """By date (undated last), then document."""
        return self._catalogue.meetings(filters)

    def items(self, filters: Filters = Filters()) -> list[ItemRecord]:
        """By date (undated last), then document, in the order printed."""
        return self._catalogue.items(filters)

    def matters(self, filters: Filters = Filters(), *, closed: bool = False) -> list[MatterRecord]:
        """Every matter of which some paper fits the filters, put together from all its papers, in the order of
        their meetings' agendas; with `closed` only those of which something is not open to the public."""
        return self._catalogue.matters(filters, closed=closed)

    def item(self, key: str) -> ItemRecord:
        """Raises LibraryError when the library holds no such item."""
        return self._catalogue.item(key)

    def document_text(self, document_id: str) -> str:
        """The extracted text; an unambiguous part of a name will do. LibraryError when not held."""
        ((text,),) = self._catalogue.rows(
            "SELECT text FROM documents WHERE id = ?", [self._catalogue.resolve(document_id)]
        )
        return str(text)

    def document(self, document_id: str) -> Document:
        """Its text and where its pages start; its whole id is asked for. LibraryError when not held."""
        rows = self._catalogue.rows(
            "SELECT text, page_starts, url FROM documents WHERE id = ?", [document_id]
        )
        if not rows:
            raise LibraryError(
                f"The library holds no document {document_id!r}; see what it holds with: minutebook show"
            )
        ((text, starts, url),) = rows
        return Document(document_id, text, tuple(json.loads(starts)), url)

    def passages(self, *, item_key: str | None = None, document: str | None = None) -> list[Passage]:
        """Passages of an item, of a document, or all, in document order."""
        given = [("p.item_key = ?", item_key), ("p.document = ?", document)]
        parts = [(sql, value) for sql, value in given if value is not None]
        where = " AND ".join(sql for sql, _ in parts) or "1"
        return self._catalogue.passages(where, [value for _, value in parts])

    def decisions(self, item_keys: Sequence[str]) -> list[Passage]:
        """The decisions of these items, and of the same matters in other papers, in document order; also those
        that a fuller paper says too, which are marked as set aside."""
        marks = ",".join("?" * len(item_keys))
        of_matter = f"i.matter IN (SELECT matter FROM items WHERE key IN ({marks}) AND matter IS NOT NULL)"
        where = f"p.kind = 'decision' AND (p.item_key IN ({marks}) OR {of_matter})"
        return self._catalogue.passages(where, [*item_keys, *item_keys]) if item_keys else []

    def passages_of_items(self, keys: Collection[str], kinds: Collection[SectionKind] = ()) -> list[Passage]:
        """The passages of these items, of these kinds if any are given, in document order."""
        return passages_among(self._catalogue, "item_key", keys, kinds)

    def passages_of_documents(
        self, documents: Collection[str], kinds: Collection[SectionKind] = ()
    ) -> list[Passage]:
        """The passages of these documents, of these kinds if any are given, in document order."""
        return passages_among(self._catalogue, "document", documents, kinds)

    def passages_of_kind(self, kind: SectionKind, filters: Filters = Filters()) -> list[Passage]:
        """The passages of one kind within the filters, in document order."""
        where, values = self._catalogue.search_condition(filters)
        return self._catalogue.passages(f"p.kind = ? AND {where}", [kind.value, *values])

    def passages_by_id(self, ids: Sequence[int]) -> dict[int, Passage]:
        """Those of the ids that are held, each with its passage."""
        return self._catalogue.passages_by_id(ids)

    def saying(self, wording: Wording, filters: Filters = Filters()) -> list[Saying]:
        """Every passage that says all of `wording`, itself or with its heading: complete, where a search is not."""
        return saying(self._catalogue, wording, filters)

    def titles(self, filters: Filters = Filters()) -> list[tuple[str, str]]:
        """The key and the title of every item, in no order."""
        return self._catalogue.titles(filters)

    def matters_of(self, keys: Collection[str]) -> list[MatterRecord]:
        """The matters that these items are of, in the order of their meetings' agendas."""
        return self._catalogue.matters_of(keys)

    def glossary(self) -> tuple[TermRecord, ...]:
        """Acronyms and terms that papers explain, paper by paper in the order printed; a term explained by several
        papers, or in several ways, is there as often."""
        return read_terms(self._catalogue)

    def items_deciding(
        self, filters: Filters, outcomes: Collection[Outcome] = (), *, voted: bool = False
    ) -> frozenset[str]:
        """Keys of the items with a decision of one of these outcomes (any, without them), `voted` on if so asked."""
        return items_deciding(self._catalogue, filters, outcomes, voted=voted)

    def items_cut_short(self, filters: Filters = Filters()) -> frozenset[str]:
        """Keys of the items whose minutes are cut short, and held whole in no other paper."""
        return items_cut_short(self._catalogue, filters)

    def moved(self, filters: Filters = Filters()) -> list[Moved]:
        """Who moved and seconded each decision of which the papers tell, by item and in order."""
        return moved(self._catalogue, filters)

    def words_starting(self, start: str) -> list[str]:
        """Lower-case surface words that start so, those of the most passages first."""
        rows = self._catalogue.rows(
            "SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY passages DESC, word",
            [start, start[:-1] + chr(ord(start[-1]) + 1)] if start else ["", ""],
        )
        return [word for (word,) in rows]

    def words(self) -> dict[str, int]:
        """Lower-case surface word -> number of passages it occurs in, headings included."""
        return dict(self._catalogue.rows("SELECT word, passages FROM words"))

    def has_together(self, one: str, other: str) -> bool:
        """Whether a passage or its heading has two words side by side, in whatever form."""
        phrase = '"' + " ".join(re.findall(r"\w+", f"{one} {other}")) + '"'
        sql = "SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT 1"
        return bool(self._catalogue.rows(sql, [phrase]))


def other_model(path: Path, made_with: str, asked: str) -> LibraryError:
    return LibraryError(
        f"The library at {path} was made with the model {made_with}, not {asked}; use that model "
        "(unset MINUTEBOOK_MODEL) or ingest the papers into a new folder."
    )
