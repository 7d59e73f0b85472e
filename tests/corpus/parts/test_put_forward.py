"""What a committee or an officer recommends stands apart from the talk around it, and from what was made of it."""

from __future__ import annotations

from corpus.models import Document, SectionKind
from corpus.read import read_paper
from index.passages import is_of_another_part, passages_of, told_under

MINUTES = """Minutes of Proceedings at Meeting of the Council of Ashford held in the Hall on 4th May, 2017.

PRESENT IN THE CHAIR:

Councillor A. Ash

1.

Corporate Services

(a) Circulated, report of the Harbour Committee dated 2nd May, 2017.

Councillor Birch presented an overview and outlined the following Recommendations which were agreed by it:

Recommendation No. 1

“That, the Council dredge the inner

harbour before the spring.”

Recommendation No. 2

That the berths be let to:

• Trawlers.
• Pilots.

(Both were on the agenda of the next meeting).

On the proposal of Councillor Birch, seconded by Councillor Cedar, both Recommendations were agreed.

(b) Circulated, report of the Library Committee dated 3rd May, 2017.

Recommendation: “That the Council buy a van.”

Councillor Dogwood referred to the price of vans.

Recommendation

It was agreed to defer the matter of the second van.
"""


def test_what_is_put_forward_is_a_recommendation_under_its_committee() -> None:
    paper = read_paper(Document("m.txt", MINUTES))
    harbour = "Circulated, report of the Harbour Committee dated 2nd May, 2017"
    library = "Circulated, report of the Library Committee dated 3rd May, 2017"
    told = [
        (each.kind, told_under(each), " ".join(each.text.split()))
        for each in passages_of(paper)
        if each.kind in (SectionKind.RECOMMENDATION, SectionKind.DECISION)
    ]
    assert told == [
        (SectionKind.RECOMMENDATION, harbour, "“That, the Council dredge the inner harbour before the spring.”"),
        (SectionKind.RECOMMENDATION, harbour, "That the berths be let to: • Trawlers. • Pilots."),
        (SectionKind.DECISION, harbour, "On the proposal of Councillor Birch, seconded by Councillor Cedar, both "
         "Recommendations were agreed."),
        (SectionKind.RECOMMENDATION, library, "“That the Council buy a van.”"),
        (SectionKind.DECISION, library, "It was agreed to defer the matter of the second van."),
    ]  # fmt: skip


def test_the_talk_around_it_stays_talk() -> None:
    paper = read_paper(Document("m.txt", MINUTES))
    talk = [" ".join(each.text.split()) for each in passages_of(paper) if each.kind is SectionKind.DISCUSSION]
    assert "(Both were on the agenda of the next meeting)." in talk
    assert "Councillor Dogwood referred to the price of vans." in " ".join(talk)
    assert "dredge" not in " ".join(talk)


def test_a_decision_of_another_part_is_known() -> None:
    passages = passages_of(read_paper(Document("m.txt", MINUTES)))
    dredge, _, van = (each for each in passages if each.kind is SectionKind.RECOMMENDATION)
    agreed, deferred = (each for each in passages if each.kind is SectionKind.DECISION)
    assert [is_of_another_part(agreed, dredge), is_of_another_part(deferred, dredge)] == [False, True]
    assert [is_of_another_part(agreed, van), is_of_another_part(deferred, van)] == [True, False]
