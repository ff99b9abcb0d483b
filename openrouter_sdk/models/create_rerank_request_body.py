# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from attrs import define as _define
from attrs import field as _field

from .. import models as _m
from ..types import NOT_PLAIN, Extras, Wire, copy_json, new_extras
from ..types import Model as _Model

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class CreateRerankRequestBodyTypedDict(TypedDict, total=False):
        """Body of a request to order documents."""

        query: Required[str]
        """What the documents should answer."""
        documents: Required[Sequence[str | _m.DocumentRequest | _m.DocumentRequestTypedDict]]
        """The documents, at least one."""
        model: Required[str]
        """The model as `author/slug`."""
        top_n: int
        """How many of the best to return, at least 1. Default all."""
        provider: _m.ProviderPreferences | _m.ProviderPreferencesTypedDict | None
        """Which providers may serve the request, and in what order."""
        session_id: str
        """Groups requests, up to 256 characters."""
        trace: _m.TraceConfig | _m.TraceConfigTypedDict
        """Names under which the request shows up in traces."""
        user: str
        """An id of your end user, for abuse detection."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class CreateRerankRequestBody(_Model):
    """Body of a request to order documents."""

    query: str
    """What the documents should answer."""
    documents: list[str | _m.DocumentRequest]
    """The documents, at least one."""
    model: str
    """The model as `author/slug`."""
    top_n: int | None = None
    """How many of the best to return, at least 1. Default all."""
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
            "query": "query",
            "documents": "documents",
            "model": "model",
            "top_n": "top_n",
            "provider": "provider",
            "session_id": "session_id",
            "trace": "trace",
            "user": "user",
        },
        scalars=(
            "query",
            "model",
            "top_n",
            "session_id",
            "user",
        ),
        required=("documents",),
    )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. Nothing in it raises: what does not fit is kept as it came."""
        self = cls.__new__(cls)
        try:
            get: Any = src_dict.get
        except AttributeError:
            return super().from_dict(src_dict)
        self.query = get("query")
        v = get("documents")
        if v.__class__ is list:
            read_documents: list[Any] = []
            for i in v:
                read_documents.append(_m.DocumentRequest.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.documents = read_documents
        else:
            self.documents = [] if v is None else copy_json(v)
        self.model = get("model")
        self.top_n = get("top_n")
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
        if get("documents") is None:
            marks["documents"] = ("documents" in src_dict, self.documents)
        return self


_KEYS: Final = CreateRerankRequestBody.wire.keys
