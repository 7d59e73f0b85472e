"""Taking in answers: caps, packing, and whether what came is what was asked for."""

from __future__ import annotations

import gzip
import io
import zipfile

import httpx
import pytest

from corpus.moderngov.models import Blocked, Unfit, Want
from corpus.moderngov.receive import check_kind, receive, suffix_of


def answer(body: bytes, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(200, headers=named, stream=httpx.ByteStream(body))


def office(folder: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(f"{folder}/document.xml", "<w/>")
    return made.getvalue()


def test_plain_and_packed_answers() -> None:
    assert receive(answer(b"words"), 100) == b"words"
    assert receive(answer(gzip.compress(b"words" * 9), content_encoding="gzip"), 100) == b"words" * 9


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (answer(b"x" * 101), "larger than"),
        (answer(b"x", content_length="101"), "larger than"),
        (answer(gzip.compress(b"x" * 50_000_000), content_encoding="gzip"), "larger than"),
        (answer(b"x", content_encoding="br"), "packed as 'br'"),
        (answer(b"not gzip", content_encoding="gzip"), "packed wrongly"),
    ],
)
def test_what_is_too_much_or_packed_otherwise_is_refused(given: httpx.Response, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        receive(given, 100)


def test_a_packed_answer_that_ends_early_is_a_cut_connection() -> None:
    with pytest.raises(httpx.TransportError):
        receive(answer(gzip.compress(b"words" * 99)[:-9], content_encoding="gzip"), 1000)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"\r\n%PDF-1.4", ".pdf"),
        (office("word"), ".docx"),
        (office("xl"), ".xlsx"),
        (office("ppt"), ".pptx"),
        (office("other"), None),
        (b"PK\x03\x04torn", None),
        (b"{\\rtf1", ".rtf"),
        (b"\xd0\xcf\x11\xe0", ".doc"),
        (b"<html>", None),
        (b"MZ\x90", None),
        (b"", None),
    ],
)
def test_documents_are_known_by_their_first_bytes(data: bytes, suffix: str | None) -> None:
    assert suffix_of(data) == suffix


@pytest.mark.parametrize(
    ("data", "want"),
    [
        (b"<?xml version='1.0'?><committees><title>x</title></committees>", Want.XML),
        (b"\xef\xbb\xbf<committees/>", Want.XML),
        (b"<!DOCTYPE html><html>", Want.PAGE),
        (b"\n<div id='modgov'>", Want.PAGE),
        (b"%PDF-1.4", Want.PAPER),
        (b"%PDF-1.4", Want.PACK),
        (b"<html>choose</html>", Want.PACK),
        (b"", Want.RULES),
    ],
)
def test_what_fits(data: bytes, want: Want) -> None:
    check_kind(answer(data), data, want)


@pytest.mark.parametrize(
    ("data", "want"),
    [
        (b"<!DOCTYPE html><html>", Want.XML),
        (b"Server Error", Want.XML),
        (b"%PDF-1.4", Want.PAGE),
        (b"<html>Sorry</html>", Want.PAPER),
        (b"MZ\x90", Want.PACK),
        (b" \n", Want.PAGE),
    ],
)
def test_what_does_not_fit(data: bytes, want: Want) -> None:
    with pytest.raises(Unfit):
        check_kind(answer(data), data, want)


def test_a_challenge_is_no_page() -> None:
    data = b"<html><title>Just a moment...</title>"
    with pytest.raises(Blocked, match="Cloudflare"):
        check_kind(answer(data, server="cloudflare"), data, Want.PAGE)
    check_kind(answer(data), data, Want.PAGE)
