"""A file becomes text with offsets, whatever its format.

The text that comes out is never changed afterwards; every quote is a slice of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from corpus.formats.docx import docx_to_text
from corpus.formats.extracted import CONTROL, Extracted, decode, plain
from corpus.formats.html import read_html
from corpus.formats.markdown import markdown_to_text
from corpus.formats.pdf import read_pdf
from corpus.formats.running import without_page_numbers
from corpus.formats.service import read_service
from corpus.models import CorpusError, Document, Publication

MAX_BYTES = 200_000_000
MAX_CHARACTERS = 20_000_000  # a pack of a thousand pages is about three million
_SAMPLE = 200_000  # characters that are looked at to tell a paper from noise
_LONGEST_RUN = 5000  # characters without a blank; the longest web address is far shorter
_MOJIBAKE = re.compile(r"â€[™œ\x9d“”˜¦]|Ã[©¨¡³±¼¶¤]|Â[£ ·°]|ï»¿")
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHER_KINDS = (
    (_ZIP, "a zip or Office file"),
    (_OLD_OFFICE, "an old Office file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_NOISE = "it holds no readable words (binary or noise); save it again as text, HTML or PDF"


def extract(path: Path, document_id: str, published: Publication | None = None) -> Document:
    """Read a file into a Document; `published` is what its publisher says of it beside its words.

    Raises:
        CorpusError: the file is missing, empty, of another format than its name says, has no text
            layer, or holds no readable words. The message names the remedy.
    """
    suffix = path.suffix.lower()
    data = _read(path)
    if suffix not in FORMATS:
        raise CorpusError(f"{path.suffix or 'a file without a suffix'} is not read; {remedy(suffix)}")
    _check_kind(data, suffix)
    if suffix != ".pdf" and data.startswith(b"%PDF"):
        raise CorpusError(f"it is a PDF named {suffix}; rename it to .pdf and try again")
    if suffix == ".txt" and _PAGE.match(data):
        raise CorpusError("it is a web page named .txt; rename it to .html and try again")
    found = FORMATS[suffix](data)
    document = Document(
        document_id, found.text, found.page_starts, published.url if published else found.url, found.marks,
        found.ocr_pages, published, found.warnings, found.unread_pages,
    )  # fmt: skip
    return _checked(document)


def _text(data: bytes) -> Extracted:
    return Extracted(without_page_numbers(plain(_readable(data))))


def _web_page(data: bytes) -> Extracted:
    return read_html(_readable(data))


def _markdown(data: bytes) -> Extracted:
    return markdown_to_text(_readable(data))


def _word(data: bytes) -> Extracted:
    return Extracted(plain(docx_to_text(data)))


def _readable(data: bytes) -> str:
    text = decode(data)
    if len(CONTROL.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 100:
        raise CorpusError(_NOISE)
    return text


# By suffix: what makes text, with offsets and marks, of a file's bytes.
FORMATS: dict[str, Callable[[bytes], Extracted]] = {
    ".txt": _text,
    ".html": _web_page,
    ".htm": _web_page,
    ".pdf": read_pdf,
    ".docx": _word,
    ".md": _markdown,
    ".markdown": _markdown,
    ".xml": read_service,
}
_OTHER_NAMES = (".htm", ".markdown")  # of a format that is named already
_NAMES = [suffix for suffix in FORMATS if suffix not in _OTHER_NAMES]
SUFFIXES_SAID = f"{', '.join(_NAMES[:-1])} or {_NAMES[-1]}"


def remedy(suffix: str) -> str:
    """What to do with a file of a suffix that is not read."""
    if suffix.lower() in (".doc", ".rtf", ".odt"):
        return "open it in Word or LibreOffice and save it as .docx or PDF"
    return f"give {SUFFIXES_SAID}"


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise CorpusError("it is a folder; name a file in it")
        if path.stat().st_size > MAX_BYTES:
            raise CorpusError(f"it is larger than {MAX_BYTES // 1_000_000} MB; split it into its papers")
        if not path.is_file():
            raise CorpusError("it is not a file but a device or a pipe; save what it holds to a file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise CorpusError("no such file; check the path (it may have been moved meanwhile)") from None
    except PermissionError:
        raise CorpusError("no permission to read it; change its permissions and try again") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CorpusError(f"it cannot be read ({reason}); check the disk and try again") from None
    if not data.strip():
        raise CorpusError("it is empty; fetch or save it again")
    return data


def _check_kind(data: bytes, suffix: str) -> None:
    """Refuse what its first bytes show to be of another format than its name says."""
    if suffix == ".docx" and data.startswith(_OLD_OFFICE):
        raise CorpusError(
            "it is locked with a password or an old Word file; save it as .docx without a password, or as PDF"
        )
    for mark, kind in _OTHER_KINDS:
        if data.startswith(mark) and not (suffix == ".docx" and mark == _ZIP):
            raise CorpusError(f"it is {kind} whatever its name says; unpack it or save it as PDF or text")


def mojibake_warning(text: str) -> str | None:
    """A warning when the text was once decoded wrongly ("â€™" for an apostrophe)."""
    if not any(map(text.__contains__, "âÃÂï\ufffd")):
        return None
    broken = len(_MOJIBAKE.findall(text)) + text.count("\ufffd")
    if broken < 3:
        return None
    sample = _MOJIBAKE.search(text)
    shown = sample.group() if sample else "\ufffd"
    return f"{broken} characters were garbled before this file was saved (such as “{shown}”); save it again as UTF-8"


def _checked(document: Document) -> Document:
    _check_words(document.text[:_SAMPLE])
    if len(document.text) > MAX_CHARACTERS:
        raise CorpusError(
            f"it holds over {MAX_CHARACTERS // 1_000_000} million characters; split it into its papers"
        )
    return document


def _check_words(sample: str) -> None:
    """Refuse what no one can read: nothing at all, hardly a letter, letters without a blank."""
    words = sample.split()
    if not words:
        raise CorpusError("no text was found in it; save it again from where it was published")
    visible = "".join(words)
    least = len(visible) * 0.3  # letters; whole words of them are quickly counted, and nearly always enough
    if sum(map(len, filter(str.isalpha, words))) < least and sum(map(str.isalpha, visible)) < least:
        raise CorpusError(_NOISE)
    longest = max(map(len, words))  # scripts that need no blanks are not in ASCII
    if (longest > _LONGEST_RUN and max(words, key=len).isascii()) or (
        visible.isascii() and len(visible) > 40 * len(words)
    ):
        raise CorpusError(
            "it holds no readable words (runs of characters without a blank); save it again as text"
        )
