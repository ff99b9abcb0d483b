"""What an OpenAPI document says, without the way it is written.

A schema is read as a `Form`: the kinds of values it admits, alternatives and references resolved. Two documents that
say the same in different words (one-value enums and constants, unions with and without a base object, nullable types
and nullable alternatives) have equal forms. Schemas may refer to themselves, so the forms below one are read on demand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

Json = dict[str, Any]

_DEPTH = 8


class View(Protocol):
    """A place where a schema stands."""

    def form(self) -> Form:
        """What the schema admits."""
        ...


@dataclass(frozen=True)
class Field:
    """A property of an object."""

    schema: View
    required: bool


@dataclass(eq=False)
class Shape:
    """An object with properties; `name` is its component, "" for one that is written in place.

    Attributes:
        tags: By property, the values that tell this member of a union from the others.
    """

    name: str
    fields: dict[str, Field] = field(default_factory=dict[str, Field])
    tags: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def tag_values(self, name: str) -> set[str]:
        """The values that a property has in this object, empty where it may have any."""
        if name in self.tags:
            return self.tags[name]
        found = self.fields.get(name)
        return set(found.schema.form().values) if found else set()


@dataclass
class Form:
    """The kinds of values that a schema admits.

    Attributes:
        name: The component that is all of it, "" where there is none.
        parts: The components that its values, its entries and the union of its shapes are, where they are one each.
        plain: Of "string", "integer", "number", "boolean", "binary", "any".
        values: The known texts of an enum or a constant.
        open: Whether other texts than the known ones are said to occur.
        items: What a list holds.
        entries: What a free-form map holds.
        shapes: The objects with properties.
    """

    name: str = ""
    parts: dict[str, str] = field(default_factory=dict[str, str])
    nullable: bool = False
    plain: set[str] = field(default_factory=set[str])
    values: list[str] = field(default_factory=list[str])
    open: bool = False
    items: View | None = None
    entries: View | None = None
    shapes: list[Shape] = field(default_factory=list[Shape])

    def kinds(self) -> set[str]:
        """The kinds in words."""
        found = {"text" if kind == "string" else kind for kind in self.plain} | ({"text"} if self.values else set())
        parts = {"list": self.items, "map": self.entries, "object": self.shapes or None}
        return found | {kind for kind, part in parts.items() if part is not None}


class Document:
    """An OpenAPI document as views."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self.schemas: dict[str, Json] = data.get("components", {}).get("schemas", {})
        # Structure that was derived from Python classes: "absent" is a member of unions there, and so is "unknown",
        # and null beside a default, whichever it is, means that the field may be absent.
        self.derived = "Unset" in self.schemas
        self._views: dict[tuple[Any, ...], SchemaView] = {}

    def view(self, *schemas: Json) -> SchemaView:
        """The place of a schema, or of several that are alternatives; the same each time."""
        key = tuple(one["$ref"] if one.keys() == {"$ref"} else id(one) for one in schemas)
        if key not in self._views:
            self._views[key] = SchemaView(self, schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)})
        return self._views[key]

    def resolved(self, node: Json) -> Json:
        """What a reference leads to; anything else as it is."""
        while "$ref" in node:
            here: Any = self.data
            for part in node["$ref"].removeprefix("#/").split("/"):
                here = here[part.replace("~1", "/").replace("~0", "~")]
            node = here
        return node


def component_of(schema: Json) -> str:
    """The name of the component that a schema is, null aside; "" where it is written in place."""
    parts = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    return str(parts[0].get("$ref", "")).rpartition("/")[2] if len(parts) == 1 else ""


class SchemaView:
    """A place in a document."""

    def __init__(self, document: Document, schema: Json) -> None:
        self.document = document
        self.schema = schema
        self._form: Form | None = None

    def form(self) -> Form:
        """What the schema admits."""
        if self._form is None:
            self._form = _Reader(self.document).read(self.schema)
        return self._form


