"""Pieces that a stream brings, put together: text, content, reasoning details, tool calls and fields nobody knows."""

from __future__ import annotations

from typing import Any, Final

from openrouter_sdk.types import copy_json

from ..errors import is_list, is_object, to_json_text

_SAYS_NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})
_GROWING: Final = frozenset({"text", "summary"})
_GROWING_TYPES: Final = frozenset({"reasoning.text", "reasoning.summary"})


def keep_latest(target: dict[str, Any], key: str, value: Any) -> None:
    """Set `target[key]` to a value that says something; null and what is empty never displace one that does.

    OpenRouter repeats the fields of an answer on every chunk and fills what it does not know yet with null or "".
    """
    if value not in _SAYS_NOTHING or target.get(key) is None:
        target[key] = copy_json(value)


def joined(pieces: list[str]) -> str:
    """The text of all pieces, which become one, so that asking again after a few more pieces is cheap."""
    if len(pieces) > 1:
        pieces[:] = [whole_characters("".join(pieces))]
    return pieces[0] if pieces else ""


def whole_characters(text: str) -> str:
    """The text, in which two halves of a character, as two pieces of a stream may bring them, are one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text


def merged_content(pieces: list[Any]) -> Any:
    """Joined text, or a list of parts if parts came; of anything else the last value."""
    if all(isinstance(piece, str) for piece in pieces):
        return joined(pieces)
    if not any(is_list(piece) for piece in pieces):
        texts = [piece for piece in pieces if isinstance(piece, str)]
        return joined(texts) if texts else copy_json(pieces[-1])
    parts: list[Any] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append({"type": "text", "text": piece})
        elif is_list(piece):
            parts.extend(copy_json(piece))
    return parts


def merged_unknown(pieces: list[Any]) -> Any:
    """One value from the non-null values that a key unknown to the SDK had in the deltas.

    Text is joined, unless every piece is the same: then it stays as it is, for it is no text that grows. Lists are
    appended. Of anything else the last value that says something wins.
    """
    if all(isinstance(piece, str) for piece in pieces):
        return pieces[0] if pieces.count(pieces[0]) == len(pieces) else whole_characters("".join(pieces))
    if all(is_list(piece) for piece in pieces):
        return [item for piece in pieces for item in piece]
    return next((piece for piece in reversed(pieces) if piece not in _SAYS_NOTHING), pieces[-1])


def as_records(value: Any) -> list[Any]:
    """A list as it is, a lone object as the only item, nothing for anything else."""
    if is_list(value):
        return value
    return [value] if is_object(value) else []


def as_index(value: Any) -> int | None:
    """A usable index, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_text(value: Any) -> str:
    """A text as it is, "" for anything else."""
    return value if isinstance(value, str) else ""


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


class _Call:
    """One call in the making."""

    def __init__(self, index: int | None) -> None:
        self.index = index
        self.id = ""
        self.type = ""
        self._names: list[str] = []
        self._name_length = 0
        self.arguments: list[str] = []
        self._closed = False
        self.has_function = False
        self.rest: dict[str, Any] = {}
        self.function_rest: dict[str, Any] = {}

    @property
    def name(self) -> str:
        return joined(self._names)

    @property
    def named(self) -> bool:
        return bool(self._names)

    def add(self, entry: dict[str, Any]) -> None:
        for key, value in entry.items():
            if key == "function":
                self._add_function(value)
            elif key == "id":
                self.id = self.id or as_text(value)
            elif key == "type":
                self.type = self.type or as_text(value)
            elif key != "index":
                keep_latest(self.rest, key, value)

    def _add_function(self, function: Any) -> None:
        if not is_object(function):
            return
        self.has_function = True
        for key, value in function.items():
            if key == "arguments":
                self._add_arguments(_arguments_text(value))
            elif key == "name":
                self._add_name(as_text(value))
            else:
                keep_latest(self.function_rest, key, value)

    def _add_name(self, piece: str) -> None:
        # Most providers say a name once or repeat it on every fragment; some send it in pieces. Looking at the whole
        # name for each small piece would make many of them slow. Two halves of a character become one, hence the 2.
        if piece and (2 * len(piece) < self._name_length or piece != self.name):
            self._names.append(piece)
            self._name_length += len(piece)

    def _add_arguments(self, piece: str) -> None:
        self.arguments.append(piece)
        said = piece.rstrip()
        if said:
            self._closed = said.endswith("}")

    def says_something(self) -> bool:
        return bool(self.id or self.name or self.rest or self.function_rest or joined(self.arguments))

    def is_complete_before(self, name: str, function: Any) -> bool:
        """Whether a fragment with this name, but without index and id, begins another call."""
        if not name or not self._names:
            return False
        if name != self.name:
            return True
        # The name may be repeated on every fragment; yet after a closed object no text can continue with another.
        following = _arguments_text(function.get("arguments")).lstrip()
        return self._closed and following.startswith("{")


