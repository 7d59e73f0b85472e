"""The site as a real HTTP server on loopback that writes down every request. Faults are switched on by a test."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import hashlib
import itertools
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

from thornmere.council import Council
from thornmere.routes import Reply, route, service_off

ROBOTS = "User-agent: *\nDisallow: /mgUserInfo.aspx\nDisallow: /ieDocSearch.aspx\n"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as it came and as it was answered."""

    path: str  # decoded, with its query
    headers: dict[str, str]  # names in lower case
    start: float  # monotonic seconds
    end: float
    status: int


@dataclass(slots=True)
class Fault:
    """What goes wrong for requests whose path holds `where`; `times` of them, or always."""

    where: str
    act: Callable[[BaseHTTPRequestHandler], int]  # writes the answer, returns its status
    times: float = float("inf")


@dataclass
class Site:
    """A running site. Everything may be changed between requests."""

    council: Council
    service: str = "on"  # "off": 500, as ASP.NET says it; "absent": 302 to the error page; "shut": 403
    validators: frozenset[str] = frozenset({"etag", "modified"})
    folder: str = ""  # the sub-folder it lives in, "modernGov/"
    robots: str | None = ROBOTS  # None: there is no robots.txt
    lists: int = 15  # meetings shown on a page of ieListMeetings
    whole_lists: bool = True  # Year=0 shows all of them
    name: str = "127.0.0.1"
    rewrite: Callable[[str, bytes], bytes] = lambda path, body: body  # the last word on what is said
    faults: list[Fault] = field(default_factory=list)
    at_once: int = 0  # the most requests ever in hand together
    port: int = 0
    _asked: list[Asked] = field(default_factory=list)
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _versions: dict[str, tuple[str, dt.datetime]] = field(default_factory=dict)
    _clock: Iterator[int] = field(default_factory=itertools.count)

    @property
    def root(self) -> str:
        return f"http://{self.name}:{self.port}/{self.folder}"

    @property
    def asked(self) -> list[Asked]:
        """What was asked for, in order. An answer is written down a moment after it is given: that is waited for."""
        soon = time.monotonic() + 1
        while self._now and time.monotonic() < soon:
            time.sleep(0.002)
        with self._lock:
            self._asked.sort(key=lambda one: one.start)
        return self._asked

    def paths(self, part: str = "") -> list[str]:
        """What was asked for, in order, where it holds `part` (in any case)."""
        return [one.path for one in self.asked if part.lower() in one.path.lower()]

    def last(self) -> str:
        """What was asked for last, once its answer is written down."""
        while self._now:
            time.sleep(0.005)
        return self.asked[-1].path

    def forget(self) -> None:
        """Starts a new count of requests; faults stay."""
        self.asked.clear()
        self.at_once = 0

    def version(self, path: str, body: bytes) -> tuple[str, dt.datetime]:
        """The tag of what stands at `path` and the moment when it came to stand there."""
        tag = hashlib.sha256(body).hexdigest()[:16]
        with self._lock:
            held = self._versions.get(path)
            if held is None or held[0] != tag:
                moment = dt.datetime(2024, 5, 1, tzinfo=dt.UTC) + dt.timedelta(hours=next(self._clock))
                self._versions[path] = held = (tag, moment)
        return held

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        start = time.monotonic()
        with self._lock:
            self._now += 1
            self.at_once = max(self.at_once, self._now)
        status = 0
        try:
            status = self._fail(request) or self._serve(request)
        except (BrokenPipeError, ConnectionResetError):
            request.close_connection = True
        finally:
            headers = {name.lower(): value for name, value in request.headers.items()}
            asked = Asked(unquote(request.path), headers, start, time.monotonic(), status)
            with self._lock:
                self._now -= 1
                self._asked.append(asked)

    def _fail(self, request: BaseHTTPRequestHandler) -> int:
        path = unquote(request.path).lower()
        for fault in self.faults:
            if fault.where.lower() in path and fault.times > 0:
                fault.times -= 1
                return fault.act(request)
        return 0

    def _serve(self, request: BaseHTTPRequestHandler) -> int:
        reply = self._reply(request)
        head = dict(reply.headers)
        body = self.rewrite(unquote(request.path), reply.body)
        if reply.status == 200 and self.validators:
            tag, moment = self.version(request.path, body)
            if "etag" in self.validators:
                head["ETag"] = f'"{tag}"'
            if "modified" in self.validators:
                head["Last-Modified"] = format_datetime(moment, usegmt=True)
            if self._is_known(request, tag, moment):
                return send(request, 304, head, b"")
        if reply.status == 200 and "gzip" in request.headers.get("Accept-Encoding", "") and reply.text:
            body = gzip.compress(body, mtime=0)
            head["Content-Encoding"] = "gzip"
        return send(request, reply.status, head, body)

    def _is_known(self, request: BaseHTTPRequestHandler, tag: str, moment: dt.datetime) -> bool:
        if "etag" in self.validators and "If-None-Match" in request.headers:
            return f'"{tag}"' in request.headers["If-None-Match"]
        since = request.headers.get("If-Modified-Since") if "modified" in self.validators else None
        return since is not None and parsedate_to_datetime(since) >= moment

    def _reply(self, request: BaseHTTPRequestHandler) -> Reply:
        path = unquote(request.path)
        if path == "/robots.txt":
            return (
                Reply(200, (self.robots or "").encode(), "text/plain")
                if self.robots
                else Reply(404, b"", "text/html")
            )
        if not path.lower().startswith(f"/{self.folder}".lower()):
            return Reply(404, b"<html><body>Not here</body></html>", "text/html")
        if "mgwebservice.asmx" in path.lower() and self.service != "on":
            return service_off(self.service)
        return route(self, path[1 + len(self.folder) :])


def send(request: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes) -> int:
    """Writes a whole answer with its true length; returns the status."""
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    if status != 304:
        request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    if status != 304 and request.command != "HEAD":
        request.wfile.write(body)
    return status


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            server_version, sys_version = "Microsoft-IIS/10.0", ""
            timeout = 30
            disable_nagle_algorithm = True  # head and body are two writes: together they would wait 40 ms

            def do_GET(self) -> None:
                answer(self)

            do_HEAD = do_GET

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing: the site keeps its own record."""

        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Nothing: a client that went away is part of the tests."""


@contextlib.contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Runs the site on a free port until the block ends."""
    with _running(site.answer) as site.port:
        yield site


@contextlib.contextmanager
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another host's server: its address, and the paths anybody asked it for, which should be none."""
    contacted: list[str] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        contacted.append(request.path)
        send(request, 200, {"Content-Type": "text/html"}, b"<html><body>canaryelsewhere6601</body></html>")

    with _running(answer) as port:
        yield f"http://localhost:{port}/", contacted


@contextlib.contextmanager
def _running(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[int]:
    server = _Server(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
