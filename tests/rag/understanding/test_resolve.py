"""A question put to a library says what was assumed of it, and why it cannot be answered."""

from collections.abc import Callable

import pytest

from rag.models import NoticeKind
from rag.understanding.resolve import Resolved

Put = Callable[..., Resolved]
LETTINGS = "Housing & Lettings Panel"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What was decided in July 2019?", []),
        ("What was decided on 17 July?", ["“17 July” was read as 17 July 2019."]),
        (
            "What was decided in March?",
            ["“March” was read as March 2018, March 2019, March 2021 and March 2024, all that are held."],
        ),
        ("What was decided at the March meeting?", ["“March” was read as March 2024."]),
        ("How many lamps were out in February?", ["“February” was read as February of any year."]),
        (
            "What was decided last year?",
            ["“last year” was read as 2023: the newest meeting held is of 12 March 2024."],
        ),
        (
            "What was decided over the last two years?",
            [
                "“over the last two years” was read as 13 March 2022 to 12 March 2024: the newest meeting held is of "
                "12 March 2024."
            ],
        ),
        ("How many lamps were out in Q2 2019/20?", []),  # the papers' figures are told so
        ("Decisions made in Q2 2019/20", ["“Q2 2019/20” was read as July 2019 to September 2019."]),
        (
            "What was decided in autumn term 2018?",
            ["“autumn term 2018” was read as September 2018 to December 2018."],
        ),
        (
            "What papers went to the last meeting?",
            [f"“last meeting” was read as that of 12 March 2024 ({LETTINGS})."],
        ),
        (
            "What was decided at the last meeting?",
            [
                "“last meeting” was read as that of 13 December 2023 (Cabinet), the last whose minutes are held."
            ],
        ),
        (
            "What was decided at the first two meetings?",
            [
                "“first two meetings” was read as those of 14 March 2018 (Harbour Scrutiny Committee) and "
                "12 September 2018 (Harbour Scrutiny Committee)."
            ],
        ),
        (
            "When is the next Cabinet meeting?",
            ["“next meeting” was read as what was announced at that of 13 December 2023 (Cabinet)."],
        ),
        ("What did the Panel decide?", [f"“the Panel” was read as {LETTINGS}."]),
        ("What did HLP decide?", [f"“HLP” was read as {LETTINGS}."]),
        ("What did the lettings committee decide?", [f"“lettings committee” was read as {LETTINGS}."]),
        ("What did the Housing Panel decide?", []),
        (
            "What did scrutiny decide?",
            [
                "“scrutiny” was read as Harbour Scrutiny Committee and Harbour Scrutiny Committee – Ferries Sub-Group."
            ],
        ),
        ("What did Newton West decide?", ["“Newton West” was read as Municipal District of Newton West."]),
    ],
)
def test_what_was_assumed_is_said(put: Put, question: str, said: list[str]) -> None:
    assumed = put(question).assumed
    assert [notice.text for notice in assumed] == said
    assert {notice.kind for notice in assumed} <= {NoticeKind.ASSUMED}


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("What was decided on 30 February 2019?", "There is no 30 February 2019: no calendar has that day."),
        ("What was decided on 31 June?", "There is no 31 June: no calendar has that day."),
        ("What was decided on 14 February?", "No meeting of 14 February, of any year, is held."),
        ("What was decided at the meeting before 1 January 2018?", "No such meeting is held."),
        ("What was decided at the last meeting of the Quay Panel?", "No meeting of Quay Panel is held."),
        ("Did full Council back it before Cabinet decided in July?", None),  # others may tell what it did
        (
            "What did Leeds City Council decide about lamps?",
            "No papers of Leeds City Council are held; those held are of Saltmarsh Borough Council.",
        ),
        (
            "What did Birmingham's cabinet decide about lamps?",
            "No papers of Birmingham's cabinet are held; those held are of Saltmarsh Borough Council.",
        ),
        ("What did Saltmarsh Borough Council decide about lamps?", None),
        ("What did Saltmarsh council decide about lamps?", None),
        ("Who of SBC's cabinet sits on the Lamp Board?", None),
        ("What did the Council decide about lamps?", None),
        ("What did the Borough Council decide about lamps?", None),
        ("What did Newton West Council decide about lamps?", None),  # a body is called by it
        ("Do care leavers pay Council Tax?", None),
        (
            "How many lamps does Oxfordshire have to mend?",
            "No papers of Oxfordshire are held; those held are of Saltmarsh Borough Council.",
        ),
        (
            "What is the average age of Stockport's lamps?",
            "No papers of Stockport are held; those held are of Saltmarsh Borough Council.",
        ),
        ("Is there a lamp in Stockport?", None),
    ],
)
def test_why_it_cannot_be_answered(put: Put, question: str, refused: str | None) -> None:
    assert put(question).refused == refused


