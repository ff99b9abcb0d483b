# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class ArmorPluginTypedDict(TypedDict, total=False):
        """Watches tool calls for dangerous ones."""

        id: Required[Literal["armor"]]
        """Always `armor`."""
        enabled: bool
        """False switches the plugin off for this request. Default true."""
        mode: _m.ArmorMode
        """Whether dangerous calls are stopped or only reported. Default `enforce`."""
        on_error: _m.ArmorOnError
        """What happens when the check itself fails. Default `block`."""
        output_mode: _m.ArmorOutputMode
        """Form in which a stopped call is reported. Default `text`."""
        evaluate_native_tools: bool
        """Checks the provider's own tools too. Default false."""
        use_cc_style_default_rules: bool
        """Starts from Claude Code's default rules. Default false."""
        classifier_context: _m.ArmorClassifierContext | _m.ArmorClassifierContextTypedDict
        """What the check should know."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ArmorPlugin(_Model):
    """Watches tool calls for dangerous ones."""

    id: Literal["armor"] = "armor"
    """Always `armor`."""
    enabled: bool | None = None
    """False switches the plugin off for this request. Default true."""
    mode: _m.ArmorMode | None = None
    """Whether dangerous calls are stopped or only reported. Default `enforce`."""
    on_error: _m.ArmorOnError | None = None
    """What happens when the check itself fails. Default `block`."""
    output_mode: _m.ArmorOutputMode | None = None
    """Form in which a stopped call is reported. Default `text`."""
    evaluate_native_tools: bool | None = None
    """Checks the provider's own tools too. Default false."""
    use_cc_style_default_rules: bool | None = None
    """Starts from Claude Code's default rules. Default false."""
    classifier_context: _m.ArmorClassifierContext | None = None
    """What the check should know."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "enabled": "enabled",
            "mode": "mode",
            "on_error": "on_error",
            "output_mode": "output_mode",
            "evaluate_native_tools": "evaluate_native_tools",
            "use_cc_style_default_rules": "use_cc_style_default_rules",
            "classifier_context": "classifier_context",
        },
        scalars=(
            "id",
            "enabled",
            "mode",
            "on_error",
            "output_mode",
            "evaluate_native_tools",
            "use_cc_style_default_rules",
        ),
        required=(),
        tag=(
            "id",
            "armor",
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
        self.mode = get("mode")
        self.on_error = get("on_error")
        self.output_mode = get("output_mode")
        self.evaluate_native_tools = get("evaluate_native_tools")
        self.use_cc_style_default_rules = get("use_cc_style_default_rules")
        v = get("classifier_context")
        self.classifier_context = (
            v if v is None else _m.ArmorClassifierContext.from_dict(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = ArmorPlugin.wire.keys
