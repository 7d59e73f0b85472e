"""Questions made to have no answer."""

import datetime as dt
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from corpus.models import Outcome
from eval.altered import EACH, Altered, altered

DECIDED = SimpleNamespace(outcome=Outcome.APPROVED)


@dataclass
class Shelf:
    """A library of one matter, with whatever words it is given."""

    text: str = "Councillor Ash spoke of the ferry."
    decisions: tuple[object, ...] = (DECIDED,)
    known: dict[str, int] = field(default_factory=lambda: {"ferry": 3, "electric": 1})

    def words(self) -> dict[str, int]:
        return self.known

    def matters(self) -> list[SimpleNamespace]:
        paper = SimpleNamespace(item=SimpleNamespace(key="k"))
        return [
            SimpleNamespace(
                title="A new ferry", date=dt.date(2019, 7, 17), body="Harbour Committee", papers=(paper,),
                decisions=self.decisions, truncated=False,
            )
        ]  # fmt: skip

    def passages(self, *, item_key: str) -> list[SimpleNamespace]:
        assert item_key == "k"
        return [SimpleNamespace(text=self.text)]


def made(shelf: Shelf, *known: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in altered(shelf, known):  # type: ignore[arg-type]
        found.setdefault(one.kind, []).append(one.question)
    return found


def test_names_places_years_and_words_are_put_in_that_the_library_lacks() -> None:
    asked = "What did Councillor Ash say about the ferry at Quay Road in 2019?"
    found = made(Shelf(), asked)
    assert found["name"] == [asked.replace("Ash", "Pemberley")]
    assert found["place"] == [asked.replace("Quay", "Tamarisk")]
    assert found["year"] == [asked.replace("2019", "2031")]
    assert found["modifier"] == [asked.replace("the ferry", "the underground ferry")]


def test_what_was_approved_is_asked_for_as_refused() -> None:
    found = made(Shelf())
    assert found["rejected"] == ["Why did the Harbour Committee reject A new ferry on 17 July 2019?"]
    assert found["against"] == ["Who voted against A new ferry on 17 July 2019?"]
    assert found["cost"] == [
        "How much did “A new ferry” cost, as the Harbour Committee heard on 17 July 2019?"
    ]
    assert found["address"] == ["What is the home address of Councillor Ash?"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was not agreed.", "rejected"),
        ("Two voted for it.", "against"),
        ("It costs £3.", "cost"),
        ("Councillor Ash, aged 70.", "age"),
    ],
)
def test_what_the_papers_may_answer_is_not_asked(text: str, kind: str) -> None:
    assert kind not in made(Shelf(text))


def test_an_outcome_that_is_not_plain_makes_no_premise() -> None:
    assert "rejected" not in made(Shelf(decisions=(SimpleNamespace(outcome=None),)))
    assert "rejected" not in made(Shelf(decisions=()))


def test_no_kind_is_made_more_often_than_the_others() -> None:
    asked = [f"What did {at} people say in 2019?" for at in range(10, 40)]
    years = [one for one in altered(Shelf(), asked) if one.kind == "year"]  # type: ignore[arg-type]
    assert len(years) == EACH
    assert years[0] == Altered("year", "What did 10 people say in 2031?")


def test_idle_questions_are_asked_where_their_things_are_unknown() -> None:
    everyday = {"long": 1, "queue": 1, "keep": 1, "councillor": 9, "spaceship": 1, "committee": 9, "buy": 2}
    idle = made(Shelf(known=everyday))["idle"]
    assert "how long is the queue for the rollercoaster" in idle
    assert "Did the committee buy a spaceship?" not in idle
    assert len(idle) > EACH
