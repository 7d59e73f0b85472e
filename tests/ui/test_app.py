"""The app without a browser: headers, closed doors, and what a question gets."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import re
import warnings
from urllib.parse import quote

import pytest
from saltmere import ANSWER, BODY, LAMPS, MINUTES, REFUSAL, FakeAssistant, FakeLibrary

from index.models import Filters

httpx = pytest.importorskip("httpx")


@pytest.fixture(scope="module")
def app():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ui.app import application

        return application(FakeAssistant())


@pytest.fixture(scope="module")
def ask(app):
    """Sends one request to the app in memory."""

    def send(method: str, path: str, **more: object) -> httpx.Response:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 1))
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:7860") as client:
                return await client.request(method, path, **more)

        return asyncio.run(once())

    return send


def test_the_page_may_load_nothing_from_elsewhere(ask):
    page = ask("GET", "/")
    assert page.status_code == 200
    rules = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["img-src"] == "'self' data:"
    assert rules["connect-src"] == "'self'"
    assert [rules[name] for name in ("object-src", "form-action", "frame-ancestors")] == ["'none'"] * 3
    assert rules["base-uri"] == "'self'"
    assert "unsafe" not in rules["script-src"]
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"


def test_every_inline_script_is_named_by_its_hash(ask):
    page = ask("GET", "/")
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", page.text, re.DOTALL)
    assert len(scripts) == 5
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page.headers["content-security-policy"]


def test_no_font_or_script_is_asked_from_elsewhere(ask):
    page = ask("GET", "/").text
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?([^\"'\s>]+)", page)
    assert [address for address in loaded if "//" in address] == []
    assert "googleapis" not in ask("GET", "/theme.css").text


def test_a_paper_cannot_break_out_of_the_page_configuration():
    hostile = "</script><script>alert(1)</script>"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ui.app import application

        app = application(FakeAssistant(FakeLibrary(bodies=(hostile,))))

    async def once() -> str:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:7860") as client:
            return (await client.get("/")).text

    assert hostile not in asyncio.run(once())


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"),
        ("POST", "/upload"),
        ("GET", "/gradio_api/upload_progress"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/file/etc/passwd"),
        ("GET", "/file=/etc/passwd"),
        ("GET", "/gradio_api/proxy=https://evil.example"),
        ("GET", "/proxy=https://evil.example"),
        ("POST", "/gradio_api/component_server"),
        ("POST", "/gradio_api/stream/1"),
        ("GET", "/gradio_api/runs"),
        ("GET", "/gradio_api/run-history/records"),
        ("POST", "/gradio_api/call/ask"),
        ("POST", "/gradio_api/run/ask"),
        ("POST", "/gradio_api/api/ask"),
        ("GET", "/gradio_api/openapi.json"),
        ("GET", "/gradio_api/mcp/sse"),
        ("GET", "/monitoring"),
        ("GET", "/docs"),
        ("GET", "/openapi.json"),
        ("POST", "/login"),
        ("POST", "/gradio_api/vibe-edit"),
        ("POST", "/gradio_api/process_recording"),
        ("GET", "/gradio_api/deep_link"),
        ("GET", "/minutebook/../app.py"),
        ("GET", "/minutebook/%2e%2e/app.py"),
        ("GET", "/static/%2e%2e/index.html"),
    ],
)
def test_what_the_app_does_not_need_is_not_there(ask, method, path):
    answer = ask(
        method, path, **({"files": {"files": b"x"}} if "upload" in path and method == "POST" else {})
    )
    assert answer.status_code == 404
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "path", ["/config", "/theme.css", "/minutebook/app.css", "/minutebook/app.js", "/robots.txt"]
)
def test_what_it_needs_is(ask, path):
    answer = ask("GET", path)
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:7860", 200), ("localhost:7860", 200), ("[::1]:7860", 200), ("LOCALHOST", 200),
     ("evil.example:7860", 403), ("127.0.0.1.evil.example", 403), ("", 403)],
)  # fmt: skip
def test_another_name_for_this_machine_is_refused(ask, host, status):
    assert ask("GET", "/robots.txt", headers={"host": host}).status_code == status


def test_a_body_larger_than_any_question_is_refused(ask):
    join = "/gradio_api/queue/join"
    assert ask("POST", join, content=b"x" * 4_000_001).status_code == 413

    async def endless():
        yield b"x"

    assert ask("POST", join, content=endless()).status_code == 413


def test_bound_to_the_network_it_answers_to_any_name():
    from ui.guard import Guard

    async def inner(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def once() -> int:
        transport = httpx.ASGITransport(app=Guard(inner, None))
        async with httpx.AsyncClient(transport=transport, base_url="http://minutes.town.example") as client:
            return (await client.get("/robots.txt")).status_code

    assert asyncio.run(once()) == 200


def test_no_call_is_offered_to_programs(ask):
    config = ask("GET", "/config").json()
    assert {d["api_visibility"] for d in config["dependencies"]} == {"private"}
    assert json.loads(ask("GET", "/gradio_api/info").text)["named_endpoints"] == {}


def test_a_citation_opens_its_passage(ask):
    start = MINUTES.index(LAMPS)
    page = ask("GET", f"/passage?document=minutes.txt&start={start}&end={start + len(LAMPS)}")
    assert page.status_code == 200
    assert "<mark id=quote>To replace the 14 lamps by June&#46;</mark>" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'self'; script-src 'self';")


def test_a_nearest_item_opens_whole(ask):
    page = ask("GET", "/passage?document=minutes.txt&item=12&title=Lighthouse+lamps")
    assert page.status_code == 200
    assert '<h1 tabindex="-1">Item 12&#58; Lighthouse lamps</h1>' in page.text
    assert "<mark" not in page.text
    assert ask("GET", "/passage?document=minutes.txt&item=12&title=Buoys").status_code == 404


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("document=minutes.txt", 400), ("document=minutes.txt&start=x&end=2", 400),
     ("document=gone.txt&start=0&end=2", 404), ("document=minutes.txt&start=0&end=999999", 404),
     ("document=" + quote("../../etc/passwd") + "&start=0&end=2", 404)],
)  # fmt: skip
def test_a_passage_that_is_not_there(ask, query, status):
    page = ask("GET", f"/passage?{query}")
    assert page.status_code == status
    assert "ask the question again" in page.text


# what a question gets


@pytest.mark.parametrize(
    ("question", "since", "until", "words"),
    [
        ("", "", "", "The question is blank"),
        ("x" * 3_000, "", "", "The question is too long"),
        ("lamps", "soon", "", "Cannot read the date"),
        ("lamps", "2020", "2019", "The From date is after the To date"),
    ],
)
def test_what_a_person_can_put_right_is_said(question, since, until, words):
    from ui.app import ANY_BODY, reply
    from ui.page import escape

    shown, said = reply(FakeAssistant(), question, ANY_BODY, since, until)
    assert shown.startswith("<section class=problem>")
    assert escape(words) in shown
    assert said == ()


def test_filters_reach_the_assistant():
    import datetime as dt

    from ui.app import reply

    assistant = FakeAssistant()
    reply(assistant, "lamps", BODY, "July 2019", "")
    assert assistant.asked == [("lamps", Filters(body=BODY, date_from=dt.date(2019, 7, 1)))]


def test_earlier_replies_reach_the_assistant():
    from ui.app import ANY_BODY, reply

    assistant = FakeAssistant()
    _, first = reply(assistant, "lamps", ANY_BODY, "", "")
    shown, second = reply(assistant, "and dragons?", ANY_BODY, "", "", first)
    assert assistant.before == [(), (ANSWER.question,)]
    assert (first, second) == ((ANSWER,), (REFUSAL,))
    assert shown.startswith("<section class=refusal>")


def test_examples_fit_the_library():
    from ui.examples import SAMPLE, example_questions, is_fictional

    assert example_questions(FakeLibrary()) == ["What was decided about Lighthouse lamps?"]
    assert is_fictional(FakeLibrary(sources=f"{SAMPLE}/")) is True
    assert is_fictional(FakeLibrary()) is False
