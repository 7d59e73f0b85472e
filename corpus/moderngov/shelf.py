"""Where fetched papers lie, under names that a person can read, and how they are written in one step."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from corpus.models import CorpusError, Publication
from corpus.publication import MANIFEST, read_publications, write_publications

_LONGEST = 100  # characters of a title in a file's name; in bytes it stays below what file systems take
_UNNAMEABLE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_DRAFT = ".new"  # what a file that is being written ends in; it is hidden, too


def body_folder(site: Path, id: int, name: str) -> str:
    """ "cabinet-129". A body that was renamed stays where it is."""
    if site.is_dir():
        there = sorted(each.name for each in site.iterdir() if each.is_dir() and each.name.endswith(f"-{id}"))
        if there:
            return there[0]
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{slug or 'body'}-{id}"


def meeting_folder(date: dt.date, id: int) -> str:
    return f"{date.isoformat()} {id}"


def paper_name(title: str, key: str, suffix: str) -> str:
    """ "Harbour Wall Repairs 65401.pdf" for the paper of key "s65401"."""
    plain = unicodedata.normalize("NFC", _UNNAMEABLE.sub(" ", title))
    plain = "".join(" " if unicodedata.category(each).startswith("C") else each for each in plain)
    short = " ".join(plain.split())[:_LONGEST].encode()[: 2 * _LONGEST].decode(errors="ignore").strip(". ")
    number = re.sub(r"^s(?=\d)", "", re.sub(r"[^a-zA-Z0-9 ]", "", key))
    return f"{short or 'Paper'} {number}{suffix}"


def write_file(path: Path, data: bytes) -> None:
    """All of it or nothing, also when the machine stops meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name[:60]}{_DRAFT}")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def clear_drafts(folder: Path) -> None:
    """Takes away what a killed run was writing."""
    for each in folder.glob(f".*{_DRAFT}"):
        each.unlink()


def held_publications(folder: Path) -> dict[str, Publication]:
    """What is written of the folder's papers; nothing when that is damaged, since it is about to be renewed."""
    try:
        return read_publications(folder)
    except CorpusError:
        return {}


def renew_publications(folder: Path, published: Mapping[str, Publication]) -> None:
    """Writes `papers.json` where it says anything else than before, for the files that there are."""
    there = {name: said for name, said in published.items() if (folder / name).is_file()}
    if there != held_publications(folder):
        write_publications(folder, there)
    if not there and folder.is_dir():
        (folder / MANIFEST).unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
