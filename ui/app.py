"""The chat app: Gradio over an injected Assistant, on this machine only unless told otherwise.

`gr.HTML` is not used: it compiles its template with `Function`, which a Content-Security-Policy worth
having forbids. Our HTML goes through Chatbot and Markdown, whose sanitiser stands behind `ui.page`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when gradio is imported

import gradio as gr

from index.models import Filters, LibraryError
from rag.models import Answer, QuestionError, Refusal
from ui import page
from ui.dates import read_days
from ui.examples import example_questions, is_fictional
from ui.guard import LOOPBACK, Guard, is_loopback
from ui.passage import find_item, find_passage, passage_html

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

    from rag.assistant import Assistant

ASSETS = Path(__file__).parent / "assets"
ANY_BODY = "Any body"
CONCURRENT = 4  # questions answered at once; the rest wait
WAITING = 64  # and no more than these
REMEMBERED = 40  # messages kept in a chat
LONGEST_QUESTION = 2_000  # characters the box takes
_HEAD = '<link rel="stylesheet" href="minutebook/app.css"><script src="minutebook/app.js" defer></script>'
_PLACEHOLDER = "Ask about a decision, a discussion, a figure or a date. Every answer names its source."

Message = dict[str, Any]
Replies = tuple[Answer | Refusal, ...]


def build(assistant: Assistant) -> gr.Blocks:
    """The app as Gradio blocks; asks nothing of the network."""
    blocks: gr.Blocks = gr.Blocks(title="Minutebook", analytics_enabled=False)
    with blocks:
        front = gr.Markdown(_front(assistant), elem_id="front", latex_delimiters=[])
        examples = example_questions(assistant.library)
        with gr.Row(elem_id="examples", visible=bool(examples)):
            tries = [gr.Button(words, size="sm", min_width=0) for words in examples]
        chat = gr.Chatbot(
            label="Questions and answers",
            elem_id="chat",
            show_label=False,
            height="auto",
            min_height=96,
            layout="panel",
            autoscroll=False,
            buttons=[],
            feedback_options=None,
            latex_delimiters=[],
            line_breaks=False,
            allow_tags=False,
            allow_file_downloads=False,
            group_consecutive_messages=False,
            placeholder=_PLACEHOLDER,
        )
        conversation = gr.State(())  # the replies so far, oldest first: of this page alone
        with gr.Column(elem_id="asking"):
            with gr.Row(elem_id="ask"):
                question = gr.Textbox(
                    label="Your question",
                    placeholder="Type a question",
                    max_lines=4,
                    max_length=LONGEST_QUESTION,
                    scale=8,
                    min_width=200,
                    autofocus=True,
                )
                button = gr.Button("Ask", variant="primary", scale=1, min_width=80)
            with gr.Accordion("Narrow by body or date", open=False, elem_id="filters"), gr.Row():
                body = gr.Dropdown(
                    _bodies(assistant), value=ANY_BODY, label="Body", min_width=220, elem_id="body"
                )
                first = gr.Textbox(label="From", placeholder="e.g. 2018", min_width=140)
                last = gr.Textbox(label="To", placeholder="e.g. July 2019", min_width=140)
            renew = gr.Button("New conversation", size="sm", min_width=0, visible=False, elem_id="renew")

        def ask(
            asked: str | None,
            history: list[Message],
            before: Replies,
            of_body: str | None,
            since: str | None,
            until: str | None,
        ) -> tuple[str, list[Message], Replies, gr.Button]:
            asked, of_body, since, until = asked or "", of_body or ANY_BODY, since or "", until or ""
            shown, said = reply(assistant, asked, of_body, since, until, before)
            limits = [
                of_body if of_body != ANY_BODY else "",
                since and f"from {since}",
                until and f"to {until}",
            ]
            turn = [
                {"role": "user", "content": page.question_html(asked, ", ".join(filter(None, limits)))},
                {"role": "assistant", "content": shown},
            ]
            told = (*before, *said)[-REMEMBERED // 2 :]
            left = "" if said else asked  # what can be put right need not be typed again
            return left, [*history, *turn][-REMEMBERED:], told, gr.Button(visible=True)

        heard = [question, chat, conversation, body, first, last]
        told = [question, chat, conversation, renew]
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal"}
        gr.on([question.submit, button.click], ask, heard, told, **private)
        for each in tries:
            each.click(ask, [each, *heard[1:]], told, **private)
        renew.click(lambda: ("", [], (), gr.Button(visible=False)), None, told, **private)
        blocks.load(
            lambda: (_front(assistant), gr.Dropdown(_bodies(assistant))), None, [front, body], **private
        )
    return blocks


def reply(
    assistant: Assistant, question: str, body: str, since: str, until: str, before: Replies = ()
) -> tuple[str, Replies]:
    """What the chat says to a question after its earlier replies, as HTML, and the reply; what a person can put right
    is said, not raised, and is no reply."""
    try:
        filters = Filters(
            body=None if body == ANY_BODY else body,
            date_from=read_days(since)[0] if since.strip() else None,
            date_to=read_days(until)[1] if until.strip() else None,
        )
        if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
            raise ValueError("the From date is after the To date: swap them")
        said = assistant.ask(question, filters, before)
        return page.said_html(said), (said,)
    except (QuestionError, LibraryError, ValueError) as problem:
        return page.problem_html(str(problem)), ()


def _front(assistant: Assistant) -> str:
    assistant.library.refresh()
    return page.front_html(assistant.library.coverage(), is_fictional(assistant.library))


def _bodies(assistant: Assistant) -> list[str]:
    return [ANY_BODY, *sorted(assistant.library.coverage().bodies)]


def application(assistant: Assistant, host: str = "127.0.0.1") -> Guard:
    """The whole ASGI app: Gradio, our own files, the passages, all behind the guard."""
    from fastapi import FastAPI
    from starlette.staticfiles import StaticFiles

    outer = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    outer.mount("/minutebook", StaticFiles(directory=ASSETS))
    _add_passages(outer, assistant)
    blocks = build(assistant)
    blocks.queue(max_size=WAITING, default_concurrency_limit=CONCURRENT, api_open=False)
    gr.mount_gradio_app(
        outer,
        blocks,
        path="",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=1,
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=False,
        theme=_theme(),
        head=_HEAD,
    )
    return Guard(outer, {*LOOPBACK, host} if is_loopback(host) else None)


def _add_passages(outer: FastAPI, assistant: Assistant) -> None:
    from starlette.responses import HTMLResponse

    def show_passage(request: Request) -> Response:
        try:
            asked = request.query_params
            document, number = asked["document"], int(asked.get("page", "0"))
            if "title" in asked:
                found = find_item(assistant.library, document, asked.get("item", ""), asked["title"])
            else:
                found = find_passage(assistant.library, document, int(asked["start"]), int(asked["end"]))
        except (KeyError, ValueError):
            return HTMLResponse(page.problem_html("that link is not whole: ask the question again"), 400)
        except LibraryError as problem:
            return HTMLResponse(page.problem_html(str(problem)), 404)
        url = next((p.url for p in assistant.library.documents() if p.id == document), None)
        return HTMLResponse(passage_html(found, number or None, url))

    outer.add_route(f"/{page.PASSAGE}", show_passage, methods=["GET"])


def _theme() -> gr.themes.Base:
    """Fonts of the machine it runs on: nothing is fetched."""
    sans = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "DejaVu Sans", "sans-serif"]
    mono = ["ui-monospace", "DejaVu Sans Mono", "monospace"]
    theme = gr.themes.Default(primary_hue="teal", neutral_hue="slate", font=sans, font_mono=mono)
    return theme.set(  # dark enough for white words
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
    )


def serve(assistant: Assistant, host: str, port: int) -> None:
    """Serve the app until interrupted."""
    import uvicorn

    uvicorn.run(
        application(assistant, host),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=1,  # an open page holds its event stream; Ctrl-C need not wait for it
    )
