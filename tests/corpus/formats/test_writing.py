"""Marks stay true while blanks are left out around them."""

from __future__ import annotations

import pytest

from corpus.formats.writing import Writer
from corpus.models import MarkKind

KIND = MarkKind.TITLE


def write(*pieces: str) -> tuple[str, list[str]]:
    """ "[" opens a mark, "]" closes the last, "|" is a gap, "*" a bullet; anything else is written."""
    out = Writer()
    runs = []
    for piece in pieces:
        match piece:
            case "[":
                runs.append(out.open(KIND))
            case "]":
                out.close(runs.pop())
            case "|":
                out.gap()
            case "*":
                out.lead("•")
            case _:
                out.write(piece)
    text, marks = out.finish()
    return text, [text[mark.start : mark.end] for mark in marks]


@pytest.mark.parametrize(
    ("pieces", "text", "marked"),
    [
        (("[", "one", "]"), "one\n", ["one"]),
        (("  a ", "[", " one ", "]", " b  "), "a  one  b\n", ["one"]),
        (("a", "[", "|", "one", "|", "|", "two", "|", "]", "b"), "a\n\none\n\ntwo\n\nb\n", ["one\n\ntwo"]),
        (("[", "  ", "|", "]", "a"), "a\n", []),
        (("[", "|", "[", " one", "]", " two", "]"), "one two\n", ["one two", "one"]),
        (("*", "|", " ", "[", "one", "]", "|"), "• one\n", ["one"]),
        (("\t", "[", "£4", "]"), "\t£4\n", ["£4"]),
        (("a\n\n\n\n[b", "[", "c\nd", "]"), "a\n\n[bc\nd\n", ["c\nd"]),
        (("\u00a0", "[", "one\u00a0", "]", "\u00a0\n"), "one\n", ["one"]),
    ],
)
def test_marks_hold_their_words(pieces: tuple[str, ...], text: str, marked: list[str]) -> None:
    assert write(*pieces) == (text, marked)


def test_a_mark_left_open_goes_to_the_end() -> None:
    out = Writer()
    out.write("one ")
    out.open(KIND, "value")
    out.write("two\n\nthree  ")
    text, marks = out.finish()
    assert (text, [(text[mark.start : mark.end], mark.value) for mark in marks]) == (
        "one two\n\nthree\n",
        [("two\n\nthree", "value")],
    )