class _Reader:
    """Gathers the alternatives of one schema."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found = Form()
        self.lists: list[Json] = []
        self.maps: list[Json] = []
        self.open: set[str] = set()

    def read(self, schema: Json) -> Form:
        self._add(schema, "", absent="default" in schema)
        found = self.found
        found.name = component_of(schema)
        if self.lists:
            found.items = self.document.view(*self.lists)
        if self.maps:
            found.entries = self.document.view(*self.maps)
        if found.values and "string" in found.plain:
            found.plain.discard("string")
            found.open = True
        if "number" in found.plain:
            found.plain.discard("integer")
        if "any" in found.plain:
            return Form(found.name, nullable=False, plain={"any"})
        return found

    def _add(self, schema: Json, name: str, *, absent: bool = False) -> None:
        """Add what a schema admits; `absent` says that null is another word for a field that is not there."""
        if "$ref" in schema:
            self._refer(schema["$ref"].rpartition("/")[2], schema["$ref"])
        elif "allOf" in schema:
            self._add(_merged(self.document, schema), name)
        elif alternatives := [*schema.get("anyOf", ()), *schema.get("oneOf", ())]:
            for one in alternatives:
                if not (absent and self.document.derived and one == {"type": "null"}):
                    self._add(one, name if len(alternatives) == 1 else "")
        elif "discriminator" in schema and "mapping" in schema["discriminator"]:
            self._part("shapes", name)
            self._base(schema)
        elif "enum" in schema or "const" in schema:
            self._part("values", name)
            self._values(schema)
        else:
            for kind in [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", ["any"]):
                self._kind(kind, schema, name)

    def _part(self, kind: str, name: str) -> None:
        """Note the component of a part; several have none that is all of it."""
        self.found.parts[kind] = "" if kind in self.found.parts else name

    def _refer(self, name: str, reference: str) -> None:
        target = self.document.resolved({"$ref": reference})
        stands_for_unknown = {"raw", "is_unknown"} <= target.get("properties", {}).keys()
        if name in self.open or (self.document.derived and (name == "Unset" or stands_for_unknown)):
            return
        self.open.add(name)
        self._add(target, name)

    def _base(self, schema: Json) -> None:
        """A union that is written as a base object."""
        tag = schema["discriminator"]["propertyName"]
        values: dict[str, set[str]] = {}
        for value, reference in schema["discriminator"]["mapping"].items():
            values.setdefault(reference, set()).add(value)
        for reference in dict.fromkeys([*values, *filter(None, [schema.get("x-default-mapping")])]):
            before = len(self.found.shapes)
            self._refer(reference.rpartition("/")[2], reference)
            for shape in self.found.shapes[before:]:
                shape.tags[tag] = values.get(reference, set())

    def _values(self, schema: Json) -> None:
        values = schema.get("enum", [schema.get("const")])
        self.found.nullable |= None in values
        self.found.values += [one for one in values if isinstance(one, str) and one not in self.found.values]
        self.found.open |= bool(schema.get("x-open"))
        for one in values:
            if isinstance(one, bool | int | float):
                self.found.plain.add("boolean" if isinstance(one, bool) else "number" if one % 1 else "integer")

    def _kind(self, kind: str, schema: Json, name: str) -> None:
        if kind == "null":
            self.found.nullable = True
        elif kind == "array":
            self.lists.append(schema.get("items", {}))
        elif kind != "object":
            self.found.plain.add("binary" if schema.get("format") == "binary" else kind)
        elif "properties" in schema:
            self.found.shapes.append(Shape(name, self._fields(schema)))
        else:
            self._part("entries", name)
            entries = schema.get("additionalProperties")
            self.maps.append(entries if isinstance(entries, dict) else {})

    def _fields(self, schema: Json) -> dict[str, Field]:
        """The properties of an object. One with a constant that is its default is there: classes leave it out."""
        required = set(schema.get("required", ()))
        if self.document.derived:
            required |= {key for key, one in schema["properties"].items() if one.get("const", ()) == one.get("default")}
        return {key: Field(self.document.view(one), key in required) for key, one in schema["properties"].items()}


def _merged(document: Document, schema: Json) -> Json:
    """`allOf` as one schema."""
    beside = {key: value for key, value in schema.items() if key != "allOf"}
    parts = [document.resolved(one) for one in schema["allOf"]]
    parts = [_merged(document, one) if "allOf" in one else one for one in parts]
    parts = [one for one in [*parts, beside] if one.keys() & {"type", "properties", "enum", "anyOf", "oneOf", "const"}]
    if not all(one.get("properties") or one.get("type") == "object" for one in parts):
        return parts[0] if parts else {}
    properties = {key: one for part in parts for key, one in part.get("properties", {}).items()}
    required = [key for part in [*parts, schema] for key in part.get("required", ())]
    return {"type": "object", "properties": properties, "required": required}


class Fingerprints:
    """Tells whether two schemas say the same, down to a depth that no two different ones were seen to share."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}
        self._kept: list[View] = []

    def of(self, view: View | None, depth: int = _DEPTH) -> int:
        """A number that schemas which say the same have in common; null counts."""
        if view is None or depth == 0:
            return 0
        key = (id(view), depth)
        if key not in self._known:
            self._kept.append(view)
            form = view.form()
            self._known[key] = hash((form.nullable, self.of_form(form, depth)))
        return self._known[key]

    def of_form(self, form: Form, depth: int = _DEPTH) -> int:
        """The same without the question of null."""
        shapes = frozenset(self.of_shape(shape, depth) for shape in form.shapes)
        parts = [-1 if part is None else self.of(part, depth - 1) for part in (form.items, form.entries)]
        return hash((frozenset(form.plain), frozenset(form.values), *parts, shapes))

    def of_shape(self, shape: Shape, depth: int = _DEPTH) -> int:
        """The same of one object."""
        return hash(
            frozenset((name, one.required, self.of(one.schema, depth - 1)) for name, one in shape.fields.items())
        )


