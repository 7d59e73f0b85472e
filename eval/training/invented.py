"""Invented items of council papers, each with questions and the sentences that answer them: `invented.jsonl`.

JSON lines: `{"body": ..., "date": ..., "title": ..., "section": ..., "kind": ..., "sentences": [...],
"questions": [...]}`; `section` may be left out. A question is `[words, [numbers of the sentences that answer]]`, or,
where none does, `[words, [], number of the sentence most easily taken for an answer]`. All of it is made up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.models import EvaluationError
from eval.training.candidates import Group
from rag.retrieval.sharpen import set_out

FILE = Path(__file__).with_name("invented.jsonl")
UNTITLED = 0.12  # share of the items that are read without their title: many papers print none of use
APART = 0.5  # of the lists and tables, whose rows are read without the row before
FROM_ELSEWHERE = 2  # sentences of other items beside those of its own
FEWEST_OTHERS = 3  # in an item, for a question to teach anything

_DECIDES = re.compile(
    r"RESOLVED|AGREED|That |To (?:note|request|ask|approve|agree|endorse|support|recommend|receive|set|add"
    r"|write|re-?establish|defer)"
)
_IN_ROWS = frozenset({"table", "monitor", "work_programme", "attendance"})


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    section: str
    kind: str
    sentences: tuple[str, ...]
    questions: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...]  # words, what answers, what is near


def read(path: Path = FILE) -> tuple[Item, ...]:
    """The file's items, in order. Raises EvaluationError naming the first bad line."""
    items: list[Item] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} cannot be read ({error}); name a file of invented items.") from error
    for number, line in enumerate(lines, 1):
        try:
            items.append(_item(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:  # JSONDecodeError is a ValueError
            raise EvaluationError(f"{path}:{number}: this is no invented item ({error!r})") from error
    return tuple(items)


def _item(row: dict[str, object]) -> Item:
    sentences = _strings(row["sentences"])
    asked: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = []
    for question in _list(row["questions"]):
        match question:
            case [str(words), [*answers]]:
                near: list[object] = []
            case [str(words), [], int(at)]:
                answers, near = [], [at]
            case _:
                raise ValueError(f"{question!r} is no question")
        asked.append((words, _numbers(answers, len(sentences)), _numbers(near, len(sentences))))
    title, section, kind = _strings([row["title"], row.get("section", ""), row["kind"]])
    return Item(title, section, kind, sentences, tuple(asked))


def _numbers(values: Sequence[object], count: int) -> tuple[int, ...]:
    if not all(isinstance(value, int) and 0 <= value < count for value in values):
        raise ValueError(f"{values!r} are not numbers of its {count} sentences")
    return tuple(value for value in values if isinstance(value, int))


def _strings(values: object) -> tuple[str, ...]:
    listed = _list(values)
    if not all(isinstance(value, str) for value in listed):
        raise ValueError(f"{values!r} must be words")
    return tuple(map(str, listed))


def _list(values: object) -> list[object]:
    if not isinstance(values, list):
        raise ValueError(f"{values!r} must be a list")
    return values


def learn_invented(items: Sequence[Item], draw: np.random.Generator) -> Iterator[Group]:
    """A group for each question, read now with the item's title and now without, as papers are."""
    read_once = [_texts(item, draw) for item in items]
    for item in items:
        for words, answers, near in item.questions:
            texts = _texts(item, draw)
            others = [text for at, text in enumerate(texts) if at not in answers]
            if len(others) >= FEWEST_OTHERS:
                elsewhere = [read_once[at] for at in draw.integers(len(items), size=FROM_ELSEWHERE)]
                others += [each[draw.integers(len(each))] for each in elsewhere]
                yield Group(
                    words, tuple(texts[at] for at in answers), tuple(others), tuple(texts[at] for at in near)
                )


def _texts(item: Item, draw: np.random.Generator) -> list[str]:
    headings = ("" if draw.random() < UNTITLED else item.title, item.section)
    apart = item.kind in _IN_ROWS and draw.random() < APART
    texts: list[str] = []
    before = ""
    for at, sentence in enumerate(item.sentences):
        closing = item.kind == "decisions" or (item.kind == "minutes" and at >= len(item.sentences) // 2)
        decided = closing and _DECIDES.match(sentence) is not None
        texts.append(set_out(headings, sentence, "" if apart or decided else before, decided))
        before = sentence
    return texts
