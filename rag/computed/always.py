"""Who was at every meeting: the names that all the lists of who attended have."""

from __future__ import annotations

from collections.abc import Sequence

from index.library import Library
from index.models import MeetingRecord
from rag.computed.attended import attendances, whole_list
from rag.computed.exact import found
from rag.computed.people import names_of, read_person
from rag.computed.saying import count_of, say_when
from rag.computed.sittings import Sitting
from rag.computed.told import Silence, Told
from rag.models import Computed

FEWEST = 2  # lists
MOST_LISTS = 12  # given whole


def tell_always(library: Library, held: Sequence[Sitting]) -> Told | Silence:
    """Those named as present in all the lists held of these meetings."""
    listed = [each for each in held if each.attendance and each.attendance.present]
    papers = [each.attendance for each in listed if each.attendance]
    days = say_when([each.date for each in listed])
    lists = f"attendance is recorded for {len(listed):,} of the {count_of(len(held), 'meetings')} held"
    bodies = sorted({each.body for each in listed if each.body})
    if len(bodies) > 1:
        return Silence(
            f"The meetings held are of {len(bodies):,} bodies; name one of them, such as {bodies[0]}."
        )
    if len(papers) < FEWEST:
        return Silence(f"Who was at every meeting is not known; {lists}.")
    first, *others = [_there(paper) for paper in papers]
    always = [name for name in first if all(names_of(read_person(name), names) for names in others)]
    if not always:
        return Silence(f"Nobody is named as present in all the lists ({days}); {lists}.")
    shown = listed[-MOST_LISTS:]
    quotes = [
        quote
        for each, printed in zip(shown, attendances(library, shown), strict=True)
        if each.attendance
        for quote in whole_list(printed, each.attendance)
    ]
    who = f"{count_of(len(always), 'people')} named as present in all the lists"
    sentence = f"{who}: {', '.join(always)} ({days}); {lists}."
    return Told(found(quotes), Computed(sentence, len(always), "people"))


def _there(paper: MeetingRecord) -> list[str]:
    """Everybody named as present, the chair too."""
    names = list(paper.present)
    if paper.chair and not names_of(read_person(paper.chair), names):
        names.append(paper.chair)
    return names
