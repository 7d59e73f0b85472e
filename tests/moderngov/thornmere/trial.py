"""What the tests of `minutebook fetch` share: running it, and looking at what it left on disk and in the library."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from thornmere.server import Site

from index.library import Library
from index.models import ItemRecord
from ui.cli import main

DIMENSIONS = 384
JOURNAL = ".journal.jsonl"


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of the command gave."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> dict[str, Any]:
        """What --json printed."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    def body(self, id: int) -> dict[str, Any]:
        return next(each for each in self.said["bodies"] if int(each["id"]) == id)


Fetch = Callable[..., Ran]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A site, and the library that one run made of it."""

    site: Site
    library: Path
    ran: Ran


def run(library: Path, of: str, *args: object) -> Ran:
    """`minutebook --library LIBRARY fetch OF ARGS...` in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["--library", str(library), "fetch", of, *map(str, args)])
    return Ran(status, out.getvalue(), err.getvalue())


class HashedWords:
    """Stands in for the bundled model: the same text gives the same vector, at no cost."""

    model = "all-MiniLM-L6-v2"
    dimensions = DIMENSIONS

    def embed_passages(self, texts: list[str]) -> Any:
        return (
            np.stack([self.embed_query(text) for text in texts])
            if texts
            else np.empty((0, DIMENSIONS), np.float32)
        )

    def embed_query(self, text: str) -> Any:
        vector = np.full(DIMENSIONS, 1e-3, np.float32)
        for word in re.findall(r"\w+", text.lower()):
            place = hashlib.md5(word.encode(), usedforsecurity=False).hexdigest()
            vector[int(place, 16) % DIMENSIONS] += 1
        return vector / np.linalg.norm(vector)


def files(library: Path) -> dict[str, bytes]:
    """What was fetched, by its path below `fetched`, without the journal."""
    folder = library / "fetched"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != JOURNAL
    }


def leaks(folder: Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """(file, word) for each word that any file below `folder`, hidden ones and databases too, holds in its bytes."""
    found = []
    for path in sorted(folder.rglob("*")):
        held = path.read_bytes().lower() if path.is_file() else b""
        found += [(path.relative_to(folder).as_posix(), word) for word in words if word.encode() in held]
        found += [(str(path), word) for word in words if word in path.name.lower()]
    return found


def plain(number: str | None) -> str:
    return (number or "").rstrip(".")


def items(library: Path) -> list[ItemRecord]:
    with Library.open(library) as opened:
        return opened.items()


def minutes(library: Path) -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """(body, number) -> title and decisions, of each item as the fullest paper about it has them."""
    found: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    for item in items(library):
        place = (str(item.body), plain(item.number))
        decided = tuple(sorted({" ".join(decision.text.split()) for decision in item.decisions}))
        if item.number and (place not in found or len(decided) > len(found[place][1])):
            found[place] = (item.title, decided)
    return found


def snapshot(library: Path) -> dict[str, Any]:
    """All that an asker can see of a library, in an order of its own; moments of time are left out."""
    with Library.open(library) as opened:
        return {
            "documents": [(each.id, each.kind, each.sha256, each.characters) for each in opened.documents()],
            "meetings": [(each.document, each.body, each.date, each.present) for each in opened.meetings()],
            "items": [
                (each.document, plain(each.number), each.agenda_number, each.title, len(each.decisions))
                for each in opened.items()
            ],
            "passages": sorted(
                (each.span.document_id, each.span.start, each.text) for each in opened.passages()
            ),
        }
