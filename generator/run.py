"""The command of openapi-python-client, whose templates may ask for `openapi | python`."""

from __future__ import annotations

from openapi_python_client import TEMPLATE_FILTERS
from openapi_python_client.cli import app
from properties import Python

TEMPLATE_FILTERS["python"] = Python

if __name__ == "__main__":
    app()
