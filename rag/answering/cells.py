"""A table's row told by its cells: "Youth Caution — Pre-administered: Engaged 4, No engagement 23".

Every word is the paper's: the row is cited, and so are the rows that title its columns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.parts.columns import Column, columns_of, is_period
from corpus.parts.tables import TableRow, find_row, joined, split_cells
from index.library import Library
from index.passages import section_of
from rag.answering.compose import Cells, Quote, whole
from rag.retrieval.evidence import Evidence
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted
from rag.understanding.words import stems, tokens

_SAYS = re.compile(r"\w")
_FULL_STOP = re.compile(r"(?<=[^.])\.$")
_NO = re.compile(r"\b(?:no|not|non|none|without|never)\b|n['’]t\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\b(?:percent\w*|per cent|proportion|share|rate)\b", re.IGNORECASE)
_ASKING = re.compile(  # at the start of a clause: "engaged when pre-administered" asks for no time
    r"(?:^|[,;:.?!] ?|\b(?:and|or|but) )(?:how|what|which|who|whom|whose|when|where|why)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
SAID, MEANT, OTHERWISE = 1.0, 0.5, 1.0  # for a title that has a word of the question, or its stem; against it


def tell_cells(library: Library, question: Question | None, row: Evidence | Quote) -> Cells | None:
    """The cells of a row that answer, all of them where nothing is asked, under their titles; None for what is no row
    of a table, or when it cannot be told for certain which column its cells stand in."""
    if "\t" not in row.text:
        return None
    document = library.document(row.passage.span.document_id)
    found = find_row(document.text, row.start, row.end)
    if found is None:
        return None
    span = document.span(found.header_start, found.header_end)
    header = whole(replace(row.passage, id=0, span=span, text=document.slice(span)))
    around = f"{row.passage.title or ''} {section_of(row.passage)} {row.passage.body or ''}"
    chosen = columns_asked(question, found, around) if question else range(len(found.columns))
    return Cells(say_cells(found.columns, found.cells, chosen), header)


def say_cells(columns: Sequence[Column], cells: Sequence[str], chosen: Collection[int]) -> str:
    """The row's heading, then the cells chosen that say something, each behind its title."""
    head, parts = _parts(columns, cells)
    told = [part for part in parts if part[0] in chosen]
    groups = [
        (group, [f"{title} {cell}" if group else f"{title}: {cell}" for _, _, title, cell in these])
        for group, these in groupby(told, key=lambda part: part[1])
    ]
    said = "; ".join(f"{group}: {', '.join(these)}" if group else "; ".join(these) for group, these in groups)
    return " — ".join(filter(None, (head, said)))


def _parts(columns: Sequence[Column], cells: Sequence[str]) -> tuple[str, list[tuple[int, str, str, str]]]:
    """The row's heading, and the place, group, title and words of each cell that says something, without the full stop
    that ends them: more cells follow."""
    headed = not is_period(columns[0].title)  # "2017/18 | 2018/19" title figures from the first cell on
    head = cells[0] if headed else ""
    if head and columns[0].title and not any(map(str.isalpha, head)):
        head = f"{columns[0].title}: {head}"
    parts = [
        (at, column.group, column.title, _FULL_STOP.sub("", cell))
        for at, (column, cell) in enumerate(zip(columns, cells, strict=False))
        if at >= headed and _SAYS.search(cell)
    ]
    return head, parts


def is_told(text: str, row: str, header: str) -> bool:
    """Whether the text is what `say_cells` says of this row under this header, of all its cells or of some."""
    columns = columns_of([split_cells(line) for line in header.split("\n") if line.strip()])
    cells = joined([split_cells(line) for line in row.split("\n") if line.strip()])
    if not columns or not cells:
        return False
    head, parts = _parts(columns, cells)
    rest, chosen = text.removeprefix(f"{head} — "), set()
    for at, group, title, cell in parts:
        lead = f"{group}: " if group and rest.startswith(f"{group}: ") else ""
        piece = f"{lead}{title} {cell}" if group else f"{title}: {cell}"
        if rest == piece or rest.startswith((f"{piece}, ", f"{piece}; ")):
            chosen.add(at)
            rest = rest[len(piece) + 2 :]
    return bool(chosen) and not rest and say_cells(columns, cells, chosen) == text


def columns_asked(question: Question, row: TableRow, around: str) -> Collection[int]:
    """The columns asked for: those whose titles say most of a question for one figure, when the titles, the row's
    heading and the words `around` the table account for all of it. Else every column: half a row may mislead."""
    every = range(len(row.columns))
    if question.wanted not in (Wanted.HOW_MANY, Wanted.MONEY) or len(_ASKING.findall(question.text)) != 1:
        return every
    scores = {at: _score(question, row, at) for at, *_ in _parts(row.columns, row.cells)[1]}
    best = max(scores.values(), default=0.0)
    chosen = [at for at, score in scores.items() if score == best]
    told = stems(around) | stems(row.cells[0]).union(*(stems(_title(row.columns[at])) for at in chosen))
    accounted = all(word.stem in told for word in question.content)
    return chosen if best >= MEANT and accounted else every


def _title(column: Column) -> str:
    return f"{column.group} {column.title}"


def _score(question: Question, row: TableRow, at: int) -> float:
    """How much of the question a column's title says, less for what it is against."""
    title, heading = _title(row.columns[at]), stems(row.cells[0])
    said, meant = frozenset(tokens(title)), stems(title)
    words = [word for word in question.content if word.stem not in heading]
    score = sum(SAID if word.plain in said else MEANT * (word.stem in meant) for word in words)
    if is_period(row.columns[at].title):
        score += SAID * (row.columns[at].title in question.text)
        score += SAID * any(year in question.text for year in _YEAR.findall(title))
    if score and bool(_NO.search(title)) != bool(_NO.search(question.text)):
        score -= OTHERWISE
    if score and ("%" in title or row.cells[at].endswith("%")) != bool(_SHARE.search(question.text)):
        score -= OTHERWISE
    return score
