"""No text makes a reader dawdle: what is hard on patterns is read about as fast as any other text."""

from __future__ import annotations

import time

import pytest
from papers import LAYOUTS, check, read

from corpus.formats.html import html_to_text
from corpus.parts.lines import split_sentences
from corpus.parts.people import split_attendance

SIZE = 200_000  # characters
HARD = [
    *(
        "a",
        "A",
        " ",
        "\t",
        ".",
        ". ",
        "1. ",
        "[declared ",
        "A ",
        "Abc ",
        "Council ",
        "Cllr Aa Bb and ",
        "Mr ",
        "Mr A ",
    ),
    *(
        "held in the ",
        "minutes of the ",
        "in the chair, ",
        ", ",
        " - ",
        "Aa - 1 ",
        "...",
        "\u00a0",
        "Present ",
        "1 ",
    ),
    *(
        "... view the full minutes text for item ",
        "apologies ",
        "12 January ",
        "AB/",
        "(Item ",
        " To approve",
        "Venue: ",
    ),
    *(
        "[declare interest",
        "x\n",
        "a\t\n",
        "84. Apologies (Item 1)\n",
        "27.\n\nTitle\n\n",
        "CYP/19/20 T\n",
        "\n \n",
    ),
    *(
        "Decision\n\n1. To note\n\n",
        "RESOLVED that:\n",
        "1. One\n",
        "[Mr Ash declared an interest]\n",
        "a\tb\tc\n",
    ),
    *(
        "Minutes of the meeting held on 1 May 2019\nA\nB\nC\n",
        "Recorded Vote\n",
        "Subject" + " " * 500,
        "Heading\n\n",
    ),
]


@pytest.mark.parametrize("unit", HARD)
def test_hard_text_anywhere_in_a_paper_is_read_in_time(unit: str) -> None:
    hard = unit * (SIZE // len(unit) // 4) + "z"
    for layout in LAYOUTS:
        lines = layout.split("\n")
        for at in (4, len(lines) // 2):
            text = "\n".join([*lines[:at], hard, *lines[at:]])
            started = time.perf_counter()
            check(read(text))
            assert time.perf_counter() - started < 2, (layout[:20], at)
    for split in (split_sentences, split_attendance):
        started = time.perf_counter()
        assert list(split(hard, 0, len(hard)))
        assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "html",
    [
        "<ul>" + "<li>To note it</li>" * 100_000 + "</ul>",
        "<table>" + "<tr><td>a</td><td>b</td></tr>" * 50_000 + "</table>",
        "<p>x" + "<b> </b>" * 100_000 + "y</p>",
        "<p>" + "word<br>" * 100_000 + "</p>",
    ],
    ids=["list", "table", "blanks", "breaks"],
)
def test_long_web_pages_are_read_in_time(html: str) -> None:
    started = time.perf_counter()
    html_to_text(html)
    assert time.perf_counter() - started < 3
