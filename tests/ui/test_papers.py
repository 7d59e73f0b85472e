from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest

from corpus.models import (
    AgendaItem,
    Decision,
    Document,
    Meeting,
    Outcome,
    Paper,
    PaperKind,
    SourceSpan,
    Vote,
)
from ui.papers import decision_words, paper_json, paper_text

TEXT = "27 Lamps\nDecision\nTo replace them."
SPAN = SourceSpan("p.txt", None, 0, len(TEXT))
VOTE = Vote(13, 2, None, ("Fern", "Gull"), ("Heron",))
PLAIN = Decision(None, "To replace them.", SPAN)
CARRIED = dataclasses.replace(
    PLAIN, outcome=Outcome.APPROVED, mover="Councillor Fern", seconder="Councillor Gull", vote=VOTE
)


def paper(*decisions: Decision, **of_item: object) -> Paper:
    item = AgendaItem("27", "5", "Lamps", SPAN, decisions, (), True, True, **of_item)  # type: ignore[arg-type]
    met = Meeting(
        None, "Harbour Panel", dt.date(2019, 7, 17), dt.time(10), "Town Hall", "Councillor Fern",
        ("Councillor Fern",), ("Councillor Gull",), (item,), SPAN,
    )  # fmt: skip
    return Paper(Document("p.txt", TEXT), PaperKind.MINUTES, (met,), ("It is cut short.",))


def test_a_paper_is_the_contract_to_the_letter():
    assert json.dumps(paper_json(paper(CARRIED, PLAIN))) == json.dumps(
        {
            "document": "p.txt",
            "kind": "minutes",
            "meetings": [
                {
                    "council": None,
                    "body": "Harbour Panel",
                    "date": "2019-07-17",
                    "time": "10:00",
                    "venue": "Town Hall",
                    "chair": "Councillor Fern",
                    "present": ["Councillor Fern"],
                    "apologies": ["Councillor Gull"],
                    "draft": False,
                    "cancelled": False,
                    "items": [
                        {
                            "number": "27",
                            "agenda_number": "5",
                            "title": "Lamps",
                            "decisions": [
                                {
                                    "number": None,
                                    "text": "To replace them.",
                                    "outcome": "approved",
                                    "mover": "Councillor Fern",
                                    "seconder": "Councillor Gull",
                                    "votes": {
                                        "for": 13,
                                        "against": 2,
                                        "abstained": None,
                                        "named": {
                                            "for": ["Fern", "Gull"],
                                            "against": ["Heron"],
                                            "abstained": [],
                                        },
                                    },
                                },
                                {
                                    "number": None,
                                    "text": "To replace them.",
                                    "outcome": None,
                                    "mover": None,
                                    "seconder": None,
                                    "votes": None,
                                },
                            ],
                            "truncated": True,
                            "has_report": True,
                            "restricted": False,
                            "withheld": 0,
                            "start": 0,
                            "end": len(TEXT),
                        }
                    ],
                }
            ],
            "warnings": ["It is cut short."],
        }
    )


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (CARRIED, "approved; proposed by Councillor Fern, seconded by Councillor Gull; 13 for, 2 against"),
        (PLAIN, ""),
        (dataclasses.replace(PLAIN, vote=Vote(13, 2, 6)), "13 for, 2 against, 6 abstained"),
        (dataclasses.replace(PLAIN, outcome=Outcome.NOTED), "noted"),
        (dataclasses.replace(PLAIN, seconder="Mayor"), "seconded by Mayor"),
    ],
)
def test_what_a_decision_carries_in_words(decision, words):
    assert decision_words(decision) == words


def test_what_is_not_open_to_the_public_is_said():
    assert "not open to the public" in paper_text(paper(restricted=True))
    assert "1 paper not open to the public" in paper_text(paper(PLAIN, withheld=1))
    assert "not open" not in paper_text(paper(PLAIN))


def test_a_cancelled_draft_is_called_so():
    odd = paper(PLAIN)
    met = dataclasses.replace(odd.meetings[0], draft=True, cancelled=True)
    assert "10:00, draft, cancelled" in paper_text(dataclasses.replace(odd, meetings=(met,)))


def test_words_that_could_drive_a_terminal_are_replaced():
    hostile = dataclasses.replace(PLAIN, mover="Councillor \x1b[31mRed")
    assert "\x1b" not in paper_text(paper(hostile))
