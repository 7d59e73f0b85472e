"""Finding the papers among the files and folders a person names, and naming them."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from corpus.extract import FORMATS, SUFFIXES_SAID, remedy
from corpus.publication import MANIFEST
from index.schema import DATABASE


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
    name = printable(str(given))
    try:
        mode = given.stat().st_mode
    except FileNotFoundError:
        yield Unread(name, "there is no such file or folder; check the path", True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield Unread(name, f"it cannot be opened ({getattr(error, 'strerror', None) or error})", True)
    else:
        if stat.S_ISDIR(mode):
            yield from _walk(given)
        elif not stat.S_ISREG(mode):
            yield Unread(name, "it is neither a file nor a folder", True)
        elif given.suffix.lower() not in FORMATS:
            yield Unread(name, _unsupported(given), True)
        else:
            yield Source(given.resolve(), printable(given.name))


def _walk(folder: Path) -> Iterator[Source | Unread]:
    found_any = False
    refused: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not _is_passed_over(Path(parent, name)))
        for path in (Path(parent, name) for name in sorted(files) if not name.startswith(".")):
            name = printable(path.relative_to(folder).as_posix())
            if path.name == MANIFEST:  # of the papers beside it, and none itself
                continue
            if path.suffix.lower() not in FORMATS:
                yield Unread(name, _unsupported(path), False)
            elif not path.is_file():  # a pipe would be waited for, a link may lead nowhere
                yield Unread(name, "it is not a file", True)
            else:
                found_any = True
                yield Source(path.resolve(), name)
    for error in refused:
        yield Unread(
            printable(str(error.filename)),
            f"the folder cannot be read ({error.strerror}); check its permissions",
            True,
        )
    if not found_any and not refused:
        yield Unread(printable(str(folder)), f"the folder holds no {SUFFIXES_SAID} paper", True)


def _is_passed_over(folder: Path) -> bool:
    """Hidden folders, and a library that lies among its own papers."""
    return folder.name.startswith(".") or (folder / DATABASE).exists()


def _unsupported(path: Path) -> str:
    what = f"{printable(path.suffix)} files are" if path.suffix else "files without a suffix are"
    return f"{what} not read; {remedy(path.suffix)}"


def printable(name: str) -> str:
    """`name` without control characters and broken bytes, so that it can be shown and typed."""
    whole = os.fsencode(name).decode("utf-8", "replace")
    return "".join(
        "_" if unicodedata.category(letter).startswith("C") else letter
        for letter in unicodedata.normalize("NFC", whole)
    )


def free_name(source: Source, taken: Container[str]) -> str:
    """The source's name, with as many parent folders before it as make it unlike every name `taken`."""
    inner = source.name.count("/") + 1
    parents = [printable(part) for part in source.path.parts[1:-inner]]
    names = ("/".join([*parents[at:], source.name]) for at in range(len(parents), -1, -1))
    numbered = (f"{source.name} ({number})" for number in count(2))
    return next(name for name in chain(names, numbered) if name not in taken)
