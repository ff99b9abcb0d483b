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
    from typing import TypedDict

    class BashParametersTypedDict(TypedDict, total=False):
        """Settings of the shell."""

        engine: _m.BashEngine
        """Where commands run; only `openrouter` runs them on the server. Default `auto`."""
        environment: _m.BashEnvironment | _m.BashEnvironmentTypedDict
        """The container. Default a fresh one."""
        sleep_after_seconds: int
        """Idle seconds until the container sleeps, up to 30 days. Default 900."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BashParameters(_Model):
    """Settings of the shell."""

    engine: _m.BashEngine | None = None
    """Where commands run; only `openrouter` runs them on the server. Default `auto`."""
    environment: _m.BashEnvironment | None = None
    """The container. Default a fresh one."""
    sleep_after_seconds: int | None = None
    """Idle seconds until the container sleeps, up to 30 days. Default 900."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "engine": "engine",
            "environment": "environment",
            "sleep_after_seconds": "sleep_after_seconds",
        },
        scalars=(
            "engine",
            "sleep_after_seconds",
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
        self.engine = get("engine")
        v = get("environment")
        self.environment = v if v is None else _m.parse_bash_environment(v) if v.__class__ is dict else copy_json(v)
        self.sleep_after_seconds = get("sleep_after_seconds")
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


_KEYS: Final = BashParameters.wire.keys
