"""What the app shows, as HTML. Pure functions; everything that comes from a paper is escaped here.

The chat passes HTML through Gradio's Markdown. `escape` therefore writes every punctuation mark as a
character reference, so that no word of a paper can be HTML or Markdown, and no block holds a blank
line, which would end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from urllib.parse import quote, urlencode, urlsplit

from corpus.models import SectionKind
from index.models import Coverage
from rag.answering.compose import marks_of_all
from rag.models import Answer, Citation, Claim, Nearest, Notice, NoticeKind, Refusal, Term
from ui.present import clean, coverage_line, day, kind_words, not_cited, paper_place

PASSAGE = "passage"  # the path that opens the words behind a citation

# Four different things, four looks; every other kind looks like a report.
_LOOKS = {
    SectionKind.DECISION: "decided",
    SectionKind.RECOMMENDATION: "recommended",
    SectionKind.DISCUSSION: "discussed",
    SectionKind.INTEREST: "discussed",
}
_NOTICE_WORDS = {  # of a question read another way than it was asked, the notice says all there is
    NoticeKind.TRUNCATED: "Cut short",
    NoticeKind.UNDATED: "Undated paper",
    NoticeKind.CONFLICT: "The record disagrees",
    NoticeKind.DRAFT: "Draft",
    NoticeKind.OCR: "Scanned paper",
    NoticeKind.WITHHELD: "Not open to the public",
    NoticeKind.CANCELLED: "Cancelled",
    NoticeKind.SUPERSEDED: "Undone later",
    NoticeKind.EARLIER: "Earlier decisions",
    NoticeKind.PARTIAL: "Not all",
    NoticeKind.NOT_DECIDED: "No decision listed",
    NoticeKind.WRITTEN: "Worded by a machine",
    NoticeKind.DROPPED: "Left out",
}
# A long answer runs on below the question box, so what bears on trusting it comes first; these speak of one source, or
# of what is not there, and come behind it.
_BEHIND = {NoticeKind.UNDATED, NoticeKind.OCR, NoticeKind.WITHHELD, NoticeKind.DROPPED}
# Where a printed line only ran out of paper: it is long and ends in mid-sentence, and a small letter, a figure or a sum
# that numbers nothing begins the next. Names in a list begin with capitals.
_WRAP = re.compile(r"(?<=[^\n]{39}[^\s.:;!?])[^\S\n]*\n(?=[a-z0-9£])(?!(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)]\s)")
_CELL = re.compile(r"\t(?!\t*(?:$|&#10;|<))")  # empty cells at the end of a row part nothing
_PUNCTUATION = re.compile(r"[^\w\s]|_", re.ASCII)


def escape(text: str) -> str:
    """`text` as HTML that can only ever be text, on one line."""
    plain = " ".join(clean(text).split())
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", plain)


def escape_lines(text: str) -> str:
    """As `escape`, with line breaks kept, for white-space: pre-wrap."""
    return "&#10;".join(
        _PUNCTUATION.sub(lambda m: f"&#{ord(m[0])};", line) for line in clean(text).split("\n")
    )


def lines_html(text: str) -> str:
    """Lines as they are printed; those that only ran out of paper may run on where the screen is narrower. The cells of
    a table's row are parted to the eye; what is copied is the paper's own."""
    wrapped = "<span class=wrap>&#10;</span>".join(map(escape_lines, _WRAP.split(text)))
    return _CELL.sub("<span class=cell>\t</span>", wrapped)


def front_html(coverage: Coverage, fictional: bool) -> str:
    """The head of the page: what this is, and what it holds."""
    council = ", ".join(coverage.councils)
    holds = f"<p class=holds><strong>{escape(coverage_line(coverage))}</strong>"
    holds += f" &middot; {escape(council)}</p>" if council else "</p>"
    banner = (
        "<p class=fictional role=note><strong>Fictional sample.</strong> This council, its people and its papers "
        "are made up, to show what Minutebook does. Nothing here was decided by anyone.</p>"
        if fictional
        else ""
    )
    return (
        "<header class=front><h1>Minutebook</h1><p>Ask a council&#39;s minutes a question; "
        f"get the item and the exact words back.</p>{holds}{banner}</header>"
    )


def said_html(said: Answer | Refusal) -> str:
    return answer_html(said) if isinstance(said, Answer) else refusal_html(said)


def answer_html(answer: Answer) -> str:
    """What to know first, the claims marked by what they are evidence of, then the sources, each a way in."""
    cited = {citation.n: citation for citation in answer.citations}
    led = [(cited[claim.citations[0]], claim, [cited[n] for n in claim.citations]) for claim in answer.claims]
    parts = [
        "<section class=answer>",
        *(_notice_html(each, cited) for each in answer.notices if each.kind not in _BEHIND),
        _computed_html(answer, cited) if answer.computed else "",
        *(_group_html(place, group) for place, group in groupby(led, key=lambda each: _where(each[0]))),
        _terms_html(answer.terms, cited),
        *(_notice_html(each, cited) for each in answer.notices if each.kind in _BEHIND),
        "<h3 class=part>Sources</h3><ol class=sources>",
        *map(_source_html, answer.citations),
        "</ol>",
        _nearest_html("See also", not_cited(answer)),
        "</section>",
    ]
    return "".join(parts)


def _computed_html(answer: Answer, cited: Mapping[int, Citation]) -> str:
    """What was counted, and all that it is told from."""
    words = f"{answer.computed.sentence} {marks_of_all(answer.claims)}" if answer.computed else ""
    return f"<p class=claim>{_linked(escape(words), cited)}</p>"


def refusal_html(refusal: Refusal) -> str:
    assumed = [each for each in refusal.notices if each.kind is NoticeKind.ASSUMED]
    parts = [
        "<section class=refusal>",
        *(_notice_html(each, {}) for each in assumed),
        "<p><strong class=kind>Not in the record</strong> ",
        escape(refusal.text),
        "</p>",
        *(_notice_html(each, {}) for each in refusal.notices if each not in assumed),
        _nearest_html("Nearest items", refusal.nearest),
        "</section>",
    ]
    return "".join(parts)


def problem_html(problem: str) -> str:
    """Something the person can put right: a blank question, an unreadable date."""
    said = f"{problem[:1].upper()}{problem[1:]}"
    said = said if said.endswith((".", "?", "!")) else f"{said}."
    return f"<section class=problem><p><strong class=kind>Please check</strong> {escape(said)}</p></section>"


def question_html(question: str, limits: str = "") -> str:
    """The question as asked, and what the search was narrowed to."""
    only = f"<p class=limits>Only {escape(limits)}</p>" if limits else ""
    return f"<h2 class=question>{escape(question)}</h2>{only}"


def _group_html(where: str, led: Iterable[tuple[Citation, Claim, list[Citation]]]) -> str:
    """Where something stands, and the claims that stand there."""
    return f"<h3 class=place>{escape(where)}</h3>" + "".join(_claim_html(*each) for each in led)


def _claim_html(lead: Citation, claim: Claim, cited: Iterable[Citation]) -> str:
    markers = "".join(map(_marker_html, cited))
    words = _MARKER.sub("", claim.text)
    if lead.kind is SectionKind.ATTENDANCE and words.split() == lead.quote.split():
        listed = "\n".join(
            filter(str.strip, lead.quote.split("\n"))
        )  # who came: a line each, or all run together
        return f'<p class="claim lines">{_kind_html(lead)} {lines_html(listed.strip())}{markers}</p>'
    return f"<p class=claim>{_kind_html(lead)} {escape(words)}{markers}</p>"


def _terms_html(terms: Iterable[Term], cited: Mapping[int, Citation]) -> str:
    """What the acronyms of an answer stand for, each with a way in to the words that say so."""
    rows = "".join(
        f"<dt>{escape(term.short)}</dt><dd>{escape(term.long)}{_marker_html(cited[term.citation])}</dd>"
        for term in terms
    )
    return f"<dl class=terms>{rows}</dl>" if rows else ""


def _marker_html(citation: Citation) -> str:
    return (
        f' <a class=cite target=_blank href="{passage_link(citation)}">'
        f"<span class=sr>Source </span>{citation.n}</a>"
    )


def _where(citation: Citation) -> str:
    parts = [
        citation.body or "Body not stated",
        day(citation.date),
        _item_words(citation.item, citation.title),
    ]
    return ", ".join(filter(None, parts))


def _item_words(item: str | None, title: str | None) -> str:
    number = f"item {item}" if item else ""
    return ": ".join(filter(None, [number, title]))


_MARKER = re.compile(r"\s*\[\d+\]")


def _kind_html(citation: Citation) -> str:
    look = _LOOKS.get(citation.kind, "reported")
    return f'<strong class="kind {look}">{escape(kind_words(citation))}</strong>'


_NUMBERED = re.compile(r" ?&#91;(\d{1,4})&#93;")  # "[2]", escaped


def _notice_html(notice: Notice, cited: Mapping[int, Citation]) -> str:
    """A notice; the sources that it names by number are ways in."""
    words = _NOTICE_WORDS.get(notice.kind)
    label = f"<strong>{words}.</strong> " if words else ""
    text = _linked(escape(notice.text), cited)
    return f'<p class="notice {notice.kind.value}" role=note>{label}{text}</p>'


def _linked(escaped: str, cited: Mapping[int, Citation]) -> str:
    """The sources that words name by number made ways in."""
    return _NUMBERED.sub(lambda m: _marker_html(cited[int(m[1])]) if int(m[1]) in cited else m[0], escaped)


def _source_html(citation: Citation) -> str:
    title = _item_words(citation.item, citation.title) or "outside any item"
    where = f"{citation.body or 'Body not stated'}, {day(citation.date)}"
    return (
        f"<li><span class=number>{citation.n}</span>{_kind_html(citation)} "
        f'<a class=open target=_blank href="{passage_link(citation)}">{escape(title[0].upper() + title[1:])}</a>'
        f"<span class=where>{escape(where)}</span>"
        f"<q>{lines_html(citation.quote.strip())}</q>"
        f"<span class=paper>{escape(paper_place(citation))}{published_html(citation.url)}</span></li>"
    )


def _nearest_html(heading: str, nearest: Iterable[Nearest]) -> str:
    rows = "".join(
        f'<li><a class=open target=_blank href="{_item_link(near)}">'
        f"{escape(f'Item {near.item}: {near.title}' if near.item else near.title)}</a>"
        f"<span class=where>{escape(day(near.date))}, {escape(near.document)}</span></li>"
        for near in nearest
    )
    return f"<h3 class=part>{heading}</h3><ul class=nearest>{rows}</ul>" if rows else ""


def published_html(url: str | None) -> str:
    """A link to where a paper is published, and only to the web."""
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return ""
    href = quote(clean(url), safe=":/?#@!$&'()*+,;=%~-._").replace("&", "&amp;").replace("'", "&#39;")
    return f' &middot; <a target=_blank rel="noopener noreferrer" href="{href}">as published</a>'


def passage_link(citation: Citation) -> str:
    """Where the app opens the words behind a citation."""
    span = citation.span
    return _link(document=span.document_id, start=span.start, end=span.end, page=span.page)


def _item_link(near: Nearest) -> str:
    return _link(document=near.document, item=near.item or "", title=near.title)


def _link(**place: object) -> str:
    """A link into the app, safe inside a quoted attribute."""
    query = urlencode({name: value for name, value in place.items() if value is not None})
    return f"{PASSAGE}?{query}".replace("&", "&amp;")
