"""Misspellings: what is mended, to what, and what is left alone."""

import time

import pytest

from rag.understanding.english import british, frequencies, is_english
from rag.understanding.spelling import Speller

HELD = {
    "the": 100, "council": 90, "committee": 80, "cabinet": 40, "school": 60, "exclusions": 20, "exclusion": 6, "bin": 4,
    "unconscious": 5, "bias": 6, "training": 30, "liberties": 2, "received": 40, "pupils": 25, "director": 8, "men": 3,
    "service": 50, "wierzba": 3, "decided": 70, "approved": 12, "september": 9, "ferry": 1, "abbot": 1, "permits": 9,
    "parking": 15, "budget": 12, "library": 14, "libraries": 9, "councillor": 60, "stone": 9, "sloan": 2, "house": 9,
    "move": 3, "moved": 40, "mope": 1, "pot": 1, "bus": 12, "tollhouse": 6, "olszewska": 4, "fofanah": 3,
    "ropewalk": 5, "road": 40, "cycle": 14, "cyclists": 4, "panel": 60, "motion": 12, "organisation": 9, "mould": 12,
    "programme": 20, "centre": 20, "damp": 12, "tunnard": 4, "mapping": 3, "paving": 2, "children": 60, "aware": 6,
    "fines": 6, "crossing": 4, "glover": 3, "street": 30, "foster": 4, "carers": 8, "bulky": 3, "waste": 12, "play": 5,
    "area": 12, "meadow": 4, "harbour": 5, "colour": 2, "ward": 9, "forward": 5, "table": 8, "notable": 1, "kids": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(HELD, {"reoffending", "ofsted", "safeguarding", "flytipping"})


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        # the library's words
        ("exclusoins of pupills", "exclusions of pupils"),
        ("unconcious bais trainning", "unconscious bias training"),
        ("were they recieved?", "were they received?"),
        ("cabnet parking permitts", "cabinet parking permits"),
        ("comittee, commitee, comitee", "committee, committee, committee"),
        ("the coucil", "the council"),
        ("counsil", "council"),
        ("libary", "library"),
        ("foster carrers", "foster carers"),
        ("parkin charges", "parking charges"),
        ("matin times", "matin times"),
        ("cycel lane for cyclsts", "cycle lane for cyclists"),
        ("the panal", "the panel"),
        ("proposd a moton", "proposed a motion"),
        ("chidlren's services", "children's services"),
        ("wierzbas ferry", "wierzba ferry"),
        ("damp and mold", "damp and mould"),
        # small words
        ("waht about bias", "what about bias"),
        ("abot bias", "about bias"),  # not the abbot
        ("thier teh adn", "their the and"),
        ("abuot, abotu", "about, about"),
        ("wich panel", "which panel"),
        ("wat did cabnet decide abot parking permitts", "what did cabinet decide about parking permits"),
        ("cos ppl dont pay", "because people don't pay"),
        # English words that the library lacks
        ("definately seperate", "definitely separate"),
        ("accomodation", "accommodation"),
        ("goverment", "government"),
        ("enviroment", "environment"),
        ("neccesary", "necessary"),
        ("cemetary", "cemetery"),
        ("nusiance", "nuisance"),
        ("untill", "until"),
        ("ambulence", "ambulance"),
        ("skool", "school"),
        ("trafic", "traffic"),
        ("vilage", "village"),
        # words that councils use
        ("reofending", "reoffending"),
        ("ofstead", "ofsted"),
        ("safegaurding", "safeguarding"),
        # capitals
        ("BUGDET", "BUDGET"),
        ("WHAT IS THE BUGDET FOR LIBARIES", "WHAT IS THE BUDGET FOR LIBRARIES"),
        ("Libary hours", "Library hours"),
        ("the Libary", "the Library"),
        ("Exclusoins of pupils", "Exclusions of pupils"),
        ("what did the Cabnet decide", "what did the Cabinet decide"),
        ("the BUGDET of 2019", "the BUDGET of 2019"),
        # names of the papers
        ("Councilor Stoan", "Councillor Stone"),
        ("councillor stoan", "councillor stone"),
        ("What did Mrs Olszewka say", "What did Mrs Olszewska say"),
        ("cllr tunard", "cllr tunnard"),
        ("what about Tunard", "what about Tunnard"),
        ("Mr Fofana", "Mr Fofanah"),
        ("cycle lane on Ropwalk Road", "cycle lane on Ropewalk Road"),
        ("the lights at Glovr Street", "the lights at Glover Street"),
        # two words written as one
        ("councilhouse", "council house"),
        ("binmen", "bin men"),
        ("the playarea", "the play area"),
        ("bulkywaste", "bulky waste"),
        # American spelling of what the papers hold
        ("organization", "organisation"),
        ("the color of the center", "the colour of the centre"),
        ("harbor program", "harbour programme"),
    ],
)
def test_misspellings_are_mended(speller: Speller, said: str, meant: str) -> None:
    mended, corrections = speller.mend(said)
    assert mended == meant
    assert all(wrong in said and right in meant for wrong, right in corrections)


