"""The papers that known answers are about, read as an ingest reads them but without a library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.extract import extract
from corpus.models import AgendaItem, Meeting, Paper
from corpus.read import read_paper
from eval.known import Place
from eval.models import EvaluationError
from eval.places import resolve, same_number
from eval.wording import fold


class Papers:
    """A folder of papers, each read once when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Raises EvaluationError when the folder holds no files."""
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        if not files:
            raise EvaluationError(f"{folder} holds no papers; name the folder the known answers are about.")
        self.folder = folder
        self._files = {path.relative_to(folder).as_posix(): path for path in files}
        self._read: dict[str, Paper] = {}
        self._folded: dict[str, str] = {}

    def name(self, document: str) -> str:
        """The paper's name as it is ingested. Raises EvaluationError for a name that fits none or several."""
        if found := resolve(document, self._files):
            return found
        raise EvaluationError(f"{document} names no paper, or several, in {self.folder}")

    def paper(self, document: str) -> Paper:
        """Raises EvaluationError for a name that fits none, CorpusError for a paper that cannot be read."""
        name = self.name(document)
        if name not in self._read:
            self._read[name] = read_paper(extract(self._files[name], name))
        return self._read[name]

    def text(self, document: str) -> str:
        """The extracted text, as a library holds it. Raises as `paper` does."""
        return self.paper(document).document.text

    def folded(self, document: str) -> str:
        """The text as it is compared (`eval.wording.fold`). Raises as `paper` does."""
        name = self.name(document)
        if name not in self._folded:
            self._folded[name] = fold(self.text(name))
        return self._folded[name]


def items_at(paper: Paper, place: Place) -> Iterator[tuple[Meeting, AgendaItem]]:
    """The items of the place's number, each with its meeting."""
    for meeting in paper.meetings:
        for item in meeting.items:
            if same_number(item.number, place.item):
                yield meeting, item
