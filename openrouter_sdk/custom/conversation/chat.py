"""`Chat` keeps a conversation; `Call` asks once."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from os import PathLike
from types import NoneType
from typing import Any, NoReturn, Self, TypeVar, overload

from ..answers import Usage
from ..chat import checked_messages
from ..client import OpenRouter
from ..errors import ArgumentError
from .answers import Answers
from .asker import checked_models
from .call import Call
from .per_model import Kept
from .several_async import ChatStreamsAsync
from .store import given_models, load_conversation, save_conversation
from .streams import ChatStream, ChatStreams
from .streams_async import ChatStreamAsync
from .turns import Dialogue, Gate

__all__ = ["Answers", "Call", "Chat", "ChatStream", "ChatStreamAsync", "ChatStreams", "ChatStreamsAsync", "Usage"]

A = TypeVar("A")


class Chat(Kept[A]):
    """A conversation with one model, or one with each of several.

    `chat("question")` returns the text of the answer, or a dict of texts by model. A turn that fails leaves the
    history as it was, and so does an empty answer. One question at a time: a second one before the first has its
    answer is refused; `fork()` makes another conversation for it.

    Args:
        model: The model, or a list of models, which are asked at the same time.
        system: System prompt, as text or content parts.
        client: The client to send through; it stays open. By default one is made when it is needed.
        api_key: The key of that client; by default OPENROUTER_API_KEY.
        local_files: Whether a list may name files of this machine. Default True.
        session_id: Groups the requests of the conversation and keeps it with one provider, whose prompt cache then
            helps: True for an id made here, or your own, up to 256 characters. By default none is sent.
        defaults: Any other keyword argument of `chat.send`, for each question.

    Raises:
        errors.ArgumentError: No model, or one named twice.
        TypeError: An unknown keyword argument, or a value of the wrong type.
    """

    @overload
    def __init__(
        self: Chat[str],
        model: str,
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        local_files: bool = True,
        session_id: str | bool | None = None,
        **defaults: Any,
    ) -> None: ...
    @overload
    def __init__(
        self: Chat[Answers[str]],
        model: Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        local_files: bool = True,
        session_id: str | bool | None = None,
        **defaults: Any,
    ) -> None: ...
    def __init__(
        self,
        model: str | Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        local_files: bool = True,
        session_id: str | bool | None = None,
        **defaults: Any,
    ) -> None:
        super().__init__(model, client, api_key, local_files, defaults)
        if not isinstance(session_id, (str, bool, NoneType)):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"session_id must be a string or True, not {session_id!r}")
        self._gate = Gate()
        self._by_model = {name: Dialogue(system) for name in self._models}
        self._session_id = session_id
        self._begin_session()

    @property
    def model(self) -> str:
        """The model that is asked. Set it to go on with another one; `chat(..., model=...)` asks another one once.

        Raises:
            errors.ArgumentError: Several models are asked; `models` names them.
        """
        if self._several:
            raise ArgumentError("several models are asked here; `models` names them")
        return self._models[0]

    @model.setter
    def model(self, model: str) -> None:
        self._gate.check()
        dialogue = self._by_model[self.model]
        self._models = checked_models([model])
        self._by_model = {model: dialogue}

    def _dialogues(self, model: str | None) -> dict[str, Dialogue]:
        return {model: self._by_model[self.model]} if model else self._by_model

    def set_history(self, messages: Iterable[Any] | Mapping[str, Iterable[Any]]) -> None:
        """Replace the messages. A system prompt at their head replaces the one there is, which else stays in front.

        Args:
            messages: Messages as dicts or models; with several models a dict of them by model, or the same for all.

        Raises:
            errors.ArgumentError: A message without a role, an unknown model, or a question is being answered.
            TypeError: Something that is no message.
        """
        self._gate.check()
        given: Any = messages
        if self._several and isinstance(messages, Mapping):
            by_model: dict[str, Any] = dict(given)
        else:
            by_model = dict.fromkeys(self._by_model, checked_messages(given))
        for model in by_model:
            if model not in self._by_model:
                raise ArgumentError(f"{model!r} is not one of the models asked here")
        checked = {model: checked_messages(found) for model, found in by_model.items()}
        for model, found in checked.items():
            self._by_model[model].begin_with(found, model)

    def skip_tools(self, content: str = "Skipped: the tool was not run.") -> None:
        """Answer all tool calls that wait for a result, so that the conversation can go on without running them.

        Args:
            content: What the model is told in place of each result.

        Raises:
            errors.ArgumentError: A question is being answered.
        """
        self._gate.check()
        for dialogue in self._by_model.values():
            dialogue.skip_tools(content)

    def reset_history(self) -> None:
        """Forget the conversation; the system prompt and the usage stay. A `session_id` made here is made anew."""
        self._gate.check()
        for dialogue in self._by_model.values():
            dialogue.forget()
        self._begin_session()

    def reset_usage(self) -> None:
        """Count from zero."""
        for dialogue in self._by_model.values():
            dialogue.turns = []

    def reset(self) -> None:
        """Forget conversation and usage."""
        self.reset_history()
        self.reset_usage()

    def _begin_session(self) -> None:
        if self._session_id is True:
            self._defaults["session_id"] = f"chat-{uuid.uuid4().hex}"
        elif self._session_id:
            self._defaults["session_id"] = self._session_id

    def __reduce__(self) -> NoReturn:
        raise TypeError("a conversation cannot be pickled or copied; save() it to a file, or fork() it")

    def fork(self) -> Self:
        """Another conversation that goes on from here, with usage from zero.

        A `session_id` made here is made anew for it; one of your own is shared, until you give it another. While a
        question is being answered, it goes on from before that question.
        """
        make: Any = type(self)
        twin: Self = make(**self._settings())
        twin._by_model = {model: dialogue.copy() for model, dialogue in self._by_model.items()}
        return twin

    def _settings(self) -> dict[str, Any]:
        return {
            **self._defaults,
            "model": list(self._models) if self._several else self._models[0],
            "client": self._own.injected,
            "api_key": self._own.api_key,
            "local_files": self._local_files,
            "session_id": self._session_id,
        }

    def save(self, path: str | PathLike[str]) -> None:
        """Write the conversation to a JSON file: messages, usage and the options that go into a request's body.

        The key is not in it, nor are headers and other options of this machine; `extra_body` is. A question that is
        being answered is left out.

        Args:
            path: The file; one that is there is replaced in one step.

        Raises:
            OSError: The file cannot be written.
            TypeError: Something in it has no JSON form.
        """
        save_conversation(path, self._settings(), self._by_model, self._defaults.get("session_id"))

    @classmethod
    def load(
        cls,
        path: str | PathLike[str],
        client: OpenRouter | None = None,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        model: str | Sequence[str] | None = None,
        system: Any = None,
        **defaults: Any,
    ) -> Chat[Any]:
        """The conversation that `save` wrote. `last` is None until the next answer.

        Args:
            path: The file.
            client: The client to send through, as in `Chat`.
            api_key: The key, as in `Chat`.
            model: A model that goes on with the conversation in place of the one saved; of several, the same ones.
            system: A system prompt in place of the one saved, "" for none. By default that one stays.
            defaults: Options in addition to the saved ones, or in their place.

        Raises:
            errors.ArgumentError: The file holds no conversation or a damaged one, or other models than those given.
            OSError: It cannot be read.
        """
        settings, dialogues, session_id = load_conversation(path)
        if model is not None:
            dialogues, settings["model"] = given_models(dialogues, model), model
        make: Any = cls
        chat: Chat[Any] = make(**{**settings, "client": client, "api_key": api_key, **defaults})
        chat._by_model = dialogues
        if system is not None:
            for dialogue in dialogues.values():
                dialogue.open_with(system)
        if session_id and "session_id" not in defaults:
            chat._defaults["session_id"] = session_id
        return chat
