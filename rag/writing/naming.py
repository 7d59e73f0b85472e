"""Which language model words the answers: the one that the environment names, through LangChain."""

from __future__ import annotations

import math
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.models import WriterError
from rag.writing.calls import SetUpError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SECONDS = 30.0  # to wait for a reply, second try and all


@dataclass(frozen=True, slots=True)
class _Made:
    """A model that was set up. LangChain would run one that is handed over bare."""

    model: BaseChatModel


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


def set_up(name: str, seconds: float) -> BaseChatModel:
    """The model of that name, which gives a call up after `seconds` where its provider lets it be told so.

    Raises SetUpError, which says what is missing.
    """
    from langchain.chat_models import init_chat_model
    from langchain_core.runnables import RunnableLambda

    def make(options: dict[str, Any]) -> _Made:
        return _Made(init_chat_model(name, **options))

    problem: object = None
    for options in (_limit(name, seconds), {}):
        # Each provider has exceptions of its own: batch hands over whichever comes.
        made: list[object] = [*RunnableLambda(make).batch([options], return_exceptions=True)]
        if isinstance(made[0], _Made):
            return made[0].model
        problem = made[0]
    if isinstance(problem, ImportError):  # LangChain says what to install
        reason = str(problem).rstrip(".")
    elif type(problem) is ValueError:
        reason = "LangChain knows no provider of that name"
    else:
        reason = "it refused its settings; look up which key or address its provider asks for"
    raise SetUpError(f"{name} cannot be set up ({reason})")


def _limit(name: str, seconds: float) -> dict[str, Any]:
    """The option by which the provider is told how long a call may take."""
    whole = math.ceil(seconds)  # some take no fractions
    return {"client_kwargs": {"timeout": whole}} if name.startswith("ollama:") else {"timeout": whole}
