"""What the hooks of the documentation site do to a page."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def site() -> Iterator[Any]:
    """The module, which finds its neighbours by their bare names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
        yield importlib.import_module("docs_site")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("[one](../examples/byok.py)", "[one](examples.md#byok)"),
        ("[it](streaming.md#chunks)", "[it](streaming.md#chunks)"),
        ("[rules](../CONTRIBUTING.md#to-release)", "[rules](contributing.md#to-release)"),
        ("[tree.py](../openrouter_sdk/custom/errors/tree.py)", "`tree.py`"),
        ("[home](https://openrouter.ai)", "[home](https://openrouter.ai)"),
        ("a `models.ChatResult`", "a [`models.ChatResult`](reference/models.md#openrouter_sdk.models.ChatResult)"),
        ("```python\n[one](../examples/byok.py)\n```", "```python\n[one](../examples/byok.py)\n```"),
    ],
)
def test_a_link_leads_to_a_page_or_is_none(site: Any, written: str, made: str) -> None:
    assert site.relinked(written, "docs/guide.md", "guide.md") == made + "\n"


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://example.com/a.js">',
        '<link rel="stylesheet" href="//example.com/a.css">',
        '<img alt="a" src="http://example.com/a.png">',
        '<pre class="mermaid">',
    ],
)
def test_what_a_browser_would_fetch_from_elsewhere_is_found(site: Any, tag: str) -> None:
    assert site.FETCHED.search(tag)


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="canonical" href="http://127.0.0.1/">',
        '<a href="https://example.com">',
        '<script src="../a.js">',
    ],
)
def test_what_it_would_not_fetch_is_left_alone(site: Any, tag: str) -> None:
    assert not site.FETCHED.search(tag)


def test_the_picture_has_a_box_for_each_package_in_the_order_of_imports(site: Any) -> None:
    drawn = site.drawn('graph TD\n    engine["engine<br>one <call>"] --> http\n')
    packages = {path.parent.name for path in (ROOT / "openrouter_sdk" / "custom").glob("*/__init__.py")} | {"client"}

    assert {name for name in packages if f"<b>{name}</b>" not in drawn} == set()
    assert drawn.index("<b>client</b>") < drawn.index("<b>engine</b>") < drawn.index("<b>errors</b>")
    assert "one &lt;call&gt;" in drawn
