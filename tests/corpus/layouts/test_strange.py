"""Whole papers as different councils publish them, in layouts that nobody foresaw, and papers that are no minutes."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from docxs import docx, par, table
from papers import check

from corpus.extract import extract
from corpus.models import Document, Paper, PaperKind
from corpus.read import read_paper

PARISH = """UPPER MOOT PARISH COUNCIL

Clerk: Mr C Fern, 1 Pond Lane

Minutes of the Ordinary Meeting of Upper Moot Parish Council held in the Village Hall
on Wednesday 14th of June 2017 at 7.30pm

Present: Cllrs A Ash (Chair), B Elm, D Oak

70/17  Minutes of the last meeting
The minutes of the meeting held on 10th May 2017 were agreed as a true record and signed by the
Chairman.

71/17  Reports
Cllr Elm reported that the local plan had been approved by the Cabinet in April.

72/17  Next meeting
Wednesday 12th July 2017
"""
PANEL = """                         MOOT BOROUGH COUNCIL

                       LICENSING SUB-COMMITTEE

          Thursday, 21 November 2019 commencing at 10.00 a.m.

PRESENT:  Councillor A Ash (in the Chair)

I.    DECLARATIONS OF INTEREST

There were none.

II.   THE OLD MILL, 6 QUAY STREET

The applicant said that he had agreed conditions with the police.

RESOLVED that the licence be granted subject to the following conditions:

(1)   that no music be played after 23.00 hours; and

(2)   that the yard be lit.

PART II

III.  DRIVER (EXEMPT - PARAGRAPH 1)

RESOLVED that the driver be warned.
"""
HEALTH = """# Moot and Fen Joint Health Scrutiny Committee

### Minutes of the meeting held on Monday 18 January 2016 in County Hall

**Members present:** Councillor A. Ash (Chair), Councillor B. Elm

## Minute 45: Apologies

None.

## Minute 46: Stroke Services

Dr. Fern answered questions:

- the Trust had agreed a rota;

**Resolved:**

1. That the report be noted.
2. That it come back in June 2016.
"""
WEB = """<html><body><article><p>Minutes of the Moot Parish Council meeting held on Monday 19 November 2018</p>
<p>Present: Cllrs Ash, Elm</p>
<p><strong>18.11.1 Apologies:</strong> Cllr Oak.</p>
<p><strong>18.11.2 Siren:</strong> The grant had been approved by the County Council. Resolved: to buy a siren.</p>
<p><strong>18.11.3 Precept:</strong> It was resolved that the precept be £14,250.</p></article></body></html>"""
ISLES = """<html><body><main><h1>Moot Isles Council</h1><h2>Minute of Roads and Harbours Committee</h2>
<p>Council Chamber<br>Tuesday, 3 March 2015 at 10:30</p><p><strong>Present</strong><br>Councillors A Ash, B Elm</p>
<h3>1. Minute of Previous Meeting</h3><p>The Minute of the Meeting held on 13 January 2015 was approved.</p>
<h3>2. Salt</h3><p>After consideration of a report, the Committee:</p><p>Noted:</p><p>2.1. that stocks were low.</p>
<p>The Committee resolved to recommend to the Council:</p><p>2.2. that salt be bought.</p></main></body></html>"""
FORUM = docx(
    par("Moot Schools Forum")
    + par("Minutes of the meeting held on 3 October 2018")
    + par("Members present: Mr A Ash (Chair)")
    + table(
        [
            ("Item", "Discussion", "Action"),
            ("1", par("Apologies") + par("None."), ""),
            (
                "2",
                par("Outturn") + par("Mr Ash asked why.") + par("Decision: To note it."),
                "Mr Elm to write",
            ),
        ]
    )
)
Shape = list[tuple[str | None, str, list[str]]]
PAPERS: dict[str, tuple[str | bytes, str, dt.date, Shape]] = {
    "parish.txt": (
        PARISH,
        "Upper Moot Parish Council",
        dt.date(2017, 6, 14),
        [
            ("70/17", "Minutes of the last meeting", ["The minutes of the meeting held on 10th May 2017 were agreed "
             "as a true record and signed by the\nChairman."]),
            ("71/17", "Reports", []),
            ("72/17", "Next meeting", []),
        ],
    ),
    "panel.txt": (
        PANEL,
        "Licensing Sub-Committee",
        dt.date(2019, 11, 21),
        [
            ("I", "DECLARATIONS OF INTEREST", []),
            ("II", "THE OLD MILL, 6 QUAY STREET", ["RESOLVED that the licence be granted subject to the following "
             "conditions:\n\n(1)   that no music be played after 23.00 hours; and\n\n(2)   that the yard be lit."]),
            ("III", "DRIVER (EXEMPT - PARAGRAPH 1)", ["RESOLVED that the driver be warned."]),
        ],
    ),
    "health.md": (
        HEALTH,
        "Moot and Fen Joint Health Scrutiny Committee",
        dt.date(2016, 1, 18),
        [
            ("45", "Apologies", []),
            ("46", "Stroke Services", ["That the report be noted.", "That it come back in June 2016."]),
        ],
    ),
    "web.html": (
        WEB,
        "Moot Parish Council",
        dt.date(2018, 11, 19),
        [
            ("18.11.1", "Apologies", []),
            ("18.11.2", "Siren", ["to buy a siren."]),
            ("18.11.3", "Precept", ["It was resolved that the precept be £14,250."]),
        ],
    ),
    "isles.html": (
        ISLES,
        "Roads and Harbours Committee",
        dt.date(2015, 3, 3),
        [
            ("1", "Minute of Previous Meeting", ["The Minute of the Meeting held on 13 January 2015 was approved."]),
            ("2", "Salt", ["2.1. that stocks were low.", "2.2. that salt be bought."]),
        ],
    ),
    "forum.docx": (
        FORUM,
        "Moot Schools Forum",
        dt.date(2018, 10, 3),
        [("1", "Apologies", []), ("2", "Outturn", ["To note it."])],
    ),
}  # fmt: skip
LETTER = """Moot Council
12 June 2020

