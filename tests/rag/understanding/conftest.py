"""Tests of this folder put questions to one made-up borough, `saltmarsh`."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.understanding.held import Held
from rag.understanding.question import read_question
from rag.understanding.resolve import Resolved, resolve

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def put() -> Callable[..., Resolved]:
    """Puts a question to the borough's library; `more` is what is otherwise in it."""
    from saltmarsh import Saltmarsh

    def put(question: str, **more: object) -> Resolved:
        return resolve(read_question(question), Held(Saltmarsh(**more)))  # type: ignore[arg-type]

    return put
