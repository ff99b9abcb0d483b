"""When a cassette records and when it replays, and which of its answers a request gets."""

from __future__ import annotations

import pytest

from openrouter_sdk import OpenRouter, errors, testing
from openrouter_sdk.testing._cassettes.exchange import load
from tests.helpers.eventual import Eventual
from tests.kit.conftest import KEY, post

openai = Eventual("openai")
ASK = [{"role": "user", "content": "one two three"}]


class TestModes:
    def test_once_records_and_then_replays(self, record, real):
        for _ in range(2):
            with record() as tape:
                post(tape)

        assert len(real.requests) == 1

    def test_new_adds_what_is_missing(self, record, real, path):
        with record(mode="new") as tape:
            post(tape, {"model": "one"})
        with record(mode="new") as tape:
            post(tape, {"model": "one"})
            post(tape, {"model": "two"})
            answered_by = [request.answered_by for request in tape.requests]

        assert answered_by == ["cassette", "upstream"]
        assert [one.request["json"]["model"] for one in load(path)] == ["one", "two"]
        assert [request.model for request in real.requests] == ["one", "two"]

    def test_all_records_again(self, record, path):
        for model in ("one", "two"):
            with record(mode="all") as tape:
                post(tape, {"model": model})

        assert [one.request["json"]["model"] for one in load(path)] == ["two"]

    def test_none_never_records(self, record, real):
        with pytest.raises(testing.CassetteError, match=r"no cassette .*talk\.json: record it first"):
            record(mode="none")
        assert real.requests == []

    def test_there_are_no_others(self, record):
        with pytest.raises(ValueError, match="once, none, new, all"):
            record(mode="twice")

    def test_the_key_of_the_environment_is_kept_for_recording_only(self, record, monkeypatch):
        monkeypatch.setenv("OPENROUTER_API_KEY", KEY)
        for expected in (f"Bearer {KEY}", "Bearer test"):
            with record() as tape, testing.environment(tape):
                with OpenRouter() as client, openai.OpenAI() as other:
                    client.chat.send(model="m", messages=ASK)
                    other.chat.completions.create(model="n", messages=ASK)
                assert [request.headers["authorization"] for request in tape.requests] == [expected, expected]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    path = tmp_path_factory.mktemp("cassettes") / "talk.json"
    with testing.serve() as real, testing.record(path, upstream=real.url) as tape:
        post(tape, {"temperature": 0.5, "messages": [{"role": "user", "content": "Say  it\n"}]})
        post(tape, {"model": "other"})
    return path


class TestMatching:
    def test_strict_tells_the_nearest_and_where_it_differs(self, recorded):
        with pytest.raises(testing.CassetteError) as caught, testing.replay(recorded) as tape:
            told = post(tape, {"temperature": 0.7, "messages": [{"role": "user", "content": "Say  it\n"}]})

        assert told.status_code == 404
        assert told.json()["error"]["message"] == str(caught.value)
        asked, nearest, _, difference = str(caught.value).splitlines()
        assert asked == 'talk.json holds no answer to POST /chat/completions, model="m", user: "Say  it\\n"'
        assert nearest.startswith("The nearest of 2 is number 1, POST /chat/completions")
        assert difference == "  - temperature: 0.7 is not 0.5"

    def test_strict_answers_as_often_as_was_recorded(self, recorded):
        with (
            pytest.raises(testing.CassetteError, match="recorded 1 time, and sent once more"),
            testing.replay(recorded) as tape,
        ):
            assert [post(tape, {"model": "other"}).status_code for _ in range(2)] == [200, 404]

    def test_the_order_of_requests_and_of_members_does_not_count(self, recorded):
        with testing.replay(recorded) as tape:
            post(tape, {"model": "other"})
            post(tape, json={"temperature": 0.5, "messages": [{"content": "Say  it\n", "role": "user"}], "model": "m"})
            tape.verify()

    def test_loose_looks_at_what_was_asked(self, recorded):
        with testing.replay(recorded, match="loose") as tape:
            answers = [
                post(tape, {"temperature": 1, "messages": [{"role": "user", "content": "Say it"}]}) for _ in range(3)
            ]

        assert [answer.status_code for answer in answers] == [200, 200, 200]

    @pytest.mark.parametrize("body", [{"model": "third"}, {"model": "other", "stream": True}])
    def test_loose_is_not_blind(self, recorded, body):
        with pytest.raises(testing.CassetteError), testing.replay(recorded, match="loose") as tape:
            post(tape, body)

    def test_a_function_decides(self, recorded):
        with testing.replay(recorded, match=lambda sent, kept: sent.model == kept.model) as tape:
            assert post(tape, {"temperature": 1}).status_code == 200

    def test_a_request_that_was_swallowed_does_not_hide_another_failure(self, recorded):
        with pytest.raises(KeyError), testing.replay(recorded) as tape:
            _ = post(tape, {"model": "third"}).json()["choices"]

    def test_what_was_not_asked_for_is_told_by_verify(self, recorded):
        with testing.replay(recorded) as tape:
            post(tape, {"model": "other"})
            assert tape.unused == 1
            with pytest.raises(AssertionError, match=r'not asked for: POST /chat/completions, model="m"'):
                tape.verify()

    def test_rules_come_before_the_cassette(self, recorded):
        with testing.replay(recorded) as tape:
            tape.respond_to(model="third", answer=testing.error(503))
            assert [post(tape, {"model": model}).status_code for model in ("other", "third")] == [200, 503]

    @pytest.mark.parametrize("options", [{"match": "exact"}, {"speed": -1}])
    def test_options_that_make_no_sense_are_refused(self, recorded, options):
        with pytest.raises(ValueError, match="must"):
            testing.replay(recorded, **options)

    def test_the_sdk_raises_what_it_is_told_without_another_try(self, recorded):
        with (
            pytest.raises(testing.CassetteError),
            testing.replay(recorded) as tape,
            OpenRouter(server_url=tape.url, api_key="test") as client,
            pytest.raises(errors.NotFoundResponseError, match=r"talk\.json holds no answer") as caught,
        ):
            client.chat.send(model="third", messages=ASK)

        assert caught.value.attempts == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no cassette"),
        ("[]", "lacks"),
        ('{"format": "openrouter-sdk cassette", "version": 2, "exchanges": []}', "version 2"),
        ('{"format": "openrouter-sdk cassette", "version": 1, "exchanges": [{}]}', "lacks 'request'"),
        ('{"format": "openrouter-sdk cassette", "version": 1, "exchanges": [7]}', "is no cassette"),
    ],
)
def test_a_file_that_is_no_cassette_is_told(tmp_path, content, message):
    file = tmp_path / "wrong.json"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(testing.CassetteError, match=message):
        testing.replay(file)
