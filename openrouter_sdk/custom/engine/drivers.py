"""The sync driver: with its async twin the only place that sends and sleeps. The flow it drives decides."""

from __future__ import annotations

import time
from collections.abc import Callable

from ..errors import OpenRouterError
from ..http import FAULTS, Client, Response, Watch
from ..retry import Attempt
from .sending import Answer, Exchange, Sending


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
        sending.reads(response)
        opened = sending.opened(response)
        if opened is not None:
            return opened
        body = response.read()
        if watch is not None and watch.fired:
            raise exchange.clock.deadline_error()
        return sending.answer(response, body)
    except FAULTS as error:
        raise sending.failure(error, response) from error
    except OpenRouterError as error:
        raise sending.told(error, response) from error.__cause__
    finally:
        if watch is not None:
            watch.end()
        if response is not None and not sending.left_open:
            response.close()


def _watch(sending: Sending) -> Watch | None:
    """A watch that shuts the socket down at the deadline; None where there is no deadline."""
    left = sending.seconds_left()
    if left is None:
        return None
    watch = Watch(sending.shut_down)
    watch.arm(time.monotonic() + left)
    return watch
