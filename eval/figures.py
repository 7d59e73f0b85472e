"""What an evaluation finds: figures, misses, reports."""

from __future__ import annotations

from dataclasses import dataclass

HIGHER_IS_BETTER = ("share", "mean")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over some questions. `value` is None when no question bears on it."""

    name: str
    value: float | None
    unit: str  # "share", "mean", "error", "count", or a gauge's unit
    of: int  # trials, or replies scored or sized
    low: float | None = None  # 95% interval of a share, mean or error
    high: float | None = None
    target: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target or a value."""
        return None if self.value is None or self.target is None else not self.worse_than(self.target)

    def worse_than(self, value: float) -> bool:
        """Whether this figure is worse than that value of the same measure; having none is worse than any."""
        if self.value is None:
            return True
        return self.value < value if self.unit in HIGHER_IS_BETTER else self.value > value


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that failed a measure: what was expected, what came, and why it counts as failed."""

    id: str
    category: str
    question: str
    after: tuple[str, ...]  # the conversation's earlier questions
    expected: str
    got: str
    failed: tuple[str, ...]  # names of measures
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """Replies of like confidence: what they said their chance was, and how often the record did answer."""

    confidence: float  # mean
    answerable: float  # share
    replies: int


@dataclass(frozen=True, slots=True)
class Report:
    """How one system did on some known answers."""

    system: str
    questions: int
    figures: tuple[Figure, ...]
    categories: tuple[tuple[str, tuple[Figure, ...]], ...]
    misses: tuple[Miss, ...]
    bins: tuple[Bin, ...]  # by confidence, lowest first; those without replies are left out

    def figure(self, name: str) -> Figure:
        """The figure called `name`; KeyError when there is none."""
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Half:
    """One half of the known answers: reports of every system, ours first, set by set and over all of them."""

    name: str
    sets: tuple[tuple[str, tuple[Report, ...]], ...]
    whole: tuple[Report, ...]

    @property
    def columns(self) -> tuple[tuple[str, tuple[Report, ...]], ...]:
        """All sets together, where there are several, then each."""
        return (*((("all", self.whole),) if len(self.sets) > 1 else ()), *self.sets)
