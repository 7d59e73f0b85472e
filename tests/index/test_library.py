"""What an open library tells, and how it keeps up with other processes and threads."""

from __future__ import annotations

import datetime as dt
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.ingest import ingest, remove
from index.library import Library
from index.models import Coverage, DecisionRecord, Filters, LibraryError

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_coverage(library):
    bodies = ("Children and Young People Scrutiny Committee", "Health and Wellbeing Panel")
    assert library.coverage() == Coverage(
        3, 2, bodies, ("Northfold City Council",), dt.date(2019, 7, 17), dt.date(2021, 3, 2), 1, 9
    )


def test_the_same_meeting_in_two_papers_counts_once(library, papers, build, stand_in):
    pack = stand_in.paper_text(
        "Children and Young People Scrutiny Committee", "2019-07-17", "# 5 Youth", "Report."
    )
    (papers / "pack.txt").write_text(pack)
    build(papers)
    library.refresh()
    assert (library.coverage().documents, library.coverage().meetings) == (4, 2)


def test_records(library, papers):
    (july, march, page) = library.meetings()
    assert (july.document, july.date, july.present, july.kind) == (
        "july.txt", dt.date(2019, 7, 17), ("Councillor Ash",), "minutes",
    )  # fmt: skip
    assert (march.body, page.date, page.url) == (
        "Health and Wellbeing Panel", None, "https://council.example/page.txt",
    )  # fmt: skip
    assert [(item.key, item.number, item.agenda_number, item.decisions) for item in library.items()] == [
        ("july.txt#1.1", "27.", "5", (DecisionRecord("1", "To extend the training to all staff."),)),
        ("july.txt#1.2", "28", "6", ()),
        ("march.txt#1.1", "HW/21/4", None, (DecisionRecord("1", "To note it."),)),
        ("page.txt#1.1", "1", None, ()),
    ]
    assert library.item("july.txt#1.2").title == "School exclusions"
    record = library.documents()[2]
    assert (record.id, record.source, record.warnings, record.model, record.pages) == (
        "page.txt", str(papers / "page.txt"), ("It states no date.",), "hashed-words", 1,
    )  # fmt: skip


def test_every_passage_is_its_documents_text_at_its_span(library):
    for passage in library.passages():
        text = library.document_text(passage.span.document_id)
        assert text[passage.span.start : passage.span.end] == passage.text


def test_passages_of_an_item_in_document_order(library):
    assert [passage.text for passage in library.passages(item_key="july.txt#1.1")] == [
        "Members discussed unconscious bias training for custody staff.",
        "To extend the training to all staff.",
    ]
    assert [passage.item for passage in library.passages(document="july.txt")] == [None, "27.", "27.", "28"]


def test_words_are_counted_by_passage(library):
    words = library.words()
    assert (words["training"], words["custody"], words["caseload"], words["staff"]) == (2, 1, 1, 2)
    assert "Training" not in words


def test_words_are_together_where_a_passage_or_its_heading_has_them_side_by_side(library):
    assert library.has_together("unconscious", "bias") and library.has_together("discussed", "unconscious")
    assert not library.has_together("bias", "unconscious") and not library.has_together(
        "unconscious", "training"
    )
    assert library.has_together("members", "discussing")  # in whatever form
    assert not library.has_together('bias" OR "staff', "x")


def test_a_document_is_found_by_an_unambiguous_part_of_its_name(library):
    assert library.document_text("JUL") == library.document_text("july.txt")
    with pytest.raises(LibraryError, match=r"could be any of july\.txt, march\.txt, page\.txt; name one"):
        library.document_text(".txt")
    with pytest.raises(LibraryError, match=r"no document 'june\.txt'; the nearest held: july.txt"):
        library.document_text("june.txt")
    with pytest.raises(LibraryError, match=r"no item .july\.txt#9"):
        library.item("july.txt#9")


def test_refresh_sees_what_another_process_ingested(library, papers, build):
    assert (library.generation, library.refresh()) == (1, False)
    (papers / "new.txt").write_text("# 2 Parks\nTrees were planted.\n")
    build(papers)
    assert library.coverage().documents == 3, "an answer is made from one moment"
    assert library.refresh() and not library.refresh()
    assert (library.generation, library.coverage().documents) == (2, 4)
    assert library.store.matching(["trees"], 1, Filters())[0].passage.item == "2"


def test_refresh_sees_a_library_deleted_and_made_again(library, tmp_path, papers, build):
    shutil.rmtree(tmp_path / "library")
    with pytest.raises(LibraryError, match="There is no library at"):
        library.refresh()
    (papers / "march.txt").unlink()
    build(papers)
    assert library.refresh()
    assert (library.generation, library.coverage().documents) == (1, 2)


def test_several_threads_ask_while_papers_come_and_go(library, papers, embedder, tmp_path):
    def ask(turn: int) -> set[str]:
        library.refresh()
        near = library.store.nearest(library.embedder.embed_query("training"), 20, Filters(item="27"))
        far = library.store.matching(["training", "dentists"], 20, Filters(body="cypsc"))
        return {hit.passage.span.document_id for hit in [*near, *far]}

    def change(turn: int) -> set[str]:
        (papers / "march.txt").write_text(f"Date: 2021-03-02\n# 4 Dental\nDentists {turn}.\n")
        ingest(tmp_path / "library", [papers], embedder=embedder)
        return {"july.txt"}

    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(change if turn % 20 == 0 else ask, turn // 20) for turn in range(120)]
        # Two of the ingests may meet: then the second says so.
        told = [job.exception() or job.result() for job in asked]
    assert all(answer == {"july.txt"} or "Another ingest is running" in str(answer) for answer in told)


def test_a_closed_library_says_so(library):
    library.close()
    with pytest.raises(LibraryError, match="has been closed"):
        library.coverage()


def test_remove_and_ingest_leave_no_vectors_behind(library, tmp_path, papers):
    remove(tmp_path / "library", ["july.txt"])
    ((left,),) = library._catalogue.rows("SELECT count(*) FROM vectors") if library.refresh() else ((0,),)
    assert left == library.coverage().passages == 5
    assert [path.name for path in (tmp_path / "library").glob("*.faiss")] == ["vectors-2.faiss"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real papers are not beside this checkout")
def test_real_papers_keep_the_promise_of_spans_and_keys(tmp_path, embedder, monkeypatch):
    monkeypatch.undo()  # the real reader, with the small embedder
    report = ingest(tmp_path / "real", [SEEDS], embedder=embedder)
    assert report.count("added") == 5
    with Library.open(tmp_path / "real", embedder) as library:
        texts = {record.id: library.document_text(record.id) for record in library.documents()}
        keys = {item.key for item in library.items()}
        for passage in library.passages():
            assert texts[passage.span.document_id][passage.span.start : passage.span.end] == passage.text
            assert passage.item_key is None or passage.item_key in keys
        joined = {
            item.number or item.agenda_number: item.matter for item in library.items(Filters(document="000"))
        }
        assert all(joined.values())
        assert library.items(Filters(document="003", item="5"))[0].matter == joined["27"]
