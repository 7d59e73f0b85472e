"""Reports as text and as a page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from eval.figures import Bin, Figure, Half, Miss, Report
from eval.judge import figures
from eval.report import lines, show, write_page, write_text
from eval.report.charts import Row, calibration, intervals

FIGURE = Figure("correct", 0.8634, "share", 70, 0.78, 0.92, target=0.92)
MISS = Miss(
    "x-1",
    "plain",
    "<b>Lamps</b>?",
    ("Bins & lamps?",),
    "12 lanterns",
    "<script>",
    ("correct",),
    ("not <i>in</i> it",),
)


def report(system: str = "minutebook", *misses: Miss) -> Report:
    return Report(
        system, 9, figures([]), (("plain", figures([])),), misses, (Bin(0.2, 0.1, 3), Bin(0.9, 1.0, 6))
    )


@pytest.fixture
def halves() -> list[Half]:
    ours, theirs = report("minutebook", MISS), report("naive <recipe>")
    sets = (("a <set>", (ours, theirs)), ("sample", (report(), theirs)))
    return [Half("tuning", sets, (ours, theirs)), Half("final", sets[:1], (ours, theirs))]


@pytest.mark.parametrize(
    ("figure", "shown", "brief"),
    [
        (FIGURE, "86.3% (78-92%) of 70", "86.3%"),
        (replace(FIGURE, value=None), "-", "-"),
        (Figure("a", 0.01234, "s", 3), "0.012 s", "0.012 s"),
        (Figure("a", 412.5, "characters", 3), "412.5", "412.5"),
        (Figure("a", 0.1, "error", 3, 0.05, 0.15), "0.100 (0.05-0.15)", "0.100"),
    ],
)
def test_show(figure: Figure, shown: str, brief: str) -> None:
    assert (show(figure), show(figure, interval=False)) == (shown, brief)


def test_text_has_a_table_a_half_and_misses_when_wanted(halves) -> None:
    text = write_text(halves)
    assert [line for line in text.splitlines() if line.endswith(("(a <set>)", "sample)"))] == [
        "tuning half: 9 questions (a <set>, sample)",
        "final half: 9 questions (a <set>)",
    ]
    assert "  after:    Bins & lamps?\n  expected: 12 lanterns\n" in text
    assert "x-1" not in write_text(halves, misses=False)
    assert re.search(r"^measure +all +a <set> +sample +target +met$", text, re.MULTILINE)
    assert re.search(r"^naive <recipe>", text, re.MULTILINE)


def test_the_page_escapes_fetches_nothing_and_runs_nothing(halves) -> None:
    page = write_page(halves)
    assert (
        "<script" not in page and "<b>Lamps" not in page and "<recipe>" not in page and "a <set>" not in page
    )
    assert "&lt;b&gt;Lamps&lt;/b&gt;?" in page and "not &lt;i&gt;in&lt;/i&gt; it" in page
    assert not re.search(r"\b(?:src|href|onclick|onchange)=|https?:|url\(|@import", page)
    assert "default-src 'none'" in page
    assert page.index(">final half: 9 questions; tuning half") > 0  # what we are held to comes first


def test_every_choice_of_the_lists_hides_the_other_misses(halves) -> None:
    page = write_page(halves)
    articles = re.findall(r'<article class="miss" data-half="(\w+)" data-set="([\w-]+)"', page)
    assert articles == [("final", "set-0"), ("tuning", "set-0")]
    for value in re.findall(r'<option value="([^"]+)"', page):
        assert f'option[value="{value}"]:checked' in page


def test_a_chart_row_tells_its_figures_to_those_who_hear_it() -> None:
    drawn = intervals("<Shares>", ["final", "tuning"], [Row("correct", [FIGURE, None])])
    assert 'aria-label="correct: final 86.3% (78-92%) of 70"' in drawn
    assert 'x1="78.0%" x2="92.0%"' in drawn and 'cx="86.3%"' in drawn and "&lt;Shares&gt;" in drawn


def test_the_calibration_curve_puts_a_bin_where_it_belongs() -> None:
    drawn = calibration([("final", [Bin(0.5, 1.0, 4)])])
    assert '<circle cx="166.0" cy="46.0" r="7.5">' in drawn
    assert "4 replies: said 50%, was 100%" in drawn


def test_columns_are_aligned() -> None:
    assert lines([["a", "bb"], ["ccc", ""]]) == "a    bb\nccc"
