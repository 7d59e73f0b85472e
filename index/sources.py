"""Finding the papers among the files and folders a person names, and naming them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name` is what its document would like to be called."""

    path: Path  # absolute, links resolved: the same file is the same source however it was named
    name: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or folder that gives no paper, and why. `failed` when a person named it."""

    name: str
    reason: str
    failed: bool


def find_papers(inputs: Sequence[Path]) -> Iterator[Source | Unread]:
    """The papers in `inputs`, each file once; folders are walked in order of name, without hidden files."""
    seen: set[Path] = set()
    for given in inputs:
        for found in _papers_in(Path(given)):
            if isinstance(found, Unread):
                yield found
            elif found.path not in seen:
                seen.add(found.path)
                yield found


def _papers_in(given: Path) -> Iterator[Source | Unread]:
    if not str(given).strip():
        yield Unread(str(given), "The path is empty; name a file or a folder.", True)
    elif given.is_dir():
        yield from _walk(given)
    elif not given.exists():
        yield Unread(printable(str(given)), "There is no such file or folder.", True)
    elif not given.is_file():
        yield Unread(printable(str(given)), "It is neither a file nor a folder.", True)
    elif given.suffix.lower() not in SUFFIXES:
        yield Unread(printable(given.name), _unsupported(given), True)
    else:
        yield Source(given.resolve(), printable(given.name))


def _walk(folder: Path) -> Iterator[Source | Unread]:
    found_any = False
    refused: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(files) if not name.startswith(".")):
            name = printable(path.relative_to(folder).as_posix())
            if path.suffix.lower() not in SUFFIXES:
                yield Unread(name, _unsupported(path), False)
                continue
            found_any = True
            yield Source(path.resolve(), name)
    for error in refused:
        yield Unread(printable(str(error.filename)), f"The folder cannot be read: {error.strerror}.", True)
    if not found_any and not refused:
        yield Unread(printable(str(folder)), "The folder holds no .txt, .html or .pdf paper.", True)


def _unsupported(path: Path) -> str:
    what = f"{printable(path.suffix)} files are" if path.suffix else "files without a suffix are"
    return f"{what} not read; papers are .txt, .html or .pdf."


def printable(name: str) -> str:
    """`name` without control characters and broken bytes, so that it can be shown and typed."""
    whole = os.fsencode(name).decode("utf-8", "replace")
    return "".join(
        "_" if unicodedata.category(letter).startswith("C") else letter
        for letter in unicodedata.normalize("NFC", whole)
    )


def free_name(source: Source, taken: Iterable[str]) -> str:
    """The source's name, with as many parent folders before it as make it unlike every name `taken`."""
    taken = set(taken)
    if source.name not in taken:
        return source.name
    inner = source.name.count("/") + 1
    parents = [printable(part) for part in source.path.parts[1:-inner]]
    for parent in reversed(parents):
        name = f"{parent}/{source.name}" if source.name in taken else source.name
        source = Source(source.path, name)
        if name not in taken:
            return name
    return next(name for n in range(2, len(taken) + 3) if (name := f"{source.name} ({n})") not in taken)
