"""What only the extra ``testing`` installs, and what is said where it is missing."""

from __future__ import annotations

EXTRA_MODULES = ("starlette", "uvicorn", "jsonschema")


def missing_extra(missing: ImportError) -> ImportError:
    """The error that tells how to install what is missing."""
    return ImportError(
        f"the emulated server needs {missing.name!r}: pip install 'openrouter-sdk[testing]'", name=missing.name
    )
