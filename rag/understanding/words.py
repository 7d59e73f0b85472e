"""Words of a question and how the record may say them: stems, spelling, plain words, acronyms, likeness."""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock

from rapidfuzz.distance import OSA
from Stemmer import Stemmer

_STEMMER = Stemmer("english")
_STEMMING = Lock()  # the stemmer keeps the word it works on
TOKEN = re.compile(r"£?\d[\d,]*(?:[./:]\d+)*(?:%|st\b|nd\b|rd\b|th\b)?|[^\W\d_]+(?:['’][^\W\d_]+)?(?:\d+)?")

STOP = frozenset(
    """
    a about above after again against all also am an and any anybody anyone anything are aren't as at be
    because been before being below between both but by can cannot could couldn't did didn't do does
    doesn't doing done don't down during each either else ever every everyone few for from further get
    gets getting give given go goes going gone got had has hasn't have haven't having he her here hers
    him his how however i if in into is isn't it its itself just let like may me might mine more most
    much must my myself no nor not now of off on once one only onto or other our ours out over own per
    please put same shall she should shouldn't since so some somebody someone something such than that
    that's the their theirs them themselves then there these they thing things this those though through
    to too toward towards under until up upon us very was wasn't we well were weren't what what's
    whatever when where whether which while who who's whom whose why will with within without won't
    would wouldn't yes yet you your yours actually many long often old kind sort type ask asked asking
    tell told say says said saying know known show shown find found look looked looking want wanted need
    needed think thought mean means meant happen happened happening mention mentioned mentions exactly
    really currently hi hello thanks thank ok okay im i'm ive whats hows wheres lot lots bit way able
    use used using take taken took taking make made making come came coming going there's we've we're
    they've they're you've you're
    i've i'd i'll he'd she'd they'd we'd you'd he'll she'll they'll we'll you'll it'll it'd there'd there'll
    that'd that'll who'd who'll what'd what'll how's where's when's why's who've what're haven't hadn't mustn't
    needn't shouldn't mightn't ain't can't shan't oughtn't should've could've would've might've must've
    he's she's it's council's committee's ones anyway concerning regarding
    relating related according
    """.split()
)
# Words of every meeting: they say what is asked for, not what it is about.
FRAME = frozenset(
    """
    council councils councillor councillors committee committees member members meeting meetings minute
    minutes agenda item items paper papers record records report reports decision decisions decide
    decided decides deciding agree agreed agreeing agreement resolve resolved resolution outcome
    outcomes result discuss discussed discussing discussion discussions raise raised raising describe
    described explain explained state stated answer question questions respond response view views
    concern concerns point points people person persons figure number numbers percentage percent
    proportion rate total amount date dates name named called list listed held hold happens tabled
    considered consider local authority chaired chairing attended held meets met place settle settled settles
    """.split()
)

# Words that ask something of a matter without naming it: "who proposed it?", "and the cost?".
ACTS = frozenset(
    """
    propose proposed proposes proposer second seconded seconder move moved mover carry carried approve approved
    approves reject rejected refuse refused defer deferred adopt adopted note noted vote voted votes voting cost
    costs price pay paid spend spent spending reason reasons next detail details detailed background begin began
    start started end ended finish finished complete completed due deadline attend attended attendance present
    absent chair speak spoke object objected objection objections oppose opposed support supported favour
    abstain abstained recommend recommended recommendation amend amended amendment action actions conclusion
    conclude concluded unanimous unanimously introduce introduced bring brought write wrote written author
    responsible true right fund funded funding expand elaborate continue update updates latest follow progress
    unanimity accept accepted reply replied comment comments commented recorded passed settled signed implement
    implemented apply applied affect affects affected work worked works sum money price timetable timescale
    big large small far high low fast soon quickly nearest closest
    """.split()
)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Snowball English stem of a lower-case word; numbers are left as they are."""
    if not word[:1].isalpha():
        return word
    with _STEMMING:
        return str(_STEMMER.stemWord(word))


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers: possessives, thousands separators and ordinal endings dropped."""
    return [plain(match.group()) for match in TOKEN.finditer(text)]


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    word = word.casefold().replace("’", "'")
    if word[:1].isalpha():
        return word.removesuffix("'s").removesuffix("'")
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word.replace(",", "").lstrip("£"))


_HYPHENED = re.compile(r"\b([^\W\d_]+)-([^\W\d_]+)\b")


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Stems of every word of a text, numbers as printed; "re-offending" is also "reoffending"."""
    joined = (plain(match[1] + match[2]) for match in _HYPHENED.finditer(text))
    return frozenset(stem(word) for word in (*tokens(text), *joined))


def edits_apart(a: str, b: str) -> int:
    """Optimal string alignment distance (swaps count once), 3 standing for 3 or more."""
    return int(OSA.distance(a, b, score_cutoff=2))
