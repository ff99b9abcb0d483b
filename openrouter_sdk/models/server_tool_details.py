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

    class ServerToolDetailsTypedDict(TypedDict, total=False):
        """A tool that runs on the server's side, with the models whose providers run it."""

        id: Required[str]
        """What goes into `tools[].type`, such as `openrouter:web_search`."""
        name: Required[str]
        """Name for people."""
        summary: Required[str]
        """What it does, in a sentence."""
        tool_description: Required[str]
        """What the model is told about it."""
        status: Required[_m.ServerToolStatus]
        """Whether it has a future."""
        docs_url: Required[str]
        """Page that explains it."""
        aliases: Required[Sequence[_m.ServerToolInputName | _m.ServerToolInputNameTypedDict]]
        """All names it goes by in `tools[].type`, its `id` among them."""
        supported_api_formats: Required[Sequence[_m.ServerToolApiFormat]]
        """Kinds of requests that can name it."""
        engines: Required[Sequence[_m.ServerToolEngine | _m.ServerToolEngineTypedDict]]
        """What can do its work."""
        default_engine: Required[str | None]
        """Engine for requests that name none (or `auto`). `native` means the model's provider, where it can;
        null for a tool without a choice."""
        fallback_engine: Required[str | None]
        """Engine in place of `native` where the provider cannot."""
        native_support: Required[_m.NativeSupport | _m.NativeSupportTypedDict]
        """Which models' providers run it themselves."""
        parameters_schema: Required[Mapping[str, Any]]
        """JSON Schema of `tools[].parameters`, which you write."""
        input_schema: Required[Mapping[str, Any]]
        """JSON Schema of the arguments, which the model writes."""
        output_schema: Required[Mapping[str, Any] | None]
        """JSON Schema of the result; null when it has none."""


@_define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class ServerToolDetails(_Model):
    """A tool that runs on the server's side, with the models whose providers run it."""

    id: str
    """What goes into `tools[].type`, such as `openrouter:web_search`."""
    name: str
    """Name for people."""
    summary: str
    """What it does, in a sentence."""
    tool_description: str
    """What the model is told about it."""
    status: _m.ServerToolStatus
    """Whether it has a future."""
    docs_url: str
    """Page that explains it."""
    aliases: list[_m.ServerToolInputName]
    """All names it goes by in `tools[].type`, its `id` among them."""
    supported_api_formats: list[_m.ServerToolApiFormat]
    """Kinds of requests that can name it."""
    engines: list[_m.ServerToolEngine]
    """What can do its work."""
    default_engine: str | None
    """Engine for requests that name none (or `auto`). `native` means the model's provider, where it can; null
    for a tool without a choice."""
    fallback_engine: str | None
    """Engine in place of `native` where the provider cannot."""
    native_support: _m.NativeSupport
    """Which models' providers run it themselves."""
    parameters_schema: dict[str, Any]
    """JSON Schema of `tools[].parameters`, which you write."""
    input_schema: dict[str, Any]
    """JSON Schema of the arguments, which the model writes."""
    output_schema: dict[str, Any] | None
    """JSON Schema of the result; null when it has none."""
    additional_properties: dict[str, Any] = _field(factory=new_extras)
    """Keys of the JSON object that the contract does not name."""

    wire: ClassVar[Wire] = Wire(
        {
            "id": "id",
            "name": "name",
            "summary": "summary",
            "tool_description": "tool_description",
            "status": "status",
            "docs_url": "docs_url",
            "aliases": "aliases",
            "supported_api_formats": "supported_api_formats",
            "engines": "engines",
            "default_engine": "default_engine",
            "fallback_engine": "fallback_engine",
            "native_support": "native_support",
            "parameters_schema": "parameters_schema",
            "input_schema": "input_schema",
            "output_schema": "output_schema",
        },
        scalars=(
            "id",
            "name",
            "summary",
            "tool_description",
            "status",
            "docs_url",
            "default_engine",
            "fallback_engine",
        ),
        required=(
            "aliases",
            "supported_api_formats",
            "engines",
            "default_engine",
            "fallback_engine",
            "native_support",
            "parameters_schema",
            "input_schema",
            "output_schema",
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
        self.name = get("name")
        self.summary = get("summary")
        self.tool_description = get("tool_description")
        self.status = get("status")
        self.docs_url = get("docs_url")
        v = get("aliases")
        if v.__class__ is list:
            read_aliases: list[Any] = []
            for i in v:
                read_aliases.append(_m.ServerToolInputName.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.aliases = read_aliases
        else:
            self.aliases = [] if v is None else copy_json(v)
        v = get("supported_api_formats")
        self.supported_api_formats = [] if v is None else copy_json(v)
        v = get("engines")
        if v.__class__ is list:
            read_engines: list[Any] = []
            for i in v:
                read_engines.append(_m.ServerToolEngine.from_dict(i) if i.__class__ is dict else copy_json(i))
            self.engines = read_engines
        else:
            self.engines = [] if v is None else copy_json(v)
        self.default_engine = get("default_engine")
        self.fallback_engine = get("fallback_engine")
        v = get("native_support")
        self.native_support = (
            _m.NativeSupport.from_dict(v)
            if v.__class__ is dict
            else _m.NativeSupport.from_dict({})
            if v is None
            else copy_json(v)
        )
        v = get("parameters_schema")
        self.parameters_schema = {} if v is None else copy_json(v)
        v = get("input_schema")
        self.input_schema = {} if v is None else copy_json(v)
        v = get("output_schema")
        self.output_schema = v if v is None else copy_json(v)
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
        if get("aliases") is None:
            marks["aliases"] = ("aliases" in src_dict, self.aliases)
        if get("supported_api_formats") is None:
            marks["supported_api_formats"] = ("supported_api_formats" in src_dict, self.supported_api_formats)
        if get("engines") is None:
            marks["engines"] = ("engines" in src_dict, self.engines)
        if "default_engine" not in src_dict:
            marks["default_engine"] = False
        if "fallback_engine" not in src_dict:
            marks["fallback_engine"] = False
        if get("native_support") is None:
            marks["native_support"] = ("native_support" in src_dict, self.native_support)
        if get("parameters_schema") is None:
            marks["parameters_schema"] = ("parameters_schema" in src_dict, self.parameters_schema)
        if get("input_schema") is None:
            marks["input_schema"] = ("input_schema" in src_dict, self.input_schema)
        if "output_schema" not in src_dict:
            marks["output_schema"] = False
        return self


_KEYS: Final = ServerToolDetails.wire.keys
