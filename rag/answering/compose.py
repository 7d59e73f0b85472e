"""Put chosen evidence into claims, citations and text a person can read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from corpus.parts.acronyms import singular
from corpus.parts.lines import LIST_NUMBER, fold
from index.models import Passage
from rag.answering.choose import Choice
from rag.answering.places import SAID, say_date, say_item
from rag.models import Citation, Claim, Computed, Term
from rag.retrieval.evidence import Evidence

_FEW = 2  # markers that are told one by one
_BULLET = re.compile(r"^(?:[•·▪\s]|[-–](?!\d|£))+")  # "-5%" is below nought


@dataclass(frozen=True, slots=True)
class Quote:
    """A run of a passage's words to be told: offsets in the document, end exclusive."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        base = self.passage.span.start
        return self.passage.text[self.start - base : self.end - base]


@dataclass(frozen=True, slots=True)
class Cells:
    """What is told of a table's row, and the rows that title its columns."""

    text: str
    header: Quote


def whole(passage: Passage) -> Quote:
    return Quote(passage, passage.span.start, passage.span.end)


def cite(quote: Quote | Evidence, n: int, url: str | None = None) -> Citation:
    """The exact words of a quote or a piece of evidence, and where they stand."""
    passage = quote.passage
    span = passage.span
    place = type(span)(span.document_id, span.page, quote.start, quote.end)
    return Citation(n, span.document_id, passage.council, passage.body, passage.date, passage.item, passage.title,
                    passage.decision, passage.kind, url, quote.text, place, passage.ocr)  # fmt: skip


Telling = Callable[["Evidence | Quote"], Cells | None]


def claims_of_quotes(
    quotes: Sequence[Quote], urls: Mapping[str, str | None], cells_of: Telling = lambda _: None
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """One claim for each quote, in its own words."""
    return _claims([(each, ()) for each in quotes], urls, cells_of)


def claims_of(
    choice: Choice, urls: Mapping[str, str | None], cells_of: Telling = lambda _: None
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """One claim for each piece of evidence, in its own words; the same words elsewhere are cited beside it."""
    return _claims(list(zip(choice.evidence, choice.also, strict=True)), urls, cells_of)


def _claims(
    told: Sequence[tuple[Quote | Evidence, Sequence[Evidence]]],
    urls: Mapping[str, str | None],
    cells_of: Telling,
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Beside a table's row is cited what titles its columns: once for all rows of a table."""
    claims: list[Claim] = []
    citations: list[Citation] = []
    headers: dict[tuple[str, int], int] = {}  # by document and place: the citation's number

    def add(quote: Quote | Evidence, *, titles: bool = False) -> int:
        url = urls.get(quote.passage.span.document_id)
        citations.append(replace(cite(quote, len(citations) + 1, url), titles=titles))
        return len(citations)

    for each, twins in told:
        row = cells_of(each)
        numbers = [add(one) for one in (each, *twins)]
        if row:
            at = row.header.passage.span.document_id, row.header.start
            if at not in headers:
                headers[at] = add(row.header, titles=True)
            numbers.append(headers[at])
        cut = " …" if each.passage.decision_truncated else ""
        claims.append(Claim(row.text if row else claim_text(each.text) + cut, tuple(numbers)))
    return tuple(claims), tuple(citations)


def claim_text(words: str) -> str:
    """The words on one line, cells of a table parted by bars and its rows by semicolons, without the bullet they
    stood behind."""
    text = _BULLET.sub("", _rows(words) if "\t" in words else fold(words)).strip()
    if (number := LIST_NUMBER.match(text)) and text[0].isdigit():
        text = text[number.end() :]
    return text.removesuffix(";").removesuffix("; and").strip()


def _rows(words: str) -> str:
    """Lines that hold cells are rows, as in a list of who attended; what stands below a gap is no part of them."""
    said, before = "", ""
    for line in words.split("\n"):
        cells = [cell for cell in map(fold, line.split("\t")) if cell]
        if cells:
            if "\t" in before.strip() and ("\t" in line.strip() or before.endswith("\n")):
                said += "; "
            elif said:
                said += " | " if line.startswith("\t") or before.endswith("\t") else " "
            said += " | ".join(cells)
            before = line
        else:
            before += "\n"
    return said


def say(
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    computed: Computed | None = None,
    terms: Sequence[Term] = (),
) -> str:
    """The answer: what was computed, if anything, with the markers of all that it is told from; then, under each
    meeting and item, what kind of fact each claim is, its words and its markers, with each term explained in square
    brackets where it is first used."""
    lines: list[str] = [f"{computed.sentence} {marks_of_all(claims)}"] if computed else []
    lead = [
        (citations[claim.citations[0] - 1], f"{text} {_markers(claim)}")
        for claim, text in zip(claims, _explained(claims, terms), strict=True)
    ]
    for place, group in groupby(
        lead, key=lambda each: (each[0].body, each[0].date, each[0].item, each[0].title)
    ):
        body, date, item, title = place
        where = [body, say_date(date) if date else "undated", say_item(item, title)]
        lines.append(", ".join(filter(None, where)) + ":")
        lines += [f"• {SAID[citation.kind]}: {words}" for citation, words in group]
    return "\n".join(lines)


def _explained(claims: Sequence[Claim], terms: Sequence[Term]) -> list[str]:
    """The claims' words; behind the first use of each term what it stands for: "CHC [Continuing Health Care][3]"."""
    found = []
    for term in terms:
        used = re.compile(rf"(?<![\w&/]){re.escape(singular(term.short))}s?(?![\w&/])")
        uses = ((at, match.end()) for at, claim in enumerate(claims) if (match := used.search(claim.text)))
        found += [(at, end, f" [{term.long}][{term.citation}]") for at, end in islice(uses, 1)]
    texts = [claim.text for claim in claims]
    for at, end, meaning in sorted(found, reverse=True):  # from the end, so that the places stay true
        texts[at] = texts[at][:end] + meaning + texts[at][end:]
    return texts


def cited_by(claims: Sequence[Claim]) -> list[int]:
    """The numbers of all that claims cite, in order: what a count is of, without what only explains its terms."""
    return sorted({n for claim in claims for n in claim.citations})


def marks_of_all(claims: Sequence[Claim]) -> str:
    """The markers of everything that a count or a list is of: "[1]", "[1][2]", "[1]–[7]"."""
    cited = cited_by(claims)
    if len(cited) > _FEW and cited[-1] - cited[0] == len(cited) - 1:
        return f"[{cited[0]}]–[{cited[-1]}]"
    return "".join(f"[{n}]" for n in cited)


def _markers(claim: Claim) -> str:
    return "".join(f"[{n}]" for n in claim.citations)