@pytest.mark.parametrize(
    "said",
    [
        # English, whatever is near: neither "moved" nor "mope", "hers", "bus", "Tollhouse", "bins", "paving"
        "mopeds", "hens", "busking", "tolls", "mice", "vaping", "gnomes", "tram", "lido", "hydroponic zucchini",
        "cemeteries and bakeries", "schooling", "mowing", "skatepark", "rewilding", "pickleball", "crematorium",
        "libraries and allotments", "kerbs", "tyres", "byelaws", "grey", "taoiseach",
        # letters, short words, nothing near
        "BAIS is short for something", "MARAC", "the fry", "hmo", "zzzqqq", "£1,200 on 17.3", "HSP", "item CYP/19/22",
        # names that are not in the papers are not those that are
        "the road to Adare", "Foynes", "what about Adare and Foynes", "Councillor Hussein", "Mr Condell", "Medway",
        "and the works of Bord Gáis", "Councillor Ashworth", "Councillor Brown",
        # split or joined as they are
        "for ward 5", "no table", "isn't it", "don't", "parents' evening", "the Council’s",
    ],
)  # fmt: skip
def test_what_is_left_alone(speller: Speller, said: str) -> None:
    assert speller.mend(said) == (said, ())


def test_nobody_is_told_that_they_meant_a_foul_word(speller: Speller) -> None:
    mended, read_as = speller.mend("did the shitt council cudnt find a cuntt")
    assert not {"shit", "cunt"} & set(mended.split()) and not {"shit", "cunt"} & {
        right for _, right in read_as
    }
    assert "couldn't" in mended


def test_every_correction_is_told_once(speller: Speller) -> None:
    assert speller.mend("bais, bais and trainning")[1] == (("bais", "bias"), ("trainning", "training"))


def test_a_word_of_the_papers_is_no_misspelling() -> None:
    assert Speller({"abot": 2, "about": 90, "wat": 1}).mend("wat abot") == ("wat abot", ())


def test_with_an_empty_library_english_is_mended_still() -> None:
    assert Speller({}).mend("the libary of Tunard") == ("the library of Tunard", (("libary", "library"),))


@pytest.mark.parametrize(
    ("word", "english"),
    [("colour", True), ("color", True), ("moped", True), ("mopeds", True), ("bins", True), ("mowing", True),
     ("vaping", True), ("councillors", True), ("libary", False), ("exclusoins", False), ("abot", False)],
)  # fmt: skip
def test_what_is_english(word: str, english: bool) -> None:
    assert is_english(word) == english


def test_the_list_counts_words() -> None:
    assert len(frequencies()) > 80_000
    assert frequencies()["about"] > frequencies()["abbot"] > 0


@pytest.mark.parametrize(
    ("word", "here"),
    [("organizations", "organisations"), ("colors", "colours"), ("theater", "theatre"), ("traveled", "travelled"),
     ("analyze", "analyse"), ("catalog", "catalogue"), ("program", "programme"), ("license", "licence"),
     ("moldy", "mouldy")],
)  # fmt: skip
def test_american_spellings(word: str, here: str) -> None:
    assert here in list(british(word))


@pytest.mark.parametrize(
    "text", ["qzxv" * 250, "abcdefgh " * 111, "Zzyzx " * 160, "a'b'c'd" * 140, "é" * 1000]
)
def test_hostile_words_take_no_time(speller: Speller, text: str) -> None:
    speller.mend("abot")  # the lists are read
    started = time.perf_counter()
    speller.mend(text)
    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    ("word", "english"),
    [("propsed", False), ("raceing", False), ("voteing", False), ("houseing", False), ("binsed", False),
     ("focused", True), ("canvassed", True), ("ageing", True), ("seeing", True), ("canoeing", True), ("biased", True),
     ("gritted", True), ("rewilded", True), ("busking", True), ("mowing", True), ("kerbing", True)],
)  # fmt: skip
def test_a_form_is_english_only_as_english_forms_it(word: str, english: bool) -> None:
    assert is_english(word) == english


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("who propsed the lokc on the streetts abot here", "who proposed the lock on the streets about here"),
        ("sulky raceing", "sulky racing"),
        ("voteing on houseing", "voting on housing"),
        ("who was chairring", "who was chairing"),
        ("councillors alowances", "councillors allowances"),
        ("Did the counsel pass byelaws?", "Did the council pass byelaws?"),
        ("what did the Town Counsel say", "what did the Town Council say"),
        ("Counsellor Tunnard", "Councillor Tunnard"),
        ("did counsel advise on it", "did counsel advise on it"),
        ("the counsel for the ward", "the counsel for the ward"),
        ("school counsellors and their training", "school counsellors and their training"),
    ],
)
def test_what_is_no_word_is_mended_and_what_sounds_like_the_council_is_it(said: str, meant: str) -> None:
    held = HELD | {
        "proposed": 40,
        "lock": 2,
        "streets": 9,
        "housing": 20,
        "allowances": 3,
        "racing": 2,
        "sulky": 2,
    }
    assert Speller(held).mend(said)[0] == meant


def test_counsel_stays_where_the_papers_speak_of_it() -> None:
    assert Speller(HELD | {"counsel": 9}).mend("did the counsel agree") == ("did the counsel agree", ())


def test_a_person_named_in_full_is_nobody_else_of_nearly_that_name() -> None:
    """Unless the papers have that forename beside it: then it is a slip."""
    held = HELD | {"ada": 4}
    asked = "What did Ms Ada Tunnord say?"
    assert Speller(held, set()).mend(asked) == (asked, ())
    knows = Speller(held, set(), lambda one, other: (one, other) == ("ada", "tunnard"))
    assert knows.mend(asked) == ("What did Ms Ada Tunnard say?", (("Tunnord", "Tunnard"),))
    assert Speller(held, set()).mend("What did Ms Tunnord say?")[1] == (("Tunnord", "Tunnard"),)
