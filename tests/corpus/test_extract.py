"""Bad input: each gets one sentence that names the remedy; what can be read is."""

from __future__ import annotations

import os
import random
import string
from pathlib import Path

import pytest
from papers import MINUTES, PAGE, outline, read
from pdfs import pdf

import corpus.extract
from corpus.extract import FORMATS, SUFFIXES_SAID, extract
from corpus.models import CorpusError
from corpus.read import read_paper

RNG = random.Random(7)
LETTERS = "".join(RNG.choices(string.ascii_lowercase, k=100_000)).encode()
NOISE = "it holds no readable words"

BAD = {
    "empty.txt": (b"", "it is empty; fetch or save it again"),
    "blank.txt": (b" \r\n\t\n", "it is empty; fetch or save it again"),
    "mark.txt": (b"\xef\xbb\xbf", "no text was found in it; save it again from where it was published"),
    "zip.pdf": (b"PK\x03\x04\x14\x00", "it is a zip or Office file whatever its name says; unpack it or save it"),
    "zip.txt": (b"PK\x03\x04\x14\x00", "it is a zip or Office file whatever its name says"),
    "letter.txt": (b"{\\rtf1 A letter", "it is a rich-text file whatever its name says"),
    "gzip.html": (b"\x1f\x8b\x08\x00", "it is a compressed file whatever its name says"),
    "picture.pdf": (b"\x89PNG\r\n", "it is a picture whatever its name says"),
    "page.pdf": (b"<html>404", "it is not a PDF whatever its name says; fetch it again or give it its true suffix"),
    "page.txt": (b"\n<!DOCTYPE html><html><p>x", "it is a web page named .txt; rename it to .html and try again"),
    "pdf.txt": (pdf([["words"]]), "it is a PDF named .txt; rename it to .pdf and try again"),
    "pdf.html": (pdf([["words"]]), "it is a PDF named .html; rename it to .pdf and try again"),
    "blank.pdf": (pdf([[], [], []]), "no text was found in it, its pages are blank; fetch it again"),
    "broken.pdf": (pdf([["some words of text"]])[:200], "it is damaged and cannot be opened as a PDF; fetch it again"),
    "script.html": (b"<html><script>x()</script></html>", "the page holds no text; save it again"),
    "bytes.txt": (RNG.randbytes(200_000), NOISE),
    "bytes.html": (RNG.randbytes(200_000), NOISE),
    "letters.txt": (LETTERS, NOISE),
    "base64.txt": (b"\n".join(LETTERS[at : at + 76] for at in range(0, len(LETTERS), 76)), NOISE),
    "figures.txt": (b"1234567 890 " * 1000, NOISE),
    "nulls.txt": (bytes(1000), NOISE),
    "letter.docx": (b"{\\rtf1 A letter", "it is a rich-text file whatever its name says"),
    "minutes.odt": (b"anything", ".odt is not read; open it in Word or LibreOffice and save it as .docx or PDF"),
    "minutes": (b"anything", f"a file without a suffix is not read; give {SUFFIXES_SAID}"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_sentence_with_the_remedy(name: str, tmp_path: Path) -> None:
    data, message = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CorpusError) as caught:
        extract(path, name)
    assert str(caught.value).startswith(message)
    assert "; " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_format_is_named_once() -> None:
    names = SUFFIXES_SAID.replace(" or ", ", ").split(", ")
    assert names == [suffix for suffix in FORMATS if suffix not in (".htm", ".markdown")]


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such file; check the path"):
        extract(tmp_path / "absent.txt", "absent.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="it is a folder; name a file in it"):
        extract(tmp_path, "folder")


def test_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(CorpusError, match="it is not a file but a device or a pipe"):
        extract(tmp_path / "pipe.txt", "pipe.txt")


def test_a_file_that_vanishes_midway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(MINUTES)
    read_bytes = Path.read_bytes

    def vanish(self: Path) -> bytes:
        self.unlink()
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", vanish)
    with pytest.raises(
        CorpusError, match="no such file; check the path \\(it may have been moved meanwhile\\)"
    ):
        extract(path, "paper.txt")


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(MINUTES)

    def fail(self: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(
        CorpusError, match="it cannot be read \\(Input/output error\\); check the disk and try again"
    ):
        extract(path, "paper.txt")


def test_words_without_end_are_refused_by_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("word " * 1_000_000)
    assert len(extract(path, "paper.txt").text) == 5_000_000
    monkeypatch.setattr(corpus.extract, "MAX_CHARACTERS", 4_000_000)
    with pytest.raises(CorpusError, match="it holds over 4 million characters; split it into its papers"):
        extract(path, "paper.txt")
    monkeypatch.setattr(corpus.extract, "MAX_BYTES", 3_000_000)
    with pytest.raises(CorpusError, match="it is larger than 3 MB; split it into its papers"):
        extract(path, "paper.txt")


@pytest.mark.slow
def test_fifty_megabytes_of_noise(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    for data in (RNG.randbytes(50_000_000), LETTERS * 500, b"words and more words\n" * 2_500_000):
        path.write_bytes(data)
        with pytest.raises(CorpusError):
            extract(path, "noise.txt")


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8-sig", b""),
    ("utf-16", b""),
    ("utf-16-le", b""),
    ("utf-16-be", b""),
    ("cp1252", b""),
]


@pytest.mark.parametrize("encoding", [encoding for encoding, _ in ENCODINGS])
def test_every_usual_encoding_gives_the_same_paper(encoding: str, tmp_path: Path) -> None:
    text = MINUTES.replace("dovecote", "mayor’s “dovecote” – £40")
    path = tmp_path / "paper.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    document = extract(path, "paper.txt")
    assert document.text == text
    assert outline(read_paper(document).meetings[0]) == outline(read(MINUTES).meetings[0])


def test_garbled_text_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(PAGE.replace("the", "the ‘mayor’s’").encode().decode("cp1252", "replace").encode())
    paper = read_paper(extract(path, "paper.txt"))
    assert outline(paper.meetings[0]) == outline(read(PAGE).meetings[0])
    assert "characters were garbled before this file was saved" in paper.warnings[-1]


@pytest.mark.parametrize(
    "text",
    [
        "פרוטוקול הישיבה של המועצה " * 50,
        "محضر اجتماع المجلس " * 50,
        "Cofnodion y cyfarfod a gynhaliwyd ar 5 Mawrth " * 50,
        "会议记录" * 3000,
        "word " * 200_000,
    ],
)
def test_other_scripts_and_one_long_line_are_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(text)
    document = extract(path, "paper.txt")
    assert document.text == text
    assert len(read_paper(document).meetings) == 1


def test_control_characters_become_blanks(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(MINUTES.replace("Surveyor spoke", "Surveyor\x00spoke").encode())
    assert extract(path, "paper.txt").text == MINUTES


def test_pages_of_a_pdf_are_known_by_their_offsets(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf([["First words of a page."], ["Second words of a page."]]))
    document = extract(path, "paper.pdf")
    assert [document.page_at(document.text.index(word)) for word in ("First", "Second")] == [1, 2]
    assert document.text == "First words of a page.\n\nSecond words of a page.\n\n"
