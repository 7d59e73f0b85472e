"""What is told once, though papers say it twice."""

from corpus.models import SectionKind
from rag.answering.choose import Choice, choose
from rag.retrieval.evidence import Evidence
from rag.understanding.question import read_question

DECISION = SectionKind.DECISION
DECIDED = "What was decided about lamps?"


def chosen(question: str, *weighed: Evidence) -> Choice:
    ranked = sorted(weighed, key=lambda each: -each.score)
    return choose(read_question(question), ranked, ranked[0])


def told(choice: Choice) -> list[str]:
    return [each.text for each in choice.evidence]


def test_the_same_words_in_two_papers_are_told_once_and_cited_twice(make) -> None:
    one = make.evidence("To mend lamps.", DECISION, start=50, matter="m")
    two = make.evidence("To  mend\nlamps", DECISION, document="pack.txt", score=0.95, matter="m")
    three = make.evidence("To mend lamps.", DECISION, document="third.txt", score=0.94, matter="m")
    choice = chosen(DECIDED, one, two, three)
    assert told(choice) == ["To mend lamps."]
    assert choice.also == ((two,),)


def test_like_words_of_two_matters_are_two_decisions(make) -> None:
    one = make.evidence("To note the report.", DECISION, start=50)
    two = make.evidence("To note the report.", DECISION, document="pack.txt", score=0.95)
    assert told(chosen(DECIDED, one, two)) == ["To note the report."] * 2
    long = make.evidence("To note the report and buy a ferry.", DECISION, start=50)
    assert told(chosen(DECIDED, long, two)) == ["To note the report and buy a ferry.", "To note the report."]


def test_a_decision_cut_short_is_told_with_the_whole_one(make) -> None:
    whole = make.evidence("To mend lamps before the winter.", DECISION, start=50, matter="m")
    cut = make.evidence(
        "To mend lamps", DECISION, document="page.txt", score=0.95, matter="m", decision_truncated=True
    )
    choice = chosen(DECIDED, whole, cut)
    assert told(choice) == ["To mend lamps before the winter."]
    assert choice.also == ((cut,),)
