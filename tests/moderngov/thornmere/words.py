"""How the site writes words: Word's HTML, hard-wrapped; and text in which odd characters are numbered."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Sequence

CUT = 700  # characters of minutes that a meeting's page shows of one item
_ODD = str.maketrans({character: f"&#{ord(character)};" for character in ":'&()/<>\""})
_LISTED = re.compile(r"(\d+\.|\([a-z0-9]+\)) (.*)", re.DOTALL)
_UNUSUAL = ("Thornmere", "Quayside")


def odd(text: str) -> str:
    """Titles in the text of a page: "Repairs&#58; Phase 2"."""
    return text.translate(_ODD)


def odder(text: str) -> str:
    """Titles in an attribute: the blanks are numbered too."""
    return odd(text).replace(" ", "&#32;")


def word_html(paragraphs: Sequence[str], more: str = "") -> str:
    """Paragraphs as Word saves them, blank ones between; `more` is HTML at the end of the last."""
    last = len(paragraphs) - 1
    made = [_paragraph(text, more if at == last else "") for at, text in enumerate(paragraphs)]
    body = '\n<p class="MsoNormal">&nbsp;</p>\n'.join(made)
    return f'<div class="WordSection1">\n{body}\n</div>\n'


def cut_short(paragraphs: Sequence[str]) -> tuple[str, ...] | None:
    """The first `CUT` characters, at a blank; None when all of it is shown."""
    kept: list[str] = []
    left = CUT
    for paragraph in paragraphs:
        if len(paragraph) > left:
            return (*kept, paragraph[:left].rpartition(" ")[0])
        kept.append(paragraph)
        left -= len(paragraph)
    return None


def _paragraph(text: str, more: str) -> str:
    listed = _LISTED.match(text)
    if listed:
        number = (
            f'<span style=""><span style="">{listed[1]}<span style='
            f'"font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;</span></span></span>'
        )
        opening = '<p class="MsoListParagraphCxSpFirst" style="text-indent:-18.0pt">'
        return f"{opening}\n{number}\n{_inline(listed[2])}{more}</p>"
    return f'<p class="MsoNormal">{_inline(text)}{more}</p>'


def _inline(text: str) -> str:
    escaped = html.escape(text, quote=False).replace("’", "&rsquo;").replace("£", "&pound;")
    for word in _UNUSUAL:
        escaped = re.sub(rf"\b{word}\b", f'<span\nclass="SpellE">{word}</span>', escaped)
    escaped = re.sub(r"^RESOLVED\b", '<b style="">RESOLVED</b>', escaped)
    return "\n".join(textwrap.wrap(escaped, 66, break_long_words=False, break_on_hyphens=False))
