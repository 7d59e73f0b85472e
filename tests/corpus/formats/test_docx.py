"""Word documents: automatic numbers, tables, tracked changes, and archives that mean harm."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from docxs import LEGAL, docx, numbered, packed, par, run, table
from papers import check, outline

from corpus.extract import extract
from corpus.formats.docx import docx_to_text
from corpus.models import CorpusError
from corpus.read import read_paper


def lines(body: str, lists: str = "", styles: str = "") -> list[str]:
    return docx_to_text(docx(body, lists, styles)).strip().split("\n\n")


def test_automatic_numbers_are_counted_as_word_does() -> None:
    levels = (0, 1, 1, 2, 2, 3, 2, 1, 0, 1, 3)
    body = "".join(par("x", level) for level in levels)
    assert [line.removesuffix(" x") for line in lines(body, numbered())] == (
        ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "(c)", "1.3", "2.", "2.1", "(i)"]
    )


@pytest.mark.parametrize(
    ("style", "pattern", "shown"),
    [
        ("lowerLetter", "%1)", ["a)", "b)"]), ("upperLetter", "%1.", ["A.", "B."]),
        ("upperRoman", "Part %1", ["Part I", "Part II"]), ("decimalZero", "%1", ["01", "02"]),
        ("bullet", "\uf0b7", ["•", "•"]), ("decimal", "18/%1", ["18/1", "18/2"]), ("none", "%1", ["", ""]),
        ("thaiCounting", "%1.", ["1.", "2."]),
    ],
)  # fmt: skip
def test_each_way_of_counting(style: str, pattern: str, shown: list[str]) -> None:
    found = lines(par("x", 0) * 2, numbered([(style, pattern)]))
    assert [line.removesuffix("x").strip() for line in found] == shown


def test_the_twenty_seventh_letter_is_doubled() -> None:
    assert lines(par("x", 0) * 27, numbered([("lowerLetter", "%1.")]))[25:] == ["z. x", "aa. x"]


def test_a_list_may_start_elsewhere_and_share_its_count() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="84"/></w:lvlOverride></w:num>'
    )
    body = par("a", 0) + par("b", 0, 2) + par("c", 0, 3) + par("d", 1, 3) + par("e", 0, 3)
    assert lines(body, numbered() + again) == ["1. a", "2. b", "84. c", "84.1 d", "85. e"]


def test_a_style_may_number_its_paragraphs() -> None:
    extra = '<w:pStyle w:val="Item"/>'
    styles = (
        '<w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Late"><w:basedOn w:val="Item"/></w:style>'
    )
    item, late = (f'<w:pStyle w:val="{name}"/>' for name in ("Item", "Late"))
    off = f'{item}<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = par("One", properties=item) + par("Two", properties=late) + par("Not", properties=off)
    assert lines(body, numbered([LEGAL[0]], extra=extra), styles) == ["1. One", "2. Two", "Not"]


def test_styles_in_a_ring_end() -> None:
    styles = "".join(
        f'<w:style w:styleId="{name}"><w:basedOn w:val="{base}"/></w:style>' for name, base in ("ab", "ba")
    )
    assert lines(par("x", properties='<w:pStyle w:val="a"/>'), "", styles) == ["x"]


def test_tables_are_rows_of_cells() -> None:
    merged = par("Both") + '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    rows = [["Item", "Cost", "When"], ["Slates", par("£40") + par("net"), "May"], [merged, "June"]]
    assert docx_to_text(docx(par("Costs") + table(rows) + par("After."))) == (
        "Costs\n\nItem\tCost\tWhen\nSlates\t£40 net\tMay\nBoth\t\tJune\n\nAfter.\n"
    )


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    long = par("The roof leaks. " * 30) + par("It rains in. " * 30)
    inner = table([["Slates", "£40"], ["Nails", "£2"]])
    assert lines(table([["1.", long]])) == [
        "1.",
        ("The roof leaks. " * 30).strip(),
        ("It rains in. " * 30).strip(),
    ]
    assert lines(table([["Left", par("Costs") + inner]])) == ["Left", "Costs", "Slates\t£40\nNails\t£2"]


def test_tracked_changes_are_read_as_accepted() -> None:
    inserted = f"<w:ins>{run('new ')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('here ')}</w:moveFrom><w:moveTo>{run('there ')}</w:moveTo>"
    end = "<w:rPr><w:del/></w:rPr>"
    body = par(f"{run('A ')}{deleted}{inserted}{moved}{run('roof')}", 0)
    body += par("Joined", 0, properties=end) + par(" with the next", 0) + par(deleted, 0, properties=end)
    assert lines(body, numbered()) == ["1. A new there roof", "2. Joined with the next"]


def test_what_is_no_text_of_the_paper_is_left_out() -> None:
    hidden = run("hidden", "<w:vanish/>")
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>'
    box = f"<w:pict>{par('picture')}</w:pict><w:drawing><w:txbxContent>{par('Boxed')}</w:txbxContent></w:drawing>"
    parts = {f"word/{name}.xml": par(name) for name in ("header1", "footer1", "comments", "footnotes")}
    body = par(f"{run('Words')}{hidden}{field}{note}<w:r>{box}</w:r>")
    assert docx_to_text(docx(body, **parts)) == "Words\n\nBoxed\n"


def test_wrapped_runs_and_typed_numbers() -> None:
    linked = par(f"<w:hyperlink>{run('A link')}</w:hyperlink><w:r><w:br/><w:t>below</w:t></w:r>")
    content = (
        f"<w:sdt><w:sdtPr>{par('not this')}</w:sdtPr><w:sdtContent>{par('Controlled')}</w:sdtContent></w:sdt>"
    )
    tabbed = par("<w:r><w:t>1.</w:t><w:tab/><w:t>Apologies</w:t></w:r>")
    assert lines(linked + content + tabbed) == ["A link\nbelow", "Controlled", "1. Apologies"]


def test_minutes_in_word_are_read_whole(tmp_path: Path) -> None:
    held = "MINUTES of a meeting of the Cabinet held in the Moot Hall on Monday, 5 March 2018."
    body = par("MOOT DISTRICT COUNCIL") + par("CABINET") + par(held) + par("PRESENT: Mr A Ash (Chairman)")
    for title, number, text in (
        ("Apologies", 1, "There were none."),
        ("Dovecote", 2, "RESOLVED that it be mended."),
    ):
        body += par(f"{run(title)}<w:r><w:br/></w:r>{run(f'(Item {number})')}", 0) + par(text)
    path = tmp_path / "minutes.docx"
    path.write_bytes(docx(body, numbered()))
    paper = read_paper(extract(path, path.name))
    check(paper)
    meeting = paper.meetings[0]
    assert (meeting.body, meeting.date, meeting.chair) == ("Cabinet", dt.date(2018, 3, 5), "Mr A Ash")
    assert outline(meeting) == [("1", "1", 0, False), ("2", "2", 1, False)]


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
BAD = {
    "cut": (docx(par("words"))[:200], "it is damaged and cannot be opened as a Word document"),
    "zip": (packed({"a.txt": "words"}), "it is no Word document whatever its name says"),
    "xml": (packed({"word/document.xml": "<a><b></a>"}), "it is damaged and cannot be opened"),
    "entities": (packed({"word/document.xml": ENTITIES}), "it is damaged and cannot be opened"),
    "outside": (packed({"word/document.xml": OUTSIDE}), "it is damaged and cannot be opened"),
    "bomb": (packed({"word/document.xml": bytes(70_000_000)}), "it unpacks to far more than a paper holds"),
    "deep": (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "it is nested beyond reason"),
    "empty": (docx(""), "no text was found in it"),
    "locked": (b"\xd0\xcf\x11\xe0" + bytes(600), "it is locked with a password or an old Word file"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_says_why(name: str, tmp_path: Path) -> None:
    data, message = BAD[name]
    path = tmp_path / "paper.docx"
    path.write_bytes(data)
    with pytest.raises(CorpusError) as caught:
        extract(path, path.name)
    assert str(caught.value).startswith(message)
    assert "; " in str(caught.value)


def test_names_within_the_archive_lead_nowhere(tmp_path: Path) -> None:
    target = (
        '<Relationships><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>'
    )
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(CorpusError, match="it is no Word document"):
        docx_to_text(packed({"_rels/.rels": target, "../../evil.xml": "<a/>", "/evil.xml": "<a/>"}))
    assert sorted(os.listdir(tmp_path)) == before


def test_an_old_document_is_told_what_to_become(tmp_path: Path) -> None:
    path = tmp_path / "minutes.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(
        CorpusError, match=r"\.doc is not read; open it in Word or LibreOffice and save it as \.docx"
    ):
        extract(path, path.name)
