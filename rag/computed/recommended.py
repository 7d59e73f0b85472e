"""What a report recommends, or asks of those it goes to: all of it, as printed, once it is plain which report is meant.

"The Committee is asked to note the report" says nothing of the matter, so the words of the question are looked for in
what tells a report: its title, its front, who wrote it, what the agenda says of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.models import SectionKind
from corpus.parts.lines import fold
from corpus.parts.sections import RECOMMENDS
from index.models import Passage
from index.passages import is_of_another_part, section_of, told_under
from rag.answering.compose import Quote, whole
from rag.answering.places import say_item
from rag.computed.scope import OF_MEETINGS, names_place_only
from rag.computed.told import Request, Told
from rag.models import Notice, NoticeKind
from rag.retrieval.retrieve import retrieve
from rag.understanding.lexicon import Term
from rag.understanding.question import Question
from rag.understanding.wanted import Wanted, also_wanted
from rag.understanding.words import stems

MEANT = 0.7  # share of the question's words that a report must say to be the one meant
NAMED = 0.3  # likewise, of one whose item or reference the question names
APART = 0.08  # by how much the next report must say less of them
FRONT, WITHIN = 0.9, 0.4  # how much a word counts that stands on a report's front, or anywhere in it
PAGE = 2500  # characters before what is recommended, and half as many behind it: who wrote it, and of what
MOST = 8  # passages of recommendations told
DECIDED = 4  # decisions told beside them

# Who recommends, where it is no body that did: what a body recommended is told in minutes.
_OF_REPORT = re.compile(
    r"\b(?:reports?|papers?|officers?|directors?|authors?|reviewers?|consultants?|surveyors?|inspectors?|treasurer"
    r"|head of|(?:asked|invited|recommended|requested|urged) to)\b",
    re.IGNORECASE,
)
# Those whose findings a report only tells of: what it asks of members is not what they recommend.
_OTHERS = re.compile(
    r"\b(?:inspect(?:ors?|orate)|reviewers?|review team|auditors?|audit|peers?|ombudsman|ofsted|cqc"
    r"|hmip|consultants?|surveyors?|regulators?|coroner|professor)\b",
    re.IGNORECASE,
)
_TO_MEMBERS = re.compile(
    r"\b(?:members?|councillors?|committee|sub-?\s?group|panel|board|cabinet|council|executive)\s+(?:is|are|be)\s+"
    r"(?:asked|invited|requested|recommended)\b|\bthat\s+(?:the\s+)?(?:members|committee|panel|board|cabinet|council)\b",
    re.IGNORECASE,
)
_IDLE = OF_MEETINGS | stems(
    "recommend recommended recommending recommends recommendation recommendations report reports paper papers ask "
    "asked asks asking invite invited advise advised advice advising request requested propose proposed want wanted "
    "seek exactly exact wording words officer officers author authors member members councillor councillors cllr note "
    "briefing drafting "
    "agree approve support comment consider say said do done doing thing things take taken make made before after "
    "other way need needed two three four five six main key full fully submitted presented called entitled titled"
)
_FRONT = (SectionKind.REPORT, SectionKind.TABLE, SectionKind.FRONT, SectionKind.RECOMMENDATION)
_HEADING = re.compile(r"[^\n]*\n")


@dataclass(frozen=True, slots=True)
class _Report:
    """What one report, or one paper appended to it, recommends."""

    key: str  # of its item
    matter: str
    passages: tuple[Passage, ...]
    share: float  # of the question that it says
    told_by: float  # the share that its title and its front say


def tell_recommended(request: Request) -> Told | None:
    """All that the report recommends which the question names; None where it names none or does not tell which, and
    for any other question."""
    asked = request.asked
    further = {*also_wanted(asked.text)} - {Wanted.RECOMMENDATION}
    if asked.wanted is not Wanted.RECOMMENDATION or asked.part or further:
        return None
    if asked.body_acts and not _OF_REPORT.search(asked.text):
        return None
    report = _meant(_reports(request), names_place_only(asked), NAMED if asked.items else MEANT)
    if report is None or (_OTHERS.search(asked.text) and _TO_MEMBERS.search(report.passages[0].text)):
        return None
    shown = report.passages[:MOST]
    quotes = [_without_heading(each) for each in shown]
    taken = [each for each in request.library.decisions([report.key]) if not each.set_aside]
    decided = [each for each in taken if not is_of_another_part(each, shown[0])]
    return Told((*quotes, *map(whole, decided[:DECIDED])), None, tuple(_left(report)))


def _meant(found: Sequence[_Report], of_place: bool, least: float) -> _Report | None:
    """The one report that says what the question says; where that is nothing, the only one there is."""
    if of_place:
        return found[0] if len(found) == 1 else None
    ranked = sorted(found, key=lambda each: (-each.share, -each.told_by))
    first = next(iter(ranked), None)
    if first is None or first.share < least or not first.told_by:
        return None
    others = [each for each in ranked[1:] if (each.matter, each.key) != (first.matter, first.key)]
    return None if others and others[0].share > first.share - APART else first


def _reports(request: Request) -> list[_Report]:
    """The reports with recommendations, and papers appended to them, among what is found for the question."""
    library, asked = request.library, request.asked
    terms = [each for each in request.lexicon.read(asked) if _tells(each, asked)]
    references = [item for item in asked.items if "/" in item]  # printed on the front, and above nothing else
    free = replace(asked, items=()) if references else asked
    found = retrieve(library, free, request.lexicon.read(asked), request.filters).candidates
    papers: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in sorted((each.passage for each in found), key=lambda each: each.span.start):
        if passage.kind is SectionKind.RECOMMENDATION and passage.item_key:
            papers[passage.item_key, told_under(passage)].append(passage)
    keys = {key for key, _ in papers}
    matters = {
        paper.item.key: [each.item.key for each in matter.papers]
        for matter in library.matters_of(keys)
        for paper in matter.papers
    }
    read: dict[str, list[Passage]] = defaultdict(list)
    for each in library.passages_of_items({*keys, *(key for found in matters.values() for key in found)}):
        read[each.item_key or ""].append(each)
    reports = []
    for (key, appended), passages in papers.items():
        around = [each for other in matters.get(key, ()) if other != key for each in read[other]]
        if references and not _says(references, [*read[key], *around], passages[0].span.start):
            continue
        titles = {title for item, title in papers if item == key and title} - {appended}
        own = [each for each in read[key] if not any(map(section_of(each).startswith, titles))]
        share, told_by = _share(terms, own, around, appended, passages)
        matter = passages[0].matter or key
        reports.append(_Report(key, matter, tuple(_once(passages)), share, told_by))
    return reports


def _tells(term: Term, asked: Question) -> bool:
    """Whether a word of the question helps to tell which report is meant."""
    word = term.word
    return not word.is_frame and word.stem not in _IDLE and word.stem not in asked.named


def _share(
    terms: Sequence[Term],
    own: Sequence[Passage],
    around: Sequence[Passage],
    appended: str,
    recommending: Sequence[Passage],
) -> tuple[float, float]:
    """The share of the question that a report says, and that its title and its front say by themselves."""
    first = recommending[0].span.start
    near = (each for each in own if first - PAGE < each.span.start < first + PAGE / 2)
    front = [each for each in near if each.kind in _FRONT]
    front += [each for each in around if each.kind is SectionKind.AGENDA]
    if appended:
        front = [each for each in own if section_of(each).startswith(appended)]
    head = stems(appended or recommending[0].title or "")
    fronted = stems("\n".join(each.text for each in front))
    within = stems("\n".join(each.text for each in own))
    said = stems("\n".join(each.text for each in recommending))
    weight = sum(term.weight for term in terms) or 1.0
    told = sum(term.weight * max(term.credit(head), FRONT * term.credit(fronted)) for term in terms)
    full = sum(
        term.weight
        * max(term.credit(head), FRONT * term.credit(fronted | said), WITHIN * term.credit(within))
        for term in terms
    )
    return full / weight, told / weight


def _says(references: Sequence[str], passages: Sequence[Passage], before: int) -> bool:
    """Whether a report's front, or the title of its matter in any paper, names one of the references."""
    titles = {each.title or "" for each in passages} | {
        each.text for each in passages if each.kind is SectionKind.REPORT and each.span.start < before
    }
    said = "\n".join(titles).upper().replace("-", "/")
    return any(reference.upper() in said for reference in references)


def _once(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Each recommendation once, where a report has them on its front and again at its end."""
    told: list[str] = []
    for each in passages:
        words = re.sub(r"^[\W\d.]+", "", fold(_without_heading(each).text)).casefold()
        if words and words not in told:
            told.append(words)
            yield each


def _without_heading(passage: Passage) -> Quote:
    """A passage without the line that only says "Recommendations"."""
    line = _HEADING.match(passage.text)
    if line is None or not RECOMMENDS.fullmatch(line.group().replace("**", "").strip()):
        return whole(passage)
    rest = passage.text[line.end() :]
    start = passage.span.start + line.end() + len(rest) - len(rest.lstrip())
    return Quote(passage, start, passage.span.end) if rest.strip() else whole(passage)


def _left(report: _Report) -> Iterator[Notice]:
    if (more := len(report.passages) - MOST) > 0:
        place = say_item(report.passages[0].item, None) or "the matter"
        parts, are = ("part", "is") if more == 1 else ("parts", "are")
        text = f"{more} more {parts} of what the report on {place} recommends {are} left out."
        yield Notice(NoticeKind.PARTIAL, text)
