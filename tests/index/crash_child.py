"""Ingests in processes that are killed on command. Run as: crash_child.py, then one JSON object a line on stdin.

{"library": ..., "papers": ..., "kill": [how, where]} forks a process that ingests and dies by SIGKILL:
  ["line", n]    at the n-th line of the index's own code that it runs; 0 is never
  ["before" | "after", "module:function", n]    around the n-th call of it (the first, when n is not given)
  ["time", s]    after s seconds, killed from outside
For each, a line of JSON comes back: [killed, lines run]; lines are counted for "line" alone.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import time
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import stand_in

import index.writing
from index.ingest import ingest

INDEX = str(Path(index.writing.__file__).parent)
lines = 0


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_line(last: int) -> None:
    def trace(frame: FrameType, event: str, _: object) -> Any:
        global lines
        if not frame.f_code.co_filename.startswith(INDEX):
            return None
        if event == "line":
            lines += 1
            if lines == last:
                die()
        return trace

    sys.settrace(trace)


def die_around(when: str, where: str, nth: int = 1) -> None:
    module_name, name = where.split(":")
    module = importlib.import_module(module_name)
    function = getattr(module, name)
    calls = count(1)

    def deadly(*args: Any, **more: Any) -> Any:
        last = next(calls) == nth
        if last and when == "before":
            die()
        result = function(*args, **more)
        if last:
            die()
        return result

    setattr(module, name, deadly)


def run(library: str, papers: str, kill: list[Any]) -> None:
    if kill[0] == "line":
        die_at_line(kill[1])
    elif kill[0] != "time":
        die_around(*kill)
    ingest(Path(library), [Path(papers)], embedder=stand_in.HashedWords())


def main() -> None:
    stand_in.install()
    index.writing.BATCH = 16
    for line in sys.stdin:
        order = json.loads(line)
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            run(**order)
            os.write(write, str(lines).encode())
            os._exit(0)
        os.close(write)
        if order["kill"][0] == "time":
            time.sleep(order["kill"][1])
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        counted = os.read(read, 20).decode()
        os.close(read)
        print(json.dumps([os.WIFSIGNALED(status), int(counted or 0)]), flush=True)


if __name__ == "__main__":
    main()
