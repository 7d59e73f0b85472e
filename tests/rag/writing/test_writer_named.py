"""A writer is named by the environment; a name that does not serve is said in one sentence."""

import datetime as dt
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.models import SectionKind, SourceSpan
from index.ingest import ingest
from rag.models import Citation, Claim, WriterError
from rag.writing.calls import SetUpError
from rag.writing.naming import set_up
from rag.writing.writer import Writer, named_writer

ROOT = Path(__file__).resolve().parents[3]
HEARD = "Councillor Stone said that 3 lamps were dim."
SPAN = SourceSpan("a.txt", None, 0, len(HEARD))
DAY = dt.date(2024, 3, 4)
CITED = Citation(
    1, "a.txt", None, "Board", DAY, "4", "Lamps", None, SectionKind.DISCUSSION, None, HEARD, SPAN
)
CLAIMS = (Claim(HEARD, (1,)),)


def test_no_name_is_no_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINUTEBOOK_LLM", raising=False)
    assert named_writer() is None
    monkeypatch.setenv("MINUTEBOOK_LLM", " ")
    assert named_writer() is None


def test_a_writer_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LLM", "ollama:llama3.2:1b")
    monkeypatch.setenv("MINUTEBOOK_LLM_TIMEOUT", "2.5")
    writer = named_writer()
    assert writer is not None
    assert (writer.name, writer.seconds) == ("ollama:llama3.2:1b", 2.5)


@pytest.mark.parametrize(
    ("name", "limit", "says"),
    [
        ("llama", "", "MINUTEBOOK_LLM is 'llama': name provider:model, such as ollama:llama3.2"),
        ("a:b", "soon", "MINUTEBOOK_LLM_TIMEOUT is 'soon': give seconds, such as 30"),
        ("a:b", "0", "MINUTEBOOK_LLM_TIMEOUT is '0': give seconds, such as 30"),
        ("a:b", "nan", "MINUTEBOOK_LLM_TIMEOUT is 'nan': give seconds, such as 30"),
    ],
)
def test_settings_that_cannot_be_read_are_named(
    monkeypatch: pytest.MonkeyPatch, name: str, limit: str, says: str
) -> None:
    monkeypatch.setenv("MINUTEBOOK_LLM", name)
    monkeypatch.setenv("MINUTEBOOK_LLM_TIMEOUT", limit)
    with pytest.raises(WriterError) as told:
        named_writer()
    assert str(told.value) == says


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nobody:model", "LangChain knows no provider of that name"),
        (
            "openai:model",
            "Initializing ChatOpenAI requires the langchain-openai package. "
            "Please install it with `pip install langchain-openai`",
        ),
        (
            "bedrock_converse:model",
            "Initializing ChatBedrockConverse requires the langchain-aws package. "
            "Please install it with `pip install langchain-aws`",
        ),
    ],
)
def test_a_model_that_cannot_be_set_up_leaves_the_quoted_answer(
    monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    for package in ("langchain_openai", "langchain_aws"):
        monkeypatch.setitem(sys.modules, package, None)
    ((claims, (notice,), *_),) = Writer(name).reword("Why?", CLAIMS, (CITED,))
    assert claims == CLAIMS
    assert notice.text == (
        f"The language model's text was not used: {name} cannot be set up ({reason}). "
        "The answer is in the record's own words."
    )


@dataclass
class Made:
    """A provider's chat model, as LangChain would make it."""

    options: dict[str, object]


def test_a_provider_is_told_how_long_a_call_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("langchain.chat_models.init_chat_model", lambda name, **options: Made(options))
    assert set_up("openai:model", 7.2) == Made({"timeout": 8})
    assert set_up("ollama:model", 7) == Made({"client_kwargs": {"timeout": 7}})


def test_a_provider_that_cannot_be_told_is_set_up_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def init(name: str, **options: object) -> Made:
        if options:
            raise TypeError("unexpected")
        return Made(options)

    monkeypatch.setattr("langchain.chat_models.init_chat_model", init)
    assert set_up("strange:model", 7) == Made({})


def test_a_missing_key_is_said_without_its_provider_s_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class KeyMissing(Exception):
        pass

    def init(name: str, **options: object) -> Made:
        raise KeyMissing("sk-secret is no key")

    monkeypatch.setattr("langchain.chat_models.init_chat_model", init)
    with pytest.raises(SetUpError) as told:
        set_up("openai:model", 7)
    assert str(told.value) == (
        "openai:model cannot be set up (it refused its settings; look up which key or address its provider asks for)"
    )


def test_asking_without_a_model_imports_no_langchain(tmp_path: Path) -> None:
    library = tmp_path / "library"
    ingest(library, [ROOT / "corpus" / "sample" / "cabinet" / "2019-03-13-printed-minutes.txt"])
    code = (
        "import sys; from pathlib import Path; from rag.assistant import Assistant\n"
        f"Assistant.open(Path({str(library)!r})).ask('How often will grey bins be emptied?')\n"
        "print([name for name in sys.modules if name.startswith('langchain')])"
    )
    kept = {name: value for name, value in os.environ.items() if name != "MINUTEBOOK_LLM"}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=kept, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"