Dear Mrs Ash

I write of the meeting of the Planning Committee on 3 June 2020.

1. The Committee resolved that permission be refused. It was proposed by Councillor Elm and seconded by Councillor Oak.

2. You may appeal. It was agreed that officers would write to you.

Yours sincerely
C Fern
"""
NEWS = """<html><body><h1>Moot Voice</h1><p>The newsletter of Moot Parish Council, Spring 2022</p><h2>1. New swings</h2>
<p>At its meeting on 8 February 2022 the Council agreed to buy swings.</p><h2>2. Litter</h2><p>It was agreed by all
that last year's pick was fun.</p></body></html>"""
NO_MINUTES = {"letter.txt": LETTER, "news.html": NEWS}


def read(folder: Path, name: str, content: str | bytes) -> Paper:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_paper(extract(path, name))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_a_kind_of_its_own(tmp_path: Path, name: str) -> None:
    content, body, date, shape = PAPERS[name]
    paper = read(tmp_path, name, content)
    check(paper)
    (meeting,) = paper.meetings
    assert (paper.kind, meeting.body, meeting.date) == (PaperKind.MINUTES, body, date)
    assert [(each.number, each.title, [d.text for d in each.decisions]) for each in meeting.items] == shape


@pytest.mark.parametrize("name", NO_MINUTES)
def test_what_tells_of_a_meeting_is_no_record_of_it(tmp_path: Path, name: str) -> None:
    paper = read(tmp_path, name, NO_MINUTES[name])
    (meeting,) = paper.meetings
    assert (paper.kind, meeting.body, meeting.date) == (PaperKind.UNKNOWN, None, None)
    assert [each.decisions for each in meeting.items] == [()]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Moot District Council\n\nPark Board\n\nMinutes of the meeting held on 5 March 2018", "Park Board"),
        ("Minutes of the Audit Committee of Moot District Council held on 5 March 2018", "Audit Committee"),
        ("Minutes of the Audit and Risk Committee Monday 5 March 2018", "Audit and Risk Committee"),
        ("Cyngor Tref Aber / Aber Town Council\n\nMinutes of the meeting held on 5 March 2018", "Aber Town Council"),
        ("Minutes of the Parish Council meeting held on 5 March 2018", None),  # of which parish?
        ("Moot District Council\n\nFriends of the Park\n\nMinutes of the meeting held on 5 March 2018", None),
        ("Audit Committee\n\nRisk Panel\n\nMinutes of the meeting held on 5 March 2018", None),
        ("Planning Committee\n\nMinutes of the Town Working Party held on 5 March 2018", "Town Working Party"),
        ("Planning Committee\n\nMinutes of the Friends of the Park held on 5 March 2018", None),
    ],
)  # fmt: skip
def test_a_body_is_named_or_not_known(tmp_path: Path, head: str, body: str | None) -> None:
    words = f"{head}\n\nPresent: Cllr A Ash (Chair)\n\n1. Apologies\n\nNone.\n\n2. Pond\n\nThe report was noted.\n"
    paper = read(tmp_path, "m.txt", words)
    assert paper.meetings[0].body == body
    assert any("which body met" in warning for warning in paper.warnings) == (body is None)


@pytest.mark.parametrize(
    "odd", ["A" * 50_000, "A/" * 20_000, "1/" * 20_000, "The X to recommend " * 3_000, ": " * 20_000]
)
def test_odd_lines_take_no_time(odd: str) -> None:
    started = time.perf_counter()
    words = "Minutes of the meeting held on 5 March 2018\n\nPresent: Cllr A Ash\n\n"
    text = f"{odd}\n\n{words}1. Pond\n\n{odd} a\n\nNo word was said of it.\n\n2. Gate\n\n{odd}"
    assert len(read_paper(Document("m.txt", text)).meetings) == 1
    assert time.perf_counter() - started < 5
