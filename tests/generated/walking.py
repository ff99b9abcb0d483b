"""Looking into models from outside: the containers they hold, and where these stand in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from openrouter_sdk.types import Model

Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A container inside a model, with its way from the top in JSON keys."""

    path: Path
    holds: Any


def children(value: Any) -> list[tuple[str | int, Any]]:
    """What stands directly below a value, by JSON key."""
    if isinstance(value, Model):
        named = [(key, getattr(value, name)) for key, name in value.wire.keys.items()]
        return [*named, *value.additional_properties.items()]
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list | tuple) else []


def places(value: Any, path: Path = ()) -> Iterator[Place]:
    """All models, dicts and lists below a value and the value itself."""
    if isinstance(value, Model | dict | list):
        yield Place(path, value)
    for key, child in children(value):
        yield from places(child, (*path, key))


def containers(value: Any) -> set[int]:
    """Identities of all dicts and lists in a value, those that hold the unknown keys of models included."""
    held = [place.holds for place in places(value)]
    extras = [each.additional_properties for each in held if isinstance(each, Model)]
    return {id(each) for each in [*held, *extras] if not isinstance(each, Model)}


def shake(value: Any) -> None:
    """Change every container in a value."""
    for place in list(places(value)):
        if isinstance(place.holds, list):
            place.holds.append("shaken")
        elif isinstance(place.holds, dict):
            place.holds["shaken"] = True
        else:
            place.holds.additional_properties["shaken"] = True


def at(data: dict[str, Any], place: Place) -> Any:
    """The JSON container that a place stands for; made where `data` has null or nothing, which read as empty."""
    here: Any = data
    for number, key in enumerate(place.path):
        last = number + 1 == len(place.path)
        missing: Any = [] if last and isinstance(place.holds, list) else {}
        if isinstance(here, dict) and here.get(key) is None:
            here[key] = missing
        here = here[key]
    return here
