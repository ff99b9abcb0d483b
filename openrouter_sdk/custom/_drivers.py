"""The two drivers: the only places that send and sleep. What to do next is decided by the flow they drive."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from ._flow import Attempt
from ._sending import Answer, Exchange, Sending
from ._settling import Settling
from ._transport import FAULTS, AsyncClient, Client, Response
from ._watchdog import Watch
from ._wire import streams
from .exceptions import OpenRouterError


def drive(exchange: Exchange, client: Client, attempt: Attempt, sleep: Callable[[float], None]) -> Answer:
    """Send until the flow is content: the answer, or for a streamed call the open response."""
    while True:
        if attempt.delay_s:
            sleep(attempt.delay_s)
        try:
            return _send(exchange, client, attempt.number)
        except OpenRouterError as error:
            failure = error
        attempt = exchange.flow.send(failure)


async def drive_async(
    exchange: Exchange, client: AsyncClient, attempt: Attempt, sleep: Callable[[float], Awaitable[None]]
) -> Answer:
    """The same for async."""
    while True:
        if attempt.delay_s:
            await sleep(attempt.delay_s)
        try:
            return await _send_async(exchange, client, attempt.number)
        except OpenRouterError as error:
            failure = error
        attempt = exchange.flow.send(failure)


def _send(exchange: Exchange, client: Client, number: int) -> Answer:
    """One request: the answer, the open stream, or the error it failed with. Nothing else is left open."""
    sending = Sending(exchange, client, number)
    response: Response | None = None
    watch = _watch(sending)
    try:
        response = client.send(sending.request, stream=True, follow_redirects=False)
        while sending.redirected(response):
            response.close()
            response = None
            response = client.send(sending.request, stream=True, follow_redirects=False)
        info = sending.info(response)
        if exchange.call.stream and streams(info):
            return sending.open(response, info)
        sending.reads(response)
        body = response.read()
        if watch is not None and watch.fired:
            raise exchange.clock.deadline_error()
        return sending.answer(info, body)
    except FAULTS as error:
        raise sending.failure(error, response) from error
    except OpenRouterError as error:
        raise sending.told(error, response) from error.__cause__
    finally:
        if watch is not None:
            watch.end()
        if response is not None and not sending.left_open:
            response.close()


async def _send_async(exchange: Exchange, client: AsyncClient, number: int) -> Answer:
    """The same for async, where the event loop ends what takes too long."""
    sending = Sending(exchange, client, number)
    response: Response | None = None
    try:
        async with asyncio.timeout(sending.seconds_left()):
            response = await _post(client, sending)
            while sending.redirected(response):
                await response.aclose()
                response = None
                response = await _post(client, sending)
            info = sending.info(response)
            if exchange.call.stream and streams(info):
                return sending.open(response, info)
            return sending.answer(info, await Settling(response.aread(), passed_on=1))
    except TimeoutError as error:
        raise sending.told(exchange.clock.deadline_error(), response) from error
    except FAULTS as error:
        raise sending.failure(error, response) from error
    except OpenRouterError as error:
        raise sending.told(error, response) from error.__cause__
    finally:
        if response is not None and not sending.left_open:
            await Settling(response.aclose(), passed_on=0)


async def _post(client: AsyncClient, sending: Sending) -> Response:
    """Send once. One cancellation ends it, and further ones cannot disturb it while it cleans up."""
    return await Settling(client.send(sending.request, stream=True, follow_redirects=False), passed_on=1)


def _watch(sending: Sending) -> Watch | None:
    """A watch that shuts the socket down at the deadline; None where there is no deadline."""
    left = sending.seconds_left()
    if left is None:
        return None
    watch = Watch(sending.shut_down)
    watch.arm(time.monotonic() + left)
    return watch
