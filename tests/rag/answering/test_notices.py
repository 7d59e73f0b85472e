"""What an asker must know before relying on an answer."""

import datetime as dt

from corpus.models import SectionKind
from rag.answering.choose import Choice
from rag.answering.compose import claims_of
from rag.answering.notices import assumed, notices_of
from rag.models import NoticeKind
from rag.retrieval.evidence import Evidence
from rag.understanding.question import read_question


def notices(
    question: str, *told: Evidence, sought: bool = False, found: bool = False
) -> dict[NoticeKind, str]:
    choice = Choice(told, tuple(() for _ in told), sought, found)
    said = notices_of(read_question(question), choice, claims_of(choice, {})[0])
    assert len({each.kind for each in said}) == len(said)
    return {each.kind: each.text for each in said}


def test_a_plain_answer_needs_none(make) -> None:
    assert notices("lamps?", make.evidence("Nine lamps are out.")) == {}


def test_a_mended_word() -> None:
    assert [each.text for each in assumed((("bais", "bias"),))] == ["“bais” was read as “bias”."]
    assert assumed(()) == ()


def test_minutes_cut_short(make) -> None:
    told = make.evidence("Nine lamps", truncated=True), make.evidence("are out", truncated=True, start=50)
    assert notices("lamps?", *told) == {
        NoticeKind.TRUNCATED: "The minutes of item 27 are cut short in july.txt; the rest is not held."
    }


def test_decisions_that_are_not_told(make) -> None:
    told = (make.evidence("To mend lamps.", SectionKind.DECISION),)
    for choice, said in (
        (
            Choice(told, ((),), True, True, 5),
            "5 more decisions fit; name a body, a date or an item to see them.",
        ),
        (
            Choice(told, ((),), True, True, 1, True),
            "1 more decision of this meeting fits; name an item to see it.",
        ),
    ):
        (notice,) = notices_of(read_question("lamps?"), choice, claims_of(choice, {})[0])
        assert (notice.kind, notice.text) == (NoticeKind.PARTIAL, said)


def test_nothing_decided(make) -> None:
    said = notices("Was it decided?", make.evidence("Ash asked."), sought=True)
    assert said == {
        NoticeKind.NOT_DECIDED: "No recorded decision was found on this; "
        "what follows was discussed or reported, not decided."
    }
    cut = notices("Was it decided?", make.evidence("Ash asked.", truncated=True), sought=True)
    assert cut[NoticeKind.NOT_DECIDED].endswith("the missing part may hold one.")
    settled = notices("Was it decided?", make.evidence("The minutes were approved."), sought=True)
    assert settled[NoticeKind.NOT_DECIDED].startswith("The paper sets out no separate decision on this")
    decided = make.evidence("To mend lamps.", SectionKind.DECISION)
    assert notices("Was it decided?", decided, sought=True, found=True) == {}


def test_an_undated_paper(make) -> None:
    told = make.evidence("Nine lamps.", date=None), make.evidence("Ten.", date=None, start=50)
    assert notices("lamps?", *told) == {
        NoticeKind.UNDATED: "july.txt does not say when its meeting was held."
    }


def test_papers_that_differ(make) -> None:
    one = make.evidence("It opens on 22 July 2019.")
    other = make.evidence("It opens on 30 July 2019.", document="pack.txt")
    when = "When does it open?"
    assert notices(when, one, other)[NoticeKind.CONFLICT].startswith(
        "The papers differ on the date: compare [1] and [2]"
    )
    assert (
        notices(when, one, make.evidence("It opens on 30 July 2019.", start=90)) == {}
    )  # one paper's two dates
    assert notices(when, one, make.evidence("Open from 22 July 2019.", document="pack.txt")) == {}
    assert notices("What about it?", one, other) == {}
    later = make.evidence("The average is 17.7.", date=dt.date(2020, 1, 1))
    assert (
        "figure"
        in notices("What is the average?", make.evidence("The average is 17.3."), later)[NoticeKind.CONFLICT]
    )


def test_figures_of_two_things_do_not_differ(make) -> None:
    one = make.evidence("The budget for lamps was £4,000.", title="Harbour Lamps")
    other = make.evidence("A grant of £9,000 was for dredging.", title="The Channel", document="pack.txt")
    assert notices("How much was the budget for lamps?", one, other) == {}
    same = make.evidence("The lamps had a budget of £9,000.", title="The Quay", document="pack.txt")
    assert NoticeKind.CONFLICT in notices("How much was the budget for lamps?", one, same)


def test_minutes_in_draft(make) -> None:
    draft, report = (
        make.evidence("Nine lamps.", draft=True),
        make.evidence("Ten.", SectionKind.REPORT, start=90),
    )
    approved = make.evidence("Ten lamps.", start=50)
    text = "minutes were a draft when published: they may be changed before they are approved."
    assert notices("lamps?", draft) == {NoticeKind.DRAFT: f"These {text}"}
    assert notices("lamps?", draft, report) == {NoticeKind.DRAFT: f"These {text}"}
    assert notices("lamps?", draft, approved) == {NoticeKind.DRAFT: f"Some of these {text}"}


def test_words_that_a_machine_read(make) -> None:
    told = make.evidence("Nine lamps.", ocr=True), make.evidence("Ten.", ocr=True, start=50)
    text = "A machine read these words from a picture of july.txt (OCR): check the quote in the paper itself."
    assert notices("lamps?", *told) == {NoticeKind.OCR: text}


def test_of_several_decisions_the_older_ones_are_marked(make) -> None:
    new = make.evidence("To open the slip.", SectionKind.DECISION, date=dt.date(2021, 3, 2))
    old = make.evidence("To close the slip.", SectionKind.DECISION, date=dt.date(2019, 7, 17))
    said = notices("What was decided on the slip?", new, old, sought=True, found=True)
    assert said[NoticeKind.EARLIER] == (
        "The latest of these decisions is of 2 March 2021; [2] is earlier and may no longer stand."
    )
    assert NoticeKind.EARLIER not in notices("The slip?", new, sought=True, found=True)


def test_an_older_decision_of_another_matter_stands(make) -> None:
    new = make.evidence(
        "To open the slip to boats.", SectionKind.DECISION, date=dt.date(2021, 3, 2), title="Slip"
    )
    minutes = make.evidence(
        "To approve the minutes.",
        SectionKind.DECISION,
        date=dt.date(2020, 7, 1),
        title="Minutes",
        document="a",
    )
    fees = make.evidence(
        "To charge £4 for berths.",
        SectionKind.DECISION,
        date=dt.date(2019, 7, 1),
        title="Harbour Fees",
        document="b",
    )
    asked = "What was decided on the slip?"
    assert NoticeKind.EARLIER not in notices(asked, new, minutes, fees, sought=True, found=True)
    old = make.evidence(
        "To close the slip to boats.",
        SectionKind.DECISION,
        date=dt.date(2019, 7, 1),
        title="Safety",
        document="c",
    )
    said = notices(asked, new, fees, old, sought=True, found=True)
    assert said[NoticeKind.EARLIER].startswith(
        "The latest of these decisions is of 2 March 2021; [3] is earlier"
    )
