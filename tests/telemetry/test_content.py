"""Messages in spans, where they are asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import testing
from tests.conftest import MakeClient
from tests.helpers.api import ASK, MODEL, Api
from tests.telemetry.conftest import Seen
from tests.telemetry.test_telemetry import SECRET, look, told


class TestContent:
    def test_is_recorded_where_it_is_asked_for(
        self, api: Api, make_client: MakeClient, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.reply(None, tool_calls=[("look", {"city": "Paris"})]), testing.reply("Rain."))
        client = make_client(hooks=seen.hooks(capture_content=True), real_time=True)
        picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64," + "A" * 5000}}
        messages: Any = [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": [{"type": "text", "text": "Where?"}, picture]},
        ]

        api.operate(client, "chat.run", model=MODEL, messages=messages, tools=[look])

        first, second = (told(span) for span in seen.spans if span.name == f"chat {MODEL}")
        asked = json.loads(first["gen_ai.input.messages"])
        assert asked[0] == {"role": "system", "parts": [{"type": "text", "content": "Be brief."}]}
        assert asked[1]["parts"][0] == {"type": "text", "content": "Where?"}
        assert asked[1]["parts"][1]["modality"] == "image"
        assert len(asked[1]["parts"][1]["uri"]) < 400
        (answer,) = json.loads(first["gen_ai.output.messages"])
        assert answer["finish_reason"] == "tool_calls"
        assert answer["parts"][0]["name"] == "look"
        assert json.loads(second["gen_ai.input.messages"])[-1]["parts"][0]["type"] == "tool_call_response"
        assert json.loads(first["gen_ai.tool.definitions"])[0]["function"]["name"] == "look"
        tool = told(seen.named("execute_tool look"))
        assert json.loads(tool["gen_ai.tool.call.arguments"]) == {"city": "Paris"}
        assert "rain" in tool["gen_ai.tool.call.result"]

    def test_that_nobody_knows_is_recorded_as_it_is_and_cut_where_it_is_long(
        self, api: Api, make_client: MakeClient, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.raw(200, {"content-type": "application/json"}, b'{"choices": [{"message": "odd"}]}'))
        client = make_client(hooks=seen.hooks(capture_content=True), real_time=True)
        later = {"type": "later", "data": {"pieces": ["A" * 300, 1]}}
        messages: Any = [
            {"role": "assistant", "reasoning": "Hm.", "content": "", "tool_calls": [{"function": "odd"}]},
            {"role": "user", "content": [later, 5, None]},
        ]

        api.send(client, model=MODEL, messages=messages)

        thought, asked = json.loads(told(seen.only)["gen_ai.input.messages"])
        assert thought["parts"] == [{"type": "reasoning", "content": "Hm."}]
        cut = "A" * 256 + "... (44 more characters)"
        assert asked["parts"] == [{"type": "later", "data": {"pieces": [cut, 1]}}, {"type": "int"}]
        (answer,) = json.loads(told(seen.only)["gen_ai.output.messages"])
        assert (answer["role"], answer["parts"]) == ("", [])

    def test_of_embeddings_is_none(self, make_client: MakeClient, seen: Seen, api: Api) -> None:
        client = make_client(hooks=seen.hooks(capture_content=True), real_time=True)

        api.operate(client, "embeddings.create", model="a/model", input=SECRET)

        assert SECRET not in seen.only.to_json()

    def test_of_a_stream_is_what_came(
        self, api: Api, make_client: MakeClient, server: testing.Server, seen: Seen
    ) -> None:
        server.enqueue(testing.reply("One two three."))
        client = make_client(hooks=seen.hooks(capture_content=True), real_time=True)

        api.stream(client).final()

        (answer,) = json.loads(told(seen.only)["gen_ai.output.messages"])
        assert answer["parts"] == [{"type": "text", "content": "One two three."}]

    @pytest.mark.parametrize(("said", "recorded"), [("true", True), ("span_only", True), ("false", False), ("", False)])
    def test_follows_the_variable_of_the_conventions(
        self, said: str, recorded: bool, make_client: MakeClient, api: Api, seen: Seen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", said)

        api.send(make_client(hooks=seen.hooks(), real_time=True), model=MODEL, messages=ASK)

        assert ("gen_ai.input.messages" in told(seen.only)) is recorded
