"""The sample council, asked from end to end: answers, filters, refusals, and what holds of every reply."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.models import SectionKind
from index.ingest import ingest, remove
from index.models import Filters
from rag.answering.refuse import REFUSAL
from rag.assistant import Assistant
from rag.models import Answer, NoticeKind, Refusal

Invariants = Callable[..., None]
BIAS = "What did we decide on unconscious bias training?"
CABINET, CHILDREN = "Cabinet", "Children and Families Scrutiny Committee"
PANEL = "Neighbourhoods and Transport Scrutiny Panel"
COVERAGE = "Held: 20 meetings of 4 bodies, 13 June 2018 to 12 March 2024 and 2 undated papers."

# (question, filters) of every sort; invariants hold for each, whatever the reply is.
VARIED = [
    (BIAS, Filters()),
    ("Are the council teaching workers about hidden prejudice?", Filters()),
    ("What happened to the recommendations on exclusions?", Filters()),
    ("Who declared an interest?", Filters()),
    ("What did the committee decide about a ski slope?", Filters()),
    ("What proportion of children in care had been to the dentist in the year to March 2022?", Filters()),
    ("When do the Christmas lights get switched on?", Filters()),
    ("What happened in the end to the plan to shut Ferrygate library?", Filters()),
    ("Library fines: what was resolved on 14 February 2024?", Filters()),
    ("21/57: what did the panel settle for tenants lent a dehumidifier?", Filters()),
    ("What rent was fixed for a full allotment plot?", Filters()),
    ("What's the address of the house bought for a children's home?", Filters()),
    ("Who presided at the neighbourhoods panel on 9 November 2021?", Filters()),
    ("Why does Councillor Fofanah leave the room for damp and mould?", Filters()),
    ("How many open damp reports were there at Dyers House?", Filters()),
    ("What grant was proposed for Carder Green Youth Centre in 2020/21?", Filters()),
    ("I'm 14 and look after my mum. Will I be able to go on the bus for nothing?", Filters()),
    ("what did the children's committee decide on 6 December 2023", Filters()),
    ("On what day was Weirside Academy due to take its first pupils?", Filters()),
    ("Who won the football last night?", Filters()),
    ("What was resolved at minute 71 of the Cabinet meeting of January 2020?", Filters()),
    ("garden waist colection charge", Filters()),
    ("ropwalk road cycel lane how many cyclsts a weekday july 2021", Filters()),
    ("Permanent exclusions in 2022/23, total please", Filters()),
    ("Why did the panel vote to make the cycle lane permanent in November 2021?", Filters()),
    ("Is the cycle lane still there?", Filters()),
    ("Where was the Cabinet meeting of 15 January 2020 held?", Filters()),
    ("What is on the work programme?", Filters()),
    ("How much will inclusive practice cost?", Filters()),
    ("What did the Planning Committee decide about exclusions?", Filters()),
    ("item 27", Filters()),
    ("items 27 and 62", Filters()),
    ("decision 2 of item 27", Filters()),
    ("What was decided before 2019?", Filters()),
    ("exclusions", Filters(body="children")),
    ("exclusions", Filters(body="cabinet")),
    ("exclusions", Filters(date_from=dt.date(2022, 1, 1))),
    ("exclusions", Filters(date_to=dt.date(2019, 12, 31))),
    ("What was decided?", Filters(item="62")),
    ("exclusions", Filters(body="planning")),
    ("exclusions", Filters(document="children/2019-09-11-agenda-and-minutes.txt")),
    ("What was decided on the library?", Filters(date_from=dt.date(2024, 1, 1), body="cabinet", item="106")),
]


def lead(reply: Answer | Refusal) -> tuple[object, ...]:
    assert isinstance(reply, Answer)
    first = reply.citations[reply.claims[0].citations[0] - 1]
    return first.body, first.date, first.item, first.kind


def test_a_decision_with_its_number_date_and_body(sample: Assistant) -> None:
    reply = sample.ask(BIAS)
    assert lead(reply) == (CABINET, dt.date(2024, 2, 14), "109", SectionKind.DECISION)
    assert (CABINET, dt.date(2020, 1, 15), "62") in {
        (each.body, each.date, each.item) for each in reply.citations
    }
    assert reply.text.startswith(
        "Cabinet, 14 February 2024, item 109, Inclusive Practice Programme:\n• Decided: "
    )


@pytest.mark.parametrize(
    ("question", "body", "date", "item", "fact"),
    [
        ("Library fines: what was resolved?", CABINET, "2024-02-14", "106", "end to fines"),
        ("What did the panel settle for tenants lent a dehumidifier?", PANEL, "2021-11-09", "21/57", "£1.80"),
        ("How many open damp reports were there at Dyers House?", PANEL, "2021-11-09", "5", "22"),
        ("Who presided at the neighbourhoods panel on 9 November 2021?", PANEL, "2021-11-09", None, "Eltringham"),
        ("What condition did Cabinet put on making Carder Green bigger?", CABINET, "2020-01-15", "61", "crossing"),
    ],
)  # fmt: skip
def test_answers(sample: Assistant, question: str, body: str, date: str, item: str | None, fact: str) -> None:
    reply = sample.ask(question)
    assert isinstance(reply, Answer)
    places = {(each.body, str(each.date), each.item) for each in reply.citations if fact in each.quote}
    assert any(place[:2] == (body, date) and item in (None, place[2]) for place in places)


def test_who_declared_an_interest(sample: Assistant) -> None:
    reply = sample.ask("Who declared an interest?")
    assert isinstance(reply, Answer)
    assert {each.kind for each in reply.citations} == {SectionKind.INTEREST}
    assert all("declared" in each.quote or "interest" in each.quote.lower() for each in reply.citations)
    assert not any("There were none" in each.quote for each in reply.citations)


def test_an_undated_paper_says_so(sample: Assistant) -> None:
    reply = sample.ask("What rent was fixed for a full allotment plot?")
    assert isinstance(reply, Answer)
    assert [each.date for each in reply.citations if "£72" in each.quote] == [None]
    assert NoticeKind.UNDATED in {each.kind for each in reply.notices}


@pytest.mark.parametrize(
    "question",
    [
        BIAS.upper(),
        BIAS.lower(),
        "what did we deside on unconcious bais trainning",
        "  What did we\tdecide on\nunconscious bias training?  ",
        "What did we decide on uncon\u00adscious bias\u200b training?",
    ],
)
def test_however_it_is_written(sample: Assistant, question: str) -> None:
    assert lead(sample.ask(question)) == (CABINET, dt.date(2024, 2, 14), "109", SectionKind.DECISION)


def test_mended_words_are_told_in_answers_and_refusals(sample: Assistant) -> None:
    answered = sample.ask("what was decided on unconcious bias training?")
    assert [each.text for each in answered.notices][:1] == ["“unconcious” was read as “unconscious”."]
    refused = sample.ask("did the comittee buy a spaceship?")
    assert isinstance(refused, Refusal)
    assert [(each.kind, each.text) for each in refused.notices] == [
        (NoticeKind.ASSUMED, "“comittee” was read as “committee”.")
    ]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What did the committee decide about a ski slope?", "The papers held never mention “ski slope”. "),
        ("Who won the football last night?", ""),
        (
            "what did the children's committee decide on 6 December 2023",
            "No meeting of 6 December 2023 is held. ",
        ),
        ("What was decided about bias in 2017?", "No meeting in the time asked about (2017) is held. "),
        ("What was decided on item 9999?", "No item 9999 is held. "),
        (
            "What did the Planning Committee decide about exclusions?",
            "No papers of Planning Committee are held. ",
        ),
    ],
)
def test_refusals_name_what_is_not_held_and_what_is(sample: Assistant, question: str, reason: str) -> None:
    reply = sample.ask(question)
    assert isinstance(reply, Refusal)
    assert reply.text == f"{REFUSAL} {reason}{COVERAGE}"
    assert 1 <= len(reply.nearest) <= 3


@pytest.mark.parametrize(("question", "filters"), VARIED)
def test_what_holds_of_every_reply(
    sample: Assistant, invariants: Invariants, question: str, filters: Filters
) -> None:
    reply = sample.ask(question, filters)
    assert reply.question == question
    invariants(sample, reply, filters)


def test_filters_bind(sample: Assistant) -> None:
    reply = sample.ask(BIAS, Filters(date_to=dt.date(2020, 12, 31)))
    assert lead(reply) == (CABINET, dt.date(2020, 1, 15), "62", SectionKind.DECISION)
    reply = sample.ask("What was decided about exclusions?", Filters(item="27"))
    assert isinstance(reply, Answer)
    items = {item.key: (item.number, item.agenda_number) for item in sample.library.items(Filters(item="27"))}
    assert {each.item for each in reply.citations} <= {number for pair in items.values() for number in pair}
    page = "children/2019-11-06-agenda-and-minutes.txt"
    reply = sample.ask("What was said about exclusions?", Filters(document=page))
    assert isinstance(reply, Answer)
    assert {each.document for each in reply.citations} == {page}


@pytest.mark.parametrize(
    ("filters", "why"),
    [
        (Filters(body="Planning"), "No body called “Planning” is held; "),
        (Filters(council="Atlantis"), "No council called “Atlantis” is held; "),
        (Filters(item="no such item"), "No item no such item is held. "),
        (Filters(document="none.txt"), "No paper held fits the filters set. "),
        (Filters(date_from=dt.date(2030, 1, 1)), "No meeting in the time set is held. "),
        (
            Filters(date_from=dt.date(2020, 1, 1), date_to=dt.date(2019, 1, 1)),
            "No meeting in the time set is held. ",
        ),
        (Filters(body="cabinet", item="27/99"), "No item 27/99 is held. "),
    ],
)
def test_filters_that_match_nothing_find_nothing(sample: Assistant, filters: Filters, why: str) -> None:
    reply = sample.ask(BIAS, filters)
    assert isinstance(reply, Refusal)
    assert reply.text.startswith(f"{REFUSAL} {why}") and reply.text.endswith(f" {COVERAGE}")
    assert reply.nearest == ()


def test_a_library_that_changes_is_learnt_anew(tmp_path: Path, sample: Assistant) -> None:
    folder, papers = tmp_path / "library", tmp_path / "papers"
    papers.mkdir()
    text = "cabinet/2024-02-14-printed-minutes.pdf"
    (papers / "one.txt").write_text(sample.library.document_text(text), encoding="utf-8")
    ingest(folder, [papers])
    with Assistant.open(folder).library as library:
        assistant = Assistant(library)
        assert isinstance(assistant.ask(BIAS), Answer)
        remove(folder, ["one.txt"])
        reply = assistant.ask(BIAS)
        assert isinstance(reply, Refusal)
        assert reply.text == f"{REFUSAL} Held: 0 papers, of no dated meeting."
        ingest(folder, [papers])
        assert isinstance(assistant.ask(BIAS), Answer)
