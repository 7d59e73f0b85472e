"""What is outstanding: the rows of the latest recommendations monitors, by what their own words say of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from corpus.parts.dates import find_dates
from index.models import Passage
from rag.answering.compose import Quote
from rag.computed.clause import read_clause
from rag.computed.exact import found
from rag.computed.saying import count_of, say_when, shown
from rag.computed.scope import OF_MEETINGS, scope_of
from rag.computed.told import Request, Silence, Told
from rag.computed.topics import Topic, read_topic
from rag.models import Computed, Notice, NoticeKind
from rag.understanding.question import Question
from rag.understanding.words import stems

_THINGS = r"(?:recommendations?|requests?|actions?|matters|items|things)"
_OPEN = (
    r"(?:outstanding|incomplete|unfinished|overdue|pending|awaited|awaiting|in progress|unresolved|unanswered|"
    r"still (?:open|to (?:be )?do(?:ne)?|due|waiting|awaited|pending)|to be (?:completed|done|implemented)|"
    r"not (?:yet )?(?:been )?(?:completed?|done|implemented|finished|actioned|answered|closed))"
)
_ASKED = re.compile(
    rf"\b{_THINGS}\b[^?]*\b{_OPEN}\b|\b{_OPEN}\b[^?]*\b{_THINGS}\b"
    rf"|^(?:and |so |but )?what(?:'s| is| was| were| remains?| are|(?: has)? been)? (?:still )?{_OPEN}\b",
    re.IGNORECASE,
)
_DONE_ASKED = re.compile(
    rf"\b(?:which|what|how many|list|show)\b.*\b{_THINGS}\b.*"
    r"(?<!not )(?<!not been )\b(?:completed|implemented|done|closed)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:about|on|concerning|regarding|relating to|to do with)\s+"
    r"(?!(?:the\s+)?(?:[\w’'-]+\s+){0,2}(?:monitor|tracker)\b)(?P<topic>\S.*?)"
    r"(?=\s+(?:is|are|was|were|have|has|had|remains?|still|not|that|which)\b|[?]|$)",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems(
    "recommendation request action matter item thing outstanding incomplete unfinished overdue still open due waiting "
    "awaited awaiting pending progress unresolved unanswered completed complete done implemented implement finished "
    "actioned answered closed remain remains monitor tracker row made total officer scrutiny"
)
_STATE = re.compile(
    r"\b(?:action|response|status|progress|outcome|update|position|state|reply|result|comment)s?\b",
    re.IGNORECASE,
)
_IS_OPEN = re.compile(
    r"\b(?:in progress|on-?going|awaited|awaiting|outstanding|overdue|pending|to be|will be|has been requested"
    r"|not (?:yet|started|completed?|accepted)|been asked for|requested and|under way|underway|in hand|due|partly"
    r"|partially|arranged for|to follow|no response)\b|^\W*late\b|^(?:rag\W*)?(?:red|amber)\W*$",
    re.IGNORECASE,
)
_IS_DONE = re.compile(
    r"\b(?:completed?|closed|discharged|implemented|done|fulfilled|circulated|provided|sent|appended|attached|reported|"
    r"supplied|published|held on|took place|agreed to)\b|^(?:rag\W*)?green\W*$",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    r"\b(?:completed?|closed|discharged|implemented|fulfilled)\b(?!\s+by\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a monitor: its words, and what its state's cell says."""

    quote: Quote
    state: str
    is_open: bool | None  # None where its words do not plainly say


def tell_outstanding(request: Request) -> Told | Silence | None:
    """The rows that are not completed; None for any other question, or when no monitor is held and
    it is asked of some matter, which other papers may tell."""
    asked = request.asked
    wants_done = _DONE_ASKED.search(asked.text) is not None and not _ASKED.search(asked.text)
    if not (_ASKED.search(asked.text) or wants_done):
        return None
    clause = _clause(asked)
    if _is_left_over(asked, clause):
        return None
    scope = scope_of(request, clause)
    if isinstance(scope, Silence):
        return scope
    monitors = [
        passage
        for place in scope.places
        for passage in request.library.passages_of_kind(SectionKind.MONITOR, place)
    ]
    if not monitors:
        if clause is None and not scope.bodies:  # "outstanding work" answers it no better
            return Silence(
                "No recommendations monitor is held, which would tell what is outstanding.", sure=True
            )
        return Silence("No recommendations monitor of it is held.") if scope.bodies else None
    topic = read_topic(clause, request.lexicon) if clause else None
    latest = _latest(monitors)
    rows = [row for passages in latest for row in _rows(passages) if not topic or _is_about(row, topic)]
    told = [row for row in rows if (row.is_open is False) is wants_done]
    if not told:
        of = f" about “{topic.words}”" if topic else ""
        state = "completed" if wants_done else "outstanding"
        return Silence(f"The recommendations monitors held ({_dates(latest)}) show nothing{of} as {state}.")
    return _told(told, latest, wants_done=wants_done)


