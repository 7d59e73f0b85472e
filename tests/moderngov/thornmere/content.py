"""Thornmere Borough Council, which does not exist: three bodies that meet, one that ended and one that was deleted.

`HIDDEN` are words of papers and items that are not open to the public. None may ever be kept.
"""

from __future__ import annotations

import datetime as dt

from thornmere.council import Attendee, Body, Council, Item, Linked, Meeting, Supplement, Vote
from thornmere.panel import panel

TENDER = "canaryquince7731"  # a linked paper that the service flags
LEASE = "canarymedlar4402"  # an item that the service flags
PARAGRAPH = "canarydamson9058"  # a linked paper with the paragraph of the Act alone
EXEMPT = "canarybullace1267"  # only its title says so
PART_TWO = "canarysorrel3349"  # likewise, an appendix in Part II
TENANCY = "canaryrowan8114"  # a report that nothing flags but the heading its item stands under
HIDDEN = (TENDER, LEASE, PARAGRAPH, EXEMPT, PART_TWO, TENANCY)
SHUT_PAPERS = (65403, 65404, 65405, 65407, 65502, 65701)

CABINET, PANEL, HARBOUR, ENDED, DELETED = 129, 231, 318, 77, 78
WALL, CANCELLED, SPRING, AUTUMN = 7001, 7002, 7003, 7201

_CHAIR = Attendee(501, "Councillor Ruth Ashdown", "Chair", "Present, as expected", "IND", "Quay")
_VICE = Attendee(502, "Councillor Idris Penhale", "Vice-Chair", "Present, as expected", "IND", "Mill")
_THIRD = Attendee(503, "Councillor Mairi O'Dell", "Committee Member", "Apologies", "GRN", "Mill & Fen")
_CLERK = Attendee(601, "Josef Harker", "Officer", "In attendance", representing="Monitoring Officer")
ATTENDED = (_CHAIR, _VICE, _THIRD, _CLERK)
ROOM = "Committee Room 2, Town Hall, Quayside, Thornmere, TM1 4AA"

_WALL_MINUTES = (
    "Cabinet considered the report of the Head of Place on the harbour wall, which had been surveyed by divers "
    "in September 2023 after a section of coping fell into the inner basin.",
    "The Head of Place explained that voids had been found behind forty metres of the eastern wall and that the "
    "sluice gate could no longer be closed fully at spring tides. A temporary boom had been hired at £1,150 a week.",
    "Councillor Penhale asked whether the slipway would stay open to the rowing club while the works went on. The "
    "Head of Place replied that it would, except for nine days in June when piling was to be done from a barge.",
    "Councillor O'Dell had written to ask about eelgrass. The Head of Place confirmed that a licence from the marine "
    "regulator was needed and that an ecologist would watch the piling throughout.",
    "The Monitoring Officer advised that the tender report was not open to the public and that Members who wished to "
    "speak of the prices should move to private session. No Member did.",
    "It was noted that the insurers had declined to cover the eastern wall after March 2024 unless works had begun.",
    "RESOLVED that:",
    "1. the harbour wall works be approved at a cost of £412,000; and",
    "2. a progress report be brought to Cabinet in July 2024.",
)

_WALL = Item(
    51902, 4, "43.", "Harbour Wall Repairs: Phase 2",
    ("To consider the report of the Head of Place on the repair of the eastern harbour wall.",),
    ("RESOLVED that:", "1. the harbour wall works be approved at a cost of £412,000; and",
     "2. a progress report be brought to Cabinet in July 2024."),
    _WALL_MINUTES,
    Linked(65401, "Harbour Wall Repairs", (
        "Report to: Cabinet", "Date: 17 January 2024", "Report of: Head of Place", "Subject: Harbour Wall Repairs",
        "1. Divers surveyed the eastern wall in September 2023 and found voids behind forty metres of it.",
        "2. The estimated cost of the works is £412,000, to be met from the coastal reserve.",
        "Recommendation: that the works be approved.")),
    (Linked(65402, "Appendix A - Survey of the eastern wall", (
        "Appendix A", "The survey found that the toe of the wall had been scoured to a depth of 0.8 metres.")),
     Linked(65403, f"Appendix B - Tender prices of {TENDER}", (
         f"The lowest tender was that of {TENDER}.",), restricted=True, reference="3"),
     Linked(65404, "Appendix C - Insurers' letter", (f"The insurers wrote to {PARAGRAPH}.",), reference="Paragraph 3"),
     Linked(65405, "Appendix D - Contractors (Exempt Category 3)", (f"The contractor is {EXEMPT}.",))),
    (Vote("Harbour Wall Repairs: Resolution 1 & 2", "Resolution", "Carried"),),
)  # fmt: skip

