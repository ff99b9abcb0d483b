"""Python types as JSON Schema, and JSON as Python values: for tools and for structured outputs.

Owns the way from a hint or a signature to a schema, and from what a model wrote back to objects. It promises that the
two agree: what the schema takes can be read, what it refuses cannot. It knows nothing of OpenRouter.

The work is pydantic's `TypeAdapter` (the extra `tools`), hidden here; docs/decisions/10 says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._lazy import Loader, lazy_names
from .misfit import Misfit

if TYPE_CHECKING:
    from .results import to_json as to_json
    from .shapes import CallShape as CallShape
    from .shapes import TypeShape as TypeShape
    from .tidy import subschemas as subschemas

__all__ = ["CallShape", "Misfit", "TypeShape", "subschemas", "to_json"]

_load: Loader = lazy_names(__name__, {"shapes": "CallShape TypeShape", "tidy": "subschemas", "results": "to_json"})


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        try:
            return _load(name)
        except ModuleNotFoundError as missing:
            why = f"tools and structured outputs need {missing.name!r}: pip install 'openrouter-sdk[tools]'"
            raise ImportError(why, name=missing.name) from None
