"""`Chat` keeps a conversation with one model, or one with each of several."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar, Unpack, overload

from openrouter_sdk import models

from ..answers import Usage, usage_by_model, usage_sum
from ..chat import checked_messages
from ..client import OpenRouter
from ..content import conversation_markdown
from ..errors import ArgumentError, as_list
from .base import ConversationBase, KeySource, checked_model
from .resuming import ResumingConversation
from .several import Answers
from .store import given_models, load_conversation, save_conversation
from .turns import Dialogue, Gate
from .usage import UsageTable

if TYPE_CHECKING:
    from openrouter_sdk.api.chat.send import ChatOptions

    from ..tools import RunResult

A = TypeVar("A")
One = TypeVar("One")


def _citations(result: models.ChatResult | None) -> list[models.UrlCitation]:
    """The pages cited in an answer, each once, in the order they first appear.

    A page that is cited at several places is there with its first place; `message.annotations` has them all.
    """
    found: dict[str, models.UrlCitation] = {}
    for annotation in as_list(None if result is None else result.message.annotations):
        citation = getattr(annotation, "url_citation", None)
        if isinstance(citation, models.UrlCitation) and isinstance(citation.url, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            found.setdefault(citation.url, citation)
    return list(found.values())


class PerModel(Generic[One]):
    """A read-only attribute, computed anew from the conversation of each model."""

    def __init__(self, read: Callable[[Dialogue], One]) -> None:
        self._read = read

    def __set_name__(self, owner: type[Any], name: str) -> None:
        """Remember the name for messages."""
        self._name = name

    @overload
    def __get__(self, asker: None, owner: type[Any]) -> PerModel[One]: ...
    @overload
    def __get__(self, asker: ConversationBase[str], owner: type[Any]) -> One: ...
    @overload
    def __get__(self, asker: ConversationBase[Answers[str]], owner: type[Any]) -> dict[str, One]: ...
    def __get__(self, asker: Any, owner: type[Any]) -> Any:
        return self if asker is None else asker._for_each(self._read)  # noqa: SLF001 - of a class of this file

    def __set__(self, asker: Any, value: Any) -> None:
        hint = "; use set_history()" if self._name == "history" else ""
        raise AttributeError(f"{self._name} cannot be set{hint}")


class Chat(ResumingConversation[A]):
    """A conversation with one model, or one with each of several.

    `chat("question")` returns the text of the answer, or a dict of texts by model. A turn that fails leaves the
    history as it was, and so does an empty answer. One question at a time: a second one before the first has its
    answer is refused; `fork()` makes another conversation for it.

    Args:
        model: The model, or a list of models, which are asked at the same time.
        system: System prompt, as text or a list of texts and content parts.
        client: The client to send through; it stays open. By default one is made when it is needed.
        api_key: The key of that client; by default OPENROUTER_API_KEY.
        local_files: Whether a list may name files of this machine. Default True.
        session_id: Groups the requests of the conversation and keeps it with one provider, whose prompt cache then
            helps: True for an id made here, or your own, up to 256 characters. By default none is sent.
        defaults: Any other keyword argument of `chat.send`, for each question. Where `tools` holds functions, those of
            `chat.run` too: the model calls them, and its calls and their results are part of the history.

    Raises:
        errors.ArgumentError: No model, or one named twice.
        TypeError: An unknown keyword argument, or a value of the wrong type.
    """

    history: PerModel[list[dict[str, Any]]] = PerModel(Dialogue.history)
    """The messages, as a copy: plain dicts, as they are sent."""
    usage: PerModel[dict[str, int]] = PerModel(lambda dialogue: usage_sum(dialogue.turns).tokens)
    """Tokens of all turns, also of failed ones."""
    turns: PerModel[list[Usage]] = PerModel(lambda dialogue: list(dialogue.turns))
    """Tokens and cost of each turn, as `Usage`."""
    total_usage: PerModel[Usage] = PerModel(lambda dialogue: usage_sum(dialogue.turns))
    """Tokens and cost of all turns, as one `Usage`."""
    last: PerModel[models.ChatResult | None] = PerModel(lambda dialogue: dialogue.last)
    """The whole last answer; None before the first."""
    last_run: PerModel[RunResult | None] = PerModel(lambda dialogue: dialogue.run)
    """The last run of tools, a `RunResult`; None before the first."""
    citations: PerModel[list[models.UrlCitation]] = PerModel(lambda dialogue: _citations(dialogue.last))
    """The pages the last answer cites, each once."""

    @overload
    def __init__(
        self: Chat[str],
        model: str,
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: KeySource = None,
        *,
        local_files: bool = True,
        session_id: str | bool | None = None,
        **defaults: Unpack[ChatOptions],
    ) -> None: ...
    @overload
    def __init__(
        self: Chat[Answers[str]],
        model: Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: KeySource = None,
        *,
        local_files: bool = True,
        session_id: str | bool | None = None,
        **defaults: Unpack[ChatOptions],
    ) -> None: ...
    def __init__(
        self,
        model: str | Sequence[str],
        system: Any = None,
        client: OpenRouter | None = None,
        api_key: KeySource = None,
        *,
        local_files: bool = True,
        session_id: str | bool | None = None,
        **defaults: Unpack[ChatOptions],
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
        self._models = checked_model(model)
        self._by_model = {model: dialogue}

    def _asked(self, model: str | None) -> tuple[Gate, dict[str, Dialogue]]:
        return self._gate, {model: self._by_model[self.model]} if model else self._by_model

    @property
    def cost(self) -> float | None:
        """What all turns of all models cost, in USD credits: 0 before the first, None when no turn told its cost."""
        return usage_sum(self._all_turns()).cost

    def usage_table(self) -> UsageTable:
        """Tokens and cost of each model as a table to print; rich draws it where it is installed."""
        return UsageTable(usage_by_model(self._all_turns()))

    def _all_turns(self) -> list[Usage]:
        return [turn for dialogue in self._by_model.values() for turn in dialogue.turns]

    def _for_each(self, read: Callable[[Dialogue], Any]) -> Any:
        """One value, or a dict of values by model where several models are asked."""
        found = {model: read(dialogue) for model, dialogue in self._by_model.items()}
        return found if self._several else next(iter(found.values()))

    def _repr_markdown_(self) -> str:
        return conversation_markdown({model: dialogue.history() for model, dialogue in self._by_model.items()})

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
            "client": self._client.injected,
            "api_key": self._client.api_key,
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
        api_key: KeySource = None,
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
