"""The emulated server remembers: provider keys, generations, complaints, and what was spent."""

from __future__ import annotations

import httpx
import pytest

from openrouter_sdk import testing

SECRET = "sk-of-a-provider-0123456789abcdef"


def data(response):
    assert response.is_success, response.text
    return response.json()["data"]


class TestProviderKeys:
    def test_a_key_is_stored_listed_changed_and_removed(self, caller):
        made = data(caller.http.post("/byok", json={"provider": "openai", "key": SECRET, "name": "first"}))

        assert (made["label"], made["name"], made["disabled"]) == ("sk-o...cdef", "first", False)
        assert data(caller.http.get("/byok")) == [made]
        assert data(caller.http.get(f"/byok/{made['id']}")) == made

        changed = data(caller.http.patch(f"/byok/{made['id']}", json={"disabled": True, "name": None}))
        assert changed == {**made, "disabled": True, "name": None}
        assert data(caller.http.get(f"/byok/{made['id']}")) == changed

        assert caller.http.delete(f"/byok/{made['id']}").json() == {"deleted": True}
        assert data(caller.http.get("/byok")) == []
        assert caller.http.get(f"/byok/{made['id']}").status_code == 404

    def test_a_key_is_never_given_back(self, server, caller):
        made = data(caller.http.post("/byok", json={"provider": "openai", "key": SECRET}))
        rotated = caller.http.patch(f"/byok/{made['id']}", json={"key": SECRET.upper()})

        shown = [rotated.text, caller.http.get("/byok").text, str(made)]
        assert [text for text in shown if SECRET in text or SECRET.upper() in text] == []
        assert data(rotated)["label"] == "SK-O...CDEF"

    def test_keys_of_a_provider_have_an_order_and_can_be_listed_alone(self, caller):
        for provider in ("openai", "mistral", "openai"):
            caller.http.post("/byok", json={"provider": provider, "key": SECRET})

        own = data(caller.http.get("/byok", params={"provider": "openai"}))

        assert [key["sort_order"] for key in own] == [0, 1]
        assert {key["provider"] for key in own} == {"openai"}

    def test_keys_come_in_pages(self, caller):
        for number in range(5):
            caller.http.post("/byok", json={"provider": "openai", "key": SECRET, "name": str(number)})

        pages = [caller.http.get("/byok", params={"offset": start, "limit": 2}).json() for start in (0, 2, 4, 6)]

        assert [[key["name"] for key in page["data"]] for page in pages] == [["0", "1"], ["2", "3"], ["4"], []]
        assert {page["total_count"] for page in pages} == {5}

    def test_settings_that_contradict_are_refused(self, caller):
        both = {"is_fallback": True, "is_byok_only": True}
        made = data(caller.http.post("/byok", json={"provider": "openai", "key": SECRET, "is_fallback": True}))

        assert caller.http.post("/byok", json={"provider": "openai", "key": SECRET, **both}).status_code == 400
        assert caller.http.patch(f"/byok/{made['id']}", json={"is_byok_only": True}).status_code == 400
        assert data(caller.http.get("/byok")) == [made]

    @pytest.mark.parametrize(
        ("key", "asked", "used"),
        [
            ({}, {}, True),
            ({}, {"provider": {"only": ["openai"]}}, True),
            ({}, {"provider": {"only": ["OpenAI"]}}, True),
            ({}, {"provider": {"only": ["azure"]}}, False),
            ({}, {"provider": {"ignore": ["openai"]}}, False),
            ({}, {"model": "mistralai/mistral-small-3.2-24b-instruct"}, False),
            ({"disabled": True}, {}, False),
            ({"allowed_models": ["openai/gpt-4o-mini"]}, {}, False),
            ({"allowed_models": ["openai/gpt-4o"]}, {}, True),
        ],
    )
    @pytest.mark.parametrize("stream", [False, True])
    def test_a_chat_runs_on_the_key_that_fits(self, caller, stream, key, asked, used):
        caller.http.post("/byok", json={"provider": "openai", "key": SECRET, **key})
        body = {"model": "openai/gpt-4o", **asked}

        answer = caller.chunks(**body)[-1] if stream else caller.result(**body)

        assert answer["usage"]["is_byok"] is used
        assert answer["provider"] == ("OpenAI" if used else "Emulator")
        assert (answer["usage"]["cost"] == 0) is used
        assert answer["usage"]["cost_details"]["upstream_inference_cost"] > 0


