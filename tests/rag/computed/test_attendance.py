"""Who was there, who sent apologies and where somebody was: whole lists, as printed."""

import datetime as dt
from collections.abc import Callable

import pytest

from rag.assistant import Assistant
from rag.computed.told import Told
from rag.models import Answer, NoticeKind

Quotes = Callable[..., list[str]]
Say = Callable[..., str]

OF_MARCH = [
    "PRESENT IN THE CHAIR: Councillor R. Ash, Mayor. "
    "MEMBERS PRESENT: Councillors Birch, Cedar (J), Cedar (M), Dale, Elm, Fern and O’Hara. Apologies for "
    "their inability to "
    "attend the Meeting were received from Councillors Gorse and Heath. OFFICIALS IN ATTENDANCE: Town Clerk "
    "(Ms. P. Quill), "
    "Harbour Master (Mr. T. Oar).",
]
OFFICIALS = ["OFFICIALS IN ATTENDANCE: Town Clerk (Ms. P. Quill), Harbour Master (Mr. T. Oar)."]
AWAY_IN_MARCH = [
    "Apologies for their inability to attend the Meeting were received from Councillors Gorse and Heath."
]
OF_MAY = (
    "Present: Councillor Elm – in the Chair Councillors Dale, Fern and Heath Mrs T Rook, Co-opted Member, "
    "Fishermen's "
    "Representative Apologies: Councillor Gorse"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who was present on 8 March 2021?", OF_MARCH),
        ("Who attended the council meeting of 8 March 2021?", OF_MARCH),
        ("who was at the Harbour Scrutiny Panel meeting on 4 May 2021?", [OF_MAY]),
        ("attendance list for 4 May 2021", [OF_MAY]),
        ("besides the Mayor, which councillors were at the meeting of 8 March 2021?", OF_MARCH),
        ("who was present on 8 March 2021 apart from Councillor Ash?", OF_MARCH),
        ("who was in the chair and which other councillors were present on 8 March 2021?", OF_MARCH),
        ("which officers attended the council meeting on 8 March 2021?", OFFICIALS),
        ("who was at the meeting on 8 March 2021 apart from councillors?", OFFICIALS),
        ("who was in attendance on 8 March 2021 but was not a member?", OFFICIALS),
        ("who did not attend the meeting on 8 March 2021?", AWAY_IN_MARCH),
        ("which councillors missed the meeting on 8 March 2021?", AWAY_IN_MARCH),
        ("who was present at the meeting that dealt with seagulls?", [OF_MAY]),
        ("who sent apologies on 8 March 2021?",
         ["Apologies for their inability to attend the Meeting were received from Councillors Gorse and Heath."]),
        ("which members sent apologies to the panel in May 2021?", ["Apologies: Councillor Gorse"]),
        ("who was absent on 7 September 2021?", ["Apologies were received from Councillor Fern and Mrs T Rook."]),
        ("was Councillor Gorse there on 12 April 2021?", ["Councillors Cedar (J), Dale, Elm, Gorse and Heath."]),
        ("did cllr o'hara attend on 8 March 2021?",
         ["Councillors Birch, Cedar (J), Cedar (M), Dale, Elm, Fern and O’Hara."]),
        ("was Mrs Rook present on 4 May 2021?", ["Mrs T Rook, Co-opted Member, Fishermen's Representative"]),
        ("which meetings did Councillor Fern attend?",
         ["Councillors Birch, Cedar (J), Cedar (M), Dale, Elm, Fern and O’Hara.", "Councillors Dale, Fern "
             "and Heath"]),
        ("which meetings did Councillor Heath miss?",
         ["Apologies for their inability to attend the Meeting were received from Councillors Gorse and Heath."]),
    ],
)  # fmt: skip
def test_as_printed(quotes: Quotes, question: str, told: list[str]) -> None:
    assert sorted(quotes(question)) == sorted(told)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many officials were in attendance on 8 March 2021?",
         "2 officers named, 8 March 2021; the list is given whole."),
        ("which councillors attended every meeting of Saltmere Town Council?",
         "4 people named as present in all the lists: Councillor Birch, Councillor Cedar (J), Councillor Dale, "
         "Councillor Elm (8 March 2021 to 12 April 2021); attendance is recorded for 2 of the 3 meetings held."),
        ("how many people were present on 4 May 2021?", "5 people named as present, 4 May 2021; the list is "
            "given whole."),
        ("how many councillors attended on 8 March 2021?",
         "8 councillors named as present, 8 March 2021; the list is given whole."),
        ("how many members sent apologies on 12 April 2021?",
         "2 councillors named as sending apologies, 12 April 2021; the list is given whole."),
        ("how many meetings did Councillor Dale attend?",
         "4 meetings at which Councillor Dale is recorded as present, 8 March 2021 to 7 September 2021; "
         "attendance is "
         "recorded for 4 of the 5 meetings held."),
        ("was Councillor Yew there on 12 April 2021?",
         "Councillor Yew is not named in the list of who attended, 12 April 2021, which is given whole."),
    ],
)  # fmt: skip
def test_what_is_counted(sentence: Say, question: str, said: str) -> None:
    assert sentence(question) == said


