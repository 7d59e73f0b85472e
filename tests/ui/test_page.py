"""The app's HTML: papers are only ever text in it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from html.parser import HTMLParser

import pytest
from saltmere import ANSWER, BODY, LAMPS, PROBE, REFUSAL, REPORT, FakeLibrary

from corpus.models import SectionKind
from index.models import Coverage, LibraryError
from rag.models import Claim, Computed, Notice, NoticeKind, Term
from ui import page
from ui.passage import find_passage, passage_html

HOSTILE = (
    PROBE + '"><form action=https://evil.example><input></form><a href="javascript:alert(1)">x</a>'
    "![i](https://evil.example/p.png) [l](https://evil.example) `code` ${alert(1)} {{x}} $$x$$ <style>*{}</style>"
    '<div style="position:fixed;inset:0">\n\n# Heading\n\n* list\n<!-- --> &lt;b&gt; \x1b[0m'
)
OURS = frozenset(
    "a article header h1 h2 h3 li main ol p q section span strong ul mark div html head meta title link body".split()
)


class Tags(HTMLParser):
    """What a browser would make of it: tags, attributes, text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def links(html: str) -> list[str]:
    return [value or "" for name, value in Tags(html).attributes if name == "href"]


def hostile_answer():
    changed = {
        name: HOSTILE for name in ("document", "council", "body", "item", "title", "decision", "quote")
    }
    citation = dataclasses.replace(
        ANSWER.citations[0], **changed, url='https://x.example/"><script>alert(1)</script>\n\n# a'
    )
    claim = dataclasses.replace(ANSWER.claims[0], text=HOSTILE)
    near = dataclasses.replace(ANSWER.nearest[0], title=HOSTILE, document=HOSTILE, item=HOSTILE)
    notice = Notice(NoticeKind.CONFLICT, HOSTILE)
    return dataclasses.replace(
        ANSWER, text=HOSTILE, claims=(claim,), citations=(citation,), nearest=(near,), notices=(notice,)
    )


@pytest.mark.parametrize(
    "html",
    [
        page.said_html(hostile_answer()),
        page.said_html(dataclasses.replace(REFUSAL, text=HOSTILE, nearest=hostile_answer().nearest)),
        page.question_html(HOSTILE),
        page.problem_html(HOSTILE),
        page.front_html(Coverage(1, 1, (HOSTILE,), (HOSTILE,), None, None, 0, 0), True),
    ],
    ids=["answer", "refusal", "question", "problem", "front"],
)
def test_a_hostile_paper_is_only_text(html):
    seen = Tags(html)
    assert set(seen.tags) <= OURS
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name == "style"]
    assert all(link.startswith(("passage?", "https://x.example/")) for link in links(html))
    assert "\n" not in html  # Markdown would end the block at a blank line
    if "question" not in html:
        assert "<script>" not in html


def test_every_word_survives_escaping():
    assert (
        Tags(page.escape("a *b* [c](d) <e> 'f' \"g\" £h – i_j")).text == "a *b* [c](d) <e> 'f' \"g\" £h – i_j"
    )


def test_an_answer_shows_what_each_claim_is_evidence_of():
    html = page.said_html(ANSWER)
    assert '<strong class="kind decided">Decided &#40;1&#41;</strong>' in html
    assert '<strong class="kind reported">Reported</strong>' in html
    text = Tags(html).text
    assert "Cut short. The minutes of item 12 are cut short" in text
    assert f"Item 12: Lighthouse lamps{BODY}, 17 July 2019{LAMPS}" in text
    assert "report.pdf, page 3" in text
    assert "https://saltmere.example/report.pdf" in links(html)


