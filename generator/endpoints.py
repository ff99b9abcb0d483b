"""The operations of an OpenAPI document as plain data, whatever dialect the document is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from checks import METHODS
from forms import Document, Form, Json, View

JSON = "application/json"
EVENTS = "text/event-stream"

# Headers that the client sends with every request: options of `OpenRouter`, and no business of an operation.
CLIENT_HEADERS = {"http-referer", "x-openrouter-title", "x-openrouter-categories"}
_ENVELOPE = {"data", "event", "id", "retry"}


class NeverNull:
    """The place of a parameter, which is absent rather than null."""

    def __init__(self, view: View) -> None:
        self._form = replace(view.form(), nullable=False)

    def form(self) -> Form:
        """What the schema admits, null aside."""
        return self._form


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation; `listed` is one whose list goes out as one text."""

    name: str
    where: str
    required: bool
    schema: View
    listed: bool


@dataclass(frozen=True)
class Endpoint:
    """One operation.

    Attributes:
        call: Its name in Python, namespace and method.
        pages: `x-pagination`, as far as it can be told.
        bodies: The body by media type.
        answers: The answer by media type, None where the document does not say what is in it.
        status: The status of success.
        failures: The other statuses that it names.
    """

    method: str
    path: str
    id: str
    call: tuple[str, str]
    pages: dict[str, str]
    parameters: dict[tuple[str, str], Parameter]
    bodies: dict[str, View]
    answers: dict[str, View | None]
    status: str
    failures: tuple[str, ...]

    @property
    def key(self) -> str:
        """Method and path."""
        return f"{self.method.upper()} {self.path}"


def snake_case(text: str) -> str:
    """A name as Python spells it."""
    parted = re.sub(r"([A-Z]+)([A-Z][a-z])|([a-z0-9])([A-Z])", r"\1\3_\2\4", text)
    return re.sub(r"\W+", "_", parted).strip("_").lower()


def endpoints(data: Json) -> dict[str, Endpoint]:
    """The operations of a document, by method and path. Deprecated ones that the server refuses are left out."""
    document = Document(data)
    found: dict[str, Endpoint] = {}
    for path, item in data.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                endpoint = _endpoint(document, path, method, {**item[method]}, item.get("parameters", []))
                found[endpoint.key] = endpoint
    return found


def _endpoint(document: Document, path: str, method: str, raw: Json, shared: list[Json]) -> Endpoint:
    answers = {str(status): document.resolved(one) for status, one in raw["responses"].items()}
    status = min((one for one in answers if one.startswith("2")), default="")
    content = answers.get(status, {}).get("content", {}) if status != "204" else {}
    bodies = document.resolved(raw.get("requestBody") or {}).get("content", {})
    parameters = [_parameter(document, document.resolved(one)) for one in [*shared, *raw.get("parameters", ())]]
    wanted = {(one.where, one.name): one for one in parameters if one.name.lower() not in CLIENT_HEADERS}
    found = {kind: _answer(document, kind, one.get("schema")) for kind, one in content.items()}
    return Endpoint(
        method=method,
        path=path,
        id=raw["operationId"],
        call=_call(raw),
        pages=raw["x-pagination"] if "x-pagination" in raw else _pages(wanted, found.get(JSON)),
        parameters=wanted,
        bodies={kind: document.view(one["schema"]) for kind, one in bodies.items() if "schema" in one},
        answers=found,
        status=status,
        failures=tuple(one for one in answers if one.isdigit() and not one.startswith("2")),
    )


def _parameter(document: Document, raw: Json) -> Parameter:
    required = bool(raw.get("required"))
    schema = raw.get("schema", {})
    listed = raw["in"] == "query" and schema.get("type") == "array" and raw.get("explode") is False
    return Parameter(raw["name"], raw["in"], required, NeverNull(document.view(schema)), listed)


def _answer(document: Document, kind: str, schema: Json | None) -> View | None:
    """What comes back. Events are meant without their envelope."""
    if not schema:
        return None
    view = document.view(schema)
    if kind == EVENTS:
        shapes = view.form().shapes
        if len(shapes) == 1 and "data" in shapes[0].fields and shapes[0].fields.keys() <= _ENVELOPE:
            return shapes[0].fields["data"].schema
    return view


def _call(raw: Json) -> tuple[str, str]:
    """Namespace and method: ours, those of the official SDK where the document has them, else tag and operation."""
    if "x-method" in raw:
        return raw["tags"][0], raw["x-method"]
    namespace, _, method = raw.get("x-python", "").rpartition(".")
    if namespace:
        return namespace.replace(".", "_"), method
    return snake_case((raw.get("tags") or ["other"])[0]), snake_case(raw["operationId"])


def _below(form: Form, name: str) -> Form:
    found = [shape.fields[name].schema.form() for shape in form.shapes if name in shape.fields]
    return found[0] if found else Form()


def _pages(parameters: dict[tuple[str, str], Parameter], answer: View | None) -> dict[str, str]:
    """How an operation goes through pages, told from its parameters and its answer; {} where it does not."""
    query = {name for where, name in parameters if where == "query"}
    form = answer.form() if answer else Form()
    if "limit" not in query or not _below(form, "data").items:
        return {}
    found: dict[str, Any] = {"style": "", "items": "data", "limit": "limit"}
    if "offset" in query:
        found |= {"style": "offset", "offset": "offset"}
        found |= {"total": "total_count"} if _below(form, "total_count").kinds() else {}
        found |= {"next": "links.next"} if _below(_below(form, "links"), "next").kinds() else {}
    elif "after" in query and _below(form, "last_id").kinds():
        found |= {"style": "last_id", "cursor": "after", "next": "last_id", "more": "has_more"}
    elif "cursor" in query and (
        key := next((key for key in ("cursor", "next_cursor") if _below(form, key).kinds()), "")
    ):
        found |= {"style": "cursor", "cursor": "cursor", "next": key}
    return found if found["style"] else {}


def is_list_as_text(ours: Parameter, theirs: Parameter) -> bool:
    """Whether one is a list with commas between, which the other calls a text."""
    kinds = [one.schema.form().kinds() for one in (ours, theirs)]
    return ours.listed != theirs.listed and {"text"} in kinds


def places(ours: dict[str, Endpoint], theirs: dict[str, Endpoint]) -> Iterator[tuple[View, View]]:
    """The places that two documents both have in their operations."""
    for key in ours.keys() & theirs.keys():
        yield from _places(ours[key], theirs[key])


def _places(ours: Endpoint, theirs: Endpoint) -> Iterator[tuple[View, View]]:
    for place, one in ours.parameters.items():
        if place in theirs.parameters:
            yield one.schema, theirs.parameters[place].schema
    for before, after in ((ours.bodies, theirs.bodies), (ours.answers, theirs.answers)):
        for kind, view in before.items():
            other = after.get(kind)
            if view is not None and other is not None:
                yield view, other
