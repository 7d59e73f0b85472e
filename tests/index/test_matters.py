"""The same matter is known in every paper that holds it, and nothing else is taken for it."""

from __future__ import annotations

from itertools import permutations

import pytest

from index.matters import Standing, join


def item(document: str, number: str | None, title: str, *, agenda: str | None = None, published: str = "",
         placed: bool = False) -> Standing:  # fmt: skip
    titles = tuple(each for each in (title, published) if each)
    return Standing(f"{document}#1.{number}", document, number, agenda, titles, placed)


def groups(*items: Standing) -> set[frozenset[str]]:
    """The keys that share a matter, the same whatever order the items come in."""
    found = [join(order) for order in list(permutations(items))[:24]]
    assert all(each == found[0] for each in found), "the order of papers does not matter"
    for key, matter in found[0].items():
        assert matter == min(other for other in found[0] if found[0][other] == matter), key
    return {frozenset(k for k, other in found[0].items() if other == matter) for matter in found[0].values()}


def keys(*items: Standing) -> frozenset[str]:
    return frozenset(item.key for item in items)


def test_three_papers_of_one_item_share_one_matter() -> None:
    page, pack, printed = (
        item(name, "9", "Dredging the Inner Harbour") for name in ("page", "pack", "printed")
    )
    assert join([page, pack, printed]) == dict.fromkeys((page.key, pack.key, printed.key), "pack#1.9")


def test_titles_may_differ_in_small_words_case_and_plurals() -> None:
    one, other = item("page", "27", "Update on the Pilot Boats"), item("pack", "5", "PILOT BOAT: UPDATES")
    assert groups(one, other) == {keys(one, other)}


def test_every_numbering_of_one_item_is_joined() -> None:
    page = item("page", "51", "Moorings: Charges for 2022")
    service = item("service", "51", "Moorings: Charges for 2022", agenda="2")
    printed = item("printed", "51", "Charges for Moorings and Berths", agenda="2")
    pack = item("pack", "2", "Moorings - Charges", agenda="2")
    assert groups(page, service, printed, pack) == {keys(page, service, printed, pack)}


def test_both_numbers_are_enough_whatever_the_titles() -> None:
    one = item("service", "51", "Any Urgent Business", agenda="2")
    other = item("printed", "51", "Late item", agenda="2")
    assert groups(one, other) == {keys(one, other)}


def test_a_page_from_before_the_minutes_shows_the_agenda_number() -> None:
    early, service = item("early", "2", "Moorings"), item("service", "51", "Moorings", agenda="2")
    assert groups(early, service) == {keys(early, service)}


@pytest.mark.parametrize("said", [("51", "2"), ("51", None), (None, "2")])
def test_a_paper_published_with_an_item_joins_by_its_numbers(said) -> None:
    service = item("service", "51", "Moorings", agenda="2")
    other = item("service", "52", "Lights", agenda="3")
    report = Standing("report#1.1", "report", *said, ("Fees review 2022",), True)
    appendix = Standing("appendix#1.1", "appendix", *said, ("Appendix A",), True)
    assert groups(service, other, report, appendix) == {keys(service, report, appendix)}


def test_a_paper_published_before_the_numbers_changed_joins_by_the_title_it_was_published_with() -> None:
    page = item("page", "51", "Moorings and Berths")
    report = item("report", "2", "Fees review 2022", published="Moorings and Berths", placed=True)
    assert groups(page, report, item("page", "52", "Lights")) == {keys(page, report)}


def test_many_items_of_one_title_are_told_apart_by_number() -> None:
    page = [item("page", number, "Planning Application") for number in ("51", "52", "53")]
    service = [item("service", f"5{n}", "Planning Application", agenda=str(n + 1)) for n in (1, 2, 3)]
    assert groups(*page, *service) == {keys(a, b) for a, b in zip(page, service, strict=True)}


def test_many_items_of_one_title_without_a_number_in_common_stay_apart() -> None:
    page = [item("page", number, "Minutes") for number in ("51", "52")]
    pack = [item("pack", number, "Minutes", agenda=number) for number in ("2", "7")]
    assert groups(*page, *pack) == set()
    assert groups(*page, pack[0]) == set()


def test_numbers_that_contradict_each_other_keep_one_title_apart() -> None:
    one = item("service", "51", "Any Other Business", agenda="2")
    assert groups(one, item("printed", "60", "Any Other Business", agenda="9")) == set()
    assert groups(one, item("page", "60", "Any Other Business")) == set()
    assert groups(one, item("pack", "9", "Any Other Business", agenda="9")) == set()


def test_papers_that_number_alike_are_not_joined_across_numbers() -> None:
    page = [item("page", "1", "Apologies"), item("page", "2", "Lights"), item("page", "3", "Minutes")]
    pack = [item("pack", n, t, agenda=n) for n, t in (("1", "Apologies"), ("2", "Lights"), ("7", "Minutes"))]
    assert groups(*page, *pack) == {keys(page[0], pack[0]), keys(page[1], pack[1])}


def test_the_same_number_in_two_numberings_is_no_tie() -> None:
    page = [item("page", "4", "Budget for the Harbour"), item("page", "5", "Charges")]
    pack = [item("pack", n, t, agenda=n) for n, t in (("4", "Interests"), ("5", "Budget for the Harbour"))]
    assert groups(*page, *pack) == {keys(page[0], pack[1])}


def test_a_third_paper_does_not_make_one_matter_of_two_items() -> None:
    page = [item("page", "51", "Moorings: Charges"), item("page", "52", "Moorings: Repairs")]
    loose = item("agenda", None, "Moorings")
    assert len(groups(*page, loose)) == 0
    longer = item("agenda", None, "Moorings: Charges and Repairs")
    assert groups(*page, longer) == set()


def test_other_titles_stay_apart_and_one_paper_is_never_joined_with_itself() -> None:
    items = [
        item("a", "1", "Minutes"), item("b", "2", "Minutes of the Pilotage Subgroup"),
        item("c", "3", "Dredging the Inner Harbour"), item("c", "7", "Dredging the Inner Harbour"),
    ]  # fmt: skip
    assert groups(*items) == set()
