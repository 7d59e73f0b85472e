"""Connections to checked addresses only, and each answer within a time limit however slowly it drips."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import httpcore
import httpx

from corpus.moderngov.address import addresses

NO_HOST, NO_HTTPS = "there is no host", "it does not speak https"  # what no second try would change
WHOLE = "minutebook.whole"  # extension of a request: seconds within which all of the answer must be here


class Wire(httpx.BaseTransport):
    """HTTP over one connection at a time. A request may set `extensions={WHOLE: seconds}`.

    Names are resolved here and the connection is made to the very address that was checked, so that a name
    which changes its mind between the check and the use leads nowhere. Proxies are not used.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._dialler = _Dialler(allow_private)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=1,
            network_backend=self._dialler,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        seconds = request.extensions.get(WHOLE)
        self._dialler.deadline = None if seconds is None else monotonic() + float(seconds)
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, extensions=dict(request.extensions)
        )
        with _said_as_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _said_as_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _said_as_httpx() -> Iterator[None]:
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise httpx.ConnectTimeout(str(error)) from error
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except httpcore.ConnectError as error:
        raise httpx.ConnectError(_plainly(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise httpx.TransportError(_plainly(error)) from error


def _plainly(error: Exception) -> str:
    """What went wrong with a connection, without the numbers by which the system and OpenSSL call it."""
    cause: BaseException = error
    while cause.args and isinstance(cause.args[0], BaseException):  # httpcore keeps what it was told
        cause = cause.args[0]
    if isinstance(cause, ssl.SSLCertVerificationError):
        return str(error)
    if isinstance(cause, ssl.SSLError):
        return NO_HTTPS
    if isinstance(cause, ConnectionRefusedError):
        return "nothing listens there"
    if isinstance(cause, ConnectionResetError | BrokenPipeError):
        return "it broke off"
    if isinstance(cause, OSError) and not isinstance(cause, socket.gaierror) and cause.strerror:
        return cause.strerror.lower()
    return str(error)


class _Dialler(httpcore.NetworkBackend):
    def __init__(self, allow_private: bool) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow_private = allow_private
        self.deadline: float | None = None

    def left(self, timeout: float | None) -> float | None:
        """Seconds that a step may take. Raises httpcore.ReadTimeout when the whole answer is overdue."""
        if self.deadline is None:
            return timeout
        left = self.deadline - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("overdue")
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            known = addresses(host, port, allow_private=self._allow_private)
        except OSError as error:
            raise httpcore.ConnectError(f"{NO_HOST} {host}") from error
        failed: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in known:
            try:
                made = self._inner.connect_tcp(
                    address, port, self.left(timeout), local_address, socket_options
                )
            except (httpcore.NetworkError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Timed(made, self)
        raise failed or httpcore.ConnectError(f"{host} has no address")


class _Timed(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, dialler: _Dialler) -> None:
        self._inner, self._dialler = inner, dialler

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._dialler.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._dialler.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        made = self._inner.start_tls(ssl_context, server_hostname, self._dialler.left(timeout))
        return _Timed(made, self._dialler)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
