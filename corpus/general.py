"""Papers in no known layout: what can be told is told, and a warning says that the rest is not."""

from __future__ import annotations

import re

from corpus.dates import first_date, first_time
from corpus.decisions import RESOLVED, read_block
from corpus.lines import split_lines
from corpus.minutes import HELD
from corpus.models import AgendaItem, Decision, Document, Meeting, Paper, PaperKind, Section, SectionKind


def read_general(document: Document) -> Paper:
    """One meeting with one item that is the whole paper; paragraphs that open with RESOLVED are decisions.

    Only a paper that calls itself minutes of a meeting yields a date or decisions.
    """
    lines = split_lines(document.text)
    end = len(document.text)
    held = next((line for line in lines[:60] if HELD.search(line.text)), None)
    title = lines[0].text[:200] if lines else document.id
    decisions: list[Decision] = []
    sections: list[Section] = []
    kind = SectionKind.DISCUSSION if held else SectionKind.REPORT
    run_start: int | None = None
    for line in [*lines, None]:
        is_resolved = line is not None and held is not None and RESOLVED.match(line.text)
        if (line is None or is_resolved) and run_start is not None:
            stop = line.start if line else end
            sections.append(Section(kind, document.span(run_start, len(document.text[:stop].rstrip()))))
            run_start = None
        if line is None:
            break
        if is_resolved:
            found, parts = read_block(document, [line])
            decisions += found
            sections += parts
        elif run_start is None:
            run_start = line.start
    item = AgendaItem(None, None, title, document.span(0, end), tuple(decisions), tuple(sections))
    when = held.text if held else ""
    council = re.search(r"^((?:[A-Z][\w’'-]*\s+){1,4}Council)$", document.text[:2000], re.MULTILINE)
    meeting = Meeting(council[1] if council else None, None, first_date(when), first_time(when), None, None, (), (),
                      (item,), document.span(0, end), draft=False)  # fmt: skip
    warnings = ("The layout was not recognised: the paper is held as one text, without its items.",)
    return Paper(document, PaperKind.UNKNOWN, (meeting,), warnings)
