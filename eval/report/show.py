"""Figures and tables in words, alike in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Sequence

from eval.figures import HIGHER_IS_BETTER, Figure, Half, Report
from eval.measures import HEADLINES

COMPARED = (*HEADLINES[:4], "relevant citations", "kind accuracy", "nDCG@10", "recall@10", "answer length")
BY_CATEGORY = (
    "correct and correctly cited", "correct", "correctly cited", "refusal recall", "citation precision",
    "relevant citations", "kind accuracy",
)  # fmt: skip
MET = {True: "yes", False: "NO", None: ""}


def show(figure: Figure, interval: bool = True) -> str:
    """A figure as it stands in a table: "86.3% (78-92%) of 70"; without the interval "86.3%"."""
    if figure.value is None:
        return "-"
    if figure.unit == "share":
        return f"{figure.value:.1%}" + (f"{between(figure)} of {figure.of}" if interval else "")
    if figure.unit in ("mean", "error"):
        return f"{figure.value:.3f}" + (between(figure) if interval else "")
    return f"{figure.value:.3f} s" if figure.unit == "s" else f"{figure.value:g}"


def between(figure: Figure) -> str:
    """The 95% interval as it follows a figure: " (78-92%)"; "" without one."""
    if figure.low is None or figure.high is None:
        return ""
    if figure.unit == "share":
        return f" ({figure.low:.0%}-{figure.high:.0%})".replace("%-", "-")
    return f" ({figure.low:.2f}-{figure.high:.2f})"


def target(figure: Figure) -> str:
    """What the figure is to reach: ">= 92%", "<= 0"; "" without a target."""
    if figure.target is None:
        return ""
    if figure.unit not in HIGHER_IS_BETTER:
        return f"<= {figure.target:g}"
    return f">= {figure.target:.0%}" if figure.unit == "share" else f">= {figure.target:g}"


def measures(half: Half) -> list[list[str]]:
    """Rows of measures, columns of sets (the first with intervals), then the target and whether it is met."""
    columns = half.columns
    rows = [["measure", *(name for name, _ in columns), "target", "met"]]
    for at, figure in enumerate(columns[0][1][0].figures):
        each = [
            show(reports[0].figures[at], interval=first == 0) for first, (_, reports) in enumerate(columns)
        ]
        rows.append([figure.name, *each, target(figure), MET[figure.met]])
    return rows


def systems(reports: Sequence[Report]) -> list[list[str]]:
    """Rows of systems, ours first, columns of the measures that tell them apart."""
    each = ([show(one.figure(name), interval=False) for name in COMPARED] for one in reports)
    return [["system", *COMPARED], *([one.system, *cells] for one, cells in zip(reports, each, strict=True))]


def by_category(report: Report) -> list[list[str]]:
    """Rows of categories, columns of the measures that differ by category."""
    rows = [["category", "questions", *BY_CATEGORY]]
    for name, figures in report.categories:
        known = {figure.name: figure for figure in figures}
        asked = known["warm seconds, median"].of  # every reply has its seconds
        rows.append([name, str(asked), *(show(known[one], interval=False) for one in BY_CATEGORY)])
    return rows


def lines(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows
    )
