"""What docstrings say, in Google's, NumPy's, Sphinx's or Epydoc's style."""

from __future__ import annotations

from dataclasses import dataclass, field

from docstring_parser import parse


@dataclass(frozen=True, slots=True)
class Documentation:
    """A docstring in parts."""

    text: str = ""
    """What stands before the sections."""
    parameters: dict[str, str] = field(default_factory=dict[str, str])
    """What is said of each parameter or attribute."""


def documentation(docstring: str | None) -> Documentation:
    """The parts of a docstring; one of no known style is all text."""
    if not docstring or not docstring.strip():
        return Documentation()
    parsed = parse(docstring)
    parameters = {
        param.arg_name.lstrip("*"): " ".join(param.description.split()) for param in parsed.params if param.description
    }
    return Documentation((parsed.description or "").strip(), parameters)
