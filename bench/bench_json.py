"""Whether orjson or msgspec would pay: speed against the standard library, and where their results differ.

Needs `orjson` and `msgspec` beside the development set. Prints tables; asserts nothing. With OPENROUTER_RECORDED set to
the folder of recorded exchanges, these are compared too. Run with the checkout on the path.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import orjson

from bench import canned
from bench.cases import MODEL
from bench.harness import Row, compare
from bench.run import line
from openrouter_sdk import models
from openrouter_sdk.custom.engine import encode as _encode
from openrouter_sdk.custom.errors.http_info import HttpInfo
from openrouter_sdk.custom.stream import chunks as _chunks
from openrouter_sdk.custom.stream.chunks import ChunkReader

CHUNKS = 2000
STANDARD: Callable[[str], tuple[Any, int]] = json.JSONDecoder().raw_decode
DECODERS: dict[str, Callable[[str], Any]] = {"orjson": orjson.loads, "msgspec": msgspec.json.Decoder().decode}
PLAIN: Callable[[Any], Any] = _encode._plain  # noqa: SLF001 - what the body is encoded with
ENCODERS: dict[str, Callable[[Any], bytes]] = {
    "orjson": lambda body: orjson.dumps(body, default=PLAIN),
    "msgspec": msgspec.json.Encoder(enc_hook=PLAIN).encode,
}
TURNS = [{"role": role, "content": "Some words of a conversation. " * 10} for role in ("user", "assistant")]
BODY = {"model": MODEL, "messages": TURNS * 5, "stream": True, "temperature": 0.5}
TEXTS = {
    "integer of 64 bits": str(2**64 - 1),
    "integer of 65 bits": str(2**64),
    "negative integer of 65 bits": str(-(2**64)),
    "integer of 400 digits": "1" + "0" * 400,
    "integer of 5,000 digits": "1" * 5000,
    "float": "0.1000000000000000055511151231257827",
    "float beyond range": "1e400",
    "minus zero": "[-0, -0.0]",
    "NaN": "NaN",
    "Infinity": "[-Infinity, Infinity]",
    "lone surrogate": r'"\ud83d"',
    "lone low surrogate": r'"a\udc00b"',
    "surrogate pair": r'"\ud83d\ude00"',
    "half a pair, raw": '"\ud83d"',
    "NUL in text": r'"\u0000"',
    "duplicate keys": '{"a": 1, "b": 2, "a": 3}',
    "duplicate error": '{"choices": [1], "error": {"code": 1}, "error": null}',
    "byte order mark": "\ufeff{}",
    "no-break space behind": "{}\u00a0",
    "trailing text": "{} x",
    "control character in text": '"a\nb"',
    "500 deep": "[" * 500 + "]" * 500,
    "1,100 deep": "[" * 1100 + "]" * 1100,
    "empty": "",
}


class Text(str):
    """A str of one's own."""

    __slots__ = ()


VALUES: dict[str, Any] = {
    "integer of 65 bits": 2**64,
    "integer of 400 digits": 10**400,
    "NaN": float("nan"),
    "infinity": float("inf"),
    "float": [0.1, 1e16, 1e-7, 1.0, 1e22, -0.0],
    "lone surrogate": "\ud83d",
    "two halves of a character": "\ud83d\ude00",
    "number as a key": {1: 2},
    "True and None as keys": {True: 1, None: 2},
    "tuple": (1, 2),
    "str of one's own": Text("x"),
    "set": {1},
    "bytes": b"x",
    "datetime": datetime(2026, 1, 1, tzinfo=UTC),
    "model": models.ChatUserMessage(content="Hi"),
    "control characters": "\x00\x1f\x7f\u2028/",
    "300 deep": json.loads("[" * 300 + "]" * 300),
}


def decoding() -> Iterator[Row]:
    """One chunk, text to dict."""
    text = json.dumps(canned.CHUNK, separators=(",", ":"))
    for name, decode in DECODERS.items():
        yield compare(
            f"{name}: decoding a chunk",
            "standard library",
            None,
            lambda decode=decode: decode(text),
            lambda: STANDARD(text),
            number=20_000,
        )


def encoding() -> Iterator[Row]:
    """One body of ten messages, dict to bytes."""
    for name, encode in ENCODERS.items():
        yield compare(
            f"{name}: encoding a body of 3 KB",
            "standard library",
            None,
            lambda encode=encode: encode(BODY),
            lambda: _encode.encode_body(BODY),
            number=5_000,
        )


def whole() -> Iterator[Row]:
    """Everything a chunk costs once its bytes are read: event, judgement, model."""
    body = b"".join(canned.stream_events(CHUNKS))
    reads = [body[at : at + 65536] for at in range(0, len(body), 65536)]
    for name, decode in DECODERS.items():
        yield compare(
            f"{name}: a chunk, bytes to model",
            "standard library",
            None,
            lambda decode=decode: _read(reads, lambda text: (decode(text), len(text))),
            lambda: _read(reads, STANDARD),
            number=5,
            per=CHUNKS,
        )


def _read(reads: list[bytes], decode: Callable[[str], tuple[Any, int]]) -> None:
    _chunks._raw_decode = decode  # noqa: SLF001 - the place where another decoder would go
    reader, read = ChunkReader(HttpInfo(200)), models.ChatStreamChunk.from_dict
    for data in reads:
        for chunk in reader.feed(data):
            choice = read(chunk).choices[0]
            _ = choice.delta.content, choice.finish_reason


def outcome(function: Callable[..., Any], *arguments: Any) -> str:
    """What a function gives, types and order of keys included, or the kind of its error."""
    try:
        return repr(function(*arguments))
    except (ValueError, TypeError, RecursionError) as error:
        kind = next(kind for kind in (ValueError, TypeError, RecursionError) if isinstance(error, kind))
        return f"refused ({kind.__name__})"


def differences(title: str, cases: dict[str, Any], standard: Callable[..., Any], others: dict[str, Any]) -> None:
    """Print where the others do something else than the standard library."""
    for case, value in cases.items():
        expected = outcome(standard, value)
        for name, function in others.items():
            actual = outcome(function, value)
            if actual != expected:
                print(f"{title} {case:28} {name:8} {actual[:50]:52} standard: {expected[:50]}")


def recorded() -> tuple[dict[str, str], dict[str, Any]]:
    """The answers' JSON texts and the requests of the recorded exchanges."""
    folder = Path(os.environ.get("OPENROUTER_RECORDED", "none"))
    texts, requests = {}, {}
    for path in sorted(folder.glob("*.json")):
        exchange = json.loads(path.read_text(encoding="utf-8"))
        requests[path.stem] = exchange.get("request")
        body = exchange.get("body")
        pieces = body.splitlines() if exchange.get("body_kind") == "sse" else [body]
        for number, piece in enumerate(pieces):
            texts[f"{path.stem}:{number}"] = piece if isinstance(piece, str) else json.dumps(piece)
    return {key: text.removeprefix("data: ") for key, text in texts.items() if text}, requests


def main() -> None:
    """Measure and compare."""
    for rows in (decoding, encoding, whole):
        for row in rows():
            print(line(row), flush=True)
    differences("decode", TEXTS, json.loads, DECODERS)
    differences("encode", VALUES, _encode.encode_body, ENCODERS)
    texts, requests = recorded()
    print(f"recorded: {len(texts)} texts, {len(requests)} requests; what differs:")
    differences("decode", texts, json.loads, DECODERS)
    differences("encode", requests, _encode.encode_body, ENCODERS)


if __name__ == "__main__":
    main()
