"""Questions that the record cannot answer, made by rule from ones that it can: which kinds of near miss are seen?

    python -m eval.altered LIBRARY [--known FILE.jsonl ...]

Each is made so that it surely has no answer: the name, place or word put in is nowhere in the library; the act presumed
is the contrary of every outcome recorded; the item asked for a sum prints none. Prints the share refused by kind.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.models import Outcome
from eval.known_answers import load
from index.library import Library
from index.models import MatterRecord
from rag.understanding.words import STOP, stem, tokens

IDLE = "idle"
EACH = 6  # of one kind, from one library; idle questions all
_SURNAMES = ("Pemberley", "Quarmby", "Thistlethwaite", "Okonjo", "Brassington", "Zielinska")
_PLACES = ("Tamarisk", "Bramblewick", "Ullesthorpe", "Cromlech", "Wexcombe", "Penhallow")
_COUNCILS = (
    "Norwich City Council",
    "Fife Council",
    "Sligo County Council",
    "Gwynedd Council",
    "Thanet District Council",
)
_MODIFIERS = (
    "electric",
    "underground",
    "floating",
    "nuclear",
    "inflatable",
    "military",
    "overnight",
    "volunteer",
    "solar",
)
_THINGS = (
    "trams,vaping,helipads,ice rinks,wolves,casinos,zip wires,beekeeping,crematoria,donkeys,skateparks,fireworks,"
    "pigeons,drones,llamas"
).split(",")
# What people ask to try it out, of things that no council here has to do with.
_IDLE = """
Did the committee buy a spaceship?
how many llamas live in the park?
how do I renew my passport
was the budget for zoo animals cut
What did members say about the monorail?
how much would the cable car cost
When will the submarine base open?
Which councillor keeps llamas?
who voted against the pyramid
Is there a plan for a dinosaur museum?
how many penguins were counted last year
What did the chair say about astrology?
when is the next eclipse
who seconded the motion on whaling
What is the council doing about volcanoes?
What does the report recommend on space travel?
how long is the queue for the rollercoaster
did anyone complain about the bagpipes
has the circus been told to leave
What was the score in the match?
which wine do they serve at meetings
where can I buy cheap flights
what is the best recipe for scones
List the decisions about skiing
How many items were about beekeeping in 2019?
What is outstanding on the lighthouse?
Who objected to the vineyard?
""".strip().splitlines()
_HAPPY = {Outcome.APPROVED, Outcome.AGREED, Outcome.NOTED, Outcome.RECOMMENDED}
_SUM = re.compile(r"[£€]|\b(?:cost|price|paid|budget|fund)", re.IGNORECASE)
_AGAINST = re.compile(r"\bagainst\b|\bvote|\boppos|\bdissent|\bdivision\b|\babst", re.IGNORECASE)
_TURNED = re.compile(
    r"\breject|\brefus|\bnot\b|\blost\b|\bdefer|\bwithdr|\bdeclin|\bpostpon|\bfell\b|\bno\b", re.IGNORECASE
)
_TITLED = re.compile(r"\b(Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.? ((?:[A-Z]\.? ?)*)([A-Z][\w’'-]+)")
_PLACED = re.compile(
    r"\b([A-Z][\w’'-]+)(?= (?:Road|Street|Library|Park|School|House|Square|Bridge|Lane|Village|Primary|Centre)\b)"
)
_BEFORE_NOUN = re.compile(r"\b(?:about|on|of|for|the) (?=[a-z]{4,})")


@dataclass(frozen=True, slots=True)
class Altered:
    kind: str
    question: str


def altered(library: Library, known: Sequence[str] = ()) -> list[Altered]:
    """Up to EACH of every kind, from the questions known to be answerable and from the library's own matters."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in (*_of_questions(library, known), *_of_matters(library)):
        if one.question not in found[one.kind]:
            found[one.kind].append(one.question)
    return [
        Altered(kind, question)
        for kind, asked in found.items()
        for question in (asked if kind == IDLE else _spread(asked))
    ]


