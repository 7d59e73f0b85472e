"""Ingest's report, its progress, and the doctor."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from saltmere import BODY

import index.ingest
from index.reports import IngestReport, PaperReport
from ui.commands.ingest import report_text
from ui.commands.progress import Bar, Lines, show_progress

ADDED = PaperReport(
    "a.txt",
    "added",
    "agenda_and_minutes",
    BODY,
    (dt.date(2019, 7, 17),),
    6,
    8,
    40,
    ("Item 27 is cut short.",),
)
FAILED = PaperReport("b.pdf", "failed", reason="It has no text layer; scan it again with OCR.")
SAME = PaperReport("c.txt", "unchanged", "item_page")


def report(*papers: PaperReport) -> IngestReport:
    return IngestReport(papers, 2, 41, 40, 1.25)


def test_every_paper_has_its_line_and_its_reasons():
    assert report_text(report(ADDED, FAILED, SAME)).splitlines() == [
        "paper             kind                date        items  decisions  warnings  body",
        f"a.txt  added      agenda and minutes  2019-07-17  6      8          1         {BODY}",
        "b.pdf  failed     -                   -           -      -          -         -",
        "c.txt  unchanged  item page           -           -      -          -         -",
        "",
        "a.txt: Item 27 is cut short.",
        "b.pdf: It has no text layer; scan it again with OCR.",
        "1 added, 1 unchanged, 1 failed; the library holds 2 papers, 41 passages (1.2 s)",
    ]


def test_many_unchanged_papers_are_one_line():
    same = [PaperReport(f"{n}.txt", "unchanged", "item_page") for n in range(6)]
    assert report_text(report(FAILED, *same)).splitlines() == [
        "paper          kind  date  items  decisions  warnings  body",
        "b.pdf  failed  -     -     -      -          -         -",
        "",
        "b.pdf: It has no text layer; scan it again with OCR.",
        "6 papers unchanged",
        "6 unchanged, 1 failed; the library holds 2 papers, 41 passages (1.2 s)",
    ]
    moved = PaperReport("m.txt", "unchanged", "item_page", reason="its file has moved")
    assert report_text(report(*same, moved)).splitlines() == [
        "7 papers unchanged, 1 of them in files that have moved",
        "7 unchanged; the library holds 2 papers, 41 passages (1.2 s)",
    ]
    assert len(report_text(report(*same[:5])).splitlines()) == 8  # five rows are no burden


def test_many_skipped_files_are_one_line_for_each_remedy():
    shut = [
        PaperReport(f"{n}{suffix}", "skipped", reason=f"{suffix} files are not read; {remedy}")
        for suffix, times, remedy in ((".png", 1200, "give PDF"), (".PNG", 1, "give PDF"), ("", 2, "give PDF"),
                                      (".doc", 3, "save it as PDF"))
        for n in range(times)
    ]  # fmt: skip
    assert report_text(report(SAME, *shut)).splitlines()[2:] == [
        "",
        "1,203 files skipped: 1,201 .png and 2 without a suffix are not read; give PDF",
        "3 files skipped: 3 .doc are not read; save it as PDF",
        "1 unchanged, 1,206 skipped; the library holds 2 papers, 41 passages (1.2 s)",
    ]
    lone = PaperReport("a.doc", "skipped", reason=".doc files are not read; save it as PDF")
    assert "1 file skipped: 1 .doc is not read; save it as PDF" in report_text(report(*shut[:6], lone))
    assert "0.png  skipped" in report_text(report(*shut[:5]))  # five rows are no burden
    kinds = [PaperReport(f"a.{n}", "skipped", reason=f".{n} files are not read; give PDF") for n in range(9)]
    assert "1 .4, 1 .5 and 3 of other kinds are not read" in report_text(report(*kinds))


@pytest.mark.parametrize(("papers", "status"), [([ADDED, SAME], 0), ([ADDED, FAILED], 1), ([], 0)])
def test_a_failed_paper_is_exit_1(run, monkeypatch, papers, status):
    asked = []
    monkeypatch.setattr(
        index.ingest,
        "ingest",
        lambda library, paths, **more: asked.append((library, paths)) or report(*papers),
    )
    got, out, err = run("--library", "shelf", "ingest", "papers", "more.txt")
    assert (got, asked) == (status, [(Path("shelf"), [Path("papers"), Path("more.txt")])])
    assert "the library holds 2 papers" in out
    assert err == (
        f"minutebook: 1 of {len(papers)} papers could not be read; the reasons are above\n" if status else ""
    )


def test_papers_are_taken_out(run, monkeypatch):
    asked = []
    monkeypatch.setattr(
        index.ingest, "remove",
        lambda library, names: asked.append(names) or report(PaperReport("a.txt", "removed", "minutes")),
    )  # fmt: skip
    status, out, _ = run("ingest", "--remove", "a.txt", "b.txt")
    assert (status, asked) == (0, [["a.txt", "b.txt"]])
    assert "1 removed" in out


def test_progress_is_plain_lines_where_nobody_watches():
    stream = io.StringIO()
    with show_progress(stream) as progress:
        assert isinstance(progress, Lines)
        progress.reading(0, 2, "a.txt")
        progress.reading(1, 2, "b\x1b[2J.txt")
        progress.reading(2, 2, "")
        progress.embedding(10, 40)
        progress.embedding(40, 40)
    assert stream.getvalue() == (
        "reading 1 of 2: a.txt\nreading 2 of 2: b\ufffd[2J.txt\nindexed 40 of 40 new passages\n"
    )


def test_progress_is_a_bar_where_someone_does():
    stream = io.StringIO()
    stream.isatty = lambda: True
    with show_progress(stream) as progress:
        assert isinstance(progress, Bar)
        progress.reading(0, 2, "[red]a.txt")
        progress.reading(2, 2, "")
        progress.embedding(40, 40)


def test_the_doctor_finds_this_installation_well_but_for_the_library(run, tmp_path):
    status, out, _ = run("doctor", "--json", "--library", tmp_path / "none")
    told = json.loads(out)
    ill = [finding for finding in told["findings"] if finding["remedy"]]
    assert (status, told["sound"]) == (1, False)
    assert [finding["about"] for finding in ill] == ["Library"]
    assert f"minutebook --library {tmp_path / 'none'} ingest PATH..." in ill[0]["remedy"]
    assert "384 numbers" in told["findings"][-1]["found"]


@pytest.mark.parametrize(
    ("program", "said"),
    [(None, "not installed: pages that are pictures are not read; to read them, install tesseract-ocr"),
     ("/bin/true", "not installed: pages that are pictures are not read; to read them, install tesseract-ocr")],
)  # fmt: skip
def test_the_doctor_remarks_that_there_is_no_ocr(run, monkeypatch, tmp_path, program, said):
    monkeypatch.setattr("shutil.which", lambda _: program)
    _, out, _ = run("doctor", "--json", "--library", tmp_path / "none")
    found = next(finding for finding in json.loads(out)["findings"] if finding["about"] == "OCR")
    assert found["found"].startswith(said)
    assert found["remedy"] is None


def test_the_doctor_names_a_missing_package(run, monkeypatch, tmp_path):
    import ui.commands.doctor as doctor

    monkeypatch.setattr(doctor, "NEEDED", {"no-such-package": "does nothing"})
    status, out, _ = run("doctor", "--library", tmp_path / "none")
    assert status == 1
    assert "[!!] no-such-package: not installed; it does nothing\n     Run make install" in out
    assert out.endswith("1 to put right.\n")


PAPER = """Agenda and minutes

