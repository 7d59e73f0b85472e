"""What is asked of the world and not of the catalogue is left to the papers' own words."""

from collections.abc import Callable

import pytest

from index.models import Filters
from rag.assistant import Assistant
from rag.computed.routes import compute
from rag.computed.told import Request, Silence
from rag.understanding.question import understand
from rag.understanding.resolve import resolve

STATED = """how many children are in care?
how many members of staff attended the training?
who attended the training?
how many people attended the consultation?
how many items were borrowed from the library?
what items can be recycled?
who chairs the peer review?
who is the chair of governors at Netherlock?
how many decisions were overturned on appeal?
how many planning decisions were issued by officers?
what meetings are planned for next year?
how often are bins collected?
when did the pool open?
what was the attendance rate at schools?
how many reports of damp were there?
who moved to the new office?
what is the action plan for youth justice?
what actions are in the action plan?
who was absent from school?
how many young people were present on club nights?
how many times was the road closed?
In 2021, how often did the panel settle on meeting?
how many times will the panel sit next year?
who was elected chair of the panel?
who proposed to close the library?
what matters most to residents?
which reports are due in March?
what is on the work programme?
how many councillors are there?
how many members does the panel have?
how many outstanding schools are there?
was the school rated outstanding?
how many potholes are outstanding?
what did the chair say?
who apologised to the tenants?
how many items are on the waiting list?
what interest rate do we pay?
why was the item deferred?
what is a motion?
what was agreed about bins?
which meetings discussed the 2021 budget?
which subjects were covered by the Harbour Master's report?
how many of the items on 4 May 2021 came from the Harbour Master, counting reports and talks together?
which items were dealt with in secret as late business?
what topics did members raise when they discussed the harbour wall?
which decisions were called in?
how many votes of sympathy were passed?
list the officers who presented reports on 4 May 2021
which subjects were raised by members during the discussion?""".splitlines()


@pytest.mark.parametrize("question", STATED)
def test_not_computed(computing: Callable[..., object], question: str) -> None:
    assert computing(question) is None


@pytest.mark.parametrize("question", STATED)
def test_nor_of_the_sample_council(sample: Assistant, question: str) -> None:
    asked = resolve(understand(question), sample._held, Filters()).question
    assert compute(Request(asked, sample.library, sample._lexicon, Filters())) is None


def test_a_body_may_be_what_it_is_about(computing: Callable[..., object]) -> None:
    question = (
        "how many decisions did the council make on 8 March 2021 about setting up the Harbour Scrutiny Panel?"
    )
    told = computing(question)
    assert isinstance(told, Silence) and not told.sure  # the record's words may tell
