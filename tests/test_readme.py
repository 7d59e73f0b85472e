"""The first page's questions are answered as it says: from the sample, and from real papers where there are any."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.parts.dates import first_date
from index.ingest import ingest
from rag.assistant import Assistant
from rag.models import Answer, Refusal
from ui.cli import main

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SEEDS = ROOT.parent / "shared" / "seeds"

# | kind | "question" | date, item N; date, item N |
ROWS = re.findall(r'^\| [^|]+ \| "([^"|]+)" \| ([^|]+) \|$', README, flags=re.MULTILINE)
FROM_SEEDS = [
    "17 July 2019, item 27",
    "17 July 2019, item 27",
    "17 July 2019, item 9",
    "19 June 2019, item CYP/19/22",
    "a refusal",
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("sample") / "library"
    ingest(library, [ROOT / "corpus" / "sample"])
    return library


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SEEDS.is_dir():
        pytest.skip("the real papers are not here")
    library = tmp_path_factory.mktemp("seeds") / "library"
    ingest(library, [SEEDS])
    return library


def places(text: str) -> set[tuple[str, str]]:
    """(ISO date, item number) of each place named like "17 July 2019, item 27"."""
    found = re.findall(r"(\d{1,2} \w+ \d{4}), item (\S+?)(?=[;,]|$)", text)
    return {(str(first_date(date)), item) for date, item in found}


def cited(said: Answer | Refusal) -> set[tuple[str, str]]:
    return {(str(one.date), str(one.item)) for one in said.citations} if isinstance(said, Answer) else set()


def test_the_table_has_five_rows() -> None:
    assert len(ROWS) == len(FROM_SEEDS) == 5


@pytest.mark.parametrize(("question", "expected"), ROWS)
def test_the_sample_answers(sample: Path, question: str, expected: str) -> None:
    said = Assistant.open(sample).ask(question)
    assert isinstance(said, Refusal if expected.startswith("a refusal") else Answer)
    assert places(expected) <= cited(said)


@pytest.mark.parametrize(("question", "expected"), [*zip([row[0] for row in ROWS], FROM_SEEDS, strict=True)])
def test_real_papers_answer(seeds: Path, question: str, expected: str) -> None:
    said = Assistant.open(seeds).ask(question)
    assert isinstance(said, Refusal if expected == "a refusal" else Answer)
    assert places(expected) <= cited(said)


def test_what_the_terminal_prints_is_as_shown(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [(question, shown)] = re.findall(
        r'^```\n\$ \.venv/bin/minutebook ask "([^"]+)"\n(.*?)^```', README, flags=re.MULTILINE | re.DOTALL
    )
    assert main(["--library", str(sample), "ask", question]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    at = 0
    for part in re.split(r"\s*\.\.\.\s*", shown):
        at = printed.find(" ".join(part.strip("”\n ").split()), at)
        assert at >= 0, part
