"""What answers can do besides holding their fields; the contract attaches these classes with `x-mixin`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from openrouter_sdk import models as _m

from ..errors import ArgumentError, HttpInfo, ResponseValidationError, as_list, is_list, is_object, load_json

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from openrouter_sdk import OpenRouter
    from openrouter_sdk.types import TypeForm

    from ..content import Media
    from .prices import Priced

T = TypeVar("T")

GENERATION_WAIT_S = 60.0
"""How long an answer is waited for when it is looked up; it mostly takes some seconds until it is there."""
_NO_HTTP = HttpInfo(status=0, attempts=0)
LARGEST = 1e300
"""Numbers above it are none: their sum might have no float."""

THINKING_PARTS = ("thinking", "reasoning")
"""Types of content parts that hold thoughts, under a key of the same name."""


def known_number(value: Any) -> float | None:
    """A number that can be reckoned with, else None: servers also write texts, `true`, NaN and 1e999 in its place."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_number and abs(value) <= LARGEST else None


def first_choice(answer: Any) -> _m.ChatChoice | None:
    """The choice with the lowest index, 0 where there is none, which is how streams order them; None without any."""
    choices = [choice for choice in as_list(answer.choices) if isinstance(choice, _m.ChatChoice)]
    return min(choices, key=lambda choice: choice.index if type(choice.index) is int else 0, default=None)


def _text_of(content: Any) -> str:
    """The text of a message's content: itself, or the text parts of a list."""
    if isinstance(content, str):
        return content
    if content is None:
        return ""
    texts = (_get(part, "text") for part in as_list(content) if _get(part, "type") == "text")
    return "".join(text for text in texts if isinstance(text, str))


def _reasoning_of(message: Any) -> str:
    """The reasoning text of a message or a delta, which stands in several places that say the same."""
    for text in (getattr(message, "reasoning", None), _get(message, "reasoning_content")):
        if isinstance(text, str) and text:
            return text
    details: Any = getattr(message, "reasoning_details", None)
    if details:
        texts = (_get(detail, "text") or _get(detail, "summary") for detail in as_list(details))
        if found := "".join(text for text in texts if isinstance(text, str)):
            return found
    content: Any = getattr(message, "content", None)
    return "".join(map(_thinking_of, content)) if is_list(content) else ""


def _thinking_of(part: Any) -> str:
    """The text of a part of content if it is a thought, which holds text or a list of text parts; else ""."""
    kind = _get(part, "type")
    return _text_of(_get(part, kind)) if kind in THINKING_PARTS else ""


def _get(holder: Any, key: str) -> Any:
    """A field of a model, whether the contract names it or not, or of a dict that is no model."""
    fields: Any = holder if is_object(holder) else getattr(holder, "additional_properties", {})
    return fields[key] if key in fields else getattr(holder, key, None)


def own_key_cost(answer: object) -> float | None:
    """What the provider charged for an answer on a key of the caller's, in USD; None when unknown, or no such key.

    Where the key was OpenRouter's, `upstream_inference_cost` repeats what is in `cost`.
    """
    usage: Any = getattr(answer, "usage", None)
    is_byok = getattr(usage, "is_byok", None)
    charged = known_number(getattr(getattr(usage, "cost_details", None), "upstream_inference_cost", None))
    if is_byok is False or charged is None:
        return None
    cost = getattr(answer, "cost", None) or 0
    return charged if is_byok or charged > cost else None


def _generation_id(answer: ChatResultMixin) -> str:
    """The id to look an answer up by."""
    found = answer.http.generation_id or getattr(answer, "id", None)
    if not isinstance(found, str) or not found:
        raise ArgumentError("the answer has no id by which it could be looked up")
    return found


class AnswerMixin:
    """What an operation answered, with how it came."""

    __slots__ = ("_http",)
    _http: HttpInfo

    @property
    def http(self) -> HttpInfo:
        """Status, headers, generation id, attempts and duration; status 0 if the result was not received in a call."""
        return getattr(self, "_http", _NO_HTTP)


