"""`openrouter key`, `credits`, `generation` and `serve`."""

from __future__ import annotations

import json
import signal
import sys
import threading
from typing import Any, Self

import pytest

from openrouter_sdk import OpenRouter, testing
from tests.cli.typing_at import KEY, run


def test_the_key_is_described_and_never_shown(server: testing.Server) -> None:
    run("chat", "Hi")

    shown, told = run("key"), run("key", "--json")

    assert shown.code == 0
    assert KEY not in shown.out + told.out
    assert "limit                      none\n" in shown.out
    assert "spent                      $0.000" in shown.out
    assert json.loads(told.out)["is_management_key"] is False


def test_a_key_with_a_limit_says_what_is_left_of_it(server: testing.Server) -> None:
    data = {
        "label": "sk-or-v1-0...def", "limit": 10, "limit_remaining": 2.5, "limit_reset": "monthly", "usage": 7.5,
        "usage_daily": 0, "usage_weekly": 7.5, "usage_monthly": 7.5, "byok_usage": 3, "include_byok_in_limit": False,
        "is_management_key": True, "is_free_tier": True, "expires_at": "2027-01-01T00:00:00Z", "budgets": [],
    }  # fmt: skip
    server.enqueue(testing.answer({"data": data}))

    assert run("key").out.splitlines() == [
        "key            sk-or-v1-0...def, a management key, which asks no models, free tier",
        "limit          $10.00 monthly",
        "left of it     $2.50",
        "spent          $7.50 in all, $0.00 today, $7.50 this week, $7.50 this month",
        "with own keys  $3.00 in all, which does not count toward the limit",
        "expires at     2027-01-01T00:00:00Z",
    ]


def test_credits_say_what_is_left(server: testing.Server) -> None:
    server.enqueue(*[testing.answer({"data": {"total_credits": 20, "total_usage": 4.5}})] * 2)

    assert run("credits").out == "bought  $20.00\nused    $4.50\nleft    $15.50\n"
    assert json.loads(run("credits", "--json").out) == {"total_credits": 20, "total_usage": 4.5}


def test_small_amounts_are_not_shown_as_nothing(server: testing.Server) -> None:
    server.enqueue(testing.answer({"data": {"total_credits": 0.0000004, "total_usage": 0.00000003}}))

    assert run("credits").out == "bought  $0.00000040\nused    $0.000000030\nleft    $0.00000037\n"


def test_a_generation_is_looked_up(server: testing.Server) -> None:
    with OpenRouter() as client:
        made = client.chat.send(model="openai/gpt-4o", messages=[{"role": "user", "content": "Hi"}]).id

    shown = run("generation", str(made)).out

    assert f"  {made}\n" in shown
    assert "None" not in shown
    assert json.loads(run("generation", "--json", str(made)).out)["id"] == made


def test_a_generation_that_is_not_there_yet_may_be_waited_for() -> None:
    with testing.serve(generation_lag=1) as server, pytest.MonkeyPatch.context() as environment:
        environment.setenv("OPENROUTER_API_KEY", "test")
        with OpenRouter(server_url=server.url) as client:
            made = client.chat.send(model="a/b", messages=[{"role": "user", "content": "Hi"}]).id

        missing = run("generation", "--server-url", server.url, "gen-nothing")
        found = run("generation", "--server-url", server.url, "--wait", "30", str(made))

    assert missing.code == 1
    assert "an answer is there some seconds after it was given: --wait 30" in missing.err
    assert found.code == 0


@pytest.fixture
def _signals() -> Any:
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals")
def test_serve_says_what_to_export_and_ends_well(monkeypatch: pytest.MonkeyPatch) -> None:
    waits, reader = threading.Event.wait, threading.current_thread()

    def interrupted(event: threading.Event, timeout: float | None = None) -> bool:
        if threading.current_thread() is reader:  # others wait too, such as the one that tqdm leaves behind
            raise KeyboardInterrupt
        return waits(event, timeout)

    monkeypatch.setattr(threading.Event, "wait", interrupted)
    monkeypatch.setattr(testing, "serve", lambda **_: Served())

    ended = run("serve", "--port", "0")

    assert (ended.code, ended.out) == (0, "OPENROUTER_BASE_URL=http://127.0.0.1:9/api/v1\nOPENROUTER_API_KEY=test\n")


class Served:
    """Stands for a server: waiting for a real one would be interrupted too."""

    url = "http://127.0.0.1:9/api/v1"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.mark.usefixtures("_signals")
def test_serve_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    ended = run("serve")

    assert (ended.code, "openrouter-sdk[testing]" in ended.err) == (2, True)


@pytest.mark.usefixtures("_signals")
def test_serve_listens_on_loopback_alone() -> None:
    ended = run("serve", "--host", "192.0.2.1")

    assert ended.code == 2
    assert "loopback" in ended.err