class TestGenerations:
    @pytest.mark.parametrize("stream", [False, True])
    def test_an_answer_can_be_looked_up(self, caller, stream):
        answer = caller.post({"user": "u", "session_id": "s", "stream": stream})

        found = data(caller.http.get("/generation", params={"id": answer.headers["x-generation-id"]}))

        assert (found["model"], found["streamed"], found["finish_reason"]) == ("maker/model", stream, "stop")
        assert (found["external_user"], found["session_id"]) == ("u", "s")
        assert found["tokens_prompt"] == 3
        assert found["usage"] == found["total_cost"] > 0
        assert found["user_agent"].startswith("python-httpx")

    def test_it_costs_what_the_answer_said(self, server, caller):
        server.enqueue(testing.reply("a", usage={"cost": 0.25}), testing.reply("b", usage=False))

        ids = [caller.result()["id"], caller.result()["id"]]

        costs = [data(caller.http.get("/generation", params={"id": one}))["usage"] for one in ids]
        assert costs[0] == 0.25
        assert costs[1] > 0

    def test_texts_are_kept(self, server, caller):
        server.enqueue(testing.reply("The answer", reasoning="Because"))
        answer = caller.result(messages=[{"role": "user", "content": "Why?"}])

        found = data(caller.http.get("/generation/content", params={"id": answer["id"]}))

        assert found["input"] == {"messages": [{"role": "user", "content": "Why?"}]}
        assert found["output"] == {"completion": "The answer", "reasoning": "Because"}
        assert found["error"] is None

    def test_it_takes_a_while_until_a_generation_is_found_if_the_test_says_so(self):
        with testing.serve(generation_lag=2) as server, httpx.Client(base_url=server.url, trust_env=False) as http:
            http.headers["Authorization"] = "Bearer test"
            body = {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}
            made = http.post("/chat/completions", json=body).json()["id"]
            statuses = [http.get("/generation", params={"id": made}).status_code for _ in range(4)]

        assert statuses == [404, 404, 200, 200]

    def test_errors_are_no_generations(self, server, caller):
        server.enqueue(testing.error(500))
        failed = caller.post({})

        found = caller.http.get("/generation", params={"id": failed.headers["x-generation-id"]})

        assert found.status_code == 404

    def test_vectors_and_ratings_are_generations_too(self, caller):
        made = caller.http.post("/embeddings", json={"model": "openai/text-embedding-3-small", "input": "a b"}).json()
        rated = caller.http.post("/rerank", json={"model": "cohere/rerank-v3.5", "query": "a", "documents": ["a"]})

        found = [data(caller.http.get("/generation", params={"id": one["id"]})) for one in (made, rated.json())]

        assert [one["api_type"] for one in found] == ["embeddings", "rerank"]
        assert [one["usage"] for one in found] == [made["usage"]["cost"], rated.json()["usage"]["cost"]]
        assert rated.headers["x-generation-id"] == rated.json()["id"]

    def test_a_complaint_is_taken_once(self, caller):
        complaint = {"generation_id": caller.result()["id"], "category": "formatting"}

        statuses = [caller.http.post("/generation/feedback", json=complaint).status_code for _ in range(2)]
        unknown = caller.http.post("/generation/feedback", json={**complaint, "generation_id": "gen-0"})

        assert [*statuses, unknown.status_code] == [200, 409, 404]


class TestSpending:
    def test_the_key_and_the_credits_tell_what_was_spent(self, server, caller):
        server.enqueue(testing.reply("a", usage={"cost": 0.5}), testing.reply("b", usage={"cost": 0.25}))
        caller.result()
        caller.result()

        key, account = data(caller.http.get("/key")), data(caller.http.get("/credits"))

        assert (key["usage"], key["byok_usage"], account["total_usage"]) == (0.75, 0, 0.75)
        assert account["total_credits"] > account["total_usage"]

    def test_what_a_key_of_ones_own_costs_stands_apart(self, caller):
        caller.http.post("/byok", json={"provider": "openai", "key": SECRET})
        cost = caller.result(model="openai/gpt-4o")["usage"]["cost_details"]["upstream_inference_cost"]

        key = data(caller.http.get("/key"))

        assert (key["usage"], key["byok_usage"]) == (0, cost)

    def test_the_key_is_not_shown(self, caller):
        secret = "sk-or-v1-0123456789abcdef0123456789"

        shown = caller.http.get("/key", headers={"Authorization": f"Bearer {secret}"})

        assert secret not in shown.text
        assert data(shown)["label"] == "sk-o...6789"


def test_a_cleared_server_remembers_nothing(server, caller):
    made = data(caller.http.post("/byok", json={"provider": "openai", "key": SECRET}))
    answer = caller.result()

    server.clear()

    assert caller.http.get(f"/byok/{made['id']}").status_code == 404
    assert caller.http.get("/generation", params={"id": answer["id"]}).status_code == 404
    assert data(caller.http.get("/credits"))["total_usage"] == 0
