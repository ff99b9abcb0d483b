"""What is wrong with a contract, told by place before anything is generated from it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

METHODS = ("get", "put", "post", "delete", "patch", "head")
_NEEDED = ("operationId", "tags", "x-method", "summary", "description", "responses")


def check_operations(contract: dict[str, Any]) -> None:
    """Refuse references that lead nowhere, and operations that miss something, by all their places at once."""
    found = [*_dead_references(contract, contract), *_faults(contract)]
    if found:
        raise SystemExit("\n".join(f"openapi.yaml: {fault}" for fault in dict.fromkeys(found)))


def _faults(contract: dict[str, Any]) -> Iterator[str]:
    known = [tag["name"] for tag in contract.get("tags", ())]
    taken: dict[tuple[str, str], str] = {}
    for path, item in contract["paths"].items():
        for method in (method for method in METHODS if method in item):
            operation, where = item[method], f"{method} {path}"
            missing = [key for key in _NEEDED if not operation.get(key)]
            missing += [] if "security" in operation else ["security"]
            if missing:
                yield f"{where} has no {', '.join(missing)}"
                continue
            tag = operation["tags"][0]
            if tag not in known:
                near = get_close_matches(tag, known, n=1)
                yield f"{where}: the tag {tag!r} is not in `tags`" + (f"; did you mean {near[0]!r}?" if near else "")
            for name in (operation["x-method"], *operation.get("x-aliases", ())):
                if (first := taken.setdefault((tag, name), where)) != where:
                    yield f"{where}: {tag}.{name} is {first} already"
            yield from _unnamed(where, operation["responses"])


def _unnamed(where: str, responses: dict[Any, Any]) -> Iterator[str]:
    for status, response in responses.items():
        if not str(status).startswith("2") and not {"$ref", "x-error"} & response.keys():
            yield f"{where}: {status} has no x-error, the class that it raises"
        for kind in ("application/json", "text/event-stream"):
            schema = response.get("content", {}).get(kind, {}).get("schema", {"$ref": ""})
            if str(status).startswith("2") and "$ref" not in schema:
                yield f"{where}: the schema of {status} must be a component: {{$ref: '#/components/schemas/...'}}"


def _dead_references(contract: dict[str, Any], node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _dead_references(contract, one)
    elif isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and not _is_there(contract, reference):
            yield f"$ref {reference!r} leads nowhere"
        for one in node.values():
            yield from _dead_references(contract, one)


def _is_there(contract: dict[str, Any], reference: str) -> bool:
    here: Any = contract
    for part in reference.removeprefix("#/").split("/"):
        if not isinstance(here, dict) or part not in here:
            return False
        here = here[part]
    return True
