"""Thousands of false sentences made by rule, none of which may pass, and honest ones, most of which should."""

import json
import re
from pathlib import Path

import pytest

from corpus.models import SectionKind
from corpus.parts.lines import split_sentences
from eval.writers.attacks import attacks_on
from rag.answering.compose import claim_text
from rag.writing.page import IN_SENTENCES
from rag.writing.prose import says_the_same

HERE = Path(__file__).parent
PAIRS = [json.loads(line) for line in (HERE / "paraphrases.jsonl").read_text("utf-8").splitlines()]
ATTACKS = [json.loads(line) for line in (HERE / "attacks.jsonl").read_text("utf-8").splitlines()]
EVERY = 25  # of the sample's sentences, in the quick suite


def test_no_attack_on_a_paraphrased_quote_passes() -> None:
    tried = 0
    for quote, kind, body in dict.fromkeys((pair["quote"], pair["kind"], pair["body"]) for pair in PAIRS):
        for attack in attacks_on(quote, decided=kind == "decision"):
            assert not says_the_same(attack.sentence, quote, SectionKind(kind), body), (quote, attack)
            tried += 1
    assert tried > 7_000


@pytest.mark.parametrize("pair", ATTACKS, ids=lambda pair: pair["sentence"])
def test_no_attack_made_by_hand_passes(pair: dict[str, str]) -> None:
    kind = SectionKind(pair["kind"])
    assert not says_the_same(pair["sentence"], pair["quote"], kind, "Planning Committee")
    assert not says_the_same(pair["quote"], pair["sentence"], kind, "Planning Committee"), (
        "the other way round"
    )


def sentences(sample):
    """Every sentence of the sample's papers that may be reworded: words, kind, body."""
    for passage in sample.library.passages():
        if passage.kind in IN_SENTENCES and "\t" not in passage.text:
            text = claim_text(passage.text)
            for start, end in split_sentences(text, 0, len(text)):
                if len(text[start:end].split()) > 3:
                    yield text[start:end], passage.kind, passage.body


def attack(quotes) -> int:
    tried = 0
    for quote, kind, body in quotes:
        for each in attacks_on(quote, decided=kind is SectionKind.DECISION):
            assert not says_the_same(each.sentence, quote, kind, body), (quote, each)
            tried += 1
    return tried


def test_no_attack_on_some_of_the_sample_passes(sample) -> None:
    assert attack(list(dict.fromkeys(sentences(sample)))[::EVERY]) > 3_000


@pytest.mark.slow
def test_no_attack_on_any_of_the_sample_passes(sample) -> None:
    assert attack(dict.fromkeys(sentences(sample))) > 100_000


def test_every_sentence_of_the_record_passes_for_itself(sample) -> None:
    for quote, kind, body in list(dict.fromkeys(sentences(sample)))[::5]:
        plain = re.fullmatch(r"[\w\s.,;:!?'’“”()£%&/–-]+", quote) and not re.search(
            "agree|decid|resol", quote
        )
        assert says_the_same(quote, quote, kind, body) or not plain, quote


def test_most_honest_paraphrases_pass() -> None:
    passed = [pair["sentence"] for pair in PAIRS if passes(pair)]
    assert len(PAIRS) == 100
    assert len(passed) >= 80


def passes(pair: dict[str, str]) -> bool:
    return says_the_same(pair["sentence"], pair["quote"], SectionKind(pair["kind"]), pair["body"])