class ToolCalls:
    """The tool calls of one choice.

    Fragments belong to the call with the same index. The first non-empty `id` and `type` of a call win. `arguments` are
    appended, null and absent ones being empty, and an object in place of text is written as JSON; so is the `name`,
    unless it repeats the name so far. Of any other key the last value wins. A different id under an index that is in
    use begins another call, because some providers send several whole calls under index 0. Without an index the id
    decides, and without an id the fragment continues the call that came last, unless it evidently begins another one.

    Arguments stay raw text, so that a call that was cut off can be told from a finished one: a call is finished when
    its choice has a finish reason.
    """

    def __init__(self) -> None:
        self._calls: list[_Call] = []
        self._by_index: dict[int, _Call] = {}
        self._by_id: dict[str, _Call] = {}
        self._by_index_and_id: dict[tuple[int, str], _Call] = {}
        self._open: _Call | None = None

    def add(self, entries: list[Any]) -> None:
        """Take the `tool_calls` of one delta."""
        for entry in entries:
            if is_object(entry):
                call = self._find(entry)
                call.add(entry)
                self._register(call)

    def result(self, seed: str) -> list[dict[str, Any]]:
        """The calls in the order of their first fragments, as a non-streamed answer has them.

        `index` is the position in the list. A call that came without an id gets one made from `seed`, the same
        whenever it is asked for.
        """
        calls = [call for call in self._calls if call.says_something()]
        return [_as_dict(call, position, seed) for position, call in enumerate(calls)]

    def _register(self, call: _Call) -> None:
        self._open = call
        if call.id:
            self._by_id[call.id] = call
        if call.index is not None:
            self._by_index[call.index] = call
            if call.id:
                self._by_index_and_id[call.index, call.id] = call

    def _find(self, entry: dict[str, Any]) -> _Call:
        index, call_id = as_index(entry.get("index")), as_text(entry.get("id"))
        function = entry.get("function")
        name = as_text(function.get("name")) if is_object(function) else ""
        call = self._without_index(call_id, name, function) if index is None else self._with_index(index, call_id, name)
        if call is None:
            call = _Call(index)
            self._calls.append(call)
        elif call.index is None:
            call.index = index
        return call

    def _with_index(self, index: int, call_id: str, name: str) -> _Call | None:
        call = self._by_index.get(index)
        if call is not None:
            if not call_id or not call.id or call.id == call_id:
                return call
            return self._by_index_and_id.get((index, call_id))
        # The first fragments of the call may have come without their index.
        call = self._by_id.get(call_id) if call_id else self._open
        if call is not None and call.index is None and (call_id or not name):
            return call
        return None

    def _without_index(self, call_id: str, name: str, function: Any) -> _Call | None:
        call = self._open
        if not call_id:
            return None if call is None or call.is_complete_before(name, function) else call
        known = self._by_id.get(call_id)
        if known is not None:
            return known
        if call is None or call.id or (name and call.named):
            return None
        return call


def _arguments_text(arguments: Any) -> str:
    if isinstance(arguments, str):
        return arguments
    return "" if arguments is None else to_json_text(arguments) or ""


def _as_dict(call: _Call, position: int, seed: str) -> dict[str, Any]:
    made: dict[str, Any] = {"index": position, "id": call.id or _made_id(seed, position)}
    made["type"] = call.type or "function"
    if call.has_function or made["type"] == "function":
        function = {"name": call.name, "arguments": joined(call.arguments)}
        made["function"] = {**function, **copy_json(call.function_rest)}
    return {**made, **copy_json(call.rest)}


def _made_id(seed: str, position: int) -> str:
    import hashlib  # lazy: hardly any server leaves the id out

    # Providers bound the length of an id, and ids of one conversation must differ: hence a digest of the answer's id.
    digest = hashlib.sha256(f"{seed}/{position}".encode(errors="replace")).hexdigest()
    return f"call_{digest[:24]}"
