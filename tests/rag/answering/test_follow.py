"""What was said of a subject is told with the words that name it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from corpus.models import SectionKind
from rag.answering.choose import Choice, choose
from rag.answering.follow import opens_a_subject, read_on, with_decisions
from rag.understanding.question import read_question


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("(b) New Ferry Slip at Dock Lane", True),
        ("To receive an update on the ferry slip.", True),
        ("I will ask at the next meeting when the slip will be mended.", True),
        ("The Panel asked about the boiler.", True),
        ("Circulated, report of the Engineer dated 4 May 2017 on the slip.", True),
        ("The slip was mended in May.", False),
        ("The Panel asked whether the slip could be mended before the summer, as the ferries had to turn at the old "
         "quay and the people of Dock Lane had no other way across.", False),
    ],
)  # fmt: skip
def test_words_that_name_a_subject_are_known(text: str, opens: bool) -> None:
    assert opens_a_subject(text) is opens


def told(make: SimpleNamespace, question: str, *texts: str, sections: tuple[str, ...] = ()) -> list[str]:
    """What is told when the first of the passages leads; the others follow it in its item."""
    starts = [sum(len(each) + 1 for each in texts[:at]) for at in range(len(texts))]
    passages = [
        make.passage(text, start=start, section=section)
        for text, start, section in zip(texts, starts, sections or [""] * len(texts), strict=True)
    ]
    lead = make.evidence(texts[0], passage=passages[0])
    asked = read_question(question)
    library = make.library({}, passages)
    return [each.text for each in read_on(library, asked, choose(asked, [lead], lead)).evidence]


def test_what_was_said_of_a_subject_follows_it_across_passages(make: SimpleNamespace) -> None:
    boiler, said = (
        "The Panel asked about the boiler.",
        "The Caretaker said that its controls were locked away.",
    )
    assert told(make, "What was said about the boiler?", boiler, said) == [boiler, said]


def test_the_next_subject_is_another_matter(make: SimpleNamespace) -> None:
    slip, noise = "(a) Ferry slip", "The noise of the ferries was measured in May."
    assert told(make, "What about the slip?", slip, noise, sections=("Ferry slip", "Noise")) == [slip]


@pytest.mark.parametrize(
    ("question", "lead", "further"),
    [
        (
            "When was the boiler mended?",
            "The boiler was mended on 4 May 2017.",
            "It had been cold for a month.",
        ),
        ("How many lamps are out?", "Nine lamps are out.", "Six of them are on the quay."),
        ("How much will it cost?", "The slip will cost £9,000.", "Half of that is granted."),
    ],
)
def test_what_a_date_or_a_figure_is_of_is_told_with_it(
    make: SimpleNamespace, question: str, lead: str, further: str
) -> None:
    assert told(make, question, lead, further) == [lead, further]


def test_less_is_read_on_behind_words_that_tell_something(make: SimpleNamespace) -> None:
    lead, further = "Nine lamps are out.", f"Six are on the quay{', which is long' * 12}."
    assert 350 > len(further) > 150
    assert told(make, "How many lamps are out?", lead, further, further.upper()) == [lead, further]


def test_no_more_is_read_than_a_reader_wants(make: SimpleNamespace) -> None:
    subject = "The Panel asked about the boiler."
    further = [f"The Caretaker gave reason number {n}, which was {'long ' * 30}." for n in range(9)]
    assert told(make, "What was said about the boiler?", subject, *further) == [subject, *further[:3]]


def test_a_decision_is_not_read_on(make: SimpleNamespace) -> None:
    decision = make.passage("To mend the boiler.", SectionKind.DECISION)
    behind = make.passage("It was cold.", start=30)
    lead = make.evidence(decision.text, SectionKind.DECISION, passage=decision)
    asked = read_question("What was decided about the boiler?")
    choice = read_on(make.library({}, [decision, behind]), asked, choose(asked, [lead], lead))
    assert [each.text for each in choice.evidence] == [decision.text]


def test_what_was_decided_stands_beside_what_was_recommended(make: SimpleNamespace) -> None:
    asked_for = make.passage("That the slip be closed.", SectionKind.RECOMMENDATION)
    decided = make.passage("To keep the slip open.", SectionKind.DECISION, start=90)
    lead = make.evidence(asked_for.text, SectionKind.RECOMMENDATION, passage=asked_for)
    question = read_question("What did the report recommend on the slip?")
    held = make.library({}, [asked_for, decided])
    choice = with_decisions(held, choose(question, [lead], lead))
    assert [each.text for each in choice.evidence] == [decided.text, asked_for.text]
    assert choice.decision_found


def test_the_decision_of_the_part_answers_what_was_decided(make: SimpleNamespace) -> None:
    slip = make.passage("The Engineer described the ferry slip.", section="Ferry slip")
    deferred = make.passage(
        "It was agreed to defer this.", SectionKind.DECISION, start=60, section="Ferry slip"
    )
    other = make.passage("It was agreed to buy lamps.", SectionKind.DECISION, start=120, section="Lamps")
    lead = make.evidence(slip.text, passage=slip)
    question = read_question("What was decided about the ferry slip?")
    choice = with_decisions(make.library({}, [slip, deferred, other]), choose(question, [lead], lead))
    assert [each.text for each in choice.evidence] == [deferred.text, slip.text]


def test_words_that_end_in_a_colon_lead_into_the_next_part(make: SimpleNamespace) -> None:
    lead, said = "The Chair outlined the following Recommendation:", "That people be told in advance."
    assert told(make, "What was outlined?", lead, said, sections=("", "Recommendation")) == [lead, said]


def test_reading_on_stops_at_a_sentence_of_other_years(make: SimpleNamespace) -> None:
    first = make.passage("In 2022/23 the number was 52.", kind=SectionKind.REPORT)
    behind = make.passage("It was rising. In 2018/19 it was 118.", kind=SectionKind.REPORT, start=200)
    lead = make.evidence(first.text, passage=first)
    asked = read_question("How many pupils were excluded in 2022/23?")
    told = read_on(make.library({}, [first, behind]), asked, choose(asked, [lead], lead)).evidence
    assert [each.text.strip() for each in told] == ["In 2022/23 the number was 52.", "It was rising."]


def test_of_two_quotes_that_run_into_each_other_nothing_is_lost(make: SimpleNamespace) -> None:
    """What the first quote holds is not told twice; what the second adds is told."""
    text = "Ferries rose. They rose to 12. This is two more than in May. The quay is wet."
    passage = make.passage(text)
    first = make.evidence("Ferries rose. They rose to 12.", passage=passage)
    second = make.evidence("They rose to 12. This is two more than in May.", passage=passage)
    third = make.evidence("They rose to 12.", passage=passage)
    choice = Choice((first, second, third), ((), (), ()), False, False)
    read = read_on(make.library({}, []), read_question("How many ferries?"), choice)
    assert [each.text for each in read.evidence] == [first.text, "This is two more than in May."]
