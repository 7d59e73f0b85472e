"""robots.txt: what a site asks programs not to read, and how long it asks them to pause."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego


@dataclass(frozen=True, slots=True)
class Rules:
    """Without a file everything is allowed."""

    pause: float = 0.0  # seconds between requests
    _file: Protego | None = None
    _agent: str = ""

    def allow(self, url: str) -> bool:
        return self._file is None or bool(self._file.can_fetch(url, self._agent))


def read_rules(data: bytes, agent: str) -> Rules:
    """The rules for `agent`. What is no robots.txt has no rules."""
    file = Protego.parse(data.decode("utf-8", "replace"))
    rate = file.request_rate(agent)
    each = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return Rules(max(float(file.crawl_delay(agent) or 0.0), each), file, agent)
