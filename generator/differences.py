"""What is different between two documents, in plain words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from endpoints import JSON, Endpoint, Parameter, is_list_as_text, places
from forms import Form, Shape, View, paired, share_values, tag_of

_MOST = 40


class Change(NamedTuple):
    """One thing that is different: where, and what became of it there."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def listed(words: Iterable[str]) -> str:
    """Names or values in a row, of very many the first."""
    found = [f"`{word}`" for word in words]
    more = len(found) - _MOST
    return ", ".join(found[:_MOST]) + (f" and {more} more" if more > 0 else "")


def differences(ours: dict[str, Endpoint], theirs: dict[str, Endpoint], statuses: Container[str]) -> list[Change]:
    """What the second document says otherwise than the first, each thing once.

    Args:
        ours: The operations of the first.
        theirs: Those of the second.
        statuses: The statuses that have an exception of their own; `default` stands for all others.
    """
    share_values(places(ours, theirs))
    comparison = _Comparison(statuses)
    found: list[Change] = []
    for key in sorted(ours.keys() | theirs.keys(), key=lambda key: (key not in ours, [*ours, *theirs].index(key))):
        if key not in theirs:
            found.append(Change(key, "endpoint removed"))
        elif key not in ours:
            found.append(Change(key, f"endpoint added: `{'.'.join(theirs[key].call)}`"))
        else:
            found += comparison.endpoint(ours[key], theirs[key])
    return list(dict.fromkeys(found))


class _Comparison:
    """Walks two documents side by side; a pair of schemas is compared where it is met first."""

    def __init__(self, statuses: Container[str]) -> None:
        self.statuses = statuses
        self.seen: set[tuple[int, int]] = set()
        self.kept: list[View] = []

    def endpoint(self, ours: Endpoint, theirs: Endpoint) -> Iterator[Change]:
        where = ours.key
        for place in dict.fromkeys([*ours.parameters, *theirs.parameters]):
            yield from self.parameter(where, ours.parameters.get(place), theirs.parameters.get(place))
        yield from self.contents(f"{where} body", ours.bodies, theirs.bodies)
        if ours.status != theirs.status:
            yield Change(where, f"answers {theirs.status}, no longer {ours.status}")
        yield from self.contents(f"{where} answer", ours.answers, theirs.answers)
        known = {one for one in (*ours.failures, *theirs.failures) if one in self.statuses}
        for became, these, those in (("added", theirs, ours), ("removed", ours, theirs)):
            gone = [one for one in these.failures if one in known and one not in those.failures]
            yield from (Change(where, f"status {one} {became}") for one in gone)

    def parameter(self, where: str, ours: Parameter | None, theirs: Parameter | None) -> Iterator[Change]:
        if ours is None or theirs is None:
            one, became = (theirs, "added") if ours is None else (ours, "removed")
            assert one is not None
            needed = " (required)" if theirs is not None and theirs.required else ""
            yield Change(f"{where} {one.where} parameter `{one.name}`", became + needed)
            return
        place = f"{where} {ours.where} parameter `{ours.name}`"
        if ours.required != theirs.required:
            yield Change(place, "now required" if theirs.required else "now optional")
        if not is_list_as_text(ours, theirs):
            yield from self.schema(place, ours.schema, theirs.schema)

    def contents(
        self, where: str, ours: Mapping[str, View | None], theirs: Mapping[str, View | None]
    ) -> Iterator[Change]:
        for kind in dict.fromkeys([*ours, *theirs]):
            if kind not in theirs or kind not in ours:
                yield Change(where, f"{kind} {'added' if kind in theirs else 'removed'}")
                continue
            before, after = ours[kind], theirs[kind]
            if before is not None and after is not None:
                yield from self.schema(where if kind == JSON else f"{where} ({kind})", before, after)

    def schema(self, where: str, ours: View, theirs: View) -> Iterator[Change]:
        """What is different of two schemas and all below them."""
        before, after = ours.form(), theirs.form()
        if before.nullable != after.nullable:
            yield Change(where, "may be null" if after.nullable else "is never null")
        if (id(ours), id(theirs)) in self.seen:
            return
        self.seen.add((id(ours), id(theirs)))
        self.kept += [ours, theirs]
        yield from _kinds(before.name if before.values and after.values and before.name else where, before, after)
        for end, one, other in (("[]", before.items, after.items), ("{}", before.entries, after.entries)):
            if one is not None and other is not None:
                yield from self.schema(f"{where}{end}", one, other)
        if before.shapes and after.shapes:
            yield from self.shapes(before.name if len(before.shapes) > 1 and before.name else where, before, after)

    def shapes(self, where: str, ours: Form, theirs: Form) -> Iterator[Change]:
        tag = tag_of(ours.shapes) or tag_of(theirs.shapes)
        for one, other in paired(ours.shapes, theirs.shapes):
            if one is None or other is None:
                shape, became = (other, "added") if one is None else (one, "removed")
                assert shape is not None
                yield Change(where, f"{_member(shape, tag)} {became}")
                continue
            place = one.name or (f"{where}<{'|'.join(sorted(one.tag_values(tag)))}>" if tag else where)
            yield from self.fields(place, one, other)
            if tag:
                before, after = one.tag_values(tag), other.tag_values(tag)
                yield from _values(f"{place}.{tag}", sorted(before), sorted(after)) if before and after else ()

    def fields(self, where: str, ours: Shape, theirs: Shape) -> Iterator[Change]:
        for name, one in theirs.fields.items():
            before = ours.fields.get(name)
            place = f"{where}.{name}"
            if before is None:
                needed = ", always present" if one.required else ""
                yield Change(place, f"added: {_kind_words(one.schema.form())}{needed}")
                continue
            if before.required != one.required:
                yield Change(place, "now required" if one.required else "now optional")
            yield from self.schema(place, before.schema, one.schema)
        yield from (Change(f"{where}.{name}", "removed") for name in ours.fields if name not in theirs.fields)


def _kind_words(form: Form) -> str:
    words = " or ".join(sorted(form.kinds())) or "nothing"
    if form.values:
        words += f" ({listed(form.values)})"
    return words + (" or null" if form.nullable else "")


def _kinds(where: str, before: Form, after: Form) -> Iterator[Change]:
    """Whether the kinds of values are the same, and the known texts."""
    if before.kinds() != after.kinds():
        yield Change(
            where, f"{' or '.join(sorted(after.kinds()))}, no longer {' or '.join(sorted(before.kinds())) or 'nothing'}"
        )
    elif bool(before.values) != bool(after.values):
        yield Change(where, f"one of {listed(after.values)}" if after.values else "any text, no longer one of a list")
    else:
        yield from _values(where, before.values, after.values)


def _values(where: str, before: list[str], after: list[str]) -> Iterator[Change]:
    for became, these, those in (("added", after, before), ("removed", before, after)):
        if values := [one for one in these if one not in those]:
            yield Change(where, f"value{'s' * (len(values) > 1)} {listed(values)} {became}")


def _member(shape: Shape, tag: str) -> str:
    values = shape.tag_values(tag) if tag else set[str]()
    return f"member {listed(sorted(values)) if values else shape.name or 'with ' + listed(shape.fields)}"
