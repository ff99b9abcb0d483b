"""Vectors and ratings made of the words of a text. Alike texts get alike vectors, and nothing is random."""

from __future__ import annotations

import base64
import hashlib
import math
import re
import struct
from collections.abc import Mapping
from typing import Any

from .._answers.generation import DEFAULT_PROVIDER, Generation
from .._json import is_list, is_object

_DIMENSIONS = 64
_USD_PER_TOKEN = 2e-8
_USD_PER_SEARCH = 0.002
_DOCUMENTS_A_SEARCH = 100


def embeddings(body: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """The answer to a valid request for vectors."""
    bags = [_words_of(one) for one in _inputs(body["input"])]
    size = body.get("dimensions") or _DIMENSIONS
    packed = body.get("encoding_format") == "base64"
    tokens = sum(len(bag) for bag in bags)
    cost = round(tokens * _USD_PER_TOKEN, 12)
    return {
        "id": generation.id,
        "object": "list",
        "model": generation.model,
        "data": [
            {"object": "embedding", "index": index, "embedding": _packed(vector) if packed else vector}
            for index, vector in enumerate(_vector(bag, size) for bag in bags)
        ],
        "usage": {
            "prompt_tokens": tokens,
            "total_tokens": tokens,
            "prompt_tokens_details": {"text_tokens": tokens},
            "cost": cost,
            "is_byok": False,
        },
    }


def rerank(body: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """The answer to a valid request to order documents: the more words of the query, the better."""
    documents = [{"text": one} if isinstance(one, str) else one for one in body["documents"]]
    query = set(_words(body["query"]))
    rated = sorted(((-_score(query, document), index) for index, document in enumerate(documents)))
    best = [
        {"index": index, "relevance_score": -score, "document": documents[index]}
        for score, index in rated[: body.get("top_n")]
    ]
    searches = math.ceil(len(documents) / _DOCUMENTS_A_SEARCH)
    tokens = len(_words(body["query"])) + sum(len(_words(document.get("text") or "")) for document in documents)
    return {
        "id": generation.id,
        "model": generation.model,
        "provider": DEFAULT_PROVIDER,
        "results": best,
        "usage": {"search_units": searches, "total_tokens": tokens, "cost": round(searches * _USD_PER_SEARCH, 9)},
    }


def _inputs(given: Any) -> list[Any]:
    """One entry for each vector: a list of numbers is the tokens of one text."""
    if not is_list(given):
        return [given]
    return [given] if given and all(isinstance(one, int | float) for one in given) else given


def _words_of(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return _words(entry)
    if is_object(entry):
        return [word for part in entry["content"] for word in _part_words(part)]
    return [str(token) for token in entry]


def _part_words(part: Mapping[str, Any]) -> list[str]:
    if part["type"] == "text":
        return _words(part["text"])
    return [hashlib.sha256(repr(part.get(part["type"])).encode()).hexdigest()]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _vector(words: list[str], size: int) -> list[float]:
    """A vector of length 1: each word counts in one place."""
    counts = [0.0] * size
    for word in words or [""]:
        digest = hashlib.sha256(word.encode()).digest()
        counts[int.from_bytes(digest[:8], "big") % size] += 1.0 if digest[8] % 2 else -1.0
    length = math.sqrt(sum(count * count for count in counts)) or 1.0
    return [count / length for count in counts]


def _packed(vector: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _score(query: set[str], document: Mapping[str, Any]) -> float:
    shared = query & set(_words(document.get("text") or ""))
    return round(len(shared) / len(query), 6) if query else 0.0
