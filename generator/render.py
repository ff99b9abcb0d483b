"""Structure in the form that openapi.yaml has: what becomes a component, under which name, and how it is written.

Every object, enum, free-form map and union of objects is a component. A place that ours has keeps the component it has
there, as long as one definition can serve all places of it; where it cannot, the others get a component of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from forms import Fingerprints, Form, Json, Shape, View, paired, side_by_side, tag_of

PREFIX = "#/components/schemas/"
NULL: Json = {"type": "null"}


class Written(NamedTuple):
    """A schema in our form, and whether it says what stands there already."""

    schema: Json
    same: bool


@dataclass
class Component:
    """A component to be written.

    Attributes:
        schema: What it is to say.
        same: The properties that are as they were; "" where all of a component without properties is.
        after: The component that first needs it.
        like: The component of ours that stood in its place.
    """

    schema: Json
    same: set[str] = field(default_factory=set[str])
    after: str = ""
    like: str = ""


class Piece(NamedTuple):
    """One alternative of a form: what it is, which component it is now, and the form of it alone."""

    kind: str
    name: str
    form: Form


def pieces(form: Form) -> list[Piece]:
    """The alternatives of a form."""
    found = [Piece(kind, "", Form(plain={kind})) for kind in sorted(form.plain)]
    if form.values:
        found.append(Piece("values", form.parts.get("values", ""), Form(values=form.values, open=form.open)))
    if form.items is not None:
        found.append(Piece("items", "", Form(items=form.items)))
    if form.entries is not None:
        found.append(Piece("entries", form.parts.get("entries", ""), Form(entries=form.entries)))
    if tag_of(form.shapes):
        found.append(Piece("shapes", form.parts.get("shapes", ""), Form(shapes=form.shapes)))
    else:
        found += [Piece("shape", one.name, Form(shapes=[one])) for one in form.shapes]
    return found


def is_named(piece: Piece) -> bool:
    """Whether an alternative is a component."""
    single = piece.kind == "values" and len(piece.form.values) == 1 and not piece.form.open and not piece.name
    return piece.kind in {"values", "entries", "shape", "shapes"} and not single


def matched(ours: Form, theirs: Form) -> Iterator[tuple[Piece | None, Piece]]:
    """The alternatives of a form beside those that ours has."""
    before = pieces(ours)
    shapes = {id(one): mine for mine, one in paired(ours.shapes, theirs.shapes) if one is not None}
    for piece in pieces(theirs):
        if piece.kind == "shape":
            yield _piece(shapes.get(id(piece.form.shapes[0]))), piece
        else:
            yield next((one for one in before if one.kind == piece.kind), None), piece


def _piece(shape: Shape | None) -> Piece | None:
    return Piece("shape", shape.name, Form(shapes=[shape])) if shape else None


def pascal(text: str) -> str:
    """A name as components spell it."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W+|_", text) if part)


class Owners:
    """Which of several definitions a component of ours gets."""

    def __init__(self, prints: Fingerprints) -> None:
        self.prints = prints
        self.wanted: dict[str, Counter[int]] = {}
        self.present: dict[str, int] = {}

    def walk(self, pairs: Iterable[tuple[View, View]]) -> None:
        """Note what each component of ours is wanted to be, at these places and below."""
        for before, after in side_by_side(pairs):
            self._note(before.name, before, after)
            for mine, piece in matched(before, after):
                if mine:
                    self._note(mine.name, mine.form, piece.form)
            for one, shape in paired(before.shapes, after.shapes):
                if one and shape:
                    self._note(one.name, Form(shapes=[one]), Form(shapes=[shape]))

    def _note(self, name: str, ours: Form, theirs: Form) -> None:
        if name:
            self.present[name] = self.prints.of_form(ours)
            self.wanted.setdefault(name, Counter())[self.prints.of_form(theirs)] += 1

    def of(self, name: str) -> int | None:
        """The definition of a component: the one it has, if that is wanted anywhere, else the one wanted most."""
        wanted = self.wanted.get(name)
        if not wanted:
            return None
        return self.present[name] if self.present[name] in wanted else wanted.most_common(1)[0][0]


