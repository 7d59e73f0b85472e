"""One line of a file of known answers, read and written."""

from __future__ import annotations

import json
from typing import Any

from corpus.models import SectionKind
from eval.known import ANSWERABLE, UNANSWERABLE, Known, KnownSpan, Place, places_of

_FIELDS = {"id": str, "question": str, "answerable": bool, "category": str, "facts": list}
_OPTIONAL = {"kind", "note", "after", "spans", "citations", "reviewed"}


def parse(line: str) -> Known:
    """One line as a known answer. Raises ValueError with the reason."""
    row = read_object(line, _FIELDS, _OPTIONAL)
    spans = tuple(_span(one) for one in listed(row, "spans"))
    places = places_of(spans, tuple(_place(one) for one in listed(row, "citations")))
    known = Known(
        id=row["id"],
        question=row["question"],
        answerable=row["answerable"],
        category=row["category"],
        kind=_kind(row.get("kind")),
        spans=spans,
        places=places,
        facts=tuple(_group(group) for group in row["facts"]),
        after=tuple(_question(one) for one in listed(row, "after")),
        note=_words(row.get("note"), "note"),
        reviewed=_flag(row.get("reviewed", False), "reviewed"),
    )
    check(known)
    return known


def read_object(line: str, fields: dict[str, type], optional: set[str]) -> dict[str, Any]:
    """A line's object, of just these fields. Raises ValueError with the reason."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("a line must be a JSON object")
    if unknown := row.keys() - fields.keys() - optional:
        raise ValueError(f"unknown field {min(unknown)!r}")
    for name, type_ in fields.items():
        if not isinstance(row.get(name), type_):
            raise ValueError(f"{name!r} must be given and be a {type_.__name__}")
    return row


def check(known: Known) -> None:
    """Raises ValueError where the fields do not go together."""
    if not known.id.strip() or not known.question.strip():
        raise ValueError("'id' and 'question' must not be blank")
    if known.category not in (ANSWERABLE if known.answerable else UNANSWERABLE):
        state = "answerable" if known.answerable else "unanswerable"
        raise ValueError(f"category {known.category!r} is not one for an {state} question")
    if known.answerable and not (known.places and known.facts):
        raise ValueError("an answerable question needs at least one span or citation, and one fact")
    if not known.answerable and (known.places or known.facts or known.kind):
        raise ValueError("an unanswerable question has no spans, no citations, no facts and no kind")
    if (known.category == "follow_up") != bool(known.after) and known.answerable:
        raise ValueError("a follow_up, and no other answerable question, comes after earlier questions")


def write(known: Known) -> str:
    """The line that `parse` reads as this known answer."""
    derived = places_of(known.spans)
    listed = [one for one in known.places if one not in derived]
    row = {
        "id": known.id,
        "question": known.question,
        **({"after": list(known.after)} if known.after else {}),
        "answerable": known.answerable,
        "category": known.category,
        "kind": known.kind,
        "spans": [
            {"document": s.document, "item": s.item, "start": s.start, "end": s.end, "digest": s.digest}
            for s in known.spans
        ],
        **({"citations": [_place_row(one) for one in listed]} if listed else {}),
        "facts": [list(group) for group in known.facts],
        **({"note": known.note} if known.note else {}),
        **({"reviewed": True} if known.reviewed else {}),
    }
    return json.dumps(row, ensure_ascii=False)


def listed(row: dict[str, Any], name: str) -> list[object]:
    """The list a field holds, empty where it is left out."""
    value: object = row.get(name, [])
    if not isinstance(value, list):
        raise ValueError(f"{name!r} must be a list")
    return value


def _kind(value: object) -> SectionKind | None:
    if value is not None and value not in list(SectionKind):
        raise ValueError(f"kind {value!r} is none of {', '.join(SectionKind)}")
    return None if value is None else SectionKind(str(value))


def _span(value: object) -> KnownSpan:
    if not isinstance(value, dict) or value.keys() != {"document", "item", "start", "end", "digest"}:
        raise ValueError("a span is an object with document, item, start, end and digest")
    start, end = value["start"], value["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        raise ValueError("a span starts at an offset and ends at a greater one")
    document, digest = _words(value["document"], "document"), _words(value["digest"], "digest")
    if document is None or digest is None:
        raise ValueError("a span must name its document and give its digest")
    return KnownSpan(document, _words(value["item"], "item"), start, end, digest)


def _place(value: object) -> Place:
    if not isinstance(value, dict) or value.keys() - {"document", "item", "decision"}:
        raise ValueError("a citation is an object with document, item and, if need be, decision")
    document = _words(value.get("document"), "document")
    if document is None:
        raise ValueError("a citation must name its document")
    return Place(document, _words(value.get("item"), "item"), _words(value.get("decision"), "decision"))


def _place_row(place: Place) -> dict[str, str | None]:
    row = {"document": place.document, "item": place.item}
    return row | ({"decision": place.decision} if place.decision else {})


def _group(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("a fact is a list of at least one alternative")
    if not all(isinstance(words, str) and words.strip() for words in value):
        raise ValueError("an alternative of a fact must be words")
    return tuple(value)


def _question(value: object) -> str:
    if not (isinstance(value, str) and value.strip()):
        raise ValueError("'after' lists the earlier questions of the conversation, in words")
    return value


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{name!r} must be true or false")
    return value


def _words(value: object, name: str) -> str | None:
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise ValueError(f"{name!r} must be words or null")
    return value
