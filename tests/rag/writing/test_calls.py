"""However a model behaves, an answer comes in the time that was allowed."""

import threading
import time
from threading import BoundedSemaphore

import pytest

from corpus.models import SectionKind
from rag.models import WriterError
from rag.writing.calls import stream
from rag.writing.writer import MOST_CALLS, Writer

GOOD = "The lamp was lit at six by Ash."


def waits(prompt: str):
    time.sleep(8)
    yield "late [1]."


def half_then_waits(prompt: str):
    yield "The lamp was lit at 6 by Ash [1]. And"
    time.sleep(2)


def refuses(prompt: str):
    raise ConnectionError


@pytest.fixture
def cited(quoted):
    return (quoted(1, f"{GOOD} It was not lit at dawn."),)


def test_a_model_that_hangs_is_left_at_the_time_limit_and_gathers_no_threads(says, cited, claims_of) -> None:
    writer = Writer(says(waits), 0.25)
    before = {thread.ident for thread in threading.enumerate()}
    started = time.perf_counter()
    said = [list(writer.reword("Why?", claims_of(*cited), cited)) for _ in range(MOST_CALLS + 2)]
    assert time.perf_counter() - started < 3
    assert [step.claims for (step,) in said] == [claims_of(*cited)] * (MOST_CALLS + 2)
    reasons = [step.notices[0].text.split(": ")[1].split(".")[0] for (step,) in said]
    assert reasons == [
        *["the time allowed for it was over"] * MOST_CALLS,
        *["it is still busy with earlier questions"] * 2,
    ]
    new = [thread for thread in threading.enumerate() if thread.ident not in before]
    assert len([thread for thread in new if thread.name == "minutebook-writer"]) <= MOST_CALLS
    assert all(thread.daemon for thread in new)


def test_what_was_verified_before_it_hung_is_kept(says, cited, claims_of) -> None:
    started = time.perf_counter()
    *_, (claims, notices, *_) = Writer(says(half_then_waits), 0.3).reword("Why?", claims_of(*cited), cited)
    assert time.perf_counter() - started < 1.5
    assert [claim.text for claim in claims] == ["The lamp was lit at 6 by Ash. It was not lit at dawn."]
    assert (
        notices[-1].text
        == "scripted did not finish: the time allowed for it was over. The rest is as quoted."
    )


def test_the_first_sentence_is_there_before_the_model_is_done(says, cited, claims_of) -> None:
    started = time.perf_counter()
    steps = Writer(says(half_then_waits), 5).reword("Why?", claims_of(*cited), cited)
    claims, *_ = next(steps)
    assert time.perf_counter() - started < 1
    assert claims[0].text.startswith("The lamp was lit at 6")
    steps.close()


def test_both_tries_share_one_time_limit(says, cited, claims_of) -> None:
    def slowly_nothing(prompt: str):
        time.sleep(0.3)
        yield ""

    model = says(slowly_nothing)
    started = time.perf_counter()
    list(Writer(model, 0.5).reword("Why?", claims_of(*cited), cited))
    assert time.perf_counter() - started < 1
    assert len(model.asked) == 2


def test_a_reader_that_leaves_stops_the_model(says) -> None:
    said = []

    def talks(prompt: str):
        for _ in range(1_000):
            said.append(1)
            yield "on and "
            time.sleep(0.01)

    calls = BoundedSemaphore(1)
    model = says(talks)
    pieces = stream(lambda: model, [("human", "?")], time.monotonic() + 5, calls, 10_000)
    assert next(pieces) == "on and "
    pieces.close()
    assert calls.acquire(timeout=1)
    assert len(said) < 20


def test_no_more_is_read_than_the_longest_reply(says) -> None:
    def floods(prompt: str):
        while True:
            yield "x" * 1_000

    model = says(floods)
    pieces = stream(lambda: model, [("human", "?")], time.monotonic() + 5, BoundedSemaphore(1), 3_500)
    assert sum(map(len, pieces)) == 4_000


def test_a_failure_is_raised_with_its_kind_alone(says) -> None:
    model = says(refuses)
    with pytest.raises(WriterError, match=r"^it failed with ConnectionError$"):
        list(stream(lambda: model, [("human", "?")], time.monotonic() + 5, BoundedSemaphore(1), 10))


def test_kinds_that_are_told_in_sentences(says, quoted, claims_of) -> None:
    for kind in SectionKind:
        cited = (quoted(1, GOOD, kind),)
        told = list(Writer(says("Nothing."), 1).reword("Why?", claims_of(*cited), cited))
        sentences = ("decision", "recommendation", "discussion", "interest", "report")
        assert bool(told) == (kind.value in sentences)
