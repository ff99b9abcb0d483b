# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import ATOMS, NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateEmbeddingsRequestBodyTypedDict(TypedDict, total=False):
        """Body of a request for vectors."""

        input: Required[
            str
            | Sequence[_m.EmbeddingsInput | _m.EmbeddingsInputTypedDict]
            | Sequence[str]
            | Sequence[float]
            | Sequence[Sequence[float]]
        ]
        """What becomes vectors: one text, or several; the tokens of one text, or of several; or entries with
        media."""
        model: Required[str]
        """The model as `author/slug`."""
        dimensions: int
        """Length of the vectors, at least 1, for models that can vary it."""
        encoding_format: _m.EmbeddingsEncodingFormat
        """How the vectors are written. Default `float`."""
        input_type: str
        """What the input is for, such as `search_query` or `search_document`, where a model asks."""
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None
        """Which providers may serve the request, and in what order."""
        session_id: str
        """Groups requests, up to 256 characters."""
        trace: _m.TraceConfig | _m.TraceConfigTypedDict
        """Names under which the request shows up in traces."""
        user: str
        """An id of your end user, for abuse detection."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateEmbeddingsRequestBody(_Model):
    """Body of a request for vectors."""

    input: str | list[_m.EmbeddingsInput] | list[str] | list[float] | list[list[float]]
    """What becomes vectors: one text, or several; the tokens of one text, or of several; or entries with media."""
    model: str
    """The model as `author/slug`."""
    dimensions: int | None = None
    """Length of the vectors, at least 1, for models that can vary it."""
    encoding_format: _m.EmbeddingsEncodingFormat | None = None
    """How the vectors are written. Default `float`."""
    input_type: str | None = None
    """What the input is for, such as `search_query` or `search_document`, where a model asks."""
    provider: _m.ProviderPreferences | None = None
    """Which providers may serve the request, and in what order."""
    session_id: str | None = None
    """Groups requests, up to 256 characters."""
    trace: _m.TraceConfig | None = None
    """Names under which the request shows up in traces."""
    user: str | None = None
    """An id of your end user, for abuse detection."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "input": "input",
            "model": "model",
            "dimensions": "dimensions",
            "encoding_format": "encoding_format",
            "input_type": "input_type",
            "provider": "provider",
            "session_id": "session_id",
            "trace": "trace",
            "user": "user",
        },
        scalars=(
            "model",
            "dimensions",
            "encoding_format",
            "input_type",
            "session_id",
            "user",
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
        v = get("input")
        self.input = (
            v
            if v.__class__ in ATOMS
            else [_m.EmbeddingsInput.from_dict(i) if i.__class__ is dict else copy_json(i) for i in v]
            if v.__class__ is list
            else copy_json(v)
        )
        self.model = get("model")
        self.dimensions = get("dimensions")
        self.encoding_format = get("encoding_format")
        self.input_type = get("input_type")
        v = get("provider")
        self.provider = v if v is None else _m.ProviderPreferences.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.session_id = get("session_id")
        v = get("trace")
        self.trace = v if v is None else _m.TraceConfig.from_dict(v) if v.__class__ is dict else copy_json(v)
        self.user = get("user")
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


_KEYS: Final = CreateEmbeddingsRequestBody.wire.keys
