"""Training questions: what people might ask of papers that no evaluation asks about, and where the answers stand.

JSON lines. `{"document": NAME}` begins the questions about a paper; then each question is
`{"question": ..., "spans": [[start, end, digest], ...]}`, offsets and digest as in `eval.known`. Where the paper does
not answer, `spans` is empty and `near` is the span that comes nearest. None of the papers' words are in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.archive import unpack
from eval.known import KnownSpan
from eval.locate import OWN_WORDS, repeats
from eval.models import EvaluationError
from eval.relocate import seek
from eval.sets import cache
from eval.wording import fold

FILE = Path(__file__).with_name("limerick.jsonl")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question about one paper."""

    question: str
    spans: tuple[KnownSpan, ...]  # words that answer; () where the paper does not
    near: KnownSpan  # the first of them, or the words nearest to an answer

    @property
    def document(self) -> str:
        return self.near.document


def read(path: Path = FILE) -> tuple[Lesson, ...]:
    """The file's questions, in order. Raises EvaluationError naming the first bad line."""
    lessons: list[Lesson] = []
    document = ""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(
            f"{path} cannot be read ({error}); name a file of training questions."
        ) from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("a line must be a JSON object")
            if "document" in row:
                document = _words(row["document"])
            else:
                lessons.append(_lesson(document, row))
        except ValueError as error:  # JSONDecodeError is one
            raise EvaluationError(f"{path}:{number}: {error}") from error
    return tuple(lessons)


def _lesson(document: str, row: dict[str, object]) -> Lesson:
    if not document:
        raise ValueError("a question must come after the document it is about")
    if row.keys() != {"question", "spans"} | ({"near"} if not row.get("spans") else set()):
        raise ValueError("a question has question and spans, and near when spans is empty")
    listed = row["spans"]
    if not isinstance(listed, list):
        raise ValueError("'spans' must be a list")
    spans = tuple(_span(document, one) for one in listed)
    return Lesson(_words(row["question"]), spans, spans[0] if spans else _span(document, row["near"]))


def _span(document: str, value: object) -> KnownSpan:
    match value:
        case [int(start), int(end), str(digest)] if 0 <= start < end:
            return KnownSpan(document, None, start, end, digest)
    raise ValueError(f"{value!r} is no span: [start, end, digest]")


def _words(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f"{value!r} must be words")


def documents(lessons: Iterable[Lesson]) -> tuple[str, ...]:
    """The papers asked about, each once."""
    return tuple(dict.fromkeys(lesson.document for lesson in lessons))


def papers_in(place: Path, names: Sequence[str]) -> list[Path]:
    """The papers of these names in a folder, however deep, or in an archive. Raises EvaluationError for one that is
    not there."""
    folder = unpack(place, names, cache() / "papers") if place.is_file() else place
    held = {path.name: path for path in sorted(folder.rglob("*")) if path.is_file()}
    if lacking := [name for name in names if name not in held]:
        raise EvaluationError(
            f"{place} holds no paper called {lacking[0]}; name the place of the training papers."
        )
    return [held[name] for name in names]


def settle(lesson: Lesson, text: str) -> Lesson | None:
    """The lesson with its spans where their words stand in the paper's `text`; None when one is gone."""
    spans = [moved for span in lesson.spans if (moved := seek(span, text))]
    near = seek(lesson.near, text)
    if near is None or len(spans) < len(lesson.spans):
        return None
    return replace(lesson, spans=tuple(spans), near=near)


def copied(lessons: Iterable[Lesson], texts: dict[str, str]) -> Iterator[Lesson]:
    """Lessons whose question repeats too many words of its paper in a row; `texts` of the papers, by name."""
    folded = {name: fold(text) for name, text in texts.items()}
    return (one for one in lessons if repeats(one.question, [folded[one.document]], OWN_WORDS))
