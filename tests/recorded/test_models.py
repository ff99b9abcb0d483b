"""Everything recorded goes through the models and comes back as it was."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

from openrouter_sdk import models
from tests.generated.json_objects import same
from tests.generated.test_copies import pickled
from tests.generated.walking import places
from tests.recorded.exchanges import ALL, ANSWERS, FAILURES, FOLDER, STREAMS, Exchange, needed

pytestmark = needed


def read(exchange: Exchange) -> list[tuple[Any, dict[str, Any]]]:
    """The models of a recorded body, each with the JSON object it was read from."""
    if exchange.kind == "sse":
        return [(models.ChatStreamChunk.from_dict(frame), frame) for frame in exchange.frames]
    if exchange.kind != "json":
        return []
    body = json.loads(exchange.body)
    if exchange.status != 200:
        return [(models.ErrorResponse.from_dict(body), body)]
    return [(models.ChatResult.from_dict(body), body)]


def test_every_listed_exchange_is_replayed() -> None:
    head, *rows = (FOLDER / "INDEX.tsv").read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    listed = [dict(zip(columns, row.split("\t"), strict=True)) for row in rows]

    assert [(f"{each.name}.json", each.kind) for each in ALL] == [(row["file"], row["kind"]) for row in listed]
    assert len(STREAMS) + len(ANSWERS) + len(FAILURES) == len(listed) == len(ALL)
    assert [each.name for each in ALL if not read(each) and each.kind != "other"] == []


@pytest.mark.parametrize("exchange", ALL, ids=str)
def test_a_recorded_body_comes_back_and_so_does_its_request(exchange: Exchange) -> None:
    for model, given in read(exchange):
        assert same(model.to_dict(), given)
        assert same(pickled(model).to_dict(), given)
        assert same(attrs.evolve(model).to_dict(), given)
    if isinstance(exchange.request, dict):
        assert same(models.ChatRequest.from_dict(exchange.request).to_dict(), exchange.request)


def test_the_models_know_every_kind_that_was_recorded() -> None:
    inside = [place for each in ALL for model, _ in read(each) for place in places(model)]

    assert [place.path for place in inside if isinstance(place.holds, models.UnknownModel)] == []
