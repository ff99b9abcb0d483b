"""Messages as Markdown, for notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import as_list, as_object, is_object

_SHOWN_URLS = ("https://", "http://", "data:image/")
_SPEAKERS = {"user": "You", "assistant": "Model", "system": "System", "developer": "System", "tool": "Tool"}


def message_markdown(message: Mapping[str, Any]) -> str:
    """What a message says: its text, its images shown, its tool calls and other parts named."""
    pieces = [*_content(message.get("content")), *_images(message.get("images"))]
    for call in as_list(message.get("tool_calls")):
        function = as_object(as_object(call).get("function"))
        pieces.append(f"`{_line(function.get('name'))}({_line(function.get('arguments'))})`")
    audio = message.get("audio")
    if is_object(audio):
        pieces.append(str(audio.get("transcript") or "*(audio)*"))
    refusal = message.get("refusal")
    if isinstance(refusal, str) and refusal:
        pieces.append(f"*{refusal}*")
    return "\n\n".join(pieces)


def conversation_markdown(histories: Mapping[str, list[dict[str, Any]]]) -> str:
    """Who said what. Several models have a heading each."""
    sections: list[str] = []
    for model, messages in histories.items():
        said = [_said(message) for message in messages]
        heading = [f"### {model}"] if len(histories) > 1 else []
        sections.append("\n\n".join([*heading, *said]))
    return "\n\n".join(sections)


def _said(message: dict[str, Any]) -> str:
    role = message.get("role")
    return f"**{_SPEAKERS.get(str(role), str(role))}:**\n\n{message_markdown(message)}"


def _content(content: Any) -> Iterator[str]:
    if isinstance(content, str) and content:
        yield _closed(content)
    for part in as_list(content):
        if not is_object(part):
            continue
        kind = part.get("type")
        if isinstance(part.get("text"), str):
            yield _closed(part["text"])
        elif kind == "image_url":
            yield from _images([part])
        else:
            name = as_object(part.get("file")).get("filename")
            yield f"*({_line(name or kind)})*"


def _images(images: Any) -> Iterator[str]:
    for image in as_list(images):
        url = as_object(as_object(image).get("image_url")).get("url")
        if isinstance(url, str) and url.startswith(_SHOWN_URLS) and not set(url) & set(" \n<>"):
            yield f"![image](<{url}>)"
        else:
            yield "*(image)*"


def _closed(text: str) -> str:
    """The text with the end of a code block that lost its own, as when the answer was cut off: more is to follow."""
    fence = ""
    for line in text.splitlines():
        if found := re.match(r" {0,3}(`{3,}|~{3,})(.*)", line):
            if not fence and not (found[1][0] == "`" and "`" in found[2]):
                fence = found[1]
            elif fence and found[1].startswith(fence) and not found[2].strip():
                fence = ""
    return f"{text}\n{fence}" if fence else text


def _line(value: Any) -> str:
    return " ".join(str(value or "").replace("`", "'").split())
