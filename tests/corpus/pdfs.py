"""Small PDFs written by hand, so that a test says what stands on each page, and where."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import pypdfium2

WIDTH, HEIGHT = 595, 842  # points: A4


def pdf(pages: Sequence[Sequence[str]], top: int = 780) -> bytes:
    """A PDF with one line of text below the other on each page, none on a page of no lines."""
    return drawn([written(lines, 50, top) for lines in pages])


def written(lines: Sequence[str], left: float = 50, top: float = 780, size: int = 11, mode: int = 0) -> str:
    """Lines of text as a page's content; `mode` 3 is invisible."""
    shown = " ".join(f"({_escape(line)}) Tj T*" for line in lines)
    return f"BT /F1 {size} Tf {mode} Tr {size * 1.3:.1f} TL {left} {top} Td {shown} ET "


def table(
    rows: Sequence[Sequence[str]], left: float = 50, top: float = 700, wide: float = 160, high: float = 40
) -> str:
    """A ruled table as a page's content; a cell's lines are parted by newlines."""
    columns = max(map(len, rows))
    right, bottom = left + columns * wide, top - len(rows) * high
    lines = [f"{left} {top - at * high} m {right} {top - at * high} l S " for at in range(len(rows) + 1)]
    lines += [f"{left + at * wide} {bottom} m {left + at * wide} {top} l S " for at in range(columns + 1)]
    cells = [
        written(cell.split("\n"), left + across * wide + 4, top - down * high - 14)
        for down, row in enumerate(rows)
        for across, cell in enumerate(row)
    ]
    return "".join([*lines, *cells])


def scanned(lines: Sequence[str], turned: int = 0) -> bytes:
    """A page's picture as its scanner would give it: grey dots and how many there are across and down."""
    with pypdfium2.PdfDocument(drawn([written(lines, size=13)])) as page:
        bitmap = page[0].render(scale=200 / 72, grayscale=True, rotation=turned)
        rows = bytes(bitmap.buffer)
        grey = b"".join(rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
        return b"%d %d " % (bitmap.width, bitmap.height) + zlib.compress(grey)


def drawn(contents: Sequence[str], pictures: Sequence[bytes | None] = (), rotate: int = 0) -> bytes:
    """A PDF of pages with this content, each over its picture from `scanned` if it has one."""
    kids = " ".join(f"{4 + 3 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, content in enumerate(contents):
        picture = pictures[number] if number < len(pictures) else None
        page, held = 4 + 3 * number, f"/XObject << /Im {6 + 3 * number} 0 R >>" if picture else ""
        resources = f"<< /Font << /F1 3 0 R >> {held} >>"
        behind = f"q {WIDTH} 0 0 {_height(picture):.0f} 0 0 cm /Im Do Q " if picture else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Resources {resources} /Contents {page + 1} 0 R >>".encode(),
            _stream("", (behind + content).encode("latin-1")),
            _picture(picture) if picture else b"null",
        ]
    return _assemble(objects)


def _height(scan: bytes) -> float:
    wide, high, _ = scan.split(b" ", 2)
    return WIDTH * int(high) / int(wide)


def _picture(scan: bytes) -> bytes:
    wide, high, data = scan.split(b" ", 2)
    return _stream(
        f"/Type /XObject /Subtype /Image /Width {int(wide)} /Height {int(high)} /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Filter /FlateDecode",
        data,
    )


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assemble(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size, start = len(objects) + 1, len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n{entries}".encode()
    return out + f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
