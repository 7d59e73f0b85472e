from __future__ import annotations

import time

import pytest

from corpus.models import Outcome
from corpus.parts.outcomes import outcome_of

STATED = {
    "noted": [
        "RESOLVED that the report be noted",
        "NOTED",
        "1. To note the presentation.",
        "The Members noted the report and asked for another in May.",
        "It was agreed to note the report and write to the Minister.",
        "That the report, which was approved by Cabinet in March, be noted",
        "RESOLVED that Cabinet note the settlement; and agree to delegate the reply to the Director",
        "It was noted that the application had been refused",
        "The reports were then noted.",
    ],
    "approved": [
        "The minutes were taken as read and adopted.",
        "“That the draft minutes, as circulated, be taken as read and adopted and signed.”",
        "“That, the disposal of land at Mill Lane, in accordance with Section 183, be and is hereby approved.”",
        "“That, the approval of the Council be and is hereby given to the disposal of land.”",
        "“That, the approval of the Council be and is hereby given to defer the notice and defer publishing it.”",
        "“That, authorisation is hereby given, in accordance with Section 9, to the spending of €5”",
        "APPROVED",
        "To approve the plan.",
        "It was resolved to adopt the Local Area Plan",
        "RESOLVED (unanimously) to approve the minutes",
        "RESOLVED that Cabinet agree to: (a) Adopt the Strategy (b) Delegate authority to the Director",
        "RESOLVED that the minutes were a correct record and that they be signed by the Chair",
        "RESOLVED that Cabinet considered the amendments and endorsed the draft budget",
        "It was proposed by Cllr. Byrne, seconded by Cllr. Hall and unanimously agreed to approve the works",
        "It was unanimously agreed that the report be adopted",
        "Members noted and approved the disposal of land as set out below:",
        "That permission be granted subject to conditions",
    ],
    "agreed": [
        "AGREED",
        "The motion was put and carried.",
        "This was agreed.",
        "Resolved that the Council write to the Minister asking that funding be approved.",
        "it was agreed, on the proposal of Mayor O'Dea, seconded by Councillor Hourigan, that the road be closed",
        "RESOLVED that Cabinet agree the Plan",
        "RESOLVED – That the recommendations be agreed",
        "The Committee agreed that the recommendations approved by Council be implemented",
        "To thank officers for the report",
        "It was decided that the meeting adjourn for five minutes",
        "It was agreed to withdraw from the scheme",
        "It was agreed that the plan would be adopted in May",
        "On the proposal of Councillor Byrne, seconded by Councillor Hall, Standing Orders were suspended",
        "The Motion was proposed by Councillor Hall, seconded by Cmhlr. Ó Riada, and agreed.",
        "The Mayor declared the motion carried and the following resolution was adopted by the same voting:",
        "A request was made by Councillor Hall to receive a delegation and this was agreed.",
    ],
    "refused": [
        "The motion was not carried.",
        "The Amendment was lost.",
        "The recommendation was not approved",
        "The application was declined",
        "The Council did not agree to the proposal",
        "It was agreed not to approve the grant",
        "RESOLVED: to refuse the application",
        "That permission be refused",
        "Not agreed",
        "The motion fell for want of a seconder",
        "The Mayor declared that the proposal was defeated.",
        "After a vote, the motion was defeated by 10 votes to 3.",
    ],
    "deferred": [
        "It was agreed to defer the item to the next meeting",
        "It was agreed that this item would be adjourned to a Special Meeting",
        "The motion was left on the table",
        "That the report be referred back to the directorate",
        "On the proposal of Councillor Hall, seconded by Councillor King, this item was deferred.",
    ],
    "withdrawn": [
        "The item was withdrawn from the agenda",
        "Councillor Hall withdrew the motion",
        "It was agreed that the amendment be withdrawn",
    ],
    "recommended": [
        "To recommend to Council that the budget be approved",
        "RESOLVED that Council be recommended to adopt the plan",
        "The Committee recommends that the Executive approve the strategy",
        "The Committee agreed to recommend the scheme to Cabinet",
        "RECOMMENDED that the scheme be adopted",
    ],
}


