"""Connections on loopback: only to checked addresses, and not for longer than allowed."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import httpx
import pytest

from corpus.moderngov.models import SiteError
from corpus.moderngov.wire import WHOLE, Wire


@contextlib.contextmanager
def serving(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that hands every connection to `answer` once its request is in; gives the port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)

        def run() -> None:
            with contextlib.suppress(OSError):
                while True:
                    made, _ = server.accept()
                    with made, contextlib.suppress(OSError):
                        made.recv(65536)
                        answer(made)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield server.getsockname()[1]


def get(url: str, *, seconds: float = 5.0, allow_private: bool = True) -> httpx.Response:
    with httpx.Client(transport=Wire(allow_private=allow_private), trust_env=False, timeout=5) as client:
        return client.get(url, extensions={WHOLE: seconds})


def words(made: socket.socket) -> None:
    made.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nwords")


def drip(head: bytes) -> Callable[[socket.socket], None]:
    def answer(made: socket.socket) -> None:
        made.sendall(head)
        for _ in range(100):
            made.sendall(b"x")
            time.sleep(0.05)

    return answer


def test_an_answer_comes_through() -> None:
    with serving(words) as port:
        assert get(f"http://127.0.0.1:{port}/").content == b"words"


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Endless: "],
    ids=["body", "head"],
)
def test_a_drip_is_cut_off(head: bytes) -> None:
    started = time.monotonic()
    with serving(drip(head)) as port, pytest.raises(httpx.TimeoutException, match=r"overdue|timed out"):
        get(f"http://127.0.0.1:{port}/", seconds=0.4)
    assert time.monotonic() - started < 3


def test_a_cut_connection_is_told() -> None:
    with serving(lambda made: None) as port, pytest.raises(httpx.TransportError):
        get(f"http://127.0.0.1:{port}/")


def test_a_private_address_is_never_contacted() -> None:
    contacted: list[bool] = []
    with (
        serving(lambda made: contacted.append(True)) as port,
        pytest.raises(SiteError, match="not a public address"),
    ):
        get(f"http://localhost:{port}/", allow_private=False)
    assert contacted == []


def test_the_connection_is_made_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere the second time it is asked for is asked for once."""
    asked: list[str] = []
    known = socket.getaddrinfo

    def changing(host: str, port: int, *more: object, **named: object) -> object:
        asked.append(host)
        return known("127.0.0.1" if host == "changing.example" else host, port, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with serving(words) as port:
        assert get(f"http://changing.example:{port}/").content == b"words"
    assert asked.count("changing.example") == 1
    assert set(asked) <= {"changing.example", "127.0.0.1"}


def test_what_goes_wrong_is_said_in_plain_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(httpx.ConnectError, match=r"^nothing listens there$"):
        get(f"http://127.0.0.1:{port}/")
    with serving(words) as port, pytest.raises(httpx.ConnectError, match=r"^it does not speak https$"):
        get(f"https://127.0.0.1:{port}/")
    with pytest.raises(httpx.ConnectError, match=r"^there is no host nosuch\.invalid$"):
        get("http://nosuch.invalid/")
