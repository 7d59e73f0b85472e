"""What stands between the network and Gradio: which paths exist, which hosts, and what a page may load.

Pure ASGI, so that the event stream of the chat passes through untouched.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Every path the app needs. Gradio has many more (uploads, files, a proxy, streams, component servers,
# run history, monitoring, an API); what is not named here does not exist.
ALLOWED = re.compile(
    r"/(?:"
    r"|config|theme\.css|manifest\.json|favicon\.ico|robots\.txt|pwa_icon(?:/\d+)?"
    r"|(?:assets|static|svelte|minutebook)/[\w./@~-]+"
    r"|passage"
    r"|gradio_api/(?:info|app_id|startup-events|queue/join|queue/data|cancel|reset|heartbeat/\w+)"
    r")/?"
)
MAX_BODY = 4_000_000  # bytes; a question travels with the chat so far
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)

# Scripts: our own files, and Gradio's inline ones by the hash of each. No 'unsafe-eval': components
# that need it (gr.HTML compiles its template) are not used. Styles: Svelte writes style attributes and
# Gradio its theme into the page, which no hash can cover, hence 'unsafe-inline' for styles alone.
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'none'; frame-src 'none'; "
    "object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens on `host`."""
    return host in ("localhost", "::1") or host.startswith("127.")


class Guard:
    """ASGI middleware. `hosts` are the Host headers answered, without port; None answers all."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] | None) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":
            await _refuse(send, 403, "Minutebook speaks plain HTTP only.", websocket=True)
        elif self._hosts is not None and _host(scope) not in self._hosts:
            # A page elsewhere that points its own name at this machine must not read the library.
            await _refuse(send, 403, "Open Minutebook by the address it printed when it started.")
        elif not ALLOWED.fullmatch(scope["path"]) or ".." in scope["path"]:
            await _refuse(send, 404, "There is nothing here.")
        elif scope["method"] not in ("GET", "HEAD") and _length(scope) > MAX_BODY:
            await _refuse(send, 413, "That is more than a question.")
        else:
            page = scope["path"] == "/"
            plain = [(n, v) for n, v in scope["headers"] if not (page and n == b"accept-encoding")]
            sender = _PageSender(send) if page else _Sender(send)
            await self._app({**scope, "headers": plain}, receive, sender)


class _Sender:
    """Adds the headers to a response on its way out."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            message = _with_headers(message, b"")
        await self._send(message)


class _PageSender:
    """Holds the one page back until it is whole, to name its inline scripts by their hashes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if not message.get("more_body") and self._start is not None:
            await self._send(_with_headers(self._start, self._body))
            await self._send({"type": "http.response.body", "body": self._body})


def _with_headers(start: Message, page: bytes) -> Message:
    ours = [
        (b"content-security-policy", policy(page).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
    names = {name for name, _ in ours}
    kept = [(name, value) for name, value in start.get("headers", []) if name.lower() not in names]
    return {**start, "headers": [*kept, *ours]}


def policy(page: bytes = b"") -> str:
    """The Content-Security-Policy of a response; `page` is its HTML, whose inline scripts are allowed."""
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return _POLICY.format(scripts="".join(f" 'sha256-{base64.b64encode(d).decode()}'" for d in digests))


def _host(scope: Scope) -> str:
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return re.sub(r":\d+$", "", host).lower()


def _length(scope: Scope) -> float:
    """Bytes of the request's body as announced; a body of no announced length counts as endless."""
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(length) if length.isdigit() else float("inf")


async def _refuse(send: Send, status: int, sentence: str, *, websocket: bool = False) -> None:
    if websocket:
        await send({"type": "websocket.close", "code": 1008})
        return
    start = {"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]}
    await send(_with_headers(start, b""))
    await send({"type": "http.response.body", "body": f"{sentence}\n".encode()})
