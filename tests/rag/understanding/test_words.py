"""Words, stems and edits."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from rag.understanding.words import FRAME, STOP, edits_apart, plain, stem, stems, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Council’s parks, 1,200 of them.", ["the", "council", "parks", "1200", "of", "them"]),
        ("£38,500 a year", ["38500", "a", "year"]),
        ("the 3rd of 21/50 at 17.3%", ["the", "3", "of", "21/50", "at", "17.3%"]),
        ("CYP/19/22", ["cyp", "19/22"]),
        ("don't re-offend", ["don't", "re", "offend"]),
        ("parents' evening", ["parents", "evening"]),
        ("S151 KS2 e-mail", ["s151", "ks2", "e", "mail"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("—…!", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Council’s", "council"),
        ("pupils'", "pupils"),
        ("17th", "17"),
        ("1,131", "1131"),
        ("£5", "5"),
        ("ẞ", "ss"),
    ],
)
def test_plain(word: str, meant: str) -> None:
    assert plain(word) == meant


@pytest.mark.parametrize(
    ("words", "one"), [(("excluded", "exclusion"), "exclu"), (("training", "trained"), "train")]
)
def test_stems_join_the_forms_of_a_word(words: tuple[str, ...], one: str) -> None:
    assert {stem(word)[: len(one)] for word in words} == {one}


def test_numbers_have_no_stem() -> None:
    assert [stem(number) for number in ("17.3", "2019", "21/50")] == ["17.3", "2019", "21/50"]


def test_hyphened_words_are_also_one_word() -> None:
    assert stems("Re-offending rose") == {"re", "offend", "reoffend", "rose"}


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("bias", "bias", 0),
        ("bais", "bias", 1),
        ("bias", "bia", 1),
        ("exclusoins", "exclusions", 1),
        ("unconcious", "unconscious", 1),
        ("recieved", "received", 1),
        ("parks", "bikes", 3),
        ("park", "parking", 3),
        ("", "ab", 2),
        ("ca", "abc", 3),  # no part is edited twice
        ("kitten", "sitting", 3),
    ],
)
def test_edits_apart(a: str, b: str, edits: int) -> None:
    assert edits_apart(a, b) == edits_apart(b, a) == edits


def test_stop_and_frame_words_are_told_apart() -> None:
    assert not STOP & FRAME
    assert all(word == plain(word) for word in FRAME)


def test_stems_are_the_same_from_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    words = [
        root + end
        for root in "educat organis nation hopeful consultat recommend explanat generous".split()
        for end in "ion ional ing ed ations ively fulness ements izational ousness".split()
    ] * 20
    uncached = stem.__wrapped__
    expected = [uncached(word) for word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda _: [uncached(word) for word in words], range(4)))
    finally:
        sys.setswitchinterval(before)
    assert found == [expected] * 4
