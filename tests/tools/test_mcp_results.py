"""Results of MCP tools as the model reads them."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrouter_sdk.custom.mcp.results import tool_result
from tests.tools.mcp_answers import text

DEEP = "[" * 100_000
WIRE: list[tuple[dict[str, Any], Any]] = [
    ({"content": [text(DEEP)], "structuredContent": {"a": 1}}, DEEP + '\n{"a": 1}'),
    ({}, ""),
    ({"isError": True}, "Error: the tool failed"),
    ({"content": [text("7")], "structuredContent": {"result": 7}}, "7"),
    ({"content": [text("a"), text("b")], "structuredContent": {"result": ["a", "b"]}}, "a\nb"),
    ({"content": [text('{"a": 1}')], "structuredContent": {"a": 1}}, '{"a": 1}'),
    ({"content": [text("2 rows")], "structuredContent": {"rows": [1, 2]}}, '2 rows\n{"rows": [1, 2]}'),
    (
        {"content": [{"type": "resource_link", "uri": "file:///b", "name": "b", "mimeType": "text/csv", "size": 9}]},
        "Link 'b' file:///b (text/csv, 9 bytes)",
    ),
    (
        {"content": [{"type": "image", "data": "PHN2Zz4=", "mimeType": "image/svg+xml"}]},
        "[image: 6 bytes of image/svg+xml, which cannot be shown]",
    ),
    (
        {
            "content": [
                {"type": "resource", "resource": {"uri": "a.zip", "blob": "UEsD", "mimeType": "application/zip"}}
            ]
        },
        "Resource a.zip (application/zip)\n[a.zip: 3 bytes of application/zip, which cannot be shown]",
    ),
    ({"content": [{"type": "image", "data": "/etc/passwd", "mimeType": "image/png"}]}, None),
    ({"content": [{"type": "new_kind", "x": 1}]}, '{"type": "new_kind", "x": 1}'),
]


@pytest.mark.parametrize(("wire", "told"), WIRE)
def test_a_result_as_the_model_reads_it(wire: dict[str, Any], told: str | None) -> None:
    found = tool_result(wire)

    assert found.value == wire
    if told is None:
        assert str(found.content).endswith("cannot be shown]")
    else:
        assert found.content == told


def test_sound_and_documents_become_parts() -> None:
    wav = base64.b64encode(b"RIFF$\0\0\0WAVEfmt " + bytes(28)).decode()
    pdf = "JVBERi0xLjQK"
    blocks = [
        {"type": "audio", "data": wav, "mimeType": "audio/wav"},
        {"type": "resource", "resource": {"uri": "file:///a.pdf", "blob": pdf, "mimeType": "application/pdf"}},
    ]

    sound, about, document = tool_result({"content": blocks}).content

    assert sound == {"type": "input_audio", "input_audio": {"data": wav, "format": "wav"}}
    assert about == {"type": "text", "text": "Resource file:///a.pdf (application/pdf)"}
    assert document["type"] == "file"  # type: ignore[index]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
BLOCK = st.fixed_dictionaries(
    {"type": st.sampled_from(["text", "image", "audio", "resource", "resource_link", "other"])},
    optional={"text": JSON, "data": JSON, "mimeType": JSON, "uri": JSON, "resource": JSON, "size": JSON},
)


@settings(max_examples=40)
@given(content=JSON | st.lists(BLOCK, max_size=3), structured=JSON, is_error=JSON)
def test_any_result_can_be_told(content: Any, structured: Any, is_error: Any) -> None:
    found = tool_result({"content": content, "structuredContent": structured, "isError": is_error})

    assert isinstance(found.content, str) or all(part["type"] for part in found.content)
