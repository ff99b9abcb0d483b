"""Calls of operations that only the copy's contract has; run there, and not with the tests of this checkout."""

from __future__ import annotations

import datetime
import inspect
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from tornado.httputil import HTTPFile, parse_multipart_form_data

from openrouter_sdk import OpenRouter, errors, testing
from tests.helpers.api import Api

THING = {"id": "a", "size": None, "new": [1]}


def called(api: Api, client: OpenRouter, name: str, /, *arguments: Any, **keywords: Any) -> Any:
    return api.operate(client, f"things.{name}", *arguments, **keywords)


def test_parameters_go_out_in_their_styles(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({"data": [], "total": 0}))

    called(
        api,
        client,
        "list",
        colour=["red", "light blue"],
        size=[1, 2],
        word=["a", "b"],
        bar=["c", "d"],
        filter={"owner": "me", "least": 3},
        new=False,
        day=datetime.date(2026, 1, 2),
        since=datetime.datetime(2026, 1, 2, 3, tzinfo=datetime.UTC),
        class_="best",
        x_count=7,
    )

    (sent,) = server.requests
    assert parse_qsl(sent.query) == [
        ("colour", "red"),
        ("colour", "light blue"),
        ("size", "1,2"),
        ("word", "a b"),
        ("bar", "c|d"),
        ("filter[owner]", "me"),
        ("filter[least]", "3"),
        ("new", "false"),
        ("day", "2026-01-02"),
        ("since", "2026-01-02T03:00:00+00:00"),
        ("class", "best"),
    ]
    assert sent.headers["x-count"] == "7"


@pytest.mark.parametrize(
    ("method", "name", "arguments", "keywords", "status"),
    [
        ("POST", "create", (), {"name": "n", "size": 1}, 201),
        ("PUT", "put", ("a b",), {"name": "n", "size": 1}, 200),
        ("PATCH", "patch", ("a b",), {"name": "n"}, 202),
    ],
)
def test_bodies_go_out_and_models_come_back(
    method: str,
    name: str,
    arguments: tuple[str, ...],
    keywords: dict[str, Any],
    status: int,
    api: Api,
    client: OpenRouter,
    server: testing.Server,
) -> None:
    server.enqueue(testing.answer(THING, status))

    found = called(api, client, name, *arguments, **keywords)

    (sent,) = server.requests
    assert (sent.method, sent.json) == (method, keywords)
    assert (type(found).__name__, found.to_dict(), found.http.status) == ("Thing", THING, status)


def test_a_required_field_that_may_be_null_goes_out_as_null(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.answer(THING, 201))

    called(api, client, "create", name="n", size=None)

    assert server.requests[0].json == {"size": None, "name": "n"}


@pytest.mark.parametrize(("name", "method", "status"), [("delete", "DELETE", 204), ("has", "HEAD", 200)])
def test_an_empty_answer_is_none(
    name: str, method: str, status: int, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.raw(status), testing.error(404))

    assert called(api, client, name, "a/b") is None
    with pytest.raises(errors.NotFoundResponseError):
        called(api, client, name, "a/b")
    assert [request.method for request in server.requests] == [method] * 2


def test_parameters_of_a_path_and_required_ones_come_first(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.answer(THING))

    assert called(api, client, "part", "a", 7, "inch").id == "a"

    assert (server.requests[0].path, server.requests[0].query) == ("/api/v1/things/a/parts/7", "unit=inch")


@pytest.mark.parametrize(
    ("name", "pages", "queries", "items"),
    [
        (
            "list",
            [{"data": [{"id": "a"}, {"id": "b"}], "total": 3}, {"data": [{"id": "c"}], "total": 3}],
            ["", "offset=2"],
            [{"id": "a"}, {"id": "b"}, {"id": "c"}],
        ),
        (
            "events",
            [{"page": {"entries": [{"id": "a"}], "next": "m"}}, {"page": {"entries": [{"id": "b"}], "next": None}}],
            ["", "after=m"],
            [{"id": "a"}, {"id": "b"}],
        ),
        (
            "names",
            [
                {"data": ["x"], "last_id": "x", "has_more": True},
                {"data": ["z"], "last_id": "z", "has_more": False},
            ],
            ["", "after_id=x"],
            ["x", "z"],
        ),
    ],
)
def test_lists_go_through_all_pages(
    name: str,
    pages: list[Any],
    queries: list[str],
    items: list[Any],
    api: Api,
    client: OpenRouter,
    server: testing.Server,
) -> None:
    server.enqueue(*map(testing.answer, pages))

    found = called(api, client, name)

    assert [item if isinstance(item, str) else item.to_dict() for item in found] == items
    assert [request.query for request in server.requests] == queries


