"""Reasoning-detail deltas into whole reasoning details, fit to be sent back unchanged."""

from __future__ import annotations

from typing import Any, Final

from ..errors import is_object
from .merging import as_index, as_text, copy_json, joined, keep_latest

_GROWING: Final = frozenset({"text", "summary"})
_GROWING_TYPES: Final = frozenset({"reasoning.text", "reasoning.summary"})


class _Detail:
    """One detail in the making."""

    def __init__(self, kind: str, index: int | None) -> None:
        self.kind = kind
        self.index = index
        self.id = ""
        self.texts: dict[str, list[str]] = {}
        self.values: dict[str, Any] = {}

    def add(self, fragment: dict[str, Any]) -> None:
        for key, value in fragment.items():
            if key in _GROWING and isinstance(value, str):
                self.values[key] = None
                self.texts.setdefault(key, []).append(value)
            elif key not in self.texts:
                keep_latest(self.values, key, value)
        self.id = _record_id(self.values)

    def accepts(self, fragment_id: str) -> bool:
        """Whether a fragment with this id may belong here; only text grows under changing ids."""
        return not fragment_id or not self.id or fragment_id == self.id or self.kind in _GROWING_TYPES

    def as_dict(self) -> dict[str, Any]:
        whole: dict[str, Any] = copy_json(self.values)
        for key, pieces in self.texts.items():
            whole[key] = joined(pieces)
        return whole


class ReasoningDetails:
    """The reasoning details of one choice, in the order of their first fragments.

    Fragments with the same type and index are one detail; the same index under another type is another one. `text` and
    `summary` are appended; of `data`, `signature`, `id`, `format` and any key unknown to the SDK the last value that
    says something wins. A fragment without an index belongs to the detail right before it if that has the same type
    and no index either. Details other than text and summaries are never merged under distinct ids.
    """

    def __init__(self) -> None:
        self._details: list[_Detail] = []
        self._latest: dict[tuple[str, int], _Detail] = {}
        self._by_id: dict[tuple[str, int, str], _Detail] = {}

    def add(self, fragments: list[Any]) -> None:
        """Take the `reasoning_details` of one delta."""
        for fragment in fragments:
            if is_object(fragment):
                detail = self._find(fragment) or self._begin(fragment)
                detail.add(fragment)
                if detail.id and detail.index is not None:
                    self._by_id[detail.kind, detail.index, detail.id] = detail

    def result(self) -> list[dict[str, Any]]:
        """The whole details."""
        return [detail.as_dict() for detail in self._details]

    def _find(self, fragment: dict[str, Any]) -> _Detail | None:
        kind, index = as_text(fragment.get("type")), as_index(fragment.get("index"))
        fragment_id = _record_id(fragment)
        if index is not None:
            # A fragment without a type continues whatever was last begun under its index.
            known = self._latest.get((kind, index))
            if known is None or known.accepts(fragment_id):
                return known
            return self._by_id.get((kind, index, fragment_id))
        last = self._details[-1] if self._details else None
        if last is None or last.index is not None or kind not in {"", last.kind} or not last.accepts(fragment_id):
            return None
        return last

    def _begin(self, fragment: dict[str, Any]) -> _Detail:
        kind, index = as_text(fragment.get("type")), as_index(fragment.get("index"))
        detail = _Detail(kind, index)
        self._details.append(detail)
        if index is not None:
            self._latest[kind, index] = self._latest["", index] = detail
        return detail


def _record_id(record: dict[str, Any]) -> str:
    # Records of tool calls that the server made may be told apart by the id of the call alone.
    return as_text(record.get("id")) or as_text(record.get("tool_call_id"))
