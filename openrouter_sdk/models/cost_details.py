# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import TypedDict

    class CostDetailsTypedDict(TypedDict, total=False):
        """Parts of the cost, in USD."""

        upstream_inference_cost: float | None
        """What the provider charged on your own key, in USD."""
        upstream_inference_prompt_cost: float
        """The provider's price of the prompt, in USD."""
        upstream_inference_completions_cost: float
        """The provider's price of the generated tokens, in USD."""
        server_tool_cost: float | None
        """Price of server tools, in USD."""
        input_audio_cache_read_tokens: float | None
        """Of sounds read from the cache. Null on every answer seen."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CostDetails(_Model):
    """Parts of the cost, in USD."""

    upstream_inference_cost: float | None = None
    """What the provider charged on your own key, in USD."""
    upstream_inference_prompt_cost: float | None = None
    """The provider's price of the prompt, in USD."""
    upstream_inference_completions_cost: float | None = None
    """The provider's price of the generated tokens, in USD."""
    server_tool_cost: float | None = None
    """Price of server tools, in USD."""
    input_audio_cache_read_tokens: float | None = None
    """Of sounds read from the cache. Null on every answer seen."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "upstream_inference_cost": "upstream_inference_cost",
            "upstream_inference_prompt_cost": "upstream_inference_prompt_cost",
            "upstream_inference_completions_cost": "upstream_inference_completions_cost",
            "server_tool_cost": "server_tool_cost",
            "input_audio_cache_read_tokens": "input_audio_cache_read_tokens",
        },
        scalars=(
            "upstream_inference_cost",
            "upstream_inference_prompt_cost",
            "upstream_inference_completions_cost",
            "server_tool_cost",
            "input_audio_cache_read_tokens",
        ),
        required=(),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.upstream_inference_cost = get("upstream_inference_cost")
        self.upstream_inference_prompt_cost = get("upstream_inference_prompt_cost")
        self.upstream_inference_completions_cost = get("upstream_inference_completions_cost")
        self.server_tool_cost = get("server_tool_cost")
        self.input_audio_cache_read_tokens = get("input_audio_cache_read_tokens")
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


_KEYS: Final = CostDetails.wire.keys
