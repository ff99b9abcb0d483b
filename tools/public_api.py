"""The public surface, one line for each name and each argument, kept in `tests/public_api.txt`.

Without an argument it says whether the file is true; with `--write` it writes it. A change of it is a decision: read it
in the diff, and tell users in the changelog.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator

import griffe
from sources import ROOT

PACKAGE = "openrouter_sdk"
SNAPSHOT = ROOT / "tests" / "public_api.txt"
WHOLE = ("", "errors", "content", "telemetry", "testing", "tools")
"""Modules whose names are shown with what is in them."""
NAMES = ("components", "models", "operations", "utils")
"""Modules of which the names are shown: the contract says what is in them."""
HIDDEN_BASES = ("object", "ABC", "Generic", "Protocol", "NamedTuple", "Closing", "ClosingAsync")
KINDS = {"positional-only": "", "keyword-only": "", "variadic positional": "*", "variadic keyword": "**"}


def surface() -> Iterator[str]:
    """The lines of the snapshot."""
    package = griffe.load(PACKAGE, search_paths=[str(ROOT)], resolve_aliases=True, resolve_external=False)
    told: set[str] = set()
    for name in WHOLE:
        module = package[name] if name else package
        for member in _exported(module):
            yield from _shown(f"{PACKAGE}.{name}.{member}".replace("..", "."), module[member], told)
    client = package["OpenRouter"]
    for name, member in sorted(client.all_members.items()):
        if (namespace := _class_of(package, member)) is not None:
            yield from _class(f"client.{name}", namespace, told)
    for name in NAMES:
        yield from (f"{PACKAGE}.{name}.{member}" for member in _exported(package[name]))


def _exported(module: griffe.Object | griffe.Alias) -> list[str]:
    listed = module.exports or [name for name, member in module.members.items() if member.is_public]
    return sorted(str(name) for name in listed if str(name) in module.members and not str(name).startswith("__"))


def _class_of(package: griffe.Object | griffe.Alias, member: griffe.Object | griffe.Alias) -> griffe.Class | None:
    """The class of a namespace that hangs on the client; None for anything else."""
    attribute = member.final_target if isinstance(member, griffe.Alias) else member
    if not isinstance(attribute, griffe.Attribute) or not isinstance(attribute.annotation, griffe.Expr):
        return None
    path = attribute.annotation.canonical_path
    if not path.startswith(f"{PACKAGE}."):
        return None
    found = package[path.removeprefix(f"{PACKAGE}.")]
    found = found.final_target if isinstance(found, griffe.Alias) else found
    return found if isinstance(found, griffe.Class) and not member.name.startswith("_") else None


def _shown(name: str, member: griffe.Object | griffe.Alias, told: set[str]) -> Iterator[str]:
    """One public object with all that is in it, or where it was told already."""
    thing = member.final_target if isinstance(member, griffe.Alias) and member.resolved else member
    if isinstance(thing, griffe.Class):
        if thing.path.startswith(f"{PACKAGE}.models."):
            yield f"{name} = {thing.path}"
        else:
            yield from _class(name, thing, told)
    elif isinstance(thing, griffe.Function):
        yield from _function(name, thing)
    elif isinstance(thing, griffe.Attribute):
        yield f"{name}: {thing.annotation}" if thing.annotation else name
    else:
        yield name


def _class(name: str, thing: griffe.Class, told: set[str]) -> Iterator[str]:
    bases = [str(base) for base in thing.bases if str(base).partition("[")[0] not in HIDDEN_BASES]
    yield f"class {name}({', '.join(bases)})" if bases else f"class {name}"
    if thing.path in told:
        return
    told.add(thing.path)
    for key, member in sorted(thing.all_members.items()):
        found = member.final_target if isinstance(member, griffe.Alias) else member
        if key == "__init__" and isinstance(found, griffe.Function):
            yield from _function(f"{name}.__init__", found)
        elif not key.startswith("_") and found.path.startswith(PACKAGE):
            if isinstance(found, griffe.Function):
                yield from _function(f"{name}.{key}", found, thing.all_members.get(key.removesuffix("_async")))
            elif isinstance(found, griffe.Attribute):
                yield f"{name}.{key}: {found.annotation}" if found.annotation else f"{name}.{key}"


def _function(name: str, function: griffe.Function, twin: object = None) -> Iterator[str]:
    """Name, arguments and result; an async function with the arguments of its sync twin is one line."""
    colour = "async " if "async" in function.labels else ""
    gives = f" -> {function.returns}" if function.returns else ""
    twin = twin.final_target if isinstance(twin, griffe.Alias) else twin
    if isinstance(twin, griffe.Function) and twin is not function and _arguments(twin) == _arguments(function):
        yield f"{colour}{name}(as {twin.name}){gives}"
        return
    given = [parameter for parameter in function.parameters if parameter.name not in {"self", "cls"}]
    yield f"{colour}{name}(){gives}" if not given else f"{colour}{name}(...){gives}"
    keyword_only = False
    for parameter in given:
        kind = parameter.kind.value if parameter.kind else ""
        if kind == "keyword-only" and not keyword_only:
            keyword_only = True
            yield "    *"
        hint = f": {parameter.annotation}" if parameter.annotation else ""
        default = f" = {parameter.default}" if parameter.default and not KINDS.get(kind) else ""
        yield f"    {KINDS.get(kind, '')}{parameter.name}{hint}{default}"


def _arguments(function: griffe.Function) -> list[tuple[str, str, str]]:
    return [(each.name, str(each.annotation), str(each.default)) for each in function.parameters]


def main(*arguments: str) -> int:
    """Write the snapshot, or compare with it; returns the exit code."""
    now = "\n".join(surface()) + "\n"
    if arguments == ("--write",):
        SNAPSHOT.write_text(now, encoding="utf-8")
        return 0
    before = SNAPSHOT.read_text(encoding="utf-8") if SNAPSHOT.exists() else ""
    if before == now:
        print(f"public surface: {now.count(chr(10))} lines, as tests/public_api.txt says")
        return 0
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), "before", "now", lineterm="", n=1)
    print("\n".join(changes))
    print("The public surface changed. If that is meant: make api, and a line in CHANGELOG.md.")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
