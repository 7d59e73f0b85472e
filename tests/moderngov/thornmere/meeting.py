"""The page of a meeting (ieListDocuments.aspx), of one item (mgAi.aspx), and of a pack to choose (mgChooseDocPack.aspx)."""

# ruff: noqa: E501 - lines as long as the real pages have them

from __future__ import annotations

from collections.abc import Sequence

from thornmere.council import Body, Council, Item, Linked, Meeting, Supplement
from thornmere.pages import clock, day, page, subtitle
from thornmere.words import cut_short, odd, odder, word_html

WITHHELD_TITLE = "Property matter (Exempt Category 3)"  # all that a page says of an item that is closed
_IMAGE = '<img height="12" src="mgimages/logo-pdf-1.gif" width="12" alt="pdf icon" />'


def stem(body: Body, meeting: Meeting) -> str:
    """What the names of a meeting's own documents end in."""
    return f"{meeting.date:%A} {meeting.date:%d-%b-%Y} {meeting.time:%H.%M} {body.title}.pdf"


def meeting_page(council: Council, body: Body, meeting: Meeting) -> bytes:
    when = f"{odd(body.title)} - {day(meeting.date)} {odd(clock(meeting.time))}"
    label = "Proposed venue: " if meeting.cancelled else "Venue: "
    items = _table(meeting) if meeting.items else "<p>No documents are available for this meeting</p>\n"
    status = (
        '<p  class="mgMeetingCancelled" >This meeting has been cancelled</p>\n' if meeting.cancelled else ""
    )
    inner = f"""{subtitle(when, f"mgCommitteeDetails.aspx?ID={body.id}")}<p>You can view the reports for this meeting by selecting the headings from the list at the bottom of this page.</p>
	<div class="mgLinks" >


<ul  class="mgActionList" >

{_links(body, meeting)}
</ul>
</div>
<div class="mgContent" >
{status}						<p><span  class="mgLabel" >{label}</span>{odd(meeting.venue)}. <a  href="mgLocationDetails.aspx?RID=1"  title="Link"> View directions</a></p>
		<p><span  class="mgLabel" >Contact: </span>Josef Harker&nbsp; 
		Tel: 01632 960001
		</p>

{items}"""
    return page(council, _heading(meeting), inner)


