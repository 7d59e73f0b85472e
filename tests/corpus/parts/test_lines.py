"""Lines, paragraphs, sentences."""

from __future__ import annotations

import pytest

from corpus.parts.lines import fold, split_lines, split_paragraphs, split_sentences


def pieces(split, text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


def test_lines_keep_an_empty_first_cell_and_know_the_gap_above() -> None:
    lines = split_lines("\ufeffone \n\n\u00a0 two\n \t\ttwo b\n\u2003three")
    assert [(line.text, line.gap) for line in lines] == [
        ("one", True), ("two", True), ("\t\ttwo b", False), ("three", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. A Ash of St. Ann’s spoke. He left.", ["Mr. A Ash of St. Ann’s spoke.", "He left."]),
        (
            "Supt. Ash met Sgt. Reed at Lr. Quay Road. Cmhlr. Elm left.",
            ["Supt. Ash met Sgt. Reed at Lr. Quay Road.", "Cmhlr. Elm left."],
        ),
        (
            "It cost £1.50 a day. Rates rose 2.5% in 2019.",
            ["It cost £1.50 a day.", "Rates rose 2.5% in 2019."],
        ),
        ("1. To note it. 2 more.", ["1. To note it.", "2 more."]),
        ("1. To note.\n2. To agree.", ["1. To note.", "2. To agree."]),
        ("- 1. To note", ["- 1. To note"]),
        ("a. One thing", ["a. One thing"]),
        ("2.1. Slates cost more", ["2.1. Slates cost more"]),
        ("“Is it dry?” She asked.", ["“Is it dry?”", "She asked."]),
        ("• first\n• second", ["• first", "• second"]),
        ("Item\tTotal\nSlates\t£4.00\nNails\t£1.00", ["Item\tTotal", "Slates\t£4.00", "Nails\t£1.00"]),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert pieces(split_sentences, text) == sentences


def test_a_wrapped_cell_goes_on_with_its_row() -> None:
    text = "Date\tItem\tAction\n1 May\tRoof\tTo be\n\tmended\n2 May\tWall\tNone"
    assert pieces(split_sentences, text) == [
        "Date\tItem\tAction",
        "1 May\tRoof\tTo be\n\tmended",
        "2 May\tWall\tNone",
    ]


def test_paragraphs_break_at_blank_lines_bullets_and_rows() -> None:
    assert pieces(split_paragraphs, "a\nb\n\n- c\nd\te\nf") == ["a\nb", "- c", "d\te\nf"]


def test_fold_drops_what_only_a_printer_needs() -> None:
    assert fold("co\u00adoperate \n with\ufffelines") == "cooperate with-lines"


def test_a_day_among_rows_heads_the_rows_below_it() -> None:
    text = "Lamps\tTo count them\tAsh\nTuesday 15 March 2022, 4.30pm\t\t\nItem\tPurpose\tWho\n"
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == [
        "Lamps\tTo count them\tAsh", "Tuesday 15 March 2022, 4.30pm", "Item\tPurpose\tWho"
    ]  # fmt: skip
    prose = "The lamps would be mended on\nTuesday 15 March 2022 by the clerk."
    assert list(split_sentences(prose, 0, len(prose))) == [(0, len(prose))]
