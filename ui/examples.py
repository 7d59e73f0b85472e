"""Questions to begin with, drawn from what the library holds, so that each has an answer to find."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
from ui.present import day, on_one_line

if TYPE_CHECKING:
    from index.library import Library
    from index.models import ItemRecord

LONGEST_TITLE = 56
_PROCEDURE = re.compile(
    r"minutes|apolog|declaration|interests|urgent|work programme|overview|appeal|date of|chair|exclusion of|welcome"
    r"|membership|terms of reference|public question|open forum|introduction",
    re.IGNORECASE,
)
OF_SAMPLE = "What did we decide on unconscious bias training?"  # a thread of years; always held in the sample
SAMPLE = Path(corpus.__file__).resolve().parent / "sample"


def is_fictional(library: Library) -> bool:
    """Whether the library holds papers of the sample council that comes with Minutebook."""
    return any(SAMPLE in Path(paper.source).parents for paper in library.documents())


def example_questions(library: Library, most: int = 4) -> list[str]:
    """Up to `most` questions of different sorts, about the latest matters of different bodies."""
    telling = [item for item in library.items() if _telling(item)]
    latest = sorted(telling, key=lambda item: (item.date is not None, str(item.date or "")), reverse=True)
    decided = _one_of_each([item for item in latest if item.decisions])
    reported = _one_of_each(
        [item for item in latest if item.has_report and on_one_line(item.title) not in decided[:2]]
    )
    questions = [OF_SAMPLE] if is_fictional(library) else []
    questions += [f"What was decided about {title}?" for title in decided[: 2 - len(questions)]]
    questions += [f"What was said about {title}?" for title in reported[:1]]
    met = next((m for m in reversed(library.meetings()) if m.present and m.body and m.date), None)
    if met:
        questions.append(f"Who was present at the {on_one_line(met.body or '')} on {day(met.date)}?")
    questions += [f"What was decided about {title}?" for title in decided[2:]]
    return list(dict.fromkeys(questions))[:most]


def _telling(item: ItemRecord) -> bool:
    return 8 <= len(item.title) <= LONGEST_TITLE and not _PROCEDURE.search(item.title)


def _one_of_each(items: list[ItemRecord]) -> list[str]:
    """Titles, each once, the first of every body before the second of any."""
    seen: dict[str | None, int] = {}
    ranked: list[tuple[int, str]] = []
    for item in items:
        title = on_one_line(item.title)
        if all(title.lower() != other.lower() for _, other in ranked):
            seen[item.body] = seen.get(item.body, 0) + 1
            ranked.append((seen[item.body], title))
    return [title for _, title in sorted(ranked, key=lambda each: each[0])]