def _heading(meeting: Meeting) -> str:
    decisions = any(item.decision for item in meeting.items)
    minutes = {"": "", "draft": "draft minutes"}.get(meeting.minutes, "minutes")
    words = [word for word in ("agenda", "decisions" if decisions else "", minutes) if word]
    return (" and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]).capitalize()


def _links(body: Body, meeting: Meeting) -> str:
    if not meeting.items:
        return ""
    rows = []
    if meeting.attendees and meeting.minutes:
        rows.append(
            f'		<li><a  href="mgMeetingAttendance.aspx?ID={meeting.id}"  title="Link">Attendance details</a></li>'
        )
    rows.append(_document(body, meeting, "Agenda frontsheet", "Agenda frontsheet", 0))
    rows.append(
        f'				<li><a  href="mgChooseDocPack.aspx?ID={meeting.agenda}"  title="Link">Agenda reports pack</a></li>'
    )
    rows += [_supplement(meeting, each) for each in meeting.supplements]
    if any(item.decision for item in meeting.items):
        rows.append(_document(body, meeting, "Decisions", "Printed decisions", 2))
    if meeting.minutes:
        words = "Printed draft minutes" if meeting.minutes == "draft" else "Printed minutes"
        rows.append(_document(body, meeting, words, words, 1))
    return "\n".join(rows) + "\n"


def _document(body: Body, meeting: Meeting, name: str, shown: str, sort: int) -> str:
    return (
        f'			<li><a  href="documents/g{meeting.agenda}/{name} {stem(body, meeting)}?T={sort}"   title="Link&#32;to&#32;'
        f'{odder(shown.lower())}&#32;pdf&#32;file">{shown}\n			<span  class="mgFileSize" ><img src="mgimages/logo-pdf-1.gif"'
        f' alt="" /> PDF 98 KB</span> </a>\n		    \n			</li>\n'
    )


def _supplement(meeting: Meeting, each: Supplement) -> str:
    return (
        f'								<li><a  href="mgChooseDocPack.aspx?ID={meeting.agenda}&amp;SID={each.id}"  >{odd(each.title)} '
        '<span  class="mgFileSize" ><img src="mgimages/logo-pdf-1.gif" alt="" /> PDF 1 MB</span> </a></li>'
    )


def _table(meeting: Meeting) -> str:
    rows = "".join(_row(meeting, item) for item in meeting.items)
    return f"""		<table class="mgItemTable"  summary="Table of agenda items" id="mgItemTable">
		<caption  class="mgSectionTitle" >Items</caption>

     <tr>

            <th class="mgHide" abbr="No" scope="col">No.</th>
            <th class="mgHide" abbr="Item" scope="col">Item</th>
    </tr>
{rows}
	</table>
"""


def _row(meeting: Meeting, item: Item) -> str:
    number = item.number or (f"{item.place}." if item.place else "")
    inner = _title(WITHHELD_TITLE, None) if item.restricted else _open(meeting, item, number)
    return f"""
		<tr>

			<td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" ><a name="AI{item.id}" aria-disabled="true"></a>{number}</p></td>
				
		<td >			

{inner}
					
        </td>
		</tr>
		
"""


def _open(meeting: Meeting, item: Item, number: str) -> str:
    parts = [_title(item.title, item.report)]
    if item.asked:
        parts.append(f'<div class="mgWordPara">{word_html(item.asked)}</div> \n')
    parts.append(_additional(item.papers, number))
    parts.append(_decided(item))
    if item.minutes and meeting.minutes in ("approved", "draft"):
        parts.append(_minutes(item, number))
    parts.append(_votes(meeting, item))
    return "".join(parts)


def _title(title: str, report: Linked | None) -> str:
    if report is None or _closed(report):
        return f'					<p  class="mgAiTitleTxt" >{odd(title)}</p>\n'
    return f"""		
					<p  class="mgAiTitleTxt" ><a  class="mgAiTitleLnk"   href="{address(report)}"    
					title="Link&#32;to&#32;document&#32;&#39;{odder(report.title)}&#39;&#32;pdf&#32;file">{odd(title)} <span  class="mgFileSize" >{_IMAGE} {_size(report)}</span> </a></p>
"""


def _closed(paper: Linked) -> bool:
    """Flagged in the service: the page says no more than that there is such a paper."""
    return paper.restricted or bool(paper.reference)


def address(paper: Linked) -> str:
    name = (
        paper.title.replace("'", "").replace(":", "").replace("/", "_").replace(" - ", " -\r\n")
    )  # as really seen
    return paper.elsewhere or f"documents/s{paper.id}/{name}.{paper.form}"


def _size(paper: Linked) -> str:
    return f"{'DOCX' if paper.form == 'docx' else 'PDF'} 161 KB"


def _additional(papers: Sequence[Linked], number: str) -> str:
    rows = "".join(_entry(paper, at, number) for at, paper in enumerate(papers, 2))
    heading = '<p class="mgSubItemTitleTxt">Additional documents:</p>\n\n<ul  class="mgBulletList" >\n'
    return f"{heading}{rows}\n</ul>\n" if rows else ""


def _entry(paper: Linked, at: int, number: str) -> str:
    if _closed(paper):
        document = f"document {number}/{at}"
        return (
            f"						    <li>\n						    Restricted enclosure {at} \n						    "
            f'<a  href="ieListReasonsForRestriction.aspx?ID={paper.id}"  title="Link to reasons">'
            f"View the reasons why {document} is restricted</a>  </li>\n"
        )
    return (
        f'						    <li>\n						    <a  href="{address(paper)}"   title="Link to document &#39;{odd(paper.title)}&#39; pdf'
        f' file">{odd(paper.title)} <span  class="mgHide" >, item {number}</span>\n						    <span  class="mgFileSize" >'
        f"{_IMAGE} {_size(paper)}</span> </a>  </li>\n"
    )


def _decided(item: Item) -> str:
    if not item.decision:
        return ""
    words = f'				<div class="mgWordPara">{word_html(item.decision)}</div>\n			'
    return f'<p class="mgSubItemTitleTxt">Decision:</p>\n{words}'


def _minutes(item: Item, number: str) -> str:
    short = cut_short(item.minutes)
    more = (
        f' &nbsp;...&nbsp; <a href=\n"mgAi.aspx?ID={item.id}" title=\n"Link to view the full item text for item {number},'
        f' {odd(item.title)}">\nview the full minutes text for item {number}</a>'
    )
    words = word_html(item.minutes) if short is None else word_html(short, more)
    return f'<p class="mgSubItemTitleTxt">Minutes:</p>\n<div class="mgWordPara">{words}</div> \n'


def _votes(meeting: Meeting, item: Item) -> str:
    if not item.votes:
        return ""
    rows = "".join(
        f"						<tr>\n							<td>{odd(vote.title)}</td>\n							<td>{vote.kind}</td>\n							<td>\n							\n"
        f"							</td>\n							<td>\n							<img alt='' src='mgImages/motions/MotionPositive.png' />{vote.result}\n"
        "							</td>\n						</tr>	\n"
        for vote in item.votes
    )
    return f"""
					<table  class="mgTableNoBorderFullWidth" >
						
						<caption  class="mgSectionTitle" >Recorded Vote</caption>
						<thead>
						
						<th scope="col">Title</th><th scope="col">Type</th><th scope="col">Recorded Vote text</th><th scope="col">Result</th>
						</th>
{rows}
					</table>
					
					<li><a  href="mgListRecordedVotesShort.aspx?AIID={item.id}&amp;MID={meeting.id}"  title="Link">View Recorded Vote for this item</a></li>  <!-- FB9901-->
"""


def item_page(council: Council, body: Body, meeting: Meeting, item: Item) -> bytes:
    """mgAi.aspx: one item in full."""
    asked = f'<div class="mgWordPara">{word_html(item.asked)}</div>\n' if item.asked else ""
    full = ""
    if item.minutes and meeting.minutes in ("approved", "draft"):
        full = f'<p class="mgSubItemTitleTxt">Minutes:</p>\n<div class="mgWordPara">{word_html(item.minutes)}</div>\n'
    papers = _additional(((item.report,) if item.report else ()) + item.papers, item.number)
    inner = f"""{subtitle(odd(item.title))}<div class="mgContent" >
{asked}{_decided(item)}{full}{papers.replace("Additional documents:", "Supporting documents:")}"""
    return page(council, "Agenda item", inner)


def pack_page(council: Council, body: Body, meeting: Meeting) -> bytes:
    inner = f"""{subtitle(odd(body.title))}<div class="mgContent" ><form method="post" action="mgChooseDocPack.aspx?ID={meeting.agenda}">
<p>The pack is large; choose how you want it.</p><input type="submit" name="Submit" value="Build" /></form>
"""
    return page(council, "Choose agenda document pack", inner)