class ChatResultMixin(AnswerMixin):
    """An answer read for its first choice, the one with the lowest index; usable where a stream is expected.

    Like a stream it can be entered with `with` or `async with` and iterated; it gives itself once.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        choices: list[_m.ChatChoice]
        usage: _m.ChatUsage | None

    @property
    def message(self) -> _m.ChatAssistantMessage:
        """The message of the first choice; an empty one when there is none."""
        message = getattr(first_choice(self), "message", None)
        return message if isinstance(message, _m.ChatAssistantMessage) else _m.ChatAssistantMessage.from_dict({})

    @property
    def text(self) -> str:
        """The text of the first choice, "" when there is none."""
        return _text_of(self.message.content)

    @property
    def reasoning(self) -> str:
        """The reasoning text of the first choice, "" when there is none.

        It is read from `reasoning` or `reasoning_content`, else from the text and summary entries of
        `reasoning_details`, else from the thinking parts of a content that is a list: they say the same.
        """
        return _reasoning_of(self.message)

    @property
    def tool_calls(self) -> list[_m.ChatToolCall]:
        """The tool calls of the first choice, whatever its finish reason says."""
        calls = self.message.tool_calls
        return calls if isinstance(calls, list) else []

    @property
    def images(self) -> list[Media]:
        """The pictures of the first choice, each once; `image.bytes`, `image.media_type`, `image.save(path)`."""
        from ..content import images_of  # lazy: few answers hold media

        return images_of(self.message)

    @property
    def audio(self) -> Media | None:
        """The sound of the first choice, with its `transcript`; None when there is none."""
        from ..content import audio_of  # lazy: the same

        return audio_of(self.message)

    @property
    def finish_reason(self) -> str | None:
        """Why the first choice ended; None when the server did not say."""
        reason = getattr(first_choice(self), "finish_reason", None)
        return reason if isinstance(reason, str) else None

    @property
    def cost(self) -> float | None:
        """What was charged, in USD credits; None when unknown, 0 when free."""
        return known_number(getattr(self.usage, "cost", None))

    def generation(self, client: OpenRouter, *, wait_s: float | None = GENERATION_WAIT_S) -> _m.GenerationResponse:
        """What the API tells of this answer later: what it used and cost, who served it, how long it took.

        Args:
            client: Asks for it.
            wait_s: Seconds to wait until it is there; None asks once.

        Raises:
            errors.ArgumentError: The answer has no id.
            errors.NotFoundResponseError: It is not there in time.
            errors.OpenRouterError: As any call.
        """
        return client.generations.get(_generation_id(self), wait_s=wait_s)

    async def generation_async(
        self, client: OpenRouter, *, wait_s: float | None = GENERATION_WAIT_S
    ) -> _m.GenerationResponse:
        """The same for async."""
        return await client.generations.get_async(_generation_id(self), wait_s=wait_s)

    def estimated_cost(self, priced: Priced, at: datetime | None = None) -> Decimal | None:
        """What the answer costs by list prices, in US dollars: for answers whose `cost` is not known.

        Tokens of a kind without a price of its own cost what the others do. Prices for long prompts and for times of
        the day are taken into account.

        Args:
            priced: Prices, or a model or an endpoint that has them.
            at: When it was made; now, if not given. Without a time zone it is UTC.

        Returns:
            The price, exact; None where the prices do not tell (those of a router), or no usage came.
        """
        from .prices import price_of  # lazy: few programs ask

        return price_of(priced, self.usage, at)

    @property
    def is_empty(self) -> bool:
        """Whether the first choice holds nothing: no text, refusal, reasoning, tool call, image or audio."""
        message = self.message
        held = (self.text, message.refusal, self.reasoning, message.reasoning_details, self.tool_calls)
        return not any((*held, message.images, message.audio))

    def parse(self, response_format: TypeForm[T]) -> T:
        """The value that the first choice's text holds, where `send` asked for this type with `response_format`.

        Raises:
            errors.OutputParsingError: It is none of this type, cut off or refused; `reason` and `path` tell.
            TypeError: The type has no JSON Schema.
        """
        from ..parsing import output_of  # lazy: it needs an extra

        answer: Any = self
        value: T = output_of(response_format).read(answer)
        return value

    def _repr_markdown_(self) -> str:
        """What notebooks show: the text, with its images."""
        from ..content import message_markdown  # lazy: only notebooks ask

        return message_markdown(self.message.to_dict())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def __iter__(self) -> Iterator[Self]:
        yield self

    async def __aiter__(self) -> AsyncIterator[Self]:
        yield self


class ChatStreamChunkMixin:
    """A chunk read for its first choice, the one with index 0."""

    __slots__ = ()

    if TYPE_CHECKING:
        choices: list[_m.ChatStreamChoice]

    @property
    def delta(self) -> _m.ChatStreamDelta | None:
        """What this chunk adds to the first choice; None when it adds nothing."""
        for choice in as_list(self.choices):
            index = getattr(choice, "index", None)
            if type(index) is not int or index == 0:
                delta = getattr(choice, "delta", None)
                return delta if isinstance(delta, _m.ChatStreamDelta) else None
        return None

    @property
    def text(self) -> str:
        """The text that this chunk adds to the first choice, "" when it adds none."""
        text = getattr(self.delta, "content", None)
        return text if isinstance(text, str) else _text_of(text)

    @property
    def reasoning(self) -> str:
        """The reasoning text that this chunk adds to the first choice, "" when it adds none.

        It is read from `reasoning` or `reasoning_content`, else from the text and summary entries of
        `reasoning_details`, else from the thinking parts of a content that is a list: they say the same.
        """
        return _reasoning_of(self.delta)


class ChatToolCallMixin:
    """A tool call read for what the model wants to pass."""

    __slots__ = ()

    if TYPE_CHECKING:
        function: _m.ChatToolCallFunction

    @property
    def parsed_arguments(self) -> dict[str, Any]:
        """The arguments, parsed; `{}` when there are none, which models write as "", blanks, null or nothing at all.

        Parsed anew each time. Raw line breaks and tabs inside of strings, which many open models write, are taken as
        such. An object in place of the text, which some servers send, is given as it is.

        Raises:
            ResponseValidationError: They are no JSON object; `body` holds the text. Models do write broken JSON, and an
                answer that was cut off, by `max_tokens` for instance, ends in the middle of it.
        """
        raw: Any = getattr(self.function, "arguments", None)
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            return {}
        name: Any = getattr(self.function, "name", None)
        value = raw
        if isinstance(raw, str):
            try:
                value = load_json(raw, strict=False)
            except ValueError as error:
                why = f"the arguments of a call of {name!r} are not JSON: {error}"
                raise ResponseValidationError(why, body=raw) from None
        if value is None:
            return {}
        if not is_object(value):
            why = f"the arguments of a call of {name!r} are not a JSON object but {type(value).__name__}"
            raise ResponseValidationError(why, body=raw if isinstance(raw, str) else json.dumps(raw), data=value)
        return value
