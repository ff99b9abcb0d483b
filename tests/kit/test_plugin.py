"""The pytest plugin, in small projects of their own."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from openrouter_sdk import testing
from openrouter_sdk.testing.pytest_plugin import cassette_path

pytest_plugins = ("pytester",)

APPLICATION = """
import os
from openrouter_sdk import OpenRouter

def answer(question):
    with OpenRouter(retry_config=None) as client:
        return client.chat.send(model="maker/model", messages=[{"role": "user", "content": question}]).text
"""


@pytest.fixture
def project(pytester, monkeypatch):
    """Runs tests beside a small application, in this process."""
    monkeypatch.syspath_prepend(pytester.path)
    pytester.makepyfile(application=APPLICATION)

    def run(tests, *options):
        pytester.makepyfile(test_application=tests)
        return pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:randomly", *options)

    yield run
    sys.modules.pop("application", None)


def test_the_fixtures_reach_an_application(project):
    result = project(
        """
        import openai, os, pytest
        from application import answer

        def test_own_client(openrouter_env):
            openrouter_env.respond_to(contains="weather", answer="Sunny.")
            assert answer("The weather?") == "Sunny."
            openrouter_env.assert_sent(model="maker/model")

        def test_openai_client(openrouter_env):
            with openai.OpenAI() as client:
                messages = [{"role": "user", "content": "Hi"}]
                found = client.chat.completions.create(model="m", messages=messages)
            assert found.choices[0].message.content == "Hi"

        def test_each_test_has_its_server(openrouter_server, openrouter_client):
            assert openrouter_server.requests == []
            messages = [{"role": "user", "content": "Hi"}]
            assert openrouter_client.chat.send(model="m", messages=messages).text == "Hi"
            assert "OPENAI_BASE_URL" not in os.environ

        @pytest.mark.anyio
        async def test_async(openrouter_client):
            messages = [{"role": "user", "content": "Hi"}]
            async with await openrouter_client.chat.send_async(model="m", messages=messages, stream=True) as stream:
                assert [text async for text in stream.text_deltas()] == ["Hi"]

        @pytest.fixture
        def anyio_backend():
            return "asyncio"
        """
    )

    result.assert_outcomes(passed=4)


def test_what_did_not_go_as_prepared_is_an_error_of_a_test_that_passed(project):
    result = project(
        """
        import pytest
        from application import answer
        from openrouter_sdk import testing

        def test_left_over(openrouter_server):
            openrouter_server.enqueue(testing.reply("never"))

        def test_swallowed(openrouter_env):
            openrouter_env.respond_to(contains="weather", answer="Sunny.")
            answer("the weather")
            try:
                answer("the news")
            except Exception:
                pass

        @pytest.mark.openrouter(verify=False)
        def test_may_be_left_over(openrouter_server):
            openrouter_server.enqueue(testing.reply("never"))

        @pytest.mark.openrouter(strict=True, verify=False)
        def test_strict(openrouter_env):
            with pytest.raises(Exception, match="no rule answers"):
                answer("the news")
        """
    )

    result.assert_outcomes(passed=4, errors=2)
    result.stdout.fnmatch_lines_random(
        ["*1 scripted answer was not asked for", '*not expected, and refused: POST /chat/completions*"the news"*']
    )


def test_a_test_that_fails_shows_what_was_sent_and_no_key(project):
    result = project(
        """
        from application import answer

        def test_wrong(openrouter_env, monkeypatch):
            monkeypatch.setenv("OPENROUTER_API_KEY", "very-" + "secret")
            openrouter_env.respond_to(contains="never", answer="x")
            openrouter_env.respond_to(answer="Rainy.")
            assert answer("The weather?") == "Sunny."
        """
    )

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*Requests to the emulated OpenRouter*",
            '1. POST /chat/completions, model="maker/model", user: "The weather?"',
        ]
    )
    assert "very-secret" not in result.stdout.str()


def test_a_marker_with_a_wrong_option_is_told(project):
    result = project(
        """
        import pytest

        @pytest.mark.openrouter(stric=True)
        def test_it(openrouter_server):
            pass
        """
    )

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*@pytest.mark.openrouter takes*not*'stric'*"])


@pytest.mark.parametrize(
    ("test", "name"),
    [
        ("test_it", "test_it"),
        ("TestAll::test_it[one-2]", "TestAll-test_it-one-2"),
        ("test_it[a/b]", "test_it-a-b-306b0382"),
        ("test_it[a b]", "test_it-a-b-66b8cda3"),
        ("t" * 300, f"{'t' * 100}-0afa5eb0"),
    ],
)
def test_each_test_has_a_file_of_its_own_that_any_system_can_name(test, name):
    assert cassette_path(Path("tests/test_talk.py"), test) == Path(f"tests/cassettes/test_talk/{name}.json")


def test_the_plugin_costs_other_tests_nothing():
    code = (
        "import pytest, sys; before = {*sys.modules}; import openrouter_sdk.testing.pytest_plugin;"
        "print(sorted(name for name in {*sys.modules} - before if name.startswith(('openrouter_sdk.', 'httpx'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = ["custom", "custom._lazy", "testing", "testing._extra", "testing.pytest_plugin"]
    assert done.stdout.strip() == str([f"openrouter_sdk.{name}" for name in loaded])


CASSETTE_TESTS = """
    from application import answer

    class TestTalk:
        def test_hello(self, openrouter_cassette):
            assert answer("Hello?") == "Hello?"
"""


def test_a_cassette_is_recorded_once_and_replayed_ever_after(project, pytester, monkeypatch):
    with testing.serve() as real:
        monkeypatch.setenv("OPENROUTER_BASE_URL", real.url)
        monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-v1-very-secret-1234")
        first = project(CASSETTE_TESTS)
    second = project(CASSETTE_TESTS, "--openrouter-record=none")

    first.assert_outcomes(passed=1)
    second.assert_outcomes(passed=1)
    file = pytester.path / "cassettes" / "test_application" / "TestTalk-test_hello.json"
    assert "very-secret" not in file.read_text(encoding="utf-8")
    assert real.requests.last.headers["authorization"] == "Bearer sk-or-v1-very-secret-1234"


def test_a_request_that_the_cassette_does_not_hold_is_an_error(project):
    with testing.serve() as real, testing.environment(real):
        project(CASSETTE_TESTS)
    changed = CASSETTE_TESTS.replace('assert answer("Hello?") == "Hello?"', 'answer("Good bye?")')

    result = project(f"import pytest\n{textwrap.dedent(changed)}", "--openrouter-record=none")

    result.assert_outcomes(failed=1, errors=1)
    result.stdout.fnmatch_lines(['*messages?0?.content: "Good bye?" is not "Hello?"*'])
