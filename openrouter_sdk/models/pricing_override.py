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
    from typing import TypedDict

    class PricingOverrideTypedDict(TypedDict, total=False):
        """Prices that hold when all conditions of the entry are met. What it does not name stays as it was."""

        min_prompt_tokens: float
        """Condition: the prompt has more tokens than this."""
        utc_start: float
        """Condition: the clock in UTC has reached this, written as hours and minutes in one number: 1030 is
        10:30. Beyond `utc_end` the window goes over midnight."""
        utc_end: float
        """Condition: the clock in UTC has not reached this, in the same form."""
        utc_days: Sequence[_m.UtcDay]
        """Condition: it is one of these days in UTC. Absent means any day."""
        prompt: str
        """Price of a token of the prompt, in US dollars."""
        completion: str
        """Price of a token of the answer, in US dollars."""
        audio: str
        """Price of a token of audio in the prompt, in US dollars."""
        input_audio_cache: str
        """Price of a token of audio from the prompt cache, in US dollars."""
        input_cache_read: str
        """Price of a token from the prompt cache, in US dollars."""
        input_cache_write: str
        """Price of a token written to the prompt cache, in US dollars."""
        input_cache_write_1h: str
        """Price of a token written to the prompt cache for an hour, in US dollars."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class PricingOverride(_Model):
    """Prices that hold when all conditions of the entry are met. What it does not name stays as it was."""

    min_prompt_tokens: float | None = None
    """Condition: the prompt has more tokens than this."""
    utc_start: float | None = None
    """Condition: the clock in UTC has reached this, written as hours and minutes in one number: 1030 is 10:30.
    Beyond `utc_end` the window goes over midnight."""
    utc_end: float | None = None
    """Condition: the clock in UTC has not reached this, in the same form."""
    utc_days: list[_m.UtcDay] | None = None
    """Condition: it is one of these days in UTC. Absent means any day."""
    prompt: str | None = None
    """Price of a token of the prompt, in US dollars."""
    completion: str | None = None
    """Price of a token of the answer, in US dollars."""
    audio: str | None = None
    """Price of a token of audio in the prompt, in US dollars."""
    input_audio_cache: str | None = None
    """Price of a token of audio from the prompt cache, in US dollars."""
    input_cache_read: str | None = None
    """Price of a token from the prompt cache, in US dollars."""
    input_cache_write: str | None = None
    """Price of a token written to the prompt cache, in US dollars."""
    input_cache_write_1h: str | None = None
    """Price of a token written to the prompt cache for an hour, in US dollars."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "min_prompt_tokens": "min_prompt_tokens",
            "utc_start": "utc_start",
            "utc_end": "utc_end",
            "utc_days": "utc_days",
            "prompt": "prompt",
            "completion": "completion",
            "audio": "audio",
            "input_audio_cache": "input_audio_cache",
            "input_cache_read": "input_cache_read",
            "input_cache_write": "input_cache_write",
            "input_cache_write_1h": "input_cache_write_1h",
        },
        scalars=(
            "min_prompt_tokens",
            "utc_start",
            "utc_end",
            "prompt",
            "completion",
            "audio",
            "input_audio_cache",
            "input_cache_read",
            "input_cache_write",
            "input_cache_write_1h",
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
        self.min_prompt_tokens = get("min_prompt_tokens")
        self.utc_start = get("utc_start")
        self.utc_end = get("utc_end")
        v = get("utc_days")
        self.utc_days = v if v is None else copy_json(v)
        self.prompt = get("prompt")
        self.completion = get("completion")
        self.audio = get("audio")
        self.input_audio_cache = get("input_audio_cache")
        self.input_cache_read = get("input_cache_read")
        self.input_cache_write = get("input_cache_write")
        self.input_cache_write_1h = get("input_cache_write_1h")
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
    def audio_usd(self) -> _Decimal | None:
        """`audio` as a Decimal; None where there is none."""
        return as_decimal(self.audio)

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


_KEYS: Final = PricingOverride.wire.keys
