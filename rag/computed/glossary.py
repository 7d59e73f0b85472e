"""What an acronym or a term stands for, in the words of the papers that explain it: "what does CHC mean?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.parts.acronyms import ACRONYM, is_acronym, singular
from corpus.parts.lines import fold, split_sentences
from index.models import Passage, TermRecord
from rag.answering.compose import Quote
from rag.answering.places import say_date, say_item
from rag.answering.terms import meanings_within
from rag.computed.told import Request, Silence, Told
from rag.models import Computed
from rag.understanding.glossary import Meaning, is_everyday
from rag.understanding.words import STOP

MOST_TOLD = 2  # papers quoted for one meaning, and sentences that say what it is
DEPTH = 40  # passages looked through

_CALLED = r"(?:(?:the\s+)?(?:acronym|abbreviation|initials|letters|term|word|phrase)\s+)?"
_TERM = _CALLED + r"(?:the\s+|an?\s+)?[\"'“‘]?(?P<term>[^\s\"'“”‘’?][^\"“”?]{0,58}?)[\"'”’]?"
_OPENS = (
    r"(?:(?:so|and|but|please)[,\s]+)*(?:(?:can|could)\s+you\s+(?:please\s+)?(?:tell\s+me|say|explain)\s+)?"
)
_CONTEXT = (
    r"(?:\s+(?:in|on|for)\s+(?:the|this|these|that|our)\s+(?:\w+\s+)?"
    r"(?:contexts?|papers?|reports?|minutes|records?|documents?))?"
)
_IS = r"(?:['’]s|\s+is|\s+are)\s+"
_ASKS_MEANING = [
    re.compile(f"{_OPENS}{asks}{_CONTEXT}\\W*", re.IGNORECASE)
    for asks in (
        rf"what\s+(?:do|does|did)\s+{_TERM}\s+(?:mean|stand\s+for)",
        rf"what{_IS}{_TERM}\s+(?:short|an?\s+(?:acronym|abbreviation))\s+(?:for|of)",
        rf"what\s+{_TERM}\s+(?:means?|stands?\s+for|is\s+short\s+for)",
        rf"(?:what{_IS})?(?:the\s+)?(?:meaning|definition|full\s+(?:form|name))\s+of\s+{_TERM}",
        rf"what{_IS}meant\s+by\s+{_TERM}",
        rf"define\s+{_TERM}",
        rf"{_TERM}\s+(?:stands?\s+for|is\s+short\s+for|means?)(?:\s+what)?",
    )
]
# Of letters, whatever stands around them: "SPV - reports use it. Meaning?", "I keep meeting SPV: what is it?".
_PRONOUN = r"(?:it|that|this|they|these|those|the\s+letters)"
_ASKS_OF_LETTERS = re.compile(
    rf"\bwhat(?:\s+on\s+earth)?\s+(?:do|does|did)\s+{_PRONOUN}\s+(?:mean|stand\s+for)\s*(?:[?!.,;]|$)"
    rf"|\b(?:what|who)(?:['’]s|\s+is|\s+are|\s+was|\s+were)\s+{_PRONOUN}(?:\s+(?:short|an?\s+acronym)\s+for)?\s*(?:[?!.,;]|$)"
    rf"|\b(?:what|who)\s+{_PRONOUN}\s+(?:means?|stands?\s+for|is|are)\s*(?:[?!.,;]|$)"
    r"|(?:^|[.?!,;:–—-])\s*(?:(?:the|its|their)\s+)?(?:meaning|definition|(?:in\s+full|full\s+(?:name|form|title)))\W*$"
    r"|\b(?:means?|stands?\s+for|short\s+for)\s+what\W*$",
    re.IGNORECASE,
)
_FIRST_LETTERS = re.compile(rf"^\W*(?:the\s+)?[\"'“‘]?(?P<term>{ACRONYM})[\"'”’]?\s*(?:[:,;.?–—]|\s-)\s")
_LETTERS = re.compile(rf"(?<![\w&])(?P<term>{ACRONYM})")
_IN_PLACE = re.compile(  # "... in the November 2017 council minutes"
    rf"(?P<asks>.*?\b(?:mean|stands?\s+for|short\s+for)|\W*what(?:['’]s|\s+is|\s+are)\s+(?:an?\s+|the\s+)?{ACRONYM})"
    r"\s*,?\s+(?:in|on|for|at|as|when|according|that|which)\b[^?]*\W*",
    re.IGNORECASE,
)
_ASKS_WHAT = re.compile(rf"{_OPENS}(?:wh(?:at|o){_IS}|explain\s+){_TERM}{_CONTEXT}\W*", re.IGNORECASE)


_CLAUSES = re.compile(r"\s[-–—]+\s|[.?!;:,–—]+\s+|\s+(?:and|but|so)\s+(?=(?:what|who)\b)", re.IGNORECASE)
_AFTER = re.compile(
    r"\s+(?:there|here|then|exactly|precisely|actually|anyway|again|please|supposed to|in (?:it|this|that|them)|"
    r"in full|at all)\W*$",
    re.IGNORECASE,
)


def tell_meaning(request: Request) -> Told | Silence | None:
    """What the papers that fit the filters say a term stands for; a silence when they use an acronym and never say."""
    text = request.asked.text
    of_meaning = _asked_of_letters(text) or _asked_in_passing(text) or _asked_of(text)
    asked = of_meaning or _ASKS_WHAT.fullmatch(text)
    if asked is None:
        return None
    term = asked["term"].strip()
    shouted = text.isupper() or term.islower()
    if shouted and (term.casefold() in STOP or not (of_meaning or _is_known(request, term))):
        return None  # "what does it mean?" asks for no glossary, nor does "what is the plan?"
    meanings = meanings_within(request.library, request.lexicon.glossary, request.filters, term)
    quotes = [quote for meaning in meanings for quote in _told(meaning)]
    written = singular(term.upper() if shouted else term)
    if is_acronym(written) and not (of_meaning and quotes):
        quotes += [each for each in _saying_what(request, written) if not _is_told(each, quotes)]
    if quotes:
        return Told(tuple(quotes), _computed(meanings))
    if of_meaning and is_acronym(written) and (perhaps := _perhaps(request, written)):
        return perhaps
    return _silence(request, written, not shouted) if is_acronym(written) else None


def _perhaps(request: Request, term: str) -> Told | None:
    """The one name with these letters, in papers that use them and never say what they stand for."""
    using = {passage.span.document_id for passage in _printing(request, term)}
    told = [each for each in request.lexicon.spelt_out(term) if each.passage.span.document_id in using]
    if not told:
        return None
    sentence = f"No paper says what {term} stands for; the name with these letters is {told[0].long}."
    return Told(tuple(_told(Meaning(term, told[0].long, tuple(told)))), Computed(sentence, 1, "meanings"))


def _asked_of(text: str) -> re.Match[str] | None:
    """What the meaning is asked of; where it is a term in capitals, in whatever place."""
    found = next((match for each in _ASKS_MEANING if (match := each.fullmatch(text))), None)
    if found is None and not text.isupper() and (placed := _IN_PLACE.fullmatch(text)):
        found = next((match for each in _ASKS_MEANING if (match := each.fullmatch(placed["asks"]))), None)
        return found if found and is_acronym(found["term"].strip()) else None
    return found


def _asked_of_letters(text: str) -> re.Match[str] | None:
    """The letters whose meaning is asked beside them: those that come first, or the only ones there are."""
    if text.isupper() or not _ASKS_OF_LETTERS.search(text):
        return None
    letters = [match for match in _LETTERS.finditer(text) if is_acronym(match["term"])]
    first = _FIRST_LETTERS.match(text)
    if first and is_acronym(first["term"]):
        return first
    asks = _ASKS_OF_LETTERS.search(text)
    alone = len(letters) == 1 and asks is not None and letters[0].end() <= asks.start()
    return letters[0] if alone else None


def _asked_in_passing(text: str) -> re.Match[str] | None:
    """Letters whose meaning one clause of a text asks: "the report credits HWS - what's HWS short for there?"."""
    if text.isupper():
        return None
    for clause in _CLAUSES.split(text):
        asked = _AFTER.sub("", clause.strip(" ?!."))
        match = next((match for each in _ASKS_MEANING if (match := each.fullmatch(asked))), None)
        if match and is_acronym(match["term"].strip()):
            return match
    return None


def _is_known(request: Request, term: str) -> bool:
    """Whether some paper explains the term, and it is no everyday word besides."""
    return not is_everyday(term.casefold()) and bool(request.lexicon.glossary.meanings(term))


def _told(meaning: Meaning) -> list[Quote]:
    """The words that explain it best: of papers that set out to, then of the latest; each paper and wording once."""
    found: dict[str, Quote] = {}
    documents: set[str] = set()
    for record in sorted(meaning.told, key=_rank):
        quote = Quote(record.passage, record.start, record.end)
        document = record.passage.span.document_id
        if document not in documents and fold(quote.text).casefold() not in found:
            found[fold(quote.text).casefold()] = quote
            documents.add(document)
    return list(found.values())[:MOST_TOLD]


def _rank(record: TermRecord) -> tuple[bool, bool]:
    words = Quote(record.passage, record.start, record.end).text
    sets_out = re.match(rf"\W*{re.escape(record.short)}(?!\w)", words) is not None
    return (record.passage.set_aside, not sets_out)


def _saying_what(request: Request, term: str) -> list[Quote]:
    """Sentences that say what the acronym is: "The MASH is a ..."."""
    says = re.compile(
        rf"\W*(?:the\s+|an?\s+)?{re.escape(term)}s?\s+(?:is|are|was|were)\s+(?:an?|the|where|when)\b",
        re.IGNORECASE,
    )
    found = []
    for passage in _printing(request, term):
        base = passage.span.start
        for start, end in split_sentences(passage.text, 0, len(passage.text)):
            if says.match(passage.text, start, end):
                found.append(Quote(passage, base + start, base + end))
    return found[:MOST_TOLD]


def _is_told(quote: Quote, told: Iterable[Quote]) -> bool:
    return any(fold(quote.text).casefold() == fold(each.text).casefold() for each in told)


def _printing(request: Request, term: str) -> list[Passage]:
    """Passages that print the acronym as it is, best first."""
    printed = re.compile(rf"(?<!\w){re.escape(term)}s?(?!\w)")
    hits = request.library.store.matching([term.casefold(), f"{term.casefold()}s"], DEPTH, request.filters)
    return [hit.passage for hit in hits if printed.search(hit.passage.text)]


def _computed(meanings: Sequence[Meaning]) -> Computed | None:
    spelt = [meaning for meaning in meanings if meaning.is_of_acronym]
    if not spelt or len(spelt) < len(meanings):
        return None
    short = singular(spelt[0].short)
    if len(spelt) == 1:
        return Computed(f"{short} stands for {spelt[0].long}.", 1, "meanings")
    told = "; ".join(meaning.long for meaning in spelt)
    return Computed(f"{short} has {len(spelt)} meanings in the papers held: {told}.", len(spelt), "meanings")


def _silence(request: Request, term: str, as_written: bool) -> Silence | None:
    held = "The papers that fit the filters" if request.filters else "The papers held"
    printing = _printing(request, term)
    if printing:
        passage = printing[0]
        place = say_item(passage.item, passage.title) or passage.span.document_id
        when = f" of {say_date(passage.date)}" if passage.date else ""
        return Silence(f"{held} do not say what {term} stands for; it occurs in {place}{when}.")
    return Silence(f"{held} do not use {term}.") if as_written else None
