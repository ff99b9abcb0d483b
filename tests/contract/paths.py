"""Finding the schema that a path of the wire facts means, such as `messages[assistant].tool_calls[].id`.

`a[label]` is the member of a union that its tag chooses, `[]` an item of a list, `[*]` every member,
`{key}` a value of a map and `*` any key of an open object.
"""

from __future__ import annotations

from tests.contract.document import Contract, Schema

# Labels of the facts for "every tag that has no member of its own".
DEFAULT_LABELS = frozenset({"dynamic", "server_tool"})


class MissingPathError(Exception):
    """The contract has no such path; the text says from where on."""


def split_path(path: str) -> list[str]:
    """The steps of a path: names, and labels with their brackets."""
    steps: list[str] = []
    rest = path
    while rest:
        if rest[0] == "[":
            end = rest.index("]") + 1
        else:
            stops = [at for at in (rest.find("."), rest.find("[")) if at >= 0]
            end = min(stops, default=len(rest))
        steps.append(rest[:end])
        rest = rest[end:].removeprefix(".")
    return steps


def find(contract: Contract, root: Schema, path: str) -> list[Schema]:
    """All schemas a path means; several where it runs over every member of a union.

    Raises MissingPathError if it leads nowhere, for one of them at least.
    """
    places = [root]
    for step in split_path(path):
        places = [found for place in places for found in _take(contract, place, step)]
    return places


def _take(contract: Contract, place: Schema, step: str) -> list[Schema]:
    forms = contract.alternatives(place)
    found = _by_label(contract, forms, step[1:-1]) if step.startswith("[") else _by_name(forms, step)
    if not found:
        raise MissingPathError(f"nothing at {step!r}")
    return found


def _by_name(forms: list[Schema], name: str) -> list[Schema]:
    objects = [form for form in forms if form.get("type") == "object"]
    if name == "*":
        return [{} for form in objects if form.get("additionalProperties") is not False]
    return [found for form in objects for found in _property(form, name)]


def _property(form: Schema, name: str) -> list[Schema]:
    if form.get("x-map"):
        values = form["additionalProperties"]
        return [{} if values is True else values]
    if name not in form.get("properties", {}):
        return []
    discriminator = form.get("discriminator", {})
    if discriminator.get("propertyName") == name:
        return [{**form["properties"][name], "enum": list(discriminator["mapping"])}]
    return [form["properties"][name]]


def _by_label(contract: Contract, forms: list[Schema], label: str) -> list[Schema]:
    items = [form["items"] for form in forms if form.get("type") == "array"]
    if not label:
        return items
    inner = [form for item in items for form in contract.alternatives(item)]
    unions = [form for form in [*forms, *inner] if "discriminator" in form]
    return [member for union in unions for member in _members(contract, union, label)]


def _members(contract: Contract, union: Schema, label: str) -> list[Schema]:
    mapping = union["discriminator"]["mapping"]
    if label == "*":
        return [contract.target(reference) for reference in mapping.values()]
    if label in DEFAULT_LABELS:
        return [contract.target(union["x-default-mapping"])] if "x-default-mapping" in union else []
    tags = label.removesuffix("…").split("|")
    missing = [tag for tag in tags if tag not in mapping]
    if missing:
        raise MissingPathError(f"no member for {missing[0]!r}")
    return [contract.target(mapping[tag]) for tag in tags]
