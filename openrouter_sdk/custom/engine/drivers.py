"""The two drivers, sync and async: the only place that sends and sleeps. The flow that they drive decides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from ..errors import OpenRouterError
from ..http import AsyncClient, AsyncResponse, Client, Fault, Response
from ..retry import Attempt
from .sending import Answer, Exchange, Sending


def drive(exchange: Exchange, client: Client, attempt: Attempt, sleep: Callable[[float], None]) -> Answer:
    """Send until the flow is content: the answer, or for a streamed call the open response."""
    while True:
        try:
            if attempt.delay_s:
                sleep(attempt.delay_s)
            return _send(exchange, client, attempt.number)
        except OpenRouterError as error:
            failure = error
        attempt = exchange.flow.send(failure)


def _send(exchange: Exchange, client: Client, number: int) -> Answer:
    """One request: the answer, the open stream, or the error it failed with. Nothing else is left open."""
    sending = Sending(exchange, client, number)
    response: Response | None = None
    try:
        response = client.send(sending.request)
        while sending.redirected(response):
            response.close()
            response = None
            response = client.send(sending.request)
        opened = sending.opened(response)
        return sending.answer(response, response.read_all(sending.most(response))) if opened is None else opened
    except Fault as error:
        raise sending.failure(error, response) from error.__cause__
    except OpenRouterError as error:
        raise sending.told(error, response) from error.__cause__
    finally:
        if response is not None and not sending.left_open:
            response.close()


async def drive_async(
    exchange: Exchange, client: AsyncClient, attempt: Attempt, sleep: Callable[[float], Awaitable[None]]
) -> Answer:
    """The same for async."""
    while True:
        try:
            if attempt.delay_s:
                await sleep(attempt.delay_s)
            return await _send_async(exchange, client, attempt.number)
        except OpenRouterError as error:
            failure = error
        attempt = exchange.flow.send(failure)


async def _send_async(exchange: Exchange, client: AsyncClient, number: int) -> Answer:
    """The same for async."""
    sending = Sending(exchange, client, number)
    response: AsyncResponse | None = None
    try:
        response = await client.send(sending.request)
        while sending.redirected(response):
            await response.aclose()
            response = None
            response = await client.send(sending.request)
        opened = sending.opened(response)
        return sending.answer(response, await response.read_all(sending.most(response))) if opened is None else opened
    except Fault as error:
        raise sending.failure(error, response) from error.__cause__
    except OpenRouterError as error:
        raise sending.told(error, response) from error.__cause__
    finally:
        if response is not None and not sending.left_open:
            await response.aclose()