def test_files_go_out_as_a_form(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer(THING, 201))

    called(api, client, "upload", file=("n.txt", b"\x00x", "text/plain"), pages=2, about={"owner": "me"})

    (sent,) = server.requests
    fields: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    kind, _, boundary = sent.headers["content-type"].partition("; boundary=")
    parse_multipart_form_data(boundary.encode(), sent.body, fields, files)
    assert kind == "multipart/form-data"
    assert files == {"file": [HTTPFile(filename="n.txt", body=b"\x00x", content_type="text/plain")]}
    assert {name: [json.loads(each) for each in values] for name, values in fields.items()} == {
        "pages": [2],
        "about": [{"owner": "me"}],
    }


EVENTS = b': wait\n\ndata: {"id": "a"}\n\nevent: thing\ndata: {"id": "b", "new": 1}\n\n'


def events(end: bytes) -> Any:
    return testing.raw(200, {"Content-Type": "text/event-stream"}, EVENTS + end)


def test_events_come_as_models(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(events(b"data: [DONE]\n\n"))

    with api.wrap(called(api, client, "watch")) as stream:
        found = list(stream)

    assert [event.to_dict() for event in found] == [{"id": "a"}, {"id": "b", "new": 1}]
    assert {type(event).__name__ for event in found} == {"Thing"}
    assert server.requests[0].headers["accept"] == "text/event-stream"


def test_a_stream_without_its_end_or_with_an_error_is_told(
    api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(events(b""), events(b'data: {"error": {"code": 402, "message": "Broke"}}\n\n'))

    for kind in (errors.StreamInterruptedError, errors.PaymentRequiredResponseError):
        stream = iter(api.wrap(called(api, client, "watch")))
        assert [next(stream).id, next(stream).id] == ["a", "b"]
        with pytest.raises(kind):
            next(stream)


@pytest.mark.parametrize("stream", [None, False])
def test_an_operation_that_may_stream_answers_whole_by_default(
    stream: bool | None, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(testing.answer({"data": [THING]}))

    assert called(api, client, "run", name="n", stream=stream).data[0].to_dict() == THING
    assert server.requests[0].headers["accept"] == "application/json"


def test_an_operation_that_may_stream_streams_when_asked(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(events(b""))

    with api.wrap(called(api, client, "run", name="n", stream=True)) as stream:
        assert [event.id for event in stream] == ["a", "b"]
    assert server.requests[0].json == {"name": "n", "stream": True}


def test_bytes_can_be_read_saved_or_gone_through(
    api: Api, client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    content = bytes(range(256)) * 1000
    server.enqueue(*[testing.raw(200, {"Content-Type": "image/png"}, content)] * 3)

    assert api.wait(called(api, client, "download", "a").read()) == content
    path = api.wait(called(api, client, "download", "a").save(tmp_path / "a.png"))
    assert path.read_bytes() == content
    assert b"".join(api.each(called(api, client, "download", "a"))) == content
    assert server.requests[0].path == "/api/v1/things/a/content"


def test_a_download_that_is_refused_raises_its_class(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.error(404, "No such thing"))

    with pytest.raises(errors.NotFoundResponseError, match="No such thing"):
        called(api, client, "download", "a")


def test_a_secret_deep_in_a_body_is_masked(api: Api, client: OpenRouter, server: testing.Server) -> None:
    word = "word of no known form"
    server.enqueue(testing.error(400, f"Bad word {word}"))

    with pytest.raises(errors.BadRequestResponseError) as caught:
        called(api, client, "create", name="n", size=1, secret={"word": word})
    assert server.requests[0].json["secret"] == {"word": word}
    assert word not in str(caught.value) + repr(vars(caught.value))


@pytest.mark.parametrize(
    "name",
    [
        "list",
        "create",
        "has",
        "put",
        "patch",
        "delete",
        "part",
        "events",
        "names",
        "upload",
        "download",
        "watch",
        "run",
    ],
)
def test_everything_is_documented(name: str) -> None:
    things: Any = vars(OpenRouter)["things"].__get__(None, OpenRouter)
    for method in (getattr(things, name), getattr(things, f"{name}_async")):
        text = inspect.getdoc(method) or ""
        named = [
            parameter
            for parameter in inspect.signature(method).parameters
            if parameter not in ("self", "misplaced", "unknown")
        ]
        assert [parameter for parameter in named if f"    {parameter}: " not in text] == []
    assert things.list_all is things.list
