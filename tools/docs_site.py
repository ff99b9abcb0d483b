"""What the site has beyond the documents: pages made of other files, links into the checkout, the picture."""

from __future__ import annotations

import ast
import html
import logging
import os
import re
import tomllib
from pathlib import Path, PurePosixPath
from typing import cast

import docs_models
from check_docs import LINK, split
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_autorefs import AutorefsPlugin
from sources import ROOT

log = logging.getLogger("mkdocs.hooks.docs_site")

COPIED = {"CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
"""Documents at the top of the checkout that are pages of the site."""
ELSEWHERE = {**COPIED, "README.md": "index.md"}
NAME = re.compile(r"(?<!\[)`(models|errors)\.([A-Z]\w+)`")
FETCHED = re.compile(
    r"<(?:script|img|link(?![^>]*canonical)|iframe)[^>]+(?:src|href)=\"?(?:https?:)?//[^>]*>|class=\"?mermaid"
)
MERMAID = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NODE = re.compile(r"(\w+)\[\"([^\"]*)\"\]")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are no files of `docs/`."""
    for name, uri in COPIED.items():
        files.append(File.generated(config, uri, content=(ROOT / name).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Lead links that leave `docs/` to their pages, and draw the picture of the packages."""
    came_from = {uri: name for name, uri in COPIED.items()}
    source = came_from.get(page.file.src_uri, f"docs/{page.file.src_uri}")
    if page.file.src_uri == "examples.md":
        markdown += "\n" + examples()
    elif page.file.src_uri == "reference/models.md":
        markdown += "\n" + docs_models.sections()
        autorefs = cast("AutorefsPlugin", config.plugins["autorefs"])
        for name in docs_models.names():
            for other in (name, f"{name}TypedDict"):
                autorefs.register_anchor(page, f"openrouter_sdk.models.{other}", f"openrouter_sdk.models.{name}")
    return MERMAID.sub(lambda found: drawn(found[1]), relinked(markdown, source, page.file.src_uri))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Warn, which fails the build, of what a reader's browser would fetch from elsewhere."""
    for found in FETCHED.findall(output):
        log.warning("%s fetches from elsewhere: %s", page.file.src_uri, found)
    return output


def examples() -> str:
    """All programs of `examples/`."""
    parts: list[str] = []
    for path in sorted((ROOT / "examples").glob("*.py")):
        code = path.read_text(encoding="utf-8")
        said, _, rest = (ast.get_docstring(ast.parse(code)) or "").partition("\n")
        body = code.split('"""', 2)[2].strip()
        parts += [f"## {path.name} {{ #{path.stem} }}", said, rest.strip(), f"```python\n{body}\n```"]
    return "\n\n".join(part for part in parts if part) + "\n"


def relinked(markdown: str, source: str, uri: str) -> str:
    """The text with each link that leaves `docs/` leading to a page, or, where none has that file, no link.

    Names such as `models.ChatResult` become links into the reference.
    """
    lines = markdown.splitlines()
    named = rf"[`\1.\2`]({os.path.relpath('reference', PurePosixPath(uri).parent)}/\1.md#openrouter_sdk.\1.\2)"
    for number, line in split(markdown)[0]:
        lines[number - 1] = NAME.sub(named, LINK.sub(lambda found: _link(found, source, uri), line))
    return "\n".join(lines) + "\n"


def _link(found: re.Match[str], source: str, uri: str) -> str:
    target, _, fragment = found[1].partition("#")
    if not target or re.match(r"[a-z]+:", target):
        return found[0]
    path = PurePosixPath(os.path.normpath(PurePosixPath(source).parent / target))
    if path.parts[0] == "docs":
        page = str(path.relative_to("docs"))
    elif path.parts[0] == "examples" and path.suffix == ".py":
        page, fragment = "examples.md", path.stem
    elif str(path) in ELSEWHERE:
        page = ELSEWHERE[str(path)]
    else:
        text = found[0][found[0].index("[") + 1 : found[0].rindex("](")]
        return text if "`" in text else f"`{text}`"
    near = os.path.relpath(page, PurePosixPath(uri).parent)
    return found[0].replace(f"({found[1]}", f"({Path(near).as_posix()}" + (f"#{fragment}" if fragment else ""))


def drawn(graph: str) -> str:
    """The packages as boxes on layers, in the order that import-linter checks, with the words of the Mermaid graph."""
    said = {name: label.partition("<br>")[2] for name, label in NODE.findall(graph)}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    order = next(contract["layers"] for contract in contracts if contract["id"] == "order-of-packages")
    rows = []
    for layer in order:
        names = [name for name in re.split(r"\W+", layer) if not name.startswith("_")]
        boxes = "".join(f"<div><b>{name}</b> <span>{html.escape(said.get(name, ''))}</span></div>" for name in names)
        rows += [f"<div>{boxes}</div>"] if boxes else []
    return f'<div class="layers">{"".join(rows)}</div>\n'
