"""One question after the other to a conversation: the answer on the screen while it comes, and what is left of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openrouter_sdk as sdk

from .._views import places
from .exits import Code, UsageError
from .fields import misfit, refused_values
from .screen import Screen

_ENDS = {
    "length": "cut off at the limit of tokens; --max-tokens raises it",
    "content_filter": "cut off by a content filter",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How answers are asked for and shown."""

    as_json: bool = False
    streams: bool = True
    is_quiet: bool = False
    save: str | None = None
    media: str | None = None


class Talk:
    """A conversation at the terminal; `schema` asks for answers that fit one, see `schema_fields`."""

    def __init__(self, chat: sdk.Chat[str], schema: Mapping[str, Any], screen: Screen, style: Style) -> None:
        self.chat = chat
        self.screen = screen
        self.save: str | None = style.save
        self._schema = schema
        self._style = style

    def ask(self, message: dict[str, Any]) -> Code:
        """Ask, and show the answer. Ctrl-C ends it: what has come stays, in the conversation as well."""
        self.screen.wait()
        try:
            result = self._streamed(message) if self._style.streams else self._whole(message)
        except KeyboardInterrupt:
            self.store()
            self.screen.note("[stopped]")
            return Code.INTERRUPTED
        finally:
            self.screen.end_line()
        return self._finish(result)

    def store(self) -> None:
        """Write the conversation to its file, if it has one."""
        if self.save is not None:
            self.chat.save(self.save)

    def _streamed(self, message: dict[str, Any]) -> sdk.ChatResult:
        with refused_values():
            opened = self.chat.stream(message, **self._schema)
        with opened as stream:
            try:
                for chunk in stream.chunks():
                    if not self._style.is_quiet:
                        self.screen.reasoning(chunk.reasoning)
                    if chunk.text and not self._style.as_json:
                        self.screen.answer(chunk.text)
                return stream.final()
            except KeyboardInterrupt:
                stream.close()
                self._keep(message, stream.partial)
                raise

    def _whole(self, message: dict[str, Any]) -> sdk.ChatResult:
        with refused_values():
            self.chat(message, **self._schema)
        result = self.chat.last
        assert result is not None  # noqa: S101 - a turn that did not raise has an answer
        if not self._style.as_json:
            self.screen.reasoning(result.reasoning)
            self.screen.answer(result.text)
        return result

    def _keep(self, message: dict[str, Any], partial: sdk.ChatResult) -> None:
        if self._style.as_json:
            self.screen.json(partial.to_dict())
        if partial.text:
            said = {"role": "assistant", "content": partial.text}
            self.chat.set_history([*self.chat.history, message, said])

    def _finish(self, result: sdk.ChatResult) -> Code:
        self.store()
        if self._style.as_json:
            self.screen.json(result.to_dict())
        fault = misfit(result.text, self._schema) if self._schema else None
        self._tell(result)
        if fault is not None:
            self.screen.error(fault)
        return Code.DONE if fault is None else Code.MISFIT

    def _tell(self, result: sdk.ChatResult) -> None:
        """Everything about the answer that its text does not say."""
        notes = [_ENDS[result.finish_reason]] if result.finish_reason in _ENDS else []
        if result.message.refusal:
            notes.append(f"refused: {result.message.refusal}")
        functions = [getattr(call, "function", None) for call in result.tool_calls]
        notes += [f"calls {getattr(one, 'name', '?')}({getattr(one, 'arguments', '')})" for one in functions]
        notes += self._kept_media(result)
        if result.is_empty:
            notes.append("the answer is empty")
        for note in notes:
            self.screen.note(f"[{note}]")
        talks = not (self._style.is_quiet or self._style.as_json)
        if talks and self.screen.shows_answers and self.screen.shows_notes:
            for number, page in enumerate(self.chat.citations, 1):
                self.screen.note(f"[{number}] {page.title or ''} {page.url}")
            self.screen.note(f"[{cost_line(result.model or '', self.chat.turns[-1])}]")

    def _kept_media(self, result: sdk.ChatResult) -> list[str]:
        media = [*result.images, *([result.audio] if result.audio else [])]
        if not media:
            return []
        if self._style.media is None:
            return [f"the answer holds {len(media)} {_names(media)}; --media FOLDER keeps such"]
        folder = Path(self._style.media)
        folder.mkdir(parents=True, exist_ok=True)
        return [f"{one.kind}: {one.url if one.is_remote else one.save(folder)}" for one in media]


def _names(media: Sequence[sdk.content.Media]) -> str:
    kinds = {one.kind for one in media}
    name = {"image": "picture", "audio": "sound"}[kinds.pop()] if len(kinds) == 1 else "file"
    return name if len(media) == 1 else f"{name}s"


def cost_line(model: str, usage: sdk.Usage) -> str:
    """Who answered, and what it took."""
    cost = "cost unknown" if usage.cost is None else dollars(usage.cost)
    return f"{model}, {usage.total_tokens:,} tokens, {cost}"


def dollars(amount: float) -> str:
    """An amount with as many places as it needs: two, and for small ones six or more."""
    return f"${amount:,.2f}" if amount == 0 or abs(amount) >= 1 else f"${amount:.{places(amount)}f}"


def checked_target(save: str | None, own: str | None) -> None:
    """Refuse to write a conversation over something else than its own file, from which it came.

    Raises:
        UsageError: The file is there, and it is not the one that was loaded.
    """
    if save is None or (own is not None and Path(own).resolve() == Path(save).resolve()):
        return
    path = Path(save)
    if path.is_file() and path.stat().st_size:
        raise UsageError(f"{save}: the file is there; go on with it by --load, or remove it")
    if not path.resolve().parent.is_dir():
        raise UsageError(f"{save}: there is no such folder")
