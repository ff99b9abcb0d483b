"""The API's contract as a JSON Schema validator that follows its unions.

The contract writes a union of objects as a base object with ``discriminator.mapping``, which JSON Schema does not
read. Here the tag of each object picks the member it has to fit: an unknown tag picks ``x-default-mapping``, or passes
when there is none. Enums marked ``x-open`` list what is known, so they are not enforced.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

from .._json import is_list, is_object

CONTRACT_FILE = "openapi.json"
_UNION = "x-union"
_ALIKE = 0.85
_PREFIX = "#/components/schemas/"
_IGNORED = frozenset({"description", "default", "format", "discriminator", "x-default-mapping", "title", "deprecated"})


@cache
def load_contract() -> dict[str, Any]:
    """The contract this package was built with.

    Raises:
        FileNotFoundError: when it is missing; ``make generate`` writes it.
    """
    file = resources.files("openrouter_sdk.testing").joinpath(CONTRACT_FILE)
    if not file.is_file():
        raise FileNotFoundError(f"{CONTRACT_FILE} is missing beside the emulated server: `make generate` writes it")
    contract: dict[str, Any] = json.loads(file.read_bytes())
    return contract


@cache
def component_validator(name: str) -> Validator:
    """The validator of a component of the contract, by name."""
    if name not in _components():
        raise KeyError(f"the contract has no component {name!r}")
    validator: Validator = _CONTRACT_VALIDATOR({"$ref": _PREFIX + name})
    return validator


class Operation:
    """An operation of the contract, as far as a server needs to know it."""

    def __init__(self, method: str, template: str, data: Mapping[str, Any]) -> None:
        self.id: str = data["operationId"]
        self.name = f"{data['tags'][0]}.{data['x-method']}"
        self.method = method.upper()
        self.template = template
        needed = [*data["security"][0]]
        self.needs_key = {} not in data["security"]
        self.needs_management = needed == ["management"]
        self.body_schema: Any = data.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
        parameters = [_resolved(one) for one in data.get("parameters", ())]
        self.query_parameters = [one for one in parameters if one["in"] == "query"]
        self._pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template))

    def match(self, path: str) -> dict[str, str] | None:
        """The parameters in a path of this operation, None for another path."""
        found = self._pattern.fullmatch(path)
        return found.groupdict() if found else None

    @cached_property
    def body_validator(self) -> Validator:
        """The validator of the request's JSON body."""
        validator: Validator = _CONTRACT_VALIDATOR(_plain_schema(self.body_schema))
        return validator

    def query_validator(self, name: str) -> Validator:
        """The validator of a parameter of the query."""
        return self._query_validators[name]

    @cached_property
    def _query_validators(self) -> dict[str, Validator]:
        return {one["name"]: _CONTRACT_VALIDATOR(_plain_schema(one["schema"])) for one in self.query_parameters}


@cache
def operations() -> tuple[Operation, ...]:
    """All operations; a path without parameters comes before one that would match it too."""
    paths: Mapping[str, Mapping[str, Any]] = load_contract()["paths"]
    found = [Operation(method, path, data) for path, item in paths.items() for method, data in item.items()]
    return tuple(sorted(found, key=lambda operation: operation.template.count("{")))


def _resolved(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """An entry of the contract, or what its ``$ref`` names."""
    while "$ref" in entry:
        node: Any = load_contract()
        for step in entry["$ref"].removeprefix("#/").split("/"):
            node = node[step]
        entry = node
    return entry


@cache
def _components() -> dict[str, Any]:
    return {name: _plain_schema(schema) for name, schema in load_contract()["components"]["schemas"].items()}


def _plain_schema(schema: Any) -> Any:
    """``schema`` without prose and open enums, and with its union as the keyword ``x-union``."""
    if is_list(schema):
        return [_plain_schema(item) for item in schema]
    if not is_object(schema):
        return schema
    plain: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "properties":
            plain[key] = {name: _plain_schema(member) for name, member in value.items()}
        elif key not in _IGNORED and not (key == "enum" and schema.get("x-open")):
            plain[key] = value if key in ("enum", "const", "required") else _plain_schema(value)
    discriminator = schema.get("discriminator", {})
    if "mapping" in discriminator:
        default = schema.get("x-default-mapping", discriminator.get("x-default-mapping"))
        plain[_UNION] = {**discriminator, "default": default}
    return plain


def _component(reference: str) -> Any:
    return _components()[reference.removeprefix(_PREFIX)]


def _follow_reference(
    validator: Any, reference: str, instance: Any, _schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    yield from validator.descend(instance, _component(reference))


def _follow_union(
    validator: Any, union: Mapping[str, Any], instance: Any, _schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    if not is_object(instance):
        return
    tag = instance.get(union["propertyName"])
    known = union["mapping"].get(tag) if isinstance(tag, str) else None
    if isinstance(tag, str) and known is None and (meant := _misspelt(tag, union["mapping"])):
        message = f"{tag!r} is not supported; did you mean {meant!r}?"
        yield ValidationError(message, path=[union["propertyName"]])
        return
    member = known or union["default"]
    if member is not None:
        yield from validator.descend(instance, _component(member))


@cache
def _nearest(tag: str, known: tuple[str, ...]) -> str | None:
    near = get_close_matches(tag.casefold(), known, n=1, cutoff=_ALIKE)
    return near[0] if near and re.findall(r"\d+", tag) == re.findall(r"\d+", near[0]) else None


def _misspelt(tag: str, mapping: Mapping[str, Any]) -> str | None:
    """The known tag that an unknown one was meant to be: a slip, not a new member, nor a new version of one."""
    return _nearest(tag, tuple(mapping))


_KEYWORDS = {"$ref": _follow_reference, _UNION: _follow_union}
_CONTRACT_VALIDATOR: Any = validators.extend(Draft202012Validator, _KEYWORDS)  # type: ignore[no-untyped-call]
