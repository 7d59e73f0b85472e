"""Which times only tell when a matter was put whose outcome is asked for."""

import pytest

from rag.understanding.background import leave_out_past, leave_out_then
from rag.understanding.question import read_question


@pytest.mark.parametrize(
    "text",
    [
        "Has the Chair been sent the lamp counts that were asked for in May 2018?",
        "The old pier: Council agreed to sell it in 2013 and again later. Who gets it under the latest decision?",
        "What became of the crossing promised in May 2017?",
        "What happened to the motion on lamps that was passed on 3 May 2017?",
        "Has the report requested in May 2018 been published?",
        "In May 2018 the panel asked for a report on lamps. Has it come yet?",
        "Was the bridge that members agreed in 2016 ever built?",
        "Is the pier fund that was set up in 2015 still going?",
        "Is there any progress on the toilets promised in March 2019?",
        "Have the recommendations made on 13 June 2018 been completed?",
        "The pier toll got its approval in principle in 2015. What is the most recent word on it?",
        "The two talks that didn't happen on 9 May 2018 - have they been given since?",
        "The pier toll was cut in 2016, is it still charged?",
        "Lamps for the pier got a grant in 2015. What is the most recent word on them?",
        "The lamp counts that did not come on 9 May 2019 - have they been given since?",
        "Ms Ash wanted the lamps dimmed over three years in May 2018. Where did that end up?",
    ],
)
def test_what_became_of_it_is_told_later(text: str) -> None:
    assert leave_out_past(text)
    question = read_question(text)
    assert question.of_past
    assert not question.of_meeting


@pytest.mark.parametrize(
    "text",
    [
        "What has become of the crossing?",
        "Has the Council agreed the lamps in May 2018?",
        "What was decided in May 2018?",
        "Was the report approved in May 2018?",
        "What did the panel ask for in May 2018?",
        "Who proposed the motion that was passed in May 2018?",
        "How many lamps were lit in 2018?",
        "What did the budget for 2018 leave out, and is it still in force?",
        "In May 2018 the pier was shut, is that right?",
        "In May 2018 the panel discussed lamps. What did it decide?",
        "Did the panel agree on 3 May 2018 to buy lamps?",
        "What happened at the meeting on 3 May 2018?",
        "The June 2019 minutes: has the lamp fund been closed?",
        "Lamps, Harbour Panel, 3 May 2018 - what is the latest count?",
        "The panel met on 3 May 2018. Who chaired?",
        "Have they discussed lamps since May 2018?",
        "Was it agreed in May 2018 that the lamps be lit?",
        "Is it still so that the fee set in May 2018 is nine as of June 2019?",
    ],
)
def test_a_time_that_binds(text: str) -> None:
    assert leave_out_past(text) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Have the lamps that were asked for in May 2018 been lit?", "Have the lamps been lit?"),
        ("What became of the crossing promised in May 2017?", "What became of the crossing ?"),
        ("In May 2018 the panel asked for lamps. Have they come yet?", "Have they come yet?"),
        ("Was the bridge, which was agreed in 2016 and in 2018, ever built?", "Was the bridge , ever built?"),
        ("They asked for lamps in May 2018 and in June 2018. Have they come?", "Have they come?"),
    ],
)
def test_what_is_left_to_ask(text: str, left: str) -> None:
    assert leave_out_past(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Who runs the pier now? It was Mr Ash in 2015.", "Who runs the pier now?"),
        ("What is the latest toll? I know it was £4 in May 2018", "What is the latest toll?"),
        ("Is the pier still shut? In 2015 it was. And the lamps?", "Is the pier still shut? And the lamps?"),
        ("It was agreed in 2016 to mend the pier. Is it still shut?",) * 2,
        ("Who ran the pier? It was shut in 2015.",) * 2,
        ("Who runs the pier now? Was it Mr Ash in 2015?",) * 2,
        ("Is it still shut? It was the old pier.",) * 2,
    ],
)
def test_how_it_stood_once_is_left_aside(text: str, left: str) -> None:
    assert leave_out_then(text) == left
