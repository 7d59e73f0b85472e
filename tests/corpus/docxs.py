"""Small Word documents written by hand, so that a test says what stands in each part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_TYPE}" Target="word/document.xml"/></Relationships>'
)
LEGAL = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))


def docx(body: str, lists: str = "", styles: str = "", **more: str) -> bytes:
    """A .docx of these pieces of XML; `more` are other parts of the archive, by name."""
    parts = {
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {_NAMES}>{lists}</w:numbering>",
        "word/styles.xml": f"<w:styles {_NAMES}>{styles}</w:styles>",
    }
    return packed(parts | more)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(content: str, level: int | None = None, number: int = 1, properties: str = "") -> str:
    """A paragraph of text or of runs; `level` puts it on that level of a list."""
    if not content.startswith("<"):
        content = run(content)
    if level is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def numbered(levels: Sequence[tuple[str, str]] = LEGAL, number: int = 1, extra: str = "") -> str:
    """A list whose levels have a format and a pattern each; its number is that of its definition."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for at, (style, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    )


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of cells, each of text or of whole paragraphs."""

    def shown(cell: str) -> str:
        return f"<w:tc>{cell if cell.startswith('<') else par(cell)}</w:tc>"

    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(shown, row))}</w:tr>" for row in rows) + "</w:tbl>"
