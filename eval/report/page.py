"""An evaluation as one self-contained page: no script, nothing fetched, all words escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from eval.baselines import REFUSING
from eval.figures import Figure, Half
from eval.measures import HEADLINES
from eval.report.charts import Row, calibration, intervals
from eval.report.misses import write_misses
from eval.report.show import by_category, measures, systems
from eval.report.style import STYLE

HEADLINE, REFUSED = "correct and correctly cited", "refusal recall"
_ORDER = ("final", "tuning")  # what we are held to comes first
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def write_page(halves: Sequence[Half]) -> str:
    """The page: headline figures of both halves side by side, charts, tables, baselines and every miss."""
    halves = sorted(halves, key=lambda half: _ORDER.index(half.name) if half.name in _ORDER else len(_ORDER))
    misses, rules = write_misses(halves)
    asked = "; ".join(f"{half.name} half: {half.whole[0].questions} questions" for half in halves)
    body = [
        "<header><h1>How well Minutebook answers</h1>",
        f"<p class=soft>{escape(asked)}. Thresholds were set on the tuning half alone; the final half is what the",
        "answers are held to. Lines show 95% intervals; dashed ticks are targets.</p></header><main>",
        _section("Headline figures", _headlines(halves)),
        _section("Set by set", _sets(halves)),
        _section("By category", _categories(halves)),
        _section("Calibration", _calibration(halves)),
        _section("Baselines", _baselines(halves)),
        *(_section(f"Every figure: {half.name} half", _table(measures(half))) for half in halves),
        _section("Misses", misses),
        "</main>",
    ]
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Minutebook: evaluation</title>\n<style>{STYLE}\n{rules}</style>\n</head>\n<body>",
            *filter(None, body),
            "</body>\n</html>\n",
        ]
    )


def _section(title: str, inner: str) -> str:
    return f"<section><h2>{escape(title)}</h2>\n{inner}</section>" if inner else ""


def _headlines(halves: Sequence[Half]) -> str:
    ours = [half.whole[0] for half in halves]
    shares = [name for name in (*HEADLINES, "citation recall") if ours[0].figure(name).unit == "share"]
    rows = [Row(_aimed(ours[0].figure(name)), [report.figure(name) for report in ours]) for name in shares]
    chart = intervals("All sets together", [half.name for half in halves], rows)
    failures = ", ".join(
        f"{int(report.figure('stray numbers').value or 0)} in the {half.name} half"
        for half, report in zip(halves, ours, strict=True)
    )
    return f"{chart}<p>Numbers in answers that what is cited does not hold: {escape(failures)}.</p>"


def _aimed(figure: Figure) -> str:
    return figure.name if figure.target is None else f"{figure.name} (target {figure.target:.0%})"


def _sets(halves: Sequence[Half]) -> str:
    names = list(dict.fromkeys(name for half in halves for name, _ in half.sets))
    held = [{name: reports[0] for name, reports in half.sets} for half in halves]

    def chart(measure: str) -> str:
        rows = [
            Row(name, [reports[name].figure(measure) if name in reports else None for reports in held])
            for name in names
        ]
        return intervals(measure.capitalize(), [half.name for half in halves], rows)

    return f"<div class=pair>{chart(HEADLINE)}{chart(REFUSED)}</div>"


def _categories(halves: Sequence[Half]) -> str:
    """Answerable categories by what was answered right, unanswerable ones by what was refused."""
    charts, tables = [], []
    of_half = [
        {name: {f.name: f for f in figures} for name, figures in half.whole[0].categories} for half in halves
    ]
    names = sorted({name for categories in of_half for name in categories})
    for measure in (HEADLINE, REFUSED):
        rows = [
            Row(name.replace("_", " "), [held[name][measure] if name in held else None for held in of_half])
            for name in names
        ]
        borne = [row for row in rows if any(mark and mark.value is not None for mark in row.marks)]
        charts.append(intervals(measure.capitalize(), [half.name for half in halves], borne))
    for half in halves:
        told = _table(by_category(half.whole[0]))
        tables.append(f"<details><summary>Every category: {escape(half.name)} half</summary>{told}</details>")
    return f"<div class=pair>{''.join(charts)}</div>{''.join(tables)}"


def _calibration(halves: Sequence[Half]) -> str:
    bins = [(half.name, half.whole[0].bins) for half in halves]
    if not any(each for _, each in bins):
        return ""
    return calibration(bins) + (
        "<p class=soft>Every reply says how likely it holds the record to answer. On the dashed line, it is right as "
        "often as it says. Larger dots are more replies.</p>"
    )


def _baselines(halves: Sequence[Half]) -> str:
    if all(len(half.whole) == 1 for half in halves):
        return ""
    charts = []
    for measure in (HEADLINE, "relevant citations", REFUSED):
        told = [{report.system: report.figure(measure) for report in half.whole} for half in halves]
        ours, *others = (report.system for report in halves[0].whole)
        shown = [ours, *(name for name in others if name.endswith(REFUSING) == (measure == REFUSED))]
        rows = [Row(name, [held.get(name) for held in told]) for name in shown]
        charts.append(intervals(measure.capitalize(), [half.name for half in halves], rows))
    tables = [f"<h3>{escape(half.name)} half</h3>{_table(systems(half.whole))}" for half in halves]
    note = (
        "<p class=soft>All cite what they repeat, so their citation precision says little: see their relevant "
        "citations. As they are they never refuse; “refusing” gives each the score, fitted on the tuning half, below "
        "which refusing is right most often.</p>"
    )
    return f"<div class=pair>{''.join(charts)}</div>{note}{''.join(tables)}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    def row(cells: Iterable[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}{_mood(cell)}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    body = "\n".join(row(cells, "td") for cells in rows[1:])
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="Table: {escape(rows[0][0])}">'
        f"<table><thead>{row(rows[0], 'th')}</thead><tbody>{body}</tbody></table></div>"
    )


def _mood(cell: str) -> str:
    return f" class={cell.lower()}" if re.fullmatch("yes|NO", cell) else ""
