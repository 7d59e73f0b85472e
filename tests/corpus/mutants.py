"""Damaged papers, made from sound ones by a seed: the same seed gives the same bytes."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docxs import docx, numbered, packed, par
from docxs import table as word_table
from papers import LAYOUTS, PACK, SAMPLE
from pdfs import drawn, pdf, scanned, table, written
from sites import answer, answer_item, listed, meeting_page, part, row, vote_table, word

LEVELS = 10_000
_RIGHT_TO_LEFT = "\u202eפרוטוקול הישיבה של المجلس\u202c "
_OBJECT = re.compile(
    rb"\b\d{1,5}\b(?= \d obj|/| 0 R)|/(?:Length|Kids|Count|Filter|Font|Type|Root|Contents)\b"
)


@dataclass(frozen=True, slots=True)
class Mutant:
    name: str  # what was done to what
    suffix: str
    data: bytes


def own_papers() -> list[tuple[str, bytes]]:
    """Sound papers of every format: the sample council's and small ones of our own, by suffix."""
    sample = [(path.suffix, path.read_bytes()) for path in sorted(SAMPLE.rglob("*")) if path.is_file()]
    page = meeting_page(
        row(
            "54.",
            "Roof",
            word("To consider it."),
            part("Decision:", listed("1.", "it be mended.")),
            vote_table("A", "B"),
        )
    )
    service = answer(answer_item({"agendaitemtitle": "Roof", "minutesnonemptyhtmlbody": word("It leaks.")}))
    lists = "".join(par(f"Paragraph {at}", at % 4) for at in range(20))
    typed = written([f"Paragraph {letter} of the report." for letter in "abcdef"])
    return [
        *sample,
        *((suffix, layout.encode()) for layout in LAYOUTS for suffix in (".txt", ".md")),
        (
            ".md",
            b"# Minutes\n\n**Present:** Cllr Ash\n\n1. One\n   - deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        ),
        (".html", page.encode()),
        (".xml", service),
        (".docx", docx(lists + word_table([["Item", "Cost"], ["Slates", "£40"]]), numbered())),
        (".pdf", pdf([PACK.split("\n")[at : at + 20] for at in (0, 20, 40)])),
        (
            ".pdf",
            drawn(
                [typed + table([["Item", "Cost"], ["Slates", "£40"]]), typed], [None, scanned(["A scan."])]
            ),
        ),
    ]


def mutant(seed: int, originals: Sequence[tuple[str, bytes]]) -> Mutant:
    rng = random.Random(seed)
    suffix, data = originals[seed % len(originals)]
    other = rng.choice([each for kind, each in originals if kind == suffix])
    change = rng.choice([*CHANGES, *_OWN.get(suffix, ())])
    if suffix == ".docx" and rng.random() < 0.7:  # within the archive: from without it mostly just breaks
        return Mutant(
            f"{change.__name__} in a part of {suffix}", suffix, _within_archive(rng, data, other, change)
        )
    return Mutant(f"{change.__name__} of {suffix}", suffix, change(rng, data, other))


Change = Callable[[random.Random, bytes, bytes], bytes]


def truncated(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randrange(1, len(data))]


def beheaded(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[rng.randrange(1, len(data)) :]


def spliced(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randrange(1, len(data))] + other[rng.randrange(len(other)) :]


def flipped(rng: random.Random, data: bytes, other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice([1, 10, len(data) // 50 + 1])):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def doubled(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data * 2


def reversed_lines(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return b"\n".join(reversed(data.split(b"\n")))


def shuffled_lines(rng: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def interleaved(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return b"\n".join(
        line for pair in zip(data.split(b"\n"), other.split(b"\n"), strict=False) for line in pair
    )


def in_one_line(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data.replace(b"\n", b" ") * rng.choice([1, 20])


def with_nulls(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return _put_in(rng, data, bytes(rng.choice([1, 50, 5000])))


def right_to_left(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return _put_in(rng, data, (_RIGHT_TO_LEFT * rng.choice([1, 100])).encode())


def of_two_encodings(rng: random.Random, data: bytes, other: bytes) -> bytes:
    encoding = rng.choice(["utf-16", "utf-16-be", "cp1252", "utf-7", "utf-32"])
    return _put_in(rng, data, other.decode("latin-1")[:5000].encode(encoding, "replace"))


def with_a_huge_line(rng: random.Random, data: bytes, other: bytes) -> bytes:
    unit = rng.choice(
        [b"a", b"1. ", b"\t", b"Councillor ", b"(", b"<b>", b"| ", b"**", b"RESOLVED ", b"&amp;", b"- "]
    )
    return _put_in(rng, data, unit * (200_000 // len(unit)))


def deep_lists(rng: random.Random, data: bytes, other: bytes) -> bytes:
    pieces = [
        b"<ul><li>x" * LEVELS, b"<ol><li>" * LEVELS + b"x" + b"</li></ol>" * LEVELS,
        b"".join(b" " * (2 * at) + b"- x\n" for at in range(0, LEVELS, 200)), b"> " * LEVELS + b"x\n",
        b"\n".join(b"1." * at + b" x" for at in range(200)),
    ]  # fmt: skip
    return _put_in(rng, data, b"\n\n" + rng.choice(pieces) + b"\n\n")


def nested_tables(rng: random.Random, data: bytes, other: bytes) -> bytes:
    deep = rng.choice([50, 500, LEVELS])
    pieces = [
        b"<table><tr><td>" * deep + b"x",
        b"<table><tr><td>a</td>" * deep,
        b"|" * deep + b"\n|---|\n",
        b"a\tb\n\t" * deep,
    ]
    return _put_in(rng, data, b"\n" + rng.choice(pieces) + b"\n")


def deep_elements(rng: random.Random, data: bytes, other: bytes) -> bytes:
    tag = rng.choice([b"a", b"b", b"w:sdt", b"w:tbl", b"div", b"section"])
    return _put_in(rng, data, b"<%s>" % tag * LEVELS + b"x" + b"</%s>" % tag * rng.choice([0, LEVELS]))


def with_objects_damaged(rng: random.Random, data: bytes, other: bytes) -> bytes:
    places = [match.span() for match in _OBJECT.finditer(data)] or [(0, 1)]
    changed = bytearray(data)
    for start, end in rng.sample(places, min(len(places), rng.choice([1, 3, 30]))):
        changed[start:end] = (
            str(rng.choice([0, 1, 3, 7, 99999])).rjust(end - start, "0").encode()[: end - start]
        )
    return bytes(changed)


def with_a_strange_content(rng: random.Random, data: bytes, other: bytes) -> bytes:
    pieces = [
        "q " * LEVELS,
        "[" * LEVELS,
        "BT " * LEVELS + "(x) Tj",
        "1 0 0 1 0 0 cm " * LEVELS,
        "0 0 m 9 9 l S " * LEVELS,
    ]
    text = written(["Some words of a page."])
    return drawn(
        [rng.choice([text, ""]) + rng.choice(pieces) + text, text], rotate=rng.choice([0, 90, 45, -90])
    )


CHANGES: tuple[Change, ...] = (
    truncated, beheaded, spliced, flipped, doubled, reversed_lines, shuffled_lines, interleaved, in_one_line,
    with_nulls, right_to_left, of_two_encodings, with_a_huge_line, deep_lists, nested_tables, deep_elements,
)  # fmt: skip
_OWN: dict[str, tuple[Change, ...]] = {".pdf": (with_objects_damaged,) * 8 + (with_a_strange_content,) * 3}


def _put_in(rng: random.Random, data: bytes, piece: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + piece + data[at:]


def _within_archive(rng: random.Random, data: bytes, other: bytes, change: Change) -> bytes:
    """One XML part changed and the archive packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(io.BytesIO(other)) as second:
        parts = {name: archive.read(name) for name in archive.namelist()}
        name = rng.choice(sorted(parts))
        theirs = second.read(name) if name in second.namelist() else second.read("word/document.xml")
    return packed(parts | {name: change(rng, parts[name], theirs)})


def papers_in(folders: Sequence[Path], suffixes: Sequence[str]) -> list[tuple[str, bytes]]:
    """The papers below these folders, by suffix."""
    files = sorted(path for folder in folders for path in folder.rglob("*"))
    return [(path.suffix.lower(), path.read_bytes()) for path in files if path.suffix.lower() in suffixes]
