"""Lists and counts of decisions, items, motions and meetings: complete, each member cited, and nothing else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.models import SectionKind
from index.models import Filters
from rag.computed.told import Told
from rag.models import Answer, NoticeKind, Refusal

Quotes = Callable[..., list[str]]
Say = Callable[..., str]

ADOPTED = "“That, the draft Minutes, as circulated, be taken as read and adopted and signed.”"
WALL = "“That, the harbour wall be repaired before the winter at a cost of €90,000.”"
LOST = "The Mayor declared the Motion defeated."
DEFERRED = "It was agreed to defer this item to the next Meeting."
LAMPS = (
    "On the proposal of Councillor Gorse, seconded by Councillor Heath, it was unanimously agreed to buy "
    "nine lamps for "
    "the outer quay."
)
OF_MAY = [
    "To agree the minutes of the meeting held on 6 April 2021 as a correct record.",
    "To ask that a final report be brought in September 2021.",
    "To note the progress made.",
    "To note the report.",
]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("list every decision of the Harbour Scrutiny Panel in 2021", [*OF_MAY, "To thank the Harbour Master."]),
        ("which decisions did the Harbour Scrutiny Panel take on 4 May 2021?", OF_MAY),
        ("what was decided on 8 March 2021?", [ADOPTED, WALL, LOST, DEFERRED]),
        ("What was decided at the meeting on 12 April 2021?", [ADOPTED, LAMPS, "It was agreed to note the "
            "report."]),
        ("what was decided under item HSP/21/11?", OF_MAY[1:3]),
        ("decision 2 of item HSP/21/11", OF_MAY[2:3]),
        ("show all items deferred", [DEFERRED]),
        ("which motions were lost?", [LOST]),
        ("list all decisions about the harbour wall", [WALL, *OF_MAY[1:3], "To thank the Harbour Master."]),
        ("list everything decided about the harbour wall", [WALL, *OF_MAY[1:3], "To thank the Harbour Master."]),
        ("everything the Harbour Scrutiny Panel decided on 4 May 2021", OF_MAY),
        ("all that was agreed on 4 May 2021", OF_MAY),
        ("list the decisions noted by the panel", OF_MAY[2:]),
        ("how many recorded votes were there in 2021?", [LOST]),
        ("list the items at which a vote was taken", [LOST]),
        ("list the motions on 8 March 2021 at the council that were lost", [LOST]),
        ("how many decisions were recorded under the heading 'Harbour Wall' on 8 March 2021?", [WALL]),
        ("how many items on 8 March 2021 were deferred, counting any late ones?", [DEFERRED]),
        ("list all decisions about the harbour wall (every meeting you hold)",
         [WALL, *OF_MAY[1:3], "To thank the Harbour Master."]),
        ("how many notices of motion were on the agenda on 8 March 2021?", ["Notice of Motion submitted by "
            "Councillor M. Cedar"]),
    ],
)  # fmt: skip
def test_every_decision_that_fits_and_no_other(quotes: Quotes, question: str, told: list[str]) -> None:
    assert quotes(question) == told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("list every decision of the Harbour Scrutiny Panel in 2021",
         "5 decisions, in 2 meetings, 4 May 2021 to 7 September 2021; counted in the papers held."),
        ("how many decisions were taken in April 2021?",
         "3 decisions, in 1 meeting, 12 April 2021; counted in the papers held."),
        ("how many decisions have been taken?",
         "16 decisions, in 5 meetings, 8 March 2021 to 7 September 2021, 1 of them in undated papers; "
         "counted in the papers held."),
        ("how many items were deferred?", "1 item deferred, in 1 meeting, 8 March 2021; counted in the "
            "papers held."),
        ("how many times did the Harbour Scrutiny Panel meet in 2021?",
         "2 meetings of Harbour Scrutiny Panel, 4 May 2021 to 7 September 2021; counted in the papers held. "
         "Of 1 more meeting (5 October 2021) only papers written before it are held."),
        ("how often did Saltmere Town Council meet?",
         "3 meetings of Saltmere Town Council, 8 March 2021 to 14 June 2021; counted in the papers held."),
        ("number of meetings in May 2021",
         "1 meeting of Harbour Scrutiny Panel, 4 May 2021; counted in the papers held."),
    ],
)  # fmt: skip
def test_a_count_says_what_it_covers(sentence: Say, question: str, said: str) -> None:
    assert sentence(question) == said


def test_a_matter_in_two_papers_counts_once(sentence: Say, quotes: Quotes) -> None:
    assert sentence("how many decisions were taken on 7 September 2021?").startswith(
        "1 decision, in 1 meeting,"
    )
    assert quotes("what items did the meeting of 7 September 2021 deal with?") == [
        "Apologies", "Declarations of Interest", "Harbour Wall: Final Report"
    ]  # fmt: skip


def test_what_an_item_is_about_goes_by_a_rule(quotes: Quotes, sentence: Say) -> None:
    question = "how many items were about the harbour wall?"
    assert quotes(question) == [
        "Harbour Wall Repairs",
        "Harbour Wall: Progress",
        "Harbour Wall: Final Report",
    ]
    assert sentence(question).endswith(
        "An item counts when its title, a heading, a decision or at least two passages of its minutes say so. "
        "1 more item mentions it in one passage, and is left out."
    )


def test_meetings_that_mention_it_come_last_and_are_told_apart(quotes: Quotes, sentence: Say) -> None:
    for question in ("which meetings discussed the harbour wall?", "when was the harbour wall discussed?"):
        assert quotes(question)[-1].startswith("The Town Clerk said that the harbour wall had been inspected")
        assert sentence(question).startswith(
            "3 meetings at which “harbour wall” was discussed, 8 March 2021 to 7 September 2021; counted in "
            "the minutes "
            "held. At 1 more meeting (12 April 2021) it was mentioned in one passage: given last."
        )


def test_the_last_time(sentence: Say) -> None:
    assert sentence("when were the lamps last discussed?").startswith(
        "1 meeting at which “lamps” was discussed, 14 June 2021;"
    )
    assert sentence("when did the Harbour Scrutiny Panel last meet?").startswith(
        "1 meeting of Harbour Scrutiny Panel, 7 September 2021"
    )


def test_all_meetings_held(quotes: Quotes) -> None:
    assert [each.split("MEETING OF ")[-1] for each in quotes("what meetings are held?")] == [
        "SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL, SALTMERE, ON MONDAY, 8TH MARCH, 2021, AT 3PM.",
        "SALTMERE TOWN COUNCIL HELD IN THE TOWN HALL, SALTMERE, ON MONDAY, 12TH APRIL, 2021, AT 3PM.",
        "Minutes of the meeting held on 4 May 2021",
        "Saltmere Town Council - Monday, 14th June, 2021 3.00 pm",
        "Minutes of the meeting held on 7 September 2021",
    ]


def test_the_last_meeting_with_minutes_is_told(reply: Callable[..., Answer | Refusal]) -> None:
    told = reply("what items did the last meeting of the panel deal with?")
    assert isinstance(told, Answer)
    assert {each.date for each in told.citations} == {dt.date(2021, 9, 7)}
    assert "The last meeting of which minutes are held is told." in [notice.text for notice in told.notices]


def test_minutes_cut_short_may_lack_decisions(computing: Callable[..., object]) -> None:
    told = computing("list every decision on 14 June 2021")
    assert isinstance(told, Told)
    assert [notice.text for notice in told.notices if notice.kind is NoticeKind.TRUNCATED] == [
        "The minutes of 1 item (32) are cut short in the papers held: decisions may be missing."
    ]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("which meetings discussed beach huts?",
         "beach-huts-item.txt is about “beach huts” and does not say when its meeting was held."),
        ("how many items were about ski slopes?",
         "No item held is about “ski slopes”. An item counts when its title, a heading, a decision or at least two "
         "passages of its minutes say so."),
        ("how many motions were lost in April 2021?", "The papers held record no motions lost or refused."),
        ("list every decision of the Harbour Scrutiny Panel on 8 March 2021",
         "No meeting of Harbour Scrutiny Panel of 8 March 2021 is held."),
        ("what was decided by the Harbour Scrutiny Panel on 5 October 2021?",
         "The papers held of it were written before the meeting and record no decision."),
        ("how many decisions were taken in 2016?", "No meeting in the time asked about (2016) is held."),
    ],
)  # fmt: skip
def test_what_is_not_held_is_silence(silence: Say, question: str, reason: str) -> None:
    assert silence(question) == reason


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(document="panel-2021-05-04.txt"), OF_MAY),
        (Filters(body="panel"), [*OF_MAY, "To thank the Harbour Master."]),
        (Filters(date_from=dt.date(2021, 9, 1)), ["To thank the Harbour Master."]),
        (Filters(item="HSP/21/11"), OF_MAY[1:3]),
        (Filters(body="council", date_to=dt.date(2021, 3, 31)), [ADOPTED, WALL, LOST, DEFERRED]),
    ],
)
def test_filters_bind(quotes: Quotes, filters: Filters, told: list[str]) -> None:
    assert quotes("list all decisions", filters) == told


def test_a_filter_and_a_body_that_exclude_each_other(silence: Say) -> None:
    assert silence("list the decisions of the Harbour Scrutiny Panel", Filters(body="council")) == (
        "The filters leave nothing of Harbour Scrutiny Panel."
    )


def test_a_long_list_shows_the_latest_and_says_so(hold: Callable[[Path], object], tmp_path: Path) -> None:
    for number in range(1, 71):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=7 * number)
        said = f"{day.day} {day:%B %Y}"
        head = f"Quay Board\n\nMinutes of the meeting held on {said}\n\nPresent:\n\nCouncillor Elm – in the Chair\n\n"
        item = f"QB/20/{number:02} Ropes\n\nThe ropes of berth {number} were shown.\n\n"
        text = f"{head}{item}Decision\n\nTo buy {number} ropes.\n"
        (tmp_path / f"quay-{number:02}.txt").write_text(text)
    told = hold(tmp_path).ask("list every decision")  # type: ignore[attr-defined]
    assert isinstance(told, Answer)
    assert told.computed is not None and told.computed.count == 70
    assert [each.quote for each in told.citations] == [f"To buy {number} ropes." for number in range(11, 71)]
    assert "The latest 60 of 70 are shown; name a body, a period or a topic to see the others." in [
        notice.text for notice in told.notices
    ]


def test_every_quote_is_the_words_of_its_paper(
    reply: Callable[..., Answer | Refusal], invariants: Callable[..., None], town: object
) -> None:
    for question in (
        "list all decisions", "what meetings are held?", "which meetings discussed the harbour wall?",
        "what items did the meeting of 4 May 2021 deal with?", "what is outstanding?", "what did Councillor "
            "Elm second?",
    ):  # fmt: skip
        invariants(town, reply(question))


def test_a_title_is_cited_as_on_the_agenda(computing: Callable[..., object]) -> None:
    told = computing("what items did the meeting of 4 May 2021 deal with?")
    assert isinstance(told, Told)
    assert {quote.passage.kind for quote in told.quotes} == {SectionKind.AGENDA}
