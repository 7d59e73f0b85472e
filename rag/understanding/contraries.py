"""The words that say the contrary of each other, as data: an axis a line, its poles parted by "<>".

An axis has two poles or more; whatever is at one of them is at none of the others. "*" stands for the rest of a word,
"…" for a few words, "……" for up to seven, "{NAME}" for one of SHAPES. A line that is indented goes on the one before.
"""

from __future__ import annotations

import re

POLES = """
increas*, rise, rises, risen, rose, rising, grow, grows, grown, grew, growing, growth, climb*,
    soar*, doubled, higher than, gone up, going up, goes up, go up, went up, is up, are up, was up,
    were up, got up, put up, raised by, raised to, raised from, rais* … tax*, rais* … rate,
    rais* … rates, rais* … fee*, rais* … fare*, rais* … rent, rais* … rents, rais* … charge*,
    rais* … price*, rais* … target*, rais* … limit*, rais* … threshold*, rais* … allowance*, rais* … grant*,
    rais* … budget*, rais* … toll*, rais* … fine, rais* … fines <> decreas*, fall, falls, fallen, fell, falling,
    {FALLING}, reduc*, shrink*, shrank, shrunk, lowered, lowering, slash*, cut, cuts, cutting, cutback*,
    decline in, decline of, declining, has declined, had declined, have declined, gone down,
    going down, goes down, go down, went down, come down, came down, coming down, brought down,
    bring down, is down, are down, was down, were down, lower than, fewer than, halved <> freez*,
    froze, frozen, unchanged, remain* the same, stay* the same, held at, held steady
overspen*, overbudget, over budget, deficit*, shortfall* <> underspen*, under budget, surplus*,
    broke even, balanced budget
shortage*, too few, not enough <> surplus*, spare … places, spare capacity, too many, oversupply, over-supply, excess of
improv*, get better, getting better, got better <> worsen*, deteriorat*, get worse, getting worse,
    got worse
stable, stability, stabilis*, steady <> unstable, instability, destabilis*, volatil*, precarious
strong*, strength, strengths, robust* <> weak, weaker, weakly, weakness*, flimsy
above … average*, above … target*, above … limit* <> below … average*, below … target*,
    below … limit*
supported, supports, supporting, did support, {SUPPORT}, would support, fully support,
    in favour, endors*, welcom*, backed, backs, backing, {BACK_IT}, no objections, unanim*, without dissent,
    nem con, nem. con, agreed, approv*, accepted, accepts, accepting <> object, objects, objected, objecting, objection,
    objections, oppos*, against, hostile, disagreed, disapprov*, reject*, refus*, dissent*,
    turn* … down, threw … out, throw* … out, thrown … out, said no, say no, says no, saying no, veto*, voted … down
prais*, commend*, congratulat*, complimented, complimentary <> criticis*, condemn*, complain*, denounc*
encouraging, {ENCOURAGE} <> discourag*, dissuad*, deter, deterred, deterring, {TELL_NOT_TO}, advis* … against,
    warn* … against, warn* … off
open, opens, opened, opening, reopen* <> close, closed, closes, closing, closure*, shut, shuts,
    shutting, reopen*
retain*, retention, {KEEP}, {BE_KEPT}, maintain*, continue, continues,
    continued, continuing, reinstat*, re-establish*, introduc*, launch* <>
    withdraw*, withdrew, scrap, scraps, scrapped, scrapping,
    aboli*, abandon*, discontinu*, axe, axes, axed, axing, disband*, revok*, ceas*, {DROP_IT}, cancel*, get rid of,
    got rid of, getting rid of, do away with, did away with, doing away with, phas* out, put an end to
replac*, swap, swaps, swapped, swapping <> retain*, {KEEP}, {BE_KEPT}
postpon*, defer, defers, deferred, deferring, deferral, put off, putting off, put back, putting back, pushed back,
    put on hold, held over, hold over <> go ahead, goes ahead, went ahead, going ahead, gone ahead, proceed, proceeds,
    proceeded, proceeding with, press* ahead, push* ahead, brought forward, bring* forward, as planned, as scheduled
{CHOOSE}, opt* for, prefer, prefers, preferred, preferring, select, selects, selected, selecting, take … forward,
    took … forward, taken forward <> dismiss, dismissed, dismissing, discard*, rule* … out, ruling … out, reject*
stood against, stand against, ran against, challenged, challenger, challengers, rival, rivals, opponent, opponents,
    other candidate*, other nomination*, contested <> unopposed, only nomination, sole nomination, only candidate,
    uncontested
transfer, transfers, transferred, transferring, move to, moved to, moving to, handed over, hand over, handing over <>
    retain*, {KEEP}, {BE_KEPT}, stay in, stays in, stayed in, remain in, remains in, remained in
carried, passed, adopted, pass the, passing the, adopt the, adopting the <>
    defeated, was lost, were lost, be lost, is lost, motion fell, amendment fell
compulsory, mandatory, obligatory <> voluntary, optional
need, needs, needed, require, required, requires, necessary <> unneeded, unnecessary
win, won, wins, winning <> lose, loses, lost, losing, defeat*
in-house, in house, inhouse <> outsourc*, privatis*, private compan*, private firm*,
    private contractor*, contracted out
centralis* <> decentralis*
permanent*, for good, indefinite* <> temporar*, for the morning, for the day, trial, one-month,
    two-month, three-month, six-month
demolish*, demolition, knock* … down, pull* … down <> preserv*, restor*, refurbish*, renovat*
install*, reinstall* <> dismantl*, taken out, took … out, taking … out
appoint*, reappoint*, hire, hired, hires, hiring, recruit* <> sack, sacked, sacking, sacks, dismissed, dismissal,
    fired, made redundant
buy, buys, buying, bought, purchas*, acquir*, acquisition <> sell, sells, selling, sold, dispos*
allow*, permit, permits, permitted, permitting <> ban, bans, banned, banning, prohibit*, forbid*,
    forbade, outlaw*
extend*, extension, lengthen*, widen* <> shorten*, curtail*, narrowed, narrowing
expand*, expansion, enlarg*, bigger <> smaller, downsiz*, scal* … back, scal* … down
merg*, amalgamat* <> split, splits, splitting, separated, separating, separation
renew, renews, renewed, renewing, renewal <> laps*, expire*, expiry, terminat*
relocat*, move out, moved out, moving out <> stay put, stayed put, stay where, stayed where
ahead of schedule, ahead of time, on time, on schedule, on track <> late, behind schedule, overdue,
    off track, delay*
speed* up, sped up, faster, quicker, accelerat* <> slow* down, slower
in private, behind closed doors, in camera <> in public, in open session
publish*, made public, make public <> withheld, withhold*, kept secret, kept confidential
admit, admits, admitted, admitting, acknowledg*, conced* <> deny, denies, denied, denying, denial
daily <> weekly <> fortnightly <> monthly <> quarterly <> termly <> six-monthly <> annually, yearly,
    once a year
rate …… outstanding, rated …… outstanding, as outstanding, is outstanding, was outstanding <>
    rate …… good, rated …… good, judged … good,
    as good, is good, was good <> requir* improvement <> inadequate
"""
_A_THING = r"(?: (?:the|a|an|any|all|its|their|his|her|this|that|these|those|it|them|plans?|proposals?)\b)"
# "keep the committee informed", "keep them safe"
_IN_TOUCH = (
    r"(?: [\w’'-]+){0,4} (?:informed|updated|abreast|up to date|under|in mind|in touch|apprised|safe|away)\b"
)
WAS_DROPPED = r"(?:be|is|are|was|were|been|being|got)(?: [\w’'-]+){0,8}? (?P<done>dropped)"
_BACK_AFTER = (
    "put get got bring take hand give go come push set send hold pay scale cut roll claw win fall way"
)
_BARE_BACK = "".join(rf"(?<!\b{verb} )" for verb in _BACK_AFTER.split())
SHAPES = {
    # "visits dropped by a tenth", not "the plan was dropped" nor "they dropped the plan"
    "FALLING": rf"drop(?:s|ped|ping)?(?!{_A_THING})",
    "DROP_IT": WAS_DROPPED.replace("?P<done>", "?:") + r"|drop(?:s|ped|ping)?" + _A_THING,
    "SUPPORT": r"(?<=to )support|(?<=not )support|(?<=n['’]t )support",
    # "made the Panel back the plan"
    "BACK_IT": r"(?:made|make|led|did|to|will|would|persuaded|convinced)\s+(?:[\w’'&-]+,?\s+){0,8}?"
    + _BARE_BACK
    + r"back (?:the|a|an|any|its|their|this|that|these|those|\w+ing)",
    "KEEP": r"(?:keep|keeps|keeping|kept) (?:on )?(?:the|its|their|all|both|a|an|£[\d,.]+|\w+ing)\b(?!"
    + _IN_TOUCH
    + ")",
    "BE_KEPT": r"(?:be|is|are|was|were|been|being) kept(?!" + _IN_TOUCH + ")",
    "CHOOSE": r"(?:choos\w+|chose|chosen)(?! to\b)",
    "ENCOURAGE": r"(?:encourag|urg)(?:e|es|ed)(?! (?:[\w’'-]+ ){1,4}not to\b)|invit(?:e|es|ed|ing)",
    "TELL_NOT_TO": r"(?:tell|tells|told|telling|ask|asked|asking|advis\w+|urg\w+|order\w*|instruct\w*|warn\w*) "
    r"(?:[\w’'-]+ ){1,5}?not to",
}
_SUFFIX = r"(?:able|ible|al|ent|ant|ate|ive|ous|ory|ful|ic|ed|ing|y)"
PREFIX = r"un|non-?|in|im|ir|il|dis"
PLAIN_ADJECTIVES = """
able aware balanced clear complete correct fair fit happy honest just known legal regular safe sound true valid well
wise wanted willing
"""
# "unmanageable" is not manageable. Of other words only what follows "un" and "non" is sure to be one: "install".
PREFIXED = re.compile(
    rf"\b(?:un(?=\w{{3,}}{_SUFFIX}\b)|non-|(?:in|im|ir|il)(?=\w{{3,}}(?:able|ible|al|ent|ant|ive|ous|ory)\b)"
    rf"|(?:un|in|im|ir|il|dis)(?=(?:{'|'.join(PLAIN_ADJECTIVES.split())}|accurate|adequate|appropriate|approved"
    r"|satisfied|proportionate|advantaged|similar)\b))(?P<base>\w{3,})\b",
    re.IGNORECASE,
)
ADJECTIVE = re.compile(
    rf"\b(?P<base>(?-i:[a-z])\w{{2,}}(?:able|ible|ful)|{'|'.join(PLAIN_ADJECTIVES.split())}"
    r"|(?:accept|justifi|satisfi|restrict|limit|occupi|found|resolv|affect|chang|stat|alter|answer)(?:ed|able)"
    r"|(?:suffici|effici|consist|compet|conveni)ent|(?:compli|relev|signific)ant|adequate|appropriate|accurate"
    r"|(?:effect|attract|act|inclus|product|respons|representat)ive|satisfactory|popular|statutory|healthy)\b",
    re.IGNORECASE,
)
