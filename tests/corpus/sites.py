"""Pages and web service answers as ModernGov's templates make them, with words of our own."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from corpus.formats.extracted import Extracted
from corpus.formats.html import read_html
from corpus.formats.service import read_service
from corpus.models import Document, MarkKind, Paper, Publication
from corpus.read import read_paper

SITTING = "Dovecote Committee - Monday 5 March 2018 2:30 pm"


def page(title: str, sitting: str, inner: str) -> str:
    """A page of the site, with its menus and scripts around what it says."""
    return f"""<!DOCTYPE html><html><head><title>{title}</title><script>var a = "<p>no</p>";</script></head>
<body><nav><ul><li><a href="ieDocHome.aspx">Meetings</a></li></ul></nav><div role="main">
<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >{title}</h1></div>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt"><a  href="mgCommitteeDetails.aspx?ID=7">{sitting}</a></h2></div>
<div class="mgLinks" ><ul  class="mgActionList" ><li><a  href="documents/g9/Agenda.pdf?T=0">Agenda frontsheet
<span  class="mgFileSize" ><img alt="" /> PDF 198 KB</span> </a></li></ul></div>
<div class="mgContent" >{inner}</div></div></div><footer>Moot Borough Council</footer></body></html>"""


def meeting_page(
    *rows: str, title: str = "Agenda and minutes", sitting: str = SITTING, above: str = ""
) -> str:
    venue = (
        '<p><span  class="mgLabel" >Venue: </span>Moot Hall, Moot. '
        '<a  href="mgLocationDetails.aspx?RID=1"> View directions</a></p>'
    )
    head = '<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>'
    table = (
        f'<table class="mgItemTable" id="mgItemTable"><caption>Items</caption>{head}{"".join(rows)}</table>'
    )
    return page(title, sitting, f"{above}{venue}{table}")


def row(number: str, title: str, *parts: str, paper: str | None = None) -> str:
    """One item; `paper` is the file that its title leads to."""
    size = '<span  class="mgFileSize" ><img alt="pdf icon" /> PDF 161 KB</span>'
    named = f'<a  class="mgAiTitleLnk"  href="{paper}">{title} {size} </a>' if paper else title
    return f"""<tr>
<td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" ><a name="AI1"></a>{number}</p></td>
<td ><p  class="mgAiTitleTxt" >{named}</p>{"".join(parts)}</td></tr>"""


def word(*paragraphs: str) -> str:
    """What was written in Word: hard line ends, empty paragraphs, words cut by spelling marks."""
    said = '\n<p class="MsoNormal"><span style="">&nbsp;</span></p>\n'.join(
        f'<p class="MsoNormal"><span lang="EN-US">{each}</span></p>' for each in paragraphs
    )
    return f'<div class="mgWordPara"><div class="WordSection1">\n{said}\n</div>\n</div>'


def listed(number: str, words: str) -> str:
    """A paragraph that Word numbered, the number in spans of its own."""
    return (
        f'<span style=""><span style="">{number}<span style=\n"font:7.0pt &quot;Times New Roman&quot;">'
        f"&nbsp;&nbsp;&nbsp;</span></span></span>\n{words}"
    )


def part(heading: str, *paragraphs: str) -> str:
    return f'<p class="mgSubItemTitleTxt">{heading}</p>\n{word(*paragraphs)}'


def papers(*entries: str) -> str:
    size = '<span  class="mgHide" >, item 5.</span> <span  class="mgFileSize" > PDF 9 KB</span>'
    rows = "".join(f'<li> <a  href="documents/s1/{each}.pdf">{each} {size} </a></li>' for each in entries)
    return f'<p class="mgSubItemTitleTxt">Additional documents:</p><ul  class="mgBulletList" >{rows}</ul>'


def vote_table(title: str, result: str) -> str:
    return f"""<table  class="mgTableNoBorderFullWidth" ><caption  class="mgSectionTitle" >Recorded Vote</caption>
<thead><th scope="col">Title</th><th scope="col">Type</th><th scope="col">Recorded Vote text</th><th>Result</th></th>
<tr><td>{title}</td><td>Resolution</td><td></td><td><img alt='' />{result}</td></tr></table>
<li><a  href="mgListRecordedVotesShort.aspx?AIID=1&amp;MID=2">View Recorded Vote for this item</a></li>"""


def element(name: str, said: object) -> str:
    return f"<{name}>{escape(str(said), quote=False)}</{name}>"


def answer_item(said: Mapping[str, object], *linked: Mapping[str, object]) -> str:
    """An item of GetMeeting; text in `said` is HTML, or HTML-escaped."""
    docs = "".join(
        f"<linkeddoc>{''.join(element(*each) for each in one.items())}</linkeddoc>" for one in linked
    )
    inner = "".join(element(name, text) for name, text in said.items())
    return f"<agendaitem>{inner}<linkeddocuments>{docs}</linkeddocuments></agendaitem>"


def answer(*items: str, attendees: str = "", **said: object) -> bytes:
    """What GetMeeting says of a meeting."""
    facts = {
        "meetingid": 7,
        "meetingdate": "05/03/2018",
        "meetingstatus": "Confirmed",
        "meetingtime": "2.30 pm",
        "meetinglocation": "Moot Hall",
        "minutepublished": True,
    } | said
    inner = "".join(element(name, text) for name, text in facts.items())
    listed_items = f"<agendaitems>{''.join(items)}</agendaitems><attendees>{attendees}</attendees>"
    return f'<?xml version="1.0" encoding="utf-8"?>\r\n<meeting>{inner}{listed_items}</meeting>'.encode()


def read_page(html: str, published: Publication | None = None) -> Paper:
    return _read(read_html(html), published)


def read_answer(data: bytes, published: Publication | None = None) -> Paper:
    return _read(read_service(data), published)


def _read(found: Extracted, published: Publication | None) -> Paper:
    return read_paper(Document("paper", found.text, marks=found.marks, published=published))


def marked(found: Extracted, *kinds: MarkKind) -> list[tuple[str, str, str | None]]:
    """Kind, words and value of each mark of some kinds, or of all."""
    return [
        (str(mark.kind), found.text[mark.start : mark.end], mark.value)
        for mark in found.marks
        if not kinds or mark.kind in kinds
    ]


def check_marks(found: Extracted) -> None:
    """Marks hold words without blanks at their ends, stand in order, and nest or lie apart."""
    order = [(mark.start, -mark.end) for mark in found.marks]
    assert order == sorted(order)
    open_ends: list[int] = []
    for mark in found.marks:
        words = found.text[mark.start : mark.end]
        assert words and words == words.strip()
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        assert not open_ends or mark.end <= open_ends[-1]
        open_ends.append(mark.end)
