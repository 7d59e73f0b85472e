"""The Health and Wellbeing Scrutiny Panel: minutes that are only printed, a draft, and a meeting to come."""

from __future__ import annotations

import datetime as dt

from thornmere.council import Attendee, Body, Item, Linked, Meeting

PRINTED, DRAFT, COMING = 7101, 7102, 7103
DRAFT_ITEM = 54002


def panel(today: dt.date, room: str, attended: tuple[Attendee, ...], id: int) -> Body:
    recent, coming = today - dt.timedelta(days=30), today + dt.timedelta(days=12)
    draft = Meeting(
        DRAFT, 7112, recent, dt.time(14, 0), room,
        (
            Item(54001, 1, "15.", "Declarations of Interest", (), (), ("There were no declarations of interest.",)),
            Item(DRAFT_ITEM, 2, "16.", "Dental Waiting Times", ("To consider how long people wait for a dentist.",),
                 ("RESOLVED that the Chair write to the dental board.",),
                 ("The Panel heard that 2,140 people were waiting and that one surgery had closed its list.",
                  "RESOLVED that the Chair write to the dental board."),
                 Linked(65601, "Dental Access Report", (
                     "Report to: Health and Wellbeing Scrutiny Panel", "Subject: Dental Waiting Times",
                     "1. One surgery in Thornmere has closed its list to new patients."))),
        ),
        attended, minutes="draft",
    )  # fmt: skip
    agenda = Meeting(
        COMING, 7113, coming, dt.time(14, 0), room,
        (Item(54101, 1, "", "Ambulance Handover Times", ("To consider delays at the county hospital.",)),),
        minutes="",
    )  # fmt: skip
    return Body(
        id,
        "Health and Wellbeing Scrutiny Panel",
        "Overview & Scrutiny",
        (_printed(room, attended), draft, agenda),
    )


def _printed(room: str, attended: tuple[Attendee, ...]) -> Meeting:
    items = (
        Item(50501, 1, "11.", "Minutes", ("To approve the minutes of the meeting held on 5 December 2023.",)),
        Item(50502, 2, "12.", "Community Nursing Review", ("To receive the review of community nursing.",)),
    )
    lines = (
        "THORNMERE BOROUGH COUNCIL",
        "HEALTH AND WELLBEING SCRUTINY PANEL",
        "MINUTES of a meeting of the Health and Wellbeing Scrutiny Panel held in Committee Room 2, Town Hall, "
        "Thornmere on Tuesday, 6 February 2024.",
        "PRESENT: Councillor R Ashdown (Chair), Councillor I Penhale (Vice-Chair)",
        "IN ATTENDANCE: Mr J Harker (Monitoring Officer)",
        "UNRESTRICTED ITEMS",
        "11. Minutes (Item 1)",
        "RESOLVED that the minutes of the meeting held on 5 December 2023 are correctly recorded and that they be "
        "signed by the Chair.",
        "12. Community Nursing Review (Item 2)",
        "1. The Head of Nursing said that evening visits had been halved since the spring because of vacancies.",
        "2. RESOLVED that the review of community nursing be noted and that vacancies be reported each quarter.",
    )
    return Meeting(
        PRINTED, 7111, dt.date(2024, 2, 6), dt.time(14, 0), room, items, attended, minutes="printed", printed=lines
    )  # fmt: skip
