# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class FusionPluginTypedDict(TypedDict, total=False):
        """Has a panel of models answer, and joins what they say."""

        id: Required[Literal["fusion"]]
        """Always `fusion`."""
        enabled: bool
        """False switches the plugin off for this request. Default true."""
        preset: _m.FusionPreset
        """A ready-made panel."""
        analysis_models: Sequence[str]
        """Models of the panel, 1 to 8."""
        model: str
        """Model that joins the answers."""
        max_tool_calls: int
        """Tool steps of each panel model, 1 to 16. Default 4."""
        tools: Sequence[_m.FusionPluginTool | _m.FusionPluginToolTypedDict]
        """Tools of the panel, at most 8. Default web search and web fetch; an empty list is none."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class FusionPlugin(_Model):
    """Has a panel of models answer, and joins what they say."""

    id: Literal["fusion"] = "fusion"
    """Always `fusion`."""
    enabled: bool | None = None
    """False switches the plugin off for this request. Default true."""
    preset: _m.FusionPreset | None = None
    """A ready-made panel."""
    analysis_models: list[str] | None = None
    """Models of the panel, 1 to 8."""
    model: str | None = None
    """Model that joins the answers."""
    max_tool_calls: int | None = None
    """Tool steps of each panel model, 1 to 16. Default 4."""
    tools: list[_m.FusionPluginTool] | None = None
    """Tools of the panel, at most 8. Default web search and web fetch; an empty list is none."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "enabled": "enabled",
            "preset": "preset",
            "analysis_models": "analysis_models",
            "model": "model",
            "max_tool_calls": "max_tool_calls",
            "tools": "tools",
        },
        scalars=(
            "id",
            "enabled",
            "preset",
            "model",
            "max_tool_calls",
        ),
        required=(),
        tag=(
            "id",
            "fusion",
        ),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.id = get("id")
        self.enabled = get("enabled")
        self.preset = get("preset")
        v = get("analysis_models")
        self.analysis_models = v if v is None else copy_json(v)
        self.model = get("model")
        self.max_tool_calls = get("max_tool_calls")
        v = get("tools")
        self.tools = (
            v
            if v is None
            else [_m.FusionPluginTool.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        extras = self.additional_properties = Extras()
        marks: dict[str, Any] = {}
        extras.marks = marks
        keys = _KEYS
        for key, value in src_dict.items():
            if key not in keys:
                extras[key] = copy_json(value)
            elif value.__class__ in NOT_PLAIN:
                if value is None:
                    marks[key] = True
                elif key in cls.wire.scalars:
                    setattr(self, keys[key], copy_json(value))
        return self


_KEYS: Final = FusionPlugin.wire.keys
