"""Follow the API: `python generator/sync.py SPEC` says what a newer document of the API changes for openapi.yaml.

With `--apply` it writes that into openapi.yaml. What is new has empty descriptions, and `make test` fails until they
are written.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from amend import amended, failures
from differences import differences
from endpoints import Endpoint, endpoints
from merge import merged_endpoints
from plain import from_yaml

CONTRACT = Path(__file__).resolve().parent.parent / "openapi.yaml"

SENDABLE = {"application/json", "multipart/form-data"}


def read(path: Path) -> dict[str, Endpoint]:
    """The operations of a document, JSON or YAML."""
    try:
        text = path.read_text(encoding="utf-8")
        data: Any = json.loads(text) if text.lstrip().startswith("{") else from_yaml(text)
        return endpoints(data)
    except OSError as problem:
        raise SystemExit(f"{path}: {problem.strerror}") from None
    except (yaml.YAMLError, ValueError, AttributeError, KeyError, TypeError) as problem:
        raise SystemExit(f"{path} is no OpenAPI document: {type(problem).__name__}: {problem}") from None


def chosen(found: dict[str, Endpoint], groups: Iterable[str], prefixes: Iterable[str]) -> set[str]:
    """The operations in one of the namespaces, or with a path that begins so."""
    wanted, beginnings = {*groups}, tuple(prefixes)
    return {key for key, one in found.items() if one.call[0] in wanted or one.path.startswith(beginnings)}


def target(
    ours: dict[str, Endpoint], theirs: dict[str, Endpoint], since: dict[str, Endpoint] | None, added: set[str]
) -> dict[str, Endpoint]:
    """The operations that the contract is to have, as they are to be.

    Args:
        ours: The operations it has.
        theirs: Those of the newer document.
        since: Those of the document it was last brought up to date with; None takes all that is different as new.
        added: Operations of the newer document that it is to have from now on.
    """
    wanted = {key: one for key, one in theirs.items() if key in ours or key in added}
    if since is not None:
        wanted = merged_endpoints(
            ours, wanted, {key: one for key, one in since.items() if key not in added or key in ours}
        )
    return {
        key: wanted[key]
        for key in [*(key for key in ours if key in wanted), *(key for key in wanted if key not in ours)]
    }


def undescribed(node: Any, where: str = "") -> list[str]:
    """The places of a contract whose words are still to be written."""
    if isinstance(node, dict):
        found = [f"{where}.{key}" for key, one in node.items() if key in {"summary", "description"} and one == ""]
        return found + [place for key, one in node.items() for place in undescribed(one, f"{where}.{key}".lstrip("."))]
    if isinstance(node, list):
        return [place for number, one in enumerate(node) for place in undescribed(one, f"{where}[{number}]")]
    return []


def main(arguments: list[str] | None = None, contract: Path = CONTRACT) -> int:
    """Report, and with `--apply` write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("spec", type=Path, help="the newer document, JSON or YAML")
    parser.add_argument("--since", type=Path, help="the older document: only what changed from it on")
    parser.add_argument("--group", action="append", default=[], help="take up the operations of a namespace, too")
    parser.add_argument("--path", action="append", default=[], help="take up the operations whose path begins so, too")
    parser.add_argument("--apply", action="store_true", help="write it into openapi.yaml")
    given = parser.parse_args(arguments)
    text = contract.read_text(encoding="utf-8")
    data = from_yaml(text)
    ours, theirs = endpoints(data), read(given.spec)
    added = chosen(theirs, given.group, given.path)
    wanted = target(ours, theirs, read(given.since) if given.since else None, added)
    found = differences(ours, wanted, failures(data))
    print(*found, sep="\n") if found else print("nothing changed")
    for key in added - ours.keys():
        if theirs[key].bodies and not theirs[key].bodies.keys() & SENDABLE:
            print(f"{key}: a body as {', '.join(theirs[key].bodies)} cannot be generated yet")
    if others := theirs.keys() - ours.keys() - added:
        namespaces = sorted({theirs[key].call[0] for key in others})
        print(f"\n{len(others)} operations that openapi.yaml does not have, in: {', '.join(namespaces)}")
    if given.apply and found:
        written = amended(text, wanted)
        contract.write_text(written, encoding="utf-8")
        gaps = len(undescribed(from_yaml(written)))
        print(f"\n{contract.name} is changed. {gaps} places have no words yet: `make test` lists them.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
