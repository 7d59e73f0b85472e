"""Web pages to text."""

from __future__ import annotations

import pytest

from corpus.formats.html import html_to_text
from corpus.models import CorpusError


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one <b>bold</b>\n word</p><p>two</p>", "one bold word\n\ntwo"),
        ("<ul><li>a</li><li>b <i>c</i></li></ul>", "• a\n\n• b c"),
        ("<ol><li>a<li>b</ol>", "1. a\n\n2. b"),
        ('<ol start="4"><li>a</li></ol>', "4. a"),
        ('<ol start="²"><li>a</li></ol>', "1. a"),
        (f'<ol start="{"9" * 5000}"><li>a</li></ol>', "1. a"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n\n• b\n\n2. c"),
        (
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2018</td><td>£4</td></tr></table>",
            "Year\tCost\n2018\t£4",
        ),
        ("<table><tr><td></td><td>£4</td></tr></table>", "\t£4"),
        ('<table class="mgItemTable"><tr><td>18.</td><td><p>Roof</p></td></tr></table>', "18.\n\nRoof"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>a&nbsp;&amp;&pound;b</p>", "a &£b"),
        ("<nav>menu</nav><script>x()</script><style>p{}</style><p>one</p><p hidden>no</p>", "one"),
        ("<body><header>top</header><main><p>one</p></main></body>", "one"),
        ("<p>one<!-- no --></p>", "one"),
        ("<p>unclosed <b>bold<p>two", "unclosed bold\n\ntwo"),
    ],
)
def test_blocks_lists_and_tables(html: str, text: str) -> None:
    assert html_to_text(html) == text + "\n"


@pytest.mark.parametrize(
    "html", ["<html><body></body></html>", "<script>only()</script>", "<!-- nothing -->"]
)
def test_a_page_without_text_says_so(html: str) -> None:
    with pytest.raises(CorpusError, match="the page holds no text; save it again"):
        html_to_text(html)


@pytest.mark.parametrize("tag", ["div", "span", "table><tr><td", "ul><li", "p><b"])
@pytest.mark.parametrize("depth", [1000, 10_000])
def test_deep_nesting_is_refused_or_read_but_never_crashes(tag: str, depth: int) -> None:
    html = f"<{tag}>" * depth + "deep words"
    try:
        assert html_to_text(html).strip("1.• \n") == "deep words"
    except CorpusError as error:
        assert str(error) == "the page is nested beyond reason; save it again from where it was published"