Saltmere Borough Council

Harbour and Tides Scrutiny Panel - Wednesday, 17th July, 2019 10.00 am

Venue: Old Custom House

Items
No. Item

12.

Lighthouse lamps

Minutes:

The Panel heard that 14 lamps had failed since March and that the keepers had lit candles meanwhile.

Decision

To replace the 14 lighthouse lamps by June 2020.
"""


def test_from_a_paper_to_an_answer(run, tmp_path):
    """Everything real: what is quoted is a slice of what `show --text` prints."""
    paper, shelf = tmp_path / "july.txt", tmp_path / "shelf"
    paper.write_text(PAPER)
    status, out, err = run("--library", shelf, "ingest", paper)
    assert (status, "reading 1 of 1: july.txt" in err) == (0, True)
    assert "july.txt  added  agenda and minutes  2019-07-17  1      1" in out
    _, out, err = run("--library", shelf, "ingest", paper)
    assert ("1 unchanged" in out, err) == (True, "")
    told = json.loads(
        run("--library", shelf, "ask", "--json", "what was decided about the lighthouse lamps?")[1]
    )
    text = run("--library", shelf, "show", "july.txt", "--text")[1]
    decided = next(one for one in told["citations"] if one["kind"] == "decision")
    assert decided["quote"] == "To replace the 14 lighthouse lamps by June 2020."
    assert (decided["item"], decided["date"]) == ("12", "2019-07-17")
    assert all(text[one["start"] : one["end"]] == one["quote"] for one in told["citations"])
    status, out, _ = run("--library", shelf, "doctor")
    assert (status, "made by schema 3, changed once, size" in out) == (0, True)
    (shelf / "ingest.lock").write_text("noise")
    status, out, _ = run("--library", shelf, "doctor")
    assert (status, f"[!!] Library: {shelf} takes no new papers" in out) == (1, True)
    assert "delete the file ingest.lock in that folder" in out
    assert "delete the file ingest.lock" in run("--library", shelf, "ingest", paper)[2]
    assert run("--library", shelf, "ask", "x" * 10_000)[0] == 2
