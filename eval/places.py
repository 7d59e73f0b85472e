"""Whether a citation lies where a known answer says that the answer stands."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.models import SourceSpan
from eval.known import KnownSpan, Place
from eval.wording import fold
from rag.models import Citation


def resolve(document: str, held: Iterable[str]) -> str | None:
    """The held document with this name or file name, or the only one whose name starts so; else None."""
    names = {name: (name, name.rpartition("/")[2]) for name in held}
    found = [name for name, known_as in names.items() if document in known_as] or [
        name for name, known_as in names.items() if any(one.startswith(document) for one in known_as)
    ]
    return found[0] if len(found) == 1 else None


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two printed numbers are the same, whatever their case, spacing and closing full stop."""
    return _bare(one) == _bare(other)


def lies_in(citation: Citation, place: Place, held: Iterable[str]) -> bool:
    """Document and item agree. Where the place names a decision, the item's other text counts as well
    (minutes often repeat a decision in their prose), but a citation of another numbered decision does not."""
    return (
        citation.document == resolve(place.document, held)
        and same_number(citation.item, place.item)
        and (
            place.decision is None
            or citation.decision is None
            or same_number(citation.decision, place.decision)
        )
    )


def overlaps(span: SourceSpan, known: KnownSpan, held: Iterable[str]) -> bool:
    """Whether the two have characters in common."""
    return (
        span.start < known.end
        and known.start < span.end
        and span.document_id == resolve(known.document, held)
    )


def _bare(number: str | None) -> str | None:
    return number if number is None else fold(number).replace(" ", "").strip(".()") or None
