"""A Python value as JSON text, for what a tool returned."""

from __future__ import annotations

import json
from typing import Any

import pydantic_core


def to_json(value: Any) -> str:
    """The value as JSON: all that pydantic can write, attrs classes and msgspec structs; `str(value)` of anything else.

    NaN and infinities, for which JSON has no form, become texts.
    """
    try:
        return pydantic_core.to_json(value, fallback=_plain, inf_nan_mode="strings", bytes_mode="base64").decode()
    except pydantic_core.PydanticSerializationError:
        # Half a character, as in the name of a file that is no UTF-8, has a form in JSON, if none in UTF-8
        plain = pydantic_core.to_jsonable_python(value, fallback=_plain, bytes_mode="base64")
        return json.dumps(json.loads(json.dumps(plain), parse_constant=str), separators=(",", ":"))


def _plain(value: Any) -> Any:
    attributes: Any = getattr(value, "__attrs_attrs__", None)
    if attributes is not None:
        return {attribute.name: getattr(value, attribute.name) for attribute in attributes}
    names: Any = getattr(value, "__struct_fields__", None)
    return str(value) if names is None else {name: getattr(value, name) for name in names}
