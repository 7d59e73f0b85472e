"""Papers in no known layout: what can be told is told, and a warning says that the rest is not."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.layouts.minutes import HELD
from corpus.models import AgendaItem, Decision, Document, Meeting, Paper, PaperKind, Section, SectionKind
from corpus.parts.councils import in_title_case, is_council
from corpus.parts.dates import first_date, first_time
from corpus.parts.decisions import RESOLVED, read_block
from corpus.parts.lines import Line, split_lines


def read_general(document: Document) -> Paper:
    """One meeting with one item that is the whole paper; paragraphs that open with RESOLVED are decisions.

    Only a paper that calls itself minutes of a meeting yields a date or decisions.
    """
    lines = split_lines(document.text)
    whole = document.span(0, len(document.text))
    held = next((line.text for line in lines[:60] if HELD.search(line.text)), None)
    decisions: list[Decision] = []
    sections: list[Section] = []
    for is_decision, run in _runs(lines, held is not None):
        if is_decision:
            found, parts = read_block(document, run)
            decisions += found
            sections += parts
        else:
            kind = SectionKind.REPORT if held is None else SectionKind.DISCUSSION
            sections.append(Section(kind, document.span(run[0].start, run[-1].end)))
    title = lines[0].text[:200] if lines else document.id
    item = AgendaItem(None, None, title, whole, tuple(decisions), tuple(sections))
    date, time = first_date(held or ""), first_time(held or "")
    council = next((in_title_case(line.text) for line in lines[:10] if is_council(line.text)), None)
    meeting = Meeting(council, None, date, time, None, None, (), (), (item,), whole)
    warning = "The layout was not recognised: the paper is held as one text, without its items."
    return Paper(document, PaperKind.UNKNOWN, (meeting,), (warning,))


def _runs(lines: Sequence[Line], is_minutes: bool) -> list[tuple[bool, list[Line]]]:
    """Lines in runs: each that opens with RESOLVED is a decision by itself, when the paper is minutes."""
    runs: list[tuple[bool, list[Line]]] = []
    for line in lines:
        is_decision = is_minutes and RESOLVED.match(line.text) is not None
        if runs and not is_decision and not runs[-1][0]:
            runs[-1][1].append(line)
        else:
            runs.append((is_decision, [line]))
    return runs