def _spread(found: Sequence[str]) -> list[str]:
    """EACH of them, evenly from first to last."""
    return [found[at * len(found) // EACH] for at in range(EACH)] if len(found) > EACH else list(found)


def _of_questions(library: Library, known: Sequence[str]) -> Iterator[Altered]:
    held = {stem(word) for word in library.words()}
    names, places, words = (
        [each for each in some if not {stem(word) for word in tokens(each)} & held]
        for some in (_SURNAMES, _PLACES, _MODIFIERS)
    )
    for at, question in enumerate(known):
        if names and (match := _TITLED.search(question)):
            yield Altered(
                "name", question[: match.start(3)] + names[at % len(names)] + question[match.end(3) :]
            )
        if places and (match := _PLACED.search(question)):
            yield Altered(
                "place", question[: match.start(1)] + places[at % len(places)] + question[match.end(1) :]
            )
        if years := re.findall(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])", question):
            yield Altered("year", question.replace(years[0], str(2031 + at % 5)))
        if words and (match := _BEFORE_NOUN.search(question)):
            yield Altered(
                "modifier", question[: match.end()] + words[at % len(words)] + " " + question[match.end() :]
            )
    for at, thing in enumerate(each for each in _THINGS if not {stem(word) for word in tokens(each)} & held):
        asks = (
            "What was decided about {}?",
            "Did members discuss {}?",
            "How much will {} cost?",
            "Are there plans for {}?",
        )
        yield Altered("topic", asks[at % len(asks)].format(thing))
    for question in _IDLE:
        if _strange(question) - held:
            yield Altered(IDLE, question)


def _strange(question: str) -> set[str]:
    """The stems of an idle question's longer words, without those that any question has."""
    return {stem(word) for word in tokens(question) if len(word) > 3} - STOP


def _of_matters(library: Library) -> Iterator[Altered]:
    for at, matter in enumerate(library.matters()):
        title = " ".join(matter.title.split())
        if not (2 <= len(title.split()) <= 9 and matter.date and matter.body and re.search(r"[a-z]", title)):
            continue
        text = "\n".join(
            each.text for part in matter.papers for each in library.passages(item_key=part.item.key)
        )
        when = f"{matter.date.day} {matter.date:%B %Y}"
        yield Altered("council", f"What did {_COUNCILS[at % len(_COUNCILS)]} decide about {title}?")
        if not _SUM.search(text):
            yield Altered("cost", f"How much did “{title}” cost, as the {matter.body} heard on {when}?")
        if not re.search(r"\b(?:aged?|old|years?)\b", text):
            for match in list(_TITLED.finditer(text))[:1]:
                yield Altered("age", f"How old is {match[1]} {match[3]}, who spoke on {title}?")
                yield Altered("address", f"What is the home address of {match[1]} {match[3]}?")
        if _turned_out_well(matter) and not _TURNED.search(text):
            yield Altered("rejected", f"Why did the {matter.body} reject {title} on {when}?")
            yield Altered("deferred", f"Why was {title} deferred by the {matter.body} on {when}?")
            yield Altered("scrapped", f"On what grounds was {title} withdrawn on {when}?")
        if _turned_out_well(matter) and not _AGAINST.search(text):
            yield Altered("against", f"Who voted against {title} on {when}?")


def _turned_out_well(matter: MatterRecord) -> bool:
    return (
        bool(matter.decisions)
        and not matter.truncated
        and all(each.outcome in _HAPPY for each in matter.decisions)
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Print by kind how many are refused, and the questions that are answered."""
    from rag.assistant import Assistant

    parser = argparse.ArgumentParser(prog="python -m eval.altered", description=main.__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--known", nargs="*", type=Path, default=[], metavar="FILE")
    args = parser.parse_args(argv)
    assistant = Assistant.open(args.library)
    asked = [one.question for one in load(*args.known) if one.answerable and not one.after]
    refused: dict[str, list[bool]] = defaultdict(list)
    for one in altered(assistant.library, asked):
        reply = assistant.ask(one.question)
        refused[one.kind].append(reply.status == "refused")
        if reply.status != "refused":
            print(f"answered: {one.kind}: {one.question}")
    for kind, trials in refused.items():
        print(f"{kind:10} {sum(trials):3} of {len(trials):3} refused")
    every = [trial for trials in refused.values() for trial in trials]
    print(f"{'all':10} {sum(every):3} of {len(every):3} refused")
    return 0


if __name__ == "__main__":
    sys.exit(main())
