"""Which passages of one sitting give way to a fuller paper: echoes, and drafts once the minutes are approved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.models import PaperKind, SectionKind
from index.echoes import Words, echoes
from index.fullest import by_fullness
from index.models import ItemRecord
from index.passages import OF_MINUTES

WHOLE_MINUTES = (PaperKind.MINUTES.value, PaperKind.AGENDA_AND_MINUTES.value)  # of a meeting, not of one item


@dataclass(frozen=True, slots=True)
class Record:
    """One paper's record of a sitting, and its passages outside any item."""

    document: str
    kind: str  # PaperKind value
    draft: bool
    outside: Sequence[Words]


def set_aside(
    records: Sequence[Record], matters: Collection[Sequence[ItemRecord]], held: Mapping[str, Sequence[Words]]
) -> set[int]:
    """Ids of the passages of one sitting that are set aside; `held` are those of its items, by key."""
    found = set(_given_way(records, matters, held))
    for items in matters:
        found |= echoes([held.get(item.key, ()) for item in by_fullness(items)])
    return found | echoes([record.outside for record in sorted(records, key=_worth)])


def _worth(record: Record) -> tuple[bool, int, str]:
    """First the paper that says most of who came: approved over draft."""
    return record.draft, -sum(len(each.text) for each in record.outside), record.document


def _given_way(
    records: Sequence[Record], matters: Collection[Sequence[ItemRecord]], held: Mapping[str, Sequence[Words]]
) -> Iterable[int]:
    """The passages of draft minutes once the approved minutes of the meeting are held.

    A minute that the approved paper cuts short, or has no words of, stays: the draft alone has it whole.
    """
    minuted: dict[str, int] = defaultdict(int)
    for item in chain.from_iterable(matters):
        minuted[item.document] += item.words > 0
    approved = {each.document for each in records if not each.draft and each.kind in WHOLE_MINUTES}
    most = max((minuted[document] for document in approved), default=0)
    drafts = {each.document for each in records if each.draft and 0 < minuted[each.document] <= most * 2}
    for items in matters:
        better = [item for item in items if item.document in approved]
        if not better or any(item.words and not item.truncated for item in better):
            for item in items:
                if item.document in drafts:
                    yield from _ids(held.get(item.key, ()), OF_MINUTES)
    if any(_ids(each.outside, OF_MINUTES) for each in records if each.document in approved):
        for each in records:
            if each.document in drafts:
                yield from _ids(each.outside, OF_MINUTES)


def _ids(passages: Iterable[Words], kinds: Collection[SectionKind]) -> list[int]:
    return [each.id for each in passages if each.kind in kinds]