def test_who_came_is_told_line_by_line():
    listed = (
        "Present: Councillor Ash - in the Chair\n\nCouncillors Beck and Firth\nApologies: Councillor Dale"
    )
    cited = dataclasses.replace(ANSWER.citations[0], kind=SectionKind.ATTENDANCE, quote=listed, decision=None)
    claim = Claim(" ".join(listed.split()), (1,))
    html = page.answer_html(dataclasses.replace(ANSWER, claims=(claim,), citations=(cited,)))
    assert "Chair\nCouncillors Beck and Firth\nApologies" in Tags(html).text.split("Sources")[0]
    reworded = dataclasses.replace(ANSWER, claims=(Claim("Ash came <b>.", (1,)),), citations=(cited,))
    assert "Recorded Ash came <b>. Source 1" in Tags(page.answer_html(reworded)).text


def test_every_notice_says_what_it_is_and_ocr_is_marked():
    notices = tuple(Notice(kind, f"About {kind.value}.") for kind in NoticeKind)
    read = tuple(dataclasses.replace(citation, ocr=True) for citation in ANSWER.citations)
    html = page.answer_html(dataclasses.replace(ANSWER, notices=notices, citations=read))
    assert html.count('<p class="notice ') == len(NoticeKind)
    assert html.count(page.escape(", read by OCR")) == 2


def test_what_bears_on_trusting_an_answer_stands_at_its_head():
    notices = tuple(Notice(kind, f"About {kind.value}.") for kind in NoticeKind)
    html = page.answer_html(dataclasses.replace(ANSWER, notices=notices))
    head, behind = html.split("<h3 class=place>", 1)[0], html.rsplit("<p class=claim>", 1)[1]
    first = {kind for kind in NoticeKind if f"notice {kind.value}" in head}
    assert {NoticeKind.EARLIER, NoticeKind.SUPERSEDED, NoticeKind.TRUNCATED, NoticeKind.NOT_DECIDED} < first
    assert {kind for kind in NoticeKind if f"notice {kind.value}" in behind} == set(NoticeKind) - first
    assert behind.index("notice ocr") < behind.index("Sources")


def test_a_notice_opens_the_sources_that_it_names():
    notice = Notice(
        NoticeKind.EARLIER, "The latest is of 14 February 2024; [1] is earlier, <b> and [7] is not here."
    )
    html = page.answer_html(dataclasses.replace(ANSWER, notices=(notice,)))
    told = html.split("<h3 class=place>", 1)[0]
    assert links(told) == [page.passage_link(ANSWER.citations[0]).replace("&amp;", "&")]
    assert "14 February 2024; Source 1 is earlier, <b> and [7] is not here." in Tags(told).text


def test_how_a_question_was_read_is_said_once_and_first():
    notices = (
        Notice(NoticeKind.ASSUMED, "Your question was read as: who lit the lamps?"),
        Notice(NoticeKind.CANCELLED, "The meeting was cancelled."),
    )
    refused = Tags(page.refusal_html(dataclasses.replace(REFUSAL, notices=notices))).text
    assert refused.startswith("Your question was read as: who lit the lamps?Not in the record")
    assert "Cancelled. The meeting was cancelled." in refused
    answered = Tags(page.answer_html(dataclasses.replace(ANSWER, notices=notices))).text
    assert answered.startswith("Your question was read as: who lit the lamps?Cancelled. The")


def test_a_problem_is_told_in_a_whole_sentence():
    said = Tags(page.problem_html("cannot read the date 'soon': write it like 2019")).text
    assert said == "Please check Cannot read the date 'soon': write it like 2019."
    assert Tags(page.problem_html("ask: who met?")).text == "Please check Ask: who met?"


def test_cells_of_a_row_are_parted_to_the_eye_alone() -> None:
    parted = "Lamps<span class=cell>\t</span>9<span class=cell>\t</span><span class=cell>\t</span>Ash\t\t&#10;Rails"
    assert page.lines_html("Lamps\t9\t\tAsh\t\t\nRails") == parted


@pytest.mark.parametrize("said", ["Ask of a paper.", "Ask something, such as: who chaired?"])
def test_a_problem_that_ends_as_a_sentence_gets_no_second_stop(said):
    assert Tags(page.problem_html(said)).text == f"Please check {said}"


