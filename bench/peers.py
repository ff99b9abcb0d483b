"""Other clients against the same floor, in an environment of their own. These rows have no budget: they inform."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from typing import Any

import httpx

from bench import canned
from bench.cases import BODY, CALL, FEW, FIRST, HEADERS, IMPORT, MESSAGES, MODEL, read_floor
from bench.environments import ROOT, environment, with_checkout
from bench.harness import Row, compare, compare_processes, tell

_ROUNDS = 3
_FLOOR = "import httpx; c = httpx.Client()"
_BUILD = {
    "OpenAI SDK": "import openai; c = openai.OpenAI(api_key='key', base_url={url!r})",
    "official SDK": "import openrouter; c = openrouter.OpenRouter(api_key='key', server_url={url!r})",
}
_SEND = {
    "OpenAI SDK": "c.chat.completions.create(model={model!r}, messages={messages!r})",
    "official SDK": "c.chat.send(model={model!r}, messages={messages!r})",
}


def peers(base: str) -> Iterator[Row]:
    """The rows that a process in the environment of the other clients measures."""
    try:
        python = environment(ROOT / ".venv-bench")
    except subprocess.CalledProcessError as error:
        tell(f"peers: left out, their environment cannot be made (exit code {error.returncode})")
        return
    command = [python, "-m", "bench.peers", base]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=with_checkout()) as process:
        for text in process.stdout or ():
            yield Row(**json.loads(text))
    if process.returncode:
        tell(f"peers: the process that measures them ended with exit code {process.returncode}")


def measure(base: str) -> Iterator[Row]:
    """The rows, measured here."""
    for name, build in _BUILD.items():
        yield from _processes(name, build, base)
    with ExitStack() as stack:
        floor = stack.enter_context(httpx.Client(timeout=60))
        for name in _BUILD:
            yield from _calls(name, floor, base, stack)
        yield _litellm(floor, base)


def _processes(name: str, build: str, base: str) -> Iterator[Row]:
    url = f"{base}/json"
    built = build.format(url=url)
    send = _SEND[name].format(model=MODEL, messages=MESSAGES)
    by_hand = (
        f"{_FLOOR}; import json; r = c.post({url + '/chat/completions'!r}, json={BODY!r}, headers={HEADERS!r}); "
        "print(json.loads(r.content)['choices'][0]['message']['content'])"
    )
    for what, ours, theirs in (
        (IMPORT, built, _FLOOR),
        (FIRST, f"{built}; print({send}.choices[0].message.content)", by_hand),
    ):
        yield _of(name, compare_processes(what, "httpx", None, ours, theirs, rounds=_ROUNDS))


def _calls(name: str, floor: httpx.Client, base: str, stack: ExitStack) -> Iterator[Row]:
    send, streamed = (_sender(name, f"{base}/{path}", stack) for path in ("json", "few"))
    for what, ours, theirs, number, per in (
        (
            CALL,
            lambda: send().choices[0].message.content,
            lambda: json.loads(floor.post(f"{base}/json/chat/completions", json=BODY, headers=HEADERS).content),
            30,
            1,
        ),
        (
            FEW,
            lambda: _read(streamed(stream=True)),
            lambda: read_floor(floor, f"{base}/few/chat/completions"),
            1,
            canned.EVENTS,
        ),
    ):
        yield _of(name, compare(what, "httpx", None, ours, theirs, number=number, rounds=_ROUNDS, per=per))


def _litellm(floor: httpx.Client, base: str) -> Row:
    """One call: it is imported for seconds, and streams are read as with the OpenAI SDK, which it uses."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # else it asks the network for prices
    import litellm  # lazy: only in the environment that this runs in

    litellm.telemetry = False
    options: dict[str, Any] = {"api_base": f"{base}/json", "api_key": "key", "model": f"openai/{MODEL}"}
    return _of(
        "litellm",
        compare(
            CALL,
            "httpx",
            None,
            lambda: litellm.completion(messages=MESSAGES, **options).choices[0].message.content,
            lambda: json.loads(floor.post(f"{base}/json/chat/completions", json=BODY, headers=HEADERS).content),
            number=30,
            rounds=_ROUNDS,
        ),
    )


def _of(name: str, row: Row) -> Row:
    row.who = name
    return row


def _sender(name: str, url: str, stack: ExitStack) -> Callable[..., Any]:
    import openai  # lazy: only in the environment that this runs in
    import openrouter  # lazy: the same

    send: Callable[..., Any]
    if name == "OpenAI SDK":
        send = stack.enter_context(openai.OpenAI(api_key="key", base_url=url)).chat.completions.create
    else:
        send = stack.enter_context(openrouter.OpenRouter(api_key="key", server_url=url)).chat.send
    return lambda **options: send(model=MODEL, messages=MESSAGES, **options)


def _read(stream: Any) -> int:
    length = 0
    with stream:
        for chunk in stream:
            choice = chunk.choices[0]
            length += len(choice.delta.content or "")
            _ = choice.finish_reason, chunk.usage
    return length


if __name__ == "__main__":
    for measured in measure(sys.argv[1]):
        print(json.dumps(asdict(measured)), flush=True)
