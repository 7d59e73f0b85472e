"""Questions of SQuAD 2.0, half of which their paragraph seems to answer and does not (P. Rajpurkar, R. Jia and P.
Liang, "Know What You Don't Know", ACL 2018; CC BY-SA 4.0). The files are not part of the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.parts.lines import split_sentences
from eval.models import EvaluationError
from eval.training.candidates import Group
from rag.retrieval.sharpen import set_out


def learn_squad(path: Path) -> Iterator[Group]:
    """A group for each question of a file in SQuAD's format: the sentences of its paragraph. Raises EvaluationError
    when it cannot be read."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))["data"]
        for article in articles:
            for paragraph in article["paragraphs"]:
                yield from _of_paragraph(str(article["title"]).replace("_", " "), paragraph)
    except (OSError, ValueError, KeyError, TypeError) as error:  # JSONDecodeError is a ValueError
        raise EvaluationError(
            f"{path} cannot be read as SQuAD ({error!r}); give its JSON file, such as dev-v2.0.json."
        ) from error


def _of_paragraph(title: str, paragraph: dict[str, Any]) -> Iterator[Group]:
    context = str(paragraph["context"])
    ranges = list(split_sentences(context, 0, len(context)))
    texts: list[str] = []
    before = ""
    for start, end in ranges:
        texts.append(set_out((title,), context[start:end], before, decided=False))
        before = context[start:end]

    def standing(answers: list[dict[str, Any]]) -> set[int]:
        places = [int(answer["answer_start"]) for answer in answers]
        return {at for at, (start, end) in enumerate(ranges) for place in places if start <= place < end}

    for asked in paragraph["qas"]:
        answers = standing(asked["answers"])
        if asked.get("is_impossible"):
            near = standing(asked.get("plausible_answers", []))
            yield Group(asked["question"], (), tuple(texts), tuple(texts[at] for at in sorted(near)))
        elif answers and len(answers) < len(texts):
            others = tuple(text for at, text in enumerate(texts) if at not in answers)
            yield Group(asked["question"], tuple(texts[at] for at in sorted(answers)), others)
