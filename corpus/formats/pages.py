"""ModernGov's pages with marks: the meeting, its items, their minutes and decisions, who came."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from corpus.formats.blocks import flat, walk, write_rows
from corpus.formats.roles import find_roles, sort_of
from corpus.formats.sittings import WITHHELD, write_people, write_sitting
from corpus.formats.writing import Run, Writer
from corpus.models import MarkKind
from corpus.parts.numbers import printed_number

_DECISION = re.compile(r"(?:the )?(?:decisions?|resolutions?|resolved)\b", re.IGNORECASE)
_DOCUMENTS = re.compile(r"\b(?:documents?|papers)\b", re.IGNORECASE)
_SAID = re.compile(
    r"minutes|discussion|reasons?\b|(?:alternatives?|other|any|details of)\b.*\boptions?\b", re.IGNORECASE
)
_ONE_ITEM = ("agenda item", "decision details")


def read_parts(root: LexborNode, out: Writer) -> bool:
    """Write a meeting's page, an item's, a decision's or an attendance page with marks; False for any other."""
    sort = sort_of(root)
    if sort is None:
        return False
    page = _Page(out, sort, find_roles(root))
    walk(root, out, handle=page.handle)
    page.close_item()
    return True


@dataclass(slots=True)
class _Page:
    """Where the reading of a page stands."""

    out: Writer
    sort: str
    roles: dict[int, str]
    item: Run | None = None
    part: Run | None = None
    is_titled: bool = False  # the item has its title: the next line in that style is another paper's

    def handle(self, node: LexborNode, depth: int) -> bool:
        """Write an element that has a role; False leaves it to the walk."""
        match self.roles.get(node.mem_id):
            case None | "words":
                return False
            case "heading":
                self._write_heading(node)
            case "sitting":
                self._write_sitting(node, depth)
            case "label":
                return self._write_label(node)
            case "row":
                self._write_row(node, depth, is_withheld=False)
            case "withheld row":
                self._write_row(node, depth, is_withheld=True)
            case "number":
                self._write_number(node)
            case "title":
                self._write_title(node, depth)
            case "part":
                self._open_part(node)
            case "paper":
                self._write_within(MarkKind.PAPER, node, depth)
            case "withheld":
                self.out.write_marked(WITHHELD, MarkKind.WITHHELD, "paper")
            case _:
                return self._write_table(node)
        return True

    def close_item(self) -> None:
        self._close_part()
        if self.item is not None:
            self.out.close(self.item)
            self.item = None

    def _close_part(self) -> None:
        if self.part is not None:
            self.out.close(self.part)
            self.part = None

    def _write_within(self, kind: MarkKind, node: LexborNode, depth: int) -> None:
        run = self.out.open(kind)
        walk(node, self.out, depth + 1, self.handle)
        self.out.close(run)

    def _write_heading(self, node: LexborNode) -> None:
        title = flat(node)
        self.out.gap()
        if "draft" in title.lower():
            self.out.write_marked(title, MarkKind.DRAFT)
        else:
            self.out.write(title)
        self.out.gap()

    def _write_sitting(self, node: LexborNode, depth: int) -> None:
        """The line below the heading: the meeting, or the title of the one item that the page is of."""
        self.out.gap()
        if self.sort not in _ONE_ITEM or self.item is not None:
            write_sitting(" ".join(node.text(deep=True, separator=" ").split()), self.out)
            self.out.gap()
            return
        self.item = self.out.open(MarkKind.ITEM)
        self._write_title(node, depth)

    def _write_label(self, node: LexborNode) -> bool:
        """ "Venue: Moot Hall"; on a decision's page also who decided, and when."""
        label = flat(node.css_first("span.mgLabel")).strip()  # type: ignore[arg-type]
        value = flat(node).strip().removeprefix(label).strip()
        name = label.rstrip(": ").lower()
        if self.sort == "decision details" and self.item is not None:  # "Publication date" below the decision
            self._close_part()
            self.part = self.out.open(MarkKind.AGENDA)
        is_venue = name.endswith("venue")
        of_decision = self.sort == "decision details" and name in ("date of decision", "decided at meeting")
        is_body = name == "decision maker" and node.css_first("a[href*='mgCommitteeDetails']") is not None
        if not value or not (is_venue or is_body or of_decision):
            return False
        self.out.gap()
        self.out.write(f"{label} ")
        if is_venue or is_body:
            self.out.write_marked(value, MarkKind.VENUE if is_venue else MarkKind.BODY)
        else:
            write_sitting(value, self.out)
        self.out.gap()
        return True

    def _write_row(self, node: LexborNode, depth: int, *, is_withheld: bool) -> None:
        """An item of the meeting, or a heading between items: no number and no business of its own."""
        self.close_item()
        self.is_titled = False
        number = node.css_first(".mgItemNumberCell")
        is_item = is_withheld or bool(number is not None and printed_number(flat(number)))
        self.out.gap()
        if is_item or node.css_first(".mgSubItemTitleTxt, a.mgAiTitleLnk") is not None:
            self.item = self.out.open(MarkKind.ITEM)
        if is_withheld:
            if number is not None:
                self._write_number(number)
            self.out.write_marked(WITHHELD, MarkKind.WITHHELD, "item")
        else:
            walk(node, self.out, depth + 1, self.handle)
        self.close_item()
        self.out.gap()

    def _write_number(self, node: LexborNode) -> None:
        self.out.gap()
        text = flat(node).strip()
        if number := printed_number(text):
            self.out.write_marked(text, MarkKind.NUMBER, number)
        else:
            self.out.write(text)
        self.out.gap()

    def _write_title(self, node: LexborNode, depth: int) -> None:
        self.out.gap()
        if self.is_titled or self.item is None:
            walk(node, self.out, depth + 1, self.handle)
            self.out.gap()
            return
        self.is_titled = True
        self._write_within(MarkKind.TITLE, node, depth)
        self.out.gap()
        self.part = self.out.open(MarkKind.AGENDA)

    def _open_part(self, node: LexborNode) -> None:
        """ "Minutes:", "Decision:", "Additional documents:": what follows, to the next such heading."""
        self._close_part()
        heading = flat(node).strip()
        self.out.gap()
        self.out.write(heading)
        self.out.gap()
        if self.item is None or _DOCUMENTS.search(heading):
            return
        kind = MarkKind.AGENDA
        if _DECISION.match(heading):
            kind = MarkKind.DECISION
        elif _SAID.match(heading):
            kind = MarkKind.MINUTES
        self.part = self.out.open(kind)

    def _write_table(self, node: LexborNode) -> bool:
        """A recorded vote, an attendance table, or a table of data within an item, row by row."""
        caption = node.css_first("caption")
        if self.item is not None and caption is not None and "recorded vote" in flat(caption).lower():
            self._close_part()
            self.out.gap()
            self.part = self.out.open(MarkKind.VOTE)
            self.out.write(f"{flat(caption).strip()}\n")
            write_rows(node, self.out)
            self._close_part()
        elif self.sort == "attendance":
            write_people(node, self.out)
        elif node.css_first("ul, ol, div, h2, h3, .mgItemNumberCell") is not None or _holds_table(node):
            return False
        else:
            write_rows(node, self.out)
        return True


def _holds_table(node: LexborNode) -> bool:
    return any(table.mem_id != node.mem_id for table in node.css("table"))
