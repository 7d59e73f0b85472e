"""What an asker must know about the record before relying on the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.models import SectionKind
from index.models import Passage
from index.passages import OF_MINUTES
from rag.answering.choose import Choice
from rag.answering.one_matter import of_one_matter, tell_the_same
from rag.answering.places import say_date, say_item
from rag.models import Claim, Notice, NoticeKind
from rag.retrieval.evidence import Evidence
from rag.retrieval.fitting import values
from rag.understanding.question import Question

# Minutes that settle a thing without a decision block: "were submitted and approved as a correct record".
_SETTLED = re.compile(
    r"\b(?:was|were|is|are|be|been|and)\s+(?:\w+\s+)?(?:approved|agreed|adopted|confirmed|endorsed|accepted|carried|lost)\b"
    r"|\bit was (?:agreed|resolved|noted)\b",
    re.IGNORECASE,
)


def notices_of(
    question: Question,
    choice: Choice,
    claims: Sequence[Claim],
    later: Sequence[Notice] = (),
) -> tuple[Notice, ...]:
    """Every notice that the chosen evidence calls for; `claims` tell it in the same order."""
    return (
        *_unheld(question),
        *_not_decided(choice),
        *_partial(choice),
        *later,
        *_conflicts(question, choice, claims),
        *_earlier(question, choice, claims),
        *record_notices([each.passage for each in choice.evidence]),
    )


def record_notices(told: Sequence[Passage]) -> tuple[Notice, ...]:
    """What is to be known of the papers that passages are told from, whatever was asked."""
    return (*_drafts(told), *_read_by_machine(told), *_cut_short(told), *_undated(told))


def assumed(mended: Sequence[tuple[str, str]]) -> tuple[Notice, ...]:
    """What was read for what the question says."""
    return tuple(Notice(NoticeKind.ASSUMED, f"“{wrong}” was read as “{right}”.") for wrong, right in mended)


def _unheld(question: Question) -> Iterator[Notice]:
    """A body that is asked what it did, of which nothing is held: others tell of it at best."""
    if question.body_acts and not question.held:
        for body in question.bodies:
            text = f"No papers of {body.words} are held; this is what papers of others say."
            yield Notice(NoticeKind.ASSUMED, text)


def left_out(rough: Sequence[str], instructed: bool) -> tuple[Notice, ...]:
    """That a question held more than was read as one."""
    sorts = (*rough, "Instructions") if instructed else rough
    return tuple(Notice(NoticeKind.ASSUMED, f"{each} in the question were left aside.") for each in sorts)


def _not_decided(choice: Choice) -> Iterator[Notice]:
    if not choice.decision_sought or choice.decision_found:
        return
    if _SETTLED.search(choice.evidence[0].text):
        text = (
            "The paper sets out no separate decision on this; these are the words of the minutes or report."
        )
    else:
        text = "No recorded decision was found on this; what follows was discussed or reported, not decided."
    if any(each.passage.truncated for each in choice.evidence):
        text += " The minutes are cut short in the paper held, and the missing part may hold one."
    yield Notice(NoticeKind.NOT_DECIDED, text)


def _partial(choice: Choice) -> Iterator[Notice]:
    if choice.untold:
        one = choice.untold == 1
        fit = ("decision" if one else "decisions") + (" of this meeting" if choice.of_one_sitting else "")
        name = "an item" if choice.of_one_sitting else "a body, a date or an item"
        text = f"{choice.untold} more {fit} {'fits' if one else 'fit'}; name {name} to see {'it' if one else 'them'}."
        yield Notice(NoticeKind.PARTIAL, text)
    if choice.unlisted:
        more = "1 more is" if choice.unlisted == 1 else f"{choice.unlisted} more are"
        yield Notice(NoticeKind.PARTIAL, f"The list goes on in the paper: {more} not told.")


def _conflicts(question: Question, choice: Choice, claims: Sequence[Claim]) -> Iterator[Notice]:
    """Two papers or meetings that answer with another date, figure or sum; both are shown, neither is preferred."""
    for (one, a), (other, b) in combinations(zip(choice.evidence, claims, strict=True), 2):
        first, second = values(question, one.text), values(question, other.text)
        if _place(one) == _place(other) or not (first and second) or first & second:
            continue
        if tell_the_same(question, one, other):
            markers = f"[{a.citations[0]}] and [{b.citations[0]}]"
            text = f"The papers differ on the {_called(first)}: compare {markers}, their dates and what each is about."
            yield Notice(NoticeKind.CONFLICT, text)
            return


def _earlier(question: Question, choice: Choice, claims: Sequence[Claim]) -> Iterator[Notice]:
    """Which of several decisions on one matter is the latest held: the others may no longer stand."""
    dated = [
        (each, each.passage.date, claim.citations[0])
        for each, claim in zip(choice.evidence, claims, strict=True)
        if each.passage.kind is SectionKind.DECISION and each.passage.date
    ]
    if not dated or choice.of_one_sitting:
        return
    latest, last, _ = max(dated, key=lambda each: each[1])
    older = [f"[{n}]" for each, date, n in dated if date != last and of_one_matter(question, latest, each)]
    if older:
        stand = f"{'is' if len(older) == 1 else 'are'} earlier and may no longer stand"
        text = f"The latest of these decisions is of {say_date(last)}; {' '.join(older)} {stand}."
        yield Notice(NoticeKind.EARLIER, text)


def _place(evidence: Evidence) -> tuple[str, object]:
    return evidence.passage.span.document_id, evidence.passage.date


def _called(found: frozenset[str]) -> str:
    if any(each.startswith("£") for each in found):
        return "sum"
    return "date" if any("-" in each for each in found) else "figure"


def _cut_short(told: Sequence[Passage]) -> Iterator[Notice]:
    for passage in {each.item_key: each for each in told if each.truncated}.values():
        place = say_item(passage.item, None) or "this item"
        text = f"The minutes of {place} are cut short in {passage.span.document_id}; the rest is not held."
        yield Notice(NoticeKind.TRUNCATED, text)


def _drafts(told: Sequence[Passage]) -> Iterator[Notice]:
    drafts = [each.draft for each in told if each.kind in OF_MINUTES]
    if any(drafts):
        which = "These" if all(drafts) else "Some of these"
        text = f"{which} minutes were a draft when published: they may be changed before they are approved."
        yield Notice(NoticeKind.DRAFT, text)


def _read_by_machine(told: Sequence[Passage]) -> Iterator[Notice]:
    for document in dict.fromkeys(each.span.document_id for each in told if each.ocr):
        text = f"A machine read these words from a picture of {document} (OCR): check the quote in the paper itself."
        yield Notice(NoticeKind.OCR, text)


def _undated(told: Sequence[Passage]) -> Iterator[Notice]:
    for document in dict.fromkeys(each.span.document_id for each in told if each.date is None):
        yield Notice(NoticeKind.UNDATED, f"{document} does not say when its meeting was held.")
