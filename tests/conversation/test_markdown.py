"""What notebooks show."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import Chat, OpenRouter, models, testing

PNG = "data:image/png;base64,iVBORw0KGgo="


def shown(value: Any) -> str:
    text: str = value._repr_markdown_()
    return text


def result(**message: Any) -> models.ChatResult:
    return models.ChatResult.from_dict({"choices": [{"message": {"role": "assistant", **message}}]})


def test_an_answer_shows_its_text_and_images() -> None:
    answer = result(content="# Here", images=[{"type": "image_url", "image_url": {"url": PNG}}])

    assert shown(answer) == f"# Here\n\n![image](<{PNG}>)"


def test_an_answer_names_what_cannot_be_shown() -> None:
    call = {"id": "c", "type": "function", "function": {"name": "look", "arguments": '{"a":\n"`"}'}}

    assert shown(result(content=None, tool_calls=[call])) == '`look({"a": "\'"})`'
    assert shown(result(content="", audio={"id": "a", "transcript": "Hello"})) == "Hello"
    assert shown(result(content="", audio={"id": "a"})) == "*(audio)*"
    assert shown(result(content="", refusal="I will not.")) == "*I will not.*"
    assert shown(models.ChatResult.from_dict({})) == ""


def test_a_name_of_a_tool_stays_inside_of_its_code() -> None:
    call = {"id": "c", "type": "function", "function": {"name": "a`\n\n# b", "arguments": "{}"}}

    assert shown(result(content=None, tool_calls=[call])) == "`a' # b({})`"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("```python\nprint(1)", "\n```"), ("Look:\n\n  ~~~~\n```\n~~~", "\n~~~~"), ("````\n```", "\n````"),
        ("```\na\n```", ""), ("```\na\n`````  ", ""), ("``` a ``` b", ""), ("a ```", ""), ("```a\n```b", "\n```"),
    ],
)  # fmt: skip
def test_code_that_was_cut_off_swallows_nothing_that_follows(text: str, end: str) -> None:
    picture = {"type": "image_url", "image_url": {"url": PNG}}
    for content in (text, [{"type": "text", "text": text}]):
        assert shown(result(content=content, images=[picture])) == f"{text}{end}\n\n![image](<{PNG}>)"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a <b>c</b> <!-- d --> <?e?>", "a &lt;b>c&lt;/b> &lt;!-- d --> &lt;?e?>"),
        ("1 < 2, a <- b, x<3", "1 < 2, a <- b, x<3"),
        ("see <https://a.example/b>.", "see &lt;https://a.example/b&gt;."),
        ("a `1 < 2` and ``List<int>``", "a `1 < 2` and <code>List&#60;int&#62;</code>"),
        ("`` `<a>` ``", "<code>&#96;&#60;a&#62;&#96;</code>"),
        ("`a\n<b>`", "`a\n&lt;b>`"),
        ("```cpp\na < b\n```", "```cpp\na < b\n```"),
        ("```cpp\nList<a_b> $x;\n```\n<i>", "<pre><code>List&#60;a&#95;b&#62; &#36;x&#59;\n</code></pre>\n\n&lt;i>"),
        ("```<i>\na", "<pre><code>a\n</code></pre>\n"),
    ],
)  # fmt: skip
def test_tags_in_an_answer_are_shown_rather_than_obeyed(text: str, safe: str) -> None:
    assert shown(result(content=text)) == safe


@given(
    st.lists(st.sampled_from(["<img src=x onerror=alert(1)>", "`", "``", "```", "~~~", "\n", " ", "    ", "- ", "a"]))
)
def test_no_tag_gets_through_wherever_it_stands(pieces: list[str]) -> None:
    text = "".join(pieces)
    call = {"id": "c", "type": "function", "function": {"name": text, "arguments": text}}
    parts = [{"type": "text", "text": text}, {"type": text}, {"type": "file", "file": {"filename": text}}]
    for answer in (
        result(content=text, refusal=text, audio={"transcript": text}, tool_calls=[call]), result(content=parts)
    ):  # fmt: skip
        assert set(re.findall(r"<[A-Za-z/!?][^>]*>?", shown(answer))) <= {"<pre>", "<code>", "</code>", "</pre>"}


def test_addresses_that_are_no_images_are_not_shown() -> None:
    for url in ("javascript:alert(1)", "data:text/html;base64,AA==", "https://a.example/x>)<script>", None):
        assert shown(result(content="", images=[{"image_url": {"url": url}}])) == "*(image)*"


def test_a_conversation_shows_who_said_what(client: OpenRouter, server: testing.Server) -> None:
    server.enqueue(testing.reply("A cat.", images=[PNG]))
    chat = Chat("a/model", system="Be brief.", client=client)

    chat(
        [
            "https://a.example/cat.png",
            "What is this?",
            {"type": "file", "file": {"filename": "a.pdf", "file_data": "x"}},
        ]
    )

    assert shown(chat) == "\n\n".join([
        "**System:**", "Be brief.",
        "**You:**", "![image](<https://a.example/cat.png>)", "What is this?", "*(a.pdf)*",
        "**Model:**", "A cat.", f"![image](<{PNG}>)",
    ])  # fmt: skip


def test_several_models_have_a_heading_each(client: OpenRouter, server: testing.Server) -> None:
    chat = Chat(["a/one", "b/two"], client=client)
    chat("Hi")

    assert shown(chat) == "\n\n".join(f"### {model}\n\n**You:**\n\nHi\n\n**Model:**\n\nHi" for model in chat.models)


def test_ipython_is_not_imported() -> None:
    program = (
        "import sys; from openrouter_sdk import Chat; Chat('m')._repr_markdown_(); print('IPython' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
