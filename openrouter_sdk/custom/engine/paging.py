"""Lists that come in pages: which page follows which, and iterators over all of them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Generator, Iterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from openrouter_sdk.client import Arguments, Operation, Pages

from ..errors import ResponseValidationError, as_list, is_object

if TYPE_CHECKING:
    from .caller import Engine

MAX_PAGES = 100_000
"""Pages of one list at most: a server that never comes to an end is at fault."""

Item = TypeVar("Item")
Page = TypeVar("Page")


def page_flow(pages: Pages, query: dict[str, Any]) -> Generator[dict[str, Any], Any, None]:
    """Yield the query of each page, be sent the page (a model, or a JSON object), and be resumed when it was delivered.

    Raises:
        ResponseValidationError: A page comes again, or there are too many.
    """
    sent, before, marked = dict(query), list[Any](), list[Any]()
    for number in range(1, MAX_PAGES + 1):
        page = yield sent
        items = as_list(_at(page, pages.items))
        if items and items in (before, marked):
            where = sent.get(pages.offset or pages.cursor)
            raise ResponseValidationError(f"the list does not go on: the page at {where!r} has come before")
        before = items
        if number & (number - 1) == 0:  # a power of two: any circle is found with one page kept (Brent)
            marked = items
        yield sent
        if pages.style == "offset":
            following: Any = _next_offset(pages, sent, page, items)
            name = pages.offset
        else:
            following = _at(page, pages.next) if not pages.more or _at(page, pages.more) else None
            name = pages.cursor
        if following is None or following == "":
            return
        if following == sent.get(name):
            raise ResponseValidationError(f"the list does not go on: {name}={following!r} comes again")
        sent = {**sent, name: following}
    raise ResponseValidationError(f"the list has more than {MAX_PAGES} pages")


def _next_offset(pages: Pages, sent: dict[str, Any], page: Any, items: list[Any]) -> int | None:
    """Where the next page begins; None behind the last one."""
    begin = int(sent.get(pages.offset) or 0) + len(items)
    if not items or (pages.next and _holds(page, pages.next) and _at(page, pages.next) is None):
        return None
    total = _at(page, pages.total) if pages.total else None
    if isinstance(total, int):
        return begin if begin < total else None
    return begin  # a short page is no proof of the end: a server may give fewer than it was asked for


def _at(page: Any, path: str) -> Any:
    """The value at a path such as `links.next`; None where there is none."""
    for name in path.split("."):
        page = page.get(name) if is_object(page) else getattr(page, name, None)
    return page


def _holds(page: Any, path: str) -> bool:
    """Whether the object that a path leads to is there, so that its last name tells something."""
    parent, _, _ = path.rpartition(".")
    return not parent or _at(page, parent) is not None


class _Listed(Generic[Item, Page]):
    """What the pagers of both colours have alike."""

    def __init__(self, operation: Operation, given: Arguments, engine: Engine) -> None:
        """Made by the method of a namespace."""
        assert operation.pages is not None, operation.name  # noqa: S101 - the template gives only such ones
        self._operation = operation
        self._pages = operation.pages
        # what was asked for beside the contract's parameters goes on from page to page as well
        query: dict[str, Any] = {**given.query, **(given.options["extra_query"] or {})}
        self._given = given.replace(query=query, options={**given.options, "extra_query": None})
        self._engine = engine

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._operation.name})"

    if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

        def __getattr__(self, name: str) -> Any:
            hint = "" if name.startswith("_") else "; it is iterated for its items, and pages() gives pages"
            told = f"{type(self).__name__!r} object has no attribute {name!r}{hint}"
            raise AttributeError(told, name=name, obj=self)

    def _flow(self) -> Generator[dict[str, Any], Any, None]:
        return page_flow(self._pages, self._given.query)

    def _asking(self, query: dict[str, Any]) -> Arguments:
        return self._given.replace(query=query)

    def _items(self, page: Any) -> list[Item]:
        return as_list(_at(page, self._pages.items))


class Pager(_Listed[Item, Page]):
    """All items of a list. Iterating asks for one page after the other; each iteration begins anew.

    Raises, while iterating:
        errors.ResponseValidationError: A page comes again.
        errors.OpenRouterError: As any call.
    """

    def pages(self) -> Iterator[Page]:
        """The pages, as the API gives them."""
        flow = self._flow()
        query: dict[str, Any] | None = next(flow)
        while query is not None:
            page = self._engine.call(self._operation, self._asking(query))
            flow.send(page)
            yield page
            query = next(flow, None)

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self._items(page)

    def first(self) -> Item | None:
        """The first item; None when the list is empty."""
        return next(iter(self), None)


class PagerAsync(_Listed[Item, Page]):
    """The same as `Pager`, for `async for`. Awaiting it gives the first page."""

    async def pages(self) -> AsyncGenerator[Page, None]:
        """The pages, as the API gives them."""
        flow = self._flow()
        query: dict[str, Any] | None = next(flow)
        while query is not None:
            page = await self._page(query)
            flow.send(page)
            yield page
            query = next(flow, None)

    async def __aiter__(self) -> AsyncIterator[Item]:
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for item in self._items(page):
                    yield item

    async def first(self) -> Item | None:
        """The first item; None when the list is empty."""
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for item in self._items(page):
                    return item
        return None

    def __await__(self) -> Generator[Any, Any, Page]:
        return self._page(self._given.query).__await__()

    def _page(self, query: dict[str, Any]) -> Awaitable[Any]:
        return self._engine.call_async(self._operation, self._asking(query))
