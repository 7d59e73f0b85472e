"""From a site to an answer: `minutebook fetch`, then `minutebook ask`, as a person runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from thornmere.server import Site
from thornmere.trial import plain

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {"MINUTEBOOK_ALLOW_PRIVATE": "1", "MINUTEBOOK_PAUSE": "0", "PYTHONPATH": str(ROOT)}


def minutebook(library: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "ui.cli", "--library", str(library), *arguments]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MINUTEBOOK_")}
    done = subprocess.run(
        command, env=kept | ENVIRONMENT, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("service", ["on", "off"])
def test_what_was_fetched_answers_questions(site: Site, library: Path, service: str) -> None:
    site.service = service
    minutebook(library, "fetch", site.root)
    asked = {
        "What did Cabinet decide about the harbour wall?": ("43", "412,000"),
        "What was resolved about the fees of the leisure centre?": ("44", "raised by 3%"),
        "What did the Harbour Neighbourhood Committee decide about gull bins?": ("9", "gull-proof bins"),
        "What was decided about community nursing?": ("12", "community nursing be noted"),
    }
    found: dict[str, Any] = {}
    for question, (number, words) in asked.items():
        said = json.loads(minutebook(library, "ask", "--json", question))
        cited = {plain(each["item"]) for each in said["citations"]}
        found[question] = (number in cited, words in json.dumps(said, ensure_ascii=False))
    assert found == dict.fromkeys(asked, (True, True))
