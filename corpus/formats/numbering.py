"""Word's automatic numbering: "1.", "2.6", "(a)" are not in a paragraph's text but counted from its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LARGEST = 100_000  # a higher start is damage, and roman numerals grow with it


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `text` is a pattern such as "%1.%2"."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    style: str | None = None  # paragraphs of this style stand on this level
    plain: bool = False  # "1.1" even where the level above is counted "I"


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, tuple[Level, ...]] = field(default_factory=dict)  # by list
    shared: dict[str, str] = field(
        default_factory=dict
    )  # list to what it counts with: lists may share a count
    anew: dict[str, dict[int, int]] = field(default_factory=dict)  # list to the levels that it starts again
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def level_of_style(self, number: str, style: str) -> int:
        levels = self.levels.get(number, ())
        return next((at for at, level in enumerate(levels) if level.style == style), 0)

    def label(self, number: str, depth: int) -> str:
        """Count one paragraph of a list; what Word prints before it ("" for an unnumbered one)."""
        levels = self.levels.get(number, ())
        if not 0 <= depth < len(levels):
            return ""
        counts = self.counts.setdefault(self.shared[number], [None] * _LEVELS)
        for at, start in self.anew.pop(number, {}).items():
            counts[at] = None if at >= depth else counts[at]
            levels = (*levels[:at], replace(levels[at], start=start), *levels[at + 1 :])
            self.levels[number] = levels
        for at in range(depth):  # a level that was skipped counts as begun
            counts[at] = levels[at].start if counts[at] is None else counts[at]
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return self._shown(levels, depth, counts)

    def _shown(self, levels: tuple[Level, ...], depth: int, counts: list[int | None]) -> str:
        level = levels[depth]
        if level.format == "bullet":
            return "•"

        def place(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            if at > depth:
                return ""
            return _numeral(counts[at] or 0, "decimal" if level.plain else levels[at].format)

        return _PLACE.sub(place, level.text).strip()


def read_numbering(root: Element | None) -> Numbering:
    """The lists of numbering.xml, whose names have lost their namespaces."""
    found = Numbering()
    if root is None:
        return found
    abstract: dict[str, tuple[Level, ...]] = {}
    linked: dict[str, str] = {}  # a list style's own definition, by the style's name
    links: dict[str, str] = {}
    for each in root.iter("abstractNum"):
        key = each.get("abstractNumId", "")
        abstract[key] = _levels(each)
        if name := _value(each, "styleLink"):
            linked[name] = key
        if name := _value(each, "numStyleLink"):
            links[key] = name
    for each in root.iter("num"):
        key = _value(each, "abstractNumId") or ""
        key = linked.get(links.get(key, ""), key)
        number = each.get("numId", "")
        found.shared[number] = key
        levels = list(abstract.get(key, ()))
        for override in each.iter("lvlOverride"):
            at = _integer(override.get("ilvl"), 0)
            if 0 <= at < len(levels):
                levels[at] = next((_level(own) for own in override.iter("lvl")), levels[at])
                if (start := _value(override, "startOverride")) is not None:
                    found.anew.setdefault(number, {})[at] = _integer(start, 1)
        found.levels[number] = tuple(levels)
    return found


def _levels(abstract: Element) -> tuple[Level, ...]:
    own = {_integer(each.get("ilvl"), 0): _level(each) for each in abstract.iter("lvl")}
    return tuple(own.get(at, Level(text="")) for at in range(_LEVELS))


def _level(element: Element) -> Level:
    return Level(
        _integer(_value(element, "start"), 1), _value(element, "numFmt") or "decimal",
        _value(element, "lvlText") or "", _value(element, "pStyle"), element.find("isLgl") is not None,
    )  # fmt: skip


def _value(parent: Element, name: str) -> str | None:
    child = parent.find(name)
    return None if child is None else child.get("val")


def _integer(text: str | None, otherwise: int) -> int:
    return min(int(text), _LARGEST) if text and re.fullmatch(r"[0-9]{1,9}", text) else otherwise


def _numeral(number: int, style: str) -> str:
    if style == "none" or (number < 1 and style != "decimal"):
        return ""
    if style in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * min(
            (number - 1) // 26 + 1, 9
        )  # z, aa, bb: as Word counts
        return letters if style == "lowerLetter" else letters.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman = "".join(_roman(min(number, 4999)))
        return roman if style == "lowerRoman" else roman.upper()
    return f"{number:02d}" if style == "decimalZero" else str(number)


def _roman(number: int) -> Iterator[str]:
    for value, letters in _ROMAN:
        yield letters * (number // value)
        number %= value
