"""What a report recommends, told whole once it is plain which report is meant."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.models import Answer, Refusal

PACK = """Parks Committee

Date: Tuesday, 4 May 2021Time: 2.00 pmVenue: Old Mill, Wexcombe

Agenda

1.	Apologies
2.	Swings and Slides Report of the Head of Leisure	Pages 3 - 4
	The Head of Leisure will report on worn-out play areas.
3.	Allotment Rents Report of the Treasurer	Pages 5 - 6

This page is intentionally left blank

Wexcombe Town Council Report for Decision

Report to: Parks Committee – 4 May 2021

Subject: Swings and Slides

Report of: Head of Leisure

Summary

Nine play areas were looked at in March.

Recommendations

Members are asked to:

- 1. Note the state of the nine grounds.
- 2. Say which should be mended first.

Contact Officers:

Name: Orla Finch Position: Head of Leisure

1. Background

1.1 The swings were last painted in 2009. Oak seats rot in ten years.

Thornbury Surveyors

Ladder Lane Slide: Why It Broke

April 2021

1. Summary

A bolt had rusted through.

2. Advice

- 1. Melt the slide down.
- 2. Use brass bolts.

Background documents

A folder of photographs.

This page is intentionally left blank

Wexcombe Town Council Report for Decision

Report to: Parks Committee – 4 May 2021

Subject: Allotment Rents

Report of: Treasurer

Summary

Rents have stood still since 2011.

Recommendation

That the rent of a plot be £48 from 1 April 2022.

Contact Officer:

Name: Basil Crane Position: Treasurer
"""
SWINGS = (
    "Members are asked to: - 1. Note the state of the nine grounds. - 2. Say which should be mended first."
)
RENTS = "That the rent of a plot be £48 from 1 April 2022."
SLIDE = "- 1. Melt the slide down. - 2. Use brass bolts."


@pytest.fixture(scope="module")
def parks(hold: Callable[[Path], Assistant], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("parks")
    (folder / "pack.txt").write_text(PACK, encoding="utf-8")
    assistant = hold(folder)
    yield assistant
    assistant.library.close()


def quoted(reply: Answer | Refusal) -> list[str]:
    assert isinstance(reply, Answer), reply.text
    return [" ".join(each.quote.split()) for each in reply.citations]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does the report on swings and slides recommend?", SWINGS),
        ("What was the committee asked to do in Orla Finch's report of May 2021?", SWINGS),
        ("What is the Parks Committee asked to note in the paper on play areas?", SWINGS),
        ("In the Head of Leisure's report for 4 May 2021, what is the recommendation to members?", SWINGS),
        ("What did the Treasurer's report recommend on allotment rents?", RENTS),
        ("Which recommendation does Basil Crane's report on allotment rents make?", RENTS),
        ("What are the recommendations of the allotment rents paper?", RENTS),
        ("What two things did Thornbury Surveyors advise doing about the slide at Ladder Lane?", SLIDE),
        ("What was the surveyors' advice on the Ladder Lane slide?", SLIDE),
    ],
)
def test_all_that_the_report_recommends(parks: Assistant, question: str, told: str) -> None:
    assert quoted(parks.ask(question)) == [told]


def test_what_members_are_asked_is_not_what_inspectors_recommend(parks: Assistant) -> None:
    question = "What did the play inspectors recommend about the swings and slides?"
    assert SWINGS not in quoted(parks.ask(question))[:1]
    assert quoted(parks.ask(question.replace("play inspectors", "report")))[0] == SWINGS


@pytest.mark.parametrize(
    "question",
    [
        "What does the report on the swimming pool recommend?",
        "What does the report on bus shelters ask the committee to do?",
    ],
)
def test_a_report_that_is_not_held_recommends_nothing(parks: Assistant, question: str) -> None:
    reply = parks.ask(question)
    assert isinstance(reply, Refusal), reply.text
