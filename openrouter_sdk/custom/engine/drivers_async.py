"""The async driver: with its sync twin the only place that sends and sleeps. The flow it drives decides."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import nullcontext

from ..errors import OpenRouterError
from ..http import FAULTS, AsyncClient, Response, Settling
from ..retry import Attempt
from .sending import Answer, Exchange, Sending

_NO_LIMIT = nullcontext()


async def drive_async(
    exchange: Exchange, client: AsyncClient, attempt: Attempt, sleep: Callable[[float], Awaitable[None]] | None
) -> Answer:
    """Send until the flow is content: the answer, or for a streamed call the open response."""
    while True:
        if attempt.delay_s:
            await (sleep or asyncio.sleep)(attempt.delay_s)
        try:
            return await _send_async(exchange, client, attempt.number)
        except OpenRouterError as error:
            failure = error
        attempt = exchange.flow.send(failure)


async def _send_async(exchange: Exchange, client: AsyncClient, number: int) -> Answer:
    """One request: the answer, the open stream, or the error it failed with. Nothing else is left open."""
    sending = Sending(exchange, client, number)
    work: Settling[Response] | None = None
    response: Response | None = None
    left = sending.seconds_left()
    limit = None if left is None else asyncio.timeout(left)
    try:
        async with limit or _NO_LIMIT:
            work = _post(client, sending)
            response = await work
            while sending.redirected(response):
                await Settling(response.aclose(), passed_on=0)
                response = None
                work = _post(client, sending)
                response = await work
            opened = sending.opened(response)
            if opened is not None:
                return opened
            return sending.answer(response, await Settling(response.aread(), passed_on=1))
    except TimeoutError as error:
        if limit is None or not limit.expired():
            raise
        raise sending.told(exchange.clock.deadline_error(), response) from error
    except FAULTS as error:
        raise sending.failure(error, response) from error
    except OpenRouterError as error:
        raise sending.told(error, response) from error.__cause__
    finally:
        if response is None and work is not None:
            response = work.result  # which came in the moment of a cancellation
        if response is not None and not sending.left_open:
            await Settling(response.aclose(), passed_on=0)


def _post(client: AsyncClient, sending: Sending) -> Settling[Response]:
    """Send once. One cancellation ends it, and further ones cannot disturb it while it cleans up."""
    return Settling(client.send(sending.request, stream=True, follow_redirects=False), passed_on=1)
