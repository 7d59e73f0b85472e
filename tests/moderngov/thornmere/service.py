"""The site's web service, mgWebService.asmx: XML in the order and shape of the real ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from html import escape

from thornmere.council import Attendee, Body, Council, Item, Linked, Meeting, papers_of
from thornmere.words import word_html

Answer = list[str] | None  # lines; None: there is no such thing


def answer(council: Council, method: str, asked: Mapping[str, str], root: str) -> bytes | None:
    """What `method` says; None when it has nothing under the number asked for, or is no method."""
    methods = {
        "getcommittees": lambda: _committees(council),
        "getmeetings": lambda: _meetings(council, asked),
        "getallmeetingsbydate": lambda: _by_date(council, asked),
        "getmeeting": lambda: _meeting(council, asked, root),
        "getattachment": lambda: _attachment(council, asked, root),
    }
    lines = methods.get(method.lower(), lambda: None)()
    if lines is None:
        return None
    return ('<?xml version="1.0" encoding="utf-8"?>\r\n' + "\r\n".join(lines)).encode()


def element(name: str, text: object, depth: int) -> list[str]:
    """One element on a line; an empty one on two, as the service prints it."""
    blank = "  " * depth
    if text == "":
        return [f"{blank}<{name}>", f"{blank}</{name}>"]
    said = escape(str(text), quote=False).replace("\n", "\r\n")
    return [f"{blank}<{name}>{said}</{name}>"]


def _within(name: str, lines: Iterable[str], depth: int) -> list[str]:
    blank = "  " * depth
    return [f"{blank}<{name}>", *lines, f"{blank}</{name}>"]


def _fields(said: Mapping[str, object], depth: int) -> list[str]:
    return [line for name, text in said.items() for line in element(name, text, depth)]


def _committees(council: Council) -> list[str]:
    lines = element("committeescount", f" {len(council.bodies)}", 1)
    for body in council.bodies:
        said = {
            "committeeid": body.id,
            "committeetitle": odd_title(body.title),
            "committeedeleted": body.deleted,
            "committeeexpired": body.expired,
        }
        if not body.expired:
            said["committeecategory"] = odd_title(body.category)
        lines += _within("committee", _fields(said, 2), 1)
    return _within("committees", lines, 0)


def odd_title(text: str) -> str:
    """HTML-escaped before it is XML-escaped: an apostrophe comes out as "&amp;#39;"."""
    return text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&quot;")


def _range(asked: Mapping[str, str]) -> tuple[dt.date, dt.date] | None:
    """Both dates, written dd/mm/yyyy, or None when either is missing or is no date."""
    try:
        first, last = (dt.datetime.strptime(asked[name], "%d/%m/%Y") for name in ("sfromdate", "stodate"))
    except (KeyError, ValueError):
        return None
    return first.date(), last.date()


def _listed(meeting: Meeting, depth: int, committee: int | None = None) -> list[str]:
    said: dict[str, object] = {
        "meetingid": meeting.id,
        "meetingdate": f"{meeting.date:%d/%m/%Y}",
        "meetingstatus": meeting.status,
        "meetingtime": spoken(meeting.time),
        "iswebcast": False,
    }
    if committee is not None:
        said["committeeid"] = committee
    return _within("meeting", _fields(said, depth + 1), depth)


def spoken(time: dt.time) -> str:
    return f"{time.hour % 12 or 12}.{time.minute:02} {'pm' if time.hour >= 12 else 'am'}"


def _meetings(council: Council, asked: Mapping[str, str]) -> Answer:
    body, days = council.body(int(asked.get("lcommitteeid", "0"))), _range(asked)
    if body is None or days is None:
        return None
    found = [one for one in sorted(body.meetings, key=lambda one: one.date) if days[0] <= one.date <= days[1]]
    counts = [*element("meetingscount", f" {len(found)}", 1), *element("committeescount", " 1", 1)]
    if not found:
        return _within("getmeetings", counts, 0)
    meetings = [line for one in found for line in _listed(one, 4)]
    about = {
        "committeeid": body.id,
        "committeetitle": odd_title(body.title),
        "committeemeetingcount": f" {len(found)}",
    }
    inner = [*_fields(about, 2), *_within("committeemeetings", meetings, 2)]
    return _within("getmeetings", [*counts, *_within("committee", inner, 1)], 0)


def _by_date(council: Council, asked: Mapping[str, str]) -> Answer:
    days = _range(asked)
    if days is None or "bisascendingdateorder" not in asked:
        return None
    chosen = int(asked.get("lcommitteeid", "0"))
    found = [
        (meeting, body.id)
        for body in council.bodies
        for meeting in body.meetings
        if chosen in (0, body.id) and days[0] <= meeting.date <= days[1]
    ]
    found.sort(key=lambda each: each[0].date, reverse=asked["bisascendingdateorder"].lower() != "true")
    listed = [line for meeting, committee in found for line in _listed(meeting, 2, committee)]
    inner = [*element("meetingscount", f" {len(found)}", 1), *_within("meetings", listed, 1)]
    return _within("getmeetingsbydate", inner, 0)


def _meeting(council: Council, asked: Mapping[str, str], root: str) -> Answer:
    found = council.meeting(int(asked.get("lmeetingid", "0")))
    if found is None:
        return None
    body, meeting = found
    held = bool(meeting.items)
    said = {
        "meetingid": meeting.id,
        "meetingdate": f"{meeting.date:%d/%m/%Y}",
        "meetingstatus": meeting.status,
        "isdisplayallowed": True,
        "meetingtime": spoken(meeting.time),
        "meetingactualstarttime": spoken(meeting.time) if meeting.minutes else "",
        "meetingplannedfinishtime": "",
        "meetingactualfinishtime": "",
        "meetinglocation": odd_title(meeting.venue),
        "iswebcast": False,
        "agendaid": meeting.agenda,
        "agendapublished": held,
        "decisionpublished": any(item.decision for item in meeting.items),
        "minutepublished": meeting.minutes in ("approved", "printed"),
    }
    lines = _fields(said, 1)
    items = [line for item in meeting.items for line in _item(body, meeting, item, root)]
    lines += _within("agendaitems", items, 1)
    attendees = [line for each in meeting.attendees for line in _attendee(each, root)]
    return _within("meeting", [*lines, *_within("attendees", attendees, 1)], 0)


def _item(body: Body, meeting: Meeting, item: Item, root: str) -> list[str]:
    shown = meeting.minutes in ("approved", "draft")
    said: dict[str, object] = {"agendaitemid": item.id, "agendaitemtitle": odd_title(item.title)}
    if item.asked:
        said["agendatext"] = word_html(item.asked)
    said |= {
        "actualmeetingdate": f"{meeting.date:%d/%m/%Y}",
        "agendaitemnumber": item.place,
        "agendaitemsubnumber": "",
        "fulldisplaynumberformat": item.number or (f"{item.place}." if item.place else ""),
        "authorusername": "",
        "commentlabel1": "Presented By",
        "commenttext1": "",
    }
    if item.decision:
        said["decisionnonemptyhtmlbody"] = word_html(item.decision)
    if item.minutes and shown:
        said["minutesnonemptyhtmlbody"] = word_html(item.minutes)
    said |= {
        "declarationcount": 0,
        "iscallin": False,
        "isdecision": bool(item.decision),
        "isdecisionpublished": bool(item.decision),
        "isminutepublished": shown,
        "isrestricted": item.restricted,
        "isdisplayallowed": not item.restricted,
        "meetingdate": f"{meeting.date:%d/%m/%Y}",
        "meetingtime": spoken(meeting.time),
        "minutesitemnumber": item.number.rstrip("."),
        "minutesitemsubnumber": "",
        "preferreddate": f"{meeting.date:%d/%m/%Y}",
        "refertocommittee": odd_title(body.title),
    }
    lines = _fields(said, 3)
    papers = [
        line
        for at, one in enumerate(papers_of(item), 1)
        for line in _linked(body, meeting, item, one, at, root)
    ]
    if papers:
        lines += _within("linkeddocuments", papers, 3)
    return _within("agendaitem", lines, 2)


def _linked(body: Body, meeting: Meeting, item: Item, paper: Linked, at: int, root: str) -> list[str]:
    return _within("linkeddoc", _fields(_about(body, meeting, item, paper, at, root), 5), 4)


def _about(body: Body, meeting: Meeting, item: Item, paper: Linked, at: int, root: str) -> dict[str, object]:
    day = f"{meeting.date:%d/%m/%Y}"
    return {
        "attachmentid": paper.id,
        "title": odd_title(paper.title),
        "isurl": paper.elsewhere is not None,
        "url": paper.elsewhere or f"{root}mgConvert2PDF.aspx?ID={paper.id}",
        "isrestricted": paper.restricted,
        "restrictionsRef": paper.reference,
        "itemnum": at,
        "publicationdate": day,
        "meetingdate": day,
        "decisiondate": day,
        "committeetitle": odd_title(body.title),
        "isdecisionattachment": False,
        "ownertitle": odd_title(item.title),
    }


def _attachment(council: Council, asked: Mapping[str, str], root: str) -> Answer:
    wanted = int(asked.get("lattachmentid", "0"))
    for body, meeting, item in council.items():
        for at, paper in enumerate(papers_of(item), 1):
            if paper.id == wanted:
                about = _fields(_about(body, meeting, item, paper, at, root), 2)
                return _within("attachment", _within("attachmentdetails", about, 1), 0)
    return None


def _attendee(who: Attendee, root: str) -> list[str]:
    said = {
        "membertype": "U", "memberid": str(who.id), "name": who.name, "roledescription": who.role,
        "attendance": who.attendance, "politicalparty": who.party, "ward": who.ward, "representing": who.representing,
    }  # fmt: skip
    attributes = " ".join(f'{name}="{odd_attribute(value)}"' for name, value in said.items() if value)
    lines = element("url", f"{root}mgUserInfo.aspx?UID={who.id}", 3) if who.party else []
    return [f"    <attendee {attributes}>", *lines, "    </attendee>"]


def odd_attribute(text: str) -> str:
    return escape(text, quote=True).replace("&#x27;", "&#39;")
