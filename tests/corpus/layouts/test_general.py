"""Minutes in layouts that nobody foresaw: many styles of numbers and headings, each in a small paper."""

from __future__ import annotations

import datetime as dt

import pytest
from papers import check, read

from corpus.formats.markdown import markdown_to_text
from corpus.models import Document, PaperKind
from corpus.read import read_paper

HEAD = """Moot Parish Council

Minutes of the meeting held on 5 March 2018

Present: Cllr A Ash (Chair), Cllr B Elm

"""
NUMBERS = "The layout was not recognised: items were told by their numbers; check them."
HEADINGS = "The layout was not recognised: items were told by their headings; check them."
SAID = "The Clerk read a letter about the pond and the members spoke of it for some time, as they do."
Shape = list[tuple[str | None, str, list[str]]]

STYLES: dict[str, tuple[str, Shape, str]] = {
    "dots": (
        f"1. Apologies\n\nNone.\n\n2. Pond\n\n{SAID}\n\nRESOLVED that it be cleaned.\n",
        [("1", "Apologies", []), ("2", "Pond", ["RESOLVED that it be cleaned."])],
        NUMBERS,
    ),
    "brackets": (
        f"1) Apologies\n\nNone.\n\n2) Pond\n\n{SAID} It was agreed to clean it.\n",
        [("1", "Apologies", []), ("2", "Pond", ["It was agreed to clean it."])],
        NUMBERS,
    ),
    "item and colon": (
        f"Item 1: Apologies\n\nNone.\n\nItem 2: Pond\n\n{SAID}\n\nMotion carried.\n",
        [("1", "Apologies", []), ("2", "Pond", ["Motion carried."])],
        NUMBERS,
    ),
    "item in capitals, title below": (
        f"ITEM 1\n\nApologies\n\nNone.\n\nITEM 2\n\nPond\n\n{SAID}\n\nAGREED: to clean it.\n",
        [("1", "Apologies", []), ("2", "Pond", ["to clean it."])],
        NUMBERS,
    ),
    "agenda item and dash": (
        f"Agenda Item 1 – Apologies\n\nNone.\n\nAgenda Item 2 – Pond\n\n{SAID}\n\nNoted.\n",
        [("1", "Apologies", []), ("2", "Pond", ["Noted."])],
        NUMBERS,
    ),
    "minute and year": (
        f"70/17 Apologies\n\nNone.\n\n71/17 Pond\n\n{SAID}\n\nIt was resolved to clean it.\n",
        [("70/17", "Apologies", []), ("71/17", "Pond", ["It was resolved to clean it."])],
        NUMBERS,
    ),
    "year and minute, title below": (
        f"23/5\n\nApologies\n\nNone.\n\n23/6\n\nPond\n\n{SAID}\n",
        [("23/5", "Apologies", []), ("23/6", "Pond", [])],
        NUMBERS,
    ),
    "committee, year and minute": (
        f"MPC/18/4: Apologies\n\nNone.\n\nMPC/18/5: Pond\n\n{SAID}\n",
        [("MPC/18/4", "Apologies", []), ("MPC/18/5", "Pond", [])],
        NUMBERS,
    ),
    "paragraphs below a number": (
        f"9. Apologies\n\n9.1 None.\n\n10. Pond\n\n10.1 {SAID}\n\n10.2 The report was noted.\n\n"
        "11. Close\n\nAt nine.\n",
        [("9", "Apologies", []), ("10", "Pond", ["10.2 The report was noted."]), ("11", "Close", [])],
        NUMBERS,
    ),
    "parts of a number": (
        f"1. Apologies\n\nNone.\n\n2(a) Pond\n\n{SAID}\n\n2(b) Gate\n\nThe item was deferred.\n",
        [("1", "Apologies", []), ("2A", "Pond", []), ("2B", "Gate", ["The item was deferred."])],
        NUMBERS,
    ),
    "headings in capitals": (
        f"APOLOGIES\n\nNone were received.\n\nPOND AND GATE\n\n{SAID}\n\nThe members agreed to clean it.\n",
        [(None, "APOLOGIES", []), (None, "POND AND GATE", ["The members agreed to clean it."])],
        HEADINGS,
    ),
    "numbered parts of a resolution": (
        f"1. Apologies\n\nNone.\n\n2. Pond\n\n{SAID}\n\n"
        "RESOLVED that:\n\n(1) it be cleaned; and\n\n(2) frogs be kept.\n",
        [("1", "Apologies", []), ("2", "Pond", ["it be cleaned; and", "frogs be kept."])],
        NUMBERS,
    ),
    "actions are no decisions": (
        f"1. Apologies\n\nNone.\n\n2. Pond\n\n{SAID}\n\nAction: the Clerk agreed to write.\n",
        [("1", "Apologies", []), ("2", "Pond", [])],
        NUMBERS,
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_items_and_resolutions_of_unknown_minutes(style: str) -> None:
    text, shape, warning = STYLES[style]
    paper = read(HEAD + text)
    check(paper)
    meeting = paper.meetings[0]
    assert [(each.number, each.title, [d.text for d in each.decisions]) for each in meeting.items] == shape
    assert (meeting.date, meeting.chair) == (dt.date(2018, 3, 5), "Councillor A Ash")
    assert (paper.kind, paper.warnings[0]) == (PaperKind.MINUTES, warning)


@pytest.mark.parametrize("mark", ["## {}", "**{}**"])
def test_headings_in_markdown(mark: str) -> None:
    text = f"{HEAD}{mark.format('Apologies')}\n\nNone.\n\n{mark.format('Pond')}\n\n{SAID} It was agreed to wait.\n"
    found = markdown_to_text(text)
    paper = read_paper(Document("m.md", found.text, marks=found.marks))
    check(paper)
    assert [(each.title, len(each.decisions)) for each in paper.meetings[0].items] == [
        ("Apologies", 0),
        ("Pond", 1),
    ]
    assert paper.warnings[0] == HEADINGS


@pytest.mark.parametrize(
    "text",
    [
        "Dear resident\n\n1. Bins\n\nPlease put them out.\n\n2. Bags\n\nDo not.\n",
        "Policy on ponds\n\n1. Purpose\n\nIt was agreed to have one.\n\n2. Scope\n\nAll ponds.\n",
    ],
)
def test_a_paper_that_is_no_minutes_stays_one_text(text: str) -> None:
    paper = read(text)
    assert [(each.number, each.decisions) for each in paper.meetings[0].items] == [(None, ())]
    assert paper.kind is PaperKind.UNKNOWN
    assert paper.meetings[0].date is None


def test_dates_at_the_start_of_lines_are_no_references() -> None:
    paper = read(HEAD + "5/3 was a Monday.\n\n12/4 was a Thursday.\n\nThey left.\n")
    assert [each.number for each in paper.meetings[0].items] == [None]
