"""Which evidence becomes the answer."""

import datetime as dt
from dataclasses import replace

from corpus.models import SectionKind
from rag.answering.choose import FURTHEST, LIKELY, MOST_CLAIMS, Choice, choose
from rag.retrieval.evidence import Evidence
from rag.retrieval.overrule import SURE
from rag.retrieval.sharpen import GLANCED
from rag.understanding.question import read_question

DECISION, REPORT = SectionKind.DECISION, SectionKind.REPORT
DECIDED = "What was decided about lamps?"


def chosen(question: str, *weighed: Evidence, best: Evidence | None = None) -> Choice:
    ranked = sorted(weighed, key=lambda each: -each.score)
    return choose(read_question(question), ranked, best or ranked[0])


def told(choice: Choice) -> list[str]:
    return [each.text for each in choice.evidence]


def test_an_items_decisions_are_told_whole_and_in_order(make) -> None:
    first = make.evidence("To note it.", DECISION, start=10, score=0.5, coverage=0.5, decision="1")
    second = make.evidence("To mend lamps.", DECISION, start=50, score=1.0, decision="2")
    other = make.evidence("To sell it.", DECISION, score=0.4, item_key="july.txt#1.9")
    choice = chosen(DECIDED, first, second, other)
    assert told(choice) == ["To note it.", "To mend lamps."]
    assert choice.decision_sought and choice.decision_found


def test_what_is_not_told_is_counted(make) -> None:
    taken = [
        make.evidence(f"To buy {n} lamps.", DECISION, start=30 * n, item_key=f"july.txt#1.{n}")
        for n in range(50)
    ]
    choice = chosen("What was decided?", *taken)
    assert (len(choice.evidence), choice.untold, choice.of_one_sitting) == (8, 42, True)
    other = make.evidence("To sell it.", DECISION, document="june.txt", date=dt.date(2019, 9, 5))
    choice = chosen("What was decided?", *taken[:12], other)
    assert (len(choice.evidence), choice.untold, choice.of_one_sitting) == (8, 5, False)
    undated = [replace(each, candidate=replace(each.candidate, passage=replace(each.passage, date=None)))
               for each in taken[:9]]  # fmt: skip
    assert chosen("What was decided?", *undated).untold == 1


def test_who_was_there_is_told_with_the_officers_unless_somebody_in_particular_is_asked_after(make) -> None:
    kind = SectionKind.ATTENDANCE
    here = make.evidence("Present: Councillor Ash", kind, start=5, item_key=None)
    clerk = make.evidence("In attendance: Ann Elm, Clerk", kind, start=90, item_key=None, score=0.3)
    other = make.evidence("In attendance: Oak", kind, document="june.txt", item_key=None, score=0.2)
    assert told(chosen("Who was present?", here, clerk, other)) == [here.text, clerk.text]
    assert told(chosen("Did Ash attend?", here, clerk)) == [here.text]


def test_the_decision_that_is_named(make) -> None:
    first = make.evidence("To note it.", DECISION, start=10, decision="1")
    second = make.evidence("To mend lamps.", DECISION, start=50, score=0.9, decision="2")
    assert told(chosen("What was decision 2 of item 27?", first, second)) == ["To mend lamps."]


def test_what_was_recommended_is_told_beside_what_was_decided(make) -> None:
    asked = make.evidence("Mend all lamps.", SectionKind.RECOMMENDATION, start=5, score=1.1)
    decision = make.evidence("To mend half of the lamps.", DECISION, start=50)
    assert told(chosen(DECIDED, asked, decision)) == ["To mend half of the lamps.", "Mend all lamps."]
    same = make.evidence("Mend all lamps.", DECISION, start=50)
    assert [each.passage.kind for each in chosen(DECIDED, asked, same).evidence] == [
        DECISION, SectionKind.RECOMMENDATION
    ]  # fmt: skip


