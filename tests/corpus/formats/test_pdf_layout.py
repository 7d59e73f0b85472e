"""Tables, columns, running lines and parted words of a PDF."""

from __future__ import annotations

import pytest
from pdfs import drawn, pdf, table, written

from corpus.formats.pdf import read_pdf

COSTS = [["Item", "Cost", "When"], ["Slates for\nthe roof", "£40", ""], ["", "Nails", "June"]]
ABOVE, BELOW = (
    written(["Costs of the roof"], top=740),
    written(["It was thought dear.", "It was paid."], top=560),
)
PROSE = [f"The {word} line of a column that is as wide as" for word in "a b c d e f g h i j k l".split()]


def pages_of(data: bytes) -> list[str]:
    found = read_pdf(data)
    ends = [*found.page_starts[1:], len(found.text)]
    return [found.text[start:end].strip("\n") for start, end in zip(found.page_starts, ends, strict=True)]


def test_a_ruled_table_is_rows_of_cells() -> None:
    rows = "Item\tCost\tWhen\nSlates for the roof\t£40\t\n\tNails\tJune"
    assert pages_of(drawn([ABOVE + table(COSTS) + BELOW])) == [
        f"Costs of the roof\n\n{rows}\n\nIt was thought dear.\nIt was paid."
    ]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_table_on_a_turned_page(rotate: int) -> None:
    turns = {90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}
    content = f"q {turns[rotate]} {table(COSTS, top=500)} Q"
    assert pages_of(drawn([content], rotate=rotate)) == [
        "Item\tCost\tWhen\nSlates for the roof\t£40\t\n\tNails\tJune"
    ]


def test_two_tables_and_the_words_between() -> None:
    content = (
        table(COSTS[:2])
        + written(["Between them."], top=600)
        + table([["Name", "Ward"], ["Ash", "East"]], top=500)
    )
    assert pages_of(drawn([content])) == [
        "Item\tCost\tWhen\nSlates for the roof\t£40\t\n\nBetween them.\n\nName\tWard\nAsh\tEast"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["One", "row"]],
        [["One"], ["column"]],
        [["Words", ""], ["", ""]],
        [["Contact", "x"], ["\n".join(["A long text in a box, so long that it is no cell."] * 15), "y"]],
    ],
    ids=["row", "column", "empty", "long"],
)
def test_boxes_that_are_no_tables_are_text(rows: list[list[str]]) -> None:
    assert "\t" not in pages_of(drawn([table(rows, wide=240, high=300)]))[0]


def test_a_frame_round_the_page_and_lines_under_words_are_no_table() -> None:
    frame = "20 20 555 802 re S 50 695 m 200 695 l S 50 675 m 200 675 l S "
    assert pages_of(drawn([frame + written(["First line.", "Second line."], top=700)])) == [
        "First line.\nSecond line."
    ]


def test_a_grid_drawn_in_one_stroke() -> None:
    strokes = "".join(f"50 {y} m 370 {y} l " for y in (700, 660, 620)) + "".join(
        f"{x} 620 m {x} 700 l " for x in (50, 210, 370)
    )
    cells = (
        written(["Item"], 54, 680)
        + written(["Cost"], 214, 680)
        + written(["Nails"], 54, 640)
        + written(["£2"], 214, 640)
    )
    assert pages_of(drawn([strokes + "S " + cells])) == ["Item\tCost\nNails\t£2"]


def test_a_drawing_of_many_lines_is_passed_over() -> None:
    lines = " ".join(
        f"{10 + at % 100 * 5} 0 m {10 + at % 100 * 5} 800 l S 0 {at} m 590 {at} l S" for at in range(700)
    )
    assert pages_of(drawn([lines + " " + written(["Words on a drawing that go on."])])) == [
        "Words on a drawing that go on."
    ]


def test_columns_held_line_by_line_are_read_one_after_the_other() -> None:
    lines = [written([line], left, 700 - 15 * at) for at, line in enumerate(PROSE) for left in (50, 310)]
    title = written(
        ["A title that goes across both of the columns and is long enough to do so, well"], 50, 740
    )
    end = written(["A last line that goes across both of the columns and is long enough to do it"], 50, 480)
    found = pages_of(drawn([title + "".join(lines) + end]))[0].split("\n")
    assert [line.strip() for line in found[1:-1] if line.strip()] == [*PROSE, *PROSE]
    assert (found[0][:7], found[-1][:6]) == ("A title", "A last")


def test_columns_held_column_by_column_are_left_as_they_are() -> None:
    content = written(PROSE, 50, 700) + written(PROSE, 310, 700)
    assert pages_of(drawn([content])) == ["\n".join([*PROSE, *PROSE])]


def test_a_list_of_names_and_posts_is_not_taken_for_columns() -> None:
    pairs = [("Councillor Ash", "Leader"), ("Mrs Elm", "Clerk to the Council")] * 6
    content = "".join(
        written([name], 50, 700 - 15 * at) + written([post], 310, 700 - 15 * at)
        for at, (name, post) in enumerate(pairs)
    )
    lines = pages_of(drawn([content]))[0].split("\n")
    assert [" ".join(line.split()) for line in lines] == [" ".join(pair) for pair in pairs]


