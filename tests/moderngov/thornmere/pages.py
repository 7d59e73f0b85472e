"""The site's pages about bodies and who came: the furniture, the list of committees, a body, its meetings."""

# ruff: noqa: E501 - lines as long as the real pages have them

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from thornmere.council import Attendee, Body, Council, Meeting
from thornmere.words import odd, odder, word_html

_HEAD = """<!DOCTYPE html>



<html lang="en">
	<head>
		<meta charset="utf-8">
		<meta name="DC.title"  content="{title}"/>
<meta name="DC.subject" scheme="eGMS.IPSV"  content="Local government"/>

<link type="text/css" href="jquery-ui/css/Smoothness/jquery-ui-1.13.2.custom.min.css" rel="stylesheet" /> 
		<title>{title} - {council}</title>
		<script>(function(w,d){{w['gtm.start']=new Date().getTime();}})(window,document);</script>
	</head>
	<body class="has-background-light">
		<a class="sr-only" href="#mgMainContent">Skip to main content</a>
		<div class="section reduced-top-padding">
			<div role="main">
				<a class="is-hidden" name="mgMainContent"></a>
							<nav aria-label="Breadcrumb" class="breadcrumb" id="breadcrumb-holder"><ul><li><a href="/">Home</a></li><li><a  href="mgListCommittees.aspx?bcr=1" >Committees</a></li></ul></nav>
							<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >{title}</h1></div>
"""
_FOOT = """<div class="mgHelpLine" >	
</div>	
</div>
<div class="mgFooter" >		

	<p>&nbsp;</p>

<input type="hidden" value="false" id="hidIsExtLinkNewWindow" name="hidIsExtLinkNewWindow"><!--#79852 remove trailing slash-->

    <script src="edit-doc-activex.js" type="text/javascript"></script>
</div></div>
						<nav class="column is-one-quarter" id="side-nav">
						<div class="menu"><ul class="menu-list">
<li><a href="mgCalendarMonthView.aspx?GL=1&amp;bcr=1" title="Link to calendar of meetings">Calendar</a></li>
<li><a class="is-active" href="mgListCommittees.aspx?bcr=1" title="Link to committee structure">Committees</a></li>
<li><a href="ieListMeetings.aspx?CId=686&info=1&MD=Constitution" title="Link to constitution">Constitution</a></li>
<li><a href="ieDocSearch.aspx?bcr=1" title="Link to free text search">Search documents</a></li></ul></div>
						</nav>
			</div>
		</div>
		<footer id="page-footer" class="footer">
			<small>&copy; 2024 {council}. All Rights Reserved.</small>
		</footer>
	</body>
</html>
"""


