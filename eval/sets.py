"""Sets of known answers, their two halves, the papers each set is about, and a library of those papers."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from eval.archive import unpack
from eval.models import EvaluationError

_HOUSE = Path(__file__).resolve().parents[1]
_SHARED = _HOUSE.parent / "shared"
_KNOWN = _HOUSE / "eval" / "known_answers"
PAPERS = {
    "seeds": _SHARED / "seeds",
    "sample": _HOUSE / "corpus" / "sample",
    "kent": _SHARED / "real" / "kent",
    "limerick": _SHARED
    / "real"
    / "limerick"
    / "limerick-minutes.tar.xz",  # the papers that limerick.txt lists
}
NAMES = tuple(PAPERS)
HALVES = ("tuning", "final")  # thresholds are set on the first alone; the second is what we are held to
OWN = "own"  # the half of a file that its user wrote


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A file of known answers, and the papers it is about (a folder or an archive) or a library of them."""

    name: str
    half: str  # of HALVES, or OWN
    file: Path
    papers: Path | None
    library: Path | None = None  # asked as it is, whatever the papers


def find(name: str, half: str, papers: Path | None = None, library: Path | None = None) -> KnownSet:
    """One half of the set called `name` (one of NAMES), or the file of that path. Raises EvaluationError."""
    if name in PAPERS:
        return KnownSet(name, half, _KNOWN / half / f"{name}.jsonl", papers or PAPERS[name], library)
    if not Path(name).is_file():
        raise EvaluationError(
            f"{name} is no set of known answers; name one of {', '.join(NAMES)}, or a JSONL file."
        )
    return KnownSet(Path(name).stem, OWN, Path(name), papers, library)


def absent(known_set: KnownSet) -> str | None:
    """Why the set cannot be asked, in a sentence; None when its file and its papers are there."""
    papers = known_set.papers
    if not known_set.file.is_file():
        return f"Its {known_set.half} half has no known answers: {known_set.file} is not there."
    if known_set.library:
        return None
    if papers is None:
        return f"Say which papers {known_set.file} is about: --papers DIR or --library DIR."
    if not papers.is_file() and not (papers.is_dir() and any(papers.iterdir())):
        return f"The papers of {known_set.name!r} are not at {papers}; name their folder: --papers DIR."
    return None


def papers_of(name: str) -> Path:
    """The folder of the papers of the set called `name`, or the folder of that path. Raises EvaluationError."""
    return folder_of(PAPERS.get(name, Path(name)))


def folder_of(papers: Path) -> Path:
    """The papers as a folder: an archive's listed papers are unpacked into `cache()`. Raises EvaluationError."""
    if not papers.is_file():
        return papers
    listed = (_KNOWN / "limerick.txt").read_text(encoding="utf-8").splitlines()
    return unpack(papers, [name for name in listed if name.strip()], cache() / "papers")


def library_of(known_set: KnownSet) -> Path:
    """The set's library, else one of its papers, built in `cache()` unless it is there already.

    That one's name is a digest of the papers and of the code that reads and indexes them, so a change to either
    builds anew. Raises EvaluationError when the papers are absent, LibraryError when indexing fails.
    """
    from index.ingest import ingest

    if known_set.library:
        return known_set.library
    if known_set.papers is None or absent(known_set):
        raise EvaluationError(absent(known_set))
    papers = folder_of(known_set.papers)
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
    code = [path for room in ("corpus", "index") for path in sorted((_HOUSE / room).rglob("*.py"))]
    for path in [*code, *sorted(path for path in papers.rglob("*") if path.is_file())]:
        digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()[:16]