def test_a_library_without_a_dated_meeting(put: Put) -> None:
    assert put("What was decided last year?", days=()).refused == (
        "No dated meeting is held of which this could be asked."
    )


def test_a_council_that_papers_tell_of_is_asked_of_those_alone(put: Put) -> None:
    told = put(
        "What did Leeds City Council decide?", texts=[("Leeds City Council built a quay.", "Saltmarsh")]
    )
    assert told.refused is None
    assert [council.words for council in told.question.councils] == ["Leeds City Council"]
    assert told.question.councils[0].held == ()


def test_a_place_that_stands_for_its_council_is_asked_of_what_names_it(put: Put) -> None:
    texts = [("A reviewer from Oxfordshire came to Saltmarsh.", "Saltmarsh")]
    told = put("How many cases is Oxfordshire dealing with?", texts=texts)
    assert told.refused is None
    assert [council.words for council in told.question.councils] == ["Oxfordshire"]
    own = put("How many cases is Oxfordshire dealing with?", texts=[("Oxfordshire has nine.", None)])
    assert own.refused is None and own.question.councils == ()


def test_a_place_that_an_unnamed_council_speaks_of_may_be_its_own(put: Put) -> None:
    own = put("What did Leeds City Council decide?", texts=[("Leeds had many agency staff.", None)])
    assert own.refused is None and own.question.councils == ()
    texts = [("Leeds had many agency staff.", None), ("Saltmarsh had none.", None)]
    assert put("What did Leeds City Council decide?", texts=texts).refused


def test_of_two_councils_held_the_one_named_binds(put: Put) -> None:
    both = ("Saltmarsh Borough Council", "Westhaven County Council")
    (council,) = put("What did Westhaven County Council decide?", councils=both).question.councils
    assert council.held == ("Westhaven County Council",)
    assert put("What did the council decide?", councils=both).question.councils == ()


@pytest.mark.parametrize(
    ("bodies", "question", "held"),
    [
        (["Cabinet"], "What did Full Council decide?", set()),
        (["Cabinet", "Council"], "What did full council decide?", {"Council"}),
        (["Cabinet", "County Council"], "What did the full County Council decide?", {"County Council"}),
        (["Cabinet", "Cabinet Committee on Roads"], "What did Cabinet decide?", {"Cabinet"}),
        (["Quay Panel", "Quay & Harbour Panel"], "What did the Quay Panel decide?", {"Quay Panel"}),
        (["Quay Panel", "Quay and Harbour Panel"], "What did the harbour panel decide?", {"Quay and Harbour Panel"}),
        (["Fees & Fares Panel", "Fees and Fares Panel"], "What did the Fees and Fares Panel decide?",
         {"Fees & Fares Panel", "Fees and Fares Panel"}),
        (["City District", "City District of Saltmarsh"], "What did the City District decide?",
         {"City District", "City District of Saltmarsh"}),
        (["Roads Board", "Roads Forum"], "What did the Roads Panel decide?", {"Roads Board", "Roads Forum"}),
        (["Harbour and Quays Panel", "Housing and Quays Panel", "Cabinet"], "What did HQP decide?",
         {"Harbour and Quays Panel", "Housing and Quays Panel"}),
        (["Roads Board"], "What did the Planning Committee decide?", set()),
        (["Children's Panel", "Cabinet"], "What did the kids panel decide?", {"Children's Panel"}),
        (["Highways Board", "Cabinet"], "What did the roads committee decide?", {"Highways Board"}),
        (["Highways Board", "Cabinet"], "What did the roads board decide?", {"Highways Board"}),
        (["Youth Panel"], "What did the Youth Offending Panel decide?", set()),
        (["Roads Board"], "What did the Board decide?", set()),  # there is only one: it binds nothing
        (["Ferries Subgroup", "Cabinet"], "What did Ferries say?", set()),  # a word alone may be anything
        (["Roads Board", "Quay Committee"], "What did the committee decide?", set()),
    ],
)  # fmt: skip
def test_which_bodies_a_name_stands_for(put: Put, bodies: list[str], question: str, held: set[str]) -> None:
    asked = put(question, days=[("2019-07-17", body) for body in bodies]).question
    assert asked.held == held


