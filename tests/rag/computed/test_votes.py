"""Who proposed and seconded, how a vote went, who declared an interest, and what is outstanding."""

from collections.abc import Callable

import pytest

from corpus.models import SectionKind
from rag.assistant import Assistant
from rag.computed.told import Told
from rag.models import Answer, NoticeKind, Refusal

Quotes = Callable[..., list[str]]
Say = Callable[..., str]

WALL = "“That, the harbour wall be repaired before the winter at a cost of €90,000.”"
ADOPTED = "“That, the draft Minutes, as circulated, be taken as read and adopted and signed.”"
ROLL = "For: Councillors Cedar (M), Fern and O’Hara. (3) Against: Councillors Ash, Birch, Cedar (J), Dale and Elm. (5)"
LOST = "The Mayor declared the Motion defeated."
MOVED = "The Motion was proposed by Councillor Cedar (M) and seconded by Councillor Fern."
LAMPS = (
    "On the proposal of Councillor Gorse, seconded by Councillor Heath, it was unanimously agreed to buy "
    "nine lamps for "
    "the outer quay."
)
GULLS = "4 May 2021 HSP/21/12 Seagull Nuisance To ask for a count of gulls. Awaited. T Oar, Harbour Master"
CHAIN = (
    "6 April 2021 HSP/21/07 Slipway To ask for a new chain at the slipway. In progress. The chain will be "
    "hung on 3 November "
    "2021. T Oar, Harbour Master"
)
BEACON = (
    "6 April 2021 HSP/21/08 Beacon To ask for a painted beacon. Red paint was chosen. T Oar, Harbour Master"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who proposed the harbour wall repairs?",
         ["Proposed by Councillor Cedar (J);", "Seconded by Councillor Elm;", WALL]),
        ("who moved and who seconded the motion on overnight parking?", [MOVED, LOST]),
        ("who put forward the motion on parking on the quay?", [MOVED, LOST]),
        ("who seconded the lamps?", [LAMPS]),
        ("how did they vote on overnight parking on the quay?", [ROLL, LOST]),
        ("who voted against free overnight parking?", [ROLL, LOST]),
        ("did Councillor Dale vote against overnight parking?", [ROLL, LOST]),
        ("was it unanimous to buy nine lamps?", [LAMPS]),
        ("what did Councillor Gorse propose?", [LAMPS]),
        ("what did Councillor Elm second in April 2021?",
         ["Proposed by Councillor Dale;", "Seconded by Councillor Elm;", ADOPTED]),
    ],
)  # fmt: skip
def test_the_words_that_say_it(quotes: Quotes, question: str, told: list[str]) -> None:
    said = " ".join(quotes(question))
    assert [each for each in told if each not in said] == []
    assert len(said) <= len(" ".join(told)) + 2


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("who proposed the report on seagulls?", "The minutes held (4 May 2021) name nobody who proposed or "
            "seconded it."),
        ("who voted against the harbour wall repairs?", "The minutes held (8 March 2021) name nobody who voted so."),
        ("how did they vote on the harbour wall repairs?", "The minutes held (8 March 2021) record no vote on it."),
        ("was the vote on the harbour wall repairs unanimous?", "The minutes held (8 March 2021) record no "
            "vote on it."),
        ("what did Councillor Yew propose?", "No decision in the papers held is recorded as proposed by "
            "Councillor Yew."),
    ],
)  # fmt: skip
def test_what_is_not_recorded(silence: Say, question: str, reason: str) -> None:
    assert silence(question) == reason


def test_a_vote_that_led_to_no_decision_is_read_from_the_minutes(sample: Assistant) -> None:
    reply = sample.ask("How did the vote go on taking £12,000 from the Lowmoor club?")
    assert isinstance(reply, Answer)
    assert "The motion was lost by 4 votes to 8." in reply.citations[0].quote
    assert isinstance(sample.ask("Who voted against taking £12,000 from the Lowmoor club?"), Refusal)


def test_a_matter_that_is_not_held_is_left_to_the_papers(computing: Callable[..., object]) -> None:
    assert computing("who voted against the tramway?") is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who declared an interest?",
         ["[Councillor Fern declared a personal interest as the owner of a boat moored at the wall.]"]),
        ("did Councillor Fern declare an interest?",
         ["[Councillor Fern declared a personal interest as the owner of a boat moored at the wall.]"]),
        ("who declared an interest when the harbour wall was debated?",
         ["[Councillor Fern declared a personal interest as the owner of a boat moored at the wall.]"]),
        ("were any interests declared on 7 September 2021?", ["There were no declarations of interest."]),
    ],
)  # fmt: skip
def test_interests(quotes: Quotes, question: str, told: list[str]) -> None:
    assert quotes(question) == told


def test_no_interest(silence: Say) -> None:
    assert silence("did Councillor Elm declare an interest in the harbour wall?") == (
        "The minutes held (8 March 2021 to 7 September 2021) record no declaration of interest by "
        "Councillor Elm there."
    )
    assert silence("who declared an interest on 12 April 2021?") == (
        "The minutes held (12 April 2021) record no declaration of interest there."
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what is outstanding?", [GULLS, CHAIN, BEACON]),
        ("what is outstanding from the panel?", [GULLS, CHAIN, BEACON]),
        ("which recommendations have not been completed?", [GULLS, CHAIN, BEACON]),
        ("which recommendations on the slipway are outstanding?", [CHAIN]),
        ("what is outstanding on the recommendations monitor about the slipway?", [CHAIN]),
        ("what actions were agreed on 14 June 2021?",
         ["To ask the Harbour Master to have the lamp mended by 1 July 2021."]),
    ],
)  # fmt: skip
def test_outstanding(quotes: Quotes, question: str, told: list[str]) -> None:
    assert quotes(question) == told


def test_the_state_is_as_of_the_paper(computing: Callable[..., object]) -> None:
    told = computing("what is outstanding?")
    assert isinstance(told, Told) and told.computed is not None
    assert told.computed.sentence == (
        "2 recommendations not completed by the words of 1 recommendations monitor (5 October 2021); what "
        "became of them "
        "since is not told there."
    )
    assert [notice.text for notice in told.notices if notice.kind is NoticeKind.PARTIAL] == [
        "The last of the 3 rows told does not plainly say whether it is completed, and is not among the 2 "
        "counted."
    ]


def test_nothing_outstanding(silence: Say) -> None:
    assert silence("which recommendations on the harbour wall are outstanding?") == (
        "The recommendations monitors held (5 October 2021) show nothing about “harbour wall” as outstanding."
    )


def test_what_was_completed(quotes: Quotes) -> None:
    (row,) = quotes("which recommendations have been completed?")
    assert row.startswith("4 May 2021 HSP/21/11") and "Completed. Reported on 7 September 2021." in row


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("who proposed the harbour wall repairs?", [SectionKind.DECISION] * 2),  # above "And Resolved:"
        ("how did they vote on overnight parking on the quay?", [SectionKind.DECISION] * 2),  # names under For, Against
        ("who moved and who seconded the motion on overnight parking?", [SectionKind.DISCUSSION, SectionKind.DECISION]),
    ],
)  # fmt: skip
def test_the_form_of_a_decision_is_part_of_it_and_a_sentence_is_talk(
    town: Assistant, question: str, kinds: list[SectionKind]
) -> None:
    answer = town.ask(question)
    assert isinstance(answer, Answer)
    assert [citation.kind for citation in answer.citations] == kinds
