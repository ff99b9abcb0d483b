"""A web handler that forwards a stream to a browser, which reads it with `EventSource`.

Needs `pip install 'openrouter-sdk[testing]'` for starlette and uvicorn. Set OPENROUTER_API_KEY and run it, then open
http://127.0.0.1:8000 in a browser. To see it work without a key, run `python -m openrouter_sdk.testing --port 8080`
beside it, with OPENROUTER_BASE_URL set to http://127.0.0.1:8080/api/v1 and any key.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, StreamingResponse
from starlette.routing import Route

from openrouter_sdk import ChatStreamChunk, EventStreamAsync, OpenRouter, errors

MODEL = "openai/gpt-4o-mini"
PAGE = """<!doctype html><title>Streaming</title>
<form><input name="prompt" value="How does a rainbow come about?" size="60"> <button>Ask</button></form><p></p>
<script>
document.querySelector("form").onsubmit = (event) => {
  event.preventDefault();
  const prompt = encodeURIComponent(event.target.prompt.value), place = document.querySelector("p");
  const source = new EventSource("/chat?prompt=" + prompt);
  place.textContent = "";
  source.onmessage = (message) => { place.textContent += JSON.parse(message.data); };
  for (const name of ["done", "failed"])
    source.addEventListener(name, (message) => {
      source.close();
      place.append(" [" + JSON.parse(message.data) + "]");
    });
};
</script>"""


def event(data: str | None, name: str = "message") -> str:
    """One event; as JSON the text cannot break out of its line."""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


async def events(stream: EventStreamAsync[ChatStreamChunk]) -> AsyncIterator[str]:
    """The browser's stream. When the browser leaves, starlette cancels this, and that closes the model's stream."""
    async with stream:
        try:
            async for text in stream.text_deltas():
                yield event(text)
            yield event((await stream.final()).finish_reason, "done")
        except errors.OpenRouterError as error:
            # too late for a status: the browser has the beginning of the answer already
            yield event(type(error).__name__, "failed")


async def chat(request: Request) -> StreamingResponse:
    client: OpenRouter = request.app.state.client
    prompt = request.query_params.get("prompt", "")
    stream = await client.chat.send_async(
        model=MODEL, messages=[{"role": "user", "content": prompt}], stream=True, timeout_ms=120_000
    )
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(stream), media_type="text/event-stream", headers=headers)


async def page(_request: Request) -> HTMLResponse:
    return HTMLResponse(PAGE)


@contextlib.asynccontextmanager
async def lifespan(app: Starlette) -> AsyncGenerator[None]:
    """One client for the whole application: it keeps the connections."""
    async with OpenRouter() as client:
        app.state.client = client
        yield


app = Starlette(routes=[Route("/", page), Route("/chat", chat)], lifespan=lifespan)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=8000)
