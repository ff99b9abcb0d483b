"""Writes what the API became into openapi.yaml: operations, and the components that they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from endpoints import JSON, Endpoint, Parameter, endpoints, is_list_as_text, places
from forms import Document, Fingerprints, Json, View, share_values
from plain import from_yaml
from render import PREFIX, Component, Owners, Renderer, pascal
from settle import described, settle
from tree import dump, insert_after, load, node, own_copy

_PARAMETERS = "#/components/parameters/"
_RESPONSES = "#/components/responses/"


def failures(contract: Json) -> dict[str, Json]:
    """By status that has an exception of its own: the response that stands for it."""
    found: dict[str, Json] = {}
    for item in contract["paths"].values():
        for operation in item.values():
            for status, response in operation["responses"].items():
                if (
                    status.isdigit()
                    and ("$ref" in response or "x-error" in response)
                    and "$ref" not in found.get(status, ())
                ):
                    found[status] = response
    return found


def references(value: Any) -> Iterator[str]:
    """Every reference below a part of a document, those of unions included."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)
    elif isinstance(value, str) and value.startswith("#/components/"):
        yield value


def amended(text: str, target: dict[str, Endpoint]) -> str:
    """The contract with these operations and no others, as they are to be; unchanged where it says so already."""
    return _Amendment(text, target).run()


