"""Reading `openapi.yaml` for the tests: references, the alternatives of a schema, a walk over all schemas."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.plain import from_yaml

CONTRACT = Path(__file__).resolve().parents[2] / "openapi.yaml"
PREFIX = "#/components/schemas/"

Schema = dict[str, Any]


class Place(NamedTuple):
    """A schema with the way to it; `component` is set where the schema is a component of its own."""

    where: str
    schema: Schema
    component: bool


class Operation(NamedTuple):
    """One operation of the API."""

    method: str
    path: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """What it is called in Python, `namespace.method`."""
        return f"{self.data['tags'][0]}.{self.data['x-method']}"

    @property
    def names(self) -> list[str]:
        """All its names in Python."""
        return [self.name, *(f"{self.data['tags'][0]}.{alias}" for alias in self.data.get("x-aliases", []))]


class Contract:
    """An OpenAPI document with the questions the tests put to it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.components: dict[str, Schema] = document["components"]["schemas"]
        self.operation: dict[str, Any] = document["paths"]["/chat/completions"]["post"]
        self.responses: dict[str, Any] = self.operation["responses"]

    def operations(self) -> list[Operation]:
        """All operations, in the order they stand there."""
        paths: dict[str, dict[str, Any]] = self.document["paths"]
        return [Operation(method, path, data) for path, item in paths.items() for method, data in item.items()]

    def parameters(self, operation: Operation) -> list[dict[str, Any]]:
        """The parameters of an operation, without references."""
        return [self.resolve(one) for one in operation.data.get("parameters", [])]

    def answers(self, operation: Operation) -> dict[str, dict[str, Any]]:
        """The responses of an operation by status, without references."""
        return {status: self.resolve(one) for status, one in operation.data["responses"].items()}

    def success(self, operation: Operation) -> tuple[str, dict[str, Any]]:
        """The first 2xx response, with its status."""
        return next((status, one) for status, one in self.answers(operation).items() if status[0] == "2")

    def resolve(self, schema: Schema) -> Schema:
        """The schema itself, or the component its `$ref` names. A dangling reference is a KeyError."""
        while "$ref" in schema:
            schema = self.target(schema["$ref"])
        return schema

    def target(self, reference: str) -> Schema:
        """The component a reference such as `#/components/schemas/ChatUsage` names."""
        kind, _, name = reference.removeprefix("#/components/").partition("/")
        found: Schema = self.document["components"][kind][name]
        return found

    def alternatives(self, schema: Schema) -> list[Schema]:
        """The schema without references and `anyOf`: one entry for each form a value may take."""
        schema = self.resolve(schema)
        if "anyOf" in schema:
            return [form for part in schema["anyOf"] for form in self.alternatives(part)]
        kinds = schema.get("type")
        if isinstance(kinds, list):
            return [{**schema, "type": kind} if kind != "null" else {"type": "null"} for kind in kinds]
        return [schema]

    def nullable(self, schema: Schema) -> bool:
        """Whether null is a value of the schema."""
        return any(form.get("type", "null") == "null" for form in self.alternatives(schema))

    def places(self) -> Iterator[Place]:
        """Every schema of the components, outer ones first."""
        for name, schema in self.components.items():
            yield Place(name, schema, True)
            yield from inner_places(name, schema)

    def references(self, node: object) -> Iterator[str]:
        """Every reference below a node, those of `discriminator.mapping` and `x-default-mapping` included."""
        if isinstance(node, list):
            for item in node:
                yield from self.references(item)
        elif isinstance(node, dict):
            for value in node.values():
                yield from self.references(value)
        elif isinstance(node, str) and node.startswith("#/components/"):
            yield node

    def reachable(self) -> set[str]:
        """References of the components that the paths lead to."""
        found: set[str] = set()
        waiting = list(self.references(self.document["paths"]))
        while waiting:
            reference = waiting.pop()
            if reference not in found:
                found.add(reference)
                waiting += self.references(self.target(reference))
        return found


def inner_places(where: str, schema: Schema) -> Iterator[Place]:
    """The schemas below a schema; references are not followed."""
    children = [(f"{where}.{name}", child) for name, child in schema.get("properties", {}).items()]
    children += [(f"{where}[]", schema["items"])] if "items" in schema else []
    children += [(f"{where}|{number}", child) for number, child in enumerate(schema.get("anyOf", []))]
    children += [(f"{where}{{}}", schema[key]) for key in ("additionalProperties", "propertyNames") if key in schema]
    for place, child in children:
        if isinstance(child, dict):
            yield Place(place, child, False)
            yield from inner_places(place, child)


def load_document() -> dict[str, Any]:
    """A fresh copy of the contract as data."""
    return copy.deepcopy(_parsed())


@cache
def _parsed() -> dict[str, Any]:
    document: dict[str, Any] = from_yaml(CONTRACT.read_text(encoding="utf-8"))
    return document


@cache
def load_contract() -> Contract:
    """The contract of this checkout, one for all tests: none of them changes it."""
    return Contract(load_document())
