"""Charts as HTML with inline SVG: intervals on a scale from 0 to 100%, and the calibration curve. All words escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from eval.figures import Bin, Figure
from eval.report.show import between, show

_TOP, _APART = 9, 14  # of the first mark in a row, and from one to the next, in pixels
_SIDE, _EDGE = 240, 46  # of the calibration curve's square, and the room around it, in its own units


_TICKS = "".join(
    f'<line class="scale" x1="{at}%" x2="{at}%" y1="0" y2="100%"/>' for at in (0, 25, 50, 75, 100)
)
_AXIS = (
    '<div class="row axis" aria-hidden="true"><span class="label"></span><svg height="12">'
    '<text x="0" y="10">0</text><text x="50%" y="10" text-anchor="middle">50%</text>'
    '<text x="100%" y="10" text-anchor="end">100%</text></svg><span class="values"></span></div>'
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a chart: its label and one mark for each series (None: nothing to show)."""

    label: str
    marks: Sequence[Figure | None]


def intervals(title: str, series: Sequence[str], rows: Iterable[Row]) -> str:
    """A chart of shares: for every row a dot and its 95% interval in each series' colour, and a tick at the target."""
    drawn = "\n".join([*(_row(row, series) for row in rows), _AXIS])
    keys = "".join(
        f'<span><i class="key s{at}"></i>{escape(name)}</span>'
        for at, name in enumerate(series)
        if len(series) > 1
    )
    return f'<figure class="chart"><figcaption>{escape(title)} {keys}</figcaption>\n{drawn}\n</figure>'


def _row(row: Row, series: Sequence[str]) -> str:
    marks = [(at, mark) for at, mark in enumerate(row.marks) if mark is not None and mark.value is not None]
    height = 2 * _TOP + _APART * (len(series) - 1)
    told = "; ".join(f"{series[at]} {show(mark)}" for at, mark in marks) or "nothing to show"
    target = next((mark.target for _, mark in marks if mark.target is not None), None)
    tick = (
        f'<line class="target" x1="{target:.1%}" x2="{target:.1%}" y1="1" y2="{height - 1}"/>'
        if target
        else ""
    )
    drawn = "".join(_mark(mark, _TOP + at * _APART, at) for at, mark in marks)
    values = "".join(
        f'<span class="s{at}"><b>{escape(show(mark, interval=False))}</b>{escape(between(mark))}</span>'
        for at, mark in marks
    )
    return (
        f'<div class="row"><span class="label">{escape(row.label)}</span>'
        f'<svg role="img" aria-label="{escape(row.label)}: {escape(told)}" height="{height}">'
        f"{_TICKS}{tick}{drawn}</svg>"
        f'<span class="values">{values or "-"}</span></div>'
    )


def _mark(figure: Figure, y: int, series: int) -> str:
    value = figure.value or 0.0
    spread = ""
    if figure.low is not None and figure.high is not None:
        spread = f'<line class="spread" x1="{figure.low:.1%}" x2="{figure.high:.1%}" y1="{y}" y2="{y}"/>'
    return f'<g class="s{series}">{spread}<circle cx="{value:.1%}" cy="{y}" r="4.5"/></g>'


def calibration(series: Sequence[tuple[str, Sequence[Bin]]]) -> str:
    """The calibration curve of each series: a dot a bin, larger with more replies, against the diagonal."""
    size = _SIDE + 2 * _EDGE
    grid = "".join(_grid(tenth / 10) for tenth in (0, 2, 4, 6, 8, 10))
    curves = "".join(f'<g class="s{at}">{_curve(bins)}</g>' for at, (_, bins) in enumerate(series))
    keys = "".join(
        f'<span><i class="key s{at}"></i>{escape(name)}</span>' for at, (name, _) in enumerate(series)
    )
    middle = _EDGE + _SIDE / 2
    return (
        f"<figure class=curve><figcaption>Calibration {keys}</figcaption>"
        f'<svg viewBox="0 0 {size} {size}" role="img" aria-label="Calibration curve">{grid}'
        f'<line class="diagonal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>{curves}'
        f'<text x="{middle:g}" y="{size - 3}" text-anchor="middle">confidence said</text>'
        f'<text transform="translate(10 {middle:g}) rotate(-90)" text-anchor="middle">share the record answers</text>'
        "</svg></figure>"
    )


def _curve(bins: Sequence[Bin]) -> str:
    most = max((one.replies for one in bins), default=1)
    path = " ".join(f"{_x(one.confidence)},{_y(one.answerable)}" for one in bins)
    dots = "".join(
        f'<circle cx="{_x(one.confidence)}" cy="{_y(one.answerable)}" r="{2.5 + 5 * (one.replies / most) ** 0.5:.1f}">'
        f"<title>{one.replies} replies: said {one.confidence:.0%}, was {one.answerable:.0%}</title></circle>"
        for one in bins
    )
    return f'<polyline points="{path}"/>{dots}'


def _grid(at: float) -> str:
    return (
        f'<line class="scale" x1="{_x(at)}" x2="{_x(at)}" y1="{_y(0)}" y2="{_y(1)}"/>'
        f'<line class="scale" x1="{_x(0)}" x2="{_x(1)}" y1="{_y(at)}" y2="{_y(at)}"/>'
        f'<text x="{_x(at)}" y="{_EDGE + _SIDE + 14}" text-anchor="middle">{at:.0%}</text>'
        f'<text x="{_EDGE - 4}" y="{_y(at) + 3.5:g}" text-anchor="end">{at:.0%}</text>'
    )


def _x(share: float) -> float:
    return round(_EDGE + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_EDGE + (1 - share) * _SIDE, 1)
