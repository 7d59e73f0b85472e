"""The journal: what it says after it is opened again, also after a kill."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.moderngov.journal import JOURNAL, About, Dropped, Journal, Kept, Seen
from corpus.moderngov.models import SiteError

KEPT = Kept(
    7, "s51", "https://x.gov.uk/documents/s51/a.pdf", "parks-3/2024-03-06 7/a 51.pdf", "d1", '"e"', None, "t"
)
SEEN = Seen(7, 3, "2024-03-06", settled=True, withheld=2)


def again(folder: Path) -> Journal:
    journal = Journal(folder)
    journal.close()
    return journal


def write(folder: Path, *entries: Kept | Seen | Dropped | About) -> None:
    journal = Journal(folder)
    for entry in entries:
        journal.add(entry)
    journal.close()


def test_what_is_added_is_there_again(tmp_path: Path) -> None:
    write(tmp_path, KEPT, SEEN, About("Marrow Town Council"))
    found = again(tmp_path)
    assert found.kept == {(7, "s51"): KEPT} and found.of_meeting(7) == [KEPT] and found.of_meeting(8) == []
    assert found.seen == {7: SEEN} and found.about == About("Marrow Town Council")


def test_the_last_word_holds(tmp_path: Path) -> None:
    gone = Dropped(7, "s51", KEPT.file)
    write(tmp_path, KEPT, gone)
    found = again(tmp_path)
    assert found.kept == {} and found.dropped == {KEPT.file}
    write(tmp_path, KEPT)
    assert again(tmp_path).dropped == set()


@pytest.mark.parametrize(
    "torn", [b'{"kept": {"meeting": 8, "ke', b"\x00" * 40, b"[1]\n", b'{"kept": 5}', b"\xff\xfe"]
)
def test_a_torn_line_is_ignored_and_spoils_nothing_after_it(tmp_path: Path, torn: bytes) -> None:
    write(tmp_path, KEPT)
    with (tmp_path / JOURNAL).open("ab") as file:
        file.write(torn)
    write(tmp_path, SEEN)
    found = again(tmp_path)
    assert found.kept == {(7, "s51"): KEPT} and found.seen == {7: SEEN}


def test_fields_of_another_version_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, SEEN)
    journal = tmp_path / JOURNAL
    journal.write_text(journal.read_text().replace('"settled"', '"later": 1, "settled"'))
    assert again(tmp_path).seen == {7: SEEN}


def test_only_one_may_have_it_open(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    with pytest.raises(SiteError, match="another run"):
        Journal(tmp_path)
    first.close()
    again(tmp_path)


def test_a_journal_that_says_the_same_again_and_again_is_shortened(tmp_path: Path) -> None:
    changing = [replace(KEPT, etag=str(at)) for at in range(2100)]
    write(tmp_path, About("Marrow Town Council"), Dropped(8, "s1", "gone.pdf"), SEEN, *changing)
    long = (tmp_path / JOURNAL).stat().st_size
    write(tmp_path, Seen(9, 3, "2024-04-03", settled=False))
    assert (tmp_path / JOURNAL).stat().st_size < long / 100
    found = again(tmp_path)
    assert found.kept == {(7, "s51"): changing[-1]} and set(found.seen) == {7, 9}
    assert found.dropped == {"gone.pdf"} and found.about == About("Marrow Town Council")
    assert [path.name for path in tmp_path.iterdir()] == [JOURNAL]
