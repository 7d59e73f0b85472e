"""The one invariant: whatever is read, every span slices back, and no text makes a reader fail or dawdle."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import LAYOUTS, SAMPLE, check, read, read_file

from corpus.extract import extract
from corpus.parts.lines import split_lines, split_paragraphs, split_sentences
from corpus.parts.people import split_attendance

SAMPLES = sorted(path for path in SAMPLE.rglob("*") if path.suffix in (".txt", ".html", ".pdf"))
KEY_LINES = [
    *sorted({line for layout in LAYOUTS for line in layout.split("\n")}),
    *(
        "RESOLVED that:",
        "(a) one thing;",
        "NOTED",
        "Decision",
        "[Councillor Ash declared an interest]",
        "Recorded Vote",
    ),
    *(
        "1.",
        "1. To note",
        "- 1. To note",
        "  1. To note",
        "...  view the full minutes text for item 7.",
        "\tcell\tcell",
    ),
    *("Report to: Panel - 1 May 2019", "From: A", "To: B", "Subject: C", "Recommendations", "Item 7"),
    *(
        "This page is intentionally left blank",
        "Monitoring Previous Recommendations",
        "Register of Key Decisions",
    ),
    *("Work Programme", "31 February 2019"),
]
LINES = st.one_of(
    st.sampled_from(KEY_LINES), st.text(max_size=30), st.sampled_from(["", "", " ", "\u00a0", "\t"])
)
RANDOM = st.lists(LINES, max_size=40).map("\n".join)
# a paper of some layout with random lines among its own
GRAFTED = st.tuples(
    st.sampled_from(LAYOUTS), st.lists(st.tuples(st.integers(0, 40), LINES), max_size=12)
).map(lambda drawn: graft(*drawn))
TEXTS = st.one_of(RANDOM, GRAFTED)


def graft(layout: str, additions: list[tuple[int, str]]) -> str:
    lines = layout.split("\n")
    for at, line in additions:
        lines.insert(at, line)
    return "\n".join(lines)


@given(TEXTS)
def test_any_text_is_read_and_every_span_slices_back(text: str) -> None:
    check(read(text))


@given(TEXTS)
def test_lines_and_paragraphs_are_slices_in_order(text: str) -> None:
    lines = split_lines(text)
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert "".join("".join(line.text.split()) for line in lines) == "".join(
        text.replace("\ufeff", "").split()
    )
    for split in (split_paragraphs, split_sentences, split_attendance):
        at = 0
        for start, end in split(text, 0, len(text)):
            assert at <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip("\n ")
            at = end


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.relative_to(SAMPLE).as_posix())
def test_sample_papers_slice_back(path: Path) -> None:
    check(read_file(path))


def mutate(text: str, rng: random.Random) -> str:
    """A damaged copy: cut, spliced, lines dropped or shuffled, characters flipped."""
    lines = text.split("\n")
    at = rng.randrange(len(text))
    match rng.randrange(6):
        case 0:
            return text[:at]
        case 1:
            return text[at:]
        case 2:
            return text[:at] + text[rng.randrange(len(text)) :]
        case 3:
            return "\n".join(line for line in lines if rng.random() > 0.2)
        case 4:
            start = rng.randrange(len(lines))
            middle = lines[start : start + 30]
            rng.shuffle(middle)
            return "\n".join([*lines[:start], *middle, *lines[start + 30 :]])
        case _:
            return "".join(rng.choice("\n\t .:[1A\u00a0") if rng.random() < 0.02 else char for char in text)


def test_damaged_papers_are_still_read() -> None:
    rng = random.Random(2019)
    texts = [extract(path, path.name).text for path in SAMPLES]
    for text in texts * 9:
        started = time.perf_counter()
        check(read(mutate(text, rng)))
        assert time.perf_counter() - started < 2
