"""What each choice is worth: the evaluation run again with one choice taken out at a time.

    python -m eval.ablations [SET ...]

Prints, for the tuning half of every set, "correct and correctly cited" with refusal precision and recall, whole
and without each choice. Thresholds stay as they are, so a row shows what the choice gives to this system, not the best
that could be made without it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from eval.asking import ask_all, open_ours
from eval.figures import Report
from eval.judge import judge, report
from eval.known_answers import load
from eval.sets import HALVES, NAMES, absent, find, library_of
from rag.answering.answerable import Verdict
from rag.retrieval.evidence import Evidence
from rag.understanding.lexicon import Term
from rag.understanding.question import Question

_SHOWN = ("correct and correctly cited", "refusal precision", "refusal recall")
_NOTHING: Mapping[str, object] = {}


def _always(answer: object) -> Callable[..., object]:
    return lambda *_, **__: answer


def _answer_with_the_best(question: Question, terms: Sequence[Term], weighed: Sequence[Evidence]) -> Verdict:
    return Verdict(weighed[0] if weighed else None, None, 1.0)


# Choice -> what stands in its place. Passages: what a passage is read with. Sentences: how evidence is chosen.
CHOICES: dict[str, Mapping[str, object]] = {
    "whole": _NOTHING,
    "passages: titles and headings count": {
        "rag.retrieval.evidence.IN_TITLE": 0.0,
        "rag.retrieval.evidence.DECISION_IN_TITLE": 0.0,
        "rag.retrieval.evidence.IN_SECTION": 0.0,
        "rag.retrieval.evidence.ROW_IN_SECTION": 0.0,
        "rag.retrieval.evidence.IN_HEADING": 0.0,
    },
    "passages: decisions reached through their item": {"rag.retrieval.retrieve._decisions": _always([])},
    "sentences: neighbours count": {
        "rag.retrieval.evidence.IN_NEXT": 0.0,
        "rag.retrieval.evidence.IN_PASSAGE": 0.0,
    },
    "sentences: thesaurus": {"rag.understanding.lexicon.thesaurus": _always({})},
    "sentences: misspellings mended": {"rag.understanding.spelling.Speller._choose": _always(None)},
    "sentences: cosine of the passage": {"rag.retrieval.evidence.COSINE_WEIGHT": 0.0},
    "sentences: question and sentence read together": {"rag.retrieval.sharpen.RELEVANCE_WEIGHT": 0.0},
    "sentences: what the question wants": {"rag.retrieval.evidence.fits": _always(True)},
    "sentences: the deciding word": {"rag.retrieval.crux.CRUX": frozenset()},
    "sentences: quotes widened": {"rag.answering.choose.widen": lambda evidence, **_: evidence},
    "refusal: how sure it must be": {"rag.answering.answerable.chance": _always(1.0)},
    "refusal: what is certain too": {"rag.assistant.judge": _answer_with_the_best},
}


@contextmanager
def without(changes: Mapping[str, object]) -> Iterator[None]:
    """The house with some of its names bound to something else."""
    with ExitStack() as stack:
        for name, value in changes.items():
            stack.enter_context(patch(name, value))
        yield


def ablate(name: str) -> Iterator[tuple[str, Report]]:
    """(choice taken out, report) for one set of known answers."""
    known_set = find(name, HALVES[0])
    known, library = load(known_set.file), library_of(known_set)
    for choice, changes in CHOICES.items():
        with without(changes):
            ours = open_ours(library)
            yield choice, report(choice, [judge(asked) for asked in ask_all(ours, known, ours.library)])


def main(names: list[str]) -> int:
    for name in names or NAMES:
        if reason := absent(find(name, HALVES[0])):
            print(f"{name} is left out. {reason}", file=sys.stderr)
            continue
        print(f"\n{name:50} {'correct':>9} {'refusal p':>10} {'refusal r':>10}")
        for choice, found in ablate(name):
            shares = {figure.name: figure.value for figure in found.figures}
            row = [f"{100 * (shares[each] or 0):.1f}%" for each in _SHOWN]
            print(f"{choice:50} {row[0]:>9} {row[1]:>10} {row[2]:>10}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
