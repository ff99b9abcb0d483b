"""What a call of an MCP tool came to, as the model is told."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from openrouter_sdk.types import Model

from .. import content
from ..errors import ArgumentError, as_list, as_object, parse_json
from ..tools import ToolResult

Piece: TypeAlias = str | Model
"""Text, or a content part."""

_BUILDERS: dict[str, Callable[..., Model]] = {"image": content.image, "audio": content.audio, "video": content.video}


@dataclass(frozen=True, slots=True)
class McpProgress:
    """How far a call is; the `value` of a `ToolProgress` event."""

    progress: float
    """It grows."""
    total: float | None = None
    """What `progress` grows to, where the server knows."""
    message: str | None = None


def tool_result(wire: Mapping[str, Any]) -> ToolResult:
    """The result of a call for the model; its `value` is the JSON object that the server sent.

    Args:
        wire: The `CallToolResult`, as JSON.
    """
    blocks = [as_object(block) for block in as_list(wire.get("content"))]
    pieces = [piece for block in blocks for piece in _pieces(block)]
    structured = wire.get("structuredContent")
    if structured is not None and not _is_said(structured, [block.get("text") for block in blocks]):
        pieces.append(json.dumps(structured, ensure_ascii=False))
    if not wire.get("isError"):
        return ToolResult(_content(pieces), value=wire)
    if not any(isinstance(piece, str) for piece in pieces):
        pieces.insert(0, "the tool failed")
    first = next(index for index, piece in enumerate(pieces) if isinstance(piece, str))
    pieces[first] = f"Error: {pieces[first]}"
    return ToolResult(_content(pieces), "tool_error", value=wire)


def _content(pieces: list[Piece]) -> str | list[dict[str, Any]]:
    texts = [piece for piece in pieces if isinstance(piece, str)]
    if len(texts) == len(pieces):
        return "\n".join(texts)
    parts = (content.text(piece) if isinstance(piece, str) else piece for piece in pieces)
    return [part.to_dict() for part in parts]


def _pieces(block: dict[str, Any]) -> Iterator[Piece]:
    """A block of the result, as text and parts; a kind that nobody knows yet as its JSON."""
    match block.get("type"):
        case "text":
            yield str(block.get("text") or "")
        case "image" | "audio":
            yield _part(block.get("data"), block.get("mimeType"), str(block["type"]))
        case "resource":
            yield from _resource(as_object(block.get("resource")))
        case "resource_link":
            yield _described("Link", block)
        case _:
            yield json.dumps(block, ensure_ascii=False)


def _resource(resource: dict[str, Any]) -> Iterator[Piece]:
    yield _described("Resource", resource)
    if isinstance(resource.get("text"), str):
        yield resource["text"]
    elif "blob" in resource:
        yield _part(resource["blob"], resource.get("mimeType"), str(resource.get("uri")))


def _described(kind: str, about: Mapping[str, Any]) -> str:
    """One line: what it is called, where it is, of what type and how large it is, and what is said of it."""
    name = about.get("title") or about.get("name")
    size = f"{about['size']} bytes" if "size" in about else None
    traits = ", ".join(str(trait) for trait in (about.get("mimeType"), size) if trait)
    words = [kind, f"{name!r}" if name else "", str(about.get("uri") or ""), f"({traits})" if traits else ""]
    told = " ".join(word for word in words if word)
    description = about.get("description")
    return f"{told}: {description}" if description else told


def _part(data: Any, media_type: Any, name: str) -> Piece:
    """Bytes as the part that models take them in; in words where there is no such part."""
    kind = str(media_type or "application/octet-stream")
    try:
        # as bytes: of a text it would have to be told that it is no path
        found = base64.b64decode(data, validate=True)
        if kind == "application/pdf":
            return content.file(found, media_type=kind)
        if (build := _BUILDERS.get(kind.partition("/")[0])) is not None:
            return build(found)  # its bytes tell what it is, and whether models take it
    except (ArgumentError, TypeError, ValueError):
        pass  # broken, too large, or of a type that no model takes
    return f"[{name}: {len(str(data)) * 3 // 4} bytes of {kind}, which cannot be shown]"


def _is_said(structured: Any, texts: list[Any]) -> bool:
    """Whether texts of a result say what its structured content says.

    Servers that wrap a plain value in `result` write the value itself, or each of its items.
    """
    told = [parse_json(text, text) for text in texts if isinstance(text, str)]
    plain = as_object(structured)
    wanted = [structured, plain["result"]] if list(plain) == ["result"] else [structured]
    return any(value in told or value == told or str(value) in texts for value in wanted)
