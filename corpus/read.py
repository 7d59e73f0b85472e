"""Recognise a paper's layout and read it. The one door into the readers."""

from __future__ import annotations

import re

from corpus.extract import mojibake_warning
from corpus.general import read_general
from corpus.lines import split_lines
from corpus.minutes import HELD, item_starts, read_minutes
from corpus.models import Document, Paper
from corpus.pack import looks_like_pack, looks_like_report, read_pack, read_report
from corpus.page import looks_like_page, read_page

READER_VERSION = 1  # raise when a reader finds other things in the same file: papers are then read anew


def read_paper(document: Document) -> Paper:
    """Read a document into meetings, items and decisions, whatever its layout.

    Never raises for odd text: what is not recognised is None, with a warning.
    """
    paper = _read(document)
    if garbled := mojibake_warning(document.text):
        return Paper(paper.document, paper.kind, paper.meetings, (*paper.warnings, garbled))
    return paper


def _read(document: Document) -> Paper:
    lines = split_lines(document.text)
    head = lines[:60]
    if looks_like_pack(lines):
        return read_pack(document)
    if looks_like_page(head):
        return read_page(document)
    if looks_like_report(lines):
        return read_report(document)
    if any(HELD.search(line.text) for line in head) and item_starts(lines):
        return read_minutes(document)
    if re.search(r"^Minutes:\s*$", document.text, re.MULTILINE) and re.search(
        r"^\d{1,4}\.\s*$", document.text, re.MULTILINE
    ):
        return read_page(document)
    return read_general(document)
