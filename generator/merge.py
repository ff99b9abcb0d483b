"""What our contract is to say when the API went from one document to the next.

Ours differs from the API's own documents where we know better. So what changed between the two documents is what
changes here, and everything else stays: "theirs where it changed, else ours", for each thing a schema says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from endpoints import Endpoint, Parameter, is_list_as_text
from forms import Field, Form, Shape, View, paired

T = TypeVar("T")


def merged_endpoints(
    ours: dict[str, Endpoint], theirs: dict[str, Endpoint], since: dict[str, Endpoint]
) -> dict[str, Endpoint]:
    """The operations of the newer document, where it does not differ from the older one as ours has them."""
    merge = Merge()
    found = {key: one for key, one in ours.items() if key not in theirs and key not in since}
    for key, one in theirs.items():
        if key in ours and key in since:
            found[key] = merge.endpoint(ours[key], one, since[key])
        elif key in ours:
            found[key] = merge.endpoint(ours[key], one, replace(one, parameters={}, bodies={}, answers={}))
        elif key not in since:
            found[key] = one
    return found


def _pick(ours: T, theirs: T, since: T) -> T:
    return ours if theirs == since else theirs


def _keep(ours: list[T], theirs: list[T], since: list[T]) -> list[T]:
    """Ours, with what came and without what went."""
    kept = [one for one in ours if one in theirs or one not in since]
    return kept + [one for one in theirs if one not in since and one not in ours]


class _Nowhere:
    """A place that the older document does not have: what the newer one says there adds to what ours says."""

    def form(self) -> Form:
        """Nothing."""
        return Form()


_NOWHERE = _Nowhere()


class Merge:
    """Merges views; the same three give the same view."""

    def __init__(self) -> None:
        self._views: dict[tuple[int, int, int], MergedView] = {}

    def view(self, ours: View | None, theirs: View | None, since: View | None) -> View | None:
        """One place, in which each of the three may be missing."""
        if theirs is None:
            return None if since is not None else ours
        if ours is None:
            return theirs if since is None else None
        return self.all(ours, theirs, since or _NOWHERE)

    def all(self, ours: View, theirs: View, since: View) -> View:
        """One place that all three have."""
        key = (id(ours), id(theirs), id(since))
        return self._views.setdefault(key, MergedView(self, ours, theirs, since))

    def endpoint(self, ours: Endpoint, theirs: Endpoint, since: Endpoint) -> Endpoint:
        """One operation that all three have."""
        places = _keep([*ours.parameters], [*theirs.parameters], [*since.parameters])
        found = {
            place: self._parameter(
                ours.parameters.get(place), theirs.parameters.get(place), since.parameters.get(place)
            )
            for place in places
        }
        bodies = self._contents(ours.bodies, theirs.bodies, since.bodies)
        return replace(
            ours,
            parameters=found,
            bodies={kind: one for kind, one in bodies.items() if one},
            answers=self._contents(ours.answers, theirs.answers, since.answers),
            status=_pick(ours.status, theirs.status, since.status),
            failures=tuple(_keep([*ours.failures], [*theirs.failures], [*since.failures])),
        )

    def _parameter(self, ours: Parameter | None, theirs: Parameter | None, since: Parameter | None) -> Parameter:
        if ours is None or theirs is None:
            found = theirs or ours
            assert found is not None
            return found
        required = _pick(ours.required, theirs.required, since.required) if since else ours.required
        schema = self.all(ours.schema, theirs.schema, since.schema if since else _NOWHERE)
        if is_list_as_text(ours, theirs):
            schema = ours.schema
        return replace(ours, required=required, schema=schema)

    def _contents(
        self, ours: Mapping[str, View | None], theirs: Mapping[str, View | None], since: Mapping[str, View | None]
    ) -> dict[str, View | None]:
        found: dict[str, View | None] = {}
        for kind in _keep([*ours], [*theirs], [*since]):
            mine, one = ours.get(kind), theirs.get(kind)
            found[kind] = self.all(mine, one, since.get(kind) or _NOWHERE) if mine and one else one or mine
        return found

    def shapes(self, ours: list[Shape], theirs: list[Shape], since: list[Shape]) -> list[Shape]:
        """The members of a union."""
        of_ours = {id(one): mine for mine, one in paired(ours, theirs) if one and mine}
        of_since = {id(one): old for old, one in paired(since, theirs) if one and old}
        gone = {id(old) for old, one in paired(since, theirs) if old and not one}
        went = {id(mine) for mine, old in paired(ours, since) if mine and old and id(old) in gone}
        taken = {id(mine) for mine in of_ours.values()}
        found = [one for one in ours if id(one) not in taken and id(one) not in went]
        for one in theirs:
            mine, old = of_ours.get(id(one)), of_since.get(id(one))
            if mine and old:
                found.append(self._shape(mine, one, old))
            elif not old:
                found.append(self._shape(mine, one, Shape("")) if mine else one)
        return found

    def _shape(self, ours: Shape, theirs: Shape, since: Shape) -> Shape:
        fields: dict[str, Field] = {}
        for name in _keep([*ours.fields], [*theirs.fields], [*since.fields]):
            one, old = theirs.fields.get(name), since.fields.get(name)
            mine = ours.fields.get(name)
            if mine and one:
                required = _pick(mine.required, one.required, old.required) if old else mine.required
                fields[name] = Field(self.all(mine.schema, one.schema, old.schema if old else _NOWHERE), required)
            elif found := one or mine:
                fields[name] = found
        tags = {
            tag: {*_keep(sorted(values), sorted(theirs.tag_values(tag)), sorted(since.tag_values(tag)))}
            for tag, values in ours.tags.items()
        }
        return Shape(ours.name, fields, tags)


class MergedView:
    """A place of which three documents speak."""

    def __init__(self, merge: Merge, ours: View, theirs: View, since: View) -> None:
        self._merge = merge
        self._three = ours, theirs, since
        self._form: Form | None = None

    def form(self) -> Form:
        """What the schema is to admit."""
        if self._form is None:
            self._form = self._merged()
        return self._form

    def _merged(self) -> Form:
        ours, theirs, since = (one.form() for one in self._three)
        if self._three[2] is _NOWHERE:
            # Both brought it, maybe in other words. What kinds of values there are, ours has said.
            since = replace(theirs, nullable=False, values=[], shapes=theirs.shapes if not ours.shapes else [])
        plain = {*_keep(sorted(ours.plain), sorted(theirs.plain), sorted(since.plain))}
        values = _keep(ours.values, theirs.values, since.values) if ours.values or since.kinds() - {"text"} else []
        merge = self._merge
        return Form(
            name=ours.name,
            parts=ours.parts,
            nullable=_pick(ours.nullable, theirs.nullable, since.nullable),
            plain=plain - {"string"} if values else plain,
            values=values,
            open=ours.open or theirs.open,
            items=merge.view(ours.items, theirs.items, since.items),
            entries=merge.view(ours.entries, theirs.entries, since.entries),
            shapes=merge.shapes(ours.shapes, theirs.shapes, since.shapes),
        )
