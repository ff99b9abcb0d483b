# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ChatFunctionTool = Union[
        "_m.ChatFunctionToolFunction",
        "_m.WebSearchServerTool",
        "_m.WebFetchServerTool",
        "_m.DatetimeServerTool",
        "_m.ImageGenerationServerTool",
        "_m.BashServerTool",
        "_m.FilesServerTool",
        "_m.FusionServerTool",
        "_m.AdvisorServerTool",
        "_m.SubagentServerTool",
        "_m.ChatSearchModelsServerTool",
        "_m.ChatWebSearchShorthand",
        "_m.DynamicServerTool",
        "_m.UnknownModel",
    ]
    """A tool of the model; `type` decides. Types beginning with `openrouter:` run on the server."""
    ChatFunctionToolTypedDict = Union[
        "_m.ChatFunctionToolFunctionTypedDict",
        "_m.WebSearchServerToolTypedDict",
        "_m.WebFetchServerToolTypedDict",
        "_m.DatetimeServerToolTypedDict",
        "_m.ImageGenerationServerToolTypedDict",
        "_m.BashServerToolTypedDict",
        "_m.FilesServerToolTypedDict",
        "_m.FusionServerToolTypedDict",
        "_m.AdvisorServerToolTypedDict",
        "_m.SubagentServerToolTypedDict",
        "_m.ChatSearchModelsServerToolTypedDict",
        "_m.ChatWebSearchShorthandTypedDict",
        "_m.DynamicServerToolTypedDict",
    ]

parse_chat_function_tool: Dispatch[ChatFunctionTool] = Dispatch(
    _m,
    "type",
    {
        "function": "ChatFunctionToolFunction",
        "openrouter:web_search": "WebSearchServerTool",
        "openrouter:web_fetch": "WebFetchServerTool",
        "openrouter:datetime": "DatetimeServerTool",
        "openrouter:image_generation": "ImageGenerationServerTool",
        "openrouter:bash": "BashServerTool",
        "openrouter:files": "FilesServerTool",
        "openrouter:fusion": "FusionServerTool",
        "openrouter:advisor": "AdvisorServerTool",
        "openrouter:subagent": "SubagentServerTool",
        "openrouter:experimental__search_models": "ChatSearchModelsServerTool",
        "web_search": "ChatWebSearchShorthand",
        "web_search_preview": "ChatWebSearchShorthand",
        "web_search_preview_2025_03_11": "ChatWebSearchShorthand",
        "web_search_2025_08_26": "ChatWebSearchShorthand",
    },
    "DynamicServerTool",
)
"""Read a ChatFunctionTool by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ChatFunctionTool":
            return parse_chat_function_tool.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
