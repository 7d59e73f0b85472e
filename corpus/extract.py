"""A file becomes text with offsets: .txt, .html and .pdf with a text layer.

The text that comes out is never changed afterwards; every quote is a slice of it.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from corpus.html import html_to_text
from corpus.models import CorpusError, Document
from corpus.pdf import pdf_to_pages

SUFFIXES = (".txt", ".html", ".htm", ".pdf")
MAX_BYTES = 200_000_000
MAX_CHARACTERS = 20_000_000  # a pack of a thousand pages is about three million
_MOJIBAKE = re.compile(r"â€[™œ\x9d“”˜¦]|Ã[©¨¡³±¼¶¤]|Â[£ ·°]|ï»¿")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def extract(path: Path, document_id: str) -> Document:
    """Read a file into a Document.

    Raises:
        CorpusError: the file is missing, empty, of another format than its name says, has no text
            layer, or holds no readable words. The message names the remedy.
    """
    data = _read(path)
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        return _document_of_pages(document_id, pdf_to_pages(data))
    if suffix in (".html", ".htm"):
        return _check(Document(document_id, html_to_text(decode(data))))
    if suffix == ".txt":
        if data.startswith(b"%PDF"):
            raise CorpusError("it is a PDF named .txt; rename it to .pdf and try again")
        return _check(Document(document_id, decode(data).replace("\r\n", "\n").replace("\r", "\n")))
    raise CorpusError(f"{path.suffix or 'a file without a suffix'} is not read; give .txt, .html or .pdf")


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise CorpusError("it is a folder; name a file in it")
        if path.stat().st_size > MAX_BYTES:
            raise CorpusError(f"it is larger than {MAX_BYTES // 1_000_000} MB; split it into its papers")
        data = path.read_bytes()
    except FileNotFoundError:
        raise CorpusError("no such file; check the path (it may have been moved meanwhile)") from None
    except PermissionError:
        raise CorpusError("no permission to read it; change its permissions and try again") from None
    except OSError as error:
        raise CorpusError(
            f"it cannot be read ({error.strerror or error}); check the disk and try again"
        ) from None
    if not data.strip():
        raise CorpusError("it is empty; fetch or save it again")
    if data[:4] == b"PK\x03\x04":
        raise CorpusError(
            "it is a zip or Office file whatever its name says; unpack it or save it as PDF or text"
        )
    return data


def decode(data: bytes) -> str:
    """Bytes to text: a byte-order mark, then UTF-8, then Windows-1252 (old council pages)."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def mojibake_warning(text: str) -> str | None:
    """A warning when the text was once decoded wrongly ("â€™" for an apostrophe)."""
    broken = len(_MOJIBAKE.findall(text)) + text.count("\ufffd")
    if broken < 3:
        return None
    sample = _MOJIBAKE.search(text)
    shown = sample.group() if sample else "\ufffd"
    return f"{broken} characters were garbled before this file was saved (such as “{shown}”); save it again as UTF-8"


def _document_of_pages(document_id: str, pages: list[str]) -> Document:
    starts, parts, at = [], [], 0
    for page in pages:
        starts.append(at)
        parts.append(page + "\n\n")
        at += len(parts[-1])
    return _check(Document(document_id, "".join(parts), tuple(starts)))


def _check(document: Document) -> Document:
    text = document.text
    if len(text) > MAX_CHARACTERS:
        raise CorpusError(
            f"it holds over {MAX_CHARACTERS // 1_000_000} million characters; split it into its papers"
        )
    sample = text[:200_000]
    if not sample.strip():
        raise CorpusError("no text was found in it; save it again from where it was published")
    visible = [char for char in sample if not char.isspace()]
    letters = sum(unicodedata.category(char)[0] == "L" for char in visible)
    if len(_CONTROL.findall(sample)) > len(sample) // 100 or letters < len(visible) * 0.3:
        raise CorpusError("it holds no readable words (binary or noise); save it again as text, HTML or PDF")
    if len(text) > 1000 and max(map(len, sample.split())) > 5000:
        raise CorpusError(
            "it holds no readable words (one unbroken run of characters); save it again as text"
        )
    return document