_JANUARY = Meeting(
    WALL, 7011, dt.date(2024, 1, 17), dt.time(18, 0), ROOM,
    (
        Item(51898, 1, "40.", "Apologies for Absence", (), (), ("Apologies were received from Councillor O'Dell.",)),
        Item(51899, 2, "41.", "Declarations of Interest",
             ("To receive from Members declarations of interest in any item on the agenda.",), (),
             ("There were no declarations of interest.",)),
        Item(51900, 3, "42.", "Leader and Cabinet Members' Question Time (15 minutes)",
             ("To receive questions from Members of the Council.",), (),
             ("Councillor Penhale asked when the ferry waiting room would be heated; the Leader promised an answer in "
              "writing within ten days.",)),
        _WALL,
        Item(51903, 5, "44.", "Leisure Centre Fees 2024/25", ("To set the fees of the leisure centre.",),
             ("RESOLVED that the fees for the leisure centre be raised by 3% from 1 April 2024.",),
             ("Cabinet considered the fees of the leisure centre, which had not been raised since 2021. Swimming "
              "lessons for children under eight would remain free.",
              "RESOLVED that the fees for the leisure centre be raised by 3% from 1 April 2024."),
             Linked(65406, "Leisure Fees Report", (
                 "Report to: Cabinet", "Date: 17 January 2024", "Subject: Leisure Centre Fees 2024/25",
                 "1. A swim for an adult would cost £5.70 from April, against £5.55 now."), form="docx")),
        Item(51904, 6, "45.", f"Lease of 4 Tide Street to {LEASE}", (f"To consider the lease to {LEASE}.",),
             (f"RESOLVED that the lease be granted to {LEASE}.",), (f"Cabinet considered an offer by {LEASE}.",),
             Linked(65407, f"Lease to {LEASE}", (f"The lease is to {LEASE}.",), restricted=True), restricted=True),
    ),
    ATTENDED, "Confirmed",
)  # fmt: skip

_MARCH = Meeting(
    SPRING, 7013, dt.date(2024, 3, 13), dt.time(18, 0), ROOM,
    (
        Item(52001, 1, "46.", "Minutes of the Previous Meeting", ("To approve the minutes of 17 January 2024.",), (),
             ("The minutes of the meeting held on 17 January 2024 were approved as a correct record.",)),
        Item(52002, 2, "47.", "Allotment Waiting List", ("To consider how long people wait for a plot.",),
             ("RESOLVED that twelve half plots be laid out at Fen Lane.",),
             ("Members heard that 86 households were waiting for a plot and that the longest wait was nine years.",
              "RESOLVED that twelve half plots be laid out at Fen Lane."),
             Linked(65501, "Allotment Report", (
                 "Report to: Cabinet", "Date: 13 March 2024", "Subject: Allotment Waiting List",
                 "1. There are 86 households on the waiting list.")),
             (Linked(65502, "Part II (Not open to Press and Public) - Fen Lane options", (
                 f"The land belongs to {PART_TWO}.",)),
              Linked(65503, "Allotment Society website", (), elsewhere="http://elsewhere.invalid/allotments"))),
    ),
    ATTENDED, "Confirmed; Special Meeting",
    supplements=(Supplement(880, "Supplement: Agenda Item 2 - Fen Lane plan", (
        "Supplement", "A plan of the half plots at Fen Lane was laid round at the meeting.")),),
)  # fmt: skip

_NOVEMBER = Meeting(
    AUTUMN, 7211, dt.date(2023, 11, 20), dt.time(19, 30), "Net Loft, Quayside, Thornmere",
    (
        Item(53001, 0, "", "UNRESTRICTED ITEMS"),
        Item(53002, 1, "9.", "Petition on Gull Bins", ("To receive a petition of 61 signatures about gull bins.",),
             ("RESOLVED that four gull-proof bins be placed on the quay for six months.",),
             ("Ms Lindqvist presented the petition and said that gulls had torn open bags on each of the last ten "
              "Saturdays.", "RESOLVED that four gull-proof bins be placed on the quay for six months."),
             votes=(Vote("Petition on Gull Bins", "Motion", "Carried"),)),
        Item(53003, 2, "10.", "Date of Next Meeting", (), (), ("The next meeting was fixed for 12 February 2024.",)),
        Item(53004, 0, "", "PART II (Not open to the Press and Public)"),
        Item(53005, 3, "11.", "Net Loft Tenancy",
             report=Linked(65701, "Net Loft Tenancy Report", (f"The tenant is {TENANCY}.",))),
    ),
    (_VICE, _THIRD),
)  # fmt: skip


def thornmere(today: dt.date) -> Council:
    """The council on this day; drafts and agendas are dated from it, all else is old."""
    cancelled = Meeting(
        CANCELLED, 7012, dt.date(2024, 2, 14), dt.time(18, 0), ROOM, status="Cancelled", minutes=""
    )
    bodies = (
        Body(CABINET, "Cabinet", "Executive", (_JANUARY, cancelled, _MARCH)),
        panel(today, ROOM, ATTENDED, PANEL),
        Body(HARBOUR, "Harbour Neighbourhood Committee", "Neighbourhood Committees & Forums", (_NOVEMBER,)),
        Body(ENDED, "Market Working Party", "Forums", expired=True),
        Body(DELETED, "Test Committee (do not use)", "Forums", deleted=True),
    )
    return Council("Thornmere Borough Council", bodies)
