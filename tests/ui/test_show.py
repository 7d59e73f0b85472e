"""What the library and one paper hold, shown on the command line."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import saltmere
from saltmere import BODY, LAMPS, MINUTES, REPORT


def test_show_lists_what_is_held(run, assistant):
    status, out, _ = run("show")
    assert status == 0
    assert out.startswith("2 meetings, 1 body, 2019\u20132021")
    assert f"minutes.txt  agenda and minutes  2019-07-17  1      2          -         {BODY}" in out


def test_show_a_paper_by_a_part_of_its_name(run, assistant):
    _, out, _ = run("show", "minutes")
    assert out == (
        f"minutes.txt\n  {BODY}, 17 July 2019\n    12 (agenda 5)  Lighthouse lamps [minutes cut short]\n"
        f"        1. {LAMPS}\n        2. To thank the keepers.\n"
    )


def test_show_a_meeting_by_date_or_body(run, assistant):
    by_date, by_body = run("show", "17 July 2019")[1], run("show", "tides")[1]
    assert by_date == by_body
    assert by_date == (
        f"{BODY}, 17 July 2019\n  12 (agenda 5)  Lighthouse lamps [report, minutes cut short]\n"
        f"      1. {LAMPS}\n      2. To thank the keepers.\n      in minutes.txt (minutes), report.pdf (report)\n"
    )


def test_a_body_or_a_date_goes_before_a_part_of_a_papers_name(run, assistant, monkeypatch):
    folder = "harbour-and-tides-3/2019-07-17 70"
    monkeypatch.setattr(saltmere, "TEXTS", {f"{folder}/minutes.txt": MINUTES, f"{folder}/report.pdf": REPORT})
    by_date, by_body = run("show", "2019-07-17"), run("show", "tides")
    assert by_date == by_body and by_body[0] == 0 and by_body[1].startswith(f"{BODY}, 17 July 2019\n  12")
    assert run("show", "Report.pdf", "--text") == (0, REPORT, "")
    assert "could be 2 papers" in run("show", "harbour-and-tides-3")[2]
    assert run("show", "mermaids")[2] == (
        "minutebook: no paper, date or body called 'mermaids' is held: minutebook show lists what is\n"
    )


def test_a_meeting_that_was_cancelled_is_shown_as_such(run, assistant, monkeypatch):
    called = assistant.library.meetings
    off = lambda filters=None: [replace(each, cancelled=True) for each in called(filters)]  # noqa: E731
    monkeypatch.setattr(assistant.library, "meetings", off)
    monkeypatch.setattr(assistant.library, "matters", lambda filters=None: [])
    assert run("show", "2019-07-17")[1] == (
        f"{BODY}, 17 July 2019 (cancelled)\n  minutes.txt: says that it was cancelled\n"
        "  report.pdf: says that it was cancelled\n"
    )
    assert run("show", "minutes.txt")[1].startswith(f"minutes.txt\n  {BODY}, 17 July 2019 (cancelled)\n")


@pytest.mark.parametrize("number", ["12", "5", "5."])
def test_an_item_is_found_by_either_number_and_told_once(run, assistant, number):
    status, out, _ = run("show", "17 July 2019", "--item", number, "--text")
    assert (status, out) == (0, MINUTES)
    (item,) = json.loads(run("show", "17 July 2019", "--item", number, "--json")[1])["items"]
    assert (item["document"], item["same_matter"][0]["document"]) == ("minutes.txt", "report.pdf")


def test_a_meeting_as_json_gives_each_matter_once_with_its_papers(run, assistant):
    (item,) = json.loads(run("show", "17 July 2019", "--json")[1])["items"]
    assert (item["document"], item["item"], item["agenda_number"], item["has_report"]) == (
        "minutes.txt", "12", "5", True,
    )  # fmt: skip
    assert [decision["text"] for decision in item["decisions"]] == [LAMPS, "To thank the keepers."]
    assert [(paper["document"], paper["role"], paper["item"]) for paper in item["papers"]] == [
        ("minutes.txt", "minutes", "12"), ("report.pdf", "report", "5"),
    ]  # fmt: skip
    (own,) = json.loads(run("show", "report.pdf", "--json")[1])["items"]
    assert (own["document"], own["item"], own["has_report"], len(own["papers"])) == (
        "report.pdf",
        "5",
        True,
        2,
    )


def test_show_an_item_and_the_same_matter_elsewhere(run, assistant):
    _, out, _ = run("show", "minutes.txt", "--item", "12.")
    assert MINUTES.strip() in out
    assert out.endswith(
        f"The same matter in other papers:\n  - Item 5: Lighthouse lamps, {BODY}, 17 July 2019 (report.pdf)\n"
    )


def test_show_text_is_exact(run, assistant):
    assert run("show", "report.pdf", "--text") == (0, REPORT, "")
    assert run("show", "minutes.txt", "--item", "12", "--text") == (0, MINUTES, "")


def test_show_json(run, assistant):
    held = json.loads(run("show", "--json")[1])
    assert held["documents"][0]["decisions"] == 2
    item = json.loads(run("show", "minutes.txt", "--item", "12", "--json")[1])["items"][0]
    assert (item["text"], item["same_matter"][0]["document"]) == (MINUTES, "report.pdf")


def test_parse_reads_a_paper(run, tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text(
        "Agenda and minutes\n\nHarbour Panel - Wednesday, 17th July, 2019 10.00 am\n\nVenue: Quay\n\n"
        "Items\nNo. Item\n\n12.\n\nLighthouse lamps\n\nMinutes:\n\n"
        "The Panel heard a report.\n\nDecision\n\nTo replace the lamps.\n"
    )
    status, out, _ = run("parse", paper, "--json")
    told = json.loads(out)
    assert status == 0
    assert list(told) == ["document", "kind", "meetings", "warnings"]
    assert told["meetings"][0]["date"] == "2019-07-17"
    assert told["meetings"][0]["time"] == "10:00"
    status, out, _ = run("parse", paper)
    assert "Lighthouse lamps" in out