def test_a_refusal_looks_unlike_an_answer():
    html = page.said_html(REFUSAL)
    assert html.startswith("<section class=refusal>")
    assert "Not in the record" in html
    assert "Nearest itemsItem 12: Lighthouse lamps17 July 2019, minutes.txt" in Tags(html).text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://x", "//x.example", "file:///etc", None]
)
def test_only_the_web_is_linked(url):
    assert page.published_html(url) == ""


def test_the_front_says_what_is_held_and_that_it_is_made_up():
    coverage = Coverage(3, 14, ("A", "B", "C"), ("Saltmere",), dt.date(2018, 1, 1), dt.date(2024, 1, 1), 0, 9)
    told = Tags(page.front_html(coverage, True)).text
    assert "14 meetings, 3 bodies, 2018\u20132024" in told
    assert "Fictional sample." in told
    assert "Fictional" not in page.front_html(coverage, False)


# the passage behind a citation


def test_a_passage_is_its_whole_item_with_the_words_marked():
    start = REPORT.index("Lamps cost")
    found = find_passage(FakeLibrary(), "report.pdf", start, start + 10)
    assert found.before + found.quote + found.after == REPORT
    html = passage_html(found, 3, "https://saltmere.example/report.pdf")
    assert "<mark id=quote>Lamps cost</mark>" in html
    seen = Tags(html)
    assert set(seen.tags) <= OURS and "script" not in seen.tags
    assert REPORT in seen.text
    assert f"Item 5: Lighthouse lamps{BODY}, 17 July 2019report.pdf, page 3" in seen.text


def test_many_blank_lines_show_as_one():
    found = find_passage(FakeLibrary(), "report.pdf", 0, 6)
    html = passage_html(dataclasses.replace(found, after="a\n\xa0\n \n\n  b\n\nc"), None, None)
    assert "a\n\n  b\n\nc" in Tags(html).text


def test_lines_that_ran_out_of_paper_may_run_on():
    running = "The lamps that were lit on the evening of 31 March\n2021 burnt until the morning came."
    listed = "The Panel agreed that the keepers would see to:\n(a) oil for every one of the 14 lamps and\n(b) wicks"
    listed += "\nCouncillor Ash, the Cabinet Member for Lighthouses\nCouncillor Beck"
    found = dataclasses.replace(
        find_passage(FakeLibrary(), "report.pdf", 0, 6), before="", quote=running, after=listed
    )
    html = passage_html(found, None, None)
    assert html.count("<span class=wrap>") == 1
    assert "31 March<span class=wrap>&#10;</span>2021" in html
    assert running + listed in Tags(html).text


def test_words_outside_any_item_have_their_surroundings(monkeypatch):
    library = FakeLibrary()
    monkeypatch.setattr(library, "items", lambda filters=None: [])
    found = find_passage(library, "report.pdf", 700, 710)
    assert (found.item, found.cut, found.quote) == (None, True, REPORT[700:710])
    assert found.before == REPORT[:700]


@pytest.mark.parametrize(
    ("document", "start", "end"),
    [("other.txt", 0, 5), ("report.pdf", 5, 5), ("report.pdf", -3, 5), ("report.pdf", 0, 10**9)],
)
def test_no_such_place(document, start, end):
    with pytest.raises(LibraryError, match="ask the question again"):
        find_passage(FakeLibrary(), document, start, end)


def test_what_was_counted_and_what_acronyms_stand_for_are_shown():
    terms = (Term("SBC", "Saltmere <b>Borough</b> Council", 2),)
    counted = Computed("2 lamps were found.", 2, "lamps")
    html = page.answer_html(dataclasses.replace(ANSWER, terms=terms, computed=counted))
    text = Tags(html).text
    assert "2 lamps were found." in text
    assert "SBCSaltmere <b>Borough</b> Council Source 2" in text
    assert html.count(page.passage_link(ANSWER.citations[1])) == 2 + page.answer_html(ANSWER).count(
        page.passage_link(ANSWER.citations[1])
    )
    assert "<dl" not in page.answer_html(ANSWER)
