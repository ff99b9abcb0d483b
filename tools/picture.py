"""An import contract: the picture of the architecture shows the packages, and the imports among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from importlinter import Contract, ContractCheck, fields, output

Arrow = tuple[str, str]


class PictureContract(Contract):  # type: ignore[misc, unused-ignore]
    """Arrows of a Mermaid graph are the imports among the packages below `container`.

    A plain arrow stands for an import that no longer way of arrows says already, a dotted one with the label
    `when_asked_for` for one that is made inside a function and leads sideways or up. Arrows with other labels are free.

    Configuration options:
        container: The package that holds the packages. Names with an underscore in front are left out.
        document: The file with the picture.
        when_asked_for: The label of dotted arrows.
    """

    type_name = "picture"

    container: Any = fields.ModuleField()
    document: Any = fields.StringField()
    when_asked_for: Any = fields.StringField()

    def check(self, graph: Any, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the linter passes it
        """Compare the picture with the imports."""
        text = Path(self.document).read_text(encoding="utf-8")
        there = set(imports(graph, self.container.name))
        late = set(arrows(text, rf'-\. "{self.when_asked_for}" \.->'))
        plain, direct = set(arrows(text, "-->")), set(without_detours(there - late))
        children = graph.find_children(self.container.name)
        packages = {name.rpartition(".")[2] for name in children}
        wrong = [
            *(f"{name} is a package and not shown" for name in visible(packages) - set(boxes(text))),
            *(f"{name} is shown and no package" for name in set(boxes(text)) - packages),
            *(f"{a} --> {b} is drawn, and no such import is there or needed" for a, b in plain - direct),
            *(f"{a} --> {b} is an import and not drawn" for a, b in direct - plain),
            *(f"{a} -.-> {b} is drawn, and there is no such import" for a, b in late - there),
        ]
        return ContractCheck(kept=not wrong, metadata={"wrong": sorted(wrong)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print what differs."""
        for line in check.metadata["wrong"]:
            output.print_error(line)


def visible(names: set[str]) -> set[str]:
    """Those without an underscore in front."""
    return {name for name in names if not name.startswith("_")}


def boxes(text: str) -> list[str]:
    """Names of the boxes."""
    return re.findall(r"^    (\w+)\[", text, flags=re.MULTILINE)


def arrows(text: str, kind: str) -> Iterator[Arrow]:
    """The arrows of a kind, a pair of names each."""
    for begins, ends in re.findall(rf"^    ([\w &]+?) {kind} ([\w &]+)$", text, flags=re.MULTILINE):
        yield from ((a, b) for a in begins.split(" & ") for b in ends.split(" & "))


def imports(graph: Any, container: str) -> Iterator[Arrow]:
    """Packages that import one another."""
    inside = re.compile(rf"{re.escape(container)}\.([a-z]\w*)")
    for module in graph.modules:
        importer = inside.match(module)
        for imported in graph.find_modules_directly_imported_by(module) if importer else ():
            found = inside.match(imported)
            if importer and found and importer[1] != found[1]:
                yield importer[1], found[1]


def without_detours(there: set[Arrow]) -> Iterator[Arrow]:
    """The arrows that say what no way of others says. Those given must not run in circles."""
    for arrow in there:
        seen: set[str] = set()
        ways = [b for a, b in there if a == arrow[0] and b != arrow[1]]
        while ways:
            name = ways.pop()
            if name not in seen:
                seen.add(name)
                ways += [b for a, b in there if a == name]
        if arrow[1] not in seen:
            yield arrow
