"""The XML parts of an Office document, read from its zip archive in memory: nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from corpus.models import CorpusError

_LARGEST_PART = 60_000_000  # bytes of XML: some thousands of pages
_DEEPEST = 200  # elements within elements; Word nests a dozen
_DAMAGED = "it is damaged and cannot be opened as a Word document; fetch it again or save it as PDF"
_BOMB = "it unpacks to far more than a paper holds; save it again from Word, or as PDF"


@dataclass(frozen=True, slots=True)
class WordParts:
    """Roots of the parts that matter, their names without namespaces; None for a part that is not there."""

    document: Element | None
    styles: Element | None
    numbering: Element | None


def read_parts(data: bytes) -> WordParts:
    """Raises CorpusError: the archive is damaged or locked, or holds more than a paper would."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(archive)
            folder = main.rpartition("/")[0]
            names = (main, f"{folder}/styles.xml", f"{folder}/numbering.xml")
            return WordParts(*(_part(archive, name) for name in names))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise CorpusError(
            _DAMAGED
        ) from None  # RuntimeError: the zip is encrypted, or packed in a way unknown


def _main_part(archive: zipfile.ZipFile) -> str:
    """Where the document's body is kept: a name within the archive, never a path on disk."""
    relations = _part(archive, "_rels/.rels")
    for each in () if relations is None else relations.iter("Relationship"):
        if each.get("Type", "").endswith("/officeDocument"):
            return each.get("Target", "").lstrip("/")
    return "word/document.xml"


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    """One XML part without namespaces; None when the archive has none of that name."""
    try:
        declared = archive.getinfo(name).file_size
    except KeyError:
        return None
    if declared > _LARGEST_PART:
        raise CorpusError(_BOMB)
    with archive.open(name) as packed:  # zipfile itself stops at the declared size
        return _parse(packed.read(_LARGEST_PART))


def _parse(xml: bytes) -> Element:
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
            if event == "end":
                depth -= 1
                continue
            depth += 1
            root = element if root is None else root
            if depth > _DEEPEST:
                raise CorpusError("it is nested beyond reason; save it again from Word, or as PDF")
            element.tag = element.tag.rpartition("}")[2]
            element.attrib = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
    except (ParseError, DefusedXmlException, LookupError):  # LookupError: an unknown encoding
        raise CorpusError(_DAMAGED) from None
    if root is None:
        raise CorpusError(_DAMAGED)
    return root
