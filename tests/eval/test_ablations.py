"""Each ablation names things that are there, and takes them out only for its time."""

from __future__ import annotations

from pkgutil import resolve_name

import pytest

import rag.retrieval.evidence
from eval.ablations import CHOICES, without


@pytest.mark.parametrize("choice", CHOICES)
def test_every_name_is_there_to_be_taken_out(choice: str) -> None:
    before = {name: resolve_name(name) for name in CHOICES[choice]}
    with without(CHOICES[choice]):
        assert all(resolve_name(name) is CHOICES[choice][name] for name in before)
    assert {name: resolve_name(name) for name in before} == before


def test_a_weight_is_gone_only_meanwhile() -> None:
    weight = rag.retrieval.evidence.COSINE_WEIGHT
    with without({"rag.retrieval.evidence.COSINE_WEIGHT": 0.0}):
        assert rag.retrieval.evidence.COSINE_WEIGHT == 0.0
    assert weight == rag.retrieval.evidence.COSINE_WEIGHT > 0
