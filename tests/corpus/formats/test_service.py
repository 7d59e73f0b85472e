"""The web service's answers: a readable text, and what each part of it is."""

from __future__ import annotations

import pytest
from sites import answer, answer_item, check_marks, marked, word

from corpus.formats.service import read_service
from corpus.models import CorpusError, MarkKind

ROOF = {
    "agendaitemtitle": "Roof &#39;of&#39; the Dovecote",
    "agendatext": word("To consider the\nroof."),
    "agendaitemnumber": 5,
    "agendaitemsubnumber": "",
    "fulldisplaynumberformat": "54.",
    "minutesitemnumber": 54,
    "decisionnonemptyhtmlbody": word(
        "<b>RESOLVED</b>:", "(1)&nbsp;to mend it; and", "(2)&nbsp;to thank Mr Ash."
    ),
    "minutesnonemptyhtmlbody": word("It leaks.<ul><li>Here</li></ul>"),
    "isrestricted": False,
    "isdisplayallowed": True,
}
PAPER = {
    "attachmentid": 1,
    "title": "Survey &amp; plan",
    "isrestricted": False,
    "committeetitle": "Dovecote Committee",
}
SECRET = {"attachmentid": 2, "title": "Quince tender", "isrestricted": True}
PEOPLE = (
    '<attendee name="Councillor Ann Ash" roledescription="Chair" attendance="Present, as expected"/>'
    '<attendee name="Councillor Bo O&amp;#39;Elm" roledescription="Member" attendance="Apologies"/>'
    '<attendee name="Councillor Cy Oak" roledescription="Vice-Chair" attendance="Present, as expected"/>'
    '<attendee name="Dee Fir" roledescription="Officer" representing="Legal" attendance="In attendance"/>'
)
TEXT = """Dovecote Committee

05/03/2018 2.30 pm

Status: Confirmed

Venue: Moot Hall

Present, as expected:

Councillor Ann Ash\tChair
Councillor Cy Oak\tVice-Chair

Apologies:

Councillor Bo O'Elm\tMember

In attendance:

Dee Fir\tOfficer, Legal

54. (Item 5)

Roof 'of' the Dovecote

To consider the roof.

Decision:

RESOLVED:

(1) to mend it; and

(2) to thank Mr Ash.

Minutes:

It leaks.

• Here

Supporting documents:

• Survey & plan

• Not open to the public
"""


def test_a_meeting_is_written_out() -> None:
    found = read_service(answer(answer_item(ROOF, PAPER, SECRET), attendees=PEOPLE))
    check_marks(found)
    assert found.text.replace("\u00a0", " ") == TEXT
    assert [(kind, words.partition("\n")[0], value) for kind, words, value in marked(found)] == [
        ("body", "Dovecote Committee", None),
        ("date", "05/03/2018", "2018-03-05"),
        ("time", "2.30 pm", "14:30"),
        ("status", "Confirmed", None),
        ("venue", "Moot Hall", None),
        ("person", "Councillor Ann Ash", "Chair"),
        ("person", "Councillor Cy Oak", "Present, as expected"),
        ("person", "Councillor Bo O'Elm", "Apologies"),
        ("person", "Dee Fir", "In attendance"),
        ("item", "54. (Item 5)", None),
        ("number", "54.", "54"),
        ("agenda_number", "5", "5"),
        ("title", "Roof 'of' the Dovecote", None),
        ("agenda", "To consider the roof.", None),
        ("decision", "RESOLVED:", None),
        ("minutes", "It leaks.", None),
        ("paper", "Survey & plan", None),
        ("withheld", "Not open to the public", "paper"),
    ]


@pytest.mark.parametrize(
    ("said", "number", "place"),
    [
        ({"fulldisplaynumberformat": "54.", "agendaitemnumber": 5}, "54", "5"),
        ({"fulldisplaynumberformat": "54a.", "agendaitemnumber": 5, "agendaitemsubnumber": "a"}, "54a", "5a"),
        ({"minutesitemnumber": 54, "minutesitemsubnumber": "b", "agendaitemnumber": 0}, "54b", None),
        ({"agendaitemnumber": 5}, "5", "5"),
        ({"fulldisplaynumberformat": "21/50", "agendaitemnumber": 12}, "21/50", "12"),
    ],
)
def test_both_numbers(said: dict[str, object], number: str, place: str | None) -> None:
    found = read_service(answer(answer_item({"agendaitemtitle": "Bins"} | said)))
    values = {kind: value for kind, _, value in marked(found)}
    assert (values["number"], values.get("agenda_number")) == (number, place)


