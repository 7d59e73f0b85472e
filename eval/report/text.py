"""Reports as text, JSON or a page: systems side by side, categories, then every miss of ours."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from html import escape

from eval.models import Figure, Miss, Report

Named = Sequence[tuple[str, Sequence[Report]]]  # set -> reports, ours first
_BY_CATEGORY = (
    "correct and correctly cited",
    "correct",
    "correctly cited",
    "refusal recall",
    "kind accuracy",
    "focus",
)


def write_text(results: Named, misses: bool = True) -> str:
    """Tables for a person; with `misses`, each with what was expected and what came."""
    parts = []
    for name, reports in results:
        ours = reports[0]
        parts += [f"{name}: {ours.questions} questions", lines(systems(reports)), lines(by_category(ours))]
        parts.append(f"{len(ours.misses)} of {ours.questions} questions missed")
        parts += [_miss(one) for one in ours.misses] if misses else []
    return "\n\n".join(parts)


def write_json(results: Named) -> str:
    """One object: set -> list of reports, ours first, with every figure, category and miss."""
    return json.dumps({name: [asdict(report) for report in reports] for name, reports in results}, indent=1)


def write_page(results: Named) -> str:
    """A self-contained HTML page of the same; all words escaped."""
    parts = ["<!doctype html><html lang=en><meta charset=utf-8><title>Minutebook: evaluation</title>", _STYLE]
    for name, reports in results:
        ours = reports[0]
        parts.append(f"<h1>{escape(name)}: {ours.questions} questions</h1>")
        parts += [_table(systems(reports)), _table(by_category(ours)), f"<h2>{len(ours.misses)} missed</h2>"]
        parts += [f"<pre>{escape(_miss(one))}</pre>" for one in ours.misses]
    return "\n".join(parts)


def systems(reports: Sequence[Report]) -> list[list[str]]:
    """Rows of measures, columns of systems, then target and whether ours meets it."""
    rows = [["measure", *(report.system for report in reports), "target", "met"]]
    for at, figure in enumerate(reports[0].figures):
        met = {True: "yes", False: "NO", None: ""}[figure.met]
        rows.append([figure.name, *(show(r.figures[at]) for r in reports), _target(figure), met])
    return rows


def by_category(report: Report) -> list[list[str]]:
    """Rows of categories, columns of the measures that differ by category."""
    rows = [["category", *_BY_CATEGORY]]
    for name, figures in report.categories:
        known = {figure.name: figure for figure in figures}
        rows.append([name, *(show(known[measure], interval=False) for measure in _BY_CATEGORY)])
    return rows


def show(figure: Figure, interval: bool = True) -> str:
    """A figure as it stands in a table: "86% (78-92) of 70"."""
    if figure.value is None:
        return "-"
    if figure.unit == "share":
        between = f" ({figure.low:.0%}-{figure.high:.0%})".replace("%-", "-") if interval else ""
        return f"{figure.value:.1%}{between} of {figure.of}"
    return f"{figure.value:.3f} s" if figure.unit == "s" else f"{figure.value:g}"


def below(name: str, report: Report, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A sentence for each figure of set `name` that is worse than its floor."""
    lines = []
    for measure, floor in floors.get(name, {}).items():
        figure = report.figure(measure)
        worse = figure.value is None or (
            figure.value < floor if figure.unit == "share" else figure.value > floor
        )
        if worse:
            lines.append(f"{name}: {measure} is {show(figure)}; the floor is {floor:g}.")
    return lines


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    return f">= {figure.target:.0%}" if figure.unit == "share" else f"<= {figure.target:g}"


def _miss(miss: Miss) -> str:
    got = " ".join(miss.got.split())
    return "\n".join(
        [
            f"{miss.id} [{miss.category}] {miss.question}",
            f"  expected: {miss.expected}",
            f"  got:      {got[:600]}{'...' if len(got) > 600 else ''}",
            f"  failed:   {', '.join(miss.failed)}",
            *(f"    - {reason}" for reason in miss.reasons),
        ]
    )


def lines(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _table(rows: Sequence[Sequence[str]]) -> str:
    def row(cells: Iterable[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    return "\n".join(["<table>", row(rows[0], "th"), *(row(cells, "td") for cells in rows[1:]), "</table>"])


_STYLE = """<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; }
th { border-bottom: 2px solid; } td { border-bottom: 1px solid #ccc; } pre { white-space: pre-wrap; }
</style>"""
