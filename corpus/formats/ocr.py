"""Pages that are pictures, read by Debian's tesseract where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

INSTALL = "install tesseract-ocr (apt install tesseract-ocr)"
_SECONDS = 60  # for one page; most take three
_DOTS = 300  # per inch: what tesseract reads best
_MOST_PIXELS = 20_000_000  # A3 at 300 dots per inch
_POINTS = 72  # per inch
_WORD = re.compile(r"[^\W\d_]{3,}[.,;:]?")


def can_read_pictures() -> bool:
    """Whether tesseract is installed with its English letters."""
    return "eng" in _languages(_program())


def _program() -> str:
    return shutil.which("tesseract") or ""


@cache
def _languages(program: str) -> frozenset[str]:
    """What it can read, and "osd" where it can tell how a page is turned; nothing without a program."""
    if not program:
        return frozenset()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.decode(errors="replace").split("\n"))


def read_picture(page: pypdfium2.PdfPage) -> str | None:
    """The words that tesseract finds on a page, paragraphs parted by blank lines; None when it fails or takes long."""
    picture = _render(page)
    text = _recognise(picture, "4")  # one column of lines: numbers in the margin stay with their paragraphs
    if text is not None and not _makes_sense(text) and "osd" in _languages(_program()):
        return _recognise(picture, "1")  # turned, or in columns: tesseract finds out how
    return text


def _makes_sense(text: str) -> bool:
    words = text.split()
    return sum(_WORD.fullmatch(word) is not None for word in words) >= max(3, len(words) * 0.4)


def _recognise(picture: bytes, layout: str) -> str | None:
    command = [_program(), "stdin", "stdout", "-l", "eng", "--dpi", str(_DOTS), "--psm", layout]
    alone = os.environ | {"OMP_THREAD_LIMIT": "1"}  # more threads only get in each other's way
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=_SECONDS, check=False, env=alone
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", errors="replace").replace("\f", "\n") if done.returncode == 0 else None


def _render(page: pypdfium2.PdfPage) -> bytes:
    """The page in grey as a PGM picture: the plainest format that tesseract takes."""
    width, height = page.get_size()
    scale = _DOTS / _POINTS
    pixels = width * height * scale * scale
    if pixels > _MOST_PIXELS:
        scale *= (_MOST_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
    data = bytes(bitmap.buffer)
    rows = data if stride == wide else b"".join(data[at * stride : at * stride + wide] for at in range(high))
    return b"P5\n%d %d\n255\n" % (wide, high) + rows
