"""Replies of made-up conversations, and the shelf they are about."""

import datetime as dt
from dataclasses import dataclass, replace

from corpus.models import SectionKind, SourceSpan
from index.models import Coverage, Filters
from rag.models import Answer, Citation, Claim, Refusal
from rag.understanding.conversation import make_whole

PANEL, CABINET, SUBGROUP = "Harbour Scrutiny Panel", "Cabinet", "Ofsted Subgroup"
JUNE, JULY, SEPTEMBER = dt.date(2019, 6, 19), dt.date(2019, 7, 17), dt.date(2019, 9, 4)
PLACE = "(item 27, Harbour Scrutiny Panel, 17 July 2019)"
MEETING = "(Harbour Scrutiny Panel, 17 July 2019)"


@dataclass(frozen=True)
class Met:
    date: dt.date
    cancelled: bool = False


class Shelf:
    """Knows three bodies, and when the Panel met."""

    def coverage(self) -> Coverage:
        return Coverage(1, 3, (CABINET, PANEL, SUBGROUP), (), JUNE, SEPTEMBER, 0, 9)

    def meetings(self, filters: Filters) -> list[Met]:
        return [Met(JUNE), Met(JULY), Met(SEPTEMBER), Met(dt.date(2019, 8, 1), cancelled=True)]


def cited(**more: object) -> Citation:
    quote = str(more.pop("quote", "Councillor Ash moved that the lamps be kept."))
    span = SourceSpan("july.txt", None, 0, len(quote))
    made = Citation(
        1,
        "july.txt",
        None,
        PANEL,
        JULY,
        "27",
        "Lamps and Buoys",
        None,
        SectionKind.DISCUSSION,
        None,
        quote,
        span,
    )
    return replace(made, **more)


def answer(question: str, meant: str | None = None, **more: object) -> Answer:
    citations = (cited(**more),)
    return Answer(question, "", (Claim("", (1,)),), citations, (), (), 0.0, meant=meant)


def refusal(question: str, meant: str | None = None) -> Refusal:
    return Refusal(question, "", (), (), 0.0, meant=meant)


def of_meeting(question: str) -> Answer:
    return answer(question, item=None, title=None, kind=SectionKind.ATTENDANCE, quote="Present: A. Ash")


def said(text: str, *before: Answer | Refusal) -> str | None:
    return make_whole(text, before, Shelf()).said


DECIDED = "What was decided about youth justice?"
COUNTED = "How many exclusions were there in 2014?"
CABINET_DECIDED = "What did Cabinet decide about parking permits in May 2019?"
COST = "How much did the cycle lane on Ropewalk Road cost?"
TOLD = "What did Councillor Ash say about the lido?"
