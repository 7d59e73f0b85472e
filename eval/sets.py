"""Sets of known answers, the papers each is about, and a library of those papers."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from eval.models import EvaluationError

_HOUSE = Path(__file__).resolve().parents[1]
_SEEDS, _SAMPLE = _HOUSE.parent / "shared" / "seeds", _HOUSE / "corpus" / "sample"
# The unseen sets were written by others, from the papers alone, after the thresholds had been set.
PAPERS = {"seeds": _SEEDS, "sample": _SAMPLE, "seeds-unseen": _SEEDS, "sample-unseen": _SAMPLE}
NAMES = tuple(PAPERS)


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A file of known answers and the folder of papers it is about (None: the asker names a library)."""

    name: str
    file: Path
    papers: Path | None


def find(name: str, papers: Path | None = None) -> KnownSet:
    """The set called `name` (one of NAMES), or the file of that path. Raises EvaluationError."""
    if name in PAPERS:
        return KnownSet(name, _HOUSE / "eval" / "known_answers" / f"{name}.jsonl", papers or PAPERS[name])
    if not Path(name).is_file():
        raise EvaluationError(
            f"{name} is no set of known answers; name one of {', '.join(NAMES)}, or a JSONL file."
        )
    return KnownSet(Path(name).stem, Path(name), papers)


def absent(known_set: KnownSet) -> str | None:
    """Why no library of the set's papers can be built, in a sentence; None when the papers are there."""
    papers = known_set.papers
    if papers is None:
        return f"Say which papers {known_set.file} is about: --papers DIR or --library DIR."
    if not papers.is_dir() or not any(papers.iterdir()):
        return f"The papers of {known_set.name!r} are not at {papers}; name their folder: --papers DIR."
    return None


def library_of(known_set: KnownSet) -> Path:
    """A library of the set's papers, built in `cache()` unless it is there already.

    Its name is a digest of the papers and of the code that reads and indexes them, so a change to either
    builds anew. Raises EvaluationError when the papers are absent, LibraryError when indexing fails.
    """
    from index.ingest import ingest

    papers = known_set.papers
    if papers is None or absent(known_set):
        raise EvaluationError(absent(known_set))
    library = cache() / f"{papers.name}-{_digest(papers)}"
    library.parent.mkdir(parents=True, exist_ok=True)
    report = ingest(library, [papers])
    for paper in report.papers:
        if paper.status == "failed":
            print(f"{paper.document}: {paper.reason}", file=sys.stderr)
    return library


def cache() -> Path:
    """Where libraries built for evaluation are kept: in the checkout, else in the user's cache."""
    if (_HOUSE / "pyproject.toml").is_file():
        return _HOUSE / "build" / "evaluation"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "minutebook" / "evaluation"


def _digest(papers: Path) -> str:
    digest = hashlib.sha256()
    code = [path for room in ("corpus", "index") for path in sorted((_HOUSE / room).glob("*.py"))]
    for path in [*code, *sorted(path for path in papers.rglob("*") if path.is_file())]:
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()[:16]
