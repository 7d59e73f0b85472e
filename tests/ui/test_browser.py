"""The app as a councillor meets it: a real Chromium, a real server, a hostile paper."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from saltmere import BODY, LAMPS, PROBE

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install playwright"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update"
)
ROOT = Path(__file__).parents[2]
SERVE = (
    "import sys; sys.path.insert(0, 'tests/ui'); from saltmere import FakeAssistant, FakeLibrary;"
    "from ui.app import serve; from ui.examples import SAMPLE;"
    "serve(FakeAssistant(FakeLibrary(sources=f'{SAMPLE}/')), '127.0.0.1', int(sys.argv[1]))"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium"),
]


@pytest.fixture(scope="module")
def address():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", SERVE, str(port)], cwd=ROOT, env=environment) as server:
        try:
            yield _wait_for(f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()


def _wait_for(address: str) -> str:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5)
            return address
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the app did not start")


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["desk", "phone"])
def page(request, chromium, address):
    """The open app; after each test, its console is clean and nothing was asked of anyone else."""
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if not _ours(asked.url, address) else None)
    page.goto(address)
    page.wait_for_selector("#ask textarea")
    yield page
    assert wrong == []
    context.close()


def _ours(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))


def ask(page, question: str) -> None:
    page.fill("#ask textarea", question)
    page.keyboard.press("Enter")


def test_a_question_is_answered_and_its_citation_opens(page):
    ask(page, "what was decided about the lamps?")
    page.wait_for_selector("section.answer")
    assert page.inner_text("section.answer .kind.decided >> nth=0") == "Decided (1)"
    assert "cut short" in page.inner_text(".notice.truncated").lower()
    page.click("a.cite >> nth=0")
    page.wait_for_selector("dialog[open] mark")
    assert page.inner_text("dialog mark") == LAMPS
    assert page.evaluate("document.querySelector('dialog mark').getBoundingClientRect().top < innerHeight")
    assert f"{BODY}, 17 July 2019" in page.inner_text("dialog")
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert page.query_selector("dialog[open]") is None
    assert page.evaluate("document.activeElement.className") == "cite"  # back where the reader was


def test_the_question_box_leaves_room_for_the_answer(page):
    ask(page, "lamps?")
    page.wait_for_selector("section.answer")
    page.click("#filters button")
    page.wait_for_selector("#filters input", state="visible")
    page.wait_for_timeout(300)
    covered = page.evaluate("document.querySelector('#asking').offsetHeight / innerHeight")
    assert covered < 0.4
    notice = page.evaluate("document.querySelector('.notice.truncated').getBoundingClientRect().bottom")
    assert notice < page.evaluate("document.querySelector('#asking').getBoundingClientRect().top")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.is_visible("#chat .icon-button-wrapper button")  # nothing clears only what is shown


def test_a_long_question_hides_no_answer(page):
    ask(page, f"What was decided about the lamps? {'And tell me of the lamps again. ' * 25}")
    page.wait_for_selector("section.answer")
    assert page.evaluate("document.querySelector('h2.question').offsetHeight / innerHeight") < 0.25


def test_a_hostile_paper_stays_text(page):
    ask(page, "lamps <img src=x onerror=alert(1)> ![x](https://evil.example/x.png)")
    page.wait_for_selector("section.answer")
    assert PROBE in page.inner_text("ol.sources")
    page.click("a.cite >> nth=1")
    page.wait_for_selector("dialog[open] mark")
    assert PROBE in page.inner_text("dialog .words")
    assert page.title() == "Minutebook"
    assert page.query_selector("#chat img, #chat form, #chat iframe, dialog img, dialog script") is None


def test_silence_looks_unlike_an_answer_and_names_the_nearest(page):
    ask(page, "what about dragons?")
    page.wait_for_selector("section.refusal")
    assert "Not in the record" in page.inner_text("section.refusal")
    page.click("section.refusal a")
    page.wait_for_selector("dialog[open] h1")
    assert page.inner_text("dialog h1") == "Item 12: Lighthouse lamps"


def test_examples_filters_and_the_front(page):
    assert "2 meetings, 1 body, 2019\u20132021" in page.inner_text("#front")
    assert "Fictional sample." in page.inner_text("#front")
    page.click("#filters button")
    page.get_by_label("From").fill("nonsense")
    page.click("#examples button >> nth=1")
    page.wait_for_selector("section.problem")
    assert "Cannot read the date" in page.inner_text("section.problem")
    assert page.input_value("#ask textarea") == "What was decided about Lighthouse lamps?"  # to ask again
    page.get_by_label("From").fill("2019")
    page.get_by_label("Body").click()
    page.get_by_role("option", name=BODY).click()
    ask(page, "lamps?")
    page.wait_for_selector("section.answer")
    assert page.inner_text("p.limits >> nth=1") == f"Only {BODY}, from 2019"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")  # nothing runs off sideways


def test_a_new_conversation_begins_with_nothing(page):
    assert not page.is_visible("#renew")
    ask(page, "lamps?")
    page.wait_for_selector("section.answer")
    ask(page, "and dragons?")
    page.wait_for_selector("section.refusal")
    page.click("#renew")
    page.wait_for_selector("section.refusal", state="detached")
    assert page.query_selector("section.answer") is None
    assert not page.is_visible("#renew")
    ask(page, "lamps?")
    page.wait_for_selector("section.answer")


def test_each_question_is_brought_into_view(page):
    for number in range(1, 4):
        ask(page, f"what about the lamps, {number}?")
        page.wait_for_selector(f"section.answer >> nth={number - 1}")
    page.wait_for_timeout(400)
    top = page.evaluate("[...document.querySelectorAll('h2.question')].at(-1).getBoundingClientRect().top")
    assert 0 <= top < 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anyone_out(chromium, address, scheme):
    """axe-core finds nothing. Its file is named by AXE (npm pack axe-core)."""
    axe = os.environ.get("AXE")
    if not axe:
        pytest.skip("AXE does not name axe.min.js: npm pack axe-core")
    page = chromium.new_page(color_scheme=scheme)
    page.goto(address)
    page.wait_for_selector("#ask textarea")
    page.wait_for_timeout(1000)
    run = "async () => (await axe.run()).violations.map(found => found.id)"
    page.evaluate(Path(axe).read_text())
    assert page.evaluate(run) == []
    ask(page, "lamps?")
    page.wait_for_selector("section.answer")
    ask(page, "dragons?")
    page.wait_for_selector("section.refusal")
    page.wait_for_timeout(1000)
    assert page.evaluate(run) == []
    page.click("a.cite >> nth=0")
    page.wait_for_selector("dialog[open] mark")
    assert page.evaluate(run) == []
    page.close()