def page(council: Council, title: str, inner: str) -> bytes:
    """A whole page; half its lines end in CR LF, as on the real site."""
    text = _HEAD.format(title=title, council=council.name) + inner + _FOOT.format(council=council.name)
    return text.replace("\n", "\r\n", text.count("\n") // 2).encode("ascii", "xmlcharrefreplace")


def subtitle(text: str, href: str = "") -> str:
    inner = f'<a  href="{href}"  title="Link&#32;to&#32;{odder(text)}">{text}</a>' if href else text
    return f'			<div class="mgSubTitle" >	\n				<h2 class="mgSubTitleTxt">{inner}</h2>\n				</div>\n'


def day(date: dt.date) -> str:
    return f"{date:%A} {date.day} {date:%B %Y}"


def clock(time: dt.time) -> str:
    return f"{time.hour % 12 or 12}:{time.minute:02} {'pm' if time.hour >= 12 else 'am'}"


def committees(council: Council) -> bytes:
    """mgListCommittees.aspx: those that sit, by category."""
    groups: dict[str, list[Body]] = {}
    for body in council.bodies:
        if not body.expired and not body.deleted:
            groups.setdefault(body.category, []).append(body)
    listed = "".join(
        f'<h2 class="mgSectionTitle">{odd(name)}</h2>\n{_bullets(group)}' for name, group in groups.items()
    )
    return page(
        council,
        "Committee structure",
        f'	<div class="mgLinks" >\n\n</div>\n<div class="mgContent" >\n\n{listed}',
    )


def _bullets(group: Sequence[Body]) -> str:
    rows = "".join(
        f'						<li><a  href="mgCommitteeDetails.aspx?ID={body.id}"  title="Link&#32;to&#32;details&#32;for&#32;'
        f'{odder(body.title)}" >{odd(body.title)}</a></li>\n'
        for body in group
    )
    return f'						\n\n<ul  class="mgBulletList" >\n{rows}\n</ul>\n'


def committee(council: Council, body: Body) -> bytes:
    members = {each.id: each for meeting in body.meetings for each in meeting.attendees if each.party}
    rows = "".join(
        f'\n							<li><a  href="mgUserInfo.aspx?UID={each.id}"  title="Link&#32;to&#32;user&#32;information&#32;for'
        f'&#32;{odder(each.name)}">{odd(each.name)}</a>&nbsp; {_role(each)}&nbsp; </li>		\n'
        for each in members.values()
    )
    inner = f"""{subtitle(odd(body.title))}	<div class="mgLinks" >


<ul  class="mgActionList" >
			<li><a  href="ieListMeetings.aspx?CommitteeId={body.id}"  title="Link&#32;to&#32;meetings&#32;for&#32;{odder(body.title)}">Browse meetings and agendas for this committee</a></li>				

</ul>
</div>
<div class="mgContent" >
<link rel="alternate" type="application/rss+xml" title="modern.gov - What's new"  href="mgRss.aspx?CID={body.id}"  /> 

<h2 class="mgSectionTitle">Purpose of committee</h2>
		<div class="mgWordPara">{word_html((f"The {body.title} meets in Thornmere.",))}</div>
<h2 class="mgSectionTitle">Membership<a name="#MEM"></a></h2>
		

<ul  class="mgBulletList" >
{rows}
</ul>
"""
    return page(council, "Committee details", inner)


def _role(who: Attendee) -> str:
    return f"&#40;{who.role}&#41;" if who.role != "Committee Member" else ""


def meetings(council: Council, body: Body, shown: Sequence[Meeting]) -> bytes:
    """ieListMeetings.aspx: `shown` is the part of the body's meetings on this page, newest first."""
    rows = "".join(_row(body, meeting, at) for at, meeting in enumerate(shown))
    links = _paging(body, shown)
    inner = f"""{subtitle(odd(body.title))}
	<form method="post"  action="ieListMeetings.aspx"  id="FormYearSelect">
<div class="mgLinks" >


<ul  class="mgActionList" >
		<li><a  href="mgCommitteeDetails.aspx?ID={body.id}"   title="Link">More information about {odd(body.title)}</a></li>

        <li><label for="YearSelect">Show meetings for the year: </label>
		<select	size="1" id="YearSelect" name="YearSelect" > 
		<option value="0"> </option>
			<option value="2024">2024</option>
		</select>
        <input  class="mgGoButton"   type="submit" name="Submit" value="Go" id="Submit1"/></li>

</ul>
</div>
<div class="mgContent" >
<div class="mgList" >
	<div class="mgHiddenField" >
	<input type="hidden" name="hCommitteeId"  value="{body.id}" />
	</div>
{links}
	<div  class="mgTableBorder" >
		<div  class="mgTableTitleTxt" >
           Meetings
		</div> 	
<ul  class="mgNonBulletTableList"  >{rows}</ul>
	</div>
{links}
</div>	
</div>
	</form>
"""
    return page(council, "Browse meetings", inner)


def _row(body: Body, meeting: Meeting, at: int) -> str:
    date = f"{meeting.date.day} {meeting.date:%b %Y}"
    parity = "Odd" if at % 2 else "Even"
    return (
        f'<li  class="mgTable{parity}Row" ><a  class="mgMeetingTableLnk"    href="ieListDocuments.aspx?CId={body.id}'
        f'&amp;MId={meeting.id}&amp;Ver=4"  title="Link&#32;to&#32;meeting&#32;details&#32;for&#32;{odder(body.title)}&#32;'
        f'meeting&#32;of&#32;{odder(date)}">{date}&nbsp;{odd(clock(meeting.time))}</a>{_published(meeting)}</li>'
    )


def _published(meeting: Meeting) -> str:
    if meeting.cancelled:
        return " - CANCELLED"
    minutes = {"": "", "draft": "Draft minutes"}.get(meeting.minutes, "Minutes")
    decisions = "Decisions" if any(item.decision for item in meeting.items) else ""
    found = [word for word in ("Agenda" if meeting.items else "", decisions, minutes) if word]
    return f" - {', '.join(found)}" if found else ""


def _paging(body: Body, shown: Sequence[Meeting]) -> str:
    """Links earlier and later than what is shown, where there is anything; the site shows both or either."""
    if not shown:
        return ""
    first, last = min(one.date for one in shown), max(one.date for one in shown)
    links = []
    for act, edge, exists in (
        ("earlier", shown[-1], any(one.date < first for one in body.meetings)),
        ("later", shown[0], any(one.date > last for one in body.meetings)),
    ):
        if exists:
            when = f"{edge.date:%Y%m%d}{edge.time:%H%M}"
            links.append(
                f'\n			<a   class="mgTableNextLnk"   href="ieListMeetings.aspx?Act={act}&amp;CId={body.id}&amp;D={when}'
                f"&amp;MD=ielistmeetings\"  >{act.title()} meetings</a><span class='mgLinkSep'>. </span>\n"
            )
    return (
        f"	    <div  class='mgMeetingsEarlierLater' ><p>\n{''.join(links)}         </p></div>"
        if links
        else ""
    )


def attendance(council: Council, body: Body, meeting: Meeting) -> bytes:
    rows = "".join(
        f'<tr  class="mgTable{"Odd" if at % 2 else "Even"}Row" ><td>{_person(each)}</td><td>{odd(each.role)}</td>'
        f"<td>{odd(each.attendance)}</td></tr>\n"
        for at, each in enumerate(meeting.attendees)
    )
    inner = f"""{
        subtitle(
            f"{odd(body.title)} - {day(meeting.date)} {odd(clock(meeting.time))}",
            f"ieListDocuments.aspx?CId={body.id}&amp;MId={meeting.id}&amp;Ver=4",
        )
    }<div class="mgContent" >
<table  class="mgStatsTable"  summary="Attendance details for the meeting" >
<caption  class="mgSectionTitle" >Attendance details</caption>
<tr><th scope="col">Attendee</th><th scope="col">Role</th><th scope="col">Attendance</th></tr>
{rows}</table>
"""
    return page(council, "Meeting attendance", inner)


def _person(who: Attendee) -> str:
    return f'<a  href="mgUserInfo.aspx?UID={who.id}" >{odd(who.name)}</a>' if who.party else odd(who.name)
