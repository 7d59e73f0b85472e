"""Whether two pieces of evidence are of one and the same matter, so that one may replace or contradict the other."""

from __future__ import annotations

from rag.retrieval.evidence import Evidence
from rag.understanding.question import Question
from rag.understanding.words import ACTS, FRAME, STOP, stem, stems

_SHARED = 0.6  # of the fewer telling words of two titles, or two texts, from which they are of one matter
_MOST = 2 / 3  # of the words asked about, for words to be of what was asked
_HALF = 0.5
# Words of many items' titles and of every decision, which tell no matter from another.
_OF_MANY = frozenset(
    map(
        stem,
        STOP
        | FRAME
        | ACTS
        | set(
            """update updates apologies declaration declarations interest interests minutes previous any other urgent
            business matters arising work programme overview notice motion motions submitted correspondence deputation
            deputations directorate services service support annual general public questions monitoring forward plan
            recommend recommended recommends request requested receive received welcome thank thanked officer officers
            director cllr mr mrs ms that cabinet panel subgroup board executive scrutiny chair city county district
            municipal circulated unanimously proposal seconded proposed approval full draft new year month""".split()
        ),
    )
)
_OF_MEETINGS = frozenset(map(stem, "next last meeting meet date day time held hold sitting session".split()))


def of_one_matter(question: Question, one: Evidence, other: Evidence) -> bool:
    """Whether two decisions settle one matter: that of one item, of like titles, or both all of what was asked."""
    if _is_one_item(one, other) or _share(_title(one), _title(other)):
        return True
    asked = _asked(question)
    both = [_title(each) | _telling(each.text) for each in (one, other)]
    return (
        bool(asked)
        and all(len(asked & each) >= _MOST * len(asked) for each in both)
        and len(both[0] & both[1]) > 1
    )


def tell_the_same(question: Question, one: Evidence, other: Evidence) -> bool:
    """Whether two sentences give the same thing asked for: both say what was asked about, of one matter or in like
    words."""
    asked = _asked(question) - _OF_MEETINGS
    if not asked:  # of a meeting, and bodies have their own: two days are at odds when told of one sitting
        mine, its = one.passage, other.passage
        return (mine.body, mine.date) == (its.body, its.date)
    said = [_telling(each.text) for each in (one, other)]
    if any(len(asked & each) < _HALF * len(asked) for each in said):
        return False
    return _is_one_item(one, other) or _share(_title(one), _title(other)) or _share(*said)


def _is_one_item(one: Evidence, other: Evidence) -> bool:
    mine, its = one.passage, other.passage
    return (mine.matter or mine.item_key) == (its.matter or its.item_key) is not None


def _asked(question: Question) -> frozenset[str]:
    return (
        frozenset(word.stem for word in question.content if not word.plain[0].isdigit())
        - question.named
        - _OF_MANY
    )


def _title(evidence: Evidence) -> frozenset[str]:
    return _telling(evidence.passage.title or "")


def _telling(text: str) -> frozenset[str]:
    return frozenset(each for each in stems(text) if not each[0].isdigit()) - _OF_MANY


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= _SHARED * fewer
