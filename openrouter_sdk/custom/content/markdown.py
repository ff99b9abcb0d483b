"""Messages as Markdown, for notebooks. HTML in them is shown as it is written: a notebook would run what is in it.

Links to the web stay links. Others, such as `javascript:`, are shown as they are written, too, and a picture is shown
as a link: a notebook would load it at once, and its address can tell the other side what is in the conversation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import as_list, as_object, is_object

# What begins like a tag may end as one. Code is read before, as Markdown does; if that reads it in another way, the
# code looks odd but holds no tag: so does code longer than is looked through for its end.
_TAG = r"<(?=[A-Za-z/!?])"
_SAFE = r"(?i:https?://|mailto:|#)"
_LINK = rf"\](?=[(:])(?![(:][ \t]*{_SAFE})"
_IMAGE = r"!(?=\[)"
_MATHS = r"\\(?=href|csname|require)"
# What makes code text: it may be no code to a notebook. A reference or a scheme is close to what it belongs to.
_RISKY = rf"{_TAG}|\][(:]\s{{0,20}}(?!{_SAFE})\S{{0,40}}?[:&\\]|{_MATHS}"
_CODE_OR_TAG = (
    r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,5000}?)(?<!`)(?P=ticks)(?!`)|<(?P<address>https?://[^\s<>]+)>|"
    rf"{_TAG}|(?P<link>{_LINK}[(:])|(?P<other>{_IMAGE}|{_MATHS})"
)
_FENCE = r" {0,3}(`{3,}|~{3,})(.*)"
_SHOWN_URLS = ("https://", "http://", "data:image/")
_SPEAKERS = {"user": "You", "assistant": "Model", "system": "System", "developer": "System", "tool": "Tool"}


def message_markdown(message: Mapping[str, Any]) -> str:
    """What a message says: its text, its images shown, its tool calls and other parts named."""
    pieces = [*_content(message.get("content")), *_images(message.get("images"))]
    for call in as_list(message.get("tool_calls")):
        function = as_object(as_object(call).get("function"))
        pieces.append(_without_tags(f"`{_line(function.get('name'))}({_line(function.get('arguments'))})`"))
    audio = message.get("audio")
    if is_object(audio):
        pieces.append(_shown(str(audio.get("transcript") or "*(audio)*")))
    refusal = message.get("refusal")
    if isinstance(refusal, str) and refusal:
        pieces.append(f"*{_without_tags(refusal)}*")
    return "\n\n".join(pieces)


def conversation_markdown(histories: Mapping[str, list[dict[str, Any]]]) -> str:
    """Who said what. Several models have a heading each."""
    sections: list[str] = []
    for model, messages in histories.items():
        said = [_said(message) for message in messages]
        heading = [f"### {_without_tags(model)}"] if len(histories) > 1 else []
        sections.append("\n\n".join([*heading, *said]))
    return "\n\n".join(sections)


def _said(message: dict[str, Any]) -> str:
    role = str(message.get("role"))
    return f"**{_SPEAKERS.get(role, _without_tags(role))}:**\n\n{message_markdown(message)}"


def _content(content: Any) -> Iterator[str]:
    if isinstance(content, str) and content:
        yield _shown(content)
    for part in as_list(content):
        if not is_object(part):
            continue
        kind = part.get("type")
        if isinstance(part.get("text"), str):
            yield _shown(part["text"])
        elif kind == "image_url":
            yield from _images([part])
        else:
            name = as_object(part.get("file")).get("filename")
            yield _without_tags(f"*({_line(name or kind)})*")


def _images(images: Any) -> Iterator[str]:
    for image in as_list(images):
        url = as_object(as_object(image).get("image_url")).get("url")
        if isinstance(url, str) and url.startswith(_SHOWN_URLS) and not set(url) & set(" \n<>"):
            yield f"![image](<{url}>)"
        else:
            yield "*(image)*"


def _shown(text: str) -> str:
    """The text without tags, and with the end of a code block that lost its own, as when the answer was cut off."""
    shown: list[str] = []
    block: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = re.match(_FENCE, line)
        if fence:
            block.append(line)
            if found and found[1].startswith(fence) and not found[2].strip():
                shown.append(_code_block(block))
                fence = ""
        elif found and not (found[1][0] == "`" and "`" in found[2]):
            fence, block = found[1], [line]
        else:
            shown.append(_without_tags(line))
    if fence:
        shown.append(_code_block([*block, fence]))
    return "\n".join(shown)


def _code_block(lines: list[str]) -> str:
    """A block between its fences, which stay where nothing in it is like a tag: notebooks colour such code."""
    block = "\n".join(lines)
    if not _is_risky(block):
        return block
    code = "\n".join(lines[1:-1])
    return f"<pre><code>{_entities(code)}\n</code></pre>\n"


def _without_tags(text: str) -> str:
    return re.sub(_CODE_OR_TAG, _as_text, text)


def _as_text(found: re.Match[str]) -> str:
    if found["address"]:
        return f"&lt;{found['address']}&gt;"
    if found["link"]:
        return f"]{_entities(found['link'][1:])}"
    if found["other"]:
        # in front of "href" an entity is a backslash again before the mathematics is read
        return "&#33;" if found["other"] == "!" else "\\\u200b"
    code = found["code"]
    if code is None:
        return "&lt;"
    return f"<code>{_entities(code.strip())}</code>" if _is_risky(code) else found[0]


def _is_risky(code: str) -> bool:
    return bool(re.search(_RISKY, code)) or ("![" in code and bool(re.search(r"\]\s?[\[(:]", code)))


def _entities(code: str) -> str:
    """Code in which neither HTML nor Markdown nor mathematics finds a sign of its own."""
    return re.sub(r"[^\w\s]|_", lambda sign: f"&#{ord(sign[0])};", code)


def _line(value: Any) -> str:
    return " ".join(str(value or "").replace("`", "'").split())
