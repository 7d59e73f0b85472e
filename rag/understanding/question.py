"""A question, understood without a language model: its words, what sort of answer it wants, and
which place in the record (date, item, body) it names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.parts.numbers import REFERENCE
from rag.models import QuestionError
from rag.understanding.wanted import Wanted, read_wanted
from rag.understanding.when import Span, mend_months, read_spans
from rag.understanding.words import FRAME, STOP, plain, stem, tokens

MAX_CHARACTERS = 1_000


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the question."""

    plain: str  # lower case
    stem: str
    is_name: bool  # written with a capital inside the sentence, or all in capitals
    is_frame: bool  # "committee", "decided": what is asked for rather than what about


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    words: tuple[Word, ...]
    wanted: Wanted
    dates: tuple[Span, ...]
    items: tuple[str, ...]  # references as printed: "27", "CYP/19/22"
    decision: str | None  # "decision 2"
    bodies: tuple[frozenset[str], ...]  # stems of each body named: {"ofst", "subgroup"}
    body_acts: bool  # a body named did it: "did the Panel agree", rather than "who chairs the Panel"
    attribute: str | None  # stem of what is asked of something: "the address of", "rated outstanding"
    recent: bool  # asks how things stand, or how they ended
    of_meeting: bool  # the dates say when the meeting was, rather than when something happened

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that say what the question is about."""
        return tuple(word for word in self.words if not word.is_frame)

    @property
    def is_of_a_place(self) -> bool:
        """Whether it is about no matter, but a meeting, an item or a body: "what did Cabinet decide in May 2019?"."""
        named = frozenset().union(*self.bodies)
        return all(word.stem in named for word in self.content)


_NUMBER = rf"(?:{REFERENCE}|\d{{2}}/\d{{1,4}}|\d{{1,4}}(?:\.\d{{1,2}})?[a-z]?)"
_NO_UNIT = r"\b(?![/.]\d|\s*(?:minutes?|hours?|days?|weeks?|months?|years?|per|%))"
_ITEM = re.compile(
    rf"\b(?:agenda\s+)?(?:items?|minute|min\.)\s*(?:nos?\.?|numbers?|#)?\s*"
    rf"(?P<numbers>(?<!s\s){_NUMBER}|(?<=s\s){_NUMBER}(?:(?:\s*,|\s+and|\s+or|\s*&)+\s*{_NUMBER})*){_NO_UNIT}"
    rf"|\b(?P<alone>{REFERENCE}|\d{{2}}/\d{{1,4}})\b(?!/)",
    re.IGNORECASE,
)
_DECISION_NUMBER = re.compile(
    rf"\bdecision\s+(?:no\.?\s*|number\s*)?(?P<number>\d{{1,2}}){_NO_UNIT}", re.IGNORECASE
)
_BODY = re.compile(
    r"(?P<name>(?:[\w&’'-]+\s+){1,6}?)(?P<sort>(?:scrutiny\s+)?(?:committee|sub-?\s?group|panel|board|forum))\b",
    re.IGNORECASE,
)
_CABINET = re.compile(
    r"\b(?:did|does|has|have|was|is|by|at|of|the) cabinet\b(?! (?:member|paper|report|office))", re.IGNORECASE
)
_ACTS = re.compile(
    r"\b(?:did|does|has|have|by)\s+(?:the\s+)?(?:[\w&’'-]+\s+){0,6}?(?:committee|sub-?\s?group|panel|board|forum|cabinet)\b",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"\b(?:the|our|this|that|its|by|of|at|on|to|an?|did|was|another|new|next|last|previous|first|two|three)\b",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\b(?:still|now|nowadays|currently|latest|newest|most recent(?:ly)?|in the end|eventually|finally|these days"
    r"|up to date|any ?more|(?:happened|became|came) (?:to|of|with))\b",
    re.IGNORECASE,
)
# A verb made of words that say nothing alone.
_TAKES_OVER = re.compile(r"\b(?:takes?|taking|taken|took)\s+over(?:\s+from)?\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"^(?:so |and |but |please |ok |hi |hello )?"
    r"(?:what(?:'s| is| was| are| were)? (?:the |its |their )?(?:exact |full |total )?|which )"
    r"(?P<attribute>[a-z]{3,}) (?:of|for|did|does|do)\b",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:rated|judged|graded)(?: as| to be)? [\"'‘“]?(?P<attribute>[a-z]{3,})\b", re.IGNORECASE
)
_MINUTES_OF = re.compile(r"\bminutes\b", re.IGNORECASE)
_AT_MEETING = re.compile(
    r"\b(?:at|in|of|during|from) (?:the |that |this |our |its )?(?:[\w’']+ ){0,5}(?:meeting|session|sitting)\b"
    r"|\b(?:committee|panel|subgroup|board|cabinet|council|executive) (?:met|meet|sat)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:['’./,-][^\W_]+)*%?|£\d[\d,.]*")


def read_question(text: str) -> Question:
    """Understand a question.

    Raises:
        QuestionError: it is blank, has no words, or is longer than MAX_CHARACTERS.
    """
    return understand(clean(text))


def understand(text: str) -> Question:
    """Understand a question that `clean` has let pass; mended, it may have grown."""
    said = mend_months(_TAKES_OVER.sub("replaces", text))
    dates, rest = read_spans(said)
    items, rest = _read_items(rest)
    decision = match["number"] if (match := _DECISION_NUMBER.search(rest)) else None
    rest = _DECISION_NUMBER.sub("decision", rest)
    wanted = read_wanted(said)
    of_meeting = not _MINUTES_OF.search(said) and (
        wanted in (Wanted.DECISION, Wanted.PRESENT, Wanted.MEETING_PLACE)
        or _AT_MEETING.search(said) is not None
    )
    attributed = _RATED.search(said) or _ATTRIBUTE.search(said)
    attribute = stem(plain(attributed["attribute"])) if attributed else None
    recent = _RECENT.search(said) is not None
    return Question(
        said,
        _read_words(rest),
        wanted,
        dates,
        items,
        decision,
        _read_bodies(rest),
        _ACTS.search(rest) is not None,
        attribute,
        recent,
        of_meeting,
    )


def clean(text: str) -> str:
    """The question on one line, without control characters or marks that show nothing.

    Raises:
        QuestionError: it is blank, has no words, or is longer than MAX_CHARACTERS.
    """
    shown = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    cleaned = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in shown).split())
    if not cleaned:
        raise QuestionError(
            "The question is blank; ask something, such as: what was decided about school places?"
        )
    if len(cleaned) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(cleaned):,} characters; ask in at most {MAX_CHARACTERS:,}."
        )
    if not re.search(r"\w", cleaned):
        raise QuestionError(
            "The question has no words in it; ask something, such as: who chaired the last meeting?"
        )
    return cleaned


def _read_items(text: str) -> tuple[tuple[str, ...], str]:
    """The references a text names, and the text without them. "24/7" and "18/19" alone are no items."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match["alone"] and _is_no_item(match["alone"]):
            return match.group()
        found.extend(each.upper() for each in re.findall(_NUMBER, match["numbers"] or match["alone"], re.I))
        return " "

    rest = _ITEM.sub(take, text)
    return tuple(dict.fromkeys(found)), rest


