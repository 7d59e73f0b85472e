"""Sentences that say something else than a quote does, made from it by rule: none may ever be shown.

Each rule takes one sentence of the record and makes false ones of it, in the ways that language models (and those
who misuse them) are known to: another figure, a lost "not", a swapped name, a condition left out. The rules need not
write good English: what is asked is whether a sentence with these words passes for the quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from eval.writers.swaps import (
    ADDED,
    FOREIGN,
    INSERTED,
    MARKED,
    MONTHS,
    OPPOSITES,
    SPOKEN,
    TITLES,
    WRONG_DECISIONS,
    swap_all,
)

# Words that may stand in another place and change nothing: articles, and a month beside its day.
_SAY_LITTLE = {"the", "a", "an", "that", "The", "A", "An", "That", *MONTHS}
_HEADINGS = ("RESOLVED", "AGREED", "In addition", "However")  # what they open is no less without them
# What a meeting does by saying so may be told as done: "be noted", "was noted".
_TO_BE_DONE = (
    r"\bbe (?!(?:not )?(?:noted|approved|agreed|endorsed|adopted|received|accepted|recommended|requested|asked|thanked"
    r"|supported|welcomed|confirmed|appointed|elected|authorised|referred|deferred|refused|rejected|invited)\b)"
    r"(?=\w+(?:ed|en|t)\b)"
)

Rule = Callable[[str], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Attack:
    """A sentence that a quote does not bear out, and the rule that made it."""

    rule: str
    sentence: str


def attacks_on(quote: str, *, decided: bool = False) -> Iterator[Attack]:
    """Every attack that the rules make of one sentence of the record; of a decision, others than of what was said."""
    rules = {**RULES, **(OF_DECISIONS if decided else OF_THE_REST)}
    seen = {_bare(quote)}
    for name, rule in rules.items():
        for sentence in rule(quote):
            if _bare(sentence) not in seen:
                seen.add(_bare(sentence))
                yield Attack(name, sentence)


def _bare(text: str) -> str:
    return text.strip(" .,;:").casefold()


def _replaced(pattern: str, quote: str, by: Callable[[re.Match[str]], str]) -> Iterator[str]:
    """The quote with each match replaced in turn."""
    for match in re.finditer(pattern, quote):
        yield quote[: match.start()] + by(match) + quote[match.end() :]


def _figures(quote: str) -> Iterator[str]:
    yield from _replaced(r"\d+", quote, lambda found: str(int(found[0]) + 1))
    yield from _replaced(r"\d+(?=\D|$)", quote, lambda found: found[0] + "0")
    yield from _replaced(r"£(?=\d)", quote, lambda found: "")
    yield from _replaced(r"(?<=\d)%", quote, lambda found: "")
    yield from _replaced(r"(?<=\d),(?=\d)|(?<=\d)\.(?=\d)", quote, lambda found: " ")
    figures = re.findall(r"\d[\d,./]*\d|\d", quote)
    for one, other in pairwise(figures):
        yield _exchanged(quote, one, other)


def _exchanged(text: str, one: str, other: str) -> str:
    return other.join(part.replace(other, one) for part in text.split(one))


def _dates(quote: str) -> Iterator[str]:
    yield from _replaced(
        rf"\b(?:{'|'.join(MONTHS)})\b",
        quote,
        lambda found: MONTHS[(MONTHS.index(found[0]) + 1) % len(MONTHS)],
    )
    yield from _replaced(r"\b(?:19|20)\d\d\b", quote, lambda found: str(int(found[0]) - 1))


def _names(quote: str) -> Iterator[str]:
    yield from _replaced(rf"\b({TITLES}) [A-Z]\w+", quote, lambda found: f"{found[1]} Vance")
    names = [
        name for name in re.findall(r"(?<=\w )[A-Z][a-z]+", quote) if name not in (*MONTHS, *_SAY_LITTLE)
    ]
    for one, other in pairwise(names):
        if one != other:
            yield _exchanged(quote, one, other)
    yield f"Councillor Vance said that {quote}"
    yield f"Vance: {quote}"


def _nots(quote: str) -> Iterator[str]:
    yield from _replaced(r"\b(?:not|no|never|without|nor|neither)\b ?", quote, lambda found: "")
    yield from _replaced(r"n't\b|n’t\b", quote, lambda found: "")
    yield from _replaced(
        r"\b(?:be|was|were|is|are|had|has|have|will|would|could|should|may|can|did)\b", quote,
        lambda found: f"not {found[0]}" if found[0] == "be" else f"{found[0]} not",
    )  # fmt: skip
    yield from _replaced(r"^To\b|\bto (?=[a-z])", quote, lambda found: f"{found[0].strip()} not ")
    for match in re.finditer(r"\bnot(?: be)? ", quote):
        yield quote[match.end() :]


def _opposites(quote: str) -> Iterator[str]:
    told = quote.replace("It is recommended", "It was recommended")
    yield from (sentence for sentence in swap_all(OPPOSITES, quote) if sentence != told)


def _spoken(quote: str) -> Iterator[str]:
    yield from swap_all(SPOKEN, quote)


def _turned(quote: str) -> Iterator[str]:
    """Who did it to whom, what came from what: the two sides of a word changed round."""
    for word in ("told", "asked", "thanked", "moved", "seconded", "supported", "from", "to", "than", "against", "by",
                 "of", "because", "so that", "instead of", "and not", "before", "after", "in"):  # fmt: skip
        before, found, behind = quote.rstrip(".").partition(f" {word} ")
        if found and before.casefold() != behind.casefold():
            yield f"{behind} {word} {before}"
            near, far = before.split(" "), behind.split(" ")
            if near[-1] != far[0]:
                yield " ".join([*near[:-1], far[0], word, near[-1], *far[1:]])


def _cut(quote: str) -> Iterator[str]:
    """What limits a sentence, left out: its conditions, its last part, its first, any word that says something."""
    for match in re.finditer(
        r",? (?:subject to|if|unless|until|except|provided|in principle|instead of|before|after|when|whether|because"
        r"|without|for|from|at|in|on|by|of|with|who|which|and|but|against|as)\b|[,;:(](?![A-Z]+\)| \(\w\))", quote,
    ):  # fmt: skip
        if len(quote[: match.start()].split()) > 2:
            yield quote[: match.start()]
        if len(quote[match.end() :].split()) > 2 and quote[: match.start()] not in _HEADINGS:
            yield quote[match.end() :].lstrip()
    for match in re.finditer(r"(?<=[\s(])(?!agreed?\b)[a-z]{5,}\b", quote):
        yield f"{quote[: match.start()].rstrip()} {quote[match.end() :].lstrip()}"
    inner = re.search(r", [^,;]+,", quote)
    if inner and inner.end() - inner.start() > 12 and not re.match(r", (?:the )?[A-Z]", inner[0]):
        yield quote[: inner.start()] + quote[inner.end() :]


def _put_in(quote: str) -> Iterator[str]:
    words = quote.split(" ")
    for at, word in enumerate(INSERTED):
        place = 1 + at * 7 % max(len(words) - 1, 1)
        yield " ".join([*words[:place], word, *words[place:]])
    yield from (quote.rstrip(".") + more for more in ADDED)


def _jumbled(quote: str) -> Iterator[str]:
    """The same words in another order."""
    words = quote.rstrip(".").split(" ")
    if len(words) < 8:
        return
    yield " ".join(reversed(words))
    for step in (2, 3):
        yield " ".join(word for first in range(step) for word in words[first::step])
    half = len(words) // 2
    yield " ".join([*words[half:], *words[:half]])
    yield from (
        " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])
        for at in range(0, len(words) - 1, 2)
        if not {words[at].strip(",;"), words[at + 1].strip(",;")} & _SAY_LITTLE
        and (words[at], words[at + 1]) != ("be", "not")
        and not words[at + 1].startswith("(")
    )


def _marked(quote: str) -> Iterator[str]:
    yield from (pattern.replace("%", quote) for pattern in MARKED)
    yield from _replaced(r"a", quote, lambda found: "\u0430")  # Cyrillic
    yield from _replaced(r"\d", quote, lambda found: chr(0xFF10 + (int(found[0]) + 1) % 10))  # full width
    yield from _replaced(r" ", quote, lambda found: " \u202e")  # what follows is printed backwards
    yield quote.replace(" ", " \u200bnot\u200b ", 1)


def _foreign(quote: str) -> Iterator[str]:
    yield from FOREIGN


def _unsaid(quote: str) -> Iterator[str]:
    """What somebody said, asked or hoped, as if it were so."""
    for match in re.finditer(
        r"\b(?:said|told|reported|explained|asked|whether|answered|replied|thought|hoped|moved|proposed|that|if) "
        r"(?=\S+ \S+ \S)", quote,
    ):  # fmt: skip
        if match.start():
            yield quote[match.end() :]


def _called_decided(quote: str) -> Iterator[str]:
    said = quote[0].lower() + quote[1:]
    for lead in ("The committee agreed that", "It was decided that", "Members resolved that", "It was agreed that",
                 "It was resolved that", "The Council has decided that", "Decided:", "RESOLVED that",
                 "The committee approved that"):  # fmt: skip
        yield f"{lead} {said}"


def _decided_otherwise(quote: str) -> Iterator[str]:
    content = re.sub(r"^(?:RESOLVED )?(?:That|that|To) ", "", quote)
    for lead in WRONG_DECISIONS:
        yield f"{lead} {content}"
    for done in ("was ", "has been ", "had been ", "is being "):
        yield re.sub(_TO_BE_DONE, done, quote, count=1)
    yield from _replaced(r"\bbe (?=\w)", quote, lambda found: "might be ")


RULES: dict[str, Rule] = {
    "alters a figure": _figures,
    "alters a date": _dates,
    "alters, swaps or invents a name": _names,
    "drops or adds a not": _nots,
    "says the opposite, or something like it": _opposites,
    "turns subject and object round": _turned,
    "leaves a condition or qualifier out": _cut,
    "puts words in": _put_in,
    "jumbles the words": _jumbled,
    "writes markup, links, JSON or look-alike letters": _marked,
    "writes in another language": _foreign,
}
OF_DECISIONS: dict[str, Rule] = {"tells another decision": _decided_otherwise}
OF_THE_REST: dict[str, Rule] = {
    "calls it decided": _called_decided,
    "tells what was said as a fact": _unsaid,
    "changes who said it, or how": _spoken,
}
