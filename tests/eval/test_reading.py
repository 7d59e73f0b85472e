"""The measure of reading: which items and decisions read are the true ones, and what the figures count."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from corpus.models import (
    AgendaItem,
    Decision,
    Document,
    Meeting,
    Outcome,
    Paper,
    PaperKind,
    SourceSpan,
    Vote,
)
from eval.reading.__main__ import main
from eval.reading.fields import same_name
from eval.reading.letters import Letters, alike, letters
from eval.reading.match import align
from eval.reading.score import score_paper, total
from eval.reading.truth import TruthError, load

SPAN = SourceSpan("moot.md", None, 0, 0)
ROOF = "That the dovecote roof be mended before the first frost of winter"
PAPER = {
    "document": "moot.md",
    "body": "Dovecote Panel",
    "date": "2018-03-05",
    "items": [
        {"number": "1", "title": "Roof", "decisions": []},
        {"number": "2", "title": "Question submitted by Councillor Ash", "decisions": []},
        {"number": "3", "title": "Question submitted by Councillor Ash", "decisions": []},
    ],
}


def decision(text: str, **fields: object) -> Decision:
    return Decision(None, text, SPAN, **fields)  # type: ignore[arg-type]


def item(
    number: str | None, title: str, *decisions: Decision, agenda_number: str | None = None
) -> AgendaItem:
    return AgendaItem(number, agenda_number, title, SPAN, decisions)


def paper(*items: AgendaItem, body: str = "Dovecote Panel") -> Paper:
    date = dt.date(2018, 3, 5)
    meeting = Meeting(None, body, date, None, None, None, (), (), items, SPAN)
    return Paper(Document("moot.md", ""), PaperKind.MINUTES, (meeting,))


def truth(tmp_path: Path, **fields: object) -> Path:
    path = tmp_path / "truth.json"
    path.write_text(json.dumps([PAPER | fields]), encoding="utf-8")
    return path


def true_decision(text: str = ROOF, **fields: object) -> dict[str, object]:
    return {"initials": letters(text).initials[:12], "words": letters(text).words, **fields}


def test_letters_are_the_first_of_each_word_and_blanks_alone_part_words() -> None:
    assert letters("“That, Ó Ceallaigh’s €640 – be  paid.”") == Letters("toc6bp", 6)


@pytest.mark.parametrize(
    ("read", "same"),
    [
        (ROOF, True),
        (f"It was agreed unanimously {ROOF}", True),  # a lead-in of four words kept
        (ROOF.removeprefix("That the "), True),  # and dropped
        (f"It was then once more agreed {ROOF}", False),  # six words are too many
        (f"{ROOF} and " + "so on " * 20, False),  # far longer
        ("That the doves be fed", False),
        ("That", False),
    ],
)
def test_a_decision_is_told_by_letters_and_length(read: str, same: bool) -> None:
    assert alike(letters(ROOF), letters(read)) is same


def test_pairs_keep_the_order_and_score_most() -> None:
    assert align("abcb", "bcab", lambda one, other: one == other) == [(1, 0), (2, 1), (3, 3)]


def test_items_pair_by_title_and_then_by_number(tmp_path: Path) -> None:
    (true,) = load(truth(tmp_path))
    read = paper(item("1", "ROOF:"), item("3", "Question submitted by Councillor Ash"), item("9", "Weather"))
    score = score_paper(true, read)
    assert (score.share("items precision"), score.share("items recall")) == (2 / 3, 2 / 3)
    assert score.share("numbers") == 1
    assert score.notes == [
        "missed item: 2 Question submitted by Councillor Ash",
        "extra item: 9 Weather",
    ]


def test_a_title_may_go_on_and_a_long_one_be_cut(tmp_path: Path) -> None:
    question = "Will the panel say when the roof of the dovecote is to be mended and by whom it will be paid"
    items = [
        {"number": "1", "title": "Roof", "decisions": []},
        {"number": "2", "title": question, "or_title": ["Question by Ash"], "decisions": []},
        {"number": "3", "title": "Wall and Gate", "decisions": []},
    ]
    (true,) = load(truth(tmp_path, items=items))
    cut = item("2", "Will the panel say when the roof of the dovecote")
    assert score_paper(true, paper(item("1", "Roof Works in Spring"), cut)).counts["items matched"] == 2
    assert score_paper(true, paper(item("2", "Question by Ash"))).counts["items matched"] == 1
    assert (
        score_paper(true, paper(item("2", "Will the panel say"), item("3", "Wall"))).counts["items matched"]
        == 0
    )


def test_numbers_are_compared_without_brackets_and_beside_the_agenda_number(tmp_path: Path) -> None:
    items = [
        {"number": "4b", "title": "Roof", "decisions": []},
        {"number": "84", "agenda_number": "1", "title": "Wall", "decisions": []},
        {"title": "Gate", "decisions": []},
    ]
    (true,) = load(truth(tmp_path, items=items))
    read = paper(item("4(b)", "Roof"), item("84", "Wall"), item(None, "Gate"))
    score = score_paper(true, read)
    assert (score.counts["numbers right"], score.counts["numbers judged"]) == (2, 3)
    assert score.notes == ["wrong numbers: 84 (agenda None), not 84 Wall"]


def test_optional_findings_count_neither_way(tmp_path: Path) -> None:
    late = {"number": None, "title": "Raised late", "optional": True, "decisions": [true_decision()]}
    spare = true_decision("Members noted the weather of the week", optional=True)
    items = [{"number": "1", "title": "Roof", "decisions": [spare]}, late]
    (true,) = load(truth(tmp_path, items=items))
    noted = decision("Members noted the weather of the week")
    for read in (
        paper(item("1", "Roof", noted), item(None, "Raised late", decision(ROOF))),
        paper(item("1", "Roof", decision(ROOF))),
    ):
        score = score_paper(true, read)
        assert [score.share(f"{what} precision") for what in ("items", "decisions")] == [1, 1]
        assert [score.share(f"{what} recall") for what in ("items", "decisions")] == [1, 1]
        assert score.notes == []


def test_where_no_heading_is_printed_any_title_is_right(tmp_path: Path) -> None:
    (true,) = load(truth(tmp_path, items=[{"number": None, "title": None, "decisions": [true_decision()]}]))
    read = paper(item(None, "Opening"), item(None, "Observations", decision(ROOF)))
    score = score_paper(true, read)
    assert (score.counts["items matched"], score.counts["items read"]) == (1, 2)
    assert score.share("decisions recall") == 1


def test_decisions_count_by_item_and_their_fields_only_where_judged(tmp_path: Path) -> None:
    judged = true_decision(
        outcome=["approved", "agreed"],
        mover="Councillor M. Ash",
        seconder=None,
        votes={"for": 8, "against": 8, "abstained": 0},
    )
    items = [
        {"number": "1", "title": "Roof", "decisions": [judged, true_decision("That the wall be left alone")]},
        {"number": "2", "title": "Doves", "decisions": []},
    ]
    (true,) = load(truth(tmp_path, items=items))
    right = decision(
        ROOF,
        outcome=Outcome.AGREED,
        mover="Councillor Ash (M)",
        vote=Vote(in_favour=8, named_against=("Elm",) * 8),
    )
    score = score_paper(
        true, paper(item("1", "Roof", right), item("2", "Doves", decision("That grain be bought")))
    )
    assert (score.share("decisions precision"), score.share("decisions recall")) == (0.5, 0.5)
    assert [score.share(what) for what in ("outcomes", "movers", "seconders", "votes")] == [1, 1, 1, 1]
    assert score.notes == [
        "missed decision: 1 Roof: ttwbla (6 words)",
        "extra decision: 2 Doves: tgbb (4 words) 'That grain be bought'",
    ]


def test_date_and_body_are_judged_and_papers_add_up(tmp_path: Path) -> None:
    (true,) = load(truth(tmp_path, date="2018-03-06", or_date=["2018-03-05", None]))
    scores = [score_paper(true, paper()), score_paper(true, paper(body="Roof Panel"))]
    assert [score.share("bodies") for score in scores] == [1, 0]
    assert (total(scores).share("dates"), total(scores).share("bodies")) == (1, 0.5)
    assert total(scores).share("items precision") is None


@pytest.mark.parametrize(
    ("true", "read", "same"),
    [
        ("Cllr. Ash", "Councillor Ash", True),
        ("The Mayor", "Mayor", True),
        ("Councillor Ash (J)", "Councillor Ash (M)", False),
        ("Councillor Ash", None, False),
        (None, None, True),
        ("Cmhlr. Ó Ceallaigh", "Councillor O Ceallaigh", True),
        ("Councillor Ash", "Councillor Elm", False),
    ],
)
def test_names_are_one_person_but_for_titles_and_missing_initials(
    true: str | None, read: str | None, same: bool
) -> None:
    assert same_name(true, read) is same


def test_a_truth_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "truth.json"
    path.write_text('[{"document": "moot.md"}]', encoding="utf-8")
    with pytest.raises(TruthError, match=r"truth\.json is not a truth of papers"):
        load(path)
    assert main([str(path), str(tmp_path)]) == 1
    assert "truth.json" in capsys.readouterr().err


MINUTES = """# Dovecote Panel

Minutes of the meeting of the Dovecote Panel held on Monday, 5th March, 2018

1. Roof

RESOLVED that the dovecote roof be mended before the first frost of winter
"""


def test_the_command_reads_a_folder_and_prints_a_table_or_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "moot.md").write_text(MINUTES, encoding="utf-8")
    path = truth(tmp_path)
    assert main([str(path), str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "moot.md"
    assert lines[-3].split()[:3] == ["item", "P", "item"]
    assert lines[-1].endswith("  all 1")
    assert main([str(path), str(tmp_path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["moot.md"]["figures"]["dates"] == figures["all"]["figures"]["dates"] == 1.0
