"""An evaluation as text: a table for each half, the categories, the baselines, then every miss of ours."""

from __future__ import annotations

from collections.abc import Sequence

from eval.figures import Half, Miss
from eval.report.show import by_category, lines, measures, systems

_SHOWN = 600  # characters of a reply that is told as a miss


def write_text(halves: Sequence[Half], misses: bool = True) -> str:
    """Tables for a person; with `misses`, each with what was expected and what came."""
    parts = []
    for half in halves:
        ours = half.whole[0]
        names = ", ".join(name for name, _ in half.sets)
        parts += [f"{half.name} half: {ours.questions} questions ({names})", lines(measures(half))]
        parts.append(lines(by_category(ours)))
        parts += [lines(systems(half.whole))] if len(half.whole) > 1 else []
        parts.append(f"{len(ours.misses)} of {ours.questions} questions missed")
        parts += [tell(one) for one in ours.misses] if misses else []
    return "\n\n".join(parts)


def tell(miss: Miss) -> str:
    """A miss in some lines."""
    got = " ".join(miss.got.split())
    return "\n".join(
        [
            f"{miss.id} [{miss.category}] {miss.question}",
            *(f"  after:    {question}" for question in miss.after),
            f"  expected: {miss.expected}",
            f"  got:      {got[:_SHOWN]}{'...' if len(got) > _SHOWN else ''}",
            f"  failed:   {', '.join(miss.failed)}",
            *(f"    - {reason}" for reason in miss.reasons),
        ]
    )
