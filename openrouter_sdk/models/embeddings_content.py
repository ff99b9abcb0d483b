# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from .. import models as _m
from ..types import Dispatch

if TYPE_CHECKING:
    EmbeddingsContent = Union[
        "_m.ContentText",
        "_m.ContentImageURL",
        "_m.ContentPartInputAudio",
        "_m.ContentPartInputVideo",
        "_m.ContentPartInputFile",
        "_m.UnknownModel",
    ]
    """A part of an entry."""
    EmbeddingsContentTypedDict = Union[
        "_m.ContentTextTypedDict",
        "_m.ContentImageURLTypedDict",
        "_m.ContentPartInputAudioTypedDict",
        "_m.ContentPartInputVideoTypedDict",
        "_m.ContentPartInputFileTypedDict",
    ]

parse_embeddings_content: Dispatch[EmbeddingsContent] = Dispatch(
    _m,
    "type",
    {
        "text": "ContentText",
        "image_url": "ContentImageURL",
        "input_audio": "ContentPartInputAudio",
        "input_video": "ContentPartInputVideo",
        "input_file": "ContentPartInputFile",
    },
    None,
)
"""Read a EmbeddingsContent by its `type`; an unknown one becomes an UnknownModel."""


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name == "EmbeddingsContent":
            return parse_embeddings_content.union()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