def test_what_surely_answers_is_told_beside_what_was_decided(make) -> None:
    says = make.evidence("Lamps are lit at dusk.", SectionKind.REPORT, start=5, score=1.9, relevance=SURE)
    decision = make.evidence("To note the report on lamps.", DECISION, start=50, score=1.1)
    assert told(chosen(DECIDED, says, decision)) == [decision.text, says.text]
    unsure = replace(says, relevance=SURE - 0.1)
    assert told(chosen(DECIDED, unsure, decision)) == [decision.text]
    also = make.evidence("Lamps are lit by hand.", SectionKind.REPORT, start=300, score=1.7, relevance=SURE)
    assert told(chosen(DECIDED, says, also, decision)) == [decision.text, says.text, also.text]
    asked = make.evidence("Mend all lamps.", SectionKind.RECOMMENDATION, start=400, score=1.2)
    question = "What did the report recommend about lamps?"
    assert told(chosen(question, says, asked)) == [says.text, asked.text]


def test_both_rows_that_a_question_names_are_told(make) -> None:
    later, asked, other = (
        make.evidence(f"{year}\t{sold}", SectionKind.TABLE, start=at, score=score, relevance=0.8)
        for year, sold, at, score in ((2022, 40, 50, 2.0), (2020, 31, 20, 1.9), (2021, 36, 80, 1.8))
    )
    question = "In the table of July 2022, how many lamps were sold in the year to 31 March 2020?"
    assert told(chosen(question, later, asked, other)) == [later.text, asked.text]


def test_of_many_recommendations_the_best_are_told_as_printed(make) -> None:
    many = [
        make.evidence(f"Mend lamp {n}.", SectionKind.RECOMMENDATION, start=n * 50, score=1 + n / 100)
        for n in range(1, 13)
    ]
    assert told(chosen("What did the report recommend about lamps?", *many)) == [
        f"Mend lamp {n}." for n in range(5, 13)
    ]


def test_recommendations_and_decisions_of_another_part_of_the_item_are_not_told(make) -> None:
    own, other = (
        "Report of the Fog Board – Recommendation",
        "Report of the Ferry Board – Recommendation No. 2",
    )
    asked = make.evidence("Mend all lamps.", SectionKind.RECOMMENDATION, start=5, score=1.3, section=own)
    beside = make.evidence("Mend all ferries.", SectionKind.RECOMMENDATION, start=90, section=other)
    assert told(chosen("What did the Fog Board recommend about lamps?", asked, beside)) == ["Mend all lamps."]
    far = {"score": 0.5, "coverage": 0.2}
    agreed = make.evidence("It was agreed.", DECISION, start=50, section="Report of the Fog Board", **far)
    lost = make.evidence("It was lost.", DECISION, start=150, section="Report of the Ferry Board", **far)
    assert told(chosen(DECIDED, asked, agreed, lost)) == ["It was agreed.", "Mend all lamps."]


def test_a_mention_in_a_discussion_makes_nothing_of_the_items_decisions(make) -> None:
    mention = make.evidence("Ash spoke of lamps.", score=1.2, coverage=1.0)
    unlike = make.evidence("To buy a ferry.", DECISION, start=50, score=0.5, coverage=0.2)
    choice = chosen(DECIDED, mention, unlike)
    assert told(choice) == ["Ash spoke of lamps."]
    assert choice.decision_sought and not choice.decision_found


def test_a_title_that_says_it_does(make) -> None:
    mention = make.evidence("Ash spoke of lamps.", score=1.2, coverage=1.0)
    titled = make.evidence("To note the report.", DECISION, start=50, score=0.5, coverage=0.2, titled=0.6)
    assert told(chosen(DECIDED, mention, titled)) == ["To note the report."]


def test_nobody_asked_for_a_decision(make) -> None:
    said = make.evidence("Nine lamps are out.", score=1.7)
    decision = make.evidence("To mend lamps.", DECISION, start=50, score=0.3)
    choice = chosen("How many lamps are out?", said, decision)
    assert told(choice) == ["Nine lamps are out."]
    assert not choice.decision_sought


