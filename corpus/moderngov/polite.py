"""Asking a site: one request at a time, with a pause, under a true name, and no more often than it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from corpus.moderngov.address import Site
from corpus.moderngov.models import (
    Blocked,
    Disallowed,
    Down,
    FetchError,
    NotOpen,
    NotThere,
    SiteError,
    Unavailable,
    Unfit,
    Want,
)  # fmt: skip
from corpus.moderngov.receive import CAPS, check_kind, receive
from corpus.moderngov.refusal import TRIES, Again, refusal
from corpus.moderngov.rules import Rules, read_rules
from corpus.moderngov.wire import NO_HOST, NO_HTTPS, WHOLE, Wire

AGENT = "Minutebook"  # what robots.txt may call us
LONGEST_WAIT = 300.0  # seconds that a site may have us wait before we rather come back another time
_REDIRECTS = 5
_UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
_GIVE_UP = 8  # things in a row that could not be had: the site is down, or wants to be left alone
_ACCEPT = {
    Want.XML: "text/xml, application/xml",
    Want.PAGE: "text/html",
    Want.PAPER: "*/*",
    Want.PACK: "*/*",
    Want.RULES: "text/plain",
}
_LOG_IN = ("logon", "login", "signin")


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave. `timeout`: seconds to wait for a sign of life; a page may take twice, a paper five times that."""

    version: str = "0"
    contact: str | None = None  # an e-mail address or a web page
    pause: float = 1.0
    timeout: float = 90.0
    allow_private: bool = False

    @property
    def agent(self) -> str:
        return f"{AGENT}/{self.version} ({f'+{self.contact}' if self.contact else 'no contact given'})"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came. `data` is None when the site says that nothing has changed since."""

    data: bytes | None
    etag: str | None = None
    modified: str | None = None


class Visitor:
    """A visitor of one site; use it in a `with` block."""

    def __init__(
        self,
        site: Site,
        manners: Manners,
        *,
        transport: httpx.BaseTransport | None = None,
        say: Callable[[str], None] = lambda said: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.site, self.requests = site, 0
        self._manners, self._say, self._sleep = manners, say, sleep
        self._client = httpx.Client(
            transport=transport or Wire(allow_private=manners.allow_private),
            headers={"User-Agent": manners.agent, "Accept-Encoding": "gzip", "Accept-Language": "en-GB, en"},
            timeout=manners.timeout,
            follow_redirects=False,
            trust_env=False,
        )
        self._rules: Rules | None = None
        self._rested_at = 0.0
        self._failed_in_a_row = 0
        self._has_answered = False

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *of_error: object) -> None:
        self._client.close()

    def get(self, url: str, want: Want, known: tuple[str | None, str | None] = (None, None)) -> Reply:
        """What stands at `url` of this site; `known` are the ETag and Last-Modified of what is held.

        Raises:
            FetchError: it cannot be had, and why.
            SiteError: the site's address is not public, or it does not answer any more.
        """
        if self._rules is None:
            self._rules = Rules()  # for the request of robots.txt itself
            self._rules = self._read_rules()
        try:
            reply = self._tried(url, want, known)
        except Down as error:
            raise SiteError(
                f"{self.site.host} cannot be reached any more: {error}; run the same command later"
            ) from error
        except Unavailable as error:
            self._failed_in_a_row += 1
            if self._failed_in_a_row >= _GIVE_UP:
                raise SiteError(
                    f"{self.site.host} gave nothing {_GIVE_UP} times in a row ({error}); run the same command later"
                ) from error
            raise
        except FetchError:
            self._failed_in_a_row = 0  # it does answer
            raise
        self._failed_in_a_row = 0
        return reply

    @property
    def pause(self) -> float:
        """Seconds between requests: ours, or what robots.txt asks for if that is longer."""
        return max(self._manners.pause, self._rules.pause if self._rules else 0.0)

    def _read_rules(self) -> Rules:
        try:
            reply = self._tried(f"{self.site.origin}/robots.txt", Want.RULES, (None, None))
        except Blocked:
            return Rules()
        except Unavailable as error:
            raise SiteError(f"{self.site.host} cannot be reached: {error}; {self._remedy(error)}") from error
        except FetchError:
            return Rules()
        rules = read_rules(reply.data or b"", AGENT)
        if rules.pause > self._manners.pause:
            self._say(f"{self.site.host} asks for {rules.pause:g} seconds between requests")
        return rules

    def _remedy(self, error: FetchError) -> str:
        if "certificate" in str(error):
            return "tell the council, or name a file of certificates to trust in SSL_CERT_FILE"
        if self.site.scheme == "https":
            plain = self.site.root.replace("https", "http", 1).rstrip("/")
            return f"check the address, or try {plain} if it has no https"
        return "check the address and try again later"

    def _tried(self, url: str, want: Want, known: tuple[str | None, str | None]) -> Reply:
        tried = 0
        while True:
            try:
                return self._asked(url, want, known)
            except Again as again:
                tried += 1
                wait = again.wait if again.wait is not None else 2**tried * self.pause
                if tried >= again.tries:
                    times = f" ({tried} tries)" if tried > 1 else ""
                    raise (Down if again.down else Unavailable)(f"{again}{times}") from None
                if wait > LONGEST_WAIT:
                    raise Unavailable(f"{again}, and asks to be left alone for {wait:.0f} seconds") from None
                self._say(f"{again}; trying again in {wait:g} s: {url}")
                self._sleep(wait)

    def _asked(self, url: str, want: Want, known: tuple[str | None, str | None]) -> Reply:
        target = url
        for _ in range(_REDIRECTS):
            if want is not Want.RULES and self._rules and not self._rules.allow(target):
                raise Disallowed("robots.txt asks programs not to read it")
            self._rest()
            try:
                onward = self._one(target, want, known)
            except httpx.ConnectError as error:
                if _UNTRUSTED in str(error):
                    raise Unavailable("its certificate cannot be verified") from None
                hopeless = not self._has_answered and str(error).startswith((NO_HOST, NO_HTTPS))
                tries = 1 if hopeless else TRIES
                raise Again(_said(error), tries, down=True) from None
            except httpx.TimeoutException as error:
                if str(error) == "overdue":
                    raise Unfit("it took too long to come") from None
                down = isinstance(error, httpx.ConnectTimeout)
                raise Again(f"no answer within {self._manners.timeout:g} seconds", down=down) from None
            except httpx.TransportError as error:
                raise Again(_said(error)) from None
            except httpx.InvalidURL:
                raise Unfit("its address is malformed") from None
            finally:
                self._rested_at = time.monotonic()
            if isinstance(onward, Reply):
                return onward
            target = onward
        raise Unfit(f"it redirects more than {_REDIRECTS} times")

    def _rest(self) -> None:
        left = self._rested_at + self.pause - time.monotonic()
        if self.requests and left > 0:
            self._sleep(left)

    def _one(self, url: str, want: Want, known: tuple[str | None, str | None]) -> Reply | str:
        """One request: the reply, or the address it redirects to."""
        etag, modified = known
        headers = {"Accept": _ACCEPT[want]}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        whole = self._manners.timeout * (5 if want in (Want.PAPER, Want.PACK) else 2)
        self.requests += 1
        with self._client.stream("GET", url, headers=headers, extensions={WHOLE: whole}) as answer:
            self._has_answered = True
            if answer.status_code == 304 and (etag or modified):
                return Reply(None, etag, modified)
            if answer.status_code in (301, 302, 303, 307, 308):
                return self._onward(url, answer.headers.get("location", ""))
            if answer.status_code != 200:
                raise refusal(answer, receive(answer, CAPS[want])[:4096], want)
            data = receive(answer, CAPS[want])
            check_kind(answer, data, want)
            return Reply(data, answer.headers.get("etag"), answer.headers.get("last-modified"))

    def _onward(self, url: str, location: str) -> str:
        try:
            target = urlsplit(urljoin(url, location))
            here = urlsplit(self.site.origin)
            same = (target.hostname, target.port) == (here.hostname, here.port)
            up = target.scheme == here.scheme or (target.scheme == "https" and target.port is None)
        except ValueError:
            raise Unfit("it redirects to a malformed address") from None
        if not (same and up):
            raise Unfit(f"it redirects to another site ({(target.hostname or location)[:80]})")
        page = target.path.rpartition("/")[2].lower()
        if page.startswith("mgerror"):
            raise NotThere("the site says that there is no such thing")
        if any(word in page for word in _LOG_IN):
            raise NotOpen("the site asks for a log-in")
        return target.geturl()


def _said(error: httpx.TransportError) -> str:
    """ "there is no host x.gov.uk", "the connection failed (it broke off)"."""
    said = str(error)
    return said if said.startswith(NO_HOST) else f"the connection failed ({said or type(error).__name__})"
