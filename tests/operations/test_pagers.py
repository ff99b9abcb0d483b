"""Going through lists over sockets."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest

from openrouter_sdk import OpenRouter, Pager, PagerAsync, errors, models, testing
from tests.conftest import MakeClient
from tests.helpers.api import Api

COUNT = 5


@pytest.fixture
def keys(server: testing.Server) -> list[str]:
    """Ids of the provider keys that the server has, by one answer for each page."""
    ids = [f"key-{number}" for number in range(COUNT)]
    server.enqueue(*[lambda request: page_of(ids, request)] * 20, path="/byok")
    return ids


def page_of(ids: list[str], request: testing.Request) -> Any:
    query = {name: int(values[0]) for name, values in parse_qs(request.query).items() if values[0].isdigit()}
    begin, size = query.get("offset") or 0, query.get("limit") or 2
    return testing.answer({"data": [{"id": each} for each in ids[begin : begin + size]], "total_count": len(ids)})


def listed(api: Api, client: OpenRouter, **keywords: Any) -> Any:
    return api.method(client.byok, "list")(**keywords)


def ids(items: list[Any]) -> list[str]:
    return [item.id for item in items]


def test_iterating_goes_through_all_pages(
    api: Api, client: OpenRouter, server: testing.Server, keys: list[str]
) -> None:
    found = api.items(listed(api, client))

    assert ids(found) == keys
    assert {type(item) for item in found} == {models.BYOKKey}
    assert [request.query for request in server.requests] == ["", "offset=2", "offset=4"]


def test_nothing_is_asked_for_before_it_is_reached(
    api: Api, client: OpenRouter, server: testing.Server, keys: list[str]
) -> None:
    pager = listed(api, client)
    assert server.requests == []

    items = api.each(pager)
    assert [next(items).id, next(items).id] == keys[:2]
    assert len(server.requests) == 1
    assert next(items).id == keys[2]
    assert len(server.requests) == 2


def test_each_iteration_begins_anew(api: Api, client: OpenRouter, keys: list[str]) -> None:
    pager = listed(api, client)

    assert ids(api.items(pager)) == ids(api.items(pager)) == keys


def test_pages_are_the_answers_with_how_they_came(api: Api, client: OpenRouter, keys: list[str]) -> None:
    pages = api.items(listed(api, client, limit=3).pages())

    assert [ids(page.data) for page in pages] == [keys[:3], keys[3:]]
    assert {type(page) for page in pages} == {models.ListBYOKKeysResponse}
    assert [page.total_count for page in pages] == [COUNT, COUNT]
    assert [page.http.status for page in pages] == [200, 200]


def test_first_asks_for_one_page(api: Api, client: OpenRouter, server: testing.Server, keys: list[str]) -> None:
    assert api.wait(listed(api, client).first()).id == keys[0]
    assert len(server.requests) == 1


def test_first_of_nothing_is_none(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({"data": [], "total_count": 0}))

    assert api.wait(listed(api, client).first()) is None


def test_awaiting_gives_the_first_page(client: OpenRouter, api: Api, keys: list[str]) -> None:
    if api.colour == "sync":
        pytest.skip("await is for async code")

    assert ids(api.wait(client.byok.list_async(limit=3)).data) == keys[:3]


@pytest.mark.parametrize("name", ["data", "next"])
def test_what_only_a_page_has_is_told(name: str, client: OpenRouter, api: Api) -> None:
    with pytest.raises(AttributeError, match=rf"'{name}'; it is iterated for its items, and pages\(\) gives pages$"):
        getattr(listed(api, client), name)


def test_an_iteration_that_is_left_leaves_nothing_open(
    api: Api, make_client: MakeClient, server: testing.Server, keys: list[str]
) -> None:
    client = make_client()
    items = api.each(listed(api, client))
    assert next(items).id == keys[0]

    items.close()
    api.close(client)

    assert server.wait_connections(0)
    assert all(request.finished and not request.closed_early for request in server.requests)


@pytest.mark.parametrize("extra", [{"region": "eu"}, {"region": "eu", "offset": 1}])
def test_extra_parameters_go_along_and_may_say_where_to_begin(
    extra: dict[str, Any], api: Api, client: OpenRouter, server: testing.Server, keys: list[str]
) -> None:
    found = api.items(listed(api, client, extra_query=extra))

    assert ids(found) == keys[extra.get("offset", 0) :]
    assert all("region=eu" in request.query for request in server.requests)


def test_options_count_for_each_page(api: Api, client: OpenRouter, server: testing.Server) -> None:
    first = testing.answer({"data": [{"id": "a"}], "total_count": 2})
    server.enqueue(first, testing.error(503), testing.answer({"data": [{"id": "b"}], "total_count": 2}))

    pages = api.items(listed(api, client, retries=1, http_headers={"X-One": "1"}).pages())

    assert [page.http.attempts for page in pages] == [1, 2]
    assert [request.headers["x-one"] for request in server.requests] == ["1", "1", "1"]


def test_what_came_before_a_failure_is_delivered(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.answer({"data": [{"id": "a"}], "total_count": 2}), testing.error(403, "No more"))
    items = api.each(listed(api, client))

    assert next(items).id == "a"
    with pytest.raises(errors.ForbiddenResponseError, match="No more"):
        next(items)


def test_a_page_that_comes_again_is_an_error(api: Api, client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(*[testing.answer({"data": [{"id": "a"}], "total_count": 9})] * 9)
    items = api.each(listed(api, client))

    assert next(items).id == "a"
    with pytest.raises(errors.ResponseValidationError, match="does not go on"):
        next(items)
    assert len(server.requests) == 2


def test_bad_arguments_are_told_at_once(api: Api, client: OpenRouter, server: testing.Server) -> None:
    with pytest.raises(errors.ArgumentError, match="limit must be a finite number"):
        listed(api, client, limit=float("nan"))
    with pytest.raises(TypeError, match="'limti'; did you mean 'limit'"):
        listed(api, client, limti=1)
    assert server.requests == []


def test_a_pager_says_what_it_lists(api: Api, client: OpenRouter) -> None:
    pager = listed(api, client, workspace_id="w")

    assert isinstance(pager, Pager if api.colour == "sync" else PagerAsync)
    assert repr(pager) == f"{type(pager).__name__}(byok.list)"


def test_unknown_fields_of_a_page_and_its_items_are_kept(api: Api, client: OpenRouter, server: testing.Server) -> None:
    body = {"data": [{"id": "a", "new": {"x": 1}}], "total_count": 1, "more": [None]}
    server.enqueue(testing.answer(body))

    (page,) = api.items(listed(api, client).pages())

    assert json.loads(json.dumps(page.to_dict())) == body
