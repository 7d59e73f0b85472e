"""An item written with its decisions between { and }, and what they then carry."""

from __future__ import annotations

import re

from corpus.models import AgendaItem, Decision, Document, Mark, Meeting, Paper, PaperKind
from corpus.parts.complete import complete


def read(text: str, marks: tuple[Mark, ...] = ()) -> list[Decision]:
    """The decisions of an item whose text is `text`, each written between { and }, completed."""
    plain = text.replace("{", "").replace("}", "")
    document = Document("m.txt", plain, marks=marks)
    decisions, at = [], 0
    for part in re.split(r"([{}])", text):
        if part == "{":
            decisions.append(at)
        elif part == "}":
            span = document.span(decisions[-1], at)
            decisions[-1] = Decision(None, document.slice(span), span)
        else:
            at += len(part)
    whole = document.span(0, len(plain))
    item = AgendaItem("1", None, "A matter", whole, tuple(decisions))
    meeting = Meeting(None, None, None, None, None, None, (), (), (item,), whole)
    return list(complete(Paper(document, PaperKind.MINUTES, (meeting,))).meetings[0].items[0].decisions)


def who(decision: Decision) -> tuple[str | None, str | None]:
    return decision.mover, decision.seconder
