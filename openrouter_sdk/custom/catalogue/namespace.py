"""`client.models`: the generated methods, and questions about one model that is looked up once and then kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from openrouter_sdk import models
from openrouter_sdk.api.models import Models

from ..answers import price_of
from ..engine import Engine, NeverCopied
from ..errors import ArgumentError

KEPT_S = 3600.0
"""How long a model is kept: prices and limits change, but not by the minute."""


class ModelsNamespace(NeverCopied, Models):
    """The catalogue of models. Models that `find` and what builds on it looked up are kept for an hour."""

    def __init__(self, engine: Engine) -> None:
        """Made by the client.

        Args:
            engine: Carries out operations, and has the clock.
        """
        super().__init__(engine)
        self._now = engine.runtime.now
        self._kept: dict[str, tuple[float, models.Model]] = {}

    def find(self, model: str) -> models.Model:
        """The model with an id such as `openai/gpt-4o`, an alias, or a variant (`openai/gpt-4o:nitro`).

        Args:
            model: The id, as in `model` of a request.

        Raises:
            errors.ArgumentError: It is no id.
            errors.NotFoundResponseError: There is no such model.
            errors.OpenRouterError: As any call.
        """
        return self._known(model) or self._keep(model, self.get(*_parts(model)))

    async def find_async(self, model: str) -> models.Model:
        """The same for async."""
        return self._known(model) or self._keep(model, await self.get_async(*_parts(model)))

    def supports(self, model: str, *parameters: models.Parameter) -> bool:
        """Whether some provider of a model takes all of these request parameters, such as `tools`; see `find`."""
        return _supports(self.find(model), parameters)

    async def supports_async(self, model: str, *parameters: models.Parameter) -> bool:
        """The same for async."""
        return _supports(await self.find_async(model), parameters)

    def context_length(self, model: str) -> int | None:
        """How many tokens prompt and answer of a model may have together; None when it does not say. See `find`."""
        return self.find(model).context_length

    async def context_length_async(self, model: str) -> int | None:
        """The same for async."""
        return (await self.find_async(model)).context_length

    def price(
        self, model: str, usage: models.ChatUsage | Mapping[str, Any] | None, at: datetime | None = None
    ) -> Decimal | None:
        """What usage costs at the list prices of a model, in US dollars; see `find` and `ChatResult.estimated_cost`.

        Args:
            model: The id of the model.
            usage: What was used: `result.usage`, or a mapping with `prompt_tokens` and `completion_tokens`.
            at: When; now, if not given. Without a time zone it is UTC.

        Returns:
            The price, exact; None where prices or usage do not tell.
        """
        return price_of(self.find(model), usage, at)

    async def price_async(
        self, model: str, usage: models.ChatUsage | Mapping[str, Any] | None, at: datetime | None = None
    ) -> Decimal | None:
        """The same for async."""
        return price_of(await self.find_async(model), usage, at)

    def forget(self) -> None:
        """Forget all models that are kept: the next question asks the API again."""
        self._kept.clear()

    def _known(self, model: str) -> models.Model | None:
        since, found = self._kept.get(model, (0.0, None))
        return found if found is not None and self._now() - since < KEPT_S else None

    def _keep(self, model: str, answer: models.ModelResponse) -> models.Model:
        self._kept[model] = self._now(), answer.data
        return answer.data


def _parts(model: str) -> tuple[str, str]:
    """Author and slug."""
    if not isinstance(model, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"model must be a text, not {type(model).__name__}")
    author, _, slug = model.partition("/")
    if not author or not slug:
        raise ArgumentError(f"{model!r} is no id of a model: it has the form author/slug")
    return author, slug


def _supports(model: models.Model, parameters: tuple[models.Parameter, ...]) -> bool:
    return {*parameters} <= {*model.supported_parameters}
