# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateEmbeddingsUsageTypedDict(TypedDict, total=False):
        """What vectors used and cost."""

        prompt_tokens: Required[int]
        """Tokens of the input."""
        total_tokens: Required[int]
        """The same, since there is no output."""
        prompt_tokens_details: _m.EmbeddingsPromptTokensDetails | _m.EmbeddingsPromptTokensDetailsTypedDict
        """The tokens by kind of input."""
        cost: float
        """Credits charged, in US dollars."""
        cost_details: _m.CostDetails | _m.CostDetailsTypedDict | None
        """What the provider charged."""
        is_byok: bool
        """Whether a provider key of yours was used."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateEmbeddingsUsage(_Model):
    """What vectors used and cost."""

    prompt_tokens: int
    """Tokens of the input."""
    total_tokens: int
    """The same, since there is no output."""
    prompt_tokens_details: _m.EmbeddingsPromptTokensDetails | None = None
    """The tokens by kind of input."""
    cost: float | None = None
    """Credits charged, in US dollars."""
    cost_details: _m.CostDetails | None = None
    """What the provider charged."""
    is_byok: bool | None = None
    """Whether a provider key of yours was used."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "prompt_tokens": "prompt_tokens",
            "total_tokens": "total_tokens",
            "prompt_tokens_details": "prompt_tokens_details",
            "cost": "cost",
            "cost_details": "cost_details",
            "is_byok": "is_byok",
        },
        scalars=(
            "prompt_tokens",
            "total_tokens",
            "cost",
            "is_byok",
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
        self.prompt_tokens = get("prompt_tokens")
        self.total_tokens = get("total_tokens")
        v = get("prompt_tokens_details")
        self.prompt_tokens_details = (
            v if v is None else _m.EmbeddingsPromptTokensDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        )
        self.cost = get("cost")
        v = get("cost_details")
        self.cost_details = v if v is None else _m.CostDetails.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.is_byok = get("is_byok")
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


_KEYS: Final = CreateEmbeddingsUsage.wire.keys
