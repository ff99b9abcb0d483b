"""Parsed calls of either colour, streamed or not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, testing
from openrouter_sdk.testing._answers import Reply
from tests.helpers.api import ASK, MODEL, Api, AsyncApi

STREAMED = pytest.mark.parametrize("streamed", [False, True])


def begin(api: Api, client: OpenRouter, response_format: Any, **arguments: Any) -> Any:
    """`chat.parse` or `parse_async`: the result, or a stream with sync-looking methods."""
    given = {"model": MODEL, "messages": ASK, "response_format": response_format, **arguments}
    chat: Any = client.chat
    result = api.run(chat.parse_async(**given)) if isinstance(api, AsyncApi) else chat.parse(**given)
    return api.wrap(result) if given.get("stream") else result


def parse(api: Api, client: OpenRouter, response_format: Any, *, streamed: bool = False, **arguments: Any) -> Any:
    """The result, of a plain call or of a stream read to its end."""
    result = begin(api, client, response_format, stream=streamed, **arguments)
    if not streamed:
        return result
    with result as stream:
        return stream.final()


def reply(value: Any, **options: Any) -> Reply:
    """An answer with this value as JSON."""
    return testing.reply(json.dumps(value), **options)