@pytest.mark.parametrize(
    ("outcome", "text"), [(name, each) for name, texts in STATED.items() for each in texts]
)
def test_an_outcome_is_the_first_main_verb(outcome, text):
    assert outcome_of(text) == Outcome(outcome)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Discussion took place",
        "The Panel welcomed the progress",
        "The Mayor declared the Amendment defeated and, therefore, the original Motion carried.",
        "The Members confirmed that they had received the papers",
        "Councillor Hall withdrew from the meeting",
        "Councillor Hall asked that it be noted that the road is closed",
        "These works were carried out by the Office",
        "Members said that the plan should be reviewed and approved by others",
    ],
)
def test_words_that_do_not_plainly_say_state_nothing(text):
    assert outcome_of(text) is None


def test_a_resolution_is_agreed_by_the_words_that_lead_to_it():
    words = "“Limerick Lane to be a one-way street.”"
    assert outcome_of(words) is None
    assert outcome_of(words, "Proposed by Councillor Hall;\nAnd Resolved:\n") is Outcome.AGREED


@pytest.mark.parametrize(
    ("text", "after", "outcome"),
    [
        ("Recommendation: that the library be closed", "The recommendation was not agreed.", Outcome.REFUSED),
        ("That the library be closed", "On being put to the vote the motion was lost.", Outcome.REFUSED),
        ("The library to close in May", "The motion was put and carried.", Outcome.AGREED),
        ("RESOLVED that the library be closed", "The motion was lost.", Outcome.AGREED),
        ("That the library be closed", "A second matter was not agreed.", Outcome.AGREED),
    ],
)
def test_what_follows_may_say_what_became_of_it(text, after, outcome):
    assert outcome_of(text, after=after) is outcome


def test_long_and_hostile_words_take_no_time():
    started = time.perf_counter()
    for text in (
        "was " * 40_000,
        "be and is hereby " * 9_000,
        "approval of the a " * 9_000,
        "((a) " * 30_000,
    ):
        outcome_of(text, text, text)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("text", "before", "outcome"),
    [
        (
            "a budget of £247 million;",
            "4. RESOLVED that Cabinet recommend to Council:\n(a) ",
            Outcome.RECOMMENDED,
        ),
        ("approve the budget;", "RECOMMENDED that Council:\n1. ", Outcome.RECOMMENDED),
        ("delegate authority to the Director", "3. RESOLVED that Cabinet agree to:\n(a) ", Outcome.AGREED),
        ("the forecast;", "RESOLVED that Cabinet note:\na) ", Outcome.NOTED),
        ("adopt the strategy", "RESOLVED that Cabinet agree to:\n(a) ", Outcome.APPROVED),
        ("The Panel will meet monthly.", "Decisions\n1. ", Outcome.AGREED),
        ("The Panel will meet monthly.", "It was agreed to wait. The clerk spoke.\n", None),
        (
            "a budget;",
            "His motion was lost by 2 votes to 4.\n6. RESOLVED that Cabinet agree:\n(a) ",
            Outcome.AGREED,
        ),
        ("a budget;", "The motion was lost by 4 votes to 8.\n\nDecisions\n\n1. ", Outcome.AGREED),
        ("a budget;", "Cabinet did not agree to:\n(a) ", Outcome.REFUSED),
    ],
)
def test_a_part_of_a_resolution_has_its_own_verb_or_that_of_its_lead(text, before, outcome):
    assert outcome_of(text, before) is outcome


def test_a_fact_noted_gives_way_to_what_was_agreed_of_it():
    noted = "It was noted that the weir was the canal company's and it was agreed to write to them."
    assert outcome_of(noted) is Outcome.AGREED
    assert outcome_of("It was noted that the weir was old.") is Outcome.NOTED
    assert outcome_of("The letters were taken as noted.") is Outcome.NOTED


def test_a_report_that_the_members_noted_and_a_further_part_of_a_resolution():
    assert (
        outcome_of("Circulated, report of the Clerk on the weir, which was noted by the Members.")
        is Outcome.NOTED
    )
    assert outcome_of("AND THAT, the rate for the weir be 5.") is Outcome.AGREED
    assert outcome_of("The Clerk read a report which was written by the Members.") is None
