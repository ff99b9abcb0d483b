# Code generated from openapi.yaml by `make generate`: do not edit.
from __future__ import annotations

from typing import Literal, Union

KeyBudgetScope = Union[
    Literal[
        "api_key",
        "key_limit",
        "member",
        "workspace",
        "workspace_default_key",
        "workspace_default_member",
    ],
    str,
]
