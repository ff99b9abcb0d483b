"""Which page follows which: decided without sending anything."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk.client import Pages
from openrouter_sdk.custom.engine import paging
from openrouter_sdk.custom.engine.paging import page_flow
from openrouter_sdk.errors import ResponseValidationError

OFFSET = Pages(style="offset", items="data", offset="offset", limit="limit", total="total", next="links.next")
BARE_OFFSET = Pages(style="offset", items="data", offset="offset", limit="limit")
CURSOR = Pages(style="cursor", items="data", cursor="after", limit="limit", next="meta.next")
LAST_ID = Pages(style="last_id", items="data", cursor="after_id", limit="limit", next="last_id", more="has_more")


class Shelf:
    """A server with so many items, in pages of at most `most`."""

    def __init__(self, pages: Pages, count: int, most: int) -> None:
        self.pages = pages
        self.items = [f"item-{number}" for number in range(count)]
        self.most = most
        self.asked = 0

    def page(self, query: dict[str, Any]) -> dict[str, Any]:
        self.asked += 1
        size = min(query.get("limit") or self.most, self.most)
        after = query.get(self.pages.cursor)
        begin = int(query.get("offset") or 0) if self.pages.style == "offset" else 0
        if after is not None:
            begin = self.items.index(after) + 1
        found, more = self.items[begin : begin + size], begin + size < len(self.items)
        last = found[-1] if found else None
        following = {"next": last if self.pages.style == "cursor" and more else None}
        whole = {"data": found, "total": len(self.items), "last_id": last, "has_more": more, "meta": following}
        return {**whole, "links": {"next": "https://api.example/next" if more else None}}


def walk(pages: Pages, query: dict[str, Any], server: Any) -> list[Any]:
    """All items that a server gives."""
    flow = page_flow(pages, query)
    found: list[Any] = []
    following: dict[str, Any] | None = next(flow)
    while following is not None:
        page = server(following)
        flow.send(page)
        found += page.get("data") or []
        following = next(flow, None)
    return found


every_style = pytest.mark.parametrize("pages", [OFFSET, BARE_OFFSET, CURSOR, LAST_ID], ids=lambda pages: pages.style)


@every_style
@given(count=st.integers(0, 40), most=st.integers(1, 12), limit=st.none() | st.integers(1, 20))
def test_every_item_comes_once_whatever_the_size_of_a_page(
    pages: Pages, count: int, most: int, limit: int | None
) -> None:
    shelf = Shelf(pages, count, most)

    assert walk(pages, {"limit": limit}, shelf.page) == shelf.items
    size = min(limit or most, most)
    ends_itself = pages is not BARE_OFFSET
    assert shelf.asked == max(1, -(-count // size)) + (0 if ends_itself or not count else 1)


@given(st.integers(0, 40), st.integers(1, 12), st.integers(0, 50))
def test_a_list_may_begin_later(count: int, most: int, offset: int) -> None:
    shelf = Shelf(OFFSET, count, most)

    assert walk(OFFSET, {"offset": offset}, shelf.page) == shelf.items[offset:]


def test_a_list_may_go_on_behind_an_item() -> None:
    shelf = Shelf(LAST_ID, 9, 2)

    assert walk(LAST_ID, {"after_id": "item-4"}, shelf.page) == shelf.items[5:]


@every_style
def test_other_parameters_go_along(pages: Pages) -> None:
    shelf, queries = Shelf(pages, 5, 2), list[dict[str, Any]]()

    def page(query: dict[str, Any]) -> dict[str, Any]:
        queries.append(query)
        return shelf.page(query)

    walk(pages, {"provider": "openai", "limit": 2}, page)

    assert len(queries) >= 3
    assert all(query["provider"] == "openai" and query["limit"] == 2 for query in queries)


@every_style
@given(circle=st.integers(1, 9), before=st.integers(0, 9))
def test_pages_that_go_in_a_circle_end_with_an_error(pages: Pages, circle: int, before: int) -> None:
    asked = 0

    def page(_: dict[str, Any]) -> dict[str, Any]:
        nonlocal asked
        number = asked if asked < before else before + (asked - before) % circle
        asked += 1
        told = {"last_id": f"id-{number}", "has_more": True, "meta": {"next": f"id-{number}"}}
        return {"data": [{"id": number}], "total": 10**9, "links": {"next": "more"}, **told}

    with pytest.raises(ResponseValidationError, match="the list does not go on"):
        walk(pages, {}, page)
    assert asked < 64


@every_style
def test_a_server_without_an_end_ends_with_an_error(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MAX_PAGES", 50)
    asked = 0

    def page(_: dict[str, Any]) -> dict[str, Any]:
        nonlocal asked
        asked += 1
        return {"data": [asked], "last_id": asked, "has_more": True, "meta": {"next": asked}, "links": {"next": "x"}}

    with pytest.raises(ResponseValidationError, match="more than 50 pages"):
        walk(pages, {}, page)
    assert asked == 50


@pytest.mark.parametrize("pages", [CURSOR, LAST_ID])
def test_a_cursor_that_stands_still_ends_with_an_error(pages: Pages) -> None:
    numbers = iter(range(100))

    def page(_: dict[str, Any]) -> dict[str, Any]:
        return {"data": [next(numbers)], "last_id": "same", "has_more": True, "meta": {"next": "same"}}

    with pytest.raises(ResponseValidationError, match="'same' comes again"):
        walk(pages, {}, page)
    assert next(numbers) == 2


@pytest.mark.parametrize("end", [None, "", "absent"])
def test_a_cursor_that_is_not_there_is_the_end(end: str | None) -> None:
    last = {"data": [2], "meta": {} if end == "absent" else {"next": end}}
    served = iter([{"data": [1], "meta": {"next": "a"}}, last])

    assert walk(CURSOR, {}, lambda _: next(served)) == [1, 2]


@every_style
@pytest.mark.parametrize("page", [{}, {"data": None}, {"data": 5}, {"data": []}, {"data": [], "links": 1, "meta": "x"}])
def test_a_page_without_items_or_with_strange_ones_is_the_end(pages: Pages, page: dict[str, Any]) -> None:
    flow = page_flow(pages, {})
    next(flow)
    flow.send(page)

    assert next(flow, None) is None


def test_an_offset_counts_what_has_come_not_what_was_asked_for() -> None:
    flow = page_flow(OFFSET, {"limit": 100, "offset": 7})

    assert next(flow) == {"limit": 100, "offset": 7}
    flow.send({"data": [1, 2, 3], "total": 50, "links": {"next": "x"}})
    assert next(flow) == {"limit": 100, "offset": 10}


def test_the_query_that_was_given_is_not_changed() -> None:
    given_query = {"limit": 1}
    flow = page_flow(OFFSET, given_query)
    next(flow)
    flow.send({"data": [1], "total": 5, "links": {"next": "x"}})
    next(flow)

    assert given_query == {"limit": 1}
