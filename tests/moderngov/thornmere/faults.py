"""What can go wrong with a site, one function each: what it writes in place of the true answer."""

from __future__ import annotations

import gzip
import socket
import struct
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

from thornmere.routes import ERROR_PAGE
from thornmere.server import send

Act = Callable[[BaseHTTPRequestHandler], int]
CLOUDFLARE = (
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><div class="main-wrapper">'
    '<noscript>Enable JavaScript and cookies to continue</noscript><script src="/cdn-cgi/challenge-platform/h/b/'
    'orchestrate/chl_page/v1"></script></div></body></html>'
)


def says(status: int, body: str = "", **headers: str) -> Act:
    """Any answer; header names are written with underscores."""
    head = {"Content-Type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    return lambda request: send(request, status, head, body.encode())


def gone_to_error() -> Act:
    return says(302, "<html><body>Object moved</body></html>", Location="/mgError.aspx")


def forbidden() -> Act:
    return says(403, "<html><head><title>403 Forbidden</title></head><body>Access denied</body></html>")


def challenge() -> Act:
    return says(403, CLOUDFLARE, Server="cloudflare", Cf_Mitigated="challenge")


def too_many(seconds: int) -> Act:
    return says(429, "slow down", Retry_After=str(seconds))


def broken() -> Act:
    return says(500, "<html><body>Server Error in '/' Application. Runtime Error</body></html>")


def redirected(to: str) -> Act:
    return says(302, "", Location=to)


def slow(seconds: float) -> Act:
    """Late, but nothing wrong with it: the true answer follows."""

    def act(request: BaseHTTPRequestHandler) -> int:
        time.sleep(seconds)
        return 0

    return act


def page_in_place() -> Act:
    """An error page that says it is well."""
    return says(200, ERROR_PAGE)


def page_called_pdf() -> Act:
    return says(200, ERROR_PAGE, Content_Type="application/pdf")


def _raw(head: dict[str, str], *parts: bytes) -> Act:
    def act(request: BaseHTTPRequestHandler) -> int:
        request.send_response(200)
        for name, value in head.items():
            request.send_header(name, value)
        request.end_headers()
        for part in parts:
            request.wfile.write(part)
        request.close_connection = True
        return 200

    return act


def bomb(megabytes: int, kind: str = "application/pdf") -> Act:
    """A small answer that grows a thousandfold when it is unpacked."""
    blank = (
        b"%PDF-1.4\n" + b" " * (megabytes << 20) if "pdf" in kind else b"<html>" + b" " * (megabytes << 20)
    )
    packed = gzip.compress(blank, 9)
    return _raw(
        {"Content-Type": kind, "Content-Encoding": "gzip", "Content-Length": str(len(packed))}, packed
    )


def drip(seconds: float) -> Act:
    """A byte every tenth of a second, for long."""

    def act(request: BaseHTTPRequestHandler) -> int:
        _raw({"Content-Type": "application/pdf", "Connection": "close"}, b"%PDF-1.4\n")(request)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            request.wfile.write(b"%")
            time.sleep(0.1)
        return 200

    return act


def cut() -> Act:
    """Half of what was promised, then the connection is reset."""

    def act(request: BaseHTTPRequestHandler) -> int:
        _raw(
            {"Content-Type": "application/pdf", "Content-Length": "20000"}, b"%PDF-1.4\n" + b"% half\n" * 700
        )(request)
        request.wfile.flush()
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.connection.close()
        return 200

    return act


def lying_length() -> Act:
    """Less than its Content-Length says, ended in good order."""
    return _raw(
        {"Content-Type": "application/pdf", "Content-Length": "9000", "Connection": "close"},
        b"%PDF-1.4\n% short\n",
    )


def endless(kind: str = "application/pdf") -> Act:
    """More than any paper has, as fast as it is taken."""

    def act(request: BaseHTTPRequestHandler) -> int:
        _raw({"Content-Type": kind, "Connection": "close"}, b"%PDF-1.4\n")(request)
        for _ in range(4000):
            request.wfile.write(b"% more\n" * 10_000)
        return 200

    return act


def endless_head() -> Act:
    """Headers without end, and never a body."""

    def act(request: BaseHTTPRequestHandler) -> int:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for at in range(100_000):
            request.wfile.write(b"X-%d: %s\r\n" % (at, b"x" * 200))
        return 200

    return act


def garbage() -> Act:
    """No HTTP at all."""

    def act(request: BaseHTTPRequestHandler) -> int:
        request.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n" + bytes(range(256)))
        request.close_connection = True
        return 200

    return act


def entity_bomb(method: str = "meeting") -> Act:
    """XML that names a file of the machine and grows a millionfold."""
    laughs = "".join(f'<!ENTITY l{at + 1} "{f"&l{at};" * 10}">' for at in range(8))
    text = (
        f'<?xml version="1.0"?><!DOCTYPE {method} [<!ENTITY l0 "ha">{laughs}<!ENTITY file SYSTEM "file:///etc/hostname">]>'
        f"<{method}><meetingid>&l8;&file;</meetingid></{method}>"
    )
    return says(200, text, Content_Type="text/xml")
