"""Whether a tag names the version of the package, and the changelog has it. Argument: the tag, such as v1.2.0."""

from __future__ import annotations

import re
import sys

from sources import ROOT


def problems(tag: str, version_file: str, changelog: str) -> list[str]:
    """One line for each thing that stands in the way of releasing this tag."""
    named = re.search(r'__version__ = "([^"]+)"', version_file)
    version = named.group(1) if named else None
    found = [] if tag == f"v{version}" else [f"the tag is {tag}, the version in custom/_version.py is {version}"]
    if not re.search(rf"(?m)^## \[{re.escape(tag.removeprefix('v'))}\] - \d{{4}}-\d\d-\d\d$", changelog):
        found.append(f"CHANGELOG.md has no heading `## [{tag.removeprefix('v')}] - <date>`")
    return found


def main(tag: str) -> int:
    """Look; returns the exit code."""
    version_file = (ROOT / "openrouter_sdk" / "custom" / "_version.py").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = problems(tag, version_file, changelog)
    print("\n".join(found) or f"{tag} can be released")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
