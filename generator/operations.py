"""What the contract says of its operations, as the templates need it: one plain description for each.

The contract says how an operation becomes a method in the comment above its `paths`.
"""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass, field
from typing import Any

from checks import METHODS
from openapi_python_client.strings import PythonIdentifier, pascal_case

OWN_NAMESPACES = ("chat", "models")
"""Namespaces that `custom/client.py` adds to; their types stand there."""
ANSWER_MIXIN = "AnswerMixin"
BINARY = "application/octet-stream"
_DEPRECATED = "Deprecated. "
_FORMS = {"application/json": "json", "multipart/form-data": "multipart"}
# What stands between the entries of a list in one parameter, by style (OpenAPI 3.1, "Style Values").
_SEPARATORS = {"form": ",", "simple": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


@dataclass(frozen=True)
class Described:
    """One operation of the contract.

    Attributes:
        form: How the body is sent: "json", "multipart", or "" without one.
        kind: What comes back: "json", "binary", "events" (and nothing else), or "" for an empty answer.
        result: The component of a whole answer.
        chunk: The component of an event of a stream.
        sentinel: The data of the event that ends a stream.
        stream_field: The body field that asks for a stream.
        docs: What the parameters are for, by name.
        lists: How lists in query and headers go out, by name: the text between entries, "{}" for an object of
            parameters, "" for one parameter each. Headers that are no text are here, too.
        pages: `x-pagination`, and as `item` the component of one item.
        secrets: Parameters, and fields of the body at any depth, that hold credentials.
        nulls: Required fields of the body that may be null.
        eventual: Whether what is asked for may come to be a little later.
        example: The arguments of a call as they are written: the first example of the body, "..." without one.
        deprecated: What the contract says of an operation that the API calls so; "" for all others.
    """

    key: str
    method: str
    path: str
    namespace: str
    name: str
    aliases: tuple[str, ...]
    summary: str
    form: str
    kind: str
    result: str
    chunk: str
    sentinel: str
    stream_field: str
    body: str
    docs: dict[str, str]
    lists: dict[str, str]
    pages: dict[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    nulls: tuple[str, ...] = ()
    eventual: bool = False
    example: str = ""
    deprecated: str = ""


def _resolved(contract: dict[str, Any], node: Any) -> Any:
    """What a reference leads to; anything else as it is."""
    while isinstance(node, dict) and "$ref" in node:
        here: Any = contract
        for part in node["$ref"].removeprefix("#/").split("/"):
            here = here[part]
        node = here
    return node


def component_of(schema: dict[str, Any] | None) -> str:
    """The name of the component that a schema refers to."""
    return str((schema or {}).get("$ref", "")).rsplit("/", 1)[-1]


def _each(contract: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, item[method]) for path, item in contract["paths"].items() for method in METHODS if method in item
    ]


def _success(contract: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """The first 2xx response."""
    statuses = sorted(status for status in operation["responses"] if str(status).startswith("2"))
    if not statuses:
        raise SystemExit(f"openapi.yaml: {operation['operationId']} has no 2xx response")
    found: dict[str, Any] = _resolved(contract, operation["responses"][statuses[0]])
    return found


def _list_style(contract: dict[str, Any], where: str, parameter: dict[str, Any]) -> str | None:
    """How a list of this parameter goes out; see `Described.lists`. None where nothing needs to be said."""
    kind = _resolved(contract, parameter.get("schema", {})).get("type")
    if kind not in {"array", "object"}:
        return "" if parameter["in"] == "header" and kind in {"integer", "number", "boolean"} else None
    style = parameter.get("style", "simple" if parameter["in"] == "header" else "form")
    if style == "deepObject":
        return "{}"
    if style not in _SEPARATORS:
        raise SystemExit(f"openapi.yaml: {where}: style {style!r} of {parameter['name']} is not supported")
    return "" if parameter.get("explode", style == "form") else _SEPARATORS[style]


def _is_secret(node: dict[str, Any]) -> bool:
    return bool(node.get("x-secret") or node.get("schema", {}).get("x-secret"))


def _secrets(contract: dict[str, Any], root: Any) -> set[str]:
    """The properties below a node that are marked as credentials, references followed."""
    found, seen, waiting = set[str](), set[str](), [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting += node.values()
            properties = node.get("properties")
            if isinstance(properties, dict):
                found |= {name for name, one in properties.items() if isinstance(one, dict) and _is_secret(one)}
        elif isinstance(node, list):
            waiting += node
        elif isinstance(node, str) and node.startswith("#/components/") and node not in seen:
            seen.add(node)
            waiting.append(_resolved(contract, {"$ref": node}))
    return found


def _may_be_null(contract: dict[str, Any], schema: Any) -> bool:
    found = _resolved(contract, schema)
    kinds = found.get("type", [])
    return "null" in ([kinds] if isinstance(kinds, str) else kinds) or any(
        _may_be_null(contract, part) for key in ("anyOf", "oneOf") for part in found.get(key, ())
    )


def _nulls(contract: dict[str, Any], bodies: dict[str, Any]) -> tuple[str, ...]:
    """Required fields that may be null: left out and null are two things there."""
    schemas = [_resolved(contract, body["schema"]) for body in bodies.values()]
    return tuple(
        name
        for schema in schemas
        for name in schema.get("required", ())
        if _may_be_null(contract, schema.get("properties", {}).get(name, {}))
    )


def _pages(contract: dict[str, Any], operation: dict[str, Any], result: str) -> dict[str, str]:
    said = operation.get("x-pagination")
    if not said:
        return {}
    items: Any = {"$ref": f"#/components/schemas/{result}"}
    for step in said["items"].split("."):
        items = _resolved(contract, items)["properties"][step]
    return {**said, "item": component_of(_resolved(contract, items)["items"])}


def _example(contract: dict[str, Any], bodies: dict[str, Any]) -> str:
    examples = [one for body in bodies.values() for one in _resolved(contract, body["schema"]).get("examples", ())]
    return ", ".join(f"{name}={json.dumps(value)}" for name, value in examples[0].items()) if examples else "..."


def _reason(operation: dict[str, Any]) -> str:
    """Why an operation is deprecated, in one line."""
    return " ".join(operation["description"].removeprefix(_DEPRECATED).split())


def _form(operation: dict[str, Any], bodies: dict[str, Any]) -> str:
    form = next((form for media_type, form in _FORMS.items() if media_type in bodies), "")
    if bodies and not form:
        raise SystemExit(f"openapi.yaml: {operation['operationId']}: a body as {', '.join(bodies)} is not supported")
    return form


def generator_key(key: str) -> str:
    """Method and path as the generator knows them: it has renamed the parameters in the path."""
    return re.sub(r"\{(.+?)\}", lambda found: f"{{{PythonIdentifier(found[1], 'field_')}}}", key)


def describe(contract: dict[str, Any]) -> dict[str, Described]:
    """The operations of the contract, by method in lower case and path."""
    found: dict[str, Described] = {}
    for path, method, operation in _each(contract):
        content = _success(contract, operation).get("content", {})
        events = content.get("text/event-stream", {})
        result = component_of(content.get("application/json", {}).get("schema"))
        kind = "json" if result else "events" if events else "binary" if content else ""
        bodies = _resolved(contract, operation.get("requestBody") or {}).get("content", {})
        parameters = [_resolved(contract, each) for each in operation.get("parameters", ())]
        key = f"{method} {path}"
        styles = {each["name"]: _list_style(contract, key, each) for each in parameters}
        found[key] = Described(
            key=key,
            method=method.upper(),
            path=path,
            namespace=operation["tags"][0],
            name=operation["x-method"],
            aliases=tuple(operation.get("x-aliases", ())),
            summary=operation["summary"],
            form=_form(operation, bodies),
            kind=kind,
            result=result,
            chunk=component_of(events.get("schema")),
            sentinel=events.get("x-sse-sentinel", ""),
            stream_field=events.get("x-stream-request-field", ""),
            body=next((component_of(bodies[kind]["schema"]) for kind in _FORMS if kind in bodies), ""),
            docs={each["name"]: each.get("description", "") for each in parameters},
            lists={name: style for name, style in styles.items() if style is not None},
            pages=_pages(contract, operation, result),
            secrets=tuple(
                sorted({*_secrets(contract, bodies), *(each["name"] for each in parameters if _is_secret(each))})
            ),
            nulls=_nulls(contract, bodies),
            eventual=operation.get("x-eventual", False),
            example=_example(contract, bodies),
            deprecated=_reason(operation) if operation.get("deprecated") else "",
        )
    return found


@dataclass(frozen=True)
class NamespaceOf:
    """A namespace of the client.

    Attributes:
        text: What the contract says of it.
        folder: The package in `api` that the generator makes for it.
        cls: The class in that package.
        operations: Module and class of each of its operations.
    """

    text: str
    folder: str
    cls: str
    operations: tuple[tuple[str, str], ...]


def namespaces(contract: dict[str, Any]) -> dict[str, NamespaceOf]:
    """The namespaces of the client, by name."""
    said = {tag["name"]: tag.get("description", "") for tag in contract.get("tags", ())}
    found: dict[str, list[Described]] = {}
    for each in describe(contract).values():
        found.setdefault(each.namespace, []).append(each)
    return {
        name: NamespaceOf(
            text=said.get(name, ""),
            folder=PythonIdentifier(name, "field_"),
            cls=pascal_case(name),
            operations=tuple(
                (PythonIdentifier(each.name, "field_"), pascal_case(f"{name}_{each.name}")) for each in own
            ),
        )
        for name, own in sorted(found.items())
    }


def statuses(contract: dict[str, Any]) -> dict[int, str]:
    """The exception for each status that some operation names."""
    found: dict[int, str] = {}
    for path, method, operation in _each(contract):
        for status, response in operation["responses"].items():
            name = _resolved(contract, response).get("x-error")
            if name and str(status).isdigit() and found.setdefault(int(status), name) != name:
                raise SystemExit(
                    f"openapi.yaml: {method} {path}: {status} is {name} here, elsewhere {found[int(status)]}"
                )
    return dict(sorted(found.items()))


def with_marks(node: Any) -> Any:
    """The contract, or a part of it: what is deprecated says so in its description, which is all a field can show."""
    if isinstance(node, list):
        return [with_marks(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: with_marks(one) for key, one in node.items()}
    if node.get("deprecated") is True:
        found["description"] = (_DEPRECATED + node.get("description", "")).strip()
    return found


def for_generator(contract: dict[str, Any]) -> dict[str, Any]:
    """The contract as the generator is given it.

    An operation is called by its method. What an operation answers knows how it came (`AnswerMixin`), unless the
    contract gives its model a behaviour of its own. A body of bytes is one the generator can lay out.
    """
    made = copy.deepcopy(contract)
    for _, _, operation in _each(made):
        operation["operationId"] = operation["x-method"]
        response = _success(made, operation)
        content = response.get("content", {})
        if content and not content.keys() & {"application/json", "text/event-stream"}:
            response["content"] = {BINARY: {"schema": {"type": "string", "format": "binary"}}}
        result = component_of(content.get("application/json", {}).get("schema"))
        if result:
            made["components"]["schemas"][result].setdefault("x-mixin", ANSWER_MIXIN)
    return made
