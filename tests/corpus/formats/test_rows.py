"""The same made-up tables in every format: each row is told with the columns that its cells stand in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docxs import docx
from docxs import table as word_table
from pdfs import drawn
from pdfs import table as drawn_table

from corpus.formats.docx import docx_to_text
from corpus.formats.html import html_to_text
from corpus.formats.markdown import markdown_to_text
from corpus.formats.pdf import read_pdf
from corpus.parts.tables import find_row

Rows = list[list[str]]
FERRIES: Rows = [
    ["Quay", "2018/19", "2019/20", "Note"],
    ["East pier", "41", "38%", ""],
    ["West pier", "-", "12%", "Shut in May"],
    ["Total", "53", "40%", ""],
]


def in_html(rows: Rows) -> str:
    return html_to_text(
        "<main><table>" + "".join(f"<tr><td>{'<td>'.join(row)}</tr>" for row in rows) + "</table></main>"
    )


def in_markdown(rows: Rows) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return markdown_to_text("\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])).text


WAYS: dict[str, Callable[[Rows], str]] = {
    "text": lambda rows: "\n".join("\t".join(row) for row in rows) + "\n",
    "PDF": lambda rows: read_pdf(drawn([drawn_table(rows)])).text,
    "Word": lambda rows: docx_to_text(docx(word_table(rows))),
    "HTML": in_html,
    "Markdown": in_markdown,
}


def told(text: str, opening: str) -> list[tuple[str, str]]:
    """Title and cell of each column of the row that opens so; [] when it cannot be told."""
    start = text.index(opening)
    row = find_row(text, start, text.index("\n", start) if "\n" in text[start:] else len(text))
    if row is None:
        return []
    titles = [f"{group}/{title}" if group else title for title, group in row.columns]
    return list(zip(titles, row.cells, strict=False))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("row", FERRIES[1:], ids=lambda row: row[0])
def test_rows_of_figures(way: str, row: list[str]) -> None:
    assert told(WAYS[way](FERRIES), row[0]) == list(zip(FERRIES[0], row, strict=True))


@pytest.mark.parametrize("way", WAYS)
def test_rows_under_groups_of_columns(way: str) -> None:
    rows = [
        ["", "Big boats", "", "Small boats", ""],
        ["Quay", "In", "Out", "In", "Out"],
        ["East pier", "1", "2", "3", "4"],
        ["West pier", "5", "6", "7", "8"],
    ]
    assert told(WAYS[way](rows), "West pier") == [
        ("Quay", "West pier"), ("Big boats/In", "5"), ("Big boats/Out", "6"),
        ("Small boats/In", "7"), ("Small boats/Out", "8"),
    ]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_without_a_header_nothing_is_told(way: str) -> None:
    rows = [["East pier", "1", "2"], ["West pier", "3", "4"], ["North pier", "5", "6"]]
    assert told(WAYS[way](rows), "West pier") == []


def test_cells_that_span_in_html() -> None:
    html = (
        "<main><table><tr><th rowspan=2>Quay<th colspan=2>Boats<th rowspan=2>Crew</tr><tr><th>Big<th>Small</tr>"
        "<tr><td>East pier<td>1<td>2<td>9</tr><tr><td rowspan=2>West pier<td>3<td>4<td>8</tr>"
        "<tr><td>5<td>6<td>7</tr></table></main>"
    )
    text = html_to_text(html)
    assert "Quay\tBoats\t\tCrew\n\tBig\tSmall\t\n" in text
    assert told(text, "East pier") == [
        ("Quay", "East pier"),
        ("Boats/Big", "1"),
        ("Boats/Small", "2"),
        ("Crew", "9"),
    ]
    assert told(text, "\t5\t6\t7") == []  # the row under West pier has no heading of its own


def test_cells_that_span_in_word() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        cell("") + cell("Big boats", wide) + cell("Small boats", wide),
        "".join(map(cell, ("Quay", "In", "Out", "In", "Out"))),
        "".join(map(cell, ("East pier", "1", "2", "3", ""))),
        "".join(map(cell, ("West pier", "5", "6", "7", "8"))),
    )
    text = docx_to_text(docx("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"))
    assert told(text, "East pier")[3:] == [("Small boats/In", "3"), ("Small boats/Out", "")]
