"""The course of one parsed call: ask, read the answer, and where it does not fit ask again. Without its I/O."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from openrouter_sdk import models
from openrouter_sdk.client import Arguments

from ..answers import Usage, answer_message, says_nothing, usage_of, usage_sum
from ..engine import Call, whole_number
from ..errors import OpenRouterError, OutputParsingError

if TYPE_CHECKING:
    from .output import Output

T = TypeVar("T")

_REPAIRABLE = frozenset(("empty", "not_json", "misfit"))
"""What another try may better. A refusal stays one, and a limit of tokens stays where it is."""


@dataclass(frozen=True, slots=True)
class ParsedResult(Generic[T]):
    """An answer that is of the type that was asked for."""

    parsed: T
    """The value."""
    answers: tuple[models.ChatResult, ...]
    """All answers, the last of which holds the value; those before it did not fit and were asked for again."""

    @property
    def answer(self) -> models.ChatResult:
        """The answer that holds the value."""
        return self.answers[-1]

    @property
    def text(self) -> str:
        """The JSON as the model wrote it."""
        return self.answer.text

    @property
    def usage(self) -> Usage:
        """Tokens and cost of all answers."""
        return _usage(self.answers)

    @property
    def cost(self) -> float | None:
        """What was charged for all answers, in USD credits; None when unknown, 0 when free."""
        return self.usage.cost


ParseFlow = Generator[Call, models.ChatResult, ParsedResult[T]]
"""Gives the calls to carry out, takes their answers, returns the result."""


def checked_output(given: Arguments) -> Output[Any]:
    """What is asked for; `repairs` is checked as well.

    Raises:
        TypeError: `response_format` is no type, or `repairs` no number.
        ArgumentError: `repairs` is negative.
    """
    whole_number("repairs", given.options["repairs"], 0)
    from .output import output_of  # lazy: needs the extra `tools`

    return output_of(given.body["response_format"])


def parse_flow(
    output: Output[T], given: Arguments, build: Callable[[Arguments], Call], now: Callable[[], float]
) -> ParseFlow[T]:
    """Ask until an answer fits or `repairs` are used up."""
    body = output.asked_for(given.body)
    messages: Any = body["messages"]
    if isinstance(messages, Iterator):
        # they may be needed again
        body["messages"] = [*messages]
    given = given.replace(body=body)
    call = build(given)
    limit_s, started = call.total_timeout_s, now()
    answers: list[models.ChatResult] = []
    fault: OutputParsingError | None = None
    while True:
        try:
            answers.append((yield call))
        except OpenRouterError as failed:
            raise failed from fault
        try:
            return ParsedResult(output.read(answers[-1]), tuple(answers))
        except OutputParsingError as error:
            fault = error
        fault.usage = _usage(answers)
        left_s = None if limit_s is None else limit_s - (now() - started)
        late = left_s is not None and left_s <= 0
        if late or len(answers) > given.options["repairs"] or fault.reason not in _REPAIRABLE:
            raise fault
        given = _again(given, answers[-1], fault)
        call = build(given).replace(total_timeout_s=left_s)


def _usage(answers: tuple[models.ChatResult, ...] | list[models.ChatResult]) -> Usage:
    each = [usage_of(answer) for answer in answers]
    return each[0] if len(each) == 1 else usage_sum(each)


def _again(given: Arguments, answer: models.ChatResult, fault: OutputParsingError) -> Arguments:
    """The arguments that ask again, with what was wrong; not streamed, since the stream was handed out."""
    message = answer.message.to_dict()
    said = [] if says_nothing(message) else [answer_message(message)]
    wish = {
        "role": "user",
        "content": f"{fault.message}. Answer again, with JSON that fits the schema and nothing else.",
    }
    body = {**given.body, "stream": None, "messages": [*given.body["messages"], *said, wish]}
    extra: Mapping[str, Any] = given.options["extra_body"] or {}
    kept = {key: value for key, value in extra.items() if key != "stream"}
    return given.replace(body=body, options={**given.options, "extra_body": kept})