def _clause(asked: Question) -> Question | None:
    match = _TOPIC.search(asked.text)
    clause = read_clause(match["topic"], asked) if match else None
    return clause if clause and any(word.stem not in _IDLE for word in clause.words) else None


def _is_left_over(asked: Question, clause: Question | None) -> bool:
    told = {word.stem for word in clause.words} if clause else set()
    return any(word.stem not in told | asked.named | _IDLE for word in asked.content)


def _latest(monitors: Sequence[Passage]) -> list[list[Passage]]:
    """The passages of the latest monitor of each body, in the order printed."""
    papers: dict[tuple[str, str], list[Passage]] = {}
    for passage in monitors:
        papers.setdefault((passage.body or "", f"{passage.date} {passage.span.document_id}"), []).append(
            passage
        )
    last: dict[str, list[Passage]] = {}
    for (body, _), passages in sorted(papers.items()):
        last[body] = sorted(passages, key=lambda passage: passage.span.start)
    return list(last.values())


def _rows(passages: Sequence[Passage]) -> list[Row]:
    """The rows of one monitor; a line whose first cell is empty goes on from the row above it."""
    lines = [
        (passage, match.start(), match.end())
        for passage in passages
        for match in re.finditer(r"[^\n]+", passage.text)
        if "\t" in match.group()
    ]
    starts: list[list[tuple[Passage, int, int]]] = []
    for passage, start, end in lines:
        first = passage.text[start:end].split("\t")[0].strip()
        if first or not starts:
            starts.append([(passage, start, end)])
        elif starts[-1][-1][0] is passage:
            starts[-1].append((passage, start, end))
    column = None
    found_rows = []
    for row in starts:
        passage, start, end = row[0]
        cells = _cells(row)
        if column is None and (at := _state_column(cells)) is not None:
            column = at
            continue
        state = cells[column] if column is not None and column < len(cells) else " ".join(cells[1:])
        quote = Quote(passage, passage.span.start + start, passage.span.start + row[-1][2])
        found_rows.append(Row(quote, state, _is_open(state, passage)))
    return found_rows


def _cells(row: Sequence[tuple[Passage, int, int]]) -> list[str]:
    """The cells of a row, each with what goes on below it."""
    columns: list[str] = []
    for passage, start, end in row:
        for at, cell in enumerate(passage.text[start:end].split("\t")):
            if at < len(columns):
                columns[at] = f"{columns[at]} {cell}".strip()
            else:
                columns.append(cell.strip())
    return columns


def _state_column(cells: Sequence[str]) -> int | None:
    """Which column tells what was done, by the column titles; None for a row that holds none."""
    if any(find_dates(cell) for cell in cells):
        return None
    return next((at for at, cell in enumerate(cells) if len(cell) < 40 and _STATE.search(cell)), None)


def _is_open(state: str, passage: Passage) -> bool | None:
    """Whether a row's words say that something is still to be done. What is arranged for a day after the paper's own
    is; "completed" ends it, whatever else is said."""
    if _COMPLETED.search(state) and not re.search(
        r"\b(?:not|partly|partially)\b[^.]{0,20}\bcomplete", state, re.IGNORECASE
    ):
        return False
    dates = [date for date, _, _ in find_dates(state)]
    if passage.date and dates and max(dates) > passage.date:
        return True
    if _IS_OPEN.search(state):
        return True
    return False if _IS_DONE.search(state) else None


def _is_about(row: Row, topic: Topic) -> bool:
    return topic.said_in(stems(row.quote.text))


def _dates(latest: Sequence[Sequence[Passage]]) -> str:
    return say_when([passages[0].date for passages in latest if passages[0].date]) or "undated"


def _told(rows: Sequence[Row], latest: Sequence[Sequence[Passage]], *, wants_done: bool) -> Told:
    plain = [row for row in rows if row.is_open is not None]
    unclear = [row for row in rows if row.is_open is None]
    kept, partial = shown([*plain, *unclear])
    state = "completed" if wants_done else "not completed"
    papers = count_of(len(latest), "recommendations monitors")
    sentence = (
        f"{count_of(len(plain), 'recommendations')} {state} by the words of {papers} ({_dates(latest)}); "
        "what became of them since is not told there."
    )
    notices = (*partial,)
    if unclear:
        rows_told = f"of the {len(kept)} rows told"
        said = f"last {len(unclear)} {rows_told} do not plainly say whether they are completed, and are"
        if len(unclear) == 1:
            said = f"last {rows_told} does not plainly say whether it is completed, and is"
        text = f"The {said} not among the {len(plain)} counted."
        notices = (*notices, Notice(NoticeKind.PARTIAL, text))
    return Told(found(row.quote for row in kept), Computed(sentence, len(plain), "recommendations"), notices)
