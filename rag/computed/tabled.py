"""Questions of which notice was given: each is an item of the agenda; others are asked in talk, and not counted."""

from __future__ import annotations

import re

_WHO = r"(?:councillors?|cllrs?|members?|aldermen)"
_TABLED = re.compile(
    r"\b(?:agenda|submit\w*|tabled|notices?|put down)\b"
    rf"|\b{_WHO}['’]?s?['’]? (?:own )?questions?\b|\bquestions? (?:from|by|of) (?:the )?{_WHO}\b",
    re.IGNORECASE,
)
# "not motions" says what is not counted, and nothing of what is.
BUT_FOR = re.compile(
    r"[(,–-]?\s*\b(?:not(?: counting| including)?|leaving (?:out|aside)|excluding|other than|apart from|rather than)"
    r"\s+(?:any |the )?(?:notices of )?motions?\b\s*[),–-]?",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:notices? of\s)?question\s(?:no\.?\s?\d+\s)?(?:\w+\s)?(?:by|from|of|in the name of)\s", re.IGNORECASE
)
_QUESTIONS = re.compile(r"(?:\w+['’]?s?['’]?\s)?questions\b", re.IGNORECASE)


def asks_of_tabled(text: str) -> bool:
    """Whether a question asks of such questions, rather than of those asked in talk or of somebody else."""
    return _TABLED.search(text) is not None


def is_question(title: str) -> bool:
    """Whether an item is one: "Question submitted by Councillor Ash"."""
    return _QUESTION.match(title) is not None


def holds_questions(title: str) -> bool:
    """Whether an item may hold many: "Questions from members"."""
    return _QUESTIONS.match(title) is not None
