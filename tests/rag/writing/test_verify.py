"""A claim stands by the words it cites, or falls."""

import pytest

from rag.models import Claim
from rag.writing.verify import verify

QUOTE = (
    "The Committee did not agree to close 15% of the twelve schools near Elm Road, at £1,200 in 17.3 weeks."
)
TWO = "Members agreed to mend lamps. They did not agree to buy a ferry."


def stand(make, text: str, *quotes: str) -> bool:
    citations = tuple(make.citation(quote, n) for n, quote in enumerate(quotes or (QUOTE,), start=1))
    claim = Claim(text, tuple(each.n for each in citations))
    kept = verify((claim,), citations)
    assert kept in ((claim,), ())
    return bool(kept)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (QUOTE, (QUOTE,)),
        (QUOTE.upper(), (QUOTE,)),
        (QUOTE.removesuffix(".") + " …", (QUOTE,)),
        ("Members agreed to mend lamps.", ("Members agreed\nto  mend lamps.",)),
        ("Lamps | 12 | 3%", ("Lamps\t12\t\t3%",)),
        ("Ash | Chair; Elm | Clerk", ("Ash\tChair\nElm\tClerk",)),
        ("To mend lamps", ("• To mend lamps;",)),
        ("To mend lamps", ("1. To mend lamps; and",)),
        ("To mend lamps", ("Something else.", "To mend lamps.")),
        ("mend lamps on the quay", ("To mend lamps on the quay by June.",)),
        ("It was agreed to mend 12 lamps.", ("To mend 12 lamps was agreed.",)),
    ],
)
def test_words_of_the_record_stand(make, text: str, quotes: tuple[str, ...]) -> None:
    assert stand(make, text, *quotes)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (QUOTE.replace("15%", "16%"), (QUOTE,)),
        (QUOTE.replace("£1,200", "£1,300"), (QUOTE,)),
        (QUOTE.replace("17.3", "17"), (QUOTE,)),
        (QUOTE.replace("twelve", "fifteen"), (QUOTE,)),
        (QUOTE.replace("did not agree", "did agree"), (QUOTE,)),
        (QUOTE.replace("Elm Road", "Oak Road"), (QUOTE,)),
        ("agree to close 15% of the twelve schools near Elm Road", (QUOTE,)),  # verbatim, but for its "not"
        ("5% of the schools", ("15% of the schools",)),
        ("5% of the schools", ("0.5% of the schools",)),
        ("5% of the schools", ("-5% of the schools",)),
        ("12 lamps", ("12.5 lamps",)),
        ("to mend 1", ("to mend 1,200",)),
        ("the cost of 12", ("the cost of 12% more",)),
        ("art of lamps", ("part of lamps",)),
        ("Bristol agreed to mend lamps.", ("Members agreed to mend lamps.",)),
        ("Members never agreed to mend lamps.", ("Members agreed to mend lamps.",)),
        ("agree to buy a ferry.", (TWO,)),
        ("The weather was fine on the whole.", (QUOTE,)),
        ("", (QUOTE,)),
        (" ", (QUOTE,)),
    ],
)
def test_words_that_the_record_has_not_fall(make, text: str, quotes: tuple[str, ...]) -> None:
    assert not stand(make, text, *quotes)


def test_a_claim_that_cites_nothing_held_falls(make) -> None:
    citations = (make.citation("To mend lamps."),)
    assert verify((Claim("To mend lamps.", ()), Claim("To mend lamps.", (7,))), citations) == ()


def test_claims_fall_one_by_one(make) -> None:
    citations = (make.citation("To mend lamps.", 1), make.citation("To buy a ferry.", 2))
    claims = Claim("To mend lamps.", (1,)), Claim("To sell a ferry.", (2,)), Claim("To buy a ferry.", (2,))
    assert verify(claims, citations) == (claims[0], claims[2])
