"""Questions written by ear, with most words misspelt: what is mended, and what is left alone."""

import time

import pytest

from rag.understanding.casual import mend_heard, plainly_meant
from rag.understanding.spelling import Speller

HELD = {
    "social": 40, "work": 60, "course": 9, "soul": 2, "housing": 40, "motion": 20, "carbon": 6, "monoxide": 2,
    "high": 30, "alarms": 4, "needs": 40, "block": 9, "blocks": 3, "council": 90, "councillor": 60, "special": 12,
    "school": 60, "stop": 3,
    "millrace": 4, "reading": 9, "ages": 8, "riding": 1, "bottles": 2, "glass": 3, "picked": 4, "people": 60,
    "every": 9, "very": 30, "centre": 20, "youth": 20, "pavement": 3, "payment": 9, "flood": 6, "warning": 5,
    "place": 50,
    "sheppey": 3, "shape": 4, "service": 60, "services": 80, "strength": 4, "decide": 3, "decided": 70, "bias": 6,
    "custody": 9, "unconscious": 5,
    "dumping": 4, "stayed": 3, "helped": 4, "held": 60, "manchester": 30, "leavers": 9, "care": 30, "moment": 3,
    "fines": 6, "elections": 3, "road": 40, "quota": 2, "olszewska": 4, "inclusion": 5, "station": 5, "station's": 1,
}  # fmt: skip
SAID = {
    "social work", "work course", "social housing", "high needs", "needs block", "reading ages", "glass bottles",
    "carbon monoxide", "flood warning", "youth centre",
}  # fmt: skip


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(HELD, {"pothole"}, lambda one, other: f"{one} {other}" in SAID)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("how menny care leevers at the momant", "how many care leavers at the moment"),
        ("wot share of the peple stayd", "what share of the people stayed"),
        (
            "the Step Up to Soshal Work corse",
            "the Step Up to Social Work course",
        ),  # capitals, and a rare word
        ("moshun about karbon monoxcide alarums", "motion about carbon monoxide alarms"),
        ("soshul howsing", "social housing"),  # not the soul
        ("wat did he rite about the hi needs blok", "what did he write about the high needs block"),
        ("milrace speshul scool", "millrace special school"),
        ("the reeding ages", "the reading ages"),
        ("glas botels got pikt up", "glass bottles got picked up"),
        ("cut evry year", "cut every year"),
        ("paivment", "pavement"),
        ("how mutch monny", "how much money"),  # not many
        (
            "wot did the soshul wurk coarse do",
            "what did the social work course do",
        ),  # English, but of many slips
        ("what does the coarse do", "what does the coarse do"),
        ("the scool was stoped", "the school was stopped"),
        ("unkonshus bias", "unconscious bias"),
        ("potoles", "potholes"),  # that the papers lack, and councils have
        ("the dedline", "the deadline"),
        ("yuth custardy", "youth custody"),
        ("taxes by wot persent", "taxes by what percent"),
        ("flud warning", "flood warning"),
        ("on shepy", "on sheppey"),
        ("who deside on the servise", "who decide on the service"),
        ("wich charity helpd", "which charity helped"),
        ("doin about the dumpin", "doing about the dumping"),
        ("elecshuns and inclushun", "elections and inclusion"),
        ("howmany, howmuch", "how many, how much"),
        ("wen, wher, wy, wots", "when, where, why, what's"),
        ("wot sed the counsil", "what said the council"),
        ("cud they, shud they, wud they", "could they, should they, would they"),
        ("wear did the money go", "where did the money go"),
        ("and were is the centre", "and where is the centre"),
        ("witch school", "which school"),
        ("hoo said it", "who said it"),
        ("where did sum of them go", "where did some of them go"),
    ],
)
def test_what_is_written_by_ear_is_mended(speller: Speller, said: str, meant: str) -> None:
    assert speller.mend(said)[0] == meant


@pytest.mark.parametrize(
    "said",
    [
        "from Foynes to Adare and there", "the Foynes road", "hi, how many schools", "hi school", "a rite of passage",
        "the last rites",        "what was the sum of the fines", "the plaice quota", "who were the members",
        "wear and tear of the road",
        "the witch trials", "Hoo peninsula", "the school in Hoo", "raisin", "revue", "soul music", "a corse",
        "did they agree to the rite of burial", "blackberries", "she will wear it",
    ],
)  # fmt: skip
def test_words_are_no_others(speller: Speller, said: str) -> None:
    assert speller.mend(said) == (said, ())


def test_what_was_read_is_told(speller: Speller) -> None:
    assert speller.mend("hi needs, soshul howsing")[1] == (
        ("hi", "high"), ("soshul", "social"), ("howsing", "housing"),
    )  # fmt: skip


def test_a_word_that_the_papers_use_is_left() -> None:
    together = {"high needs"}
    held = HELD | {"witch": 1, "wot": 2, "corse": 1}
    papers = Speller(held, (), lambda one, other: f"{one} {other}" in together)
    assert papers.mend("witch school has a wot corse")[1] == ()


def test_only_the_word_that_is_meant_is_mended() -> None:
    assert mend_heard("did sum of them pay the sum of the fines", {}, lambda one, other: False)[0] == (
        "did some of them pay the sum of the fines"
    )


@pytest.mark.parametrize(
    ("word", "meant"), [("doin", "doing"), ("cabin", None), ("raisin", None), ("waht", "what")]
)
def test_what_is_plainly_meant(word: str, meant: str | None) -> None:
    assert plainly_meant(word) == meant


def test_a_long_question_of_misspellings_takes_milliseconds(speller: Speller) -> None:
    text = "wot share of the peple who did the Soshal Work corse stayd on with Manchestr and pikt up moshuns evry munth"
    speller.mend(text)
    started = time.process_time()
    speller.mend(text)
    assert time.process_time() - started < 0.1