def test_the_words_of_a_body_held_say_nothing_more(put: Put) -> None:
    asked = put("What did the Harbour Scrutiny Committee say about lamps?").question
    assert [word.plain for word in asked.content] == ["lamps"]
    topic = put("What did the Harbour Scrutiny Committee say about the harbour?").question
    assert [word.plain for word in topic.content] == ["harbour"]
    absent = put("What did the Quay Panel say about lamps?").question
    assert [word.plain for word in absent.content] == ["quay", "panel", "lamps"]


def test_a_month_of_no_year_may_be_named_in_words(put: Put) -> None:
    spans = put("How many lamps were out in March?").question.dates
    assert all(span.any_year for span in spans)


@pytest.mark.parametrize(
    ("texts", "question", "held"),
    [
        ([], "What did the Saltmarsh panel say?", {LETTINGS}),  # by the council's own place
        ([("Leeds had many agency staff.", None)], "What did the Leeds committee say?", {"Harbour Scrutiny Committee"}),
        ([("Leeds Council built a quay.", None)], "What did the Leeds committee say?", set()),
        ([("Leeds built a quay.", "Saltmarsh Borough Council")], "What did the Leeds committee say?", set()),
        ([("Leeds had many agency staff.", None)], "What did the Leeds forum say?", set()),
    ],
)  # fmt: skip
def test_a_place_and_a_sort_stand_for_the_body_of_that_place(
    put: Put, texts: list[tuple[str, str | None]], question: str, held: set[str]
) -> None:
    assert put(question, texts=texts).question.held == held


def test_the_order_of_meetings_is_that_of_the_council_named(put: Put) -> None:
    days = [
        ("2014-04-22", "Quay Town Council"),
        ("2019-01-15", "Quay Borough Council"),
        ("2020-01-15", LETTINGS),
    ]
    councils = ("Quay Borough Council", "Quay Town Council")
    for question, year in (
        ("Who chaired the final meeting of Quay Town Council?", 2014),
        ("Who chaired the last meeting of Quay Borough Council?", 2019),
        ("Who chaired the Town Council's last meeting?", 2014),
        ("Who chaired the last meeting?", 2020),
    ):
        assert [span.first.year for span in put(question, days=days, councils=councils).question.dates] == [
            year
        ]


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("What did Mr Ash say about the Strait Committee workshop?", []),
        ("What was reported on the Strait Committee visit to Leeds?", []),
        ("What did the Strait Committee decide about lamps?", ["Strait Committee"]),
        ("What was said about the Strait Committee?", ["Strait Committee"]),
        ("Did members sign off the Ferries Sub-Group's terms of reference?", []),
        ("Did members sign off the Ferries Sub-Group's minutes?", ["Ferries Sub-Group"]),
        ("What was agreed about the Ferries Sub-Group workshop?", ["Ferries Sub-Group"]),
    ],
)
def test_a_thing_named_for_a_body_that_is_not_held_is_no_meeting_of_it(
    put: Put, question: str, bodies: list[str]
) -> None:
    assert [body.words for body in put(question).question.bodies] == bodies


def test_when_another_body_meets_is_told_by_others(put: Put) -> None:
    told = put("When is the Strait Committee’s first meeting of 2025?")
    assert (told.refused, told.question.order, told.question.dates) == (None, None, ())
    unheld = put("What was decided at the last meeting of the Strait Committee?")
    assert unheld.refused == "No meeting of Strait Committee is held."


def test_the_county_councils_meeting_is_its_own_where_any_is_held(put: Put) -> None:
    days = (("2014-04-22", "Quay County Council"), ("2014-10-20", "Newton District Committee"))
    question = "What was said at the County Council's last meeting in 2014?"
    for held, month in ((days, 4), (days[1:], 10)):
        assert [span.first.month for span in put(question, days=held).question.dates] == [month]
