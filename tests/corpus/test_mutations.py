"""A thousand damaged papers: each is read with every span true, or refused in one sentence, and in time."""

from __future__ import annotations

import pytest
from watched import outcomes

QUICK, ALL = 150, 1000


def _run(seeds: range) -> None:
    found = list(outcomes(seeds))
    assert len(found) == len(seeds)
    assert [each for each in found if each["outcome"] == "failed"] == []
    shares = {
        outcome: sum(each["outcome"] == outcome for each in found) / len(found)
        for outcome in ("read", "refused")
    }
    assert shares["read"] > 0.3 and shares["refused"] > 0.05  # neither all accepted nor all refused


def test_damaged_papers_are_read_or_refused() -> None:
    _run(range(QUICK))


@pytest.mark.slow
def test_a_thousand_damaged_papers_are_read_or_refused() -> None:
    _run(range(QUICK, ALL))
