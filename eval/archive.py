"""Named papers out of an archive, into a folder of the evaluation's cache."""

from __future__ import annotations

import hashlib
import lzma
import tarfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from eval.models import EvaluationError

MOST_BYTES = 5_000_000  # of one paper; minutes as text are far smaller


def unpack(archive: Path, names: Sequence[str], into: Path) -> Path:
    """A folder under `into` with the archive's files of these base names, flat; built once for the same archive and
    names. Only plain files are taken, by our own names, so nothing of the archive can be written elsewhere.
    Raises EvaluationError when the archive is damaged, lacks a name, has it twice or holds too large a file."""
    stamp = hashlib.sha256("\n".join([*sorted(names), str(archive.stat().st_size)]).encode()).hexdigest()[:16]
    folder = into / f"{archive.name.partition('.')[0]}-{stamp}"
    if folder.is_dir() and {path.name for path in folder.iterdir()} == set(names):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _read(archive, set(names)).items():
        (folder / name).write_bytes(data)
    return folder


def _read(archive: Path, names: set[str]) -> dict[str, bytes]:
    if strange := [name for name in names if PurePosixPath(name).name != name or name in (".", "..")]:
        raise EvaluationError(f"{strange[0]} is no plain file name; list names without folders.")
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(archive, "r:*") as held:
            for member in held:
                name = PurePosixPath(member.name).name
                if name not in names or not member.isfile():
                    continue
                if name in found:
                    raise EvaluationError(f"{archive} holds {name} twice; name another paper.")
                if member.size > MOST_BYTES:
                    raise EvaluationError(f"{name} in {archive} is larger than {MOST_BYTES:,} bytes.")
                data = held.extractfile(member)
                found[name] = data.read() if data else b""
    except (tarfile.TarError, lzma.LZMAError, EOFError, OSError) as error:
        raise EvaluationError(f"{archive} cannot be unpacked ({error}); fetch it again.") from error
    if lacking := names - found.keys():
        raise EvaluationError(f"{archive} holds no paper called {min(lacking)}; correct the list of names.")
    return found
