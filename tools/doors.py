"""An import contract: a package is entered by its door, the `__init__`, and in no other way."""

from __future__ import annotations

from importlinter import Contract, ContractCheck, fields, output


class DoorsContract(Contract):  # type: ignore[misc, unused-ignore]
    """What lies in a package below `container` is imported from within that package alone.

    Configuration options:
        container: The package that holds the packages.
    """

    type_name = "doors"

    container = fields.ModuleField()

    def check(self, graph: object, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the linter passes it
        """Find the imports that go past a door."""
        found: list[str] = []
        for package in graph.find_children(self.container.name):  # type: ignore[attr-defined]
            for inside in graph.find_descendants(package):  # type: ignore[attr-defined]
                importers = graph.find_modules_that_directly_import(inside)  # type: ignore[attr-defined]
                found += [f"{each} -> {inside}" for each in importers if not f"{each}.".startswith(f"{package}.")]
        return ContractCheck(kept=not found, metadata={"imports": sorted(found)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print them."""
        for line in check.metadata["imports"]:
            output.print_error(f"{line} goes past the door of a package")
