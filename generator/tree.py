"""openapi.yaml as a tree that is changed in place: comments, order and layout of all the rest stay as they are."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Iterator
from typing import Any

import yaml
from plain import LOADER, from_yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import ScalarString, SingleQuotedScalarString

_COMMENT = "x-comment-"
_WIDTH = 120
_ROOM = 96


def _yaml() -> YAML:
    found = YAML()
    found.preserve_quotes = True
    found.width = _WIDTH
    found.indent(mapping=2, sequence=4, offset=2)
    return found


def _comments_as_entries(text: str) -> str:
    """Comments between the entries of a map, as entries: they stay where they are when a neighbour comes or goes."""
    lines = text.split("\n")
    inside = {
        line
        for token in yaml.scan(text, LOADER)
        if isinstance(token, yaml.ScalarToken)
        for line in range(token.start_mark.line, token.end_mark.line + (token.end_mark.column > 0))
    }
    following = ""
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        found = re.fullmatch(r"( *)(#.*)", line)
        if found and number not in inside:
            if re.match(rf"{found[1]}[\w'/{{\"]", following):
                lines[number] = f"{found[1]}{_COMMENT}{number}: {yaml.dump(found[2], width=10**6).strip()}"
                lines[number] = lines[number].removesuffix("\n...")
        elif line.strip():
            following = line
    return "\n".join(lines)


def _entries_as_comments(text: str) -> str:
    def comment(found: re.Match[str]) -> str:
        return f"{found[1]}{from_yaml(found[2])}"

    return re.sub(rf"^( *){_COMMENT}\d+: (.*(?:\n\1  .*)*)$", comment, text, flags=re.MULTILINE)


def load(text: str) -> CommentedMap:
    """Read the contract for being changed."""
    tree: CommentedMap = _yaml().load(_comments_as_entries(text))
    _keep_anchors(tree, set())
    return tree


def dump(tree: CommentedMap) -> str:
    """Write it."""
    _yaml().dump(tree, written := io.StringIO())
    return _entries_as_comments(written.getvalue())


def _keep_anchors(node: Any, seen: set[int]) -> None:
    """Write anchors that nothing refers to as well."""
    if not isinstance(node, CommentedMap | CommentedSeq) or id(node) in seen:
        return
    seen.add(id(node))
    if node.anchor.value:
        node.anchor.always_dump = True
    for one in node.values() if isinstance(node, CommentedMap) else node:
        _keep_anchors(one, seen)


def is_comment(key: object) -> bool:
    """Whether an entry of a map is a comment."""
    return isinstance(key, str) and key.startswith(_COMMENT)


def text_node(value: str) -> str:
    """A text, in quotes where YAML takes it for something else without."""
    plain = isinstance(from_yaml(value or "''"), str) and not value.startswith("#/") and not value.isdigit()
    return value if plain and value else SingleQuotedScalarString(value)


def node(value: Any, *, flow: bool = False) -> Any:
    """Plain data as a part of the tree, laid out as the rest is; what is part of it already as it is."""
    if isinstance(value, CommentedMap | CommentedSeq | ScalarString):
        return value
    if isinstance(value, dict):
        found = CommentedMap()
        for key, one in value.items():
            inline = key in {"items", "schema", "additionalProperties"} and _is_leaf(one)
            found[text_node(key)] = node(one, flow=inline or flow)
        if flow:
            found.fa.set_flow_style()
        return found
    if isinstance(value, list | tuple):
        items = CommentedSeq([node(one) for one in value])
        if all(isinstance(one, str) for one in value) and len(", ".join(value)) < _ROOM - 20:
            items.fa.set_flow_style()
        return items
    return text_node(value) if isinstance(value, str) else value


def _is_leaf(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return all(not isinstance(one, dict | list) or one == [] or _is_leaf(one) for one in value.values())


def own_copy(value: Any) -> Any:
    """A copy that shares nothing and is named by no anchor."""
    found = copy.deepcopy(value)
    for one in _below(found):
        if one.anchor.value:
            one.yaml_set_anchor(None, always_dump=False)
    return found


def _below(value: Any) -> Iterator[Any]:
    if isinstance(value, CommentedMap | CommentedSeq):
        yield value
        for one in value.values() if isinstance(value, CommentedMap) else value:
            yield from _below(one)


def insert_after(tree: CommentedMap, after: str, key: str, value: Any) -> None:
    """Put an entry behind another one, or at the end."""
    keys = list(tree)
    tree.insert(keys.index(after) + 1 if after in keys else len(keys), key, value)