def test_sentences_nearly_as_good_follow_the_best(make) -> None:
    many = [make.evidence(f"Lamp {n} is out.", score=1.0 - n / 50, start=100 * n) for n in range(1, 9)]
    far = make.evidence("Far off.", score=0.3, start=5000)
    unfit = make.evidence("Unfit.", fits=False, score=0.99, start=6000)
    assert told(chosen("Tell me about lamps", *many, far, unfit, best=many[0])) == [
        f"Lamp {n} is out." for n in range(1, MOST_CLAIMS + 1)
    ]


def test_what_likely_answers_by_itself_is_told_though_it_scored_less(make) -> None:
    best = make.evidence("Lamp 1 is out.")
    likely = make.evidence("It is dark.", fits=False, score=1.1 - FURTHEST, relevance=LIKELY, start=100)
    ruled_out = make.evidence("It was.", ruled_out=True, score=0.3, relevance=0.9, start=200)
    further = make.evidence("Far.", score=0.9 - FURTHEST, relevance=0.9, start=300)
    assert told(chosen("Tell me about lamps", best, likely, ruled_out, further)) == [best.text, likely.text]


def test_newest_first_when_asked_how_things_stand(make) -> None:
    old = make.evidence("Nine lamps were out.", date=dt.date(2018, 1, 1))
    new = make.evidence("Two lamps are out.", score=0.9, document="new.txt")
    undated = make.evidence("Some lamps are out.", score=0.95, document="page.txt", date=None)
    assert told(chosen("Are the lamps still out?", old, new, undated)) == [
        "Two lamps are out.", "Nine lamps were out.", "Some lamps are out."
    ]  # fmt: skip


def test_what_the_latest_paper_says_in_as_near_words_is_told_though_unsure(make) -> None:
    old = make.evidence("Nine lamps were out.", score=1.9, relevance=0.9, date=dt.date(2018, 1, 1))
    new = make.evidence("Lamps go to another panel.", score=0.8, document="new.txt")
    past = make.evidence("Lamps cost too much.", score=0.8, date=dt.date(2017, 1, 1), document="past.txt")
    far = make.evidence("The pier has gone.", score=0.6, start=200, document="new.txt")
    weighed = (old, new, past, far)
    assert told(chosen("What is the latest on the lamps?", *weighed)) == [new.text, old.text]
    assert told(chosen("What was said about the lamps?", *weighed)) == [old.text]


def test_figures_that_may_differ_are_told_from_further_off(make) -> None:
    best = make.evidence("The caseload is 17.3.")
    other = make.evidence("Caseload: 17.7", REPORT, score=0.3, document="pack.txt")
    assert told(chosen("What is the average caseload?", best, other)) == [
        "The caseload is 17.3.",
        "Caseload: 17.7",
    ]
    assert told(chosen("Tell me about the caseload", best, other)) == ["The caseload is 17.3."]
    differing = chosen("Tell me about the caseload. How is it? The papers don't match.", best, other)
    assert told(differing) == ["The caseload is 17.3.", "Caseload: 17.7"]


def test_the_best_is_told_among_many_that_are_newer(make) -> None:
    best = make.evidence(
        "The lamps were out.", REPORT, score=1.0, date=dt.date(2015, 5, 6), document="old.txt"
    )
    newer = [
        make.evidence(
            f"Lamps: {n} reports.", REPORT, score=0.9 - n / 100, start=30 * n, item_key=f"july.txt#1.{n}"
        )
        for n in range(MOST_CLAIMS + 3)
    ]
    choice = chosen("Are the lamps still out?", best, *newer)
    assert told(choice) == [*(each.text for each in newer[: MOST_CLAIMS - 1]), best.text]


def test_the_like_words_of_another_day_are_not_told(make) -> None:
    kind, words = SectionKind.RECOMMENDATION, "That the lamps be counted."
    asked = make.evidence(words, kind, score=0.9, date=dt.date(2019, 7, 17), item_key="july.txt#1.1")
    other = make.evidence(words, kind, date=dt.date(2022, 7, 6), document="new.txt", item_key="new.txt#1.1")
    choice = chosen("What did the report of 17 July 2019 recommend?", other, asked)
    assert [each.passage.span.document_id for each in choice.evidence] == ["july.txt"]
    assert chosen("What did the report recommend?", other, asked).evidence[0] == other


