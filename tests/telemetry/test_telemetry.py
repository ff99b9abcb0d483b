"""Spans and metrics of OpenTelemetry, as an exporter gets them."""

from __future__ import annotations

import asyncio
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from opentelemetry import context, trace
from opentelemetry.sdk.trace import ReadableSpan

from openrouter_sdk import Hooks, OpenRouter, RunEndEvent, StopRun, ToolEndEvent, errors, telemetry, testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api
from tests.telemetry.conftest import Seen

SECRET = "the-prompt-of-the-user"
QUESTION: Any = [{"role": "user", "content": SECRET}]


@pytest.fixture
def client(make_client: MakeClient, seen: Seen) -> OpenRouter:
    return make_client(hooks=seen.hooks(), real_time=True)


def told(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def look(city: str) -> str:
    """Look out of the window."""
    return f"{trace.get_current_span().get_span_context().span_id:x} rain"


class TestACall:
    def test_is_a_span_with_what_the_conventions_ask_for(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.reply("Hi", provider="Somebody"))

        result = api.send(client, model=MODEL, messages=QUESTION, temperature=0.5, max_tokens=7, stop=["END"], seed=3)

        span = seen.only
        assert (span.name, span.kind, span.parent) == (f"chat {MODEL}", trace.SpanKind.CLIENT, None)
        assert span.status.is_unset
        found = told(span)
        host, port = server.url.split("/")[2].split(":")
        assert result.usage
        assert found == {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "openrouter",
            "gen_ai.request.model": MODEL,
            "gen_ai.request.temperature": 0.5,
            "gen_ai.request.max_tokens": 7,
            "gen_ai.request.stop_sequences": ("END",),
            "gen_ai.request.seed": 3,
            "gen_ai.response.id": result.http.generation_id,
            "gen_ai.response.model": result.model,
            "gen_ai.response.finish_reasons": ("stop",),
            "gen_ai.usage.input_tokens": result.usage.prompt_tokens,
            "gen_ai.usage.output_tokens": result.usage.completion_tokens,
            "http.response.status_code": 200,
            "openrouter.provider": "Somebody",
            "openrouter.cost": result.cost,
            "server.address": host,
            "server.port": int(port),
        } | {key: value for key, value in found.items() if key.startswith("gen_ai.usage.")}

    @pytest.mark.parametrize(
        ("options", "name", "value"),
        [
            ({"response_format": {"type": "json_object"}}, "gen_ai.output.type", "json"),
            ({"response_format": {"type": "text"}}, "gen_ai.output.type", None),
            ({"modalities": ["text", "image"]}, "gen_ai.output.type", "image"),
            ({"modalities": ["text", "audio"]}, "gen_ai.output.type", "speech"),
            ({"stop": "END"}, "gen_ai.request.stop_sequences", ("END",)),
        ],
    )
    def test_says_what_kind_of_answer_is_asked_for(
        self, options: dict[str, Any], name: str, value: Any, client: OpenRouter, seen: Seen
    ) -> None:
        client.chat.send(model=MODEL, messages=ASK, **options)

        assert told(seen.only).get(name) == value

    def test_shows_no_prompt_and_no_answer_unless_that_is_asked_for(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.reply("the answer"), testing.error(400, f"you said {SECRET}"))

        api.send(client, model=MODEL, messages=QUESTION)
        with pytest.raises(errors.BadRequestResponseError):
            api.send(client, model=MODEL, messages=QUESTION)

        shown = " ".join(span.to_json() for span in seen.spans)
        assert SECRET not in shown
        assert "the answer" not in shown

    def test_that_is_tried_again_is_one_span_with_an_event_for_each_retry(
        self, api: Api, make_client: MakeClient, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.error(503, SECRET), testing.error(429, SECRET), testing.reply("Hi"))

        api.send(make_client(hooks=seen.hooks()), model=MODEL, messages=ASK)

        assert [(event.name, (event.attributes or {})["status"]) for event in seen.only.events] == [
            ("openrouter.retry", 503),
            ("openrouter.retry", 429),
        ]
        assert told(seen.only)["http.request.resend_count"] == 2
        assert SECRET not in seen.only.to_json()

    def test_that_fails_has_the_class_of_its_error(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.error(402, "no credits"))

        with pytest.raises(errors.PaymentRequiredResponseError):
            api.send(client, model=MODEL, messages=ASK)

        assert seen.only.status.status_code is trace.StatusCode.ERROR
        assert told(seen.only)["error.type"] == "PaymentRequiredResponseError"
        assert told(seen.only)["http.response.status_code"] == 402
        (point,) = seen.points("gen_ai.client.operation.duration")
        assert point.attributes["error.type"] == "PaymentRequiredResponseError"

    def test_embeddings_and_rerank_have_spans_and_other_operations_have_none(
        self, client: OpenRouter, seen: Seen
    ) -> None:
        client.embeddings.create(model="a/model", input="text", dimensions=8, encoding_format="float")
        client.rerank.create(model="b/model", query="q", documents=["a", "b"])
        client.credits.get()

        first, second = seen.spans
        assert (first.name, second.name) == ("embeddings a/model", "rerank b/model")
        assert told(first)["gen_ai.embeddings.dimension.count"] == 8
        assert told(first)["gen_ai.request.encoding_formats"] == ("float",)
        assert told(first)["gen_ai.usage.input_tokens"] > 0

    def test_of_an_operation_without_a_span_may_be_tried_again(
        self, make_client: MakeClient, server: testing.Server, seen: Seen, api: Api
    ) -> None:
        server.enqueue(testing.error(503, "busy"))

        api.operate(make_client(hooks=seen.hooks()), "credits.get")

        assert (len(server.requests), seen.spans) == (2, ())

    def test_counts_time_tokens_and_cost(self, api: Api, client: OpenRouter, seen: Seen) -> None:
        result = api.send(client, model=MODEL, messages=ASK)

        (duration,) = seen.points("gen_ai.client.operation.duration")
        assert duration.count == 1
        assert duration.attributes["gen_ai.request.model"] == MODEL
        assert result.usage
        counted = {
            point.attributes["gen_ai.token.type"]: point.sum for point in seen.points("gen_ai.client.token.usage")
        }
        assert counted == {"input": result.usage.prompt_tokens, "output": result.usage.completion_tokens}
        (cost,) = seen.points("openrouter.client.cost")
        assert cost.value == pytest.approx(result.cost)


class TestAStream:
    def test_is_a_span_until_its_end(self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen) -> None:
        server.enqueue(testing.reply("One two three."))

        stream = api.stream(client)
        assert seen.spans == ()
        result = stream.final()

        assert told(seen.only)["gen_ai.request.stream"] is True
        assert told(seen.only)["gen_ai.response.finish_reasons"] == ("stop",)
        assert told(seen.only)["gen_ai.usage.output_tokens"] == result.usage.completion_tokens
        assert told(seen.only)["gen_ai.response.time_to_first_chunk"] > 0
        assert len(seen.points("gen_ai.client.operation.time_to_first_chunk")) == 1

    def test_that_is_closed_early_ends_its_span_without_an_error(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.reply("One two three."))

        api.stream(client).close()

        assert seen.only.status.is_unset
        assert told(seen.only)["openrouter.closed_early"] is True

    def test_that_breaks_off_has_the_error(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.reply("One two three.", finish_reason=None, done=False))

        with pytest.raises(errors.StreamInterruptedError):
            api.stream(client).final()

        assert told(seen.only)["error.type"] == "StreamInterruptedError"

    def test_that_does_not_open_ends_its_span(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.error(401, "who?"))

        with pytest.raises(errors.UnauthorizedResponseError):
            api.stream(client)

        assert told(seen.only)["error.type"] == "UnauthorizedResponseError"


class TestARun:
    @pytest.fixture
    def asked(self, server: testing.Server) -> None:
        calls = [("look", {"city": "Paris"}), ("look", {"city": "Rome"})]
        server.enqueue(testing.reply(None, tool_calls=calls), testing.reply("Rain."))

    @pytest.mark.usefixtures("asked")
    def test_holds_its_calls_and_its_tools(self, api: Api, client: OpenRouter, seen: Seen) -> None:
        result = api.operate(client, "chat.run", model=MODEL, messages=QUESTION, tools=[look])

        run = seen.named("invoke_agent")
        children = [span.name for span in seen.spans if span.parent and span.parent.span_id == run.context.span_id]
        assert sorted(children) == [f"chat {MODEL}"] * 2 + ["execute_tool look"] * 2
        assert told(run)["openrouter.run.stopped_by"] == "answer"
        assert told(run)["gen_ai.usage.input_tokens"] == result.usage.prompt_tokens
        assert SECRET not in " ".join(span.to_json() for span in seen.spans)

    @pytest.mark.usefixtures("asked")
    def test_a_tool_sees_its_own_span_as_the_current_one(self, api: Api, client: OpenRouter, seen: Seen) -> None:
        result = api.operate(client, "chat.run", model=MODEL, messages=ASK, tools=[look])

        said = {message["content"] for message in result.messages if message["role"] == "tool"}
        spans = {f"{span.context.span_id:x} rain" for span in seen.spans if span.name == "execute_tool look"}
        assert said == spans

    def test_a_tool_that_raises_has_the_class_of_its_error(
        self, api: Api, client: OpenRouter, server: testing.Server, seen: Seen
    ) -> None:
        def fail() -> str:
            """Fail."""
            raise KeyError(SECRET)

        server.enqueue(testing.reply(None, tool_calls=[("fail", {})]), testing.reply("Sorry."))

        api.operate(client, "chat.run", model=MODEL, messages=ASK, tools=[fail])

        assert told(seen.named("execute_tool fail"))["error.type"] == "KeyError"
        assert SECRET not in seen.named("execute_tool fail").to_json()


class TestContext:
    @pytest.mark.parametrize("colour", ["sync", "async"])
    def test_calls_of_a_bulk_run_are_children_of_the_span_around_it(
        self, colour: str, server: testing.Server, seen: Seen
    ) -> None:
        async def asked(client: OpenRouter) -> None:
            if colour == "sync":
                client.chat.map(["a", "b", "c"], model=MODEL, concurrency=3)
            else:
                await client.chat.map_async(["a", "b", "c"], model=MODEL, concurrency=3)

        tracer = seen.tracers.get_tracer("app")
        with (
            OpenRouter(server_url=server.url, api_key="test", hooks=seen.hooks()) as client,
            tracer.start_as_current_span("outer") as outer,
        ):
            asyncio.run(asked(client))

        parents = {span.parent.span_id for span in seen.spans if span.name.startswith("chat") and span.parent}
        assert parents == {outer.get_span_context().span_id}
        assert len(seen.spans) == 4

    def test_a_stream_may_be_read_in_another_thread(self, server: testing.Server, seen: Seen) -> None:
        server.enqueue(testing.reply("One two three."))
        with OpenRouter(server_url=server.url, api_key="test", hooks=seen.hooks()) as client:
            with seen.tracers.get_tracer("app").start_as_current_span("outer") as outer:
                stream = client.chat.send(model=MODEL, messages=ASK, stream=True)
            with ThreadPoolExecutor(1) as pool:
                pool.submit(stream.final).result()

        parent = seen.named(f"chat {MODEL}").parent
        assert parent
        assert parent.span_id == outer.get_span_context().span_id
        assert context.get_current() == {}

    def test_tasks_keep_their_spans_apart(self, server: testing.Server, seen: Seen) -> None:
        async def one(client: OpenRouter, name: str) -> int:
            with seen.tracers.get_tracer("app").start_as_current_span(name) as span:
                await client.chat.send_async(model=f"a/{name}", messages=ASK)
                return span.get_span_context().span_id

        async def both() -> list[int]:
            async with OpenRouter(server_url=server.url, api_key="test", hooks=seen.hooks()) as client:
                return await asyncio.gather(one(client, "x"), one(client, "y"))

        x, y = asyncio.run(both())

        parents = [span.parent.span_id for name in ("x", "y") if (span := seen.named(f"chat a/{name}")).parent]
        assert parents == [x, y]

    def test_a_call_that_is_cancelled_ends_its_span(self, server: testing.Server, seen: Seen) -> None:
        async def cancelled() -> None:
            async with OpenRouter(server_url=server.url, api_key="test", hooks=seen.hooks()) as client:
                task = asyncio.ensure_future(client.chat.send_async(model=MODEL, messages=ASK))
                assert await asyncio.to_thread(server.wait_requests, 1)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task

        server.enqueue(testing.raw(200, {}, b"{}", delay=60.0))
        asyncio.run(cancelled())

        assert told(seen.only)["error.type"] == "CancelledError"


@pytest.mark.parametrize(
    "choices",
    [
        [{"message": {"content": "Yes.", "tool_calls": 5}, "finish_reason": "stop"}, "odd", 5],
        [{"message": {"content": "Yes.", "tool_calls": ["x", {"function": 7}]}, "finish_reason": {}}],
    ],
)
def test_whatever_an_answer_holds_its_span_ends(
    choices: list[Any], api: Api, make_client: MakeClient, server: testing.Server, seen: Seen
) -> None:
    body = json.dumps({"id": "gen-1", "choices": choices})
    server.enqueue(testing.raw(200, {"content-type": "application/json"}, body))

    api.send(make_client(hooks=seen.hooks(capture_content=True)), model=MODEL, messages=ASK)

    assert "Yes." in told(seen.only)["gen_ai.output.messages"]


@pytest.mark.parametrize("odd", [-5, 10**25, 1e300, float("nan"), float("inf"), True, "12", None], ids=str)
def test_a_count_that_is_none_is_left_out(
    odd: Any, api: Api, make_client: MakeClient, server: testing.Server, seen: Seen
) -> None:
    details = {"prompt_tokens_details": {"cached_tokens": odd}, "completion_tokens_details": {"reasoning_tokens": odd}}
    server.enqueue(testing.reply("Yes.", usage={"prompt_tokens": odd, "completion_tokens": 3.0, **details, "cost": 2}))

    api.send(make_client(hooks=seen.hooks()), model=MODEL, messages=ASK)

    usage = {name: count for name, count in told(seen.only).items() if name.startswith("gen_ai.usage")}
    (cost,) = seen.points("openrouter.client.cost")
    assert {name: (type(count), count) for name, count in usage.items() if "cache_creation" not in name} == {
        "gen_ai.usage.output_tokens": (int, 3)
    }
    assert [point.sum for point in seen.points("gen_ai.client.token.usage")] == [3]
    assert (type(cost.value), cost.value) == (float, 2.0)


class TestTheHooks:
    def test_go_together_with_others(self, api: Api, make_client: MakeClient, seen: Seen) -> None:
        heard: list[Any] = []
        client = make_client(hooks=seen.hooks() | Hooks(on_call_end=heard.append, on_response=heard.append))

        api.send(client, model=MODEL, messages=ASK)

        assert [type(event).__name__ for event in heard] == ["ResponseEvent", "CallEndEvent"]
        assert len(seen.spans) == 1

    def test_one_that_raises_does_not_keep_the_other_from_being_called(
        self, api: Api, make_client: MakeClient, seen: Seen
    ) -> None:
        def fail(_: object) -> None:
            raise StopRun(None)

        client = make_client(hooks=Hooks(on_call_start=fail, on_call_end=fail) | seen.hooks())

        api.send(client, model=MODEL, messages=ASK)

        assert len(seen.spans) == 1

    def test_without_the_extra_name_it(self, monkeypatch: pytest.MonkeyPatch) -> None:

        monkeypatch.setitem(sys.modules, "opentelemetry", None)

        with pytest.raises(ImportError, match=r"needs the extra `otel`"):
            telemetry.hooks()


def test_an_end_of_what_did_not_begin_records_nothing(seen: Seen) -> None:
    hooks: Any = seen.hooks()

    hooks.on_tool_end(ToolEndEvent("run", 1, "call", "look", 1.0))
    hooks.on_run_end(RunEndEvent("run", 1.0, None, 0, 0, None))

    assert seen.spans == ()
