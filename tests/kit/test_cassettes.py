"""Record and replay: what was answered is answered again, to any client."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import re
import threading
import zlib

import httpx
import pytest

from openrouter_sdk import BackoffStrategy, OpenRouter, RetryConfig, testing
from openrouter_sdk.testing._cassettes.exchange import load
from tests.helpers.eventual import Eventual
from tests.helpers.trust import no_trust
from tests.kit.conftest import KEY, post

openai = Eventual("openai")
ASK = [{"role": "user", "content": "one two three"}]
TEXTS = ["one", " two", " three"]
AT_ONCE = RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 60_000), False)


def by_sdk(url):
    with OpenRouter(server_url=url, api_key=KEY) as client:
        whole = client.chat.send(model="m", messages=ASK).text
        with client.chat.send(model="m", messages=ASK, stream=True) as stream:
            return whole, [*stream.text_deltas()]


def by_sdk_async(url):
    async def main():
        async with OpenRouter(server_url=url, api_key=KEY) as client:
            whole = (await client.chat.send_async(model="m", messages=ASK)).text
            async with await client.chat.send_async(model="m", messages=ASK, stream=True) as stream:
                return whole, [text async for text in stream.text_deltas()]

    return asyncio.run(main())


def by_openai(url):
    with openai.OpenAI(base_url=url, api_key=KEY) as client:
        whole = client.chat.completions.create(model="m", messages=ASK)
        chunks = client.chat.completions.create(model="m", messages=ASK, stream=True)
        texts = [chunk.choices[0].delta.content for chunk in chunks]
    return whole.choices[0].message.content, [text for text in texts if text]


def by_openai_async(url):
    async def main():
        async with openai.AsyncOpenAI(base_url=url, api_key=KEY) as client:
            whole = await client.chat.completions.create(model="m", messages=ASK)
            stream = await client.chat.completions.create(model="m", messages=ASK, stream=True)
            texts = [chunk.choices[0].delta.content async for chunk in stream]
        return whole.choices[0].message.content, [text for text in texts if text]

    return asyncio.run(main())


@pytest.mark.parametrize("talk", [by_sdk, by_sdk_async, by_openai, by_openai_async])
def test_what_was_answered_is_answered_again(record, real, path, talk):
    with record() as tape:
        recorded = talk(tape.url)
    real.stop()
    with testing.replay(path) as tape:
        replayed = talk(tape.url)
        tape.verify()

    assert recorded == replayed == ("one two three", TEXTS)
    assert tape.unused == 0


def test_a_replay_needs_no_socket(record, path):
    with record() as tape:
        by_sdk(tape.url)

    tape = testing.replay(path)
    with OpenRouter(client=httpx.Client(transport=testing.transport(tape)), api_key="test") as client:
        assert client.chat.send(model="m", messages=ASK).text == "one two three"
    with openai.OpenAI(
        base_url="https://openrouter.ai/api/v1",
        api_key="test",
        http_client=httpx.Client(transport=testing.transport(tape)),
    ) as client:
        chunks = client.chat.completions.create(model="m", messages=ASK, stream=True)
        assert [chunk.choices[0].delta.content for chunk in chunks][:3] == TEXTS


def test_a_recorder_is_reached_by_its_url_only(record):
    with (
        record() as tape,
        httpx.Client(transport=testing.transport(tape)) as http,
        pytest.raises(TypeError, match="url"),
    ):
        http.post(f"{tape.url}/chat/completions", json={})


def test_the_file_is_read_with_ease(record, path, real):
    real.enqueue(
        testing.raw(
            200,
            {"content-type": "text/event-stream"},
            pieces=[": hello\n\n", 'data: {"a": "ü"}\n', "\ndata: [DONE]\n\n"],
        )
    )
    with record() as tape:
        post(tape, {"stream": True})

    text = path.read_text(encoding="utf-8")
    exchange = json.loads(text)["exchanges"][0]
    assert exchange["request"]["path"] == "/chat/completions"
    assert exchange["request"]["json"]["messages"] == [{"role": "user", "content": "Hi"}]
    assert [{**event, "after_ms": 0} for event in exchange["response"]["events"]] == [
        {"after_ms": 0, "comment": "hello"},
        {"after_ms": 0, "data": {"a": "ü"}},
        {"after_ms": 0, "data": "[DONE]"},
    ]
    assert len([line for line in text.splitlines() if '"after_ms"' in line]) == 4
    assert '"data": {"a": "ü"}}' in text


def test_an_error_and_the_answer_to_the_next_try_are_both_kept(record, real, path):
    def ask(url):
        with OpenRouter(server_url=url, api_key=KEY, retry_config=AT_ONCE) as client:
            return client.chat.send(model="m", messages=ASK).http.attempts

    real.enqueue(testing.error(429, headers={"Retry-After": "0"}), testing.reply("at last"))
    with record() as tape:
        recorded = ask(tape.url)
    with testing.replay(path) as tape:
        assert ask(tape.url) == recorded == 2
        assert [request.answered_by for request in tape.requests] == ["cassette", "cassette"]


def answered(tape):
    """What a client sees of one answer: status, body, and how it ended."""
    seen = b""
    with httpx.Client(trust_env=False, verify=no_trust()) as http:
        try:
            with http.stream("POST", f"{tape.url}/chat/completions", json={"model": "m"}) as response:
                for piece in response.iter_bytes():
                    seen += piece
                return response.status_code, seen, "whole"
        except httpx.TransportError as fault:
            return None, seen, type(fault).__name__


SSE = {"content-type": "text/event-stream"}
ZIPPED = gzip.compress(b'{"zipped": true}')
EVENTS = b'data: {"a": 1}\r\n\r\nevent: x\ndata: 1\ndata: 2\n\n\n\n: c\n\ndata:no blank\n\n'


@pytest.mark.parametrize(
    "answer",
    [
        testing.raw(200, {"content-type": "application/json"}, b'{"a":[1,2.5e-7,"\\ud83d\\ude00"],"b":null}'),
        testing.raw(200, {"content-type": "application/json"}, b'{"half": "of i'),
        testing.raw(200, {"content-type": "application/json"}, b'{"twice":1,"twice":2}'),
        testing.raw(200, {"content-type": "application/json", "content-encoding": "gzip"}, ZIPPED),
        testing.raw(200, {"content-type": "application/json", "content-encoding": "deflate"}, zlib.compress(b"{}")),
        testing.raw(502, {"content-type": "text/html"}, "<h1>Bad gäteway</h1>"),
        testing.raw(200, {"content-type": "image/png"}, bytes(range(256)) * 40),
        testing.raw(204, {}),
        testing.raw(200, SSE, EVENTS),
        testing.raw(200, SSE, b"data: \xff\xfe\n\ndata: [DONE]"),
        testing.raw(200, {**SSE, "content-encoding": "gzip"}, gzip.compress(EVENTS)),
        testing.raw(200, SSE, b'data: {"a": 1}\n\ndata: {"a', cut_after=24),
        testing.raw(200, {"content-type": "application/json"}, b'{"a": 1}', cut_after=8),
        testing.raw(None),
    ],
)
def test_every_kind_of_answer_is_kept(record, real, path, answer):
    real.enqueue(answer)
    with record() as tape:
        recorded = answered(tape)
    with testing.replay(path) as tape:
        replayed = answered(tape)
        zipped = load(path)[0].response.get("headers", {}).get("content-encoding")

    assert replayed[0::2] == recorded[0::2]
    assert _compact(replayed[1]) == _compact(recorded[1])
    assert zipped == answer.headers.get("content-encoding")


def _compact(body):
    """A body in which JSON is written in one way."""
    return b"\n".join(_one_way(line) for line in body.split(b"\n"))


def _one_way(line):
    head = b"data: " if line.startswith(b"data: ") else b""
    try:
        return head + json.dumps(json.loads(line.removeprefix(head))).encode() if b'"twice"' not in line else line
    except ValueError:
        return line


def test_pictures_that_are_sent_are_known_by_their_hash(record, path):
    def picture(of):
        url = f"data:image/png;base64,{of * 4000}"
        return {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": url}}]}]}

    with record() as tape:
        post(tape, picture("A"))
    assert path.stat().st_size < 4000
    assert "data:image/png;base64,<4000 characters, sha256 " in path.read_text(encoding="utf-8")
    with testing.replay(path) as tape:
        assert post(tape, picture("A")).status_code == 200
    with (
        pytest.raises(testing.CassetteError, match=r"messages\[0\]\.content\[0\]\.image_url\.url"),
        testing.replay(path) as tape,
    ):
        assert post(tape, picture("B")).status_code == 404


def test_the_pace_is_kept_where_it_is_asked_for(record, real, path):
    real.enqueue(testing.reply("a b", event_delay=0.02, first_delay=0.02))
    with record() as tape:
        post(tape, {"stream": True})
    exchange = load(path)[0]

    def waits(speed):
        answer = exchange.answer(speed)
        return answer.delay + sum(step for step in answer.pieces if isinstance(step, float))

    assert waits(0) == 0
    assert waits(1) >= 0.05
    assert waits(2) == pytest.approx(waits(1) / 2)


def test_a_client_that_goes_away_is_no_trouble(record, real):
    real.enqueue(testing.raw(200, SSE, pieces=["data: 1\n\n", 3600.0, "data: 2\n\n"]))
    with record() as tape:
        with (
            httpx.Client(trust_env=False, verify=no_trust()) as http,
            http.stream("POST", f"{tape.url}/chat/completions", json={}) as answer,
        ):
            assert next(answer.iter_raw()) == b"data: 1\n\n"
        assert tape.wait_closed(1)
        assert real.wait_closed(1)


def test_a_recorder_stops_while_the_api_is_silent(record, real):
    real.enqueue(testing.raw(200, SSE, pieces=["data: 1\n\n", 3600.0]), testing.raw(200, delay=3600.0))
    with httpx.Client(trust_env=False, verify=no_trust()) as http, record() as tape:
        answer = http.send(http.build_request("POST", f"{tape.url}/chat/completions", json={}), stream=True)
        assert next(answer.iter_raw()) == b"data: 1\n\n"
        late = threading.Thread(target=answered, args=[tape])
        late.start()
        assert real.wait_requests(2)
    late.join()
    answer.close()

    assert real.wait_connections(0)


def test_an_api_that_cannot_be_reached_is_told_and_not_kept(path):
    with testing.record(path, upstream="http://127.0.0.1:9/api/v1") as tape:
        response = post(tape)

    assert response.status_code == 424
    assert "cannot reach http://127.0.0.1:9/api/v1" in response.json()["error"]["message"]
    assert not path.exists()


class TestSecrets:
    def test_are_not_in_the_file(self, record, real, path):
        real.enqueue(
            testing.answer({"text": KEY}, headers={"set-cookie": "session=cookie-secret"}),
            testing.raw(200, SSE, f'data: {{"text": "{KEY}"}}\n\ndata: broken {KEY}\n\n: {KEY}\n\n'),
            testing.raw(200, {"content-type": "text/plain"}, f"{KEY} and mine-77 for Bob"),
            testing.raw(200, {"content-type": "application/octet-stream"}, b"\0" + KEY.encode()),
        )  # fmt: skip
        scrub = ["Bob", re.compile(r"mine-\d+")]
        with record(scrub=scrub) as tape:
            post(
                tape, {"user": "Bob", "metadata": {"password": "hunter2-hunter2"}}, headers={"cookie": "cookie-secret"}
            )
            post(tape, {"text": f"my key is {KEY}", "stream": True}, headers={"x-api-key": "another-secret-key"})
            post(tape, path="/byok?key=query-secret-1&limit=2", json={"provider": "openai", "key": "provider-secret"})
            post(tape, content=b"\xff" + KEY.encode())

        text = path.read_text(encoding="utf-8")
        secrets = [
            "cookie-secret",
            "another-secret-key",
            "query-secret-1",
            "provider-secret",
            "hunter2",
            "Bob",
            "mine-7",
        ]
        assert [secret for secret in [KEY, KEY[10:], *secrets] if secret in text] == []
        assert [secret for secret in [KEY] if secret in _decoded(load(path))] == []
        with testing.replay(path, scrub=scrub) as tape:
            post(tape, {"user": "Bob", "metadata": {"password": "hunter2-hunter2"}})
            post(tape, path="/byok?key=other&limit=2", json={"provider": "openai", "key": "another"})

    def test_short_keys_are_no_reason_to_spoil_a_text(self, record, path):
        with record() as tape:
            post(
                tape,
                {"messages": [{"role": "user", "content": "a test of Bearer tokens"}]},
                headers={"authorization": "Bearer test"},
            )

        assert load(path)[0].response["json"]["choices"][0]["message"]["content"] == "a test of Bearer tokens"

    def test_log_probabilities_keep_their_tokens(self, record, real, path):
        real.enqueue(testing.answer({"logprobs": {"content": [{"token": "Hi"}]}}))
        with record() as tape:
            post(tape)

        assert load(path)[0].response["json"] == {"logprobs": {"content": [{"token": "Hi"}]}}


def _decoded(exchanges):
    texts = [part[key] for one in exchanges for part in (one.request, one.response) for key in part if key == "base64"]
    return "".join(base64.b64decode(text).decode("latin-1") for text in texts)