def test_what_others_recommend_is_told_before_what_members_are_asked(make) -> None:
    said = make.evidence("The inspectors advise brass bolts.", REPORT, start=90)
    asked = make.evidence("To note the report.", SectionKind.RECOMMENDATION, start=5, score=0.9)
    assert told(chosen("What did the inspectors recommend?", said, asked)) == [said.text, asked.text]


def test_a_work_programme_is_told_in_the_order_printed(make) -> None:
    plan = SectionKind.WORK_PROGRAMME
    rows = [
        make.evidence(f"Row {n}", plan, start=100 * n, score=1 - n / 5, section="September")
        for n in (2, 1, 3)
    ]
    choice = chosen("What is on the agenda for September 2019?", *rows)
    assert told(choice) == ["Row 1", "Row 2", "Row 3"]


def test_of_many_decisions_that_are_as_good_the_best_is_told(make) -> None:
    many = [make.evidence(f"To buy lamp {n}.", DECISION, start=n * 50, score=0.7) for n in range(12)]
    best = make.evidence("To mend lamps.", DECISION, start=900, score=1.5)
    choice = chosen(f"{DECIDED[:-1]} in item 27?", *many, best)
    assert told(choice) == [*(f"To buy lamp {n}." for n in range(7)), "To mend lamps."]
    assert choice.untold == 5


def test_of_an_item_of_many_matters_only_what_was_asked_about_is_told(make) -> None:
    many = [make.evidence(f"To buy ferry {n}.", DECISION, start=n * 50, score=0.7) for n in range(12)]
    mend = make.evidence("To mend lamps.", DECISION, start=900, score=1.5)
    light = make.evidence("To light lamps.", DECISION, start=700, score=1.4)
    choice = chosen(DECIDED, *many, mend, light)
    assert (told(choice), choice.untold) == ([light.text, mend.text], 0)


def test_what_was_settled_of_a_work_programme_is_no_row_of_it(make) -> None:
    settled = make.evidence("Fog reports come to each meeting.", DECISION, start=900, score=2.0, section="")
    others = [make.evidence(f"Quay {n}.", start=n * 50, score=0.4, section="") for n in range(9)]
    choice = chosen("Work programme, January 2015: what comes to the meetings?", settled, *others)
    assert told(choice) == [settled.text]


def test_of_more_decisions_than_are_told_the_best_are_in_their_order(make) -> None:
    many = [
        make.evidence(
            f"To mend lamp {n}.", DECISION, start=n * 50, score=2.0 if n in (3, 11) else 1.0 - n / 100
        )
        for n in range(12)
    ]
    choice = chosen(f"{DECIDED[:-1]} in item 27?", *many)
    assert told(choice) == [f"To mend lamp {n}." for n in (0, 1, 2, 3, 4, 5, 6, 11)]
    assert choice.untold == 4


def test_decisions_that_only_the_small_reranker_read_are_told_with_what_the_large_one_is_sure_of(
    make,
) -> None:
    sure = make.evidence("To light all lamps.", DECISION, score=2.6, relevance=0.97, item_key="a")
    beside = make.evidence("To buy oil.", DECISION, start=30, score=1.0, item_key="a")
    likely = make.evidence(
        "To light the lamps by May.", DECISION, start=50, score=1.87, relevance=GLANCED, item_key="b"
    )
    unlikely = make.evidence("To thank the crew.", DECISION, start=90, score=1.7, relevance=0.1, item_key="c")
    assert told(chosen(DECIDED, sure, likely, unlikely, beside)) == [sure.text, beside.text, likely.text]
    far = replace(likely, score=1.5)
    assert told(chosen(DECIDED, sure, far, unlikely, beside)) == [sure.text, beside.text]