class Renderer:
    """Writes schemas in our form; the components that they need gather in `components`."""

    def __init__(self, owners: Owners, taken: set[str], shared: dict[int, str]) -> None:
        self.components: dict[str, Component] = {}
        self._owners = owners
        self._taken = taken
        self._named: dict[int, str] = dict(shared)

    def schema(self, theirs: View, ours: View | None, position: str, after: str = "") -> Written:
        """What is to stand at a place; `position` is a name for what has none."""
        after_form, before = theirs.form(), ours.form() if ours else Form()
        if before.name and len(pieces(before)) > 1 and len(pieces(after_form)) > 1:
            written = self._component("mix", Piece("mix", before.name, before), after_form, position, after)
        else:
            written = self._alternatives(after_form, before, position, after)
        same = written.same and ours is not None and before.nullable == after_form.nullable
        return Written(_nullable(written.schema) if after_form.nullable else written.schema, same)

    def _alternatives(self, theirs: Form, ours: Form, position: str, after: str) -> Written:
        found: list[Written] = []
        for mine, piece in matched(ours, theirs):
            if is_named(piece) or (mine and mine.name and piece.kind == "values"):
                form = replace(piece.form, name=piece.name or theirs.name)
                found.append(self._component(piece.kind, mine, form, position, after))
            else:
                found.append(self._inline(piece, mine, position, after))
        kinds = [sorted(one.kind for one in pieces(form)) for form in (ours, theirs)]
        same = kinds[0] == kinds[1] and all(one.same for one in found)
        schemas = [one.schema for one in found]
        return Written(schemas[0] if len(schemas) == 1 else {"anyOf": schemas}, same)

    def _inline(self, piece: Piece, mine: Piece | None, position: str, after: str) -> Written:
        if piece.kind == "values":
            same = mine is not None and mine.form.values == piece.form.values
            return Written({"type": "string", "const": piece.form.values[0]}, same)
        if piece.form.items is not None:
            items = self.schema(piece.form.items, mine.form.items if mine else None, _singular(position), after)
            return Written({"type": "array", "items": items.schema}, items.same)
        if piece.kind == "binary":
            return Written({"type": "string", "format": "binary"}, mine is not None)
        return Written({} if piece.kind == "any" else {"type": piece.kind}, mine is not None)

    def _component(self, kind: str, mine: Piece | None, form: Form, position: str, after: str) -> Written:
        """A reference to a component, which is written unless it is there."""
        print_ = self._owners.prints.of_form(form)
        name = mine.name if mine else ""
        if not name or self._owners.of(name) != print_:
            if print_ not in self._named:
                self._named[print_] = self._new_name(form, position)
            name = self._named[print_]
            if name not in self._taken and name not in self.components:
                self._define(kind, name, form, mine, after)
        elif name not in self.components:
            self._define(kind, name, form, mine, after)
        return Written({"$ref": f"{PREFIX}{name}"}, mine is not None and mine.name == name)

    def _new_name(self, form: Form, position: str) -> str:
        known = [one.name for one in form.shapes] if len(form.shapes) == 1 else []
        wanted = [one for one in (*known, form.name) if re.fullmatch(r"[A-Z][A-Za-z0-9]*", one)]
        names = [*wanted, pascal(position)]
        used = {*self._taken, *self.components, *self._named.values()}
        numbered = (f"{names[-1]}{number}" for number in range(2, len(used) + 3))
        return next(one for one in (*names, *numbered) if one not in used)

    def _define(self, kind: str, name: str, form: Form, mine: Piece | None, after: str) -> None:
        component = self.components[name] = Component({}, after=after, like=mine.name if mine else "")
        before = mine.form if mine else Form()
        if kind == "mix":
            written = self._alternatives(form, before, name, name)
            self._whole(component, written)
        elif kind == "values":
            component.schema = {"type": "string", "x-open": True, "enum": form.values}
            component.same = {""} if set(before.values) == set(form.values) else set()
        elif kind == "entries":
            assert form.entries is not None
            entries = self.schema(form.entries, before.entries, f"{name}_value", name)
            schema: Json = {"type": "object", "x-map": True, "additionalProperties": entries.schema or True}
            self._whole(component, Written(schema, entries.same))
        elif kind == "shape":
            self._object(component, name, form.shapes[0], before.shapes[0] if before.shapes else None)
        else:
            self._union(component, name, form.shapes, before.shapes)

    def _whole(self, component: Component, written: Written) -> None:
        component.schema = written.schema
        component.same = {""} if written.same else set()

    def _object(self, component: Component, name: str, shape: Shape, mine: Shape | None) -> None:
        properties: Json = {}
        for key, one in shape.fields.items():
            before = mine.fields.get(key) if mine else None
            written = self.schema(one.schema, before.schema if before else None, f"{name}_{key}", name)
            properties[key] = dict(written.schema)
            if "const" in written.schema and one.required:
                properties[key]["default"] = written.schema["const"]
            if written.same and before and ("const" not in written.schema or before.required == one.required):
                component.same.add(key)
        required = [key for key, one in shape.fields.items() if one.required]
        component.schema = {"type": "object", **({"required": required} if required else {}), "properties": properties}

    def _union(self, component: Component, name: str, shapes: list[Shape], ours: list[Shape]) -> None:
        tag = tag_of(shapes)
        mapping: dict[str, str] = {}
        rest = ""
        before = {id(one): mine for mine, one in paired(ours, shapes) if one is not None}
        for shape in shapes:
            values = sorted(shape.tag_values(tag))
            position = f"{name}_{values[0]}" if values else f"{name}_other"
            written = self._component("shape", _piece(before.get(id(shape))), Form(shapes=[shape]), position, name)
            reference: str = written.schema["$ref"]
            mapping |= dict.fromkeys(values, reference)
            rest = rest if values else reference
        component.schema = {
            "type": "object",
            **({"x-default-mapping": rest} if rest else {}),
            "required": [tag],
            "properties": {tag: {"type": "string"}},
            "discriminator": {"propertyName": tag, "mapping": mapping},
        }


def _nullable(schema: Json) -> Json:
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], NULL]}
    if "$ref" in schema or "const" in schema:
        return {"anyOf": [schema, NULL]}
    return {**schema, "type": [schema["type"], "null"]} if "type" in schema else schema


def _singular(position: str) -> str:
    if position.endswith("ies"):
        return f"{position[:-3]}y"
    return position[:-1] if position.endswith("s") and not position.endswith("ss") else position