def _is_no_item(number: str) -> bool:
    """Round the clock, half and half, or a year from one to the next ("18/19")."""
    if number in ("24/7", "50/50"):
        return True
    first, _, second = number.rpartition("/")
    return first.isdecimal() and len(second) == 2 and int(second) == int(first) + 1


def _read_bodies(text: str) -> tuple[frozenset[str], ...]:
    """Bodies named by more than their sort: "the Ofsted Subgroup", not "the committee"."""
    found = []
    for match in _BODY.finditer(text):
        name = _BEFORE_NAME.split(match["name"])[-1]
        if not text.isupper() and (capital := re.search(r"\b[A-Z]", name)):
            name = name[capital.start() :]
        words = {stem(word) for word in tokens(name) if word not in STOP and word not in FRAME}
        if words:
            sort = re.sub(r"sub\W?group", "subgroup", match["sort"], flags=re.IGNORECASE)
            found.append(frozenset(words | {stem(word) for word in tokens(sort)}))
    if _CABINET.search(text):
        found.append(frozenset({stem("cabinet")}))
    return tuple(found)


def _read_words(text: str) -> tuple[Word, ...]:
    found: dict[str, Word] = {}
    titled = _is_titled(text)
    for position, match in enumerate(_TOKEN.finditer(text)):
        raw = match.group()
        for part in raw.split("-") if raw[0].isdigit() or raw[0] == "£" else re.split(r"[-/.,]", raw):
            word = plain(part)
            if not word or word in STOP or (len(word) == 1 and not word.isdigit()):
                continue
            capital = part[0].isupper() and (position > 0 or part.isupper()) and not titled
            found.setdefault(stem(word), Word(word, stem(word), capital, word in FRAME))
    return tuple(found.values())


def _is_titled(text: str) -> bool:
    """Whether most words have a capital, as in a title: then a capital makes no name."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return bool(sum(word[0].isupper() for word in words) > 0.7 * len(words))
