"""Every miss on the page, and the lists that narrow them down."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.figures import Half, Miss
from eval.report.style import hiding


def write_misses(halves: Sequence[Half]) -> tuple[str, str]:
    """(the misses with their lists, the style rules by which the lists choose). Sets are told by their place, for a
    file's name may hold anything."""
    told = [
        (half.name, name, miss)
        for half in halves
        for name, reports in half.sets
        for miss in reports[0].misses
    ]
    sets = list(dict.fromkeys(name for _, name, _ in told))
    marks = {name: f"set-{at}" for at, name in enumerate(sets)}
    choices = {
        "half": {name: name for name in dict.fromkeys(half for half, _, _ in told)},
        "set": {marks[name]: name for name in sets},
        "category": {name: name for name in sorted({miss.category for _, _, miss in told})},
        "failed": {
            _slug(name): name for name in sorted({name for _, _, miss in told for name in miss.failed})
        },
    }
    lists = "".join(_list(name, values) for name, values in choices.items())
    rules = "\n".join(hiding(name, list(values)) for name, values in choices.items())
    asked = sum(half.whole[0].questions for half in halves)
    articles = "\n".join(_miss(half, name, marks[name], miss) for half, name, miss in told)
    return f"<p>{len(told)} of {asked} questions.</p><div class=filters>{lists}</div>\n{articles}", rules


def _list(name: str, values: dict[str, str]) -> str:
    options = "".join(
        f'<option value="{escape(value)}">{escape(said)}</option>' for value, said in values.items()
    )
    chosen = f'<select id="{name}" autocomplete="off"><option value="">all</option>{options}</select>'
    return f"<label>{name} {chosen}</label>"


def _miss(half: str, name: str, mark: str, miss: Miss) -> str:
    failed = " ".join(map(_slug, miss.failed))
    earlier = "".join(f"<p class=soft>earlier: {escape(question)}</p>" for question in miss.after)
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in miss.reasons)
    return (
        f'<article class="miss" data-half="{half}" data-set="{mark}" data-category="{miss.category}" '
        f'data-failed="{failed}">'
        f"<p class=tags>{escape(miss.id)} · {escape(name)}, {half} half · {escape(miss.category)}</p>{earlier}"
        f"<h3>{escape(miss.question)}</h3><ul>{reasons}</ul><p><b>Expected:</b> {escape(miss.expected)}</p>"
        f"<details><summary>Got ({len(miss.got):,} characters)</summary>"
        f"<div class=got>{escape(miss.got)}</div></details>"
        "</article>"
    )


def _slug(name: str) -> str:
    """A measure's name as one word."""
    return name.casefold().replace(" ", "-").replace("@", "-at-")