class _Amendment:
    def __init__(self, text: str, target: dict[str, Endpoint]) -> None:
        self.contract: Json = from_yaml(text)
        self.ours, self.target = endpoints(self.contract), target
        self.tree = load(text)
        self.failures = failures(self.contract)
        self.prints = Fingerprints()
        self.renderer = self._renderer()

    def _renderer(self) -> Renderer:
        prints = self.prints
        owners = Owners(prints)
        share_values(places(self.ours, self.target))
        owners.walk(places(self.ours, self.target))
        schemas = self.contract["components"]["schemas"]
        document = Document(self.contract)
        used = Counter(references(self.contract))
        shared: dict[int, str] = {}
        for name in schemas:
            form = document.view({"$ref": PREFIX + name}).form()
            print_ = prints.of_form(form)
            if used[PREFIX + name] > 1 and owners.of(name) in {None, print_} and not form.values:
                shared.setdefault(print_, name)
        return Renderer(owners, {*schemas}, shared)

    def run(self) -> str:
        for key, endpoint in self.ours.items():
            if key not in self.target:
                self._remove(endpoint)
        for key, endpoint in self.target.items():
            if key in self.ours:
                self._update(self.ours[key], endpoint)
            else:
                self._add(endpoint)
        self._write_components()
        self._settle_tags()
        self._drop_unreachable()
        return dump(self.tree)

    def _remove(self, endpoint: Endpoint) -> None:
        del self.tree["paths"][endpoint.path][endpoint.method]
        if not self.tree["paths"][endpoint.path]:
            del self.tree["paths"][endpoint.path]

    def _update(self, ours: Endpoint, theirs: Endpoint) -> None:
        operation = self.tree["paths"][ours.path][ours.method]
        self._parameters(operation, ours, theirs)
        name = pascal(theirs.id)
        if theirs.bodies and not ours.bodies:
            operation.insert(list(operation).index("responses"), "requestBody", node({"required": True, "content": {}}))
        if theirs.bodies:
            content = operation["requestBody"]["content"]
            self._content(content, ours.bodies, theirs.bodies, f"{name}Request")
        elif ours.bodies:
            del operation["requestBody"]
        responses = operation["responses"]
        if ours.status != theirs.status:
            responses.insert(list(responses).index(ours.status), theirs.status, responses.pop(ours.status))
        if theirs.answers and "content" not in responses[theirs.status]:
            responses[theirs.status]["content"] = node({})
        if theirs.answers or ours.answers:
            self._content(responses[theirs.status]["content"], ours.answers, theirs.answers, f"{name}Response")
            if not theirs.answers:
                del responses[theirs.status]["content"]
        self._statuses(responses, ours, theirs)

    def _parameters(self, operation: Any, ours: Endpoint, theirs: Endpoint) -> None:
        """Rewrite the list where something of it changed."""
        changed: dict[tuple[str, str], Any] = {}
        for place, one in theirs.parameters.items():
            before = ours.parameters.get(place)
            if before is None:
                changed[place] = self._parameter(one, theirs)
                continue
            schema = None
            if not is_list_as_text(before, one):
                written = self.renderer.schema(one.schema, before.schema, f"{theirs.id}_{one.name}")
                schema = None if written.same else written.schema
            if schema is not None or before.required != one.required:
                changed[place] = (one, schema)
        gone = [place for place in ours.parameters if place not in theirs.parameters]
        if changed or gone:
            found = own_copy(operation.get("parameters") or node([{}]))
            kept = [one for one in found if one]
            found.clear()
            for one in kept:
                raw = self._resolved(one)
                place = (raw["in"], raw["name"])
                if place not in gone:
                    found.append(self._changed(raw, *changed.pop(place)) if place in changed else one)
            found.extend(changed.values())
            self._set_parameters(operation, found)

    def _set_parameters(self, operation: Any, found: Any) -> None:
        if "parameters" not in operation and found:
            after = "requestBody" if "requestBody" in operation else "responses"
            operation.insert(list(operation).index(after), "parameters", found)
        elif found:
            operation["parameters"] = found
        else:
            operation.pop("parameters", None)

    def _resolved(self, parameter: Any) -> Any:
        if "$ref" not in parameter:
            return parameter
        return own_copy(self.tree["components"]["parameters"][parameter["$ref"].removeprefix(_PARAMETERS)])

    def _changed(self, raw: Any, parameter: Parameter, schema: Json | None) -> Any:
        if schema is not None:
            raw["schema"] = node({"schema": schema})["schema"]
        if parameter.required and not raw.get("required"):
            raw.insert(list(raw).index("in") + 1, "required", True)
        elif not parameter.required:
            raw.pop("required", None)
        return raw

    def _parameter(self, one: Parameter, endpoint: Endpoint) -> Any:
        """A parameter that is new, or the one of its name that operations share."""
        shared = pascal(one.name)
        raw = self.contract["components"].get("parameters", {}).get(shared, {})
        if raw:
            view = Document(self.contract).view(raw["schema"])
            alike = (raw["in"], raw["name"], bool(raw.get("required"))) == (one.where, one.name, one.required)
            if alike and self.prints.of(view) == self.prints.of(one.schema):
                return node({"$ref": _PARAMETERS + shared})
        found: Json = {"name": one.name, "in": one.where, **({"required": True} if one.required else {})}
        schema = self.renderer.schema(one.schema, None, f"{endpoint.id}_{one.name}").schema
        return node({**found, "description": "", "schema": schema})

    def _content(
        self, content: Any, ours: Mapping[str, View | None], theirs: Mapping[str, View | None], name: str
    ) -> None:
        for kind in ours.keys() - theirs.keys():
            del content[kind]
        for kind, view in theirs.items():
            before = ours.get(kind)
            if view is None:
                content.setdefault(kind, node({}))
                continue
            written = self.renderer.schema(view, before, name if kind == JSON else f"{name}_{kind.rpartition('/')[2]}")
            if not written.same:
                content.setdefault(kind, node({}))["schema"] = node({"schema": written.schema})["schema"]

    def _statuses(self, responses: Any, ours: Endpoint, theirs: Endpoint) -> None:
        for status in ours.failures:
            if status in self.failures and status not in theirs.failures:
                del responses[status]
        for status in theirs.failures:
            if status in self.failures and status not in ours.failures:
                later = [key for key in responses if not key.isdigit() or int(key) > int(status)]
                position = list(responses).index(later[0]) if later else len(responses)
                responses.insert(position, node(status), self._failure(status))

    def _failure(self, status: str) -> Any:
        response = self.failures[status]
        return node(response, flow="$ref" in response)

    def _add(self, endpoint: Endpoint) -> None:
        """Write an operation that is new. What structure does not tell is left open, or as most have it."""
        name = pascal(endpoint.id)
        operation = node(
            {
                "operationId": endpoint.id,
                "tags": [endpoint.call[0]],
                "x-method": endpoint.call[1],
                "summary": "",
                "description": "",
                "security": [{"bearer": []}],
                **({"x-pagination": endpoint.pages} if endpoint.pages else {}),
            }
        )
        if endpoint.parameters:
            operation["parameters"] = node([])
            operation["parameters"].fa.set_block_style()
            operation["parameters"].extend(self._parameter(one, endpoint) for one in endpoint.parameters.values())
        if endpoint.bodies:
            operation["requestBody"] = node({"required": True, "content": {}})
            self._content(operation["requestBody"]["content"], {}, endpoint.bodies, f"{name}Request")
        success = node({"description": "", **({"content": {}} if endpoint.answers else {})})
        operation["responses"] = node({endpoint.status: {}})
        operation["responses"][endpoint.status] = success
        if endpoint.answers:
            self._content(success["content"], {}, endpoint.answers, f"{name}Response")
        for status in endpoint.failures:
            if status in self.failures:
                operation["responses"][node(status)] = self._failure(status)
        operation["responses"]["default"] = node({"$ref": f"{_RESPONSES}Default"}, flow=True)
        self.tree["paths"].setdefault(endpoint.path, node({}))[endpoint.method] = operation

    def _write_components(self) -> None:
        schemas = self.tree["components"]["schemas"]
        like: dict[str, Component] = self.renderer.components
        for name, component in like.items():
            if name in schemas:
                settle(schemas, name, component)
        for name, component in like.items():
            if name not in schemas:
                insert_after(schemas, component.after, name, described(component, schemas.get(component.like)))

    def _settle_tags(self) -> None:
        wanted = list(dict.fromkeys(one.call[0] for one in self.target.values()))
        tags = self.tree.get("tags")
        if tags is None:
            self.tree.insert(list(self.tree).index("paths"), "tags", tags := node([{}]))
        tags[:] = [one for one in tags if one.get("name") in wanted]
        known = {one["name"] for one in tags}
        tags.extend(node({"name": name, "description": ""}) for name in wanted if name not in known)

    def _drop_unreachable(self) -> None:
        """Remove the components that no operation leads to any more."""
        components = self.tree["components"]
        found: set[str] = set()
        waiting = list(references(self.tree["paths"]))
        while waiting:
            reference = waiting.pop()
            if reference not in found:
                found.add(reference)
                _, kind, name = reference.removeprefix("#/").split("/")
                waiting += references(components[kind][name])
        before = set(references(self.contract["paths"])) | set(references(self.contract["components"]))
        for kind in ("schemas", "parameters", "responses"):
            for name in [*components.get(kind, ())]:
                reference = f"#/components/{kind}/{name}"
                if reference not in found and reference in before:
                    del components[kind][name]
