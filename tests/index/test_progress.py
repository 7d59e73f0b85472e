"""What an ingest tells while it runs."""

from __future__ import annotations


class Notes:
    def __init__(self) -> None:
        self.said: list[tuple[str, int, int, str]] = []

    def reading(self, done: int, total: int, name: str) -> None:
        self.said.append(("reading", done, total, name))

    def embedding(self, done: int, total: int) -> None:
        self.said.append(("embedding", done, total, ""))


def test_progress_is_told(build, papers):
    notes = Notes()
    build(papers, progress=notes)
    assert notes.said == [
        ("reading", 0, 3, "july.txt"), ("reading", 1, 3, "march.txt"), ("reading", 2, 3, "page.txt"),
        ("reading", 3, 3, ""), ("embedding", 0, 9, ""), ("embedding", 9, 9, ""),
    ]  # fmt: skip


def test_progress_names_only_what_is_read(build, papers):
    build(papers)
    (papers / "march.txt").write_text("# 1 Bins\nEmptied.\n")
    notes = Notes()
    build(papers, progress=notes)
    assert [(done, name) for told, done, _, name in notes.said if told == "reading"] == [
        (0, ""), (1, "march.txt"), (2, ""), (3, ""),
    ]  # fmt: skip
