"""Which passages say given words: every one of them, where a search gives only the best."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.models import SectionKind
from index.catalogue import Catalogue
from index.models import Filters, Passage
from index.rows import select

Phrase = Sequence[str]  # words or stems that are all said, in any order
Wording = Sequence[Collection[Phrase]]  # for each thing sought, the phrases of which one is enough

_COLUMNS = "p.id, p.item_key, p.document, p.meeting, p.kind, p.title, p.heading"
_SOURCE = "passage_words w JOIN passages p ON p.id = w.rowid"


@dataclass(frozen=True, slots=True)
class Saying:
    """A passage that says all that is sought, in its own words or with its heading."""

    id: int
    item_key: str | None
    document: str
    meeting: int
    kind: SectionKind
    title: str | None
    heading: str
    itself: bool  # its own words say all of it


def saying(catalogue: Catalogue, wording: Wording, filters: Filters) -> list[Saying]:
    """By id; without what a fuller paper says too, unless its own document is asked for."""
    sought = _match(wording)
    if not sought:
        return []
    where, values = catalogue.search_condition(filters)
    where = f"passage_words MATCH ? AND {where}"
    rows = catalogue.rows(select(_COLUMNS, _SOURCE, where, "p.id"), [sought, *values])
    themselves = set(
        catalogue.rows(select("p.id", _SOURCE, where), [f"{{text}} : ({sought})", *values]) if rows else ()
    )
    return [
        Saying(id, key, document, meeting, SectionKind(kind), title, heading, (id,) in themselves)
        for id, key, document, meeting, kind, title, heading in rows
    ]


def passages_among(
    catalogue: Catalogue, column: str, among: Collection[str], kinds: Collection[SectionKind]
) -> list[Passage]:
    """Passages whose `column` is one of `among`, of these kinds (any when there are none), in document order."""
    where, values = f"p.{column} IN (SELECT value FROM json_each(?))", [json.dumps(sorted(among))]
    if kinds:
        where += " AND p.kind IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(kinds)))
    return catalogue.passages(where, values)


def _match(wording: Wording) -> str:
    """The wording for FTS5, whose tokens are words in quotes; "" when a thing sought has no words."""
    things = []
    for phrases in wording:
        said = [
            " AND ".join(f'"{part}"' for word in phrase for part in re.findall(r"[^\W_]+", word))
            for phrase in phrases
        ]
        if not (any_of := [each for each in said if each]):
            return ""
        things.append("(" + " OR ".join(f"({each})" for each in any_of) + ")")
    return " AND ".join(things)