def bodies(count: int) -> list[list[str]]:
    return [
        [f"Paragraph {'abcdefghijklmnop'[at]}{line} says a thing of its own." for line in "xyzuvw"]
        for at in range(count)
    ]


def test_each_report_of_a_pack_has_its_own_header() -> None:
    texts = bodies(8)
    heads = ["Budget Monitoring 2018"] * 3 + ["Roads Programme"] * 2 + ["School Places"] * 3
    pages = [
        [head, *body, f"Page {at}"] for at, (head, body) in enumerate(zip(heads, texts, strict=True), start=1)
    ]
    assert pages_of(pdf(pages, top=810)) == ["\n".join(body) for body in texts]


def test_headers_that_differ_on_left_and_right_pages_or_carry_a_date() -> None:
    texts = bodies(6)
    heads = [f"Cabinet, {at} March 2018" if at % 2 else "Moot District Council" for at in range(6)]
    pages = [
        [head, *body, f"{at} | Page"]
        for at, (head, body) in enumerate(zip(heads, texts, strict=True), start=1)
    ]
    assert pages_of(pdf(pages, top=810)) == ["\n".join(body) for body in texts]


def test_rows_at_the_edges_of_pages_are_kept() -> None:
    def rows(page: int) -> list[list[str]]:
        return [[f"{page}{row} March 2018", f"Slates {page * row}"] for row in range(1, 5)]

    texts = pages_of(drawn([table([["When", "What"], *rows(page)], top=740) for page in range(1, 5)]))
    assert texts[0].split("\n")[0] == "When\tWhat"
    assert [[line.split("\t") for line in text.split("\n")] for text in (texts[0][10:], *texts[1:])] == [
        rows(page) for page in range(1, 5)
    ]


def test_a_heading_that_happens_to_open_two_pages_is_kept() -> None:
    texts = bodies(6)
    pages = [["Recommendations", *body] if at in (1, 2) else body for at, body in enumerate(texts)]
    assert pages_of(pdf(pages, top=760))[1].startswith("Recommendations\n")


@pytest.mark.parametrize("said", ["This page is intentionally left blank", "PAGE LEFT INTENTIONALLY BLANK."])
def test_a_page_left_blank_says_nothing(said: str) -> None:
    assert pages_of(pdf([["Some words that go on"], [said, "Page 2"], ["More words to read."]])) == [
        "Some words that go on", "", "More words to read.",
    ]  # fmt: skip


def test_words_parted_at_a_lines_end() -> None:
    lines = ["The inter-", "national fund and the long-", "term plan and the co-", "operative bank."]
    lines += ["The international", "one is a long-term one."]
    assert pages_of(pdf([lines])) == [
        "The international fund and the long-term plan and the co-operative bank.\nThe international\n"
        "one is a long-term one."
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    found = read_pdf(
        pdf(
            [
                ["The roof was mended by the"],
                ["Surveyor of No."],
                ["four, Mill Lane."],
                ["Next came 1."],
                ["(a) nails"],
            ]
        )
    )
    assert (
        found.text
        == "The roof was mended by the\nSurveyor of No.\nfour, Mill Lane.\n\nNext came 1.\n\n(a) nails\n"
    )


BUDGET = [["Year", "Budget", "Actual"], ["2017", "£31,000", "£30,120"], ["2018", "£62,000", "£60,120"]]


def set_out(rows: list[list[str]], top: int, step: int = 15) -> str:
    return "".join(
        written([cell], 60 + 120 * across, top - step * down)
        for down, row in enumerate(rows)
        for across, cell in enumerate(row)
    )


def test_a_table_that_nothing_rules() -> None:
    above, below = written(["The costs of both years follow."], top=700), written(["They rose."], top=600)
    assert pages_of(drawn([above + set_out(BUDGET, 670) + below])) == [
        "The costs of both years follow.\n\nYear\tBudget\tActual\n2017\t£31,000\t£30,120\n2018\t£62,000\t£60,120\n\n"
        "They rose."
    ]


def test_tables_with_and_without_rules_on_one_page() -> None:
    assert pages_of(drawn([set_out(BUDGET, 760) + table(COSTS[:2], top=600)])) == [
        "Year\tBudget\tActual\n2017\t£31,000\t£30,120\n2018\t£62,000\t£60,120\n\n"
        "Item\tCost\tWhen\nSlates for the roof\t£40\t"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        BUDGET[:2],
        [row[:2] for row in BUDGET * 2],
        [["Date: 5 March", "Time: 2.30 pm", "Venue: Moot Hall"], ["A line of its own"], *BUDGET[:2]],
    ],
    ids=["few lines", "two columns", "apart"],
)
def test_words_set_out_that_are_no_table(rows: list[list[str]]) -> None:
    found = pages_of(drawn([set_out(rows, 700)]))[0]
    assert [" ".join(line.split()) for line in found.split("\n")] == [" ".join(row) for row in rows]
    assert "\t" not in found
