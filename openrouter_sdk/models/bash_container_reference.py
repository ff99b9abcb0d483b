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

    class BashContainerReferenceTypedDict(TypedDict, total=False):
        """A container that exists already."""

        type: Required[Literal["container_reference"]]
        """Always `container_reference`."""
        container_id: Required[str]
        """Id of the container, 1 to 40 letters, digits, `_` and `-`."""
        file_ids: Sequence[str]
        """Uploaded files to put into it, at most 20."""
        network_policy: _m.BashNetworkPolicy | _m.BashNetworkPolicyTypedDict
        """What it may reach. Default nothing."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class BashContainerReference(_Model):
    """A container that exists already."""

    type: Literal["container_reference"] = "container_reference"
    """Always `container_reference`."""
    container_id: str
    """Id of the container, 1 to 40 letters, digits, `_` and `-`."""
    file_ids: list[str] | None = None
    """Uploaded files to put into it, at most 20."""
    network_policy: _m.BashNetworkPolicy | None = None
    """What it may reach. Default nothing."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "type": "type",
            "container_id": "container_id",
            "file_ids": "file_ids",
            "network_policy": "network_policy",
        },
        scalars=(
            "type",
            "container_id",
        ),
        required=(),
        tag=(
            "type",
            "container_reference",
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
        self.type = get("type")
        self.container_id = get("container_id")
        v = get("file_ids")
        self.file_ids = v if v is None else copy_json(v)
        v = get("network_policy")
        self.network_policy = (
            v if v is None else _m.parse_bash_network_policy(v) if v.__class__ is dict else copy_json(v)
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


_KEYS: Final = BashContainerReference.wire.keys
