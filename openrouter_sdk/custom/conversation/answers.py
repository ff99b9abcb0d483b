"""The answers of several models to one question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


class Answers(dict[str, T]):
    """Answers by model, those that came. What went wrong elsewhere is in `errors`.

    Looking up a model that failed raises its error: `answers["a/model"]`. Iterating, `get` and `in` see only the
    models that answered.

    Args:
        answers: What came, by model.
        errors: Why the other models did not answer.
    """

    errors: dict[str, Exception]
    """The errors of the models that failed."""

    def __init__(self, answers: Mapping[str, T], errors: Mapping[str, Exception] | None = None) -> None:
        super().__init__(answers)
        self.errors = dict(errors or {})

    def __missing__(self, model: str) -> T:
        raise self.errors.get(model) or KeyError(model)

    def __repr__(self) -> str:
        shown = [f"{model!r}: {answer!r}" for model, answer in self.items()]
        failed = [f"{model!r}: <{type(error).__name__}: {error}>" for model, error in self.errors.items()]
        return "{" + ", ".join([*shown, *failed]) + "}"


def gathered(answers: Mapping[str, T], errors: Mapping[str, Exception]) -> Answers[T]:
    """The answers, if there is one.

    Raises:
        Exception: The first model's error, when every model failed; its notes tell the others.
    """
    if errors and not answers:
        first, *others = errors.items()
        for model, error in others:
            note = f"{model}: {type(error).__name__}: {error}"
            if note not in getattr(first[1], "__notes__", ()):
                first[1].add_note(note)
        raise first[1]
    return Answers(answers, errors)
