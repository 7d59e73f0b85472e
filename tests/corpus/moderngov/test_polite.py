"""Asking a site: robots.txt, pauses, tries, conditions and redirects, over a transport in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime

import httpx
import pytest

from corpus.moderngov.address import read_site
from corpus.moderngov.models import (
    Blocked,
    Disallowed,
    NotOpen,
    NotThere,
    SiteError,
    Unavailable,
    Unfit,
    Want,
)
from corpus.moderngov.polite import Manners, Visitor

PAGE = "https://x.gov.uk/mgAi.aspx?ID=1"
HTML = b"<html><body>Words</body></html>"


@dataclass(frozen=True)
class Answer:
    """One answer, made anew each time it is given."""

    status: int = 200
    body: bytes = HTML
    headers: tuple[tuple[str, str], ...] = ()

    def made(self) -> httpx.Response:
        return httpx.Response(self.status, headers=dict(self.headers), stream=httpx.ByteStream(self.body))


def reply(status: int = 200, body: bytes = HTML, **headers: str) -> Answer:
    return Answer(status, body, tuple((name.replace("_", "-"), value) for name, value in headers.items()))


class Server:
    """Answers from a list for each path, the last again and again; writes down what it was asked and every nap."""

    def __init__(self, **answers: list[Answer | Exception]) -> None:
        self.answers = answers
        self.asked: list[httpx.Request] = []
        self.naps: list[float] = []
        self.said: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if request.url.path == "/robots.txt":
            return self._given(self.answers.get("robots", [reply(404)]))
        return self._given(self.answers["page"])

    def _given(self, left: list[Answer | Exception]) -> httpx.Response:
        found = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(found, Exception):
            raise found
        return found.made()

    def visitor(self, site: str = "x.gov.uk", **manners: object) -> Visitor:
        settled = Manners(**{"pause": 1.0, "version": "1.2"} | manners)  # type: ignore[arg-type]
        made = httpx.MockTransport(self)
        return Visitor(read_site(site), settled, transport=made, say=self.said.append, sleep=self.naps.append)

    def paths(self) -> list[str]:
        return [request.url.path for request in self.asked]


def test_a_request_says_who_asks_and_is_followed_by_a_pause() -> None:
    server = Server(page=[reply(), reply()])
    with server.visitor(contact="clerk@example.org") as visitor:
        assert visitor.get(PAGE, Want.PAGE).data == HTML
        visitor.get(PAGE, Want.PAGE)
    assert {each.headers["user-agent"] for each in server.asked} == {"Minutebook/1.2 (+clerk@example.org)"}
    assert {each.headers["accept-encoding"] for each in server.asked} == {"gzip"}
    assert server.paths() == ["/robots.txt", "/mgAi.aspx", "/mgAi.aspx"]
    assert len(server.naps) == 2 and all(0.9 < nap <= 1.0 for nap in server.naps)


def test_without_a_contact_the_name_says_so() -> None:
    assert Manners(version="1.2").agent == "Minutebook/1.2 (no contact given)"


def test_robots_txt_is_obeyed() -> None:
    rules = b"User-agent: *\nDisallow: /mgAi.aspx\nCrawl-delay: 7\n"
    server = Server(robots=[reply(body=rules)], page=[reply()])
    with server.visitor() as visitor:
        with pytest.raises(Disallowed, match=r"robots\.txt"):
            visitor.get(PAGE, Want.PAGE)
        visitor.get("https://x.gov.uk/other.aspx", Want.PAGE)
        assert visitor.pause == 7.0
    assert server.paths() == ["/robots.txt", "/other.aspx"]
    assert "7 seconds" in server.said[0] and 6.9 < server.naps[0] <= 7.0


def test_rules_for_us_by_name_come_before_those_for_all() -> None:
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: minutebook\nDisallow:\n"
    server = Server(robots=[reply(body=rules)], page=[reply()])
    with server.visitor() as visitor:
        assert visitor.get(PAGE, Want.PAGE).data == HTML


@pytest.mark.parametrize("status", [404, 403, 401])
def test_no_rules_allow_everything(status: int) -> None:
    server = Server(robots=[reply(status)], page=[reply()])
    with server.visitor() as visitor:
        assert visitor.get(PAGE, Want.PAGE).data == HTML
    assert server.paths() == ["/robots.txt", "/mgAi.aspx"]


def test_a_site_whose_rules_cannot_be_read_is_left_alone() -> None:
    server = Server(robots=[reply(500)], page=[reply()])
    with (
        server.visitor() as visitor,
        pytest.raises(SiteError, match=r"x\.gov\.uk cannot be reached.*http://x"),
    ):
        visitor.get(PAGE, Want.PAGE)
    assert set(server.paths()) == {"/robots.txt"}


def test_a_certificate_that_cannot_be_verified_is_not_tried_again() -> None:
    server = Server(
        robots=[httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] unable to get local issuer")], page=[]
    )
    with (
        server.visitor() as visitor,
        pytest.raises(SiteError, match=r"cannot be verified.*SSL_CERT_FILE"),
    ):
        visitor.get(PAGE, Want.PAGE)
    assert server.paths() == ["/robots.txt"]


@pytest.mark.parametrize("said", ["there is no host x.gov.uk", "it does not speak https"])
def test_what_no_second_try_would_mend_is_not_tried_again(said: str) -> None:
    server = Server(robots=[httpx.ConnectError(said)], page=[])
    with (
        server.visitor() as visitor,
        pytest.raises(SiteError, match=rf"{said}\)?; check .*, or try http://x"),
    ):
        visitor.get(PAGE, Want.PAGE)
    assert server.paths() == ["/robots.txt"]


def test_the_remedy_keeps_the_port() -> None:
    server = Server(robots=[httpx.ConnectError("nothing listens there")], page=[])
    with (
        server.visitor("https://x.gov.uk:8443/moderngov/") as visitor,
        pytest.raises(SiteError, match=r"or try http://x\.gov\.uk:8443/moderngov if it has no https"),
    ):
        visitor.get("https://x.gov.uk:8443/moderngov/mgAi.aspx", Want.PAGE)


@pytest.mark.parametrize("fault", [httpx.ConnectError("nothing listens there"), httpx.ConnectTimeout("")])
def test_a_site_that_goes_down_is_not_asked_for_anything_else(fault: Exception) -> None:
    server = Server(page=[reply(), fault])
    with server.visitor() as visitor:
        visitor.get(PAGE, Want.PAGE)
        with pytest.raises(
            SiteError, match=r"x\.gov\.uk cannot be reached any more: .*; run the same command later"
        ):
            visitor.get(PAGE, Want.PAGE)
    assert server.paths() == ["/robots.txt", *["/mgAi.aspx"] * 5]


def test_what_is_known_is_asked_for_on_condition() -> None:
    server = Server(page=[reply(304)])
    with server.visitor() as visitor:
        got = visitor.get(PAGE, Want.PAGE, ('"e1"', "Wed, 06 Mar 2024 10:00:00 GMT"))
    assert (got.data, got.etag) == (None, '"e1"')
    asked = server.asked[-1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"e1"', "Wed, 06 Mar 2024 10:00:00 GMT")


def test_an_unasked_for_304_is_no_answer() -> None:
    server = Server(page=[reply(304)])
    with server.visitor() as visitor, pytest.raises(Unavailable, match="304"):
        visitor.get(PAGE, Want.PAGE)


@pytest.mark.parametrize(
    ("trouble", "tries"),
    [
        (reply(500), 4),
        (httpx.ReadError("cut"), 4),
        (httpx.ReadTimeout("slow"), 4),
        (reply(403), 3),
        (reply(429), 6),
        (reply(503), 6),
        (reply(400), 1),
    ],
)
def test_trouble_is_tried_again_so_often(trouble: Answer | Exception, tries: int) -> None:
    server = Server(page=[trouble])
    with server.visitor() as visitor, pytest.raises(Unavailable):
        visitor.get(PAGE, Want.PAGE)
    assert server.paths().count("/mgAi.aspx") == tries
    waits = [nap for nap in server.naps if nap > 1.0]
    assert waits == [2.0**n for n in range(1, tries)], "each wait is twice the one before"


def in_seconds(seconds: int) -> str:
    return format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("said", [lambda: "20", lambda: in_seconds(20)], ids=["seconds", "date"])
def test_retry_after_is_honoured(said: Callable[[], str]) -> None:
    server = Server(page=[reply(429, retry_after=said()), reply()])
    with server.visitor() as visitor:
        assert visitor.get(PAGE, Want.PAGE).data == HTML
    assert 18 <= max(server.naps) <= 20


def test_an_hour_is_not_waited_for() -> None:
    server = Server(page=[reply(503, retry_after="3600")])
    with server.visitor() as visitor, pytest.raises(Unavailable, match="3600 seconds"):
        visitor.get(PAGE, Want.PAGE)
    assert max(server.naps) <= 1.0


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (reply(404), NotThere),
        (reply(410), NotThere),
        (reply(401), NotOpen),
        (reply(500, b"Request format is unrecognized for URL"), NotThere),
        (reply(302, location="/mgError.aspx?e=1"), NotThere),
        (reply(302, location="/ieLogon.aspx"), NotOpen),
        (reply(302, location="https://elsewhere.example/a"), Unfit),
        (reply(302, location="//169.254.169.254/latest"), Unfit),
        (reply(302, location="http://x.gov.uk/mgAi.aspx?ID=1"), Unfit),
        (reply(302, location="https://x.gov.uk:8443/"), Unfit),
        (reply(302, location="http://["), Unfit),
        (reply(302, location="/mgAi.aspx?ID=1"), Unfit),
        (reply(403, b"<title>Just a moment...</title>", cf_mitigated="challenge"), Blocked),
    ],
)
def test_what_is_not_tried_again(given: Answer, error: type[Exception]) -> None:
    server = Server(page=[given])
    with server.visitor() as visitor, pytest.raises(error):
        visitor.get(PAGE, Want.PAGE)
    hosts = {request.url.host for request in server.asked}
    assert hosts == {"x.gov.uk"} and len(server.asked) <= 6


def test_redirects_within_the_site_are_followed() -> None:
    server = Server(page=[reply(302, location="/(S(k3))/mgAi.aspx?ID=1"), reply()])
    with server.visitor() as visitor:
        assert visitor.get(PAGE, Want.PAGE).data == HTML
    assert server.paths()[1:] == ["/mgAi.aspx", "/(S(k3))/mgAi.aspx"]
    assert len(server.naps) == 2, "a redirect is a request like any other"


def test_from_http_to_https_is_within_the_site() -> None:
    server = Server(page=[reply(301, location=PAGE), reply()])
    with server.visitor("http://x.gov.uk") as visitor:
        assert visitor.get("http://x.gov.uk/mgAi.aspx?ID=1", Want.PAGE).data == HTML


def test_a_site_that_fails_all_the_time_is_left_alone() -> None:
    server = Server(page=[reply(400)])
    with server.visitor() as visitor:
        for _ in range(7):
            with pytest.raises(Unavailable):
                visitor.get(PAGE, Want.PAGE)
        with pytest.raises(SiteError, match="8 times in a row"):
            visitor.get(PAGE, Want.PAGE)
