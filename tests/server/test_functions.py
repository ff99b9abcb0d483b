"""Answers given as functions: they may block, and block nobody."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import httpx

from openrouter_sdk import testing
from tests.helpers.patience import PATIENCE_S

TOGETHER = 50


def test_functions_of_many_requests_run_at_the_same_time(server, caller):
    barrier = threading.Barrier(TOGETHER, timeout=PATIENCE_S)

    def respond(_request):
        barrier.wait()
        return testing.reply("all are here")

    server.enqueue(*[respond] * TOGETHER)
    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = list(pool.map(lambda _: caller.post({}).status_code, range(TOGETHER)))

    assert answers == [200] * TOGETHER


def test_a_function_that_blocks_holds_up_no_other_answer(server, caller):
    release = threading.Event()

    def respond(_request):
        assert release.wait(PATIENCE_S)
        return testing.reply("slow")

    server.enqueue(respond, testing.reply("fast"))
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(caller.message)
        assert server.wait_requests(1)
        fast = caller.message()
        release.set()

    assert fast["content"] == "fast"
    assert slow.result()["content"] == "slow"


def test_functions_answer_in_the_order_of_the_queue(server, caller):
    server.enqueue(*[lambda _request, number=number: testing.reply(str(number)) for number in range(5)])

    assert [caller.message()["content"] for _ in range(5)] == list("01234")


def test_the_server_stops_while_a_function_blocks(server, caller):
    release = threading.Event()

    def respond(_request):
        release.wait(60.0)
        return testing.reply("too late")

    server.enqueue(respond)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(caller.post, {})
        assert server.wait_requests(1)
        server.stop()
        left = [thread for thread in threading.enumerate() if thread.name == "openrouter_sdk.testing"]
        failure = asked.exception()
        release.set()

    assert left == []
    assert type(failure).__name__ in ("RemoteProtocolError", "ReadError")


def test_a_client_that_leaves_during_a_function_is_noticed(server, caller):
    release = threading.Event()

    def respond(_request):
        release.wait(60.0)
        return testing.reply("too late")

    server.enqueue(respond)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(caller.post, {}, timeout=httpx.Timeout(60, read=0.05))
        assert asked.exception() is not None
        closed = server.wait_closed(1)
        release.set()

    assert closed
    assert server.requests[0].finished is False


def test_a_function_without_further_answers_is_a_500(server, caller, caplog):
    server.enqueue(lambda _request: next(iter(())))

    assert caller.post({}).status_code == 500
    server.stop()
    assert "StopIteration" in caplog.text


def test_a_function_that_gives_no_answer_is_a_500_that_says_so(server, caller, caplog):
    server.enqueue(lambda _request: "Hello!")

    response = caller.post({})
    server.stop()

    assert response.status_code == 500
    assert "testing.reply" in response.json()["error"]["message"]
    assert "not str" in caplog.text


def test_after_a_failure_the_client_knows_that_its_connection_is_closed(server, caller):
    server.enqueue(lambda _request: testing.reply(chunk_size=0))

    failed = caller.post({})

    assert failed.headers["connection"] == "close"
    assert caller.message()["content"] == "Tell me more"
