"""The same words are found once, in the fullest paper; nothing that stands in one paper alone is lost."""

from __future__ import annotations

from growing import BODY, DRAFT, HEAD, LIST, MORE, PAGE, PRINTED, SERVICE, TALK

from index.models import Filters


def test_the_same_minutes_are_found_once(in_every_order) -> None:
    said = {TALK, MORE, "To renew the cables before winter."}
    for growing in in_every_order({"page": PAGE, "service": SERVICE, "list": LIST}):
        assert growing.found() == {"service": said}
        assert growing.found(Filters(document="page.txt")) == {"page": {TALK}}
        assert growing.found(Filters(document="list.txt")) == {"list": {"To renew the cables before winter."}}
        assert growing.found(Filters(body=BODY)) == {"service": said}


def test_case_punctuation_and_white_space_do_not_make_words_unique(growing) -> None:
    growing.add("a", PRINTED)
    growing.add("b", SERVICE)
    assert set(growing.found()) == {"a"}


def test_a_fuller_paper_cures_a_cut_and_its_going_brings_it_back(growing) -> None:
    growing.add("page", PAGE)
    alone = growing.state()
    assert growing.matters()[0].truncated
    growing.add("service", SERVICE)
    assert not growing.matters()[0].truncated
    with growing.open() as library:
        assert not any(passage.truncated for passage in library.passages(document="page.txt"))
        (item,) = (item for item in library.items() if item.document == "page.txt")
        assert item.truncated, "what the paper itself says stays"
    growing.remove("service")
    assert growing.state() == alone
    assert growing.found() == {"page": {TALK}}


def test_a_list_of_decisions_cures_nothing(in_every_order) -> None:
    for growing in in_every_order({"page": PAGE, "list": LIST}):
        (matter,) = growing.matters()
        assert matter.truncated and matter.fullest.document == "page.txt"
        assert [decision.text for decision in matter.decisions] == ["To renew the cables before winter."]
        assert growing.found() == {"page": {TALK}, "list": {"To renew the cables before winter."}}


def test_unique_words_are_never_set_aside(in_every_order) -> None:
    shorter = f"{HEAD}# 51 (2) Lamps of the Quay\n{TALK}\nCouncillor Finch dissented.\n"
    as_talk = f"{HEAD}Kind: decisions\n# 2 Lamps of the Quay\n! 9 {MORE}\n"
    for growing in in_every_order({"service": SERVICE, "shorter": shorter, "list": as_talk}):
        found = growing.found()
        assert found["shorter"] == {"Councillor Finch dissented."}
        assert found["list"] == {MORE}, "what was talked of is not what was decided"


def test_a_draft_gives_way_to_the_approved_minutes_and_comes_back(in_every_order) -> None:
    for growing in in_every_order({"draft": DRAFT, "service": SERVICE}):
        assert set(growing.found()) == {"service"}
        assert not growing.matters()[0].draft
        assert "A clerk's note that was struck out." in growing.found(Filters(document="draft"))["draft"]
        growing.remove("service")
        assert "A clerk's note that was struck out." in growing.found()["draft"]
        (matter,) = growing.matters()
        assert matter.draft and matter.papers[0].role.value == "draft_minutes"
        with growing.open() as library:
            assert all(passage.draft for passage in library.passages() if passage.item_key)


def test_a_draft_stays_where_the_approved_minutes_are_cut_short(in_every_order) -> None:
    for growing in in_every_order({"draft": DRAFT, "page": PAGE}):
        assert growing.found() == {
            "page": {TALK},
            "draft": {"A clerk's note that was struck out.", "To renew the cables before winter."},
        }
        assert not growing.matters()[0].truncated, "the rest is held, in draft"


def test_one_approved_item_page_or_list_is_no_approval_of_a_meetings_minutes(in_every_order) -> None:
    second = "# 52 (3) Moorings\nThe rents were read out.\n"
    own_page = f"{HEAD}Kind: item_page\n# 52 (3) Moorings\nThe rents were read out.\n"
    for growing in in_every_order({"draft": DRAFT + second, "item": own_page, "list": LIST}):
        assert "A clerk's note that was struck out." in growing.found()["draft"]
        assert growing.found()["item"] == {"The rents were read out."}
