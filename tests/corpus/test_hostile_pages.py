"""Pages and answers that are broken, huge or meant to harm: read, or refused in one sentence, and in time."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable

import pytest
from papers import check
from sites import answer, answer_item, check_marks, meeting_page, papers, part, row, vote_table, word

from corpus.formats.extracted import Extracted
from corpus.formats.html import read_html
from corpus.formats.service import read_service
from corpus.models import CorpusError, Document, Paper
from corpus.read import read_paper

PAGE = meeting_page(
    row("5.", "Bins", word("To hear."), papers("A"), part("Decision:", "RESOLVED that:", "1. a", "Voting: 5", "2. b"),
        part("Minutes:", "Said. It was RESOLVED that x.", "For: A, B", "(a) one"), vote_table("t", "Carried"),
        paper="x"),
    row("", "Part 2"),
    row("6.", "Q", '<ul class="mgActionList"><li><a href="#">View the reasons why item 6 is restricted</a></li></ul>'),
)  # fmt: skip
ITEM = {
    "agendaitemtitle": "Bins",
    "fulldisplaynumberformat": "5.",
    "minutesnonemptyhtmlbody": word("RESOLVED that x."),
}
ANSWER = answer(answer_item(ITEM, {"title": "A"}), answer_item(ITEM | {"isrestricted": True})).decode()
TAGS = (
    *(
        "<table>",
        "</table>",
        "<td>",
        "</td>",
        "<tr>",
        "</tr>",
        "<div>",
        "</div>",
        "<li>",
        "</ul>",
        "<script>",
        "<!--",
    ),
    *(
        '<td class="mgItemNumberCell">',
        '<p class="mgAiTitleTxt">',
        '<p class="mgSubItemTitleTxt">Minutes:</p>',
    ),
    *('<p class="mgSubItemTitleTxt">Decision:', '<h2 class="mgSubTitleTxt">', '<span class="mgLabel">Venue:'),
    *(
        "<caption>Recorded Vote",
        "&#0;",
        "\x00",
        "\u202e",
        '<a href=x class="mgAiTitleLnk">',
        "<template>",
        "<svg>",
    ),
    *('<tr><td class="mgItemNumberCell">7.</td><td>', "<ol start=9>", '<ul class="mgBulletList">'),
)


def mutate(text: str, rng: random.Random) -> str:
    """A damaged copy: cut, spliced, characters flipped, tags dropped, put in or put in many times."""
    at, to = rng.randrange(len(text)), rng.randrange(len(text))
    match rng.randrange(6):
        case 0:
            return text[:at]
        case 1:
            return text[:at] + text[to:]
        case 2:
            return "".join(rng.choice('<>/"= &;1a\n') if rng.random() < 0.01 else char for char in text)
        case 3:
            return re.sub(r"<[^<>]*>", lambda tag: "" if rng.random() < 0.2 else tag.group(), text)
        case 4:
            return text[:at] + rng.choice(TAGS) * rng.choice((1, 3, 60)) + text[at:]
        case _:
            return "".join(part + rng.choice(("", "", "", *TAGS)) for part in re.split(r"(?<=>)", text))


def read(found: Extracted) -> Paper:
    return read_paper(Document("paper", found.text, marks=found.marks))


@pytest.mark.parametrize("source", [PAGE, ANSWER], ids=["page", "answer"])
def test_damaged_papers_are_read_or_refused(source: str) -> None:
    rng = random.Random(2026)
    for _ in range(150):
        text = mutate(mutate(source, rng) or "x", rng)
        started = time.perf_counter()
        try:
            found = read_service(text.encode()) if source is ANSWER else read_html(text)
            check_marks(found)
            check(read(found))
        except CorpusError as error:
            assert str(error).count("\n") == 0
        assert time.perf_counter() - started < 5


MANY = 10_000
FULL = part("Minutes:", "Full.")
UNCLOSED = '<tr><td class="mgItemNumberCell">5.<td><p class="mgAiTitleTxt">x'


@pytest.mark.parametrize(
    ("make", "items"),
    [
        (lambda: read_html(meeting_page(*(row(f"{n}.", "Bins", FULL) for n in range(1, MANY + 1)))), MANY),
        (lambda: read_service(answer(*(answer_item(ITEM) for _ in range(MANY // 2)))), MANY // 2),
        (lambda: read_html(meeting_page(UNCLOSED * MANY)), MANY),
        (lambda: read_html(meeting_page(row("5.", "x", '<p class="mgSubItemTitleTxt">Minutes:</p>' * MANY))), 1),
        (lambda: read_html(meeting_page(row("5.", "x", "<ul>" + "<li>reasons why item</li>" * MANY + "</ul>"))), 1),
        (lambda: read_html(meeting_page(row("5.", "x"), sitting="Special, " * MANY + "5 March 2018")), 1),
        (lambda: read_html(meeting_page(row("5.", "x"), sitting="a" + ", " * 10 * MANY + "5 March 2018")), 1),
    ],
    ids=["rows", "answers", "unclosed", "headings", "notices", "statuses", "commas"],
)  # fmt: skip
def test_many_parts_are_read_in_time(make: Callable[[], Extracted], items: int) -> None:
    started = time.perf_counter()
    found = make()
    paper = read(found)
    assert time.perf_counter() - started < 10
    assert len(paper.meetings[0].items) == items
    check_marks(found)


@pytest.mark.parametrize("depth", [150, 1500, 15_000])
def test_rows_within_rows_are_read_or_refused(depth: int) -> None:
    html = meeting_page('<tr><td class="mgItemNumberCell">5.</td><td><table>' * depth + "deep")
    try:
        found = read_html(html)
    except CorpusError as error:
        assert str(error) == "the page is nested beyond reason; save it again from where it was published"
        return
    check(read(found))


def test_deep_xml_is_refused() -> None:
    with pytest.raises(CorpusError, match="not a meeting"):
        read_service(b"<a>" * 100_000 + b"</a>" * 100_000)


@pytest.mark.parametrize(
    "unit", ["A", "RESOLVED ", "Resolved that A ", "(a) ", "For: ", "That Abc ", "x; ", "Note: "]
)
def test_hard_minutes_are_read_in_time(unit: str) -> None:
    hard = unit * (100_000 // len(unit))
    html = meeting_page(
        row("5.", "x", part("Minutes:", hard, *[unit] * 1000), part("Decision:", hard, *[unit] * 1000))
    )
    started = time.perf_counter()
    check(read(read_html(html)))
    assert time.perf_counter() - started < 10
