"""What decisions are said to carry is printed in their papers: no name and no count is made up."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from papers import SAMPLE, SHARED

from corpus.extract import extract
from corpus.models import Decision, Paper
from corpus.parts.lines import fold
from corpus.read import read_paper

REAL = SHARED / "real"
WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


def stated(decision: Decision) -> Iterator[str]:
    """Every name that a decision is said to carry."""
    yield from filter(None, (decision.mover, decision.seconder))
    if vote := decision.vote:
        yield from (*vote.named_in_favour, *vote.named_against, *vote.named_abstained)


def made_up(paper: Paper) -> list[str]:
    text = fold(paper.document.text)
    found = []
    for decision in (each for met in paper.meetings for item in met.items for each in item.decisions):
        found += [name for name in stated(decision) if name not in text]
        if (vote := decision.vote) is None:
            continue
        sides = (
            (vote.in_favour, vote.named_in_favour),
            (vote.against, vote.named_against),
            (vote.abstained, vote.named_abstained),
        )
        for count, names in sides:
            printed = count is None or count == len(names) or re.search(rf"\b{count}\b", text)
            in_words = (
                count is not None and count < len(WORDS) and re.search(rf"\b{WORDS[count]}\b", text.lower())
            )
            if not printed and not in_words:
                found.append(f"{count} votes")
    return found


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.*")), ids=lambda path: path.name)
def test_nothing_that_the_sample_carries_is_made_up(path):
    if path.suffix not in (".txt", ".html", ".pdf", ".md"):
        pytest.skip("not a paper")
    assert made_up(read_paper(extract(path, path.name))) == []


@pytest.mark.parametrize("folder", ["seeds", "real/kent"])
def test_nothing_that_real_papers_carry_is_made_up(folder):
    papers = [path for path in (SHARED / folder).glob("*") if path.suffix in (".txt", ".html", ".pdf")]
    if not papers:
        pytest.skip(f"../shared/{folder} is absent")
    for path in papers:
        assert made_up(read_paper(extract(path, path.name))) == [], path.name


@pytest.fixture(scope="session")
def limerick(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    archive = REAL / "limerick" / "limerick-minutes.tar.xz"
    if not archive.exists():
        pytest.skip("../shared/real/limerick is absent")
    import tarfile

    folder = tmp_path_factory.mktemp("limerick")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return sorted(folder.rglob("*.md"))


def test_nothing_that_limericks_minutes_carry_is_made_up(limerick):
    chosen = random.Random(3).sample(limerick, 60)
    papers = [read_paper(extract(path, path.name)) for path in chosen]
    assert {paper.document.id: made_up(paper) for paper in papers if made_up(paper)} == {}
    decisions = [
        each for paper in papers for met in paper.meetings for item in met.items for each in item.decisions
    ]
    assert sum(each.outcome is not None for each in decisions) >= 0.95 * len(decisions)
    assert sum(each.mover is not None for each in decisions) >= 0.4 * len(decisions)
