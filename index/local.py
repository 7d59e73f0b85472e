"""The store on this machine: FAISS for meaning, SQLite's FTS5 for words."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Sequence

import faiss
import numpy as np

from index import vectors
from index.catalogue import Catalogue
from index.models import Filters, Hit, LibraryError, Vectors
from index.rows import select

MOST_WORDS = 64  # of one search: more would only be noise, and SQLite bounds an expression
HEADING_WEIGHT = 0.5  # against 1.0 for the passage's own words

log = logging.getLogger(__name__)


class LocalStore:
    """Both searches over one catalogue's snapshot. Filters choose the passages before anything is ranked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._index = _load_index(catalogue)
        self._set_aside = _ids(catalogue, "p.set_aside", ())

    def nearest(self, vector: Vectors, k: int, filters: Filters) -> list[Hit]:
        """Passages by cosine, best first; equal scores in order of id."""
        if self._index is None:
            return []
        if vector.size != self._index.d:
            raise LibraryError(
                f"The question's vector has {vector.size} dimensions and the library's have {self._index.d}; "
                "use the model the library was made with."
            )
        among = self._among(filters)
        return self._hits(vectors.search(self._index, vector, k, among, without=self._set_aside))

    def matching(self, words: Sequence[str], k: int, filters: Filters) -> list[Hit]:
        """Passages by BM25 over stemmed words (any of them), best first."""
        wanted = self._worth_finding(words)
        if not wanted or k < 1:
            return []
        where, values = self._catalogue.search_condition(filters)
        chosen = f"AND +rowid IN ({select('p.id', 'passages p', where)})"
        if not filters:  # the few that are set aside are sooner told than all the others
            chosen = "AND +rowid NOT IN (SELECT id FROM passages WHERE set_aside)"
        # FTS5 ranks low for good; the sign is turned so that higher is better here too.
        sql = select(
            f"rowid, -bm25(passage_words, 1.0, {HEADING_WEIGHT}) AS score",
            "passage_words",
            f"passage_words MATCH ? {chosen}",
            "score DESC, rowid LIMIT ?",
        )
        return self._hits(
            self._catalogue.rows(sql, [" OR ".join(f'"{word}"' for word in wanted), *values, k])
        )

    def _worth_finding(self, words: Iterable[str]) -> list[str]:
        """Plain words, each once, without those that FTS5 gives no weight: in over half of the passages."""
        found = (part for word in words for part in re.findall(r"[^\W_]+(?:[./-][^\W_]+)*", word.lower()))
        wanted = list(dict.fromkeys(found))[:MOST_WORDS]
        if not wanted:
            return []
        common = self._catalogue.rows(
            "SELECT word FROM words WHERE word IN (SELECT value FROM json_each(?)) "
            "AND passages * 2 > (SELECT count(*) FROM passages)",
            [json.dumps(wanted)],
        )
        return [word for word in wanted if (word,) not in common] or wanted

    def _among(self, filters: Filters) -> vectors.Ids | None:
        """The ids to choose from; None for all that are not set aside."""
        return _ids(self._catalogue, *self._catalogue.search_condition(filters)) if filters else None

    def _hits(self, found: Sequence[tuple[int, float]]) -> list[Hit]:
        passages = self._catalogue.passages_by_id([id for id, _ in found])
        held = [(passages[id], score) for id, score in found if id in passages]
        return [Hit(passage, score, rank) for rank, (passage, score) in enumerate(held, 1)]


def _ids(catalogue: Catalogue, where: str, values: Sequence[object]) -> vectors.Ids:
    ((ids,),) = catalogue.rows(select("json_group_array(p.id)", "passages p", where), values)
    return np.array(json.loads(ids), np.int64)


def _load_index(catalogue: Catalogue) -> faiss.Index | None:
    """The index of the catalogue's generation, made again if its file is lost; None when nothing is held."""
    generation, dimensions = int(catalogue.meta["generation"]), int(catalogue.meta["dimensions"])
    if not dimensions:
        return None
    index = vectors.read(catalogue.path, generation, catalogue.meta["faiss_sha256"])
    if index is not None:
        return index
    log.warning("the vector file of the library at %s is missing or damaged; made again", catalogue.path)
    rows = catalogue.rows("SELECT p.id, v.vector FROM passages p JOIN vectors v USING (hash) ORDER BY p.id")
    return vectors.from_rows(rows, dimensions)
