"""Reads damaged papers in a process of its own, which is ended when one of them takes too long.

By hand, over papers of your own: python tests/corpus/watched.py COUNT [FOLDER]...
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO

LONGEST = 10.0  # seconds that one paper may take
_HERE = Path(__file__)
_HOUSE = _HERE.parents[2]
_READY = 60.0  # seconds that starting may take


def outcomes(seeds: Iterable[int], folders: Sequence[str] = ()) -> Iterator[dict[str, str]]:
    """What became of each mutant: "name", "outcome" ("read", "refused" or "failed"), "why" and "seconds"."""
    waiting = list(seeds)[::-1]
    while waiting:
        child, told = _start(folders)
        try:
            while waiting:
                seed = waiting.pop()
                assert child.stdin is not None
                started = monotonic()
                print(seed, file=child.stdin, flush=True)
                try:
                    said = told.get(timeout=LONGEST)
                except Empty:
                    yield {
                        "seed": str(seed),
                        "name": "",
                        "outcome": "failed",
                        "why": f"it took over {LONGEST:.0f} s",
                    }
                    break
                if not said:
                    yield {
                        "seed": str(seed),
                        "name": "",
                        "outcome": "failed",
                        "why": "the process died of it",
                    }
                    break
                yield json.loads(said) | {"seconds": f"{monotonic() - started:.1f}"}
        finally:
            child.kill()
            child.wait()


def _start(folders: Sequence[str]) -> tuple[subprocess.Popen[str], Queue[str]]:
    # without a search path there is no OCR: pictures would take their seconds, and other machines have none
    surroundings = os.environ | {"PYTHONPATH": str(_HOUSE), "PATH": "", "PYTHONWARNINGS": "ignore"}
    child = subprocess.Popen(
        [sys.executable, str(_HERE), "child", *folders], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env=surroundings,
    )  # fmt: skip
    told: Queue[str] = Queue()
    assert child.stdout is not None
    Thread(target=_listen, args=(child.stdout, told), daemon=True).start()
    assert told.get(timeout=_READY).strip() == "ready"
    return child, told


def _listen(lines: IO[str], told: Queue[str]) -> None:
    for line in lines:
        told.put(line)
    told.put("")


def read_as_told(folders: Sequence[str]) -> None:
    """The child: reads the mutant of every seed it is given, and says what became of it."""
    from mutants import mutant, own_papers, papers_in

    from corpus.extract import FORMATS

    originals = papers_in([Path(each) for each in folders], list(FORMATS)) if folders else own_papers()
    print("ready", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        for line in sys.stdin:
            made = mutant(int(line), originals)
            path = Path(scratch, f"paper{made.suffix}")
            path.write_bytes(made.data)
            outcome, why = _read(path)
            print(
                json.dumps({"seed": line.strip(), "name": made.name, "outcome": outcome, "why": why}),
                flush=True,
            )


def _read(path: Path) -> tuple[str, str]:
    import traceback

    from papers import check

    from corpus.extract import extract
    from corpus.models import CorpusError
    from corpus.read import read_paper

    try:
        paper = read_paper(extract(path, path.name))
        paper.document.text.encode()  # what cannot be stored must not be taken in
        check(paper)
    except CorpusError as error:
        said = str(error)
        sound = "\n" not in said and 10 < len(said) < 300 and ("; " in said or ", " in said)
        return ("refused" if sound else "failed"), said
    except Exception:  # noqa: BLE001 - any other is what is looked for
        return "failed", traceback.format_exc()[-1500:]
    return "read", ""


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["child"]:
        read_as_told(arguments[1:])
        return 0
    counts: Counter[str] = Counter()
    slowest: dict[str, str] = {}
    for each in outcomes(range(int(arguments[0])), arguments[1:]):
        counts[each["outcome"]] += 1
        slowest = max(slowest, each, key=lambda one: float(one.get("seconds", 0)))
        if each["outcome"] == "failed":
            print(each["seed"], each["name"], each["why"])
    print(dict(counts), "the slowest:", slowest)
    return int(bool(counts["failed"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
