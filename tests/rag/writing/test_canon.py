"""What may be written two ways is one; what differs stays different."""

import pytest

from rag.writing.canon import canon


def words(text: str) -> list[str]:
    return [word.plain for word in canon(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cllr Reed’s lamps", "Councillor Reed's lamps"),
        ("They didn't start; they can't.", "They did not begin, they cannot"),
        ("5 per cent of 1,200", "5% of 1200"),
        ("twenty-one or thirty lamps", "21 or 30 lamps"),
        ("on the 3rd of May 2024", "on 3 May 2024"),
        ("by September 2nd, 2021", "by 2 Sept 2021"),
        ("£1.2m prior to noon", "£1.2 million before 12 noon"),
        ("at 4.30 p.m. (sharp)", "at 4.30pm, sharp"),
        ("the “long-term” plan", "a long term plan"),
        ("He said that lamps fell", "He said lamps fell."),
        ("paid £2, not £3", "paid £2 and not £3"),
    ],
)
def test_the_same_words(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£5", "5"), ("5%", "5"), ("5", "-5"), ("1,200", "1.200"), ("12", "1 2"), ("12.5", "12"),
        ("2018/19", "2018-19"), ("a few lamps", "few lamps"), ("a number of", "the number of"), ("3rd", "3"),
        ("they were", "they we're"), ("the Chair, said Ash,", "the Chair said Ash"), ("no lamps", "lamps"),
        ("the year", "each year"), ("for Option A", "for an option"), ("lamps", "l\u0430mps"), ("3", "\uff13"),
        ("a_b", "ab"), ("a<b", "a b"), ("will be", "would be"),
    ],
)  # fmt: skip
def test_other_words(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_the_letters_of_parts_are_marked_where_a_part_may_begin() -> None:
    assert words("to: (a) mend lamps; and (b) buy oil under section 4(a)") == (
        "to , ¶a mend lamps , and ¶b buy oil under section 4 §a".split()
    )


def test_words_keep_how_they_were_written() -> None:
    assert [word.raw for word in canon("The Cllr saw Ten.")] == ["Cllr", "saw", "Ten"]


def test_nothing_is_nothing() -> None:
    assert canon("") == canon(" . ,") == ()
