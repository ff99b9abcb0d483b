"""Media arrive at the server, and from it, byte by byte."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, content, testing
from openrouter_sdk.custom.content.data_url import encode_base64, make_data_url
from tests.helpers.api import Api

from . import samples


def payload(text: str) -> bytes:
    """The bytes of a data URL or of base64, read by the standard library."""
    return base64.b64decode(text.rpartition(",")[2], validate=True)


def test_everything_arrives_as_it_was(api: Api, client: OpenRouter, server: testing.Server, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(samples.PDF)
    parts: list[Any] = [
        content.text("Compare", cache_control="1h"),
        content.image(samples.JPEG, detail="low"),
        content.file(tmp_path / "paper.pdf"),
        content.audio(samples.MP3_WITH_TAG, cache_control=True),
        content.video(samples.WEBM),
    ]

    api.send(client, messages=[{"role": "user", "content": parts}])

    sent = server.requests[-1].json["messages"][0]["content"]
    assert sent[0] == {"type": "text", "text": "Compare", "cache_control": {"type": "ephemeral", "ttl": "1h"}}
    assert payload(sent[1]["image_url"]["url"]) == samples.JPEG
    assert payload(sent[2]["file"]["file_data"]) == samples.PDF
    assert sent[2]["file"]["filename"] == "paper.pdf"
    assert payload(sent[3]["input_audio"]["data"]) == samples.MP3_WITH_TAG
    assert sent[3]["input_audio"]["data"] == encode_base64(samples.MP3_WITH_TAG)
    assert sent[3]["input_audio"]["format"] == "mp3"
    assert payload(sent[4]["video_url"]["url"]) == samples.WEBM


def test_every_byte_survives(api: Api, client: OpenRouter, server: testing.Server) -> None:
    data = samples.PNG + bytes(range(256)) * 4096

    api.send(client, messages=[{"role": "user", "content": content.parts([data, "What is this?"])}])

    picture, text = server.requests[-1].json["messages"][0]["content"]
    assert payload(picture["image_url"]["url"]) == data
    assert text == {"type": "text", "text": "What is this?"}


@pytest.mark.parametrize("streamed", [False, True])
def test_pictures_come_back_once(api: Api, client: OpenRouter, server: testing.Server, streamed: bool) -> None:
    server.enqueue(testing.reply("Here", images=[make_data_url("image/webp", samples.WEBP)] * 2))

    result = api.answer(client, streamed=streamed, modalities=["text", "image"])

    assert [image.bytes for image in result.images] == [samples.WEBP]
    assert result.audio is None


@pytest.mark.parametrize("streamed", [False, True])
def test_sound_comes_back_whole(api: Api, client: OpenRouter, server: testing.Server, streamed: bool) -> None:
    data = samples.WAV + bytes(range(256)) * 100
    server.enqueue(testing.reply(None, audio={"id": "a", "data": encode_base64(data), "transcript": "Hello there"}))

    result = api.answer(client, streamed=streamed, modalities=["text", "audio"])

    assert result.audio is not None
    assert (result.audio.bytes, result.audio.transcript) == (data, "Hello there")


def test_pictures_in_a_delta_and_in_the_final_message_are_one(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    image = {"type": "image_url", "image_url": {"url": make_data_url("image/png", samples.PNG)}}
    chunks = [
        {"choices": [{"index": 0, "delta": {"images": [image]}, "finish_reason": None}]},
        {"choices": [{"index": 0, "delta": {"content": ""}, "message": {"role": "assistant", "images": [image]},
                      "finish_reason": "stop"}]},
    ]  # fmt: skip
    server.enqueue(testing.raw(200, {"content-type": "text/event-stream"}, events(chunks)))

    result = api.answer(client, streamed=True)

    assert [image.bytes for image in result.images] == [samples.PNG]


def events(chunks: list[dict[str, Any]]) -> bytes:
    frame = {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    lines = [f"data: {json.dumps({**frame, **chunk})}\n\n" for chunk in chunks]
    return "".join([*lines, "data: [DONE]\n\n"]).encode()