@pytest.mark.parametrize("whose", ["members’ questions", "councillors' questions", "members motions"])
def test_what_members_brought_is_not_counted_by_their_heads(
    computing: Callable[..., object], whose: str
) -> None:
    told = computing(f"how many {whose} were there on 4 May 2021?")
    assert not (isinstance(told, Told) and told.computed and "present" in told.computed.sentence)


def test_two_of_one_name_are_both_told(computing: Callable[..., object]) -> None:
    told = computing("which meetings did Councillor Cedar attend?")
    assert isinstance(told, Told)
    assert [notice.text for notice in told.notices] == [
        "“Councillor Cedar” may be Councillor Cedar (J) or Councillor Cedar (M): all are told."
    ]


def test_an_initial_tells_them_apart(sentence: Say, silence: Say) -> None:
    assert sentence("which meetings did Councillor M. Cedar attend?").startswith(
        "1 meeting at which Councillor M. Cedar"
    )
    assert sentence("which meetings did Councillor Cedar (J) attend?").startswith("2 meetings")
    assert silence("which meetings did Councillor K Cedar attend?").startswith(
        "No list held names Councillor K Cedar"
    )


def test_where_no_meeting_is_named_the_last_list_is_told(computing: Callable[..., object]) -> None:
    told = computing("who was present?")
    assert isinstance(told, Told)
    assert {quote.passage.date for quote in told.quotes} == {dt.date(2021, 9, 7)}
    assert {notice.kind for notice in told.notices} == {NoticeKind.ASSUMED}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("who was present on 14 June 2021?",
         "The papers held of Saltmere Town Council (14 June 2021) do not record who was there."),
        ("who sent apologies on 14 June 2021?", "The papers held of Saltmere Town Council (14 June 2021) "
            "record no apologies."),
        ("who attended on 1 January 2021?", ""),
        ("who attended the Planning Committee?", ""),
        ("which meetings did Councillor Yew attend?",
         "No list held names Councillor Yew as present; attendance is recorded for 4 of the 5 meetings held."),
        ("who was present at the meeting that dealt with beach huts?",
         "No dated minutes held are of a meeting that dealt with it."),
    ],
)  # fmt: skip
def test_silence(silence: Say, question: str, reason: str) -> None:
    assert silence(question) == reason


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who chaired the last meeting?", ["Councillor Dale – in the Chair"]),
        ("who chaired on 8 March 2021?", ["PRESENT IN THE CHAIR: Councillor R. Ash, Mayor."]),
        ("who was in the chair on 4 May 2021?", ["Councillor Elm – in the Chair"]),
        ("who presided at the council meeting of 12 April 2021?", ["PRESENT IN THE CHAIR: Councillor L. "
            "Birch, Deputy Mayor."]),
        ("which meetings did Councillor Elm chair?", ["Councillor Elm – in the Chair"]),
        ("who chaired the meeting that dealt with seagulls?", ["Councillor Elm – in the Chair"]),
    ],
)  # fmt: skip
def test_the_chair(quotes: Quotes, question: str, told: list[str]) -> None:
    assert quotes(question) == told


def test_who_chairs_a_body_is_told_as_of_its_latest_meeting(sentence: Say) -> None:
    assert sentence("who chairs the panel?") == (
        "As of 7 September 2021, the latest meeting of Harbour Scrutiny Panel of which it is told who chaired."
    )


def test_a_chair_that_is_not_recorded_is_not_guessed(silence: Say) -> None:
    assert silence("who chaired on 14 June 2021?") == (
        "The papers held of the meeting of Saltmere Town Council (14 June 2021) do not say who chaired."
    )
    assert silence("which meetings did Councillor Yew chair?").startswith(
        "No list held has Councillor Yew in the chair"
    )


def test_who_took_the_chair_is_read_from_the_minutes(sample: Assistant) -> None:
    reply = sample.ask("Who presided at the neighbourhoods panel on 9 November 2021?")
    assert isinstance(reply, Answer)
    assert "Eltringham" in reply.citations[0].quote


def test_a_list_split_over_passages_is_told_whole(sample: Assistant) -> None:
    reply = sample.ask("Who was present at Cabinet on 14 February 2024?")
    assert isinstance(reply, Answer)
    told = " ".join(citation.quote for citation in reply.citations)
    assert all(name in told for name in ("Qadir-Wells", "Varga", "Quill", "Thackwray", "Merriweather"))
