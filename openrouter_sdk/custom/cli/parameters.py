"""Arguments and options that several commands take, and the client they describe."""

from __future__ import annotations

import os
from typing import Annotated, TypeAlias

import typer

import openrouter_sdk as sdk

from .exits import UsageError
from .known_models import complete
from .screen import Screen

DEFAULT_MODEL = "openrouter/auto"
MODEL_VARIABLE = "OPENROUTER_MODEL"
KEY_VARIABLE = "OPENROUTER_API_KEY"

Model: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "-m",
        "--model",
        metavar="MODEL",
        help=f"Model to ask. Default: ${MODEL_VARIABLE}, else {DEFAULT_MODEL}.",
        autocompletion=complete,
        show_default=False,
    ),
]
System: TypeAlias = Annotated[str | None, typer.Option("-s", "--system", metavar="TEXT", help="System prompt.")]
Temperature: TypeAlias = Annotated[
    float | None, typer.Option("-t", "--temperature", metavar="NUMBER", help="Randomness, 0 to 2.")
]
MaxTokens: TypeAlias = Annotated[
    int | None, typer.Option("--max-tokens", metavar="NUMBER", help="Most tokens of an answer.")
]
Reasoning: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "-r", "--reasoning", metavar="EFFORT", help="none, minimal, low, medium, high, or a number of tokens."
    ),
]
Options: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "-o", "--option", metavar="KEY=VALUE", help="Any other field, as JSON or text: seed=1, provider.sort=price."
    ),
]
Schema: TypeAlias = Annotated[
    str | None, typer.Option("--schema", metavar="FILE", help="JSON Schema that answers have to fit.")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ServerUrl: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--server-url", metavar="URL", help="Base URL of the API. Default: $OPENROUTER_BASE_URL, else OpenRouter."
    ),
]
Debug: TypeAlias = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


def chosen_model(model: str | None) -> str:
    """The model that was asked for, else the one of the environment, else the default."""
    return model or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL


def new_client(server_url: str | None, screen: Screen | None) -> sdk.OpenRouter:
    """A client, which says on the screen, if there is one, that it waits to try again.

    Raises:
        UsageError: There is no key.
    """
    if not os.environ.get(KEY_VARIABLE, "").strip():
        raise UsageError(f"no API key: set {KEY_VARIABLE}, for example to one from https://openrouter.ai/settings/keys")

    def say(event: sdk.RetryEvent) -> None:
        if screen is not None:
            screen.note(f"trying again in {event.delay_s:.1f} s: {event.error}")
            screen.wait()

    return sdk.OpenRouter(server_url=server_url, on_retry=say)
