# Code generated from openapi.yaml by `make generate`: do not edit.
"""A typed client for OpenRouter's chat completions."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from httpx import Timeout as Timeout

    from . import components as components
    from . import errors as errors
    from . import models as models
    from . import operations as operations
    from . import testing as testing
    from . import utils as utils
    from .custom._http_info import HttpInfo as HttpInfo
    from .custom.client import OpenRouter as OpenRouter
    from .custom.config import BackoffStrategy as BackoffStrategy
    from .custom.config import RetryConfig as RetryConfig
    from .custom.observe import Hooks as Hooks
    from .custom.observe import RetryEvent as RetryEvent
    from .custom.streaming import EventStream as EventStream
    from .custom.streaming import EventStreamAsync as EventStreamAsync
    from .models import ChatResult as ChatResult
    from .models import ChatStreamChunk as ChatStreamChunk
    from .types import UNSET as UNSET

_NAMES = {
    "BackoffStrategy": ".custom.config",
    "EventStream": ".custom.streaming",
    "EventStreamAsync": ".custom.streaming",
    "Hooks": ".custom.observe",
    "HttpInfo": ".custom._http_info",
    "OpenRouter": ".custom.client",
    "RetryConfig": ".custom.config",
    "RetryEvent": ".custom.observe",
    "UNSET": ".types",
    "ChatResult": ".models",
    "ChatStreamChunk": ".models",
    "Timeout": "httpx",
}
_MODULES = (
    "components",
    "errors",
    "models",
    "operations",
    "testing",
    "utils",
)

__all__ = [
    "BackoffStrategy",
    "ChatResult",
    "ChatStreamChunk",
    "components",
    "errors",
    "EventStream",
    "EventStreamAsync",
    "Hooks",
    "HttpInfo",
    "models",
    "OpenRouter",
    "operations",
    "RetryConfig",
    "RetryEvent",
    "testing",
    "Timeout",
    "UNSET",
    "utils",
]


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        value: Any = getattr(import_module(_NAMES[name], __name__), name)
    elif name in _MODULES:
        value = import_module(f".{name}", __name__)
    elif name == "__version__":
        value = import_module("importlib.metadata").version("openrouter-sdk")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
