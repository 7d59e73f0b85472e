"""The thesaurus: which words may stand for which, and that its file is well formed."""

import re

import pytest

from rag.understanding import thesaurus as module
from rag.understanding.thesaurus import FILE, thesaurus, thesaurus_words


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """Writes a thesaurus of a few rules in the place of the real one."""

    def write(*lines: str) -> None:
        path = tmp_path / "thesaurus.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.setattr(module, "FILE", path)
        thesaurus.cache_clear()
        thesaurus_words.cache_clear()

    yield write
    monkeypatch.undo()
    thesaurus.cache_clear()
    thesaurus_words.cache_clear()


def test_equals_goes_both_ways_and_need_not_be_told(rules) -> None:
    rules("chairman = chair = chairperson  # who presides")
    assert thesaurus() == {
        ("chairman",): {("chair",): "", ("chairperson",): ""},
        ("chair",): {("chairman",): "", ("chairperson",): ""},
        ("chairperson",): {("chairman",): "", ("chair",): ""},
    }


def test_greater_goes_one_way_and_is_told(rules) -> None:
    rules("boss, gaffer > director, head of service")
    assert thesaurus() == {
        ("boss",): {("director",): "director", ("head", "servic"): "head of service"},
        ("gaffer",): {("director",): "director", ("head", "servic"): "head of service"},
    }


def test_a_wave_goes_one_way_and_need_not_be_told(rules) -> None:
    rules("carry out ~ undertake", "led > lead", "led = lead")
    assert thesaurus() == {
        ("carri", "out"): {("undertak",): ""},
        ("led",): {("lead",): ""},
        ("lead",): {("led",): ""},
    }


def test_a_key_holds_every_word_and_a_value_those_that_say_something(rules) -> None:
    rules("leader of the council = council leader")
    assert thesaurus() == {
        ("leader", "of", "the", "council"): {("council", "leader"): ""},
        ("council", "leader"): {("leader", "council"): ""},
    }


def test_words_in_brackets_are_told_and_not_sought(rules) -> None:
    rules("kids in care > looked after (children)")
    assert thesaurus() == {("kid", "in", "care"): {("look", "after"): "looked after children"}}
    assert thesaurus_words() == {"kids", "in", "care", "looked", "after", "children"}


def test_blank_lines_and_comments_say_nothing(rules) -> None:
    rules("", "# chair = stool", "   ", "words without a sign")
    assert thesaurus() == {}
    assert thesaurus_words() == frozenset()


def is_rule(rule: str) -> bool:
    """Entries parted by signs of one kind; commas only in one-way rules; nothing said twice on one side."""
    if len(signs := re.findall(r"[>~]", rule)) == 1 and "=" not in rule:
        sides = [side.split(",") for side in rule.split(signs[0])]
    elif signs:
        return False
    else:
        sides = [rule.split("=")]
    entries = [[entry.strip() for entry in side] for side in sides]
    return (
        sum(map(len, entries)) > 1
        and all(re.fullmatch(r"[a-z0-9][a-z0-9 '’&./()-]*", entry) for side in entries for entry in side)
        and all(len(set(side)) == len(side) for side in entries)
    )


def test_every_line_of_the_file_is_a_rule() -> None:
    rules = [line.partition("#")[0].strip() for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert [rule for rule in rules if rule and not is_rule(rule)] == []


@pytest.mark.parametrize(
    "rule", ["chair", "a = b > c", "a > b > c", "a > b ~ c", "a, b = c", "a = a", "a =", "A = b", "a ! b"]
)
def test_what_is_no_rule(rule: str) -> None:
    assert not is_rule(rule)


def test_the_file_knows_what_people_say() -> None:
    assert thesaurus()["boss",]["director",] == "director"
    assert {("home",), ("dwell",)} <= thesaurus()["household",].keys()
    assert ("boss",) not in thesaurus().get(("director",), {})
    assert thesaurus()["chairman",]["chair",] == thesaurus()["chair",]["chairman",] == ""


def test_nothing_stands_for_itself() -> None:
    assert all(own not in others for own, others in thesaurus().items())
