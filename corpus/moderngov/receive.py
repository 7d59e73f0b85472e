"""Taking in an answer: never more than a cap, packed or unpacked, and only what was asked for."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator

import httpx

from corpus.moderngov.models import Blocked, TooLarge, Unfit, Want

MEGABYTE = 1_000_000
CAPS = {
    Want.XML: 20 * MEGABYTE,
    Want.PAGE: 20 * MEGABYTE,
    Want.PAPER: 200 * MEGABYTE,
    Want.PACK: 200 * MEGABYTE,
    Want.RULES: MEGABYTE,
}
CHALLENGED = (
    "the site lets only browsers in (Cloudflare's “Just a moment” page); "
    "ask the council to let this program's User-Agent through"
)
_STEP = 1 << 18  # bytes unpacked at a time
_HEAD = 4096  # bytes in which a page says what it is
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|table|form|script)\b", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_OFFICE = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
_STARTS = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
)


def receive(answer: httpx.Response, cap: int) -> bytes:
    """All of an answer's body, unpacked.

    Raises:
        TooLarge: it is larger than `cap` bytes.
        Unfit: it is packed in a way that was not asked for.
        httpx.TransportError: it ends too early, or does not come.
    """
    declared = answer.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > cap:
        raise _too_large(cap)
    packing = answer.headers.get("content-encoding", "").strip().lower()
    if packing in ("", "identity"):
        return _gathered(answer.iter_raw(), cap)
    if packing not in ("gzip", "x-gzip"):
        raise Unfit(f"it is packed as {packing[:40]!r}, which was not asked for")
    return _gathered(_unpacked(answer.iter_raw()), cap)


def _gathered(parts: Iterable[bytes], cap: int) -> bytes:
    held = bytearray()
    for part in parts:
        held += part
        if len(held) > cap:
            raise _too_large(cap)
    return bytes(held)


def _unpacked(parts: Iterable[bytes]) -> Iterator[bytes]:
    """A little at a time, so that a bomb goes off in small bursts."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        for part in parts:
            waiting = part
            while waiting:
                yield unpacker.decompress(waiting, _STEP)
                waiting = unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise Unfit(f"it is packed wrongly ({error})") from None
    if not unpacker.eof:
        raise httpx.RemoteProtocolError("the packed answer ends too early")


def _too_large(cap: int) -> TooLarge:
    return TooLarge(f"it is larger than {cap // MEGABYTE} MB")


def is_challenge(answer: httpx.Response, head: bytes) -> bool:
    """Whether this is the page that Cloudflare shows instead, to see whether a browser asks."""
    return answer.headers.get("cf-mitigated", "") == "challenge" or (
        b"<title>Just a moment" in head and b"cloudflare" in head.lower() + _server(answer)
    )


def _server(answer: httpx.Response) -> bytes:
    server: str = answer.headers.get("server", "")
    return server.lower().encode("ascii", "replace")


def check_kind(answer: httpx.Response, data: bytes, want: Want) -> None:
    """Raises Unfit (or Blocked) when the bytes are not of the kind that was asked for."""
    head = data[:_HEAD]
    if is_challenge(answer, head):
        raise Blocked(CHALLENGED)
    said = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if want is Want.RULES:
        return
    if not data.strip():
        raise Unfit("it is empty")
    looks_like_page = _PAGE.search(head) is not None
    if want is Want.XML and _HTML.search(head):
        raise Unfit("a web page came instead of XML")
    if want is Want.XML and not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise Unfit("what came is not XML")
    if want is Want.PAGE and (not looks_like_page or said in ("application/pdf", "image/jpeg", "image/png")):
        raise Unfit(f"what came is not a web page ({said[:40] or 'of no stated type'})")
    if want is Want.PACK and looks_like_page:
        return
    if want in (Want.PAPER, Want.PACK) and suffix_of(data) is None:
        what = "a web page" if looks_like_page else f"something unknown ({said[:40] or 'of no stated type'})"
        raise Unfit(f"{what} came instead of a document")


def suffix_of(data: bytes) -> str | None:
    """What a document's file name ends in, by its first bytes and never by what it is called; None: no document."""
    for start, suffix in _STARTS:
        if data[:1024].lstrip().startswith(start):
            return suffix
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError):  # RuntimeError: an unknown zip
        return None
    found = (suffix for folder, suffix in _OFFICE.items() if any(name.startswith(folder) for name in names))
    return next(found, None)
