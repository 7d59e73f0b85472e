"""Which items decided something of a sort, without reading what every item decided."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from corpus.models import Outcome
from index.catalogue import OF_ITEM, Catalogue
from index.models import Filters
from index.rows import ITEMS, select

_DECISIONS = f"{ITEMS} JOIN json_each(i.decisions) e"


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved and seconded one decision of an item."""

    item_key: str
    place: int  # of the decision among its item's, from 0
    mover: str | None
    seconder: str | None


def items_deciding(
    catalogue: Catalogue, filters: Filters, outcomes: Collection[Outcome], *, voted: bool
) -> frozenset[str]:
    """Keys of the items with a decision of one of these outcomes (of any, without them), on a recorded vote."""
    where, values = catalogue.condition(filters, "m", OF_ITEM)
    if outcomes:
        where += " AND e.value ->> 'outcome' IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(outcomes)))
    if voted:
        where += " AND e.value -> 'vote' IS NOT NULL"
    return frozenset(key for (key,) in catalogue.rows(select("DISTINCT i.key", _DECISIONS, where), values))


def items_cut_short(catalogue: Catalogue, filters: Filters) -> frozenset[str]:
    """Keys of the items whose minutes are cut short, and held whole in no other paper."""
    where, values = catalogue.condition(filters, "m", OF_ITEM)
    where += " AND i.truncated AND NOT i.cured"
    return frozenset(key for (key,) in catalogue.rows(select("i.key", ITEMS, where), values))


def moved(catalogue: Catalogue, filters: Filters) -> list[Moved]:
    """Every decision that tells who moved or seconded it, by item and in order."""
    where, values = catalogue.condition(filters, "m", OF_ITEM)
    where += " AND (e.value -> 'mover' IS NOT NULL OR e.value -> 'seconder' IS NOT NULL)"
    columns = "i.key, e.key, e.value ->> 'mover', e.value ->> 'seconder'"
    return [Moved(*row) for row in catalogue.rows(select(columns, _DECISIONS, where, "1, 2"), values)]
