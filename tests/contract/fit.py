"""Whether a JSON value fits a schema of the contract, unions followed by their tag; unknown things pass."""

from __future__ import annotations

from tests.contract.document import Contract, Schema

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def misfits(contract: Contract, schema: Schema, value: object, where: str = "$") -> list[str]:
    """Places of the value that do not fit: a wrong type, or a required key that is missing."""
    forms = contract.alternatives(schema)
    attempts = [_against(contract, form, value, where) for form in forms if _has_type(form, value)]
    return min(attempts, key=len) if attempts else [f"{where}: {value!r:.40}"]


def _has_type(form: Schema, value: object) -> bool:
    if "type" not in form:
        return True
    if isinstance(value, bool):
        return bool(form["type"] == "boolean")
    return isinstance(value, TYPES[form["type"]])


def _against(contract: Contract, form: Schema, value: object, where: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, list) and "items" in form:
        for number, item in enumerate(value):
            found += misfits(contract, form["items"], item, f"{where}[{number}]")
    if isinstance(value, dict):
        member = _member(contract, form, value)
        found += [f"{where}.{key}: missing" for key in member.get("required", []) if key not in value]
        for key, child in value.items():
            found += misfits(contract, _child(member, key), child, f"{where}.{key}")
    return found


def _member(contract: Contract, form: Schema, value: dict[str, object]) -> Schema:
    if "discriminator" not in form:
        return form
    tag = value.get(form["discriminator"]["propertyName"])
    mapping: dict[object, str] = form["discriminator"]["mapping"]
    reference = mapping.get(tag, form.get("x-default-mapping"))
    return contract.target(reference) if reference else form


def _child(form: Schema, key: str) -> Schema:
    values = form.get("additionalProperties", {})
    found: Schema = form.get("properties", {}).get(key, {} if values is True else values)
    return found
