"""Clients that nobody closes, and processes that fork, in programs of their own."""

from __future__ import annotations

import os

import pytest

from openrouter_sdk import testing
from tests.helpers.examples import LONG
from tests.helpers.scripts import run_python

STRICT = ("-X", "dev", "-W", "error")
BEGIN = """
import asyncio, gc, os, sys, threading
from openrouter_sdk import OpenRouter
ASK = {"model": "maker/model", "messages": [{"role": "user", "content": "Tell me more"}]}

def client(**options):
    return OpenRouter(server_url=sys.argv[1], api_key="test", **options)

async def use(client):
    print((await client.chat.send_async(**ASK)).text)
"""
APART = """
kept = {}
def apart(kind, program):
    kept[kind] = dict(globals())
    exec(compile(program, kind, "exec"), kept[kind])
"""
FORGOTTEN = {
    "sync": """
        forgotten = client()
        print(forgotten.chat.send(**ASK).text)
    """,
    "sync, collected": """
        print(client().chat.send(**ASK).text)
        gc.collect()
    """,
    "async": """
        forgotten = client()
        asyncio.run(use(forgotten))
    """,
    "async, collected in the loop": """
        async def main():
            await use(client())
            gc.collect()
        asyncio.run(main())
    """,
    "a loop closed by hand": """
        loop = asyncio.new_event_loop()
        forgotten = client()
        loop.run_until_complete(use(forgotten))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
    """,
    "two loops": """
        forgotten = client()
        asyncio.run(use(forgotten))
        asyncio.run(use(forgotten))
        print(forgotten.chat.send(**ASK).text)
    """,
    "a stream that was not read": """
        stream = client().chat.send(**ASK, stream=True)
        print("Tell me more")
    """,
    "a stream that was not read to its end": """
        stream = client().chat.send(**ASK, stream=True)
        print(len(list(zip(range(2), stream))) and "Tell me more")
        del stream
        gc.collect()
    """,
    "an async stream that was not read to its end": """
        async def main():
            stream = await client().chat.send_async(**ASK, stream=True)
            async for chunk in stream:
                break
            print("Tell me more")
        asyncio.run(main())
    """,
    "a deadline": """
        forgotten = client(timeout_ms=60_000)
        print(forgotten.chat.send(**ASK).text)
        print(forgotten.chat.send(**ASK, stream=True).final().text)
    """,
    "never used": """
        forgotten = client()
        print("Tell me more")
    """,
}


def said(kind: str) -> int:
    """How many answers a kind prints."""
    return FORGOTTEN[kind].count("print(") + FORGOTTEN[kind].count("use(")


@pytest.mark.parametrize("kinds", [[kind] for kind in FORGOTTEN] if LONG else [list(FORGOTTEN)], ids=", ".join)
def test_a_forgotten_client_is_silent(kinds: list[str], server: testing.Server) -> None:
    """Each in a program of its own in a long run; else all in one, each with names of its own that last to its end."""
    each = [f"apart({kind!r}, {_dedented(FORGOTTEN[kind])!r})\n" for kind in kinds]

    out, err = run_python(BEGIN + APART + "".join(each), server.url, options=STRICT)

    assert out.split("\n") == [*["Tell me more"] * sum(map(said, kinds)), ""]
    assert err == ""
    assert server.wait_connections(0)


def test_a_loop_closed_in_haste_costs_no_more_than_its_own_warning(server: testing.Server) -> None:
    program = """
loop = asyncio.new_event_loop()
forgotten = client()
loop.run_until_complete(use(forgotten))
loop.close()
asyncio.run(use(forgotten))
forgotten.close()
"""
    out, err = run_python(BEGIN + program, server.url)

    assert out.split("\n") == ["Tell me more", "Tell me more", ""]
    assert err == ""


def _dedented(text: str) -> str:
    return "\n".join(line[8:] for line in text.split("\n"))


FORK = """
def answers(client):
    plain = client.chat.send(**ASK).text
    with client.chat.send(**ASK, stream=True, timeout_ms=30_000) as stream:
        return [plain, stream.final().text, asyncio.run(client.chat.send_async(**ASK)).text]

parent = client(timeout_ms=30_000)
assert answers(parent) == ["Tell me more"] * 3
reading, writing = os.pipe()
child = os.fork()
if child == 0:
    os.write(writing, repr(answers(parent)).encode())
    os._exit(0)
os.waitpid(child, 0)
print("child", os.read(reading, 1000).decode())
os.close(reading), os.close(writing)
print("parent", answers(parent))
parent.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_uses_connections_of_its_own(server: testing.Server) -> None:
    out, err = run_python(BEGIN + FORK, server.url, options=STRICT)

    expected = str(["Tell me more"] * 3)
    assert out.split("\n") == [f"child {expected}", f"parent {expected}", ""]
    assert err == ""


FORK_DURING_A_STREAM = """
stream = client().chat.send(**ASK, stream=True)
words = [next(stream).text]
gc.collect()
if os.fork() == 0:
    sys.exit()
os.wait()
print("".join([*words, *stream.text_deltas()]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_that_ends_leaves_the_streams_of_its_parent_alone(server: testing.Server) -> None:
    server.enqueue(testing.reply("Tell me more", event_delay=0.3))

    out, err = run_python(BEGIN + FORK_DURING_A_STREAM, server.url, options=STRICT)

    assert (out, err) == ("Tell me more\n", "")


FORK_IN_A_POOL = """
from multiprocessing import get_context

def ask(number):
    return shared.chat.send(model="m", messages=[{"role": "user", "content": str(number)}]).text

shared = client()
assert ask(0) == "0"
with get_context("fork").Pool(3) as pool:
    print(pool.map(ask, range(30)) == [str(number) for number in range(30)])
print(ask(1))
shared.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_pool_of_forked_workers_shares_a_client(server: testing.Server) -> None:
    out, err = run_python(BEGIN + FORK_IN_A_POOL, server.url, options=("-W", "error"))

    assert out.split("\n") == ["True", "1", ""]
    assert err == ""


ERRORS_IN_A_POOL = """
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from openrouter_sdk import errors

def fail(_):
    with client() as own:
        own.chat.send(**ASK)

with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
    try:
        pool.submit(fail, 0).result(timeout=30)
    except errors.PaymentRequiredResponseError as error:
        print(error.status_code, error.attempts, error.generation_id)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_an_error_in_a_worker_reaches_the_parent_as_it_is(server: testing.Server) -> None:
    server.enqueue(testing.error(402, headers={"X-Generation-Id": "gen-7"}))

    out, _ = run_python(BEGIN + ERRORS_IN_A_POOL, server.url)

    assert out == "402 1 gen-7\n"
