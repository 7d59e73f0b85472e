"""How words sound, and which of many are near one."""

import pytest

from rag.understanding.sounds import Nearby, apart, heard


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("soshal", "social"), ("moshun", "motion"), ("howsing", "housing"), ("elecshuns", "elections"),
        ("petishoner", "petitioner"), ("pikt", "picked"), ("helpd", "helped"), ("chanje", "change"), ("rite", "write"),
        ("skool", "school"), ("kwestion", "question"), ("fone", "phone"), ("nite", "night"), ("deside", "decide"),
        ("recieve", "receive"), ("playgrownd", "playground"), ("dumpin", "dumping"), ("servise", "service"),
        ("paivment", "pavement"),
    ],
)  # fmt: skip
def test_words_written_by_ear_sound_as_they_should(written: str, meant: str) -> None:
    assert heard(written) == heard(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("service", "services"), ("decide", "decided"), ("adare", "aware")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert heard(one) != heard(other)


def test_vowels_are_told_from_consonants() -> None:
    assert apart("speshul", "special") == (1, 0)
    assert apart("strenth", "strength") == (1, 1)
    assert apart("motion", "motion") == (0, 0)


def test_words_are_found_by_their_letters_and_by_their_sound() -> None:
    words = Nearby(["motion", "mission", "social", "write", "route", "bridge", "council"])
    assert dict(words.like("motoin", 1)) == {"motion": 1}
    assert dict(words.like("otion", 1)) == {"motion": 1}  # though the first letter is another's
    assert dict(words.like("omtion", 1)) == {"motion": 1}
    assert dict(words.like("mosion", 2)) == {"motion": 1, "mission": 2}
    assert set(words.sounding("moshun")) == {"motion", "mission"}
    assert set(words.sounding("rite")) == {"write", "route"}
    assert list(words.sounding("zzz")) == list(words.sounding("ß")) == []
