"""The vector index: FAISS over every passage's vector, and its file on disk.

`IndexFlatIP` compares a question with every vector: exact, so filters lose nothing to approximation, and
quick enough for what a council writes (20,000 passages of 384 floats are 30 MB and a few
milliseconds). `IndexIDMap2` carries the passage ids. Vectors have length one, so inner product is cosine
and higher is better. The file is derived: lost or damaged, it is made again from the database.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.models import Vectors

logging.getLogger("faiss.loader").setLevel(logging.WARNING)  # it tells of every build it tries

Ids = NDArray[np.int64]


def build(ids: Ids, vectors: Vectors) -> faiss.Index:
    """An index of `vectors`, shape (n, dimensions), known by `ids`, shape (n,)."""
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
    index.add_with_ids(vectors, ids)
    return index


def search(
    index: faiss.Index, vector: Vectors, k: int, among: Ids | None, without: Ids
) -> list[tuple[int, float]]:
    """(passage id, cosine) of the `k` nearest, best first: of the ids in `among`, or of all but `without`."""
    k = min(k, index.ntotal - len(without) if among is None else len(among))
    if k < 1:
        return []
    query = np.ascontiguousarray(vector, np.float32).reshape(1, -1)
    chosen = faiss.SearchParameters()
    if among is not None:
        chosen.sel = selector = faiss.IDSelectorBatch(among)  # FAISS keeps only a pointer
    elif len(without):
        selector = faiss.IDSelectorBatch(without)
        chosen.sel = others = faiss.IDSelectorNot(selector)  # noqa: F841 (likewise)
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)  # waking the others costs more than one question's search
    try:
        scores, ids = index.search(query, k, params=chosen)
    finally:
        faiss.omp_set_num_threads(threads)  # torch counts on them too
    found = [(int(id), float(score)) for id, score in zip(ids[0], scores[0], strict=True) if id >= 0]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def file_name(generation: int) -> str:
    return f"vectors-{generation}.faiss"


def write(index: faiss.Index, folder: Path, generation: int) -> str:
    """Writes the index under its final name, whole and on disk, and returns the SHA-256 of its bytes."""
    data = faiss.serialize_index(index).tobytes()
    path = folder / file_name(generation)
    passing = path.with_suffix(".writing")
    with passing.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(passing, path)
    return hashlib.sha256(data).hexdigest()


def read(folder: Path, generation: int, sha256: str) -> faiss.Index | None:
    """The index as written; None when its file is gone or is not what was written.

    FAISS trusts its input, so a file is only handed to it once its checksum agrees.
    """
    try:
        data = (folder / file_name(generation)).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        return None
    return faiss.deserialize_index(np.frombuffer(data, np.uint8))


def is_whole(folder: Path, generation: int, sha256: str) -> bool:
    """Whether the file is there as written, or none is needed because nothing is held."""
    return not sha256 or read(folder, generation, sha256) is not None


def sweep(folder: Path, keep: int) -> None:
    """Deletes the files of generations other than `keep` and what a killed writer left."""
    for path in [*folder.glob("vectors-*.faiss"), *folder.glob("vectors-*.writing")]:
        if path.name != file_name(keep):
            path.unlink(missing_ok=True)


def from_rows(rows: Sequence[tuple[int, bytes]], dimensions: int) -> faiss.Index:
    """An index of (passage id, vector bytes) rows as the database holds them."""
    ids = np.fromiter((id for id, _ in rows), np.int64, len(rows))
    vectors = np.frombuffer(b"".join(vector for _, vector in rows), np.float32)
    return build(ids, vectors.reshape(len(rows), dimensions))
