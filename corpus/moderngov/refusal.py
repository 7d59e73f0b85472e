"""What it means when a site does not answer with what was asked for, and whether to try again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

import httpx

from corpus.moderngov.models import Blocked, NotOpen, NotThere, Unavailable, Want
from corpus.moderngov.receive import CHALLENGED, is_challenge

_TRIES = {403: 3, 429: 6, 503: 6}
TRIES = 4  # of other faults of the server, and of cut connections
_NO_GET = b"Request format is unrecognized"  # how a web service says that it does not answer GET


class Again(Exception):
    """It may be had another time: after `wait` seconds, where the site says so. `down`: no connection was made."""

    def __init__(
        self, reason: str, tries: int = TRIES, wait: float | None = None, *, down: bool = False
    ) -> None:
        super().__init__(reason)
        self.tries, self.wait, self.down = tries, wait, down


def refusal(answer: httpx.Response, head: bytes, want: Want) -> Exception:
    """What a status other than 200 means."""
    status = answer.status_code
    if want is Want.RULES and status != 429 and 400 <= status < 500:
        return NotThere("there are no rules")  # as RFC 9309, 2.3.1.3, has it
    if is_challenge(answer, head):
        return Blocked(CHALLENGED)
    if status in (404, 410):
        return NotThere(f"the site says that there is no such thing ({status})")
    if status == 401:
        return NotOpen("the site asks for a log-in")
    if status >= 500 and _NO_GET in head:
        return NotThere("it does not answer GET")
    if status in _TRIES:
        return Again(f"the site answered {status}", _TRIES[status], _wait(answer.headers))
    if status >= 500:
        return Again(f"the site answered {status}", wait=_wait(answer.headers))
    return Unavailable(f"the site answered {status}")


def _wait(headers: Mapping[str, str]) -> float | None:
    """Seconds named by Retry-After, as a number or as a date."""
    said = headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=dt.UTC)
    return max(0.0, (until - dt.datetime.now(dt.UTC)).total_seconds())
