"""Words that say the contrary of each other."""

import time

import pytest

from rag.understanding.opposites import gives_up, read_stances


def speaks(asked: str, told: str) -> str:
    """How what is told stands to what is asked: "same", "contrary", "both" or "neither"."""
    pairs = [(one, other) for one in read_stances(told) for other in read_stances(asked)]
    same = any(one.affirms(other) for one, other in pairs)
    contrary = any(one.gainsays(other) for one, other in pairs)
    return {(1, 1): "both", (1, 0): "same", (0, 1): "contrary", (0, 0): "neither"}[same, contrary]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("the number went down", "It rose by a tenth."),
        ("the number went down", "The number has not gone down."),
        ("the grant is being cut", "There are no plans to reduce the grant."),
        ("the grant is being cut", "The grant was increased to £40,000."),
        ("freezing the harbour due", "The due will be raised by 3%: the council planned to raise charges."),
        ("found the plan unsound", "The plan was found sound."),
        ("the crew is unstable", "the stability of the crew"),
        ("the Panel objected", "That the extension be supported."),
        ("the unions objected", "The unions had been consulted and had not objected."),
        ("the unions objected", "Objections were not received."),
        ("voted against it", "It was carried unanimously."),
        ("no survey was needed", "A survey is required."),
        ("a survey was not needed", "A survey is required."),
        ("a survey was needed", "No survey of any sort at all was required."),
        ("made it compulsory", "The course is voluntary."),
        ("made it compulsory", "without making it compulsory"),
        ("settled on quarterly meetings", "It was agreed to meet monthly."),
        ("close the baths", "The baths will open in May."),
        ("kept the ferry in the Harbour Board", "The ferry was transferred to the Council."),
        ("attendance below the national average", "Attendance was above the national average."),
        ("the mole is unsafe", "The engineer said that it was safe."),
        ("the overspend on ferries", "The service had underspent by £9,000."),
        ("the service was outsourced", "The service was brought back in house."),
        ("the workload is unmanageable", "Workloads were manageable."),
        ("the workload is manageable", "Workloads had become unmanageable."),
        ("an unfair charge", "The charge was fair."),
        ("made the Ferry and Harbour Panel back swapping buoys", "That the report be not supported."),
        ("scrapping the target", "That the target of 30 be kept."),
        ("keeping the toll", "That the toll be scrapped."),
        ("the regatta must go ahead as planned", "They agreed to postpone the regatta."),
        ("told skippers not to put in bids", "We encouraged skippers to bid."),
        ("closed the baths", "The closure of the baths was set aside."),
        ("closed the baths", "They dropped the proposal to close the baths."),
        ("choose the barge", "The barge was ruled out."),
        ("stood against the Commodore", "There was no other nomination."),
        ("swapping tokens for cash", "That tokens be kept."),
        ("the motion that the Council passed", "The Mayor declared the motion defeated."),
        ("rate the ferry service outstanding", "It was rated as inadequate."),
    ],
)
def test_the_contrary(asked: str, told: str) -> None:
    assert speaks(asked, told) == "contrary"


@pytest.mark.parametrize(
    ("asked", "told", "how"),
    [
        ("the number fell", "The number was falling.", "same"),
        ("no survey was needed", "A survey was unnecessary.", "same"),
        ("the number fell", "It fell in May, but rose in June.", "both"),
        ("the number fell", "The ferry sails at noon.", "neither"),
        ("the number fell", "Members raised the matter of the number.", "neither"),
        ("support for carers fell", "Support for carers is good.", "neither"),
        ("the Panel objected", "Not only the crew but the Panel objected.", "same"),
        ("no survey was needed", "There is no doubt that a survey is required.", "contrary"),
        ("shut the baths", "The baths reopened in May.", "both"),
        ("they did not support the toll", "That the report be not supported.", "same"),
        ("they did not support the toll", "That the toll be supported.", "contrary"),
        ("visits dropped", "The plan was dropped.", "neither"),
        ("keep the ferry", "To keep the committee informed.", "neither"),
        ("the baths were not closed", "The closure of the baths was rejected.", "same"),
        ("back the plan", "Put the buoys back.", "neither"),
        ("install the buoys", "The stalled engine.", "neither"),
        ("the workload is unmanageable", "It was not manageable.", "same"),
    ],
)
def test_not_only_the_contrary(asked: str, told: str, how: str) -> None:
    assert speaks(asked, told) == how


def test_what_is_only_possible_is_told_apart() -> None:
    assert all(each.perhaps for each in read_stances("Should the plan be deemed sound, it could be adopted."))
    assert not any(each.perhaps for each in read_stances("The plan was deemed sound."))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Why was the closure of the baths dropped?", True),
        ("Why did they reject the rise in tolls?", True),
        ("Why were the baths closed?", False),
    ],
)
def test_what_was_given_up_is_told(text: str, ends: bool) -> None:
    assert [
        gives_up(text, each) for each in read_stances(text) if text[each.start :][:4] in ("clos", "rise")
    ] == [ends]


@pytest.mark.parametrize(
    "words",
    [
        "not raise ",
        "no ",
        "cut, ",
        "rather than more ",
        "below the the ",
        "was the ",
        "made the ",
        "un",
        "told a ",
    ],
)
def test_a_long_text_is_read_in_no_time(words: str) -> None:
    started = time.process_time()
    read_stances(words * (2_000 // len(words)))
    assert time.process_time() - started < 1.0
