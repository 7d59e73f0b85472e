"""Runs `minutebook` in processes that may be killed. One JSON object a line on stdin, two lines on stdout for each.

{"arguments": [...], "log": "…", "kill": null | ["before" | "after", "module:function", n]}: what the command says
goes into the file `log`, and it dies by SIGKILL around the n-th call of that function. First comes the number of
the process, so that another may kill it; then [killed, exit status].
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
from itertools import count
from typing import Any

from thornmere.trial import HashedWords

import index.embed
from ui.cli import main


def die_around(when: str, where: str, nth: int) -> None:
    module_name, _, name = where.partition(":")
    module = importlib.import_module(module_name)
    function = getattr(module, name)
    calls = count(1)

    def deadly(*args: Any, **more: Any) -> Any:
        last = next(calls) == nth
        if last and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*args, **more)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(module, name, deadly)


def run(arguments: list[str], log: str, kill: list[Any] | None) -> int:
    if kill:
        die_around(*kill)
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.stdin = open(os.devnull)  # noqa: SIM115 - for as long as the process lives
    return main(arguments)


def serve() -> None:
    index.embed.MiniLMOnnx = HashedWords  # type: ignore[assignment,misc]
    for module in ("index.ingest", "corpus.extract", "corpus.read", "index.passages"):
        importlib.import_module(module)  # once, and not in every child
    with contextlib.suppress(ImportError):
        importlib.import_module("ui.commands.fetch")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(run(**order))
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(json.dumps([os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status)]), flush=True)


if __name__ == "__main__":
    serve()