def tag_of(shapes: list[Shape]) -> str:
    """The property that tells the members of a union apart; at most one member may have any other value. "" if none."""
    if len(shapes) < 2:
        return ""
    names = set.intersection(*({*one.fields} | {*one.tags} for one in shapes))
    for name in sorted(names, key=lambda name: (name not in {"type", "role"}, name)):
        values = [one.tag_values(name) for one in shapes]
        known = [one for one in values if one]
        if len(known) >= len(shapes) - 1 and known and sum(map(len, known)) == len(set[str]().union(*known)):
            return name
    return ""


def _likeness(one: Shape, other: Shape) -> float:
    return len(one.fields.keys() & other.fields.keys()) / max(1, len(one.fields.keys() | other.fields.keys()))


def paired(ours: list[Shape], theirs: list[Shape]) -> Iterator[tuple[Shape | None, Shape | None]]:
    """The members of two unions side by side: by tag, else by what they have in common."""
    left, right = list(ours), list(theirs)
    tag = tag_of([*ours]) or tag_of([*theirs])
    if tag:
        for one in ours:
            values = one.tag_values(tag)
            match = next((other for other in right if values & other.tag_values(tag)), None)
            if match is not None:
                right.remove(match)
                left.remove(one)
                yield one, match
    least = -1.0 if len(ours) == len(theirs) == 1 else 0.3
    while left and right:
        likeness, one, other = max(
            ((_likeness(a, b) + (a.name == b.name != ""), a, b) for a in left for b in right if _may_match(a, b, tag)),
            key=lambda found: found[0],
            default=(0.0, left[0], right[0]),
        )
        if likeness <= least:
            break
        left.remove(one)
        right.remove(other)
        yield one, other
    yield from ((one, None) for one in left)
    yield from ((None, other) for other in right)


def _may_match(one: Shape, other: Shape, tag: str) -> bool:
    return not tag or not (one.tag_values(tag) and other.tag_values(tag))


def side_by_side(pairs: Iterable[tuple[View, View]]) -> Iterator[tuple[Form, Form]]:
    """The forms of two documents that stand at the same places, here and below."""
    waiting, seen = list(pairs), set[tuple[int, int]]()
    while waiting:
        ours, theirs = waiting.pop()
        if (id(ours), id(theirs)) in seen:
            continue
        seen.add((id(ours), id(theirs)))
        before, after = ours.form(), theirs.form()
        yield before, after
        for one, other in ((before.items, after.items), (before.entries, after.entries)):
            if one is not None and other is not None:
                waiting.append((one, other))
        for mine, shape in paired(before.shapes, after.shapes):
            if mine and shape:
                both = mine.fields.keys() & shape.fields.keys()
                waiting += [(mine.fields[name].schema, shape.fields[name].schema) for name in both]


def share_values(pairs: Iterable[tuple[View, View]]) -> None:
    """Let an enum of ours that stands for several of theirs know the values of all: it is open in any case."""
    lists: dict[str, list[list[str]]] = {}
    for ours, theirs in side_by_side(pairs):
        if (name := ours.parts.get("values", "")) and theirs.values:
            lists.setdefault(name, []).append(theirs.values)
    changed = True
    while changed:
        changed = False
        for found in lists.values():
            known = list(dict.fromkeys(value for values in found for value in values))
            for values in found:
                changed |= len(values) != len(known)
                values[:] = values + [value for value in known if value not in values]
