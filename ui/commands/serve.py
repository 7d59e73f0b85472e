"""`minutebook serve`: the chat app, on this machine unless told otherwise."""

from __future__ import annotations

import argparse
import errno
import os
import socket

from ui.commands.common import Commands, UsageError, declare, say
from ui.guard import is_loopback

PORT = 7860


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(commands, everywhere, "serve", run, "Open the chat app in a browser on this machine")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", metavar="N", help=f"the port to listen on (or PORT; default {PORT})")


def run(args: argparse.Namespace) -> int:
    port = read_port(args.port or os.environ.get("PORT") or str(PORT))
    check_free(args.host, port)  # before the slow start, not after it
    from ui.commands.opening import open_assistant

    assistant = open_assistant(args.library)
    say(f"Minutebook is starting on http://{_in_url(args.host)}:{port} (Ctrl-C stops it)")
    if not is_loopback(args.host):
        say(
            "Whoever can reach this machine can now read the library: docs/deploying.md puts a log-in before it"
        )
    from ui.app import serve

    serve(assistant, args.host, port)
    return 0


def read_port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise UsageError(f"{text!r} is no port: name a number from 1 to 65535 with --port")


def check_free(host: str, port: int) -> None:
    """Raises OSError, in words, when the address cannot be listened on."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise UsageError(f"no address is called {host!r}: try --host 127.0.0.1") from None
    except PermissionError:
        raise OSError(
            f"port {port} needs more rights than you have: choose one above 1023 with --port"
        ) from None
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise OSError(
                f"port {port} is in use: choose another with --port, as in --port {port + 1}"
            ) from None
        raise OSError(f"cannot listen on {host}: try --host 127.0.0.1") from None


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
