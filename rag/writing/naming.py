"""Which language model words the answers: the one that the environment names, through LangChain."""

from __future__ import annotations

import math
import os
import re
from typing import TYPE_CHECKING

from rag.models import WriterError
from rag.writing.calls import SetUpError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SECONDS = 30.0  # to wait for a reply, second try and all


def named_model() -> tuple[str, float] | None:
    """What MINUTEBOOK_LLM names ("provider:model"), and the seconds of MINUTEBOOK_LLM_TIMEOUT; None when the first is
    unset or blank. Raises WriterError when either cannot be read."""
    name = os.environ.get("MINUTEBOOK_LLM", "").strip()
    if not name:
        return None
    if not re.fullmatch(r"[\w-]+:\S+", name):
        raise WriterError(f"MINUTEBOOK_LLM is {name!r}: name provider:model, such as ollama:llama3.2")
    limit = os.environ.get("MINUTEBOOK_LLM_TIMEOUT", "").strip()
    try:
        seconds = float(limit or SECONDS)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 3600:
        raise WriterError(f"MINUTEBOOK_LLM_TIMEOUT is {limit!r}: give seconds, such as {SECONDS:g}")
    return name, seconds


def set_up(name: str) -> BaseChatModel:
    """The model of that name. Raises SetUpError, which says what is missing."""
    from langchain.chat_models import init_chat_model

    try:
        return init_chat_model(name)
    except ImportError as problem:  # LangChain says what to install
        raise SetUpError(f"{name} cannot be set up ({str(problem).rstrip('.')})") from problem
    except ValueError as problem:
        known = type(problem) is not ValueError
        reason = "it refused its settings" if known else "LangChain knows no provider of that name"
        raise SetUpError(f"{name} cannot be set up ({reason})") from problem
