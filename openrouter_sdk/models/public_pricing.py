# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, as_decimal, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from decimal import Decimal as _Decimal
    from typing import Required, TypedDict

    class PublicPricingTypedDict(TypedDict, total=False):
        """Prices in US dollars, as decimal text since they are tiny: `0.0000025` a token is 2.5 dollars a
        million. `-1` means that it depends on where a router sends the request."""

        prompt: Required[str]
        """Price of a token of the prompt."""
        completion: Required[str]
        """Price of a token of the answer."""
        request: str
        """Price of a request, whatever its size."""
        image: str
        """Price of an image in the prompt."""
        image_token: str
        """Price of a token of an image in the prompt."""
        image_output: str
        """Price of a token of an image in the answer."""
        audio: str
        """Price of a token of audio in the prompt."""
        audio_output: str
        """Price of a token of audio in the answer."""
        input_audio_cache: str
        """Price of a token of audio that comes from the prompt cache."""
        input_cache_read: str
        """Price of a token that comes from the prompt cache."""
        input_cache_write: str
        """Price of a token that is written to the prompt cache."""
        input_cache_write_1h: str
        """Price of a token that is written to the prompt cache for an hour."""
        internal_reasoning: str
        """Price of a token of reasoning."""
        web_search: str
        """Price of a web search."""
        discount: float
        """Share that is taken off the prices, 0 to 1."""
        overrides: Sequence[_m.PricingOverride | _m.PricingOverrideTypedDict]
        """Other prices under conditions. Of those that apply the last one wins, price by price."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PublicPricing(_Model):
    """Prices in US dollars, as decimal text since they are tiny: `0.0000025` a token is 2.5 dollars a million.
    `-1` means that it depends on where a router sends the request."""

    prompt: str
    """Price of a token of the prompt."""
    completion: str
    """Price of a token of the answer."""
    request: str | None = None
    """Price of a request, whatever its size."""
    image: str | None = None
    """Price of an image in the prompt."""
    image_token: str | None = None
    """Price of a token of an image in the prompt."""
    image_output: str | None = None
    """Price of a token of an image in the answer."""
    audio: str | None = None
    """Price of a token of audio in the prompt."""
    audio_output: str | None = None
    """Price of a token of audio in the answer."""
    input_audio_cache: str | None = None
    """Price of a token of audio that comes from the prompt cache."""
    input_cache_read: str | None = None
    """Price of a token that comes from the prompt cache."""
    input_cache_write: str | None = None
    """Price of a token that is written to the prompt cache."""
    input_cache_write_1h: str | None = None
    """Price of a token that is written to the prompt cache for an hour."""
    internal_reasoning: str | None = None
    """Price of a token of reasoning."""
    web_search: str | None = None
    """Price of a web search."""
    discount: float | None = None
    """Share that is taken off the prices, 0 to 1."""
    overrides: list[_m.PricingOverride] | None = None
    """Other prices under conditions. Of those that apply the last one wins, price by price."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "prompt": "prompt",
            "completion": "completion",
            "request": "request",
            "image": "image",
            "image_token": "image_token",
            "image_output": "image_output",
            "audio": "audio",
            "audio_output": "audio_output",
            "input_audio_cache": "input_audio_cache",
            "input_cache_read": "input_cache_read",
            "input_cache_write": "input_cache_write",
            "input_cache_write_1h": "input_cache_write_1h",
            "internal_reasoning": "internal_reasoning",
            "web_search": "web_search",
            "discount": "discount",
            "overrides": "overrides",
        },
        scalars=(
            "prompt",
            "completion",
            "request",
            "image",
            "image_token",
            "image_output",
            "audio",
            "audio_output",
            "input_audio_cache",
            "input_cache_read",
            "input_cache_write",
            "input_cache_write_1h",
            "internal_reasoning",
            "web_search",
            "discount",
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
        self.prompt = get("prompt")
        self.completion = get("completion")
        self.request = get("request")
        self.image = get("image")
        self.image_token = get("image_token")
        self.image_output = get("image_output")
        self.audio = get("audio")
        self.audio_output = get("audio_output")
        self.input_audio_cache = get("input_audio_cache")
        self.input_cache_read = get("input_cache_read")
        self.input_cache_write = get("input_cache_write")
        self.input_cache_write_1h = get("input_cache_write_1h")
        self.internal_reasoning = get("internal_reasoning")
        self.web_search = get("web_search")
        self.discount = get("discount")
        v = get("overrides")
        self.overrides = (
            v
            if v is None
            else [_m.PricingOverride.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
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

    @property
    def prompt_usd(self) -> _Decimal | None:
        """`prompt` as a Decimal; None where there is none."""
        return as_decimal(self.prompt)

    @property
    def completion_usd(self) -> _Decimal | None:
        """`completion` as a Decimal; None where there is none."""
        return as_decimal(self.completion)

    @property
    def request_usd(self) -> _Decimal | None:
        """`request` as a Decimal; None where there is none."""
        return as_decimal(self.request)

    @property
    def image_usd(self) -> _Decimal | None:
        """`image` as a Decimal; None where there is none."""
        return as_decimal(self.image)

    @property
    def image_token_usd(self) -> _Decimal | None:
        """`image_token` as a Decimal; None where there is none."""
        return as_decimal(self.image_token)

    @property
    def image_output_usd(self) -> _Decimal | None:
        """`image_output` as a Decimal; None where there is none."""
        return as_decimal(self.image_output)

    @property
    def audio_usd(self) -> _Decimal | None:
        """`audio` as a Decimal; None where there is none."""
        return as_decimal(self.audio)

    @property
    def audio_output_usd(self) -> _Decimal | None:
        """`audio_output` as a Decimal; None where there is none."""
        return as_decimal(self.audio_output)

    @property
    def input_audio_cache_usd(self) -> _Decimal | None:
        """`input_audio_cache` as a Decimal; None where there is none."""
        return as_decimal(self.input_audio_cache)

    @property
    def input_cache_read_usd(self) -> _Decimal | None:
        """`input_cache_read` as a Decimal; None where there is none."""
        return as_decimal(self.input_cache_read)

    @property
    def input_cache_write_usd(self) -> _Decimal | None:
        """`input_cache_write` as a Decimal; None where there is none."""
        return as_decimal(self.input_cache_write)

    @property
    def input_cache_write_1h_usd(self) -> _Decimal | None:
        """`input_cache_write_1h` as a Decimal; None where there is none."""
        return as_decimal(self.input_cache_write_1h)

    @property
    def internal_reasoning_usd(self) -> _Decimal | None:
        """`internal_reasoning` as a Decimal; None where there is none."""
        return as_decimal(self.internal_reasoning)

    @property
    def web_search_usd(self) -> _Decimal | None:
        """`web_search` as a Decimal; None where there is none."""
        return as_decimal(self.web_search)


_KEYS: Final = PublicPricing.wire.keys
