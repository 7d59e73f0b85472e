"""Evidence put into claims, citations and text."""

import datetime as dt

import pytest

from corpus.models import SectionKind, SourceSpan
from rag.answering.choose import Choice
from rag.answering.compose import cite, claim_text, claims_of, marks_of_all, say
from rag.models import Claim


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("To mend\nlamps.", "To mend lamps."),
        ("• To mend lamps;", "To mend lamps"),
        ("•To mend lamps; and", "To mend lamps"),
        ("– To mend lamps", "To mend lamps"),
        ("- To mend lamps", "To mend lamps"),
        ("1. To mend 3 lamps", "To mend 3 lamps"),
        ("(2) To mend lamps", "(2) To mend lamps"),
        ("17.3 is the caseload", "17.3 is the caseload"),
        ("-5% on last year", "-5% on last year"),
        ("–£3,000", "–£3,000"),
        ("Lamps\t12\t\t3%", "Lamps | 12 | 3%"),
        ("\tLamps\t12", "Lamps | 12"),
        (
            "Present:\n\nCouncillor Ash\tChair\nCouncillor Elm\tVice-Chair\n\nOPEN ITEMS",
            "Present: Councillor Ash | Chair; Councillor Elm | Vice-Chair; OPEN ITEMS",
        ),
        ("Lamps of the\neastern quay\t12\n\tnew", "Lamps of the eastern quay | 12 | new"),
        ("so\u00adlar  lamps", "solar lamps"),
    ],
)
def test_a_claim_is_the_words_on_one_line(words: str, claim: str) -> None:
    assert claim_text(words) == claim


def test_a_citation_is_exact(make) -> None:
    passage = make.passage("Old. New lamps.", start=40, decision="2")
    citation = cite(make.evidence("New lamps.", passage=passage), 3, "https://quay.example/27")
    assert citation.span == SourceSpan("july.txt", None, 45, 55)
    assert (citation.n, citation.quote, citation.document) == (3, "New lamps.", "july.txt")
    assert (citation.item, citation.title, citation.decision) == ("27", "Ferries", "2")
    assert (citation.date, citation.url) == (dt.date(2019, 7, 17), "https://quay.example/27")
    assert (citation.council, citation.body) == ("Quayside Council", "Harbour Scrutiny Committee")


def test_each_claim_cites_its_own_words_and_the_same_elsewhere(make) -> None:
    one, twin = make.evidence("To mend lamps."), make.evidence("To mend lamps", document="pack.txt")
    cut = make.evidence("To buy", SectionKind.DECISION, start=90, decision_truncated=True)
    choice = Choice((one, cut), ((twin,), ()), True, True)
    claims, citations = claims_of(choice, {"pack.txt": "https://quay.example/pack"})
    assert claims == (Claim("To mend lamps.", (1, 2)), Claim("To buy …", (3,)))
    assert [(each.n, each.document, each.url) for each in citations] == [
        (1, "july.txt", None), (2, "pack.txt", "https://quay.example/pack"), (3, "july.txt", None)
    ]  # fmt: skip


def test_claims_are_grouped_under_their_meeting_and_item(make) -> None:
    citations = (
        make.citation("To mend lamps.", 1, SectionKind.DECISION),
        make.citation("To mend lamps", 2, SectionKind.DECISION),
        make.citation("Ash asked.", 3),
        make.citation("Nine lamps.", 4, SectionKind.TABLE, date=None, body=None, item=None, title=None),
    )
    claims = (Claim("To mend lamps.", (1, 2)), Claim("Ash asked.", (3,)), Claim("Nine lamps.", (4,)))
    assert say(claims, citations).splitlines() == [
        "Harbour Scrutiny Committee, 17 July 2019, item 27, Ferries:",
        "• Decided: To mend lamps. [1][2]",
        "• Discussed: Ash asked. [3]",
        "undated:",
        "• Reported in a table: Nine lamps. [4]",
    ]
    assert say(claims[1:2], citations).splitlines()[1:] == ["• Discussed: Ash asked. [3]"]


def test_what_is_counted_cites_all_that_it_is_of() -> None:
    claims = [Claim(f"{n} lamps.", (n,)) for n in range(1, 5)]
    assert [marks_of_all(claims[:number]) for number in (1, 2, 3, 4)] == [
        "[1]",
        "[1][2]",
        "[1]–[3]",
        "[1]–[4]",
    ]
    assert marks_of_all([claims[0], *claims[2:]]) == "[1][3][4]"
