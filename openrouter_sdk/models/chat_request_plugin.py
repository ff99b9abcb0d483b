# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    ChatRequestPlugin = Union[
        "_m.WebSearchPlugin",
        "_m.WebFetchPlugin",
        "_m.FileParserPlugin",
        "_m.ModerationPlugin",
        "_m.ResponseHealingPlugin",
        "_m.ContextCompressionPlugin",
        "_m.AutoRouterPlugin",
        "_m.AutoBetaRouterPlugin",
        "_m.ParetoRouterPlugin",
        "_m.JevRouterPlugin",
        "_m.SwitchyardRouterPlugin",
        "_m.FusionPlugin",
        "_m.AlignmentPlugin",
        "_m.ArmorPlugin",
        "_m.UnknownModel",
    ]
    """A plugin and its settings; `id` decides."""
    ChatRequestPluginTypedDict = Union[
        "_m.WebSearchPluginTypedDict",
        "_m.WebFetchPluginTypedDict",
        "_m.FileParserPluginTypedDict",
        "_m.ModerationPluginTypedDict",
        "_m.ResponseHealingPluginTypedDict",
        "_m.ContextCompressionPluginTypedDict",
        "_m.AutoRouterPluginTypedDict",
        "_m.AutoBetaRouterPluginTypedDict",
        "_m.ParetoRouterPluginTypedDict",
        "_m.JevRouterPluginTypedDict",
        "_m.SwitchyardRouterPluginTypedDict",
        "_m.FusionPluginTypedDict",
        "_m.AlignmentPluginTypedDict",
        "_m.ArmorPluginTypedDict",
    ]

parse_chat_request_plugin: Dispatch[ChatRequestPlugin] = Dispatch(
    _m,
    "id",
    {
        "web": "WebSearchPlugin",
        "web-fetch": "WebFetchPlugin",
        "file-parser": "FileParserPlugin",
        "moderation": "ModerationPlugin",
        "response-healing": "ResponseHealingPlugin",
        "context-compression": "ContextCompressionPlugin",
        "auto-router": "AutoRouterPlugin",
        "auto-beta-router": "AutoBetaRouterPlugin",
        "pareto-router": "ParetoRouterPlugin",
        "jev-router": "JevRouterPlugin",
        "switchyard-router": "SwitchyardRouterPlugin",
        "fusion": "FusionPlugin",
        "alignment": "AlignmentPlugin",
        "armor": "ArmorPlugin",
    },
    None,
)
"""Read a ChatRequestPlugin by its `id`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "ChatRequestPlugin":
            return parse_chat_request_plugin.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
