"""What every format's reader gives, and how bytes become text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.models import Mark

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Extracted:
    """Text as it is kept for ever; offsets and marks point into it."""

    text: str
    page_starts: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    ocr_pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    url: str | None = None  # of the original, where the file names it
    unread_pages: tuple[int, ...] = ()  # pictures that there was no OCR to read


def decode(data: bytes) -> str:
    """Bytes to text: a byte-order mark, UTF-16 without one, UTF-8, else Windows-1252 (old council pages)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    head = data[:2000]
    for zeros, encoding in ((head[1::2], "utf-16-le"), (head[::2], "utf-16-be")):
        if len(zeros) > 10 and zeros.count(0) > len(zeros) * 0.7:
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def plain(text: str) -> str:
    """Line ends of one sort, and a blank for every control character."""
    return CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
