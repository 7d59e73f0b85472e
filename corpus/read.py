"""Recognise a paper's layout and read it. The one door into the readers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract import mojibake_warning
from corpus.layouts.agenda import looks_like_front_sheet
from corpus.layouts.decided import looks_like_decisions, read_decisions
from corpus.layouts.general import is_letter, read_general
from corpus.layouts.heads import fill_from_head
from corpus.layouts.marked import is_marked, read_marked
from corpus.layouts.minutes import HELD, item_starts, read_minutes
from corpus.layouts.pack import looks_like_pack, read_pack
from corpus.layouts.page import looks_like_page, read_page
from corpus.layouts.proceedings import looks_like_proceedings, read_proceedings
from corpus.layouts.published import fill
from corpus.layouts.report import looks_like_report, read_report
from corpus.models import Document, Paper
from corpus.parts.complete import complete
from corpus.parts.formal import tell_formal
from corpus.parts.lines import Line, split_lines
from corpus.parts.put_forward import part_recommended
from corpus.parts.schemes import scheme_openings
from corpus.parts.subjects import name_subjects

_HEAD = 60  # lines in which a paper says what it is
_NUMBER_ALONE = re.compile(r"\d{1,4}\.")


def read_paper(document: Document) -> Paper:
    """Read a document into meetings, items and decisions, whatever its layout.

    Never raises for odd text: what is not recognised is None, with a warning.
    """
    minuted = complete(fill_from_head(_read(document)))
    paper = fill(tell_formal(name_subjects(part_recommended(minuted))))
    garbled = mojibake_warning(document.text)
    return replace(paper, warnings=(*document.warnings, *paper.warnings, *([garbled] if garbled else [])))


def _is_anybody_s(lines: Sequence[Line]) -> bool:
    """Whether motions are proposed and seconded in what numbers its items otherwise, or in a letter."""
    return is_letter(lines) or bool(scheme_openings(lines, frozenset()))


def _read(document: Document) -> Paper:
    if is_marked(document):
        return read_marked(document)
    lines = split_lines(document.text)
    if looks_like_pack(lines):
        return read_pack(document)
    if looks_like_page(lines[:_HEAD]):
        return read_page(document)
    if looks_like_decisions(lines):
        return read_decisions(document)
    if looks_like_proceedings(lines) and not item_starts(lines) and not _is_anybody_s(lines):
        return read_proceedings(document)
    if looks_like_report(lines):
        return read_report(document)
    if any(HELD.search(line.text) for line in lines[:_HEAD]) and item_starts(lines):
        return read_minutes(document)
    if looks_like_front_sheet(document, lines):
        return read_pack(document)
    has_label = any(line.text == "Minutes:" for line in lines)
    if has_label and any(_NUMBER_ALONE.fullmatch(line.text) for line in lines):
        return read_page(document)
    return read_general(document)
