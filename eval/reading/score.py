"""The figures of one paper and of many: precision, recall and shares right, with every miss and every extra."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.models import AgendaItem, Decision, Paper
from eval.reading.fields import fields_right
from eval.reading.letters import letters
from eval.reading.match import match_decisions, match_items, numbered
from eval.reading.truth import TrueDecision, TrueItem, TruePaper

FOUND = ("items", "decisions")  # measured by precision and recall
RIGHT = ("numbers", "dates", "bodies", "outcomes", "movers", "seconders", "votes")  # by the share right


@dataclass(slots=True)
class Score:
    """Counts by name: "items matched", "items true", "items read"; "dates right", "dates judged"; and so on."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)  # each miss, extra and wrong field, in the paper's order

    def found(self, what: str, matched: int, true: int, read: int) -> None:
        self.counts.update({f"{what} matched": matched, f"{what} true": true, f"{what} read": read})

    def judge(self, what: str, right: bool | None, note: str) -> None:
        """Count one trial of a field; None is no trial. The note is kept when it is wrong."""
        if right is not None:
            self.counts.update({f"{what} right": int(right), f"{what} judged": 1})
            if not right:
                self.notes.append(f"wrong {what}: {note}")

    def share(self, what: str) -> float | None:
        """A figure by name ("items precision", "items recall", "dates"); None when nothing was there to judge."""
        name, _, side = what.partition(" ")
        if side:
            part, whole = f"{name} matched", f"{name} {'read' if side == 'precision' else 'true'}"
        else:
            part, whole = f"{name} right", f"{name} judged"
        return self.counts[part] / self.counts[whole] if self.counts[whole] else None


def total(scores: Iterable[Score]) -> Score:
    """Every paper's counts together: each item and each decision weighs the same."""
    together = Score()
    for score in scores:
        together.counts.update(score.counts)
    return together


def score_paper(true: TruePaper, read: Paper) -> Score:
    """One paper against the truth. Its first meeting gives date and body; the items of all are taken in order."""
    score = Score()
    meeting = read.meetings[0] if read.meetings else None
    date = meeting.date.isoformat() if meeting and meeting.date else None
    body = meeting.body if meeting else None
    score.judge("dates", date in true.dates, f"{date}, not {true.dates[0]}")
    score.judge("bodies", _plain(body) in map(_plain, true.bodies), f"{body!r}, not {true.bodies[0]!r}")
    items = [item for each in read.meetings for item in each.items]
    pairs = dict(match_items(true.items, items))
    _score_items(score, true.items, items, pairs)
    for truths, decisions, where in _side_by_side(true.items, items, pairs):
        _score_decisions(score, truths, decisions, where)
    return score


def _score_items(
    score: Score, true: Sequence[TrueItem], read: Sequence[AgendaItem], pairs: dict[int, int]
) -> None:
    """Optional items count neither where they are found nor where they are missed."""
    asked = [place for place, item in enumerate(true) if not item.optional]
    spared = sum(place in pairs for place in range(len(true))) - sum(place in pairs for place in asked)
    score.found("items", sum(place in pairs for place in asked), len(asked), len(read) - spared)
    score.notes += [f"missed item: {_name(true[place])}" for place in asked if place not in pairs]
    taken = set(pairs.values())
    score.notes += [
        f"extra item: {item.number} {item.title}" for place, item in enumerate(read) if place not in taken
    ]
    for place in asked:
        if place in pairs:
            item = read[pairs[place]]
            told = f"{item.number} (agenda {item.agenda_number}), not {_name(true[place])}"
            score.judge("numbers", numbered(true[place], item), told)


def _side_by_side(
    true: Sequence[TrueItem], read: Sequence[AgendaItem], pairs: dict[int, int]
) -> list[tuple[list[TrueDecision], list[Decision], str]]:
    """Which true decisions are sought among which decisions read, with the item's name.

    Those of an item are sought in the item it pairs with. Those of an optional item not found are sought in the
    item before it. Those of a matter for which no heading is printed are sought in every item that pairs with none.
    """
    groups: list[tuple[list[TrueDecision], list[Decision], str]] = []
    left = [place for place in range(len(read)) if place not in set(pairs.values())]
    for place, item in enumerate(true):
        if item.optional and place not in pairs and groups:
            groups[-1][0].extend(item.decisions)
            continue
        places = [pairs[place]] if place in pairs else []
        if not item.titles:
            places, left = sorted([*places, *left]), []
        decisions = [decision for each in places for decision in read[each].decisions]
        groups.append((list(item.decisions), decisions, _name(item)))
    groups += [([], list(read[place].decisions), f"extra item {read[place].title[:60]!r}") for place in left]
    return groups


def _score_decisions(
    score: Score, true: Sequence[TrueDecision], read: Sequence[Decision], where: str
) -> None:
    pairs = match_decisions(true, read)
    found = {one for one, _ in pairs}
    asked = [place for place, decision in enumerate(true) if not decision.optional]
    matched = sum(place in found for place in asked)
    score.found("decisions", matched, len(asked), len(read) - (len(pairs) - matched))
    for place in asked:
        if place not in found:
            words = true[place].words[0]
            score.notes.append(f"missed decision: {where}: {words.initials} ({words.words} words)")
    taken = {other for _, other in pairs}
    for place, decision in enumerate(read):
        if place not in taken:
            score.notes.append(f"extra decision: {where}: {_told(decision)}")
    for one, other in pairs:
        if not true[one].optional:
            for what, right in fields_right(true[one], read[other]).items():
                score.judge(what, right, f"{where}: {_told(read[other])}: {_read_fields(read[other])}")


def _told(decision: Decision) -> str:
    words = letters(decision.text)
    return f"{words.initials} ({words.words} words) {' '.join(decision.text.split())[:90]!r}"


def _read_fields(decision: Decision) -> str:
    outcome = decision.outcome and decision.outcome.value
    return f"{outcome}, {decision.mover!r}, {decision.seconder!r}, {decision.vote}"


def _name(item: TrueItem) -> str:
    return (
        f"{item.numbers[0] if item.numbers else '-'} {item.titles[0][:60] if item.titles else '(no heading)'}"
    )


def _plain(body: str | None) -> str | None:
    return " ".join(body.casefold().replace("&", "and").replace("-", " ").split()) if body else None
