"""A report published by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import AgendaItem, Document, Meeting, Paper, PaperKind
from corpus.parts.councils import council_on_cover
from corpus.parts.cover import has_cover, read_cover
from corpus.parts.dates import DATE, first_date
from corpus.parts.lines import Line, split_lines
from corpus.parts.sections import read_sections


def looks_like_report(lines: Sequence[Line]) -> bool:
    return has_cover(lines)


def read_report(document: Document) -> Paper:
    """Read a report published by itself: its cover names the body, the meeting's date and the subject."""
    lines = split_lines(document.text)
    fields = read_cover(lines)
    to = fields.get("to", "")
    body = re.split(r"\s[-–—]\s|\t", DATE.sub("", to))[0].strip(" -–—,") or None
    date = first_date(to)
    warnings = []
    if body is None or date is None:
        warnings.append(
            "The report's cover does not say for which meeting it is; what is missing is left unknown."
        )
    end = len(document.text)
    sections = tuple(read_sections(document, 0, end))
    title = fields.get("subject") or (lines[0].text if lines else document.id)
    item = AgendaItem(None, None, title, document.span(0, end), (), sections, has_report=True)
    council = council_on_cover(lines)
    meeting = Meeting(council, body, date, None, None, None, (), (), (item,), document.span(0, end))
    return Paper(document, PaperKind.REPORT, (meeting,), tuple(warnings))
