"""The answers of ModernGov's web service (GetMeeting, XML) to text with marks."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from corpus.formats.blocks import parse, walk
from corpus.formats.extracted import CONTROL, Extracted
from corpus.formats.sittings import WITHHELD, write_person, write_sitting
from corpus.formats.writing import Writer
from corpus.models import CorpusError, MarkKind
from corpus.parts.numbers import printed_number

_OTHER = (
    "it is XML, but not a meeting as ModernGov's web service gives it (GetMeeting); give the paper itself "
    "as HTML, PDF or text"
)
_TAG = re.compile(r"<[a-zA-Z/!]")


def read_service(data: bytes) -> Extracted:
    """A meeting as GetMeeting answers it. What is not open to the public leaves nothing but that it is so.

    Raises:
        CorpusError: it is no whole XML, declares entities, or is no meeting.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise CorpusError("its XML declares entities of its own, which is not read; fetch it again") from None
    except (ParseError, ValueError, LookupError) as error:
        raise CorpusError(f"it is not whole XML ({error}); fetch or save it again") from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2].lower()
    meeting = root if root.tag == "meeting" else root.find(".//meeting")
    if meeting is None or (meeting.find("agendaitems") is None and meeting.find("meetingid") is None):
        raise CorpusError(_OTHER)
    if meeting.find("meetingdate") is None or root.tag == "getmeetings":
        raise CorpusError(_OTHER)
    out = Writer()
    _write_head(meeting, out)
    for item in meeting.iterfind("agendaitems/agendaitem"):
        _write_item(item, out, is_open=_is_open(meeting))
    text, marks = out.finish()
    return Extracted(CONTROL.sub(" ", text), marks=marks)


def _write_head(meeting: Element, out: Writer) -> None:
    bodies = {said for each in meeting.iter("committeetitle") if (said := _plain(each.text))}
    if len(bodies) == 1:
        out.write_marked(bodies.pop(), MarkKind.BODY)
        out.gap()
    write_sitting(f"{_said(meeting, 'meetingdate')} {_said(meeting, 'meetingtime')}".strip(), out)
    out.gap()
    status = _said(meeting, "meetingstatus")
    _write_labelled("Status:", status, MarkKind.STATUS, out)
    _write_labelled("Venue:", _said(meeting, "meetinglocation"), MarkKind.VENUE, out)
    if "draft" in status.lower() or _has_unpublished_minutes(meeting):
        out.write_marked("Draft minutes", MarkKind.DRAFT)
        out.gap()
    _write_attendance(meeting.findall("attendees/attendee"), out)


def _write_attendance(people: Sequence[Element], out: Writer) -> None:
    """Those who came as the same together, below what that is called: "Present:", "Apologies:"."""
    by_attendance: dict[str, list[Element]] = {}
    for person in people:
        by_attendance.setdefault(_of(person, "attendance") or "Attendance", []).append(person)
    for attendance, group in by_attendance.items():
        out.write(f"{attendance}:")
        out.gap()
        for person in group:
            role = ", ".join(filter(None, (_of(person, "roledescription"), _of(person, "representing"))))
            if name := _of(person, "name"):
                write_person(name, role, attendance, (role,) if role else (), out)
        out.gap()


def _has_unpublished_minutes(meeting: Element) -> bool:
    """Minutes that stand in the answer although they are not yet published as the meeting's."""
    return _said(meeting, "minutepublished").lower() == "false" and any(
        _plain(each.text) for each in meeting.iter("minutesnonemptyhtmlbody")
    )


def _write_labelled(label: str, words: str, kind: MarkKind, out: Writer) -> None:
    if words:
        out.write(f"{label} ")
        out.write_marked(words, kind)
        out.gap()


def _write_item(item: Element, out: Writer, *, is_open: bool) -> None:
    """One item; a heading between items, which has neither number nor business, is a line of its own."""
    number, place = _numbers(item)
    is_open = is_open and _is_open(item)
    bodies = [(label, kind, body) for label, kind, name in _PARTS if (body := _said(item, name))]
    if not number and is_open and all(kind is MarkKind.AGENDA for _, kind, _ in bodies):
        out.write(_said(item, "agendaitemtitle"))
        out.gap()
        return
    run = out.open(MarkKind.ITEM)
    _write_numbers(number, place, out)
    if is_open:
        out.write_marked(_said(item, "agendaitemtitle"), MarkKind.TITLE)
        out.gap()
        for label, kind, body in bodies:
            _write_body(label, kind, body, out)
        _write_papers(item, out)
    else:
        out.write_marked(WITHHELD, MarkKind.WITHHELD, "item")
    out.close(run)
    out.gap()


_PARTS = (
    ("", MarkKind.AGENDA, "agendatext"),
    ("Decision:", MarkKind.DECISION, "decisionnonemptyhtmlbody"),
    ("Minutes:", MarkKind.MINUTES, "minutesnonemptyhtmlbody"),
)


def _numbers(item: Element) -> tuple[str, str]:
    """The number that the public sees, and the place on the agenda; "" for what is 0 or not given."""
    place = printed_number(_said(item, "agendaitemnumber"))
    minute = printed_number(_said(item, "minutesitemnumber"))
    shown = printed_number(_said(item, "fulldisplaynumberformat"))
    return (
        shown or (minute and minute + _said(item, "minutesitemsubnumber")) or place,
        place and place + _said(item, "agendaitemsubnumber"),
    )


def _write_numbers(number: str, place: str, out: Writer) -> None:
    if number:
        out.write_marked(f"{number}.", MarkKind.NUMBER, number)
    if place:
        out.write(" (Item ")
        out.write_marked(place, MarkKind.AGENDA_NUMBER, place)
        out.write(")")
    out.gap()


def _write_body(label: str, kind: MarkKind, body: str, out: Writer) -> None:
    out.write(label)
    out.gap()
    run = out.open(kind)
    if _TAG.search(body):
        root = parse(body).body
        if root is not None:
            walk(root, out)
    else:
        out.write(_plain(body))
    out.close(run)
    out.gap()


def _write_papers(item: Element, out: Writer) -> None:
    papers = item.findall("linkeddocuments/linkeddoc")
    if papers:
        out.write("Supporting documents:")
        out.gap()
    for paper in papers:
        out.lead("•")
        if _is_open(paper):
            out.write_marked(_said(paper, "title"), MarkKind.PAPER)
        else:
            out.write_marked(WITHHELD, MarkKind.WITHHELD, "paper")
        out.end_lead()
        out.gap()


def _is_open(element: Element) -> bool:
    """Whether the public may read it, by the flags that the service gives it."""
    return (
        _said(element, "isrestricted").lower() not in ("true", "1")
        and _said(element, "isdisplayallowed").lower() not in ("false", "0")
        and not _said(element, "restrictionsref")
    )


def _said(element: Element, name: str) -> str:
    """An element's words; those that hold HTML keep their tags."""
    text = (element.findtext(name) or "").strip()
    return text if _TAG.search(text) else _plain(text)


def _of(element: Element, name: str) -> str:
    return _plain(element.get(name))


def _plain(text: str | None) -> str:
    """Escaped twice: once as XML, which is undone by now, once as HTML."""
    return " ".join(html.unescape(text or "").split())
