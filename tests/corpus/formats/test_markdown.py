"""Markdown: papers written in it, and printed pages that a program turned into it line by line."""

from __future__ import annotations

import time

import pytest

from corpus.formats.markdown import markdown_to_text
from corpus.models import MarkKind


def headings(text: str) -> list[str]:
    found = markdown_to_text(text)
    assert {mark.kind for mark in found.marks} <= {MarkKind.HEADING}
    return [found.text[mark.start : mark.end] for mark in found.marks]


WRITTEN = """# Moot Council

The *quick* report of the [Clerk](https://example.org/a_(b).pdf), `as read`:

* one
* two, which
  goes on

84. Apologies
85. Pond

| Item | Cost |
|------|-----:|
| Gate | £5 |

**Resolved**

Done \\*well\\* & <b>truly</b>.
"""


def test_written_markdown_loses_its_marks() -> None:
    found = markdown_to_text(WRITTEN)
    assert found.text == (
        "Moot Council\n\nThe quick report of the Clerk, as read:\n• one\n• two, which\ngoes on\n84. Apologies\n"
        "85. Pond\n\nItem\tCost\nGate\t£5\n\nResolved\n\nDone *well* & truly.\n"
    )
    assert (found.page_starts, found.url) == ((), None)


def test_headings_and_bold_paragraphs_are_marked() -> None:
    assert headings(WRITTEN) == ["Moot Council", "Resolved"]


PRINTED = """[Original file](https://example.org/papers/m%20(1).pdf)

---
Moot Council

**MINUTES OF MEETING OF MOOT**

**COUNCIL HELD IN THE MOOT HALL,**

**MOOT, ON MONDAY, 5TH MARCH, 2018.**

**1.**

**Dovecote**

The Surveyor spoke at length of the dovecote, of its roof, of its doves and of the
---
Moot Council

2

cost of slates, which the Council had to bear. He had asked three firms for a price and

had heard from one.

(a)

The cost was:

• Slates and battens

€5,000

**I will move at the next Meeting that the** **roof be mended before the 1**st** of May.**

\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_

(Image omitted)
---
Moot Council

3

The Members agreed.
"""


def test_printed_lines_are_joined_into_their_paragraphs() -> None:
    found = markdown_to_text(PRINTED)
    assert found.text == (
        "Moot Council\n\nMINUTES OF MEETING OF MOOT COUNCIL HELD IN THE MOOT HALL, MOOT, "
        "ON MONDAY, 5TH MARCH, 2018.\n\n1. Dovecote\n\nThe Surveyor spoke at length of the dovecote, of "
        "its roof, of its doves and of the cost of slates, which the Council had to bear. He had asked three firms for "
        "a price and had heard from one.\n\n"
        "(a) The cost was:\n\n• Slates and battens\t€5,000\n\n"
        "I will move at the next Meeting that the roof be mended before the 1st of May.\n\nThe Members agreed.\n"
    )
    assert found.url == "https://example.org/papers/m%20(1).pdf"


def test_pages_begin_where_their_words_do() -> None:
    found = markdown_to_text(PRINTED)
    assert [found.text[start:].split()[:3] for start in found.page_starts] == [
        ["Moot", "Council", "MINUTES"],
        ["cost", "of", "slates,"],
        ["The", "Members", "agreed."],
    ]


def test_bold_paragraphs_of_printed_pages_are_marked() -> None:
    assert [words[:11] for words in headings(PRINTED)] == ["MINUTES OF ", "1. Dovecote", "I will move"]


def test_scanned_pages_are_told_and_kept_as_they_were_read() -> None:
    page = "---\n*<small>Scanned page, text may contain errors. See original file</small>*  \n\n"
    found = markdown_to_text(
        f"{page}MINUTES of a meeting held on 1* March, 2018, at which the pond and its\nfrogs were spoken of.\n\n"
        f"| will ask about **\nProposed by A;\nSeconded by B;\n{page}The end.\n"
    )
    assert found.text == (
        "MINUTES of a meeting held on 1* March, 2018, at which the pond and its frogs were spoken of.\n\n"
        "| will ask about **\nProposed by A;\nSeconded by B;\n\nThe end.\n"
    )
    assert found.ocr_pages == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nWords that stand here on one line and\n\nthat end.\n\n---\n\nMore.\n",
        "---\ntitle: A\n---\n\n# A\n\nWords.\n",
    ],
)
def test_a_rule_alone_makes_no_printed_page(text: str) -> None:
    assert markdown_to_text(text).page_starts == ()


@pytest.mark.parametrize(
    "text",
    [
        "*" * 100_000, "**a " * 30_000, "[" * 50_000, "`" * 50_000, "> " * 20_000, "- " * 20_000, "| a" * 20_000,
        "---\n" + "**" * 100_000, "---\n" + "a\n\n" * 50_000, "---\n*<small>Scanned page</small>*\n" + "a b\n" * 50_000,
        "\\_" * 50_000, "[Original file](http://" + "(" * 50_000, "1.\n\n" * 30_000,
    ],
    ids=range(13),
)  # fmt: skip
def test_hostile_text_is_read_in_time(text: str) -> None:
    started = time.perf_counter()
    found = markdown_to_text(text)
    assert time.perf_counter() - started < 5
    for mark in found.marks:
        assert 0 <= mark.start < mark.end <= len(found.text)
