"""People by their names: whom a question names, and whether a name in the record is that person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TITLE = (
    r"(?:Councillors?|Cllrs?|Cmhlr|Alderman|Baillie|Bailie|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Canon|"
    r"Sir|Dame|Lord|Lady|Baroness|Deputy|Senator)\b\.?"
)
_CAPITAL = r"[^\W\d_a-z]"
_PART = rf"(?:{_CAPITAL}[\w’'-]*\.?|(?:de|van|von|der|le|la)\b)"
_NAMED = re.compile(rf"\b((?i:{_TITLE}))\s+({_PART}(?:\s+{_PART}){{0,3}}(?:\s\({_CAPITAL}\w?\))?)")
_LOWER = re.compile(rf"\b({_TITLE})\s+((?:[a-z]\.?\s+)?[\w’'-]{{2,}}(?:\s\(\w\))?)", re.IGNORECASE)
# "which councillors sent", "any councillor who": the word behind is no name, without a capital.
_OF_ANY = re.compile(
    rf"\b(?i:(?:which|what|any|many|every|each|no|other|some|all|the|our|those|these)\s+(?:of\s+the\s+)?{_TITLE})"
    r"(?=\s+[a-z])"
)
_BARE = re.compile(rf"(?<=\s){_CAPITAL}[\w’'-]+(?:\s+{_PART}){{0,2}}")
_ROLES = frozenset(
    "mayor leader chair chairman chairwoman chairperson director secretary officer chief executive cathaoirleach "
    "provost president convener superintendent head minister council committee subcommittee panel board cabinet forum "
    "subgroup scrutiny meeting meetings".split()
)
_SPACED = re.compile(r"\b([OÓ][’'‘])\s+(?=\w)")
_PARTICLES = frozenset("o ó mac mc de van von der le la ni ní".split())
_BRACKETED = re.compile(rf"\s*\(({_CAPITAL}\w?)\.?\)")
_SHE, _HE = frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness")), frozenset(("mr", "sir", "lord"))


@dataclass(frozen=True, slots=True)
class Person:
    """A name as told apart from others: "Councillor J Collins", "Collins (J)"."""

    words: str  # as written
    title: str  # lower case, "" without one
    given: tuple[str, ...]  # names or initials, folded
    surname: str  # folded, without particles

    def may_be(self, other: Person) -> bool:
        """Whether two names may be one person's: the surname is the same, and nothing else speaks against it."""
        if self.surname != other.surname or not self.surname:
            return False
        if {self.title, other.title} & _SHE and {self.title, other.title} & _HE:
            return False
        if not (self.given and other.given):
            return True
        one, two = self.given[0], other.given[0]
        return one.startswith(two) or two.startswith(one)


@lru_cache(maxsize=10_000)
def read_person(name: str) -> Person:
    """A name as the record or a question has it."""
    title = match.group() if (match := re.match(_TITLE, name, re.IGNORECASE)) else ""
    rest = _SPACED.sub(r"\1", name[len(title) :].strip())
    behind = _BRACKETED.findall(rest)
    parts = [fold_name(part) for part in re.split(r"[\s.]+", _BRACKETED.sub(" ", rest)) if fold_name(part)]
    given = [
        *map(fold_name, behind),
        *(part for part in parts[:-1] if part.isalpha() and part not in _PARTICLES),
    ]
    return Person(name.strip(), title.lower().rstrip("."), tuple(given), parts[-1] if parts else "")


@lru_cache(maxsize=20_000)
def fold_name(text: str) -> str:
    """Lower case without accents, apostrophes and other marks: "O’Dea" and "O'DEA" are one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w\s-]", "", plain).strip()


def people_in(text: str) -> list[Person]:
    """Everybody whom a question names with a title: "Councillor Stone", "cllr j collins"."""
    return [person for person in map(_read, _NAMED.findall(text)) if person.surname not in _ROLES]


def perhaps_people_in(text: str) -> list[Person]:
    """Those whom it may name otherwise: "cllr stone", or a run of words with capitals."""
    said = _OF_ANY.sub(" ", text)
    found = [*map(_read, _LOWER.findall(said)), *(read_person(_own(words)) for words in _BARE.findall(text))]
    return [person for person in found if person.surname not in _ROLES]


def _read(match: tuple[str, str]) -> Person:
    return read_person(_own(" ".join(match)))


def _own(words: str) -> str:
    return re.sub(r"[’']s$", "", words)


def names_of(person: Person, held: Iterable[str]) -> list[str]:
    """The names held that may be the person's, each once."""
    return [name for name in dict.fromkeys(held) if person.may_be(read_person(name))]


def told_apart(names: Sequence[str]) -> list[str]:
    """One name for each person that the names cannot but be: "Collins (J)" and "Collins (M)" are two."""
    apart: dict[str, str] = {}
    for name in names:
        given = read_person(name).given
        if given:
            apart.setdefault(given[0][0], name)
    return list(apart.values())
