"""Proxies of the environment, which are not for this machine."""

from __future__ import annotations

import pytest

from openrouter_sdk import OpenRouter, testing
from tests.helpers.api import Api


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_a_call_to_this_machine_goes_round_the_proxy(
    name: str, api: Api, server: testing.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")

    result = api.send(OpenRouter(server_url=server.url.replace("127.0.0.1", "localhost"), api_key="test"))

    assert result.text == "Tell me more"
