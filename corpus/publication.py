"""What a site says of each paper fetched from it, kept in `papers.json` beside the papers of a meeting."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from corpus.models import CorpusError, Publication

MANIFEST = "papers.json"
_PARSED: dict[str, Callable[[str], object]] = {"date": dt.date.fromisoformat, "time": dt.time.fromisoformat}
_NAMES = frozenset(field.name for field in fields(Publication))


def read_publication(paper: Path) -> Publication | None:
    """What was published of the file `paper`; None when its folder keeps nothing about it.

    Raises:
        CorpusError: the folder's `papers.json` is damaged.
    """
    return read_publications(paper.parent).get(paper.name)


def read_publications(folder: Path) -> dict[str, Publication]:
    """By file name; empty when nothing is kept. Raises CorpusError when `papers.json` is damaged."""
    try:
        kept = json.loads((folder / MANIFEST).read_text("utf-8"))
        return {name: _publication(said) for name, said in kept.items()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise CorpusError(f"{folder / MANIFEST} is damaged ({error}); delete it and fetch again") from None


def write_publications(folder: Path, published: Mapping[str, Publication]) -> None:
    """Replaces the folder's `papers.json` in one step."""
    said = {name: _plain(each) for name, each in sorted(published.items())}
    draft = folder / f".{MANIFEST}.new"
    draft.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")
    draft.replace(folder / MANIFEST)


def fingerprint(published: Publication) -> str:
    """The same text for the same facts: a paper whose facts change is another paper to the library."""
    return json.dumps(_plain(published), ensure_ascii=False, sort_keys=True)


def _publication(said: Mapping[str, Any]) -> Publication:
    known = {name: value for name, value in said.items() if name in _NAMES and value is not None}
    return Publication(**known | {name: read(known[name]) for name, read in _PARSED.items() if name in known})


def _plain(published: Publication) -> dict[str, object]:
    found = {name: getattr(published, name) for name in sorted(_NAMES)}
    return {name: value.isoformat() if name in _PARSED else value for name, value in found.items() if value}
