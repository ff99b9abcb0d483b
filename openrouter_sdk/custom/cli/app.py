"""The commands, each with its arguments."""

from __future__ import annotations

import sys
from typing import Annotated, Any, TypeAlias

import typer

import openrouter_sdk as sdk

from . import account, bulk, catalogue, serving
from .chatting import Chatting
from .exits import Code, UsageError, guarded
from .fields import refused_values, request_fields, schema_fields
from .parameters import (
    AsJson,
    Debug,
    MaxTokens,
    Model,
    Options,
    Reasoning,
    Schema,
    ServerUrl,
    System,
    Temperature,
    chosen_model,
    new_client,
)
from .question import as_typed, question_of
from .screen import Screen, is_terminal, read_input
from .talk import Style, Talk, checked_target

Files: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "-f",
        "--file",
        metavar="PATH",
        help="Attach a text, picture, sound, video, document or web address; - is a pipe.",
    ),
]
Save: TypeAlias = Annotated[
    str | None, typer.Option("--save", metavar="FILE", help="Write the conversation to a file.")
]
Load: TypeAlias = Annotated[str | None, typer.Option("--load", metavar="FILE", help="Go on with a saved one.")]
NoStream: TypeAlias = Annotated[bool, typer.Option("--no-stream", help="Show the answer when it is complete.")]
MediaFolder: TypeAlias = Annotated[
    str | None, typer.Option("--media", metavar="FOLDER", help="Keep pictures and sounds of answers there.")
]
Quiet: TypeAlias = Annotated[bool, typer.Option("-q", "--quiet", help="Show the answer alone: no reasoning, no cost.")]

app: typer.Typer = typer.Typer(
    name="openrouter",
    help="Hundreds of models from the terminal. The key comes from OPENROUTER_API_KEY.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(sdk.__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the command itself."""


def chat(
    *,
    prompt: Annotated[list[str] | None, typer.Argument(metavar="[QUESTION]...", help="The question.")] = None,
    model: Model = None,
    system: System = None,
    file: Files = None,
    as_json: AsJson = False,
    schema: Schema = None,
    save: Save = None,
    load: Load = None,
    no_stream: NoStream = False,
    temperature: Temperature = None,
    max_tokens: MaxTokens = None,
    reasoning: Reasoning = None,
    option: Options = None,
    media: MediaFolder = None,
    quiet: Quiet = False,
    server_url: ServerUrl = None,
    debug: Debug = False,
) -> Code:
    """Ask a model, or talk with it.

    The question comes as arguments, through a pipe, or both. In a terminal without one you talk with the model, line by
    line. Quote a question that holds characters of the shell, such as ? or *.
    """
    screen = Screen()
    checked_target(save, load)
    fields = request_fields(option, temperature=temperature, max_tokens=max_tokens, reasoning=reasoning)
    asked_for = schema_fields(schema, fields)
    style = Style(as_json, not no_stream, quiet, save, media)
    with new_client(server_url, screen) as client:
        talks = screen.shows_answers and not prompt and is_terminal(sys.stdin)
        with refused_values():
            conversation = _conversation(client, load, model, system and as_typed(system), fields)
        talk = Talk(conversation, asked_for, screen, style)
        if talks:
            return Chatting(talk, file or []).run()
        if not prompt and not file and is_terminal(sys.stdin):
            screen.note("type the question; Ctrl-D ends it")
        message = question_of(" ".join(prompt or ()), file or [], read_input(even_typed=not prompt and not file))
        if message is None:
            raise UsageError("nothing to ask: give a question as argument, through a pipe, or with -f")
        return talk.ask(message)


def _conversation(
    client: sdk.OpenRouter, load: str | None, model: str | None, system: str | None, fields: dict[str, Any]
) -> sdk.Chat[str]:
    if load is None:
        return sdk.Chat(chosen_model(model), system, client, **fields)
    conversation: sdk.Chat[Any] = sdk.Chat.load(load, client, model=model, system=system, **fields)
    if len(conversation.models) > 1:
        raise UsageError(f"--load {load}: a conversation with several models cannot go on here")
    return conversation


for _name, _command in (
    ("chat", chat),
    ("models", catalogue.models),
    ("key", account.key),
    ("credits", account.credits),
    ("generation", account.generation),
    ("bulk", bulk.bulk),
    ("serve", serving.serve),
):
    app.command(_name)(guarded(_command))