@pytest.mark.parametrize("number", [{}, {"agendaitemnumber": 0, "fulldisplaynumberformat": ""}])
def test_an_item_without_number_and_business_is_a_heading(number: dict[str, object]) -> None:
    found = read_service(answer(answer_item({"agendaitemtitle": "PART ONE"} | number), answer_item(ROOF)))
    assert "PART ONE\n" in found.text
    assert [words.partition("\n")[0] for _, words, _ in marked(found, MarkKind.ITEM)] == ["54. (Item 5)"]


@pytest.mark.parametrize(
    "flag",
    [
        {"isrestricted": "True"},
        {"isrestricted": "true"},
        {"isdisplayallowed": "False"},
        {"restrictionsref": "3"},
    ],
)
def test_a_closed_item_leaves_its_number_alone(flag: dict[str, object]) -> None:
    found = read_service(answer(answer_item(ROOF | {"agendaitemtitle": "Quince"} | flag, SECRET)))
    check_marks(found)
    assert found.text.endswith("Venue: Moot Hall\n\n54. (Item 5)\n\nNot open to the public\n")
    assert marked(found, MarkKind.WITHHELD) == [("withheld", "Not open to the public", "item")]


def test_a_meeting_that_may_not_be_shown_shows_no_item() -> None:
    found = read_service(answer(answer_item(ROOF, PAPER), isdisplayallowed=False))
    assert "Roof" not in found.text
    assert "Survey" not in found.text


@pytest.mark.parametrize(
    ("said", "draft"),
    [
        ({"minutepublished": True}, False),
        ({"minutepublished": False}, True),
        ({"minutepublished": True, "meetingstatus": "Draft minutes"}, True),
    ],
)
def test_minutes_not_yet_published_are_drafts(said: dict[str, object], draft: bool) -> None:
    found = read_service(answer(answer_item(ROOF), **said))
    assert bool(marked(found, MarkKind.DRAFT)) is draft


def test_two_bodies_named_are_no_body() -> None:
    other = PAPER | {"committeetitle": "Cabinet"}
    assert marked(read_service(answer(answer_item(ROOF, PAPER, other))), MarkKind.BODY) == []


def test_names_of_a_namespace_and_an_envelope_do_not_matter() -> None:
    inside = answer(answer_item(ROOF)).partition(b"?>")[2].strip()
    inside = inside.replace(b"<meeting>", b'<meeting xmlns="http://moderngov.co.uk/namespaces">', 1)
    found = read_service(
        b"<soap:Envelope xmlns:soap='s'><soap:Body>" + inside + b"</soap:Body></soap:Envelope>"
    )
    assert marked(found, MarkKind.NUMBER) == [("number", "54.", "54")]


BOMB = b'<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><meeting>&b;</meeting>'
OUTSIDE = b'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><meeting>&a;</meeting>'
NO_MEETING = "it is XML, but not a meeting as ModernGov's web service gives it"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BOMB, "its XML declares entities of its own, which is not read; fetch it again"),
        (OUTSIDE, "its XML declares entities of its own, which is not read; fetch it again"),
        (b"<meeting><agendaitems>", "it is not whole XML"),
        (b"", "it is not whole XML"),
        (b"\xff\xfe\x00", "it is not whole XML"),
        (b'<?xml version="1.0" encoding="none-such"?><meeting/>', "it is not whole XML"),
        (b"<committees><committee/></committees>", NO_MEETING),
        (b"<rss><channel><meeting/></channel></rss>", NO_MEETING),
        (b"<getmeetings>" + answer().partition(b"?>")[2] + b"</getmeetings>", NO_MEETING),
    ],
)  # fmt: skip
def test_other_xml_gets_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(CorpusError, match=reason):
        read_service(data)


def test_what_stands_in_the_words_is_only_words() -> None:
    body = "<script>alert(1)</script><p onclick='x()'>Said &lt;b&gt; &amp;amp; more.</p><!-- no -->"
    found = read_service(answer(answer_item(ROOF | {"minutesnonemptyhtmlbody": body})))
    assert marked(found, MarkKind.MINUTES) == [("minutes", "Said <b> &amp; more.", None)]
